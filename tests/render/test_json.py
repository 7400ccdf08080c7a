"""The resolved journey as JSON: all a program needs, and what the published schema says of it."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from tests.render.hostile import HOSTILE, everywhere

from klantreis.model.kinds import model_of
from klantreis.model.setting import Setting
from klantreis.render import render
from klantreis.render.content.choice import Choice
from klantreis.render.resolved.schema import schema

PUBLISHED = Path(__file__).resolve().parents[2] / "docs" / "journey.schema.json"
VALIDATOR = Draft202012Validator(schema())
SENTENCES = ("mean", "remembered", "touchpoints", "contacts")


def told(setting: Setting, **choice: Any) -> dict[str, Any]:
    text = render(setting, "json", choice=Choice(**choice))
    (found,) = json.loads(text)["journeys"]
    assert isinstance(found, dict)
    return found


def objects(value: Any) -> list[dict[str, Any]]:
    """Every object of a schema that has keys of its own."""
    if isinstance(value, list):
        return [item for part in value for item in objects(part)]
    if not isinstance(value, dict):
        return []
    below = [item for part in value.values() for item in objects(part)]
    return [value, *below] if isinstance(value.get("properties"), dict) and "required" in value else below


def organisation(**fields: Any) -> Any:
    return model_of("organisation").model_validate({"kind": "organisation", "title": "De Soeplepel"} | fields)


def test_what_is_written_is_what_the_published_schema_says(drawn: Setting) -> None:
    assert list(VALIDATOR.iter_errors(json.loads(render(drawn, "json")))) == []


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_come_through_as_they_were_written(text: str, journey: Callable[..., Setting]) -> None:
    setting = journey(**everywhere(text))
    written = render(setting, "json")
    assert isinstance(written, str)
    assert written.encode("utf-8")
    assert not any(char < " " and char != "\n" for char in written)
    assert not set(written) & set("\x85\u202e\u2066")
    found = json.loads(written)
    assert list(VALIDATOR.iter_errors(found)) == []
    assert found["journeys"][0]["journey"]["phases"][0]["touchpoints"][0]["title"] == text


def test_the_published_schema_is_that_of_the_code() -> None:
    assert json.loads(PUBLISHED.read_text("utf-8")) == schema()


def test_the_schema_is_one_and_takes_no_key_it_does_not_describe() -> None:
    Draft202012Validator.check_schema(schema())
    found = objects(schema())
    assert len(found) > 30
    assert all(form["additionalProperties"] is False for form in found)
    spoiled = {"version": 1, "kind": "journeys", "journeys": [], "more": 1}
    assert [error.validator for error in VALIDATOR.iter_errors(spoiled)] == ["additionalProperties"]


def test_one_journey_and_several_have_one_shape(journeys: dict[str, Setting]) -> None:
    names = ["michiel-mobiel", "klacht", "six-lines"]
    found = json.loads(render([journeys[name] for name in names], "json"))
    assert [item["journey"]["title"] for item in found["journeys"]] == [journeys[name].journey.title for name in names]
    assert found["version"] == 1


def test_every_name_leads_to_a_row_of_its_table(drawn: Setting) -> None:
    found = told(drawn)
    ids = {table: {row["id"] for row in found[table]} for table in ("teams", "channels", "core_values", "metrics")}
    sources = {row["id"] for row in found["sources"]}
    for phase in found["journey"]["phases"]:
        for step in phase["touchpoints"]:
            assert {step["owner"]} - {""} <= ids["teams"]
            assert set(step["channel"]) - {"none"} <= ids["channels"]
            assert set(step["core_values"]) <= ids["core_values"]
            assert set(step["metrics"]) <= ids["metrics"]
            assert set(step["evidence"]) - {"assumption"} <= sources


def test_names_written_as_titles_become_ids(journey: Callable[..., Setting]) -> None:
    setting = journey(
        owner="Web Winkel",
        framework="four-phases",
        phases=[
            {"title": "Bewustwording", "touchpoints": [{"title": "Leest een blog", "id": "blog"}]},
            {
                "title": "Koop",
                "metrics": {"NPS": 12},
                "touchpoints": [
                    {
                        "title": "Betaalt",
                        "channel": ["Website", "Proeflokaal", "Rooksignaal"],
                        "owner": "Vreemden",
                        "core_values": "Smaak",
                        "next": "Blog",
                    }
                ],
            },
        ],
        loyalty_loop="Koop",
    )
    setting = replace(
        setting,
        organisation=organisation(
            teams={"id": "web-winkel", "title": "Webwinkel"},
            core_values={"id": "smaak", "title": "Met smaak"},
            channels={"id": "proeflokaal", "title": "Het proeflokaal", "mode": "offline", "icon": "winkel"},
        ),
    )
    found = told(setting)
    step = found["journey"]["phases"][1]["touchpoints"][0]
    assert found["journey"]["owner"] == "web-winkel"
    assert step["channel"] == ["web", "proeflokaal", "rooksignaal"]
    assert step["core_values"] == ["smaak"]
    assert found["journey"]["phases"][1]["metrics"]["nps"]["value"] == 12
    assert [(row["id"], row["title"], row["mode"], row["defined"]) for row in found["channels"]] == [
        ("web", "website", "online", True),
        ("proeflokaal", "Het proeflokaal", "offline", True),
        ("rooksignaal", "Rooksignaal", None, False),
    ]
    assert found["channels"][1]["icon"] == "store"
    assert [(row["id"], row["defined"]) for row in found["teams"]] == [("web-winkel", True), ("vreemden", False)]
    assert step["next"][0]["to"] == "blog"
    assert found["journey"]["loyalty_loop"] == {"to": "koop", "from": "", "note": ""}
    assert found["journey"]["phases"][0]["stage"] == ["awareness"]
    assert found["figures"]["loop"] == {"from": "koop", "to": "koop", "skipped": ["bewustwording"]}


def test_what_refers_to_a_pain_or_a_step_gives_its_full_address(journey: Callable[..., Setting]) -> None:
    first = {
        "title": "Eerst",
        "pains": ["Traag", "Duur"],
        "opportunities": {"title": "A", "solves": ["Traag", "Te ver", "eerst/duur", "Dan/Traag", "niets", "x/duur"]},
        "frontstage": [{"title": "Groet", "next": ["Pakt in", "Dan/Pakt in", "nergens"]}],
        "backstage": {"title": "Pakt in"},
    }
    then = {"title": "Dan", "pains": {"title": "Sloom", "was": "traag"}, "backstage": {"title": "Pakt in"}}
    phase = {
        "title": "Fase",
        "barriers": "Te ver",
        "opportunities": {"title": "B", "solves": ["Te ver", "sloom"]},
        "touchpoints": [first, then],
    }
    (found,) = told(journey(phases=[phase]))["journey"]["phases"]
    assert found["opportunities"][0]["solves"] == ["fase/te-ver", "dan/sloom"]
    step = found["touchpoints"][0]
    assert step["opportunities"][0]["solves"] == [
        "eerst/traag",
        "fase/te-ver",
        "eerst/duur",
        "dan/sloom",
        "niets",
        "x/duur",
    ]
    assert step["frontstage"][0]["next"] == ["eerst/pakt-in", "dan/pakt-in", "nergens"]


def test_metrics_say_their_scale_and_no_infinity(journeys: dict[str, Setting]) -> None:
    metrics = {row["id"]: row for row in told(journeys["michiel-mobiel"])["metrics"]}
    assert metrics["volume"]["scale"] == [0, None]
    assert metrics["mobiel-betaald"] == {
        "id": "mobiel-betaald",
        "title": "Betaald met de smartphone",
        "defined": True,
        "unit": "%",
        "scale": [0, 100],
        "better": "higher",
    }


def test_figures_are_those_of_the_map(journeys: dict[str, Setting]) -> None:
    figures = told(journeys["michiel-mobiel"])["figures"]
    assert [figures[key] for key in SENTENCES] == [-0.2, -1.15, 12, 11]
    assert figures["peak"] == {"score": -1.8, "word": "verslagen", "phase": "koop", "touchpoint": "rekent-af"}
    assert figures["high"]["touchpoint"] == "kookt-soep"
    assert figures["end"]["score"] == -0.5
    assert figures["evidence"] == {"proven": 11, "assumed": 1, "unsaid": 0}
    assert [(phase["id"], phase["mean"]) for phase in figures["phases"]] == [
        ("bewustwording", 0.65),
        ("orientatie", -0.666666667),
        ("koop", -0.866666667),
        ("gebruik", 0.225),
    ]


def test_a_journey_without_emotions_has_no_scores(journeys: dict[str, Setting]) -> None:
    figures = told(journeys["no-emotions"])["figures"]
    assert [figures[key] for key in ("mean", "remembered", "peak", "high", "low", "end", "loop")] == [None] * 7


def test_chosen_phases_are_told_and_the_others_named(journeys: dict[str, Setting]) -> None:
    setting = journeys["michiel-mobiel"]
    found = told(setting, phases=("2", "koop"))
    assert [phase["id"] for phase in found["journey"]["phases"]] == ["orientatie", "koop"]
    assert [phase["stage"] for phase in found["journey"]["phases"]] == [
        ["orientation", "consideration"],
        ["intent", "purchase"],
    ]
    assert [phase["id"] for phase in found["left_out"]] == ["bewustwording", "gebruik"]
    assert found["figures"] == told(setting)["figures"]
    assert len(setting.journey.phases) == 4
    assert "nps" in {row["id"] for row in found["metrics"]}
    assert "reach" not in {row["id"] for row in found["metrics"]}


def test_a_persona_without_a_document_is_a_name(journeys: dict[str, Setting]) -> None:
    inline = told(journeys["six-lines"])["persona"]
    assert (inline["inline"], inline["id"], inline["name"]) == (True, "", "Michiel Mobiel")
    written = told(journeys["michiel-mobiel"])["persona"]
    assert (written["inline"], written["id"]) == (False, "michiel-mobiel")
    assert told(journeys["no-emotions"])["persona"] is None


def test_a_dream_says_what_it_is_a_dream_of(journeys: dict[str, Setting]) -> None:
    current = journeys["michiel-mobiel"].journey
    dream = replace(journeys["michiel-mobiel-droom"], base=current)
    assert told(dream)["base"] == {"id": current.id, "title": current.title, "state": "current"}
    assert told(journeys["michiel-mobiel"])["base"] is None


def test_dates_and_durations_are_taken_apart(journey: Callable[..., Setting]) -> None:
    found = told(journey(reviewed="2026-Q3", duration="2-4 weken"))["journey"]
    assert found["reviewed"] == {"text": "2026-Q3", "from": "2026-07-01", "to": "2026-09-30"}
    assert found["duration"] == {"text": "2-4 weken", "low": 2, "high": 4, "unit": "week"}


def test_own_keys_are_kept(journey: Callable[..., Setting]) -> None:
    found = told(journey(**{"x-bron": {"a": [1, None, 2.5]}}))["journey"]
    assert found["extensions"] == {"x-bron": {"a": [1, None, 2.5]}}


def test_nothing_of_this_machine_is_told(journeys: dict[str, Setting]) -> None:
    text = render(journeys["nieuwe-website"], "json")
    assert isinstance(text, str)
    assert str(journeys["nieuwe-website"].root) not in text
    assert "beelden/schets.png" in text


def test_the_same_journey_gives_the_same_text(drawn: Setting) -> None:
    assert render(drawn, "json") == render(drawn, "json")
