"""The loyalty loop leads to the phase it leaves, or to a later one.

A loyalty loop goes back: a customer who has used and liked it comes in again at an earlier phase
and skips what lies before that. A loop that leads forward is a shortcut and no loop, and mostly a
sign that `from` and `to` were swapped. Without `from`, the loop leaves the last phase. In a dream the
customer may stay in one phase for ever, as with a subscription: there a loop to the same phase is no mistake.

Bad:

    title: Ik laat mijn haar knippen
    loyalty_loop: {from: Aankoop, to: Gebruik}
    phases:
      - {title: Oriëntatie, touchpoints: Vraagt een collega}
      - {title: Aankoop, touchpoints: Maakt een afspraak}
      - {title: Gebruik, touchpoints: Kijkt in de spiegel}

Good:

    title: Ik laat mijn haar knippen
    loyalty_loop: {from: Gebruik, to: Aankoop}
    phases:
      - {title: Oriëntatie, touchpoints: Vraagt een collega}
      - {title: Aankoop, touchpoints: Maakt een afspraak}
      - {title: Gebruik, touchpoints: Kijkt in de spiegel}

Fix: none.
"""

from __future__ import annotations

from collections.abc import Iterator

from klantreis.findings import Severity
from klantreis.lint.rule import Found, LintRule, Options
from klantreis.lint.subject import JourneySubject
from klantreis.model.ways import loop_places
from klantreis.wording import shortened


def check(subject: JourneySubject, _options: Options) -> Iterator[Found]:
    """Find a loop that does not go back."""
    if subject.journey.loyalty_loop is None:
        return
    places = loop_places(subject.journey)
    if places is None:
        return
    leaves, enters = places
    if enters < leaves or (enters == leaves and not subject.current):
        return
    phases = subject.journey.phases
    there = f"leaves `{shortened(phases[leaves].title)}` and leads "
    there += "to the same phase" if leaves == enters else f"forward, to `{shortened(phases[enters].title)}`"
    hint = "Let `to` name an earlier phase, the one where a loyal customer comes in again."
    if leaves < enters:
        hint = "Let `to` name a phase before `from`: perhaps the two were swapped."
    yield Found(("loyalty_loop", "to"), f"The loyalty loop {there}.", hint)


RULE = LintRule(
    code="K312",
    name="loyalty-loop-leads-forward",
    group="structure",
    severity=Severity.WARNING,
    on="journey",
    check=check,
    doc=__doc__,
    ideas=(6,),
)
