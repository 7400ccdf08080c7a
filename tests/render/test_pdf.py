"""PDF: the picture on paper, whole where it can be read, else in pieces."""

from __future__ import annotations

import ctypes
import sys
from dataclasses import replace
from itertools import pairwise

import pytest
from tests.render.conftest import examples
from tests.render.hostile import HOSTILE, everywhere

from klantreis.errors import UsageError
from klantreis.model.kinds import model_of
from klantreis.model.setting import Setting
from klantreis.render import render
from klantreis.render.kit.current import Spacing
from klantreis.render.kit.draw import Line, Move, Rect, Shape, Words
from klantreis.render.kit.look import LOOKS, using
from klantreis.render.kit.sheet import Cuts, Page, Sheet
from klantreis.render.kit.styles import SMALL
from klantreis.render.kit.theme import TINY
from klantreis.render.paper.bounds import Box, Placed, box_of, flatten
from klantreis.render.paper.cut import Cutter
from klantreis.render.paper.pages import leaves
from klantreis.render.paper.plan import EDGE, READABLE, plan
from klantreis.render.paper.sizes import PAPERS, paper_of
from klantreis.render.paper.split import balanced, split
from klantreis.render.parts import Options, parts_of

pytest.importorskip("typst", reason="no typst: pip install 'klantreis[pdf]'")
pdfium = pytest.importorskip("pypdfium2", reason="no pypdfium2 to read PDF with")

POINTS = {"A4": (841.89, 595.28), "A3": (1190.55, 841.89), "A0": (3370.39, 2383.94), "letter": (792.0, 612.0)}


def sheet_of(setting: Setting, view: str = "map") -> Sheet:
    (part,) = parts_of([setting], [view])
    return part.sheet()


def pdf(settings, paper: str = "A4", **more) -> pdfium.PdfDocument:
    return pdfium.PdfDocument(render(settings, "pdf", options=Options(paper=paper), **more))


def text(page) -> str:
    return " ".join(page.get_textpage().get_text_range().split())


def words(page: Page) -> list[str]:
    return [stroke.text for stroke in page.strokes if isinstance(stroke, Words)]


@pytest.fixture(scope="module")
def flagship() -> Setting:
    return examples()["michiel-mobiel"]


@pytest.fixture(scope="module")
def sixty(flagship) -> Setting:
    phases = [
        {
            "title": f"Fase {phase}",
            "touchpoints": [
                {"title": f"Contact {phase}-{n} met een langere naam", "channel": "web", "emotion": (n % 5 - 2) * 0.8}
                for n in range(10)
            ],
        }
        for phase in range(6)
    ]
    journey = model_of("journey").model_validate({"title": "Zestig", "phases": phases, "loyalty_loop": "fase-2"})
    return Setting(journey)


@pytest.mark.parametrize("paper", sorted(POINTS))
def test_pages_are_exactly_as_large_as_the_paper(flagship, paper):
    found = pdf(flagship, paper)
    for page in found:
        assert sorted(page.get_size()) == pytest.approx(sorted(POINTS[paper]), abs=0.01)


def test_a_picture_stays_on_one_page_where_it_can_be_read(flagship):
    assert len(pdf(flagship, "A0")) == 1
    assert len(pdf(flagship, "A4")) > 1


@pytest.mark.parametrize("paper", sorted(PAPERS))
def test_the_smallest_text_can_be_read_on_every_page(paper, journeys):
    for name, setting in journeys.items():
        for leaf in leaves([sheet_of(setting)], paper_of(paper)):
            assert TINY * leaf.width / leaf.page.width >= READABLE / 1.08, name


def test_every_word_is_on_paper_and_can_be_searched(flagship):
    everything = "".join("".join(text(page).split()) for page in pdf(flagship))
    drawn = [*words(sheet_of(flagship).drawing), flagship.journey.title]
    missing = [line for line in drawn if "".join(line.split()) not in everything]
    assert missing == []


def written(page: Page) -> list[Placed]:
    """Give the lines of text of a page, each with its place."""
    return [placed for placed in flatten(page.strokes)[0] if isinstance(placed.stroke, Words)]


@pytest.mark.parametrize("paper", ["A4", "A3"])
def test_no_page_holds_words_of_another(paper, flagship, sixty):
    for setting in (flagship, sixty):
        sheet = sheet_of(setting)
        found = leaves([sheet], paper_of(paper))
        assert len(found) > 1
        cuts, lines = sheet.drawing.cuts, written(sheet.drawing)
        repeated = {line.stroke.text for line in lines if line.box.bottom <= cuts.top or line.box.right <= cuts.left}
        body = [line.stroke.text for line in lines if line.stroke.text not in repeated]
        once = [line for line in body if body.count(line) == 1 and len(line) > 12]
        drawn = [line.stroke.text for leaf in found for line in written(leaf.page)]
        assert len(once) > 40
        assert [line for line in once if drawn.count(line) != 1] == []


def test_nothing_is_drawn_outside_the_margins(journeys):
    for name, setting in journeys.items():
        for leaf in leaves([sheet_of(setting)], paper_of("A4")):
            scale = leaf.width / leaf.page.width
            edge = EDGE / scale - 2
            for placed in flatten(leaf.page.strokes)[0]:
                if isinstance(placed.stroke, Words):
                    box = placed.box
                    assert box.left >= edge, (name, placed.stroke)
                    assert box.right <= leaf.page.width - edge, (name, placed.stroke)
                    assert box.bottom <= leaf.page.height - edge, (name, placed.stroke)


def test_no_two_texts_of_a_page_stand_on_each_other(journeys):
    for name, setting in journeys.items():
        for leaf in leaves([sheet_of(setting)], paper_of("A4")):
            boxes = sorted(p.box for p in flatten(leaf.page.strokes)[0] if isinstance(p.stroke, Words))
            for place, box in enumerate(boxes):
                for other in boxes[place + 1 :]:
                    if other.left >= box.right:
                        break
                    over = min(box.bottom, other.bottom) - max(box.top, other.top)
                    aside = min(box.right, other.right) - other.left
                    assert over < 6 or aside < 6, (name, box, other)


def test_every_page_says_which_it_is_of_how_many(flagship):
    found = pdf(flagship)
    for number, page in enumerate(found, 1):
        assert text(page).endswith(f"{number} / {len(found)}") or f"{number} / {len(found)}" in text(page)


def test_a_single_page_has_no_number(flagship):
    assert "1 / 1" not in text(pdf(flagship, "A0")[0])


def test_the_header_is_on_the_first_page_and_the_legend_on_the_last(flagship):
    found = pdf(flagship)
    sheet = sheet_of(flagship)
    for stat in sheet.header.stats:
        assert stat.label in text(found[0])
    for _, meaning in sheet.legend:
        assert meaning in text(found[len(found) - 1])


def test_phases_and_lanes_are_repeated_on_every_piece(sixty):
    found = pdf(sixty, "A4")
    holding = [text(page) for page in found if "Contact" in text(page)]
    assert len(holding) > 5
    for page in holding:
        assert "Fase" in page
        assert "Emotie" in page


def test_a_phase_that_goes_on_says_its_name_again(journeys):
    found = pdf(journeys["fifteen-touchpoints"])
    assert len(found) == 3
    assert all("Alles" in text(page) for page in found)


def test_strips_that_are_low_stand_below_each_other(sixty):
    assert len(pdf(sixty, "A0")) == 1
    assert len(leaves([sheet_of(sixty)], paper_of("A1"))) < len(leaves([sheet_of(sixty)], paper_of("A2")))


def test_a_piece_without_words_has_no_page(journey):
    header = sheet_of(journey()).header
    strokes = [Words(10 + 40 * place, 10 + 100 * place, "woord", SMALL, "ink") for place in range(12)]
    ground = Rect(0, 0, 9000, 1200, "tag")
    cuts = Cuts(tuple(range(0, 9000, 900)), tuple(range(0, 1200, 100)))
    sheet = Sheet("x", "x", "nl", "X", header, Page(9000, 1200, (ground, *strokes), cuts), "")
    found = plan(sheet, paper_of("A4"), alone=True)
    pieces = [block for page in found.pages for block in page if block.kind == "piece"]
    assert pieces
    assert all(block.column[0] < 500 for block in pieces)


def test_an_overview_shows_the_pages_where_the_header_stands_alone(flagship):
    found = leaves([sheet_of(flagship)], paper_of("A4"))
    numbers = [int(line.stroke.text) for line in written(found[0].page) if line.stroke.fill == "pill-text"]
    assert numbers == sorted(numbers)
    assert set(numbers) == set(range(2, len(found) + 1))


def test_several_views_are_pages_after_each_other_with_bookmarks(journeys):
    found = pdf([journeys["six-lines"], journeys["no-emotions"]], views=["map"])
    assert len(found) == 2
    assert [item.get_title() for item in found.get_toc()] == ["Proef – Kaart", "Proef – Kaart"] or len(
        list(found.get_toc())
    ) == 2
    assert "2 / 2" in text(found[1])


def test_the_fonts_are_inter_and_inside(flagship):
    raw, names = pdfium.raw, set()
    for page in pdf(flagship):
        for item in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT], max_depth=9):
            font = raw.FPDFTextObj_GetFont(item.raw)
            assert raw.FPDFFont_GetIsEmbedded(font) == 1
            name = ctypes.create_string_buffer(200)
            raw.FPDFFont_GetBaseFontName(font, name, 200)
            names.add(name.value.decode().split("+")[-1])
    assert names
    assert all(name.startswith("Inter") for name in names)
    assert len(names) == 3


def test_it_says_its_title_and_language_and_no_date(flagship):
    data = render(flagship, "pdf")
    found = pdfium.PdfDocument(data)
    about = found.get_metadata_dict()
    assert about["Title"].startswith(flagship.journey.title)
    assert about["CreationDate"] == about["ModDate"] == ""
    assert b"/Lang(nl)" in data or b"/Lang (nl)" in data
    assert pdfium.raw.FPDFCatalog_IsTagged(found.raw) == 1


def test_the_same_journey_gives_the_same_bytes(flagship):
    assert render(flagship, "pdf") == render(flagship, "pdf")


@pytest.mark.parametrize(
    "hostile", [*HOSTILE, '#panic("x")', "$ x $", "*b* _i_ @ref <label> // \\", '#import "@preview/x:0.1.0"']
)
def test_texts_are_never_read_as_markup(hostile):
    setting = Setting(model_of("journey").model_validate(everywhere(hostile)))
    found = pdf(setting)
    assert len(found) >= 1
    assert "klantreis" in text(found[len(found) - 1])


def test_addresses_can_be_followed_and_only_safe_ones(journey):
    def made(url: str) -> bytes:
        links = [{"title": "Onderzoek", "url": url}]
        return render(journey(links=links), "pdf")

    assert b"/URI(https://example.org/x)" in made("https://example.org/x").replace(b" (", b"(")
    assert b"/URI" not in made("javascript:alert(1)")


def test_paper_is_white_unless_a_look_was_chosen(journey):
    def corner(look: str) -> tuple[int, ...]:
        found = pdfium.PdfDocument(render(journey(), "pdf", options=Options(look=LOOKS[look], paper="A4")))
        drawn = found[0].render(scale=0.2)
        return tuple(drawn.buffer[:3])

    assert corner("auto") == (255, 255, 255)
    assert corner("light") != (255, 255, 255)
    assert corner("dark") < (60, 60, 60)


def test_larger_text_of_a_theme_changes_no_paper(flagship):
    look = replace(LOOKS["light"], spacing=Spacing(margin=10, column=220, text=1.3))
    with using(look):
        found = pdfium.PdfDocument(render(flagship, "pdf", options=Options(look=look, paper="A3")))
    assert all(sorted(page.get_size()) == pytest.approx([841.89, 1190.55], abs=0.01) for page in found)


def test_an_unknown_paper_is_refused(journey):
    with pytest.raises(UsageError, match="A9") as caught:
        render(journey(), "pdf", options=Options(paper="A9"))
    assert "A0, A1" in caught.value.hint


def test_a_paper_may_be_written_in_any_case():
    assert paper_of(" a3") is paper_of("A3")


def test_without_typst_the_message_says_how_to_install_it(journey, monkeypatch):
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(UsageError, match="not installed") as caught:
        render(journey(), "pdf")
    assert "klantreis[pdf]" in caught.value.hint


def test_a_picture_without_cuts_is_fitted_on_one_page(journey):
    sheet = sheet_of(journey())
    tall = Page(5000, 9000, (Line(0, 0, 5000, 9000, "ink"),))
    whole = Sheet("x", "x", "nl", "X", sheet.header, tall, "")
    found = plan(whole, paper_of("A4"), alone=True)
    assert found.whole
    assert found.room.down >= 9000


# The knife.


def test_a_path_is_no_larger_than_its_box():
    assert box_of(Shape("M10 10l5 -5h10v20z")) == Box(10, 5, 25, 25)
    assert box_of(Shape("M0 0C5 10 10 10 15 0S25 -10 30 0")) == Box(0, -10, 30, 10)
    assert box_of(Shape("M-1.5-2L.5.5")) == Box(-1.5, -2, 0.5, 0.5)
    arc = box_of(Shape("M0 0A10 10 0 0 1 20 0"))
    assert arc.top <= -10
    assert (arc.left, arc.right) == (0, 20)


def test_lines_are_cut_and_words_are_not():
    page = Page(
        200,
        100,
        (
            Line(0, 50, 200, 50, "line"),
            Move(5, 0),
            Words(85, 20, "op de rand", SMALL, "ink", "start", 85, 60),
            Move(shut=True),
            Rect(90, 60, 20, 20, "card"),
            Shape("M0 90C50 0 150 0 200 90", edge="ink"),
        ),
    )
    cutter = Cutter.of(page)
    left = list(flatten(tuple(cutter.piece(Box(0, 0, 100, 100), 0, 0)))[0])
    right = list(flatten(tuple(cutter.piece(Box(100, 0, 200, 100), 0, 0)))[0])
    kinds = [type(placed.stroke).__name__ for placed in left], [type(placed.stroke).__name__ for placed in right]
    assert kinds == (["Line", "Shape"], ["Line", "Words", "Rect", "Shape"])
    assert (left[0].box, right[0].box) == (Box(0, 50, 100, 50), Box(0, 50, 100, 50))
    assert right[1].box.left >= 0
    assert left[1].box.right <= 100


def test_a_length_is_cut_at_its_places_and_never_through_what_is_solid():
    assert split(0, [30, 60, 90], 100, 65, []) == [(0, 60), (60, 100)]
    assert split(0, [30, 60, 90], 100, 65, [], first=35) == [(0, 30), (30, 90), (90, 100)]
    assert split(0, [], 100, 60, [(0, 45), (50, 100)]) == [(0, 47.5), (47.5, 100)]
    assert split(0, [], 100, 60, [(0, 100)]) == [(0, 100)]


def test_pieces_are_of_even_size():
    assert balanced(0, range(0, 1200, 100), 1200, 700, []) == [(0, 600), (600, 1200)]
    spans = balanced(0, range(0, 2000, 100), 2000, 700, [])
    assert [high for _, high in spans[:-1]] == [low for low, _ in spans[1:]]
    assert max(high - low for low, high in spans) <= 700
    assert all(before[1] == after[0] for before, after in pairwise(spans))
