"""How long a comparison, a merge and a history take: large journeys in this process, a thousand commits in another."""

from __future__ import annotations

import os
import random
import subprocess
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

from corpus import journey, yaml_lines

_AUTHOR = {f"GIT_{who}_{what}": value for who in ("AUTHOR", "COMMITTER")
           for what, value in (("NAME", "Truus"), ("EMAIL", "truus@example.org"))}  # fmt: skip


def comparison_time(touchpoints: int, times: int) -> float:
    """Give the median seconds of comparing two journeys of so many touchpoints, judged and told.

    Both are related: a tenth of the steps moved, a tenth went, a tenth came, every third feels otherwise.
    """
    from klantreis.compare.comparison import compare
    from klantreis.compare.gap import gap_of
    from klantreis.compare.sentences import tell
    from klantreis.compare.side import Side
    from klantreis.model.journey import Journey

    old, new = (Journey.model_validate(data) for data in _relatives(touchpoints))
    walls = []
    for _ in range(times):
        begin = perf_counter()
        found = gap_of(compare(Side(old), Side(new), plan=False))
        for item in found.items:
            tell(item.judged, "nl")
        walls.append(perf_counter() - begin)
        if len(found.items) < touchpoints // 3:
            raise AssertionError(f"only {len(found.items)} differences were found")
    return median(walls)


def gap_page_time(touchpoints: int, times: int) -> float:
    """Give the median seconds of drawing what lies between two journeys of so many touchpoints, as a page."""
    from klantreis.compare.comparison import compare
    from klantreis.compare.gap import gap_of
    from klantreis.compare.side import Side
    from klantreis.model.journey import Journey
    from klantreis.render.gap import render_gap_html

    old, new = (Side(Journey.model_validate(data)) for data in _relatives(touchpoints))
    found = gap_of(compare(old, new, plan=False))
    # The first one reads templates and fonts.
    render_gap_html(found)
    walls = []
    for _ in range(times):
        begin = perf_counter()
        render_gap_html(found)
        walls.append(perf_counter() - begin)
    return median(walls)


def merge_time(touchpoints: int, times: int) -> float:
    """Give the median seconds of a merge by ids, where each side changed one step of so many, and no two the same."""
    from klantreis.merge import merge

    base = "klantreis: 1\n" + "\n".join(yaml_lines(_large(touchpoints))) + "\n"
    ours, theirs = (
        base.replace(f"id: stap-{number}\n", f"id: stap-{number}\n        goal: Anders\n")
        for number in (3, touchpoints - 3)
    )
    walls = []
    for _ in range(times):
        begin = perf_counter()
        merged = merge(base.encode(), ours.encode(), theirs.encode())
        walls.append(perf_counter() - begin)
        if merged is None or not merged.clean:
            raise AssertionError("two changes far apart were not merged")
    return median(walls)


def _relatives(count: int) -> tuple[dict[str, Any], dict[str, Any]]:
    pick = random.Random(7)
    old = _large(count)
    new = _large(count)
    phases = new["phases"]
    for phase in phases:
        steps = phase["touchpoints"]
        for step in pick.sample(steps, len(steps) // 3):
            step["emotion"] = {"score": round(pick.uniform(-2, 2), 1)}
        for step in pick.sample(steps, len(steps) // 10):
            steps.remove(step)
            pick.choice(phases)["touchpoints"].append(step)
        del steps[pick.randrange(len(steps))]
        steps.insert(0, {"title": f"Nieuw in {phase['title']}", "channel": "web"})
    return old, new


def _large(count: int) -> dict[str, Any]:
    """One journey with as many touchpoints as asked, taken from those of the corpus."""
    steps: list[dict[str, Any]] = []
    seed = 0
    while len(steps) < count:
        for phase in journey(seed)["phases"]:
            steps += phase["touchpoints"]
        seed += 1
    phases = [
        {"id": f"fase-{n}", "title": f"Fase {n}", "touchpoints": steps[n * 20 : n * 20 + 20]}
        for n in range(count // 20)
    ]
    for number, step in enumerate(steps):
        step["id"] = f"stap-{number}"
        step.pop("next", None)
    return {"id": "groot", "title": "Een grote klantreis", "phases": phases}


def write_history(folder: Path, commits: int) -> Path:
    """Make a repository in which one journey was changed in so many commits; give the journey's file."""
    folder.mkdir(parents=True)
    file = folder / "klantreis.yaml"
    _git(folder, "init", "--quiet", "--initial-branch=main")
    _git(folder, "fast-import", "--quiet", stdin="".join(_commits(commits)).encode())
    _git(folder, "checkout", "--quiet", "main")
    return file


def _commits(count: int) -> Iterator[str]:
    """What `git fast-import` reads: in each commit one emotion is another."""
    pick = random.Random(11)
    data = journey(1)
    steps = [step for phase in data["phases"] for step in phase["touchpoints"]]
    for number in range(count):
        pick.choice(steps)["emotion"] = {"score": round(pick.uniform(-2, 2), 1), "word": f"versie {number}"}
        text = "\n".join(yaml_lines(data)) + "\n"
        message = f"Versie {number}"
        when = f"Truus <truus@example.org> {1_700_000_000 + number * 3600} +0100"
        yield f"commit refs/heads/main\nauthor {when}\ncommitter {when}\n"
        yield f"data {len(message.encode())}\n{message}\n"
        yield f"M 100644 inline klantreis.yaml\ndata {len(text.encode())}\n{text}\n"


def _git(folder: Path, *arguments: str, stdin: bytes | None = None) -> None:
    subprocess.run(["git", *arguments], cwd=folder, input=stdin, check=True, env={**os.environ, **_AUTHOR})
