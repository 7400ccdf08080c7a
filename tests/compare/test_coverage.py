"""Which initiative works on which difference."""

from __future__ import annotations

from typing import Any

import pytest
from tests.compare.made import dream, roadmap, side

from klantreis.compare.comparison import compare
from klantreis.compare.gap import Gap, gap_of
from klantreis.compare.side import Side

SAD, GLAD = {"emotion": -1.5}, {"emotion": 1.5}


def step(title: str, **more: Any) -> dict[str, Any]:
    return {"title": title} | more


def gap(current: Side, dreamed: Side, **initiative: Any) -> Gap:
    return gap_of(compare(current, dreamed, plan=True), roadmap({"title": "Werk"} | initiative))


def closed(found: Gap, topic: str) -> set[tuple[str, str]]:
    """What of a topic the initiative works on, as (what, id)."""
    return {
        (item.judged.change.what, item.judged.change.id)
        for item in found.items
        if item.judged.change.topic == topic and item.closed_by
    }


@pytest.mark.parametrize(
    "closes", ["belt", "Belt", "fase-0", "Fase 0", "belt/wachtrij", "wachtrij", "belt/terugbellen"]
)
def test_a_feeling_is_worked_on_by_who_closes_its_step_or_something_in_it(closes):
    current = side([step("Belt", **SAD, pains="Wachtrij", opportunities=step("Terugbellen"))], [step("Leest", **SAD)])
    dreamed = dream([step("Belt", **GLAD)], [step("Leest", **GLAD)])
    assert closed(gap(current, dreamed, closes=closes), "emotions") == {("risen", "belt")}


def test_a_pain_is_not_taken_away_by_who_works_on_another_one_of_its_step():
    current = side([step("Belt", pains=["Wachtrij", "Duur"], **SAD)])
    found = gap(current, dream([step("Belt", **GLAD)]), closes="belt/wachtrij")
    assert closed(found, "pains") == {("solved", "wachtrij")}


def test_a_pain_goes_with_its_step():
    current = side([step("Belt", pains=["Wachtrij", "Duur"]), "Wacht"])
    found = gap(current, dream(["Wacht"], drops="belt"), closes="belt/wachtrij")
    assert closed(found, "pains") == {("solved", "wachtrij"), ("solved", "duur")}
    assert closed(found, "steps") == {("dropped", "belt")}


def test_who_closes_a_whole_step_takes_all_its_pains():
    current = side([step("Belt", pains=["Wachtrij", "Duur"], **SAD)])
    found = gap(current, dream([step("Belt", **GLAD)]), closes="belt")
    assert closed(found, "pains") == {("solved", "wachtrij"), ("solved", "duur")}


def test_who_takes_an_opportunity_takes_the_pain_that_it_solves():
    chance = step("Terugbellen", solves="wachtrij")
    current = side([step("Belt", pains=["Wachtrij", "Duur"], opportunities=chance, **SAD)])
    found = gap(current, dream([step("Belt", **GLAD)]), closes="terugbellen")
    assert closed(found, "pains") == {("solved", "wachtrij")}


def test_a_pain_that_recurs_is_closed_everywhere_by_its_own_id():
    current = side([step("Belt", pains="Wachtrij", **SAD), step("Appt", pains="Wachtrij", **SAD), step("Leest", **SAD)])
    dreamed = dream([step("Belt", **GLAD), step("Appt", **GLAD), step("Leest", **GLAD)])
    found = gap(current, dreamed, closes="wachtrij")
    assert closed(found, "emotions") == {("risen", "belt"), ("risen", "appt")}
    assert {name for _, name in closed(found, "pains")} == {"wachtrij"}


def test_a_step_that_goes_is_worked_on_by_who_closes_it():
    found = gap(side(["Belt", "Wacht"]), dream(["Belt"], drops="wacht"), closes="wacht")
    assert closed(found, "steps") == {("dropped", "wacht")}


def test_a_step_that_comes_is_closed_by_its_name_in_the_dream():
    found = gap(side(["Belt"]), dream(["Belt", "Krijgt een film"]), closes="krijgt-een-film")
    assert closed(found, "steps") == {("added", "krijgt-een-film")}


def test_steps_that_become_one_are_worked_on_together():
    current, dreamed = side(["Zoekt", "Leest"]), dream([step("Kijkt", replaces=["zoekt", "leest"])])
    for name in ("zoekt", "leest", "kijkt"):
        assert closed(gap(current, dreamed, closes=name), "steps") == {("merged", "kijkt")}


def test_who_closes_a_phase_works_on_everything_in_it_on_both_sides():
    phase = {"title": "Koop", "duration": "2 weken", "touchpoints": [step("Belt", **SAD)]}
    current = side(phase, [step("Leest", **SAD)])
    dreamed = dream(
        phase | {"duration": "1 dag", "touchpoints": [step("Belt", **GLAD), "Krijgt een film"]}, [step("Leest", **GLAD)]
    )
    found = gap(current, dreamed, closes="koop")
    assert closed(found, "phases") == {("faster", "koop")}
    assert closed(found, "emotions") == {("risen", "belt")}
    assert closed(found, "steps") == {("added", "krijgt-een-film")}


def test_a_phase_takes_no_less_time_by_work_on_one_of_its_steps():
    phase = {"title": "Koop", "duration": "2 weken", "touchpoints": [step("Belt", **SAD)]}
    dreamed = dream(phase | {"duration": "1 dag", "touchpoints": [step("Belt", **GLAD)]})
    found = gap(side(phase), dreamed, closes="belt")
    assert closed(found, "phases") == set()
    assert closed(found, "emotions") == {("risen", "belt")}


def test_a_barrier_is_closed_by_its_name_or_with_its_phase():
    current = side({"title": "Koop", "touchpoints": step("Belt", **SAD), "barriers": ["Ver lopen", "Duur"]})
    dreamed = dream({"title": "Koop", "touchpoints": step("Belt", **GLAD)})
    assert closed(gap(current, dreamed, closes="ver-lopen"), "pains") == {("solved", "ver-lopen")}
    assert closed(gap(current, dreamed, closes="koop"), "pains") == {("solved", "ver-lopen"), ("solved", "duur")}
    assert closed(gap(current, dreamed, closes="belt"), "pains") == set()


def figures(**initiative: Any) -> list[str]:
    """Where the initiative works on a figure: `step/metric`, `phase/metric` or the journey's own."""
    current = side(
        {"title": "Koop", "metrics": {"csat": 5}, "touchpoints": [
            step("Belt", metrics={"csat": 5, "drop-off": 40}), step("Leest", metrics={"drop-off": 40}),
            "Kijkt",
        ]},
        metrics={"csat": 5, "nps": 0},
    )  # fmt: skip
    dreamed = dream(
        {"title": "Koop", "metrics": {"csat": {"target": 8}}, "touchpoints": [
            step("Belt", metrics={"csat": {"target": 8}, "drop-off": {"target": 10}}),
            step("Leest", metrics={"drop-off": {"target": 10}}), "Kijkt",
        ]},
        metrics={"csat": {"target": 8}, "nps": {"target": 30}},
    )  # fmt: skip
    found = gap(current, dreamed, **initiative)
    names = []
    for item in found.items:
        change = item.judged.change
        if change.topic == "metrics" and item.closed_by:
            at = change.at
            side_ = found.comparison.old
            where = {
                "touchpoint": lambda at=at, on=side_: on.steps[at.old].touchpoint.id,
                "phase": lambda at=at, on=side_: on.journey.phases[at.old].id,
                "journey": lambda: "reis",
            }[at.sort]()
            names.append(f"{where}/{change.id}")
    return sorted(names)


def test_a_figure_of_the_journey_or_a_phase_belongs_to_who_names_the_metric():
    assert {"koop/csat", "reis/csat"} <= set(figures(metrics={"csat": 8}))
    assert "reis/nps" in figures(closes="kijkt", metrics={"NPS": 30})


def test_a_figure_of_a_step_belongs_to_who_names_the_metric_and_works_there():
    assert "belt/drop-off" in figures(closes="belt", metrics={"drop-off": 10})
    assert "leest/drop-off" not in figures(closes="belt", metrics={"drop-off": 10})


def test_who_names_a_metric_that_none_of_its_own_steps_has_works_on_it_elsewhere():
    assert {"belt/drop-off", "leest/drop-off"} <= set(figures(closes="kijkt", metrics={"drop-off": 10}))
    assert {"belt/drop-off", "leest/drop-off"} <= set(figures(metrics={"drop-off": 10}))


def test_a_metric_is_the_same_however_it_is_written():
    current = side([step("Belt", metrics={"CSAT": 5}), step("Leest", metrics={"csat": 5})])
    dreamed = dream([step("Belt", metrics={"csat": {"target": 8}}), step("Leest", metrics={"CSAT": {"target": 8}})])
    found = gap(current, dreamed, closes="belt", metrics={"Csat": 8})
    assert [item.judged.change.at.old for item in found.work if item.closed_by] == [0]


def test_an_opportunity_that_solves_nothing_is_taken_by_its_name():
    current = side([step("Belt", opportunities=["Terugbellen", "Muziek"], **SAD)])
    found = gap(current, dream([step("Belt", **GLAD)]), closes="belt/terugbellen")
    assert closed(found, "opportunities") == {("taken", "terugbellen")}


def test_a_closes_that_is_known_nowhere_closes_nothing():
    found = gap(side([step("Belt", **SAD)]), dream([step("Belt", **GLAD)]), closes=["nergens", "belt/nergens"])
    assert all(item.closed_by == () for item in found.items)


def test_who_names_two_things_of_one_difference_is_named_once():
    current = side([step("Belt", pains="Wachtrij", **SAD)])
    found = gap(current, dream([step("Belt", **GLAD)]), closes=["belt", "wachtrij", "fase-0"])
    assert {len(item.closed_by) for item in found.work} == {1}


def test_initiatives_stand_in_the_order_of_the_roadmap():
    plan = roadmap({"title": "Later", "closes": "belt"}, {"title": "Eerst", "closes": "belt", "start": "2026"})
    found = gap_of(compare(side([step("Belt", **SAD)]), dream([step("Belt", **GLAD)]), plan=True), plan)
    assert [initiative.id for initiative in found.work[0].closed_by] == ["later", "eerst"]


def test_in_a_dream_of_a_dream_the_steps_of_today_are_closed_through_both():
    current = side([step("Belt", **SAD), "Wacht"])
    near = dream([step("Appt", replaces="belt")], id="dichtbij", drops="wacht").journey
    far = dream([step("Denkt", replaces="appt", **GLAD)], id="ver", of="dichtbij")
    comparison = compare(current, far, plan=True, via=[near])
    found = gap_of(comparison, roadmap({"title": "Werk", "closes": ["belt", "wacht"]}))
    assert {("risen", "denkt"), ("dropped", "wacht")} <= closed(found, "emotions") | closed(found, "steps")


def test_a_finished_initiative_counts_at_the_step_where_its_pain_stood():
    current, dreamed = side([step("Belt", **SAD), step("Leest", **SAD)]), dream([step("Belt", **GLAD), step("Leest")])
    for status, found in (("done", {("risen", "belt")}), ("doing", set())):
        assert closed(gap(current, dreamed, closes="belt/wachtrij", status=status), "emotions") == found
