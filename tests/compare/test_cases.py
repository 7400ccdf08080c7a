"""Cases as folders: what is found between two journeys, told as people read it.

A folder in `cases/` holds `before.yaml` and `after.yaml` (two states: `klantreis diff`), or
`current.yaml` and `dream.yaml` (a plan: `klantreis gap`), the latter with a `roadmap.yaml` or not.
A dream of a dream has the dreams between in `between.yaml`. `organisation.yaml` says what channels,
teams and metrics mean. `expected.txt` holds everything that is found: a line for each difference, as

    verdict size topic.what id @ place | what is different | what to think of it | who does the work

then the roadmap's coverage, the opportunities by rank, and steps that only look alike.
To write it, set KLANTREIS_UPDATE_CASES=1, and read every line of what changed.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from klantreis.check.load import load
from klantreis.compare.comparison import Comparison, compare
from klantreis.compare.gap import Gap, gap_of
from klantreis.compare.judgement.verdict import VERDICTS
from klantreis.compare.sentences import tell
from klantreis.compare.side import Side
from klantreis.compare.topics import WHATS
from klantreis.engine.run import Input, check
from klantreis.findings import Severity
from klantreis.language.numbers import number
from klantreis.language.words import words_of
from klantreis.model.journey import Journey

CASES = sorted(folder for folder in (Path(__file__).parent / "cases").iterdir() if folder.is_dir())
UPDATE = os.environ.get("KLANTREIS_UPDATE_CASES") == "1"
FEWEST = 40


def documents(folder: Path, name: str) -> list[Any]:
    path = folder / f"{name}.yaml"
    if not path.exists():
        return []
    return [document.structure.model for document in load(path.name, path.read_bytes(), named=True).documents]


def journey(folder: Path, name: str) -> Journey:
    [found] = documents(folder, name)
    return found


def found_in(folder: Path) -> Gap:
    plan = (folder / "dream.yaml").exists()
    organisation = next(iter(documents(folder, "organisation")), None)
    names = ("current", "dream") if plan else ("before", "after")
    old, new = (Side(journey(folder, name), organisation) for name in names)
    comparison = compare(old, new, plan=plan, via=documents(folder, "between"))
    return gap_of(comparison, next(iter(documents(folder, "roadmap")), None))


def lines(gap: Gap) -> Iterator[str]:
    """Everything that a comparison found, a line each."""
    comparison = gap.comparison
    for item in gap.items:
        judged, change = item.judged, item.judged.change
        told = tell(judged, comparison.language)
        where = place(comparison, change)
        head = f"{judged.verdict} {judged.size} {change.topic}.{change.what} {change.id} @ {where}"
        parts = [head, told.what, told.why]
        if item.work and gap.roadmap:
            parts.append(f"closed by {ids(item.closed_by)}" if item.closed_by else "open work")
        elif item.work:
            parts.append("work")
        yield " | ".join(parts)
    if not gap.items:
        yield "no differences"
    if gap.coverage:
        yield f"coverage {gap.coverage.covered} of {gap.coverage.total}"
        yield from (f"idle {initiative.id}" for initiative in gap.coverage.idle)
        yield from (f"late {one.id} waits for {other.id}" for one, other in gap.coverage.late)
    if comparison.plan:
        for chance in gap.opportunities:
            rank = number(chance.priority, words_of("en")) if chance.priority else "no estimate"
            closed = f" | closed by {ids(chance.closed_by)}" if chance.closed_by else ""
            yield f"opportunity {rank} {'taken' if chance.taken else 'left'} {chance.id} @ {chance.where}{closed}"
    for alike in gap.lookalikes:
        yield f"looks like {alike.old_id} -> {alike.new_id}"


def ids(initiatives: Any) -> str:
    return ", ".join(initiative.id for initiative in initiatives)


def place(comparison: Comparison, change: Any) -> str:
    """Where a change stands, by ids, on either side."""
    if change.at.sort == "journey":
        return "journey"
    sides = []
    for side, at in ((comparison.old, change.at.old), (comparison.new, change.at.new)):
        if at is None:
            sides.append("-")
        else:
            sides.append(side.steps[at].touchpoint.id if change.at.sort == "touchpoint" else side.journey.phases[at].id)
    return sides[0] if sides[0] == sides[1] else " > ".join(sides)


@pytest.mark.parametrize("folder", CASES, ids=lambda folder: folder.name)
def test_what_is_found_is_what_was_expected(folder):
    found = "".join(f"{line}\n" for line in lines(found_in(folder)))
    expected = folder / "expected.txt"
    if UPDATE:
        expected.write_text(found, "utf-8")
    assert found == expected.read_text("utf-8")


@pytest.mark.parametrize("folder", CASES, ids=lambda folder: folder.name)
def test_every_file_of_a_case_is_what_the_format_allows(folder):
    files = sorted(folder.glob("*.yaml"))
    known = {"before", "after", "current", "between", "dream", "roadmap", "organisation"}
    assert {path.stem for path in files} <= known
    # Two states of a journey have one id, so they are checked apart.
    for other in ("before", "after") if "before" in {path.stem for path in files} else ("",):
        chosen = [path for path in files if path.stem != other]
        inputs = [Input(path.name, path, named=True, data=path.read_bytes()) for path in chosen]
        errors = [found.message for found in check(inputs).findings if found.severity is Severity.ERROR]
        assert errors == []


def test_there_are_enough_cases_and_each_has_another_name_and_answer():
    answers = {(folder / "expected.txt").read_text("utf-8") for folder in CASES}
    assert len(CASES) >= FEWEST
    assert len(answers) == len(CASES)


def test_nothing_is_written_by_accident():
    assert not UPDATE, "expected.txt was written anew: read what changed, and run again without KLANTREIS_UPDATE_CASES"


def test_everything_that_a_topic_can_find_is_in_a_case():
    lines_ = [line for folder in CASES for line in (folder / "expected.txt").read_text("utf-8").splitlines()]
    found = {words[2] for line in lines_ if (words := line.split(" "))[0] in VERDICTS}
    assert {f"{topic}.{what}" for topic, whats in WHATS.items() for what in whats} == found
