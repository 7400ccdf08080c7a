"""The views there are: each gives a sheet, of one journey or of several together."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import cast

from klantreis.model.setting import Setting
from klantreis.render.content.choice import Choice
from klantreis.render.kit.sheet import Sheet

Draw = Callable[[Sequence[Setting], Choice], Sheet]


@dataclass(frozen=True, slots=True)
class View:
    """A way to look at journeys. A `joint` one shows all of them in one picture, others draw each its own.

    `lanes` tells whether `--lanes` and `--hide` mean anything to it. `module` has a function `sheet`; it is
    imported when it is needed, for imports are run time.
    """

    name: str
    module: str
    joint: bool = False
    lanes: bool = False

    def sheet(self, settings: Sequence[Setting], choice: Choice) -> Sheet:
        """Draw it. A view that is not joint gets one journey."""
        draw = cast("Draw", import_module(f"klantreis.render.{self.module}").sheet)
        return draw(settings, choice)


VIEWS: dict[str, View] = {
    view.name: view
    for view in (
        View("map", "map.sheet", lanes=True),
        View("blueprint", "blueprint.sheet", lanes=True),
        View("flow", "flow.sheet"),
        View("curves", "curves.sheet", joint=True),
        View("channels", "presence.channels"),
        View("teams", "presence.teams"),
        View("priorities", "priorities.sheet"),
    )
}
"""The views by name, in the order of a page that holds several."""
