"""Whom a journey is about, at more length than stands beside the title."""

from __future__ import annotations

from klantreis.language.words import Words
from klantreis.model.setting import Setting
from klantreis.render.content.cells import texts
from klantreis.render.content.names import Names
from klantreis.render.kit.items import Cell, Fact


def about(setting: Setting, words: Words) -> tuple[Fact, ...]:
    """Give what a persona document tells and the brief does not: who they are, what they want, what annoys them.

    `words` are those of the page.
    """
    persona = setting.persona
    if persona is None:
        return ()
    names = Names(setting, words.about("map"))
    blocks: tuple[tuple[str, Cell], ...] = (
        ("bio", texts([persona.bio] if persona.bio else [])),
        ("goals", texts(persona.goals, bullets=True)),
        ("frustrations", texts(persona.frustrations, bullets=True)),
        ("preferred", texts([names.channel(written)[0] for written in persona.channels], bullets=True)),
    )
    return tuple(Fact(words[key], cell) for key, cell in blocks if cell)
