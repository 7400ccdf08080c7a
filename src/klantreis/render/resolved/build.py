"""Settings as one object for programs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from klantreis.language.words import words_of
from klantreis.model.journey import Journey
from klantreis.model.organisation import Organisation
from klantreis.model.persona import Persona
from klantreis.model.setting import Setting
from klantreis.model.stages import expected, stages
from klantreis.render.content.choice import Choice
from klantreis.render.resolved.addresses import Addresses
from klantreis.render.resolved.figures import figures
from klantreis.render.resolved.longform import long
from klantreis.render.resolved.references import References

VERSION = 1
TABLES = ("teams", "channels", "core_values", "segments", "metrics", "sources")


def resolved(held: Sequence[tuple[Setting, Choice]]) -> dict[str, Any]:
    """Give journeys with all they refer to, each with the phases that are chosen."""
    return {"version": VERSION, "kind": "journeys", "journeys": [_journey(*item) for item in held]}


def _journey(setting: Setting, choice: Choice) -> dict[str, Any]:
    journey, organisation, base = setting.journey, setting.organisation, setting.base
    words = words_of(journey.language)
    names = References(setting, words)
    shown = choice.phases_of(journey)
    told = long(_cut(journey, shown), names)
    addresses, known = Addresses(journey), stages(journey, organisation)
    for place, phase in zip(shown, told["phases"], strict=True):
        phase["stage"] = list(known[place])
        addresses.settle(journey.phases[place], phase)
    left_out = [phase for place, phase in enumerate(journey.phases) if place not in shown]
    persona = _persona(setting, names)
    return {
        "journey": told,
        "language": words.language,
        "left_out": [{"id": phase.id, "title": phase.title} for phase in left_out],
        "figures": figures(journey),
        "persona": persona,
        "base": {"id": base.id, "title": base.title, "state": base.state} if base else None,
        "framework": _framework(journey, organisation),
        "organisation": {"id": organisation.id, "title": organisation.title} if organisation else None,
        **{table: _table(table, names) for table in TABLES},
    }


def _cut(journey: Journey, shown: Sequence[int]) -> Journey:
    if len(shown) == len(journey.phases):
        return journey
    return journey.model_copy(update={"phases": [journey.phases[place] for place in shown]})


def _persona(setting: Setting, names: References) -> dict[str, Any] | None:
    """The persona's document; of a persona that has none, what the journey says: a name."""
    if setting.persona is not None:
        return {"inline": False, **long(setting.persona, names)}
    name = setting.journey.persona
    if not name:
        return None
    inline = Persona.model_construct(id="-", title=name, name=name, kind="persona")
    return {"inline": True, **long(inline, names), "id": ""}


def _framework(journey: Journey, organisation: Organisation | None) -> dict[str, Any] | None:
    if not journey.framework:
        return None
    dutch = words_of(journey.language).language == "nl"
    asked = expected(journey.framework, organisation)
    phases = [
        {"id": phase.id, "title": phase.nl if dutch else phase.en, "stage": list(phase.stages)} for phase in asked
    ]
    return {"id": journey.framework, "defined": bool(asked), "phases": phases}


def _table(table: str, names: References) -> list[dict[str, Any]]:
    """What was named, in the order in which the journey first names it."""
    rows = []
    # Resolving what a row itself names (a segment's needs, a source's date) adds no rows to its own table.
    for row in list(names.used.get(table, {}).values()):
        thing = row.get("thing") or row.get("source")
        plain = {key: value for key, value in row.items() if key not in ("thing", "source")}
        if table in DETAILS:
            written = long(thing, names) if thing is not None else {}
            plain |= {key: written.get(key, empty) for key, empty in DETAILS[table].items()}
        rows.append(plain)
    return rows


DETAILS: dict[str, dict[str, Any]] = {
    "teams": {"description": ""},
    "core_values": {"description": ""},
    "segments": {"description": "", "traits": [], "needs": []},
    "sources": {"kind": None, "date": None, "sample": None, "link": ""},
}
"""What a table tells beside the name, and what stands there when nobody says."""
