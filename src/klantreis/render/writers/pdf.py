"""PDF: pages of paper with real text, tagged, the same bytes for the same journey."""

from __future__ import annotations

import json
import re
import tempfile
from collections.abc import Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from klantreis.errors import UsageError
from klantreis.render.kit.look import Look
from klantreis.render.kit.svg import svg
from klantreis.render.paper.pages import Leaf, leaves
from klantreis.render.paper.sizes import paper_of
from klantreis.render.parts import Options, Part
from klantreis.render.writers.glyphs import foreign
from klantreis.wording import shortened

_DOCUMENT = b"""\
#let data = json(bytes(sys.inputs.data))
#set document(title: data.title, date: none)
#set text(lang: data.lang, region: if data.region == "" { none } else { data.region })
#for leaf in data.leaves {
  page(width: leaf.width * 1pt, height: leaf.height * 1pt, margin: 0pt, fill: none, {
    if leaf.name != "" { place(top + left, hide(heading(bookmarked: true, outlined: true, leaf.name))) }
    place(top + left, image(bytes(leaf.svg), format: "svg", width: 100%, height: 100%, alt: leaf.alt))
    for spot in leaf.links {
      place(top + left, dx: spot.x * 1pt, dy: spot.y * 1pt,
        link(spot.url, box(width: spot.width * 1pt, height: spot.height * 1pt)))
    }
  })
}
"""
"""Everything that comes from a journey is data to it: no text is ever read as markup."""
_FONTS = re.compile(r"@font-face\{[^{}]*\}\n?")
_TAG = re.compile(r"([a-z]{2,3})(?:-(?:[A-Za-z]{4}-)?([A-Z]{2})\b)?")


def write(parts: Sequence[Part], options: Options) -> bytes:
    """Give views as one PDF, each on its own pages.

    Raises `UsageError` for a paper that is not known, and where typst is not installed,
    and for a picture that cannot be read.
    """
    typst = _typst()
    found = leaves([part.sheet() for part in parts], paper_of(options.paper))
    data = _data(found, _on_white(options.look))
    with tempfile.TemporaryDirectory(prefix="klantreis-") as folder:
        for number, content in enumerate(options.look.font.truetype()):
            Path(folder, f"{number}.ttf").write_bytes(content)
        fonts = typst.Fonts(
            # Only for what Inter lacks: the fonts of a machine must not change what other machines draw.
            include_system_fonts=foreign("".join(leaf["svg"] for leaf in data["leaves"])),
            include_embedded_fonts=False,
            font_paths=[folder],
        )
        compiler = typst.Compiler(_DOCUMENT, font_paths=fonts, sys_inputs={"data": json.dumps(data)})
        try:
            made = compiler.compile(format="pdf")
        except typst.TypstError as error:
            # Whether a picture from a stranger is whole is known only to who draws it.
            raise UsageError(
                f"this cannot be made a PDF: {shortened(str(error))}.",
                "A picture that is broken does this: look at those of the journey and the theme.",
            ) from error
    if not isinstance(made, bytes):  # several files are only given for pictures
        raise TypeError(made)
    return made


def _typst() -> Any:
    try:
        import typst
    except ImportError:
        raise UsageError(
            "PDF needs typst, which is not installed.", "Install it: `pip install 'klantreis[pdf]'`."
        ) from None
    return typst


def _on_white(look: Look) -> Look:
    """Give the look on white, unless somebody chose one: a tinted ground is ink on every page."""
    return replace(look, colours={**look.colours, "paper": "#FFFFFF"}) if look.name == "auto" else look


def _data(found: list[Leaf], look: Look) -> dict[str, Any]:
    language = _TAG.match(found[0].sheet.language)
    return {
        "title": _title(found),
        "lang": language[1] if language else "nl",
        "region": (language[2] or "") if language else "",
        "leaves": [_leaf(leaf, look, several=found[0].sheet is not found[-1].sheet) for leaf in found],
    }


def _title(found: list[Leaf]) -> str:
    header = found[0].sheet.header
    return f"{header.title} – {header.kicker}"


def _leaf(leaf: Leaf, look: Look, *, several: bool) -> dict[str, Any]:
    header, sheet = leaf.sheet.header, leaf.sheet
    title = f"{header.title} – {header.kicker}"
    alt = sheet.summary if leaf.number == 1 else f"{title} ({leaf.number} / {leaf.of})"
    text = svg(leaf.page, language=sheet.language, title=title, description="", look=look)
    return {
        "width": leaf.width,
        "height": leaf.height,
        "name": f"{header.title} – {sheet.name}" if several and leaf.number == 1 else "",
        "svg": _FONTS.sub("", text),
        "alt": alt,
        "links": [asdict(link) for link in leaf.links],
    }
