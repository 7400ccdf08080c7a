"""How what changed is judged: for the customer, by how much, and the other way round."""

from __future__ import annotations

from collections import Counter

import pytest
from tests.compare.shown import MORE, PAIN, SHOWN, Shown, change, compared, fase, fasen, plan, reis, stap

from klantreis.compare.comparison import Comparison
from klantreis.compare.judgement import WHYS
from klantreis.compare.judgement.verdict import VERDICTS, Judged, by_rating, by_severity, graded, turned
from klantreis.compare.sentences import key_of_sentence

OTHER_WAY = {"improvement": "regression", "regression": "improvement", "neutral": "neutral", "open": "open"}

JUDGED = {
    "scores.mean": ("improvement", 3, "mean-risen"),
    "scores.remembered": ("improvement", 3, "remembered-risen"),
    "scores.high": ("improvement", 3, "high-risen"),
    "scores.low": ("improvement", 3, "low-risen"),
    "scores.end": ("improvement", 3, "end-risen"),
    "scores.steps": ("improvement", 3, "steps-fewer"),
    "scores.switches": ("improvement", 1, "switches-fewer"),
    "scores.handovers": ("improvement", 1, "handovers-fewer"),
    "scores.duration": ("improvement", 3, "duration-shorter"),
    "steps.added": ("open", 1, "added"),
    "steps.removed": ("open", 1, "removed"),
    "steps.removed.dream": ("open", 1, "removed"),
    "steps.dropped": ("improvement", 2, "dropped-superfluous"),
    "steps.restored": ("regression", 2, "restored"),
    "steps.absorbed": ("improvement", 1, "absorbed"),
    "steps.merged": ("improvement", 2, "merged"),
    "steps.split": ("regression", 2, "split"),
    "steps.replaced": ("neutral", 2, "replaced"),
    "steps.moved": ("neutral", 1, "moved"),
    "steps.moved.phase": ("neutral", 1, "moved"),
    "steps.moved.first": ("neutral", 1, "moved"),
    "steps.renamed": ("neutral", 1, "renamed"),
    "steps.automated": ("improvement", 2, "automated"),
    "steps.by-hand": ("regression", 2, "by-hand"),
    "steps.optional": ("improvement", 1, "optional"),
    "steps.required": ("regression", 1, "required"),
    "steps.faster": ("improvement", 3, "faster"),
    "steps.slower": ("regression", 1, "slower"),
    "phases.added": ("neutral", 1, "phase-added"),
    "phases.removed": ("neutral", 1, "phase-removed"),
    "phases.removed.dream": ("neutral", 1, "phase-removed"),
    "phases.dropped": ("improvement", 3, "phase-dropped"),
    "phases.merged": ("neutral", 1, "phase-merged"),
    "phases.split": ("neutral", 1, "phase-split"),
    "phases.replaced": ("neutral", 2, "phase-replaced"),
    "phases.moved": ("neutral", 1, "phase-moved"),
    "phases.moved.first": ("neutral", 1, "phase-moved"),
    "phases.renamed": ("neutral", 1, "renamed"),
    "phases.faster": ("improvement", 3, "faster"),
    "phases.slower": ("neutral", 1, "endless"),
    "emotions.risen": ("improvement", 3, "feeling-risen-turned"),
    "emotions.fallen": ("regression", 1, "feeling-fallen"),
    "emotions.reworded": ("neutral", 1, "emotion-reworded"),
    "emotions.reworded.named": ("neutral", 1, "emotion-named"),
    "emotions.reworded.unnamed": ("neutral", 1, "emotion-unnamed"),
    "emotions.noted": ("neutral", 1, "emotion-noted"),
    "emotions.forgotten": ("neutral", 1, "emotion-forgotten"),
    "truths.gained": ("improvement", 2, "truth-gained"),
    "truths.gained.new": ("improvement", 2, "truth-gained"),
    "truths.lost": ("regression", 2, "truth-lost"),
    "truths.lost.dream": ("open", 2, "truth-lost-planned"),
    "truths.lost.gone": ("regression", 2, "truth-lost"),
    "truths.improved": ("improvement", 2, "truth-improved"),
    "truths.worsened": ("regression", 2, "truth-worsened"),
    "truths.changed": ("neutral", 1, "truth-changed"),
    "truths.kind": ("neutral", 1, "truth-kind"),
    "expectations.exceeded": ("improvement", 3, "unmet-to-exceeded"),
    "expectations.met": ("improvement", 2, "unmet-to-met"),
    "expectations.unmet": ("regression", 2, "met-to-unmet"),
    "expectations.noted": ("neutral", 1, "expectation-noted"),
    "expectations.forgotten": ("neutral", 1, "expectation-forgotten"),
    "expectations.reworded": ("neutral", 1, "expectation-reworded"),
    "expectations.added": ("neutral", 1, "expectation-added"),
    "expectations.removed": ("neutral", 1, "expectation-removed"),
    "pains.solved": ("improvement", 3, "pain-solved"),
    "pains.solved.unsaid": ("open", 3, "pain-unsaid"),
    "pains.remaining": ("open", 3, "pain-repeated"),
    "pains.new": ("regression", 3, "pain-new"),
    "pains.moved": ("neutral", 1, "pain-moved"),
    "pains.spread": ("regression", 1, "pain-spread"),
    "pains.narrowed": ("improvement", 1, "pain-narrowed"),
    "pains.worse": ("regression", 3, "pain-worse"),
    "pains.milder": ("improvement", 2, "pain-milder"),
    "opportunities.taken": ("improvement", 3, "opportunity-taken-better"),
    "opportunities.taken.unsaid": ("open", 3, "opportunity-taken-unsaid"),
    "opportunities.left": ("open", 3, "opportunity-left-repeated"),
    "opportunities.added": ("neutral", 1, "opportunity-added"),
    "opportunities.removed": ("neutral", 1, "opportunity-removed"),
    "opportunities.moved": ("neutral", 1, "opportunity-moved"),
    "channels.gained": ("improvement", 1, "channel-gained"),
    "channels.lost": ("regression", 1, "channel-lost"),
    "channels.changed": ("neutral", 1, "channel-changed"),
    "channels.contact": ("neutral", 1, "channel-contact"),
    "channels.alone": ("neutral", 1, "channel-alone"),
    "channels.opened": ("improvement", 2, "channel-opened"),
    "channels.closed": ("regression", 2, "channel-closed"),
    "channels.mode-opened": ("improvement", 1, "channel-mode-opened"),
    "channels.mode-closed": ("regression", 1, "channel-mode-closed"),
    "channels.mode-changed": ("neutral", 1, "channel-changed"),
    "metrics.ahead": ("improvement", 3, "metric-ahead"),
    "metrics.reached": ("neutral", 1, "metric-reached"),
    "metrics.below": ("regression", 2, "metric-below"),
    "metrics.aimed": ("neutral", 1, "metric-aimed"),
    "metrics.unmeasured": ("open", 1, "metric-unmeasured"),
    "metrics.better": ("improvement", 3, "metric-better"),
    "metrics.worse": ("regression", 1, "metric-worse"),
    "metrics.changed": ("neutral", 1, "metric-changed"),
    "metrics.measured": ("neutral", 1, "metric-measured"),
    "metrics.forgotten": ("neutral", 1, "metric-forgotten"),
    "metrics.added": ("neutral", 1, "metric-added"),
    "metrics.removed": ("neutral", 1, "metric-removed"),
    "metrics.target-raised": ("neutral", 1, "metric-target-raised"),
    "metrics.target-lowered": ("neutral", 1, "metric-target-lowered"),
    "metrics.target-set": ("neutral", 1, "metric-target-set"),
    "metrics.target-dropped": ("neutral", 1, "metric-target-dropped"),
    "owners.gained": ("improvement", 1, "owner-gained"),
    "owners.lost": ("regression", 1, "owner-lost"),
    "owners.changed": ("neutral", 1, "owner-changed"),
    "values.tasted": ("improvement", 2, "value-tasted"),
    "values.untasted": ("regression", 2, "value-untasted"),
    "values.more": ("improvement", 1, "value-more"),
    "values.fewer": ("regression", 1, "value-fewer"),
    "loop.gained": ("improvement", 2, "loop-gained"),
    "loop.lost": ("regression", 2, "loop-lost"),
    "loop.later": ("improvement", 1, "loop-later"),
    "loop.earlier": ("regression", 1, "loop-earlier"),
    "loop.changed": ("neutral", 1, "loop-changed"),
    "evidence.risen": ("improvement", 3, "evidence-risen"),
    "evidence.fallen": ("regression", 3, "evidence-fallen"),
    "evidence.proven": ("improvement", 1, "evidence-proven-assumption"),
    "evidence.unproven": ("regression", 1, "evidence-unproven-assumption"),
    "evidence.reviewed": ("improvement", 1, "evidence-reviewed"),
    "evidence.reviewed.first": ("improvement", 1, "evidence-reviewed"),
    "evidence.unreviewed": ("regression", 1, "evidence-unreviewed"),
    "evidence.unreviewed.never": ("regression", 1, "evidence-unreviewed"),
    "details.added": ("neutral", 1, "detail-added"),
    "details.added.item": ("neutral", 1, "detail-added"),
    "details.added.drop": ("neutral", 1, "detail-added"),
    "details.removed": ("neutral", 1, "detail-removed"),
    "details.removed.item": ("neutral", 1, "detail-removed"),
    "details.removed.drop": ("neutral", 1, "detail-removed"),
    "details.changed": ("neutral", 1, "detail-changed"),
    "details.moved": ("neutral", 1, "detail-moved"),
    "details.moved.item": ("neutral", 1, "detail-moved"),
    "details.moved.order": ("neutral", 1, "detail-moved"),
}
"""How each thing that may be found is judged where `SHOWN` shows it."""

REASONED = {
    "added-automated": ("neutral", 1),
    "added-good": ("improvement", 1),
    "channel-closed-planned": ("open", 1),
    "channel-lost-planned": ("open", 1),
    "channel-mode-changed-planned": ("open", 1),
    "channel-mode-closed-planned": ("open", 1),
    "channel-opened-instead": ("neutral", 1),
    "detail-dreamed": ("neutral", 1),
    "dropped-automated": ("improvement", 2),
    "dropped-phase": ("improvement", 2),
    "dropped-good": ("open", 2),
    "duration-longer-planned": ("open", 2),
    "exceeded-to-met": ("regression", 2),
    "handovers-unsure": ("neutral", 1),
    "loop-lost-planned": ("open", 2),
    "met-to-exceeded": ("improvement", 2),
    "mean-unsure": ("neutral", 1),
    "metric-ahead-modest": ("improvement", 2),
    "metric-ahead-today": ("improvement", 3),
    "opportunity-left-pain": ("open", 3),
    "opportunity-left-same": ("open", 3),
    "opportunity-taken-dropped": ("improvement", 3),
    "opportunity-taken-replaced": ("improvement", 3),
    "opportunity-taken-unsaid": ("open", 3),
    "pain-same": ("open", 3),
    "pain-solved-better": ("improvement", 3),
    "pain-solved-dropped": ("improvement", 3),
    "pain-solved-gone": ("improvement", 3),
    "pain-solved-replaced": ("improvement", 3),
    "pain-unsaid": ("open", 3),
    "phase-dropped-automated": ("improvement", 3),
    "phase-dropped-superfluous": ("improvement", 3),
    "removed-automated": ("neutral", 1),
    "remembered-unsure": ("neutral", 1),
    "slower-planned": ("open", 2),
    "steps-unsure": ("open", 1),
    "switches-unsure": ("neutral", 1),
    "truth-fallen": ("regression", 2),
    "truth-fallen-turned": ("regression", 3),
    "truth-lost-dropped": ("open", 2),
    "truth-lost-planned": ("open", 2),
    "truth-risen": ("improvement", 2),
    "truth-risen-turned": ("improvement", 3),
    "unknown-to-exceeded": ("improvement", 2),
    "value-untasted-planned": ("open", 2),
    "value-fewer-planned": ("neutral", 1),
}
"""How it is judged for the reasons that `MORE` shows."""


def tally(comparison: Comparison, *, back: bool = False) -> Counter[tuple[str, str, int]]:
    return Counter(
        (judged.change.topic, OTHER_WAY[judged.verdict] if back else judged.verdict, judged.size)
        for judged in comparison.differences
    )


def judged_as(shown: Shown, topic: str) -> list[tuple[str, int]]:
    found = [judged for judged in shown.comparison.differences if judged.change.topic == topic]
    return [(judged.verdict, judged.size) for judged in found]


def shown_for(key: str) -> Judged:
    return next(j for j in SHOWN[key].comparison.differences if key_of_sentence(j.change) == key)


@pytest.mark.parametrize("key", sorted(SHOWN))
def test_each_difference_is_judged(key):
    judged = shown_for(key)
    assert (judged.verdict, judged.size, judged.judgement.why) == JUDGED[key]


@pytest.mark.parametrize("why", sorted(MORE))
def test_each_reason_has_its_judgement(why):
    judged = next(j for j in MORE[why].comparison.differences if j.judgement.why == why)
    assert (judged.verdict, judged.size) == REASONED[why]


def test_every_reason_that_may_be_given_is_given_somewhere():
    shown = [*SHOWN.values(), *MORE.values()]
    found = {
        (judged.change.topic, judged.judgement.why)
        for one in shown
        for comparison in ((one.comparison,) if one.plan else (one.comparison, one.back))
        for judged in comparison.differences
    }
    known = {(topic, why) for topic, whys in WHYS.items() for why in whys}
    assert found <= known
    assert {why for _, why in found} == {why for _, why in known}


@pytest.mark.parametrize("key", sorted(key for key, shown in {**SHOWN, **MORE}.items() if not shown.plan))
def test_the_other_way_round_better_is_worse_and_as_much(key):
    shown = {**SHOWN, **MORE}[key]
    assert tally(shown.comparison) == tally(shown.back, back=True)


@pytest.mark.parametrize("key", sorted(SHOWN))
def test_a_side_does_not_differ_from_itself(key):
    for side in (SHOWN[key].old, SHOWN[key].new):
        assert compared(side, side).differences == ()


def test_verdicts_are_counted():
    counts = change(emotion=(-1, 1), owner=("Sales", "Service")).comparison.counts()
    assert tuple(counts) == VERDICTS
    assert (counts["improvement"], counts["neutral"], counts["regression"], counts["open"]) == (6, 1, 0, 0)


@pytest.mark.parametrize(("before", "after", "size"), [(0, 0.7, 1), (0, 0.75, 2), (-0.4, 1.1, 3), (0.1, 0.85, 2)])
def test_a_feeling_counts_by_how_far_it_goes(before, after, size):
    assert judged_as(change(emotion=(before, after)), "emotions") == [("improvement", size)]


def test_a_feeling_that_ends_at_neutral_has_not_turned():
    shown = change(emotion=(-1, 0)).comparison
    assert "feeling-risen" in [judged.judgement.why for judged in shown.differences]


@pytest.mark.parametrize(
    ("before", "after", "size"), [("10 uur", "9 uur", 1), ("9 uur", "6 uur", 2), ("8 uur", "2 uur", 3)]
)
def test_time_counts_by_the_part_that_is_saved(before, after, size):
    assert judged_as(change(duration=(before, after)), "steps") == [("improvement", size)]


def test_what_never_ends_is_not_held_against_what_does():
    assert judged_as(change(duration=("doorlopend", "36 maanden")), "steps") == [("neutral", 1)]


def test_three_steps_in_one_are_more_than_two():
    old = reis("Belt", "Wacht", "Rijdt")
    shown = Shown(old, reis({"title": "Appt", "was": ["belt", "wacht", "rijdt"]}))
    assert judged_as(shown, "steps") == [("improvement", 3)]


@pytest.mark.parametrize(("severity", "size"), [("low", 1), ("medium", 2), ("high", 3), (None, 2)])
def test_a_pain_counts_by_its_severity(severity, size):
    pain = {"title": "Wachttijd"} | ({"severity": severity} if severity else {})
    assert judged_as(change(pains=(pain, None)), "pains") == [("improvement", size)]
    assert by_severity(severity) == size


def test_from_high_to_low_is_more_than_one_step():
    assert judged_as(change(pains=(PAIN, {**PAIN, "severity": "low"})), "pains") == [("improvement", 3)]


@pytest.mark.parametrize(("impact", "size"), [(1, 1), (3, 2), (4, 3), (5, 3)])
def test_an_opportunity_counts_by_its_impact(impact, size):
    idea = {"title": "Terugbellen", "impact": impact}
    assert judged_as(plan({"opportunities": idea}, {"emotion": 1}), "opportunities") == [("improvement", size)]


def test_nobody_said_how_much_is_little():
    assert by_rating(None) == 1


@pytest.mark.parametrize(("before", "after", "size"), [(7, 7.5, 1), (7, 8, 2), (6, 8, 3)])
def test_a_figure_counts_by_its_scale(before, after, size):
    shown = change(metrics=({"csat": before}, {"csat": after}))
    assert judged_as(shown, "metrics") == [("improvement", size)]


def test_a_dream_may_close_a_channel_and_asks_what_becomes_of_who_chose_it():
    assert judged_as(plan({"channel": "phone"}, {"channel": "web"}), "channels") == [
        ("neutral", 1), ("neutral", 1), ("open", 1), ("open", 1),
    ]  # fmt: skip


def test_fewer_steps_of_many_is_little():
    many = [f"Stap {n}" for n in range(20)]
    assert judged_as(Shown(reis(*many), reis(*many[1:])), "scores") == [("improvement", 1)]


def test_phases_that_are_only_cut_otherwise_are_no_progress():
    comparison = compared(fasen(fase("Koop", "Belt")), fasen(fase("Kiezen", stap("Belt"))))
    assert {judged.verdict for judged in comparison.differences} == {"neutral"}


def test_amounts_are_graded_from_their_bounds():
    assert [graded(amount, 1, 2) for amount in (0.9, 1, 1.9, 2)] == [1, 2, 2, 3]
    assert [turned(better) for better in (True, False)] == ["improvement", "regression"]
