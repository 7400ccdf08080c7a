"""A roadmap as a picture and as a page."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

import pytest
from tests.report.roadmap.made import CURRENT, DREAM, TODAY, WHOLE, board, example, initiative

from klantreis.compare.plan import plan_of
from klantreis.engine.roadmap.board import board_of
from klantreis.render.kit.draw import Canvas, Rect, Words
from klantreis.render.kit.measure import width
from klantreis.render.kit.theme import MARGIN
from klantreis.render.roadmap import FORMATS
from klantreis.render.roadmap.stages import draw_stages
from klantreis.render.roadmap.timeline import draw_timeline, grid_of

HOSTILE = "<script>alert(1)</script> \"'&\x00\u202e]]>"
TANGLED = (
    initiative(
        "Online agenda met Arbeidsongeschiktheidsverzekeringsmaatschappij", "belt", start="2027-Q3", end="2028-Q1"
    ),
    initiative("Bericht", "wacht", start="2027-Q1", end="2027-Q2", status="idea", depends_on="betaalt-vanzelf"),
    initiative("Leenfietsen", "leenfiets", end="2026-Q3", status="doing"),
    initiative("Betaalt vanzelf", "betaalt", start="2027-Q4", depends_on=["leenfietsen", "bericht"]),
    initiative("Nieuw logo", status="planned", impact=2, effort=5),
    initiative("Een zelfde tijd", "betaalt", start="2027-Q4", owner="Balie"),
)


def drawn(made):
    canvas = Canvas()
    draw_timeline(canvas, made, grid_of(made), 0)
    return canvas.strokes


def boards():
    return [
        board_of(plan_of(example(), TODAY)), board_of(plan_of(example(), TODAY, "now-next-later")), board(*TANGLED),
        board(*TANGLED, by="now-next-later"), board(*WHOLE),
    ]  # fmt: skip


@pytest.mark.parametrize("made", boards())
def test_no_two_cards_overlap(made):
    cards = [stroke for stroke in drawn(made) if isinstance(stroke, Rect) and stroke.name == "card"]
    assert len(cards) == sum(len(lane.cards) for lane in made.lanes)
    for place, one in enumerate(cards):
        for other in cards[place + 1 :]:
            apart = (
                one.x + one.width <= other.x or other.x + other.width <= one.x
                or one.y + one.height <= other.y or other.y + other.height <= one.y
            )  # fmt: skip
            assert apart, (one, other)


@pytest.mark.parametrize("made", boards())
def test_every_text_stays_within_its_room(made):
    canvas = Canvas()
    canvas.strokes += drawn(made)
    draw_stages(canvas, made, MARGIN, 1200, 0)
    for stroke in canvas.strokes:
        if isinstance(stroke, Words):
            assert width(stroke.text, stroke.style) <= stroke.room + 1, stroke.text


@pytest.mark.parametrize("made", boards())
def test_every_text_of_a_card_stands_on_a_card(made):
    strokes = drawn(made)
    cards = [stroke for stroke in strokes if isinstance(stroke, Rect) and stroke.name == "card"]
    titles = {card.title for lane in made.lanes for card in lane.cards}
    for stroke in strokes:
        if isinstance(stroke, Words) and stroke.text in titles:
            assert any(c.x <= stroke.x <= c.x + c.width and c.y <= stroke.y <= c.y + c.height for c in cards)


def test_what_waits_has_an_arrow_and_what_waits_too_long_a_dashed_one():
    calm, late = FORMATS["svg"](board(*WHOLE)), FORMATS["svg"](board(*TANGLED))
    assert calm.count("l-6.5 -4v8z") == 1
    assert "wacht op iets dat later klaar is" not in calm
    assert late.count("l-6.5 -4v8z") == 3
    assert "wacht op iets dat later klaar is" in late


@pytest.mark.parametrize("name", ["svg", "html"])
def test_a_picture_is_complete_in_itself_and_always_the_same(name):
    picture = FORMATS[name](board(*WHOLE))
    assert picture == FORMATS[name](board(*WHOLE))
    assert "<script" not in picture
    assert not re.search(r"""(?:src|href)=["']?(?:https?:)?//""", picture)
    assert "@font-face" in picture


def test_the_svg_is_sound_and_says_what_it_shows():
    root = ET.fromstring(FORMATS["svg"](board_of(plan_of(example(), TODAY))))
    assert root.get("lang") == "nl"
    title, description = root[0].text, root[1].text
    assert title == "Van kaartlezer naar één blik – roadmap"
    assert "Webwinkel: Bestellen zonder account (Q3 2026 – dec 2026)" in description
    text = " ".join(element.text or "" for element in root.iter("{http://www.w3.org/2000/svg}text"))
    for word in ("vandaag", "Zo wordt de klantreis", "De droom", "Gestopt", "+1,0"):
        assert word in text


def test_the_page_has_a_dark_theme_a_list_for_narrow_screens_and_words_for_each_curve():
    page = FORMATS["html"](board(*WHOLE))
    assert "prefers-color-scheme:dark" in page
    assert "max-width:760px" in page
    assert 'aria-label="Emotiecurve na q4 2027: gemiddeld +0,9, onthouden +1,0.' in page
    assert page.count('<li class="stage') == 4
    assert page.count("<h1") == 1


def test_an_english_page_is_english():
    page = FORMATS["html"](board(*WHOLE, current={**CURRENT, "language": "en"}, dream={**DREAM, "language": "en"}))
    assert '<html lang="en">' in page
    assert "What the journey becomes" in page
    assert "Zo wordt" not in page


@pytest.mark.parametrize("name", ["svg", "html"])
def test_what_strangers_write_stays_text(name):
    made = board(
        initiative(HOSTILE, "belt", description=HOSTILE, owner=HOSTILE),
        initiative(f"{HOSTILE} x", description=HOSTILE, status="dropped"),
        title=HOSTILE, description=HOSTILE,
        dream={**DREAM, "title": HOSTILE},
    )  # fmt: skip
    picture = FORMATS[name](made)
    assert "<script" not in picture
    assert "\x00" not in picture
    assert "\u202e" not in picture
    if name == "svg":
        ET.fromstring(picture)


def test_a_roadmap_of_a_journey_without_emotions_can_be_drawn():
    current = {
        "id": "a",
        "title": "A",
        "phases": [{"title": "F", "touchpoints": [{"id": "s", "title": "S", "pains": "P"}]}],
    }
    dream = {"id": "b", "title": "B", "state": "dream", "of": "a", "phases": [{"title": "F", "touchpoints": [
        {"id": "s", "title": "S", "automated": True},
    ]}]}  # fmt: skip
    for name in FORMATS:
        assert "–" in FORMATS[name](board(initiative("X", "s"), current=current, dream=dream))


def test_a_large_roadmap_is_drawn_in_a_moment():
    many = [
        initiative(
            f"Werk {n}",
            "belt",
            start=f"{2027 + n % 9}-Q{n % 4 + 1}",
            owner=f"Team {n % 12}",
            depends_on=f"werk-{n // 2}",
        )
        for n in range(200)
    ]
    picture = FORMATS["svg"](board(*many))
    assert len(picture) < 2_000_000
