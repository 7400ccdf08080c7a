"""What a result must show before it is given back: it reads, means what both sides meant, and lost no comment."""

from __future__ import annotations

import re
from collections import Counter

from klantreis.check.collector import Collector
from klantreis.check.index import Index
from klantreis.check.load import load
from klantreis.check.references import check_references
from klantreis.check.workspace import check_workspace
from klantreis.findings import Severity
from klantreis.model.organisation import Organisation

_NAMED = re.compile(r"`([^`]+)`")


def errors(text: str) -> set[tuple[str, str]]:
    """Give the errors of a file, as far as it can be judged alone: their codes and messages."""
    file = load("", text.encode("utf-8", "surrogatepass"), named=True)
    index = Index(incomplete=file.broken)
    for loaded in file.documents:
        if loaded.outline is None:
            continue
        index.add(loaded.outline)
        model = loaded.structure.model
        if isinstance(model, Organisation) and index.organisation is None:
            index.organisation, index.organisation_outline = model, loaded.outline
    findings = [*file.findings, *check_workspace(index, {""})]
    for loaded in file.documents:
        if loaded.structure.model is not None and loaded.outline is not None:
            out = Collector("", loaded.index, loaded.structure.source_path)
            check_references(loaded.structure.model, loaded.outline, index, out)
            findings += out.findings
    return {(found.rule.code, found.message) for found in findings if found.severity is Severity.ERROR}


def named_in(found: set[tuple[str, str]]) -> frozenset[str]:
    """Give the ids that errors name."""
    names = (name for _, message in found for name in _NAMED.findall(message))
    return frozenset(part for name in names for part in (name, *name.split("/")))


def keeps_comments(sides: list[Counter[str]], result: Counter[str]) -> bool:
    """Tell whether a result has the comments that both sides (base, ours, theirs) left or added, and no others."""
    base, ours, theirs = sides
    texts = {*base, *ours, *theirs, *result}
    return all(_fits(base[text], ours[text], theirs[text], result[text]) for text in texts)


def shows_comments(sides: list[Counter[str]], result: Counter[str]) -> bool:
    """Tell whether each comment that a side added is in one of the choices that a conflict leaves."""
    base, ours, theirs = sides
    texts = {*base, *ours, *theirs}
    return all(result[text] >= min(_low(base[text], ours[text], theirs[text]), 1) for text in texts)


def _fits(base: int, ours: int, theirs: int, result: int) -> bool:
    both = ours + theirs - base
    if (ours - base) * (theirs - base) > 0:
        alike = max(ours, theirs) if ours > base else min(ours, theirs)
        return min(both, alike) <= result <= max(both, alike)
    return result == both


def _low(base: int, ours: int, theirs: int) -> int:
    return max(ours, theirs) if max(ours, theirs) > base else min(ours, theirs)
