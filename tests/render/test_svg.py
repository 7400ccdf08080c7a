"""The map as SVG: well-formed, self-contained, and every text inside its box."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.render.hostile import HOSTILE, everywhere

from klantreis.model.kinds import model_of
from klantreis.model.setting import Setting
from klantreis.render import render
from klantreis.render.kit.draw import Words
from klantreis.render.kit.measure import width
from klantreis.render.map.data import build
from klantreis.render.map.layout import lay_out

SVG = "{http://www.w3.org/2000/svg}"


def boxes_in(element: ET.Element, left: float = 0, top: float = 0) -> Iterator[tuple[float, float, float, float]]:
    """Give the cards and chips of a picture: x, y, width, height, groups that stand further on counted in."""
    moved = re.match(r"translate\(([-\d.]+) ([-\d.]+)\)", element.attrib.get("transform", ""))
    if moved and element.tag == f"{SVG}g":
        left, top = left + float(moved[1]), top + float(moved[2])
    if element.tag == f"{SVG}rect" and element.attrib.get("class") in ("card", "chip"):
        x, y, wide, high = (float(element.attrib[key]) for key in ("x", "y", "width", "height"))
        yield left + x, top + y, wide, high
    for child in element:
        yield from boxes_in(child, left, top)


def parse(picture: str) -> ET.Element:
    """Read our own SVG; fails unless it is well-formed."""
    return ET.fromstring(picture)  # our own


def journey_of(text: str) -> Setting:
    """Give a setting with one text everywhere."""
    return Setting(model_of("journey").model_validate(everywhere(text)))  # type: ignore[arg-type]


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_breaks_out_of_the_picture(text: str) -> None:
    root = parse(render(journey_of(text), "svg"))
    assert {element.tag.removeprefix(SVG) for element in root.iter()} <= {
        "svg",
        "title",
        "desc",
        "style",
        "rect",
        "path",
        "text",
        "a",
        "g",
        "clipPath",
        "image",
    }
    assert not [name for element in root.iter() for name in element.attrib if name.lower().startswith("on")]
    styles = [element.text or "" for element in root.iter(f"{SVG}style")]
    assert len(styles) == 1
    assert "{display:none}" not in styles[0]


@given(st.text(max_size=60))
@settings(max_examples=40, deadline=None)
def test_any_text_gives_a_well_formed_picture(text: str) -> None:
    parse(render(journey_of(text), "svg"))


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_breaks_out_of_the_page(text: str) -> None:
    page = render(journey_of(text), "html")
    assert page.count("<script") == page.count("</script") == 1
    assert "<img" not in page
    assert not re.search(r"<[^>\"']*\son\w+=", re.sub(r'"[^"]*"', '""', page))
    assert "\x00" not in page
    assert "\u202e" not in page
    assert page.count("</style>") == 1


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "//example.com", "vbscript:x"]
)
def test_only_web_and_mail_addresses_become_links(journey: Callable[..., Setting], url: str) -> None:
    setting = journey(links=[{"title": "Meer", "url": url}, {"title": "Goed", "url": "https://example.com/?a=1&b=2"}])
    for form in ("svg", "html"):
        assert re.findall(r'<a href="([^"]*)"', render(setting, form)) == ["https://example.com/?a=1&amp;b=2"]


def test_nothing_is_loaded_from_elsewhere(drawn: Setting) -> None:
    picture = render(drawn, "svg")
    root = parse(picture)
    for element in root.iter():
        if element.tag != f"{SVG}a":
            assert element.attrib.get("href", "data:").startswith("data:")
    assert all(found.startswith(("data:", "#")) for found in re.findall(r"url\(([^)]*)\)", picture))
    assert "@import" not in picture


def test_colours_are_literal_and_there_is_no_foreign_object(drawn: Setting) -> None:
    picture = render(drawn, "svg")
    assert "foreignObject" not in picture
    assert "var(" not in picture
    paints = set(re.findall(r'(?:fill|stroke)="([^"]*)"', picture))
    assert all(paint == "none" or re.fullmatch(r"#[0-9A-F]{6}", paint) for paint in paints)


def test_every_text_stays_in_its_box(drawn: Setting) -> None:
    page = lay_out(build(drawn))
    lines = [stroke for stroke in page.strokes if isinstance(stroke, Words)]
    assert lines
    for line in lines:
        assert width(line.text, line.style) <= line.room + 0.5
        assert line.left >= 0
        assert line.left + line.room <= page.width + 0.5
        assert 0 < line.y < page.height


def test_cards_do_not_overlap(drawn: Setting) -> None:
    root = parse(render(drawn, "svg"))
    boxes = list(boxes_in(root))
    for place, (x, y, w, h) in enumerate(boxes):
        for x2, y2, w2, h2 in boxes[:place]:
            assert x + w <= x2 or x2 + w2 <= x or y + h <= y2 or y2 + h2 <= y


def test_the_same_journey_gives_the_same_picture(drawn: Setting) -> None:
    for form in ("svg", "html"):
        assert render(drawn, form) == render(drawn, form)


def test_it_has_a_title_a_description_and_a_language(journeys: dict[str, Setting]) -> None:
    root = parse(render(journeys["moving-broadband"], "svg"))
    assert root.attrib["lang"] == "en"
    title, description = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert title is not None
    assert title.text
    assert description is not None
    assert "Emotion curve" in (description.text or "")


def test_a_journey_without_emotions_has_no_curve(journeys: dict[str, Setting]) -> None:
    assert "Emotie" not in render(journeys["no-emotions"], "svg")
