"""What each journey is called in a picture of several: by what sets it apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from klantreis.language.numbers import day
from klantreis.language.words import Words
from klantreis.model.setting import Setting
from klantreis.render.kit.clean import clean
from klantreis.wording import shortened

_LONGEST = 60
"""The most signs of a name on the picture."""


@dataclass(frozen=True, slots=True)
class Name:
    """A journey's name on the picture, and what stands under it."""

    text: str
    below: str

    @property
    def full(self) -> str:
        """Both, on one line."""
        return f"{self.text}, {self.below}" if self.below else self.text


def person(setting: Setting) -> str:
    """Give whose journey it is; empty when nobody says."""
    name = setting.persona.name if setting.persona else setting.journey.persona or setting.journey.segment
    return _tidy(name)


def title(setting: Setting) -> str:
    """Give the title of a journey, on one line and not too long."""
    return _tidy(setting.journey.title)


def _tidy(text: str) -> str:
    return clean(shortened(text, _LONGEST))


def state(setting: Setting, words: Words) -> tuple[str, str]:
    """Give a journey's state in words and when it must be there: `droom`, `over 5 jaar`."""
    horizon = setting.journey.horizon
    when = ""
    if setting.journey.state == "dream" and horizon is not None:
        when = words[horizon] if isinstance(horizon, str) else f"{words['by']} {day(horizon, words)}"
    return words.about("curves")["now" if setting.journey.state == "current" else "dream"], when


def names_of(settings: Sequence[Setting], words: Words) -> list[Name]:
    """Give the names: of one persona's journeys `nu` and `droom`, of several personas who it is, else the title."""
    people = [person(setting) for setting in settings]
    dreaming = {who for setting, who in zip(settings, people, strict=True) if setting.journey.state == "dream"}
    alone = len(set(people)) == 1
    first = [
        _name(setting, who, words, alone=alone, dreams=who in dreaming)
        for setting, who in zip(settings, people, strict=True)
    ]
    seen = Counter(first)
    found = [
        name if seen[name] == 1 else Name(title(setting), name.full if name.text != title(setting) else name.below)
        for setting, name in zip(settings, first, strict=True)
    ]
    return _numbered(found)


def _numbered(names: Sequence[Name]) -> list[Name]:
    """Number what is still called the same."""
    total, seen = Counter(names), Counter[Name]()
    found = []
    for name in names:
        seen[name] += 1
        found.append(name if total[name] == 1 else Name(f"{name.text} ({seen[name]})", name.below))
    return found


def _name(setting: Setting, who: str, words: Words, *, alone: bool, dreams: bool) -> Name:
    now, when = state(setting, words)
    if alone and dreams:
        return Name(f"{now[:1].upper()}{now[1:]}", when)
    return Name(who or title(setting), ", ".join(filter(None, (now, when))) if dreams else "")
