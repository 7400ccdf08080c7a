"""The loyalty loop leads to the first phase, so it spares nobody anything.

The whole point of the loyalty loop is what a loyal customer skips: no searching, no comparing,
straight to the purchase. A loop back to the very first phase says that a regular has to be won
anew, like a stranger. Sometimes that is the sad truth, and then it is a fine thing to improve; on
a map of the journey as it is, ask where regulars really come in. A journey that begins with the
purchase or later has left out what the loop skips, and is left alone.

Bad:

    title: Ik wil naar de schouwburg
    loyalty_loop: Bewustwording
    phases:
      - {title: Bewustwording, touchpoints: Ziet een affiche}
      - {title: Aankoop, touchpoints: Bestelt twee kaarten}
      - {title: Gebruik, touchpoints: Geniet van de voorstelling}

Good:

    title: Ik wil naar de schouwburg
    loyalty_loop: Aankoop
    phases:
      - {title: Bewustwording, touchpoints: Ziet een affiche}
      - {title: Aankoop, touchpoints: Bestelt twee kaarten}
      - {title: Gebruik, touchpoints: Geniet van de voorstelling}

Fix: none.
"""

from __future__ import annotations

from collections.abc import Iterator

from klantreis.findings import Severity
from klantreis.lint.rule import Found, LintRule, Options
from klantreis.lint.subject import JourneySubject
from klantreis.model.ways import loop_places
from klantreis.wording import shortened

_BOUGHT = {"purchase", "use", "support", "loyalty"}


def check(subject: JourneySubject, _options: Options) -> Iterator[Found]:
    """Find a loop to the very beginning."""
    if subject.journey.loyalty_loop is None:
        return
    places = loop_places(subject.journey)
    if places is None or places[1] != 0 or places[0] == 0:
        return
    if subject.stages[0] and _BOUGHT.issuperset(subject.stages[0]):
        return
    first = subject.journey.phases[0]
    yield Found(
        ("loyalty_loop", "to"),
        f"The loyalty loop leads to the first phase, `{shortened(first.title)}`, and skips nothing.",
        "Name the phase where a loyal customer really comes in again, such as the purchase.",
    )


RULE = LintRule(
    code="K311",
    name="loyalty-loop-skips-nothing",
    group="structure",
    severity=Severity.WARNING,
    on="journey",
    check=check,
    doc=__doc__,
    ideas=(6,),
)
