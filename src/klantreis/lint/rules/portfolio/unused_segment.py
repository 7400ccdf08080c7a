"""A segment is listed and no journey or persona belongs to it.

Segments are there to choose: which customers do we want to serve well, and whose journey do we
draw first? A segment without a persona or a journey is a choice that was made in a report and
nowhere else. Pick someone out of it and follow them, or leave the segment out: a few that are
alive help more than many on paper.

The rule speaks once there are journeys, and is silent when part of the workspace cannot be read.

Bad:

    kind: organisation
    title: De Bank
    segments: [Starters, Gezinnen]
    ---
    title: Ik wil een bankrekening openen
    segment: Starters
    phases: [{title: Oriëntatie, touchpoints: Vraagt het haar moeder}]

Good:

    kind: organisation
    title: De Bank
    segments: [Starters, Gezinnen]
    ---
    kind: persona
    name: Familie De Vries
    segment: Gezinnen
    ---
    title: Ik wil een bankrekening openen
    segment: Starters
    phases: [{title: Oriëntatie, touchpoints: Vraagt het haar moeder}]

Fix: none.
"""

from __future__ import annotations

from collections.abc import Iterator

from klantreis.findings import Severity
from klantreis.lint.rule import Found, LintRule, Options
from klantreis.lint.rules.portfolio.listings import ready, unused
from klantreis.lint.subject import WorkspaceSubject
from klantreis.model.text import slug

_HINT = "Draw a journey or a persona for it, or leave the segment out."


def check(subject: WorkspaceSubject, _options: Options) -> Iterator[Found]:
    """Find the segments that no journey or persona names."""
    if not ready(subject, "segments"):
        return
    used = {slug(digest.segment) for digest in subject.digests.values() if digest.segment}
    every = "None of the {} segments has a journey or a persona."
    yield from unused(subject, "segments", used, every, "No journey or persona belongs to segment `{}`.", _HINT)


RULE = LintRule(
    code="K805",
    name="unused-segment",
    group="portfolio",
    severity=Severity.INFO,
    on="workspace",
    check=check,
    doc=__doc__,
    ideas=(18,),
)
