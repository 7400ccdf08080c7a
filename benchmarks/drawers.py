"""Programs that draw from text, to set ours beside: Mermaid's command line, D2, dot, a headless browser.

Each is used where it is installed: `npm install @mermaid-js/mermaid-cli @terrastruct/d2` in a folder,
its `node_modules` in KLANTREIS_NODE_MODULES; Chromium from the system. `None` is one that is not there.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
from pathlib import Path
from typing import Any

from process import Command, run

BIN = Path(sys.executable).parent
_D2 = """
import { D2 } from "@terrastruct/d2";
import { readFileSync, writeFileSync } from "node:fs";
const [source, target] = process.argv.slice(2);
const d2 = new D2();
const result = await d2.compile(readFileSync(source, "utf-8"));
writeFileSync(target, await d2.render(result.diagram, result.renderOptions));
process.exit(0);
"""


def mermaid(journey: Path, folder: Path) -> Command | None:
    """Give the command that draws a journey's Mermaid text; its source is made here."""
    modules, browser = _modules(), _browser()
    program = modules / ".bin" / "mmdc" if modules else None
    if program is None or browser is None or not program.exists():
        return None
    source = _written(journey, folder / "journey.mmd")
    settings = folder / "puppeteer.json"
    settings.write_text(json.dumps({"executablePath": browser, "args": ["--no-sandbox"]}), "utf-8")
    return Command((str(program), "-i", str(source), "-o", str(folder / "mermaid.svg"), "-p", str(settings)))


def d2(journey: Path, folder: Path) -> Command | None:
    """Give the command that draws a journey's steps as a D2 diagram: boxes in a row a phase."""
    modules, node = _modules(), shutil.which("node")
    if modules is None or node is None or not (modules / "@terrastruct" / "d2").exists():
        return None
    resolved = json.loads(_written(journey, folder / "journey.json").read_text("utf-8"))
    source, script = folder / "journey.d2", modules.parent / "klantreis-d2.mjs"
    source.write_text("\n".join(_boxes(resolved)), "utf-8")
    script.write_text(_D2, "utf-8")
    return Command((node, str(script), str(source), str(folder / "d2.svg")))


def dot(journey: Path, folder: Path) -> Command:
    """Give the command with which Graphviz draws the flow that we describe."""
    source = _written(journey, folder / "journey.dot")
    return Command((str(BIN / "graphviz-pure"), "-Tsvg", str(source), "-o", str(folder / "dot.svg")))


def screenshot(journey: Path, folder: Path) -> Command | None:
    """Give the command with which a headless browser makes a PNG of our own SVG."""
    browser = _browser()
    if browser is None:
        return None
    picture = _written(journey, folder / "journey.svg")
    # As many pixels as ours: two for each of the picture's.
    arguments = (
        *("--headless", "--no-sandbox", "--disable-background-networking", "--force-device-scale-factor=2"),
        "--window-size=1600,2400",
    )
    return Command((browser, *arguments, f"--screenshot={folder / 'browser.png'}", picture.as_uri()))


def _written(journey: Path, target: Path) -> Path:
    run(Command((str(BIN / "klantreis"), "render", str(journey), "-o", str(target))))
    return target


def _boxes(resolved: dict[str, Any]) -> list[str]:
    """Give a chain of D2 boxes, one a touchpoint."""
    phases = resolved["journeys"][0]["journey"]["phases"]
    titles = [step["title"].replace('"', "'") for phase in phases for step in phase["touchpoints"]]
    boxes = [f'b{place}: "{title}"' for place, title in enumerate(titles)]
    return boxes + [f"b{place} -> b{place + 1}" for place in range(len(titles) - 1)]


def _modules() -> Path | None:
    folder = os.environ.get("KLANTREIS_NODE_MODULES")
    return Path(folder) if folder and Path(folder).is_dir() else None


def _browser() -> str | None:
    return shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
