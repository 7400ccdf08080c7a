"""Draws the picture in the README from the example it shows: `python tools/build_pictures.py`."""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from pathlib import Path

import resvg_py

from klantreis.render import fonts

ROOT = Path(__file__).resolve().parents[1]
JOURNEY = ROOT / "examples" / "nieuwe-website" / "klantreizen" / "nieuwe-website.yaml"
TARGET = ROOT / "docs" / "pictures" / "nieuwe-website.png"
UNTIL = "Wat er gebeurt"
"""The lane before which the picture ends: a README shows the upper part, the whole map is tall."""


def main() -> None:
    """Draw the map with the command itself, cut it, and write it as a PNG."""
    command = [sys.executable, "-m", "klantreis", "render", str(JOURNEY), "-o", "-", "--format", "svg"]
    svg = subprocess.run(command, capture_output=True, text=True, check=True, encoding="utf-8").stdout
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_bytes(png(cut(svg)))


def cut(svg: str) -> str:
    """Give the part of a map above the lane `UNTIL`."""
    label = re.search(rf'y="([0-9.]+)"[^>]*>{UNTIL}<', svg)
    if label is None:
        raise SystemExit(f"no lane {UNTIL!r} on the map")
    height = float(label[1]) - 24
    return re.sub(
        r'width="([0-9.]+)" height="[0-9.]+" viewBox="0 0 [0-9.]+ [0-9.]+"',
        rf'width="\1" height="{height}" viewBox="0 0 \1 {height}"', svg, count=1,
    )  # fmt: skip


def png(svg: str) -> bytes:
    """Give an SVG of ours as PNG, with the fonts that are shipped."""
    with tempfile.TemporaryDirectory() as folder:
        files = []
        for face in ("regular", "semibold", "italic"):
            file = Path(folder, f"{face}.ttf")
            file.write_bytes(fonts.truetype(face))
            files.append(str(file))
        return bytes(resvg_py.svg_to_bytes(svg_string=svg, font_files=files, skip_system_fonts=True))


if __name__ == "__main__":
    main()
