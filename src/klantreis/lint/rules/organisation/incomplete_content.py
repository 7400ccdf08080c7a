"""A content item does not say where it is offered, what it serves or what it asks.

Content that is only a title ends up as one more blog nobody reads. Three questions make it work:
where does the customer meet it (`channel`), which question or motivation of this phase does it
serve (`serves`), and what should they do next (`call_to_action`)? Without the last one the content
score has nothing to count either: reading on is no step in a journey.

What no item has, although there are several, is reported once. Dreams are left alone.

Bad:

    title: Ik wil een nieuwe website
    phases:
      - title: Oriëntatie
        content:
          - title: Tien tips voor een goede website
            channel: web
            serves: information

Good:

    title: Ik wil een nieuwe website
    phases:
      - title: Oriëntatie
        content:
          - title: Tien tips voor een goede website
            channel: web
            serves: information
            call_to_action: Download de checklist

Fix: none.
"""

from __future__ import annotations

from collections.abc import Iterator

from klantreis.findings import Path, Severity
from klantreis.lint.naming import listed
from klantreis.lint.rule import Found, LintRule, Options
from klantreis.lint.subject import TOP, JourneySubject
from klantreis.model.journey import Content
from klantreis.wording import shortened

_WORDS = {"channel": "channel", "serves": "purpose", "call_to_action": "call to action"}
_ASKED = {
    "channel": "where customers meet it (`channel`)",
    "serves": "what it is for (`serves`)",
    "call_to_action": "what it asks them to do (`call_to_action`)",
}


def check(subject: JourneySubject, _options: Options) -> Iterator[Found]:
    """Find what content lacks: once what no item has, for each item what only some have."""
    items: list[tuple[Path, Content]] = [
        ((*path, "content", n), item)
        for path, phase in subject.phases
        if phase.content
        for n, item in enumerate(phase.content)
    ]
    if not items or not subject.current:
        return
    shared: list[str] = []
    if len(items) > 1:
        shared = [key for key in _WORDS if not any(getattr(item, key) for _, item in items)]
    if shared:
        yield Found(TOP, f"None of the {len(items)} content items has a {_words(shared)}.", _hint(shared))
    for path, item in items:
        if missing := [key for key in _WORDS if key not in shared and not getattr(item, key)]:
            yield Found(path, f"Content `{shortened(item.title)}` has no {_words(missing)}.", _hint(missing))


def _words(keys: list[str]) -> str:
    return listed([_WORDS[key] for key in keys], "or")


def _hint(keys: list[str]) -> str:
    return f"Write {listed([_ASKED[key] for key in keys])}."


RULE = LintRule(
    code="K609",
    name="incomplete-content",
    group="organisation",
    severity=Severity.INFO,
    on="journey",
    check=check,
    doc=__doc__,
    ideas=(26,),
)
