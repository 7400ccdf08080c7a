"""A moment of truth where the customer feels bad, and nobody has an idea for it.

Here the customer makes up their mind about you: to buy, to stay, to tell others. A low score at
any other step can be made good later; at a moment of truth it decides. So a negative one is the
first place to look for an opportunity.

Silent where the touchpoint has pain points that are more than `severity: low`:
`pain-without-opportunity` asks for those. Dreams are left alone.

Bad:

    title: Ik koop mijn eerste huis
    phases:
      - title: Aankoop
        touchpoints:
          - title: Hoort of het bod is aanvaard
            emotion: -0.5
            expectation: Een telefoontje dezelfde avond
            moment_of_truth: true

Good:

    title: Ik koop mijn eerste huis
    phases:
      - title: Aankoop
        touchpoints:
          - title: Hoort of het bod is aanvaard
            emotion: -0.5
            expectation: Een telefoontje dezelfde avond
            moment_of_truth: true
            opportunities: De makelaar belt op een afgesproken tijd, ook zonder nieuws

Fix: none.
"""

from __future__ import annotations

from collections.abc import Iterator

from klantreis.findings import Severity
from klantreis.lint.rule import Found, LintRule, Options
from klantreis.lint.rules.experience.unsolved import last_feeling, spoken_for
from klantreis.lint.subject import JourneySubject
from klantreis.wording import shortened


def check(subject: JourneySubject, _options: Options) -> Iterator[Found]:
    """Find moments of truth where the customer feels bad, without a plan to mend them."""
    if not subject.current:
        return
    last = last_feeling(subject)
    for step in subject.truths:
        emotion = step.touchpoint.emotion
        if last is not None and last.step is step:
            # That it ends low is told by `ends-low`, which asks for the same.
            continue
        if emotion is not None and emotion.score < 0 and not spoken_for(step.touchpoint, step.phase, subject):
            yield Found(
                (*step.path, "emotion"),
                f"The customer feels bad ({emotion.score:g}) at the moment of truth "
                f"`{shortened(step.touchpoint.title)}`, and it has no opportunity.",
                "Begin here: write under `opportunities` what would win this customer.",
            )


RULE = LintRule(
    code="K410",
    name="negative-moment-of-truth",
    group="experience",
    severity=Severity.WARNING,
    on="journey",
    check=check,
    doc=__doc__,
    ideas=(4, 5),
)
