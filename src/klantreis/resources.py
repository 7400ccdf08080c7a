"""Files that travel with the package: templates, examples, the published schema."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

# In a checkout (an editable install) they stand where the repository keeps them.
_CHECKOUT = Path(__file__).resolve().parents[2]


@cache
def templates() -> Traversable:
    """Give the folder of Jinja templates."""
    return _packaged("templates", _CHECKOUT / "templates")


@cache
def examples() -> Traversable:
    """Give the folder of example workspaces."""
    return _packaged("examples", _CHECKOUT / "examples")


@cache
def published_schema() -> Traversable:
    """Give the JSON Schema of the format as a file."""
    return _packaged("klantreis.schema.json", _CHECKOUT / "docs" / "klantreis.schema.json")


def _packaged(name: str, checkout: Path) -> Traversable:
    packaged = files("klantreis").joinpath(name)
    return packaged if packaged.is_dir() or packaged.is_file() else checkout
