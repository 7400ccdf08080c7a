"""Makes workspaces of realistic journeys, the same every time.

    python benchmarks/corpus.py FOLDER [JOURNEYS]

Each journey has about 200 lines and 6 to 7 kB: Dutch text, four phases, eight or nine touchpoints
with pains, opportunities, metrics, evidence and sources. The number of a journey is its seed. They
are good journeys: on `TODAY` the linter has nothing to warn of, so that no time goes into telling.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from words import DOMAINS, PERSONAS, PHASES, PhaseWords, StepWords

TEAMS = {"verkoop": "Verkoop", "klantenservice": "Klantenservice", "online": "Online", "levering": "Levering"}
VALUES = {"dichtbij": "Dichtbij", "eenvoudig": "Eenvoudig", "eerlijk": "Eerlijk"}
SEGMENTS = {"starters": "Starters", "gezinnen": "Gezinnen", "senioren": "Senioren"}
TRIGGERS = ("Een brief over een prijsverhoging.", "Een verhuizing over zes weken.", "Een tip van een collega.")
MAKERS = ("Noor Visser", "Bas Kuiper", "Ineke Bos", "Driss El Amrani")
OWN_SOURCES = ("gesprekken", "enquete")
SHARED_SOURCE = "webstatistiek"
TODAY = "2026-11-21"
# How often a touchpoint has what not every one has.
PAIN, METRIC = 0.3, 0.2
TRUTH, LOW, END = 1.9, -0.5, 1.0
"""Emotions: of the moment of truth, below which something hurts, of the last touchpoint."""
JOURNEYS = 1000
# With all rules on, these would speak of nearly every journey, and telling would be measured instead.
SETTINGS = """klantreis = 1
files = ["**/*.yaml"]

[per-file-ignores]
"**" = ["no-dream", "online-without-offline", "value-contradicted", "recurring-pain"]
"""
SCHEMA_LINE = "# yaml-language-server: $schema=../../docs/klantreis.schema.json\n"


class Flow(dict[str, Any]):
    """A mapping that is written on one line, as people write small ones."""


def write_workspace(folder: Path, journeys: int) -> list[Path]:
    """Write a workspace with so many journeys; give the journeys' files, in order."""
    (folder / "klantreizen").mkdir(parents=True)
    (folder / "personas").mkdir()
    (folder / "klantreis.toml").write_text(SETTINGS, "utf-8")
    _write(folder / "organisatie.yaml", organisation())
    for name, segment in zip(PERSONAS, SEGMENTS, strict=True):
        _write(folder / "personas" / f"{name.lower().replace(' ', '-')}.yaml", persona(name, segment))
    files = []
    for seed in range(journeys):
        document = journey(seed)
        files.append(folder / "klantreizen" / f"{document['id']}.yaml")
        _write(files[-1], document)
    return files


def organisation() -> dict[str, Any]:
    """Give the organisation that all journeys share."""
    return {
        "klantreis": 1, "kind": "organisation", "id": "de-proefbank", "title": "De Proefbank",
        "core_values": _titled(VALUES), "teams": _titled(TEAMS), "segments": _titled(SEGMENTS),
        "metrics": [
            {"id": "belkans", "title": "Kans dat iemand belt", "unit": "%", "scale": [0, 100], "better": "lower"},
        ],
        "sources": [
            {"id": SHARED_SOURCE, "kind": "analytics", "title": "Webstatistiek", "date": "2026-06", "sample": 4200},
        ],
    }  # fmt: skip


def persona(name: str, segment: str) -> dict[str, Any]:
    """Give a persona document."""
    return {
        "klantreis": 1, "kind": "persona", "id": name.lower().replace(" ", "-"), "name": name, "segment": segment,
        "quote": "Ik wil gewoon weten waar ik aan toe ben.",
        "needs": ["Eén duidelijk antwoord", "Iemand die meedenkt"], "frustrations": ["Twee keer hetzelfde vertellen"],
        "channels": ["app", "phone"],
    }  # fmt: skip


def journey(seed: int) -> dict[str, Any]:
    """Give the journey of a seed."""
    pick = random.Random(seed)
    product = DOMAINS[seed % len(DOMAINS)]
    long_phase = pick.randrange(len(PHASES) + 1)
    counts = [3 if n == long_phase else 2 for n in range(len(PHASES))]
    phases = [_phase(pick, words, count, product) for words, count in zip(PHASES, counts, strict=True)]
    _round_off(phases)
    return {
        **_head(pick, seed, product),
        "phases": phases,
        "loyalty_loop": {"to": PHASES[2].id, "note": "Wie tevreden is, hoeft niet opnieuw te vergelijken."},
    }


def _head(pick: random.Random, seed: int, product: str) -> dict[str, Any]:
    name, segment = pick.choice(list(zip(PERSONAS, SEGMENTS, strict=True)))
    return {
        "klantreis": 1, "kind": "journey", "id": f"{product.replace(' ', '-')}-{seed:04}",
        "title": f"Een {product} kiezen en gebruiken ({seed})",
        "description": f"Zoals {name} het nu meemaakt, van het eerste idee tot het dagelijks gebruik.",
        "language": "nl", "framework": "four-phases", "scope": "product",
        "persona": name.lower().replace(" ", "-"), "segment": segment,
        "trigger": pick.choice(TRIGGERS),
        "scenario": f"{name} zoekt een {product} en heeft er op een doordeweekse avond een uur voor.",
        "goal": f"Een {product} die past, zonder gedoe achteraf ({seed}).",
        "expectations": ["Alles in één keer goed", "Antwoord binnen een dag"],
        "business_goals": ["Minder vragen in de eerste maand", "Meer klanten die langer dan een jaar blijven"],
        "owner": pick.choice(list(TEAMS)),
        "makers": [Flow(name=name, team=team) for name, team in zip(MAKERS, TEAMS, strict=True)],
        "reviewed": f"2026-{pick.randint(7, 10):02}-{pick.randint(1, 28):02}",
        "review_every": "6 maanden", "duration": "2-4 weken",
        "metrics": {"nps": _value(pick, -20, 40), "ces": _value(pick, 2, 6)},
        "sources": [
            {"id": OWN_SOURCES[0], "kind": "interview", "title": f"Gesprekken over de {product}", "date": "2026-04",
             "sample": pick.randint(5, 14)},
            {"id": OWN_SOURCES[1], "kind": "survey", "title": "Enquête na drie maanden", "date": "2026-Q2",
             "sample": pick.randint(80, 400)},
        ],
    }  # fmt: skip


def _phase(pick: random.Random, words: PhaseWords, count: int, product: str) -> dict[str, Any]:
    chosen = sorted(pick.sample(range(len(words.steps)), count))
    return {
        "id": words.id, "title": words.title, "stage": list(words.stages), "duration": words.duration,
        "goal": words.goal.format(product=product),
        "questions": [question.format(product=product) for question in words.questions],
        "touchpoints": [_touchpoint(pick, words.steps[n], product) for n in chosen],
    }  # fmt: skip


def _touchpoint(pick: random.Random, words: StepWords, product: str) -> dict[str, Any]:
    score = round(pick.uniform(-1.8, 1.8), 1)
    step: dict[str, Any] = {
        "id": words.id, "title": words.title.format(product=product), "channel": list(words.channels),
        "owner": pick.choice(list(TEAMS)), "actions": words.action, "thoughts": pick.choice(words.thoughts),
        "emotion": Flow(score=score, word=_feeling(score)),
    }  # fmt: skip
    if score <= LOW or pick.random() < PAIN:
        step |= _pain(pick, words)
    if pick.random() < METRIC:
        step["metrics"] = {pick.choice(("ces", "reach")): _value(pick, 4, 5)}
    return step | {
        "expectation": words.expectation, "core_values": [pick.choice(list(VALUES))],
        "evidence": _evidence(pick), "duration": words.duration,
    }  # fmt: skip


def _round_off(phases: list[dict[str, Any]]) -> None:
    """Give a journey its moment of truth, a good end, and something that rests on each source."""
    truth = phases[-2]["touchpoints"][0]
    truth["emotion"] = Flow(score=TRUTH, word="blij")
    truth["moment_of_truth"] = {"exceed": "Sneller en persoonlijker dan beloofd."}
    last = phases[-1]["touchpoints"][-1]
    last["emotion"] = Flow(score=END, word="opgelucht")
    for step, source in zip(phases[0]["touchpoints"], (*OWN_SOURCES, SHARED_SOURCE), strict=False):
        step["evidence"] = [source]


def _pain(pick: random.Random, words: StepWords) -> dict[str, Any]:
    severity = pick.choice(("low", "medium", "high"))
    pain = {"id": f"{words.id}-lastig", "title": words.pain, "severity": severity, "evidence": _evidence(pick)}
    chance = {
        "id": f"{words.id}-beter", "title": words.opportunity, "solves": [pain["id"]],
        "impact": pick.randint(1, 5), "effort": pick.randint(1, 5),
    }  # fmt: skip
    return {"pains": [pain], "opportunities": [chance]}


def _value(pick: random.Random, low: int, high: int) -> Flow:
    value = round(pick.uniform(low, high), 1)
    return Flow(value=value, target=round(value + 1, 1), date="2026-06", evidence=[OWN_SOURCES[1]])


def _evidence(pick: random.Random) -> list[str]:
    return [pick.choice((*OWN_SOURCES, SHARED_SOURCE, "assumption"))]


def _feeling(score: float) -> str:
    return ("boos", "onzeker", "rustig", "opgelucht", "blij")[round(score) + 2]


def _titled(names: dict[str, str]) -> list[dict[str, str]]:
    return [{"id": key, "title": title} for key, title in names.items()]


def _write(path: Path, document: dict[str, Any]) -> None:
    path.write_text(SCHEMA_LINE + "\n".join(yaml_lines(document)) + "\n", "utf-8")


def yaml_lines(mapping: dict[str, Any]) -> Iterator[str]:
    """Give the lines of a mapping as people write YAML: blocks, small things on one line."""
    for key, value in mapping.items():
        if isinstance(value, dict) and not isinstance(value, Flow):
            yield f"{key}:"
            yield from (f"  {line}" for line in yaml_lines(value))
        elif isinstance(value, list) and (any(isinstance(item, dict) or " " in str(item) for item in value)):
            yield f"{key}:"
            yield from (f"  {line}" for item in value for line in _item_lines(item))
        else:
            yield f"{key}: {_inline(value)}"


def _item_lines(item: Any) -> Iterator[str]:
    if isinstance(item, dict) and not isinstance(item, Flow):
        for n, line in enumerate(yaml_lines(item)):
            yield ("  " if n else "- ") + line
    else:
        yield f"- {_inline(item)}"


def _inline(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_inline(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_inline, value)) + "]"
    text = str(value)
    return f'"{text}"' if ": " in text or text[0] in "%?!*&[{" else text


if __name__ == "__main__":
    write_workspace(Path(sys.argv[1]), int(*sys.argv[2:]) or JOURNEYS)
