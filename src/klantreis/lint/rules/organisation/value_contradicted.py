"""A touchpoint claims a core value while the customer feels bad there.

"Here they taste how close we are", says the map, and one row lower the customer is furious. One of
the two is wrong: perhaps the value is what you meant to give and not what is received, or the
emotion belongs to another step. Claims like that make the whole map less credible, so look at
them together with somebody who talks to customers. The rule is off until you ask for it, because
a bad feeling can have a cause that has nothing to do with the value.

Bad:

    title: Ik wil een nieuwe website
    phases:
      - title: Gebruik
        touchpoints:
          - {title: Wacht een week op antwoord, core_values: Dichtbij, emotion: -1.5}

Good:

    title: Ik wil een nieuwe website
    phases:
      - title: Gebruik
        touchpoints:
          - {title: Wacht een week op antwoord, emotion: -1.5}
          - {title: Krijgt bezoek van de ontwerper, core_values: Dichtbij, emotion: 1}

Options:
    most: the emotion contradicts the value when it is this or lower.

Fix: none.
"""

from __future__ import annotations

from collections.abc import Iterator

from klantreis.findings import Severity
from klantreis.lint.naming import named
from klantreis.lint.rule import Found, LintRule, Option, Options
from klantreis.lint.subject import JourneySubject
from klantreis.wording import shortened


def check(subject: JourneySubject, options: Options) -> Iterator[Found]:
    """Find core values beside a bad feeling."""
    for step in subject.steps:
        values, emotion = step.touchpoint.core_values, step.touchpoint.emotion
        if values and emotion is not None and emotion.score <= options["most"]:
            yield Found(
                (*step.path, "core_values"),
                f"`{shortened(step.touchpoint.title)}` should taste of {named(values)}, "
                f"and the customer feels {emotion.score:g} there.",
                "Change what happens there, or take the value away: it is meant, and not yet tasted.",
                related=(subject.related((*step.path, "emotion"), "the emotion"),),
            )


RULE = LintRule(
    code="K607",
    name="value-contradicted",
    group="organisation",
    severity=Severity.INFO,
    on="journey",
    check=check,
    doc=__doc__,
    ideas=(16,),
    options={"most": Option(-1.0, "The emotion contradicts the value when it is this or lower.", -2, 2)},
    on_by_default=False,
)
