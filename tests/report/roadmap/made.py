"""Roadmaps for tests: two journeys and a roadmap, held against each other."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from klantreis.check.load import load
from klantreis.compare.comparison import compare
from klantreis.compare.gap import Gap, gap_of
from klantreis.compare.plan import By, Plan, plan_of
from klantreis.compare.side import Side
from klantreis.engine.roadmap.board import Board, board_of
from klantreis.model.journey import Journey
from klantreis.model.organisation import Organisation
from klantreis.model.roadmap import Roadmap

EXAMPLE = Path(__file__).parents[3] / "examples" / "michiel-mobiel"
TODAY = date(2026, 11, 22)

CURRENT: dict[str, Any] = {
    "id": "fiets",
    "title": "Ik laat mijn fiets repareren",
    "phases": [
        {
            "title": "Afspraak",
            "touchpoints": [
                {
                    "id": "belt", "title": "Belt de winkel", "owner": "Balie", "emotion": -1,
                    "pains": [{"id": "bezet", "title": "Lijn altijd bezet", "severity": "high"}],
                    "opportunities": [
                        {"id": "agenda", "title": "Online agenda", "solves": "bezet", "impact": 4, "effort": 2}
                    ],
                },
                {"id": "brengt", "title": "Brengt de fiets", "owner": "Balie", "emotion": 0.5},
            ],
        },
        {
            "title": "Reparatie",
            "touchpoints": [
                {"id": "wacht", "title": "Wacht een week", "owner": "Werkplaats", "emotion": -1.5,
                 "pains": [{"id": "stil", "title": "Geen bericht"}]},
                {"id": "betaalt", "title": "Betaalt contant", "owner": "Balie", "emotion": -0.5},
            ],
        },
    ],
}  # fmt: skip
DREAM: dict[str, Any] = {
    "id": "fiets-droom",
    "title": "Mijn fiets is morgen klaar",
    "state": "dream",
    "of": "fiets",
    "drops": [{"id": "betaalt", "why": "automated"}],
    "phases": [
        {
            "title": "Afspraak",
            "touchpoints": [
                {"id": "belt", "title": "Kiest een tijd", "owner": "Balie", "emotion": 1},
                {"id": "brengt", "title": "Brengt de fiets", "owner": "Balie", "emotion": 0.5},
            ],
        },
        {
            "title": "Reparatie",
            "touchpoints": [
                {"id": "leenfiets", "title": "Krijgt een leenfiets", "owner": "Werkplaats", "emotion": 1.5},
                {"id": "wacht", "title": "Hoort wanneer hij klaar is", "owner": "Werkplaats", "emotion": 0.5},
            ],
        },
    ],
}


def initiative(title: str, closes: Any = (), **more: Any) -> dict[str, Any]:
    """Give an initiative as it is written."""
    return {"title": title, "closes": closes or [], **more}


WHOLE = (
    initiative("Online agenda", "belt/agenda", owner="Balie", start="2027-Q1", end="2027-Q1", status="planned"),
    initiative("Bericht", "wacht", owner="Werkplaats", start="2027-Q2", end="2027-Q3", status="idea"),
    initiative("Leenfietsen", "leenfiets", owner="Werkplaats", end="2027-Q3"),
    initiative(
        "Betaalt vanzelf", "betaalt", owner="Balie", start="2027-Q4", end="2027-12-31", depends_on="online-agenda"
    ),
)


def gap(
    *initiatives: dict[str, Any], current: dict[str, Any] | None = None, dream: dict[str, Any] | None = None,
    organisation: dict[str, Any] | None = None, **more: Any,
) -> Gap:  # fmt: skip
    """Hold a roadmap of initiatives against the two journeys about a bicycle, or others."""
    shared = (
        Organisation.model_validate({"kind": "organisation", "title": "Wij", **organisation}) if organisation else None
    )
    old, new = Journey.model_validate(current or CURRENT), Journey.model_validate(dream or DREAM)
    written = {"kind": "roadmap", "title": "Naar morgen klaar", "from": old.id, "to": new.id, **more}
    roadmap = Roadmap.model_validate({**written, "initiatives": list(initiatives)})
    return gap_of(compare(Side(old, shared), Side(new, shared), plan=True), roadmap)


def plan(*initiatives: dict[str, Any], by: By | None = None, today: date = TODAY, **more: Any) -> Plan:
    """Lay such a roadmap out over time."""
    return plan_of(gap(*initiatives, **more), today, by)


def board(*initiatives: dict[str, Any], by: By | None = None, today: date = TODAY, **more: Any) -> Board:
    """Put such a roadmap in words."""
    return board_of(plan(*initiatives, by=by, today=today, **more))


@cache
def example() -> Gap:
    """Give the gap of Michiel Mobiel, with its roadmap."""
    models: dict[str, Any] = {}
    for path in (*EXAMPLE.glob("*.yaml"), *EXAMPLE.glob("klantreizen/*.yaml")):
        for loaded in load(path.name, path.read_bytes(), named=True).documents:
            models[loaded.structure.model.id] = loaded.structure.model
    shared = models["de-soeplepel"]
    sides = (Side(models[name], shared) for name in ("michiel-mobiel", "michiel-mobiel-droom"))
    return gap_of(compare(*sides, plan=True), models["roadmap-mobiel"])
