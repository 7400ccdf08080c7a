"""The priorities in words: figures that decide, table, notes, legend."""

from __future__ import annotations

from collections.abc import Iterator

from klantreis.language.numbers import number
from klantreis.render.content.cells import Context
from klantreis.render.content.header import kicker, who
from klantreis.render.kit.clean import clean
from klantreis.render.kit.items import Header, Stat
from klantreis.render.kit.sheet import Table
from klantreis.render.priorities.data import Chance, Priorities

_LISTED = 6
"""The most pains that a note lists."""
_LEVELS = ("", "low-severity", "medium-severity", "high-severity")


def header(context: Context, data: Priorities) -> Header:
    """Give what stands above the picture."""
    journey, words = context.setting.journey, data.words
    return Header(
        f"{kicker(journey, data.fixed)} · {words['kicker']}",
        clean(journey.title),
        words["lead"] if data.weighed else "",
        who(context),
        tuple(_stats(data)),
        (),
    )


def _stats(data: Priorities) -> Iterator[Stat]:
    words = data.words
    weighed = sum(chance.weighed for chance in data.all)
    below = words["all-weighed"] if weighed == len(data.all) else words["weighed"].format(count=weighed)
    yield Stat(words["chances"], str(len(data.all)), below if data.all else "")
    if weighed:
        now = sum(chance.advice == "now" for chance in data.all)
        yield Stat(words["now"], str(now), words["now-why"], "good" if now else "ink")
    if data.graves:
        solved = data.graves - len(data.unsolved)
        value = f"{solved} {data.fixed['of']} {data.graves}"
        yield Stat(words["graves"], value, words["graves-why"], "bad" if data.unsolved else "good")


def notes(data: Priorities) -> tuple[str, ...]:
    """Give what a reader must know and cannot see."""
    words = data.words
    told = [words["order"]] if data.weighed else []
    if data.unsolved:
        listed = "; ".join(words["pain-at"].format(pain=pain, place=place) for pain, place in data.unsolved[:_LISTED])
        told.append(words["unsolved"].format(pains=listed + (" …" if data.unsolved[_LISTED:] else "")))
    if data.hidden:
        told.append(words["not-shown"].format(phases=", ".join(data.hidden)))
    return tuple(told)


def legend(data: Priorities) -> tuple[tuple[str, str], ...]:
    """Give the marks that are on the picture, each with its meaning; colours are named above the matrix."""
    wanted = (
        ("grave", data.words["grave-mark"], any(chance.grave for chance in data.shown)),
        ("truth", data.fixed["moment_of_truth"], any(chance.truth for chance in data.shown)),
        ("assumed-ring", data.fixed["unchecked-mark"], any(chance.guess for chance in data.shown)),
        ("severity", data.words["severity-mark"], any(chance.worst for chance in data.shown)),
        ("impact-effort", data.words["bar-mark"], any(chance.impact or chance.effort for chance in data.shown)),
    )
    return tuple((mark, text) for mark, text, shown in wanted if shown)


def summary(data: Priorities) -> str:
    """Give what the picture shows, for who cannot see it."""
    words = data.words
    if not data.shown:
        return words["none-here" if data.all else "none"]
    parts = []
    for key in ("now", "plan", "beside", "leave", "unweighed"):
        group = [chance for chance in data.shown if chance.advice == key]
        if group:
            parts.append(f"{words[key]}: {', '.join(chance.title for chance in group)}.")
    return " ".join(parts)


def tables(data: Priorities) -> tuple[Table, ...]:
    """Give every opportunity in figures and words."""
    words, fixed = data.words, data.fixed
    head = ("#", words["chance"], words["place"], fixed["phase"], words["impact-head"], words["effort-head"],
            words["score"], words["advice"], words["solves"], fixed["owner"], words["remarks"])  # fmt: skip
    rows = tuple(_row(chance, data) for chance in data.shown)
    return (Table(words["title"], head, rows, frozenset({0, 4, 5, 6})),) if rows else ()


def _row(chance: Chance, data: Priorities) -> tuple[str, ...]:
    words, fixed = data.words, data.fixed
    pains = [
        f"{pain.title} ({fixed['severity']}: {fixed[_LEVELS[pain.severity]]})" if pain.severity else pain.title
        for pain in chance.solves
    ]
    signs = [fixed["moment_of_truth"]] if chance.truth else []
    signs += [fixed["unchecked-mark"]] if chance.guess else []
    return (
        str(chance.number or "–"),
        chance.title,
        chance.where or "–",
        chance.phase,
        str(chance.impact or "–"),
        str(chance.effort or "–"),
        number(round(chance.score, 1), fixed) if chance.weighed else "–",
        words[chance.advice],
        "; ".join(pains) or "–",
        chance.owner or "–",
        ", ".join(signs) or "–",
    )
