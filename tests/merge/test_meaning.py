"""The judge of a merge: it lets through what both sides meant, and nothing else."""

from __future__ import annotations

import copy

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from klantreis.merge.meaning import is_meant, keeps_steps

WORDS = st.sampled_from(["een", "twee", "drie"])
PAINS = st.lists(WORDS, unique=True, max_size=3)
STEPS = st.fixed_dictionaries(
    {"title": WORDS}, optional={"pains": PAINS, "emotion": st.integers(-2, 2), "tags": st.lists(WORDS, max_size=2)}
)
PHASES = st.lists(st.fixed_dictionaries({"id": st.sampled_from("abc"), "touchpoints": st.lists(STEPS, max_size=2)}))
JOURNEYS = st.fixed_dictionaries({"title": st.just("A")}, optional={"goal": WORDS, "phases": PHASES})


def journey(*steps, **keys):
    return {"title": "A", "phases": [{"id": "p", "touchpoints": list(steps)}], **keys}


def step(name, **keys):
    return {"id": name, **keys}


def judged(base, ours, theirs, result, favour="", doubted=()):
    verdicts = {
        is_meant([base], [one], [other], [result], side, frozenset(doubted))
        for one, other, side in (
            (ours, theirs, favour),
            (theirs, ours, {"ours": "theirs", "theirs": "ours"}.get(favour, "")),
        )
    }
    assert len(verdicts) == 1
    return verdicts.pop()


BASE = journey(step("a", emotion=0, pains=["x", "y"]), step("b"), step("c"))
OURS = journey(step("a", emotion=1, pains=["x", "y"]), step("b"), step("c"), step("d"))
THEIRS = journey(step("b"), step("a", emotion=0, pains=["x", "z", "y"]), step("c", owner="web"))
RIGHT = journey(step("b"), step("a", emotion=1, pains=["x", "z", "y"]), step("c", owner="web"), step("d"))


def test_what_both_sides_meant_is_let_through():
    assert judged(BASE, OURS, THEIRS, RIGHT)


@pytest.mark.parametrize(
    "wrong",
    [
        BASE, OURS, THEIRS, {}, None, [], RIGHT | {"goal": "verzonnen"}, RIGHT | {"phases": []},
        journey(step("a", emotion=1, pains=["x", "z", "y"]), step("b"), step("c", owner="web"), step("d")),
        journey(step("b"), step("a", emotion=1, pains=["x", "z", "y"]), step("c", owner="web")),
        journey(step("b"), step("a", emotion=1, pains=["x", "y"]), step("c", owner="web"), step("d")),
        journey(step("b"), step("a", emotion=1, pains=["z", "x", "y"]), step("c", owner="web"), step("d")),
        journey(step("b"), step("a", emotion=1, pains=["x", "z", "y"]), step("d"), step("c", owner="web")),
        journey(step("b"), step("a", emotion="1", pains=["x", "z", "y"]), step("c", owner="web"), step("d")),
        journey(step("b"), step("a", emotion=1, pains=["x", "z", "y"]), step("c", owner="web"), step("d"), step("d")),
        journey(step("b"), step("a", emotion=1, pains=["x", "z", "y"]), step("c", owner="web"), step("d"), step("e")),
    ],
)  # fmt: skip
def test_what_lacks_an_edit_or_has_another_or_another_order_is_refused(wrong):
    assert not judged(BASE, OURS, THEIRS, wrong)


def test_where_both_changed_the_same_only_the_favoured_side_is_let_through():
    base, ours, theirs = (journey(step("a", emotion=n), goal="g") for n in (0, 1, 2))
    theirs["goal"] = "h"
    assert judged(base, ours, theirs, journey(step("a", emotion=1), goal="h"), "ours")
    assert judged(base, ours, theirs, journey(step("a", emotion=2), goal="h"), "theirs")
    for wrong in (journey(step("a", emotion=2), goal="g"), journey(step("a", emotion=0), goal="h")):
        assert not judged(base, ours, theirs, wrong, "ours")
        assert not judged(base, ours, theirs, wrong)


def test_what_one_side_took_away_and_the_other_changed_is_a_conflict():
    base, ours, theirs = journey(step("a"), step("b")), journey(step("a")), journey(step("a"), step("b", emotion=1))
    for result in (ours, theirs):
        assert not judged(base, ours, theirs, result)
    assert judged(base, ours, theirs, ours, "ours")
    assert judged(base, ours, theirs, theirs, "theirs")


def test_a_list_that_one_side_took_away_keeps_what_the_other_added():
    base, ours, theirs = (journey(step("a", **keys)) for keys in ({"pains": ["x"]}, {}, {"pains": ["x", "y"]}))
    assert judged(base, ours, theirs, journey(step("a", pains=["y"])))
    assert not judged(base, ours, theirs, theirs)
    assert not judged(base, ours, theirs, ours)


def test_a_touchpoint_that_moved_keeps_what_the_other_side_wrote_in_it():
    def two(first, second):
        return {"title": "A", "phases": [{"id": "p", "touchpoints": first}, {"id": "q", "touchpoints": second}]}

    changed = step("a", emotion=2)
    base, ours = two([step("a"), step("b")], [step("c")]), two([step("b")], [step("c"), step("a")])
    theirs = two([changed, step("b")], [step("c")])
    assert judged(base, ours, theirs, two([step("b")], [step("c"), changed]))
    assert not judged(base, ours, theirs, two([step("b")], [step("c"), step("a")]))
    assert not judged(base, ours, theirs, two([changed, step("b")], [step("c"), changed]))
    assert not judged(base, ours, theirs, two([step("b")], [changed, step("c")]))


def test_what_is_doubted_is_there_or_not_as_the_favoured_side_has_it():
    base, ours, theirs = journey(step("a"), step("b")), journey(step("a")), journey(step("a"), step("b"), goal="g")
    kept, gone = theirs, ours | {"goal": "g"}
    assert judged(base, ours, theirs, gone)
    assert judged(base, ours, theirs, gone, "ours", {"b"})
    assert judged(base, ours, theirs, kept, "theirs", {"b"})
    assert not judged(base, ours, theirs, kept, "ours", {"b"})


@given(JOURNEYS, JOURNEYS)
@settings(derandomize=True, database=None, deadline=None)
def test_what_one_side_alone_changed_is_all_that_is_let_through(base, ours):
    assert judged(base, ours, base, copy.deepcopy(ours)) or not is_meant([base], [base], [base], [base])
    if base != ours:
        assert not judged(base, ours, base, base)


def test_a_touchpoint_lost_or_doubled_shows():
    one, two = journey(step("a"), step("b")), journey(step("b"), step("a"))
    assert keeps_steps([one], [two], [one], [two])
    assert not keeps_steps([one], [two], [one], [journey(step("a"))])
    assert not keeps_steps([one], [two], [one], [journey(step("a"), step("b"), step("a"))])
