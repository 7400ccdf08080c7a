"""A roadmap over time: columns, lanes, and what the journey becomes."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.report.roadmap.made import CURRENT, DREAM, TODAY, WHOLE, example, gap, initiative, plan

from klantreis.compare.forecast import forecast
from klantreis.compare.gap import gap_of
from klantreis.compare.plan import MOST_PERIODS, plan_of
from klantreis.model.scores import experience_score, feelings, remembered_score


def keys(made):
    return [slot.key for slot in made.slots]


def columns(made):
    return {work.initiative.id: (work.first, work.last) for work in made.works}


def test_quarters_run_from_the_first_date_to_the_last():
    made = plan(*WHOLE)
    assert [slot.start for slot in made.slots] == [date(2027, month, 1) for month in (1, 4, 7, 10)]
    assert made.slots[-1].end == date(2027, 12, 31)
    assert columns(made) == {
        "online-agenda": (0, 0),
        "bericht": (1, 2),
        "leenfietsen": (2, 2),
        "betaalt-vanzelf": (3, 3),
    }


def test_what_has_no_date_stands_in_a_column_of_its_own():
    made = plan(initiative("Agenda", "belt", end="2027-Q1"), initiative("Ooit", "wacht"))
    assert keys(made) == ["period", "undated"]
    assert columns(made) == {"agenda": (0, 0), "ooit": (1, 1)}


def test_a_long_roadmap_is_drawn_in_years_and_a_very_long_one_in_several_years():
    years = plan(initiative("A", "belt", start="2027", end="2031"))
    assert [slot.start.year for slot in years.slots] == [2027, 2028, 2029, 2030, 2031]
    ages = plan(initiative("A", "belt", start="0001", end="9999"))
    assert len(ages.slots) <= MOST_PERIODS + 1
    assert columns(ages)["a"] == (0, len(ages.slots) - 1)


def test_an_end_before_the_start_is_drawn_where_it_starts():
    made = plan(initiative("A", "belt", start="2027-Q3", end="2027-Q1"))
    assert columns(made)["a"] == (2, 2)


@pytest.mark.parametrize(
    ("written", "column"),
    [
        ({"status": "done", "end": "2026-01"}, "done"),
        ({"status": "doing"}, "now"),
        ({"status": "doing", "start": "2028"}, "now"),
        ({"status": "planned", "start": "2026-10"}, "now"),
        ({"status": "planned", "start": "2027-01"}, "next"),
        ({"status": "planned"}, "next"),
        ({"status": "planned", "start": "2028"}, "later"),
        ({"status": "idea", "start": "2027-01"}, "next"),
        ({"status": "idea"}, "later"),
        ({}, "later"),
    ],
)
def test_now_next_and_later_follow_from_status_and_dates(written, column):
    made = plan(initiative("A", "belt", **written), by="now-next-later")
    assert made.slots[made.works[0].first].key == column


def test_without_any_date_it_is_now_next_and_later_unless_asked_otherwise():
    assert keys(plan(initiative("A", "belt"))) == ["now", "next", "later"]
    assert keys(plan(initiative("A", "belt"), by="quarters")) == ["period", "undated"]


def test_work_stands_by_owner_and_what_nobody_owns_comes_last():
    made = plan(
        initiative("A", "belt", start="2027-Q1"), initiative("B", "wacht", owner="Balie", start="2027-Q2"),
        initiative("C", "betaalt", owner="balie", start="2027-Q3"),
    )  # fmt: skip
    assert [(owner, [work.initiative.id for work in lane]) for owner, lane in made.lanes()] == [
        ("Balie", ["b", "c"]), ("", ["a"]),
    ]  # fmt: skip


def test_impact_and_effort_come_from_the_opportunities_that_it_takes_unless_written():
    [work] = plan(initiative("A", "belt/agenda")).works
    assert (work.impact, work.effort, work.derived) == (4, 2, {"impact", "effort"})
    [work] = plan(initiative("A", "belt/agenda", impact=1)).works
    assert (work.impact, work.effort, work.derived) == (1, 2, {"effort"})
    [work] = plan(initiative("A", "wacht")).works
    assert (work.impact, work.effort) == (None, None)


def test_what_closes_nothing_waits_too_long_or_is_overdue_is_marked():
    made = plan(
        initiative("Agenda", "belt", start="2027-Q1", end="2027-Q1", depends_on="bericht"),
        initiative("Bericht", "wacht", start="2027-Q3", end="2027-Q4"),
        initiative("Logo", status="planned"),
        initiative("Te laat", "betaalt", end="2026-06"),
    )
    found = {work.initiative.id: work for work in made.works}
    assert [needed.id for needed in found["agenda"].late] == ["bericht"]
    assert found["logo"].idle
    assert found["te-laat"].overdue
    assert not any((found["bericht"].late, found["bericht"].idle, found["bericht"].overdue))


def test_a_dropped_initiative_stands_aside():
    made = plan(initiative("A", "belt"), initiative("B", "wacht", status="dropped"))
    assert [work.initiative.id for work in made.works] == ["a"]
    assert [item.id for item in made.dropped] == ["b"]


def test_a_gap_without_a_roadmap_cannot_be_laid_out():
    with pytest.raises(ValueError, match="without a roadmap"):
        plan_of(gap_of(example().comparison), TODAY)


def test_the_journey_begins_as_it_is_and_ends_as_the_dream():
    made = plan(*WHOLE)
    states = forecast(made)
    comparison = made.gap.comparison
    assert states[0].journey is comparison.old.journey
    assert states[-1].journey is comparison.new.journey
    assert states[-1].complete
    assert states[-1].mean == experience_score(comparison.new.journey)
    assert states[-1].remembered == remembered_score(comparison.new.journey)
    assert states[0].share == 0
    assert states[-1].share == 1


def test_each_step_becomes_the_dreams_when_its_work_is_done():
    states = forecast(plan(*WHOLE))
    told = [[f"{feeling.touchpoint.id} {feeling.score:g}" for feeling in feelings(state.journey)] for state in states]
    assert told == [
        ["belt -1", "brengt 0.5", "wacht -1.5", "betaalt -0.5"],
        ["belt 1", "brengt 0.5", "wacht -1.5", "betaalt -0.5"],
        ["belt 1", "brengt 0.5", "leenfiets 1.5", "wacht 0.5", "betaalt -0.5"],
        ["belt 1", "brengt 0.5", "leenfiets 1.5", "wacht 0.5"],
    ]
    assert [state.pains for state in states] == [("Lijn altijd bezet", "Geen bericht"), ("Geen bericht",), (), ()]
    assert [state.steps for state in states] == [4, 4, 5, 4]


def test_a_step_with_two_initiatives_waits_for_the_last_of_them():
    made = plan(
        initiative("A", "belt", end="2027-Q1"),
        initiative("B", "bezet", end="2027-Q2"),
        initiative("C", "wacht", end="2027-Q3"),
    )
    scores = [feelings(state.journey)[0].score for state in forecast(made)]
    assert scores == [-1, -1, 1, 1]


def test_without_full_coverage_the_journey_stops_short_of_the_dream():
    states = forecast(plan(*WHOLE[:2]))
    assert not states[-1].complete
    assert "betaalt" in {step.id for step in states[-1].journey.touchpoints()}
    assert "leenfiets" not in {step.id for step in states[-1].journey.touchpoints()}


def test_what_is_done_and_not_on_the_map_comes_first_of_all():
    made = plan(
        initiative("Klaar", "belt", end="2026-03", status="done"),
        initiative("B", "wacht", end="2027-Q2"),
        by="quarters",
    )
    states = forecast(made)
    assert feelings(states[0].journey)[0].score == -1
    assert [item.id for item in states[1].fresh] == ["klaar"]
    assert made.slots[states[1].slot].end >= TODAY


def test_a_step_that_a_dream_leaves_as_it_is_stays_as_it_is():
    states = forecast(plan(*WHOLE))
    for state in states[:-1]:
        assert next(step for step in state.journey.touchpoints() if step.id == "brengt").emotion.score == 0.5


def test_a_phase_that_loses_its_last_step_goes_with_it():
    current = {"id": "a", "title": "A", "phases": [
        {"title": "Een", "emotion": -2, "touchpoints": [{"id": "weg", "title": "Weg", "emotion": 0}]},
        {"title": "Twee", "touchpoints": [{"id": "blijft", "title": "Blijft", "emotion": -1}]},
    ]}  # fmt: skip
    dream = {"id": "b", "title": "B", "state": "dream", "of": "a", "drops": ["weg"], "phases": [
        {"title": "Twee", "touchpoints": [{"id": "blijft", "title": "Blijft", "emotion": 1}]},
    ]}  # fmt: skip
    made = plan(
        initiative("X", "weg", end="2027-Q1"), initiative("Y", "blijft", end="2027-Q2"), current=current, dream=dream
    )
    assert [state.mean for state in forecast(made)] == [-0.5, -1, 1]


def test_a_phase_that_only_the_dream_has_comes_with_its_first_step():
    dream = {**DREAM, "phases": [*DREAM["phases"], {"title": "Daarna", "touchpoints": [
        {"id": "belt-na", "title": "Wordt nagebeld", "emotion": 2},
    ]}]}  # fmt: skip
    states = forecast(
        plan(initiative("Nabellen", "belt-na", end="2027-Q1"), initiative("Rest", "belt", end="2027-Q2"), dream=dream)
    )
    assert [phase.title for phase in states[1].journey.phases] == ["Afspraak", "Reparatie", "Daarna"]


def test_the_example_goes_all_the_way_up():
    states = forecast(plan_of(example(), TODAY))
    means = [state.mean for state in states]
    assert means == sorted(means)
    assert states[-1].share == pytest.approx(len(states[-1].closed) / len(example().work))


closable = st.sampled_from(["belt", "wacht", "betaalt", "leenfiets", "bezet", "belt/agenda", "reparatie", "afspraak"])
dates = st.sampled_from([None, "2026", "2026-Q4", "2027-Q1", "2027-06", "2028-01-15"])


@st.composite
def initiatives(draw):
    number = draw(st.integers(0, 9))
    found = initiative(
        f"Werk {number}", draw(st.lists(closable, max_size=3)), depends_on=f"werk-{draw(st.integers(0, 9))}"
    )
    for key in ("start", "end"):
        if (day := draw(dates)) is not None:
            found[key] = day
    if (status := draw(st.sampled_from([None, "idea", "planned", "doing", "done", "dropped"]))) is not None:
        found["status"] = status
    return found


@settings(max_examples=60, deadline=None)
@given(
    st.lists(initiatives(), min_size=1, max_size=6, unique_by=lambda item: item["title"]),
    st.sampled_from(["quarters", "now-next-later"]),
)
def test_work_only_ever_closes_and_everything_that_is_live_ends_somewhere(written, by):
    made = plan(*written, by=by)
    states = forecast(made)
    shares = [state.share for state in states]
    assert shares == sorted(shares)
    assert {item.id for item in states[-1].done} == {work.initiative.id for work in made.works}
    assert len(states[-1].closed) == made.gap.coverage.covered
    assert states[-1].complete == (made.gap.coverage.share == 1)
    for work in made.works:
        assert 0 <= work.first <= work.last < len(made.slots)


def test_the_bicycle_can_be_planned_at_all():
    assert len(gap(*WHOLE, current=CURRENT).open_items) == 0
