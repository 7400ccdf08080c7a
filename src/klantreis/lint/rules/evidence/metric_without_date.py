"""A figure does not say when it was measured.

Was that 6.9 measured before the new form, or after it? Without a date nobody can tell whether an
improvement worked, and an old figure looks as fresh as one of last week. A quarter is precise
enough: `2026-Q3`.

A figure that cites a source with a date needs none of its own, and a guess was not measured.

Bad:

    title: Mijn klacht wordt opgelost
    phases:
      - title: Melden
        touchpoints:
          - {title: Belt de klantenservice, metrics: {csat: {value: 6.9, date: 2026-Q3}}}
          - {title: Wordt doorverbonden, metrics: {csat: 4.1}}

Good:

    title: Mijn klacht wordt opgelost
    phases:
      - title: Melden
        touchpoints:
          - {title: Belt de klantenservice, metrics: {csat: {value: 6.9, date: 2026-Q3}}}
          - {title: Wordt doorverbonden, metrics: {csat: {value: 4.1, date: 2026-Q3}}}

Fix: none.
"""

from __future__ import annotations

from collections.abc import Iterator

from klantreis.findings import Severity
from klantreis.lint.naming import key_of
from klantreis.lint.rule import Found, LintRule, Options
from klantreis.lint.rules.evidence.cited import known_sources
from klantreis.lint.rules.evidence.figures import called
from klantreis.lint.subject import TOP, JourneySubject
from klantreis.model.document import Source
from klantreis.model.parts import MetricAt
from klantreis.model.touchpoint import ASSUMPTION

_HINT = "Write when it was measured as `date`: a quarter (`2026-Q3`) is precise enough."


def check(subject: JourneySubject, _options: Options) -> Iterator[Found]:
    """Find figures of a current journey that lack a date."""
    if not subject.current or not subject.metrics:
        return
    undated = [item for item in subject.metrics if item.value.value is not None and item.value.date is None]
    if not undated:
        return
    sources = known_sources(subject)
    lacking = [item for item in undated if not _told(item, sources)]
    count = sum(item.value.value is not None for item in subject.metrics)
    if len(lacking) == count > 1:
        yield Found(TOP, f"None of the {count} figures of this journey says when it was measured.", _HINT)
        return
    for item in lacking:
        yield Found(item.path, f"{called(item)} does not say when it was measured.", _HINT, key=True)


def _told(item: MetricAt, sources: dict[str, Source]) -> bool:
    """Whether its evidence tells when: a dated source, or one of the persona's; a guess has no date."""
    for written in item.value.evidence:
        source = sources.get(key_of(written))
        if written == ASSUMPTION or source is None or source.date is not None:
            return True
    return False


RULE = LintRule(
    code="K511",
    name="metric-without-date",
    group="evidence",
    severity=Severity.INFO,
    on="journey",
    check=check,
    doc=__doc__,
    ideas=(13,),
)
