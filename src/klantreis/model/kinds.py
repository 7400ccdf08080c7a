"""The model of each kind of document, built only when asked for."""

from __future__ import annotations

from functools import cache
from importlib import import_module

from klantreis.model.document import Document, Kind


@cache
def model_of(kind: Kind) -> type[Document]:
    """Give the pydantic model of a kind of document."""
    model: type[Document] = getattr(import_module(f"klantreis.model.{kind}"), kind.capitalize())
    return model
