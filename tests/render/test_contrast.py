"""Every text of every view stands out from its ground, and no meaning hangs on colour alone."""

from __future__ import annotations

import re
from functools import cache
from itertools import combinations

import pytest
from tests.render.conftest import edges, examples, make
from tests.render.contrast import Box, Sign, Text, contrast, flattened, luminance, placed, signs, texts, weak

from klantreis.model.setting import Setting
from klantreis.render.content.choice import ALL
from klantreis.render.kit.draw import Canvas, Clip, Move, Rect, Shape, Words
from klantreis.render.kit.frame import frame
from klantreis.render.kit.look import LOOKS
from klantreis.render.kit.sheet import Page, Sheet
from klantreis.render.kit.styles import BODY_BOLD, TINY
from klantreis.render.views import VIEWS

JOURNEYS = [*sorted(examples()), "long-words", "phase-without-touchpoints", "many-scripts"]


@cache
def _settings() -> dict[str, Setting]:
    return examples() | edges()


@cache
def sheet(view: str, name: str) -> Sheet:
    """Draw a view."""
    return VIEWS[view].sheet([_settings()[name]], ALL)


@cache
def page(view: str, name: str) -> Page:
    """Draw a view with all that stands around it."""
    return frame(sheet(view, name))


@cache
def written(view: str, name: str) -> list[Text]:
    drawn = page(view, name)
    return texts(drawn.strokes, Box(0, 0, drawn.width, drawn.height))


def palettes() -> list[tuple[str, dict[str, str]]]:
    """Every table of colours that a look may show, by name."""
    found = []
    for name, look in LOOKS.items():
        found.append((name, dict(look.colours)))
        found += [(f"{name}-dark", dict(look.dark))] if look.dark else []
    return found


PALETTES = dict(palettes())


@pytest.mark.parametrize("palette", PALETTES)
@pytest.mark.parametrize("name", JOURNEYS)
@pytest.mark.parametrize("view", VIEWS)
def test_every_text_stands_out_from_what_is_under_it(view: str, name: str, palette: str) -> None:
    assert weak(written(view, name), PALETTES[palette]) == []


_TOLD = {"good": "+", "bad": "−"}


@pytest.mark.parametrize("name", JOURNEYS)
@pytest.mark.parametrize("view", VIEWS)
def test_marks_that_look_alike_in_grey_have_their_meaning_beside_them(view: str, name: str) -> None:
    """A good mark and a bad one of one shape stand beside a signed score, or in the legend beside its word."""
    legend = {text for _, text in sheet(view, name).legend}
    by_shape: dict[str, list[Sign]] = {}
    for sign in signs(page(view, name).strokes, frozenset({"good", "bad", "soft", "gold"})):
        by_shape.setdefault(sign.shape, []).append(sign)
    for shape, alike in by_shape.items():
        if {"good", "bad"} <= {sign.role for sign in alike}:
            mute = [s for s in alike if s.role in _TOLD and not _explained(s, legend)]
            assert not mute, f"good and bad look alike in grey: {shape}"
        for one, other in combinations(sorted({sign.role for sign in alike}), 2):
            words = [{sign.words for sign in alike if sign.role == role} for role in (one, other)]
            assert frozenset() not in words[0] | words[1], f"{one} and {other} look alike in grey: {shape}"
            assert not words[0] & words[1], f"{one} and {other} look alike in grey, beside the same words"


def _explained(sign: Sign, legend: set[str]) -> bool:
    return any(text.startswith(_TOLD[sign.role]) or text in legend for text in sign.words)


@pytest.mark.parametrize("name", JOURNEYS)
@pytest.mark.parametrize("view", VIEWS)
def test_what_is_a_guess_is_dashed_and_nothing_else_has_a_golden_edge(view: str, name: str) -> None:
    edged = [s for s, _ in placed(page(view, name).strokes) if isinstance(s, Rect | Shape) and s.edge == "gold"]
    assert [stroke for stroke in edged if not stroke.dash] == []


_TINTS = {"bad-tint", "blue-tint", "gold-tint"}
_PAIN, _LABEL_EDGE = "bad-tint", 40 + 172


@pytest.mark.parametrize("name", JOURNEYS)
def test_cards_of_pains_opportunities_and_truths_stand_under_different_names(name: str) -> None:
    drawn = page("map", name)
    names = [
        (at[1] + stroke.y, stroke.text)
        for stroke, at in placed(drawn.strokes)
        if isinstance(stroke, Words) and stroke.x + at[0] == 40 and stroke.style.size == 13.5
    ]
    rows: dict[str, set[str]] = {}
    for stroke, at in placed(drawn.strokes):
        if isinstance(stroke, Rect) and stroke.name == "card" and stroke.fill in _TINTS:
            top = at[1] + stroke.y
            # The name of a lane begins where its cards do.
            row = max(((y, text) for y, text in names if y <= top + 20), default=(0, ""))
            rows.setdefault(f"{row[1]} {row[0]:.0f}", set()).add(stroke.fill)
    assert all(len(tints) == 1 for tints in rows.values()), rows


def test_a_figure_on_target_differs_from_one_that_misses_it_in_shape_or_word() -> None:
    def marks(value: float) -> list[str]:
        setting = make(phases=[{"title": "A", "touchpoints": [{"title": "T", "metrics": {"ces": figure(value)}}]}])
        drawn = frame(VIEWS["map"].sheet([setting], ALL))
        told = [
            (type(stroke).__name__, getattr(stroke, "text", getattr(stroke, "path", ""))) for stroke in drawn.strokes
        ]
        return [f"{kind} {re.sub(r'[0-9.,]', '', text)}" for kind, text in told]

    def figure(value: float) -> dict[str, float]:
        return {"value": value, "target": 4}

    assert marks(3.8) != marks(4.2)


def test_good_and_bad_differ_in_grey_too() -> None:
    """In grey the curve still shows which side is which: the areas are told by their side, the marks by a sign."""
    for name, colours in PALETTES.items():
        assert abs(luminance(colours["good-area"]) - luminance(colours["paper"])) > 0.01, name
        assert abs(luminance(colours["bad-area"]) - luminance(colours["paper"])) > 0.01, name


def test_the_measure_is_that_of_the_guidelines() -> None:
    """Known pairs: black on white is 21; #767676 is the lightest grey that passes on white, #777777 does not."""
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)
    assert contrast("#FF0000", "#FFFFFF") == pytest.approx(4.0, abs=0.01)


def test_a_text_stands_on_the_topmost_stroke_under_it() -> None:
    canvas = Canvas()
    canvas.add(Move(100, 50))
    canvas.add(Rect(0, 0, 200, 40, "card"))
    canvas.add(Shape("M0 0H60V40H0z", fill="p0"))
    canvas.add(Clip("c1", 120, 0, 30, 40))
    canvas.add(Shape("M100 0c40 -10 60 10 100 0V40H100z", fill="bad-area", clip="c1"))
    canvas.text(4, 10, 100, "Links", BODY_BOLD, "ink")
    canvas.text(60, 10, 100, "Midden", BODY_BOLD, "ink")
    canvas.text(122, 10, 100, "Rec", BODY_BOLD, "ink")
    canvas.add(Move(shut=True))
    canvas.text(4, 10, 100, "Buiten", BODY_BOLD, "ink")
    grounds = [text.grounds for text in texts(tuple(canvas.strokes), Box(0, 0, 400, 200))]
    assert grounds == [{"p0"}, {"card"}, {"bad-area"}, {"paper"}]


def test_a_path_of_arcs_is_followed_around() -> None:
    (circle,) = flattened("M0 0a10 10 0 1 0 20 0a10 10 0 1 0 -20 0")
    assert all(abs((x - 10) ** 2 + y**2 - 100) < 0.01 for x, y in circle)
    assert max(y for _, y in circle) == pytest.approx(10, abs=0.3)
    assert min(y for _, y in circle) == pytest.approx(-10, abs=0.3)


def test_a_weak_text_is_found_with_its_ground_and_ratio() -> None:
    canvas = Canvas()
    canvas.text(4, 10, 100, "Vaag", TINY, "faint")
    ((text, role, ground, ratio),) = weak(texts(tuple(canvas.strokes), Box(0, 0, 100, 100)), PALETTES["light"])
    assert (text, role, ground) == ("Vaag", "faint", "paper")
    assert ratio < 3
