"""The page of a history in a real browser: nothing spills, nothing is fetched, on paper as on a telephone."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from tests.render.looking import SLACK, SPILLS, look

from klantreis.engine.history.measures import WHOLE, Figure, Measured, Place
from klantreis.engine.history.timeline import Moment, Timeline
from klantreis.render.history import render_html

BEGIN = datetime(2023, 2, 3, 9, tzinfo=UTC)
LONG = "Klantbelevingsverbeteringsprogrammacoördinatorenoverleg"


def moment(number, *, texts="Iets"):
    step = Place("touchpoint", "stap")
    values = {
        "mean": -1 + number / 20, "remembered": -0.9 + number / 20, "pains": 1_000_000 - number, "opportunities": 3,
        "evidence": number / 40, "steps": number, "touchpoints": number + 1, "phases": 4,
    }  # fmt: skip
    metrics = {(WHOLE, "nps"): Figure(number * 2, 60), (step, "wachttijd"): Figure(10**12 + number, None)}
    found = Measured(f"{LONG} {LONG}", "", values, metrics, {step: f"{texts} {texts}"})
    when = BEGIN + timedelta(days=30 * number)
    return Moment(f"{number:040x}", when, texts, f"{texts} {texts}", "a.yaml", found, coverage=number / 40)


def timeline(texts):
    moments = [moment(number, texts=texts) for number in range(40)]
    gone = replace(moments[20], measured=None, gone="invalid", reason=f"{texts} {texts}")
    return Timeline(f"{texts}.yaml", "a", f"{texts} {texts}", "nl", (*moments[:20], gone, *moments[21:]), shallow=True)


@pytest.mark.browser
@pytest.mark.parametrize("texts", ["Iets", LONG])
@pytest.mark.parametrize("width", [1280, 700, 360])
def test_nothing_spills_and_nothing_is_fetched(browser, tmp_path, texts, width):
    path = tmp_path / "verloop.html"
    path.write_text(render_html(timeline(texts)), encoding="utf-8")
    page, noise = look(browser, path, width)
    try:
        assert noise == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert page.evaluate(SPILLS, SLACK) == []
        assert page.locator("svg[role=img][aria-label]").count() == page.locator("svg").count() > 4
        assert page.locator("tbody th[scope=row]").count() == 39
    finally:
        page.close()


@pytest.mark.browser
def test_it_can_be_printed_in_the_colours_of_paper(browser, tmp_path):
    path = tmp_path / "verloop.html"
    path.write_text(render_html(timeline("Iets")), encoding="utf-8")
    page, _ = look(browser, path, 1280)
    try:
        page.emulate_media(media="print", color_scheme="dark")
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(251, 250, 247)"
        assert page.pdf(prefer_css_page_size=True).startswith(b"%PDF")
    finally:
        page.close()
