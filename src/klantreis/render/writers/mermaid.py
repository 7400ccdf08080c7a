r"""Mermaid's own `journey`: phases as sections, touchpoints as tasks with a score, teams as actors.

Its grammar has no escapes of its own, but Mermaid turns `#59;` into a sign before it reads the diagram and back
after it has drawn it, so every sign that could mean something is written so. The score is the emotion plus 3, in
decimals, which Mermaid draws at their own height. What is lost is said in comments at the top.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from textwrap import wrap

from klantreis.language.numbers import signed
from klantreis.language.words import Words, words_of
from klantreis.model import scores
from klantreis.model.builtin import NO_CHANNEL, channel_id
from klantreis.model.fields import Titled
from klantreis.model.journey import Journey, Phase
from klantreis.model.scores import Feeling
from klantreis.model.setting import Setting
from klantreis.model.touchpoint import Touchpoint
from klantreis.render.content.choice import Choice
from klantreis.render.content.names import Names
from klantreis.render.kit.clean import clean
from klantreis.render.parts import Options, Part
from klantreis.render.telling.lost import lost
from klantreis.wording import shortened

_NEUTRAL = 3
_LONGEST, _NAME = 200, 60
_MOST_NAMES = 12
_WIDE = 110
# What ends, splits or starts something in the grammar, in Mermaid's directives or in HTML. Curly brackets too:
# `%%{` is a directive wherever it stands.
_SIGNS = re.compile(r"[#;:,%<>&\"'`{}\[\]\\|$]")
_KEYWORD = re.compile(r"(?:title|section|journey)", re.IGNORECASE)


def write(parts: Sequence[Part], _options: Options) -> str:
    """Give one journey; its title and every text are escaped."""
    (part,) = parts
    return "\n".join(_lines(part.settings[0], part.choice)) + "\n"


@dataclass(frozen=True, slots=True)
class _Task:
    """A task: `felt` is `own`, `phase` (the phase's emotion), `whole` (a phase as a task) or `none`."""

    title: str
    score: float
    actors: tuple[str, ...]
    felt: str


def _lines(setting: Setting, choice: Choice) -> Iterator[str]:
    journey = setting.journey
    fixed = words_of(journey.language)
    words, names = fixed.about("mermaid"), Names(setting, fixed)
    places = choice.phases_of(journey)
    phases = [journey.phases[place] for place in places]
    kind, tasks = _tasks(setting, phases, names, words)
    left_out = [phase for place, phase in enumerate(journey.phases) if place not in places]
    for line in _comments(journey, phases, left_out, tasks, words, kind):
        yield from wrap(line, _WIDE, initial_indent="%% ", subsequent_indent="%%   ", break_on_hyphens=False)
    yield "journey"
    title = _called(journey)
    yield f"    title {title}"
    yield f"    accTitle: {title}"
    if description := _description(journey, words):
        yield f"    accDescr: {description}"
    for phase, held in zip(phases, tasks, strict=True):
        yield f"    section {_called(phase)}"
        for task in held:
            yield f"      {task.title}: {_score(task.score)}: {', '.join(task.actors)}"
    if not any(tasks):
        # Without a single task Mermaid draws nothing, not even the title.
        yield f"      {escaped(words['nothing'])}: {_NEUTRAL}: {_customer(setting, words)}"


def _tasks(setting: Setting, phases: Sequence[Phase], names: Names, words: Words) -> tuple[str, list[list[_Task]]]:
    """What the actors are (`team`, `channel`, `customer`), and the tasks of each phase."""
    steps = list(setting.journey.touchpoints())
    kind = (
        "team" if any(step.owner for step in steps) else "channel" if any(map(scores.channels, steps)) else "customer"
    )
    customer = _customer(setting, words)

    def actors(step: Touchpoint) -> tuple[str, ...]:
        if kind == "team":
            found = [names.team(step.owner)] if step.owner else []
        else:
            found = [names.channel(item)[0] for item in step.channel if channel_id(item) != NO_CHANNEL]
        return tuple(escaped(name, _NAME) for name in dict.fromkeys(filter(None, found))) or (customer,)

    def tasks(phase: Phase) -> list[_Task]:
        own = any(step.emotion for step in phase.touchpoints)
        whole = None if own or phase.emotion is None else phase.emotion.score
        if not phase.touchpoints and whole is not None:
            return [_Task(_name(phase), whole, (customer,), "whole")]
        return [_task(step, whole, actors(step), words) for step in phase.touchpoints]

    return kind, [tasks(phase) for phase in phases]


def _task(step: Touchpoint, whole: float | None, actors: tuple[str, ...], words: Words) -> _Task:
    if step.emotion:
        return _Task(_name(step), step.emotion.score, actors, "own")
    if whole is not None:
        return _Task(_name(step), whole, actors, "phase")
    # Mermaid reads a missing score as 0, far below the worst; what nobody knows stands in the middle and says so.
    return _Task(f"{_name(step)} ({escaped(words['no-emotion'])})", 0, actors, "none")


def _customer(setting: Setting, words: Words) -> str:
    name = setting.persona.name if setting.persona else setting.journey.persona
    return escaped(name, _NAME) or escaped(words["customer"])


def _comments(
    journey: Journey,
    phases: Sequence[Phase],
    left_out: Sequence[Phase],
    tasks: list[list[_Task]],
    words: Words,
    kind: str,
) -> Iterator[str]:
    yield words["made"].format(title=_called(journey), id=escaped(journey.id))
    yield f"{words['score']} {words[f'actors-{kind}']}"
    every = [task for held in tasks for task in held]
    felt = {key: [task.title for task in every if task.felt == key] for key in ("none", "whole")}
    told = (
        ("neutral", [title.rsplit(" (", 1)[0] for title in felt["none"]]),
        ("phase-emotion", _titles(p for p, held in zip(phases, tasks, strict=True) if _of(held, "phase"))),
        ("phase-task", felt["whole"]),
        ("empty", _titles(phase for phase, held in zip(phases, tasks, strict=True) if not held)),
        ("left-out", _titles(left_out)),
    )
    for key, names in told:
        if names:
            yield words[key].format(names=_some(names, words))
    if things := lost(journey, phases, words, channels=kind != "channel"):
        yield words["lost"].format(things=", ".join(things))


def _of(held: Sequence[_Task], felt: str) -> bool:
    return any(task.felt == felt for task in held)


def _titles(phases: Iterable[Phase]) -> list[str]:
    return [_called(phase) for phase in phases]


def _some(names: Sequence[str], words: Words) -> str:
    more = [words["and-more"].format(count=len(names) - _MOST_NAMES)] if len(names) > _MOST_NAMES else []
    return ", ".join([*names[:_MOST_NAMES], *more])


def _description(journey: Journey, words: Words) -> str:
    mean, remembered = scores.experience_score(journey), scores.remembered_score(journey)
    high, low, end = scores.high(journey), scores.low(journey), scores.end(journey)
    if mean is None or remembered is None or high is None or low is None or end is None:
        return ""

    def told(feeling: Feeling) -> str:
        return f"{_called(feeling.touchpoint or feeling.phase)} ({signed(feeling.score, words)})"

    return words["description"].format(
        mean=signed(mean, words), remembered=signed(remembered, words), high=told(high), low=told(low), end=told(end)
    )


def _score(emotion: float) -> str:
    return f"{emotion + _NEUTRAL:.2f}".rstrip("0").rstrip(".")


def _called(thing: Titled) -> str:
    return escaped(thing.title) or escaped(thing.id) or "–"


def _name(thing: Titled) -> str:
    """A title at the beginning of a line, where some words are the grammar's own."""
    text = _called(thing)
    return f"#{ord(text[0])};{text[1:]}" if _KEYWORD.match(text) else text


def escaped(text: str, longest: int = _LONGEST) -> str:
    """Give a text on one line that Mermaid shows as it is, cut at `longest` characters with an ellipsis."""
    return _SIGNS.sub(lambda match: f"#{ord(match.group())};", shortened(clean(text), longest))
