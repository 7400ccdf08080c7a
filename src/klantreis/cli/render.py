"""`klantreis render`: a journey as a map."""

from __future__ import annotations

from typing import Annotated

import typer


def render(files: Annotated[list[str], typer.Argument()]) -> None:
    """Draw."""
