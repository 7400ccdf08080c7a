"""What holds of every comparison: nothing is lost, nothing is made up, and no side is favoured."""

from __future__ import annotations

import re
from collections import Counter

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.compare.made import dreams, journeys, oddities, read, relatives, roadmaps, side, strangers

from klantreis.compare.comparison import Comparison, compare
from klantreis.compare.edits import edits_of, plain
from klantreis.compare.gap import gap_of
from klantreis.compare.matching import match
from klantreis.compare.sentences import tell
from klantreis.compare.side import Side
from klantreis.model.journey import Journey
from klantreis.model.roadmap import Roadmap

law = settings(max_examples=30, deadline=None, derandomize=True, database=None,
               suppress_health_check=list(HealthCheck))  # fmt: skip
OTHER_WAY = {"improvement": "regression", "regression": "improvement", "neutral": "neutral", "open": "open"}
_BROKEN = re.compile(r"\bNone\b|\bnan\b|\binf\b|[{}]|\s[.,:;]|  |^\s|\s$|^$")


def changed(old: Journey, new: Journey) -> Comparison:
    return compare(Side(old), Side(new), plan=False)


def planned(current: Journey, dream: Journey) -> Comparison:
    return compare(Side(current), Side(dream), plan=True)


@law
@given(st.one_of(relatives(), strangers()))
def test_a_journey_does_not_differ_from_itself(pair):
    for journey in pair:
        assert edits_of(journey, journey) == []
        assert changed(journey, journey.model_copy(deep=True)).differences == ()


@law
@given(oddities())
def test_an_odd_journey_does_not_differ_from_itself_either(found):
    old, new, _ = found
    assert changed(old, old).differences == changed(new, new).differences == ()


@law
@given(st.one_of(relatives(), strangers()))
def test_every_edit_is_told_by_a_difference(pair):
    comparison = changed(*pair)
    told = {address for judged in comparison.differences for address in judged.change.tells}
    for edit in edits_of(*pair):
        assert edit.address in told or (edit.sort, edit.name, edit.key, "") in told
    assert bool(comparison.differences) == (plain(pair[0]) != plain(pair[1]))


@law
@given(st.one_of(relatives(), strangers()))
def test_the_other_way_round_better_is_worse_and_the_rest_is_the_same(pair):
    old, new = pair
    forth = Counter((one.change.topic, one.verdict, one.size) for one in changed(old, new).differences)
    back = Counter((one.change.topic, OTHER_WAY[one.verdict], one.size) for one in changed(new, old).differences)
    assert forth == back


@law
@given(relatives())
def test_every_old_step_has_exactly_one_fate(pair):
    old, new = pair
    every_step_has_one_fate(old, new, plan=False)


@law
@given(dreams())
def test_every_step_of_a_journey_has_exactly_one_fate_in_its_dream(pair):
    every_step_has_one_fate(*pair, plan=True)


def every_step_has_one_fate(old: Journey, new: Journey, *, plan: bool) -> None:
    found = match(new, old, plan=plan)
    fates = [*found.kept, *found.replaced, *found.absorbed, *found.dropped, *found.unmatched]
    assert sorted(fates) == list(range(len(list(old.touchpoints()))))
    reached = {*found.became.values(), *(part for parts in found.split.values() for part in parts)}
    assert sorted({*reached, *found.new}) == list(range(len(list(new.touchpoints()))))
    assert reached.isdisjoint(found.new)


@law
@given(relatives())
def test_the_way_back_undoes_every_merge_and_every_split(pair):
    old, new = pair
    forth, back = match(new, old, plan=False), match(old, new, plan=False)
    assert forth.split == back.merged
    assert forth.merged == back.split
    assert (forth.unmatched, forth.new) == (back.new, back.unmatched)


def test_an_id_goes_before_a_former_id_on_either_side():
    merged, apart = side([{"title": "Belt", "was": "appt"}]).journey, side(["Appt", "Belt"]).journey
    assert match(apart, merged, plan=False).kept == {0: 1}
    assert match(merged, apart, plan=False).kept == {0: 0, 1: 0}


def test_two_that_came_of_the_same_are_the_same():
    old, new = (side([{"title": title, "was": "belt"}]).journey for title in ("Appt", "Mailt"))
    assert match(new, old, plan=False).kept == {0: 0}


def test_what_came_of_a_step_and_is_gone_has_gone_back_into_it():
    apart, one = side(["Belt", {"title": "Appt", "was": "belt"}]).journey, side(["Belt"]).journey
    assert match(one, apart, plan=False).merged == {0: (0, 1)}
    assert match(one, apart, plan=True).unmatched == (1,)


def test_a_step_that_comes_of_two_is_part_of_one_split():
    found = match(side(["Belt", "Appt", {"title": "Mailt", "was": ["belt", "appt"]}]).journey,
                  side(["Belt", "Appt"]).journey, plan=False)  # fmt: skip
    assert found.split == {0: (0, 2)}


def test_of_two_with_one_id_the_second_is_the_second():
    twins = side(["Belt", {"id": "belt", "title": "Belt weer"}]).journey
    assert match(twins, twins, plan=False).kept == {0: 0, 1: 1}
    assert match(twins, twins, plan=True).kept == {0: 0, 1: 1}


@law
@given(journeys())
def test_a_journey_in_reverse_has_only_moved(data):
    old = read(data)
    for phase in data["phases"]:
        phase["touchpoints"].reverse()
    data["phases"].reverse()
    for judged in changed(old, read(data)).differences:
        assert judged.change.topic in ("scores", "loop") or judged.change.what == "moved", judged


@law
@given(journeys(least=3), st.data())
def test_one_step_put_elsewhere_is_one_move(data, choose):
    old = read(data)
    steps = choose.draw(st.sampled_from([phase["touchpoints"] for phase in data["phases"] if phase["touchpoints"]]))
    step = steps.pop(choose.draw(st.integers(0, len(steps) - 1)))
    there = choose.draw(st.sampled_from(data["phases"]))["touchpoints"]
    there.insert(choose.draw(st.integers(0, len(there))), step)
    new = read(data)
    found = [judged.change for judged in changed(old, new).differences if judged.change.topic in ("steps", "phases")]
    assert {change.what for change in found} <= {"moved"}
    assert len(found) == (plain(old) != plain(new))
    assert len(edits_of(old, new)) == (plain(old) != plain(new))


@law
@given(st.one_of(relatives(), strangers()), dreams(), roadmaps())
def test_every_difference_is_told_in_whole_sentences_in_both_languages(pair, dream, roadmap):
    for comparison in (changed(*pair), gap_of(planned(*dream), roadmap).comparison):
        for judged in comparison.differences:
            said_well(judged)


def said_well(judged) -> None:
    for language in ("nl", "en"):
        told = tell(judged, language)
        for sentence in (told.what, told.why):
            assert not _BROKEN.search(sentence), sentence
            assert not re.search(r"\.\.(?!\.)", sentence.replace("…", "")), sentence
            assert sentence.rstrip("”")[-1] in ".?!", sentence


@law
@given(oddities())
def test_nothing_that_the_format_allows_makes_it_raise(found):
    old, new, roadmap = found
    for comparison in (changed(old, new), planned(old, new), planned(new, old), planned(old, old)):
        gap = gap_of(comparison, roadmap)
        for judged in comparison.differences:
            for language in ("nl", "en", "de"):
                tell(judged, language)
        assert gap.coverage is not None
        assert 0 <= gap.coverage.covered <= gap.coverage.total


@law
@given(dreams(), roadmaps(), roadmaps())
def test_more_initiatives_never_cover_less(pair, some, more):
    found = planned(*pair)
    both = Roadmap.model_validate(plain(some) | {"initiatives": [*plain(some).get("initiatives", ()),
        *(item | {"id": f"ook-{item['id']}"} for item in plain(more).get("initiatives", ()))]})  # fmt: skip
    few, many = gap_of(found, some), gap_of(found, both)
    assert few.coverage.total == many.coverage.total == len(few.work)
    assert few.coverage.covered <= many.coverage.covered <= many.coverage.total
    assert few.coverage.share is None or 0 <= few.coverage.share <= many.coverage.share <= 1
    assert len(few.open_items) == few.coverage.total - few.coverage.covered


@law
@given(dreams(), roadmaps())
def test_the_same_sides_give_the_same_answer(pair, roadmap):
    first, second = gap_of(planned(*pair), roadmap), gap_of(planned(*pair), roadmap)
    assert [(item.judged, item.closed_by) for item in first.items] == [
        (item.judged, item.closed_by) for item in second.items
    ]
    assert first.opportunities == second.opportunities
    assert [item.judged for item in first.items] == list(first.comparison.differences)
