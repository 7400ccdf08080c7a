"""The flow as a sheet."""

from __future__ import annotations

from collections.abc import Sequence

from klantreis.language.numbers import percent
from klantreis.language.words import Words, words_of
from klantreis.model.journey import Journey
from klantreis.model.scores import contact_count
from klantreis.model.setting import Setting
from klantreis.render.content import header as heads
from klantreis.render.content.cells import Context
from klantreis.render.content.choice import Choice, left_out
from klantreis.render.content.names import Names
from klantreis.render.flow.data import build
from klantreis.render.flow.draw import draw
from klantreis.render.flow.items import Edge, Flow
from klantreis.render.flow.layout import lay_out
from klantreis.render.flow.ways import OUT, Hands, ways_of
from klantreis.render.kit.clean import clean, language_tag
from klantreis.render.kit.items import Header, Stat
from klantreis.render.kit.sheet import Sheet, Table


def sheet(settings: Sequence[Setting], choice: Choice) -> Sheet:
    """Give the flow of a journey. Raises `UsageError` for unknown phases."""
    (setting,) = settings
    journey = setting.journey
    common = words_of(journey.language)
    context = Context(setting, common, Names(setting, common))
    flow = build(context, choice)
    layout = lay_out(flow)
    words = common.about("flow")
    figures = Figures(journey)
    return Sheet(
        "flow",
        clean(journey.id),
        language_tag(journey.language),
        common.about("views")["flow"],
        _header(context, words, figures),
        draw(flow, layout, words),
        _summary(flow, words, figures),
        (_table(flow, words),),
        _legend(flow, words),
        _notes(journey, choice, words, plain=layout.plain),
        made=common["made"],
    )


class Figures:
    """What is counted of a whole journey: contacts, hand-overs, where ways part, where most customers leave."""

    def __init__(self, journey: Journey) -> None:
        steps = list(journey.touchpoints())
        self.contacts = contact_count(journey)
        self.phases = len(journey.phases)
        self.switches, self.handovers = Hands(journey).count()
        ways = ways_of(journey)
        fans = [sum(1 for way in ways if way.source == number) for number in range(len(steps))]
        self.forks = sum(1 for fan in fans if fan > 1)
        leaving = [way for way in ways if way.target == OUT]
        self.leaves: tuple[str, float | None] | None = None
        if leaving:
            most = max(leaving, key=lambda way: (way.written and way.written.share) or 0.0)
            share = most.written.share if most.written else None
            self.leaves = clean(steps[most.source].title), share


def _header(context: Context, words: Words, figures: Figures) -> Header:
    whole = heads.header(context)
    return Header(f"{whole.kicker} · {words['kicker']}", whole.title, whole.lead, whole.who, _stats(words, figures), ())


def _stats(words: Words, figures: Figures) -> tuple[Stat, ...]:
    phases = words["in-phases"].format(phases=words.count("phase", figures.phases))
    return (
        Stat(words["steps"], str(figures.contacts), phases),
        Stat(words["switches"], str(figures.switches), words["switches-below"]),
        Stat(words["handovers"], str(figures.handovers), words["handovers-below"]),
        _leaving(words, figures),
    )


def _leaving(words: Words, figures: Figures) -> Stat:
    if figures.leaves is None:
        return Stat(words["leave"], "–", words["leave-none"])
    step, share = figures.leaves
    if share is None:
        return Stat(words["leave"], "?", words["leave-unsaid"].format(step=step))
    return Stat(words["leave"], percent(share, words), words["leave-below"].format(step=step), "bad")


def _summary(flow: Flow, words: Words, figures: Figures) -> str:
    told = [
        words["summary"].format(
            steps=words.count("touchpoint", figures.contacts), phases=words.count("phase", figures.phases)
        )
    ]
    if figures.forks:
        told.append(words["summary-branches"].format(branches=words.count("fork", figures.forks)))
    step, share = figures.leaves or ("", None)
    if share is not None:
        told.append(words["summary-leave"].format(step=step, share=percent(share, words)))
    switches, handovers = words.count("switch", figures.switches), words.count("handover", figures.handovers)
    told.append(words["summary-switches"].format(switches=switches, handovers=handovers))
    loop = next((row.text for step in flow.steps() for row in step.rows if row.kind == "loop"), "")
    if loop:
        told.append(words["summary-loop"].format(loop=loop))
    return " ".join(told)


def _table(flow: Flow, words: Words) -> Table:
    titles = {phase.place: phase.title for phase in flow.phases}
    rows = []
    for step in flow.steps():
        if step.ghost:
            rows.append(("–", titles[step.phase], step.title, "", "", "", "", "", "", ""))
        marks = "; ".join(filter(None, _marks(step.marks, words, truth=step.truth, assumed=step.assumed)))
        told = (step.title, titles[step.phase], step.channel, step.owner, step.score, marks)
        rows += [
            (*told, outcome.leads_to, outcome.when, outcome.share, outcome.handed)
            for outcome in flow.outcomes
            if outcome.step == step.number
        ]
    keys = ("step", "phase", "channel", "owner", "feeling", "marks", "leads-to", "when", "part", "handed")
    return Table(words["table"], tuple(words[key] for key in keys), tuple(rows), frozenset({4, 8}))


def _marks(marks: Sequence[tuple[str, str]], words: Words, *, truth: bool, assumed: bool) -> list[str]:
    told = [text for _, text in marks]
    return [*told, words["truth"] if truth else "", words["assumed"] if assumed else ""]


def _legend(flow: Flow, words: Words) -> tuple[tuple[str, str], ...]:
    """Give the marks that are in the picture, each with its meaning."""
    steps, edges = flow.steps(), flow.edges
    kinds = {row.kind for step in steps for row in step.rows}

    def some(kind: str) -> bool:
        return any(edge.kind == kind for edge in edges)

    wanted = (
        ("channel-switch", "switch", any(edge.channel for edge in edges)),
        ("team-handover", "handover", any(edge.team for edge in edges)),
        ("share-line", "share", any(_share(edge) for edge in edges)),
        ("skip-line", "skip", some("skip")),
        ("loop-line", "loop", some("loop")),
        ("exit", "exit-mark", "exit" in kinds),
        ("truth", "truth", any(step.truth for step in steps)),
        ("offline", "offline", any(step.offline for step in steps)),
        ("up", "up", any(step.tone == "good" for step in steps)),
        ("down", "down", any(step.tone == "bad" for step in steps)),
        ("assumed", "assumed", any(step.assumed for step in steps)),
    )
    return tuple((mark, words[key]) for mark, key, shown in wanted if shown)


def _share(edge: Edge) -> bool:
    return edge.share is not None


def _notes(journey: Journey, choice: Choice, words: Words, *, plain: bool) -> tuple[str, ...]:
    hidden = left_out(journey, choice.phases_of(journey), words)
    return (*hidden, words["plain"]) if plain else hidden
