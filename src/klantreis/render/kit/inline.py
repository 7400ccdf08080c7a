"""Pictures inside a page: colours as custom properties, so that they follow the page into the dark."""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup, escape

from klantreis.render.kit.draw import Stroke, Words
from klantreis.render.kit.ink import inked
from klantreis.render.kit.look import Look
from klantreis.render.kit.measure import Style
from klantreis.render.kit.pen import write


class _Classes(dict[Style, str]):
    """The class of each style of text; one that is met for the first time gets the next name."""

    def __missing__(self, style: Style) -> str:
        self[style] = name = f"f{len(self)}"
        return name


class Inline:
    """Writes the pictures of one page, which share their classes of text."""

    def __init__(self, look: Look) -> None:
        self._look = look
        self._paints: Mapping[str, str] = {
            role: f"url(#hatch-{role})" if role in look.hatched else f"var(--{role})" for role in look.colours
        }
        self._classes: Mapping[Style, str] = _Classes()

    def svg(
        self, width: float, height: float, strokes: tuple[Stroke, ...], *, key: str, name: str, alt: Markup
    ) -> Markup:
        """Give a picture as an SVG element.

        `key` makes its ids one of a kind on the page, `name` is its class, `alt` its attributes for who
        cannot see it (`labelled`, `labelled_by`, `HIDDEN`).
        """
        # Links in a picture must stay reachable: an image has no inside.
        links = any(isinstance(stroke, Words) and stroke.url for stroke in strokes)
        role = "" if alt == HIDDEN else 'role="group" ' if links else 'role="img" '
        drawn = write(inked(strokes, self._look), self._paints, self._classes, f"{key}-")
        return Markup(  # noqa: S704  # every part is escaped where it is made
            f'<svg class="drawing {name}" width="{width:g}" height="{height:g}" viewBox="0 0 {width:g} {height:g}" '
            f"{role}{alt}>\n{drawn}\n</svg>"
        )

    def css(self) -> str:
        """Give the rules for the texts of every picture written so far."""
        return "\n".join(
            f".{name}{{font-size:{style.size:g}px{_FACES.get(style.face, '')}}}"
            for style, name in self._classes.items()
        )


_FACES = {"semibold": ";font-weight:600", "italic": ";font-style:italic"}
HIDDEN = Markup('aria-hidden="true"')
"""The attributes of a picture that says nothing the text beside it does not say."""


def labelled(text: str) -> Markup:
    """Give a text alternative as an attribute."""
    return Markup(f'aria-label="{escape(text)}"')  # noqa: S704  # escaped right here


def labelled_by(element: str) -> Markup:
    """Give the element that holds the text alternative, by its id."""
    return Markup(f'aria-labelledby="{escape(element)}"')  # noqa: S704  # escaped right here
