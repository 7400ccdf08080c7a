"""Sound documents of every kind, as plain data, with everything in them that people would not think of.

They are built from a few titles, ids and references that turn up everywhere, so that many
references lead somewhere, many lead to the wrong thing, and the rest lead nowhere.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from random import Random
from typing import Any

from klantreis.model.builtin import CHANNELS, FRAMEWORKS, METRICS, STAGES

IDS = ("bestellen", "droom", "aankoop", "betaalt", "wachttijd", "a", "b", "0", "-", "--a", "a-", "客户", "ß", "हिन्दी")
TITLES = (
    *IDS, "Bestellen", "Aankoop", "Betaalt", "Wachttijd", "Ｗachttijd", "Oriëntatie", "Foto's van 'Opa'", "İstanbul",
    "Клиент", "رحلة العميل", "👩‍👩‍👧 a", "x" * 500, "e\u0301e\u0301", "regel\neen", "2026", "no", "`b`",
    "{a}", "%s a", "exit", "assumption", "a/b", "\u202eomgekeerd", "a\u00a0b", "😀a",
)  # fmt: skip
DATES = ("0001", "0001-01-01", "1999-Q1", "2026", "2026-11", "2026-11-21", "2027-Q3", "9999", "9999-12-31")
DURATIONS = ("0 dagen", "1 uur", "2-4 weken", "6 maanden", "999999 jaar", "P999999Y", "P1Y2M3W4DT5H6M", "doorlopend")
NUMBERS = (0, -0.0, 1, 2.5, 7.8, 9, 60, 0.1, -100, 100, 5e-324, 1.7e308, -1.7e308, 10**15)
FLAGS = (True, False)
DENSITIES = (0.05, 0.2, 0.5, 0.5, 0.9)
MOODS = ((-2, -1.5, -1, -0.5, 0, 0.3, 1, 1.5, 2), (0, 0.3, 1, 1.5, 2), (1, 1.2), (-2, -1))
EXTRA = ("", " ", "!!!", "none", "http://", "javascript:alert(1)", "?", "*", "[a-z]*", "/", "a/", "/a", "a/b/c")


@dataclass(frozen=True, slots=True)
class Luck:
    """What every choice of one document is made with.

    `density` is how often a key is there, `most` how many items a list has, `mood` which emotions
    there are.
    """

    random: Random
    density: float
    most: int
    mood: tuple[float, ...]


def lucky(random: Random) -> Luck:
    return Luck(random, random.choice(DENSITIES), random.randint(1, 7), random.choice(MOODS))


Make = Callable[[Luck], Any]


def one(*values: Any) -> Make:
    return lambda luck: luck.random.choice(values)


def either(*makes: Make) -> Make:
    return lambda luck: luck.random.choice(makes)(luck)


def several(make: Make, most: int = 9) -> Make:
    return lambda luck: [make(luck) for _ in range(luck.random.randint(0, min(most, luck.most)))]


def many(make: Make) -> Make:
    """One value, or a list of some."""
    return either(several(make), several(make), make)


def filled(make: Make) -> Make:
    """One value, or a list that is not empty."""
    return lambda luck: [make(luck) for _ in range(luck.random.randint(1, luck.most + 1))]


def keyed(names: Make, make: Make) -> Make:
    return lambda luck: {names(luck): make(luck) for _ in range(luck.random.randint(0, luck.most))}


def maybe(required: dict[str, Make], **optional: Make) -> Make:
    """A mapping with keys that must be there, and some of the others."""

    def make(luck: Luck) -> dict[str, Any]:
        there = {key: item for key, item in optional.items() if luck.random.random() < luck.density}
        return {key: item(luck) for key, item in (required | there).items()}

    return make


def titled(**optional: Make) -> Make:
    """An element whose title need not have a slug when its id is written."""
    return either(
        maybe({"title": titles}, was=many(idents), **optional),
        maybe({"title": words, "id": idents}, was=many(idents), **optional),
    )


idents = one(*IDS)
titles = one(*(title for title in TITLES if title != "-"))
words = one(*TITLES, *filter(None, EXTRA))
texts = one(*TITLES, *EXTRA)
references = either(words, words, idents, lambda luck: f"{idents(luck)}/{idents(luck)}")
numbers = one(*NUMBERS)
flags = one(*FLAGS)


def scores(luck: Luck) -> float:
    return luck.random.choice(luck.mood)


ratings = one(1, 2, 3, 4, 5)
dates = one(*DATES)
durations = one(*DURATIONS)
teams = one("Sales", "sales", "Service", "a", "客户", "👍")

evidence = many(either(one("assumption"), words))
sources = several(
    titled(
        kind=one("interview", "survey", "analytics", "observation", "support-log", "workshop"),
        date=dates, sample=one(0, 1, 5, 10**12), link=texts,
    ),
    3,
)  # fmt: skip
emotions = either(scores, maybe({"score": scores}, word=texts))
pains = many(titled(severity=one("low", "medium", "high"), evidence=evidence))
gains = many(maybe({"title": words}, evidence=evidence))
opportunities = many(titled(solves=many(references), impact=ratings, effort=ratings, evidence=evidence))
metric_names = one(*METRICS, "CSAT", "NPS", "Own", "own", "客户")
metrics = keyed(
    metric_names,
    either(numbers, maybe({}, value=numbers, target=numbers, date=dates, evidence=evidence)),
)
stages = many(one(*STAGES))
channels = many(one(*CHANNELS, "e-mail", "Telefoon", "own", "balie"))
lanes = keyed(idents, either(words, numbers))
blueprint = many(titled(owner=teams, system=texts, next=many(references)))
truths = either(flags, maybe({}, kind=one("zmot", "fmot", "smot", "umot"), exceed=texts))
following = maybe({"to": either(references, one("exit"))}, when=texts, share=one(0, 0.4, 1))
touchpoints = titled(
    description=texts, channel=channels, initiator=one("customer", "organisation"), owner=teams,
    actions=many(words), thoughts=many(words), emotion=emotions, expectation=texts, experience=texts,
    moment_of_truth=truths, pains=pains, gains=gains, opportunities=opportunities, core_values=many(words),
    metrics=metrics, artefacts=blueprint, frontstage=blueprint, backstage=blueprint, support_processes=blueprint,
    duration=durations, next=many(following), automated=flags, optional=flags,
    events=many(maybe({"name": words}, where=keyed(words, words))), zoom=references, replaces=many(idents),
    image=texts, lanes=lanes, tags=many(words), evidence=evidence,
)  # fmt: skip
content = titled(
    format=texts, channel=channels, serves=many(words), call_to_action=texts, link=texts,
    signals=keyed(words, either(numbers, maybe({"points": numbers}, events=many(words)))),
)  # fmt: skip
motivations = maybe(
    {}, information=many(words), timing=many(words), sources=many(words), choice=many(words), purchase=many(words)
)
phases = titled(
    stage=stages, description=texts, goal=texts, duration=durations, questions=many(words), motivations=motivations,
    barriers=pains, opportunities=opportunities, emotion=emotions, metrics=metrics, content=many(content),
    touchpoints=many(either(titles, touchpoints, touchpoints, touchpoints)), evidence=evidence,
    lanes=lanes, zoom=references, replaces=many(idents),
)  # fmt: skip
HEAD = {"description": texts, "tags": many(words), "links": many(words)}
JOURNEY = {
    "language": one("nl", "en", "de-AT"),
    "framework": either(one(*FRAMEWORKS), words),
    "scope": one("product", "lifecycle"),
    "persona": references, "segment": words, "trigger": texts, "scenario": texts, "goal": texts,
    "expectations": many(words), "business_goals": many(words), "owner": teams,
    "makers": many(either(teams, maybe({}, name=texts, team=teams))), "reviewed": dates,
    "review_every": durations, "duration": durations, "metrics": metrics, "sources": sources,
    "custom_lanes": many(titled(kind=one("text", "list", "score", "image"), after=words)),
    "loyalty_loop": either(words, maybe({"to": words}, **{"from": words, "note": texts})), **HEAD,
}  # fmt: skip
columns = filled(either(titles, phases, phases, phases))
DOCUMENTS: dict[str, Make] = {
    "journey": maybe({"title": titles, "id": one("bestellen"), "phases": columns}, **JOURNEY),
    "another": maybe({"title": titles, "id": one("b"), "phases": columns}, **JOURNEY),
    "dream": maybe(
        {
            "title": titles, "id": one("droom"), "state": one("dream"), "phases": columns,
            "of": one("bestellen", "Bestellen", "droom", "nergens"),
        },
        horizon=either(one("near", "far"), dates),
        drops=many(maybe({"id": words}, why=one("superfluous", "automated"), note=texts)),
        **JOURNEY,
    ),
    "persona": maybe(
        {"kind": one("persona"), "name": titles, "id": idents},
        segment=words, quote=texts, bio=texts, image=texts, goals=many(words), needs=many(words),
        preferences=many(words), frustrations=many(words), channels=channels, sources=sources, evidence=evidence,
        **HEAD,
    ),
    "organisation": maybe(
        {"kind": one("organisation"), "title": titles, "id": idents},
        core_values=many(titled(description=texts)), teams=many(titled(description=texts)),
        segments=many(titled(traits=many(words), needs=many(words))),
        channels=many(titled(mode=one("online", "offline"), icon=words)),
        metrics=many(
            titled(
                unit=texts, better=one("higher", "lower", "neither"),
                scale=one([1, 10], [0, 5e-324], [-1.7e308, 1.7e308]),
            )
        ),
        frameworks=many(
            maybe({"title": words, "id": idents, "phases": filled(titled(stage=stages))}, was=many(idents))
        ),
        sources=sources, **HEAD,
    ),
    "roadmap": maybe(
        {
            "kind": one("roadmap"), "title": titles, "id": idents,
            "from": one("bestellen", "Bestellen", "droom", "nergens"),
            "to": one("droom", "Droom", "bestellen", "nergens"),
        },
        initiatives=many(
            titled(
                description=texts, closes=many(references), owner=teams, impact=ratings, effort=ratings,
                start=dates, end=dates, status=one("idea", "planned", "doing", "done", "dropped"),
                depends_on=many(words), metrics=keyed(metric_names, numbers),
            )
        ),
        **HEAD,
    ),
}  # fmt: skip
