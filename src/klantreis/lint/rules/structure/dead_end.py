"""The customer goes round in circles and never gets out.

`next` may lead back: many customers try again, or are sent from the desk to the phone and to the
desk again. But somebody must get out in the end, onward or by `exit`. A ring without a way out
says that every customer stays in it for ever. Either the way onward was forgotten, or the map is
painfully right, and then `exit` shows how many give up.

Bad:

    title: Ik wil mijn modem vervangen
    phases:
      - title: Ondersteuning
        touchpoints:
          - {id: belt, title: Belt de helpdesk}
          - {title: Wordt doorverbonden, next: belt}
          - Krijgt een nieuw modem

Good:

    title: Ik wil mijn modem vervangen
    phases:
      - title: Ondersteuning
        touchpoints:
          - {id: belt, title: Belt de helpdesk}
          - title: Wordt doorverbonden
            next:
              - {to: belt, share: 0.3}
              - {to: nieuw-modem, share: 0.7}
          - {id: nieuw-modem, title: Krijgt een nieuw modem}

Fix: none.
"""

from __future__ import annotations

from collections.abc import Iterator

from klantreis.findings import Severity
from klantreis.lint.rule import Found, LintRule, Options
from klantreis.lint.subject import JourneySubject
from klantreis.wording import shortened


def check(subject: JourneySubject, _options: Options) -> Iterator[Found]:
    """Find rings that nobody leaves; shown where the last of their steps leads back."""
    found = subject.ways
    if found is None:
        return
    for ring in found.rings():
        # The last step of a ring leads back, so it has a `next`: without one it would lead onward.
        last = subject.steps[ring[-1]]
        back = subject.steps[min(found.after[last.number]) - found.count]
        there = "itself" if back is last else f"`{shortened(back.touchpoint.title)}`"
        caught = "" if len(ring) == 1 else f" of these {len(ring)} touchpoints"
        yield Found(
            (*last.path, "next"),
            f"`{shortened(last.touchpoint.title)}` leads back to {there}, and nobody gets out{caught}.",
            "Add to `next` the step that follows in the end, or `exit` for customers who give up.",
        )


RULE = LintRule(
    code="K314",
    name="dead-end",
    group="structure",
    severity=Severity.WARNING,
    on="journey",
    check=check,
    doc=__doc__,
    ideas=(1, 30),
)
