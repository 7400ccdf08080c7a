"""Whether every reference of a document leads somewhere."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from itertools import chain
from typing import Any

from klantreis import rules
from klantreis.check import dream, roadmap, uniqueness
from klantreis.check.collector import Collector, resolve, resolves
from klantreis.check.index import Index
from klantreis.check.outline import Outline
from klantreis.findings import Path, Related
from klantreis.model.builtin import CHANNEL_NAMES, CHANNELS, channel_id
from klantreis.model.document import Document
from klantreis.model.lanes import LANES
from klantreis.model.text import is_id, slug
from klantreis.model.touchpoint import ASSUMPTION, EXIT
from klantreis.suggest import did_you_mean
from klantreis.wording import shortened

_PAINS = ("pain point", "barrier")
_SHARED = ("teams", "segments", "core_values", "channels", "metrics", "frameworks")
_LIST_OF = {"team": "teams", "segment": "segments", "core value": "core_values"}


def check_references(model: Document, outline: Outline, index: Index, out: Collector) -> None:
    """Check one document against all that belong together."""
    uniqueness.check(model, outline, out)
    checker = _Checker(model, outline, index, out)
    getattr(checker, outline.kind)(model)


class _Checker:
    def __init__(self, model: Document, outline: Outline, index: Index, out: Collector) -> None:
        self.outline, self.index, self.out = outline, index, out
        organisation = index.organisation
        self.teams = {team.id for team in organisation.teams} if organisation else set()
        self.segments = {segment.id for segment in organisation.segments} if organisation else set()
        self.values = {value.id for value in organisation.core_values} if organisation else set()
        self.channels = {channel.id for channel in organisation.channels} if organisation else set()
        self.known_metrics = index.metrics()
        shared = index.organisation_outline
        self.unsure = shared.pruned if shared else frozenset(_SHARED) if index.incomplete else frozenset()
        owners = self._owners_of_sources(model)
        self.sources = {source for owner in owners for source in owner.sources}
        self.sources_sure = not index.incomplete and not any("sources" in owner.pruned for owner in owners)

    def _owners_of_sources(self, model: Any) -> list[Outline]:
        """A document itself, its persona, the organisation."""
        written = getattr(model, "persona", "")
        persona = self.index.find("persona", written) if written else None
        return [owner for owner in (self.outline, persona, self.index.organisation_outline) if owner is not None]

    # --- documents

    def organisation(self, model: Any) -> None:
        for position, channel in enumerate(model.channels):
            if channel.icon and channel_id(channel.icon) is None:
                self.out.unknown(
                    rules.UNKNOWN_CHANNEL, ("channels", position, "icon"), "built-in channel", channel.icon, CHANNELS
                )
        for f, framework in enumerate(model.frameworks):
            uniqueness.check_list(framework.phases, ("frameworks", f, "phases"), "phase", self.out)

    def persona(self, model: Any) -> None:
        self._listed(rules.UNKNOWN_SEGMENT, "segment", model.segment, self.segments, ("segment",))
        self._channels(model.channels, ("channels",))
        self._evidence(model, ())

    def roadmap(self, model: Any) -> None:
        roadmap.check(model, self.outline, self.index, self.out)
        for position, initiative in enumerate(model.initiatives):
            path: Path = ("initiatives", position)
            self._team(initiative.owner, (*path, "owner"))
            self._metrics(initiative.metrics, (*path, "metrics"))

    def journey(self, model: Any) -> None:
        self._head(model)
        self._loop(model)
        for p, phase in enumerate(model.phases):
            self._phase(model, phase, ("phases", p))
        dream.check(model, self.outline, self.index, self.out)

    # --- parts of a journey

    def _head(self, model: Any) -> None:
        self._persona(model.persona)
        self._listed(rules.UNKNOWN_SEGMENT, "segment", model.segment, self.segments, ("segment",))
        self._team(model.owner, ("owner",))
        for position, maker in enumerate(model.makers):
            self._team(maker.team, ("makers", position, "team"))
        known = self.index.frameworks()
        if model.framework and "frameworks" not in self.unsure and not resolves(model.framework, known):
            self.out.unknown(rules.UNKNOWN_FRAMEWORK, ("framework",), "framework", model.framework, known)
        self._metrics(model.metrics, ("metrics",))
        lanes = {lane.id for lane in model.custom_lanes}
        for position, lane in enumerate(model.custom_lanes):
            there = resolve(lane.after, lanes) not in (None, lane.id) or lane.after.replace("-", "_") in LANES
            if lane.after and not there:
                self.out.unknown(
                    rules.UNKNOWN_LANE, ("custom_lanes", position, "after"), "lane", lane.after, chain(lanes, LANES)
                )

    def _persona(self, written: str) -> None:
        if not written or self.index.incomplete or self.index.find("persona", written) is not None:
            return
        # Scripts without capitals have no id form of their own: there it is a name.
        if is_id(written) and any(char.islower() or char.isdigit() for char in written):
            hint = "Write the persona's name (`Michiel Mobiel`), or add a document with `kind: persona`."
            ids = self.index.ids("persona")
            self.out.unknown(rules.UNKNOWN_PERSONA, ("persona",), "persona", written, ids, hint)
            return
        names = [outline.title for outline in self.index.outlines if outline.kind == "persona"]
        if hint := did_you_mean(written, names):
            self.out.add(rules.ALMOST, ("persona",), f"No persona is called `{shortened(written)}`.", hint)

    def _loop(self, model: Any) -> None:
        loop = model.loyalty_loop
        if loop is None:
            return
        phases = {phase.id for phase in model.phases}
        for key, written in (("to", loop.to), ("from", loop.from_)):
            if written and not resolves(written, phases) and not self.outline.steps_doubtful:
                self.out.unknown(rules.UNKNOWN_STEP, ("loyalty_loop", key), "phase", written, phases)

    def _phase(self, model: Any, phase: Any, path: Path) -> None:
        self._evidence(phase, path)
        self._metrics(phase.metrics, (*path, "metrics"))
        self._lanes(model, phase.lanes, (*path, "lanes"))
        self._zoom(phase.zoom, (*path, "zoom"))
        barriers = {barrier.id for barrier in phase.barriers}
        for position, barrier in enumerate(phase.barriers):
            self._evidence(barrier, (*path, "barriers", position))
        self._opportunities(phase, path, barriers)
        for position, item in enumerate(phase.content):
            self._channels(item.channel, (*path, "content", position, "channel"))
        for t, touchpoint in enumerate(phase.touchpoints):
            self._touchpoint(model, touchpoint, (*path, "touchpoints", t), barriers)

    def _touchpoint(self, model: Any, step: Any, path: Path, barriers: set[str]) -> None:
        self._evidence(step, path)
        self._channels(step.channel, (*path, "channel"))
        self._team(step.owner, (*path, "owner"))
        self._metrics(step.metrics, (*path, "metrics"))
        self._lanes(model, step.lanes, (*path, "lanes"))
        self._zoom(step.zoom, (*path, "zoom"))
        for position, value in enumerate(step.core_values):
            self._listed(rules.UNKNOWN_VALUE, "core value", value, self.values, (*path, "core_values", position))
        for key in ("pains", "gains"):
            for position, item in enumerate(getattr(step, key)):
                self._evidence(item, (*path, key, position))
        self._opportunities(step, path, {pain.id for pain in step.pains} | barriers)
        self._next(step, path)
        self._blueprint(step, path)

    def _opportunities(self, owner: Any, path: Path, near: set[str]) -> None:
        for position, item in enumerate(owner.opportunities):
            here: Path = (*path, "opportunities", position)
            self._evidence(item, here)
            for s, written in enumerate(item.solves):
                if not resolves(written, near) and not self._pain(written, (*here, "solves", s)):
                    self.out.unknown(
                        rules.UNKNOWN_STEP,
                        (*here, "solves", s),
                        "pain point",
                        written,
                        chain(near, self._all_pains),
                        "Write the pain's id, or `touchpoint/pain`.",
                    )

    @cached_property
    def _all_pains(self) -> set[str]:
        return {item.id for step in self.outline.steps for item in step.items if item.sort in _PAINS}

    @cached_property
    def _touchpoints(self) -> set[str]:
        return {name for step in self.outline.steps if step.sort == "touchpoint" for name in step.names}

    def _pain(self, written: str, path: Path) -> bool:
        if self.outline.doubtful:
            return True
        head, slash, tail = written.partition("/")
        if not slash:
            return resolves(written, self._all_pains)
        steps = [
            step
            for step in self.outline.steps_named(head)
            if any(item.sort in _PAINS for item in step.items_named(tail))
        ]
        if len(steps) > 1:
            self.out.add(
                rules.AMBIGUOUS,
                path,
                f"`{shortened(written)}` fits two things: one in a {steps[0].sort}, one in a {steps[1].sort}.",
                "Give one of the two another id.",
                tuple(Related(self.out.where((*step.path, "id")), f"a {step.sort}") for step in steps[:2]),
            )
        return bool(steps)

    def _next(self, step: Any, path: Path) -> None:
        touchpoints = self._touchpoints
        for position, following in enumerate(step.next):
            if following.to == EXIT or resolves(following.to, touchpoints) or self.outline.steps_doubtful:
                continue
            self.out.unknown(
                rules.UNKNOWN_STEP,
                (*path, "next", position, "to"),
                "touchpoint",
                following.to,
                chain(touchpoints, [EXIT]),
            )

    def _blueprint(self, step: Any, path: Path) -> None:
        keys = ("artefacts", "frontstage", "backstage", "support_processes")
        own = {item.id for key in keys for item in getattr(step, key)}
        for key in keys:
            for position, item in enumerate(getattr(step, key)):
                here: Path = (*path, key, position)
                self._team(item.owner, (*here, "owner"))
                for n, written in enumerate(item.next):
                    if not resolves(written, own) and not self._blueprint_elsewhere(written):
                        self.out.unknown(
                            rules.UNKNOWN_STEP,
                            (*here, "next", n),
                            "blueprint step",
                            written,
                            own,
                            "Write the id of a step in this touchpoint, or `touchpoint/step`.",
                        )

    def _blueprint_elsewhere(self, written: str) -> bool:
        head, slash, tail = written.partition("/")
        return self.outline.doubtful or (
            bool(slash) and any(step.items_named(tail) for step in self.outline.steps_named(head))
        )

    # --- what may be referred to

    def _listed(self, rule: Any, what: str, written: str, known: set[str], path: Path) -> None:
        """Free text, until the organisation lists them."""
        if written and known and _LIST_OF[what] not in self.unsure and not resolves(written, known):
            self.out.unknown(rule, path, what, written, known)

    def _team(self, written: str, path: Path) -> None:
        self._listed(rules.UNKNOWN_TEAM, "team", written, self.teams, path)

    def _channels(self, written: Iterable[str], path: Path) -> None:
        for position, name in enumerate(written):
            if channel_id(name) is None and "channels" not in self.unsure and not resolves(name, self.channels):
                rule = rules.UNKNOWN_CHANNEL if self.channels else rules.LOOSE_CHANNEL
                self.out.unknown(
                    rule,
                    (*path, position),
                    "channel",
                    name,
                    chain(self.channels, CHANNELS, CHANNEL_NAMES),
                    "" if self.channels else "It is drawn as written; list it under `channels` of the organisation.",
                    both=not self.channels,
                )

    def _metrics(self, written: Any, path: Path) -> None:
        self._keys_twice(written, path, "metric")
        for name, value in written.items():
            if not resolves(name, self.known_metrics) and not self.index.incomplete and "metrics" not in self.unsure:
                self.out.unknown(
                    rules.UNKNOWN_METRIC,
                    (*path, name),
                    "metric",
                    name,
                    self.known_metrics,
                    "List it under `metrics` of the organisation.",
                    key=True,
                )
            if getattr(value, "evidence", None):
                self._evidence(value, (*path, name))

    def _keys_twice(self, written: Any, path: Path, what: str) -> None:
        """`csat` and `CSAT` are one metric."""
        if len(written) == len({slug(name) for name in written}):
            return
        first: dict[str, str] = {}
        for name in written:
            known = first.setdefault(slug(name), name)
            if known != name:
                message = f"`{shortened(name)}` and `{shortened(known)}` are the same {what}."
                self.out.add(rules.DUPLICATE_ID, (*path, name), message, "Keep one of the two.", key=True)

    def _evidence(self, item: Any, path: Path) -> None:
        for position, written in enumerate(item.evidence):
            if written != ASSUMPTION and self.sources_sure and not resolves(written, self.sources):
                self.out.unknown(
                    rules.UNKNOWN_EVIDENCE,
                    (*path, "evidence", position),
                    "source",
                    written,
                    chain(self.sources, [ASSUMPTION]),
                    "List it under `sources`, or write `assumption`.",
                )

    def _zoom(self, written: str, path: Path) -> None:
        if written and self.index.find("journey", written) is None and not self.index.incomplete:
            self.out.unknown(rules.UNKNOWN_JOURNEY, path, "journey", written, self.index.ids("journey"))

    def _lanes(self, model: Any, written: dict[str, Any], path: Path) -> None:
        kinds = {lane.id: lane.kind for lane in model.custom_lanes}
        self._keys_twice(written, path, "lane")
        for name, value in written.items():
            if not resolves(name, kinds):
                if "custom_lanes" in self.outline.pruned:
                    continue
                self.out.unknown(
                    rules.UNKNOWN_LANE,
                    (*path, name),
                    "lane",
                    name,
                    kinds,
                    "" if kinds else "Declare it under `custom_lanes` of the journey.",
                    key=True,
                )
            elif problem := _lane_problem(kinds[resolve(name, kinds) or name], value):
                self.out.add(rules.WRONG_TYPE, (*path, name), problem)


def _lane_problem(kind: str, value: Any) -> str:
    if kind == "score":
        number = isinstance(value, (int, float)) and not isinstance(value, bool)
        return "" if number else "A score lane takes a number."
    items = value if isinstance(value, list) and kind == "list" else [value]
    if any(isinstance(item, (dict, list)) or item is None for item in items):
        return {"list": "A list lane takes texts.", "image": "An image lane takes the path of a picture."}.get(
            kind, "A text lane takes one text."
        )
    return ""
