"""A gap as a page and a picture: steps that belong together stand together, and no text breaks out."""

from __future__ import annotations

import json
import re
import subprocess
from itertools import pairwise
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.render.conftest import EXAMPLES, LONG, read
from tests.render.test_svg import HOSTILE, SVG, everywhere, parse

from klantreis.compare.comparison import compare
from klantreis.compare.gap import Gap, gap_of
from klantreis.compare.side import Side
from klantreis.model.kinds import model_of
from klantreis.render.gap import render_gap_html, render_gap_svg
from klantreis.render.gap.columns import Columns, columns_of
from klantreis.render.gap.data import build
from klantreis.render.gap.svg import lay_out
from klantreis.render.kit.draw import Words
from klantreis.render.kit.measure import width
from klantreis.render.writers.png import draw

RULES = {"no-inline-style": "off", "doctype-style": "off", "long-title": "off"}
FOLDER = EXAMPLES / "michiel-mobiel"


def journey(*phases: Any, **fields: Any) -> Any:
    """Make a journey of phases."""
    return model_of("journey").model_validate({"title": "Proef", "id": "proef", "phases": list(phases), **fields})


def dream(*phases: Any, **fields: Any) -> Any:
    """Make a dream of that journey."""
    return journey(*phases, **{"id": "droom", "title": "Droom", "state": "dream", "of": "proef", **fields})


def phase(title: str, *steps: Any, **fields: Any) -> dict[str, Any]:
    """Make a phase of steps, each a mapping or an id."""
    made = [step if isinstance(step, dict) else {"id": step, "title": f"Stap {step}"} for step in steps]
    return {"title": title, "touchpoints": made, **fields}


def step(name: str, title: str = "", **fields: Any) -> dict[str, Any]:
    """Make a step."""
    return {"id": name, "title": title or f"Stap {name}", **fields}


def gap(old: Any, new: Any, *, plan: bool = True, roadmap: Any = None) -> Gap:
    """Hold two journeys beside each other."""
    return gap_of(compare(Side(old, None, "eerst.yaml"), Side(new, None, "nu.yaml"), plan=plan), roadmap)


def michiel(*, plan: bool = True, roadmap: bool = True) -> Gap:
    """Give the gap that the docs show."""
    organisation = read(FOLDER / "organisatie.yaml")
    old, new = (read(FOLDER / "klantreizen" / f"{name}.yaml") for name in ("michiel-mobiel", "michiel-mobiel-droom"))
    found = compare(Side(old, organisation, "huidig"), Side(new, organisation, "droom"), plan=plan)
    return gap_of(found, read(FOLDER / "roadmap.yaml") if roadmap else None)


def _sixty(shift: int) -> list[dict[str, Any]]:
    return [
        phase(f"Fase {p}", *(step(f"s{p}-{n}", emotion=((p * 7 + n * 3 + shift) % 9 - 4) / 2) for n in range(10)))
        for p in range(6)
    ]


def edges() -> dict[str, Gap]:
    """Give gaps at the edges of what a page must hold."""
    work = {"klantreis": 1, "kind": "roadmap", "id": "r", "title": "Plan", "from": "proef", "to": "droom"}
    late = model_of("roadmap").model_validate(
        work
        | {
            "initiatives": [
                {"id": "een", "title": LONG, "closes": "a", "owner": LONG, "start": "2027-01", "end": "2027-03",
                 "depends_on": "twee"},
                {"id": "twee", "title": "Te laat", "end": "2028", "status": "idea"},
            ]
        }
    )  # fmt: skip
    chances = [{"title": f"Kans {n}", "impact": 1 + n % 5, "effort": 1 + n % 2} for n in range(14)]
    two = journey(phase("A", "a", "b"), phase("B", "c"))
    return {
        "michiel": michiel(),
        "no-roadmap": michiel(roadmap=False),
        "diff": michiel(plan=False, roadmap=False),
        "same": gap(two, two, plan=False),
        "one-step": gap(journey(phase("A", step("a", emotion=-1))), dream(phase("A", step("a", emotion=1)))),
        "no-steps": gap(journey({"title": "A"}), dream({"title": "A"}, {"title": "B"})),
        "sixty": gap(journey(*_sixty(0)), dream(*_sixty(3))),
        "thirty-dropped": gap(
            journey(*_sixty(0)),
            dream(*_sixty(0)[3:], drops=[f"s{p}-{n}" for p in range(3) for n in range(10)]),
        ),
        "no-emotions": gap(two, dream(phase("A", "a", "nieuw"), phase("B", "c"))),
        "phase-emotions": gap(
            journey({"title": "A", "emotion": -1}, phase("B", "b", emotion=1)),
            dream({"title": "A", "emotion": 1}, phase("B", "b", "y", emotion=2), phase("C", "z")),
        ),
        "turned-round": gap(
            journey(phase("A", "a", "b", "c"), phase("B", "d", "e", "f")),
            journey(phase("B", "f", "d", "e"), phase("A", "c", "a", "b")),
            plan=False,
        ),
        "split-and-merged": gap(
            journey(phase("A", step("a", emotion=0), step("b", emotion=0), step("c", emotion=1))),
            dream(phase("A", step("x", replaces="a", emotion=1), step("y", replaces="a", emotion=-1), "n",
                        step("m", replaces=["b", "c"], emotion=0.5))),
        ),
        "long-words": gap(
            journey(
                phase(LONG, step("a", LONG, channel=LONG, owner=LONG, emotion=-1), step("b", LONG * 2)), title=LONG
            ),
            dream(
                phase(LONG + "2", step("a", LONG + "x", emotion=1)), phase("Kort", step("y", LONG)), title=LONG * 2
            ),
            roadmap=late,
        ),
        "many-chances": gap(journey(phase("A", step("a", opportunities=chances))), dream(phase("A", "b"))),
        "right-to-left": gap(
            journey(phase("الوعي", step("a", "يبحث عن معلومات", emotion=1), "b"), language="ar"),
            dream(
                phase("الوعي", step("c", "يبحث عن معلومات في الموقع", emotion=2)), language="ar", title="رحلة العميل"
            ),
        ),
        "english": gap(journey(phase("A", "a"), language="en"), dream(phase("A", "a", "b"), language="en")),
    }  # fmt: skip


@pytest.fixture(scope="session")
def gaps() -> dict[str, Gap]:
    """Every gap we draw in tests, by name."""
    return edges()


@pytest.fixture(params=sorted(edges()))
def drawn_gap(request: pytest.FixtureRequest, gaps: dict[str, Gap]) -> Gap:
    """Each of those gaps in turn."""
    return gaps[request.param]


def columns(old: Any, new: Any, *, plan: bool = True) -> Columns:
    """Give the columns of two journeys."""
    return columns_of(gap(old, new, plan=plan).comparison.pair)


def spans(cells: Any) -> list[tuple[int, int]]:
    """Give which columns the steps of a side stand in."""
    return [(cell.first, cell.last) for cell in cells]


def test_a_step_that_stays_stands_above_itself() -> None:
    found = columns(journey(phase("A", "a", "b")), dream(phase("A", "a", "b")))
    assert spans(found.old) == spans(found.new) == [(0, 0), (1, 1)]


def test_a_dropped_step_keeps_its_column_and_a_new_one_gets_its_own() -> None:
    found = columns(journey(phase("A", "a", "b", "c")), dream(phase("A", "a", "x", "c"), drops="b"))
    assert spans(found.old) == [(0, 0), (1, 1), (3, 3)]
    assert spans(found.new) == [(0, 0), (2, 2), (3, 3)]


def test_steps_that_merge_stand_above_the_one_that_spans_them() -> None:
    found = columns(journey(phase("A", "a", "b", "c")), dream(phase("A", step("x", replaces=["a", "b"]), "c")))
    assert spans(found.new) == [(0, 1), (2, 2)]


def test_a_step_that_splits_spans_what_it_becomes() -> None:
    found = columns(journey(phase("A", "a")), dream(phase("A", step("x", replaces="a"), step("y", replaces="a"))))
    assert spans(found.old) == [(0, 1)]
    assert spans(found.new) == [(0, 0), (1, 1)]


def test_one_step_put_elsewhere_leaves_the_others_in_place() -> None:
    found = columns(journey(phase("A", "a", "b", "c", "d")), journey(phase("A", "b", "c", "d", "a")), plan=False)
    assert spans(found.old) == [(0, 0), (1, 1), (2, 2), (3, 3)]
    assert spans(found.new) == [(1, 1), (2, 2), (3, 3), (4, 4)]


def test_what_is_new_in_a_phase_stands_in_the_columns_of_that_phase() -> None:
    found = columns(journey(phase("A", "a"), phase("B", "b")), dream(phase("A", "a", "x"), phase("B", "y", "b")))
    assert [(band.first, band.last) for band in found.new_bands] == [(0, 1), (2, 3)]
    assert spans(found.old) == [(0, 0), (3, 3)]


@given(
    st.lists(st.sampled_from("abcdefgh"), unique=True, max_size=8),
    st.lists(st.sampled_from("abcdefgh"), unique=True, max_size=8),
    st.integers(0, 8),
    st.integers(0, 8),
)
@settings(max_examples=60, deadline=None)
def test_both_sides_keep_their_order_whatever_changed(old: list[str], new: list[str], cut: int, other: int) -> None:
    found = columns(
        journey(phase("P", *old[:cut]), phase("Q", *old[cut:])),
        journey(phase("Q", *new[:other]), phase("P", *new[other:])),
        plan=False,
    )
    for cells in (found.old, found.new):
        assert all(one.last < another.first for one, another in pairwise(cells))
        assert all(0 <= cell.first <= cell.last < found.count for cell in cells)
    used = {column for cell in (*found.old, *found.new) for column in range(cell.first, cell.last + 1)}
    assert used == set(range(found.count))


def test_the_picture_is_well_formed_and_stands_by_itself(drawn_gap: Gap) -> None:
    picture = render_gap_svg(drawn_gap)
    parse(picture)
    assert "foreignObject" not in picture
    assert "var(" not in picture
    paints = set(re.findall(r'(?:fill|stroke)="([^"]*)"', picture))
    assert all(paint == "none" or re.fullmatch(r"#[0-9A-F]{6}", paint) for paint in paints)
    assert all(found.startswith(("data:", "#")) for found in re.findall(r"url\(([^)]*)\)", picture))


def test_every_text_stays_in_its_box_and_on_the_page(drawn_gap: Gap) -> None:
    page = lay_out(drawn_gap, build(drawn_gap))
    lines = [stroke for stroke in page.strokes if isinstance(stroke, Words)]
    assert lines
    for line in lines:
        assert width(line.text, line.style) <= line.room + 1.5, line
        assert line.left >= 0
        assert line.left + line.room <= page.width + 0.5, line
        assert 0 < line.y < page.height


def test_cards_and_marks_do_not_overlap(drawn_gap: Gap) -> None:
    root = parse(render_gap_svg(drawn_gap))
    boxes = [
        tuple(float(rect.attrib[key]) for key in ("x", "y", "width", "height"))
        for rect in root.iter(f"{SVG}rect")
        if rect.attrib.get("class") in ("card", "chip")
    ]
    for place, (x, y, w, h) in enumerate(boxes):
        for x2, y2, w2, h2 in boxes[:place]:
            assert x + w <= x2 + 0.2 or x2 + w2 <= x + 0.2 or y + h <= y2 + 0.2 or y2 + h2 <= y + 0.2


def test_the_words_on_the_curves_do_not_overlap(drawn_gap: Gap) -> None:
    page = lay_out(drawn_gap, build(drawn_gap))
    words = [stroke for stroke in page.strokes if isinstance(stroke, Words)]
    scores = [word for word in words if word.room == 52 and re.fullmatch(r"[+−]?[\d,.]+", word.text)]
    for place, one in enumerate(scores):
        for other in scores[:place]:
            near = (width(one.text, one.style) + width(other.text, other.style)) / 2
            assert abs(one.x - other.x) >= near or abs(one.y - other.y) >= 10, (one, other)


def test_the_same_gap_gives_the_same_page(drawn_gap: Gap) -> None:
    assert render_gap_html(drawn_gap) == render_gap_html(drawn_gap)
    assert render_gap_svg(drawn_gap) == render_gap_svg(drawn_gap)


def test_html_validate_finds_nothing_to_say(drawn_gap: Gap, tmp_path: Path, node_modules: Path) -> None:
    (tmp_path / "gap.html").write_text(render_gap_html(drawn_gap), encoding="utf-8")
    config = {"root": True, "extends": ["html-validate:recommended"], "rules": RULES}
    (tmp_path / ".htmlvalidate.json").write_text(json.dumps(config), encoding="utf-8")
    program = node_modules / ".bin" / "html-validate"
    done = subprocess.run(
        [program, "--formatter", "text", "gap.html"],
        cwd=tmp_path, capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    assert done.stdout + done.stderr == ""


def text_of(page: str) -> str:
    """Give what a page says, without marks."""
    body = page[page.index("<body>") :]
    return " ".join(re.sub(r"<[^>]*>", " ", body).split())


def test_the_page_tells_what_changed_who_works_on_it_and_what_is_still_open(gaps: dict[str, Gap]) -> None:
    found = gaps["michiel"]
    told, coverage = text_of(render_gap_html(found)), found.coverage
    assert coverage is not None
    assert f"{coverage.covered} van {coverage.total} verschillen" in told
    assert "Mobiele site opnieuw, vanaf de duim · Webwinkel · klaar apr 2027" in told
    assert told.count("nog geen initiatief") == len(found.open_items)
    assert "over 1 tot 2 jaar" in told
    assert "−0,2 → +1,1" in told
    assert "vervalt: overbodig" in told


def test_every_difference_stands_on_the_page(gaps: dict[str, Gap]) -> None:
    found = gaps["michiel"]
    page = render_gap_html(found)
    assert len(re.findall(r'<li class="entry ', page)) == len(found.items)


def test_a_full_coverage_is_only_said_when_nothing_is_left(gaps: dict[str, Gap]) -> None:
    old = journey(phase("A", *(step(f"s{n}") for n in range(300))))
    new = dream(phase("A", "z"), drops=[f"s{n}" for n in range(300)])
    plan = {"klantreis": 1, "kind": "roadmap", "id": "r", "title": "Plan", "from": "proef", "to": "droom"}
    closes = [f"s{n}" for n in range(300)]
    roadmap = model_of("roadmap").model_validate({**plan, "initiatives": [{"title": "Alles bijna", "closes": closes}]})
    found = gap(old, new, roadmap=roadmap)
    assert found.coverage is not None
    assert 0.995 < (found.coverage.share or 0) < 1
    assert "99%" in text_of(render_gap_html(found))
    assert "100%" not in text_of(render_gap_html(found))


def test_equal_journeys_are_told_to_be_equal(gaps: dict[str, Gap]) -> None:
    assert "Geen verschillen: beide klantreizen zeggen hetzelfde." in text_of(render_gap_html(gaps["same"]))
    assert "Geen verschillen" in render_gap_svg(gaps["same"])


def test_a_page_without_emotions_says_so(gaps: dict[str, Gap]) -> None:
    assert "geen emoties genoteerd" in text_of(render_gap_html(gaps["no-emotions"]))


def test_a_plan_that_waits_for_something_later_is_told(gaps: dict[str, Gap]) -> None:
    assert "“Te laat” nodig, en dat is pas later klaar" in text_of(render_gap_html(gaps["long-words"]))


def test_an_english_journey_gets_an_english_page(gaps: dict[str, Gap]) -> None:
    page = render_gap_html(gaps["english"])
    assert '<html lang="en">' in page
    assert "gap analysis" in page
    assert "as we dream it" in page
    assert not re.search(r"\b(klantreizen|verbetering|huidig|Stappen|stap)\b", text_of(page))


def test_two_states_have_no_plan_and_no_coverage(gaps: dict[str, Gap]) -> None:
    told = text_of(render_gap_html(gaps["diff"]))
    assert "Gedekt" not in told
    assert "wat er veranderde" in told


def hostile(text: str) -> Gap:
    """Give a gap with one text everywhere, on both sides and in the roadmap."""
    old = model_of("journey").model_validate(everywhere(text))
    new = model_of("journey").model_validate(
        everywhere(text) | {"id": "droom", "title": f"{text} 2", "state": "dream", "of": "proef",
                            "phases": {"id": "f", "title": text,
                                       "touchpoints": {"id": "n", "title": text, "owner": text}}}
    )  # fmt: skip
    roadmap = model_of("roadmap").model_validate({
        "klantreis": 1, "kind": "roadmap", "id": "r", "title": text, "from": "proef", "to": "droom",
        "initiatives": [{"id": "i", "title": text, "owner": text, "closes": ["t", text], "end": "2027",
                         "depends_on": "j"}, {"id": "j", "title": text, "end": "2028"}],
    })  # fmt: skip
    return gap(old, new, roadmap=roadmap)


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_breaks_out(text: str) -> None:
    found = hostile(text)
    root = ET.fromstring(render_gap_svg(found))
    allowed = {"svg", "title", "desc", "style", "rect", "path", "text", "g", "clipPath"}
    assert {element.tag.removeprefix(SVG) for element in root.iter()} <= allowed
    assert not [name for element in root.iter() for name in element.attrib if name.lower().startswith("on")]
    page = render_gap_html(found)
    assert "<script" not in page
    assert "<img" not in page
    assert not re.search(r"<[^>\"']*\son\w+=", re.sub(r'"[^"]*"', '""', page))
    assert "\x00" not in page
    assert "\u202e" not in page
    assert page.count("</style>") == 1


@given(st.text(min_size=1, max_size=60).filter(str.strip))
@settings(max_examples=25, deadline=None)
def test_any_title_gives_a_well_formed_picture(text: str) -> None:
    try:
        found = gap(journey(phase("A", step("a", text))), dream(phase("A", step("b", text)), title=text))
    except ValueError:  # a title that the format does not take
        return
    parse(render_gap_svg(found))


def test_resvg_turns_it_into_pixels(gaps: dict[str, Gap]) -> None:
    png = draw(render_gap_svg(gaps["michiel"]))
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    assert len(png) > 100_000
