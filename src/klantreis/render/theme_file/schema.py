"""The JSON Schema of theme files, for editors: made from the same keys that reading uses."""

from __future__ import annotations

from typing import Any

from klantreis.render.theme_file.keys import BASES, COLOURS, FONT, LOGO, LOGO_HEIGHTS, MOST_PHASES, SPACING, TOP

_COLOUR = {"type": "string", "pattern": "^\\s*#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})\\s*$"}
_TEXT = {"type": "string", "pattern": "\\S"}


def schema() -> dict[str, Any]:
    """Give the schema (draft 2020-12). Contrast and files are checked by `klantreis` only."""
    inner: dict[str, dict[str, Any]] = {
        "name": _TEXT,
        "extends": {"enum": list(BASES)},
        "colours": _colours(),
        "dark": _colours(),
        "font": {"anyOf": [_TEXT, _mapping({key: _TEXT | {"description": text} for key, text in FONT.items()})]},
        "spacing": _mapping({key: _number(low, high, text) for key, (low, high, text) in SPACING.items()}),
        "logo": {"anyOf": [_TEXT, _logo()]},
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "klantreis theme",
        "description": "How pictures and pages of journeys look.",
        **_mapping({key: {"description": TOP[key], **part} for key, part in inner.items()}),
    }


def _mapping(properties: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "additionalProperties": False}


def _number(least: float, most: float, text: str) -> dict[str, Any]:
    return {"type": "number", "minimum": least, "maximum": most, "description": text}


def _colours() -> dict[str, Any]:
    phases = {
        "description": "The colours of phases, which take turns in them.",
        "anyOf": [_COLOUR, {"type": "array", "items": _COLOUR, "minItems": 1, "maxItems": MOST_PHASES}],
    }
    return _mapping({name: _COLOUR | {"description": text} for name, text in COLOURS.items()} | {"phases": phases})


def _logo() -> dict[str, Any]:
    parts: dict[str, Any] = {key: _TEXT | {"description": text} for key, text in LOGO.items()}
    return {**_mapping(parts | {"height": _number(*LOGO_HEIGHTS, LOGO["height"])}), "required": ["file"]}
