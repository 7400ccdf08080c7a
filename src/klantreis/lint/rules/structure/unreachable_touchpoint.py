"""No way leads to a touchpoint.

`next` says what follows *instead* of the next step. So a touchpoint whose `next` leads elsewhere
no longer leads to the one below it, and that one may be left hanging: it stands on the map and no
customer ever gets there. Mostly the usual way was forgotten when a branch was added. Steps marked
`optional` can be walked past, and the loyalty loop leads to the first step of its phase.

Bad:

    title: Ik wil mijn rijbewijs verlengen
    phases:
      - title: Aankoop
        touchpoints:
          - {title: Vraagt het online aan, next: {to: exit, when: De pasfoto wordt afgekeurd, share: 0.2}}
          - Betaalt met een bankpas
          - Haalt het op bij de balie

Good:

    title: Ik wil mijn rijbewijs verlengen
    phases:
      - title: Aankoop
        touchpoints:
          - title: Vraagt het online aan
            next:
              - {to: exit, when: De pasfoto wordt afgekeurd, share: 0.2}
              - {to: Betaalt met een bankpas, share: 0.8}
          - Betaalt met een bankpas
          - Haalt het op bij de balie

Fix: none.
"""

from __future__ import annotations

from collections.abc import Iterator

from klantreis.findings import Severity
from klantreis.lint.rule import Found, LintRule, Options
from klantreis.lint.subject import JourneySubject
from klantreis.model.ways import closure
from klantreis.wording import shortened


def check(subject: JourneySubject, _options: Options) -> Iterator[Found]:
    """Find the touchpoints that nothing leads to; not those that only follow on such a one."""
    found = subject.ways
    if found is None:
        return
    # A ring without a way out has a rule of its own: what lies behind it is not told here again.
    reached = found.reached(found.count + max(ring) + 1 for ring in found.rings())
    for step in subject.steps:
        if step.number in reached:
            continue
        reached |= closure(found.after, {step.number})
        before = subject.steps[step.number - 1]
        yield Found(
            step.path,
            f"No way leads to `{shortened(step.touchpoint.title)}`.",
            f"Let `next` of `{shortened(before.touchpoint.title)}`, or of another step, lead to it as well.",
            related=(subject.related((*before.path, "next"), "this leads elsewhere"),)
            if before.touchpoint.next
            else (),
        )


RULE = LintRule(
    code="K313",
    name="unreachable-touchpoint",
    group="structure",
    severity=Severity.WARNING,
    on="journey",
    check=check,
    doc=__doc__,
    ideas=(1, 30),
)
