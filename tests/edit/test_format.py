"""The formatter: one form, the same meaning, every comment in its place."""

from __future__ import annotations

import re
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, assume, given, settings
from tests.edit.written import FILES, ROOT, disturbed, journeys, text_of

from klantreis.check.load import load
from klantreis.edit.format import FormatError, format_text
from klantreis.edit.planting import trees
from klantreis.edit.scope import Scopes

HEAD = "klantreis: 1\ntitle: A\n"
STEPS = f"{HEAD}phases:\n  - title: B\n    touchpoints:\n"
IGNORE = "# klantreis: ignore[flat-curve] volgt"
CASES = sorted((ROOT / "tests" / "edit" / "cases").glob("*.before.yaml"))


def meaning(text):
    loaded = load("", text.encode(), named=True)
    return [(document.kind, document.structure.model) for document in loaded.documents]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_example_is_formatted_and_means_the_same(path):
    text = text_of(path)
    new = format_text(text)
    assert meaning(new) == meaning(text)
    assert format_text(new) == new
    assert new.endswith("\n")
    assert "\r" not in new
    hashes = re.compile(r"(#[^\n\"]*?)\s*$", re.MULTILINE)
    assert sorted(hashes.findall(new)) == sorted(hashes.findall(re.sub("\r\n?", "\n", text)))


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.name.split(".")[0])
def test_a_messy_file_becomes_the_form_that_is_meant(path):
    assert format_text(path.read_text("utf-8")) == path.with_name(path.name.replace("before", "after")).read_text(
        "utf-8"
    )


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(journeys())
def test_whatever_the_style_the_meaning_and_the_comments_stay(written):
    text, comments = written
    assume(not any(finding.severity == "error" for finding in load("", text.encode(), named=True).findings))
    new = format_text(text)
    assert meaning(new) == meaning(text)
    assert format_text(new) == new
    for number, comment in enumerate(comments):
        assert new.count(f"# k{number}k:") == 1
        assert any(line.rstrip().endswith(comment.rstrip()) for line in new.split("\n"))


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(journeys())
def test_a_comment_beside_a_text_stays_beside_it(written):
    text, _ = written
    assume(not any(finding.severity == "error" for finding in load("", text.encode(), named=True).findings))
    new = format_text(text)
    for line in text.split("\n"):
        if match := re.fullmatch(r"[^#\[{]*(u\d+u)['\"]?\s+(# k\d+k:).*", line):
            assert re.search(rf"{match[1]}['\"]?\s+{match[2]}", new), (match[1], match[2])


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(disturbed())
def test_a_file_that_others_have_been_at_is_formatted_all_the_same(text):
    assume(not any(finding.severity == "error" for finding in load("", text.encode(), named=True).findings))
    new = format_text(text)
    assert meaning(new) == meaning(text)
    assert format_text(new) == new
    assert sorted(comment.text for comment in trees(new).comments) == sorted(c.text for c in trees(text).comments)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("klantreis: 1\ntitle: A\nphasen: [B]\n", "Unknown key"),
        ("title: [A\n", "never closed"),
        ("", "no document"),
        ("\ufeffklantreis: 1\ntitle: A\nphases: B\n", "byte order mark"),
    ],
)
def test_what_is_not_sound_is_refused_in_words(text, words):
    with pytest.raises(FormatError, match=words):
        format_text(text)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (f"      - emotion: -2  {IGNORE}\n        title: Belt\n",
         f"      - title: Belt  {IGNORE}\n        emotion: -2\n"),
        (f"      - emotion: -2\n        {IGNORE}\n        title: Belt\n",
         f"      - emotion: -2\n        {IGNORE}\n        title: Belt\n"),
        (f"      {IGNORE}\n      - emotion: -2\n        title: Belt\n",
         f"      {IGNORE}\n      - title: Belt\n        emotion: -2\n"),
        (f"      - {IGNORE}\n        emotion: -2\n        title: Belt\n",
         f"      - title: Belt  {IGNORE}\n        emotion: -2\n"),
        (f"      - title: Belt {IGNORE}\n", f"      - Belt  {IGNORE}\n"),
        (f"      - {{emotion: -2, {IGNORE}\n         title: Belt}}\n",
         f"      - {{title: Belt, emotion: -2}}  {IGNORE}\n"),
        (f"      - emotion: -2 {IGNORE}\n        title: Belt # {'x' * 9}\n",
         f"      {IGNORE}\n      - title: Belt  # {'x' * 9}\n        emotion: -2\n"),
        (f"      - emotion: -2 {IGNORE}\n        title: Belt\n          lang\n",
         f"      {IGNORE}\n      - title: Belt\n          lang\n        emotion: -2\n"),
        (f"      - {{title: Belt, description: {'x' * 99}}}  {IGNORE}\n",
         f"      - title: Belt  {IGNORE}\n        description: {'x' * 99}\n"),
    ],
)  # fmt: skip
def test_what_a_comment_ignores_stays_the_same_when_keys_move(before, after):
    assert format_text(STEPS + before) == STEPS + after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (f"{HEAD}phases:\n- B\n {IGNORE}\nloyalty_loop: B\n", f"{HEAD}{IGNORE}\nloyalty_loop: B\nphases:\n  - B\n"),
        (f"{HEAD}? phases\n{IGNORE}\n: B\n", f"{HEAD}{IGNORE}\nphases: B\n"),
        (f"{IGNORE}\n---\n{HEAD}phases: B\n", f"{IGNORE}\n{HEAD}phases: B\n"),
        (f"{IGNORE}\n{{klantreis: 1,  title: A, phases: B}}\n", f"{IGNORE}\n{{klantreis: 1, title: A, phases: B}}\n"),
        (f"klantreis: 1\nphases: B\ntitle: A\n  {IGNORE}\n", f"{HEAD}phases: B\n{IGNORE}\n"),
        (f"klantreis: 1\nphases:\n  - B\n  {IGNORE}\ntitle: A\n",
         f"klantreis: 1\n{IGNORE}\ntitle: A\nphases:\n  - B\n"),
    ],
)  # fmt: skip
def test_a_comment_that_ignores_goes_with_what_it_counts_for(before, after):
    assert format_text(before) == after


@pytest.mark.parametrize(
    "text",
    [
        f"{HEAD}phases: [B]{IGNORE}\n",
        f"{IGNORE}\n{{klantreis: 1, title: A, phases: B, goal: {'x' * 120}}}\n",
        f"{HEAD}phases: [\n  B,\n]  {IGNORE}\n",
    ],
)
def test_a_comment_that_would_ignore_something_else_is_told_of(text):
    with pytest.raises(FormatError, match="count for something else"):
        format_text(text)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(journeys(marks=True))
def test_whatever_the_style_a_comment_ignores_the_same(written):
    text, _ = written
    before = load("", text.encode(), named=True)
    assume(not any(finding.severity == "error" for finding in before.findings))
    with suppress(FormatError):
        new = format_text(text)
        after = load("", new.encode(), named=True)
        assert Scopes.of(text, before).counted == Scopes.of(new, after).counted


@pytest.mark.parametrize(
    "sentence",
    [
        "[De wachttijd duurt lang, zeker op maandag]",
        f"[{'De wachttijd duurt lang en dat is niet goed ' * 3}, zeker op maandag]",
        "[De wachttijd duurt lang,  # elke week\n          zeker op maandag]",
    ],
)
def test_a_sentence_that_a_comma_split_stays_as_it_is_written(sentence):
    text = f"{STEPS}      - title: Belt\n        pains: {sentence}\n"
    assert format_text(text) == text


def test_keys_that_stood_together_are_still_parted_from_the_others():
    text = "klantreis: 1\ntitle: A\ngoal: x\n\n# weg\ntags: y\n\nphases: B\n"
    assert format_text(text) == "klantreis: 1\ntitle: A\n\n# weg\ntags: y\n\ngoal: x\n\nphases: B\n"


def test_comments_that_stood_below_each_other_still_do():
    text = f"{HEAD}trigger: x      # een\ngoal: lang doel # twee\nphases: B # drie\n"
    assert format_text(text) == f"{HEAD}trigger: x       # een\ngoal: lang doel  # twee\nphases: B  # drie\n"
    text = text.replace("x      #", "x         #")
    assert format_text(text) == f"{HEAD}trigger: x  # een\ngoal: lang doel  # twee\nphases: B  # drie\n"


@pytest.mark.parametrize(
    "path", [path for path in FILES if path.parts[len(ROOT.parts)] != "tests"], ids=lambda path: path.stem
)
def test_examples_and_starters_are_in_the_one_form(path):
    assert format_text(text_of(path)) == text_of(path)
