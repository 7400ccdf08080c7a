"""What a matching leaves in doubt: steps that look alike, and dreams that change nothing.

Likeness is only ever a suggestion, never a match.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from klantreis.compare.matching import Matching
from klantreis.model.fields import Titled
from klantreis.model.journey import Journey, Phase
from klantreis.model.text import slug
from klantreis.model.touchpoint import MetricValue, Touchpoint
from klantreis.suggest import nearest

NEW_TAGS = frozenset({"new", "nieuw"})
"""Tags that say of a touchpoint in a dream: it is new on purpose."""

_MOST_GUESSES = 2500


def lost(matching: Matching, dream: Journey) -> tuple[int, ...]:
    """Give the touchpoints of a dream that may have lost their match.

    They match nothing while something of the base is left over, nobody tagged them as new, and
    their phase does not take the place of another.
    """
    if not matching.unmatched:
        return ()
    phases, steps = (
        [number for number, phase in enumerate(dream.phases) for _ in phase.touchpoints],
        list(dream.touchpoints()),
    )
    return tuple(
        number
        for number in matching.new
        if not dream.phases[phases[number]].replaces and NEW_TAGS.isdisjoint(slug(tag) for tag in steps[number].tags)
    )


def guesses(matching: Matching, dream: Journey, base: Journey, missing: Sequence[int]) -> dict[int, int]:
    """Guess, for touchpoints of a dream that lost their match, which one of the base each may be."""
    if len(missing) * len(matching.unmatched) > _MOST_GUESSES:
        return {}
    old, new = list(base.touchpoints()), list(dream.touchpoints())
    by_title = {name: number for number in matching.unmatched if (name := slug(old[number].title))}
    left = by_title | {old[number].id: number for number in matching.unmatched}
    found: dict[int, int] = {}
    for number in missing:
        names = dict.fromkeys((new[number].id, slug(new[number].title)))
        if likely := next(filter(None, (nearest(written, left) for written in names)), None):
            found[number] = left[likely]
            left = {other: there for other, there in left.items() if there != left[likely]}
    return found


_JOURNEY = ("persona", "segment", "duration", "loyalty_loop")
_PHASE = ("title", "description", "goal", "duration", "questions", "motivations", "emotion", "content")
_STEP = (
    "title", "description", "channel", "initiator", "owner", "actions", "thoughts", "emotion", "expectation",
    "experience", "moment_of_truth", "gains", "core_values", "artefacts", "frontstage", "backstage",
    "support_processes", "duration", "next", "automated", "optional", "zoom", "image", "lanes",
)  # fmt: skip


def is_copy(matching: Matching, dream: Journey, base: Journey) -> bool:
    """Tell whether a dream changes nothing that the customer meets or feels, and aims at nothing new."""
    old, new = list(base.touchpoints()), list(dream.touchpoints())
    if not old or len(old) != len(new) or len(matching.kept) != len(old) or len(base.phases) != len(dream.phases):
        return False
    return (
        not any(getattr(dream, key) and getattr(dream, key) != getattr(base, key) for key in _JOURNEY)
        and not _aims(dream.metrics, base.metrics)
        and all(_equal(*pair, _STEP) and _names(pair[0].pains) == _names(pair[1].pains)
                for pair in zip(new, old, strict=True))
        and all(_equal(*pair, _PHASE) and _names(pair[0].barriers) == _names(pair[1].barriers)
                for pair in zip(dream.phases, base.phases, strict=True))
    )  # fmt: skip


def _equal(new: Journey | Phase | Touchpoint, old: Journey | Phase | Touchpoint, keys: tuple[str, ...]) -> bool:
    return all(getattr(new, key) == getattr(old, key) for key in keys) and not _aims(new.metrics, old.metrics)


def _names(items: Iterable[Titled]) -> set[str]:
    return {item.id for item in items}


def _aims(new: Mapping[str, MetricValue], old: Mapping[str, MetricValue]) -> bool:
    """Whether a target is set that was not there. Values are measured, so a dream has none to compare."""
    return any(
        figure.target is not None and (name not in old or old[name].target != figure.target)
        for name, figure in new.items()
    )
