"""Drawing what was asked for: options read, parts dealt over files, files written."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from klantreis.errors import UsageError
from klantreis.wording import shortened

if TYPE_CHECKING:
    from klantreis.cli.targets import Target
    from klantreis.model.setting import Setting
    from klantreis.render.formats import Format
    from klantreis.render.parts import Options

BINARY = ("png", "pdf")
_LANES = ("lanes", "hide")
_HEAD = 256 * 1024
"""How much of a theme is looked through for a name, in bytes: themes are short."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What the command line asks for, as it was written."""

    output: str = ""
    form: str = ""
    views: tuple[str, ...] = ()
    lanes: tuple[str, ...] = ()
    hide: tuple[str, ...] = ()
    phases: tuple[str, ...] = ()
    language: str = ""
    theme: str = ""
    templates: str = ""
    scale: float | None = None
    paper: str = ""


def split(written: Sequence[str] | None) -> tuple[str, ...]:
    """Give the names in options that may be repeated and may hold several, with commas between.

    Raises `UsageError` when an option was written and names nothing.
    """
    names = tuple(name.strip() for part in written or () for name in part.split(",") if name.strip())
    if written and not names:
        raise UsageError("an option that chooses names nothing.", "Is a variable of the shell not set?")
    return names


def format_for(asked: Asked) -> Format:
    """Give the format that the output's ending and `--format` say together.

    Raises `UsageError` when they disagree, or when an option or a view does not go with the format.
    """
    from klantreis.cli.endings import format_of
    from klantreis.cli.files import refuse_source
    from klantreis.cli.targets import is_folder
    from klantreis.render.formats import FORMATS

    if asked.form:
        _known("--format", "format", asked.form, FORMATS)
    if asked.output in ("", "-") or is_folder(asked.output):
        form = FORMATS[asked.form or "html"]
    else:
        endings = {form.ending: form.name for form in FORMATS.values()}
        if Path(asked.output).suffix.lower() not in endings:
            refuse_source(asked.output)
        _refuse_own(asked)
        form = FORMATS[format_of(asked.output, asked.form or None, endings, "--format")]
    _check(asked, form)
    return form


def _refuse_own(asked: Asked) -> None:
    """Refuse to draw over the theme, its logo, or a template that it is drawn with. Raises `UsageError`."""
    real = os.path.realpath(asked.output)
    if asked.theme and real == os.path.realpath(asked.theme):
        raise UsageError(f"{asked.output}: this is the theme, and would be lost.", "Name another file to write to.")
    if asked.theme and os.path.isfile(real) and os.path.isfile(asked.theme):
        head = Path(asked.theme).read_bytes()[:_HEAD]
        if os.path.basename(real).encode() in head:
            raise UsageError(
                f"{asked.output}: the theme names this file, and it would be lost.", "Name another file to write to."
            )
    if asked.templates and real.endswith(".j2") and os.path.dirname(real) == os.path.realpath(asked.templates):
        raise UsageError(f"{asked.output}: this is a template, and would be lost.", "Name another file to write to.")


def _check(asked: Asked, form: Format) -> None:
    from klantreis.render.views import VIEWS

    for name in asked.views:
        _known("--view", "view", name, VIEWS)
        if form.views and name not in form.views:
            raise UsageError(f"{form.name} cannot hold the {name} view.", f"It holds: {', '.join(form.views)}.")
    views = asked.views or form.views or ("map",)
    if (asked.lanes or asked.hide) and not (form.lanes and any(VIEWS[name].lanes for name in views)):
        option = f"--{_LANES[not asked.lanes]}"
        raise UsageError(f"{option}: there are no lanes in this.", "The map and the blueprint have lanes.")
    for value, option, wanted in (
        (asked.scale, "--scale", ("png",)),
        (asked.paper, "--paper", ("pdf",)),
        (asked.templates, "--templates", ("html",)),
        (asked.theme, "--theme", ("html", "svg", "png", "pdf")),
        (asked.language, "--lang", ("html", "svg", "png", "pdf", "markdown", "mermaid", "dot")),
    ):
        if value not in (None, "") and form.name not in wanted:
            raise UsageError(f"{option} means nothing to {form.name}.", _way_to(wanted))
    if form.name in BINARY and asked.output == "-" and sys.stdout.isatty():
        raise UsageError(f"{form.name} is no text for a terminal.", "Name a file with `-o`, or send it to a program.")


def _known(option: str, what: str, name: str, names: Iterable[str]) -> None:
    """Raises `UsageError` for a name that is none of those there are."""
    if name in names:
        return
    from klantreis.suggest import did_you_mean

    hint = did_you_mean(name, names) or f"One of {', '.join(names)}."
    raise UsageError(f"{option}: no {what} `{shortened(name)}`.", hint)


def _way_to(wanted: tuple[str, ...]) -> str:
    *most, last = wanted
    names = f"{', '.join(most)} and {last}" if most else last
    return f"It is for {names}: name such a file with `-o`, as in `-o kaart.{wanted[0]}`."


def draw_all(found: Sequence[tuple[str, Setting]], asked: Asked, form: Format) -> list[Target]:
    """Draw journeys and write the files; give what was drawn where. Raises `UsageError` and `PathError`."""
    from klantreis.cli.progress import progress
    from klantreis.cli.spread import spread
    from klantreis.cli.targets import is_folder, targets
    from klantreis.engine.settings import twice
    from klantreis.render import prepare
    from klantreis.render.content.choice import Choice, resolved
    from klantreis.render.parts import parts_of
    from klantreis.render.views import VIEWS

    settings = [_speaking(setting, asked.language) for _, setting in found]
    if (not asked.output or is_folder(asked.output)) and (same := twice(found)):
        key, first, second = same
        raise UsageError(
            f"two journeys with the id `{key}`: {first} and {second}.", "Draw them one by one, each with its own `-o`."
        )
    views = asked.views or form.views[:1] or ("map",)
    joint = all(VIEWS[name].joint for name in views)
    choice = resolved(Choice(asked.lanes, asked.hide, asked.phases), settings, joint=joint)
    chosen = targets(parts_of(settings, views, choice), asked.output, form)
    _refuse_pictures(chosen, settings)
    options = _options(asked)
    if "map" in views and form.lanes:
        prepare(settings, options)

    def draw(number: int) -> None:
        _write(chosen[number], form.write(chosen[number].parts, options))

    with progress("Drawing", len(chosen)) as advance:
        spread(draw, len(chosen), advance)
    return chosen


def _refuse_pictures(chosen: Sequence[Target], settings: Sequence[Setting]) -> None:
    """Refuse to draw over a picture that a journey shows. Raises `UsageError`."""
    from klantreis.cli.watched import pictures

    shown = {os.path.realpath(path) for path in pictures(settings)}
    for target in chosen if shown else ():
        if target.path is not None and os.path.realpath(target.path) in shown:
            raise UsageError(
                f"{target.path}: a journey shows this picture, and it would be lost.", "Name another file to write to."
            )


def _speaking(setting: Setting, language: str) -> Setting:
    """Give a journey whose fixed words are in another language. Raises `UsageError` for one we do not know."""
    if not language:
        return setting
    from klantreis.language.words import DEFAULT, code_of, known, languages

    if not known(code_of(language)):
        raise UsageError(f"--lang: no words in `{shortened(language)}`.", f"One of {', '.join(languages())}.")
    journey = setting.journey.model_copy(update={"language": language})
    return replace(setting, journey=journey, texts=setting.journey.language or DEFAULT)


def _options(asked: Asked) -> Options:
    """Give what a format may ask. Raises `UsageError` for a theme or a folder that cannot be used."""
    from klantreis.cli.output import say
    from klantreis.render.kit.look import LOOKS
    from klantreis.render.parts import DEFAULTS

    options = DEFAULTS
    if asked.theme in LOOKS:
        options = replace(options, look=LOOKS[asked.theme])
    elif asked.theme:
        from klantreis.render.theme_file import look_of

        options = replace(options, look=look_of(asked.theme, None))
        for warning in options.look.warnings:
            say(warning)
    if asked.scale is not None:
        options = replace(options, scale=asked.scale)
    if asked.paper:
        options = replace(options, paper=asked.paper)
    if asked.templates:
        options = replace(options, templates=Path(asked.templates))
    return options


def _write(target: Target, content: str | bytes) -> None:
    from klantreis.cli.files import write_whole
    from klantreis.cli.output import reader_may_leave

    if target.path is not None:
        write_whole(target.path, content)
        return
    with reader_may_leave():
        if isinstance(content, str):
            sys.stdout.write(content)
        else:
            sys.stdout.buffer.write(content)


def said(drawn: Sequence[Target]) -> str:
    """Say what was drawn: `Drawn: kaarten/bestellen.html and 3 more`."""
    more = f" and {len(drawn) - 1} more" if len(drawn) > 1 else ""
    return f"Drawn: {drawn[0].path}{more}"
