"""What a result has to show."""

from __future__ import annotations

from collections import Counter

import pytest

from klantreis.merge.proof import errors, keeps_comments, named_in, shows_comments

SOUND = "klantreis: 1\ntitle: A\nphases:\n  - title: B\n    touchpoints:\n      - title: C\n        pains: D\n"


def test_a_sound_file_has_no_errors_whatever_its_workspace_holds():
    assert errors(SOUND + "owner: niemand\nlanguage: nl\n") == set()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (SOUND + "        opportunities: {title: E, solves: weg}\n", "weg"),
        (SOUND + "      - title: C\n", "c"),
        (SOUND + "loyalty_loop: nergens\n", "nergens"),
        (SOUND + "---\ntitle: A\nphases: [B]\n", "a"),
    ],
)
def test_errors_name_the_ids_that_people_have_to_decide_on(text, name):
    assert name in named_in(errors(text))


def test_both_parts_of_a_path_are_named():
    assert named_in({("K1", "No pain point `stap/pijn`.")}) == {"stap/pijn", "stap", "pijn"}


def counts(*numbers):
    return [Counter({"#": number}) for number in numbers]


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "result", "kept"),
    [
        (1, 1, 1, 1, True), (1, 1, 1, 0, False), (1, 1, 1, 2, False), (1, 0, 1, 0, True), (1, 0, 1, 1, False),
        (0, 1, 0, 1, True), (0, 1, 0, 0, False), (0, 1, 1, 1, True), (0, 1, 1, 2, True), (0, 1, 1, 0, False),
        (2, 1, 1, 0, True), (2, 1, 1, 1, True), (2, 1, 1, 2, False), (1, 0, 2, 1, True), (1, 0, 2, 2, False),
    ],
)  # fmt: skip
def test_comments_are_those_that_both_sides_left_or_added(base, ours, theirs, result, kept):
    *sides, found = counts(base, ours, theirs, result)
    assert keeps_comments(sides, found) is kept


@pytest.mark.parametrize(("side", "result", "shown"), [(1, 0, False), (1, 1, True), (0, 0, True)])
def test_a_comment_that_a_side_added_is_in_one_of_the_choices(side, result, shown):
    *sides, found = counts(0, side, 0, result)
    assert shows_comments(sides, found) is shown
