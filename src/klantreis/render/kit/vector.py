"""SVG pictures from strangers, rebuilt from what is safe: shapes, text, gradients, and references within the file.

The file is parsed without its document type and entities, and written anew from lists of what is allowed. What is
not on a list is left out: script, handlers, links, pictures in pictures, style sheets from elsewhere, animation,
filters. Styles become attributes, for most logos are painted through them. References may not nest, so that a small
file cannot ask for a million shapes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from xml.parsers import expat

from klantreis.render.kit.clean import clean

if TYPE_CHECKING:
    from collections.abc import Iterable

LIMIT = 512 * 1024
"""The largest SVG that is taken, in bytes."""
_DEPTH, _ELEMENTS, _USES, _SIDE = 40, 4000, 200, 4000.0
_DRAWN = 4_000
"""The most elements that references may draw again, all together."""
_SELECTORS = 400
"""The most selectors of style sheets that are looked at: each is held against every element."""

_SVG = "http://www.w3.org/2000/svg"
_XLINK = "http://www.w3.org/1999/xlink"
_SHAPES = frozenset({"path", "rect", "circle", "ellipse", "line", "polyline", "polygon"})
_ELEMENTS_KEPT = _SHAPES | {
    "svg", "g", "defs", "symbol", "use", "text", "tspan", "title", "desc",
    "linearGradient", "radialGradient", "stop", "clipPath", "mask",
}  # fmt: skip
_DEFINITIONS = frozenset({"clipPath", "mask", "symbol"})
_PAINT = frozenset({
    "fill", "fill-opacity", "fill-rule", "clip-rule", "stroke", "stroke-width", "stroke-opacity", "stroke-linecap",
    "stroke-linejoin", "stroke-miterlimit", "stroke-dasharray", "stroke-dashoffset", "opacity", "stop-color",
    "stop-opacity", "clip-path", "mask", "color", "display", "visibility", "font-family", "font-size", "font-weight",
    "font-style", "text-anchor", "letter-spacing", "paint-order",
})  # fmt: skip
_ATTRIBUTES = _PAINT | {
    "id", "d", "x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx", "ry", "fx", "fy", "dx", "dy", "width", "height",
    "points", "transform", "viewBox", "preserveAspectRatio", "offset", "gradientUnits", "gradientTransform",
    "spreadMethod", "clipPathUnits", "maskUnits", "maskContentUnits", "pathLength", "rotate", "textLength",
    "href",
}  # fmt: skip
# Figures, names, colours and functions of them; no address, no quote, no escape, no entity.
_VALUE = re.compile(r"[\w\s.,#%()+*-]*\Z")
_URL = re.compile(r"url\(\s*(['\"]?)#([\w.-]+)\1\s*\)\s*(none|#[0-9a-fA-F]{3,6}|[a-zA-Z]+)?\Z")
_HREF = re.compile(r"#[\w.-]+\Z")
# One that has no end takes the rest, as in CSS: else each of many beginnings would be read to the end.
_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_SELECTOR = re.compile(r"(\.?)([A-Za-z][\w-]*)\Z")
_LENGTH = re.compile(r"\s*(\d+(?:\.\d*)?|\.\d+)(?:px|pt|mm|cm|in)?\s*\Z")
_PER = {"pt": 4 / 3, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0}


@dataclass(frozen=True, slots=True)
class Vector:
    """An SVG picture that is safe to put inside a document, and its size in pixels."""

    data: bytes
    width: int
    height: int


@dataclass(slots=True)
class _Element:
    name: str
    attributes: dict[str, str]
    children: list[_Element | str] = field(default_factory=list)


class _RefusedError(Exception):
    """The file is not to be taken."""


def rebuilt(data: bytes) -> Vector | None:
    """Give an SVG file anew, with only what is allowed; None for what is no SVG, too large or malicious."""
    if len(data) > LIMIT or b"<" not in data[:1024]:
        return None
    try:
        root, styles = _Builder().build(data)
    except (expat.ExpatError, _RefusedError, LookupError, ValueError, RecursionError):
        return None
    size = _size(root.attributes)
    if root.name != "svg" or size is None:
        return None
    _style(root, _rules(styles))
    _cut(root, _nested(root), _sizes(root))
    width, height = size
    root.attributes |= {"width": f"{width:g}", "height": f"{height:g}"}
    root.attributes.setdefault("viewBox", f"0 0 {width:g} {height:g}")
    markup = "".join(_written(root, top=True))
    return Vector(markup.encode("utf-8"), max(1, round(width)), max(1, round(height)))


class _Builder:
    """Builds the tree of what is allowed, and gathers the style sheets."""

    def __init__(self) -> None:
        self.top: list[_Element] = []
        self.root: _Element | None = None
        self.styles: list[str] = []
        self.skipped = 0
        self.depth = self.count = 0
        self.in_style = False

    def build(self, data: bytes) -> tuple[_Element, str]:
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
        parser.EntityDeclHandler = self._refuse
        parser.ExternalEntityRefHandler = self._refuse
        parser.SkippedEntityHandler = self._refuse
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.Parse(data, True)  # noqa: FBT003  # the last piece
        if self.root is None:
            raise _RefusedError
        return self.root, "\n".join(self.styles)

    def _refuse(self, *_: object) -> int:
        raise _RefusedError

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        self.count += 1
        self.depth += 1
        if self.count > _ELEMENTS or self.depth > _DEPTH:
            raise _RefusedError
        space, _, name = tag.rpartition(" ")
        name = "g" if name in ("a", "switch") else name
        self.in_style = name == "style" and not self.skipped
        if self.skipped or space not in (_SVG, "") or name not in _ELEMENTS_KEPT:
            self.skipped += 1
            return
        element = _Element(name, dict(_allowed(attributes)))
        if self.top:
            self.top[-1].children.append(element)
        elif self.root is None:
            self.root = element
        self.top.append(element)

    def _end(self, _tag: str) -> None:
        self.depth -= 1
        self.in_style = False
        if self.skipped:
            self.skipped -= 1
        else:
            self.top.pop()

    def _text(self, text: str) -> None:
        if self.in_style:
            self.styles.append(text)
        elif self.top and not self.skipped and self.top[-1].name in ("text", "tspan", "title", "desc"):
            self.top[-1].children.append(text)


def _allowed(attributes: dict[str, str]) -> Iterable[tuple[str, str]]:
    for written, value in attributes.items():
        space, _, name = written.rpartition(" ")
        if space and not (space == _XLINK and name == "href"):
            continue
        if name in ("style", "class"):
            # Kept only until the styles have become attributes.
            yield name, value
        elif name == "href":
            if _HREF.match(value):
                yield name, value
        elif name in _ATTRIBUTES and (kept := _value(value)) is not None:
            yield name, kept


def _value(value: str) -> str | None:
    """Give a value if nothing in it leads outside the file."""
    if found := _URL.match(value.strip()):
        return f"url(#{found[2]}) {found[3] or ''}".strip()
    return value if _VALUE.match(value) and "url" not in value.lower() else None


def _declared(text: str) -> dict[str, str]:
    """Give the declarations of a style as attributes."""
    found = {}
    for declaration in text.split(";"):
        name, _, value = declaration.partition(":")
        name = name.strip().lower()
        value = value.replace("!important", "").replace('"', "").replace("'", "").strip()
        if name in _PAINT and (kept := _value(value)) is not None:
            found[name] = kept
    return found


def _rules(styles: str) -> list[tuple[str, str, dict[str, str]]]:
    """Give the rules for one class or one element: all that drawing programs write."""
    found: list[tuple[str, str, dict[str, str]]] = []
    for rule in _COMMENT.sub("", styles).split("}", _SELECTORS)[:_SELECTORS]:
        before, _, body = rule.rpartition("{")
        declared = _declared(body)
        # What stands before another brace is of a rule around this one.
        selectors = before.rpartition("{")[2].split(",", _SELECTORS)
        matches = (_SELECTOR.match(selector.strip()) for selector in selectors[: _SELECTORS - len(found)])
        found += [(match[1], match[2], declared) for match in matches if match]
    # A class weighs more than an element, as in CSS.
    return sorted(found, key=lambda rule: rule[0])


def _style(element: _Element, rules: list[tuple[str, str, dict[str, str]]]) -> None:
    classes = frozenset(element.attributes.pop("class", "").split())
    inline = element.attributes.pop("style", "")
    for dot, name, declared in rules:
        if (name in classes) if dot else name == element.name:
            element.attributes |= declared
    element.attributes |= _declared(inline)
    for child in element.children:
        if isinstance(child, _Element):
            _style(child, rules)


def _nested(root: _Element) -> frozenset[str]:
    """Give the ids under which something refers on: what they name may not be referred to."""
    found: set[str] = set()

    def look(element: _Element) -> bool:
        held = [look(child) for child in element.children if isinstance(child, _Element)]
        refers = element.name == "use" or any(held)
        if refers and "id" in element.attributes:
            found.add(element.attributes["id"])
        return refers

    look(root)
    return frozenset(found)


def _sizes(root: _Element) -> dict[str, int]:
    """Give how many elements each id names, itself and all that is in it."""
    found: dict[str, int] = {}

    def size(element: _Element) -> int:
        held = 1 + sum(size(child) for child in element.children if isinstance(child, _Element))
        if "id" in element.attributes:
            key = element.attributes["id"]
            found[key] = max(held, found.get(key, 0))
        return held

    size(root)
    return found


def _cut(root: _Element, nested: frozenset[str], sizes: dict[str, int]) -> None:
    """Take out references to references, references inside definitions, and more uses than a picture needs."""
    uses = cuts = drawn = 0

    def cut(element: _Element, *, inside: bool) -> None:
        nonlocal uses, cuts, drawn
        kept: list[_Element | str] = []
        for child in element.children:
            if isinstance(child, _Element) and child.name == "use":
                uses += 1
                target = child.attributes.get("href", "")[1:]
                drawn += sizes.get(target, 0)
                if inside or uses > _USES or drawn > _DRAWN or not target or target in nested:
                    continue
            kept.append(child)
        element.children = kept
        inside = inside or element.name in _DEFINITIONS
        for child in kept:
            if isinstance(child, _Element):
                for name in ("clip-path", "mask"):
                    cuts += name in child.attributes
                    if inside or cuts > _USES:
                        child.attributes.pop(name, None)
                cut(child, inside=inside)

    cut(root, inside=False)


def _size(attributes: dict[str, str]) -> tuple[float, float] | None:
    box = re.split(r"[\s,]+", attributes.get("viewBox", "").strip())
    sides = [_length(attributes.get(side, "")) for side in ("width", "height")]
    if len(box) == 4:  # noqa: PLR2004  # left, top, width, height
        numbers = [float(part) for part in box]
        sides = [side or number for side, number in zip(sides, numbers[2:], strict=True)]
    width, height = sides
    if not width or not height or not (0 < width < float("inf") and 0 < height < float("inf")):
        return None
    shrink = min(1.0, _SIDE / max(width, height))
    return round(width * shrink, 2), round(height * shrink, 2)


def _length(written: str) -> float | None:
    if not (match := _LENGTH.match(written)):
        return None
    return float(match[1]) * _PER.get(written.strip()[-2:], 1.0)


def _written(element: _Element, *, top: bool = False) -> Iterable[str]:
    from xml.sax.saxutils import escape, quoteattr

    space = f' xmlns="{_SVG}" xmlns:xlink="{_XLINK}"' if top else ""
    yield f"<{element.name}{space}"
    for name, value in element.attributes.items():
        # Both forms: older programs know only the second.
        yield f" {name}={quoteattr(clean(value))}"
        if name == "href":
            yield f" xlink:href={quoteattr(clean(value))}"
    yield ">"
    for child in element.children:
        if isinstance(child, str):
            yield escape(re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f]", "", child))
        else:
            yield from _written(child)
    yield f"</{element.name}>"
