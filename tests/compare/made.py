"""Journeys and near relatives of them, as plain data that the models read.

A relative is made by doing to a journey what people do: giving a step another name, moving it,
merging two, splitting one, writing something else. `journeys`, `relatives` and `dreams` give plain
data; `read` makes a journey of it.
"""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from random import Random
from typing import Any

from hypothesis import strategies as st
from tests.lint.arbitrary import DOCUMENTS, lucky

from klantreis.compare.side import Side
from klantreis.model.journey import Journey
from klantreis.model.roadmap import Roadmap
from klantreis.model.text import slug

STEPS = (
    "Ziet een reclame", "Zoekt op internet", "Vergelijkt drie winkels", "Belt over de voorraad", "Maakt een account",
    "Rekent af", "Wacht op het pakket", "Pakt uit", "Belt de helpdesk", "Vult een enquête in",
)  # fmt: skip
PHASES = ("Oriëntatie", "Koop", "Gebruik", "Service")
PAINS = ("Wachttijd", "Menu past niet", "Account verplicht", "Prijs onduidelijk")
OPPORTUNITIES = ("Terugbellen", "Bestellen als gast", "Menu onder de duim")
TEXTS = ("Tikt op de knop", "Zoekt het nummer", "Is dit alles?", "Binnen een dag.", "Wie belt er nog?")
TEAMS = ("Verkoop", "Service", "Webwinkel")
CHANNELS = ("web", "phone", "store", "email", "none")
METRICS = ("csat", "nps", "drop-off", "volume")
VALUES = ("gastvrij", "moeiteloos")
DURATIONS = ("2 minuten", "1 uur", "2-4 weken", "doorlopend")

Data = dict[str, Any]


def some(values: tuple[Any, ...], most: int = 3) -> st.SearchStrategy[list[Any]]:
    """A few of them, each once, in any order."""
    return st.lists(st.sampled_from(values), unique=True, max_size=most)


def item(title: str, **more: Any) -> Data:
    return {"id": slug(title), "title": title, **more}


def numbered(low: int, high: int) -> st.SearchStrategy[int]:
    return st.integers(low, high)


texts = st.sampled_from(TEXTS)
emotions = st.one_of(
    st.sampled_from((-2, -1.5, -0.5, 0, 0.3, 1, 1.8)).map(lambda score: {"score": score}),
    st.fixed_dictionaries({"score": st.sampled_from((-1, 0, 1)), "word": st.sampled_from(("boos", "blij"))}),
)
pains = st.lists(
    st.builds(
        lambda title, severity: item(title, **({"severity": severity} if severity else {})),
        st.sampled_from(PAINS), st.sampled_from((None, "low", "medium", "high")),
    ),
    unique_by=lambda pain: pain["id"], max_size=3,
)  # fmt: skip
opportunities = st.lists(
    st.builds(
        lambda title, solves, impact, effort: item(title, solves=[slug(solves)], impact=impact, effort=effort),
        st.sampled_from(OPPORTUNITIES), st.sampled_from(PAINS), numbered(1, 5), numbered(1, 5),
    ),
    unique_by=lambda chance: chance["id"], max_size=2,
)  # fmt: skip
figures = st.dictionaries(
    st.sampled_from(METRICS),
    st.fixed_dictionaries({}, optional={
        "value": st.sampled_from((0, 5, 7.8, 60)), "target": st.sampled_from((1, 8, 40)),
        "date": st.sampled_from(("2026-Q3", "2026-11-12")),
    }),
    max_size=2,
)  # fmt: skip
evidence = some(("interviews", "assumption"), 2)
STEP: dict[str, st.SearchStrategy[Any]] = {
    "description": texts, "channel": some(CHANNELS, 2), "owner": st.sampled_from(TEAMS), "actions": some(TEXTS),
    "thoughts": some(TEXTS), "emotion": emotions, "expectation": texts, "experience": texts,
    "moment_of_truth": st.sampled_from((True, {"kind": "fmot"}, {"kind": "smot", "exceed": "Een taart"})),
    "pains": pains, "gains": some(TEXTS, 2), "opportunities": opportunities, "core_values": some(VALUES),
    "metrics": figures, "backstage": some(("Kijkt in het rek", "Belt terug")).map(lambda ts: [item(t) for t in ts]),
    "duration": st.sampled_from(DURATIONS), "automated": st.booleans(), "optional": st.booleans(),
    "next": st.sampled_from(([], ["exit"], [{"to": "exit", "share": 0.4}])), "evidence": evidence,
    "tags": some(("nieuw", "mobiel")), "initiator": st.sampled_from(("customer", "organisation")),
}  # fmt: skip
PHASE: dict[str, st.SearchStrategy[Any]] = {
    "goal": texts, "duration": st.sampled_from(DURATIONS), "questions": some(TEXTS), "barriers": pains,
    "opportunities": opportunities, "emotion": emotions, "metrics": figures, "evidence": evidence,
    "motivations": st.fixed_dictionaries({}, optional={"timing": texts, "choice": texts}),
}  # fmt: skip
OWN: dict[str, st.SearchStrategy[Any]] = {
    "goal": texts, "persona": st.sampled_from(("Michiel", "Sanne")), "expectations": some(TEXTS), "owner":
    st.sampled_from(TEAMS), "duration": st.sampled_from(DURATIONS), "metrics": figures, "reviewed":
    st.sampled_from(("2026-01", "2026-11-12")), "loyalty_loop": st.sampled_from(("orientatie", "koop")),
    "business_goals": some(TEXTS), "tags": some(("mobiel",)), "language": st.sampled_from(("nl", "en")),
}  # fmt: skip


@st.composite
def written(draw: st.DrawFn, keys: dict[str, st.SearchStrategy[Any]], most: int) -> Data:
    """A few of the keys of an element."""
    names = draw(st.lists(st.sampled_from(tuple(keys)), unique=True, max_size=most))
    return {name: draw(keys[name]) for name in names}


@st.composite
def journeys(draw: st.DrawFn, *, least: int = 0) -> Data:
    """A journey of up to four phases and ten steps."""
    titles = draw(st.permutations(STEPS))[: draw(st.integers(least, len(STEPS)))]
    phases = [item(title) | draw(written(PHASE, 3)) for title in PHASES[: draw(st.integers(1, len(PHASES)))]]
    for phase in phases:
        phase["touchpoints"] = []
    for title in titles:
        draw(st.sampled_from(phases))["touchpoints"].append(item(title) | draw(written(STEP, 5)))
    return {"id": "bestellen", "title": "Bestellen"} | draw(written(OWN, 3)) | {"phases": phases}


def places(data: Data) -> list[tuple[list[Data], int]]:
    """Where each step stands: the list that holds it, and its place there."""
    return [(phase["touchpoints"], n) for phase in data["phases"] for n in range(len(phase["touchpoints"]))]


Draw = st.DrawFn


def rename(draw: Draw, data: Data) -> None:
    """Give a step or phase another title and id, and keep its history."""
    element = draw(st.sampled_from([*data["phases"], *(steps[n] for steps, n in places(data))]))
    if "2" not in element["id"]:
        element.update(title=f"{element['title']} 2", id=f"{element['id']}-2", was=[element["id"]])


def retitle(draw: Draw, data: Data) -> None:
    """Give a step or phase another title under the same id."""
    element = draw(st.sampled_from([*data["phases"], *(steps[n] for steps, n in places(data))]))
    element["title"] = draw(texts)


def move(draw: Draw, data: Data) -> None:
    if spots := places(data):
        steps, n = draw(st.sampled_from(spots))
        step = steps.pop(n)
        there = draw(st.sampled_from(data["phases"]))["touchpoints"]
        there.insert(draw(st.integers(0, len(there))), step)


def remove(draw: Draw, data: Data) -> None:
    if spots := places(data):
        steps, n = draw(st.sampled_from(spots))
        del steps[n]


def add(draw: Draw, data: Data) -> None:
    there = draw(st.sampled_from(data["phases"]))["touchpoints"]
    new = draw(st.sampled_from(("Krijgt een berichtje", "Scant een code")))
    if slug(new) not in {steps[n]["id"] for steps, n in places(data)}:
        there.insert(draw(st.integers(0, len(there))), item(new) | draw(written(STEP, 4)))


def merge(draw: Draw, data: Data) -> None:
    """Let one step take up another, by its former ids."""
    spots = places(data)
    if len(spots) > 1:
        (here, n), (there, m) = draw(st.permutations(spots))[:2]
        one, other = here[n], there[m]
        one["was"] = [*one.get("was", ()), other["id"], *other.get("was", ())]
        there.remove(other)


def split(draw: Draw, data: Data) -> None:
    """Let a second step come of one."""
    if spots := places(data):
        steps, n = draw(st.sampled_from(spots))
        name = f"{steps[n]['title']} nog eens"
        if slug(name) not in {there[m]["id"] for there, m in spots}:
            steps.insert(n + 1, item(name, was=[steps[n]["id"]]) | draw(written(STEP, 2)))


def rewrite(draw: Draw, data: Data) -> None:
    """Write some keys of a step otherwise."""
    if spots := places(data):
        steps, n = draw(st.sampled_from(spots))
        steps[n].update(draw(written(STEP, 4)))


def unwrite(draw: Draw, data: Data) -> None:
    """Leave keys of a step out."""
    if spots := places(data):
        steps, n = draw(st.sampled_from(spots))
        for key in draw(st.lists(st.sampled_from(tuple(STEP)), max_size=6)):
            steps[n].pop(key, None)


def rephase(draw: Draw, data: Data) -> None:
    draw(st.sampled_from(data["phases"])).update(draw(written(PHASE, 3)))


def reown(draw: Draw, data: Data) -> None:
    data.update(draw(written(OWN, 3)))


def reorder(draw: Draw, data: Data) -> None:
    """Put the phases, the steps of one, or the items of a step in another order."""
    lists = [data["phases"], *(phase["touchpoints"] for phase in data["phases"])]
    lists += [value for steps, n in places(data) for value in steps[n].values() if isinstance(value, list)]
    chosen = draw(st.sampled_from(lists))
    chosen[:] = draw(st.permutations(chosen))


def drop_phase(draw: Draw, data: Data) -> None:
    if len(data["phases"]) > 1:
        data["phases"].remove(draw(st.sampled_from(data["phases"])))


def add_phase(draw: Draw, data: Data) -> None:
    if "proef" not in {phase["id"] for phase in data["phases"]}:
        new = item("Proef", touchpoints=[]) | draw(written(PHASE, 2))
        data["phases"].insert(draw(st.integers(0, len(data["phases"]))), new)


def merge_phases(draw: Draw, data: Data) -> None:
    if len(data["phases"]) > 1:
        one, other = draw(st.permutations(data["phases"]))[:2]
        one["was"] = [*one.get("was", ()), other["id"], *other.get("was", ())]
        one["touchpoints"] += other["touchpoints"]
        data["phases"].remove(other)


CHANGES: tuple[Callable[[Draw, Data], None], ...] = (
    rewrite, unwrite, rename, retitle, move, remove, add, rephase, reown, reorder, merge, split, drop_phase, add_phase,
    merge_phases,
)  # fmt: skip


def relative(draw: Draw, data: Data, most: int = 5) -> Data:
    new = deepcopy(data)
    for change in draw(st.lists(st.sampled_from(CHANGES), max_size=most)):
        change(draw, new)
    return new


@st.composite
def relatives(draw: st.DrawFn) -> tuple[Journey, Journey]:
    """Two states of one journey."""
    old = draw(journeys())
    return read(old), read(relative(draw, old))


@st.composite
def strangers(draw: st.DrawFn) -> tuple[Journey, Journey]:
    """Two journeys that have only some names in common."""
    return read(draw(journeys())), read(draw(journeys()))


@st.composite
def dreams(draw: st.DrawFn) -> tuple[Journey, Journey]:
    """A journey and a dream of it, which says of some steps what becomes of them."""
    old = draw(journeys())
    new = relative(draw, old)
    names = {steps[n]["id"] for steps, n in places(new)} | {phase["id"] for phase in new["phases"]}
    gone = [steps[n]["id"] for steps, n in places(old) if steps[n]["id"] not in names]
    gone += [phase["id"] for phase in old["phases"] if phase["id"] not in names]
    drops, taken = [], []
    for name in gone:
        fate = draw(st.sampled_from(("dropped", "replaced", "forgotten")))
        if fate == "dropped":
            drops.append({"id": name} | draw(st.sampled_from(({}, {"why": "superfluous"}, {"why": "automated"}))))
        elif fate == "replaced":
            taken.append(name)
    for name in taken:
        elements = [*(steps[n] for steps, n in places(new)), *new["phases"]]
        chosen = draw(st.sampled_from(elements))
        chosen["replaces"] = [*chosen.get("replaces", ()), name]
    dream = {"state": "dream", "of": "bestellen", "drops": drops, "horizon": draw(st.sampled_from(("near", "far")))}
    return read(old), read(new | {"id": "droom"} | dream)


@st.composite
def roadmaps(draw: st.DrawFn) -> Roadmap:
    """Initiatives that close what turns up in journeys, or nothing."""
    names = [slug(title) for title in (*STEPS, *PHASES, *PAINS, *OPPORTUNITIES, "Krijgt een berichtje", "Nergens")]
    names += [f"{slug(STEPS[n])}/{slug(PAINS[n])}" for n in range(3)]
    dates = st.sampled_from(("2026-Q3", "2026-12", "2027", "2028-05"))
    initiatives = [
        item(f"Werk {n}") | draw(st.fixed_dictionaries(
            {"closes": some(tuple(names))},
            optional={
                "start": dates, "end": dates, "status": st.sampled_from(("idea", "doing", "done", "dropped")),
                "metrics": st.sampled_from(({}, {"csat": 8}, {"NPS": 30})),
                "depends_on": some(("werk-0", "Werk 1", "werk-2")),
            },
        ))
        for n in range(draw(st.integers(0, 4)))
    ]  # fmt: skip
    return roadmap(*initiatives)


@st.composite
def oddities(draw: st.DrawFn) -> tuple[Journey, Journey, Roadmap]:
    """Whatever the format allows, ids twice and all; half of them a journey and itself with another head."""
    luck = lucky(Random(draw(st.integers(0, 2**32))))  # noqa: S311
    old = DOCUMENTS["journey"](luck)
    new = DOCUMENTS[draw(st.sampled_from(("another", "dream")))](luck)
    if draw(st.booleans()):
        new["phases"] = draw(st.sampled_from((old["phases"], old["phases"][::-1], old["phases"][1:] or old["phases"])))
    return read(old), read(new), Roadmap.model_validate(DOCUMENTS["roadmap"](luck))


def read(data: Data) -> Journey:
    return Journey.model_validate(data)


def side(*phases: Any, **more: Any) -> Side:
    """A side of phases that hold these steps."""
    titled = [
        phase if isinstance(phase, dict) else {"title": f"Fase {n}", "touchpoints": phase}
        for n, phase in enumerate(phases)
    ]
    return Side(read({"title": "Reis", "phases": titled} | more))


def dream(*phases: Any, **more: Any) -> Side:
    return side(*phases, **{"state": "dream", "of": "reis", "id": "droom"} | more)


def roadmap(*initiatives: Any) -> Roadmap:
    plain = {"kind": "roadmap", "title": "Plan", "from": "reis", "to": "droom", "initiatives": list(initiatives)}
    return Roadmap.model_validate(plain)
