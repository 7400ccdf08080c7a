# ruff: noqa: E501  # the scripts are JavaScript
# the scripts are JavaScript
"""The pictures in a real browser: nothing spills, nothing overlaps, nothing is fetched.

Needs Chromium (`apt-get install chromium`) and playwright. Without them these tests are skipped,
unless `KLANTREIS_BROWSER=required`.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from shutil import which
from typing import Any

import pytest

from klantreis.model.setting import Setting
from klantreis.render import FORMATS

REQUIRED = os.environ.get("KLANTREIS_BROWSER") == "required"
SLACK = 1.5
"""Pixels that a renderer's rounding may cost."""

SPILLS = """slack => {
  const out = [];
  const seen = e => { const r = e.getBoundingClientRect(); return r.width > 0 && r.height > 0; };
  for (const text of document.querySelectorAll('svg text')) {
    // The advance, not the ink: the f of an italic hangs a pixel or two out of its own box, as it should.
    if (text.getComputedTextLength() > +text.dataset.room + slack) out.push('svg: ' + text.textContent);
  }
  const walker = document.createTreeWalker(document.body || document.documentElement, NodeFilter.SHOW_TEXT);
  for (let node; node = walker.nextNode();) {
    const parent = node.parentElement;
    if (!node.textContent.trim() || parent.closest('svg, style, title, .hidden') || !seen(parent)) continue;
    const home = parent.closest('.card, .chip, .chevron, td, th, dd, header, article');
    if (!home) continue;
    const range = document.createRange(); range.selectNodeContents(node);
    const box = home.getBoundingClientRect();
    for (const r of range.getClientRects()) {
      if (r.left < box.left - slack || r.right > box.right + slack || r.top < box.top - slack || r.bottom > box.bottom + slack)
        { out.push('html: ' + node.textContent); break; }
    }
  }
  return out;
}"""
OVERLAPS = """slack => {
  const boxes = [...document.querySelectorAll('.card, .chip')].map(e => [e, e.getBoundingClientRect()]).filter(([, r]) => r.width);
  const out = [];
  boxes.forEach(([e, a], i) => boxes.slice(0, i).forEach(([f, b]) => {
    if (e.contains(f) || f.contains(e)) return;
    if (a.left < b.right - slack && b.left < a.right - slack && a.top < b.bottom - slack && b.top < a.bottom - slack)
      out.push(e.textContent.trim() + ' / ' + f.textContent.trim());
  }));
  return out;
}"""


def _unavailable(reason: str) -> None:
    if REQUIRED:
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Give one browser for all these tests."""
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        _unavailable("playwright is not installed")
    program = which("chromium") or which("chromium-browser") or which("google-chrome")
    if program is None:
        _unavailable("no Chromium found: apt-get install chromium")
    with sync_playwright() as play:
        found = play.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-background-networking"])
        yield found
        found.close()


def look(browser: Any, path: Path, width: int) -> tuple[Any, list[str]]:
    """Open a file and give its page, with every request and message it caused."""
    page = browser.new_page(viewport={"width": width, "height": 1000})
    noise: list[str] = []
    page.on("console", lambda message: noise.append(f"{message.type}: {message.text}"))
    page.on("pageerror", lambda error: noise.append(str(error)))
    page.on(
        "request",
        lambda request: noise.append(request.url) if not request.url.startswith((path.as_uri(), "data:")) else None,
    )
    page.goto(path.as_uri())
    page.evaluate("document.fonts ? document.fonts.ready : null")
    return page, noise


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
            for (const cell of row.cells) { n += cell.colSpan; for (let i = 1; i < cell.rowSpan; i++) left[i - 1] = (left[i - 1] || 0) + cell.colSpan; }
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
