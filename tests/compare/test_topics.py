"""What is found between two journeys, topic by topic."""

from __future__ import annotations

import pytest
from tests.compare.shown import (
    IDEA,
    PAIN,
    SHOWN,
    Data,
    Shown,
    change,
    compared,
    droom,
    fase,
    fasen,
    keys,
    plan,
    reis,
    stap,
    truth,
    whole,
)

from klantreis.compare.change import Change
from klantreis.compare.comparison import Comparison
from klantreis.compare.sentences import key_of_sentence
from klantreis.compare.topics import TOPICS, WHATS
from klantreis.compare.topics.details import distinct
from klantreis.compare.topics.expectations import level
from klantreis.compare.topics.measures import channels_known, handovers, own_steps, owners_known
from klantreis.compare.topics.metrics import distance
from klantreis.model.journey import Journey
from klantreis.model.metrics import MetricInfo
from klantreis.model.touchpoint import Touchpoint


def found(comparison: Comparison, topic: str) -> list[Change]:
    return [judged.change for judged in comparison.differences if judged.change.topic == topic]


def whats(shown: Shown | Comparison, topic: str) -> list[str]:
    comparison = shown.comparison if isinstance(shown, Shown) else shown
    return [change.what for change in found(comparison, topic)]


def one(shown: Shown, topic: str, what: str) -> Change:
    [only] = [change for change in found(shown.comparison, topic) if change.what == what]
    return only


def model(data: Data) -> Journey:
    return Journey.model_validate(data)


def test_every_difference_that_may_be_found_is_shown_by_a_pair():
    assert set(SHOWN) == keys()
    assert len(TOPICS) == len(WHATS) - len({"details"})


@pytest.mark.parametrize("key", sorted(SHOWN))
def test_a_pair_shows_what_it_is_for(key):
    assert key in [key_of_sentence(judged.change) for judged in SHOWN[key].comparison.differences]


@pytest.mark.parametrize("key", sorted(SHOWN))
def test_nothing_is_found_that_no_topic_names(key):
    for shown in (SHOWN[key].comparison, SHOWN[key].back):
        for judged in shown.differences:
            assert judged.change.what in WHATS[judged.change.topic]


@pytest.mark.parametrize("key", sorted(SHOWN))
def test_every_edit_is_told_by_some_difference(key):
    shown = SHOWN[key]
    if not shown.plan:
        told = {address for judged in shown.comparison.differences for address in judged.change.tells}
        assert {edit.address for edit in shown.comparison.pair.edits} <= told


def test_the_topics_come_in_the_order_people_want_to_hear_them():
    both = change(emotion=(-1, 1), pains=(PAIN, None), owner=("Sales", "Service"), thoughts=("Ja", "Nee"))
    topics = [judged.change.topic for judged in both.comparison.differences]
    assert topics == sorted(topics, key=list(WHATS).index)


# scores


def test_a_score_that_people_see_as_the_same_does_not_differ():
    assert "scores" not in {judged.change.topic for judged in change(emotion=(0.51, 0.54)).comparison.differences}


def test_the_steps_that_a_customer_takes_leave_out_what_goes_by_itself():
    assert own_steps(model(reis("Belt", stap("Wacht", automated=True)))) == 1


def test_a_hand_over_is_a_change_of_team_past_steps_without_one():
    steps = [stap(owner="Sales"), stap("Denkt na"), stap("Wacht", owner="sales"), stap("Rijdt", owner="Service")]
    assert handovers(model(reis(*steps))) == 1


def test_an_owner_that_is_only_now_written_down_is_no_hand_over():
    shown = Shown(reis(stap(owner="Sales"), "Wacht"), reis(stap(owner="Sales"), stap("Wacht", owner="Service")))
    assert not one(shown, "scores", "handovers").facts["known"]


def test_a_step_that_is_no_contact_needs_no_owner():
    assert owners_known(model(reis(stap(owner="Sales"), stap("Denkt", channel="geen"))))
    assert not owners_known(model(reis(stap(owner="Sales"), stap("Denkt", channel="web"))))
    assert channels_known(model(reis(stap(channel="none"))))
    assert not channels_known(model(reis("Belt")))


def test_a_map_without_steps_has_no_fewer():
    assert "steps" not in whats(Shown(fasen(fase("Koop")), reis("Belt")), "scores")


def test_a_high_point_says_where_it_is():
    shown = Shown(reis(stap(emotion=1), "Wacht"), reis(stap(emotion=1), stap("Wacht", emotion=2)))
    assert one(shown, "scores", "high").facts["places"] == ["Belt", "Wacht"]


# steps and phases


def test_durations_of_steps_that_become_one_are_added_up():
    old = reis(stap(duration="2 minuten"), stap("Wacht", duration="3 minuten"))
    shown = Shown(old, droom(stap("Appt", replaces=["belt", "wacht"], duration="1 minuut")), plan=True)
    faster = one(shown, "steps", "faster")
    assert faster.before == ["2 minuten", "3 minuten"]
    assert faster.facts["days"] == pytest.approx([5 / 1440, 1 / 1440])


def test_a_step_that_says_nothing_of_being_optional_in_a_dream_is_not_required():
    assert whats(plan({"optional": True}, {"emotion": 1}), "steps") == []


def test_one_step_put_into_another_phase_is_one_move():
    old = fasen(fase("Koop", "Belt", "Wacht", "Rijdt"), fase("Gebruik"))
    new = fasen(fase("Koop", "Belt", "Rijdt"), fase("Gebruik", "Wacht"))
    [moved] = found(compared(old, new), "steps")
    assert (moved.what, moved.id, moved.before, moved.after) == ("moved", "wacht", "Koop", "Gebruik")


def test_steps_that_go_along_with_phases_that_merge_have_not_moved():
    old = fasen(fase("Koop", "Belt"), fase("Gebruik", "Wacht"))
    new = fasen({**fase("Alles", "Belt", "Wacht"), "was": ["koop", "gebruik"]})
    for comparison in (compared(old, new), compared(new, old)):
        assert whats(comparison, "steps") == whats(comparison, "details") == []


def test_steps_that_go_along_with_a_phase_that_is_made_anew_have_not_moved():
    comparison = compared(fasen(fase("Koop", "Belt", "Wacht")), fasen(fase("Kiezen", "Belt", "Wacht")))
    assert [judged.change.what for judged in comparison.differences] == ["removed", "added"]


def test_a_new_name_tells_of_the_id_that_goes_with_it():
    assert [judged.change.what for judged in SHOWN["steps.renamed"].comparison.differences] == ["renamed"]


def test_another_id_under_the_same_name_is_one_detail():
    shown = Shown(reis(stap(id="belt")), reis(stap(id="appt", was="belt")))
    [detail] = [judged.change for judged in shown.comparison.differences]
    assert (detail.topic, detail.facts["key"]) == ("details", "id")


def test_a_dream_that_drops_a_step_of_its_former_self_says_why():
    old, new = droom("Belt", "Wacht"), droom("Belt", drops={"id": "wacht", "why": "automated", "note": "Vanzelf"})
    [dropped] = [judged.change for judged in compared(old, new).differences if judged.change.topic != "scores"]
    assert (dropped.what, dropped.facts["why"], dropped.facts["note"]) == ("dropped", "automated", "Vanzelf")
    assert whats(compared(new, old), "steps") == ["restored"]


def test_of_several_new_drops_each_is_told():
    comparison = compared(droom("Belt", "Wacht"), droom("Belt", drops=["wacht", "zoekt"]))
    assert whats(comparison, "steps") == ["dropped"]
    assert [change.facts["key"] for change in found(comparison, "details")] == ["drops"]


# emotions and moments of truth


def test_the_lowest_of_merged_feelings_is_held_against_the_one_they_become():
    old = reis(stap(emotion=1), stap("Wacht", emotion=-1))
    shown = Shown(old, droom(stap("Appt", replaces=["belt", "wacht"], emotion=0.5)), plan=True)
    assert one(shown, "emotions", "risen").before == -1


def test_a_feeling_at_a_moment_of_truth_on_either_side_is_one():
    assert one(change(emotion=(-1, 1), moment_of_truth=(None, True)), "emotions", "risen").facts["truth"]


def test_a_dream_that_leaves_out_how_it_feels_forgets_nothing():
    assert plan({"emotion": 1, "moment_of_truth": {"exceed": "Met taart"}}, truth()).comparison.differences == ()


def test_free_fields_beside_a_feeling_are_told_too():
    shown = change(emotion=({"score": -1, "x-bron": "a"}, {"score": 1, "x-bron": "b"}))
    assert whats(shown, "emotions") == ["risen"]
    assert whats(shown, "details") == ["changed"]


# expectations


@pytest.mark.parametrize(
    ("step", "expected"),
    [
        ({}, None),
        ({"expectation": "Snel"}, None),
        ({"emotion": 2}, None),
        ({"expectation": "Snel", "emotion": -0.1}, "unmet"),
        ({"expectation": "Snel", "emotion": -2, "moment_of_truth": {"exceed": "Met taart"}}, "unmet"),
        ({"expectation": "Snel", "emotion": 0}, "met"),
        ({"expectation": "Snel", "emotion": 1.4}, "met"),
        ({"expectation": "Snel", "emotion": 1.5}, "exceeded"),
        ({"expectation": "Snel", "emotion": 1, "moment_of_truth": True}, "met"),
        ({"expectation": "Snel", "emotion": 0.5, "moment_of_truth": {"exceed": "Met taart"}}, "exceeded"),
        ({"expectation": "Snel", "emotion": 0, "moment_of_truth": {"exceed": "Met taart"}}, "met"),
        ({"expectation": "Snel", "emotion": 2, "experience": " snel"}, "met"),
    ],
)
def test_an_expectation_is_unmet_met_or_exceeded(step, expected):
    assert level(Touchpoint.model_validate(stap(**step))) == expected


def test_what_a_dream_does_not_repeat_is_still_expected():
    [met] = found(plan({"expectation": "Snel", "emotion": -1}, {"emotion": 0.5}).comparison, "expectations")
    assert (met.what, met.before, met.facts["expectation"]) == ("met", "unmet", "Snel")


def test_a_dream_that_notes_an_expectation_and_exceeds_it_is_told_once():
    shown = plan({"emotion": -1}, {"expectation": "Gedoe", "emotion": 2})
    assert whats(shown, "expectations") == ["exceeded"]


def test_a_dream_that_leaves_out_how_it_exceeds_an_expectation_falls_short_of_nothing():
    now = {"expectation": "Gedoe", "emotion": 1.1, **truth(exceed="Met één blik")}
    assert whats(plan(now, {"emotion": 1}), "expectations") == []
    assert whats(plan(now, {"emotion": -1}), "expectations") == ["unmet"]
    assert whats(plan(now, {"emotion": 1, "expectation": "Gedoe"}), "expectations") == ["met"]


def test_expectations_in_another_order_are_the_same_expectations():
    shown = whole(expectations=(["Snel", "Goed"], ["Goed", "Snel"]))
    assert [(judged.change.topic, judged.change.what) for judged in shown.comparison.differences] == [
        ("details", "moved")
    ]


# pains


def test_a_pain_of_a_step_that_a_dream_makes_better_is_solved():
    solved = one(plan({"pains": PAIN, "emotion": -1}, {"emotion": 1}), "pains", "solved")
    assert (solved.id, solved.facts["how"], solved.at.old, solved.at.new) == ("wachttijd", "better", 0, 0)


def test_a_pain_of_a_step_that_a_dream_leaves_as_it_is_remains():
    assert one(plan({"pains": PAIN, "emotion": -1}, {"emotion": -1}), "pains", "remaining").facts["how"] == "same"


def test_a_step_that_feels_worse_solves_nothing():
    assert whats(plan({"pains": PAIN, "emotion": 1}, {"emotion": 0, "title": "Belt"}), "pains") == ["remaining"]


def test_a_dream_that_names_other_pains_at_a_step_leaves_one_out_on_purpose():
    assert whats(plan({"pains": [PAIN, "Storing"]}, {"pains": "Storing"}), "pains") == ["solved", "remaining"]


def test_of_a_recurring_pain_a_dream_may_solve_one():
    old = reis(stap(pains=PAIN, emotion=-1), stap("Wacht", pains=PAIN))
    comparison = compared(old, droom(stap(emotion=1), "Wacht"), plan=True)
    remaining, narrowed = found(comparison, "pains")
    assert (remaining.what, remaining.at.old, remaining.facts["place"]) == ("remaining", 1, ["Wacht"])
    assert (narrowed.what, narrowed.at.old, narrowed.facts["counts"]) == ("narrowed", 0, [2, 1])


def test_a_pain_has_the_id_of_the_current_journey_however_the_dream_calls_it():
    pain = {"id": "wacht-lang", "title": "Wacht lang", "was": "wachttijd"}
    assert one(plan({"pains": PAIN}, {"pains": pain}), "pains", "remaining").id == "wachttijd"


def test_the_severity_counts_where_a_pain_stays():
    old = reis(stap(pains=PAIN), stap("Wacht", pains={**PAIN, "severity": "low"}))
    assert whats(compared(old, reis("Belt", stap("Wacht", pains={**PAIN, "severity": "low"}))), "pains") == ["narrowed"]


def test_a_pain_that_is_another_in_more_than_severity_is_told_in_full():
    shown = change(pains=(PAIN, {**PAIN, "severity": "low", "evidence": "interviews"}))
    assert whats(shown, "pains") == ["milder"]
    assert "changed" in whats(shown, "details")


def test_barriers_of_a_phase_are_pains_too():
    comparison = compared(fasen(fase("Koop", barriers="Prijs")), fasen(fase("Koop")))
    [solved] = found(comparison, "pains")
    assert (solved.at.sort, solved.facts["barrier"]) == ("phase", True)


def test_a_dream_loses_nothing_that_nobody_dreams_of():
    now = {
        "pains": PAIN, "evidence": "interviews", "experience": "Traag", "owner": "Sales", "core_values": "Smaak",
        "metrics": {"csat": {"value": 6}}, "gains": "Lief", "thoughts": "Hm", "channel": "web", "expectation": "Snel",
    }  # fmt: skip
    comparison = compared(
        reis(stap(**now), sources="Enquête", makers="Sales", reviewed="2026", expectations="Snel", owner="Sales"),
        droom(stap(duration="1 uur")),
        plan=True,
    )
    lost = {(judged.change.topic, judged.change.what) for judged in comparison.differences}
    assert lost == {("pains", "solved"), ("details", "added")}


# opportunities


def test_an_opportunity_beside_a_pain_that_remains_is_left():
    old = {"pains": [PAIN], "opportunities": {**IDEA, "solves": "Wachttijd"}, "emotion": -1}
    shown = plan(old, {"pains": [PAIN], "emotion": 1})
    assert (one(shown, "opportunities", "left").id, one(shown, "opportunities", "left").facts["how"]) == (
        "terugbellen",
        "pain",
    )


def test_an_opportunity_for_a_pain_that_only_remains_elsewhere_is_taken():
    old = reis(stap(pains=PAIN, opportunities={**IDEA, "solves": "wachttijd"}, emotion=-1), stap("Wacht", pains=PAIN))
    assert whats(compared(old, droom(stap(emotion=1), "Wacht"), plan=True), "opportunities") == ["taken"]


def test_an_opportunity_of_a_phase_in_which_a_step_changes_is_taken():
    old = fasen(fase("Koop", stap(emotion=-1), opportunities=IDEA))
    for feeling, what in ((1, "taken"), (-1, "left")):
        dream = fasen(fase("Koop", stap(emotion=feeling)), state="dream", of="reis")
        [idea] = found(compared(old, dream, plan=True), "opportunities")
        assert (idea.what, idea.at.sort, idea.at.old) == (what, "phase", 0)


# channels, metrics, owners, values, loop


def test_a_channel_that_is_now_written_down_is_not_gained():
    assert whats(change(channel=(None, "web")), "channels") == []


def test_a_channel_that_a_dream_leaves_out_is_not_closed():
    old = reis(stap(channel="web"), stap("Wacht", channel="phone"))
    assert whats(compared(old, droom(stap(channel="web"), "Wacht"), plan=True), "channels") == []


def test_a_channel_that_is_written_down_at_a_step_that_was_there_is_no_new_way():
    comparison = compared(reis(stap(channel="web"), "Wacht"), reis(stap(channel="web"), stap("Wacht", channel="phone")))
    assert whats(comparison, "channels") == []


def test_the_first_channels_of_a_map_are_no_new_ways():
    assert whats(compared(reis("Belt"), reis("Belt", stap("Wacht", channel="web"))), "channels") == []


def test_an_own_channel_is_known_by_its_title_and_has_a_mode():
    organisation = {"title": "Ons", "channels": [{"id": "balie", "title": "Aan de balie", "mode": "offline"}]}
    comparison = compared(reis(stap(channel="web")), reis(stap(channel="Aan de balie")), organisation=organisation)
    changed, opened = found(comparison, "channels")[:2]
    assert (changed.after, changed.facts["now"]) == (["balie"], ["Aan de balie"])
    assert (opened.id, opened.facts["mode"]) == ("balie", "offline")


@pytest.mark.parametrize(
    ("metric", "scale", "before", "after", "expected"),
    [
        ("csat", (1, 10), 5.5, 10, 0.5),
        ("conversion", (0, 100), 1, 2, 0.5),
        ("volume", (0, float("inf")), 200, 150, 0.25),
        ("own", None, 0, 70, 1.0),
        ("own", None, 3, 3, 0.0),
        ("own", None, -1.7e308, 1.7e308, 1.0),
        ("own", (-1.7e308, 1.7e308), -1, 1, 1.0),
    ],
)
def test_a_distance_is_a_part_of_the_scale_or_of_the_greater_figure(metric, scale, before, after, expected):
    info = MetricInfo(metric, metric, "", scale, "higher")
    assert distance(info, before, after) == distance(info, after, before) == expected


def test_which_way_is_better_is_for_the_metric_to_say():
    assert whats(change(metrics=({"drop-off": 10}, {"drop-off": 5})), "metrics") == ["better"]
    assert whats(change(metrics=({"csat": 10}, {"csat": 5})), "metrics") == ["worse"]
    assert whats(change(metrics=({"volume": 10}, {"volume": 5})), "metrics") == ["changed"]


def test_the_target_of_a_dream_goes_before_the_one_of_today():
    now = {"metrics": {"csat": {"value": 6, "target": 8}}}
    assert one(plan(now, {"metrics": {"csat": {"target": 9}}}), "metrics", "ahead").after == 9
    assert one(plan(now, {"metrics": {"csat": 7}}), "metrics", "ahead").after == 7
    assert one(plan(now, {}), "metrics", "ahead").facts["dreamed"] is False


def test_a_target_of_today_that_is_passed_is_reached_and_one_of_a_dream_aims_too_low():
    now = {"metrics": {"csat": {"value": 8.5, "target": 8}}}
    assert whats(plan(now, {}), "metrics") == ["reached"]
    assert whats(plan(now, {"metrics": {"csat": {"target": 8}}}), "metrics") == ["below"]
    assert whats(plan(now, {"metrics": {"csat": {"target": 8.5}}}), "metrics") == ["reached"]


def test_a_figure_of_a_merged_step_is_held_against_the_one_it_becomes():
    old = reis("Belt", stap("Wacht", metrics={"csat": 6}))
    shown = Shown(old, droom(stap("Appt", replaces=["belt", "wacht"], metrics={"csat": {"target": 8}})), plan=True)
    ahead = one(shown, "metrics", "ahead")
    assert (ahead.at.old, ahead.at.new, ahead.id) == (1, 0, "csat")


def test_a_metric_under_another_spelling_is_the_same_one():
    assert whats(change(metrics=({"CSAT": 6}, {"csat": 8})), "metrics") == ["better"]


def test_evidence_beside_a_new_value_is_told_too():
    shown = change(metrics=({"csat": 6}, {"csat": {"value": 8, "evidence": "panel"}}))
    assert whats(shown, "details") == ["changed"]


def test_a_team_under_another_spelling_is_the_same_one():
    assert whats(change(owner=("Sales", "sales")), "owners") == []


def test_a_team_is_called_as_the_organisation_calls_it():
    teams = {"title": "Ons", "teams": [{"id": "sales", "title": "Verkoop"}]}
    [gained] = found(compared(reis("Belt"), reis(stap(owner="sales")), organisation=teams), "owners")
    assert gained.after == "Verkoop"


def test_steps_of_two_teams_that_become_one_of_either_are_in_no_other_hands():
    old = reis(stap(owner="Sales"), stap("Wacht", owner="Service"))
    dream = droom(stap("Appt", replaces=["belt", "wacht"], owner="Service"))
    assert whats(compared(old, dream, plan=True), "owners") == []


def test_a_core_value_that_goes_from_one_step_to_another_is_as_much_tasted():
    comparison = compared(reis(stap(core_values="Smaak"), "Wacht"), reis("Belt", stap("Wacht", core_values="Smaak")))
    assert [judged.change.topic for judged in comparison.differences] == ["details", "details"]


def test_a_core_value_that_is_told_is_not_told_again_as_a_detail():
    assert [judged.change.topic for judged in SHOWN["values.tasted"].comparison.differences] == ["values"]


def test_a_dream_that_names_no_core_value_says_nothing_of_them():
    assert whats(plan({"core_values": "Smaak"}, {"emotion": 1}), "values") == []


def test_a_loop_into_the_same_phase_by_another_name_is_the_same():
    old = fasen("Kiezen", "Koop", loyalty_loop="koop")
    new = fasen("Kiezen", {"title": "Kopen", "was": "koop"}, loyalty_loop="kopen")
    assert whats(compared(old, new), "loop") == []


# details


def test_titles_stand_where_ids_were_written():
    shown = change(next=("exit", [{"to": "belt", "share": 0.5}]))
    [detail] = found(shown.comparison, "details")
    assert detail.after == [{"to": "Belt", "share": 0.5}]


def test_of_a_changed_item_only_what_differs_is_shown():
    before, after = {"title": "Pakt in", "owner": "A", "system": "X"}, {"title": "Pakt in", "owner": "B", "system": "X"}
    [detail] = found(change(backstage=(before, after)).comparison, "details")
    assert (detail.before, detail.after, detail.facts["called"]) == ({"owner": "A"}, {"owner": "B"}, "Pakt in")


def test_no_detail_is_endless():
    [detail] = found(change(thoughts=(None, ["x" * 9000] * 900)).comparison, "details")
    assert len(detail.after) == 20
    assert len(detail.after[0]) == 500


def test_equal_names_are_told_apart_as_edits_do():
    assert distinct(["a", "a", "b", "a"]) == ["a", "a#2", "b", "a#3"]


def test_a_dream_that_repeats_no_feeling_does_not_lose_the_high_point():
    old = reis(stap("Trouwt", emotion=2), stap("Belt", emotion=-1))
    shown = Shown(old, droom("Trouwt", stap("Belt", emotion=1)), plan=True)
    assert "high" not in whats(shown, "scores")
    assert one(shown, "scores", "low").facts["places"] == ["Belt", "Belt"]
    assert one(shown, "scores", "mean").facts["careful"] == 1.5


def test_a_dream_without_owners_or_channels_has_those_of_today():
    old = reis(stap("Belt", owner="Sales", channel="phone"), stap("Mailt", owner="Service", channel="email"))
    shown = Shown(old, droom("Belt", "Mailt"), plan=True)
    assert whats(shown, "scores") == []
    assert whats(shown, "channels") == []


def test_what_goes_by_itself_needs_no_channel():
    old = reis(stap(channel="phone"), stap("Klikt", channel="web"))
    shown = Shown(old, droom(stap(automated=True), "Klikt"), plan=True)
    assert whats(shown, "channels") == ["closed", "mode-closed"]


def test_steps_of_which_a_dream_says_nothing_are_counted_apart():
    shown = Shown(
        reis("Belt", "Wacht", stap("Piept", automated=True), "Rijdt"), droom("Belt", drops="wacht"), plan=True
    )
    assert one(shown, "scores", "steps").facts == {"less": 2, "known": True, "unsaid": 1}


def test_a_feeling_whose_word_a_dream_leaves_out_has_no_other_name():
    assert whats(plan({"emotion": {"score": 1, "word": "blij"}}, {"emotion": 1}), "emotions") == []


def test_waiting_is_no_channel_that_is_lost():
    old = reis(stap("Wacht", channel="none"), stap("Belt", channel="phone"))
    new = droom({"title": "Appt", "channel": ["app", "phone"], "replaces": ["wacht", "belt"]})
    assert one(Shown(old, new, plan=True), "channels", "gained").facts["was"] == ["telefoon"]


def test_a_channel_of_steps_that_are_taken_away_on_purpose_is_not_missed_while_another_of_its_mode_is_left():
    old = reis(stap("Wacht", channel="email"), stap("Belt", channel="phone"), stap("Klikt", channel="web"))
    kept = droom("Belt", "Klikt", drops="wacht")
    assert whats(Shown(old, kept, plan=True), "channels") == []
    online_only = droom("Wacht", "Klikt", drops="belt")
    assert whats(Shown(old, online_only, plan=True), "channels") == ["closed", "mode-closed"]


def test_a_core_value_of_two_steps_that_became_one_is_tasted_as_before():
    old = reis(stap("Belt", core_values="Rust"), stap("Wacht", core_values="Rust"))
    new = droom({"title": "Appt", "core_values": "Rust", "replaces": ["belt", "wacht"]})
    assert whats(Shown(old, new, plan=True), "values") == []


def test_a_step_that_took_longer_than_it_does_now_even_in_part_takes_less_time():
    old = reis(stap("Belt", duration="25 minuten"), "Wacht")
    new = droom({"title": "Appt", "duration": "3 minuten", "replaces": ["belt", "wacht"]})
    assert "faster" in whats(Shown(old, new, plan=True), "steps")
    new["phases"][0]["touchpoints"][0]["duration"] = "30 minuten"
    assert not {"faster", "slower"} & set(whats(Shown(old, new, plan=True), "steps"))


def test_that_it_no_longer_hurts_does_not_say_that_an_expectation_is_met():
    old = {"expectation": "Geld terug", "emotion": -1.5}
    assert whats(plan(old, {"emotion": 0}), "expectations") == []
    assert whats(plan(old, {"emotion": 0.5}), "expectations") == ["met"]
    assert whats(plan(old, {"emotion": 0, "expectation": "Geld terug"}), "expectations") == ["met"]


def test_why_a_whole_phase_goes_is_said_once():
    drops = {"id": "koop", "note": "Niemand doet het."}
    old, new = fasen(fase("Koop", "Belt"), "Hulp"), fasen("Hulp", drops=drops, state="dream", of="reis")
    shown = Shown(old, new, plan=True)
    assert one(shown, "phases", "dropped").facts["note"] == "Niemand doet het."
    step = one(shown, "steps", "dropped").facts
    assert (step["whole"], step["note"]) == (True, None)
