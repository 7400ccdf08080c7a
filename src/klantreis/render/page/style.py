"""The style of a page: the rules are the same for every page of a look, and few are a page's own."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from markupsafe import Markup

from klantreis.render.kit import theme
from klantreis.render.kit.clean import FONTS
from klantreis.render.kit.icons import ICONS
from klantreis.render.kit.inline import Inline
from klantreis.render.kit.look import Look
from klantreis.render.kit.templates import template
from klantreis.render.page.writing import Writing

_ROOMY = ((1.25, 2200), (1.5, 2600), (2.0, 3400))
"""How much larger a page is shown, in a window at least so many pixels wide, if it still fits."""


def style_of(look: Look, ink: Inline, width: float, hints: Iterable[tuple[str, float]]) -> Markup:
    """Give all rules of a page whose widest part is `width` pixels wide.

    `hints` are the sections whose picture is scrolled in a window narrower than so many pixels.
    """
    wide = round(max(width, theme.PAGE_MIN))
    own = "\n".join(
        [f":root{{--page:{wide}px}}", *_zooms(wide, look.spacing.text), _paper(wide), *_hints(hints), ink.css()]
    )
    return Markup("\n").join((Markup(FONTS), _common(look), Markup(own)))  # noqa: S704  # numbers and names of ours


def _zooms(wide: int, scale: float) -> list[str]:
    """Give the rules that make use of a very large screen, and those of a look with larger text."""
    rules = [f":root{{--zoom:{scale:g}}}"] if scale != 1 else []
    for zoom, least in _ROOMY:
        window = max(least, round(wide * zoom * scale))
        rules.append(f"@media screen and (min-width:{window}px){{:root{{--zoom:{zoom * scale:g}}}}}")
    return rules


def _paper(wide: int) -> str:
    """Give the size of the printed page: the map as it is on a sheet of the ratio of A4, across."""
    return f"@page{{size:{wide}px {round(wide / 2**0.5)}px;margin:30px 0}}"


def _hints(hints: Iterable[tuple[str, float]]) -> list[str]:
    return [
        f"@media screen and (max-width:{round(least + 2 * theme.MARGIN)}px){{#{key} .scroll-hint{{display:flex}}}}"
        for key, least in hints
    ]


@lru_cache(maxsize=8)
def _common(look: Look) -> Markup:
    text = template("page.css.j2").render(
        light=look.colours,
        dark=look.dark,
        scheme=_scheme(look),
        theme=theme,
        phases=sum(1 for role in look.colours if role[0] == "p" and role[1:].isdecimal()),
        outlined=look.outlined,
        family=look.font.stack,
    )
    return Markup(text)  # noqa: S704  # our own template, with checked colours and names


def _scheme(look: Look) -> str:
    """Give the colour scheme that a browser's own parts follow."""
    if look.dark:
        return "light dark"
    paper, ink = (sum(bytes.fromhex(look.colours[role][1:])) for role in ("paper", "ink"))
    return "light" if paper > ink else "dark"


@lru_cache(maxsize=8)
def _icons(look: Look) -> Markup:
    found = [
        Markup('<symbol id="i-{}" viewBox="0 0 24 24"><path d="{}"/></symbol>').format(name, path)
        for name, path in ICONS.items()
    ]
    found += [
        Markup(
            '<pattern id="hatch-{0}" width="5" height="5" patternUnits="userSpaceOnUse" '
            'patternTransform="rotate(45)"><rect width="5" height="5" fill="{1}"/>'
            '<path d="M0 0V5" stroke="{2}" stroke-width="2"/></pattern>'
        ).format(role, look.colours["paper"], look.colours["faint"])
        for role in sorted(look.hatched)
    ]
    return Markup("\n").join(found)


def symbols(writing: Writing) -> Markup:
    """Give the icons, and every picture of the page once, however often it is shown."""
    pictures = [
        Markup('<image id="{}" width="{}" height="{}" href="{}"/>').format(key, held.width, held.height, held.data)
        for held, key in writing.cells.pictures.items()
    ]
    return Markup('<svg class="defs" aria-hidden="true"><defs>\n{}\n</defs></svg>').format(
        Markup("\n").join([_icons(writing.look), *pictures])
    )
