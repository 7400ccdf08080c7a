"""JSON: the resolved journey, for programs. `docs/journey.schema.json` describes it.

The shape grows: new keys may come; what the schema describes does not change under version 1. Texts are
given as they were written, so whoever shows them escapes them, and looks at an address before making it a link.
"""

from __future__ import annotations

from collections.abc import Sequence

from klantreis.render.parts import Options, Part
from klantreis.render.resolved.build import resolved
from klantreis.wording import dumped


def write(parts: Sequence[Part], _options: Options) -> str:
    """Give the journeys of all parts as one object, each journey once."""
    held = {id(setting): (setting, part.choice) for part in parts for setting in part.settings}
    return dumped(resolved(list(held.values()))) + "\n"
