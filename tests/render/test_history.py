"""A history as pictures: time runs one way, nothing is drawn outside, ends can be read."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest

from klantreis.engine.history.measures import MEASURES, Measured
from klantreis.engine.history.timeline import Moment, Timeline
from klantreis.engine.history.words import Words
from klantreis.render.history import render_html
from klantreis.render.history.charts import chart, thinned
from klantreis.render.history.clock import LARGE, SMALL, Clock

BEGIN = datetime(2024, 1, 15, 12, tzinfo=UTC)


def moment(day, *, mean=0.0, remembered=0.0, pains=0, committed=True):
    figures = {"mean": mean, "remembered": remembered, "pains": pains}
    when = BEGIN + timedelta(days=day) if committed else None
    return Moment("c" * 40 if committed else "", when, "Pien", "Iets", "a.yaml", Measured("T", "", figures))


def timeline(*moments):
    return Timeline("a.yaml", "a", "T", "nl", tuple(moments))


def drawn(line, box=LARGE, scale=(-2.0, 2.0)):
    shown = [(series, "t0") for series in line.measures if series.measure.kind == "score"]
    return chart(line, shown, box, Clock(line.moments), scale)


def test_a_version_stands_at_its_day():
    across = Clock([moment(0), moment(100), moment(400)]).along(SMALL)
    assert across == [SMALL.left, pytest.approx(SMALL.left + 75), SMALL.width - SMALL.right]


def test_a_commit_with_an_older_day_stands_where_the_one_before_it_does():
    clock = Clock([moment(0), moment(100), moment(50), moment(200)])
    assert clock.days == sorted(clock.days)
    assert clock.days[1] == clock.days[2]


def test_versions_of_one_day_stand_evenly():
    assert Clock([moment(0), moment(0.1), moment(0.9)]).along(SMALL)[1] == pytest.approx(158)


def test_what_is_not_committed_stands_after_all_that_is():
    clock = Clock([moment(0), moment(300), moment(0, committed=False)])
    assert clock.days[2] > clock.days[1]
    assert len(Clock([moment(0, committed=False)]).along(LARGE)) == 1


@pytest.mark.parametrize("days", [1.5, 20, 61, 62, 200, 365, 1_000, 3_000, 10_000, 40_000])
def test_below_stand_dates_inside_the_picture_and_not_upon_each_other(days):
    marks = Clock([moment(0), moment(days)]).marks(LARGE, Words("nl"))
    places = [mark.at for mark in marks]
    assert marks
    assert all(LARGE.left <= place <= LARGE.width - LARGE.right for place in places)
    assert all(after - before > 60 for before, after in pairwise(places))


def test_dates_stand_at_the_same_place_wherever_the_picture_is_drawn(monkeypatch):
    clock = Clock([moment(0), moment(200)])
    found = set()
    for zone in ("UTC", "Asia/Tokyo", "America/Los_Angeles"):
        monkeypatch.setenv("TZ", zone)
        time.tzset()
        found.add(clock.marks(LARGE, Words("nl")))
    monkeypatch.undo()
    time.tzset()
    assert len(found) == 1


def test_a_version_holds_until_the_next():
    line = timeline(moment(0, mean=-1), moment(100, mean=1), moment(200, mean=1))
    path = drawn(line).traces[0].path
    assert path.count("H") == 2
    assert path.endswith(f"H{LARGE.width - LARGE.right:.1f}")


def test_ends_that_lie_together_are_written_apart():
    line = timeline(moment(0), moment(100, mean=0.5, remembered=0.51))
    heights = sorted(trace.text for trace in drawn(line).traces)
    assert heights[1] - heights[0] >= 16.9


def test_every_dot_says_the_day_the_figure_and_the_commit():
    line = timeline(moment(0, mean=-1), moment(100, mean=1.5))
    assert drawn(line).traces[0].dots[1].label == "24 apr 2024: +1,50 · Iets"


def test_many_versions_are_drawn_without_dots_and_with_few_points():
    line = timeline(*(moment(n / 4, mean=(n * 7919 % 400 - 200) / 100) for n in range(5_000)))
    trace = drawn(line).traces[0]
    assert trace.dots == ()
    assert trace.path.count("H") < 2_100


def test_thinning_keeps_the_first_the_last_the_highest_and_the_lowest():
    places = [(n / 10, float(n % 50)) for n in range(6_000)]
    places[3_001] = (300.1, -999.0)
    places[4_001] = (400.1, 999.0)
    kept = thinned(places)
    assert len(kept) < 2_100
    assert {places[0], places[-1], places[3_001], places[4_001]} <= set(kept)
    assert kept == sorted(kept)


def test_a_figure_that_never_changed_is_told_in_words():
    page = render_html(timeline(moment(0, pains=3), moment(100, pains=3)))
    assert "Pijnpunten en barrières: 3" in page
    assert 'class="small"' not in page.split("</style>")[1]


def test_a_page_without_any_figure_says_so():
    gone = replace(moment(0), measured=None, gone="invalid", reason="Stuk")
    page = render_html(timeline(gone))
    assert "Geen versie kon worden gemeten." in page
    assert "bevat fouten: Stuk" in page


def test_every_measure_has_a_name_in_both_languages():
    for measure in MEASURES:
        assert measure.name("nl")
        assert measure.name("en", short=True)
