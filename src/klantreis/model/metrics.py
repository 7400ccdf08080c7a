"""What is known of a metric: the organisation's own word first, else the built-in one."""

from __future__ import annotations

from dataclasses import dataclass

from klantreis.model.builtin import METRICS, Better
from klantreis.model.organisation import Metric, Organisation
from klantreis.model.text import slug

Scale = tuple[float, float]


@dataclass(frozen=True, slots=True)
class MetricInfo:
    """A metric: its scale (None: no bounds are known) and which way is better.

    `own` tells whether the organisation lists it; then it replaces a built-in one with the same id.
    Of that one the better way remains where the organisation says nothing else, and the scale too
    unless it is counted in another unit.
    """

    id: str
    title: str
    unit: str
    scale: Scale | None
    better: Better
    own: bool = False


_DUTCH = {m.id: MetricInfo(m.id, m.nl, m.unit_nl, m.scale, m.better) for m in METRICS.values()}
_ENGLISH = {m.id: MetricInfo(m.id, m.en, m.unit_en, m.scale, m.better) for m in METRICS.values()}


def metric_info(written: str, organisation: Organisation | None, language: str = "en") -> MetricInfo | None:
    """Give what is known of a metric by its id, or a title whose slug is that id; None when nothing is.

    A built-in one is called as the language calls it, `nl` or English; an own one as it was written.
    """
    builtin = _DUTCH if language == "nl" else _ENGLISH
    names = (written,) if written in builtin else (written, slug(written))
    if organisation is not None:
        for metric in organisation.metrics:
            if metric.id in names:
                return _own(metric)
    return next((builtin[name] for name in names if name in builtin), None)


def _own(metric: Metric) -> MetricInfo:
    builtin = METRICS.get(metric.id)
    scale, better = (builtin.scale, builtin.better) if builtin else (None, "neither")
    if metric.scale:
        scale = metric.scale[0], metric.scale[1]
    elif builtin and metric.unit not in ("", builtin.unit_nl, builtin.unit_en):
        # A percentage of happy customers is no mark from 1 to 10.
        scale = None
    return MetricInfo(metric.id, metric.title, metric.unit, scale, metric.better or better, own=True)
