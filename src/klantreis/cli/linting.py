"""The work of `klantreis lint`: review, mend, note as known, report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from klantreis.cli.gather import STDIN, Gathered, gather
from klantreis.cli.output import say
from klantreis.cli.outputs import Output, on_terminal, refuse_overwriting, write_outputs
from klantreis.cli.review import Reviewed, exit_code, review_all, summary
from klantreis.errors import UsageError
from klantreis.findings import Severity
from klantreis.lint.plan import Chosen
from klantreis.source.locate import Texts

FailOn = Literal["error", "warning", "info", "never"]
_TEXT = ("full", "concise")
_PASSES = 5
"""Fixes that stand in each other's way are made one after the other; so often, no more."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What the command line asks of `lint`."""

    paths: list[str]
    outputs: list[Output]
    chosen: Chosen
    today: date
    stdin_filename: str = ""
    skip_unmarked: bool = False
    fix: bool = False
    unsafe: bool = False
    diff: bool = False
    statistics: bool = False
    write_baseline: bool = False
    prune_baseline: bool = False
    baseline: bool = True
    fail_on: FailOn = "warning"
    fail_on_fix: bool = False


def run(asked: Asked) -> int:
    """Lint, and give the exit code. Raises `UsageError` when the options do not fit together."""
    _refuse(asked)
    gathered = gather(asked.paths, asked.stdin_filename, skip_unmarked=asked.skip_unmarked)
    refuse_overwriting(asked.outputs, gathered)
    texts = gathered.texts
    reviewed = _review(asked, gathered, texts)
    mended, failed = 0, False
    if asked.diff:
        return _show_fixes(asked, reviewed)
    if asked.fix:
        reviewed, texts, mended, failed = _mend(asked, gathered, reviewed, texts)
    if asked.write_baseline or asked.prune_baseline:
        from klantreis.cli.known import write_known

        write_known(_review(asked, gathered, texts, baseline=False), prune=asked.prune_baseline)
        reviewed = _review(asked, gathered, texts)
    _report(asked, reviewed, texts)
    code = 2 if failed else exit_code(reviewed, None if asked.fail_on == "never" else Severity(asked.fail_on))
    return code or int(asked.fail_on_fix and mended > 0)


def _refuse(asked: Asked) -> None:
    if (asked.fix or asked.diff) and STDIN in asked.paths:
        raise UsageError("standard input cannot be mended.", "Name the file instead of `-`.")
    if asked.diff and (asked.write_baseline or asked.prune_baseline):
        raise UsageError("--diff writes nothing, and a baseline is written.", "Leave one of the two out.")
    if asked.write_baseline and asked.prune_baseline:
        raise UsageError("--write-baseline also takes out what no longer occurs.", "Leave --prune-baseline out.")
    if asked.statistics and on_terminal(asked.outputs) not in _TEXT:
        raise UsageError("--statistics is for people.", "Leave --output-format out.")


def _review(asked: Asked, gathered: Gathered, texts: Texts, *, baseline: bool = True) -> Reviewed:
    return review_all(gathered, texts, asked.chosen, asked.today, baseline=baseline and asked.baseline)


def _show_fixes(asked: Asked, reviewed: Reviewed) -> int:
    from klantreis.cli import fixing

    mended = fixing.mend(reviewed, unsafe=asked.unsafe, write_files=False)
    _tell(reviewed, mended.errors)
    say(fixing.summary(mended, written=False))
    return 2 if mended.errors or reviewed.outcome.errors else int(mended.count > 0)


def _mend(asked: Asked, gathered: Gathered, reviewed: Reviewed, texts: Texts) -> tuple[Reviewed, Texts, int, bool]:
    """Mend and review again, until nothing stands in the way of anything any more."""
    from klantreis.cli import fixing

    total = fixing.Mended()
    for _ in range(_PASSES):
        mended = fixing.mend(reviewed, unsafe=asked.unsafe, write_files=True)
        total.add(mended)
        if not mended.count:
            break
        texts = gathered.texts
        reviewed = _review(asked, gathered, texts)
    _say_all(total.errors)
    say(fixing.summary(total, written=True))
    return reviewed, texts, total.count, bool(total.errors)


def _report(asked: Asked, reviewed: Reviewed, texts: Texts) -> None:
    if asked.statistics:
        from klantreis.cli.statistics import write_statistics

        write_statistics(reviewed.found)
    else:
        write_outputs(asked.outputs, reviewed.found, texts, reviewed.outcome)
    _tell(reviewed, [])
    if on_terminal(asked.outputs) == "full":
        say(summary(reviewed))


def _tell(reviewed: Reviewed, more: Sequence[UsageError]) -> None:
    _say_all((*reviewed.outcome.errors, *more))


def _say_all(errors: Sequence[UsageError]) -> None:
    for error in errors:
        say(f"klantreis: {error.message}" + (f"\n  → {error.hint}" if error.hint else ""))
