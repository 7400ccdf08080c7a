"""How pictures look: a theme is data.

A `Look` holds colours by role, a font, spacing and a logo. `using(look)` lets its measures and its font hold for
the drawing that is made within; its colours are given to what writes the strokes down.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field

from klantreis.render.kit.current import Held, Logo, Spacing, hold
from klantreis.render.kit.fonts.font import INTER, Font
from klantreis.render.kit.inks import PRINT, PRINT_HATCHED, PRINT_OUTLINED
from klantreis.render.kit.theme import DARK, LIGHT, PHASES


@dataclass(frozen=True, slots=True, eq=False)
class Look:
    """A theme: colours by role (`#rrggbb`); `dark` are those of a page whose reader prefers dark.

    Where there is one ink, `outlined` gives tinted cards an edge (the role of the ground to the role of the edge)
    and `hatched` grounds get stripes, for a tint alone would not tell them apart. `warnings` are for who chose it.
    """

    name: str
    colours: dict[str, str]
    dark: dict[str, str] | None = None
    spacing: Spacing = field(default_factory=Spacing)
    font: Font = INTER
    phases: int = len(PHASES)
    logo: Logo | None = None
    outlined: Mapping[str, str] = field(default_factory=dict)
    hatched: frozenset[str] = frozenset()
    warnings: tuple[str, ...] = ()
    held: Held = field(init=False)

    def __post_init__(self) -> None:
        """Put together what layout asks for."""
        object.__setattr__(self, "held", Held(self.spacing, self.font, self.phases, self.logo))


LOOKS = {
    "auto": Look("auto", LIGHT, DARK),
    "light": Look("light", LIGHT),
    "dark": Look("dark", DARK),
    "print": Look("print", PRINT, outlined=PRINT_OUTLINED, hatched=PRINT_HATCHED),
}
"""The built-in looks. `auto` is light, and a page follows what its reader prefers; `print` has one ink."""


def using(look: Look) -> AbstractContextManager[None]:
    """Let the measures and the font of a look hold within a `with`: around laying out *and* writing down."""
    return hold(look.held)
