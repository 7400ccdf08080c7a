"""A first roadmap out of a gap."""

from __future__ import annotations

from datetime import date

from tests.report.roadmap.made import CURRENT, DREAM, TODAY, WHOLE, example, gap, initiative

from klantreis.compare.gap import gap_of
from klantreis.compare.suggestion import suggest


def suggestion(*initiatives, **more):
    held = gap(*initiatives, **more)
    return suggest(held.comparison, TODAY, held.roadmap if initiatives else None)


def test_each_opportunity_that_the_dream_takes_becomes_an_initiative():
    found = suggestion().proposals
    assert (found[0].sort, found[0].names, found[0].closes) == ("opportunity", ("Online agenda",), ("belt/agenda",))
    assert (found[0].impact, found[0].effort, found[0].owner) == (4, 2, "Balie")


def test_what_is_left_at_a_step_becomes_one_initiative_each():
    assert [(item.sort, item.closes) for item in suggestion().proposals[1:]] == [
        ("add", ("leenfiets",)), ("solve", ("wacht",)), ("automate", ("betaalt",)),
    ]  # fmt: skip


def test_nothing_is_left_open():
    assert suggestion().left == ()
    assert suggest(example().comparison, TODAY).left == ()


def test_beside_a_roadmap_only_what_it_leaves_open_is_proposed():
    assert suggestion(*WHOLE).proposals == ()
    assert [item.id for item in suggestion(*WHOLE[:3]).proposals] == ["betaalt"]
    taken = {initiative.id for initiative in example().roadmap.initiatives}
    assert taken.isdisjoint(item.id for item in suggest(example().comparison, TODAY, example().roadmap).proposals)


def test_an_id_that_is_taken_gets_a_number():
    found = suggestion(initiative("Betaalt", status="dropped"), *WHOLE[:3])
    assert [item.id for item in found.proposals] == ["betaalt-2"]


def test_what_a_dropped_initiative_was_for_is_open_again():
    assert "agenda" in {item.id for item in suggestion(initiative("X", "belt/agenda", status="dropped")).proposals}


def test_a_team_does_one_thing_after_the_other_as_long_as_the_effort_says():
    found = {item.id: (item.begin, item.end) for item in suggest(example().comparison, date(2026, 11, 22)).proposals}
    assert found["een-vraag"] == ((2027, 1), (2027, 1))
    assert found["bestellen-als-gast"] == ((2027, 1), (2027, 1))
    assert found["duimvriendelijk-menu"] == ((2027, 2), (2027, 2))
    assert found["smartphonebetaling"] == ((2027, 3), (2027, 4))
    assert found["avondbezorging"] == ((2027, 1), (2027, 3))


def test_what_would_pass_the_horizon_is_done_beside_the_rest():
    free = suggestion().proposals
    tight = suggestion(dream={**DREAM, "horizon": "2027-Q3"}).proposals
    assert [(item.id, item.begin) for item in free if item.owner == "Werkplaats"] == [
        ("leenfiets", (2027, 1)), ("wacht", (2027, 2)),
    ]  # fmt: skip
    assert max(item.end for item in tight) <= (2027, 2)
    hopeless = suggestion(dream={**DREAM, "horizon": "2026"}).proposals
    assert {item.begin for item in hopeless} == {(2027, 1)}


def test_the_best_come_first_and_what_nobody_estimated_last():
    found = suggest(example().comparison, TODAY).proposals
    priorities = [item.impact / item.effort if item.impact and item.effort else 0 for item in found]
    assert priorities == sorted(priorities, reverse=True)


def test_targets_come_along_and_those_of_the_whole_journey_go_with_the_most_impact():
    found = {item.id: item for item in suggest(example().comparison, TODAY).proposals}
    assert found["smartphonebetaling"].metrics["mobiel-betaald"] == 70
    [aim] = [item for item in found.values() if "conversion" in item.metrics]
    assert aim.impact == max(item.impact or 0 for item in found.values())


def test_of_two_opportunities_at_a_step_the_first_takes_its_targets():
    step = {"id": "s", "title": "S", "emotion": -1, "metrics": {"csat": {"value": 5, "target": 8}}, "pains": ["A", "B"]}
    chances = [{"title": "Kans a", "solves": "a", "impact": 5, "effort": 1}, {"title": "Kans b", "solves": "b"}]
    current = {"id": "a", "title": "A", "phases": [{"title": "F", "touchpoints": [{**step, "opportunities": chances}]}]}
    better = {"id": "s", "title": "S", "emotion": 1, "metrics": {"csat": {"target": 8}}}
    dream = {"id": "b", "title": "B", "state": "dream", "of": "a", "phases": [{"title": "F", "touchpoints": [better]}]}
    found = suggestion(current=current, dream=dream).proposals
    assert [(item.id, item.metrics) for item in found] == [("kans-a", {"csat": 8}), ("kans-b", {})]


def test_a_target_of_a_journey_without_other_work_is_work_of_its_own():
    current = {"id": "a", "title": "A", "phases": [{"title": "F", "touchpoints": "S"}], "metrics": {"nps": 10}}
    dream = {**current, "id": "b", "state": "dream", "of": "a", "metrics": {"nps": {"target": 30}}}
    [found] = suggestion(current=current, dream=dream).proposals
    assert (found.sort, found.closes, found.metrics) == ("metric", (), {"nps": 30})


def test_a_name_that_fits_two_things_is_not_used_alone():
    """A step with the id of its phase: `closes` would be ambiguous, so the pain or opportunity in it is named."""
    current = {"id": "a", "title": "A", "phases": [{"id": "x", "title": "X", "touchpoints": [
        {"id": "x", "title": "Stap", "emotion": -2},
    ]}]}  # fmt: skip
    dream = {"id": "b", "title": "B", "state": "dream", "of": "a", "phases": [{"id": "x", "title": "X", "touchpoints": [
        {"id": "x", "title": "Stap", "emotion": 2},
    ]}]}  # fmt: skip
    found = suggestion(current=current, dream=dream)
    assert all("x" not in item.closes for item in found.proposals)
    assert found.left


def test_steps_that_merge_or_replace_others_are_called_so():
    dream = {**DREAM, "drops": [], "phases": [
        {"title": "Afspraak", "touchpoints": [{"title": "Regelt alles", "replaces": ["belt", "brengt"], "emotion": 1}]},
        {"title": "Reparatie", "touchpoints": [
            {"title": "Tikt af", "replaces": "betaalt"}, {"id": "wacht", "title": "Wacht"},
        ]},
    ]}  # fmt: skip
    current = {**CURRENT, "phases": [
        {"title": "Afspraak", "touchpoints": [{"id": "belt", "title": "Belt"}, {"id": "brengt", "title": "Brengt"}]},
        {"title": "Reparatie", "touchpoints": [
            {"id": "wacht", "title": "Wacht"}, {"id": "betaalt", "title": "Betaalt"},
        ]},
    ]}  # fmt: skip
    assert [(item.sort, item.names) for item in suggestion(current=current, dream=dream).proposals] == [
        ("merge", ("Regelt alles", "Belt", "Brengt")), ("replace", ("Tikt af", "Betaalt")),
    ]  # fmt: skip


def test_the_proposals_made_into_a_roadmap_cover_the_gap():
    for comparison in (example().comparison, gap().comparison):
        found = suggest(comparison, TODAY)
        made = [initiative(item.id, list(item.closes), id=item.id, metrics=item.metrics) for item in found.proposals]
        roadmap = gap(*made).roadmap
        assert gap_of(comparison, roadmap).coverage.share == 1
