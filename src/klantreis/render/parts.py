"""What is drawn: views of journeys, as the formats get them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from klantreis.model.setting import Setting
from klantreis.render.content.choice import ALL, Choice
from klantreis.render.kit.look import LOOKS, Look
from klantreis.render.kit.sheet import Sheet
from klantreis.render.views import VIEWS


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """A view of one journey, or a joint view of several."""

    view: str
    settings: tuple[Setting, ...]
    choice: Choice = ALL

    def sheet(self) -> Sheet:
        """Draw it."""
        return VIEWS[self.view].sheet(self.settings, self.choice)


@dataclass(frozen=True, slots=True, eq=False)
class Options:
    """What a format may ask: the look, pixels per pixel for PNG, the paper for PDF, a folder of own templates."""

    look: Look = LOOKS["auto"]
    scale: float = 2.0
    paper: str = "A3"
    templates: Path | None = None


DEFAULTS = Options()
"""What holds unless somebody says otherwise."""


def parts_of(settings: Sequence[Setting], views: Sequence[str], choice: Choice = ALL) -> list[Part]:
    """Give the parts in the order of a page: each journey's own views, then those of all together."""
    own = [name for name in VIEWS if name in views and not VIEWS[name].joint]
    joint = [name for name in VIEWS if name in views and VIEWS[name].joint]
    found = [Part(name, (setting,), choice) for setting in settings for name in own]
    return found + [Part(name, tuple(settings), choice) for name in joint]
