"""Touchpoints have no id of their own, so a better title would lose their history.

Without a written `id`, a touchpoint is known by its title. The day somebody finds better words for
it, it becomes a new step to everything that looks back: its history, its measurements, the dream
that improves it and the roadmap that promised to. A written id stays when the title changes. Only
journeys with three touchpoints or more are asked for them.

Bad:

    title: Ik wil een tuin
    phases:
      - title: Oriëntatie
        touchpoints: [Kijkt bij de buren, Bladert in een boek, Belt een hovenier]

Good:

    title: Ik wil een tuin
    phases:
      - title: Oriëntatie
        touchpoints:
          - {id: kijkt-bij-buren, title: Kijkt bij de buren}
          - {id: bladert, title: Bladert in een boek}
          - {id: belt-hovenier, title: Belt een hovenier}

Fix: safe. Writes the id that each of them already has, made from its title.
"""

from __future__ import annotations

from collections.abc import Iterator

from klantreis.findings import Fix, SetKey, Severity
from klantreis.lint.rule import Found, LintRule, Options
from klantreis.lint.subject import JourneySubject
from klantreis.wording import plural, shortened

_ENOUGH = 3


def check(subject: JourneySubject, _options: Options) -> Iterator[Found]:
    """Find the touchpoints without a written id; told once, at the first."""
    without = [step for step in subject.steps if "id" not in step.touchpoint.model_fields_set]
    if not without or len(subject.steps) < _ENOUGH:
        return
    count = len(without)
    title = shortened(without[0].touchpoint.title)
    message = f"`{title}` has no `id` of its own."
    if count == len(subject.steps):
        message = f"None of the {count} touchpoints has an `id` of its own."
    elif count > 1:
        others = plural(count - 1, "other touchpoint")
        message = f"`{title}` and {others} have no `id` of their own."
    edits = tuple(SetKey(step.path, "id", step.touchpoint.id, first=True) for step in without)
    label = f"write the id of {plural(count, 'touchpoint')}"
    hint = "Write the id that the title gives now (`--fix` does): then the history survives a better title."
    yield Found(without[0].path, message, hint, fix=Fix(label, edits))


RULE = LintRule(
    code="K315",
    name="touchpoint-without-id",
    group="structure",
    severity=Severity.INFO,
    on="journey",
    check=check,
    doc=__doc__,
    ideas=(27,),
    fix="safe",
)
