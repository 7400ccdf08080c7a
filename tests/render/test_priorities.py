"""Opportunities on impact and effort: the order, the matrix, and what is said of each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.render.conftest import LONG, edges, examples, make
from tests.render.hostile import HOSTILE, everywhere
from tests.render.looking import SLACK, SPILLS, look

from klantreis.errors import UsageError
from klantreis.language.words import words_of
from klantreis.model.kinds import model_of
from klantreis.model.setting import Setting
from klantreis.render import render
from klantreis.render.content.cells import Context
from klantreis.render.content.choice import ALL, Choice
from klantreis.render.content.names import Names
from klantreis.render.kit.draw import Group, Rect, Words
from klantreis.render.kit.measure import width
from klantreis.render.priorities.data import Priorities, advice, build
from klantreis.render.priorities.sheet import sheet

HELD = examples()
MICHIEL = HELD["michiel-mobiel"]


def chance(title: str, impact: int | None = None, effort: int | None = None, **more: Any) -> dict[str, Any]:
    """Give an opportunity."""
    return {"title": title, "impact": impact, "effort": effort, **more}


def one_step(*chances: dict[str, Any], **more: Any) -> Setting:
    """Give a journey with these at one touchpoint."""
    return make(phases=[{"title": "Fase", "touchpoints": [{"title": "Stap", "opportunities": list(chances), **more}]}])


def many(count: int, *, same: bool = False) -> Setting:
    """Give a journey with so many opportunities, spread over the matrix or all in one cell."""
    chances = [
        chance(
            f"Kans {n} die de klant tijd en moeite scheelt",
            4 if same else 1 + n * 7 % 5,
            2 if same else 1 + (n * 3 + n // 4) % 5,
            evidence="assumption" if n % 4 == 0 else "interview",
            solves="wachten" if n % 3 == 0 else [],
        )
        for n in range(count)
    ]
    steps = [
        {"title": f"Stap {n}", "owner": "webwinkel", "opportunities": chances[n::6], "moment_of_truth": n == 2}
        for n in range(6)
    ]
    steps[0]["pains"] = [{"id": "wachten", "title": "Lang wachten", "severity": "high"}]
    return make(phases=[{"title": f"Fase {n}", "touchpoints": steps[2 * n : 2 * n + 2]} for n in range(3)])


PICTURES: dict[str, Setting] = {
    "michiel": MICHIEL,
    "english": HELD["moving-broadband"],
    "none": make(),
    "one": one_step(chance("Eén", 5, 1)),
    "unweighed": one_step(chance("Iets"), chance("Half", 4)),
    "five": many(5),
    "thirty": many(30),
    "eighty": many(80),
    "one cell": many(40, same=True),
    "long words": edges()["long-words"],
    "right to left": edges()["right-to-left"],
    "many scripts": edges()["many-scripts"],
    "long titles": one_step(
        *(chance(LONG * 2, n, n, solves=LONG, evidence="assumption") for n in range(1, 6)), owner=LONG
    ),
}


def built(setting: Setting, choice: Choice = ALL) -> Priorities:
    """Give the priorities of a journey, in Dutch."""
    words = words_of("nl")
    return build(Context(setting, words, Names(setting, words)), choice)


def titles(setting: Setting) -> list[str]:
    """Give the titles in their order."""
    return [item.title for item in built(setting).all]


def text_boxes(strokes: Sequence[Any]) -> Iterator[tuple[Words, float, float, float, float]]:
    """Give where the letters of each text stand: left, top, right, bottom."""
    for line in strokes:
        if isinstance(line, Words):
            wide = width(line.text, line.style)
            left = line.x - {"start": 0.0, "middle": wide / 2, "end": wide}[line.anchor]
            yield line, left, line.y - 0.74 * line.style.size, left + wide, line.y + 0.2 * line.style.size


def test_what_gives_most_for_the_least_effort_comes_first() -> None:
    setting = one_step(chance("Twee", 4, 2), chance("Half", 2, 4), chance("Vijf", 5, 1), chance("Eén", 3, 3))
    assert titles(setting) == ["Vijf", "Twee", "Eén", "Half"]


def test_of_equal_scores_the_one_against_the_worst_pain_comes_first() -> None:
    pains = [{"id": level, "title": level, "severity": level} for level in ("low", "medium", "high")]
    setting = one_step(
        chance("Geen", 4, 2), *(chance(level, 4, 2, solves=level) for level in ("low", "high", "medium")), pains=pains
    )
    assert titles(setting) == ["high", "medium", "low", "Geen"]


def test_then_the_one_where_the_customer_feels_worst() -> None:
    steps = [
        {"title": f"Stap {n}", "emotion": score, "opportunities": [chance(name, 4, 2)]}
        for n, (name, score) in enumerate((("Blij", 2), ("Boos", -2), ("Neutraal", 0)))
    ]
    steps.append({"title": "Stap 4", "opportunities": [chance("Onbekend", 4, 2)]})
    assert titles(make(phases=[{"title": "Fase", "touchpoints": steps}])) == ["Boos", "Neutraal", "Blij", "Onbekend"]


def test_what_nobody_has_weighed_comes_last_and_has_no_number() -> None:
    found = built(one_step(chance("Half", 5), chance("Niets"), chance("Heel", 1, 5))).all
    assert [(item.title, item.number) for item in found] == [("Heel", 1), ("Half", 0), ("Niets", 0)]
    assert {item.advice for item in found[1:]} == {"unweighed"}


def test_opportunities_of_phases_count_too() -> None:
    setting = make(phases=[{"title": "Fase", "opportunities": [chance("Breed", 3, 1)]}])
    (found,) = built(setting).all
    assert (found.title, found.where, found.phase) == ("Breed", "", "Fase")


@pytest.mark.parametrize(
    ("impact", "effort", "quarter"),
    [(5, 1, "now"), (3, 3, "now"), (5, 4, "plan"), (3, 5, "plan"), (2, 3, "beside"), (1, 1, "beside"), (2, 4, "leave")],
)
def test_every_cell_has_its_quarter(impact: int, effort: int, quarter: str) -> None:
    assert advice(impact, effort) == quarter


def test_what_is_to_be_done_now_gives_at_least_what_it_takes() -> None:
    cells = [(impact, effort) for impact in range(1, 6) for effort in range(1, 6)]
    assert all(impact >= effort or effort <= 3 for impact, effort in cells if advice(impact, effort) == "now")
    assert all(impact < effort for impact, effort in cells if advice(impact, effort) == "leave")


def test_a_pain_is_found_by_its_id_its_title_and_its_place() -> None:
    steps = [
        {"title": f"Stap {n}", "pains": [{"title": "Te duur", "severity": level}]}
        for n, level in ((1, "low"), (2, "high"))
    ]
    steps[0]["opportunities"] = [
        chance("Id", 5, 1, solves="te-duur"),
        chance("Titel", 4, 1, solves="Te duur"),
        chance("Plaats", 3, 1, solves="stap-2/te-duur"),
        chance("Onbekend", 2, 1, solves="iets anders"),
    ]
    found = built(make(phases=[{"title": "Fase", "touchpoints": steps}])).all
    assert [item.solves[0].severity for item in found] == [1, 1, 3, 0]
    assert found[3].solves[0].title == "iets anders"


def test_a_grave_pain_without_an_opportunity_is_named() -> None:
    pains = [{"title": name, "severity": "high"} for name in ("Gat", "Gedekt")]
    made = sheet([one_step(chance("Dek", 4, 2, solves="gedekt"), pains=pains)], ALL)
    assert "Ernstig en nog zonder kans: Gat (Stap)." in made.notes
    assert {stat.label: stat.value for stat in made.header.stats}["Ernstige pijnpunten"] == "1 van 2"


def test_the_flagship_says_what_to_do_now() -> None:
    made = sheet([MICHIEL], ALL)
    assert {stat.label: stat.value for stat in made.header.stats} == {
        "Kansen": "8",
        "Nu doen": "6",
        "Ernstige pijnpunten": "3 van 3",
    }
    assert [row[1] for row in made.tables[0].rows][:2] == ["Eén vraag met een smaakje", "Bestellen als gast"]
    assert made.tables[0].rows[1][4:8] == ("5", "2", "2,5", "Nu doen")
    assert made.tables[0].rows[1][8] == "Account is verplicht (ernst: hoog)"


@pytest.mark.parametrize("name", PICTURES)
def test_everything_stands_in_the_table_and_in_the_picture(name: str) -> None:
    setting = PICTURES[name]
    made, data = sheet([setting], ALL), built(setting)
    rows = made.tables[0].rows if made.tables else ()
    assert len(rows) == len(data.all)
    assert all(len(row) == len(made.tables[0].head) for row in rows)
    shown = [stroke.title for stroke in made.drawing.strokes if isinstance(stroke, Group) and stroke.title]
    assert len(shown) == len(data.weighed)
    written = "".join(line.text for line in made.drawing.strokes if isinstance(line, Words)).replace(" ", "")
    assert all(item.title.replace(" ", "") in written for item in data.all)


@pytest.mark.parametrize("count", [5, 12, 30, 80])
def test_every_opportunity_has_a_dot_with_its_own_number_in_its_own_cell(count: int) -> None:
    dots = _numbers(sheet([many(count)], ALL).drawing.strokes)
    # Once in the matrix, once in the list.
    assert sorted(dots) == sorted([*range(1, count + 1)] * 2)


def _numbers(strokes: Sequence[Any]) -> list[int]:
    """Give the numbers that stand in a dot: in the middle of 24 pixels."""
    return [int(line.text) for line in strokes if isinstance(line, Words) and line.room == 24 and line.text.isdecimal()]


@pytest.mark.parametrize("name", PICTURES)
def test_no_two_texts_touch_and_none_leaves_its_room(name: str) -> None:
    drawing = sheet([PICTURES[name]], ALL).drawing
    placed = list(text_boxes(drawing.strokes))
    assert placed
    for line, left, top, right, bottom in placed:
        assert width(line.text, line.style) <= line.room + 0.5
        assert -0.5 <= left <= right <= drawing.width + 0.5
        assert -0.5 <= top <= bottom <= drawing.height + 0.5
    for n, (one, left, top, right, bottom) in enumerate(placed):
        for other, left2, top2, right2, bottom2 in placed[:n]:
            apart = right <= left2 + 0.2 or right2 <= left + 0.2 or bottom <= top2 + 0.2 or bottom2 <= top + 0.2
            assert apart, (one.text, other.text)


@pytest.mark.parametrize("name", ["thirty", "eighty", "one cell", "long titles"])
def test_no_two_dots_touch(name: str) -> None:
    dots = [
        stroke
        for stroke in sheet([PICTURES[name]], ALL).drawing.strokes
        if isinstance(stroke, Rect) and stroke.width == stroke.height == 24
    ]
    assert dots
    for n, one in enumerate(dots):
        for other in dots[:n]:
            away = max(abs(one.x - other.x), abs(one.y - other.y))
            assert away >= 37 or (one.x, one.y) == (other.x, other.y)


@given(st.lists(st.tuples(st.integers(1, 5), st.integers(1, 5)), min_size=1, max_size=40))
@settings(max_examples=30, deadline=None)
def test_any_spread_gets_its_numbers_in_order(cells: list[tuple[int, int]]) -> None:
    found = built(one_step(*(chance(f"Kans {n}", *cell) for n, cell in enumerate(cells)))).all
    assert [item.number for item in found] == list(range(1, len(cells) + 1))
    assert [item.score for item in found] == sorted((item.score for item in found), reverse=True)


def test_a_guess_is_dashed_and_gold_and_named_in_the_legend() -> None:
    made = sheet([one_step(chance("Gok", 4, 2, evidence="assumption"))], ALL)
    assert [s for s in made.drawing.strokes if isinstance(s, Rect) and s.edge == "gold" and s.dash]
    assert "assumed-ring" in dict(made.legend)
    assert "assumed-ring" not in dict(sheet([one_step(chance("Feit", 4, 2, evidence="interview"))], ALL).legend)


def test_the_order_is_explained_where_there_is_one() -> None:
    assert any(note.startswith("Volgorde: impact gedeeld door moeite") for note in sheet([MICHIEL], ALL).notes)
    assert sheet([make()], ALL).notes == ()
    assert sheet([make()], ALL).summary == "Er zijn nog geen kansen genoteerd."


def test_only_the_chosen_phases_are_shown_and_numbers_stay_those_of_the_whole() -> None:
    made = sheet([MICHIEL], Choice(phases=("koop",)))
    rows = made.tables[0].rows
    assert {row[3] for row in rows} == {"Intentie en koop"}
    assert [row[0] for row in rows] == [row[0] for row in sheet([MICHIEL], ALL).tables[0].rows if row[3] == rows[0][3]]
    assert any(note.startswith("Niet getoond: kansen in Bewustwording") for note in made.notes)
    assert made.header.stats[0].value == "8"
    with pytest.raises(UsageError, match="nergens"):
        sheet([MICHIEL], Choice(phases=("nergens",)))


def test_an_english_journey_is_told_in_english() -> None:
    made = sheet([HELD["moving-broadband"]], ALL)
    assert made.header.kicker.endswith("priorities")
    assert made.tables[0].head[1] == "Opportunity"
    assert re.fullmatch(r"\d(\.\d)?", made.tables[0].rows[0][6])


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_breaks_out_of_the_picture(text: str) -> None:
    hostile = Setting(model_of("journey").model_validate(everywhere(text)))  # type: ignore[arg-type]
    picture = str(render(hostile, "svg", views=["priorities"]))
    root = ET.fromstring(picture)  # our own
    assert not [name for element in root.iter() for name in element.attrib if name.lower().startswith("on")]
    assert "<script" not in picture


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_is_the_same_each_time_and_its_colours_are_literal(name: str) -> None:
    picture = str(render(PICTURES[name], "svg", views=["priorities"]))
    assert picture == render(PICTURES[name], "svg", views=["priorities"])
    paints = set(re.findall(r'(?:fill|stroke)="([^"]*)"', picture))
    assert all(paint == "none" or re.fullmatch(r"#[0-9A-F]{6}", paint) for paint in paints)


@pytest.mark.browser
@pytest.mark.parametrize("name", PICTURES)
def test_nothing_spills_in_a_browser(browser: Any, tmp_path: Path, name: str) -> None:
    path = tmp_path / "priorities.svg"
    path.write_text(str(render(PICTURES[name], "svg", views=["priorities"])), encoding="utf-8")
    page, noise = look(browser, path, 1600)
    try:
        assert noise == []
        assert page.evaluate(SPILLS, SLACK) == []
    finally:
        page.close()


def test_phases_without_opportunities_do_not_say_that_there_are_none() -> None:
    setting = examples()["michiel-mobiel"]
    found = sheet([setting], Choice(phases=("1",)))
    assert found.summary == "In deze fasen zijn geen kansen genoteerd."
    texts = [stroke.text for stroke in found.drawing.strokes if isinstance(stroke, Words)]
    assert texts == [found.summary]
