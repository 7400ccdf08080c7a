"""The pictures in a real browser: nothing spills, nothing overlaps, nothing is fetched.

Needs Chromium (`apt-get install chromium`) and playwright. Without them these tests are skipped,
unless `KLANTREIS_BROWSER=required`.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from tests.render.looking import CROWDED, OVERLAPS, SLACK, SPILLS, look

from klantreis.model.setting import Setting
from klantreis.render import render
from klantreis.render.views import VIEWS

pytestmark = pytest.mark.browser


def test_every_view_as_a_picture(browser: Any, drawn: Setting, tmp_path: Path) -> None:
    for view in VIEWS:
        path = tmp_path / f"{view}.svg"
        path.write_text(str(render(drawn, "svg", [view])), encoding="utf-8")
        page, noise = look(browser, path, 1600)
        try:
            assert (view, noise) == (view, [])
            assert (view, page.evaluate(SPILLS, SLACK)) == (view, [])
            assert (view, page.evaluate(OVERLAPS, 0.6)) == (view, [])
            assert (view, page.evaluate(CROWDED)) == (view, [])
        finally:
            page.close()


def test_every_view_on_a_page_at_three_widths(browser: Any, drawn: Setting, tmp_path: Path) -> None:
    path = tmp_path / "views.html"
    path.write_text(str(render(drawn, "html", list(VIEWS))), encoding="utf-8")
    page, noise = look(browser, path, 1280)
    try:
        for width in (1280, 3840, 320):
            page.set_viewport_size({"width": width, "height": 1000})
            assert (width, page.evaluate(SPILLS, SLACK)) == (width, [])
            assert (width, page.evaluate(OVERLAPS, 0.6)) == (width, [])
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
        assert noise == []
    finally:
        page.close()


def test_the_shipped_font_is_used(browser: Any, journeys: dict[str, Setting], tmp_path: Path) -> None:
    path = tmp_path / "map.html"
    path.write_text(str(render(journeys["nieuwe-website"], "html")), encoding="utf-8")
    page, _ = look(browser, path, 1600)
    try:
        loaded = page.evaluate(
            "[...document.fonts].filter(f => f.status == 'loaded').map(f => f.family + f.weight + f.style)"
        )
        assert sorted(loaded) == ["Inter400italic", "Inter400normal", "Inter600normal"]
    finally:
        page.close()


def test_the_table_can_be_walked_by_a_screen_reader(browser: Any, journeys: dict[str, Setting], tmp_path: Path) -> None:
    path = tmp_path / "map.html"
    path.write_text(str(render(journeys["nieuwe-website"], "html")), encoding="utf-8")
    page, _ = look(browser, path, 1600)
    try:
        assert page.locator("thead th[scope=colgroup]").count() == 4
        assert page.evaluate("[...document.querySelectorAll('th')].every(th => th.scope)")
        assert page.locator("svg[role=img]:not([aria-label])").count() == 0
        assert page.locator("html").get_attribute("lang") == "nl"
        # Every row adds up to the columns of the table.
        widths = page.evaluate("""() => { const held = []; let left = [];
          for (const row of document.querySelectorAll('tbody tr')) { let n = left.shift() || 0;
            for (const cell of row.cells) { n += cell.colSpan;
              for (let i = 1; i < cell.rowSpan; i++) left[i - 1] = (left[i - 1] || 0) + cell.colSpan; }
            held.push(n); } return held; }""")
        assert set(widths) == {10}
    finally:
        page.close()


def test_axe_finds_nothing_to_say(browser: Any, drawn: Setting, tmp_path: Path, axe: str) -> None:
    path = tmp_path / "map.html"
    path.write_text(str(render(drawn, "html")), encoding="utf-8")
    # The page's own policy forbids scripts, the checker's too: for the check alone it is lifted.
    page = browser.new_page(bypass_csp=True)
    try:
        page.goto(path.as_uri())
        page.evaluate(axe)
        for width, scheme in ((1600, "light"), (320, "light"), (1600, "dark")):
            page.set_viewport_size({"width": width, "height": 1000})
            page.emulate_media(color_scheme=scheme)
            found = page.evaluate("axe.run()")["violations"]
            told = [(width, scheme, rule["id"], rule["nodes"][0]["html"]) for rule in found]
            assert told == []
    finally:
        page.close()
