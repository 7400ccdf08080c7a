"""`klantreis roadmap`: a roadmap over time, and what the journey becomes on the way; or a first one written."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, Optional

import typer

if TYPE_CHECKING:
    from datetime import date

    from klantreis.cli.planned import Found
    from klantreis.engine.roadmap.board import Board

FormatName = Literal["text", "markdown", "html", "svg", "json", "csv"]
ByName = Literal["now-next-later", "quarters"]
_ENDINGS: dict[str, FormatName] = {
    ".txt": "text", ".md": "markdown", ".html": "html", ".svg": "svg", ".json": "json", ".csv": "csv",
}  # fmt: skip


def roadmap(
    file: Annotated[
        str, typer.Argument(metavar="FILE", help="A roadmap: its file (with `#id` where it holds several), or its id.")
    ],
    output: Annotated[
        str,
        typer.Option(
            "-o", "--output", metavar="OUT", help="A file, or `-`. Unless given: standard output.", show_default=False
        ),
    ] = "",
    output_format: Annotated[
        Optional[FormatName],  # noqa: UP045  typer reads the annotation at run time
        typer.Option("--output-format", help="Unless given: by the ending of OUT, else text.", show_default=False),
    ] = None,
    by: Annotated[
        Optional[ByName],  # noqa: UP045  as above
        typer.Option("--by", help="Unless given: quarters as soon as something has a date.", show_default=False),
    ] = None,
    today: Annotated[
        str,
        typer.Option("--today", metavar="DATE", help="The day to plan from, such as 2026-11-21.", show_default=False),
    ] = "",
    suggest: Annotated[
        bool, typer.Option("--suggest", help="Write a first roadmap, or what a roadmap lacks. FILE may be a journey.")
    ] = False,
) -> None:
    """Draw a roadmap over time, with what the journey becomes on the way.

    Who does what and when, what each initiative solves, what must come first,
    how much of the gap is covered, and the emotion curve after each moment.

    With --suggest: initiatives for what the dream asks and nobody does yet,
    as a document of its own; never over a file that is there.

    Exit codes:
      0 shown, drawn or written
      1 mistakes in a file; they are shown
      2 wrong use, or a file that cannot be read

    Examples:
      klantreis roadmap roadmap.yaml
      klantreis roadmap roadmap.yaml -o roadmap.html
      klantreis roadmap roadmap.yaml -o roadmap.svg --by now-next-later
      klantreis roadmap klantreizen/droom.yaml --suggest -o roadmap.yaml

    """  # fmt: skip
    from klantreis.cli.options import day
    from klantreis.cli.output import use_utf8
    from klantreis.cli.planned import Found

    use_utf8()
    when = day(today)
    if suggest:
        if output_format is not None or by is not None:
            from klantreis.errors import UsageError

            raise UsageError("--suggest writes YAML.", "Leave --output-format and --by out.")
        _suggest(Found.of(file, journeys=True), output, when)
        return
    chosen = _format(output, output_format)
    from klantreis.compare.plan import plan_of
    from klantreis.engine.roadmap.board import board_of
    from klantreis.engine.roadmap.loading import along
    from klantreis.errors import UsageError

    found = Found.of(file, journeys=False)
    route = along(found.workspace, found.held)
    found.refuse_broken(route)
    gap = route.gap()
    if gap.roadmap is None or not gap.roadmap.initiatives:
        raise UsageError(
            f"{found.held.file}: the roadmap `{found.held.id}` has no initiatives yet.",
            f"`klantreis roadmap {file} --suggest` proposes some.",
        )
    found.warn()
    _write(board_of(plan_of(gap, when, by)), chosen, output)


def _format(output: str, named: FormatName | None) -> FormatName:
    """The format that OUT's ending and --output-format say together. Raises `UsageError` when they disagree."""
    from klantreis.cli.endings import format_of
    from klantreis.cli.files import refuse_source
    from klantreis.errors import UsageError

    if not output or output == "-":
        return named or "text"
    if output.endswith(("/", "\\")) or os.path.isdir(output):
        raise UsageError(f"{output} is a folder.", "Name the file to write, such as roadmap.html.")
    if output.lower().endswith((".yaml", ".yml")):
        raise UsageError(f"{output}: a roadmap is drawn, and not copied.", "--suggest writes one in YAML.")
    refuse_source(output)
    return format_of(output, named, _ENDINGS)


def _write(board: Board, chosen: FormatName, output: str) -> None:
    from klantreis.cli.files import write_whole
    from klantreis.cli.output import say, write

    to_file = output not in ("", "-")
    if chosen in ("html", "svg"):
        from klantreis.render.roadmap import FORMATS as PICTURES

        text = PICTURES[chosen](board)
    else:
        from klantreis.report.roadmap import FORMATS

        lines = list(FORMATS[chosen](board))
        if not to_file:
            write(lines)
            return
        text = "".join("".join(piece for _, piece in line).rstrip() + "\n" for line in lines)
    if not to_file:
        sys.stdout.write(text)
        return
    write_whole(Path(output), text)
    say(f"{'Drawn' if chosen in ('html', 'svg') else 'Written'}: {output}")


def _suggest(found: Found, output: str, when: date) -> None:
    from klantreis.cli.output import say
    from klantreis.compare.suggestion import suggest
    from klantreis.engine.roadmap.loading import along, toward
    from klantreis.engine.roadmap.writing import suggestion_text
    from klantreis.errors import UsageError
    from klantreis.wording import plural

    if output not in ("", "-") and os.path.lexists(output):
        raise UsageError(f"{output} is there already, and is left as it is.", "Name a file that is not there yet.")
    route = along(found.workspace, found.held) if found.held.kind == "roadmap" else toward(found.workspace, found.held)
    found.refuse_broken(route)
    suggestion = suggest(route.comparison, when, route.roadmap)
    if not suggestion.proposals:
        what = f"`{route.held.id}` covers all of it" if route.held else f"`{route.dream.id}` changes nothing to work on"
        say(f"Nothing to suggest: {what}.")
        return
    text = suggestion_text(suggestion, [held.id for held, _ in found.workspace.roadmaps])
    if route.held is not None and found.held.kind != "roadmap":
        say(f"There is a roadmap already, `{route.held.id}`: only what it leaves open.")
    if output in ("", "-"):
        sys.stdout.write(text)
        return
    _put_new(Path(output), text)
    say(f"Written: {output}, with {plural(len(suggestion.proposals), 'initiative')}.")


def _put_new(path: Path, text: str) -> None:
    """Write a file that is not there yet, and never over one that just came. Raises `PathError` or `UsageError`."""
    from klantreis.errors import PathError, UsageError

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError:
        raise UsageError(
            f"{path} is there already, and is left as it is.", "Name a file that is not there yet."
        ) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise PathError(f"{path}: cannot be written: {reason}.", "Name another place with `-o`.") from error
