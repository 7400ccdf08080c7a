"""The map has so many touchpoints that nobody sees the whole any more.

A customer journey map is there to see the whole at a glance: where it goes well, where it hurts.
Beyond some thirty steps it becomes a process description, which hangs on the wall and is read by
nobody. Keep the steps the customer would tell a friend about, and give a busy phase or step a
journey of its own: `zoom` leads to it, and the map stays one map.

Bad:

    title: Ik ga trouwen
    phases:
      - title: Aankoop
        touchpoints:
          [Zoekt een zaal, Bekijkt zaal een, Bekijkt zaal twee, Bekijkt zaal drie, Belt zaal een, Belt zaal twee,
          Belt zaal drie, Vraagt offerte een, Vraagt offerte twee, Vraagt offerte drie, Leest offerte een,
          Leest offerte twee, Leest offerte drie, Kiest, Tekent, Betaalt de borg, Kiest bloemen, Kiest een taart,
          Proeft de taart, Kiest muziek, Kiest kaarten, Drukt kaarten, Schrijft adressen, Plakt postzegels,
          Post de kaarten, Telt de gasten, Maakt een tafelplan, Verandert het tafelplan, Past de jurk,
          Past de schoenen, Past het pak]

Good:

    title: Ik ga trouwen
    phases:
      - title: Aankoop
        touchpoints: [Vindt een zaal, Kiest bloemen en taart, Nodigt de gasten uit, Past de kleren]

Options:
    most: a map with more touchpoints than this has too many.

Fix: none.
"""

from __future__ import annotations

from collections.abc import Iterator

from klantreis.findings import Severity
from klantreis.lint.rule import Found, LintRule, Option, Options
from klantreis.lint.subject import TOP, JourneySubject
from klantreis.wording import shortened


def check(subject: JourneySubject, options: Options) -> Iterator[Found]:
    """Find a map with more steps than people can take in."""
    count = len(subject.steps)
    if count <= options["most"]:
        return
    hint = "Keep the steps that the customer would tell of, and give the busy ones a journey of their own with `zoom`."
    if len(subject.journey.phases) > 1:
        busiest = max(subject.journey.phases, key=lambda phase: len(phase.touchpoints))
        hint = (
            f"`{shortened(busiest.title)}` has the most ({len(busiest.touchpoints)}): "
            "show its details in a journey of their own and let `zoom` lead there."
        )
    yield Found(TOP, f"There are {count} touchpoints in one map.", hint)


RULE = LintRule(
    code="K318",
    name="too-many-touchpoints",
    group="structure",
    severity=Severity.INFO,
    on="journey",
    check=check,
    doc=__doc__,
    ideas=(23,),
    options={"most": Option(30, "A map with more touchpoints than this has too many.", 1)},
)
