"""Which item is which."""

from __future__ import annotations

import pytest

from klantreis.merge.identity import aligned, aligned_documents, holds, key_of

SAID = {"title": "Traag", "severity": "high", "evidence": "interviews", "x-a": "vier woorden en meer"}


def matched(base, side):
    """The side's items by their place in the base; new ones by their own key."""
    keys = aligned(base, side, base)
    return [keys.base.index(key) if key in keys.base else key for key in keys.ours]


@pytest.mark.parametrize(
    ("value", "key"),
    [
        ({"id": "a-b", "title": "C"}, "a-b"), ({"title": "Té laat"}, "te-laat"), ("Té laat", "te-laat"), (2026, "2026"),
        ({"to": "exit"}, "exit"), ({"name": "Pien", "team": "web"}, "pien"), ({"team": "web"}, "web"), ("!!!", "=!!!"),
        ({"url": "https://a.nl"}, "https-a-nl"), ({"x-a": 1}, '={"x-a": 1}'), (None, "=null"), ({"id": 12}, "12"),
    ],
)  # fmt: skip
def test_an_item_is_known_by_its_id_or_what_it_is_called(value, key):
    assert key_of(value) == key


def test_texts_that_differ_only_after_the_end_of_a_slug_are_two():
    assert key_of("a" * 300) != key_of("a" * 301)


def test_a_former_id_is_the_same_item():
    assert matched([{"id": "a", "title": "A"}], [{"id": "b", "title": "B", "was": "a"}]) == [0]
    assert matched([{"id": "a"}, {"id": "c"}], [{"id": "b", "was": ["z", "c"]}, {"id": "a"}]) == [1, 0]


def test_an_item_that_got_an_id_is_known_by_its_title():
    assert matched([{"title": "Te laat"}], [{"id": "laat", "title": "Te laat"}]) == [0]


def test_an_item_with_another_title_is_known_by_what_it_says():
    assert matched([SAID, "x"], ["x", SAID | {"title": "Duurt lang"}]) == [1, 0]


def test_an_item_with_another_title_that_says_little_is_another():
    one, other = ({"title": title, "severity": "high"} for title in ("Traag", "Duur"))
    assert matched([one], [other]) == ["duur"]


def test_of_two_that_say_the_same_neither_is_taken():
    assert matched([SAID], [SAID | {"title": "Duur"}, SAID | {"title": "Lelijk"}]) == ["duur", "lelijk"]


def test_a_text_that_was_rewritten_stands_where_it_stood():
    assert matched(["a", "b", "c"], ["a", "anders", "c"]) == [0, 1, 2]
    assert matched(["a"], ["anders"]) == [0]
    assert matched(["a", "b"], ["x", "y"]) == [0, 1]


def test_a_text_between_others_or_beside_more_is_a_new_one():
    assert matched(["a", "b", "c"], ["a", "c", "anders"]) == [0, 2, "anders"]
    assert matched(["a", "b"], ["a", "x", "y"]) == [0, "x", "y"]


def test_items_that_cannot_be_told_apart_are_not_aligned():
    assert aligned(["a", "A"], [], []) is None
    assert aligned([], [{"id": "a"}, {"id": "a"}], []) is None


def test_what_both_took_away_for_something_else_may_be_the_same_thing_renamed():
    base = [{"title": "A"}]
    assert aligned(base, [{"title": "B"}], [{"title": "C"}]).contested
    assert not aligned(base, [{"title": "B"}], [{"title": "A"}, {"title": "C"}]).contested
    assert not aligned(base, [{"title": "B"}], [{"title": "B"}]).contested


def test_documents_are_matched_by_kind_and_id_else_by_place():
    journey, persona = {"title": "A"}, {"kind": "persona", "name": "A"}
    keys = aligned_documents([journey, persona], [persona, journey], [{"title": "B"}, persona])
    assert keys.ours == ["persona/a", "journey/a"]
    renamed = aligned_documents([journey], [{"title": "B"}], [{"title": "C"}])
    assert renamed.base == renamed.ours == renamed.theirs
    assert aligned_documents([journey, journey], [], []) is None


def test_an_item_or_a_reference_to_it_is_found_at_any_depth():
    assert holds({"pains": ["x", {"title": "Te laat"}]}, {"te-laat"})
    assert holds({"solves": "stap/Te laat"}, {"te-laat"})
    assert not holds({"pains": ["x", {"title": "Laat", "impact": 4}]}, {"te-laat"})
    assert not holds({"title": "Te laat"}, set())
