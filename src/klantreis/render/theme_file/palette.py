"""All colours from a few: what a marketer knows (paper, ink, accent, good, bad, phases) to every role.

Colours that were given stay as they are, even where they cannot be read: that is for the check on contrast to
say. Those made here are moved towards black or white until they can be.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from klantreis.render.kit.contrast import luminance, mix, ratio, readable
from klantreis.render.kit.theme import PHASES

_DARK = 0.18
"""Paper of less luminance is dark: half of what the eye calls grey."""

_GROUNDS = ("tag", "track", "good-area", "bad-area", *(f"{family}-tint" for family in ("good", "bad", "blue", "gold")))
"""Where soft text stands besides paper and cards."""


def palette(base: Mapping[str, str], given: Mapping[str, str], phases: Sequence[str] = ()) -> dict[str, str]:
    """Give every role: those of the base, changed by the roles that were given and what follows from them."""
    colours = {**base, **given}
    ground = "paper" in given or "ink" in given
    if ground:
        _ground(colours, given)
    for family in ("good", "bad", "blue", "gold"):
        if ground and family not in given:
            colours[family] = _fit(colours, colours[family])
        if ground or family in given:
            _family(colours, given, family)
    _set(colours, given, "soft", _fit(colours, colours["soft"], *_GROUNDS))
    if phases:
        _phases(colours, given, phases)
    elif ground:
        for place in range(len(PHASES)):
            colours[f"t{place}"] = _fit(colours, colours[f"t{place}"], "tag")
    return colours


def dark_inputs(given: Mapping[str, str], dark: Mapping[str, str]) -> dict[str, str]:
    """Give the colours of a light theme that also mean something on dark paper, made readable there."""
    kept = {role: given[role] for role in ("good", "bad", "blue", "gold") if role in given}
    return {role: _fit(dark, colour) for role, colour in kept.items()}


def _set(colours: dict[str, str], given: Mapping[str, str], role: str, colour: str) -> None:
    if role not in given:
        colours[role] = colour


def _ground(colours: dict[str, str], given: Mapping[str, str]) -> None:
    paper, ink = colours["paper"], colours["ink"]
    dark = luminance(paper) < _DARK
    _set(colours, given, "card", mix(paper, "#FFFFFF", 0.05 if dark else 0.7))
    for role, share in (("line", 0.11), ("edge", 0.14), ("track", 0.1), ("tag", 0.06), ("faint", 0.6)):
        _set(colours, given, role, mix(paper, ink, share))
    _set(colours, given, "soft", mix(ink, paper, 0.28))
    _set(colours, given, "pill", ink)
    _set(colours, given, "pill-text", max(paper, colours["card"], key=lambda colour: ratio(colour, colours["pill"])))


def _family(colours: dict[str, str], given: Mapping[str, str], family: str) -> None:
    """Give a colour its tint, the text on it, its area and its track."""
    paper, card, own = colours["paper"], colours["card"], colours[family]
    dark = luminance(paper) < _DARK
    _set(colours, given, f"{family}-tint", mix(paper if dark else card, own, 0.18 if dark else 0.11))
    ink = mix(own, "#FFFFFF", 0.6) if dark else mix(own, "#000000", 0.35)
    _set(colours, given, f"{family}-ink", _fit(colours, ink, f"{family}-tint"))
    if f"{family}-area" in colours:
        _set(colours, given, f"{family}-area", mix(paper, own, 0.16 if dark else 0.12))
    for faint, share in ((f"{family}-track", 0.3), (f"{family}-faint", 0.32)):
        if faint in colours:
            _set(colours, given, faint, mix(card, own, share))
    if f"{family}-text" in colours:
        _set(colours, given, f"{family}-text", _fit(colours, own))


def _phases(colours: dict[str, str], given: Mapping[str, str], phases: Sequence[str]) -> None:
    for place in range(len(PHASES)):
        own = phases[place % len(phases)]
        colours[f"p{place}"], colours[f"t{place}"] = own, _fit(colours, own, "tag")
    text = max(("#FFFFFF", "#000000"), key=lambda colour: min(ratio(colour, phase) for phase in phases))
    _set(colours, given, "on-phase", text)
    toned = mix(colours["on-phase"], phases[0], 0.08)
    _set(colours, given, "on-phase-soft", readable(toned, phases) or colours["on-phase"])


def _fit(colours: Mapping[str, str], colour: str, *grounds: str) -> str:
    """Give a colour of text that can be read on paper, on cards and on these grounds, if there is one."""
    held = [colours[ground] for ground in ("paper", "card", *grounds)]
    return readable(colour, held) or colour
