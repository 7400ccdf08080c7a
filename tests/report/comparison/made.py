"""Gaps and diffs made for a test, and formats as text."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from klantreis.check.load import load
from klantreis.compare.comparison import compare
from klantreis.compare.gap import Gap, gap_of
from klantreis.compare.side import Side
from klantreis.report.comparison import FORMATS, Compared, Report, Skipped

ROOT = Path(__file__).parents[3]
EXAMPLES = ROOT / "examples"
FILES = Path(__file__).parent / "files"
HOSTILE = (
    'Regel\nnog een | pijp <b>vet</b> "q" \' & @team #12 `code` [x](http://kwaad.example) ![i](y) www.kwaad.example '
    "\x1b[31mrood \u202eom \u2028 =1+1 $x$ :tada: ~label GH-12 a1b2c3d4 </details> <!-- -->"
)


@cache
def documents(*names: str):
    """Give the documents of files by id; no personas, whose ids journeys may have too."""
    found = {}
    for name in names:
        loaded = load(name, Path(name).read_bytes(), named=True)
        assert not [finding for finding in loaded.findings if str(finding.severity) == "error"], loaded.findings
        found |= {
            document.structure.model.id: document.structure.model
            for document in loaded.documents
            if document.structure.model.kind != "persona"
        }
    return found


def models(text: str):
    """Give the documents of a text, in order."""
    return [document.structure.model for document in load("a.yaml", text.encode(), named=True).documents]


def gap(old, new, *, plan=True, roadmap=None, organisation=None) -> Gap:
    """Hold two journeys beside each other."""
    sides = (Side(old, organisation, old.id), Side(new, organisation, new.id))
    return gap_of(compare(*sides, plan=plan), roadmap)


def michiel() -> Gap:
    """Give the gap of the example, with its roadmap and organisation."""
    folder = EXAMPLES / "michiel-mobiel"
    found = documents(*map(str, sorted(folder.rglob("*.yaml"))))
    return gap(
        found["michiel-mobiel"], found["michiel-mobiel-droom"],
        roadmap=found["roadmap-mobiel"], organisation=found["de-soeplepel"],
    )  # fmt: skip


def repair() -> Gap:
    """Give the English gap: something better, something worse, something open, and a roadmap that falls short."""
    found = documents(str(FILES / "repair.yaml"))
    return gap(found["repair"], found["repair-dream"], roadmap=found["repair-roadmap"], organisation=found["spin"])


def the_same() -> Gap:
    """Give a comparison without differences."""
    found = documents(str(FILES / "repair.yaml"))
    return gap(found["repair"], found["repair"], plan=False)


def report_of(found: Gap, title="Now → dream", kind="gap", **more) -> Report:
    """Give a report of one comparison."""
    names = {"old_name": found.comparison.old.name, "new_name": found.comparison.new.name} | more
    return Report(kind, (Compared(found, title, **names),))


def workspace_diff() -> Report:
    """Give a diff of everything that can be: changed, renamed, added, removed, unchanged, skipped."""
    same = the_same()
    before, after = (documents(str(FILES / f"bike-{when}.yaml"))["rent-a-bike"] for when in ("before", "after"))
    return Report(
        "diff",
        (
            Compared(gap(before, after, plan=False), "Renting a bike", "HEAD~1", "work tree"),
            Compared(same, "Repair", "HEAD~1", "work tree", status="same"),
            Compared(None, "A new one", "", "journeys/new.yaml", status="added", language="en"),
            Compared(None, "An old one", "journeys/old.yaml", "", status="removed", language="en"),
        ),
        (Skipped("HEAD~1:journeys/broken.yaml", "there are mistakes in it"),),
    )


def hostile() -> Report:
    """Give a report in which every text is a stranger's."""
    text = HOSTILE.translate({ord(char): " " for char in "\n\x1b\u202e\u2028"})
    quoted = '"=1+1,=2;@x ' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
    old, new, organisation, roadmap = models(_HOSTILE.replace("T_", quoted[:-1]).replace("_T", '"'))
    found = gap(old, new, roadmap=roadmap, organisation=organisation)
    compared = Compared(found, HOSTILE, HOSTILE, HOSTILE, note=HOSTILE)
    lost = Compared(None, HOSTILE, HOSTILE, "", status="removed", note=HOSTILE)
    again = gap(old, new, plan=False)
    return Report(
        "gap", (compared, lost, Compared(again, HOSTILE, "-x", "--y", status="renamed")), (Skipped(HOSTILE, HOSTILE),)
    )


def large(steps=200, *, pages=1) -> Report:
    """Give a report of long journeys that differ everywhere."""

    def journey(word, score):
        lines = ["id: lang", "title: Lang", "phases:"]
        for phase in range(steps // 10):
            lines += [f"  - id: fase-{phase}", f"    title: Fase {phase}", "    touchpoints:"]
            for step in range(10):
                lines += [
                    f"      - id: stap-{phase}-{step}", f"        title: {word} {phase} {step}",
                    f"        emotion: {score}", f"        thoughts: {word} {'gedachte ' * 12}",
                ]  # fmt: skip
        return models("\n".join(lines))[0]

    found = gap(journey("Eerst", -1), journey("Later", 1.5), plan=False)
    return Report("diff", tuple(Compared(found, f"Lang {n}", "a", "b") for n in range(pages)))


def written(name: str, report: Report) -> str:
    """Give a format's output as it goes to a file."""
    return "".join("".join(part for _, part in line).rstrip() + "\n" for line in FORMATS[name](report))


_HOSTILE = """\
id: eerst
title: T_ a_T
sources: [{id: s, title: T_ s_T}]
phases:
  - id: fase
    title: T_ f_T
    touchpoints:
      - id: blijft
        title: T_ b_T
        owner: T_ eigenaar_T
        channel: web
        thoughts: =1+1
        emotion: {score: -1.5, word: T_ w_T}
        pains: [{id: pijn, title: T_ p_T}]
        opportunities: [{id: kans, title: T_ k_T, solves: pijn, impact: 4, effort: 2}]
      - {id: gaat, title: T_ g_T, emotion: 1}
      - {id: zoek, title: T_ zoekt_T, emotion: 1}
---
id: droom
title: T_ d_T
state: dream
of: eerst
drops: [{id: gaat, why: superfluous, note: T_ n_T}]
phases:
  - id: fase
    title: T_ f2_T
    touchpoints:
      - id: blijft
        title: T_ b2_T
        owner: T_ ander_T
        channel: [web, app]
        thoughts: T_ t_T
        emotion: {score: 1.5, word: T_ w2_T}
        pains: [{id: nieuw, title: T_ p2_T}]
        metrics: {csat: {target: 8}}
      - {id: zoekt, title: T_ zoekt!_T, emotion: 1}
---
kind: organisation
id: org
title: T_ o_T
teams: [{id: t, title: T_ eigenaar_T}, {id: u, title: T_ ander_T}]
---
kind: roadmap
id: plan
title: T_ r_T
from: eerst
to: droom
initiatives:
  - {id: een, title: T_ i_T, closes: [pijn, kans], owner: t, start: 2027, end: 2027-Q2, depends_on: twee}
  - {id: twee, title: T_ j_T, closes: gaat, end: 2028, status: idea}
  - {id: niets, title: T_ l_T}
"""
