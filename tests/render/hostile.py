"""Texts that try to break out of a picture, and a journey with one of them in every place that takes text."""

from __future__ import annotations

from typing import Any

from klantreis.model.kinds import model_of
from klantreis.model.setting import Setting

HOSTILE = [
    "</text><script>alert(1)</script>",
    '" onload="alert(1)',
    "' onclick='alert(1)",
    "]]>",
    "<!--",
    "-->",
    "&amp;&lt;&#0;",
    "\u202egnp.exe\u202c",
    "\u2066x\u2069",
    "a\x00b\x1bc\x85d",
    "\ufffe\uffff",
    "javascript:alert(1)",
    "{{ 7*7 }}{% raw %}",
    "url(https://evil.example/x)",
    "</style><style>*{display:none}",
    "/*fonts*/",
    "\x00fonts\x00",
    "<HTML>",
    "n0:s -> n1",
    "<table><tr>",
    "\\N\\G\\E",
    "</title><img src=x onerror=alert(1)>",
]


def everywhere(text: str) -> dict[str, Any]:
    """Give a journey with one text in every place that takes text."""
    pain = {"id": "p", "title": text, "severity": "high", "evidence": [text]}
    chance = {"id": "o", "title": text, "solves": [text], "impact": 3, "effort": 2, "evidence": [text]}
    step = {"id": "s", "title": text, "system": text, "owner": text, "next": [text]}
    touchpoint = {
        "id": "t",
        "title": text,
        "description": text,
        "channel": [text],
        "owner": text,
        "actions": text,
        "thoughts": text,
        "emotion": {"score": 1, "word": text},
        "expectation": text,
        "experience": text,
        "moment_of_truth": {"exceed": text},
        "pains": pain,
        "gains": text,
        "opportunities": chance,
        "core_values": text,
        "metrics": {text: 5},
        "evidence": text,
        "artefacts": step,
        "frontstage": step,
        "backstage": step,
        "support_processes": step,
        "next": {"to": text, "when": text},
        "zoom": text,
        "image": text,
        "tags": text,
        "lanes": {"eigen": text, "score": text, "beeld": text},
        "replaces": ["x"],
    }
    phase = {
        "id": "f",
        "title": text,
        "description": text,
        "goal": text,
        "questions": text,
        "motivations": {"information": text},
        "barriers": pain,
        "opportunities": chance,
        "content": {
            "id": "c",
            "title": text,
            "format": text,
            "channel": text,
            "serves": text,
            "call_to_action": text,
            "link": text,
        },
        "touchpoints": touchpoint,
        "evidence": text,
        "zoom": text,
        "lanes": {"eigen": text},
    }
    return {
        "id": "proef",
        "title": text,
        "description": text,
        "language": "nl",
        "persona": text,
        "segment": text,
        "trigger": text,
        "scenario": text,
        "goal": text,
        "expectations": text,
        "business_goals": text,
        "owner": text,
        "makers": {"name": text, "team": text},
        "links": {"title": text, "url": text},
        "tags": text,
        "phases": phase,
        "sources": {"id": "b", "title": text, "link": text},
        "drops": {"id": text, "note": text},
        "custom_lanes": [
            {"id": "eigen", "title": text},
            {"id": "score", "title": text, "kind": "score"},
            {"id": "beeld", "title": text, "kind": "image"},
        ],
        "loyalty_loop": {"to": "f", "note": text},
    }


def hostile(text: str) -> Setting:
    """Give a journey, its persona, its organisation and its base with one text in every place that takes text."""
    person = {
        "kind": "persona", "id": "p", "name": text, "description": text, "segment": text, "quote": text, "bio": text,
        "image": text, "goals": text, "needs": text, "preferences": text, "frustrations": text, "channels": [text],
        "sources": {"id": "s2", "title": text, "link": text}, "tags": text, "links": {"title": text, "url": text},
    }  # fmt: skip
    house = {
        "kind": "organisation", "id": "o", "title": text, "description": text,
        "core_values": {"id": "waarde", "title": text}, "teams": [{"id": "team", "title": text}],
        "segments": {"id": "groep", "title": text}, "channels": {"id": "kanaal", "title": text, "icon": text},
        "metrics": {"id": "maat", "title": text, "unit": text, "scale": [0, 10]},
        "sources": {"id": "bron", "title": text, "link": text},
    }  # fmt: skip
    journey = everywhere(text)
    step = {
        "id": "t2", "title": text, "channel": ["kanaal", "web"], "owner": "team", "core_values": "waarde",
        "metrics": {"maat": 4}, "evidence": "bron", "backstage": {"id": "b2", "title": text, "owner": "team"},
    }  # fmt: skip
    journey["phases"] = [
        journey["phases"],
        {"id": "f2", "title": text, "touchpoints": [step, {"id": "t3", "title": "x"}]},
    ]
    made = {
        kind: model_of(kind).model_validate(data)
        for kind, data in (("journey", journey), ("persona", person), ("organisation", house))
    }
    base = model_of("journey").model_validate({"id": "basis", "title": text, "phases": [text + "x"]})
    return Setting(made["journey"], made["persona"], made["organisation"], base)  # type: ignore[arg-type]
