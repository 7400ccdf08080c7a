"""One order for all keys of the format, so that a text whose keys are in another order reads the same."""

from __future__ import annotations

_KEYS = (
    # What a thing is called.
    "klantreis", "id", "title", "name", "team", "url", "kind", "was", "replaces", "from", "to", "state", "of",
    "horizon", "drops", "why", "when", "share", "value", "target", "date", "score", "word", "points", "format",
    "stage", "automated",
    # What is told of it.
    "description", "note", "severity", "solves", "closes", "impact", "effort", "start", "end", "status",
    "quote", "bio", "tags", "links", "link", "language", "framework", "scope", "persona", "segment", "trigger",
    "scenario", "goal", "goals", "traits", "needs", "preferences", "frustrations", "expectations",
    "business_goals", "channel", "mode", "icon", "initiator", "owner", "system", "makers", "reviewed",
    "review_every", "duration", "questions",
    # What somebody does and meets there.
    "actions", "thoughts", "emotion", "expectation", "experience", "moment_of_truth", "exceed", "information",
    "timing", "sources", "choice", "purchase", "motivations", "pains", "gains", "barriers", "opportunities",
    "depends_on", "core_values", "teams", "segments", "channels", "unit", "scale", "better", "metrics",
    "frameworks", "content", "serves", "call_to_action", "signals", "artefacts", "frontstage", "backstage",
    "support_processes", "next", "optional", "events", "where", "zoom", "image", "custom_lanes", "after",
    "lanes", "loyalty_loop", "sample", "evidence",
)  # fmt: skip

_LAST = ("touchpoints", "phases", "initiatives")
"""The long lists that lead one level down come after all that is said of what holds them."""

_ORDER = {key: number for number, key in enumerate(_KEYS)}


def in_order(keys: list[str]) -> list[str]:
    """Give keys in the order of the format: what a thing is called first, keys that nobody knows by their letters."""
    return sorted(keys, key=_rank)


def _rank(key: str) -> tuple[int, str]:
    if key in _LAST:
        return len(_ORDER) + 1 + _LAST.index(key), key
    return _ORDER.get(key, len(_ORDER)), key
