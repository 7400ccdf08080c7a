"""An opportunity beside pain points that does not say which one it solves.

"Better information" beside three pain points: for which of them? Without `solves` nobody can see
which pains are taken care of and which still wait, and the roadmap cannot tell what customers
will notice when it is done. Naming the pain also keeps you honest: some ideas turn out to solve
nothing that any customer complained about.

An opportunity that stands where no pain is left (to make a good moment even better) needs no
`solves`. Dreams are left alone. When no opportunity at all names a pain, that is said once.

Bad:

    title: Ik vraag een vergunning aan
    phases:
      - title: Aanvraag
        touchpoints:
          - title: Leest de voorwaarden
            pains: Ambtelijke taal
            opportunities: Korte filmpjes
          - title: Vult het formulier in
            pains: Dezelfde gegevens drie keer
            opportunities: Gegevens vooraf invullen

Good:

    title: Ik vraag een vergunning aan
    phases:
      - title: Aanvraag
        touchpoints:
          - title: Leest de voorwaarden
            pains: Ambtelijke taal
            opportunities: {title: Korte filmpjes, solves: Ambtelijke taal}
          - title: Vult het formulier in
            pains: Dezelfde gegevens drie keer
            opportunities: {title: Gegevens vooraf invullen, solves: Dezelfde gegevens drie keer}

Fix: none.
"""

from __future__ import annotations

from collections.abc import Iterator

from klantreis.findings import Severity
from klantreis.lint.rule import Found, LintRule, Options
from klantreis.lint.rules.experience.unsolved import solved
from klantreis.lint.subject import TOP, JourneySubject
from klantreis.model.parts import OpportunityAt
from klantreis.model.touchpoint import Pain
from klantreis.wording import shortened


def check(subject: JourneySubject, _options: Options) -> Iterator[Found]:
    """Find opportunities that stand beside unsolved pains and name none."""
    if not subject.current or not subject.opportunities or not (subject.pains or subject.barriers):
        return
    found = [at for at in subject.opportunities if not at.opportunity.solves and _beside_a_pain(at, subject)]
    if found and not subject.solved:
        # One idea beside one pain in a first sketch speaks for itself.
        if len(found) > 1:
            message = f"None of the {len(subject.opportunities)} opportunities says which pain point it solves."
            yield Found(TOP, message, "Name the pain point under `solves`, by its id or its title.")
        return
    for at in found:
        what = "pain point or barrier" if at.step is None else "pain point"
        message = f"`{shortened(at.opportunity.title)}` does not say which {what} it solves."
        yield Found(at.path, message, f"Name the {what} under `solves`, by its id or its title.")


def _beside_a_pain(at: OpportunityAt, subject: JourneySubject) -> bool:
    return any(not solved(pain, subject) for pain in _near(at))


def _near(at: OpportunityAt) -> Iterator[Pain]:
    if at.step is not None:
        yield from at.step.touchpoint.pains
        return
    yield from at.phase.barriers
    for step in at.phase.touchpoints:
        yield from step.pains


RULE = LintRule(
    code="K406",
    name="opportunity-solves-nothing",
    group="experience",
    severity=Severity.INFO,
    on="journey",
    check=check,
    doc=__doc__,
    ideas=(7, 21),
)
