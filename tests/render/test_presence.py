"""Channels and teams: where in a journey they appear, counted as the rest of the product counts."""

from __future__ import annotations

import random
import xml.etree.ElementTree as ET
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from tests.render.conftest import edges, examples, make
from tests.render.hostile import HOSTILE, everywhere
from tests.render.looking import SLACK, SPILLS, look

from klantreis.compare.topics.measures import handovers
from klantreis.errors import UsageError
from klantreis.language.words import words_of
from klantreis.model.scores import channel_switches, contacts
from klantreis.model.setting import Setting
from klantreis.render import render
from klantreis.render.content.choice import ALL, Choice
from klantreis.render.kit.current import Spacing
from klantreis.render.kit.draw import Rect, Words, text_width
from klantreis.render.kit.head import MARKS
from klantreis.render.kit.icons import ICONS
from klantreis.render.kit.look import Look, using
from klantreis.render.kit.sheet import Sheet
from klantreis.render.kit.theme import LIGHT
from klantreis.render.presence.data import stops_of, way
from klantreis.render.presence.hands import hands_of, in_one_hand
from klantreis.render.views import VIEWS

VIEW_NAMES = ("channels", "teams")


def long_journey(count: int) -> Setting:
    """Give a journey of so many touchpoints, over eight phases, with everything these views can show."""
    chance = random.Random(count)  # noqa: S311  # a journey, no secret
    channels = ["web", "app", "phone", ["chat", "phone"], "email", "store", "none", ["app", "web"], []]
    phases: list[dict[str, Any]] = [{"title": f"Fase {place} van de reis", "touchpoints": []} for place in range(8)]
    for number in range(count):
        step = {
            "title": f"Contactmoment {number} waarin de klant iets meemaakt",
            "channel": chance.choice(channels),
            "owner": chance.choice(["Marketing", "Webwinkel", "Klantenservice", ""]),
            "emotion": chance.choice([None, round(chance.uniform(-2, 2), 1), 0]),
            "moment_of_truth": number % 9 == 0,
            "evidence": "assumption" if number % 5 == 0 else "bron",
            "backstage": [{"title": "Werk", "owner": chance.choice(["IT", "Marketing"])}] if number % 4 == 0 else [],
        }
        phases[number * 8 // count]["touchpoints"].append({key: value for key, value in step.items() if value})
    return make(title="Een lange reis", phases=phases)


JOURNEYS = examples() | edges() | {f"long-{count}": long_journey(count) for count in (2, 21, 24, 60)}


def sheet_of(view: str, setting: Setting, choice: Choice = ALL) -> Sheet:
    """Give a view of one journey."""
    return VIEWS[view].sheet((setting,), choice)


def steps(*touchpoints: dict[str, Any], **more: Any) -> Setting:
    """Give a journey of one phase."""
    titled = [{"title": f"Stap {number}"} | step for number, step in enumerate(touchpoints)]
    return make(phases=[{"title": "Fase", "touchpoints": titled}], **more)


def table(sheet: Sheet, title: str) -> dict[str, tuple[str, ...]]:
    """Give the rows of a table by their names."""
    found = next(table for table in sheet.tables if table.title == title)
    return {row[0]: row[1:] for row in found.rows}


def words(sheet: Sheet) -> list[str]:
    """Give every line of text in the picture."""
    return [stroke.text for stroke in sheet.drawing.strokes if isinstance(stroke, Words)]


def stat(sheet: Sheet, label: str) -> str:
    """Give a figure of the header."""
    return next(found.value for found in sheet.header.stats if found.label == label)


def box(stroke: Words) -> tuple[float, float, float, float]:
    """Give where the letters of a line of text stand."""
    wide = text_width(stroke.text, stroke.style)
    left = stroke.x - {"start": 0, "middle": wide / 2, "end": wide}[stroke.anchor]
    return left, stroke.y - 0.72 * stroke.style.size, left + wide, stroke.y + 0.2 * stroke.style.size


def meet(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    """Tell whether two boxes overlap by more than a hair."""
    return one[0] < other[2] - 0.6 and other[0] < one[2] - 0.6 and one[1] < other[3] - 0.6 and other[1] < one[3] - 0.6


def jumps(sheet: Sheet) -> list[Rect]:
    """Give the numbers of jumps in the picture, without those in the list below it."""
    cuts = sheet.drawing.cuts
    assert cuts
    found = [s for s in sheet.drawing.strokes if isinstance(s, Rect) and s.fill == "pill" and s.height == 18]
    return found[: len(found) // 2] if len(cuts.ys) else found


@pytest.mark.parametrize("name", sorted(JOURNEYS))
def test_the_jumps_between_channels_are_those_that_the_scores_count(name: str) -> None:
    journey = JOURNEYS[name].journey
    sheet = sheet_of("channels", JOURNEYS[name])
    told = words_of(journey.language).about("channels")
    assert stat(sheet, told["stat-switches"]) == str(channel_switches(journey))
    assert stat(sheet, told["stat-contacts"]) == str(len(contacts(journey)))
    rows = next((found.rows for found in sheet.tables if found.title == told["pairs"]), ())
    assert len(rows) == len(jumps(sheet)) == channel_switches(journey)


@pytest.mark.parametrize("name", sorted(JOURNEYS))
def test_the_hand_overs_are_those_that_a_comparison_counts(name: str) -> None:
    journey = JOURNEYS[name].journey
    sheet = sheet_of("teams", JOURNEYS[name])
    told = words_of(journey.language).about("teams")
    assert stat(sheet, told["stat-handovers"]) == str(handovers(journey))
    assert len(jumps(sheet)) == handovers(journey)


@pytest.mark.parametrize("view", VIEW_NAMES)
@pytest.mark.parametrize("name", sorted(JOURNEYS))
def test_every_text_fits_its_room_and_none_overlaps_another(view: str, name: str) -> None:
    sheet = sheet_of(view, JOURNEYS[name])
    texts = [stroke for stroke in sheet.drawing.strokes if isinstance(stroke, Words)]
    for text in texts:
        assert text_width(text.text, text.style) <= text.room + 0.5, text.text
        left, top, right, bottom = box(text)
        assert left >= -0.5, text.text
        assert right <= sheet.drawing.width + 0.5, text.text
        assert top >= 0, text.text
        assert bottom <= sheet.drawing.height, text.text
    boxes = [(box(text), text.text) for text in texts]
    assert not [(a, b) for (one, a), (other, b) in combinations(boxes, 2) if meet(one, other)]


@pytest.mark.parametrize("view", VIEW_NAMES)
@pytest.mark.parametrize("name", sorted(JOURNEYS))
def test_no_number_of_a_jump_hides_a_mark(view: str, name: str) -> None:
    sheet = sheet_of(view, JOURNEYS[name])
    marks = [s for s in sheet.drawing.strokes if isinstance(s, Rect) and s.height == 22 and s.fill != "paper"]
    for number in jumps(sheet):
        round_it = (number.x, number.y, number.x + number.width, number.y + number.height)
        assert not [m for m in marks if meet(round_it, (m.x, m.y, m.x + m.width, m.y + m.height))]


@pytest.mark.parametrize("view", VIEW_NAMES)
@pytest.mark.parametrize("name", ["michiel-mobiel", "klacht", "long-60", "twenty-phases"])
def test_paper_cuts_through_no_text_and_no_mark(view: str, name: str) -> None:
    drawing = sheet_of(view, JOURNEYS[name]).drawing
    cuts = drawing.cuts
    assert cuts
    assert len(cuts.xs) > 2
    texts = [box(s) for s in drawing.strokes if isinstance(s, Words)]
    marks = [
        (s.x, s.y, s.x + s.width, s.y + s.height)
        for s in drawing.strokes
        if isinstance(s, Rect) and s.height in (18, 22) and s.fill != "bad-tint"
    ]
    across = [b for b in (*texts, *marks) for x in cuts.xs if b[0] + 0.6 < x < b[2] - 0.6 and b[2] > cuts.left]
    down = [b for b in (*texts, *marks) for y in cuts.ys if b[1] + 0.6 < y < b[3] - 0.6]
    assert not across
    assert not down


def test_the_header_says_what_stands_out() -> None:
    assert sheet_of("channels", JOURNEYS["michiel-mobiel"]).header.lead.replace("\u00a0", " ") == (
        "7 kanaalwissels tussen 11 contacten; laagste kanaal: website (−0,8). "
        "Na een wissel voelt de klant zich gemiddeld −0,1, zonder wissel −1,2."
    )
    assert sheet_of("teams", JOURNEYS["michiel-mobiel"]).header.lead.replace("\u00a0", " ") == (
        "5 overdrachten tussen 5 teams; laagste team: Webwinkel (−0,8). Marketing en Webwinkel werken alleen: bij hun "
        "contactmomenten staat geen ander team. Na een overdracht voelt de klant zich gemiddeld −0,2, zonder "
        "overdracht −0,7."
    )


def test_an_english_journey_is_told_in_english() -> None:
    channels = sheet_of("channels", JOURNEYS["moving-broadband"])
    assert channels.header.lead.replace("\u00a0", " ") == (
        "9 channel switches between 10 contacts; lowest channel: phone (−1.7)."
    )
    assert channels.name == "Channels"
    assert "very good" in words(channels)


def test_a_channel_has_its_count_its_share_and_its_mean() -> None:
    setting = steps(
        {"channel": "web", "emotion": 1}, {"channel": "web", "emotion": -2}, {"channel": "phone"}, {"channel": "web"}
    )
    rows = table(sheet_of("channels", setting), "Kanalen")
    assert rows["website"] == ("Online", "3", "3", "75%", "−0,5", "matig")
    assert rows["telefoon"] == ("Offline", "1", "1", "25%", "–", "")


def test_channels_stand_by_mode_and_own_ones_under_their_own_name() -> None:
    rows = list(table(sheet_of("channels", JOURNEYS["nieuwe-website-droom"]), "Kanalen"))
    assert rows == ["website", "zoekmachine", "videogesprek", "berichtenapp", "mond-tot-mond", "telefoon", "gesprek",
                    "Training"]  # fmt: skip


def test_a_channel_that_nobody_knows_stands_as_it_was_written() -> None:
    assert "rooksignalen" in table(sheet_of("channels", steps({"channel": "rooksignalen"})), "Kanalen")


def test_whoever_can_stay_on_a_channel_does_not_switch() -> None:
    legs = way([(0, (0,)), (1, (1, 0)), (2, (1,)), (3, (2, 3)), (4, (3,))])
    assert [(leg.from_row, leg.to_row, leg.jump) for leg in legs] == [(0, 0, 0), (1, 1, 0), (1, 2, 1), (3, 3, 0)]


def test_the_same_channel_twice_is_one_channel() -> None:
    rows = table(sheet_of("channels", steps({"channel": ["web", "website", "Website"]})), "Kanalen")
    assert list(rows) == ["website"]


def test_without_contact_and_without_a_channel_have_rows_of_their_own() -> None:
    sheet = sheet_of("channels", steps({"channel": "web"}, {"channel": "none", "emotion": 1}, {}, {"channel": "app"}))
    rows = table(sheet, "Kanalen")
    assert rows["Geen contact"][1:] == ("1", "1", "–", "+1,0", "heel goed")
    assert rows["Kanaal niet genoemd"][1:] == ("1", "1", "–", "–", "")
    assert stat(sheet, "Contacten") == "2"
    assert stat(sheet, "Kanaalwissels") == "1"


def test_a_journey_without_channels_says_so() -> None:
    sheet = sheet_of("channels", JOURNEYS["no-emotions"])
    assert sheet.header.lead == "Bij geen enkel contactmoment staat een kanaal."
    assert sheet_of("teams", JOURNEYS["no-emotions"]).header.lead == "Bij geen enkel contactmoment staat een eigenaar."


def test_the_switches_that_hurt_most_stand_first() -> None:
    setting = steps(
        {"channel": "web", "emotion": 2},
        {"channel": "phone", "emotion": -1},
        {"channel": "web"},
        {"channel": "app", "emotion": -2},
        {"channel": "web"},
        {"channel": "phone", "emotion": -2},
    )
    found = next(t for t in sheet_of("channels", setting).tables if t.title.startswith("Kanaalwissels van"))
    assert found.rows == (
        ("website", "app", "1", "−2,0", "3"),
        ("website", "telefoon", "2", "−1,5", "1, 5"),
        ("telefoon", "website", "1", "–", "2"),
        ("app", "website", "1", "–", "4"),
    )


def test_what_nobody_owns_stands_out_and_what_needs_no_owner_does_not() -> None:
    sheet = sheet_of(
        "teams",
        steps(
            {"owner": "Sales", "channel": "web"},
            {"channel": "phone", "emotion": -1},
            {"channel": "none"},
            {"channel": "word-of-mouth"},
            {"zoom": "elders", "channel": "web"},
        ),
    )
    rows = table(sheet, "Teams")
    assert rows["Sales"][1:4] == ("1", "1", "50%")
    assert rows["Zonder eigenaar"][1:4] == ("1", "1", "50%")
    assert rows["Geen eigenaar nodig"][1:4] == ("3", "3", "–")
    assert "Bij 1 contactmoment is niemand eigenaar." in sheet.header.lead.replace("\u00a0", " ")
    tints = [s for s in sheet.drawing.strokes if isinstance(s, Rect) and s.fill == "bad-tint" and s.width > 600]
    assert len(tints) == 1


def test_a_team_that_only_works_behind_the_scenes_has_a_row_without_touchpoints() -> None:
    sheet = sheet_of("teams", JOURNEYS["nieuwe-website"])
    assert table(sheet, "Teams")["Ontwerp"][0] == "Alleen achter de schermen"
    assert table(sheet, "Teams")["Ontwerp"][-4] == "0"
    assert ("aid", "werkt achter de schermen mee") in sheet.legend


def test_a_silo_is_a_team_that_meets_no_other_where_somebody_looked() -> None:
    own = {"backstage": [{"title": "Werk", "owner": "Sales"}]}
    alone = hands_of(steps({"owner": "Sales"} | own, {"owner": "sales"}, {"owner": "IT"}).journey)
    assert [alone.teams[team] for team in alone.alone()] == ["Sales"]
    helped = {"backstage": [{"title": "Werk", "owner": "IT"}]}
    assert not hands_of(steps({"owner": "Sales"} | helped, {"owner": "Sales"}).journey).alone()
    assert not hands_of(steps({"owner": "Sales"}, {"owner": "Sales"}).journey).alone(), "nobody looked"
    assert not hands_of(steps({"owner": "Sales"} | own).journey).alone(), "one touchpoint is no silo"
    helper = steps({"owner": "Sales"} | own, {"owner": "Sales"}, {"owner": "IT", **own})
    assert not hands_of(helper.journey).alone()


def test_it_says_when_nobody_drew_who_works_behind_the_scenes() -> None:
    assert "samenwerken" in sheet_of("teams", steps({"owner": "Sales"}, {"owner": "IT"})).notes[0]
    assert not sheet_of("teams", JOURNEYS["michiel-mobiel"]).notes


def test_a_phase_in_one_hand_has_several_touchpoints_of_one_team_and_of_nobody_else() -> None:
    def phase(*owners: str, behind: str = "") -> dict[str, Any]:
        work = {"backstage": [{"title": "Werk", "owner": behind}]} if behind else {}
        return {"title": "F", "touchpoints": [{"title": "S", "channel": "web", "owner": o} | work for o in owners]}

    phases = [phase("A", "A"), phase("A"), phase("A", "B"), phase("A", ""), phase("A", "A", behind="B"), phase()]
    titled = [{**found, "title": f"Fase {place}", "id": f"f{place}"} for place, found in enumerate(phases)]
    setting = make(phases=titled)
    picture = sheet_of("teams", setting)
    assert stat(picture, "Fasen in één hand") == "1"
    assert "in één hand" in words(picture)


def test_one_hand_knows_the_phases_by_place() -> None:
    journey = JOURNEYS["michiel-mobiel"].journey
    stops = stops_of(JOURNEYS["michiel-mobiel"], words_of("nl"))
    assert in_one_hand(hands_of(journey), stops, len(journey.phases)) == (0, 2)


@pytest.mark.parametrize("view", VIEW_NAMES)
def test_chosen_phases_show_their_columns_and_the_figures_of_all(view: str) -> None:
    setting = JOURNEYS["michiel-mobiel"]
    whole, some = sheet_of(view, setting), sheet_of(view, setting, Choice(phases=("1", "4")))
    assert some.header.stats[0].value == whole.header.stats[0].value
    assert some.header.lead == whole.header.lead
    assert some.notes == (
        "Niet getoond: Oriëntatie en vergelijking, Intentie en koop.",
        "De cijfers gelden voor de hele klantreis.",
    )
    assert "Bewustwording" in words(some)
    assert "Intentie en koop" not in words(some)
    # The way from the first phase to the last is not drawn, for the customer does not go there.
    assert len({number.x for number in jumps(some)}) < len({number.x for number in jumps(whole)})


@pytest.mark.parametrize("view", VIEW_NAMES)
def test_an_unknown_phase_is_an_error_that_names_the_phases(view: str) -> None:
    with pytest.raises(UsageError, match="has no phase"):
        sheet_of(view, JOURNEYS["michiel-mobiel"], Choice(phases=("nergens",)))


@pytest.mark.parametrize("view", VIEW_NAMES)
def test_many_touchpoints_get_numbers_with_every_title_below(view: str) -> None:
    sheet = sheet_of(view, JOURNEYS["long-60"])
    told = " ".join(words(sheet))
    assert "de nummers boven de kolommen" in told
    assert all(str(number) in words(sheet) for number in range(1, 61))
    titles = {row[1] for found in sheet.tables if found.title == "Contactmomenten" for row in found.rows}
    assert len(titles) == 60


@pytest.mark.parametrize("view", VIEW_NAMES)
@pytest.mark.parametrize("name", sorted(JOURNEYS))
def test_the_legend_names_what_is_in_the_picture_and_nothing_else(view: str, name: str) -> None:
    sheet = sheet_of(view, JOURNEYS[name])
    marks = [mark for mark, _ in sheet.legend]
    assert all(mark in MARKS or mark in ICONS or mark in ("truth", "assumed") for mark in marks)
    guesses = [s for s in sheet.drawing.strokes if isinstance(s, Rect) and s.edge == "gold" and s.dash]
    assert ("assumed" in marks) == bool(guesses)
    assert ("jump" in marks) == bool(jumps(sheet))
    assert ("fence" in marks) == any(isinstance(s, Rect) and s.fill == "tag" and s.height == 36
                                     for s in sheet.drawing.strokes)  # fmt: skip


@pytest.mark.parametrize("view", VIEW_NAMES)
def test_a_theme_with_wider_columns_widens_these_too(view: str) -> None:
    plain = sheet_of(view, JOURNEYS["michiel-mobiel"]).drawing.width
    with using(Look("wide", LIGHT, spacing=Spacing(column=300))):
        assert sheet_of(view, JOURNEYS["michiel-mobiel"]).drawing.width > plain + 200


@pytest.mark.parametrize("view", VIEW_NAMES)
def test_good_and_bad_differ_in_shape_too(view: str) -> None:
    marks = [s for s in sheet_of(view, JOURNEYS["michiel-mobiel"]).drawing.strokes
             if isinstance(s, Rect) and s.height == 22]  # fmt: skip
    assert {mark.radius for mark in marks if mark.fill == "good"} == {11}
    assert {mark.radius for mark in marks if mark.fill == "bad"} == {3}


@pytest.mark.parametrize("view", VIEW_NAMES)
@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_stay_texts(view: str, text: str) -> None:
    markup = render(make(**everywhere(text)), "svg", views=[view])
    assert isinstance(markup, str)
    root = ET.fromstring(markup)
    names = {element.tag.rpartition("}")[2] for element in root.iter()}
    assert names <= {"svg", "title", "desc", "style", "defs", "rect", "path", "text", "g", "a", "clipPath", "image"}
    assert not [key for element in root.iter() for key in element.attrib if key.lower().startswith("on")]


@pytest.mark.parametrize("view", VIEW_NAMES)
@pytest.mark.parametrize("name", sorted(JOURNEYS))
def test_every_table_is_whole(view: str, name: str) -> None:
    sheet = sheet_of(view, JOURNEYS[name])
    assert sheet.tables
    for found in sheet.tables:
        assert found.rows
        assert all(len(row) == len(found.head) for row in found.rows)
        assert all(row[0] for row in found.rows)
        assert max(found.numbers, default=0) < len(found.head)
    assert sheet.summary


@pytest.mark.parametrize("view", VIEW_NAMES)
def test_the_same_journey_gives_the_same_picture(view: str) -> None:
    assert render(JOURNEYS["long-60"], "svg", views=[view]) == render(long_journey(60), "svg", views=[view])


@pytest.mark.browser
@pytest.mark.parametrize("view", VIEW_NAMES)
@pytest.mark.parametrize("name", ["michiel-mobiel", "long-words", "right-to-left", "many-scripts", "long-60"])
def test_nothing_spills_in_a_browser(browser: Any, tmp_path: Path, view: str, name: str) -> None:
    path = tmp_path / "picture.svg"
    path.write_text(str(render(JOURNEYS[name], "svg", views=[view])), encoding="utf-8")
    page, noise = look(browser, path, 1440)
    try:
        assert page.evaluate(SPILLS, SLACK) == []
        assert noise == []
    finally:
        page.close()
