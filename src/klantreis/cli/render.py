"""`klantreis render`: journeys as pictures, pages and texts."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Optional

import typer

if TYPE_CHECKING:
    from klantreis.cli.drawing import Asked
    from klantreis.cli.journeys import Found

_Names = Optional[list[str]]  # noqa: UP045  typer reads the annotation at run time


def _names(option: str, metavar: str, text: str) -> Any:
    return typer.Option(option, metavar=metavar, help=text, show_default=False)


def render(
    journeys: Annotated[
        list[str],
        typer.Argument(
            metavar="JOURNEY", help="Files, folders, globs, ids of the workspace, FILE#id, or `-` for standard input."
        ),
    ],
    output: Annotated[
        str,
        typer.Option(
            "-o",
            "--output",
            metavar="OUT",
            show_default=False,
            help="A file, a folder (ends in `/`), or `-` for standard output. Unless given: ID.html here.",
        ),
    ] = "",
    output_format: Annotated[
        str,
        _names(
            "--format",
            "NAME",
            "html, svg, png, pdf, markdown, mermaid, dot or json. Unless given: by the ending of OUT, else html.",
        ),
    ] = "",
    view: Annotated[
        _Names,
        _names("--view", "NAME", "map, blueprint, flow, curves, channels, teams or priorities; may be repeated."),
    ] = None,
    lanes: Annotated[_Names, _names("--lanes", "NAMES", "Only these lanes: `emotion,pains`.")] = None,
    hide: Annotated[_Names, _names("--hide", "NAMES", "All lanes but these.")] = None,
    phases: Annotated[_Names, _names("--phases", "NAMES", "Only these phases: ids, titles or numbers (`2-3`).")] = None,
    lang: Annotated[str, _names("--lang", "CODE", "The language of the fixed words: nl or en.")] = "",
    theme: Annotated[str, _names("--theme", "NAME", "auto, light, dark, print, or a file with your own colours.")] = "",
    templates: Annotated[
        str, _names("--templates", "FOLDER", "Own templates for the page; see docs/templates.md.")
    ] = "",
    scale: Annotated[
        Optional[float],  # noqa: UP045  as above
        _names("--scale", "N", "For PNG: pixels for each pixel, 0.1 to 4. Unless given: 2."),
    ] = None,
    paper: Annotated[str, _names("--paper", "SIZE", "For PDF: A4 to A0, letter, tabloid. Unless given: A3.")] = "",
    open_it: Annotated[bool, typer.Option("--open", help="Open what was drawn.")] = False,
    watch_it: Annotated[bool, typer.Option("--watch", help="Draw again on every save, until Ctrl-C.")] = False,
    stdin_filename: Annotated[
        str, typer.Option("--stdin-filename", metavar="FILE", help="What to call standard input, and where it lies.")
    ] = "",
) -> None:
    """Draw journeys: as a map, or seen in another way.

    As one page, picture or text each, complete in itself: it needs no network.

    Exit codes:
      0 drawn
      1 mistakes in a file; they are shown, and that file is not drawn
      2 wrong use, or a path that cannot be read or written
      3 a fault of klantreis itself

    Examples:
      klantreis render klantreizen/bestellen.yaml -o kaart.html
      klantreis render bestellen --view map --view flow --view teams --open
      klantreis render klantreizen/ -o kaarten/ --format svg
      klantreis render bestellen bestellen-droom --view curves -o curves.png
      klantreis render bestellen -o muur.pdf --paper A0 --hide tags,evidence

    """
    from klantreis.cli.drawing import Asked, format_for, split
    from klantreis.cli.output import use_utf8

    use_utf8()
    asked = Asked(
        output,
        output_format,
        split(view),
        split(lanes),
        split(hide),
        split(phases),
        lang,
        theme,
        templates,
        scale,
        paper,
    )
    format_for(asked)
    if watch_it:
        _watch(journeys, asked, stdin_filename, open_it=open_it)
    raise typer.Exit(_draw(journeys, asked, stdin_filename, open_it=open_it))


def _draw(
    journeys: list[str], asked: Asked, stdin_filename: str, *, open_it: bool, seen: list[Path] | None = None
) -> int:
    """Find, show what is wrong, draw; give the exit code. `seen` gets the pictures that were asked for."""
    from klantreis.cli.drawing import draw_all, format_for, said
    from klantreis.cli.journeys import find_journeys
    from klantreis.cli.output import say, say_loose

    found = find_journeys(journeys, stdin_filename)
    _show_findings(found)
    for error in found.errors:
        say(f"klantreis: {error.message}" + (f"\n  → {error.hint}" if error.hint else ""))
    if seen is not None:
        from klantreis.cli.watched import pictures

        seen[:] = pictures(setting for _, setting in found.settings)
    if found.settings:
        drawn = draw_all(found.settings, asked, format_for(asked))
        if drawn[0].path is not None:
            say(said(drawn))
        say_loose(len(found.loose))
        if open_it and drawn[0].path is not None:
            typer.launch(str(drawn[0].path))
    elif not found.failed and not found.errors:
        from klantreis.errors import UsageError

        raise UsageError(
            "no journey in these files.",
            "Name a file that begins with `klantreis: 1` and has `phases`, or a folder with such files.",
        )
    return 2 if found.errors else int(found.failed)


def _show_findings(found: Found) -> None:
    """Mistakes go to standard error: standard output may be the picture."""
    if not found.findings:
        return
    from klantreis.cli.output import write
    from klantreis.engine.run import Outcome
    from klantreis.report import format_of
    from klantreis.source.locate import Texts, locate

    def text_of(name: str) -> str:
        texts = (gathered.texts.read(name) for gathered in found.gathered)
        return next(filter(None, texts), "")

    texts = Texts(text_of)
    write(format_of("full")(locate(found.findings, texts), texts, Outcome()), sys.stderr)


def _watch(journeys: list[str], asked: Asked, stdin_filename: str, *, open_it: bool) -> None:
    """Draw now and on every save. Mistakes are shown and waited for."""
    from klantreis.cli.output import say
    from klantreis.cli.watch import watch
    from klantreis.cli.watched import watched
    from klantreis.errors import KlantreisError, UsageError

    if "-" in journeys or asked.output == "-":
        raise UsageError("--watch needs files, and a file to draw in.", "Leave out `-`.")
    first, seen = True, list[Path]()

    def act() -> None:
        nonlocal first
        try:
            _draw(journeys, asked, stdin_filename, open_it=open_it and first, seen=seen)
        except KlantreisError as error:
            if first and isinstance(error, UsageError):
                raise
            say(f"klantreis: {error.message}" + (f"\n  → {error.hint}" if error.hint else ""))
        first = False
        say("Waiting for changes; Ctrl-C ends.")

    watch(lambda: (*watched(journeys, asked.theme, asked.templates, asked.output), *seen), act)
