"""What holds for every merge: nothing lost, nothing invented, the same whichever side is ours, and it validates.

The oracle knows nothing of merging: every text and comment of a made journey is there once, so that
counting them is enough.
"""

from __future__ import annotations

import difflib
import random
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from tests.edit.written import FILES, disturbed, journeys, text_of
from tests.merge.written import Style, Writer, chosen, tokens, written

from klantreis.merge import Labels, merge
from klantreis.merge.proof import errors
from klantreis.source.reader import parse

SETTINGS = settings(
    deadline=None, derandomize=True, database=None, max_examples=30,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much],
)  # fmt: skip
EXAMPLES = [path for path in FILES if "klantreizen" in path.parts or "journeys" in path.parts]


@st.composite
def merges(draw, most=8):
    """A journey as text, and as two people made it, who may write the whole file in another way."""
    chance = random.Random(draw(st.integers(0, 2**32)))  # noqa: S311  a seed can be repeated
    writer = Writer(chance)
    journey = writer.journey()
    styles = [Style(step, hanging, dash) for step in (2, 4) for hanging in (True, False) for dash in ("- ", "-   ")]
    style = chance.choice(styles)
    other = chance.choice(styles) if chance.random() < 0.2 else style
    one, two = (writer.edited(journey, draw(st.integers(1, most))) for _ in range(2))
    return written(journey, style), written(one, other), written(two, style)


def merged(base, ours, theirs):
    return merge(base.encode(), ours.encode(), theirs.encode(), Labels("base", "ours", "theirs"))


def added(side, base):
    return tokens(side).keys() - tokens(base).keys()


@given(merges())
@SETTINGS
def test_a_clean_merge_has_each_edit_of_both_sides_once_and_no_other(sides):
    result = merged(*sides)
    assume(result is not None and result.clean)
    base, ours, theirs = sides
    found, known = tokens(result.data.decode()), tokens(base).keys()
    gone = (known - tokens(ours).keys()) | (known - tokens(theirs).keys())
    assert found.keys() == (known | added(ours, base) | added(theirs, base)) - gone
    assert max(found.values()) == 1


@given(merges(most=20))
@SETTINGS
def test_a_conflict_shows_each_edit_of_both_sides_and_keeps_what_nobody_touched(sides):
    result = merged(*sides)
    assume(result is not None and not result.clean)
    base, ours, theirs = sides
    text = result.data.decode()
    one, other = tokens(chosen(text, "ours")).keys(), tokens(chosen(text, "theirs")).keys()
    assert added(ours, base) | added(theirs, base) <= one | other
    remarks = {token for token in tokens(base) if f"# zo {token}" in base}
    assert tokens(base).keys() & tokens(ours).keys() & tokens(theirs).keys() - remarks <= one & other
    assert not any(parse(chosen(text, side)).problems for side in ("ours", "theirs"))


@given(merges(most=15))
@SETTINGS
def test_swapping_the_sides_swaps_no_more_than_the_sides_of_conflicts(sides):
    base, ours, theirs = sides
    result, swapped = merged(base, ours, theirs), merged(base, theirs, ours)
    assert (result is None) == (swapped is None)
    assume(result is not None)
    one, other = result.data.decode(), swapped.data.decode()
    assert (chosen(one, "ours"), chosen(one, "theirs")) == (chosen(other, "theirs"), chosen(other, "ours"))


@given(merges())
@SETTINGS
def test_a_clean_merge_of_sound_sides_is_sound(sides):
    result = merged(*sides)
    assume(result is not None and result.clean)
    assert errors(result.data.decode()) <= errors(sides[1]) | errors(sides[2])


@given(merges(most=4))
@SETTINGS
def test_what_one_side_alone_changed_is_taken_byte_for_byte(sides):
    base, ours, _ = sides
    assert merged(base, ours, base).data.decode() == merged(base, base, ours).data.decode() == ours
    assert merged(base, ours, ours).data.decode() == ours


@given(merges(most=3))
@SETTINGS
def test_every_line_of_a_clean_merge_is_a_line_of_one_of_the_three(sides):
    """But for lines in brackets, and for a key that came to stand behind its dash, or no longer does."""
    result = merged(*sides)
    assume(result is not None and result.clean)
    known = {line.strip().removeprefix("- ").strip() for side in sides for line in side.split("\n")}
    lines = [line.strip().removeprefix("- ").strip() for line in result.data.decode().split("\n")]
    assert [line for line in lines if line not in known and "[" not in line and "{" not in line] == []


def test_nearly_all_made_merges_are_merged_and_most_are_clean():
    """So that the properties above say something."""
    kinds = {"left": 0, "clean": 0, "marked": 0}
    for seed in range(60):
        writer = Writer(random.Random(seed))  # noqa: S311  a seed can be repeated
        journey = writer.journey()
        three = [journey, writer.edited(journey, 5), writer.edited(journey, 5)]
        result = merged(*(written(version, Style()) for version in three))
        kinds["left" if result is None else "clean" if result.clean else "marked"] += 1
    assert kinds["left"] <= 1
    assert kinds["clean"] >= 36
    assert kinds["marked"] >= 5


# --- files as people write them


@given(st.one_of(journeys().map(lambda made: made[0]), disturbed()), st.randoms(use_true_random=False))
@SETTINGS
def test_two_words_changed_in_any_file_are_both_changed_and_nothing_else(text, chance):
    text = text.replace("\r\n", "\n")
    assume(not parse(text).problems)
    words = [word for word in dict.fromkeys(text.split()) if word.isalpha() and text.count(word) == 1]
    assume(len(words) > 1)
    one, other = chance.sample(words, 2)
    ours, theirs = (text.replace(word, f"{word}anders") for word in (one, other))
    result = merged(text, ours, theirs)
    if result is not None and result.clean:
        assert result.data.decode() == ours.replace(other, f"{other}anders")


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_texts_changed_in_an_example_by_two_people_are_all_changed(path):
    """Texts all over it, each together with one of another touchpoint."""
    text = text_of(path)
    lines = text.split("\n")
    places = [n for n, line in enumerate(lines) if line.strip().startswith(("thoughts: ", "description: ", "goal: "))]
    for n, other in list(pairwise(places))[::4]:
        ours, theirs = list(lines), list(lines)
        ours[n] += " en meer"
        theirs[other] += " en minder"
        both = list(ours)
        both[other] = theirs[other]
        result = merged(text, "\n".join(ours), "\n".join(theirs))
        assert result is not None
        assert list(difflib.unified_diff(both, result.data.decode().split("\n"))) == []


# --- the proof


def ours_alone(base, ours, theirs):
    return ours


def own_of_ours(self, base, ours, theirs):
    return ours


def never_gone(self, base, ours, theirs, *, doubted):
    return ours if ours is not None else theirs


def never_added(self, base, ours, theirs, *, doubted):
    return ours if base is None else None


def by_name(base, ours, theirs, kept):
    return sorted(kept)


def brackets_of_ours(base, ours, theirs):
    return ours and ours.source[ours.node.start : ours.node.end]


@pytest.mark.parametrize(
    ("place", "broken"),
    [
        ("three_lines", ours_alone), ("_leaf", ours_alone), ("Merger._own", own_of_ours), ("merged_order", by_name),
        ("Merger._one_sided", never_gone), ("Merger._one_sided", never_added), ("merged_flow", brackets_of_ours),
    ],
)  # fmt: skip
def test_a_merge_that_goes_wrong_is_not_believed(monkeypatch, place, broken):
    """With one of its parts broken it may know nothing, but what it gives has each edit and no other."""
    monkeypatch.setattr(f"klantreis.merge.blocks.{place}", broken)
    left = 0
    for seed in range(25):
        writer = Writer(random.Random(seed))  # noqa: S311  a seed can be repeated
        journey = writer.journey()
        base, ours, theirs = (written(some, Style()) for some in (journey, *(writer.edited(journey, 12) for _ in "12")))
        result = merged(base, ours, theirs)
        left += result is None
        if result is not None and result.clean:
            known = tokens(base).keys()
            gone = (known - tokens(ours).keys()) | (known - tokens(theirs).keys())
            wanted = (known | added(ours, base) | added(theirs, base)) - gone
            assert tokens(result.data.decode()).keys() == wanted
    assert left > 0
