"""What stands above the map: whose journey it is, and the figures that decide."""

from __future__ import annotations

from collections.abc import Iterator

from klantreis.language.numbers import day, duration, later, on_day, signed
from klantreis.language.words import Words
from klantreis.model import scores
from klantreis.model.journey import Journey, Phase
from klantreis.model.setting import Setting
from klantreis.model.touchpoint import Touchpoint
from klantreis.render.content.cells import Context, figures, texts
from klantreis.render.kit.clean import clean, safe_url
from klantreis.render.kit.images import picture
from klantreis.render.kit.items import Cell, Fact, Header, Note, Stat, Tone, Who

_CLEAR = 0.25
"""From here on a score is good or bad rather than neutral."""


def header(context: Context) -> Header:
    """Give all that stands above the map."""
    journey = context.setting.journey
    stats = (_mean(context), _remembered(context), _evidence(context), _checked(journey, context.words))
    return Header(
        kicker(journey, context.words),
        clean(journey.title),
        clean(journey.description),
        who(context),
        tuple(stat for stat in stats if stat),
        facts(context),
    )


def kicker(journey: Journey, words: Words) -> str:
    """Give what sort of map it is: `klantreis · droom · over 1 tot 2 jaar`."""
    horizon = journey.horizon
    when = ""
    if horizon is not None:
        when = words[horizon] if isinstance(horizon, str) else f"{words['by']} {day(horizon, words)}"
    return " · ".join(filter(None, (words["map"], words[journey.state], when)))


def who(context: Context) -> Who | None:
    """Give whose journey it is: the persona document, else the inline persona, else the segment."""
    setting = context.setting
    persona, journey = setting.persona, setting.journey
    segment = context.names.segment(journey.segment or (persona.segment if persona else ""))
    if persona is None:
        name = clean(journey.persona) or segment
        return Who(name, segment if name != segment else "", initials=_initials(name)) if name else None
    below = clean(persona.description) or segment
    portrait = picture(persona.image, setting.persona_folder, setting.root) if persona.image else None
    quote = context.words.quoted(clean(persona.quote)) if persona.quote else ""
    shown = portrait if portrait and portrait.data else None
    return Who(clean(persona.name), below, quote, _initials(clean(persona.name)), shown)


def _initials(name: str) -> str:
    letters = [word[0] for word in name.replace(",", " ").split() if word[0].isalnum()]
    return "".join(letters[:1] + letters[-1:] if len(letters) > 1 else letters).upper()[:2]


def tone_of(score: float | None) -> Tone:
    """Give the colour that a mean is written in."""
    if score is None or -_CLEAR < score < _CLEAR:
        return "ink"
    return "good" if score > 0 else "bad"


def _mean(context: Context) -> Stat:
    journey, words = context.setting.journey, context.words
    mean = scores.experience_score(journey)
    steps = scores.contact_count(journey)
    switches = scores.channel_switches(journey)
    below = words.count("touchpoint", steps) + (f"\n{words.count('switch', switches)}" if switches else "")
    if mean is None:
        return Stat(words["mean"], "–", below)
    return Stat(words["mean"], signed(mean, words), below, tone_of(mean))


def _remembered(context: Context) -> Stat:
    journey, words = context.setting.journey, context.words
    score, peak, end = scores.remembered_score(journey), scores.peak(journey), scores.end(journey)
    if score is None or peak is None or end is None:
        return Stat(words["remembered"], "–", words["no-emotion"])
    name = words["low" if peak.score < 0 else "high"]
    below = f"{name} {signed(peak.score, words)}\n{words['end']} {signed(end.score, words)}"
    return Stat(words["remembered"], signed(score, words), below, tone_of(score))


def _evidence(context: Context) -> Stat | None:
    words, count = context.words, scores.evidence_count(context.setting.journey)
    if not count.total:
        return None
    below = [words.count("assumption", count.assumed)] if count.assumed else []
    below += [f"{count.unsaid} {words['unsaid']}"] if count.unsaid else []
    tone: Tone = "ink" if count.proven * 2 >= count.total else "gold-text"
    value = f"{count.proven} {words['of']} {count.total}"
    return Stat(words["evidence"], value, " · ".join(below) or words.count("touchpoint", count.total), tone)


def _checked(journey: Journey, words: Words) -> Stat:
    if journey.reviewed is None:
        return Stat(words["checked"], words["unchecked"], words["by-customers"], "gold-text")
    due = later(journey.reviewed.end, journey.review_every) if journey.review_every else None
    exact = journey.reviewed.start == journey.reviewed.end
    below = words["by-customers"]
    if due:
        below = (
            f"{words['again']} {on_day(due, words)}"
            if exact
            else (f"{words['again-period']} {words.months[due.month - 1]} {due.year}")
        )
    return Stat(words["checked"], day(journey.reviewed, words), below)


def facts(context: Context) -> tuple[Fact, ...]:
    """Give the blocks of the brief that something fills."""
    setting, words = context.setting, context.words
    journey, persona = setting.journey, setting.persona
    blocks: list[tuple[str, Cell]] = [
        ("segment", texts([_segment(context)] if _segment(context) else [])),
        ("trigger", texts([journey.trigger] if journey.trigger else [])),
        ("scenario", texts([journey.scenario] if journey.scenario else [])),
        ("goal", texts([journey.goal] if journey.goal else [])),
        ("expectations", texts(journey.expectations, bullets=True)),
        ("business_goals", texts(journey.business_goals, bullets=True)),
        ("needs", texts(persona.needs, bullets=True) if persona else ()),
        ("preferences", texts(persona.preferences, bullets=True) if persona else ()),
        ("metrics", figures(journey.metrics, context)),
        ("drops", _drops(context)),
        ("duration", texts([duration(journey.duration, words)]) if journey.duration else ()),
        ("owner", texts([context.names.team(journey.owner)]) if journey.owner else ()),
        ("makers", _makers(context)),
        ("tags", texts([", ".join(journey.tags)]) if journey.tags else ()),
        ("links", tuple(Note(clean(link.title) or clean(link.url), url=safe_url(link.url)) for link in journey.links)),
    ]
    return tuple(Fact(words[key], cell) for key, cell in blocks if cell)


def _segment(context: Context) -> str:
    """Give the segment, unless it stands beside the persona already."""
    setting = context.setting
    name = context.names.segment(setting.journey.segment or (setting.persona.segment if setting.persona else ""))
    shown = who(context)
    return "" if shown and name in (shown.name, shown.below) else name


def _makers(context: Context) -> Cell:
    made = [
        ", ".join(filter(None, (clean(maker.name), context.names.team(maker.team) if maker.team else "")))
        for maker in context.setting.journey.makers
    ]
    return (Note("; ".join(made)),) if made else ()


def _drops(context: Context) -> Cell:
    words, found = context.words, []
    for drop in context.setting.journey.drops:
        why = f" ({words[drop.why]})" if drop.why else ""
        found.append(Note(f"{context.names.base_step(drop.id)}{why}", below=clean(drop.note)))
    return tuple(found)


def _cited(journey: Journey) -> Iterator[str]:
    """Give every source that anything of the journey rests on."""
    places: list[Phase | Touchpoint] = [*journey.phases, *journey.touchpoints()]
    for metrics in (journey.metrics, *(place.metrics for place in places)):
        for value in metrics.values():
            yield from value.evidence
    for place in places:
        yield from place.evidence
        for key in ("pains", "barriers", "gains", "opportunities"):
            for item in getattr(place, key, ()):
                yield from item.evidence


def sources(setting: Setting, context: Context) -> tuple[Fact, ...]:
    """Give the sources of the journey and the shared ones it uses, each under its kind."""
    used = set(_cited(setting.journey))
    own = {source.id for source in setting.journey.sources}
    found = [source for key, source in context.names.sources.items() if key in own or key in used]
    blocks = []
    for source in found:
        kind = context.words[source.kind] if source.kind else context.words["evidence"].lower()
        title, *rest = context.names.source_detail(source.id).split(" · ")
        blocks.append(Fact(kind, (Note(title, below=" · ".join(rest), url=safe_url(source.link)),)))
    return tuple(blocks)
