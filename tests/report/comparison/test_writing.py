"""What only is written otherwise is short, and shows where two texts part."""

from __future__ import annotations

import pytest
from tests.report.comparison import made

from klantreis.report.comparison.words import terms_of
from klantreis.report.comparison.writing import shown, written

LONG = "Een heel lang verhaal over een pan die van het fornuis naar de tafel en weer terug naar de kast gaat, "

BEFORE = """
id: nu
title: Nu
phases:
  - id: een
    title: Een
    goal: Soep
    touchpoints:
      - id: a
        title: A
        duration: 2 weken
        gains: [Ruikt lekker]
        actions: [Roert, Proeft]
"""
AFTER = """
id: nu
title: Nu
phases:
  - id: een
    title: Een
    goal: Meer soep
    touchpoints:
      - id: a
        title: B
        thoughts: Mm
        gains: [Ruikt lekker]
        actions: [Roert, Proeft, Slurpt]
"""


def test_long_texts_are_cut_where_they_differ():
    before, after = shown(LONG + "en dat duurt lang.", LONG + "en dat gaat snel.")
    assert before.startswith("…")
    assert before.endswith("en dat duurt lang.")
    assert after.endswith("en dat gaat snel.")


def test_short_texts_are_shown_whole():
    assert shown("een", "twee") == ("een", "twee")
    assert shown("", "twee") == ("", "twee")


@pytest.mark.parametrize(("before", "after"), [(LONG * 3, ""), ("", LONG * 3), (LONG, LONG[::-1])])
def test_a_long_text_is_cut(before, after):
    assert all(len(text) <= 81 for text in shown(before, after))


def test_each_says_what_it_is_called_and_what_became_of_it():
    found = made.gap(made.models(BEFORE)[0], made.models(AFTER)[0], plan=False)
    texts = [item for item in found.items if item.judged.change.topic == "details"]
    assert sorted(written(item, terms_of("nl")) for item in texts) == [
        ("Doel: ", "“Soep”", "“Meer soep”"),
        ("Duur (weg): ", "2 weken", ""),
        ("Gedachte (erbij): ", "", "“Mm”"),
        ("Klantactie: ", "“Roert” en “Proeft”", "“Roert”, “Proeft” en “Slurpt”"),
    ]


def test_another_title_is_a_sentence():
    found = made.gap(made.models(BEFORE)[0], made.models(AFTER)[0], plan=False)
    renamed = next(item for item in found.items if item.judged.change.what == "renamed")
    assert written(renamed, terms_of("nl")) == ("Heette “A”.", "", "")
