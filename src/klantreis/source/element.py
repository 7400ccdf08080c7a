"""What a place is called for ever: ids instead of positions, so that a name survives moved lines."""

from __future__ import annotations

from typing import Any

from klantreis.findings import Path
from klantreis.model.text import slug

# An item's own id comes first; the others are what short forms and elements without ids have.
_NAMES = ("id", "title", "name", "to", "team", "url")


def element_of(data: Any, path: Path) -> str:
    """Give the stable name of a place in a document's data: `journey/bestellen/phases/koop/touchpoints/betaalt`.

    List items are called by their id, else by the slug of their title, else by their position.
    """
    words = [_document(data)]
    for part in path:
        data = _inside(data, part)
        words.append(_item(data, part) if isinstance(part, int) else slug(part) or part)
    return "/".join(words)


def _document(data: Any) -> str:
    if not isinstance(data, dict):
        return "document"
    kind = data.get("kind")
    return f"{kind if isinstance(kind, str) else 'journey'}/{_name(data) or '-'}"


def _item(data: Any, position: int) -> str:
    return _name(data) or str(position)


def _name(data: Any) -> str:
    if isinstance(data, dict):
        data = next((data[key] for key in _NAMES if isinstance(data.get(key), (str, int, float))), None)
    if data is None or isinstance(data, (dict, list)):
        return ""
    return slug(str(data))


def _inside(data: Any, part: str | int) -> Any:
    if isinstance(data, list) and isinstance(part, int):
        return data[part] if part < len(data) else None
    if isinstance(data, dict):
        return data if part == 0 else data.get(part)
    # A short form: the path is that of the long one.
    return data
