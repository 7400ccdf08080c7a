"""What a lane of a journey's own takes from a phase or a touchpoint."""

from __future__ import annotations

from typing import Any

from klantreis.language.numbers import signed
from klantreis.render.content.cells import Context, texts
from klantreis.render.kit.images import picture
from klantreis.render.kit.items import Cell, Score


def custom(value: Any, kind: str, context: Context) -> Cell:
    """What a custom lane holds; a value that does not suit its kind is shown as text."""
    if value is None or (isinstance(value, list | dict) and not value):
        return ()
    values = value if isinstance(value, list) else [value]
    if kind == "image":
        return tuple(picture(str(v), context.setting.folder, context.setting.root) for v in values)
    if kind == "score" and isinstance(value, int | float) and not isinstance(value, bool):
        return (Score(signed(value, context.words), max(-1.0, min(1.0, value / 2))),)
    return texts([_as_text(v) for v in values], bullets=kind == "list")


def _as_text(value: Any) -> str:
    if isinstance(value, dict):
        return "; ".join(f"{key}: {_as_text(item)}" for key, item in value.items())
    if isinstance(value, list):
        return ", ".join(map(_as_text, value))
    if value is None:
        return ""
    # As YAML has it.
    return str(value).lower() if isinstance(value, bool) else str(value)
