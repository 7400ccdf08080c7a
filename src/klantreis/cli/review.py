"""What `validate` and `lint` share: a review of everything gathered, its summary and its exit code."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from klantreis.cli.gather import Batch, Gathered
from klantreis.engine.review import Review, review
from klantreis.engine.run import Outcome, joined
from klantreis.errors import UsageError
from klantreis.findings import Severity
from klantreis.source.locate import Located, Texts
from klantreis.wording import plural

if TYPE_CHECKING:
    from klantreis.lint.plan import Chosen, Plan


@dataclass(slots=True)
class Reviewed:
    """A review of all batches, one after the other."""

    outcome: Outcome
    found: list[Located] = field(default_factory=list)
    parts: list[tuple[Batch, Plan | None, Review]] = field(default_factory=list)
    ignored: int = 0
    known: int = 0


def review_all(
    gathered: Gathered, texts: Texts, chosen: Chosen | None, today: date, *, baseline: bool = True
) -> Reviewed:
    """Review everything gathered; without `chosen`, only whether the files are correct.

    Raises `UsageError` when there is nothing to check, or the settings cannot be used.
    """
    from klantreis.cli.progress import progress

    plans = [_plan(batch, chosen, today) for batch in gathered.batches]
    result = Reviewed(Outcome())
    with progress("Checking", sum(len(batch) for batch in gathered.batches)) as advance:
        for batch, plan in zip(gathered.batches, plans, strict=True):
            part = review(batch.inputs, batch.config, plan, texts, advance, baseline=baseline)
            result.parts.append((batch, plan, part))
            result.found += part.found
            result.ignored += part.ignored
            result.known += part.known
    result.outcome = joined([Outcome(errors=gathered.errors), *(part.outcome for _, _, part in result.parts)])
    if not gathered.may_be_empty:
        _refuse_nothing(result.outcome)
    return result


def _plan(batch: Batch, chosen: Chosen | None, today: date) -> Plan | None:
    if chosen is None and (batch.config is None or not batch.config.lint.origins):
        # Without rules and settings of them there is no need to load the rules.
        return None
    from klantreis.lint.plan import make_plan

    plan = make_plan(batch.config, today, chosen)
    if chosen is None:
        plan.active = {}
    return plan


def _refuse_nothing(outcome: Outcome) -> None:
    if outcome.checked or outcome.errors:
        return
    what = (
        f"none of the {outcome.skipped} YAML files here begins with `klantreis: 1`"
        if outcome.skipped
        else "no YAML files here"
    )
    raise UsageError(f"{what}.", "Name a file, or begin with `klantreis init`.")


def exit_code(reviewed: Reviewed, fail_on: Severity | None) -> int:
    """Give the exit code of a run: 2 for what could not be read, 1 for findings that count, else 0."""
    if reviewed.outcome.errors:
        return 2
    if fail_on is None:
        return 0
    return int(any(item.finding.severity.rank <= fail_on.rank for item in reviewed.found))


_WORDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "suggestion"}


def summary(reviewed: Reviewed) -> str:
    """Give the last line of a run: what was checked, and how it stands, honestly."""
    outcome = reviewed.outcome
    counts = []
    for severity, word in _WORDS.items():
        if number := sum(item.finding.severity is severity for item in reviewed.found):
            counts.append(plural(number, word))
    if outcome.errors:
        counts.append(f"{plural(len(outcome.errors), 'path')} that could not be read")
    verdict = ", ".join(counts) or "no mistakes"
    aside = [f"{reviewed.ignored} ignored"] if reviewed.ignored else []
    aside += [f"{reviewed.known} in the baseline"] if reviewed.known else []
    aside += [f"{plural(outcome.skipped, 'file')} without `klantreis: 1` skipped"] if outcome.skipped else []
    rest = f" ({', '.join(aside)})" if aside else ""
    return f"Checked {plural(outcome.checked, 'file')}: {verdict}.{rest}"
