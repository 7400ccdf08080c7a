"""Journeys to draw: the examples, and the edges of what people write."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from pathlib import Path
from shutil import which
from typing import Any, NoReturn

import pytest
from ruamel.yaml import YAML

from klantreis.model.kinds import model_of
from klantreis.model.setting import Setting

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
LONG = "Klantbelevingsverbeteringsprogrammacoördinatorenoverleg"


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    return value.isoformat() if isinstance(value, date) else value


def read(path: Path) -> Any:
    """Read one document, without the checks of `klantreis.source`: these tests are about pictures."""
    data = _plain(YAML(typ="safe", pure=True).load(path.read_text(encoding="utf-8")))
    return model_of(data.get("kind", "journey")).model_validate(data)


def _workspace(folder: Path) -> Iterator[tuple[str, Setting]]:
    documents = {path: read(path) for path in sorted(folder.rglob("*.yaml"))}
    people = {doc.id: doc for doc in documents.values() if doc.kind == "persona"}
    organisation = next((doc for doc in documents.values() if doc.kind == "organisation"), None)
    for path, doc in documents.items():
        if doc.kind == "journey":
            yield (
                doc.id,
                Setting(
                    doc, people.get(doc.persona), organisation, folder=path.parent, persona_folder=folder, root=folder
                ),
            )


@cache
def examples() -> dict[str, Setting]:
    """Give every example journey in its setting, by id."""
    return dict(found for folder in sorted(EXAMPLES.iterdir()) if folder.is_dir() for found in _workspace(folder))


def make(**fields: Any) -> Setting:
    """Give a setting for a journey with these fields; a title and one phase unless given."""
    data = {"title": "Proef", "phases": [{"title": "Fase", "touchpoints": [{"title": "Stap"}]}]} | fields
    return Setting(model_of("journey").model_validate(data))  # type: ignore[arg-type]


def edges() -> dict[str, Setting]:
    """Give journeys at the edges of what a map must hold."""

    def step(n: int, **more: Any) -> dict[str, Any]:
        return {"title": f"Stap {n}", "channel": "web", "emotion": round(2 * (-1) ** n / (1 + n % 3), 1), **more}

    def loud(text: str) -> dict[str, Any]:
        return {
            "title": text,
            "channel": text,
            "owner": text,
            "thoughts": [text, text],
            "actions": text,
            "emotion": {"score": 1, "word": text},
            "pains": text,
            "gains": text,
            "opportunities": [{"title": text, "impact": 5, "effort": 5}],
            "metrics": {"csat": 7, text.lower(): 1.5},
            "core_values": [text, text],
            "evidence": [text, "assumption"],
            "image": text,
            "tags": [text],
            "next": [{"to": text, "when": text, "share": 0.5}],
            "expectation": text,
            "zoom": text,
            "frontstage": {"title": text, "owner": text, "system": text},
            "moment_of_truth": {"exceed": text},
        }

    return {
        "six-lines": make(persona="Michiel Mobiel"),
        "no-emotions": make(
            phases=[{"title": "A", "touchpoints": ["Een", "Twee"]}, {"title": "B", "touchpoints": "Drie"}]
        ),
        "phase-without-touchpoints": make(
            phases=[
                {"title": "Leeg", "goal": "Niets", "emotion": -1},
                {"title": "Vol", "touchpoints": [step(1), step(2)]},
                "Ook leeg",
            ]
        ),
        "twenty-phases": make(
            phases=[{"title": f"Fase {n} van de lange reis", "touchpoints": [step(n)]} for n in range(20)],
            loyalty_loop={"to": "fase-3-van-de-lange-reis", "note": "Een heel eind terug."},
        ),
        "fifteen-touchpoints": make(
            phases=[{"title": "Alles", "touchpoints": [step(n) for n in range(15)]}], loyalty_loop="alles"
        ),
        "sixty-touchpoints": make(
            title="Zestig contactmomenten",
            persona="Sanne",
            phases=[
                {
                    "title": f"Fase {phase + 1}",
                    "touchpoints": [
                        step(
                            10 * phase + n,
                            channel=("web", "phone", "store", "email")[(phase + n) % 4],
                            owner=("Verkoop", "Service", "Levering")[n % 3],
                            pains={"title": f"Duurt {n} dagen", "severity": "high"},
                            opportunities={"title": f"Kan in {n} uur", "impact": 1 + n % 5, "effort": 1 + phase % 5},
                            next=[{"to": f"stap-{10 * phase + n + 2}", "share": 0.2}] if n in (2, 5) else [],
                        )
                        for n in range(10)
                    ],
                }
                for phase in range(6)
            ],
            loyalty_loop="fase-3",
        ),
        "long-words": make(
            title=LONG * 2,
            persona=LONG,
            trigger=LONG,
            goal=f"{LONG} {LONG}",
            expectations=[LONG, LONG],
            phases=[
                {"title": LONG, "barriers": LONG, "questions": LONG, "touchpoints": [loud(LONG)]},
                {"title": LONG + "2", "touchpoints": [{"title": "Kort"}]},
            ],
            loyalty_loop=LONG.lower(),
        ),
        "right-to-left": make(
            title="رحلة العميل",
            language="ar",
            persona="ليلى",
            phases=[{"title": "الوعي", "touchpoints": [loud("يبحث عن معلومات في الموقع")]}],
        ),
        "many-scripts": make(
            title="顧客の旅 🧭 Ταξίδι путь",
            phases=[{"title": "認知", "touchpoints": [loud("お客様はウェブサイトで情報を探しています 🧑‍🤝‍🧑🎉")]}],
        ),
    }


@pytest.fixture(scope="session")
def journeys() -> dict[str, Setting]:
    """Every journey we draw in tests, by name."""
    return examples() | edges()


@pytest.fixture(scope="session", params=sorted(examples() | edges()))
def drawn(request: pytest.FixtureRequest, journeys: dict[str, Setting]) -> Setting:
    """Each of those journeys in turn."""
    return journeys[request.param]


@pytest.fixture
def journey() -> Callable[..., Setting]:
    """Make a setting from a journey's fields."""
    return make


@pytest.fixture(scope="session")
def node_modules() -> Path:
    """Give the folder where html-validate and axe-core are installed; skip where there is none."""
    folder = os.environ.get("KLANTREIS_NODE_MODULES")
    if not folder:
        _unavailable("no validators: npm install html-validate axe-core, and set KLANTREIS_NODE_MODULES")
    return Path(folder)


@pytest.fixture(scope="session")
def axe(node_modules: Path) -> str:
    """Give the source of axe-core, the accessibility checker."""
    return (node_modules / "axe-core" / "axe.min.js").read_text("utf-8")


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Give one browser for all tests that look at pages."""
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        _unavailable("playwright is not installed")
    program = which("chromium") or which("chromium-browser") or which("google-chrome")
    if program is None:
        _unavailable("no Chromium found: apt-get install chromium")
    with sync_playwright() as play:
        found = play.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-background-networking"])
        yield found
        found.close()


def _unavailable(reason: str) -> NoReturn:
    if os.environ.get("KLANTREIS_BROWSER") == "required":
        pytest.fail(reason)
    pytest.skip(reason)
