"""For everything that may be found between two journeys, a pair of them in which it is found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from klantreis.compare.comparison import Comparison, compare
from klantreis.compare.sentences import VARIANTS
from klantreis.compare.side import Side
from klantreis.compare.topics import WHATS
from klantreis.model.journey import Journey
from klantreis.model.organisation import Organisation

Data = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Shown:
    """Two journeys; `plan` when the second is a dream of the first."""

    old: Data
    new: Data
    plan: bool = False

    @property
    def comparison(self) -> Comparison:
        """What is found between them."""
        return compared(self.old, self.new, plan=self.plan)

    @property
    def back(self) -> Comparison:
        """What is found the other way round."""
        return compared(self.new, self.old, plan=self.plan)


def compared(old: Data, new: Data, *, plan: bool = False, organisation: Data | None = None) -> Comparison:
    """Compare two journeys, of one organisation."""
    known = Organisation.model_validate({"kind": "organisation", **organisation}) if organisation else None
    sides = (Side(Journey.model_validate(data), known) for data in (old, new))
    return compare(*sides, plan=plan)


def reis(*steps: Any, **more: Any) -> Data:
    """A journey of one phase, `Koop`."""
    return {"title": "Reis", "phases": [{"title": "Koop", "touchpoints": list(steps)}], **more}


def fasen(*phases: Any, **more: Any) -> Data:
    """A journey of these phases."""
    return {"title": "Reis", "phases": list(phases), **more}


def droom(*steps: Any, **more: Any) -> Data:
    """A dream of `reis`."""
    return reis(*steps, id="droom", state="dream", of="reis", **more)


def stap(title: str = "Belt", **more: Any) -> Data:
    """A step."""
    return {"title": title, **more}


def fase(title: str, *steps: Any, **more: Any) -> Data:
    """A phase."""
    return {"title": title, "touchpoints": list(steps), **more}


def change(**both: tuple[Any, Any]) -> Shown:
    """One step, of which keys have another value; None where there is none."""
    sides = ({key: value[side] for key, value in both.items() if value[side] is not None} for side in (0, 1))
    return Shown(*(reis(stap(**side)) for side in sides))


def plan(old: Data, new: Data, **more: Any) -> Shown:
    """One step and what a dream makes of it."""
    return Shown(reis(stap(**old)), droom(stap(**new), **more), plan=True)


def whole(**both: tuple[Any, Any]) -> Shown:
    """A journey of which keys have another value; None where there is none."""
    sides = ({key: value[side] for key, value in both.items() if value[side] is not None} for side in (0, 1))
    return Shown(*(reis("Belt", **side) for side in sides))


def truth(**more: Any) -> Data:
    """A moment of truth."""
    return {"moment_of_truth": more or True}


HATES, LOVES = {"emotion": -1}, {"emotion": 1}
PAIN = {"title": "Wachttijd", "severity": "high"}
IDEA = {"title": "Terugbellen", "impact": 5, "effort": 2}
VALUED = {"metrics": {"csat": {"value": 6, "target": 8}}}

SHOWN: dict[str, Shown] = {
    "scores.mean": change(emotion=(-1, 1)),
    "scores.remembered": change(emotion=(-1, 1)),
    "scores.high": change(emotion=(-1, 1)),
    "scores.low": change(emotion=(-1, 1)),
    "scores.end": change(emotion=(-1, 1)),
    "scores.steps": Shown(reis("Belt", "Wacht", "Rijdt"), reis("Belt")),
    "scores.switches": Shown(
        reis(stap(channel="phone"), stap("Mailt", channel="email")),
        reis(stap(channel="phone"), stap("Mailt", channel="phone")),
    ),
    "scores.handovers": Shown(
        reis(stap(owner="Sales"), stap("Wacht", owner="Service")),
        reis(stap(owner="Sales"), stap("Wacht", owner="sales")),
    ),
    "scores.duration": whole(duration=("2 weken", "3 dagen")),
    "steps.added": Shown(reis("Belt"), reis("Belt", "Wacht")),
    "steps.removed": Shown(reis("Belt", "Wacht"), reis("Belt")),
    "steps.removed.dream": Shown(reis("Belt", "Wacht"), droom("Belt"), plan=True),
    "steps.dropped": Shown(
        reis("Belt", "Wacht"), droom("Belt", drops={"id": "wacht", "why": "superfluous"}), plan=True
    ),
    "steps.restored": Shown(droom("Belt", drops="wacht"), droom("Belt", "Wacht")),
    "steps.absorbed": Shown(
        fasen(fase("Koop", "Belt")), fasen(fase("Kiezen", "Tikt", replaces="koop"), state="dream", of="reis"), plan=True
    ),
    "steps.merged": Shown(reis("Belt", "Wacht"), reis({"title": "Appt", "was": ["belt", "wacht"]})),
    "steps.split": Shown(reis("Belt"), reis("Belt", {"title": "Wacht", "was": "belt"})),
    "steps.replaced": Shown(reis("Belt"), droom({"title": "Appt", "replaces": "belt"}), plan=True),
    "steps.moved": Shown(reis("Belt", "Wacht", "Rijdt"), reis("Wacht", "Rijdt", "Belt")),
    "steps.moved.phase": Shown(
        fasen(fase("Koop", "Belt", "Wacht"), fase("Gebruik")), fasen(fase("Koop", "Wacht"), fase("Gebruik", "Belt"))
    ),
    "steps.moved.first": Shown(reis("Belt", "Wacht", "Rijdt"), reis("Rijdt", "Belt", "Wacht")),
    "steps.renamed": Shown(reis("Belt"), reis({"title": "Appt", "was": "belt"})),
    "steps.automated": change(automated=(None, True)),
    "steps.by-hand": change(automated=(True, None)),
    "steps.optional": change(optional=(None, True)),
    "steps.required": change(optional=(True, None)),
    "steps.faster": change(duration=("1 uur", "5 minuten")),
    "steps.slower": change(duration=("1 dag", "30 uur")),
    "phases.added": Shown(fasen(fase("Koop")), fasen(fase("Koop"), fase("Gebruik"))),
    "phases.removed": Shown(fasen(fase("Koop"), fase("Gebruik")), fasen(fase("Koop"))),
    "phases.removed.dream": Shown(fasen("Koop", "Hulp"), fasen("Koop", state="dream", of="reis"), plan=True),
    "phases.dropped": Shown(
        fasen(fase("Koop", "Belt"), fase("Gebruik")),
        fasen(fase("Gebruik"), drops="koop", state="dream", of="reis"), plan=True,
    ),
    "phases.merged": Shown(fasen(fase("Koop"), fase("Gebruik")), fasen({"title": "Alles", "was": ["koop", "gebruik"]})),
    "phases.split": Shown(fasen({"title": "Alles", "was": ["koop", "gebruik"]}), fasen(fase("Koop"), fase("Gebruik"))),
    "phases.replaced": Shown(
        fasen(fase("Koop")), fasen({"title": "Kiezen", "replaces": "koop"}, state="dream", of="reis"), plan=True
    ),
    "phases.moved": Shown(fasen("Koop", "Gebruik", "Hulp"), fasen("Gebruik", "Hulp", "Koop")),
    "phases.moved.first": Shown(fasen("Koop", "Gebruik", "Hulp"), fasen("Hulp", "Koop", "Gebruik")),
    "phases.renamed": Shown(fasen("Koop"), fasen({"id": "koop", "title": "Kiezen"})),
    "phases.faster": Shown(fasen(fase("Koop", duration="2 dagen")), fasen(fase("Koop", duration="1 uur"))),
    "phases.slower": Shown(fasen(fase("Koop", duration="1 uur")), fasen(fase("Koop", duration="doorlopend"))),
    "emotions.risen": change(emotion=({"score": -1, "word": "boos"}, {"score": 1, "word": "blij"})),
    "emotions.fallen": change(emotion=(1, 0.5)),
    "emotions.reworded": change(emotion=({"score": 1, "word": "blij"}, {"score": 1, "word": "trots"})),
    "emotions.reworded.named": change(emotion=(1, {"score": 1, "word": "trots"})),
    "emotions.reworded.unnamed": change(emotion=({"score": 1, "word": "trots"}, 1)),
    "emotions.noted": change(emotion=(None, {"score": 1, "word": "blij"})),
    "emotions.forgotten": change(emotion=(1, None)),
    "truths.gained": change(moment_of_truth=(None, True)),
    "truths.gained.new": Shown(reis("Belt"), reis("Belt", stap("Pakt uit", **truth()))),
    "truths.lost": change(moment_of_truth=(True, None)),
    "truths.lost.dream": plan(truth(), LOVES),
    "truths.lost.gone": Shown(reis("Belt", stap("Pakt uit", **truth())), reis("Belt")),
    "truths.improved": change(moment_of_truth=(True, {"exceed": "Met een bloem."})),
    "truths.worsened": change(moment_of_truth=({"exceed": "Met een bloem."}, True)),
    "truths.changed": change(moment_of_truth=({"exceed": "Met een bloem."}, {"exceed": "Met taart."})),
    "truths.kind": change(moment_of_truth=({"kind": "fmot"}, {"kind": "smot"})),
    "expectations.exceeded": change(expectation=("Snel", "Snel"), emotion=(-1, 2)),
    "expectations.met": change(expectation=("Snel", "Snel"), emotion=(-1, 0.5)),
    "expectations.unmet": change(expectation=("Snel", "Snel"), emotion=(0.5, -1)),
    "expectations.noted": change(expectation=(None, "Snel")),
    "expectations.forgotten": change(expectation=("Snel", None)),
    "expectations.reworded": change(expectation=("Snel.", "Nu.")),
    "expectations.added": whole(expectations=(None, "Snel")),
    "expectations.removed": whole(expectations=("Snel", None)),
    "pains.solved": change(pains=(PAIN, None)),
    "pains.solved.unsaid": Shown(reis("Belt", stap("Wacht", pains=PAIN)), droom("Belt"), plan=True),
    "pains.remaining": plan({"pains": PAIN, "emotion": -1}, {"pains": PAIN, "emotion": 1}),
    "pains.new": change(pains=(None, PAIN)),
    "pains.moved": Shown(reis(stap(pains=PAIN), "Wacht"), reis("Belt", stap("Wacht", pains=PAIN))),
    "pains.spread": Shown(reis(stap(pains=PAIN), "Wacht"), reis(stap(pains=PAIN), stap("Wacht", pains=PAIN))),
    "pains.narrowed": Shown(reis(stap(pains=PAIN), stap("Wacht", pains=PAIN)), reis(stap(pains=PAIN), "Wacht")),
    "pains.worse": change(pains=({**PAIN, "severity": "low"}, PAIN)),
    "pains.milder": change(pains=(PAIN, {**PAIN, "severity": "medium"})),
    "opportunities.taken": plan({"opportunities": IDEA}, {"emotion": 1}),
    "opportunities.taken.unsaid": Shown(reis("Belt", stap("Wacht", opportunities=IDEA)), droom("Belt"), plan=True),
    "opportunities.left": plan({"opportunities": IDEA}, {"opportunities": IDEA, "emotion": 1}),
    "opportunities.added": change(opportunities=(None, IDEA)),
    "opportunities.removed": change(opportunities=(IDEA, None)),
    "opportunities.moved": Shown(
        reis(stap(opportunities=IDEA), "Wacht"), reis("Belt", stap("Wacht", opportunities=IDEA))
    ),
    "channels.gained": change(channel=("web", ["web", "app", "chat"])),
    "channels.lost": change(channel=(["web", "phone"], "web")),
    "channels.changed": change(channel=("phone", "post")),
    "channels.contact": change(channel=("none", "app")),
    "channels.alone": change(channel=("app", "none")),
    "channels.opened": change(channel=("web", "app")),
    "channels.closed": change(channel=("web", "app")),
    "channels.mode-opened": change(channel=("phone", ["phone", "app"])),
    "channels.mode-closed": change(channel=(["phone", "app"], "app")),
    "channels.mode-changed": change(channel=("phone", "app")),
    "metrics.ahead": plan(VALUED, {"metrics": {"csat": {"target": 9}}}),
    "metrics.reached": plan({"metrics": {"csat": {"value": 8.5, "target": 8}}}, {}),
    "metrics.below": plan(VALUED, {"metrics": {"csat": {"target": 5}}}),
    "metrics.aimed": plan({"metrics": {"volume": 188}}, {"metrics": {"volume": {"target": 40}}}),
    "metrics.unmeasured": plan({}, {"metrics": {"nps": {"target": 30}}}),
    "metrics.better": change(metrics=({"drop-off": 60}, {"drop-off": {"value": 35, "date": "2026-Q3"}})),
    "metrics.worse": change(metrics=({"csat": 8}, {"csat": 7.5})),
    "metrics.changed": change(metrics=({"volume": 188}, {"volume": 40})),
    "metrics.measured": change(metrics=({"csat": {"target": 8}}, VALUED["metrics"])),
    "metrics.forgotten": change(metrics=(VALUED["metrics"], {"csat": {"target": 8}})),
    "metrics.added": change(metrics=(None, VALUED["metrics"])),
    "metrics.removed": change(metrics=({"csat": {"target": 8}}, None)),
    "metrics.target-raised": change(metrics=(VALUED["metrics"], {"csat": {"value": 6, "target": 9}})),
    "metrics.target-lowered": change(metrics=(VALUED["metrics"], {"csat": {"value": 6, "target": 7}})),
    "metrics.target-set": change(metrics=({"csat": 6}, VALUED["metrics"])),
    "metrics.target-dropped": change(metrics=(VALUED["metrics"], {"csat": 6})),
    "owners.gained": change(owner=(None, "Sales")),
    "owners.lost": change(owner=("Sales", None)),
    "owners.changed": change(owner=("Sales", "Service")),
    "values.tasted": change(core_values=(None, "Moeiteloos")),
    "values.untasted": change(core_values=("Moeiteloos", None)),
    "values.more": Shown(
        reis(stap(core_values="Moeiteloos"), "Wacht"),
        reis(stap(core_values="Moeiteloos"), stap("Wacht", core_values="Moeiteloos")),
    ),
    "values.fewer": Shown(
        reis(stap(core_values="Moeiteloos"), stap("Wacht", core_values="Moeiteloos")),
        reis(stap(core_values="Moeiteloos"), "Wacht"),
    ),
    "loop.gained": whole(loyalty_loop=(None, "Koop")),
    "loop.lost": whole(loyalty_loop=("Koop", None)),
    "loop.later": Shown(fasen("Kiezen", "Koop", loyalty_loop="kiezen"), fasen("Kiezen", "Koop", loyalty_loop="koop")),
    "loop.earlier": Shown(fasen("Kiezen", "Koop", loyalty_loop="koop"), fasen("Kiezen", "Koop", loyalty_loop="kiezen")),
    "loop.changed": Shown(fasen("Kiezen", loyalty_loop="kiezen"), fasen("Koop", loyalty_loop="koop")),
    "evidence.risen": change(evidence=("assumption", "interviews")),
    "evidence.fallen": change(evidence=("interviews", None)),
    "evidence.proven": change(evidence=("assumption", "interviews")),
    "evidence.unproven": change(evidence=("interviews", "assumption")),
    "evidence.reviewed": whole(reviewed=("2025-11", "2026-09-30")),
    "evidence.reviewed.first": whole(reviewed=(None, "2026-09-30")),
    "evidence.unreviewed": whole(reviewed=("2026-09-30", "2025-11")),
    "evidence.unreviewed.never": whole(reviewed=("2026-09-30", None)),
    "details.added": change(thoughts=(None, "Is dit alles?")),
    "details.added.item": change(backstage=(["Pakt in"], ["Pakt in", "Zoekt op"])),
    "details.added.drop": Shown(
        droom("Belt", drops="rijdt"), droom("Belt", drops=["rijdt", {"id": "wacht", "note": "Dat scheelt."}])
    ),
    "details.removed": change(thoughts=("Is dit alles?", None)),
    "details.removed.item": change(backstage=(["Pakt in", "Zoekt op"], ["Pakt in"])),
    "details.removed.drop": Shown(droom("Belt", drops=["rijdt", "wacht"]), droom("Belt", drops="rijdt")),
    "details.changed": change(experience=("Elf velden.", "Eén vraag.")),
    "details.moved": Shown(
        reis(stap("A", id="a"), stap("B", id="a"), "C", "D"), reis(stap("A", id="a"), "C", "D", stap("B", id="a"))
    ),
    "details.moved.item": change(pains=(["Wachttijd", "Storing"], ["Storing", "Wachttijd"])),
    "details.moved.order": change(thoughts=(["Ja?", "Nee!"], ["Nee!", "Ja?"])),
}  # fmt: skip
"""By `topic.what`, with its variant."""

MORE: dict[str, Shown] = {
    "added-automated": Shown(reis("Belt"), reis("Belt", stap("Wacht", automated=True))),
    "added-good": Shown(reis("Belt"), droom("Belt", stap("Wacht", emotion=1.5)), plan=True),
    "channel-closed-planned": plan({"channel": "phone"}, {"channel": "web"}),
    "channel-lost-planned": plan({"channel": ["web", "phone"]}, {"channel": "web"}),
    "channel-mode-changed-planned": plan({"channel": "phone"}, {"channel": "web"}),
    "channel-mode-closed-planned": plan({"channel": ["phone", "web"]}, {"channel": "web"}),
    "channel-opened-instead": plan({"channel": "phone"}, {"channel": "web"}),
    "detail-dreamed": plan({"thoughts": "Hè?"}, {"thoughts": "Ha!"}),
    "dropped-automated": Shown(
        reis("Belt", "Wacht"), droom("Belt", drops={"id": "wacht", "why": "automated"}), plan=True
    ),
    "dropped-phase": Shown(
        fasen(fase("Koop", "Belt"), "Hulp"), fasen("Hulp", drops="koop", state="dream", of="reis"), plan=True
    ),
    "dropped-good": Shown(reis("Belt", stap("Wacht", emotion=1)), droom("Belt", drops="wacht"), plan=True),
    "duration-longer-planned": Shown(reis("Belt", duration="1 dag"), droom("Belt", duration="2 dagen"), plan=True),
    "exceeded-to-met": change(expectation=("Snel", "Snel"), emotion=(2, 0.5)),
    "handovers-unsure": Shown(
        reis(stap(owner="Sales"), stap("Wacht", owner="Service"), "Rijdt"), reis(stap(owner="Sales"), "Wacht", "Rijdt")
    ),
    "loop-lost-planned": Shown(reis("Belt", loyalty_loop="koop"), droom("Belt"), plan=True),
    "met-to-exceeded": change(expectation=("Snel", "Snel"), emotion=(0.5, 2)),
    "mean-unsure": Shown(
        reis(stap(emotion=2), stap("Wacht", emotion=-1)), droom("Belt", stap("Wacht", emotion=0)), plan=True
    ),
    "metric-ahead-modest": plan(VALUED, {"metrics": {"csat": {"target": 7}}}),
    "metric-ahead-today": plan(VALUED, {}),
    "opportunity-left-pain": plan(
        {"pains": PAIN, "opportunities": {**IDEA, "solves": "wachttijd"}, **HATES}, {"pains": PAIN, **LOVES}
    ),
    "opportunity-left-same": plan({"opportunities": IDEA}, {}),
    "opportunity-taken-dropped": Shown(
        reis("Belt", stap("Wacht", opportunities=IDEA)), droom("Belt", drops="wacht"), plan=True
    ),
    "opportunity-taken-replaced": Shown(
        reis(stap(opportunities=IDEA)), droom({"title": "Appt", "replaces": "belt"}), plan=True
    ),
    "opportunity-taken-unsaid": Shown(reis("Belt", stap("Wacht", opportunities=IDEA)), droom("Belt"), plan=True),
    "pain-same": plan({"pains": PAIN}, {}),
    "pain-solved-better": plan({"pains": PAIN, **HATES}, LOVES),
    "pain-solved-dropped": Shown(reis("Belt", stap("Wacht", pains=PAIN)), droom("Belt", drops="wacht"), plan=True),
    "pain-solved-gone": Shown(reis("Belt", stap("Wacht", pains=PAIN)), reis("Belt")),
    "pain-solved-replaced": Shown(reis(stap(pains=PAIN)), droom({"title": "Appt", "replaces": "belt"}), plan=True),
    "pain-unsaid": Shown(reis("Belt", stap("Wacht", pains=PAIN)), droom("Belt"), plan=True),
    "phase-dropped-automated": Shown(
        fasen("Koop", "Hulp"),
        fasen("Hulp", drops={"id": "koop", "why": "automated"}, state="dream", of="reis"), plan=True,
    ),
    "phase-dropped-superfluous": Shown(
        fasen("Koop", "Hulp"),
        fasen("Hulp", drops={"id": "koop", "why": "superfluous"}, state="dream", of="reis"), plan=True,
    ),
    "removed-automated": Shown(reis("Belt", stap("Wacht", automated=True)), reis("Belt")),
    "remembered-unsure": Shown(
        reis(stap(emotion=2), stap("Wacht", emotion=1.5)), droom("Belt", stap("Wacht", emotion=1.6)), plan=True
    ),
    "slower-planned": plan({"duration": "10 minuten"}, {"duration": "15 minuten"}),
    "steps-unsure": Shown(reis("Belt", "Wacht"), droom("Belt"), plan=True),
    "switches-unsure": Shown(
        reis(stap(channel="web"), stap("Wacht", channel="phone"), "Rijdt"),
        reis(stap(channel="web"), stap("Wacht", channel="web"), "Rijdt"),
    ),
    "truth-fallen": change(moment_of_truth=(True, True), emotion=(1, 0.5)),
    "truth-fallen-turned": change(moment_of_truth=(True, True), emotion=(1, -1)),
    "truth-lost-dropped": Shown(reis("Belt", stap("Wacht", **truth())), droom("Belt", drops="wacht"), plan=True),
    "truth-lost-planned": plan(truth(), LOVES),
    "truth-risen": change(moment_of_truth=(True, True), emotion=(0.5, 1)),
    "truth-risen-turned": change(moment_of_truth=(True, True), emotion=(-1, 1)),
    "unknown-to-exceeded": plan({}, {"expectation": "Gedoe", "emotion": 2}),
    "value-untasted-planned": plan({"core_values": "Smaak"}, {"core_values": "Rust"}),
    "value-fewer-planned": Shown(
        reis(stap(core_values="Smaak"), stap("Wacht", core_values="Smaak")),
        droom(stap(core_values="Smaak"), "Wacht"), plan=True,
    ),
}  # fmt: skip
"""By the reason of a judgement that nothing in `SHOWN` is given for."""


def keys() -> set[str]:
    """Everything that may be found, with its variants."""
    found = set()
    for topic, whats in WHATS.items():
        for what in whats:
            key = f"{topic}.{what}"
            variants = VARIANTS[key][1] if key in VARIANTS else ("",)
            found |= {f"{key}.{variant}" if variant else key for variant in variants}
    return found
