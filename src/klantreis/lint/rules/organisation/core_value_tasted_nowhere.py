"""A core value of the organisation is tasted at no touchpoint of any current journey.

Core values are the stock of the soup: you do not see them, but every spoonful should taste of
them. A value that hangs on the wall of the canteen and that no customer meets anywhere is a
promise to oneself. Either there is a touchpoint where it could be tasted, and that is a fine
subject for a workshop, or it is time to admit it is not a core value.

Dreams do not count here: what customers will taste one day, they do not taste yet. The rule is
silent when part of the workspace cannot be read.

Bad:

    kind: organisation
    title: Webbouwers
    core_values: [Helder, Dichtbij]
    ---
    title: Ik wil een nieuwe website
    phases:
      - title: Aankoop
        touchpoints:
          - {title: Krijgt een offerte op één bladzijde, core_values: Helder}

Good:

    kind: organisation
    title: Webbouwers
    core_values: [Helder, Dichtbij]
    ---
    title: Ik wil een nieuwe website
    phases:
      - title: Aankoop
        touchpoints:
          - {title: Krijgt een offerte op één bladzijde, core_values: Helder}
          - {title: Drinkt koffie met de ontwerper, core_values: Dichtbij}

Fix: none.
"""

from __future__ import annotations

from collections.abc import Iterator

from klantreis.findings import Severity, Where
from klantreis.lint.naming import named
from klantreis.lint.rule import Found, LintRule, Options
from klantreis.lint.subject import WorkspaceSubject
from klantreis.wording import shortened

_HINT = "Name the touchpoint where customers meet it (`core_values`), or make one where they will."
_ENOUGH = 3
"""Below this many touchpoints in all, the journeys are first sketches."""


def check(subject: WorkspaceSubject, _options: Options) -> Iterator[Found]:
    """Find core values that no current journey lets the customer taste."""
    organisation, home = subject.index.organisation, subject.index.organisation_outline
    if organisation is None or home is None or not organisation.core_values or not subject.complete:
        return
    journeys = list(subject.documents("journey", "current"))
    tasted = {value for _, digest in journeys for value in digest.core_values}
    bland = [(n, value.title) for n, value in enumerate(organisation.core_values) if value.id not in tasted]
    if tasted:
        for n, title in bland:
            at = Where(home.file, home.document, ("core_values", n))
            yield Found(at.path, f"Customers taste `{shortened(title)}` at no touchpoint of any journey.", _HINT, at=at)
    elif sum(step.sort == "touchpoint" for outline, _ in journeys for step in outline.steps) >= _ENOUGH:
        at = Where(home.file, home.document, ("core_values",), key=True)
        titles = named([title for _, title in bland], "or")
        yield Found(at.path, f"No touchpoint of any journey tastes of {titles}.", _HINT, at=at)


RULE = LintRule(
    code="K605",
    name="core-value-tasted-nowhere",
    group="organisation",
    severity=Severity.INFO,
    on="workspace",
    check=check,
    doc=__doc__,
    ideas=(16,),
)
