"""A finding is known again: by its rule and its element, not by its line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.report.made import located

from klantreis.report.fingerprint import fingerprints

JOURNEY = """klantreis: 1
title: Een fiets kopen
phases:
  - title: Kiezen
    touchpoints:
      - title: Belt de winkel
        channel: telefoon
        emotio: 1
      - title: Bezoekt de winkel
        channel: winkel
        emotio: 2
"""


@pytest.fixture
def prints(klantreis, files):
    def given(text, folder="", name="kaart.yaml"):
        root = files({f"klantreizen/{name}": text, ".git/HEAD": ""})
        path = str(Path("klantreizen", name)) if not folder else name
        out = klantreis(root / folder, "validate", path, "--no-lint", "--output-format", "gitlab").out
        return [item["fingerprint"] for item in json.loads(out)]

    return given


def test_they_survive_moved_lines(prints):
    moved = JOURNEY.replace("phases:", "# Opmerking\n\ndescription: Van wens tot fiets\nphases:")
    assert prints(JOURNEY) == prints(moved)
    assert len(prints(JOURNEY)) == 2


def test_they_survive_another_order_of_elements(prints):
    first, last = JOURNEY.index("      - title: Belt"), JOURNEY.index("      - title: Bezoekt")
    turned = JOURNEY[:first] + JOURNEY[last:] + JOURNEY[first:last]
    assert sorted(prints(turned)) == sorted(prints(JOURNEY))


def test_they_survive_a_file_that_is_renamed(prints):
    assert prints(JOURNEY, name="fiets.yaml") == prints(JOURNEY)


def test_they_do_not_depend_on_the_folder_one_stands_in(prints):
    assert prints(JOURNEY, folder="klantreizen") == prints(JOURNEY)
    assert prints("a: [", folder="klantreizen") == prints("a: [")


def test_another_element_has_another(prints):
    assert len(set(prints(JOURNEY))) == 2
    assert prints(JOURNEY.replace("Belt de winkel", "Mailt de winkel"))[0] != prints(JOURNEY)[0]


def test_equals_are_told_apart_in_the_same_way_each_time():
    same = [located() for _ in range(50)]
    given = fingerprints(same)
    assert len(set(given)) == 50
    assert fingerprints(same) == given
    assert fingerprints(same[:1]) == given[:1]


def test_the_message_does_not_matter():
    assert fingerprints([located("A.")]) == fingerprints([located("B.")])
