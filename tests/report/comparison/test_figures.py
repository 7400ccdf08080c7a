"""The figures above a comparison: what people want to know first."""

from __future__ import annotations

from tests.report.comparison import made

from klantreis.report.comparison.figures import figures_of, score, told
from klantreis.report.comparison.words import terms_of

NL = terms_of("nl")


def figures(found, language="nl"):
    return {figure.name: (figure.text, figure.verdict) for figure in told(found, terms_of(language))}


def test_scores_and_steps_are_shown_before_and_after_and_judged():
    found = figures(made.michiel())
    assert found["Gemiddeld"] == ("−0,2 → +1,1", "improvement")
    assert found["Onthouden"] == ("−1,2 → +1,6", "improvement")
    assert found["Stappen van de klant"] == ("12 → 8", "improvement")


def test_the_other_way_round_is_worse():
    sides = made.michiel().comparison
    back = figures(made.gap(sides.new.journey, sides.old.journey, plan=False))
    assert back["Gemiddeld"] == ("+1,1 → −0,2", "regression")
    assert back["Stappen van de klant"] == ("8 → 12", "regression")


def test_a_step_that_happens_by_itself_is_none_that_the_customer_takes():
    found = made.michiel()
    assert figures_of(found).steps == (12, 8)
    assert len(found.comparison.new.steps) == 9


def test_pains_are_counted_by_what_became_of_them():
    assert figures(made.repair(), "en")["Pain points"] == ("2 solved", "improvement")
    assert dict(figures_of(made.repair()).pains) == {"solved": 2, "remaining": 0, "new": 0}


def test_without_emotions_no_score_is_shown():
    nothing = made.models("id: a\ntitle: A\nphases: [{title: P, touchpoints: [T]}]")[0]
    found = figures(made.gap(nothing, nothing, plan=False))
    assert set(found) == {"Stappen van de klant"}


def test_a_score_that_is_known_on_one_side_says_so():
    assert score((None, 1.0), NL) == "onbekend → +1,0"
    assert score((0.5, 0.52), NL) == "+0,5"
