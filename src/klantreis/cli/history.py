"""`klantreis history`: a journey over its commits."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, Optional

import typer

if TYPE_CHECKING:
    from klantreis.engine.history.subject import Subject
    from klantreis.engine.history.timeline import Timeline
    from klantreis.source.git.repository import Repository

FormatName = Literal["text", "html", "json", "csv"]
_ENDINGS: dict[str, FormatName] = {".txt": "text", ".html": "html", ".htm": "html", ".json": "json", ".csv": "csv"}
_BOM = "\ufeff"


def history(
    file: Annotated[
        str, typer.Argument(metavar="FILE", help="A journey's file, `FILE#ID` or `REV:FILE`.", show_default=False)
    ],
    journey: Annotated[
        str, typer.Option("--id", metavar="ID", help="Which journey, where the file holds several.", show_default=False)
    ] = "",
    since: Annotated[
        str,
        typer.Option(
            "--since", metavar="WHEN", help="From a date (2026-09, 2026-Q3) or a revision on.", show_default=False
        ),
    ] = "",
    last: Annotated[
        int, typer.Option("--last", metavar="N", min=0, help="Versions in the table of text; 0: all.")
    ] = 20,
    all_commits: Annotated[
        bool, typer.Option("--all-commits", help="The commits of merged branches too, not only their merges.")
    ] = False,
    output: Annotated[
        str,
        typer.Option(
            "-o", "--output", metavar="OUT", help="A file; its ending says the format.", show_default="standard output"
        ),
    ] = "",
    output_format: Annotated[
        Optional[FormatName],  # noqa: UP045  typer reads the annotation at run time
        typer.Option("--output-format", help="Unless given: by the ending of OUT, else text.", show_default=False),
    ] = None,
) -> None:
    """Show how a journey changed over its commits in git.

    The mean and the remembered score, pain points, evidence, metrics, from the first version to the files
    as they lie now. A version that does not validate is skipped, named and counted. Renames are followed.

    Exit codes:
      0 shown, also when nothing was committed yet
      2 wrong use, no git repository, no such file or revision, a path that cannot be written
      3 a fault of klantreis itself

    Examples:
      klantreis history klantreizen/bestellen.yaml
      klantreis history klantreizen/bestellen.yaml -o verloop.html
      klantreis history klantreizen/bestellen.yaml --since 2026-Q1 --output-format csv
      klantreis history main:klantreizen/bestellen.yaml

    """
    from functools import partial

    from klantreis.cli.output import use_utf8
    from klantreis.cli.progress import progress
    from klantreis.engine.history.reading import read_history

    use_utf8()
    chosen = _format(output, output_format)
    subject = _subject(file, journey)
    timeline = read_history(
        subject, since=since, every=all_commits, coverage=True, progress=partial(progress, "Reading versions")
    )
    _write(timeline, chosen, output, last)


def _format(output: str, named: FormatName | None) -> FormatName:
    """The format that OUT's ending and --output-format say together; `UsageError` when they disagree."""
    from klantreis.cli.endings import format_of
    from klantreis.cli.files import refuse_source
    from klantreis.errors import UsageError

    if output in ("", "-"):
        return named or "text"
    if output.endswith(("/", os.sep)):
        raise UsageError(f"{output}: a folder, not a file.", f"Name a file in it: {output}verloop.html")
    refuse_source(output)
    return format_of(output, named, _ENDINGS) if Path(output).suffix else named or "text"


def _subject(written: str, journey: str) -> Subject:
    """What FILE means: a path that is there, else one with `#ID` behind it, or a revision and a colon before it."""
    from klantreis.engine.history.subject import Subject
    from klantreis.engine.past import is_elsewhere
    from klantreis.errors import UsageError
    from klantreis.source.git.blobs import holds
    from klantreis.source.git.repository import repository_at
    from klantreis.source.git.revisions import resolve

    if written in ("", "-"):
        raise UsageError("history needs a file that is in git.", "For example: klantreis history bestellen.yaml")
    name, own = written, ""
    if not os.path.lexists(written) and "#" in written:
        name, _, own = written.rpartition("#")
    if own and journey and own != journey:
        raise UsageError(f"{written} and --id {journey}: two different journeys.", "Leave one of the two out.")
    revision, colon, path = name.partition(":")
    if colon and not os.path.lexists(name) and not is_elsewhere(name):
        repository = repository_at(Path.cwd())
        start = resolve(repository, revision or "HEAD")
        inside = _inside(repository, path)
        if own and name != written and holds(repository, start, whole := f"{inside}#{own}"):
            # The sign is part of the file's own name.
            return Subject(repository, whole, written, start, journey)
        return Subject(repository, inside, name, start, own or journey)
    target = Path(os.path.realpath(name)) if os.path.islink(name) else Path(name)
    repository = repository_at(target)
    return Subject(repository, repository.path_of(target), name, None, own or journey)


def _inside(repository: Repository, path: str) -> str:
    """A path as git reads it: from the top of the repository, unless it begins with a point."""
    inside = repository.path_of(Path(path)) if path.startswith(("./", "../")) else os.path.normpath(path)
    return inside.replace(os.sep, "/")


def _write(timeline: Timeline, chosen: FormatName, output: str, last: int) -> None:
    from klantreis.cli.files import write_whole
    from klantreis.cli.output import reader_may_leave, say, write
    from klantreis.wording import plural

    to_file = output not in ("", "-")
    if chosen == "text" and not to_file:
        from klantreis.report.history.text import lines

        with reader_may_leave():
            write(lines(timeline, last))
        return
    text = _text(timeline, chosen, last)
    if to_file:
        # A spreadsheet takes a file for UTF-8 only when it begins with this mark.
        write_whole(Path(output), _BOM + text if chosen == "csv" else text)
        say(f"Written: {output}")
    else:
        with reader_may_leave():
            sys.stdout.write(text)
    if skipped := timeline.skipped:
        first = skipped[0].commit[:7] or "the work tree"
        more = f", {first} first" if len(skipped) > 1 else f": {first}"
        say(f"{plural(len(skipped), 'version')} of {len(timeline.moments)} could not be measured{more}.")


def _text(timeline: Timeline, chosen: FormatName, last: int) -> str:
    if chosen == "html":
        from klantreis.render.history import render_html

        return render_html(timeline)
    if chosen == "text":
        from klantreis.report.history.text import lines

        return "".join("".join(text for _, text in line).rstrip() + "\n" for line in lines(timeline, last))
    if chosen == "csv":
        from klantreis.report.history import csv

        return csv.text(timeline)
    from klantreis.report.history import json

    return json.text(timeline)
