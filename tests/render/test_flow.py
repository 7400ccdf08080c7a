"""The flow: what follows what, laid out on a page, with lines that run through nothing."""

from __future__ import annotations

import re
from itertools import combinations, pairwise
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from tests.render.conftest import LONG, edges, examples, make
from tests.render.hostile import HOSTILE, everywhere
from tests.render.looking import OVERLAPS, SLACK, SPILLS, look

from klantreis.compare.topics.measures import handovers
from klantreis.errors import UsageError
from klantreis.language.words import words_of
from klantreis.model import scores
from klantreis.model.setting import Setting
from klantreis.render import render
from klantreis.render.content.cells import Context
from klantreis.render.content.choice import ALL, Choice
from klantreis.render.content.names import Names
from klantreis.render.flow import rank
from klantreis.render.flow.boxes import Box, Layout
from klantreis.render.flow.data import build
from klantreis.render.flow.items import Flow, FlowStep, Row
from klantreis.render.flow.layout import lay_out
from klantreis.render.flow.sheet import sheet
from klantreis.render.flow.ways import Hands
from klantreis.render.kit.draw import Words, text_width
from klantreis.render.kit.graphviz import GraphvizError


def long_journey(count: int, phases: int) -> Setting:
    """Give a journey of many touchpoints that skips, branches, goes back and leaves."""
    channels, teams = ("web", "phone", "email", "store"), ("Marketing", "Sales", "Service")
    steps: list[dict[str, Any]] = []
    for n in range(count):
        step: dict[str, Any] = {"id": f"s{n}", "title": f"Stap {n} van een lange reis", "emotion": (n * 7 % 9) / 2 - 2}
        step |= {"channel": channels[n // 2 % 4], "owner": teams[n // 3 % 3]}
        if n % 7 == 3:
            step["optional"] = True
        if n % 11 == 5:
            back = {"to": f"s{max(0, n - 3)}", "share": 0.15, "when": "Moet iets herstellen"}
            step["next"] = [{"to": f"s{n + 1}", "share": 0.6}, back, {"to": "exit", "share": 0.25, "when": "Te duur"}]
        if n % 13 == 8:
            step["next"] = [{"to": f"s{n + 1}", "share": 0.5}, {"to": f"s{n + 2}", "when": "Wordt gebeld"}]
        if n % 8 == 1:
            step |= {"evidence": "assumption", "moment_of_truth": True, "automated": True}
        steps.append(step)
    each = -(-count // phases)
    groups = [
        {"title": f"Fase {place}", "touchpoints": steps[place * each : (place + 1) * each]} for place in range(phases)
    ]
    return make(title="Lang", phases=groups, loyalty_loop="fase-0", trigger="Het oude is stuk.")


LARGE = {f"{count} in {phases}": long_journey(count, phases) for count, phases in ((40, 8), (48, 6), (60, 4), (60, 1))}
ALL_OF_THEM = examples() | edges() | LARGE


def flow_of(setting: Setting, choice: Choice = ALL) -> Flow:
    """Give the flow of a journey."""
    words = words_of(setting.journey.language)
    return build(Context(setting, words, Names(setting, words)), choice)


def steps_of(*steps: Any, **more: Any) -> Flow:
    """Give the flow of a journey of one phase with these touchpoints."""
    return flow_of(make(phases=[{"title": "Fase", "touchpoints": list(steps)}], **more))


def leads(flow: Flow, kind: str = "") -> list[tuple[int, int]]:
    """Give from where to where the edges lead."""
    return [(edge.source, edge.target) for edge in flow.edges if not kind or edge.kind == kind]


def rows(step: FlowStep, kind: str) -> list[Row]:
    """Give the ways of one kind at the foot of a card."""
    return [row for row in step.rows if row.kind == kind]


@pytest.fixture(scope="module", params=sorted(ALL_OF_THEM))
def setting(request: pytest.FixtureRequest) -> Setting:
    """Each journey in turn, the large ones too."""
    return ALL_OF_THEM[request.param]


@pytest.fixture(scope="module")
def laid(setting: Setting) -> Layout:
    """Each of them, laid out."""
    return lay_out(flow_of(setting))


# What follows what


def test_a_touchpoint_leads_to_the_one_after_it() -> None:
    assert leads(steps_of("A", "B", "C")) == [(0, 1), (1, 2)]


def test_a_touchpoint_leads_on_into_the_next_phase_past_empty_ones() -> None:
    phases = [{"title": "A", "touchpoints": "Een"}, "Leeg", {"title": "C", "touchpoints": "Twee"}]
    assert leads(flow_of(make(phases=phases))) == [(0, 1)]


def test_next_is_what_follows_instead() -> None:
    flow = steps_of({"title": "A", "next": "c"}, "B", {"id": "c", "title": "C"})
    assert leads(flow) == [(0, 2), (1, 2)]


def test_next_finds_a_touchpoint_by_its_title_or_a_former_id() -> None:
    flow = steps_of({"title": "A", "next": ["De laatste", "oud"]}, {"title": "B", "was": "oud"}, "De laatste")
    assert leads(flow)[:2] == [(0, 2), (0, 1)]


def test_shares_that_lack_something_leave_nobody_to_the_next_step_and_it_is_said() -> None:
    flow = steps_of({"title": "A", "next": [{"to": "exit", "share": 0.3}]}, "B")
    assert leads(flow) == []
    (row,) = rows(flow.steps()[0], "rest")
    assert row.share == "70%"


def test_shares_that_are_not_all_known_lack_nothing() -> None:
    flow = steps_of({"title": "A", "next": [{"to": "exit", "share": 0.3}, {"to": "b"}]}, {"id": "b", "title": "B"})
    assert not rows(flow.steps()[0], "rest")


def test_an_optional_step_can_be_passed_by() -> None:
    flow = steps_of("A", {"title": "B", "optional": True}, "C")
    assert leads(flow, "skip") == [(0, 2)]


def test_of_optional_steps_in_a_row_each_can_be_passed_by_and_all() -> None:
    b, c = ({"title": title, "optional": True} for title in "BC")
    assert leads(steps_of("A", b, c, "D"), "skip") == [(0, 2), (0, 3), (1, 3)]


def test_many_optional_steps_take_few_lines() -> None:
    steps = [{"title": str(n), "optional": True} for n in range(60)]
    assert len(steps_of(*steps).edges) < 180


def test_who_is_sent_to_an_optional_step_comes_there() -> None:
    b = {"id": "b", "title": "B", "optional": True}
    assert leads(steps_of({"title": "A", "next": "b"}, b, "C"), "skip") == []


def test_who_leaves_is_said_with_share_and_reason() -> None:
    leaving = {"to": "exit", "share": 0.47, "when": "Klikt weg"}
    flow = steps_of({"title": "A", "next": [leaving, {"to": "b", "share": 0.53}]}, {"id": "b", "title": "B"})
    (row,) = rows(flow.steps()[0], "exit")
    assert (row.share, row.text, row.below) == ("47%", "haakt af", "Klikt weg")


def test_only_the_last_touchpoint_is_the_end_and_only_when_it_leads_nowhere_else() -> None:
    assert [bool(rows(step, "end")) for step in steps_of("A", "B").steps()] == [False, True]
    back = steps_of({"id": "a", "title": "A"}, {"title": "B", "next": "a"})
    assert not any(rows(step, "end") for step in back.steps())


def test_what_leads_nobody_knows_where_is_said_as_written() -> None:
    (row,) = rows(steps_of({"title": "A", "next": "ergens anders"}).steps()[0], "away")
    assert "ergens anders" in row.below


def test_the_loyalty_loop_runs_from_the_last_step_of_its_phase_to_the_first_of_where_it_comes_in() -> None:
    flow = flow_of(examples()["michiel-mobiel"])
    assert leads(flow, "loop") == [(11, 5)]
    (row,) = rows(flow.steps()[11], "loop")
    assert "Intentie en koop" in row.text
    assert "twee fasen overgeslagen" in row.text


def test_a_loop_between_empty_phases_has_somewhere_to_go() -> None:
    flow = flow_of(make(phases=["A", {"title": "B", "touchpoints": "Stap"}, "C"], loyalty_loop="a"))
    assert len(leads(flow, "loop")) == 1
    assert sum(step.ghost for step in flow.steps()) == 2
    assert lay_out(flow).width > 0


def test_the_customer_starts_at_the_first_touchpoint_even_after_an_empty_phase() -> None:
    setting = edges()["phase-without-touchpoints"]
    laid = lay_out(flow_of(setting))
    (first,) = (card for card in laid.cards if card.step.number == 0)
    assert laid.start[-1] == (pytest.approx(first.box.x), pytest.approx(first.box.y + 22))
    for one, other in pairwise(laid.start):
        assert not any(_meet(_segment(one, other), card.box) for card in laid.cards)
    assert "start -> s0" in str(render(setting, "dot"))


# Hand-overs


@pytest.mark.parametrize("name", sorted(examples()))
def test_channel_switches_are_those_of_the_map(name: str) -> None:
    journey = examples()[name].journey
    stats = sheet([examples()[name]], ALL).header.stats
    assert stats[1].value == str(scores.channel_switches(journey))


def test_a_hand_over_is_a_change_of_channel_or_of_team() -> None:
    flow = steps_of(
        {"title": "A", "channel": "web", "owner": "Sales"},
        {"title": "B", "channel": ["phone", "web"], "owner": "sales"},
        {"title": "C", "channel": "phone", "owner": "Service"},
        {"title": "D", "channel": "email", "owner": "Service"},
    )
    assert [(edge.channel, edge.team) for edge in flow.edges] == [(False, False), (False, True), (True, False)]


def test_who_waits_in_between_is_still_where_they_were() -> None:
    flow = steps_of(
        {"title": "A", "channel": "web", "owner": "Sales"},
        {"title": "Wacht", "channel": "none"},
        {"title": "B", "channel": "phone", "owner": "Service"},
    )
    assert [(edge.channel, edge.team) for edge in flow.edges] == [(False, False), (True, True)]


@pytest.mark.parametrize("name", sorted(examples()))
def test_hand_overs_are_those_that_a_comparison_counts(name: str) -> None:
    journey = examples()[name].journey
    assert Hands(journey).count()[1] == handovers(journey)


def test_what_nobody_owns_makes_no_hand_over_and_undoes_none() -> None:
    steps = [
        {"title": "A", "channel": "web", "owner": "Sales"},
        {"title": "B", "channel": "web"},
        {"title": "C", "channel": "web", "owner": "Service"},
        {"title": "D", "channel": "partner"},
        {"title": "E", "channel": "web", "owner": "Service"},
    ]
    journey = make(phases=[{"title": "Fase", "touchpoints": steps}]).journey
    assert Hands(journey).count()[1] == handovers(journey) == 1


# Phases that are chosen


def test_ways_to_a_phase_that_is_not_shown_end_in_its_title() -> None:
    flow = flow_of(examples()["michiel-mobiel"], Choice(phases=("2",)))
    assert [phase.place for phase in flow.phases] == [1]
    assert flow.start is None
    assert "Legt de pan in de winkelmand" in rows(flow.steps()[-1], "away")[0].below
    assert all(0 <= edge.target - 2 < 3 for edge in flow.edges)


def test_figures_stay_those_of_the_whole_journey() -> None:
    setting = examples()["michiel-mobiel"]
    some, everything = sheet([setting], Choice(phases=("2",))), sheet([setting], ALL)
    assert [stat.value for stat in some.header.stats] == [stat.value for stat in everything.header.stats]
    assert "Bewustwording" in some.notes[0]


def test_an_unknown_phase_is_an_error() -> None:
    with pytest.raises(UsageError):
        sheet([examples()["michiel-mobiel"]], Choice(phases=("nergens",)))


# Graphviz


BRANCH = (
    {"id": "a", "title": "A", "next": [{"to": "b", "share": 0.5}, {"to": "c", "share": 0.5}]},
    {"id": "b", "title": "B", "next": "d"},
    {"id": "c", "title": "C", "next": "d"},
    {"id": "d", "title": "D"},
)


def test_what_customers_do_instead_stands_beside_it() -> None:
    cards = {card.step.title: card.box for card in lay_out(steps_of(*BRANCH)).cards}
    assert cards["B"].y == cards["C"].y
    assert cards["B"].x != cards["C"].x
    assert cards["A"].y < cards["B"].y < cards["D"].y


def test_graphviz_gets_ids_and_sizes_and_never_a_text(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    ask = rank.ask

    def listen(source: str, subject: str) -> str:
        asked.append(source)
        return ask(source, subject)

    monkeypatch.setattr(rank, "ask", listen)
    lay_out(steps_of(*({**step, "title": f'{step["title"]}"; evil'} for step in BRANCH)))
    assert len(asked) == 1
    assert "evil" not in asked[0]
    assert set(re.findall(r"^\t(n\d+)", asked[0], re.MULTILINE)) == {"n0", "n1", "n2", "n3"}


@pytest.mark.parametrize("answer", ["", "graph 1 0 0\nnode n0 0 0 1 1\nstop\n", None])
def test_when_graphviz_fails_the_steps_stand_below_each_other(
    answer: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_source: str, _subject: str) -> str:
        if answer is None:
            raise GraphvizError("It crashed.")
        return answer

    monkeypatch.setattr(rank, "ask", fail)
    setting = make(phases=[{"title": "Fase", "touchpoints": list(BRANCH)}])
    assert words_of("nl").about("flow")["plain"] in sheet([setting], ALL).notes
    assert lay_out(flow_of(setting)).plain


def test_a_chain_needs_no_graphviz(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rank, "ask", None)
    assert not lay_out(flow_of(examples()["michiel-mobiel"])).plain


# Geometry


def test_every_step_has_a_card_and_every_edge_a_line(setting: Setting, laid: Layout) -> None:
    flow = flow_of(setting)
    assert [card.step.number for card in laid.cards] == [step.number for step in flow.steps()]
    assert len(laid.lines) == len(flow.edges)


def test_cards_do_not_overlap_and_stand_on_the_ground_of_their_phase(laid: Layout) -> None:
    for one, other in combinations(laid.cards, 2):
        assert not _meet(one.box, other.box)
    for card in laid.cards:
        assert any(region.phase == card.step.phase and _holds(box, card.box) for region, box in laid.regions)
    for (_, one_ground), (_, other_ground) in combinations(laid.regions, 2):
        assert not _meet(one_ground, other_ground)


def test_lines_run_through_no_card(laid: Layout) -> None:
    for line in laid.lines:
        for one, other in pairwise(line.points):
            assert one[0] == pytest.approx(other[0]) or one[1] == pytest.approx(other[1])
            for card in laid.cards:
                assert not _meet(_segment(one, other), card.box), (line, card.step.title)


def test_lines_begin_at_their_card_and_end_at_the_next(laid: Layout) -> None:
    boxes = {card.step.number: card.box for card in laid.cards}
    for line in laid.lines:
        assert _touches(boxes[line.edge.source], line.points[0])
        assert _touches(boxes[line.edge.target], line.points[-1])


def test_lines_lie_on_no_other_line_but_where_they_come_together(laid: Layout) -> None:
    for one, other in combinations(laid.lines, 2):
        if one.edge.target == other.edge.target:
            continue
        for part, others in ((a, b) for a in pairwise(one.points) for b in pairwise(other.points)):
            assert _shared(part, others) <= 1, (one, other)


def test_marks_of_hand_overs_lie_on_nothing(laid: Layout) -> None:
    marks = [_mark(line.pill, both=line.edge.channel and line.edge.team) for line in laid.lines if line.pill]
    for one, other in combinations(marks, 2):
        assert not _meet(one, other)
    assert not any(_meet(mark, card.box) for mark in marks for card in laid.cards)
    assert len(marks) == sum(line.edge.channel or line.edge.team for line in laid.lines)


def test_lines_and_marks_stay_in_the_picture(laid: Layout) -> None:
    for line in laid.lines:
        assert all(0 <= x <= laid.width and 0 <= y <= laid.height for x, y in line.points)
    for card in laid.cards:
        assert card.box.x >= 0
        assert card.box.x + card.box.width <= laid.width
        assert card.box.y + card.box.height <= laid.height


def test_no_text_lies_on_another_or_under_a_line(setting: Setting, laid: Layout) -> None:
    page = sheet([setting], ALL).drawing
    texts = [_text_box(stroke) for stroke in page.strokes if isinstance(stroke, Words)]
    for (one, text), (other, _) in combinations(texts, 2):
        assert not _meet(one, other, 0.6), text
    for line in laid.lines:
        for part in pairwise(line.points):
            assert not any(_meet(_segment(*part), box, 0.5) for box, _ in texts), line.edge


@pytest.mark.parametrize(
    "name", [*LARGE, "michiel-mobiel", "klacht", "bankrekening", "twenty-phases", "fifteen-touchpoints"]
)
def test_a_flow_is_shaped_like_a_page(name: str) -> None:
    laid = lay_out(flow_of(ALL_OF_THEM[name]))
    assert 1.0 <= laid.width / laid.height <= 2.3


def test_four_phases_of_three_steps_stand_side_by_side() -> None:
    phases = [{"title": f"F{n}", "touchpoints": [f"S{n}{m}" for m in range(3)]} for n in range(4)]
    laid = lay_out(flow_of(make(phases=phases)))
    assert len({box.y for _, box in laid.regions}) == 1
    assert len({card.box.x for card in laid.cards}) == 4


def test_more_customers_make_a_thicker_line() -> None:
    ways = [{"to": "b", "share": 0.9}, {"to": "c", "share": 0.1}]
    setting = make(
        phases=[
            {
                "title": "Fase",
                "touchpoints": [{"title": "A", "next": ways}, {"id": "b", "title": "B"}, {"id": "c", "title": "C"}],
            }
        ]
    )
    svg = str(render(setting, "svg", views=["flow"]))
    assert 'stroke-width="3.72"' in svg
    assert 'stroke-width="1.48"' in svg


# Words and figures


def test_the_table_tells_every_way(setting: Setting) -> None:
    flow = flow_of(setting)
    (table,) = sheet([setting], ALL).tables
    assert len(table.rows) == len(flow.outcomes) + sum(step.ghost for step in flow.steps())
    assert all(len(row) == len(table.head) for row in table.rows)
    assert {step.title for step in flow.steps() if not step.ghost} == {row[0] for row in table.rows} - {"–"}


def test_the_table_tells_where_the_loyalty_loop_goes() -> None:
    (table,) = sheet([examples()["michiel-mobiel"]], ALL).tables
    last = table.rows[-1]
    assert (last[0], last[6]) == ("Krijgt een enquête van twaalf vragen", "Legt de pan in de winkelmand")
    assert "twee fasen overgeslagen" in last[7]


def test_the_summary_says_what_the_picture_shows() -> None:
    summary = sheet([examples()["michiel-mobiel"]], ALL).summary.replace("\u00a0", " ")
    assert "11 contactmomenten" in summary
    assert "“Maakt een verplicht account”: 47%" in summary
    assert "7 kanaalwissels" in summary
    assert "loyaliteitslus" in summary


def test_it_speaks_the_language_of_the_journey() -> None:
    english = sheet([examples()["moving-broadband"]], ALL)
    assert english.name == "Flow"
    assert english.header.stats[0].label == "Touchpoints"


def test_the_legend_names_only_what_is_there() -> None:
    assert sheet([make()], ALL).legend == ()
    marks = [mark for mark, _ in sheet([examples()["michiel-mobiel"]], ALL).legend]
    assert marks[:5] == ["channel-switch", "team-handover", "share-line", "skip-line", "loop-line"]


def test_the_same_journey_gives_the_same_picture() -> None:
    setting = LARGE["48 in 6"]
    assert render(setting, "svg", views=["flow"]) == render(setting, "svg", views=["flow"])


@pytest.mark.parametrize("text", [*HOSTILE, "x" * 10_000, LONG])
def test_hostile_texts_stay_texts(text: str) -> None:
    root = ET.fromstring(str(render(make(**everywhere(text)), "svg", views=["flow"])))  # our own
    names = {element.tag.rsplit("}", 1)[-1] for element in root.iter()}
    assert names <= {"svg", "title", "desc", "style", "rect", "path", "text", "g", "defs", "clipPath", "image", "a"}


@pytest.mark.browser
@pytest.mark.parametrize("name", ["michiel-mobiel", "klacht", "long-words", "right-to-left", "many-scripts", "40 in 8"])
def test_in_a_browser_no_text_spills_and_no_card_overlaps(name: str, browser: Any, tmp_path: Path) -> None:
    path = tmp_path / "flow.svg"
    path.write_text(str(render(ALL_OF_THEM[name], "svg", views=["flow"])), encoding="utf-8")
    page, noise = look(browser, path, 1600)
    assert page.evaluate(SPILLS, SLACK) == []
    assert page.evaluate(OVERLAPS, SLACK) == []
    assert noise == []
    page.close()


# Helpers


def _meet(one: Box, other: Box, slack: float = 0.2) -> bool:
    return (
        one.x < other.x + other.width - slack
        and other.x < one.x + one.width - slack
        and one.y < other.y + other.height - slack
        and other.y < one.y + one.height - slack
    )


def _holds(outer: Box, inner: Box) -> bool:
    return (
        outer.x <= inner.x
        and outer.y <= inner.y
        and inner.x + inner.width <= outer.x + outer.width
        and inner.y + inner.height <= outer.y + outer.height
    )


def _segment(one: tuple[float, float], other: tuple[float, float]) -> Box:
    """Give a straight part as a box of a pixel thick."""
    (x0, x1), (y0, y1) = sorted((one[0], other[0])), sorted((one[1], other[1]))
    across = x1 - x0 > y1 - y0
    thick_x, thick_y = (0.0, 0.5) if across else (0.5, 0.0)
    return Box(x0 - thick_x, y0 - thick_y, x1 - x0 + 2 * thick_x, y1 - y0 + 2 * thick_y)


def _touches(box: Box, point: tuple[float, float]) -> bool:
    x, y = point
    inside = box.x - 0.2 <= x <= box.x + box.width + 0.2 and box.y - 0.2 <= y <= box.y + box.height + 0.2
    edges_x = abs(x - box.x) < 0.2 or abs(x - box.x - box.width) < 0.2
    edges_y = abs(y - box.y) < 0.2 or abs(y - box.y - box.height) < 0.2
    return inside and (edges_x or edges_y)


def _shared(one: tuple[Any, Any], other: tuple[Any, Any]) -> float:
    """Give how far two straight parts lie on each other, in pixels."""
    for along, level in ((0, 1), (1, 0)):
        levels = [point[level] for part in (one, other) for point in part]
        if max(levels) - min(levels) < 1:
            (a, b), (c, d) = (sorted(point[along] for point in part) for part in (one, other))
            return float(min(b, d) - max(a, c))
    return 0.0


def _mark(middle: tuple[float, float], *, both: bool) -> Box:
    wide = 38.0 if both else 18.0
    return Box(middle[0] - wide / 2, middle[1] - 9, wide, 18)


def _text_box(words: Words) -> tuple[Box, str]:
    wide = text_width(words.text, words.style)
    left = words.x - {"start": 0.0, "middle": wide / 2, "end": wide}[words.anchor]
    return Box(left, words.y - 0.72 * words.style.size, wide, 0.9 * words.style.size), words.text
