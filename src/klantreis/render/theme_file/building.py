"""From a theme file to a look, its contrast checked."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from klantreis.config import find_config
from klantreis.errors import UsageError
from klantreis.render.kit.contrast import NEED, failing, readable
from klantreis.render.kit.current import Logo, Spacing
from klantreis.render.kit.images import picture
from klantreis.render.kit.items import Picture
from klantreis.render.kit.look import LOOKS, Look
from klantreis.render.theme_file.fonts import font_of
from klantreis.render.theme_file.keys import (
    BASES,
    COLOURS,
    FRIENDLY,
    LOGO,
    LOGO_HEIGHTS,
    MOST_PHASES,
    ROLE_OF,
    SPACING,
)
from klantreis.render.theme_file.palette import dark_inputs, palette
from klantreis.render.theme_file.reading import ThemeFile, open_theme
from klantreis.suggest import did_you_mean, nearest
from klantreis.wording import shortened


def look_of(written: str, root: Path | None = None) -> Look:
    """Give the look that somebody asked for: the name of a built-in one, or the path of a theme file.

    Raises `UsageError` for a name that is neither, and for a theme with mistakes.
    """
    if written in LOOKS:
        return LOOKS[written]
    path = Path(written)
    looks_like_a_path = path.suffix or "/" in written or "\\" in written
    if not looks_like_a_path and not os.path.exists(path):
        hint = did_you_mean(written, LOOKS) or f"There are {', '.join(LOOKS)}; or name a theme file."
        raise UsageError(f"no theme `{shortened(written)}`.", hint)
    return load_look(path, root)


def load_look(path: Path, root: Path | None = None) -> Look:
    """Give the look of a theme file. What it names must lie under `root`: unless given, its workspace or its folder.

    Raises `UsageError` with every mistake, its place and what to do about it.
    """
    theme = open_theme(path)
    if root is None:
        config = find_config(path.resolve().parent)
        root = config.root if config else path.resolve().parent
    name = theme.text(("name",), theme.data["name"]) if "name" in theme.data else path.stem
    base = _base(theme)
    colours, dark, phases = _colours(theme, base)
    font, warnings = font_of(theme, root)
    spacing, logo = _spacing(theme), _logo(theme, name, root, dark=dark is not None)
    theme.finish()
    return Look(
        name,
        colours,
        dark,
        spacing,
        font,
        phases,
        logo,
        LOOKS[base].outlined,
        LOOKS[base].hatched,
        warnings,
    )


def _base(theme: ThemeFile) -> str:
    written = theme.data.get("extends", "auto")
    if written in BASES:
        return str(written)
    hint = did_you_mean(str(written), BASES) or f"There are {', '.join(BASES)}."
    theme.wrong(("extends",), "`extends` names no built-in theme.", hint)
    return "auto"


def _colours(theme: ThemeFile, base: str) -> tuple[dict[str, str], dict[str, str] | None, int]:
    """Give the colours, those of dark pages, and how many colours phases take turns in."""
    given, phases = _given(theme, "colours")
    own, own_phases = _given(theme, "dark")
    look = LOOKS[base]
    if "dark" in theme.data and base in ("dark", "print"):
        theme.wrong(("dark",), f"A theme that extends `{base}` has no dark side.", "Extend `auto`.", key=True)
    colours = palette(look.colours, given, phases)
    _check(theme, "colours", colours, given, phases)
    dark = None
    if base == "auto" or "dark" in theme.data:
        under = dark_inputs(given, palette(LOOKS["dark"].colours, own)) | own
        dark_phases = own_phases or phases
        dark = palette(LOOKS["dark"].colours, under, dark_phases)
        _check(theme, "dark", dark, own, own_phases)
    return colours, dark, len(phases) or look.phases


def _given(theme: ThemeFile, where: str) -> tuple[dict[str, str], list[str]]:
    """Give the colours of a table by role, and those of the phases."""
    if where not in theme.data:
        return {}, []
    known = [*COLOURS, "phases"]
    held = theme.mapping((where,), theme.data[where], known)
    phases = _phases(theme, where, held.pop("phases")) if "phases" in held else []
    read = {ROLE_OF[name]: theme.colour((where, name), value) for name, value in held.items()}
    return {role: colour for role, colour in read.items() if colour}, phases


def _phases(theme: ThemeFile, where: str, value: Any) -> list[str]:
    listed = value if isinstance(value, list) else [value]
    if not 1 <= len(listed) <= MOST_PHASES:
        theme.wrong((where, "phases"), f"`phases` holds 1 to {MOST_PHASES} colours.", "Phases take turns in them.")
        return []
    read = [theme.colour((where, "phases", place), colour) for place, colour in enumerate(listed)]
    return [colour for colour in read if colour]


def _check(theme: ThemeFile, table: str, colours: dict[str, str], given: dict[str, str], phases: list[str]) -> None:
    """Note every colour that makes text unreadable: the worst it does, and the nearest one that would do."""
    if theme.mistakes:
        return  # A colour that could not be read left its role to the base: what it clashes with says nothing.
    blame: dict[str, list[tuple[float, str, str]]] = {}
    for text, ground, found in failing(colours):
        if text == "on-phase-soft" and text not in given and colours[text] == colours["on-phase"]:
            continue  # Made from `on-phase`, which is told of.
        blamed = ground if text not in given and _written(ground, given, phases) else text
        blame.setdefault(blamed, []).append((found, text, ground))
    told = set()
    for blamed, pairs in blame.items():
        found, text, ground = min(pairs)
        name = _called(blamed, phases)
        if name in told:
            continue
        told.add(name)
        better = readable(colours[blamed], [colours[b if blamed == a else a] for _, a, b in pairs])
        todo = f"`{better}` would do." if better else "No shade of it would do: change the other one."
        theme.wrong(
            _place(table, blamed, given, phases),
            f"Text cannot be read: `{_called(text, phases)}` {colours[text]} on `{_called(ground, phases)}` "
            f"{colours[ground]} has a contrast of {int(found * 100) / 100} to 1, and text needs {NEED}.",
            f"For `{name}`, {todo}",
        )


def _written(role: str, given: dict[str, str], phases: list[str]) -> bool:
    return role in given or (role not in FRIENDLY and bool(phases))


def _called(role: str, phases: list[str]) -> str:
    if role in FRIENDLY:
        return FRIENDLY[role]
    return f"phases[{int(role[1:]) % (len(phases) or MOST_PHASES)}]"


def _place(table: str, role: str, given: dict[str, str], phases: list[str]) -> tuple[str | int, ...]:
    if role in given:
        return (table, FRIENDLY[role])
    return (table, "phases", int(role[1:]) % len(phases)) if role not in FRIENDLY and phases else (table,)


def _spacing(theme: ThemeFile) -> Spacing:
    if "spacing" not in theme.data:
        return Spacing()
    held = theme.mapping(("spacing",), theme.data["spacing"], SPACING)
    read = {key: theme.number(("spacing", key), value, *SPACING[key][:2]) for key, value in held.items()}
    given = {key: value for key, value in read.items() if value is not None}
    # Written measures are those that a reader sees: layout works at the ordinary size of text.
    scale = given.get("text", 1.0)
    measures = {key: value if key == "text" else round(value / scale, 2) for key, value in given.items()}
    for key in ("label", "column"):
        least = SPACING[key][0]
        if key in measures and measures[key] < least * 0.9:
            todo = f"Give it at least {round(least * 0.9 * scale + 0.5)}."
            theme.wrong(("spacing", key), f"`{key}` is too narrow for text of {scale:g} times its size.", todo)
    return Spacing(**measures)


def _logo(theme: ThemeFile, name: str, root: Path, *, dark: bool) -> Logo | None:
    if "logo" not in theme.data:
        return None
    value = theme.data["logo"]
    held = {"file": value} if isinstance(value, str) else theme.mapping(("logo",), value, LOGO)
    if "file" not in held:
        if isinstance(value, dict) and not nearest("file", value):
            theme.wrong(("logo",), "`logo` has no `file`.", "Name a picture inside the workspace.")
        return None
    where = ("logo",) if isinstance(value, str) else ("logo", "file")
    alt = theme.text(("logo", "alt"), held["alt"]) if "alt" in held else name
    height = theme.number(("logo", "height"), held["height"], *LOGO_HEIGHTS) if "height" in held else 36.0
    found = _picture(theme, where, held["file"], root, alt)
    other = _picture(theme, ("logo", "dark"), held["dark"], root, alt) if "dark" in held else None
    if found is None or height is None:
        return None
    return Logo(found, round(height / _scale(theme), 2), other if dark else None)


def _picture(theme: ThemeFile, where: tuple[str, ...], written: Any, root: Path, alt: str) -> Picture | None:
    file = theme.text(where, written)
    if not file:
        return None
    found = picture(file, theme.path.parent, root, alt)
    if not found.data:
        todo = "It takes a PNG, JPEG, GIF, WebP or SVG inside the workspace; the path starts from the theme file."
        theme.wrong(where, f"`{file}` is no picture that can be shown.", todo)
        return None
    return found


def _scale(theme: ThemeFile) -> float:
    spacing = theme.data.get("spacing")
    scale = spacing.get("text", 1.0) if isinstance(spacing, dict) else 1.0
    return (
        float(scale) if isinstance(scale, (int, float)) and SPACING["text"][0] <= scale <= SPACING["text"][1] else 1.0
    )
