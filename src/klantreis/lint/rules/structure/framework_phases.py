"""The journey names a framework and does not follow it.

A framework is an agreement: everybody draws the same phases, so that journeys can be laid side by
side and a gap in one of them shows. A phase that is missing is mostly the one that nobody owned,
at the very beginning or after the sale. Phases of your own may stand between those of the
framework; a phase is recognised by its id or by its title, in Dutch or English. A dream may leave
phases out on purpose, so there only the order counts.

Bad:

    title: Ik wil een keuken
    framework: four-phases
    phases:
      - {title: Bewustwording, touchpoints: Ziet een keuken op televisie}
      - {title: Oriëntatie, touchpoints: Loopt binnen bij een showroom}
      - {title: Koop, touchpoints: Tekent het ontwerp}

Good:

    title: Ik wil een keuken
    framework: four-phases
    phases:
      - {title: Bewustwording, touchpoints: Ziet een keuken op televisie}
      - {title: Oriëntatie, touchpoints: Loopt binnen bij een showroom}
      - {title: Koop, touchpoints: Tekent het ontwerp}
      - {title: Gebruik, touchpoints: Kookt de eerste maaltijd}

Fix: none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from klantreis.findings import Severity
from klantreis.lint.rule import Found, LintRule, Options
from klantreis.lint.rules.structure.order import neighbour
from klantreis.lint.subject import JourneySubject
from klantreis.model.stages import Expected, expected, misplaced, places_in
from klantreis.wording import plural, shortened

_SHOWN = 3


def check(subject: JourneySubject, _options: Options) -> Iterator[Found]:
    """Find phases of the framework that are missing, and those out of order."""
    written = subject.journey.framework
    asked = expected(written, subject.organisation) if written else ()
    if not asked:
        return
    places = places_in(asked, subject.journey.phases)
    there = set(places)
    missing = [phase for place, phase in enumerate(asked) if place not in there]
    if missing and subject.current:
        yield Found(("framework",), _lacks(subject, missing), _HINT)
    known = [(number, place) for number, place in enumerate(places) if place is not None]
    ranks = [place for _, place in known]
    for wrong in misplaced(ranks):
        path, phase = subject.phases[known[wrong][0]]
        word, position = neighbour(ranks, wrong)
        other = known[position][0]
        yield Found(
            path,
            f"`{shortened(phase.title, 40)}` stands {word} `{shortened(subject.journey.phases[other].title, 40)}`: "
            f"in `{shortened(written, 30)}` it is the other way round.",
            "Put the phases in the framework's order, or leave `framework` out.",
            related=(subject.related(subject.phases[other][0], f"the phase it stands {word}"),),
        )


_HINT = "Add what is missing, give the phase that is meant that `id`, or leave `framework` out."


def _lacks(subject: JourneySubject, missing: Sequence[Expected]) -> str:
    dutch = subject.journey.language.partition("-")[0] in ("", "nl")
    names = []
    for phase in missing[:_SHOWN]:
        title = shortened(phase.nl if dutch else phase.en, 30)
        names.append(f"`{title}` (id `{shortened(phase.id, 25)}`)")
    more = f" and {len(missing) - _SHOWN} more" if len(missing) > _SHOWN else ""
    count, are = plural(len(missing), "phase"), "is" if len(missing) == 1 else "are"
    return f"{count} of `{shortened(subject.journey.framework, 30)}` {are} missing: {', '.join(names)}{more}."


RULE = LintRule(
    code="K307",
    name="framework-phases",
    group="structure",
    severity=Severity.WARNING,
    on="journey",
    check=check,
    doc=__doc__,
    ideas=(2, 30),
)
