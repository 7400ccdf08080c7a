"""What only is written otherwise, short: what it is called, and what stood there and stands there now."""

from __future__ import annotations

from klantreis.compare.gap import Item
from klantreis.compare.sentences import Sentences
from klantreis.report.comparison.phrases import told
from klantreis.report.comparison.words import Terms
from klantreis.wording import shortened

_SHORT = 80
_BEFORE = 20


def written(item: Item, terms: Terms) -> tuple[str, str, str]:
    """Give what comes before two texts, and the texts: `Duur: `, `2 weken`, `1 week`.

    A sentence and no texts for what a sentence tells better: another place, another title.
    """
    change = item.judged.change
    if change.topic != "details" or (change.before is None and change.after is None):
        return told(item, terms).here, "", ""
    sentences, key = Sentences(terms.words), str(change.facts["key"])
    called = str(change.facts.get("called") or "") if change.facts["item"] else ""
    name = str(sentences.subject(key, called, change.at.sort))
    name = name[:1].upper() + name[1:]
    texts = ["" if value is None else sentences.value(key, value) for value in (change.before, change.after)]
    before, after = shown(*texts)
    if before and after:
        return f"{name}: ", before, after
    name += f" ({terms['come'] if after else terms['gone']})"
    return (name, "", "") if called else (f"{name}: ", before, after)


def shown(before: str, after: str) -> tuple[str, str]:
    """Give two texts cut so that where they part is seen."""
    start = 0
    if max(len(before), len(after)) > _SHORT:
        pairs = enumerate(zip(before, after, strict=False))
        shared = next((number for number, (one, other) in pairs if one != other), 0)
        if shared > _SHORT // 2:
            start = max(0, before.rfind(" ", 0, shared - _BEFORE))
    return _from(before, start), _from(after, start)


def _from(text: str, start: int) -> str:
    return f"…{shortened(text[start:], _SHORT)}" if start and text else shortened(text, _SHORT)
