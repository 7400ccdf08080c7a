"""Draws the pictures in the docs from the examples, with klantreis itself: `python tools/build_pictures.py`."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from klantreis.render.writers.png import draw

ROOT = Path(__file__).resolve().parents[1]
TARGET = ROOT / "docs" / "pictures"
EXAMPLES = ROOT / "examples"
WEBSITE = EXAMPLES / "nieuwe-website" / "klantreizen" / "nieuwe-website.yaml"
MICHIEL = EXAMPLES / "michiel-mobiel" / "klantreizen" / "michiel-mobiel.yaml"
DREAMS = (MICHIEL.with_name("michiel-mobiel-droom.yaml"), MICHIEL.with_name("michiel-mobiel-2031.yaml"))
ROADMAP = EXAMPLES / "michiel-mobiel" / "roadmap.yaml"
UNTIL = "Wat er gebeurt"
"""The lane before which the picture in the README ends: it shows the upper part, the whole map is tall."""
WIDE = 1600
"""The width of every picture, in pixels."""


def main() -> None:
    """Draw every picture anew."""
    TARGET.mkdir(exist_ok=True)
    (TARGET / "nieuwe-website.png").write_bytes(draw(sized(cut(svg_of("render", WEBSITE)))))
    pictures = {
        "gap": svg_of("gap", MICHIEL, DREAMS[0]),
        "roadmap": svg_of("roadmap", ROADMAP, "--today", "2026-11-22"),
        "curves": svg_of("render", MICHIEL, *DREAMS, "--view", "curves"),
    }
    for view in ("map", "blueprint", "flow", "channels", "teams", "priorities"):
        pictures[view] = svg_of("render", MICHIEL, "--view", view)
    for name, svg in pictures.items():
        (TARGET / f"michiel-mobiel-{name}.png").write_bytes(draw(sized(svg)))


def svg_of(command: str, *arguments: Path | str) -> str:
    """Give what a command draws, as SVG."""
    option = "--format" if command == "render" else "--output-format"
    call = [sys.executable, "-m", "klantreis", command, *map(str, arguments), "-o", "-", option, "svg"]
    return subprocess.run(call, capture_output=True, text=True, check=True, encoding="utf-8").stdout


def cut(svg: str) -> str:
    """Give the part of a map above the lane `UNTIL`."""
    moved = re.search(r'<g transform="translate\([0-9.]+ ([0-9.]+)\)">', svg)
    label = re.search(rf'y="([0-9.]+)"[^>]*>{UNTIL}<', svg)
    if label is None or moved is None:
        raise SystemExit(f"no lane {UNTIL!r} on the map")
    height = float(label[1]) + float(moved[1]) - 24
    return re.sub(
        r'width="([0-9.]+)" height="[0-9.]+" viewBox="0 0 [0-9.]+ [0-9.]+"',
        rf'width="\1" height="{height}" viewBox="0 0 \1 {height}"', svg, count=1,
    )  # fmt: skip


def sized(svg: str) -> str:
    """Give an SVG of ours as wide as the pictures in the docs are."""
    found = re.search(r'width="([0-9.]+)" height="([0-9.]+)"', svg)
    if found is None:
        raise SystemExit("no size in the picture")
    high = round(float(found[2]) * WIDE / float(found[1]))
    return svg[: found.start()] + f'width="{WIDE}" height="{high}"' + svg[found.end() :]


if __name__ == "__main__":
    main()
