"""What becomes of each touchpoint of a journey in a dream of it."""

from __future__ import annotations

from typing import Any

import pytest

from klantreis.compare.likeness import guesses, is_copy, lost
from klantreis.compare.matching import match
from klantreis.model.journey import Journey


def journey(*phases: Any, **more: Any) -> Journey:
    titled = [{"title": f"Fase {n}", "touchpoints": steps} for n, steps in enumerate(phases)]
    return Journey.model_validate({"title": "Reis", "phases": titled, **more})


def dream(*phases: Any, **more: Any) -> Journey:
    return journey(*phases, state="dream", of="reis", **more)


def test_a_step_is_the_same_by_its_id_or_a_former_one():
    found = match(dream([{"title": "Appt", "was": "belt"}, "Wacht"]), journey(["Belt", "Wacht"]))
    assert found.kept == {0: 0, 1: 1}
    assert found.unmatched == found.new == ()


def test_an_id_of_its_own_goes_before_a_former_one():
    base = journey(["Belt", "Wacht"])
    found = match(dream([{"title": "Appt", "was": "wacht"}, "Wacht"]), base)
    assert found.kept == {1: 1}
    assert found.new == ()


def test_a_step_that_two_come_of_is_split():
    found = match(journey(["Vraagt", {"title": "Bestelt", "was": "vraagt"}]), journey(["Vraagt"]), plan=False)
    assert found.kept == {0: 0}
    assert found.split == {0: (0, 1)}


def test_without_a_plan_only_ids_count():
    made = journey([{"title": "Appt", "replaces": "belt"}], drops="wacht", state="dream", of="reis")
    found = match(made, journey(["Belt", "Wacht"]), plan=False)
    assert (found.replaced, found.dropped) == ({}, {})
    assert found.unmatched == (0, 1)


def test_a_former_id_in_the_base_is_known_too():
    assert match(dream(["Belt"]), journey([{"title": "Belt op", "was": "belt"}])).kept == {0: 0}


def test_steps_that_become_one_are_merged():
    found = match(dream([{"title": "Belt", "replaces": ["zoekt", "wacht"]}]), journey(["Zoekt", "Belt"], ["Wacht"]))
    assert found.replaced == {0: 0, 2: 0}
    assert found.merged == {0: (0, 1, 2)}
    assert found.became == {0: 0, 1: 0, 2: 0}


def test_what_is_matched_twice_counts_once():
    found = match(dream(["Belt"], [{"title": "Appt", "replaces": "belt"}], drops="belt"), journey(["Belt"]))
    assert (found.kept, found.replaced, found.dropped) == ({0: 0}, {}, {})


def test_a_dropped_phase_takes_its_steps_along_but_not_those_that_stay():
    found = match(dream(["Belt"], drops=["Iets", "Fase 1"]), journey(["Zoekt"], ["Belt", "Wacht"]))
    assert found.kept == {1: 0}
    assert found.dropped == {2: 1}
    assert found.unmatched == (0,)


def test_a_phase_that_replaces_another_accounts_for_its_steps():
    made = Journey.model_validate(
        {"title": "Droom", "state": "dream", "of": "reis", "phases": [{"title": "Thuis", "replaces": "fase-0"}]}
    )
    found = match(made, journey(["Belt", "Wacht"]))
    assert found.absorbed == {0: 0, 1: 0}
    assert found.phases == {0: 0}


def test_a_step_is_lost_only_while_something_is_left_over_and_nobody_calls_it_new():
    base = journey(["Belt de praktijk", "Wacht"])
    made = dream(["Belt de praktijk weer", {"title": "Zwaait", "tags": "NEW"}, "Wacht"])
    found = match(made, base)
    assert lost(found, made) == (0,)
    assert guesses(found, made, base, (0,)) == {0: 0}
    assert lost(match(made, journey(["Wacht"])), made) == ()


def test_no_step_of_the_base_is_guessed_twice():
    base, made = journey(["Belt"]), dream(["Belt a", "Belt b"])
    assert guesses(match(made, base), made, base, (0, 1)) == {0: 0}


@pytest.mark.parametrize(
    "change",
    [
        {"channel": "app"},
        {"emotion": 1.5},
        {"expectation": "Meteen"},
        {"moment_of_truth": True},
        {"pains": []},
        {"metrics": {"csat": {"target": 9}}},
    ],
)
def test_a_dream_with_one_change_is_no_copy(change):
    step = {"title": "Belt", "emotion": 1, "pains": "Bezet", "metrics": {"csat": {"value": 6, "target": 8}}}
    base = journey([step])
    same, other = dream([step]), dream([{**step, **change}])
    assert is_copy(match(same, base), same, base)
    assert not is_copy(match(other, base), other, base)


def test_journeys_without_steps_are_no_copies():
    assert not is_copy(match(dream([]), journey([])), dream([]), journey([]))
