"""A roadmap as text, Markdown, JSON and CSV."""

from __future__ import annotations

import csv
import io
import json

import jsonschema
import pytest
from tests.report.roadmap.made import CURRENT, DREAM, EXAMPLE, TODAY, WHOLE, board, example, initiative

from klantreis.compare.plan import plan_of
from klantreis.engine.roadmap.board import board_of
from klantreis.report.roadmap import FORMATS, NAMES
from klantreis.report.roadmap.schema import schema
from klantreis.report.roadmap.text import spark

DOCS = EXAMPLE.parents[1] / "docs"

HOSTILE = "=cmd|' /C calc'!A0 <script>alert(1)</script> @iedereen #12 | \x1b[31mrood\x1b[0m \u202enegatief"


def shown(made, name):
    return "\n".join("".join(text for _, text in line) for line in FORMATS[name](made))


def english():
    return board(*WHOLE, current={**CURRENT, "language": "en"}, dream={**DREAM, "language": "en"})


def test_the_terminal_shows_who_does_what_when_and_what_for():
    told = shown(board_of(plan_of(example(), TODAY)), "text")
    assert "Q2 2027 · apr–jun" in told
    assert "Direct afrekenen met de smartphone · Webwinkel · mei 2027 – aug 2027 · gepland" in told
    assert "Lost op: Betalen met de smartphone kan niet" in told
    assert "Eerst: Bestellen zonder account en Mobiele site opnieuw, vanaf de duim" in told
    assert "× Betalen met bitcoins: Geen enkele klant in de trein vroeg erom." in told
    assert "Nog geen initiatief voor" in told


def test_the_terminal_shows_what_the_journey_becomes():
    told = shown(board(*WHOLE), "text").splitlines()
    states = [line for line in told if "gemiddeld" in line]
    assert states[0].split()[:2] == ["Nu", "▃▆▂▄"]
    assert "gemiddeld −0,6 · onthouden −1,0 · 2 pijnpunten · 4 stappen" in states[0]
    assert states[-1].strip().startswith("Na Q4 2027")
    assert "100% gedaan" in states[-1]
    assert "Voor alles wat de droom vraagt, is er een initiatief." in told


def test_an_english_journey_is_told_in_english():
    for name in ("text", "markdown"):
        told = shown(english(), name)
        assert "What the journey becomes" in told
        assert "After Q4 2027" in told
        assert "klantreis" not in told.lower().replace("fiets", "")


def test_a_roadmap_that_stops_short_shows_the_dream_and_what_is_left():
    made = board(*WHOLE[:2])
    assert made.stages[-1].left
    assert made.stages[-1].label == "De droom"
    assert made.figures[0].value == "66%"
    assert "De droom" not in [stage.label for stage in board(*WHOLE).stages]


def test_warnings_are_said_in_words():
    made = board(
        initiative("Agenda", "belt", start="2027-Q1", end="2027-Q1", depends_on="bericht"),
        initiative("Bericht", "wacht", start="2027-Q3", end="2027-Q4"),
        initiative("Logo"), initiative("Te laat", "betaalt", end="2026-06"),
    )  # fmt: skip
    assert set(made.warnings) == {
        "Agenda: Wacht op “Bericht”, dat pas Q4 2027 klaar is.",
        "Logo: Brengt de droom niet dichterbij: het sluit niets van de gap.",
        "Te laat: Had jun 2026 klaar moeten zijn.",
    }
    for name in ("text", "markdown", "csv"):
        assert "Brengt de droom niet dichterbij" in shown(made, name)


def test_the_team_is_called_as_the_organisation_calls_it():
    shared = {"teams": [{"id": "balie", "title": "De balie"}]}
    made = board(*WHOLE, organisation=shared)
    assert {lane.owner for lane in made.lanes} == {"De balie", "Werkplaats"}


def test_json_names_everything_by_id_and_number():
    data = json.loads(shown(board(*WHOLE), "json"))
    assert (data["version"], data["from"], data["to"], data["by"]) == (1, "fiets", "fiets-droom", "quarters")
    assert data["coverage"] == {"covered": 6, "total": 6, "share": 1.0}
    assert (data["open"], data["complete"]) == ([], True)
    agenda = data["initiatives"][0]
    assert (agenda["id"], agenda["columns"], agenda["derived"]) == ("online-agenda", [0, 0], ["effort", "impact"])
    assert all("online-agenda" in data["work"][number]["initiatives"] for number in agenda["closes"])
    first, *_, last = data["states"]
    assert (first["column"], first["share"], first["mean"]) == (None, None, -0.625)
    assert (last["date"], last["share"], last["pains"], last["complete"]) == ("2027-12-31", 1.0, [], True)
    assert [point["id"] for point in last["emotions"]] == ["belt", "brengt", "leenfiets", "wacht"]
    assert set(last["closed"]) == set(range(6))


@pytest.mark.parametrize("by", ["quarters", "now-next-later"])
def test_json_keeps_to_its_schema(by):
    for made in (board(*WHOLE, by=by), board_of(plan_of(example(), TODAY, by)), board(initiative("X"), by=by)):
        jsonschema.validate(json.loads(shown(made, "json")), schema())


def test_the_published_schema_is_up_to_date():
    assert json.loads((DOCS / "roadmap.schema.json").read_text("utf-8")) == schema()


def test_csv_has_a_row_for_each_initiative():
    text = shown(board(*WHOLE, initiative("Weg", "belt", status="dropped")), "csv")
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff")), delimiter=";"))
    assert [row["Initiatief"] for row in rows] == ["Online agenda", "Bericht", "Leenfietsen", "Betaalt vanzelf", "Weg"]
    assert (rows[0]["Begin"], rows[0]["Einde"], rows[0]["Lost op"]) == ("2027-01-01", "2027-03-31", "Lijn altijd bezet")
    assert (rows[3]["Eerst"], rows[4]["Status"]) == ("Online agenda", "gestopt")
    assert shown(english(), "csv").count(",") > shown(english(), "csv").count(";")


@pytest.mark.parametrize("name", NAMES)
def test_what_strangers_write_stays_text(name):
    made = board(initiative(HOSTILE, "belt", description=HOSTILE, owner=HOSTILE), title=HOSTILE)
    told = shown(made, name)
    assert "\x1b" not in told
    assert "\u202e" not in told
    if name == "markdown":
        assert "<script" not in told
        assert "@iedereen" not in told
        assert "#12" not in told
    if name == "csv":
        rows = list(csv.reader(io.StringIO(told.removeprefix("\ufeff")), delimiter=";"))
        assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row)


def test_a_very_long_roadmap_still_fits_a_comment():
    many = [initiative(f"Werk {number} {'x' * 100}", "belt", description="y" * 400) for number in range(900)]
    told = shown(board(*many), "markdown")
    assert len(told.encode()) < 65_536
    assert "en nog" in told.splitlines()[-1]


def test_the_curve_in_the_terminal_keeps_its_lows_however_long_the_journey_is():
    assert spark([-2, 0, 2]) == "▁▅█"
    assert spark([]) == ""
    long = spark([1.0] * 100 + [-2.0] + [1.0] * 100)
    assert len(long) <= 30
    assert "▁" in long
