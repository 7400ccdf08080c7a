"""The opportunities of a journey in the order in which to take them: every text chosen, nothing yet placed.

What gives most for the least effort comes first: the score is impact divided by effort, as in the gap analysis. Of
equal scores the one comes first that takes away the worst pain (by severity), then the one where the customer
feels worst, then the one with the larger impact, then the earlier one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from klantreis.language.words import Words
from klantreis.model.journey import Journey, Phase
from klantreis.model.scores import assumed
from klantreis.model.text import slug
from klantreis.model.touchpoint import Opportunity, Pain, Touchpoint
from klantreis.render.content.cells import Context
from klantreis.render.content.choice import Choice
from klantreis.render.kit import theme
from klantreis.render.kit.clean import clean
from klantreis.wording import shortened

_LONGEST = 120
"""The most signs of a title on the picture."""
MUCH, LITTLE = 3, 3
"""From this impact on something gives much; up to this effort it takes little."""
_WEIGHT = {"high": 3, "medium": 2, "low": 1, None: 0}


@dataclass(frozen=True, slots=True)
class Solved:
    """A pain that an opportunity takes away: `severity` 1 to 3, 0 where nobody said."""

    title: str
    severity: int


@dataclass(frozen=True, slots=True, eq=False)
class Chance:
    """An opportunity. `number` is its place in the order, 0 for one that nobody has weighed.

    `emotion` is how the customer feels where it stands, `role` the colour of its phase.
    """

    number: int
    title: str
    where: str
    phase: str
    place: int
    role: int
    owner: str
    impact: int
    effort: int
    solves: tuple[Solved, ...]
    emotion: float | None
    truth: bool
    guess: bool
    basis: str

    @property
    def weighed(self) -> bool:
        """Whether it has a place in the matrix."""
        return bool(self.impact and self.effort)

    @property
    def score(self) -> float:
        """Impact divided by effort; 0 where either is unknown."""
        return self.impact / self.effort if self.weighed else 0.0

    @property
    def grave(self) -> bool:
        """Whether it takes away a pain of high severity."""
        return self.worst == _WEIGHT["high"]

    @property
    def worst(self) -> int:
        """The severity of the worst pain it takes away, 0 to 3."""
        return max((pain.severity for pain in self.solves), default=0)

    @property
    def advice(self) -> str:
        """Which quarter of the matrix it stands in: a key of the words."""
        if not self.weighed:
            return "unweighed"
        return advice(self.impact, self.effort)


def advice(impact: int, effort: int) -> str:
    """Give the quarter of a cell of the matrix: `now`, `plan`, `beside` or `leave`."""
    if impact >= MUCH:
        return "now" if effort <= LITTLE else "plan"
    return "beside" if effort <= LITTLE else "leave"


@dataclass(frozen=True, slots=True, eq=False)
class Priorities:
    """All there is to show. `unsolved` are the pains of high severity that no opportunity takes away, with their place.

    Numbers and counts are those of the whole journey; `shown` are the opportunities of the phases that are shown.
    """

    all: tuple[Chance, ...]
    shown: tuple[Chance, ...]
    phases: tuple[tuple[str, int], ...]
    hidden: tuple[str, ...]
    graves: int
    unsolved: tuple[tuple[str, str], ...]
    words: Words
    fixed: Words

    @property
    def weighed(self) -> tuple[Chance, ...]:
        """The shown ones with a place in the matrix."""
        return tuple(chance for chance in self.shown if chance.weighed)

    @property
    def unweighed(self) -> tuple[Chance, ...]:
        """The shown ones that nobody has weighed."""
        return tuple(chance for chance in self.shown if not chance.weighed)


@dataclass(frozen=True, slots=True, eq=False)
class _Found:
    """An opportunity where it was found; `pains` are those of its own place."""

    chance: Opportunity
    phase: int
    step: Touchpoint | None
    solved: tuple[Pain | str, ...]


def build(context: Context, choice: Choice) -> Priorities:
    """Give the opportunities of the phases that are chosen. Raises `UsageError` for unknown phases."""
    journey = context.setting.journey
    places = choice.phases_of(journey)
    found = list(_all(journey))
    order = _ordered(found, journey)
    numbers = {id(item): n for n, item in enumerate((item for item in order if _weighed(item)), 1)}
    chances = tuple(_chance(item, numbers.get(id(item), 0), journey, context) for item in order)
    shown = tuple(chance for chance in chances if chance.place in places)
    used = {chance.place for chance in shown}
    # By id, as `lint` does: a pain that recurs is one pain.
    solved = {pain.id for item in found for pain in item.solved if isinstance(pain, Pain)}
    graves = [
        (pain, _tidy(spot.title)) for _, spot, pains in _spots(journey) for pain in pains if pain.severity == "high"
    ]
    return Priorities(
        chances,
        shown,
        tuple((_tidy(p.title), theme.phase_role(n)) for n, p in enumerate(journey.phases) if n in used),
        tuple(_tidy(phase.title) for n, phase in enumerate(journey.phases) if n not in places),
        len(graves),
        tuple((_tidy(pain.title), where) for pain, where in graves if pain.id not in solved),
        context.words.about("priorities"),
        context.words,
    )


def _tidy(text: str) -> str:
    return clean(shortened(text, _LONGEST))


def _all(journey: Journey) -> Iterator[_Found]:
    spots = list(_spots(journey))
    everywhere = _by_name([pain for _, _, pains in spots for pain in pains])
    for _, spot, pains in spots:
        everywhere |= {f"{spot.id}/{name}": pain for name, pain in _by_name(pains).items()}
    for place, spot, pains in spots:
        near = everywhere | _by_name(pains)
        for chance in spot.opportunities:
            solved = tuple(_pain(written, near) for written in chance.solves)
            yield _Found(chance, place, spot if isinstance(spot, Touchpoint) else None, solved)


def _spots(journey: Journey) -> Iterator[tuple[int, Phase | Touchpoint, Sequence[Pain]]]:
    """Give where opportunities and pains may stand, in order, with the pains there."""
    for place, phase in enumerate(journey.phases):
        yield place, phase, phase.barriers
        for step in phase.touchpoints:
            yield place, step, step.pains


def _pain(written: str, near: Mapping[str, Pain]) -> Pain | str:
    """Give the pain that is meant by `pain` or `place/pain`; what was written when there is none."""
    place, _, own = written.rpartition("/")
    exact = f"{slug(place.rpartition('/')[2])}/{slug(own)}"
    return near.get(exact) or near.get(slug(own)) or written


def _last(written: str) -> str:
    """Give the pain's own id of `place/pain`."""
    return written.rsplit("/", 1)[-1].strip()


def _by_name(pains: Sequence[Pain]) -> dict[str, Pain]:
    found: dict[str, Pain] = {}
    for pain in pains:
        for name in (pain.id, slug(pain.title), *pain.was):
            found.setdefault(name, pain)
    return found


def _weighed(item: _Found) -> bool:
    return bool(item.chance.impact and item.chance.effort)


def _ordered(found: Sequence[_Found], journey: Journey) -> list[_Found]:
    """Put them in order (see the module); those nobody has weighed come last."""

    def rank(item: _Found) -> tuple[bool, float, int, float, int]:
        chance = item.chance
        score = chance.impact / chance.effort if chance.impact and chance.effort else 0.0
        worst = max((_WEIGHT[pain.severity] for pain in item.solved if isinstance(pain, Pain)), default=0)
        emotion = _emotion(item, journey)
        return (not _weighed(item), -score, -worst, 3.0 if emotion is None else emotion, -(chance.impact or 0))

    return sorted(found, key=rank)


def _emotion(item: _Found, journey: Journey) -> float | None:
    held = item.step.emotion if item.step else journey.phases[item.phase].emotion
    return held.score if held else None


def _chance(item: _Found, number: int, journey: Journey, context: Context) -> Chance:
    phase, step, chance = journey.phases[item.phase], item.step, item.chance
    return Chance(
        number,
        _tidy(chance.title),
        _tidy(step.title) if step else "",
        _tidy(phase.title),
        item.phase,
        theme.phase_role(item.phase),
        shortened(context.names.team(step.owner), _LONGEST) if step and step.owner else "",
        chance.impact or 0,
        chance.effort or 0,
        tuple(_solved(pain) for pain in item.solved),
        _emotion(item, journey),
        step is not None and step.moment_of_truth is not None,
        assumed(chance.evidence),
        context.names.basis(chance.evidence),
    )


def _solved(pain: Pain | str) -> Solved:
    if isinstance(pain, Pain):
        return Solved(_tidy(pain.title), _WEIGHT[pain.severity])
    return Solved(_tidy(_last(pain)), 0)
