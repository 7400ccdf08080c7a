"""A picture as one SVG file that stands by itself: fonts and pictures inside, literal colours.

Python rather than a template: a process that draws one map would spend more on compiling it than on the map.
"""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import escape

from klantreis.render.kit.clean import FONTS, finish
from klantreis.render.kit.draw import Stroke, Words
from klantreis.render.kit.ink import inked, paints
from klantreis.render.kit.look import LOOKS, Look
from klantreis.render.kit.measure import Style
from klantreis.render.kit.pen import write
from klantreis.render.kit.sheet import Page

_WIDE_SET = 30
"""From this size on letters stand closer, in pixels."""
_WEIGHTS = {"semibold": ";font-weight:600", "italic": ";font-style:italic"}


def svg(page: Page, *, language: str, title: str, description: str, look: Look = LOOKS["auto"]) -> str:
    """Give a picture as SVG; the same picture gives the same text, always. `language` is a BCP 47 tag."""
    styles, scale = styles_of(page.strokes), look.spacing.text
    width, height = round(page.width * scale, 1), round(page.height * scale, 1)
    tag = escape(language)
    root = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
        f'viewBox="0 0 {page.width} {page.height}" lang="{tag}" xml:lang="{tag}" role="img" '
        'aria-labelledby="title description">'
    )
    lines = [
        root,
        f'<title id="title">{escape(title)}</title>',
        f'<desc id="description">{escape(description)}</desc>',
        "<style>",
        FONTS,
        f"text{{font-family:{escape(look.font.stack)};white-space:pre}}",
        *(_rule(style, name) for style, name in styles.items()),
        ".icon{fill:none;stroke-width:1.7;stroke-linecap:round;stroke-linejoin:round}",
        "</style>",
        *_patterns(look),
        f'<rect width="{page.width}" height="{page.height}" fill="{look.colours["paper"]}"/>',
        write(inked(page.strokes, look), paints(look), styles, ""),
        "</svg>\n",
    ]
    return finish("\n".join(lines), look.font.rules({style.face for style in styles}))


def _rule(style: Style, name: str) -> str:
    close = ";letter-spacing:-.6px" if style.size > _WIDE_SET else ""
    return f".{name}{{font-size:{style.size}px{_WEIGHTS.get(style.face, '')}{close}}}"


def _patterns(look: Look) -> Iterator[str]:
    """Give the stripes of a look of one ink."""
    if not look.hatched:
        return
    yield "<defs>"
    for role in sorted(look.hatched):
        yield (
            f'<pattern id="hatch-{role}" width="5" height="5" patternUnits="userSpaceOnUse" '
            f'patternTransform="rotate(45)"><rect width="5" height="5" fill="{look.colours["paper"]}"/>'
            f'<path d="M0 0V5" stroke="{look.colours["faint"]}" stroke-width="2"/></pattern>'
        )
    yield "</defs>"


def styles_of(strokes: tuple[Stroke, ...]) -> dict[Style, str]:
    """Give a class name for each style of text in a picture."""
    used = {stroke.style for stroke in strokes if isinstance(stroke, Words)}
    return {style: f"s{place}" for place, style in enumerate(sorted(used, key=lambda s: (s.size, s.face)))}
