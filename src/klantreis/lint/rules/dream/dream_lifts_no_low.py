"""A dream leaves the lowest moments of the journey as they are.

People remember the high or low point and the end (the peak–end rule of Kahneman and others,
1993). So the deepest dip of today's journey is where a dream earns its keep: take the step away,
let another take its place, or make it feel better. A dream that polishes the pleasant steps and
leaves the dip where it is, is remembered just as the journey is today.

The rule is content as soon as one of the lows is lifted, and it waits until the dream has
emotions. A step without an emotion of its own counts as left as it is, unless it is `automated`.

Bad:

    id: fiets
    title: Ik laat mijn fiets repareren
    phases:
      - title: Reparatie
        touchpoints:
          - {title: Brengt de fiets weg, emotion: 0.5}
          - {title: Wacht een week, emotion: -1.5}
    ---
    title: Mijn fiets is morgen klaar
    state: dream
    of: fiets
    phases:
      - title: Reparatie
        touchpoints:
          - {title: Brengt de fiets weg, emotion: 1.5}
          - {title: Wacht een week, emotion: -1.5}

Good:

    id: fiets
    title: Ik laat mijn fiets repareren
    phases:
      - title: Reparatie
        touchpoints:
          - {title: Brengt de fiets weg, emotion: 0.5}
          - {title: Wacht een week, emotion: -1.5}
    ---
    title: Mijn fiets is morgen klaar
    state: dream
    of: fiets
    phases:
      - title: Reparatie
        touchpoints:
          - {title: Brengt de fiets weg, emotion: 0.5}
          - {title: Krijgt een leenfiets mee, replaces: wacht-een-week, emotion: 1}

Options:
    low: an emotion this low, or lower, is a low; where there is none, the lowest one below 0 is.

Fix: none.
"""

from __future__ import annotations

from collections.abc import Iterator

from klantreis.compare.likeness import is_copy
from klantreis.findings import Path, Severity
from klantreis.lint.rule import Found, LintRule, Option, Options
from klantreis.lint.subject import DreamSubject
from klantreis.model.parts import FeelingAt
from klantreis.wording import shortened


def check(subject: DreamSubject, options: Options) -> Iterator[Found]:
    """Find a dream in which every low is as low as it was."""
    if not subject.dream.feelings or not (lows := _lows(subject.base.feelings, options["low"])):
        return
    places = [_left_at(subject, feeling) for feeling in lows]
    if None in places or is_copy(subject.matching, subject.dream.journey, subject.base.journey):
        return
    lowest = min(range(len(lows)), key=lambda number: lows[number].score)
    low, path = lows[lowest], places[lowest] or ()
    title = low.step.touchpoint.title if low.step else low.phase.title
    yield Found(
        path,
        f"The dream leaves the lowest moment as it is: {low.score:g} at `{shortened(title)}`.",
        "Make it feel better, let another step take its place, or drop it.",
        related=(subject.base.related(low.path, "the emotion now"),),
    )


def _lows(feelings: list[FeelingAt], bound: float) -> list[FeelingAt]:
    lowest = min((feeling.score for feeling in feelings), default=0.0)
    if lowest >= 0:
        return []
    return [feeling for feeling in feelings if feeling.score <= max(bound, lowest) and feeling.score < 0]


def _left_at(subject: DreamSubject, low: FeelingAt) -> Path | None:
    """Where the dream leaves a low as it is; None when it does something about it, or says nothing of it."""
    return _step_left(subject, low) if low.step else _phase_left(subject, low)


def _step_left(subject: DreamSubject, low: FeelingAt) -> Path | None:
    number = low.step.number if low.step else -1
    kept = subject.matching.kept.get(number)
    here = subject.matching.replaced.get(number) if kept is None else kept
    if here is None:
        return None
    step = subject.dream.steps[here]
    emotion = step.touchpoint.emotion
    if emotion is not None:
        return (*step.path, "emotion") if emotion.score <= low.score else None
    # Another step in its place, or one that goes by itself, is something done about it.
    as_it_was = kept is not None and here not in subject.matching.merged and not step.touchpoint.automated
    return (*step.path, "title") if as_it_was else None


def _phase_left(subject: DreamSubject, low: FeelingAt) -> Path | None:
    """A phase with an emotion of its own is lifted when nothing in it is as low in the dream."""
    here = subject.matching.phases.get(int(low.path[1]))
    if here is None:
        return None
    phase = subject.dream.journey.phases[here]
    return next((own.path for own in subject.dream.feelings if own.phase is phase and own.score <= low.score), None)


RULE = LintRule(
    code="K703",
    name="dream-lifts-no-low",
    group="dream",
    severity=Severity.WARNING,
    on="dream",
    check=check,
    doc=__doc__,
    ideas=(5, 19),
    options={
        "low": Option(
            -1.0,
            "An emotion this low, or lower, is a low; where there is none, the lowest one below 0 is.",
            -2,
            0,
        )
    },
)
