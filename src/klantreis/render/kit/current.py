"""What holds for the drawing that is being made: its measures, its font, how many colours phases have.

Layout reads them through `theme` (`theme.MARGIN`), `measure` and `held()`; nothing has to be passed along. `hold` sets
them for the length of a `with`, in a context variable: each thread and each task has its own, and a forked
process begins with its parent's. Outside of any `hold` the built-in ones apply.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field

from klantreis.render.kit.fonts.font import INTER, Font
from klantreis.render.kit.items import Picture


@dataclass(frozen=True, slots=True)
class Spacing:
    """The measures that everything is laid out in, in pixels.

    `text` enlarges all text, and with it all that is measured around text: pictures are laid out at its
    ordinary size and shown this many times as large. The other measures are those of the layout.
    """

    margin: float = 40.0
    label: float = 172.0
    column: float = 168.0
    gutter: float = 10.0
    inset: float = 12.0
    radius: float = 8.0
    text: float = 1.0


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture at the top of every page: `height` in pixels; its `picture.name` is its text alternative.

    `dark` takes its place, as large, on a page that its reader sees in dark.
    """

    picture: Picture
    height: float = 36.0
    dark: Picture | None = None

    @property
    def width(self) -> float:
        """How wide it is shown, in pixels."""
        return round(self.height * self.picture.width / self.picture.height, 1)


@dataclass(frozen=True, slots=True, eq=False)
class Held:
    """The measures, the font and the logo of one drawing, and how many colours its phases take turns in."""

    spacing: Spacing = field(default_factory=Spacing)
    font: Font = INTER
    phases: int = 8
    logo: Logo | None = None
    constants: Mapping[str, float | str] = field(init=False)
    """The same under the names that `theme` gives them."""

    def __post_init__(self) -> None:
        """Name the measures once: layout asks for them thousands of times."""
        s = self.spacing
        named: dict[str, float | str] = {
            "MARGIN": s.margin,
            "LABEL": s.label,
            "COLUMN": s.column,
            "COLUMN_MAX": max(300.0, s.column),
            "GUTTER": s.gutter,
            "INSET": s.inset,
            "RADIUS": s.radius,
            "SCALE": s.text,
            "FAMILY": self.font.stack,
        }
        object.__setattr__(self, "constants", named)


_HELD: ContextVar[Held] = ContextVar("held", default=Held())  # noqa: B039  # nothing in it changes

held = _HELD.get
"""Give what holds now."""


@contextmanager
def hold(what: Held) -> Iterator[None]:
    """Let these measures and this font hold within a `with`."""
    token = _HELD.set(what)
    try:
        yield
    finally:
        _HELD.reset(token)
