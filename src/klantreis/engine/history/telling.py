"""What is said of a history wherever it is shown: in a sentence, in a word, good or bad."""

from __future__ import annotations

from typing import Literal

from klantreis.engine.history.timeline import Moment, Series, Timeline
from klantreis.engine.history.words import Words
from klantreis.wording import safe, shortened

Tone = Literal["good", "bad", "changed", ""]


def summary(timeline: Timeline, words: Words) -> str:
    """Give how many versions there are, from when to when, and how many were skipped."""
    dated = [moment.when for moment in timeline.moments if moment.when]
    said = [words.count("versions", len(timeline.moments))]
    days = list(dict.fromkeys(words.day(when) for when in dated))
    if days:
        said[0] += f" {words.say('from-to', first=days[0], last=days[-1])}" if days[1:] else f" {words['on']} {days[0]}"
    if timeline.skipped:
        said.append(words.count("skipped-count", len(timeline.skipped)))
    return ", ".join(said)


def notes(timeline: Timeline, words: Words) -> list[str]:
    """Give what a reader must know: that older versions are missing, that nothing was committed yet."""
    said = [] if timeline.committed else [words["uncommitted"]]
    said += [words.count("earlier", timeline.earlier)] if timeline.earlier else []
    gone = timeline.moments[-1].gone in ("deleted", "absent")
    said += [words["gone-now"]] if gone and timeline.all_series else []
    said += [words["shallow"]] if timeline.shallow else []
    return said + ([] if timeline.all_series else [words["nothing"]])


def is_alone(timeline: Timeline) -> bool:
    """Tell whether only one version could be measured: then nothing has a course."""
    return sum(1 for moment in timeline.moments if moment.measured) <= 1


def measures(timeline: Timeline) -> list[Series]:
    """Give what is measured of every journey; the touchpoints only where some of them are no step of the customer."""
    steps = next((series.values for series in timeline.measures if series.key == "steps"), None)
    return [series for series in timeline.measures if series.key != "touchpoints" or series.values != steps]


def why(moment: Moment, words: Words) -> str:
    """Give why a version was skipped, on one line."""
    told = words[f"gone-{moment.gone}"]
    return f"{told}: {safe(shortened(moment.reason, 140))}" if moment.reason else told


def subject(moment: Moment, words: Words, limit: int) -> str:
    """Give what the commit says of itself; of the work tree, that it is none yet."""
    return safe(shortened(moment.subject, limit)) if moment.commit else words["worktree"]


def versions(timeline: Timeline) -> list[tuple[int, int | None]]:
    """Give the moments that changed a figure, each with the one before it that did."""
    telling = timeline.telling()
    return list(zip(telling, [None, *telling], strict=False))


def tone(series: Series, number: int, before: int | None, words: Words) -> Tone:
    """Give whether a figure of a moment is better or worse than before, as far as it shows."""
    value, was = series.values[number], series.values[before] if before is not None else None
    kind = series.measure.kind
    if value is None or was is None or words.value(kind, value) == words.value(kind, was):
        return ""
    if series.measure.better == "neither":
        return "changed"
    return "good" if (value > was) == (series.measure.better == "higher") else "bad"


def goal(series: Series, words: Words) -> str:
    """Give a metric's target in words: `doel 30`, `doel gehaald`; nothing without one."""
    if series.target is None:
        return ""
    return (
        words["target-met"] if series.met else f"{words['target']} {words.value('metric', series.target, series.unit)}"
    )
