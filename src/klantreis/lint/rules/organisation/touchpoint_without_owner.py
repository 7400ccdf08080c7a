"""A touchpoint is in nobody's hands.

Ask in the workshop who picks up the phone when this step goes wrong. Where everybody looks at
somebody else, the customer falls between two departments: nobody measures the step, nobody mends
it, and every improvement waits for an owner. A name beside each touchpoint is the cheapest
improvement on the map. It need not be the team that does all the work, only the one that
notices when it fails.

Steps where the customer only thinks or waits (`channel: none`) need no owner, and neither do those
that `zoom` into a journey of their own: its touchpoints have owners. The rule says nothing until
the map, or the organisation, names its teams. Where most touchpoints lack an owner it says so once.

Bad:

    title: Ik wil een nieuwe website
    phases:
      - title: Aankoop
        touchpoints:
          - {title: Vraagt een offerte aan, channel: web, owner: Marketing}
          - {title: Bespreekt de offerte, channel: phone, owner: Sales}
          - {title: Krijgt de eerste rekening, channel: email}

Good:

    title: Ik wil een nieuwe website
    phases:
      - title: Aankoop
        touchpoints:
          - {title: Vraagt een offerte aan, channel: web, owner: Marketing}
          - {title: Slaapt er een nachtje over, channel: none}
          - {title: Krijgt de eerste rekening, channel: email, owner: Administratie}

Fix: none.
"""

from __future__ import annotations

from collections.abc import Iterator

from klantreis.findings import Severity
from klantreis.lint.rule import Found, LintRule, Options
from klantreis.lint.subject import TOP, JourneySubject
from klantreis.model.parts import Step
from klantreis.wording import shortened

_HINT = "Name under `owner` the team that notices when it goes wrong."
_THEIRS = frozenset({"partner", "word-of-mouth"})
"""Where the customer meets others than us."""
_ENOUGH = 3
"""Below this many touchpoints it is a first sketch."""
_FEW = 3
"""So many are told one by one, whatever their part of the whole."""


def check(subject: JourneySubject, _options: Options) -> Iterator[Found]:
    """Find touchpoints without an owner, in a journey as it is that has owners."""
    if not subject.current:
        return
    bare = [step for step in subject.steps if not step.touchpoint.owner and not _apart(step)]
    if not bare:
        return
    owned = sum(1 for step in subject.steps if step.touchpoint.owner)
    total = owned + len(bare)
    if owned == 0:
        teams = subject.organisation.teams if subject.organisation else ()
        if teams and total >= _ENOUGH:
            yield Found(TOP, f"None of the {total} contacts has an owner.", _HINT)
    elif len(bare) > max(owned, _FEW):
        yield Found(TOP, f"{len(bare)} of the {total} touchpoints have no owner.", _HINT)
    else:
        for step in bare:
            yield Found(step.path, f"`{shortened(step.touchpoint.title)}` has no owner.", _HINT)


def _apart(step: Step) -> bool:
    """Whether the customer thinks or waits there or meets others, or a journey of its own tells who has its parts."""
    return bool(step.touchpoint.zoom) or (bool(step.touchpoint.channel) and step.channels <= _THEIRS)


RULE = LintRule(
    code="K601",
    name="touchpoint-without-owner",
    group="organisation",
    severity=Severity.INFO,
    on="journey",
    check=check,
    doc=__doc__,
    ideas=(9,),
)
