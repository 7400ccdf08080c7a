"""The map as SVG: well-formed, self-contained, and every text inside its box."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from klantreis.model.kinds import model_of
from klantreis.model.setting import Setting
from klantreis.render import FORMATS, render_html, render_svg
from klantreis.render.draw import Words
from klantreis.render.layout import lay_out
from klantreis.render.mapdata import build
from klantreis.render.measure import width

SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = [
    "</text><script>alert(1)</script>",
    '" onload="alert(1)',
    "' onclick='alert(1)",
    "]]>",
    "<!--",
    "-->",
    "&amp;&lt;&#0;",
    "\u202egnp.exe\u202c",
    "\u2066x\u2069",
    "a\x00b\x1bc\x85d",
    "\ufffe\uffff",
    "javascript:alert(1)",
    "{{ 7*7 }}{% raw %}",
    "url(https://evil.example/x)",
    "</style><style>*{display:none}",
    "/*fonts*/",
    "\x00fonts\x00",
    "<HTML>",
    "n0:s -> n1",
    "<table><tr>",
    "\\N\\G\\E",
    "</title><img src=x onerror=alert(1)>",
]


def parse(picture: str) -> ET.Element:
    """Read our own SVG; fails unless it is well-formed."""
    return ET.fromstring(picture)  # our own


def everywhere(text: str) -> dict[str, Any]:
    """Give a journey with one text in every place that takes text."""
    pain = {"id": "p", "title": text, "severity": "high", "evidence": [text]}
    chance = {"id": "o", "title": text, "solves": [text], "impact": 3, "effort": 2, "evidence": [text]}
    step = {"id": "s", "title": text, "system": text, "owner": text, "next": [text]}
    touchpoint = {
        "id": "t",
        "title": text,
        "description": text,
        "channel": [text],
        "owner": text,
        "actions": text,
        "thoughts": text,
        "emotion": {"score": 1, "word": text},
        "expectation": text,
        "experience": text,
        "moment_of_truth": {"exceed": text},
        "pains": pain,
        "gains": text,
        "opportunities": chance,
        "core_values": text,
        "metrics": {text: 5},
        "evidence": text,
        "artefacts": step,
        "frontstage": step,
        "backstage": step,
        "support_processes": step,
        "next": {"to": text, "when": text},
        "zoom": text,
        "image": text,
        "tags": text,
        "lanes": {"eigen": text, "score": text, "beeld": text},
        "replaces": ["x"],
    }
    phase = {
        "id": "f",
        "title": text,
        "description": text,
        "goal": text,
        "questions": text,
        "motivations": {"information": text},
        "barriers": pain,
        "opportunities": chance,
        "content": {
            "id": "c",
            "title": text,
            "format": text,
            "channel": text,
            "serves": text,
            "call_to_action": text,
            "link": text,
        },
        "touchpoints": touchpoint,
        "evidence": text,
        "zoom": text,
        "lanes": {"eigen": text},
    }
    return {
        "id": "proef",
        "title": text,
        "description": text,
        "language": "nl",
        "persona": text,
        "segment": text,
        "trigger": text,
        "scenario": text,
        "goal": text,
        "expectations": text,
        "business_goals": text,
        "owner": text,
        "makers": {"name": text, "team": text},
        "links": {"title": text, "url": text},
        "tags": text,
        "phases": phase,
        "sources": {"id": "b", "title": text, "link": text},
        "drops": {"id": text, "note": text},
        "custom_lanes": [
            {"id": "eigen", "title": text},
            {"id": "score", "title": text, "kind": "score"},
            {"id": "beeld", "title": text, "kind": "image"},
        ],
        "loyalty_loop": {"to": "f", "note": text},
    }


def journey_of(text: str) -> Setting:
    """Give a setting with one text everywhere."""
    return Setting(model_of("journey").model_validate(everywhere(text)))  # type: ignore[arg-type]


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_breaks_out_of_the_picture(text: str) -> None:
    root = parse(render_svg(journey_of(text)))
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
    parse(render_svg(journey_of(text)))


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_breaks_out_of_the_page(text: str) -> None:
    page = render_html(journey_of(text))
    assert "<script" not in page
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
    for render in (render_svg, render_html):
        assert re.findall(r'<a href="([^"]*)"', render(setting)) == ["https://example.com/?a=1&amp;b=2"]


def test_nothing_is_loaded_from_elsewhere(drawn: Setting) -> None:
    picture = render_svg(drawn)
    root = parse(picture)
    for element in root.iter():
        if element.tag != f"{SVG}a":
            assert element.attrib.get("href", "data:").startswith("data:")
    assert all(found.startswith(("data:", "#")) for found in re.findall(r"url\(([^)]*)\)", picture))
    assert "@import" not in picture


def test_colours_are_literal_and_there_is_no_foreign_object(drawn: Setting) -> None:
    picture = render_svg(drawn)
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
    root = parse(render_svg(drawn))
    boxes = [
        tuple(float(rect.attrib[key]) for key in ("x", "y", "width", "height"))
        for rect in root.iter(f"{SVG}rect")
        if rect.attrib.get("class") in ("card", "chip")
    ]
    for place, (x, y, w, h) in enumerate(boxes):
        for x2, y2, w2, h2 in boxes[:place]:
            assert x + w <= x2 or x2 + w2 <= x or y + h <= y2 or y2 + h2 <= y


def test_the_same_journey_gives_the_same_picture(drawn: Setting) -> None:
    for form in FORMATS.values():
        assert form.render(drawn) == form.render(drawn)


def test_it_has_a_title_a_description_and_a_language(journeys: dict[str, Setting]) -> None:
    root = parse(render_svg(journeys["moving-broadband"]))
    assert root.attrib["lang"] == "en"
    title, description = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert title is not None
    assert title.text
    assert description is not None
    assert "Emotion curve" in (description.text or "")


def test_a_journey_without_emotions_has_no_curve(journeys: dict[str, Setting]) -> None:
    assert "Emotie" not in render_svg(journeys["no-emotions"])


def test_resvg_turns_it_into_pixels(journeys: dict[str, Setting], tmp_path: Any) -> None:
    resvg = pytest.importorskip("resvg_py")
    from klantreis.render.fonts import FACES, truetype

    files = []
    for face in FACES:
        (tmp_path / f"{face}.ttf").write_bytes(truetype(face))
        files.append(str(tmp_path / f"{face}.ttf"))
    png = bytes(
        resvg.svg_to_bytes(svg_string=render_svg(journeys["luiers-vanzelf"]), font_files=files, skip_system_fonts=True)
    )
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    assert len(png) > 50_000
