"""From a journey to a dream of a dream of it: what becomes of each step on the whole way."""

from __future__ import annotations

from collections.abc import Mapping

from klantreis.compare.matching import Matching, merged


def chain(first: Matching, second: Matching, *, drops: int, steps: int) -> Matching:
    """Give the matching from the beginning of `first` to the end of `second`.

    `drops` counts what was dropped up to the middle: positions in the drops of `second` follow after
    those. `steps` counts the touchpoints at the end.
    """
    kept = {old: second.kept[mid] for old, mid in first.kept.items() if mid in second.kept}
    replaced = {
        old: second.became[mid] for old, mid in first.became.items() if old not in kept and mid in second.became
    }
    absorbed = _on_to(first.absorbed, second.phases) | _on_to(first.became, second.absorbed)
    gone = {**_on_to(first.absorbed, second.dropped_phases), **_on_to(first.became, second.dropped)}
    dropped = {**first.dropped, **{old: drops + place for old, place in gone.items()}}
    lives_on = {**kept, **replaced}
    told = {*lives_on, *absorbed, *dropped}
    known = {*first.became, *first.absorbed, *first.dropped, *first.unmatched}
    phases = _on_to(first.phases, second.phases)
    dropped_phases = {old: drops + place for old, place in _on_to(first.phases, second.dropped_phases).items()}
    return Matching(
        kept, replaced, absorbed, dropped,
        tuple(sorted(known - told)),
        tuple(sorted(set(range(steps)).difference(lives_on.values()))),
        merged(lives_on), {}, phases, _on_to(first.kept_phases, second.kept_phases),
        {**first.dropped_phases, **dropped_phases},
    )  # fmt: skip


def _on_to(first: Mapping[int, int], second: Mapping[int, int]) -> dict[int, int]:
    return {old: second[mid] for old, mid in first.items() if mid in second}
