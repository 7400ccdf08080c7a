"""Fixes: small edits that keep every other byte, and never change what they were not asked to."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, assume, given, settings
from tests.edit.written import FILES, journeys, text_of

from klantreis.edit.changes import Change
from klantreis.edit.fix import apply
from klantreis.edit.planting import trees
from klantreis.findings import EditComment, Fix, Place, Quote, RemoveItem, SetKey, SetValue
from klantreis.source.reader import parse

P = ("phases", 0)
ID = SetKey(P, "id", "nieuw", first=True)
HEAD = "title: A\n"


def fixed(text, *edits, document=0):
    """The text with each edit made as a fix of its own; all of them must be possible."""
    result = apply(text, [(document, Fix("doe het", (edit,))) for edit in edits])
    assert result.conflicts == []
    return result.text


def refused(text, *edits):
    """The words that say why; nothing else may change."""
    result = apply(text, [(0, Fix("doe het", edits))])
    assert result.text == text
    assert result.applied == []
    return result.conflicts[0].why


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("phases:\n  - title: B # c\n", "phases:\n  - id: nieuw\n    title: B # c\n"),
        ("phases:\n  - B   # c\n", "phases:\n  - id: nieuw\n    title: B   # c\n"),
        ("phases:\n-   B\n", "phases:\n-   id: nieuw\n    title: B\n"),
        ("phases:\n  -\n    # c\n    B\n", "phases:\n  -\n    # c\n    id: nieuw\n    title: B\n"),
        ("phases: B  # c\n", "phases:\n  - id: nieuw\n    title: B  # c\n"),
        ("phases:\n  B\n", "phases:\n  - id: nieuw\n    title: B\n"),
        ("phases: [B, C]\n", "phases: [{id: nieuw, title: B}, C]\n"),
        ("phases: [ {title: B} ]\n", "phases: [ {id: nieuw, title: B} ]\n"),
        ("phases: {title: B,}\n", "phases: {id: nieuw, title: B,}\n"),
        ("phases:\n  title: B\n", "phases:\n  id: nieuw\n  title: B\n"),
        ("phases:\n  - 'B''s'", "phases:\n  - id: nieuw\n    title: 'B''s'"),
        ("phases:\n  - >-\n    B\n     c\n", "phases:\n  - id: nieuw\n    title: >-\n      B\n       c\n"),
        ("phases:\n  - B\n    c\n", "phases:\n  - id: nieuw\n    title: B\n      c\n"),
        ("phases:\n  - &b B\nx-b: *b\n", "phases:\n  - id: nieuw\n    title: &b B\nx-b: *b\n"),
        ("phases:\n  - id:\n    title: B\n", "phases:\n  - id: nieuw\n    title: B\n"),
        ("phases:\n  - id: ~ # leeg\n    title: B\n", "phases:\n  - id: nieuw # leeg\n    title: B\n"),
        ("phases:\n  - !!map\n    title: B\n", "phases:\n  - !!map\n    id: nieuw\n    title: B\n"),
        ("phases:\n  - # c\n    # d\n    title: B\n", "phases:\n  - # c\n    # d\n    id: nieuw\n    title: B\n"),
    ],
)  # fmt: skip
def test_a_first_key_is_written_in_any_style(before, after):
    assert fixed(HEAD + before, ID) == HEAD + after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("phases:\n  - title: B # c\n    # los\n", "phases:\n  - title: B # c\n    goal: x\n    # los\n"),
        ("phases:\n  - B # c\n", "phases:\n  - title: B # c\n    goal: x\n"),
        ("phases: [B]\n", "phases: [{title: B, goal: x}]\n"),
        ("phases: [{title: B}] # c\n", "phases: [{title: B, goal: x}] # c\n"),
        ("phases:\n- title: B\n  description: |\n    a\n\n\ntags: x\n",
         "phases:\n- title: B\n  description: |\n    a\n  goal: x\n\n\ntags: x\n"),
        ("phases:\n- title: B\n  description: |+\n    a\n\ntags: x\n",
         "phases:\n- title: B\n  description: |+\n    a\n\n  goal: x\ntags: x\n"),
        ("phases:\n- title: B\n  touchpoints:\n  - C\n", "phases:\n- title: B\n  touchpoints:\n  - C\n  goal: x\n"),
    ],
)  # fmt: skip
def test_a_last_key_is_written_in_any_style(before, after):
    assert fixed(HEAD + before, SetKey(P, "goal", "x")) == HEAD + after


@pytest.mark.parametrize("ending", ["\r\n", "\r", "\n"])
def test_new_lines_end_as_the_others_do(ending):
    before, after = "title: A\nphases:\n  - B\n", "title: A\nphases:\n  - id: nieuw\n    title: B\n"
    assert fixed(before.replace("\n", ending), ID) == after.replace("\n", ending)


def test_the_first_key_of_a_document_stands_below_its_version_and_kind():
    text = "klantreis: 1\nkind: journey\ntitle: A\nphases: B\n"
    assert fixed(text, SetKey((), "id", "a", first=True)) == text.replace("title", "id: a\ntitle", 1)


def test_a_short_value_gets_its_key_in_braces():
    text = HEAD + "phases:\n- title: B\n  emotion: -1 # c\n"
    edit = SetKey((*P, "emotion"), "word", "bang, boos")
    assert fixed(text, edit) == text.replace("-1", '{score: -1, word: "bang, boos"}')


def test_a_value_is_written_so_that_it_reads_the_same():
    text = HEAD + "phases:\n- title: B\n"
    for value in ("2026", "no: way", "true", "# x", "it's", 'say "hi"', "a\\b", "", " x", "null", "é\u2028x", "- x"):
        new = fixed(text, SetKey(P, "goal", value))
        assert parse(new).documents[0]["phases"][0]["goal"] == value
    assert fixed(text, SetKey(P, "x-n", 4)).endswith("x-n: 4\n")


def test_a_text_is_replaced_in_the_quotes_it_had():
    text = HEAD + "phases:\n- title: 'B'\n  goal: \"C\"\n  zoom: D # c\n"
    edits = [SetValue((*P, key), "it's") for key in ("title", "goal", "zoom")]
    assert fixed(text, *edits) == HEAD + "phases:\n- title: 'it''s'\n  goal: \"it's\"\n  zoom: it's # c\n"


def test_a_short_form_is_meant_by_its_key_too():
    assert fixed(HEAD + "phases: [B]\n", SetValue((*P, "title"), "C")) == HEAD + "phases: [C]\n"
    assert fixed(HEAD + "phases: B\n", Quote((*P, "title"))) == HEAD + 'phases: "B"\n'


def test_quotes_change_no_character():
    text = HEAD + 'phases: [B]\ntags: [yes, it\'s, a\\b, say "x"]\n'
    edits = [Quote(("tags", n)) for n in range(4)]
    assert fixed(text, *edits) == HEAD + 'phases: [B]\ntags: ["yes", "it\'s", \'a\\b\', \'say "x"\']\n'


@pytest.mark.parametrize(
    ("before", "path", "after"),
    [
        ("tags: [a, b, c]\n", ("tags", 0), "tags: [b, c]\n"),
        ("tags: [a, b, c]\n", ("tags", 2), "tags: [a, b]\n"),
        ("# t\ntags: [a] # c\ngoal: x\n", ("tags", 0), "goal: x\n"),
        ("tags: a\ngoal: x\n", ("tags", 0), "goal: x\n"),
        ("tags:\n- a # c\n# over b\n- b\n  # na b\n- c\n", ("tags", 1), "tags:\n- a # c\n- c\n"),
        ("tags:\n- a\n\n# los\n\n# over b\n- b\n", ("tags", 1), "tags:\n- a\n\n# los\n\n"),
        ("goal: x\ntags:\n- a", ("tags", 0), "goal: x\n"),
        ("goal: |\n  x\n\ntags: y\n", ("goal",), "\ntags: y\n"),
        ("x-a: {b: 1, c: 2}\n", ("x-a", "b"), "x-a: {c: 2}\n"),
        ("x-a:\n- - a\n  - b\n", ("x-a", 0, 0), "x-a:\n- - b\n"),
    ],
)
def test_an_item_goes_with_its_own_lines(before, path, after):
    text = HEAD + "phases: B\n"
    assert fixed(text + before, RemoveItem(path)) == text + after


def test_a_comment_goes_with_its_line_when_that_is_all_there_is():
    text = "title: A   # weg\r\n  # ook weg\r\nphases: B # blijft zo\r\n"
    edits = [EditComment(Place(1, 14, 1, 15), ""), EditComment(Place(2, 3, 2, 4), "")]
    assert fixed(text, *edits) == "title: A\r\nphases: B # blijft zo\r\n"
    assert fixed(text, EditComment(Place(3, 13, 3, 19), "is")) == text.replace("blijft", "is")
    assert "no comment" in refused(text, EditComment(Place(1, 1, 1, 2), "x"))


@pytest.mark.parametrize(
    ("text", "edit", "words"),
    [
        ("x-a: &a {title: P}\nphases:\n- *a\n", ID, "written elsewhere"),
        ("phases:\n- &a {title: P}\n- *a\n", ID, "uses this too"),
        ("phases:\n- {title: P, id: x}\n", ID, "written already"),
        ("phases: [B]\n", SetKey(("phases", 3), "id", "x"), "not there"),
        ("phases: [B]\n", SetKey(("loyalty_loop",), "to", "x"), "not written"),
        ("phases: [B]\nx-a: &a {b: c}\nx-c: {<<: *a}\n", SetValue(("x-c", "b"), "d"), "merge key"),
        ("phases: [B]\nx-a: &a 1\nx-c: *a\n", RemoveItem(("x-a",)), "alias"),
        ("phases: [title: B]\n", ID, "braces"),
        ("phases: [B]\nscenario: >\n  x\n  y\n", SetValue(("scenario",), "z"), "one line"),
        ("phases: [B]\nphases: [C]\n", ID, "mistakes"),
        ("phases: ['B']\n", Quote(P), "quotes already"),
    ],
)
def test_what_would_change_more_is_refused_in_words(text, edit, words):
    assert words in refused(HEAD + text, edit)


def test_of_two_fixes_that_touch_the_first_wins():
    text = HEAD + "phases: [B, C]\ntags: [a, b]\n"
    fixes = [
        (0, Fix("een", (SetKey(P, "id", "x"),))),
        (0, Fix("twee", (SetKey(P, "id", "y"),))),
        (0, Fix("drie", (RemoveItem(("tags", 0)),))),
        (0, Fix("vier", (RemoveItem(("tags", 1)),))),
        (0, Fix("vijf", (RemoveItem(P),))),
    ]
    result = apply(text, fixes)
    assert [fix.label for _, fix in result.applied] == ["een", "drie"]
    assert all("run again" in conflict.why for conflict in result.conflicts)
    assert result.text == HEAD + "phases: [{title: B, id: x}, C]\ntags: [b]\n"


def test_a_fix_with_two_keys_makes_one_mapping():
    fix = Fix("beide", (SetKey(P, "id", "x", first=True), SetKey(P, "goal", "y")))
    assert apply(HEAD + "phases:\n- B\n", [(0, fix)]).text == HEAD + "phases:\n- id: x\n  title: B\n  goal: y\n"


def test_a_text_that_stands_for_a_list_becomes_a_mapping_in_braces():
    text = HEAD + "phases:\n- {title: B, touchpoints: Belt}\n"
    edit = SetKey((*P, "touchpoints", 0), "id", "belt", first=True)
    assert fixed(text, edit) == text.replace("Belt", "{id: belt, title: Belt}")


def test_of_a_fix_for_several_places_what_can_be_made_is_made():
    text = HEAD + "phases: [B, {title: C, id: y}, D]\n"
    edits = tuple(SetKey(("phases", n), "id", f"n{n}", first=True) for n in range(4))
    result = apply(text, [(0, Fix("alle", edits))])
    assert result.text == HEAD + "phases: [{id: n0, title: B}, {title: C, id: y}, {id: n2, title: D}]\n"
    assert result.applied == [(0, Fix("alle", (edits[0], edits[2])))]
    assert [(conflict.fix.edits, conflict.why) for conflict in result.conflicts] == [
        ((edits[1],), "`id` is written already."),
        ((edits[3],), "the item is not there."),
    ]


def test_a_fix_that_takes_away_and_writes_is_made_as_a_whole():
    text = HEAD + "phases: [B, {title: C, id: y}]\n"
    edits = (RemoveItem(P), SetKey(("phases", 1), "id", "x"))
    assert "written already" in refused(text, *edits)


def test_the_document_that_is_meant_is_changed():
    text = "title: A\nphases: [B]\n---\ntitle: C\nphases: [D]\n"
    assert fixed(text, ID, document=1) == text.replace("[D]", "[{id: nieuw, title: D}]")


def keyless(data):
    for p, phase in enumerate(data.get("phases") or [] if isinstance(data, dict) else []):
        for t, step in enumerate((phase.get("touchpoints") or []) if isinstance(phase, dict) else []):
            if not isinstance(step, dict) or "id" not in step:
                yield ("phases", p, "touchpoints", t)


def check_ids(text):
    """Ids for all touchpoints without one: nothing else changes, in the text or in what it means."""
    parsed = parse(text)
    fixes, wanted = [], []
    for number, data in enumerate(parsed.documents):
        if isinstance(data, dict) and isinstance(data.get("phases"), list):
            for path in keyless(data):
                if isinstance(data["phases"][path[1]]["touchpoints"], list):
                    key = f"zz-{len(wanted)}"
                    wanted.append((number, path, key))
                    fixes.append((number, Fix(key, (SetKey(path, "id", key, first=True),))))
    result = apply(text, fixes)
    for conflict in result.conflicts:
        assert re.search("elsewhere|uses this too|merge key", conflict.why), conflict.why
    documents = parse(result.text).documents
    made = {fix.label for _, fix in result.applied}
    for number, (_, phases, p, steps, t), key in ((n, ("", *path), key) for n, path, key in wanted if key in made):
        step = documents[number][phases][p][steps][t]
        assert step.pop("id") == key
        if set(step) == {"title"} and not isinstance(parsed.documents[number][phases][p][steps][t], dict):
            documents[number][phases][p][steps][t] = step["title"]
    assert repr(documents) == repr(parsed.documents)
    assert [comment.text for comment in trees(result.text).comments] == [c.text for c in trees(text).comments]
    without = re.sub(r"\{?id: zz-\d+(, |(\r\n|\r|\n) *)", "", result.text)
    squeezed = re.sub(r"[\s{}]|title: ?", "", without)
    assert squeezed == re.sub(r"[\s{}]|title: ?", "", text)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_ids_for_the_touchpoints_of_any_example_change_nothing_else(path):
    check_ids(text_of(path))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(journeys())
def test_ids_for_the_touchpoints_of_any_journey_change_nothing_else(written):
    text, _ = written
    assume(not parse(text).problems)
    check_ids(text)


def test_changes_that_only_stand_beside_each_other_do_not_clash():
    assert not Change(0, 2, "").clashes(Change(2, 4, ""))
    assert Change(0, 2, "").clashes(Change(2, 2, "x"))
    assert Change(3, 3, "x").clashes(Change(3, 3, "y"))
