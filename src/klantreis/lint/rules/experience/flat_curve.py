"""The emotion curve of the journey hardly moves.

Real journeys go up and down: looking forward, doubt, relief, a bill. When five or more emotions
all lie close together, the scores were usually guessed in one go, or averaged until nothing was
left. And a flat line hides exactly what you draw a map for: people remember the peaks and the end
(Kahneman and others, 1993), so you want to know which moments those are. Ask a handful of
customers for their best and their worst moment; the curve will follow.

Silent where there is only sunshine (`only-sunshine` speaks there), and for dreams.

Bad:

    title: Ik sluit een zorgverzekering af
    phases:
      - title: Aankoop
        touchpoints:
          - {title: Zoekt een polis, emotion: 0.2}
          - {title: Vergelijkt premies, emotion: -0.2}
          - {title: Belt met een vraag, emotion: 0.2}
          - {title: Vult de gegevens in, emotion: 0}
          - {title: Krijgt de polis, emotion: 0.3}

Good:

    title: Ik sluit een zorgverzekering af
    phases:
      - title: Aankoop
        touchpoints:
          - {title: Zoekt een polis, emotion: 0.2}
          - {title: Vergelijkt premies, emotion: -1.2}
          - {title: Belt met een vraag, emotion: 1.2}
          - {title: Vult de gegevens in, emotion: 0}
          - {title: Krijgt de polis, emotion: 0.8}

Options:
    spread: the least difference between the highest and the lowest emotion.

Fix: none.
"""

from __future__ import annotations

from collections.abc import Iterator

from klantreis.findings import Severity
from klantreis.lint.rule import Found, LintRule, Option, Options
from klantreis.lint.rules.experience.only_sunshine import sunny
from klantreis.lint.subject import TOP, JourneySubject

_ENOUGH = 5


def check(subject: JourneySubject, options: Options) -> Iterator[Found]:
    """Find a curve whose highest and lowest point lie close together."""
    if not subject.current or len(subject.feelings) < _ENOUGH:
        return
    scores = [feeling.score for feeling in subject.feelings]
    low, high = min(scores), max(scores)
    # Scores are decimals as people wrote them: 0.8 - -0.2 must be 1.
    if round(high - low, 9) >= options["spread"] or sunny(subject):
        return
    where = f"are {high:g}" if low == high else f"lie between {low:g} and {high:g}"
    yield Found(
        TOP,
        f"The emotion curve is flat: all {len(scores)} emotions {where}.",
        "Ask customers for their best and their worst moment, and let the curve show them.",
    )


RULE = LintRule(
    code="K402",
    name="flat-curve",
    group="experience",
    severity=Severity.INFO,
    on="journey",
    check=check,
    doc=__doc__,
    ideas=(5, 7),
    options={"spread": Option(1.0, "The least difference between the highest and the lowest emotion.", 0, 4)},
)
