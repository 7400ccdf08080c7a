"""A phase comes earlier or later than its stage does in a customer's life.

The stages (awareness, orientation, intent and consideration, purchase, use and support, loyalty)
are how journeys are laid side by side, so that a phase is compared with the same phase of another
journey. When use comes before purchase, either the stage is a slip of the pen or the phases stand
in the order of the organisation's departments and not of the customer's life.

What customers really do in another order is left alone: intent and consideration either way round,
use and support as well, support anywhere after the purchase, and an existing customer whose journey begins
with use, support or loyalty. A journey that names a framework is held to that.

Bad:

    title: Ik wil een elektrische fiets
    phases:
      - {title: Rondkijken, stage: orientation, touchpoints: Leest een test}
      - {title: Fietsen, stage: use, touchpoints: Rijdt naar het werk}
      - {title: Kopen, stage: purchase, touchpoints: Rekent af bij de fietsenmaker}

Good:

    title: Ik wil een elektrische fiets
    phases:
      - {title: Rondkijken, stage: orientation, touchpoints: Leest een test}
      - {title: Kopen, stage: purchase, touchpoints: Rekent af bij de fietsenmaker}
      - {title: Fietsen, stage: use, touchpoints: Rijdt naar het werk}

Fix: none.
"""

from __future__ import annotations

from collections.abc import Iterator

from klantreis.findings import Severity
from klantreis.lint.rule import Found, LintRule, Options
from klantreis.lint.rules.structure.order import neighbour
from klantreis.lint.subject import JourneySubject
from klantreis.model.stages import misplaced
from klantreis.wording import shortened

# Intent and consideration, use and support: customers do them in either order.
_RANKS = {
    "awareness": 0,
    "orientation": 1,
    "intent": 2,
    "consideration": 2,
    "purchase": 3,
    "use": 4,
    "support": 4,
    "loyalty": 5,
}
_BOUGHT = _RANKS["purchase"]


def check(subject: JourneySubject, _options: Options) -> Iterator[Found]:
    """Find the phases to move so that the stages never go back."""
    phases = subject.journey.phases
    if subject.journey.framework or sum(1 for phase in phases if phase.stage) <= 1:
        return
    known = list(_ranks(subject.stages))
    ranks = [rank for _, _, rank in known]
    for wrong in misplaced(ranks):
        number, stage, _ = known[wrong]
        word, position = neighbour(ranks, wrong)
        other, others, _ = known[position]
        path, phase = subject.phases[number]
        yield Found(
            (*path, "stage"),
            f"`{shortened(phase.title, 40)}` ({stage}) stands {word} "
            f"`{shortened(phases[other].title, 40)}` ({others}).",
            "Put the phases in the customer's order or write another `stage`; "
            "a loyal customer's way back is a `loyalty_loop`.",
            related=(subject.related((*subject.phases[other][0], "stage"), f"the phase it stands {word}"),),
        )


def _ranks(stages: list[tuple[str, ...]]) -> Iterator[tuple[int, str, int]]:
    """The place, first stage and rank of each phase that is held to the order."""
    new = bought = False
    for number, names in enumerate(stages):
        if not names:
            continue
        stage = min(names, key=_RANKS.__getitem__)
        rank = _RANKS[stage]
        # A journey that begins after a purchase is an existing customer's: the order begins after that.
        new = new or rank <= _BOUGHT
        if new and not (bought and stage == "support"):
            yield number, stage, rank
        bought = bought or (new and rank >= _BOUGHT)


RULE = LintRule(
    code="K306",
    name="phases-out-of-stage-order",
    group="structure",
    severity=Severity.WARNING,
    on="journey",
    check=check,
    doc=__doc__,
    ideas=(1, 2),
)
