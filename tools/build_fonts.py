"""Builds the fonts that klantreis ships: Inter, cut down to what maps are written in.

    npm pack inter-ui && tar xzf inter-ui-*.tgz
    python tools/build_fonts.py package

Gives, in `src/klantreis/render/kit/fonts/`: a woff2 a face (embedded in SVG and HTML), a ttf a face
(for turning SVG into PNG), `advances.py` (the widths that layout measures with, so that nobody
needs fontTools at run time) and the licence. Only kerning and the joining of marks are kept:
contextual alternates would draw `->` as one arrow and make measured widths untrue.
"""

from __future__ import annotations

import shutil
import sys
import textwrap
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

FACES = {"regular": "Inter-Regular", "italic": "Inter-Italic", "semibold": "Inter-SemiBold"}
RANGES = (
    (0x20, 0x7E),
    (0xA0, 0x17F),  # Latin, Latin-1, Latin Extended-A
    (0x18F, 0x18F),
    (0x1A0, 0x1A1),
    (0x1AF, 0x1B0),
    (0x1E6, 0x1E7),
    (0x218, 0x21B),
    (0x259, 0x259),
    (0x2BB, 0x2BD),
    (0x2C6, 0x2C7),
    (0x2D8, 0x2DD),
    (0x300, 0x304),
    (0x306, 0x30C),
    (0x327, 0x328),
    (0x1E80, 0x1E85),
    (0x1E9E, 0x1E9E),
    (0x1EF2, 0x1EF3),
    (0x2002, 0x200B),
    (0x2010, 0x2015),
    (0x2018, 0x201E),
    (0x2020, 0x2022),
    (0x2026, 0x2026),
    (0x2030, 0x2030),
    (0x2032, 0x2033),
    (0x2039, 0x203A),
    (0x2044, 0x2044),
    (0x2070, 0x2079),
    (0x2080, 0x2089),
    (0x20AC, 0x20AC),
    (0x2116, 0x2116),
    (0x2122, 0x2122),
    (0x2190, 0x2193),
    (0x2196, 0x2199),
    (0x21BA, 0x21BB),  # arrows
    (0x2212, 0x2212),
    (0x2215, 0x2215),
    (0x2248, 0x2248),
    (0x2260, 0x2260),
    (0x2264, 0x2265),
    (0x25CB, 0x25CB),
    (0x25CF, 0x25CF),
    (0x25C6, 0x25C7),
    (0x2713, 0x2713),
)
TARGET = Path(__file__).resolve().parents[1] / "src" / "klantreis" / "render" / "fonts"


def build(face: str, source: Path) -> dict[str, int]:
    """Write one face as woff2 and ttf and give the advance of each character, in 1/2048 em."""
    options = subset.Options(
        layout_features=["kern", "ccmp", "mark", "mkmk"],
        hinting=False,
        notdef_outline=True,
        name_IDs=[0, 1, 2, 3, 4, 5, 6, 13, 14, 16, 17],
    )
    font = TTFont(source)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=[code for low, high in RANGES for code in range(low, high + 1)])
    cutter.subset(font)
    for flavor, suffix in (("woff2", "woff2"), (None, "ttf")):
        font.flavor = flavor
        font.save(TARGET / f"inter-{face}.{suffix}")
    advances = font["hmtx"].metrics
    return {chr(code): advances[name][0] for code, name in sorted(font.getBestCmap().items())}


def as_module(tables: dict[str, dict[str, int]]) -> str:
    """Give the widths as a Python module: the characters once, and a row of numbers a face."""
    characters = sorted(set.intersection(*map(set, tables.values())))
    lines = [
        '"""Advance widths of the shipped Inter in 1/2048 em; written by tools/build_fonts.py."""',
        "",
        "# ruff: noqa: SIM905  # a thousand numbers read better as one text",
        "from __future__ import annotations",
        "",
        "UNITS = 2048",
        "",
        "_CHARACTERS = (",
    ]
    escaped = [f"\\u{ord(char):04x}" for char in characters]
    lines += [f'    "{"".join(escaped[i : i + 18])}"' for i in range(0, len(escaped), 18)]
    lines += [")", "", "ADVANCES: dict[str, dict[str, int]] = {"]
    for face, table in tables.items():
        widths = " ".join(str(table[char]) for char in characters)
        lines.append(f'    "{face}": dict(zip(_CHARACTERS, map(int, (')
        lines += [f'        "{line} "' for line in textwrap.wrap(widths, 105)]
        lines.append("    ).split()), strict=True)),")
    return "\n".join([*lines, "}", ""])


def main(package: Path) -> None:
    """Build every face from an unpacked `inter-ui`."""
    TARGET.mkdir(parents=True, exist_ok=True)
    tables = {face: build(face, package / "web" / f"{name}.woff2") for face, name in FACES.items()}
    (TARGET / "advances.py").write_text(as_module(tables), encoding="utf-8")
    shutil.copy(package / "LICENSE.txt", TARGET / "OFL.txt")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
