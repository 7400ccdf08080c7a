"""What is computed from a journey: the same figures as on its map."""

from __future__ import annotations

from typing import Any

from klantreis.model import scores
from klantreis.model.journey import Journey
from klantreis.model.scores import Feeling
from klantreis.model.ways import loop_places
from klantreis.render.resolved.longform import tidy


def figures(journey: Journey) -> dict[str, Any]:
    """Give the figures of a whole journey, whichever phases are shown."""
    count = scores.evidence_count(journey)
    return {
        "mean": tidy(scores.experience_score(journey)),
        "remembered": tidy(scores.remembered_score(journey)),
        "peak": _feeling(scores.peak(journey)),
        "high": _feeling(scores.high(journey)),
        "low": _feeling(scores.low(journey)),
        "end": _feeling(scores.end(journey)),
        "touchpoints": count.total,
        "contacts": len(scores.contacts(journey)),
        "channel_switches": scores.channel_switches(journey),
        "evidence": {"proven": count.proven, "assumed": count.assumed, "unsaid": count.unsaid},
        "phases": _phases(journey),
        "loop": _loop(journey),
    }


def _feeling(feeling: Feeling | None) -> dict[str, Any] | None:
    if feeling is None:
        return None
    return {
        "score": tidy(feeling.score),
        "word": feeling.word,
        "phase": feeling.phase.id,
        "touchpoint": feeling.touchpoint.id if feeling.touchpoint else None,
    }


def _phases(journey: Journey) -> list[dict[str, Any]]:
    felt: dict[int, list[float]] = {}
    for feeling in scores.feelings(journey):
        felt.setdefault(id(feeling.phase), []).append(feeling.score)
    found = []
    for phase in journey.phases:
        own = felt.get(id(phase), [])
        mean = tidy(sum(own) / len(own)) if own else None
        found.append({"id": phase.id, "title": phase.title, "touchpoints": len(phase.touchpoints), "mean": mean})
    return found


def _loop(journey: Journey) -> dict[str, Any] | None:
    places = loop_places(journey)
    if places is None:
        return None
    leaves, enters = places
    skipped = range(enters) if enters <= leaves else range(leaves + 1, enters)
    ids = [phase.id for phase in journey.phases]
    return {"from": ids[leaves], "to": ids[enters], "skipped": [ids[place] for place in skipped]}
