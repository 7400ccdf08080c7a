"""What a gap asks for: the work, the opportunities by rank, what looks alike, and how far a roadmap has come."""

from __future__ import annotations

from typing import Any

import pytest
from tests.compare.made import dream, roadmap, side

from klantreis.compare.comparison import compare
from klantreis.compare.gap import Gap, gap_of, late_dependencies
from klantreis.compare.side import Side
from klantreis.model.roadmap import Roadmap

SAD, GLAD = {"emotion": -1.5}, {"emotion": 1.5}


def step(title: str, **more: Any) -> dict[str, Any]:
    return {"title": title} | more


def gap(current: Side, dreamed: Side, plan: Roadmap | None = None) -> Gap:
    return gap_of(compare(current, dreamed, plan=True), plan)


def chances(*items: dict[str, Any]) -> Gap:
    current = side([step("Belt", pains=["Duur", "Traag"], opportunities=list(items))])
    return gap(current, dream([step("Belt")]))


def work(found: Gap) -> set[str]:
    return {f"{item.judged.change.topic}.{item.judged.change.what}" for item in found.work}


def late(*initiatives: dict[str, Any]) -> list[tuple[str, str]]:
    return [(one.id, other.id) for one, other in late_dependencies(roadmap(*initiatives))]


# Work


def test_what_somebody_must_do_something_for_is_work():
    current = side([step("Zoekt", **SAD), "Belt", "Wacht"])
    found = gap(current, dream([step("Zoekt", **GLAD), step("Appt", replaces="belt"), "Leest"], drops="wacht"))
    assert {"steps.dropped", "steps.replaced", "steps.added", "emotions.risen"} <= work(found)


def test_what_follows_from_other_work_is_not_work_itself():
    found = gap(side([step("Zoekt", **SAD)]), dream([step("Zoekt", **GLAD, actions="Tikt")]))
    assert {item.judged.change.topic for item in found.items} > {"emotions"}
    assert {item.judged.change.topic for item in found.work}.isdisjoint({"scores", "details", "evidence"})


def test_a_slightly_better_feeling_asks_for_nothing():
    assert gap(side([step("Zoekt", emotion=1)]), dream([step("Zoekt", emotion=1.2)])).work == ()


def test_a_second_channel_comes_along_with_other_work():
    found = gap(side([step("Belt", channel="phone")]), dream([step("Belt", channel=["phone", "web"])]))
    assert "channels.gained" in {f"{item.judged.change.topic}.{item.judged.change.what}" for item in found.items}
    assert found.work == ()


def test_a_target_of_today_is_work_only_when_the_dream_speaks_of_it():
    current = side([step("Belt", metrics={"csat": {"value": 5, "target": 8}})])
    assert work(gap(current, dream([step("Belt", metrics={"csat": {"target": 8}})]))) == {"metrics.ahead"}
    silent = gap(current, dream(["Belt"]))
    assert [item.judged.change.what for item in silent.items] == ["ahead"]
    assert silent.work == ()


def test_what_no_initiative_can_name_is_no_work():
    current, dreamed = side(["Belt"], ["Koopt"]), dream(["Belt"], ["Koopt"], loyalty_loop="fase-1")
    found = gap(current, dreamed)
    assert [item.judged.change.what for item in found.items] == ["gained"]
    assert found.work == ()


def test_what_gets_worse_is_no_work():
    found = gap(side([step("Zoekt", emotion=1.5)]), dream([step("Zoekt", emotion=-1.5)]))
    assert "emotions.fallen" not in work(found)
    assert any(item.judged.verdict == "regression" for item in found.items)


def test_a_step_of_which_nobody_says_anything_is_no_work():
    found = gap(side(["Belt", "Wacht"]), dream(["Belt"]))
    assert "steps.removed" in {f"{item.judged.change.topic}.{item.judged.change.what}" for item in found.items}
    assert found.work == ()


def test_between_two_states_there_is_no_work():
    comparison = compare(side([step("Belt", **SAD)]), side([step("Belt", **GLAD)]), plan=False)
    found = gap_of(comparison, roadmap({"title": "Werk", "closes": "belt"}))
    assert found.items
    assert found.work == ()
    assert found.lookalikes == ()


def test_without_a_roadmap_there_is_no_coverage_and_all_work_is_open():
    found = gap(side([step("Belt", **SAD)]), dream([step("Belt", **GLAD)]))
    assert found.coverage is None
    assert found.open_items == found.work != ()


def test_a_dream_that_changes_nothing_has_nothing_to_cover():
    found = gap(side([step("Belt", **GLAD)]), dream([step("Belt", **GLAD)]), roadmap({"title": "Werk"}))
    assert found.work == ()
    assert found.coverage is not None
    assert (found.coverage.total, found.coverage.share) == (0, None)


# Opportunities


def test_opportunities_are_ranked_by_impact_against_effort():
    found = chances(
        {"title": "Duur", "id": "a", "impact": 5, "effort": 5}, {"title": "Slim", "id": "b", "impact": 3, "effort": 1},
        {"title": "Half", "id": "c", "impact": 4, "effort": 2},
    )  # fmt: skip
    assert [(item.id, item.priority) for item in found.opportunities] == [("b", 3), ("c", 2), ("a", 1)]


def test_of_equal_rank_the_one_with_most_impact_goes_first():
    found = chances(
        {"title": "Klein", "impact": 2, "effort": 2}, {"title": "Groot", "impact": 5, "effort": 5},
        {"title": "Middel", "impact": 3, "effort": 3},
    )  # fmt: skip
    assert [item.id for item in found.opportunities] == ["groot", "middel", "klein"]


def test_what_nobody_estimated_comes_last_in_the_order_of_the_journey():
    found = chances(
        {"title": "Geen"}, {"title": "Moeite", "effort": 1}, {"title": "Impact", "impact": 5},
        {"title": "Beide", "impact": 1, "effort": 5},
    )  # fmt: skip
    assert [item.id for item in found.opportunities] == ["beide", "impact", "geen", "moeite"]
    assert [item.priority for item in found.opportunities] == [0.2, None, None, None]


def test_an_opportunity_is_taken_when_the_dream_takes_its_pain_away():
    current = side([
        step("Belt", pains="Wachtrij", opportunities=step("Terugbellen", solves="wachtrij"), **SAD),
        step("Leest", pains="Vaktaal", opportunities=step("Schrappen", solves="vaktaal")),
    ])  # fmt: skip
    found = gap(current, dream([step("Belt", **GLAD), step("Leest", pains="Vaktaal")]))
    assert {item.id: item.taken for item in found.opportunities} == {"terugbellen": True, "schrappen": False}


def test_opportunities_of_the_same_id_at_two_steps_are_two():
    current = side([
        step("Belt", opportunities=step("Filmpje", solves="vaag"), pains="Vaag", **SAD),
        step("Leest", opportunities=step("Filmpje", solves="lang"), pains="Lang"),
    ])  # fmt: skip
    dreamed = dream([step("Belt", **GLAD), step("Leest", pains="Lang")])
    found = gap(current, dreamed, roadmap({"title": "Werk", "closes": "belt/filmpje"}))
    told = [(item.where, item.taken, len(item.closed_by)) for item in found.opportunities]
    assert told == [("Belt", True, 1), ("Leest", False, 0)]


def test_an_opportunity_says_where_it_stands():
    phase = {"title": "Koop", "touchpoints": "Belt", "barriers": "Ver", "opportunities": step("Bus", solves="ver")}
    found = gap(side("Zoekt", phase), dream("Zoekt", {"title": "Koop", "touchpoints": "Belt"}))
    [bus] = found.opportunities
    assert (bus.where, bus.phase, bus.step, bus.solves) == ("Koop", 1, None, ("ver",))


@pytest.mark.parametrize(
    ("closes", "closed"),
    [
        ("terugbellen", True), ("belt/terugbellen", True), ("wachtrij", True), ("belt/wachtrij", True), ("belt", True),
        ("fase-0", True), ("duur", False), ("leest", False),
    ],
)  # fmt: skip
def test_an_initiative_takes_an_opportunity_by_its_name_its_pain_or_its_whole_step(closes, closed):
    steps = [step("Belt", pains=["Wachtrij", "Duur"], opportunities=step("Terugbellen", solves="wachtrij")), "Leest"]
    found = gap(side(steps), dream(["Belt", "Leest"]), roadmap({"title": "Werk", "closes": closes}))
    assert [item.id for item in found.opportunities[0].closed_by] == (["werk"] if closed else [])


# What looks alike


def test_a_step_that_only_looks_like_another_is_a_suggestion_and_no_match():
    found = gap(side(["Belt de helpdesk", "Wacht"]), dream(["Belt met de helpdesk", "Wacht"]))
    [alike] = found.lookalikes
    assert (alike.old_id, alike.new_id) == ("belt-de-helpdesk", "belt-met-de-helpdesk")
    whats = {item.judged.change.what for item in found.items if item.judged.change.topic == "steps"}
    assert whats == {"removed", "added"}


def test_titles_count_where_ids_say_nothing():
    current = side([step("Belt de helpdesk", id="s-17"), step("Wacht op antwoord", id="s-18")])
    found = gap(current, dream([step("Wacht op een antwoord", id="t-2"), step("Belt de helpdesk op", id="t-1")]))
    assert {(alike.old_id, alike.new_id) for alike in found.lookalikes} == {("s-17", "t-1"), ("s-18", "t-2")}


def test_a_step_that_is_new_on_purpose_looks_like_nothing():
    found = gap(side(["Belt de helpdesk"]), dream([step("Belt met de helpdesk", tags="nieuw")]))
    assert found.lookalikes == ()


# Late


def test_who_waits_for_what_is_ready_only_later_is_late():
    assert late(
        {"title": "Site", "start": "2027-01", "end": "2027-09"},
        {"title": "App", "start": "2027-03", "end": "2027-12", "depends_on": "site"},
    ) == [("app", "site")]


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ({"end": "2027-06"}, {"start": "2027-07"}),
        ({"end": "2027-Q3"}, {"start": "2027-08"}),
        ({"end": "2027"}, {"start": "2027"}),
        ({"end": "2028", "status": "done"}, {"start": "2027"}),
        ({"end": "2028", "status": "dropped"}, {"start": "2027"}),
        ({"end": "2028"}, {"start": "2027", "status": "done"}),
        ({"end": "2028"}, {}),
        ({}, {"start": "2027"}),
        ({"start": "2027-01"}, {"start": "2027-01"}),
    ],
)
def test_rough_dates_and_what_is_done_get_the_benefit_of_the_doubt(first, then):
    assert late({"title": "Site"} | first, {"title": "App", "depends_on": "Site"} | then) == []


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ({"end": "2027-06"}, {"start": "2027-05"}),
        ({"end": "2027-06"}, {"end": "2027-05"}),
        ({"start": "2027-06"}, {"start": "2027-05"}),
        ({"end": "2027-06"}, {"start": "2027-05", "end": "2027-12"}),
        ({"end": "2027-Q2"}, {"start": "2027-Q1"}),
    ],
)
def test_what_cannot_be_ready_in_time_is_late(first, then):
    assert late({"title": "Site"} | first, {"title": "App", "depends_on": "Site"} | then) == [("app", "site")]


def test_an_initiative_that_waits_for_itself_or_for_nobody_is_not_late():
    assert late({"title": "Site", "start": "2027", "end": "2028", "depends_on": ["site", "nergens"]}) == []


# Coverage


def test_coverage_counts_the_work_that_somebody_does():
    current = side([step("Zoekt", **SAD), step("Belt", **SAD)])
    dreamed = dream([step("Zoekt", **GLAD), step("Belt", **GLAD)])
    found = gap(current, dreamed, roadmap({"title": "Werk", "closes": "zoekt"}, {"title": "Rust"}))
    assert found.coverage is not None
    assert 0 < found.coverage.covered < found.coverage.total == len(found.work)
    assert found.coverage.share == found.coverage.covered / found.coverage.total
    assert {item.judged.change.id for item in found.open_items} == {"belt"}
    assert [initiative.id for initiative in found.coverage.idle] == ["rust"]


def test_an_initiative_that_was_dropped_does_nothing_and_is_not_idle():
    current, dreamed = side([step("Belt", **SAD)]), dream([step("Belt", **GLAD)])
    found = gap(current, dreamed, roadmap({"title": "Werk", "closes": "belt", "status": "dropped"}))
    assert found.coverage is not None
    assert (found.coverage.covered, found.coverage.idle) == (0, ())
    assert found.open_items == found.work


def test_an_initiative_that_is_done_counts_and_is_never_idle():
    current, dreamed = side([step("Belt", **SAD)]), dream([step("Belt", **GLAD)])
    plan = roadmap({"title": "Werk", "closes": "belt", "status": "done"}, {"title": "Klaar", "status": "done"})
    found = gap(current, dreamed, plan)
    assert found.coverage is not None
    assert found.coverage.covered == found.coverage.total
    assert found.coverage.idle == ()


def test_an_initiative_that_closes_what_the_dream_leaves_as_it_is_is_idle():
    current, dreamed = side([step("Belt", **SAD), "Wacht"]), dream([step("Belt", **GLAD), "Wacht"])
    found = gap(current, dreamed, roadmap({"title": "Werk", "closes": "wacht"}))
    assert found.coverage is not None
    assert [initiative.id for initiative in found.coverage.idle] == ["werk"]


def test_what_a_busy_initiative_waits_for_is_not_idle():
    current, dreamed = side([step("Belt", **SAD)]), dream([step("Belt", **GLAD)])
    plan = roadmap(
        {"title": "Werk", "closes": "belt", "depends_on": "Nieuw systeem"},
        {"title": "Nieuw systeem", "depends_on": ["geld", "werk"]}, {"title": "Geld"},
        {"title": "Los", "depends_on": "geld"},
    )  # fmt: skip
    found = gap(current, dreamed, plan)
    assert found.coverage is not None
    assert [initiative.id for initiative in found.coverage.idle] == ["los"]


def test_who_waits_twice_for_the_same_is_late_once():
    plan = roadmap({"title": "Site", "end": "2028"}, {"title": "App", "start": "2027", "depends_on": ["site", "Site"]})
    assert [(one.id, other.id) for one, other in late_dependencies(plan)] == [("app", "site")]


def test_late_dependencies_are_part_of_the_coverage():
    plan = roadmap({"title": "Site", "end": "2028"}, {"title": "App", "start": "2027-01", "depends_on": "site"})
    found = gap(side(["Belt"]), dream(["Belt"]), plan)
    assert found.coverage is not None
    assert [(one.id, other.id) for one, other in found.coverage.late] == [("app", "site")]
