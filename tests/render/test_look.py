"""A look holds for one drawing: its colours, its measures, its font; and text can be read in every one."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from tests.render.grounds import grounds

from klantreis.model.setting import Setting
from klantreis.render import render
from klantreis.render.kit import theme
from klantreis.render.kit.contrast import NEED, PAIRS, failing, ratio, readable
from klantreis.render.kit.current import Spacing
from klantreis.render.kit.draw import Rect
from klantreis.render.kit.frame import frame
from klantreis.render.kit.ink import inked
from klantreis.render.kit.look import LOOKS, Look, using
from klantreis.render.kit.theme import LIGHT, phase_role
from klantreis.render.parts import Options, parts_of
from klantreis.render.views import VIEWS

Make = Callable[..., Setting]

RENDER = Path(__file__).resolve().parents[2] / "src" / "klantreis" / "render"
HELD = {"MARGIN", "LABEL", "COLUMN", "COLUMN_MAX", "GUTTER", "INSET", "RADIUS", "SCALE", "FAMILY"}
# They are drawn in the built-in look only.
FIXED = {"gap", "roadmap", "history"}
WIDE = Look("wide", LIGHT, spacing=Spacing(margin=60, column=260, radius=2), phases=3)


@pytest.mark.parametrize("name", LOOKS)
def test_every_built_in_look_has_every_role_and_text_that_can_be_read(name: str) -> None:
    look = LOOKS[name]
    for colours in filter(None, (look.colours, look.dark)):
        assert colours.keys() == LIGHT.keys()
        assert list(failing(colours)) == []


def test_print_is_greys_on_white() -> None:
    colours = LOOKS["print"].colours
    assert colours["paper"] == "#FFFFFF"
    assert all(len({colour[1:3], colour[3:5], colour[5:7]}) == 1 for colour in colours.values())


def test_in_print_neighbouring_phases_are_told_apart() -> None:
    levels = [int(LOOKS["print"].colours[f"p{place}"][1:3], 16) for place in range(8)]
    assert all(abs(one - other) >= 255 / 7 for one, other in zip(levels, levels[1:] + levels[:1], strict=True))


def test_in_print_cards_have_outlines_and_the_low_part_of_the_curve_is_hatched(journeys: dict[str, Setting]) -> None:
    setting = journeys["michiel-mobiel"]
    markup = str(render(setting, "svg", options=Options(look=LOOKS["print"])))
    assert 'id="hatch-bad-area"' in markup
    assert 'fill="url(#hatch-bad-area) #' in markup
    (part,) = parts_of([setting], ["map"])
    strokes = inked(frame(part.sheet()).strokes, LOOKS["print"])
    tinted = [stroke for stroke in strokes if isinstance(stroke, Rect) and stroke.fill.endswith("-tint")]
    assert tinted
    assert all(stroke.edge for stroke in tinted)


def test_each_text_of_each_view_stands_on_a_ground_that_its_contrast_is_checked_for(drawn: Setting) -> None:
    own = [name for name in VIEWS if not VIEWS[name].joint]
    known = {*PAIRS, ("faint", "paper"), ("faint", "card")}  # bullets, which say nothing
    for part in parts_of([drawn], own):
        found = {(fill, ground): text for fill, ground, text in grounds(frame(part.sheet()).strokes)}
        assert {pair: text for pair, text in found.items() if pair not in known} == {}, part.view


def test_contrast_is_that_of_wcag() -> None:
    assert ratio("#000000", "#FFFFFF") == pytest.approx(21)
    assert ratio("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)
    assert ratio("#FFFFFF", "#777777") == ratio("#777777", "#FFFFFF")


def test_the_nearest_readable_colour_is_the_colour_itself_when_it_can_be_read() -> None:
    assert readable("#123456", ["#FFFFFF"]) == "#123456"


@pytest.mark.parametrize(("colour", "ground"), [("#7ED957", "#FFFFFF"), ("#444444", "#15181E"), ("#808080", "#777777")])
def test_the_nearest_readable_colour_can_be_read(colour: str, ground: str) -> None:
    found = readable(colour, [ground])
    assert found is not None
    assert ratio(found, ground) >= NEED


def test_no_colour_can_be_read_on_both_black_and_a_middle_grey() -> None:
    assert readable("#777777", ["#000000", "#FFFFFF", "#777777"]) is None


def test_the_measures_of_a_look_hold_within_and_not_after() -> None:
    with using(WIDE):
        assert (theme.MARGIN, theme.COLUMN, phase_role(4)) == (60, 260, 1)
    assert (theme.MARGIN, theme.COLUMN, phase_role(4)) == (40, 168, 4)


def test_an_unknown_measure_is_an_error() -> None:
    with pytest.raises(AttributeError, match="NOTHING"):
        theme.NOTHING  # noqa: B018


def test_the_measures_of_a_look_reach_the_picture(journeys: dict[str, Setting]) -> None:
    setting = journeys["michiel-mobiel"]
    markup = str(render(setting, "svg", options=Options(look=WIDE)))
    plain = str(render(setting, "svg"))
    assert _width(markup) > _width(plain) + 11 * 90
    assert re.findall(r'rx="([\d.]+)" fill="#\w+" stroke="#\w+" class="card"', markup.replace('rx="10"', ""))[0] == "2"


def test_larger_text_is_a_larger_picture_of_the_same_layout(journey: Make) -> None:
    plain = str(render(journey(), "svg"))
    large = str(render(journey(), "svg", options=Options(look=Look("large", LIGHT, spacing=Spacing(text=1.25)))))
    assert _width(large) == pytest.approx(_width(plain) * 1.25, abs=0.1)
    assert re.search(r'viewBox="[^"]*"', large)[0] == re.search(r'viewBox="[^"]*"', plain)[0]  # type: ignore[index]


def test_looks_do_not_mix_between_threads(journey: Make) -> None:
    settings = [journey(phases=[{"title": "A", "touchpoints": [f"Stap {n}" for n in range(12)]}])] * 16
    options = [Options(look=WIDE), Options()]
    alone = [render(settings[0], "svg", options=one) for one in options]
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda place: render(settings[place], "svg", options=options[place % 2]), range(16)))
    assert found == alone * 8


def test_nothing_keeps_a_copy_of_a_measure_from_the_moment_of_import() -> None:
    kept = []
    for path in sorted(RENDER.rglob("*.py")):
        parts = path.relative_to(RENDER).parts
        if parts[0] in FIXED or parts[-1] == "theme.py":
            continue
        tree = ast.parse(path.read_text("utf-8"))
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom) and (node.module or "").endswith("kit.theme"):
                kept += [f"{'/'.join(parts)}: import {name.name}" for name in node.names if name.name in HELD]
        kept += [f"{'/'.join(parts)}:{line}: theme.{name}" for line, name in _early(tree)]
    assert kept == []


def _early(tree: ast.AST) -> list[tuple[int, str]]:
    """Give the measures read outside of functions, and in the defaults of their arguments."""
    found = []
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)):
            early = [*node.args.defaults, *filter(None, node.args.kw_defaults)]
            found += [hit for default in early for hit in _early(ast.Expression(default))]
            continue
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "theme":
            found += [(node.lineno, node.attr)] * (node.attr in HELD)
        found += _early(node)
    return found


def _width(markup: str) -> float:
    found = re.search(r'<svg[^>]* width="([\d.]+)"', markup)
    assert found
    return float(found[1])
