"""Changes and judgements in people's words, in Dutch and English.

    told = tell(judged, "nl")
    told.what     # De stap “Belt over voorraad” vervalt.
    told.why      # De stap is overbodig: de klant hoeft hem niet meer te zetten.

    told.here     # Vervalt.

A language is a package with `WHAT`, a sentence for each `topic.what` of a change (with variants after
another dot: `VARIANTS`), `HERE`, the same under a heading that names the step or phase, and `WHY`, one
for each reason of a judgement; and with its words for keys and values of the format. In a sentence,
`{name}`, `{before}`, `{after}` and the facts of the change stand for themselves, with a form after a
colon: see `klantreis.compare.sentences.forms`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from klantreis.compare.change import Change
from klantreis.compare.judgement.verdict import Judged
from klantreis.compare.sentences.forms import Sentences
from klantreis.language.words import words_of


@dataclass(frozen=True, slots=True)
class Told:
    """A change in two sentences: what is different, and what to think of it.

    `here` is `what` as it reads under a heading that names the step or phase.
    """

    what: str
    why: str
    here: str


def tell(judged: Judged, language: str = "") -> Told:
    """Give a change and its judgement in the words of a journey's language."""
    words = words_of(language)
    sentences, change = Sentences(words), judged.change
    catalogue, values = sentences.catalogue, _values(change, sentences)
    key = key_of_sentence(change)
    what = sentences.sentence(catalogue.WHAT[key], values)
    here = catalogue.HERE.get(key) if change.at.sort != "journey" else None
    return Told(
        what,
        sentences.sentence(catalogue.WHY[judged.judgement.why], values),
        _opened(sentences.sentence(here, values)) if here else what,
    )


def _opened(sentence: str) -> str:
    """A sentence with a capital: it may begin with the name of a metric."""
    return sentence[:1].upper() + sentence[1:]


def _moved(change: Change) -> str:
    return "phase" if change.facts.get("phase") else "" if change.facts["behind"] else "first"


def _dreamed(change: Change) -> str:
    return "dream" if change.facts["plan"] else ""


def _titled(change: Change, value: Any) -> str:
    if not (change.facts["item"] and isinstance(value, dict)):
        return ""
    return "drop" if change.facts["key"] == "drops" else "item" if value.get("title") else ""


def _placed(change: Change) -> str:
    return "item" if change.facts["item"] else "order" if change.facts["key"] else ""


VARIANTS: Mapping[str, tuple[Callable[[Change], str], tuple[str, ...]]] = {
    "steps.removed": (_dreamed, ("", "dream")),
    "phases.removed": (_dreamed, ("", "dream")),
    "opportunities.taken": (lambda change: "unsaid" if change.facts["how"] == "unsaid" else "", ("", "unsaid")),
    "steps.moved": (_moved, ("", "phase", "first")),
    "phases.moved": (_moved, ("", "first")),
    "truths.gained": (lambda change: "new" if change.facts["gone"] else "", ("", "new")),
    "truths.lost": (
        lambda change: "gone" if change.facts["gone"] else _dreamed(change),
        ("", "gone", "dream"),
    ),
    "pains.solved": (lambda change: "unsaid" if change.facts["how"] == "unsaid" else "", ("", "unsaid")),
    "emotions.reworded": (
        lambda change: "named" if change.before is None else "unnamed" if change.after is None else "",
        ("", "named", "unnamed"),
    ),
    "evidence.reviewed": (lambda change: "" if change.before else "first", ("", "first")),
    "evidence.unreviewed": (lambda change: "" if change.after else "never", ("", "never")),
    "details.added": (lambda change: _titled(change, change.after), ("", "item", "drop")),
    "details.removed": (lambda change: _titled(change, change.before), ("", "item", "drop")),
    "details.moved": (_placed, ("", "item", "order")),
}
"""What is told in several ways: which of them a change asks for, and all that there are."""


def key_of_sentence(change: Change) -> str:
    """Give the key of the sentence that tells of a change: `topic.what`, with its variant."""
    key = f"{change.topic}.{change.what}"
    variant = VARIANTS[key][0](change) if key in VARIANTS else ""
    return f"{key}.{variant}" if variant else key


def _values(change: Change, sentences: Sentences) -> dict[str, Any]:
    """What a sentence may speak of."""
    values = {**change.facts, "name": change.name, "id": change.id, "before": change.before, "after": change.after}
    values["where"] = sentences.where(change.at.sort, change.facts.get("place", change.name))
    values |= sentences.catalogue.PARTS[change.at.sort]
    if change.topic == "pains":
        values |= sentences.pain(change.name, barrier=change.facts["barrier"])
    if change.topic == "details":
        key, called = change.facts["key"], change.facts["called"] if change.facts["item"] else ""
        values["subject"] = sentences.subject(key, called, change.at.sort)
        said = change.before if change.after is None else change.after
        values["note"] = said.get("note") or said.get("why") if isinstance(said, dict) else None
        values["difference"] = sentences.difference(key, change.before, change.after)
    return values


__all__ = ["VARIANTS", "Sentences", "Told", "key_of_sentence", "tell"]
