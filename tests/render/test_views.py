"""What holds for every view, whatever the journey: well-formed, in its boxes, in words too, and harmless."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html.parser import HTMLParser
from itertools import combinations
from xml.etree import ElementTree as ET

import pytest
from tests.render.conftest import edges, examples
from tests.render.hostile import HOSTILE, hostile

from klantreis.model.setting import Setting
from klantreis.render import render
from klantreis.render.content.choice import ALL, Choice
from klantreis.render.kit.draw import Move, Rect, Stroke, Words
from klantreis.render.kit.frame import frame
from klantreis.render.kit.measure import width
from klantreis.render.kit.sheet import Sheet
from klantreis.render.views import VIEWS

NAMES = sorted(examples() | edges())


def sheet_of(view: str, setting: Setting, choice: Choice = ALL) -> Sheet:
    return VIEWS[view].sheet((setting,), choice)


def placed(strokes: Sequence[Stroke]) -> Iterator[tuple[Stroke, float, float]]:
    """Give every stroke with how far it was moved."""
    moves: list[tuple[float, float]] = [(0.0, 0.0)]
    for stroke in strokes:
        if isinstance(stroke, Move):
            if stroke.shut:
                moves.pop()
            else:
                moves.append((moves[-1][0] + stroke.x, moves[-1][1] + stroke.y))
        else:
            yield stroke, *moves[-1]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("view", VIEWS)
def test_every_text_stays_in_its_box_and_no_cards_overlap(journeys: dict[str, Setting], view: str, name: str) -> None:
    page = frame(sheet_of(view, journeys[name]))
    boxes = []
    for stroke, dx, dy in placed(page.strokes):
        if isinstance(stroke, Words):
            assert width(stroke.text, stroke.style) <= stroke.room + 0.5, stroke.text
            assert stroke.left + dx >= -0.5, stroke.text
            assert stroke.left + dx + stroke.room <= page.width + 0.5, stroke.text
            assert 0 < stroke.y + dy < page.height, stroke.text
        if isinstance(stroke, Rect) and stroke.name in ("card", "chip"):
            boxes.append((stroke.x + dx, stroke.y + dy, stroke.width, stroke.height))
    for (x, y, w, h), (x2, y2, w2, h2) in combinations(boxes, 2):
        assert x + w <= x2 + 0.2 or x2 + w2 <= x + 0.2 or y + h <= y2 + 0.2 or y2 + h2 <= y + 0.2


@pytest.mark.parametrize("view", VIEWS)
def test_a_view_says_in_words_what_it_shows(journeys: dict[str, Setting], view: str) -> None:
    found = sheet_of(view, journeys["michiel-mobiel"])
    assert (found.view, found.language) == (view, "nl")
    assert found.name
    assert found.summary
    assert found.header.title
    if view != "map":  # the map is a table itself
        assert found.tables
    for table in found.tables:
        assert table.head
        assert {len(row) for row in table.rows} <= {len(table.head)}


@pytest.mark.parametrize("view", VIEWS)
def test_the_same_journey_gives_the_same_picture(journeys: dict[str, Setting], view: str) -> None:
    assert render(journeys["nieuwe-website"], "svg", [view]) == render(journeys["nieuwe-website"], "svg", [view])


@pytest.mark.parametrize("view", VIEWS)
def test_a_view_shows_only_the_phases_that_are_chosen(journeys: dict[str, Setting], view: str) -> None:
    setting = journeys["michiel-mobiel"]
    whole = sheet_of(view, setting).drawing
    part = sheet_of(view, setting, Choice(phases=("1-3",)))
    texts = " ".join(stroke.text for stroke in part.drawing.strokes if isinstance(stroke, Words))
    assert part.drawing.strokes != whole.strokes
    assert "Gebruiken en verbinden" not in texts
    assert "Gebruiken en verbinden" in " ".join(part.notes)
    if view not in ("channels", "teams"):  # their lists of hand-overs are those of the whole journey
        assert "Haalt het pakket" not in texts


def test_a_map_of_some_phases_tells_only_of_those(journeys: dict[str, Setting]) -> None:
    told = sheet_of("map", journeys["michiel-mobiel"], Choice(phases=("1",))).summary
    assert "Krijgt een tip van een collega" in told
    assert "Rekent af" not in told


def test_the_figures_of_a_blueprint_in_words_are_all_of_the_whole_journey(journeys: dict[str, Setting]) -> None:
    setting = journeys["michiel-mobiel"]
    assert sheet_of("blueprint", setting, Choice(phases=("4",))).summary.startswith("Service blueprint van 11 ")


def test_the_marks_on_a_curve_alone_are_explained(journeys: dict[str, Setting]) -> None:
    legend = sheet_of("map", journeys["michiel-mobiel"], Choice(lanes=("emotion",))).legend
    assert {"truth", "assumed"} <= {mark for mark, _ in legend}


@pytest.mark.parametrize("view", VIEWS)
def test_colours_are_literal_and_nothing_is_of_the_browser_alone(journeys: dict[str, Setting], view: str) -> None:
    picture = render(journeys["michiel-mobiel"], "svg", [view])
    assert isinstance(picture, str)
    for word in ("foreignObject", "var(", "opacity", "color-mix", "oklch", "calc("):
        assert word not in picture
    paints = set(re.findall(r'(?:fill|stroke)="([^"]*)"', picture))
    assert all(paint == "none" or re.fullmatch(r"#[0-9A-F]{6}", paint) for paint in paints)


class _Page(HTMLParser):
    """What of a page could do something: scripts, handlers, addresses."""

    def __init__(self) -> None:
        super().__init__()
        self.scripts, self.handlers, self.addresses, self.tags = 0, [], [], []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.scripts += tag == "script"
        self.handlers += [name for name, _ in attributes if name.startswith("on")]
        self.addresses += [value or "" for name, value in attributes if name in ("href", "src", "action", "srcdoc")]


@pytest.mark.parametrize("text", [*HOSTILE, "x" * 10_000], ids=lambda text: ascii(text)[:20])
def test_a_hostile_text_does_nothing_in_any_view(text: str) -> None:
    setting = hostile(text)
    for view in VIEWS:
        picture = render(setting, "svg", [view])
        assert isinstance(picture, str)
        root = ET.fromstring(picture)
        tags = {element.tag.rpartition("}")[2] for element in root.iter()}
        assert tags <= {"svg", "title", "desc", "style", "rect", "g", "path", "text", "a", "image", "clipPath"}
        assert not any(name.startswith("on") for element in root.iter() for name in element.attrib)
    page = _Page()
    page.feed(str(render(setting, "html", list(VIEWS))))
    assert page.scripts <= 1
    assert page.handlers == []
    assert not {"iframe", "object", "embed", "form", "base"} & set(page.tags)
    assert all(re.match(r"(#|data:image/|https?://|mailto:)", address) for address in page.addresses)
