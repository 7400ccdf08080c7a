"""The service blueprint: its rows and lines, its arrows, who does what; and that nothing lies on anything else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations, pairwise
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from tests.render.conftest import LONG, edges, examples, make
from tests.render.hostile import HOSTILE, everywhere
from tests.render.looking import OVERLAPS, SLACK, SPILLS, look

from klantreis.errors import UsageError
from klantreis.model.setting import Setting
from klantreis.render import render
from klantreis.render.blueprint.routes import MOST
from klantreis.render.blueprint.sheet import sheet
from klantreis.render.blueprint.tally import letters
from klantreis.render.content.choice import ALL, Choice
from klantreis.render.kit.draw import Line, Rect, Shape, Words, text_width
from klantreis.render.kit.sheet import Sheet, Table

RICH: dict[str, Any] = {
    "title": "Een bril laten maken",
    "language": "nl",
    "description": "Van de eerste wazige krant tot de bril die past.",
    "persona": "Ina Inzicht",
    "phases": [
        {
            "title": "Merken",
            "duration": "2 weken",
            "touchpoints": [
                {
                    "id": "afspraak",
                    "title": "Maakt een afspraak voor een oogmeting",
                    "channel": ["web", "phone"],
                    "owner": "Klantcontact",
                    "initiator": "customer",
                    "actions": ["Kiest een dag", "Vult haar klacht in"],
                    "emotion": {"score": 0.4, "word": "benieuwd"},
                    "artefacts": ["Bevestiging in de mail", "Routekaart"],
                    "frontstage": [
                        {
                            "id": "bevestigt",
                            "title": "Bevestigt de afspraak",
                            "owner": "Klantcontact",
                            "system": "Agenda",
                            "next": ["leest-klacht", "afspraak/reserveert"],
                        }
                    ],
                    "backstage": [
                        {
                            "id": "leest-klacht",
                            "title": "Leest de klacht vooraf",
                            "owner": "Optometrie",
                            "next": "meet",
                        },
                        {"title": "Belt wie iets ernstigs noemt", "owner": "Optometrie", "system": "Telefooncentrale"},
                    ],
                    "support_processes": [
                        {
                            "id": "reserveert",
                            "title": "Meetkamer wordt vastgelegd",
                            "owner": "Planning",
                            "system": "Agenda",
                            "next": ["proefbril/legt-klaar", "ophalen/controleert"],
                        }
                    ],
                }
            ],
        },
        {
            "title": "Kiezen",
            "touchpoints": [
                {
                    "id": "meting",
                    "title": "Laat haar ogen meten",
                    "channel": "store",
                    "owner": "Optometrie",
                    "duration": "40 minuten",
                    "emotion": {"score": -0.6, "word": "gespannen"},
                    "moment_of_truth": {"exceed": "Ze ziet meteen het verschil"},
                    "artefacts": "Meetrapport",
                    "frontstage": [
                        {
                            "id": "meet",
                            "title": "Meet beide ogen",
                            "owner": "Optometrie",
                            "system": "Refractor",
                            "next": "legt-uit",
                        },
                        {"id": "legt-uit", "title": "Legt de uitslag uit", "owner": "Optometrie", "next": "slaat-op"},
                    ],
                    "backstage": {
                        "id": "slaat-op",
                        "title": "Slaat de meting op",
                        "owner": "Optometrie",
                        "system": "Klantbeeld",
                        "next": ["meting/meet", "ophalen/controleert", "afspraak/leest-klacht"],
                    },
                },
                {
                    "id": "proefbril",
                    "title": "Past drie monturen",
                    "channel": "store",
                    "owner": "Verkoop",
                    "emotion": {"score": 1.2, "word": "vrolijk"},
                    "frontstage": {"title": "Adviseur houdt de spiegel vast", "owner": "Verkoop"},
                    "support_processes": [
                        {
                            "id": "legt-klaar",
                            "title": "Monturen liggen klaar",
                            "owner": "Voorraad",
                            "system": "Voorraad",
                        },
                        {"title": "Voorraad wordt aangevuld", "owner": "Voorraad", "next": "proefbril/legt-klaar"},
                    ],
                },
                {
                    "id": "wacht",
                    "title": "Wacht op de glazen",
                    "channel": "none",
                    "evidence": "assumption",
                    "emotion": {"score": 0, "word": "geduldig"},
                    "backstage": {
                        "id": "slijpt",
                        "title": "Slijperij maakt de glazen op maat",
                        "owner": "Slijperij",
                        "system": "Productielijn",
                        "next": ["ophalen/controleert", "afspraak/bevestigt", "elders/onbekend"],
                    },
                },
            ],
        },
        {
            "title": "Dragen",
            "touchpoints": [
                {
                    "id": "ophalen",
                    "title": "Haalt de bril op",
                    "channel": "store",
                    "owner": "Verkoop",
                    "emotion": {"score": 1.8, "word": "opgelucht"},
                    "artefacts": ["De bril", "Etui"],
                    "frontstage": {"title": "Stelt de poten af", "owner": "Verkoop", "next": "afspraak/reserveert"},
                    "backstage": {"id": "controleert", "title": "Controleert de glazen", "owner": "Slijperij"},
                }
            ],
        },
        {"title": "Vertellen"},
    ],
}
"""A journey with arrows of every sort: down, up, aside, back, far, to itself and to nowhere."""


def crowd() -> dict[str, Any]:
    """Give a journey of sixty touchpoints whose steps lead everywhere."""

    def step(n: int) -> dict[str, Any]:
        onward = [f"t{m}/{row}{m}" for m in ((n + 1) % 60, (n * 7) % 60, (n + 30) % 60) for row in "fb"]
        return {
            "id": f"t{n}",
            "title": f"Contactmoment {n}",
            "channel": "web",
            "emotion": (n % 5) - 2,
            "frontstage": {"id": f"f{n}", "title": f"Stap {n}", "owner": f"Team {n % 9}", "next": onward[:3]},
            "backstage": {
                "id": f"b{n}",
                "title": LONG,
                "owner": f"Team {n % 5}",
                "system": f"S{n}",
                "next": onward[3:],
            },
        }

    return {
        "title": "Zestig",
        "phases": [{"title": f"Fase {p}", "touchpoints": [step(n) for n in range(p, 60, 6)]} for p in range(6)],
    }


def blueprint(setting: Setting, choice: Choice = ALL) -> Sheet:
    return sheet((setting,), choice)


@pytest.fixture(scope="module")
def rich() -> Sheet:
    return blueprint(make(**RICH))


def said(made: Sheet) -> str:
    """All words of a drawing, in the order they are drawn."""
    return " ".join(stroke.text for stroke in made.drawing.strokes if isinstance(stroke, Words))


def cards(made: Sheet) -> list[Rect]:
    return [stroke for stroke in made.drawing.strokes if isinstance(stroke, Rect) and stroke.name == "card"]


def corners(path: str) -> list[tuple[float, float]]:
    """The corners of a path of lines and bends, a bend being its two ends."""
    points = []
    for letter, numbers in re.findall(r"([MLQ])([^MLQz]*)", path):
        values = [float(value) for value in numbers.split()]
        points += [(values[place], values[place + 1]) for place in range(2 if letter == "Q" else 0, len(values), 2)]
    return points


def arrows(made: Sheet) -> list[list[tuple[float, float]]]:
    drawn = [stroke for stroke in made.drawing.strokes if isinstance(stroke, Shape) and not stroke.fill]
    return [corners(stroke.path) for stroke in drawn]


def bonds(made: Sheet) -> list[list[tuple[float, float]]]:
    lines = [stroke for stroke in made.drawing.strokes if isinstance(stroke, Line) and stroke.edge == "faint"]
    return [[(line.x1, line.y1), (line.x2, line.y2)] for line in lines]


def crossed(points: list[tuple[float, float]], card: Rect) -> bool:
    """Whether a line runs through a card, its outermost pixel left out."""
    left, top = card.x + 1, card.y + 1
    right, bottom = card.x + card.width - 1, card.y + card.height - 1
    return any(
        min(x1, x2) < right and max(x1, x2) > left and min(y1, y2) < bottom and max(y1, y2) > top
        for (x1, y1), (x2, y2) in pairwise(points)
    )


@pytest.fixture(scope="module", params=[*sorted(examples() | edges()), "rich", "crowd"])
def any_sheet(request: pytest.FixtureRequest, journeys: dict[str, Setting]) -> Sheet:
    own = {"rich": RICH, "crowd": crowd()}
    name = request.param
    return blueprint(make(**own[name]) if name in own else journeys[name])


def test_no_arrow_runs_through_a_card(any_sheet: Sheet) -> None:
    there = cards(any_sheet)
    through = [
        (line, card) for line in (*arrows(any_sheet), *bonds(any_sheet)) for card in there if crossed(line, card)
    ]
    assert not through


def test_no_text_leaves_its_room_and_no_two_texts_lie_on_one_another(any_sheet: Sheet) -> None:
    boxes = sorted(_boxes(any_sheet))
    for box in boxes:
        assert box[0] >= -0.5, box
        assert box[2] <= any_sheet.drawing.width + 0.5, box
        assert box[3] <= any_sheet.drawing.height + 0.5, box
    overlaps = []
    for place, one in enumerate(boxes):
        for other in boxes[place + 1 :]:
            if other[0] >= one[2]:
                break
            if min(one[3], other[3]) - max(one[1], other[1]) > 1:
                overlaps.append((one[4], other[4]))
    assert not overlaps


def _boxes(made: Sheet) -> Iterator[tuple[float, float, float, float, str]]:
    for stroke in made.drawing.strokes:
        if isinstance(stroke, Words):
            wide = text_width(stroke.text, stroke.style)
            assert wide <= stroke.room + 0.1, stroke.text
            x = stroke.x - {"start": 0, "middle": wide / 2, "end": wide}[stroke.anchor]
            yield x, stroke.y - 0.75 * stroke.style.size, x + wide, stroke.y + 0.2 * stroke.style.size, stroke.text


def test_no_two_cards_overlap(any_sheet: Sheet) -> None:
    there = sorted(cards(any_sheet), key=lambda card: card.x)
    for one, other in combinations(there, 2):
        if other.x >= one.x + one.width:
            continue
        assert other.y >= one.y + one.height or one.y >= other.y + other.height, (one, other)


def test_every_arrow_goes_from_the_edge_of_a_card_to_the_edge_of_another(rich: Sheet) -> None:
    def touches(point: tuple[float, float], card: Rect) -> bool:
        x, y = point
        return card.x - 1 <= x <= card.x + card.width + 1 and card.y - 1 <= y <= card.y + card.height + 1

    there = cards(rich)
    assert len(arrows(rich)) == 14
    for line in arrows(rich):
        first, last = ([card for card in there if touches(end, card)] for end in (line[0], line[-1]))
        assert len(first) == len(last) == 1
        assert first != last


def test_arrows_between_others_do_not_lie_on_one_another(rich: Sheet) -> None:
    """Only those that begin or end together may share a few pixels."""
    for one, other in combinations(arrows(rich), 2):
        for here, there in ((a, b) for a in pairwise(one) for b in pairwise(other)):
            assert _shared(here, there) < 8 or {one[0], one[-1]} & {other[0], other[-1]}, (one, other)


def _shared(one: Any, other: Any) -> float:
    """How far two level or upright pieces of line lie on one another."""
    for axis in (0, 1):
        if all(abs(point[axis] - one[0][axis]) < 0.5 for point in (*one, *other)):
            low = max(min(point[1 - axis] for point in piece) for piece in (one, other))
            return float(min(max(point[1 - axis] for point in piece) for piece in (one, other)) - low)
    return 0.0


def test_the_three_lines_lie_between_the_right_rows_each_drawn_its_own_way(rich: Sheet) -> None:
    lines = [s for s in rich.drawing.strokes if isinstance(s, Line) and s.edge == "ink" and s.y1 == s.y2]
    assert len({line.dash for line in lines}) == 3
    assert all(line.x2 == rich.drawing.width for line in lines)
    levels = {
        stroke.text: stroke.y
        for stroke in reversed(rich.drawing.strokes)
        if isinstance(stroke, Words) and stroke.x == 0
    }
    rows = ("Zichtbaar", "Klantacties", "Interactielijn", "Frontstage", "Zichtlijn", "Backstage")
    order = [levels[name] for name in (*rows, "Lijn van interne interactie", "Ondersteunende")]
    assert order == sorted(order)
    for line, name in zip(sorted(lines, key=lambda line: line.y1), ("Interactielijn", "Zichtlijn"), strict=False):
        assert abs(line.y1 - levels[name]) < 10


def test_a_row_without_anything_stays_and_says_so() -> None:
    made = blueprint(make(phases=[{"title": "A", "touchpoints": {"title": "T", "backstage": "Doet iets"}}]))
    assert said(made).count("niets genoteerd") == 3
    assert "niets genoteerd bij: zichtbaar, frontstage, ondersteunende processen." in made.summary.lower()


def test_a_journey_without_any_blueprint_says_so_and_still_shows_the_customer() -> None:
    made = blueprint(make())
    assert "Deze klantreis noemt nog geen frontstage" in made.notes[0]
    assert "Stap" in said(made)
    assert {"Interactielijn", "Zichtlijn", "Lijn van interne interactie"} <= {
        stroke.text for stroke in made.drawing.strokes if isinstance(stroke, Words)
    }


def test_where_another_team_takes_over_there_is_a_dark_square(rich: Sheet) -> None:
    squares = [s for s in rich.drawing.strokes if isinstance(s, Rect) and s.fill == "pill"]
    assert len(squares) == 7
    assert "7\u00a0overdrachten tussen stappen" in [stat.below for stat in rich.header.stats]
    assert "onward-team" in dict(rich.legend)


def test_the_figures_above_count_steps_by_side_teams_and_systems(rich: Sheet) -> None:
    told = {stat.label: (stat.value, stat.below) for stat in rich.header.stats}
    assert told["Processtappen"] == ("13", "5 in het zicht, 8 achter de zichtlijn")
    assert told["Teams"][0] == "6"
    assert told["Systemen"] == ("6", "Agenda: 2\u00a0stappen")
    assert told["Meeste teams bijeen"] == ("3\u00a0teams", "Maakt een afspraak voor een oogmeting")


def test_teams_are_listed_with_their_steps_on_either_side_the_busiest_first(rich: Sheet) -> None:
    table = _table(rich, "Wie doet wat")
    assert table.rows[0] == ("Optometrie", "1", "2", "3", "0", "5")
    assert [row[0] for row in table.rows] == sorted(
        (row[0] for row in table.rows), key=lambda name: -int({r[0]: r[-1] for r in table.rows}[name])
    )
    assert sum(int(row[-1]) for row in table.rows) == 13


def test_steps_that_no_team_does_are_counted_apart() -> None:
    made = blueprint(make(phases=[{"title": "A", "touchpoints": {"title": "T", "backstage": ["Een", "Twee"]}}]))
    assert _table(made, "Wie doet wat").rows == (("zonder team", "0", "0", "2", "0", "2"),)
    assert "zonder team" in said(made)


def _table(made: Sheet, title: str) -> Table:
    return next(table for table in made.tables if table.title == title)


def test_the_table_tells_each_step_with_its_team_system_and_what_follows(rich: Sheet) -> None:
    table = _table(rich, "Blueprint per contactmoment")
    row = next(row for row in table.rows if row[0] == "Laat haar ogen meten")
    assert row[1:3] == ("Kiezen", "−0,6 gespannen")
    assert "Meet beide ogen (Optometrie, Refractor) → Legt de uitslag uit" in row[5]
    assert len({len(row) for row in (*table.rows, table.head)}) == 1


def test_an_arrow_to_a_step_that_is_not_drawn_ends_in_its_title() -> None:
    made = blueprint(make(**RICH), Choice(phases=("merken",)))
    text = said(made)
    assert "→ Meet beide ogen" in text
    assert "→ Controleert de glazen" in text
    assert len(arrows(made)) == 2
    assert any("leidt naar een stap die niet op dit blad staat" in note for note in made.notes)
    assert any("Kiezen" in note for note in made.notes)


def test_a_reference_that_leads_nowhere_is_shown_as_it_was_written(rich: Sheet) -> None:
    assert "→ onbekend" in said(rich)


def test_figures_stay_those_of_the_whole_journey_when_phases_are_chosen(rich: Sheet) -> None:
    part = blueprint(make(**RICH), Choice(phases=("2",)))
    assert [(stat.label, stat.value) for stat in part.header.stats] == [
        (stat.label, stat.value) for stat in rich.header.stats
    ]
    assert [row[0] for row in _table(part, "Blueprint per contactmoment").rows] == [
        "Laat haar ogen meten",
        "Past drie monturen",
        "Wacht op de glazen",
    ]


def test_an_unknown_phase_is_an_error() -> None:
    with pytest.raises(UsageError, match="has no phase"):
        blueprint(make(**RICH), Choice(phases=("winkelen",)))


def test_only_the_chosen_rows_are_there_with_the_lines_between_them() -> None:
    made = blueprint(make(**RICH), Choice(hide=("backstage", "artefacts", "emotion")))
    text = said(made)
    assert "Leest de klacht vooraf" not in text.replace("→ Leest de klacht vooraf", "")
    assert "Backstage" not in text
    assert "Interactielijn" in text
    assert "Lijn van interne interactie" in text
    assert "gespannen" not in text


def test_rows_that_are_no_part_of_a_blueprint_leave_a_note() -> None:
    made = blueprint(make(**RICH), Choice(lanes=("pains",)))
    assert any("Van de gekozen rijen" in note for note in made.notes)
    assert "Merken" in said(made)


def test_many_arrows_share_tracks_and_the_picture_stays_bounded() -> None:
    made = blueprint(make(**crowd()))
    uprights = {round(x1, 1) for line in arrows(made) for (x1, y1), (x2, y2) in pairwise(line) if x1 == x2 and y1 != y2}
    gutters: dict[int, set[float]] = {}
    left = sorted({card.x for card in cards(made)})
    for x in uprights:
        gutters.setdefault(sum(1 for edge in left if edge < x), set()).add(x)
    # In a gutter run its tracks; straight drops run in the middle of a column.
    assert max(len(xs) for xs in gutters.values()) <= MOST + 1
    assert made.drawing.width < 60 * 300


def test_more_arrows_than_anybody_follows_are_counted_in_a_note_and_told_in_the_table() -> None:
    steps = [{"id": f"s{n}", "title": f"Stap {n}", "next": [f"s{m}" for m in range(40)]} for n in range(40)]
    made = blueprint(make(phases=[{"title": "A", "touchpoints": [{"title": "T", "backstage": steps}]}]))
    assert len(arrows(made)) == 400
    assert any(note.startswith("1160 pijlen zijn niet getekend") for note in made.notes)
    assert "→ Stap 1, Stap 2, Stap 3" in _table(made, "Blueprint per contactmoment").rows[0][5]


def test_paper_is_cut_between_phases_and_between_rows(rich: Sheet) -> None:
    cuts = rich.drawing.cuts
    assert cuts is not None
    assert len(cuts.xs) == 4
    assert list(cuts.ys) == sorted(cuts.ys)
    for y in cuts.ys:
        assert not [card for card in cards(rich) if card.y < y < card.y + card.height]
    for x in cuts.xs[1:]:
        assert not [card for card in cards(rich) if card.x < x - 0.6 < card.x + card.width]


def test_badges_have_letters_that_no_other_team_has() -> None:
    names = ["Webwinkel", "Winkels", "Webcare", "Web Wacht", "We", "W", "!", "客服", "客户", "فريق"]
    found = letters(names)
    assert len(set(found.values())) == len(names)
    assert found["Webwinkel"] == "WE"
    assert found["Web Wacht"] == "WW"


def test_a_customer_step_that_is_a_guess_is_dashed_gold(rich: Sheet) -> None:
    guesses = [card for card in cards(rich) if card.edge == "gold"]
    assert len(guesses) == 1
    assert guesses[0].dash
    assert "assumed" in dict(rich.legend)


@pytest.mark.parametrize("text", [*HOSTILE, "x" * 10_000])
def test_no_text_breaks_out_of_the_picture(text: str) -> None:
    picture = str(render(make(**everywhere(text)), "svg", views=["blueprint"]))
    tree = ET.fromstring(picture)
    tags = {element.tag.rpartition("}")[2] for element in tree.iter()}
    assert not tags & {"script", "foreignObject", "img", "table"}
    assert not [name for element in tree.iter() for name in element.attrib if name.lower().startswith("on")]


def test_the_same_journey_gives_the_same_picture_always() -> None:
    assert render(make(**RICH), "svg", views=["blueprint"]) == render(make(**RICH), "svg", views=["blueprint"])


def test_english_journeys_speak_english() -> None:
    text = said(blueprint(make(**{**RICH, "language": "en"})))
    for words in ("Line of visibility", "Frontstage", "hand-overs", "behind the line of visibility"):
        assert words in text or words == "hand-overs"


@pytest.mark.browser
@pytest.mark.parametrize("name", ["rich", "nieuwe-website", "long-words", "many-scripts", "right-to-left"])
def test_in_a_browser_no_text_spills_and_nothing_is_fetched(
    browser: Any, journeys: dict[str, Setting], tmp_path: Path, name: str
) -> None:
    path = tmp_path / "blueprint.svg"
    path.write_text(
        str(render(make(**RICH) if name == "rich" else journeys[name], "svg", views=["blueprint"])), "utf-8"
    )
    page, noise = look(browser, path, 1600)
    assert page.evaluate(SPILLS, SLACK) == []
    assert page.evaluate(OVERLAPS, SLACK) == []
    assert noise == []
    page.close()
