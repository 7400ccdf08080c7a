# ruff: noqa: E501  # the scripts are JavaScript
"""The page in a real browser: at three widths, by keyboard, without script, on paper, under its own policy.

Needs Chromium and playwright, and axe-core for its part (see conftest). Every page is loaded once and looked at often.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.render.conftest import make
from tests.render.looking import OVERLAPS, SLACK, SPILLS, look

from klantreis.model.setting import Setting
from klantreis.render import render
from klantreis.render.views import VIEWS

pytestmark = pytest.mark.browser

WIDTHS = (320, 1280, 3840)
OUTSIDE = """() => [...document.querySelectorAll('body *')]
  .filter(e => !e.closest('.scroll, nav, .hidden, svg.defs, .skip'))
  .filter(e => { const r = e.getBoundingClientRect(); return r.width && r.right > innerWidth + 1; })
  .map(e => e.outerHTML.slice(0, 80))"""

CARDS = """() => [...document.querySelectorAll('.map-table .card')].map(
  card => [...card.querySelectorAll(':scope > .text, .title > .name, :scope > .below, .owner')].map(e => e.innerText).join(' '))"""


def _written(folder: Path, name: str, settings: Setting | list[Setting], *views: str) -> Path:
    path = folder / f"{name}.html"
    path.write_text(str(render(settings, "html", views=views)), encoding="utf-8")
    return path


def _pick(page: Any, name: str) -> Any:
    """Give the button of a filter."""
    return page.locator(".pick", has_text=name)


def _told(page: Any) -> str:
    """Give what the live region says."""
    return str(page.locator(".told").inner_text()).replace("\u00a0", " ")


@pytest.fixture(scope="module")
def pages(journeys: dict[str, Setting], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """A page of every view of one journey, one of two journeys, and one of a map alone."""
    folder = tmp_path_factory.mktemp("pages")
    now, dream = journeys["michiel-mobiel"], journeys["michiel-mobiel-droom"]
    return {
        "full": _written(folder, "full", now, *VIEWS),
        "several": _written(folder, "several", [now, dream], "map", "teams", "curves"),
        "map": _written(folder, "map", journeys["nieuwe-website"], "map"),
    }


@pytest.fixture
def alone(browser: Any, pages: dict[str, Path]) -> Iterator[Any]:
    """The page of a map alone, in a window of ordinary size."""
    page, noise = look(browser, pages["map"], 1400)
    yield page
    assert noise == []
    page.close()


@pytest.mark.parametrize("name", ["full", "several"])
def test_nothing_spills_overlaps_or_is_fetched_at_any_width(browser: Any, pages: dict[str, Path], name: str) -> None:
    page, noise = look(browser, pages[name], WIDTHS[0])
    try:
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 1000})
            assert (width, page.evaluate(SPILLS, SLACK)) == (width, [])
            assert (width, page.evaluate(OVERLAPS, 0.6)) == (width, [])
        page.set_viewport_size({"width": WIDTHS[0], "height": 1000})
        assert page.evaluate("document.documentElement.scrollWidth") <= WIDTHS[0]
        assert page.evaluate(OUTSIDE) == []
        assert noise == []
    finally:
        page.close()


def test_a_large_screen_shows_the_page_larger_and_whole(browser: Any, pages: dict[str, Path]) -> None:
    page, _ = look(browser, pages["map"], 3840)
    try:
        assert page.evaluate("document.documentElement.scrollWidth") <= 3840
        size = page.evaluate("(() => { const r = document.querySelector('.map-table').getBoundingClientRect();"
                             " return [r.left, r.width]; })()")  # fmt: skip
        assert size[1] > 3000
        assert size[0] >= 0
    finally:
        page.close()


def test_phases_and_lane_names_stay_in_sight(browser: Any, pages: dict[str, Path]) -> None:
    page, _ = look(browser, pages["full"], 1280)
    try:
        page.evaluate("document.documentElement.style.scrollBehavior = 'auto'")
        page.evaluate("scrollTo(400, document.querySelector('.map-table').getBoundingClientRect().top + 900)")
        found = page.evaluate("""() => { const at = q => document.querySelector(q).getBoundingClientRect();
          return { nav: at('nav'), phases: at('thead th:nth-child(3)'), lane: at('tbody:nth-of-type(9) th.lane'),
                   corner: at('.corner'), title: at('#map .tools') }; }""")
        assert (found["nav"]["top"], found["nav"]["left"]) == (0, 0)
        assert found["phases"]["top"] == pytest.approx(found["nav"]["bottom"], abs=1)
        assert found["lane"]["left"] == found["corner"]["left"] == found["title"]["left"] == 0
    finally:
        page.close()


def test_what_has_the_focus_is_never_under_a_head_or_a_lane_name(browser: Any, pages: dict[str, Path]) -> None:
    page, _ = look(browser, pages["full"], 1280)
    try:
        page.evaluate("document.documentElement.style.scrollBehavior = 'auto'")
        under = page.evaluate("""() => {
          const reach = [...document.querySelectorAll('.map-table :is(td, th[scope=col]) :is(button, summary, a)')];
          const lane = document.querySelector('.corner'), out = [];
          // Back and forth: what is scrolled to from below or from the right comes to stand at the edge.
          for (const each of [...reach, ...reach.reverse()]) {
            each.focus();
            const box = each.getBoundingClientRect(), head = lane.getBoundingClientRect();
            if (box.left < head.right || box.top < head.bottom || box.bottom > innerHeight || box.left > innerWidth)
              out.push([each.textContent, box.left, box.top]);
          }
          return [reach.length, out];
        }""")
        assert under[0] > 30
        assert under[1] == []
    finally:
        page.close()


def test_the_navigation_says_what_is_being_read(browser: Any, pages: dict[str, Path]) -> None:
    page, noise = look(browser, pages["full"], 1280)
    try:
        page.evaluate("document.documentElement.style.scrollBehavior = 'auto'")
        current = page.locator("nav a[aria-current]")
        assert current.get_attribute("href") == "#map"
        page.locator("nav a[href='#teams']").press("Enter")
        page.locator("nav a[aria-current][href='#teams']").wait_for()
        assert current.count() == 1
        top = page.evaluate("document.querySelector('#teams h2').getBoundingClientRect().top")
        assert 46 <= top < 140
        assert noise == []
    finally:
        page.close()


def test_a_filter_leaves_what_answers_every_question(alone: Any) -> None:
    panel = alone.locator(".facets")
    assert not panel.is_visible()
    alone.locator(".filter").press("Enter")
    assert alone.locator(".filter").get_attribute("aria-expanded") == "true"
    _pick(alone, "website").press("Space")
    assert _told(alone) == "3 van 9 contactmomenten getoond"
    _pick(alone, "telefoon").press("Space")
    assert _told(alone) == "4 van 9 contactmomenten getoond"
    _pick(alone, "Marketing").press("Space")
    assert _told(alone) == "1 van 9 contactmomenten getoond"
    assert alone.locator(".filter .count").inner_text() == "3"
    # What is filtered away can neither be read aloud nor reached by keyboard.
    assert alone.evaluate("[...document.querySelectorAll('.off')].every(cell => cell.inert)")
    shown = alone.evaluate("[...document.querySelectorAll('th[scope=col]:not(.off) .name')].map(e => e.textContent)")
    assert shown == ["Leest een blog over klantreizen"]
    alone.locator(".clear").press("Enter")
    assert alone.locator(".off").count() == 0
    assert _told(alone) == ""
    assert alone.evaluate("document.activeElement.classList.contains('filter')")
    _pick(alone, "bewezen").focus()
    alone.keyboard.press("Escape")
    assert not panel.is_visible()


def test_guesses_can_be_told_apart_in_a_narrow_window_too(browser: Any, pages: dict[str, Path]) -> None:
    page, noise = look(browser, pages["map"], 360)
    try:
        page.locator(".filter").click()
        _pick(page, "aanname").click()
        assert page.locator("article.story:visible").count() == 1
        assert page.locator(".list section:visible").count() == 1
        page.locator(".clear").click()
        assert page.locator("article.story:visible").count() == 9
        assert noise == []
    finally:
        page.close()


def test_a_touchpoint_is_lit_by_keyboard_and_escape_ends_it(alone: Any) -> None:
    first, second = (alone.locator(".map-table .name button").nth(n) for n in (0, 1))
    alone.locator("tbody:nth-of-type(2) .fold").focus()
    alone.keyboard.press("Tab")
    assert first.evaluate("e => e === document.activeElement")
    assert alone.locator("th[scope=col].dim").count() == 8
    assert alone.locator(".veil.dim").count() == 8
    alone.keyboard.press("Tab")
    alone.keyboard.press("Enter")
    assert second.get_attribute("aria-pressed") == "true"
    assert "Leest een blog over klantreizen uitgelicht" in alone.locator(".told").inner_text()
    alone.keyboard.press("Tab")
    assert alone.locator("th[scope=col].dim").count() == 8
    alone.keyboard.press("Escape")
    assert alone.locator(".dim").count() == 0
    assert second.get_attribute("aria-pressed") == "false"


def test_pointing_at_a_touchpoint_lights_it_and_a_click_keeps_it(alone: Any) -> None:
    card = alone.locator(".map-table .step").nth(2)
    card.hover()
    alone.locator("th.dim").nth(7).wait_for()
    alone.mouse.move(5, 5)
    alone.wait_for_selector(".dim", state="detached")
    card.click()
    alone.mouse.move(5, 5)
    assert alone.locator("th[scope=col].dim").count() == 8
    card.click()
    alone.mouse.move(5, 5)
    assert alone.locator(".step button[aria-pressed=true]").count() == 0


def test_lanes_fold_one_by_one_and_all_at_once(alone: Any) -> None:
    lane = alone.locator("tbody", has_text="Gedachten").first
    tall = lane.bounding_box()["height"]
    lane.locator(".fold").press("Enter")
    assert lane.locator(".fold").get_attribute("aria-expanded") == "false"
    assert lane.bounding_box()["height"] < min(tall, 40)
    alone.locator(".folds").press("Enter")
    unfolded = alone.locator("tbody:not(.folded)")
    assert unfolded.count() == 3  # the touchpoints, the curve, the loop
    assert alone.evaluate(SPILLS, SLACK) == []
    alone.locator(".folds").press("Enter")
    assert alone.locator(".folded").count() == 0


def test_what_something_rests_on_is_reached_by_keyboard(alone: Any) -> None:
    chip = alone.locator(".map-table details.source").first
    assert not chip.locator(".below").is_visible()
    chip.locator("summary").press("Enter")
    assert chip.locator(".below").is_visible()
    basis = alone.locator(".map-table details.basis").first
    basis.locator("summary").press("Enter")
    assert basis.locator(".below").is_visible()
    assert alone.evaluate(SPILLS, SLACK) == []
    assert alone.evaluate(OVERLAPS, 0.6) == []


def test_without_script_the_page_is_complete(browser: Any, pages: dict[str, Path]) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 900})
    page = context.new_page()
    try:
        page.goto(pages["full"].as_uri())
        assert page.locator(".tools:visible, .fold, .veil").count() == 0
        assert (
            page.locator("tbody tr:visible").count()
            == page.locator("tbody tr").count() - page.locator(".tables tbody tr").count()
        )
        assert page.locator("figure svg:visible").count() >= len(VIEWS) - 1
        page.locator("#channels .tables summary").click()
        assert page.locator("#channels table.data").first.is_visible()
        page.locator(".about summary").click()
        assert page.locator(".about .facts").is_visible()
    finally:
        context.close()


def test_no_script_but_its_own_runs(browser: Any, tmp_path: Path) -> None:
    text = str(render(make(), "html")).replace("</body>", "<script>window.foreign = 1</script></body>")
    path = tmp_path / "page.html"
    path.write_text(text.replace("<main", '<main onclick="window.foreign = 2"'), encoding="utf-8")
    page, noise = look(browser, path, 1280)
    try:
        page.locator("main").click()
        assert page.evaluate("window.foreign") is None
        assert len(noise) == 2
        assert all("Content Security Policy" in line for line in noise)
    finally:
        page.close()


@pytest.mark.parametrize("name", ["full", "several"])
@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (320, "light"), (1280, "dark")])
def test_axe_finds_nothing_to_say_with_everything_open(
    browser: Any, pages: dict[str, Path], axe: str, name: str, width: int, scheme: str
) -> None:
    # The page's own policy forbids scripts, the checker's too: for the check alone it is lifted.
    page = browser.new_page(viewport={"width": width, "height": 1000}, color_scheme=scheme, bypass_csp=True)
    try:
        page.goto(pages[name].as_uri())
        page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
        page.locator(".filter:visible").first.click()
        page.evaluate(axe)
        found = page.evaluate("axe.run()")["violations"]
        assert [(rule["id"], rule["nodes"][0]["html"]) for rule in found] == []
    finally:
        page.close()


def test_on_paper_no_card_is_cut_and_every_page_repeats_the_phases(
    browser: Any, pages: dict[str, Path], journeys: dict[str, Setting], tmp_path: Path
) -> None:
    page, _ = look(browser, pages["map"], 1280)
    try:
        cards = page.evaluate(CARDS)
        page.pdf(path=str(tmp_path / "map.pdf"), prefer_css_page_size=True, print_background=True)
    finally:
        page.close()
    pypdfium2 = pytest.importorskip("pypdfium2", reason="no pypdfium2 to read PDF with")
    with pypdfium2.PdfDocument(tmp_path / "map.pdf") as document:
        sheets = [(sheet.get_size(), sheet.get_textpage().get_text_bounded()) for sheet in document]
    assert len(sheets) > 1
    texts = [set(text.split()) for _, text in sheets]
    assert [card for card in cards if not any(set(card.split()) <= held for held in texts)] == []
    phases = [phase.title.split()[0] for phase in journeys["nieuwe-website"].journey.phases]
    assert all(first in held for held in texts for first in phases)
    assert all(width / height == pytest.approx(2**0.5, rel=0.01) for (width, height), _ in sheets)
