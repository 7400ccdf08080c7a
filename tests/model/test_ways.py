"""The ways through a journey, compared with a slow and simple count of them."""

from __future__ import annotations

from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from klantreis.model.journey import Journey
from klantreis.model.ways import loop_places, ways

PHASES = [{"title": "Oriëntatie"}, {"title": "Aankoop"}, {"title": "Gebruik"}]


def journey(*steps, **more):
    return Journey.model_validate({"title": "t", "phases": [{"title": "p", "touchpoints": list(steps)}], **more})


def step(name, *following, optional=False):
    return {"id": name, "title": name, "next": list(following), "optional": optional}


def test_without_any_next_there_is_nothing_to_find_out():
    assert ways(journey("a", "b")) is None


def test_a_next_that_leads_nobody_knows_where_says_nothing_of_the_rest():
    assert ways(journey(step("a", "c"), "b")) is None


def test_next_takes_the_place_of_the_usual_way():
    assert ways(journey(step("a", "c"), "b", "c")).reached() == {0, 2}


def test_a_next_may_be_a_title_or_a_former_id():
    assert ways(journey(step("a", "C!"), "b", {"title": "c"})).reached() == {0, 2}
    assert ways(journey(step("a", "oud"), "b", {"title": "c", "was": "oud"})).reached() == {0, 2}


def test_an_optional_step_is_walked_past():
    assert ways(journey("a", step("b", "exit", optional=True), "c")).reached() == {0, 1, 2}


def test_a_loyal_customer_comes_in_at_the_phase_of_the_loop():
    phases = [
        {"title": "Oriëntatie", "touchpoints": [step("a", "c")]},
        {"title": "Aankoop", "touchpoints": "b"},
        {"title": "Gebruik", "touchpoints": "c"},
    ]
    assert ways(Journey(title="t", phases=phases, loyalty_loop="Aankoop")).reached() == {0, 1, 2}


def test_two_rings_are_two():
    found = ways(journey(step("a", "b", "c"), step("b", "b"), "c", step("d", "c"), "e"))
    assert found.rings() == [[1], [2, 3]]


def test_a_ring_with_a_way_out_is_none():
    assert ways(journey("a", step("b", "a", "exit"), "c")).rings() == []
    assert ways(journey("a", step("b", "a", "c"), "c")).rings() == []


def test_the_loop_leaves_the_last_phase_unless_it_says_otherwise():
    assert loop_places(Journey(title="t", phases=PHASES, loyalty_loop="Aankoop")) == (2, 1)
    loop = {"from": "aankoop", "to": "orientatie"}
    assert loop_places(Journey(title="t", phases=PHASES, loyalty_loop=loop)) == (1, 0)


def test_a_loop_to_a_phase_that_is_not_there_is_none():
    assert loop_places(Journey(title="t", phases=PHASES, loyalty_loop="Opzeggen")) is None
    assert loop_places(Journey(title="t", phases=PHASES)) is None


@st.composite
def graphs(draw):
    count = draw(st.integers(2, 7))
    names = [*(f"s{n}" for n in range(count)), "exit"]
    following = st.lists(st.sampled_from(names), max_size=3, unique=True)
    return [step(f"s{n}", *draw(following), optional=draw(st.booleans())) for n in range(count)]


def slow(steps):
    """For each touchpoint the touchpoints after it, and whether it leads out; by trying everything."""
    count = len(steps)

    def enter(place):
        found = {place}
        while place < count and steps[place]["optional"]:
            place += 1
            found.add(place)
        return found

    direct = []
    for n, item in enumerate(steps):
        targets = [count if name == "exit" else int(name[1:]) for name in item["next"]] or [n + 1]
        direct.append(set().union(*map(enter, targets)))
    far = [set(found) for found in direct]
    for _ in range(count):
        far = [found.union(*(far[other] for other in found if other < count)) for found in far]
    return enter(0), far


@settings(max_examples=300, deadline=None, derandomize=True, database=None)
@given(graphs())
def test_reached_and_rings_are_what_trying_everything_gives(steps):
    found = ways(journey(*steps))
    if found is None:
        return
    starts, far = slow(steps)
    count = len(steps)
    reached = starts.union(*(far[n] for n in starts if n < count)) - {count}
    assert found.reached() == reached
    trapped = {n for n in reached if n != count - 1 and count not in far[n] and count - 1 not in far[n]}
    innermost = {n for n in trapped if all(n in far[m] for m in far[n])}
    rings = {tuple(sorted(m for m in innermost if m in far[n])) for n in innermost}
    assert found.rings() == sorted(map(list, rings))
    assert not any(set(one) & set(other) for one, other in product(rings, rings) if one != other)
