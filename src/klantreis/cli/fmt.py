"""`klantreis fmt`: every file in the same form."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Annotated

import typer

from klantreis.cli.options import Paths, SkipUnmarked, StdinFilename

if TYPE_CHECKING:
    from klantreis.cli.gather import Gathered
    from klantreis.engine.run import Input
    from klantreis.errors import KlantreisError
    from klantreis.report.text import Line


@dataclass(slots=True)
class _Tally:
    """What came of a run: how many files were read and skipped, and the names of the others."""

    show: bool
    seen: int = 0
    skipped: int = 0
    changed: list[str] = field(default_factory=list)
    left: list[str] = field(default_factory=list)
    errors: list[KlantreisError] = field(default_factory=list)


def fmt(
    paths: Paths = None,
    check: Annotated[bool, typer.Option("--check", help="Write nothing; name the files that would change.")] = False,
    diff: Annotated[bool, typer.Option("--diff", help="Write nothing; show what would change.")] = False,
    skip_unmarked: SkipUnmarked = False,
    stdin_filename: StdinFilename = "",
) -> None:
    """Put files in the same form: order of keys, indents, short forms.

    Comments stay, and what a file means never changes. A file with mistakes is left as it was.

    Exit codes:
      0 done, or nothing to do
      1 a file has mistakes and was left alone (with --check or --diff: or would change)
      2 wrong use, a path that cannot be read or written, or nothing matched
      3 a fault of klantreis itself

    Examples:
      klantreis fmt
      klantreis fmt klantreizen/bestellen.yaml --diff
      klantreis fmt --check
      klantreis fmt - < kaart.yaml

    """
    from klantreis.cli.gather import gather
    from klantreis.cli.output import say, use_utf8

    use_utf8()
    gathered = gather(paths or [], stdin_filename, skip_unmarked=skip_unmarked)
    if gathered.stdin is not None and not (check or diff):
        _refuse_closed()
    tally = _Tally(show=diff)
    tally.errors.extend(gathered.errors)
    _all(gathered, tally, keep=check or diff)
    for error in tally.errors:
        say(f"klantreis: {error.message}" + (f"\n  → {error.hint}" if error.hint else ""))
    say(_summary(tally, keep=check or diff))
    if tally.errors and any(error.exit_code != 1 for error in tally.errors):
        raise typer.Exit(2)
    raise typer.Exit(int(bool(tally.left or ((check or diff) and tally.changed))))


def _refuse_closed() -> None:
    """Refuse to lose the text of standard input: where output was closed (`>&-`), nothing receives it."""
    from klantreis.errors import UsageError

    if getattr(sys.stdout, "name", "") == os.devnull:
        raise UsageError("standard output is closed, so the formatted text has nowhere to go.", "Send it to a file.")


def _all(gathered: Gathered, tally: _Tally, *, keep: bool) -> None:
    from klantreis.cli.progress import progress
    from klantreis.errors import KlantreisError, PathError, UsageError

    inputs = [source for batch in gathered.batches for source in batch.inputs if source.asked]
    with progress("Formatting", len(inputs)) as advance:
        for source in inputs:
            try:
                _one(source, tally, keep=keep)
            except PathError as error:
                tally.errors.append(error)
            except KlantreisError as error:
                tally.left.append(source.name)
                tally.errors.append(type(error)(f"{source.name}: {error.message}", error.hint))
            if advance is not None:
                advance(1)
    if not tally.seen and not tally.errors and not gathered.may_be_empty:
        what = f"none of the {tally.skipped} YAML files here begins with `klantreis: 1`" if tally.skipped else ""
        raise UsageError(f"{what or 'no YAML files here'}.", "Name a file, or begin with `klantreis init`.")


def _one(source: Input, tally: _Tally, *, keep: bool) -> None:
    from klantreis.edit.format import format_data
    from klantreis.edit.write import write_fixed
    from klantreis.source.discover import read_bytes
    from klantreis.source.reader import MAX_BYTES

    data = source.data
    if data is None and source.path is not None:
        data = read_bytes(source.path, MAX_BYTES)
    done = format_data(source.name, data or b"", named=source.named)
    if done is None:
        tally.skipped += 1
        return
    tally.seen += 1
    old, new = done
    if source.data is not None and not keep:
        sys.stdout.write(new)
        # What cannot be written is told of before anything is called done.
        sys.stdout.flush()
    if old == new:
        return
    if not keep and source.data is None and source.path is not None and data is not None:
        write_fixed(source.path, data, new)
    tally.changed.append(source.name)
    if keep:
        _tell(source.name, old, new, tally)


def _tell(name: str, old: str, new: str, tally: _Tally) -> None:
    from klantreis.cli.output import wants_colour, write
    from klantreis.edit.diff import diff
    from klantreis.wording import safe

    if not tally.show:
        write([[("", name)]])
        return
    shown = diff(name, old, new) or safe(f"{name}: only the ends of lines would change")
    if wants_colour(sys.stdout):
        write(_coloured(line) for line in shown.split("\n"))
    else:
        # A patch needs every space.
        sys.stdout.write(shown + "\n")


def _coloured(line: str) -> Line:
    style = {"+": "green", "-": "red", "@": "cyan"}.get(line[:1], "")
    return [("bold" if line[:3] in ("+++", "---") else style, line)]


def _summary(tally: _Tally, *, keep: bool) -> str:
    from klantreis.wording import plural

    if keep:
        verb = "would change"
        head = f"{plural(len(tally.changed), 'file')} {verb}" if tally.changed else "No file would change"
    else:
        head = f"Formatted {plural(len(tally.changed), 'file')}"
    same = tally.seen - len(tally.changed)
    parts = [head, *([f"{same} {'was' if same == 1 else 'were'} so already"] if same else [])]
    if tally.left:
        parts.append(f"{len(tally.left)} left as {'it was' if len(tally.left) == 1 else 'they were'}")
    return ", ".join(parts) + "."
