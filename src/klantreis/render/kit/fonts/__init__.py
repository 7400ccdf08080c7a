"""The fonts of the map: Inter, under the SIL Open Font License (OFL.txt)."""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from importlib.resources import files

FACES = {"regular": (400, "normal"), "italic": (400, "italic"), "semibold": (600, "normal")}
"""Weight and style of each face we ship."""


@cache
def font_face(face: str) -> str:
    """Give the CSS rule that carries one face inside the document."""
    weight, style = FACES[face]
    data = b64encode(files(__name__).joinpath(f"inter-{face}.woff2").read_bytes()).decode("ascii")
    return (
        f"@font-face{{font-family:Inter;font-weight:{weight};font-style:{style};"
        f"src:url(data:font/woff2;base64,{data}) format('woff2')}}"
    )


@cache
def truetype(face: str) -> bytes:
    """Give one face as TrueType, for programs that turn SVG into pixels."""
    return files(__name__).joinpath(f"inter-{face}.ttf").read_bytes()
