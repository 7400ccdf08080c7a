"""What each lane takes from a phase or a touchpoint: one small function a lane."""

from __future__ import annotations

from dataclasses import dataclass

from klantreis.language.numbers import day, duration, number, percent
from klantreis.language.words import Words
from klantreis.model.builtin import METRICS
from klantreis.model.journey import MOTIVATIONS, Content, Phase
from klantreis.model.scores import assumed
from klantreis.model.setting import Setting
from klantreis.model.touchpoint import ASSUMPTION, EXIT, BlueprintStep, MetricValue, Opportunity, Pain, Touchpoint
from klantreis.render.content.names import Names
from klantreis.render.kit.clean import clean, safe_url
from klantreis.render.kit.images import picture
from klantreis.render.kit.items import Card, Cell, Chip, Figure, Note, Step

_DOTS = {"low": 1, "medium": 2, "high": 3}


@dataclass(frozen=True, slots=True)
class Context:
    """What every cell may need to know."""

    setting: Setting
    words: Words
    names: Names


def texts(written: list[str], *, bullets: bool = False) -> Cell:
    """Give plain texts; several may get bullets."""
    return tuple(Note(clean(text), bullet=bullets and len(written) > 1) for text in written)


def goal(phase: Phase, _: Context) -> Cell:
    """What the customer wants to reach in a phase."""
    return (Note(clean(phase.goal)),) if phase.goal else ()


def questions(phase: Phase, context: Context) -> Cell:
    """What the customer asks in a phase, in their words."""
    return tuple(Note(context.words.quoted(clean(text)), "quote") for text in phase.questions)


def motivations(phase: Phase, context: Context) -> Cell:
    """Why the customer searches and chooses as they do: up to five texts, each under its name."""
    if phase.motivations is None:
        return ()
    named = ((name, getattr(phase.motivations, name)) for name in MOTIVATIONS)
    labels = {"sources": "motivation-sources"}
    return tuple(
        Note(" ".join(map(clean, found)), label=context.words[labels.get(name, name)]) for name, found in named if found
    )


def content(phase: Phase, context: Context) -> Cell:
    """What we offer in a phase: title, form and channel, what it serves, what it asks for."""
    return tuple(_content(item, context) for item in phase.content)


def _content(item: Content, context: Context) -> Note:
    words = context.words
    channels = [context.names.channel(written) for written in item.channel]
    form, where = clean(item.format), f" {words['or']} ".join(name for name, _ in channels)
    kind = " · ".join(filter(None, (form, where if where.lower() != form.lower() else "")))
    serves = [words[_MOTIVE.get(text, text)].lower() if text in MOTIVATIONS else clean(text) for text in item.serves]
    below = "\n".join(
        filter(
            None,
            (
                f"{words['serves']}: {', '.join(serves)}" if serves else "",
                f"{words['call']}: {clean(item.call_to_action)}" if item.call_to_action else "",
                _signals(item, words),
            ),
        )
    )
    return Note(
        kind,
        "soft",
        label=clean(item.title),
        below=below,
        url=safe_url(item.link),
        icon=channels[0][1] or "web" if channels else "",
    )


_MOTIVE = {"sources": "motivation-sources"}


def _signals(item: Content, words: Words) -> str:
    """Say what each reaction is worth, in points: `punten: klik +2, direct weg −2`."""
    named = words.about("signals")
    worth = [
        f"{named.fixed.get(key) or clean(key).replace('-', ' ')} {'+' if signal.points > 0 else ''}"
        f"{number(signal.points, words)}"
        for key, signal in item.signals.items()
    ]
    return f"{named['points']}: {', '.join(worth)}" if worth else ""


def barriers(phase: Phase, context: Context) -> Cell:
    """What stops the customer in a phase."""
    return tuple(pain_card(pain, context) for pain in phase.barriers)


def step_card(step: Touchpoint, context: Context, colour: int, *, switch: bool) -> Step:
    """Give the card of a touchpoint."""
    words, names = context.words, context.names
    channels = [names.channel(written) for written in step.channel]
    marks = [("clock", duration(step.duration, words))] if step.duration else []
    marks += [("optional", words["optional"])] if step.optional else []
    marks += [("automated", words["automated"])] if step.automated else []
    marks += [("zoom", f"{words['zoom']} “{clean(step.zoom)}”")] if step.zoom else []
    return Step(
        step.id,
        clean(step.title),
        channels[0][1] if channels else "",
        f" {words['or']} ".join(name for name, _ in channels),
        names.team(step.owner) if step.owner else "",
        tuple(marks),
        step.initiator,
        switch,
        step.moment_of_truth is not None,
        assumed(step.evidence),
        colour,
        names.offline(step.channel),
    )


def image(step: Touchpoint, context: Context) -> Cell:
    """The picture of a touchpoint."""
    return (picture(step.image, context.setting.folder, context.setting.root),) if step.image else ()


def thoughts(step: Touchpoint, context: Context) -> Cell:
    """What the customer thinks, between quotation marks."""
    return tuple(Note(context.words.quoted(clean(text)), "quote") for text in step.thoughts)


def truth(step: Touchpoint, context: Context) -> Cell:
    """Where the expectation can and must be exceeded, and how."""
    moment = step.moment_of_truth
    if moment is None:
        return ()
    kind = context.words[moment.kind] if moment.kind else ""
    text = clean(moment.exceed) or kind or context.words["moment_of_truth"]
    return (Card("truth", text, label=kind if moment.exceed else "", assumed=False),)


def pains(step: Touchpoint, context: Context) -> Cell:
    """What hurts at a touchpoint."""
    return tuple(pain_card(pain, context) for pain in step.pains)


def pain_card(pain: Pain, context: Context) -> Card:
    """Give a pain with its severity in dots."""
    words = context.words
    level = words[f"{pain.severity}-severity"] if pain.severity else ""
    return Card(
        "pain",
        clean(pain.title),
        dots=_DOTS.get(pain.severity or "", 0),
        dots_text=f"{words['severity']}: {level}" if level else "",
        assumed=assumed(pain.evidence),
        basis=context.names.basis(pain.evidence),
    )


def gains(step: Touchpoint, context: Context) -> Cell:
    """What delights at a touchpoint."""
    mark = context.words["assumption"]
    return tuple(
        Note(clean(gain.title), icon="gain", below=mark if assumed(gain.evidence) else "") for gain in step.gains
    )


def opportunities(place: Touchpoint | Phase, context: Context) -> Cell:
    """What could be better."""
    return tuple(_opportunity(chance, context) for chance in place.opportunities)


def _opportunity(chance: Opportunity, context: Context) -> Card:
    words = context.words
    solves = ", ".join(context.names.item(pain) for pain in chance.solves)
    bars = (("impact", chance.impact), ("effort", chance.effort))
    return Card(
        "opportunity",
        clean(chance.title),
        impact=chance.impact or 0,
        effort=chance.effort or 0,
        bar_text=", ".join(f"{words[name]} {value} {words['of']} 5" for name, value in bars if value),
        below=f"{words['solves']}: {solves}" if solves else "",
        assumed=assumed(chance.evidence),
        basis=context.names.basis(chance.evidence),
    )


def core_values(step: Touchpoint, context: Context) -> Cell:
    """Which core values the customer tastes."""
    return tuple(Chip(context.names.value(value), "value") for value in step.core_values)


def tags(step: Touchpoint, _: Context) -> Cell:
    """Free labels."""
    return tuple(Chip(clean(tag), "tag") for tag in step.tags)


def evidence(place: Touchpoint | Phase, context: Context) -> Cell:
    """What a touchpoint or phase rests on: a chip a kind of source, with the sources in full behind it."""
    # A source may be called as a guess is.
    kinds: dict[tuple[str, bool], list[str]] = {}
    for written in place.evidence:
        kinds.setdefault((context.names.source_kind(written), written == ASSUMPTION), []).append(written)
    return tuple(
        Chip(
            kind if len(found) == 1 else f"{kind} ×{len(found)}",
            "assumed" if guess else "evidence",
            context.names.basis(found),
        )
        for (kind, guess), found in kinds.items()
    )


def metrics(place: Touchpoint | Phase, context: Context) -> Cell:
    """Figures against their targets."""
    return figures(place.metrics, context)


def figures(values: dict[str, MetricValue], context: Context) -> Cell:
    """Give each metric's value and target, the built-in ones in their usual order."""
    order = {name: place for place, name in enumerate(METRICS)}
    keys = sorted(values, key=lambda name: order.get(name, len(order)))
    return tuple(_figure(name, values[name], context) for name in keys)


def _figure(key: str, written: MetricValue, context: Context) -> Figure:
    words, metric = context.words, context.names.metric(key)
    sign = "%" if metric.unit == "%" else ""
    value = number(written.value, words) + sign if written.value is not None else "–"
    target = number(written.target, words) + sign if written.target is not None else ""
    good = None
    if written.value is not None and written.target is not None and metric.better != "neither":
        good = written.value >= written.target if metric.better == "higher" else written.value <= written.target
    return Figure(
        metric.name,
        value,
        "" if sign else metric.unit,
        f"{words['target']} {target}" if target else "",
        day(written.date, words) if written.date else "",
        _place(written.value, metric.scale),
        _place(written.target, metric.scale),
        good,
        assumed(written.evidence),
    )


def _place(value: float | None, scale: tuple[float, float] | None) -> float | None:
    if value is None or scale is None or scale[1] in (float("inf"), scale[0]):
        return None
    return min(1.0, max(0.0, (value - scale[0]) / (scale[1] - scale[0])))


def blueprint(steps: list[BlueprintStep], context: Context) -> Cell:
    """Steps of the service blueprint: who does it with what, and what follows."""
    found = []
    for step in steps:
        doing = " · ".join(filter(None, (context.names.team(step.owner) if step.owner else "", clean(step.system))))
        onward = ", ".join(context.names.item(written) for written in step.next)
        found.append(Note(clean(step.title), below="\n".join(filter(None, (doing, f"→ {onward}" if onward else "")))))
    return tuple(found)


def following(step: Touchpoint, context: Context) -> Cell:
    """What follows instead of the next step, in words: `30% haakt af → exit`."""
    found = []
    for branch in step.next:
        share = percent(branch.share, context.words) if branch.share is not None else ""
        leaves = branch.to == EXIT
        where = context.words["exit"] if leaves else f"→ {context.names.step(branch.to)}"
        found.append(Note(clean(branch.when), "soft", label=f"{share} {where}".strip(), icon="exit" if leaves else ""))
    return tuple(found)


def replaces(place: Touchpoint | Phase, context: Context) -> Cell:
    """In a dream: the steps this takes the place of."""
    return tuple(Note(context.names.base_step(written), "soft") for written in place.replaces)
