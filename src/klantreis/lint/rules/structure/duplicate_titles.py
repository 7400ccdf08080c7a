"""Two touchpoints, or two phases, have the same title.

Their ids tell them apart, but people read titles: in a meeting, on the map, in a list of what must
improve. "Wacht" and again "Wacht" leaves everybody guessing which of the two is meant. Say what is
different about the second: waiting for what, calling about what, for the second or the third time.

Bad:

    title: Ik laat mijn auto keuren
    phases:
      - title: Aankoop
        touchpoints:
          - {id: belt-afspraak, title: Belt de garage}
          - {id: belt-ophalen, title: Belt de garage}

Good:

    title: Ik laat mijn auto keuren
    phases:
      - title: Aankoop
        touchpoints:
          - {id: belt-afspraak, title: Belt de garage voor een afspraak}
          - {id: belt-ophalen, title: Belt of hij klaar is}

Fix: none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from klantreis.findings import Path, Severity
from klantreis.lint.rule import Found, LintRule, Options
from klantreis.lint.subject import JourneySubject
from klantreis.model.journey import Phase
from klantreis.model.touchpoint import Touchpoint
from klantreis.wording import shortened


def check(subject: JourneySubject, _options: Options) -> Iterator[Found]:
    """Find phases and touchpoints that people cannot tell apart."""
    yield from _same(subject, "phase", subject.phases)
    yield from _same(subject, "touchpoint", [(step.path, step.touchpoint) for step in subject.steps])


def _same(subject: JourneySubject, sort: str, elements: Sequence[tuple[Path, Phase | Touchpoint]]) -> Iterator[Found]:
    titles = [element.title.strip().casefold() for _, element in elements]
    if len(set(titles)) == len(titles):
        return
    first: dict[str, int] = {}
    for number, title in enumerate(titles):
        (path, element), (earlier_path, earlier) = elements[number], elements[first.setdefault(title, number)]
        # Two with one id are an error already.
        if element.id != earlier.id:
            yield Found(
                (*path, "title"),
                f"A second {sort} is called `{shortened(element.title)}`.",
                "Say in the title what is different about it.",
                related=(subject.related((*earlier_path, "title"), "the first is here"),),
            )


RULE = LintRule(
    code="K316",
    name="duplicate-titles",
    group="structure",
    severity=Severity.WARNING,
    on="journey",
    check=check,
    doc=__doc__,
    ideas=(1, 30),
)
