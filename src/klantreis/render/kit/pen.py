"""Strokes written down as SVG elements; every text and every picture's name is escaped here.

This is Python rather than a template because a map is a thousand strokes: it takes a tenth of the time.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from markupsafe import Markup, escape

from klantreis.render.kit.draw import Clip, Group, Icon, Image, Line, Move, Rect, Shape, Stroke, Words
from klantreis.render.kit.measure import Style


def write(strokes: tuple[Stroke, ...], colours: Mapping[str, str], styles: Mapping[Style, str], prefix: str) -> Markup:
    """Give strokes as SVG. `colours` by role, a class by style; `prefix` makes ids one of a kind."""
    elements = [_WRITERS[type(stroke)](stroke, colours, styles, prefix) for stroke in strokes]
    return Markup("\n".join(elements))  # noqa: S704  # every writer escapes its texts


def _paint(fill: str, edge: str, thick: float, dash: str, colours: Mapping[str, str]) -> str:
    painted = f' fill="{colours[fill] if fill else "none"}"'
    return painted + _edge(edge, thick, dash, colours) if edge else painted


def _edge(edge: str, thick: float, dash: str, colours: Mapping[str, str]) -> str:
    width = f' stroke-width="{thick}"' if thick != 1 else ""
    return f' stroke="{colours[edge]}"{width}' + (f' stroke-dasharray="{dash}"' if dash else "")


def _words(o: Words, colours: Mapping[str, str], styles: Mapping[Style, str], _prefix: str) -> str:
    anchor = f' text-anchor="{o.anchor}"' if o.anchor != "start" else ""
    # An isolate keeps the signs at the ends of a right-to-left line where they belong.
    text = f"\u2067{escape(o.text)}\u2069" if o.rtl else escape(o.text)
    element = (
        f'<text x="{o.x}" y="{o.y}" class="{styles[o.style]}" fill="{colours[o.fill]}"{anchor} '
        f'data-left="{o.left}" data-room="{o.room}">{text}</text>'
    )
    return f'<a href="{escape(o.url)}">{element}</a>' if o.url else element


def _rect(o: Rect, colours: Mapping[str, str], _styles: Mapping[Style, str], _prefix: str) -> str:
    radius = f' rx="{o.radius}"' if o.radius else ""
    name = f' class="{o.name}"' if o.name else ""
    paint = _paint(o.fill, o.edge, o.thick, o.dash, colours)
    return f'<rect x="{o.x}" y="{o.y}" width="{o.width}" height="{o.height}"{radius}{paint}{name}/>'


def _line(o: Line, colours: Mapping[str, str], _styles: Mapping[Style, str], _prefix: str) -> str:
    return f'<path d="M{o.x1} {o.y1}L{o.x2} {o.y2}"{_edge(o.edge, o.thick, o.dash, colours)}/>'


def _shape(o: Shape, colours: Mapping[str, str], _styles: Mapping[Style, str], prefix: str) -> str:
    clip = f' clip-path="url(#{prefix}{o.clip})"' if o.clip else ""
    return f'<path d="{o.path}"{_paint(o.fill, o.edge, o.thick, o.dash, colours)}{clip} stroke-linejoin="round"/>'


def _icon(o: Icon, colours: Mapping[str, str], _styles: Mapping[Style, str], _prefix: str) -> str:
    return (
        f'<path d="{o.path}" transform="translate({o.x} {o.y}) scale({o.scale})" class="icon" '
        f'stroke="{colours[o.edge]}"/>'
    )


def _clip(o: Clip, _colours: Mapping[str, str], _styles: Mapping[Style, str], prefix: str) -> str:
    radius = f' rx="{o.radius}"' if o.radius else ""
    return (
        f'<clipPath id="{prefix}{o.id}"><rect x="{o.x}" y="{o.y}" width="{o.width}" '
        f'height="{o.height}"{radius}/></clipPath>'
    )


def _image(o: Image, _colours: Mapping[str, str], _styles: Mapping[Style, str], prefix: str) -> str:
    return (
        f'<image x="{o.x}" y="{o.y}" width="{o.width}" height="{o.height}" preserveAspectRatio="xMidYMid slice" '
        f'clip-path="url(#{prefix}{o.clip})" href="{escape(o.data)}"><title>{escape(o.name)}</title></image>'
    )


def _group(o: Group, _colours: Mapping[str, str], _styles: Mapping[Style, str], _prefix: str) -> str:
    return "</g>" if o.shut else f"<g><title>{escape(o.title)}</title>"


def _move(o: Move, _colours: Mapping[str, str], _styles: Mapping[Style, str], _prefix: str) -> str:
    if o.shut:
        return "</g>"
    scale = f" scale({o.scale})" if o.scale != 1 else ""
    return f'<g transform="translate({o.x} {o.y}){scale}">'


_WRITERS: dict[type[Stroke], Callable[..., str]] = {
    Words: _words,
    Rect: _rect,
    Line: _line,
    Shape: _shape,
    Icon: _icon,
    Clip: _clip,
    Image: _image,
    Group: _group,
    Move: _move,
}
