"""The page of a gap in a real browser: nothing spills, nothing is fetched, on paper as on a telephone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from tests.render.looking import OVERLAPS, SLACK, SPILLS, look
from tests.render.test_gap import drawn_gap, gaps

from klantreis.compare.gap import Gap
from klantreis.render.gap import render_gap_html, render_gap_svg

__all__ = ["drawn_gap", "gaps"]
pytestmark = pytest.mark.browser
OPEN = "document.querySelectorAll('details').forEach(e => { e.open = true; })"


@pytest.mark.parametrize(("form", "width"), [("svg", 1600), ("html", 1900), ("html", 1300), ("html", 390)])
def test_a_gap_in_a_browser(browser: Any, drawn_gap: Gap, tmp_path: Path, form: str, width: int) -> None:
    path = tmp_path / f"gap.{form}"
    path.write_text((render_gap_html if form == "html" else render_gap_svg)(drawn_gap), encoding="utf-8")
    page, noise = look(browser, path, width)
    try:
        page.evaluate(OPEN)
        assert noise == []
        assert page.evaluate(SPILLS, SLACK) == []
        assert page.evaluate(OVERLAPS, 0.6) == []
        if form == "html":
            assert page.evaluate("document.documentElement.scrollWidth") <= width
    finally:
        page.close()


@pytest.mark.parametrize(("width", "scheme"), [(1600, "light"), (390, "light"), (1600, "dark")])
def test_axe_finds_nothing_to_say(
    browser: Any, drawn_gap: Gap, tmp_path: Path, axe: str, width: int, scheme: str
) -> None:
    path = tmp_path / "gap.html"
    path.write_text(render_gap_html(drawn_gap), encoding="utf-8")
    # The page's own policy forbids scripts, the checker's too: for the check alone it is lifted.
    page = browser.new_page(viewport={"width": width, "height": 1000}, color_scheme=scheme, bypass_csp=True)
    try:
        page.goto(path.as_uri())
        page.evaluate(OPEN)
        page.evaluate(axe)
        found = page.evaluate("axe.run()")["violations"]
        assert [(rule["id"], rule["nodes"][0]["html"]) for rule in found] == []
    finally:
        page.close()


def test_a_wide_picture_fits_a_wide_screen_and_scrolls_in_its_own_box_on_a_narrow_one(
    browser: Any, gaps: dict[str, Gap], tmp_path: Path
) -> None:
    path = tmp_path / "gap.html"
    path.write_text(render_gap_html(gaps["michiel"]), encoding="utf-8")
    box = "(e => [e.scrollWidth, e.clientWidth])(document.querySelector('.scroll'))"
    for width, fits in ((1900, True), (800, False)):
        page, _ = look(browser, path, width)
        try:
            wide, room = page.evaluate(box)
            assert (wide <= room) is fits
        finally:
            page.close()


def test_on_paper_the_whole_picture_is_on_the_page(browser: Any, gaps: dict[str, Gap], tmp_path: Path) -> None:
    path = tmp_path / "gap.html"
    path.write_text(render_gap_html(gaps["michiel"]), encoding="utf-8")
    page, _ = look(browser, path, 1300)
    try:
        made = page.pdf(prefer_css_page_size=True, print_background=True)
        assert made.startswith(b"%PDF")
        page.emulate_media(media="print")
        assert page.evaluate("getComputedStyle(document.querySelector('.scroll')).overflowX") == "visible"
    finally:
        page.close()
