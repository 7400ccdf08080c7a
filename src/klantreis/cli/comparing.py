"""What `gap` and `diff` share: where a comparison goes, and when it fails a run."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, Optional

import typer

from klantreis.cli.endings import format_of
from klantreis.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from klantreis.compare.gap import Gap
    from klantreis.report.comparison import Report

FormatName = Literal["text", "markdown", "json", "csv", "html", "svg"]
OutputFormat = Annotated[
    Optional[FormatName],  # noqa: UP045  typer reads the annotation at run time
    typer.Option("--output-format", help="Unless given: by the ending of OUT, else text.", show_default=False),
]
Output = Annotated[
    str,
    typer.Option(
        "-o",
        "--output",
        metavar="OUT",
        help="A file, a folder (ends in `/`), or `-`. Unless given: standard output.",
        show_default=False,
    ),
]
ExitCode = Annotated[bool, typer.Option("--exit-code", help="Leave with 1 when there are differences.")]
FailOn = Annotated[
    Optional[list[str]],  # noqa: UP045  as above
    typer.Option(
        "--fail-on",
        metavar="VERDICT",
        help="Leave with 1 at an improvement, regression, neutral or open.",
        show_default=False,
    ),
]
_ENDINGS: dict[str, FormatName] = {
    ".txt": "text", ".md": "markdown", ".json": "json", ".csv": "csv", ".html": "html", ".svg": "svg",
}  # fmt: skip
_PICTURES = ("html", "svg")
_VERDICTS = ("improvement", "regression", "neutral", "open")


@dataclass(frozen=True, slots=True)
class Target:
    """Where a comparison goes: a format, and a file or folder, None for standard output."""

    format: FormatName
    path: Path | None
    folder: bool = False

    @property
    def ending(self) -> str:
        """The ending of its files."""
        return next(ending for ending, name in _ENDINGS.items() if name == self.format)


def target(output: str, named: FormatName | None) -> Target:
    """Read `-o` and `--output-format` together. Raises `UsageError` when they disagree or nobody knows the ending."""
    if not output or output == "-":
        return Target(named or "text", None)
    if output.endswith(("/", "\\")) or os.path.isdir(output):
        return Target(named or "html", Path(output), folder=True)
    from klantreis.cli.files import refuse_source

    refuse_source(output)
    return Target(format_of(output, named, _ENDINGS), Path(output))


def verdicts(fail_on: Sequence[str]) -> frozenset[str]:
    """Read `--fail-on`. Raises `UsageError` for what is no verdict, and for nothing at all."""
    names = [name.strip() for part in fail_on for name in part.split(",")]
    for name in names:
        if not name:
            hint = f"One of {', '.join(_VERDICTS)}. Is a variable of the shell not set?"
            raise UsageError("--fail-on: an empty verdict.", hint)
        if name not in _VERDICTS:
            from klantreis.suggest import did_you_mean

            hint = did_you_mean(name, _VERDICTS) or f"One of {', '.join(_VERDICTS)}."
            raise UsageError(f"--fail-on: no verdict `{name}`.", hint)
    return frozenset(names)


def failed(gaps: Sequence[Gap], fail_on: frozenset[str], least: float | None, *, any_difference: bool) -> bool:
    """Tell whether a run fails, and say why on standard error."""
    from klantreis.cli.output import say

    found = [str(item.judged.verdict) for gap in gaps for item in gap.items]
    reasons = [_counted(found.count(verdict), verdict) for verdict in sorted(fail_on) if verdict in found]
    if least is not None:
        reasons += [reason for gap in gaps if (reason := _too_little(gap, least))]
    if reasons:
        say(f"klantreis: failed: {'; '.join(reasons)}.")
    return bool(reasons) or (any_difference and bool(found))


def _counted(count: int, verdict: str) -> str:
    from klantreis.wording import plural

    words = {"open": "open question", "neutral": "neutral difference"}
    return plural(count, words.get(verdict, verdict))


def _too_little(gap: Gap, least: float) -> str:
    """Why a gap is covered too little; empty when it is covered enough."""
    old, new = gap.comparison.old.journey.id, gap.comparison.new.journey.id
    if not gap.comparison.plan:
        return f"`{new}` is no dream of `{old}`, so nothing of it is covered, and {least:g} per cent is asked"
    covered, total = (gap.coverage.covered, gap.coverage.total) if gap.coverage else (0, len(gap.work))
    # Whole numbers: 29 of 100 is a hair less than 29 per cent in floating point.
    if covered * 100 >= least * total:
        return ""
    if gap.coverage is None:
        return f"no roadmap leads to `{new}`, and {least:g} per cent is asked"
    return f"{covered * 1000 // total / 10:g} per cent of the gap is covered, and {least:g} is asked"


def write_report(report: Report, where: Target) -> None:
    """Write a comparison to where it goes. Raises `PathError` for a file that cannot be written."""
    if where.format in _PICTURES:
        _draw(report, where)
        return
    from klantreis.cli.files import write_whole
    from klantreis.cli.output import reader_may_leave, say, write
    from klantreis.report.comparison import FORMATS

    lines = FORMATS[where.format](report)
    if where.path is None:
        with reader_may_leave():
            write(lines)
        return
    path = where.path / f"{report.kind}{where.ending}" if where.folder else where.path
    write_whole(path, "".join("".join(text for _, text in line).rstrip() + "\n" for line in lines))
    say(f"Written: {path}")


def _draw(report: Report, where: Target) -> None:
    from klantreis.cli.files import write_whole
    from klantreis.cli.output import reader_may_leave, say
    from klantreis.cli.targets import file_name
    from klantreis.render.gap import render_gap_html, render_gap_svg

    render = render_gap_html if where.format == "html" else render_gap_svg
    gaps = [item.gap for item in report.compared if item.gap is not None and item.status != "same"]
    if not gaps:
        say("Nothing to draw: no journey is on both sides and differs.")
        return
    if where.path is None or not where.folder:
        if len(gaps) > 1:
            names = ", ".join(gap.comparison.new.journey.id for gap in gaps[:6])
            raise UsageError(
                f"{len(gaps)} comparisons, and one place to draw them.",
                f"Name a folder (`-o kaarten/`), or one of: {names}",
            )
        picture = render(gaps[0])
        if where.path is None:
            with reader_may_leave():
                sys.stdout.write(picture)
        else:
            write_whole(where.path, picture)
            say(f"Drawn: {where.path}")
        return
    ids = [gap.comparison.new.journey.id for gap in gaps]
    if twice := next((key for key in ids if ids.count(key) > 1), None):
        raise UsageError(
            f"two journeys with the id `{twice}`, and one page would be written over the other.",
            "Draw them one by one, each with its own `-o`.",
        )
    for key, gap in zip(ids, gaps, strict=True):
        write_whole(where.path / f"{file_name(key)}{where.ending}", render(gap))
    say(f"Drawn: {len(gaps)} in {where.path}")
