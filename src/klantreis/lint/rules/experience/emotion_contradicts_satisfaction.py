"""The emotion on the map says the opposite of what customers say in surveys.

The curve says delighted, the measured satisfaction is poor, or the other way round. One of the
two is wrong: the emotion is a guess of the team, the figure is old or belongs to another step, or
only the happiest customers answered. Find out which; a map that contradicts its own figures is
believed by nobody.

Judged are emotions of 1 and above beside a value in the lowest 40 % of its scale, and emotions of
-1 and below beside a value in the highest 20 %, for `csat`, `nps` and `ces` with the scale of the
organisation or the built-in one. Dreams are left alone.

Bad:

    title: Ik breng mijn auto naar de garage
    phases:
      - title: Onderhoud
        touchpoints:
          - title: Haalt de auto op
            emotion: 1.5
            metrics: {csat: 4.1}

Good:

    title: Ik breng mijn auto naar de garage
    phases:
      - title: Onderhoud
        touchpoints:
          - title: Haalt de auto op
            emotion: 1.5
            metrics: {csat: 8.4}

Fix: none.
"""

from __future__ import annotations

from collections.abc import Iterator

from klantreis.findings import Severity
from klantreis.lint.rule import Found, LintRule, Options
from klantreis.lint.subject import JourneySubject
from klantreis.model.metrics import MetricInfo, metric_info
from klantreis.model.parts import Step
from klantreis.wording import shortened

_SATISFACTION = ("csat", "nps", "ces")
_STRONG = 1.0
_POOR, _SPLENDID = 0.5, 0.75


def check(subject: JourneySubject, _options: Options) -> Iterator[Found]:
    """Find emotions that contradict the measured satisfaction on the same touchpoint."""
    if not subject.current:
        return
    for step in subject.steps:
        emotion = step.touchpoint.emotion
        if emotion is not None and abs(emotion.score) >= _STRONG and step.touchpoint.metrics:
            yield from _contradictions(step, emotion.score, subject)


def _contradictions(step: Step, score: float, subject: JourneySubject) -> Iterator[Found]:
    for name, written in step.touchpoint.metrics.items():
        metric = metric_info(name, subject.organisation)
        if written.value is None or metric is None or metric.id not in _SATISFACTION:
            continue
        part = _part(written.value, metric)
        if part is None or not (part < _POOR if score > 0 else part >= _SPLENDID):
            continue
        yield Found(
            (*step.path, "metrics", name),
            f"`{shortened(step.touchpoint.title)}` feels {'good' if score > 0 else 'bad'} ({score:g}), "
            f"but its {shortened(name)} of {written.value:g} says the opposite.",
            "Ask customers which of the two is true, and correct the other.",
            related=(subject.related((*step.path, "emotion"), "the emotion"),),
        )


def _part(value: float, metric: MetricInfo) -> float | None:
    """Give where a value lies between the worst (0) and the best (1) of its scale; None when nobody can tell."""
    scale = metric.scale
    if scale is None or metric.better == "neither" or not scale[0] <= value <= scale[1]:
        return None
    part = round((value - scale[0]) / (scale[1] - scale[0]), 9)
    return part if metric.better == "higher" else 1 - part


RULE = LintRule(
    code="K414",
    name="emotion-contradicts-satisfaction",
    group="experience",
    severity=Severity.WARNING,
    on="journey",
    check=check,
    doc=__doc__,
    ideas=(8, 11, 15),
)
