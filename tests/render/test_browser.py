"""The pictures in a real browser: nothing spills, nothing overlaps, nothing is fetched.

Needs Chromium (`apt-get install chromium`) and playwright. Without them these tests are skipped,
unless `KLANTREIS_BROWSER=required`.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from tests.render.looking import OVERLAPS, SLACK, SPILLS, look

from klantreis.model.setting import Setting
from klantreis.render import FORMATS

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(("form", "width"), [("svg", 1600), ("html", 1600), ("html", 400)])
def test_a_map_in_a_browser(browser: Any, drawn: Setting, tmp_path: Path, form: str, width: int) -> None:
    path = tmp_path / f"map{FORMATS[form].ending}"
    path.write_text(FORMATS[form].render(drawn), encoding="utf-8")
    page, noise = look(browser, path, width)
    try:
        assert noise == []
        assert page.evaluate(SPILLS, SLACK) == []
        assert page.evaluate(OVERLAPS, 0.6) == []
        if width == 400:
            assert page.evaluate("document.documentElement.scrollWidth") <= 400
    finally:
        page.close()


def test_the_shipped_font_is_used(browser: Any, journeys: dict[str, Setting], tmp_path: Path) -> None:
    path = tmp_path / "map.html"
    path.write_text(FORMATS["html"].render(journeys["nieuwe-website"]), encoding="utf-8")
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
    path.write_text(FORMATS["html"].render(journeys["nieuwe-website"]), encoding="utf-8")
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


@pytest.mark.parametrize(("width", "scheme"), [(1600, "light"), (400, "light"), (1600, "dark")])
def test_axe_finds_nothing_to_say(
    browser: Any, drawn: Setting, tmp_path: Path, axe: str, width: int, scheme: str
) -> None:
    path = tmp_path / "map.html"
    path.write_text(FORMATS["html"].render(drawn), encoding="utf-8")
    # The page's own policy forbids scripts, the checker's too: for the check alone it is lifted.
    page = browser.new_page(viewport={"width": width, "height": 1000}, color_scheme=scheme, bypass_csp=True)
    try:
        page.goto(path.as_uri())
        page.evaluate(axe)
        found = page.evaluate("axe.run()")["violations"]
        assert [(rule["id"], rule["nodes"][0]["html"]) for rule in found] == []
    finally:
        page.close()
