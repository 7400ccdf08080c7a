"""A map as one SVG file that stands by itself: fonts and pictures inside, literal colours."""

from __future__ import annotations

from klantreis.model.setting import Setting
from klantreis.render import theme
from klantreis.render.clean import FONTS, finish
from klantreis.render.draw import Stroke, Words
from klantreis.render.fonts import font_face
from klantreis.render.layout import lay_out
from klantreis.render.mapdata import build
from klantreis.render.measure import Style
from klantreis.render.pen import write
from klantreis.render.templates import template


def render_svg(setting: Setting) -> str:
    """Give the map of a journey as SVG; the same journey gives the same text, always."""
    data = build(setting)
    page = lay_out(data)
    styles = styles_of(page.strokes)
    return finish(
        template("map.svg.j2").render(
            data=data,
            page=page,
            c=theme.LIGHT,
            styles=styles,
            drawing=write(page.strokes, theme.LIGHT, styles, ""),
            family=theme.FAMILY,
            fonts=FONTS,
            title=f"{data.header.title} – {data.header.kicker}",
            description=data.summary or data.header.lead,
        ),
        "\n".join(font_face(face) for face in sorted({style.face for style in styles})),
    )


def styles_of(strokes: tuple[Stroke, ...]) -> dict[Style, str]:
    """Give a class name for each style of text in a picture."""
    used = {stroke.style for stroke in strokes if isinstance(stroke, Words)}
    return {style: f"s{place}" for place, style in enumerate(sorted(used, key=lambda s: (s.size, s.face)))}
