"""Several emotion curves in one picture: what stands under what, what is drawn, and where words go."""

from __future__ import annotations

import itertools
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
from klantreis.render.content.choice import ALL, Choice
from klantreis.render.curves.align import columns_of
from klantreis.render.curves.data import MOST, Curves, build
from klantreis.render.curves.ink import inks_of
from klantreis.render.curves.labels import Box, Ground, Wanted, apart
from klantreis.render.curves.sheet import sheet
from klantreis.render.kit.draw import Shape, Words
from klantreis.render.kit.frame import frame
from klantreis.render.kit.measure import width
from klantreis.render.kit.styles import BODY_BOLD

HELD = examples()
MICHIEL = [HELD[key] for key in ("michiel-mobiel", "michiel-mobiel-droom", "michiel-mobiel-2031")]
PEOPLE = [HELD[key] for key in ("bankrekening", "klacht", "luiers-in-huis", "michiel-mobiel")]
GROUPS: dict[str, list[Setting]] = {
    "a journey and its dreams": MICHIEL,
    "four personas": PEOPLE,
    "one journey": MICHIEL[:1],
    "all examples": list(HELD.values()),
    "all edges": list(edges().values()),
    "no emotions": [edges()["no-emotions"]],
    "long words": [edges()["long-words"], edges()["many-scripts"], edges()["right-to-left"]],
}


def journey(title: str, phases: Sequence[Any], **more: Any) -> Setting:
    """Give a setting for a journey of one's own title."""
    return make(title=title, phases=list(phases), **more)


def phase(title: str, *scores: float, **more: Any) -> dict[str, Any]:
    """Give a phase with a touchpoint a score."""
    steps = [{"title": f"{title} {n}", "emotion": score} for n, score in enumerate(scores)]
    return {"title": title, "touchpoints": steps, **more}


def built(held: Sequence[Setting], choice: Choice = ALL) -> Curves:
    """Give what is compared, in Dutch."""
    return build(held, choice, words_of("nl"))


def columns(held: Sequence[Setting]) -> list[list[str]]:
    """Give the ids of the phases by column, each journey's own after its number."""
    return [
        [f"{n}:{held[n].journey.phases[place].id}" for n, places in column.members.items() for place in places]
        for column in columns_of(held)
    ]


def texts(held: Sequence[Setting]) -> list[Words]:
    """Give the texts of the drawing."""
    return [stroke for stroke in sheet(held, ALL).drawing.strokes if isinstance(stroke, Words)]


def boxes(lines: Sequence[Words]) -> Iterator[tuple[Words, Box]]:
    """Give where the letters of each text stand."""
    for line in lines:
        wide = width(line.text, line.style)
        left = line.x - {"start": 0.0, "middle": wide / 2, "end": wide}[line.anchor]
        yield line, Box(left, line.y - 0.74 * line.style.size, wide, 0.94 * line.style.size)


def test_phases_with_one_id_share_a_column() -> None:
    held = [
        journey("A", [phase("Koop", 1), phase("Gebruik", 1)]),
        journey("B", [phase("Koop", 0), phase("Gebruik", 0)]),
    ]
    assert columns(held) == [["0:koop", "1:koop"], ["0:gebruik", "1:gebruik"]]


def test_phases_of_one_stage_share_a_column_though_they_are_called_otherwise() -> None:
    held = [
        journey("A", [phase("Zoeken", 1, stage="orientation"), phase("Kopen", 1, stage="purchase")]),
        journey("B", [phase("Rondkijken", 0, stage="orientation"), phase("Beslissen", 0, stage="purchase")]),
    ]
    assert columns(held) == [["0:zoeken", "1:rondkijken"], ["0:kopen", "1:beslissen"]]


def test_a_framework_supplies_the_stages_that_align() -> None:
    held = [
        journey("A", [phase("Intentie en koop", 1)], framework="four-phases"),
        journey("B", [phase("Aankoop", 0)], framework="service"),
    ]
    assert columns(held) == [["0:intentie-en-koop", "1:aankoop"]]


def test_an_id_has_a_right_before_a_stage() -> None:
    held = [
        journey("A", [phase("Eerst", 1, stage="use"), phase("Gebruik", 1)]),
        journey("B", [phase("Gebruik", 0, stage="use")]),
    ]
    assert columns(held) == [["0:eerst"], ["0:gebruik", "1:gebruik"]]


def test_a_phase_nobody_shares_stands_between_its_neighbours() -> None:
    held = [
        journey("A", [phase("Eén", 1), phase("Drie", 1)]),
        journey("B", [phase("Eén", 0), phase("Twee", 0), phase("Drie", 0), phase("Vier", 0)]),
    ]
    assert columns(held) == [["0:een", "1:een"], ["1:twee"], ["0:drie", "1:drie"], ["1:vier"]]


def test_a_phase_of_its_own_comes_after_earlier_stages_of_others() -> None:
    held = [
        journey("A", [phase("Weten", 1, stage="awareness"), phase("Kopen", 1, stage="purchase")]),
        journey("B", [phase("Gebruiken", 0, stage="use")]),
        journey("C", [phase("Kiezen", 0, stage="consideration")]),
    ]
    assert [column[0] for column in columns(held)] == ["0:weten", "2:kiezen", "0:kopen", "1:gebruiken"]


def test_two_phases_of_one_stage_go_in_one_column_with_what_stands_between_them() -> None:
    held = [
        journey("A", [phase("Alles erna", 1, stage=["purchase", "use", "loyalty"])]),
        journey("B", [phase("Koop", 0, stage="purchase"), phase("Hulp", 0), phase("Trouw", 0, stage="loyalty")]),
    ]
    assert columns(held) == [["0:alles-erna", "1:koop", "1:hulp", "1:trouw"]]


def test_a_dream_phase_stands_under_the_phases_it_replaces() -> None:
    held = [journey("A", [phase("Wachten", -1)]), journey("B", [phase("Meteen", 1, replaces="wachten")], state="dream")]
    assert columns(held) == [["0:wachten", "1:meteen"]]


def test_no_journey_runs_back_in_time() -> None:
    held = [
        journey("A", [phase("Eén", 1), phase("Twee", 1), phase("Drie", 1)]),
        journey("B", [phase("Drie", 0), phase("Eén", 0), phase("Twee", 0)]),
    ]
    for number, setting in enumerate(held):
        places = [place for column in columns_of(held) for place in column.members.get(number, [])]
        assert places == list(range(len(setting.journey.phases)))


@given(st.lists(st.lists(st.sampled_from("abcdef"), min_size=1, max_size=6), min_size=1, max_size=5))
@settings(max_examples=60, deadline=None)
def test_every_phase_stands_in_one_column_and_in_order_whatever_the_journeys(many: list[list[str]]) -> None:
    held = [
        journey(f"J{n}", [phase(name, 1, id=f"{name}{names[:i].count(name) or ''}") for i, name in enumerate(names)])
        for n, names in enumerate(many)
    ]
    found = columns_of(held)
    for number, names in enumerate(many):
        assert [place for column in found for place in column.members.get(number, [])] == list(range(len(names)))


def test_points_are_spread_evenly_over_their_phase() -> None:
    (track,) = built([journey("A", [phase("Eén", 1, 0, -1, 2), phase("Twee", 1)])]).tracks
    assert [mark.place for mark in track.marks] == [0.125, 0.375, 0.625, 0.875, 1.5]


def test_a_phase_without_emotion_breaks_the_line_and_invents_no_point() -> None:
    held = [journey("A", [phase("Eén", 1), phase("Twee"), phase("Drie", -1)])]
    (track,) = built(held).tracks
    assert [len(run) for run in track.runs] == [1, 1]
    assert track.means == (1, None, -1)
    assert "no-line" in dict(sheet(held, ALL).legend)


def test_high_low_and_end_are_named_once_a_journey() -> None:
    for track in built(MICHIEL).tracks:
        names = [name for mark in track.marks for name in mark.names]
        assert sorted(names) == ["end", "high", "low"]


def test_a_dream_knows_the_journey_it_is_of_through_another_dream() -> None:
    assert [track.base for track in built(MICHIEL).tracks] == [None, 0, 0]
    assert built(MICHIEL).family
    assert not built([*MICHIEL, HELD["klacht"]]).family


def test_dreams_of_each_other_do_not_turn_in_circles() -> None:
    one = journey("A", [phase("Fase", 1)], state="dream", of="b")
    other = journey("B", [phase("Fase", 1)], state="dream", of="a")
    assert all(track.base is None for track in built([one, other]).tracks)


def test_journeys_differ_in_colour_and_in_marker_and_dreams_in_their_line() -> None:
    inks = inks_of(built(list(HELD.values())).tracks)
    assert len({(ink.colour, ink.shape, ink.dash) for ink in inks}) == len(inks)
    assert all(bool(ink.dash) for ink in inks if ink.hollow)
    first = inks_of(built(PEOPLE).tracks)
    assert len({ink.colour for ink in first}) == len({ink.shape for ink in first}) == 4


def test_between_now_and_the_dream_lies_a_tint_and_between_personas_none() -> None:
    def tints(held: Sequence[Setting]) -> set[str]:
        found = (s.fill for s in sheet(held, ALL).drawing.strokes if isinstance(s, Shape))
        return {fill for fill in found if fill in ("good-area", "bad-area")}

    assert tints(MICHIEL) == {"good-area"}
    assert tints(PEOPLE) == set()
    assert {"area-up"} == {mark for mark, _ in sheet(MICHIEL, ALL).legend if mark.startswith("area")}


def test_the_title_says_what_is_compared() -> None:
    assert sheet(MICHIEL, ALL).header.title == "Michiel Mobiel: nu en de dromen"
    assert sheet(MICHIEL[:2], ALL).header.title == "Michiel Mobiel: nu en droom"
    assert sheet(MICHIEL[:1], ALL).header.title == "Michiel Mobiel bestelt met zijn smartphone"
    assert sheet(PEOPLE[:2], ALL).header.title == "Sanne Starter en Gerda Geduld naast elkaar"
    assert sheet(PEOPLE, ALL).header.title == "Vier klantreizen naast elkaar"


def test_journeys_of_one_name_are_told_apart() -> None:
    same = [journey("Zelfde", [phase("Fase", score)], persona="Ria") for score in (1, 2)]
    assert len({track.name.full for track in built(same).tracks}) == 2
    assert [track.name.text for track in built(MICHIEL).tracks] == ["Nu", "Droom", "Droom"]


def test_the_figures_are_those_of_the_journey() -> None:
    table = sheet(MICHIEL[:2], ALL).tables[0]
    assert [len(row) for row in table.rows] == [len(table.head)] * 2
    assert table.rows[0][-2:] == ("−0,2", "−1,2")
    stats = {stat.label: (stat.value, stat.below) for stat in sheet(MICHIEL[:2], ALL).header.stats}
    assert stats["Onthouden in de droom"] == ("+1,6", "nu −1,2")
    assert stats["Grootste winst"] == ("+2,1", "bij Intentie en koop")


@pytest.mark.parametrize("held", [MICHIEL[:2], PEOPLE], ids=["a dream", "personas"])
def test_the_figures_stay_those_of_the_whole_whatever_is_shown(held: list[Setting]) -> None:
    some, everything = (sheet(held, choice).header.stats for choice in (Choice(phases=("1",)), ALL))
    assert [(stat.value, stat.below) for stat in some] == [(stat.value, stat.below) for stat in everything]


def test_every_point_stands_in_a_table() -> None:
    points = sheet(MICHIEL, ALL).tables[1]
    assert len(points.rows) == sum(len(track.marks) for track in built(MICHIEL).tracks)
    assert all(len(row) == len(points.head) for row in points.rows)
    assert any("dieptepunt" in row[-1] and row[3] == "−1,8" for row in points.rows)


def test_a_journey_without_emotions_has_a_row_and_a_note_and_no_curve() -> None:
    held = [MICHIEL[0], edges()["no-emotions"]]
    made = sheet(held, ALL)
    assert built(held).tracks[1].runs == ()
    assert "Zonder curve, want er is geen emotie genoteerd: Proef." in made.notes
    assert made.tables[0].rows[1][1:] == ("–",) * (len(made.tables[0].head) - 1)


def test_only_the_chosen_phases_are_shown_and_the_scores_stay_whole() -> None:
    made = sheet(MICHIEL, Choice(phases=("koop",)))
    assert list(made.tables[0].head)[1:-2] == ["Intentie en koop"]
    assert made.tables[0].rows[0][-2:] == sheet(MICHIEL, ALL).tables[0].rows[0][-2:]
    assert any(note.startswith("Niet getoond: Bewustwording") for note in made.notes)


def test_one_journey_that_knows_a_phase_is_enough() -> None:
    held = [HELD["klacht"], HELD["michiel-mobiel"]]
    assert sheet(held, Choice(phases=("ondersteuning",))).tables[0].rows[1][1] in ("–", "+0,2")
    with pytest.raises(UsageError, match="nergens"):
        sheet(held, Choice(phases=("nergens",)))


def test_more_journeys_than_fit_are_named_and_not_drawn() -> None:
    held = [journey(f"Reis {n}", [phase("Fase", n % 3 - 1)]) for n in range(MOST + 2)]
    made = sheet(held, ALL)
    assert len(made.tables[0].rows) == MOST
    assert any("Reis 24; Reis 25" in note for note in made.notes)
    assert len(made.key) < 200


@pytest.mark.parametrize("group", GROUPS)
def test_no_two_texts_touch_and_none_leaves_its_room(group: str) -> None:
    made = sheet(GROUPS[group], ALL)
    placed = list(boxes(texts(GROUPS[group])))
    assert placed
    for line, box in placed:
        assert width(line.text, line.style) <= line.room + 0.5
        assert box.x >= -0.5
        assert box.x + box.width <= made.drawing.width + 0.5
        assert box.y >= 0
        assert box.bottom <= made.drawing.height + 0.5
    for n, (one, here) in enumerate(placed):
        for other, there in placed[:n]:
            assert not here.touches(there, -0.2), (one.text, other.text)


def test_words_are_placed_apart_even_where_there_is_no_room() -> None:
    wanted = [Wanted(100 + n % 3, 5.0 * n, 60, 30, above=bool(n % 2)) for n in range(30)]
    placed = Ground([], [], [], 0, 200).place(wanted)
    assert not [1 for n, box in enumerate(placed) for other in placed[:n] if box.touches(other)]
    assert all(box.x >= 0 and box.x + box.width <= 200 for box in placed)


def test_words_keep_off_a_line_when_there_is_room_beside_it() -> None:
    line = [(x, 60.0) for x in range(0, 300, 4)]
    ground = Ground(line, [], [], 0, 300)
    (box,) = ground.place([Wanted(150, 80, 60, 20, above=True)])
    assert ground.crossed(box) == 0


@given(st.lists(st.tuples(st.floats(-200, 200), st.floats(5, 60)), min_size=1, max_size=14))
@settings(max_examples=80, deadline=None)
def test_names_at_the_ends_never_overlap(wanted: list[tuple[float, float]]) -> None:
    levels, heights = [level for level, _ in wanted], [height for _, height in wanted]
    tops = apart(levels, heights, 4)
    order = sorted(range(len(tops)), key=lambda n: tops[n])
    for above, below in itertools.pairwise(order):
        assert tops[above] + heights[above] <= tops[below] + 0.2
    if len(wanted) == 1:
        assert tops[0] == pytest.approx(levels[0] - heights[0] / 2, abs=0.06)


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_breaks_out_of_the_picture(text: str) -> None:
    hostile = Setting(model_of("journey").model_validate(everywhere(text)))  # type: ignore[arg-type]
    picture = render([hostile, MICHIEL[0]], "svg", views=["curves"])
    root = ET.fromstring(picture)  # our own
    assert not [name for element in root.iter() for name in element.attrib if name.lower().startswith("on")]
    assert "<script" not in str(picture)


@pytest.mark.parametrize("group", GROUPS)
def test_a_picture_is_the_same_each_time_and_its_colours_are_literal(group: str) -> None:
    picture = str(render(GROUPS[group], "svg", views=["curves"]))
    assert picture == render(GROUPS[group], "svg", views=["curves"])
    paints = set(re.findall(r'(?:fill|stroke)="([^"]*)"', picture))
    assert all(paint == "none" or re.fullmatch(r"#[0-9A-F]{6}", paint) for paint in paints)


def test_a_very_long_word_is_broken_over_its_column_and_stays_whole() -> None:
    held = [journey("A", [phase(LONG, 1), phase("Kort", 2)])]
    heads = [line for line in texts(held) if line.style == BODY_BOLD]
    kort = next(line for line in heads if line.text == "Kort")
    pieces = [line.text for line in heads if line.left < kort.left and line.y < kort.y + 60 and line.left > 172]
    assert "".join(pieces) == LONG
    assert frame(sheet(held, ALL)).width >= 1240


@pytest.mark.browser
@pytest.mark.parametrize("group", GROUPS)
def test_nothing_spills_in_a_browser(browser: Any, tmp_path: Path, group: str) -> None:
    path = tmp_path / "curves.svg"
    path.write_text(str(render(GROUPS[group], "svg", views=["curves"])), encoding="utf-8")
    page, noise = look(browser, path, 1600)
    try:
        assert noise == []
        assert page.evaluate(SPILLS, SLACK) == []
    finally:
        page.close()
