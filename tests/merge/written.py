"""Journeys as data that remembers how it is written, and the edits that people make in them.

Every text and every comment is there once (`u12u`), so that what is lost, doubled or invented shows
without knowing anything about merging.
"""

from __future__ import annotations

import copy
import re
from dataclasses import dataclass, field

TOKEN = re.compile(r"u\d+u")


@dataclass
class Style:
    """How a whole file is written."""

    step: int = 2
    hanging: bool = True
    dash: str = "- "
    ending: str = "\n"
    blank: bool = False


@dataclass
class Field:
    """A key with its value (a text, fields in braces, or a list) and its comments."""

    name: str
    value: object
    above: list[str] = field(default_factory=list)
    beside: str = ""


@dataclass
class Item:
    """An item of a list: a text, or fields."""

    value: object
    above: list[str] = field(default_factory=list)


@dataclass
class Braces:
    """Fields in braces, or texts in brackets, on one line."""

    parts: list


class Writer:
    """Makes journeys and edits out of one source of chance."""

    def __init__(self, random, start=0):
        self.random = random
        self.count = start

    def text(self, word="woord"):
        self.count += 1
        return f"{word} u{self.count}u"

    def name(self):
        self.count += 1
        return f"n-u{self.count}u"

    def one_in(self, n):
        return self.random.randrange(n) == 0

    def comment(self):
        return "# " + self.text("zo")

    def several(self, make, low, high):
        return [make() for _ in range(self.random.randint(low, high))]

    def journey(self):
        fields = [
            Field("klantreis", "1"), Field("title", self.text()), Field("goal", self.text()),
            Field("expectations", self.several(self.plain, 1, 3)),
            Field("tags", Braces(self.several(self.text, 1, 3))),
            Field("phases", self.several(self.phase, 1, 3)),
        ]  # fmt: skip
        return self.commented(fields, first=3)

    def commented(self, fields, first=1):
        for part in fields[first:]:
            if self.one_in(6):
                part.above = [self.comment()]
            if self.one_in(8):
                part.beside = self.comment()
        return fields

    def plain(self):
        return Item(self.text(), [self.comment()] if self.one_in(6) else [])

    def element(self, *more):
        head = [Field("id", self.name()), Field("title", self.text())]
        if self.one_in(4):
            head = head[1:]
        return Item(self.commented([*head, *more]), [self.comment()] if self.one_in(4) else [])

    def phase(self):
        steps = Field("touchpoints", self.several(self.step, 1, 4))
        return self.element(*self.some(self.phase_fields()), steps)

    def phase_fields(self):
        return [
            Field("goal", self.text()), Field("questions", self.several(self.plain, 1, 3)),
            Field("barriers", self.several(self.pain, 1, 2)),
        ]  # fmt: skip

    def step(self):
        return self.element(*self.some(self.step_fields()))

    def step_fields(self):
        return [
            Field("description", self.text()), Field("experience", self.long()),
            Field("thoughts", self.text() if self.one_in(2) else self.several(self.plain, 1, 3)),
            Field("emotion", Braces([("score", self.random.choice(["1", "-2", "0.5"])), ("word", self.text())])),
            Field("pains", self.several(self.pain, 1, 3)), Field("tags", Braces(self.several(self.text, 1, 3))),
            Field("owner", f'"{self.text()}"'),
        ]  # fmt: skip

    def long(self):
        return ["|", self.text(), self.text()]

    def pain(self):
        if self.one_in(3):
            return self.plain()
        return self.element(*self.some([Field("severity", "low"), Field("evidence", "assumption")]))

    def some(self, fields):
        return [part for part in fields if self.one_in(2)]

    # --- edits

    def edited(self, journey, times):
        """Give a journey as it is after some edits; the given one stays as it is."""
        journey = copy.deepcopy(journey)
        for _ in range(times):
            self.random.choice([
                self.rewrite, self.rewrite, self.rewrite, self.add_field, self.drop_field, self.add_item,
                self.add_item, self.drop_item, self.move_item, self.move_step, self.remark, self.swap_keys,
                self.write_out,
            ])(journey)  # fmt: skip
        return journey

    def rewrite(self, journey):
        holder, key = self.random.choice(list(texts(journey)))
        old = holder.value if key is None else holder[key]
        new = self.text("anders")
        if isinstance(old, tuple):
            new = (old[0], new)
        elif isinstance(old, str) and old.startswith('"'):
            new = f'"{new}"'
        if key is None:
            holder.value = new
        else:
            holder[key] = new

    def add_field(self, journey):
        owner, makers = self.random.choice(list(owners(journey, self)))
        known = {part.name for part in owner}
        fresh = [part for part in makers() if part.name not in known]
        if fresh:
            # Behind the name, before what leads a level down.
            owner.insert(self.random.randint(min(2, len(owner)), len(owner)), self.random.choice(fresh))

    def drop_field(self, journey):
        owner, _ = self.random.choice(list(owners(journey, self)))
        extra = [part for part in owner if part.name not in ("id", "title", "phases", "touchpoints", "klantreis")]
        if extra:
            owner.remove(self.random.choice(extra))

    def add_item(self, journey):
        name, values = self.random.choice(list(lists(journey)))
        make = {"phases": self.phase, "touchpoints": self.step, "pains": self.pain, "barriers": self.pain}
        place = self.random.randint(0, len(values))
        values.insert(place, self.text() if isinstance(values[0], str) else make.get(name, self.plain)())

    def drop_item(self, journey):
        many = [values for _, values in lists(journey) if len(values) > 1]
        if many:
            values = self.random.choice(many)
            del values[self.random.randrange(len(values))]

    def move_item(self, journey):
        many = [values for _, values in lists(journey) if len(values) > 1]
        if many:
            values = self.random.choice(many)
            values.insert(self.random.randrange(len(values)), values.pop(self.random.randrange(len(values))))

    def move_step(self, journey):
        found = [values for name, values in lists(journey) if name == "touchpoints"]
        source = self.random.choice(found)
        target = self.random.choice(found)
        if len(source) > 1:
            step = source.pop(self.random.randrange(len(source)))
            target.insert(self.random.randint(0, len(target)), step)

    def remark(self, journey):
        part = self.random.choice(list(parts(journey)))
        if isinstance(part, Field) and self.one_in(2):
            part.beside = "" if part.beside else self.comment()
        elif not isinstance(part, Field) or part.name not in ("klantreis", "id", "title"):
            part.above = [] if part.above and self.one_in(2) else [*part.above, self.comment()]

    def write_out(self, journey):
        short = [
            item for name, values in lists(journey) if name in ("pains", "barriers")
            for item in values if isinstance(item.value, str)
        ]  # fmt: skip
        if short:
            item = self.random.choice(short)
            item.value = [Field("title", item.value), Field("severity", "high")]

    def swap_keys(self, journey):
        owner, _ = self.random.choice(list(owners(journey, self)))
        if len(owner) > 3:
            one = self.random.randrange(2, len(owner) - 1)
            owner[one], owner[one + 1] = owner[one + 1], owner[one]


def owners(journey, writer):
    """Give the fields of each element, with the makers of what it may have."""
    yield journey, lambda: [Field("scenario", writer.text()), Field("trigger", writer.text())]
    for name, values in lists(journey):
        for item in values:
            if isinstance(item, Item) and isinstance(item.value, list):
                makers = {"phases": writer.phase_fields, "touchpoints": writer.step_fields}
                yield item.value, makers.get(name, lambda: [Field("severity", "high"), Field("evidence", "assumption")])


def lists(fields):
    """Give each list with the name of its key."""
    for part in fields:
        if isinstance(part.value, Braces):
            if part.value.parts and isinstance(part.value.parts[0], str):
                yield part.name, part.value.parts
        elif isinstance(part.value, list) and part.value[0] != "|":
            yield part.name, part.value
            for item in part.value:
                if isinstance(item.value, list):
                    yield from lists(item.value)


def parts(fields):
    """Give every field and item."""
    for part in fields:
        yield part
        if isinstance(part.value, list) and part.value[0] != "|":
            for item in part.value:
                yield item
                if isinstance(item.value, list):
                    yield from parts(item.value)


def texts(fields):
    """Give the places of all texts that may be rewritten."""
    for part in parts(fields):
        if isinstance(part.value, Braces):
            yield from ((part.value.parts, n) for n in range(len(part.value.parts)))
        elif isinstance(part.value, list) and part.value[0] == "|":
            yield from ((part.value, n) for n in (1, 2))
        elif isinstance(part.value, str) and getattr(part, "name", "") not in (
            "klantreis", "id", "severity", "evidence",
        ):  # fmt: skip
            yield part, None


def written(journey, style):
    """Give a journey as text."""
    lines = ["# yaml-language-server: $schema=x", *_fields(journey, 0, style)]
    return style.ending.join(lines) + style.ending


def _fields(fields, indent, style):
    lines = []
    for part in fields:
        pad = " " * indent
        lines += [pad + text for text in part.above]
        beside = f"  {part.beside}" if part.beside else ""
        value = part.value
        if isinstance(value, str):
            lines.append(f"{pad}{part.name}: {value}{beside}")
        elif isinstance(value, Braces):
            lines.append(f"{pad}{part.name}: {_braces(value.parts)}{beside}")
        elif value[0] == "|":
            lines += [f"{pad}{part.name}: |{beside}", *(" " * (indent + style.step) + text for text in value[1:])]
        else:
            lines.append(f"{pad}{part.name}:{beside}")
            lines += _items(value, indent + (style.step if style.hanging else 0), style)
    return lines


def _items(items, indent, style):
    lines = []
    for n, item in enumerate(items):
        if style.blank and n and isinstance(item.value, list):
            lines.append("")
        lines += [" " * indent + text for text in item.above]
        if isinstance(item.value, str):
            lines.append(f"{' ' * indent}- {item.value}")
            continue
        deeper = indent + len(style.dash)
        first, *rest = _fields(item.value, deeper, style)
        if first.lstrip().startswith("#"):
            lines += [" " * indent + "-", first, *rest]
        else:
            lines += [" " * indent + style.dash + first.lstrip(), *rest]
    return lines


def _braces(values):
    if isinstance(values[0], tuple):
        return "{" + ", ".join(f"{key}: {value}" for key, value in values) + "}"
    return f"[{', '.join(values)}]"


def tokens(text):
    """Give how often each text is there."""
    found = {}
    for token in TOKEN.findall(text):
        found[token] = found.get(token, 0) + 1
    return found


def chosen(text, side):
    """Give a text with one side of each conflict chosen."""
    lines, state = [], ""
    for line in text.split("\n"):
        if line.startswith("<<<<<<<"):
            state = "ours"
        elif line.startswith("=======") and state:
            state = "theirs"
        elif line.startswith(">>>>>>>"):
            state = ""
        elif not state or state == side:
            lines.append(line)
    return "\n".join(lines)
