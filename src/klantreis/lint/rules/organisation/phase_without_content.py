"""Most phases have content, this one has none.

Customers have questions in every phase, and content that suits one does not suit the next: before
the purchase they compare, after it they want to get going. A gap in the content row is a phase
where they look for the answer elsewhere, often with a competitor. Sometimes that is right, since
nobody needs a blog while the mechanic is at the door; then say so with an ignore comment.

The rule speaks when at least two phases, and at least half of the other ones, have content. A
phase without touchpoints is left alone: it is not drawn yet. So are dreams.

Bad:

    title: Ik wil een nieuwe website
    phases:
      - {title: Oriëntatie, touchpoints: Zoekt bureaus, content: Tien tips}
      - {title: Overweging, touchpoints: Vergelijkt offertes}
      - {title: Gebruik, touchpoints: Beheert de site, content: Handleiding}

Good:

    title: Ik wil een nieuwe website
    phases:
      - {title: Oriëntatie, touchpoints: Zoekt bureaus, content: Tien tips}
      - {title: Overweging, touchpoints: Vergelijkt offertes, content: Voorbeelden met prijzen}
      - {title: Gebruik, touchpoints: Beheert de site, content: Handleiding}

Fix: none.
"""

from __future__ import annotations

from collections.abc import Iterator

from klantreis.findings import Severity
from klantreis.lint.rule import Found, LintRule, Options
from klantreis.lint.subject import JourneySubject
from klantreis.wording import shortened

_ENOUGH = 2


def check(subject: JourneySubject, _options: Options) -> Iterator[Found]:
    """Find phases without content among phases that have some."""
    served = sum(1 for _, phase in subject.phases if phase.content)
    if served < _ENOUGH or 2 * served < len(subject.phases) - 1 or not subject.current:
        return
    for path, phase in subject.phases:
        if not phase.content and phase.touchpoints:
            yield Found(
                path,
                f"Phase `{shortened(phase.title)}` has no content, and {served} other phases have.",
                "Ask what customers want to know here, and write or plan what answers it under `content`.",
            )


RULE = LintRule(
    code="K610",
    name="phase-without-content",
    group="organisation",
    severity=Severity.INFO,
    on="journey",
    check=check,
    doc=__doc__,
    ideas=(26,),
)
