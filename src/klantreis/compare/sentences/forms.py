"""How values stand in a sentence: short, in the language, and never a word of a machine."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from string import Formatter
from typing import Any

from pydantic_core import PydanticCustomError

from klantreis.language import numbers
from klantreis.language.words import Words, subject_of
from klantreis.model.time import Duration, Period
from klantreis.model.touchpoint import EXIT
from klantreis.wording import shortened

_LIMIT, _MANY, _WHOLE = 120, 5, 600
_ENDS = ".!?…"
_CLOSING = "”\"’'»)"
_CHOSEN = frozenset({"severity", "initiator", "state", "horizon", "scope", "why", "kind", "stage", "evidence"})
"""Keys whose values are words of the format."""
_SPARED = frozenset({"bracketed", "dated", "target", "stated", "remark"})
_LENGTHS, _DAYS = frozenset({"duration", "review_every"}), frozenset({"date", "reviewed", "horizon"})


class Made(str):
    """A part of a sentence that is made already, and short enough."""

    __slots__ = ()


class Sentences(Formatter):
    """Fills in sentences: text cut short, numbers as the language writes them, lists with a last `and`.

    Forms: `{x:signed}` an emotion, `{x:quoted}` between quotation marks, `{x:duration}`, of several with a plus,
    `{x:day}`, `{x:percent}` of a share, `{x:count step}` with its noun, `{x:chosen}` a word of the format in the
    language, `{x:figure}` and `{x:amount}` a metric's figure without and with its unit, `{x[0]}` the first of
    several. These are nothing where there is nothing: `{x:bracketed}` between brackets, `{x:dated}` a
    day between brackets, `{x:stated}` an amount after a comma, `{x:remark}` a text after a colon, `{x:target}`.
    """

    def __init__(self, words: Words) -> None:
        self.words = words
        self.catalogue = subject_of(words.language, "sentences")
        self._unit = ""

    def sentence(self, template: str, values: Mapping[str, Any]) -> str:
        """Give a sentence with its values, and one full stop."""
        self._unit = str(values.get("unit") or "")
        text = self.vformat(template, (), values)
        if text.endswith("."):
            bare = text[:-1]
            said = bare.rstrip(_CLOSING)
            if said.endswith(tuple(_ENDS)):
                return bare
        return text

    def format_field(self, value: Any, format_spec: str) -> str:
        """Give a value in a form."""
        if isinstance(value, Made):
            return value
        if format_spec in _SPARED:
            return self._spared(value, format_spec) if value not in (None, "", []) else ""
        if isinstance(value, list | tuple) and value and format_spec == "duration":
            return " + ".join(self.format_field(item, format_spec) for item in value)
        if isinstance(value, list | tuple):
            return self.listed([self.format_field(item, format_spec) for item in value]) or str(self.catalogue.NOTHING)
        if value is None:
            return str(self.catalogue.NOTHING)
        return self._formed(value, format_spec)

    def _spared(self, value: Any, form: str) -> str:
        """What has a place in a sentence only where there is something."""
        if form == "target":
            return str(self.catalogue.TARGET.format(self._figure(value)))
        if form == "remark":
            return f": {self.format_field(value, 'quoted')}"
        if form == "stated":
            return f", {self._amount(value)}"
        return f" ({self._day(str(value)) if form == 'dated' else _bare(self.format_field(value, ''))})"

    def _formed(self, value: Any, form: str) -> str:
        if isinstance(value, bool):
            return str(self.catalogue.YES if value else self.catalogue.NO)
        if isinstance(value, int | float):
            return self._number(value, form)
        text = shortened(str(value), _LIMIT)
        if form == "quoted":
            return self.words.quoted(_bare(text))
        if form == "chosen":
            return str(self.catalogue.CHOSEN.get(text, text))
        if form == "duration":
            return self._duration(text)
        return self._day(text) if form == "day" else text

    def _number(self, value: float, form: str) -> str:
        if form == "signed":
            return numbers.signed(value, self.words)
        if form == "percent":
            return f"{numbers.number(value * 100, self.words, 0)}%"
        if form == "figure":
            return self._figure(value)
        if form == "amount":
            return self._amount(value)
        text = numbers.number(value, self.words)
        if form.startswith("count "):
            forms = self.catalogue.COUNTS[form.partition(" ")[2]]
            return f"{text} {forms[self.words.form(value)]}"
        return text

    def _figure(self, value: float) -> str:
        return numbers.number(value, self.words) + ("%" if self._unit == "%" else "")

    def _amount(self, value: float) -> str:
        """A figure with its unit; a unit such as `score 1–10` says what the scale is, not what is counted."""
        text = self._figure(value)
        spoken = self._unit not in ("", "%") and not any(char.isdigit() for char in self._unit)
        return f"{text} {shortened(self._unit, _LIMIT)}" if spoken else text

    def _duration(self, text: str) -> str:
        try:
            return numbers.duration(Duration.parse(text), self.words)
        except PydanticCustomError:
            return text

    def _day(self, text: str) -> str:
        try:
            return numbers.day(Period.parse(text), self.words)
        except PydanticCustomError:
            return text

    def listed(self, items: Sequence[str]) -> str:
        """Give `a, b and c`; of very many the first, and how many more."""
        shown = list(items)
        if len(shown) > _MANY:
            shown[_MANY - 1 :] = [self.catalogue.MORE.format(len(shown) - _MANY + 1)]
        head = ", ".join(shown[:-1])
        return f"{head} {self.catalogue.AND} {shown[-1]}" if head else "".join(shown)

    def where(self, sort: str, title: str | Sequence[str]) -> Made:
        """Give `At “Calls the shop”`, or words for a phase and for the whole journey."""
        return Made(self.vformat(self.catalogue.WHERE[sort], (), {"title": title}))

    def pain(self, name: str, *, barrier: bool) -> dict[str, Made]:
        """Give how a pain or barrier is called: by name at the beginning and within, and as one of its sort."""
        forms = self.catalogue.BARRIER if barrier else self.catalogue.PAIN
        called = [Made(self.vformat(form, (), {"name": name})) for form in forms]
        return dict(zip(("pain", "the_pain", "a_pain"), called, strict=True))

    def subject(self, key: str, called: str, sort: str) -> Made:
        """Give what a detail is about: a key of the format by its name, or one of several by what it is called."""
        if not key:
            return Made(self.catalogue.ELEMENTS[sort])
        if called:
            return Made(f"{self.key(key)} {self.words.quoted(_bare(shortened(called, _LIMIT)))}")
        return Made(self.key(key))

    def key(self, key: str) -> str:
        """Give what a key of the format is called."""
        known: str | None = self.catalogue.KEYS.get(key)
        return known or shortened(key, _LIMIT).replace("_", " ")

    def difference(self, key: str, before: Any, after: Any) -> Made:
        """Give what became of a value: `was “a”, becomes “b”`; of a mapping, of each part that differs."""
        return Made(shortened(self._difference(key, before, after), _WHOLE))

    def _difference(self, key: str, before: Any, after: Any) -> str:
        if isinstance(before, dict) and isinstance(after, dict):
            keys = [part for part in dict.fromkeys((*before, *after)) if before.get(part) != after.get(part)]
            parts = [f"{self.key(part)}: {self._difference(part, before.get(part), after.get(part))}" for part in keys]
            return "; ".join(parts)
        form = self.catalogue.NEW if before is None else self.catalogue.GONE if after is None else self.catalogue.TURNED
        return str(form.format(before=self.value(key, before), after=self.value(key, after)))

    def value(self, key: str, value: Any) -> str:
        """Give a value of the format for people to read."""
        if value in ("", [], {}):
            return str(self.catalogue.EMPTY)
        if isinstance(value, dict):
            return self._mapping(value)
        if isinstance(value, list):
            return self.listed([self.value(key, item) for item in value])
        if isinstance(value, str):
            return self._said(key, value)
        return self.format_field(value, "signed" if key == "score" else "")

    def _mapping(self, value: Mapping[str, Any]) -> str:
        """What it is called; what has no title of its own, with everything else that is said of it."""
        name = next((key for key in ("title", "name", "url", "to", "id") if value.get(key)), "")
        rest = {} if name == "title" else {key: item for key, item in value.items() if key != name and item is not None}
        parts = [f"{self.key(key)} {self.value(key, item)}" for key, item in rest.items()][:_MANY]
        if not name:
            return ", ".join(parts)
        return self.value(name, value[name]) + (f" ({', '.join(parts)})" if parts else "")

    def _said(self, key: str, value: str) -> str:
        if key in _CHOSEN and value in self.catalogue.CHOSEN:
            return str(self.catalogue.CHOSEN[value])
        if key == "to" and value == EXIT:
            return self.words["exit"]
        form = "duration" if key in _LENGTHS else "day" if key in _DAYS else "quoted"
        return self.format_field(value, form)


def _bare(text: str) -> str:
    """A quoted text without the full stop at its end: the sentence around it has one."""
    return text[:-1] if text.endswith(".") and not text.endswith("..") and len(text) > 1 else text
