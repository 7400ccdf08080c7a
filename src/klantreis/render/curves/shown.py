"""Which columns of several journeys are shown, when only some phases are asked for."""

from __future__ import annotations

from collections.abc import Sequence

from klantreis.errors import UsageError
from klantreis.model.setting import Setting
from klantreis.render.content.choice import Choice
from klantreis.render.curves.align import Column


def shown_of(columns: Sequence[Column], settings: Sequence[Setting], choice: Choice) -> list[bool]:
    """Tell which columns are shown: those with a chosen phase of any journey. Raises `UsageError` for unknown ones."""
    if not choice.phases:
        return [True] * len(columns)
    chosen: set[tuple[int, int]] = set()
    for written in choice.phases:
        chosen |= _chosen(Choice(phases=(written,)), settings)
    return [
        any((number, place) in chosen for number, places in column.members.items() for place in places)
        for column in columns
    ]


def _chosen(choice: Choice, settings: Sequence[Setting]) -> set[tuple[int, int]]:
    """Give the phases that one choice means; one journey that knows it is enough."""
    found: set[tuple[int, int]] = set()
    missed: UsageError | None = None
    for number, setting in enumerate(settings):
        try:
            found |= {(number, place) for place in choice.phases_of(setting.journey)}
        except UsageError as error:
            missed = missed or error
    if missed and not found:
        raise missed
    return found
