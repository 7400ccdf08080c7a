"""A source that a journey rests on was gathered from very few customers.

Ten filled-in forms give a percentage that looks as sure as one of a thousand, and one angry
caller can sink an average. To count something you need numbers: below thirty answers or visits a
figure is a signal. To understand something a handful of good conversations will do, but with one
or two customers you know them and not the group.

Of a current journey the sources it cites are judged, of an organisation or a persona all of them.
Dreams are left alone.

Bad:

    title: Mijn klacht wordt opgelost
    sources:
      - {id: enquete, title: Enquête na afloop, kind: survey, date: 2026-06, sample: 9}
    phases:
      - title: Oplossing
        touchpoints:
          - title: Krijgt een terugbelverzoek
            metrics: {csat: {value: 4.8, date: 2026-06, evidence: enquete}}

Good:

    title: Mijn klacht wordt opgelost
    sources:
      - {id: enquete, title: Enquête na afloop, kind: survey, date: 2026-06, sample: 212}
    phases:
      - title: Oplossing
        touchpoints:
          - title: Krijgt een terugbelverzoek
            metrics: {csat: {value: 4.8, date: 2026-06, evidence: enquete}}

Options:
    survey: a survey or analytics needs at least this many customers or visits.
    interview: interviews or observations need at least this many customers.

Fix: none.
"""

from __future__ import annotations

from collections.abc import Iterator

from klantreis.findings import Severity
from klantreis.lint.rule import Found, LintRule, Option, Options
from klantreis.lint.rules.evidence.cited import weighed
from klantreis.lint.subject import DocumentSubject
from klantreis.wording import shortened

_OPTION_OF = {"survey": "survey", "analytics": "survey", "interview": "interview", "observation": "interview"}
_HINTS = {
    "survey": "Ask or count more customers, and read its figures as a signal until then.",
    "interview": "Talk with a few more customers before you build on it.",
}


def check(subject: DocumentSubject, options: Options) -> Iterator[Found]:
    """Find sources whose sample is small for their kind."""
    for path, source in weighed(subject):
        option = _OPTION_OF.get(source.kind or "")
        if option and source.sample is not None and source.sample < options[option]:
            yield Found(
                (*path, "sample"),
                f"The source `{shortened(source.title)}` has a sample of {source.sample}: "
                f"fewer than {options[option]} is little for {_plural(source.kind or '')}.",
                _HINTS[option],
            )


def _plural(kind: str) -> str:
    return {"survey": "a survey", "analytics": "analytics"}.get(kind, f"{kind}s")


RULE = LintRule(
    code="K505",
    name="small-sample",
    group="evidence",
    severity=Severity.INFO,
    on="journey",
    also=("organisation", "persona"),
    check=check,
    doc=__doc__,
    ideas=(15,),
    options={
        "survey": Option(30, "A survey or analytics needs at least this many customers or visits.", 0),
        "interview": Option(3, "Interviews or observations need at least this many customers.", 0),
    },
)
