"""Draws every example in every view, with a page to browse them: `python tools/build_gallery.py FOLDER`."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from html import escape
from pathlib import Path

from klantreis.render.views import VIEWS

ROOT = Path(__file__).resolve().parents[1]
EXAMPLES = ROOT / "examples"
_STYLE = """
:root{color-scheme:light}
body{margin:0 auto;max-width:1500px;padding:40px;background:#FBFAF7;color:#1E2430;
font:15px/1.5 Inter,'Segoe UI','Helvetica Neue',Arial,sans-serif}
h1{font-size:34px;line-height:1.2;margin:0 0 8px}h2{font-size:20px;margin:56px 0 4px}p{color:#5B6474;margin:0 0 16px}
ul{list-style:none;padding:0;display:grid;grid-template-columns:repeat(auto-fill,minmax(320px,1fr));gap:20px}
li{background:#fff;border:1px solid #E3E0D8;border-radius:12px;overflow:hidden}
figure{margin:0}img{display:block;width:100%;height:220px;object-fit:cover;object-position:top left;
border-bottom:1px solid #E3E0D8}figcaption{padding:12px 16px}a{color:#1D4975}
a:focus-visible{outline:3px solid #2B6CB0;outline-offset:2px}
"""


@dataclass(frozen=True)
class Example:
    """A workspace among the examples, and its journeys' ids."""

    folder: Path
    journeys: tuple[str, ...]


def main() -> int:
    """Draw the gallery into the folder that is named; 0 when all is drawn."""
    if len(sys.argv) != 2:  # noqa: PLR2004  the program and the folder
        print(__doc__)
        return 2
    target = Path(sys.argv[1]).resolve()
    found = [draw(folder, target) for folder in sorted(EXAMPLES.iterdir()) if (folder / "klantreis.toml").is_file()]
    (target / "index.html").write_text(page(found), encoding="utf-8")
    print(f"Drawn: {target / 'index.html'}")
    return 0


def draw(folder: Path, target: Path) -> Example:
    """Draw all journeys of an example: pages with every view, pictures of each."""
    out = f"{target / folder.name}/"
    views = [option for view in VIEWS for option in ("--view", view)]
    for form in ("html", "markdown", "pdf", "svg"):
        render(folder, ".", *views, "--format", form, "-o", out)
    render(folder, ".", "--format", "json", "-o", out)
    render(folder, ".", *views, "--format", "png", "--scale", "0.5", "-o", out)
    ids = sorted(path.stem for path in Path(out).glob("*.json"))
    return Example(folder, tuple(ids))


def render(folder: Path, *arguments: str) -> None:
    """Run the command itself, as a user would."""
    subprocess.run([sys.executable, "-m", "klantreis", "render", *arguments], cwd=folder, check=True)


def page(found: list[Example]) -> str:
    """Give the page to browse them."""
    parts = [part for example in found for part in section(example)]
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>klantreis: a gallery</title>\n'
        f"<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n<h1>A gallery</h1>\n"
        "<p>Every example in every view, drawn by klantreis from YAML.</p>\n"
        + "\n".join(parts)
        + "\n</main>\n</body>\n</html>\n"
    )


def section(example: Example) -> list[str]:
    """Give the part of the page about one example."""
    name = example.folder.name
    parts = []
    for key in example.journeys:
        whole = " · ".join(
            f'<a href="{escape(f"{name}/{key}.{ending}")}">{ending}</a>' for ending in ("html", "pdf", "md", "json")
        )
        parts += [f"<h2>{escape(key)}</h2>", f"<p>All views: {whole}</p>", "<ul>"]
        # Several journeys share their curves; a lone one has its own.
        parts += [
            card(name, view if view == "curves" and len(example.journeys) > 1 else f"{key}-{view}", view)
            for view in VIEWS
        ]
        parts.append("</ul>")
    return parts


def card(folder: str, name: str, view: str) -> str:
    """Give one picture with its links."""
    path = escape(f"{folder}/{name}")
    return (
        f'<li><figure><a href="{path}.svg"><img src="{path}.png" alt="{escape(name)}" loading="lazy"></a>'
        f"<figcaption>{view}</figcaption></figure></li>"
    )


if __name__ == "__main__":
    sys.exit(main())
