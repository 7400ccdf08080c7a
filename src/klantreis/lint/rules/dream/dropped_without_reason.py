"""A dream takes a step away and does not say why.

Taking steps away is the boldest thing a dream does, and the first thing colleagues ask about:
"where did the phone call go?" A step can be superfluous, because the customer never wanted it, or
automated, because it still happens and nobody has to do it. The two ask for different work. A
word in `why`, or a sentence in `note`, answers the question before the meeting does.

Bad:

    id: fiets
    title: Ik laat mijn fiets repareren
    phases:
      - title: Reparatie
        touchpoints: [Brengt de fiets weg, Belt of hij klaar is]
    ---
    title: Mijn fiets is morgen klaar
    state: dream
    of: fiets
    drops: belt-of-hij-klaar-is
    phases:
      - title: Reparatie
        touchpoints: Brengt de fiets weg

Good:

    id: fiets
    title: Ik laat mijn fiets repareren
    phases:
      - title: Reparatie
        touchpoints: [Brengt de fiets weg, Belt of hij klaar is]
    ---
    title: Mijn fiets is morgen klaar
    state: dream
    of: fiets
    drops: {id: belt-of-hij-klaar-is, why: superfluous, note: De fietsenmaker appt zelf.}
    phases:
      - title: Reparatie
        touchpoints: Brengt de fiets weg

Fix: none.
"""

from __future__ import annotations

from collections.abc import Iterator

from klantreis.findings import Severity
from klantreis.lint.rule import Found, LintRule, Options
from klantreis.lint.subject import JourneySubject
from klantreis.wording import shortened

_HINT = "Say `why: superfluous` or `why: automated`, or give the reason in a `note`."


def check(subject: JourneySubject, _options: Options) -> Iterator[Found]:
    """Find drops without a reason."""
    drops = subject.journey.drops
    if not drops or subject.current:
        return
    bare = [number for number, drop in enumerate(drops) if drop.why is None and not drop.note]
    if len(bare) == len(drops) > 1:
        yield Found(("drops",), f"None of the {len(drops)} dropped steps says why it can go.", _HINT, key=True)
        return
    for number in bare:
        yield Found(("drops", number), f"`{shortened(drops[number].id)}` is dropped without a reason.", _HINT)


RULE = LintRule(
    code="K704",
    name="dropped-without-reason",
    group="dream",
    severity=Severity.INFO,
    on="journey",
    check=check,
    doc=__doc__,
    ideas=(22,),
)
