"""A dream and the journey it is of: every step that is there now is accounted for at most once."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from klantreis import rules
from klantreis.check.collector import Collector
from klantreis.check.index import Index
from klantreis.check.outline import Outline
from klantreis.findings import Path, Related, Where
from klantreis.model.claims import Claim, claims
from klantreis.wording import shortened


def check(journey: Any, outline: Outline, index: Index, out: Collector) -> None:
    """Check `of`, `replaces` and `drops`."""
    if journey.state != "dream":
        _only_in_dream(journey, out)
        return
    if not journey.of:
        _without_base(journey, out)
        return
    base = index.find("journey", journey.of)
    if base is None:
        if not index.incomplete:
            out.unknown(rules.UNKNOWN_JOURNEY, ("of",), "journey", journey.of, index.ids("journey"))
        return
    _order(outline, base, out)
    _match(journey, base, out)


_HORIZONS = ("near", "far")


def _order(outline: Outline, base: Outline, out: Collector) -> None:
    """A dream is of the current journey, or of a nearer dream; dates are not compared with words."""
    if base.state != "dream" or base.id == outline.id or outline.horizon not in _HORIZONS:
        return
    if base.horizon in _HORIZONS and _HORIZONS.index(base.horizon) >= _HORIZONS.index(outline.horizon):
        out.add(
            rules.DREAM_ORDER,
            ("of",),
            f"This dream is `{outline.horizon}`, and `{shortened(base.id)}`, which it is of, is `{base.horizon}`.",
            "A dream is of the current journey, or of a nearer dream.",
            (Related(Where(base.file, base.document, ("horizon",)), "its horizon"),),
        )


def _without_base(journey: Any, out: Collector) -> None:
    hint = "Add `of: …`, the journey that this dream improves."
    if journey.drops:
        out.add(
            rules.NO_BASE, ("drops",), "`drops` names steps of another journey, and there is no `of`.", hint, key=True
        )
    for p, phase in enumerate(journey.phases):
        for path, element in _with_touchpoints(phase, ("phases", p)):
            if element.replaces:
                message = "`replaces` names steps of another journey, and there is no `of`."
                out.add(rules.NO_BASE, (*path, "replaces"), message, hint, key=True)


def _only_in_dream(journey: Any, out: Collector) -> None:
    hint = "Write `state: dream`, or remove it."
    for key in ("of", "horizon", "drops"):
        if getattr(journey, key):
            out.add(
                rules.ONLY_IN_DREAM, (key,), f"`{key}` belongs in a dream, and this journey is current.", hint, key=True
            )
    for p, phase in enumerate(journey.phases):
        for path, element in _with_touchpoints(phase, ("phases", p)):
            if element.replaces:
                out.add(
                    rules.ONLY_IN_DREAM,
                    (*path, "replaces"),
                    "`replaces` belongs in a dream, and this journey is current.",
                    hint,
                    key=True,
                )


def _with_touchpoints(phase: Any, path: Path) -> list[tuple[Path, Any]]:
    return [(path, phase), *(((*path, "touchpoints", t), item) for t, item in enumerate(phase.touchpoints))]


def _match(journey: Any, base: Outline, out: Collector) -> None:
    """Note every claim on a step of `base`, and tell of those that lead nowhere or come second."""
    phases = [step for step in base.steps if step.sort == "phase"]
    steps = [step for step in base.steps if step.sort == "touchpoint"]
    matches: dict[tuple[str, str], list[Path]] = defaultdict(list)
    for claim in claims(journey, phases, steps):
        if claim.way == "drops" and len({step.sort for step in base.steps_named(claim.written)}) > 1:
            _fits_two(claim, base, out)
        elif claim.number is not None:
            step = (phases if claim.sort == "phase" else steps)[claim.number]
            matches[step.sort, step.id].append(claim.path)
        elif not base.steps_doubtful:
            sort = "step" if claim.way == "drops" else claim.sort
            known = (other.id for other in base.steps if sort in ("step", other.sort))
            out.unknown(rules.UNKNOWN_STEP, claim.path, f"{sort} in `{shortened(base.id)}`", claim.written, known)
    _report_twice(matches, base, out)


def _fits_two(claim: Claim, base: Outline, out: Collector) -> None:
    out.add(
        rules.AMBIGUOUS,
        claim.path,
        f"`{shortened(claim.written)}` fits two things in `{shortened(base.id)}`: a phase and a touchpoint.",
        "Give one of them another id.",
    )


def _report_twice(matches: Any, base: Outline, out: Collector) -> None:
    for (sort, key), places in matches.items():
        first, *others = places
        for other in others:
            out.add(
                rules.MATCHED_TWICE,
                other,
                f"The {sort} `{shortened(key)}` of `{shortened(base.id)}` is matched a second time.",
                "Keep one: the same id, `replaces` or `drops`.",
                (Related(out.where(first), "the first match is here"),),
            )
