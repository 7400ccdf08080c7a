"""A suggestion as a roadmap document: valid, in the one form, with comments on what to think of.

Nothing that a stranger wrote comes into a comment: there it could be taken for an order.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from klantreis.compare.proposal import Proposal
from klantreis.compare.suggestion import Suggestion
from klantreis.edit.format import format_text
from klantreis.edit.scalars import scalar
from klantreis.language.numbers import number
from klantreis.language.words import Words, words_of
from klantreis.model.metrics import metric_info
from klantreis.model.text import MAX_ID

_TITLES_NL = {
    "opportunity": "{0}",
    "unneeded": "{0} overbodig maken",
    "automate": "{0} vanzelf laten gaan",
    "merge": "{0} in plaats van {1} stappen",
    "replace": "Van {1} naar {0}",
    "add": "{0} invoeren",
    "solve": "{0} oplossen",
    "improve": "{0} verbeteren",
    "phase": "De fase {0} verbeteren",
    "metric": "{0} naar {1}",
}
_TITLES_EN = {
    "opportunity": "{0}",
    "unneeded": "Make {0} unnecessary",
    "automate": "Let {0} happen by itself",
    "merge": "{0} instead of {1} steps",
    "replace": "From {1} to {0}",
    "add": "Introduce {0}",
    "solve": "Solve {0}",
    "improve": "Improve {0}",
    "phase": "Improve the phase {0}",
    "metric": "{0} to {1}",
}
_NL = {
    "title": "Op weg naar {0}",
    "and": "en",
    "head": (
        "Een eerste voorzet, gemaakt uit de gap tussen de klantreis en de droom.",
        "Bespreek hem met de teams: klopt de volgorde, en wat moet er eerst klaar zijn (`depends_on`)?",
        "De kwartalen volgen uit de moeite; elk team doet zo veel mogelijk één ding tegelijk.",
    ),
    "more": (
        "Alleen wat in de roadmap nog ontbreekt. Neem over wat past, onder `initiatives`.",
        "Wat moet er eerst klaar zijn (`depends_on`)? De kwartalen volgen uit de moeite.",
    ),
    "estimate": "Nog niet ingeschat: wat levert dit de klant op (`impact`, 1 tot 5), en wat kost het (`effort`)?",
    "owner": "Wie pakt dit op? Vul `owner` in.",
    "left": "Niet alles van de droom is zo aan te wijzen: `klantreis gap` laat zien wat er nog openstaat.",
}
_EN = {
    "title": "On the way to {0}",
    "and": "and",
    "head": (
        "A first draft, made from the gap between the journey and the dream.",
        "Go through it with the teams: is the order right, and what must be done first (`depends_on`)?",
        "The quarters follow from the effort; each team does one thing at a time as far as it can.",
    ),
    "more": (
        "Only what the roadmap still lacks. Take over what fits, under `initiatives`.",
        "What must be done first (`depends_on`)? The quarters follow from the effort.",
    ),
    "estimate": "Not estimated yet: what does the customer gain (`impact`, 1 to 5), and what does it take (`effort`)?",
    "owner": "Who takes this up? Fill in `owner`.",
    "left": "Not all of the dream can be named like this: `klantreis gap` shows what is still open.",
}


def suggestion_text(suggestion: Suggestion, taken: Collection[str] = ()) -> str:
    """Give a suggestion as YAML; `taken` are the ids of roadmaps that are there already.

    Raises `ValueError` when there is nothing to suggest.
    """
    if not suggestion.proposals:
        raise ValueError("nothing to suggest")
    return format_text("\n".join(_lines(suggestion, taken)) + "\n")


def _lines(suggestion: Suggestion, taken: Collection[str]) -> Iterator[str]:
    comparison = suggestion.comparison
    words = words_of(comparison.language)
    said: Mapping[str, Any] = _NL if words.language == "nl" else _EN
    dream = comparison.new.journey
    for line in said["head" if suggestion.roadmap is None else "more"]:
        yield f"# {line}"
    if suggestion.left:
        yield f"# {said['left']}"
    yield "klantreis: 1"
    yield "kind: roadmap"
    yield f"id: {_text(_free(dream.id, taken))}"
    yield f"title: {_text(str(said['title']).format(words.quoted(dream.title)))}"
    yield f"from: {_text(comparison.old.journey.id)}"
    yield f"to: {_text(dream.id)}"
    yield "initiatives:"
    for found in suggestion.proposals:
        yield from _proposal(found, suggestion, words, said)


def _proposal(found: Proposal, suggestion: Suggestion, words: Words, said: Mapping[str, Any]) -> Iterator[str]:
    if not (found.impact and found.effort):
        yield f"  # {said['estimate']}"
    if not found.owner:
        yield f"  # {said['owner']}"
    yield f"  - id: {_text(found.id)}"
    yield f"    title: {_text(title_of(found, suggestion, words))}"
    if found.closes:
        yield f"    closes: [{', '.join(scalar(written, flow=True) for written in found.closes)}]"
    if found.owner:
        yield f"    owner: {_text(found.owner)}"
    for key in ("impact", "effort"):
        if (value := getattr(found, key)) is not None:
            yield f"    {key}: {value}"
    yield f"    start: {_quarter(found.begin)}"
    yield f"    end: {_quarter(found.end)}"
    yield "    status: idea"
    if found.metrics:
        yield "    metrics:"
        for name, target in found.metrics.items():
            yield f"      {_text(name)}: {target:.15g}"


def _quarter(when: tuple[int, int]) -> str:
    return f"{when[0]:04}-Q{when[1]}"


def _text(text: str) -> str:
    return scalar(text, flow=False)


def _free(dream: str, taken: Collection[str]) -> str:
    name = base = f"roadmap-{dream}"[: MAX_ID - 10].strip("-")
    number_ = 2
    while name in taken:
        name = f"{base}-{number_}"
        number_ += 1
    return name


def title_of(found: Proposal, suggestion: Suggestion, words: Words) -> str:
    """Give a proposal a title, in the words of people."""
    dutch = words.language == "nl"
    titles, joined = (_TITLES_NL, _NL["and"]) if dutch else (_TITLES_EN, _EN["and"])
    if found.sort == "opportunity":
        return found.names[0]
    if found.sort == "metric":
        (name, target), *_ = found.metrics.items()
        organisation = suggestion.comparison.new.organisation or suggestion.comparison.old.organisation
        info = metric_info(name, organisation, words.language)
        unit = "%" if info and info.unit == "%" else ""
        title = found.names[0]
        return titles["metric"].format(title[:1].upper() + title[1:], f"{number(target, words)}{unit}")
    names = [words.quoted(" ".join(name.split())) for name in found.names]
    if found.sort == "solve":
        return titles["solve"].format(_listed(names, str(joined)))
    if found.sort == "merge":
        count = len(names) - 1
        return titles["merge"].format(names[0], words.numerals[count] if count < len(words.numerals) else count)
    return titles[found.sort].format(*names)


def _listed(names: list[str], joined: str) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} {joined} {names[-1]}"
