"""A document in its long form: every key there is, ids instead of names, dates and durations taken apart."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from math import isfinite
from typing import Any

from pydantic import BaseModel

from klantreis.model.document import Document
from klantreis.model.journey import LoyaltyLoop
from klantreis.model.time import Duration, Period
from klantreis.model.touchpoint import Next
from klantreis.render.resolved.references import References

EXTENSIONS = "x-"
_DEEPEST = 20

Resolve = Callable[[References], Callable[[str], str]]
_NAMES: dict[str, Resolve] = {
    "owner": lambda names: names.team,
    "team": lambda names: names.team,
    "channel": lambda names: names.channel,
    "channels": lambda names: names.channel,
    "core_values": lambda names: names.core_value,
    "evidence": lambda names: names.evidence,
    "segment": lambda names: names.segment,
    "persona": lambda names: names.persona,
}
"""The keys that hold names, and what resolves them; wherever they stand they mean the same."""

_PLACES: dict[tuple[type[BaseModel], str], Resolve] = {
    (Next, "to"): lambda names: names.following,
    (LoyaltyLoop, "to"): lambda names: names.phase,
    (LoyaltyLoop, "from_"): lambda names: names.phase,
}

_KEYS: dict[str, Resolve] = {"metrics": lambda names: names.metric, "lanes": lambda names: names.lane}
"""The mappings whose keys are names."""


def keys_of(model: type[BaseModel]) -> dict[str, str]:
    """Give the fields of a model that are written, each with its key: all but what a file says of itself."""
    own = ("klantreis", "kind") if issubclass(model, Document) else ()
    return {name: field.alias or name for name, field in model.model_fields.items() if name not in own}


def long(value: Any, names: References, depth: int = 0) -> Any:
    """Give any value of the format as JSON can hold it."""
    if isinstance(value, BaseModel):
        return _element(value, names, depth)
    if isinstance(value, Period):
        return {"text": value.text, "from": value.start.isoformat(), "to": value.end.isoformat()}
    if isinstance(value, Duration):
        return {"text": value.text, "low": tidy(value.low), "high": tidy(value.high), "unit": value.unit}
    if isinstance(value, Mapping | list):
        return _many(value, names, depth) if depth < _DEEPEST else None
    if isinstance(value, float):
        return tidy(value)
    return value if value is None or isinstance(value, str | int) else str(value)


def _many(values: Any, names: References, depth: int) -> Any:
    if isinstance(values, Mapping):
        return {str(key): long(value, names, depth + 1) for key, value in values.items()}
    return [long(value, names, depth + 1) for value in values]


def tidy(value: float | None) -> float | None:
    """Give a number without the noise of the machine's own arithmetic; None for what JSON has no word for."""
    if value is None or not isfinite(value):
        return None
    rounded = round(value, 9)
    return int(rounded) if rounded == int(rounded) else rounded


def _element(element: BaseModel, names: References, depth: int) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, key in keys_of(type(element)).items():
        value = getattr(element, name)
        place = _PLACES.get((type(element), name)) or _NAMES.get(name)
        if key == EXTENSIONS:
            found |= {"extensions": long(value, names, depth + 1)} if value else {}
        elif place:
            resolve = place(names)
            found[key] = [resolve(item) for item in value] if isinstance(value, list) else resolve(value)
        elif name in _KEYS and isinstance(value, dict):
            found[key] = _keyed(value, _KEYS[name](names), names, depth)
        else:
            found[key] = long(value, names, depth + 1)
    return found


def _keyed(values: Mapping[str, Any], resolve: Callable[[str], str], names: References, depth: int) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for written, value in values.items():
        key = resolve(written)
        # Two names for one thing is a mistake that the checks tell; nothing is lost for it.
        found[key if key not in found else written] = long(value, names, depth + 1)
    return found
