"""Journeys as people write them: any style, comments anywhere, each text and comment only once."""

from __future__ import annotations

from pathlib import Path

from hypothesis import strategies as st

from klantreis.source.decode import decode

ROOT = Path(__file__).parents[2]
FILES = sorted([
    *ROOT.glob("examples/**/*.yaml"),
    *ROOT.glob("templates/starter/**/*.yaml"),
    *ROOT.glob("tests/check/cases/pass/*.yaml"),
])  # fmt: skip

SMALL = [path for path in FILES if path.stat().st_size < 4000]
WORDS = st.sampled_from([
    "Belt", "Wacht op de baas", "Één keer", "it's", "a,b", "x]", "ja: nee", "# geen", "2026", "no", "- min",
    "\u2028lijn", "wat?", "{x}", "0.5", "null", "title:x", "C:\\pad", 'hij zei "hoi"', "日本", "🎁", "...", "~", "&en",
    "*ster", "'s nachts",
])  # fmt: skip


def text_of(path: Path) -> str:
    text = decode(path.read_bytes())
    assert isinstance(text, str)
    return text


class Writer:
    """Writes journeys with every choice drawn."""

    def __init__(self, draw, *, marks=False):
        self.draw = draw
        self.marks = marks
        self.count = 0
        self.comments = []

    def one_in(self, n):
        return self.draw(st.integers(1, n)) == n

    def unique(self, word):
        self.count += 1
        return f"{word} u{self.count}u"

    def comment(self, indent=None):
        text = f"# k{len(self.comments)}k: [{self.draw(WORDS)}".rstrip()
        if self.marks and self.one_in(2):
            text = f"# klantreis: ignore[k{len(self.comments)}k] {self.draw(WORDS)}".rstrip()
        self.comments.append(text)
        return text if indent is None else " " * indent + text + self.draw(st.sampled_from(["", " ", "\t"]))

    def between(self, indent):
        """Blank lines and comments of their own."""
        lines = []
        while self.one_in(6):
            if self.one_in(2):
                lines.append(self.draw(st.sampled_from(["", "   "])))
            else:
                lines.append(self.comment(self.draw(st.sampled_from([indent, indent, 0, indent + 1, indent + 2]))))
        return lines

    def scalar(self, value, flow):
        if not isinstance(value, str):
            return repr(value)
        double = '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
        single = "'" + value.replace("'", "''") + "'"
        plain_start = value[:1] not in "-?:,[]{}#&*!|>'\"%@`.~" and ": " not in value and " #" not in value
        plain_flow = not flow or not set(value) & set(",[]{}:?")
        choices = [double, single] + (
            [value] * 3 if plain_start and plain_flow and value[:1] not in "0123456789n" else []
        )
        return self.draw(st.sampled_from(choices))

    def flow(self, value):
        if isinstance(value, list):
            parts = [self.flow(item) for item in value]
            opening, closing = "[]"
        elif isinstance(value, dict):
            parts = [f"{key}: {self.flow(item)}" for key, item in value.items()]
            opening, closing = "{}"
        else:
            return self.scalar(value, flow=True)
        if self.one_in(5) and parts:
            rows = [f"\n          {part}," + (f" {self.comment()}" if self.one_in(4) else "") for part in parts]
            return opening + "".join(rows) + "\n          " + closing
        space = self.draw(st.sampled_from(["", " "]))
        return opening + space + self.draw(st.sampled_from([", ", ",", " , "])).join(parts) + space + closing

    def beside(self):
        return self.draw(st.sampled_from([" ", "   "])) + self.comment() if self.one_in(6) else ""

    def value(self, value, indent, *, item=False):
        """The lines behind a key or dash; the first one goes on."""
        if isinstance(value, str) and self.one_in(6):
            sign = self.draw(st.sampled_from(["|", ">", "|-", ">-", "|+", ">+", "|2", ">2-"]))
            deep = indent + 2 if "2" in sign else indent + self.draw(st.integers(1, 4))
            ends = [""] * self.draw(st.integers(0, 2))
            return [f" {sign}{self.beside()}", " " * deep + value, " " * deep + "en verder", *ends]
        if isinstance(value, str) and self.one_in(8) and " " in value:
            quoted = self.scalar(value, flow=False)
            if quoted[0] in "'\"" or "u" in quoted:
                head, _, tail = quoted.rpartition(" ")
                return [f" {head}", " " * (indent + self.draw(st.integers(1, 5))) + tail + self.beside()]
        if not isinstance(value, (list, dict)) or not value or self.one_in(4):
            return [f" {self.flow(value)}{self.beside()}"]
        deeper = indent + self.draw(st.sampled_from([2, 2, 4, 3]))
        if isinstance(value, dict):
            lines = self.mapping(value, deeper)
            if item and self.one_in(2) is False and lines[0].strip() and "#" not in lines[0][: deeper + 1]:
                pad = deeper - indent - 1
                return [" " * pad + lines[0].lstrip(" "), *lines[1:]]
        else:
            deeper = indent if not item and self.one_in(4) else deeper
            lines = self.listing(value, deeper)
        return [self.beside(), *lines]

    def mapping(self, value, indent):
        lines = []
        for n, (key, item) in enumerate(value.items()):
            above = self.between(indent) if n else []
            first, *rest = self.value(item, indent)
            lines += [*above, f"{' ' * indent}{key}:{first}", *rest]
        return lines

    def listing(self, value, indent):
        lines = []
        for item in value:
            first, *rest = self.value(item, indent, item=True)
            lines += [*self.between(indent), f"{' ' * indent}-{first}", *rest]
        return lines


@st.composite
def journeys(draw, *, marks=False):
    """A sound text and the comments in it, with `marks` also such that ignore findings."""
    writer = Writer(draw, marks=marks)

    def title():
        return writer.unique(draw(WORDS))

    def maybe(make):
        return [make() for _ in range(draw(st.integers(0, 2)))]

    def pain():
        choices = [title(), {"title": title()}, {"title": title(), "severity": "high", "id": f"p{writer.count}"}]
        return draw(st.sampled_from(choices))

    def shuffled(mapping):
        return dict(draw(st.permutations(list(mapping.items()))))

    def step():
        found = {"title": title()}
        if draw(st.booleans()):
            optional = {
                "emotion": draw(st.sampled_from([1, -0.5, {"score": 1}, {"score": 0.5, "word": "ok"}])),
                "pains": maybe(pain),
                "tags": maybe(title), "metrics": {"csat": 7.5, "nps": {"value": 3}}, "description": title(),
                "x-vrij": {"b": [1], "a": maybe(title)}, "lanes": {"rij": maybe(title)},
            }  # fmt: skip
            found |= {key: item for key, item in optional.items() if writer.one_in(3) and item != []}
        return shuffled(found) if len(found) > 1 or draw(st.booleans()) else found["title"]

    phases = [
        shuffled({"title": title(), "touchpoints": maybe(step) or [title()], "goal": title()})
        for _ in range(draw(st.integers(1, 3)))
    ]
    data = {"klantreis": 1, **shuffled({"title": title(), "phases": phases, "tags": [title()], "goal": title()})}
    lines = [*writer.between(0), *writer.mapping(data, 0), *writer.between(0)]
    text = "\n".join(lines) + draw(st.sampled_from(["", "\n", "\n\n"]))
    return text, list(writer.comments)


@st.composite
def disturbed(draw):
    """An example as it looks after some months: comments, blank lines and spaces where nobody meant them."""
    lines = text_of(draw(st.sampled_from(SMALL))).split("\n")
    for number in range(draw(st.integers(1, 6))):
        place = draw(st.integers(0, len(lines) - 1))
        choice = draw(st.integers(0, 5))
        if choice == 0:
            lines.insert(place, " " * draw(st.integers(0, 8)) + f"# k{number}")
        elif choice == 1:
            lines.insert(place, draw(st.sampled_from(["", "   ", "\t"])))
        elif choice == 2:
            lines[place] += draw(st.sampled_from(["  ", f" # k{number}"]))
        elif choice == 3:
            lines[place] = lines[place].replace(": ", draw(st.sampled_from([":   ", ": !!str ", ":\n          "])), 1)
        elif choice == 4:
            lines[place] = lines[place].replace("[", draw(st.sampled_from(["[ ", f"[ # k{number}\n          "])), 1)
        else:
            lines[place] = lines[place].replace("- ", draw(st.sampled_from(["-   ", "-\n" + " " * 12])), 1)
    return draw(st.sampled_from(["\n", "\r\n"])).join(lines)
