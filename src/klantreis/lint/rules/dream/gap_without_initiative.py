"""A change towards the dream that no initiative closes.

The gap between today's journey and the dream is a list of changes: steps that go, merge or come
new, steps that must feel much better, pains that must be gone. A roadmap is the promise to make
them. A change that no initiative works on will not happen by itself, and a dream with such
holes in its roadmap stays a picture on the wall.

What is closed is read from `closes`. Closing a phase closes what is in it, closing a pain or an
opportunity closes its step, and steps that merge are closed together. Dropped initiatives do not
count. The rule waits until an initiative closes something, and it speaks only when the dream is
`of` the journey that the roadmap starts from.

Bad:

    id: fiets
    title: Ik laat mijn fiets repareren
    phases:
      - title: Reparatie
        touchpoints:
          - {title: Maakt een afspraak, pains: Lijn altijd bezet}
          - {title: Wacht een week, emotion: -1.5}
    ---
    id: fiets-droom
    title: Mijn fiets is morgen klaar
    state: dream
    of: fiets
    phases:
      - title: Reparatie
        touchpoints:
          - {title: Maakt een afspraak}
          - {title: Krijgt een leenfiets mee, replaces: wacht-een-week, emotion: 1}
    ---
    kind: roadmap
    title: Op weg naar morgen klaar
    from: fiets
    to: fiets-droom
    initiatives:
      - {title: Online agenda, closes: lijn-altijd-bezet}

Good:

    id: fiets
    title: Ik laat mijn fiets repareren
    phases:
      - title: Reparatie
        touchpoints:
          - {title: Maakt een afspraak, pains: Lijn altijd bezet}
          - {title: Wacht een week, emotion: -1.5}
    ---
    id: fiets-droom
    title: Mijn fiets is morgen klaar
    state: dream
    of: fiets
    phases:
      - title: Reparatie
        touchpoints:
          - {title: Maakt een afspraak}
          - {title: Krijgt een leenfiets mee, replaces: wacht-een-week, emotion: 1}
    ---
    kind: roadmap
    title: Op weg naar morgen klaar
    from: fiets
    to: fiets-droom
    initiatives:
      - {title: Online agenda, closes: lijn-altijd-bezet}
      - {title: Tien leenfietsen, closes: wacht-een-week}

Options:
    rise: an emotion that rises at least this much is a change to work on.

Fix: none.
"""

from __future__ import annotations

from collections.abc import Iterator

from klantreis.compare.closing import covered, live_closes
from klantreis.compare.likeness import lost
from klantreis.compare.matching import Matching
from klantreis.findings import Severity
from klantreis.lint.naming import named
from klantreis.lint.rule import Found, LintRule, Option, Options
from klantreis.lint.subject import TOP, JourneySubject, RoadmapSubject
from klantreis.model.touchpoint import Touchpoint


def check(subject: RoadmapSubject, options: Options) -> Iterator[Found]:
    """Find changes of the dream that nothing on the roadmap closes."""
    closes, matching = live_closes(subject.roadmap, subject.current, subject.dream), subject.matching
    if not closes or matching is None or subject.current is None or subject.dream is None:
        return
    open_ends = _open(subject.current, subject.dream, matching, closes, options["rise"])
    if open_ends:
        count, titles = len(open_ends), [title for title, *_ in open_ends]
        what = "1 change of the dream is" if count == 1 else f"{count} changes of the dream are"
        yield Found(
            TOP,
            f"{what} closed by no initiative: {named(titles, room=24)}.",
            "Add an initiative for each, or name it in `closes` of the one that works on it.",
            related=tuple(item.related((*path, "title"), why) for _, item, path, why in open_ends[:5]),
        )


_Gap = tuple[str, JourneySubject, tuple[str | int, ...], str]


def _open(
    current: JourneySubject, dream: JourneySubject, matching: Matching, closes: list[str], rise: float
) -> list[_Gap]:
    """The changes that nobody works on: title, journey, path and what changes; merged steps count once."""
    closed_here, closed_there = covered(closes, current, dream, matching)
    found: list[_Gap] = []
    told: set[int] = set()
    became = matching.became
    for step in current.steps:
        number, here = step.number, became.get(step.number)
        if number in closed_here or here in told:
            continue
        then = None if here is None else dream.steps[here].touchpoint
        if why := _change(matching, number, step.touchpoint, then, rise):
            found.append((step.touchpoint.title, current, step.path, why))
            if here is not None:
                told.add(here)
    doubtful = set(lost(matching, dream.journey))
    for number in matching.new:
        if number not in closed_there and number not in doubtful:
            step = dream.steps[number]
            found.append((step.touchpoint.title, dream, step.path, "comes new"))
    return found


def _change(matching: Matching, number: int, now: Touchpoint, then: Touchpoint | None, rise: float) -> str:
    """What changes at a step of the current journey, in a word or two; nothing when nothing does."""
    if number in matching.dropped:
        return "is dropped"
    if number in matching.replaced or number in matching.absorbed:
        return "is replaced"
    if then is None:
        return ""
    if matching.kept[number] in matching.merged:
        return "takes in another step"
    if now.emotion and then.emotion and then.emotion.score - now.emotion.score >= max(rise, 1e-9):
        return f"rises from {now.emotion.score:g} to {then.emotion.score:g}"
    left = {name for pain in then.pains for name in (pain.id, *pain.was)}
    return "loses a pain point" if any(left.isdisjoint((pain.id, *pain.was)) for pain in now.pains) else ""


RULE = LintRule(
    code="K707",
    name="gap-without-initiative",
    group="dream",
    severity=Severity.WARNING,
    on="roadmap",
    check=check,
    doc=__doc__,
    ideas=(20, 21),
    options={"rise": Option(1.0, "An emotion that rises at least this much is a change to work on.", 0, 4)},
)
