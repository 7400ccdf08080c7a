"""The rows of the map, by the key that fills them."""

from __future__ import annotations

LANES: tuple[str, ...] = (
    "goal",
    "description",
    "touchpoint",
    "channel",
    "owner",
    "duration",
    "image",
    "emotion",
    "thoughts",
    "actions",
    "questions",
    "motivations",
    "expectation",
    "experience",
    "moment_of_truth",
    "gains",
    "pains",
    "barriers",
    "opportunities",
    "core_values",
    "content",
    "metrics",
    "next",
    "artefacts",
    "frontstage",
    "backstage",
    "support_processes",
    "evidence",
    "tags",
    "loyalty_loop",
)
"""Names that `after` of a custom lane may use, beside the ids of other custom lanes."""
