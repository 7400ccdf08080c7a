"""`klantreis diff`: what changed in journeys between two states: files, commits, branches, the work tree."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from klantreis.cli.comparing import ExitCode, FailOn, Output, OutputFormat

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from klantreis.engine.states import States, Unread
    from klantreis.report.comparison import Compared, Report, Skipped, Status
    from klantreis.source.git.revisions import Range


def diff(
    sides: Annotated[
        Optional[list[str]],  # noqa: UP045  typer reads the annotation at run time
        typer.Argument(
            metavar="[REV | REV..REV | FILE FILE] [PATHS]",
            help="What to compare. Unless given: the last commit and the work tree.",
            show_default=False,
        ),
    ] = None,
    staged: Annotated[
        bool, typer.Option("--staged", "--cached", help="Compare with what was added for the next commit.")
    ] = False,
    output_format: OutputFormat = None,
    output: Output = "",
    exit_code: ExitCode = False,
    fail_on: FailOn = None,
) -> None:
    """Show what changed in journeys, in people's words.

    Between the last commit and the work tree; a revision and the work tree;
    two revisions (`A..B`, or `A...B`: since B branched off from A); or two
    files, each with `#id` where it holds several journeys, or `REV:path`.
    A file that was renamed or moved is followed.

    Exit codes:
      0 compared, whatever the differences
      1 only when asked for: --exit-code, --fail-on
      2 wrong use, or a side that cannot be read

    Examples:
      klantreis diff
      klantreis diff HEAD~3 klantreizen/
      klantreis diff main...HEAD --output-format markdown
      klantreis diff oud.yaml nieuw.yaml -o verschil.html

    """
    from klantreis.cli import comparing
    from klantreis.cli.asked import names_a_file
    from klantreis.cli.output import use_utf8
    from klantreis.report.comparison import Report

    use_utf8()
    where, failing = comparing.target(output, output_format), comparing.verdicts(fail_on or [])
    names = list(sides or [])
    if len(names) == 2 and not staged and all(map(names_a_file, names)):  # noqa: PLR2004  FILE FILE
        report, unread = Report("diff", (_files(*names),)), False
    else:
        report, unread = _states(names, staged=staged)
    comparing.write_report(report, where)
    gaps = [item.gap for item in report.compared if item.gap is not None]
    differs = exit_code and any(item.gap is None or item.gap.items for item in report.compared)
    failed = comparing.failed(gaps, failing, None, any_difference=False) or differs
    raise typer.Exit(2 if unread else int(failed))


def _files(old: str, new: str) -> Compared:
    """Two files, or one in two revisions."""
    from klantreis.cli.sides import Sides
    from klantreis.compare.comparison import compare
    from klantreis.compare.gap import gap_of
    from klantreis.report.comparison import Compared

    sides = Sides([old, new])
    before, after = sides.choose(old, "current"), sides.choose(new, "current")
    found = gap_of(compare(before.side, after.side, plan=False))
    return Compared(found, after.journey.title, old, new)


def _states(names: list[str], *, staged: bool) -> tuple[Report, bool]:
    """Two states of the repository, and whether something in them cannot be read."""
    from klantreis.cli.asked import asked_for
    from klantreis.engine.states import compare_states
    from klantreis.report.comparison import Report

    asked = asked_for(names, staged=staged)
    old, new = asked.between.old, asked.between.new
    states = compare_states(asked.repository, old, new, asked.paths, below=asked.below)
    _show_unread(states.unread)
    skipped = [*_unread(states), *_others(states)]
    return Report("diff", tuple(_compared(states, asked.between)), tuple(skipped)), bool(states.unread)


def _compared(states: States, between: Range) -> Iterator[Compared]:
    from klantreis.compare.comparison import compare
    from klantreis.compare.gap import gap_of
    from klantreis.report.comparison import Compared

    for met in states.journeys:
        before, after = met.old.file if met.old else "", met.new.file if met.new else ""
        sides = states.sides(met)
        if sides is None:
            model = met.either.model
            language = getattr(model, "language", "")
            yield Compared(None, model.title, before, after, "removed" if after == "" else "added", language=language)
            continue
        found = gap_of(compare(*sides, plan=False))
        was, now = before.removeprefix(f"{between.old.shown}:"), after.removeprefix(f"{between.new.shown}:")
        moved = was != now
        status: Status = "renamed" if moved else "changed" if found.items else "same"
        note = f"{was} → {now}" if moved else ""
        yield Compared(found, met.either.model.title, before, after, status, note)


def _unread(states: States) -> Iterator[Skipped]:
    from klantreis.report.comparison import Skipped

    for item in states.unread:
        yield Skipped(item.name, item.reason)


def _others(states: States) -> Iterator[Skipped]:
    """Documents that are no journey are named, with what changed in them."""
    from klantreis.engine.states import changed_keys
    from klantreis.report.comparison import Skipped

    for met in states.others:
        if met.old is None or met.new is None:
            yield Skipped(met.either.file, f"{met.either.kind} {'added' if met.old is None else 'removed'}")
        elif keys := changed_keys(met.old, met.new):
            yield Skipped(met.new.file, f"{met.new.kind} changed: {', '.join(keys)}")


def _show_unread(unread: Sequence[Unread]) -> None:
    """What is wrong in a file that cannot be compared goes to standard error."""
    found = [finding for item in unread for finding in item.findings]
    if not found:
        return
    from klantreis.cli.output import write
    from klantreis.engine.run import Outcome
    from klantreis.report import format_of
    from klantreis.source.locate import Texts, locate

    texts_of = {item.name: item.text for item in unread}
    texts = Texts(lambda name: texts_of.get(name, ""))
    write(format_of("concise")(locate(found, texts), texts, Outcome()), sys.stderr)
