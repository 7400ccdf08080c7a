"""What the rules about figures share: how a figure is called and how a number is written."""

from __future__ import annotations

from klantreis.model.metrics import MetricInfo
from klantreis.model.parts import MetricAt
from klantreis.wording import shortened


def called(item: MetricAt) -> str:
    """Give a figure's name with its place: `csat` at `Ontvangt de offerte`."""
    owner = item.step.touchpoint if item.step else item.phase
    return f"`{shortened(item.name)}` {f'at `{shortened(owner.title)}`' if owner else 'of the journey'}"


def written(number: float) -> str:
    """Give a number as people write it, without a needless `.0`."""
    return f"{number:.10g}"


def off_scale(number: float | None, metric: MetricInfo) -> bool:
    """Tell whether a number cannot stand on the metric's scale."""
    return number is not None and metric.scale is not None and not metric.scale[0] <= number <= metric.scale[1]
