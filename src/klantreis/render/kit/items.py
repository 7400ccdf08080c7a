"""What stands in the cells of a map: plain data, the same for every view.

A map is a header, phases over columns, and lanes. A lane has one or two rows: a row has a cell a
column (`touchpoint`) or a cell a phase (`phase`). A cell is a tuple of items; `kind` tells how an
item is drawn.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar, Literal, TypeAlias

from klantreis.render.kit.curve import Point


@dataclass(frozen=True, slots=True, eq=False)
class Note:
    """Text on the ground: `quote` is the customer's words, `label` stands above it in bold."""

    kind: ClassVar[str] = "note"
    text: str
    style: Literal["plain", "quote", "soft"] = "plain"
    label: str = ""
    below: str = ""
    url: str = ""
    icon: str = ""
    bullet: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Step:
    """The card of a touchpoint. `assumed` when nobody has checked that it exists; `offline` as its channels all are.

    `lines` stand under its title: what the customer does, where that has no lane of its own.
    """

    kind: ClassVar[str] = "step"
    id: str
    title: str
    icon: str
    channel: str
    owner: str = ""
    marks: tuple[tuple[str, str], ...] = ()
    initiator: Literal["customer", "organisation"] | None = None
    switch: bool = False
    truth: bool = False
    assumed: bool = False
    colour: int = 0
    offline: bool = False
    lines: tuple[str, ...] = ()

    @property
    def signs(self) -> tuple[str, ...]:
        """The small marks at its foot: who begins, and whether the channel changed."""
        return tuple(filter(None, (self.initiator, "switch" if self.switch else "")))


@dataclass(frozen=True, slots=True, eq=False)
class Card:
    """A pain, a barrier, an opportunity or a moment of truth. Dots of 3, impact and effort of 5."""

    kind: ClassVar[str] = "card"
    tone: Literal["pain", "opportunity", "truth"]
    text: str
    label: str = ""
    dots: int = 0
    dots_text: str = ""
    impact: int = 0
    effort: int = 0
    bar_text: str = ""
    below: str = ""
    assumed: bool = False
    basis: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Chip:
    """One source of evidence, a core value or a label; `detail` is the source in full."""

    kind: ClassVar[str] = "chip"
    text: str
    tone: Literal["evidence", "assumed", "value", "tag"] = "evidence"
    detail: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Figure:
    """A metric. `filled` and `goal` are places on its scale, 0 to 1; `good` whether it is on target."""

    kind: ClassVar[str] = "figure"
    name: str
    value: str
    unit: str = ""
    target: str = ""
    date: str = ""
    filled: float | None = None
    goal: float | None = None
    good: bool | None = None
    assumed: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Score:
    """A score in a row of one's own: `part` runs from −1 to 1."""

    kind: ClassVar[str] = "score"
    text: str
    part: float


@dataclass(frozen=True, slots=True)
class Picture:
    """An image inside the document; without `data` a placeholder with its name."""

    kind: ClassVar[str] = "picture"
    name: str
    data: str = ""
    width: int = 4
    height: int = 3


Item: TypeAlias = Note | Step | Card | Chip | Figure | Score | Picture
Cell: TypeAlias = tuple[Item, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Row:
    """The cells of a lane, one a column or one a phase."""

    scope: Literal["touchpoint", "phase"]
    cells: tuple[Cell, ...]

    @property
    def even(self) -> bool:
        """Whether every filled cell holds one card: the cards are then equally high."""
        filled = [cell for cell in self.cells if cell]
        return bool(filled) and all(len(cell) == 1 and isinstance(cell[0], Card | Step) for cell in filled)


@dataclass(frozen=True, slots=True, eq=False)
class Lane:
    """A row of the map under one name; the curve and the loop have no rows but a drawing of their own."""

    key: str
    title: str
    hint: str
    rows: tuple[Row, ...] = ()
    drawing: Literal["", "curve", "loop"] = ""
    visibility: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class PhaseHead:
    """A phase over its columns: `first` and `span` count columns."""

    id: str
    title: str
    below: str
    first: int
    span: int
    colour: int
    steps: tuple[Step, ...] = ()


Tone = Literal["ink", "good", "bad", "gold-text"]
"""The role of the colour a figure is written in."""


@dataclass(frozen=True, slots=True, eq=False)
class Stat:
    """A figure that decides, at the top of the map."""

    label: str
    value: str
    below: str
    tone: Tone = "ink"


@dataclass(frozen=True, slots=True, eq=False)
class Fact:
    """A block of the brief under the title."""

    label: str
    items: Cell


@dataclass(frozen=True, slots=True, eq=False)
class Who:
    """Whose journey it is."""

    name: str
    below: str = ""
    quote: str = ""
    initials: str = ""
    portrait: Picture | None = None


@dataclass(frozen=True, slots=True, eq=False)
class LoopData:
    """The loyalty loop between two phases, by place; `skipped` are the phases a loyal customer skips."""

    leaves: int
    enters: int
    label: str
    note: str
    skipped: tuple[int, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Header:
    """What stands above the map."""

    kicker: str
    title: str
    lead: str
    who: Who | None
    stats: tuple[Stat, ...]
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True, eq=False)
class MapData:
    """A journey as any view of the map wants it."""

    id: str
    language: str
    header: Header
    columns: int
    phases: tuple[PhaseHead, ...]
    lanes: tuple[Lane, ...]
    points: tuple[Point, ...] = ()
    loop: LoopData | None = None
    sources: tuple[Fact, ...] = ()
    legend: tuple[tuple[str, str], ...] = ()
    summary: str = ""
    made: str = ""
    words: dict[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
