"""Comments that ignore findings: on the line, above it, on the element that holds it, for the file."""

from __future__ import annotations

import time
from datetime import date

import pytest

from klantreis.engine.review import review
from klantreis.engine.run import Input
from klantreis.lint.ignores import ignores_in
from klantreis.lint.plan import make_plan
from klantreis.source.locate import Texts
from klantreis.source.places import places

TODAY = date(2026, 11, 21)
HEAD = "klantreis: 1\ntitle: Ik wil een bankrekening\nphases:\n"


def reviewed(text):
    inputs = [Input("a.yaml", None, named=True, data=text.encode())]
    return review(inputs, None, make_plan(None, TODAY), Texts(lambda _name: text))


def names(text):
    return [item.finding.rule.name for item in reviewed(text).found]


def journey(step):
    return f"{HEAD}  - title: Oriëntatie\n    touchpoints:\n{step}"


END = "      - {id: a, title: Vraagt het, channel: web, emotion: 1}\n"
LOW = journey(END + "      - id: b\n        title: Wacht\n        channel: web\n        emotion: -1")


def low(comment=""):
    return f"{LOW}{comment}\n"


def test_without_a_comment_the_finding_is_there():
    assert "ends-low" in names(low())


@pytest.mark.parametrize("name", ["ends-low", "K403"])
def test_a_comment_counts_for_its_own_line(name):
    found = reviewed(low(f"  # klantreis: ignore[{name}] het vervolg staat in een andere klantreis"))
    assert "ends-low" not in [item.finding.rule.name for item in found.found]
    assert found.ignored == 1


def test_a_comment_alone_on_a_line_counts_for_the_next_one():
    text = low().replace("        emotion: -1", "        # klantreis: ignore[ends-low]\n        emotion: -1")
    assert "ends-low" not in names(text)


def test_other_comments_and_empty_lines_may_stand_between():
    text = low().replace(
        "        emotion: -1", "        # klantreis: ignore[ends-low]\n\n        # ja echt\n        emotion: -1"
    )
    assert "ends-low" not in names(text)


def test_a_comment_where_an_element_begins_counts_for_all_in_it():
    assert "ends-low" not in names(low().replace("- id: b", "- id: b  # klantreis: ignore[ends-low]"))


def test_a_comment_above_an_element_counts_for_all_in_it():
    text = low().replace("      - id: b", "      # klantreis: ignore[ends-low]\n      - id: b")
    assert "ends-low" not in names(text)


def test_a_comment_at_the_first_item_does_not_count_for_its_neighbours():
    text = low().replace("emotion: 1}", "emotion: 1}  # klantreis: ignore[ends-low]")
    assert {"ends-low", "unused-ignore"} <= set(names(text))


def test_a_comment_for_the_file_counts_wherever_it_stands():
    assert "ends-low" not in names(low() + "# klantreis: ignore-file[ends-low] oud\n")


def test_several_rules_may_be_named_at_once():
    found = names(low() + "# klantreis: ignore-file[ends-low, no-evidence]\n")
    assert not {"ends-low", "no-evidence"} & set(found)


def test_a_comment_that_ignores_nothing_is_told_of_with_its_place():
    found = reviewed(low() + "# klantreis: ignore-file[flat-curve] ooit\n")
    unused = next(item for item in found.found if item.finding.rule.name == "unused-ignore")
    assert (unused.place.line, unused.place.column) == (11, 26)
    assert unused.finding.fix is not None


def test_a_rule_that_did_not_run_may_be_ignored():
    text = low() + "# klantreis: ignore-file[no-dream]\n"
    assert "unused-ignore" not in names(text)


def test_an_unknown_rule_is_told_of_with_the_nearest_one():
    found = reviewed(low("  # klantreis: ignore[end-low]"))
    unknown = next(item for item in found.found if item.finding.rule.name == "unknown-ignore")
    assert "Did you mean `ends-low`?" in unknown.finding.hint
    assert "ends-low" in [item.finding.rule.name for item in found.found]


def test_what_makes_a_file_correct_cannot_be_ignored():
    text = journey("      - {id: a, titel: X}  # klantreis: ignore[unknown-key]\n")
    assert {"unknown-key", "unknown-ignore"} <= set(names(text))


def test_a_bare_ignore_ignores_nothing():
    found = names(low("  # klantreis: ignore"))
    assert {"ends-low", "bare-ignore"} <= set(found)


@pytest.mark.parametrize(
    "value",
    ["'een # klantreis: ignore[flat-curve]'", "een#klantreis: ignore[flat-curve]", "|\n  # klantreis: ignore[x]\n"],
)
def test_what_stands_in_a_text_is_no_comment(value):
    text = f"klantreis: 1\ntitle: T\ndescription: {value}\nphases: [A]\n"
    assert not {"unused-ignore", "unknown-ignore"} & set(names(text))


def test_a_comment_in_a_file_that_was_not_linted_is_not_called_unused():
    text = low("  # klantreis: ignore[ends-low] waar").replace("klantreis: 1\n", "klantreis: 1\nfoo: 3\n")
    assert "unused-ignore" not in names(text)


def test_what_is_told_of_comments_cannot_be_ignored_by_one():
    found = reviewed(low("  # klantreis: ignore[ends-low, unused-ignore]"))
    assert "unknown-ignore" in [item.finding.rule.name for item in found.found]


@pytest.mark.parametrize(
    "comment", ["klantreis: ignor[ends-low]", "klantreis ignore[ends-low]", "Klantreis: negeer[x]"]
)
def test_what_was_meant_to_be_a_comment_and_is_none_is_told_of(comment):
    assert {"unknown-ignore", "ends-low"} <= set(names(low(f"  # {comment}")))


def test_all_is_no_name_in_a_comment():
    assert {"unknown-ignore", "ends-low"} <= set(names(low("  # klantreis: ignore[all]")))


def test_two_comments_on_a_line_both_count():
    found = names(low("  # klantreis: ignore[ends-low] zo is het # klantreis: ignore-file[no-evidence] volgt"))
    assert not {"ends-low", "no-evidence", "unused-ignore"} & set(found)


def test_windows_line_ends_change_nothing():
    text = low("  # klantreis: ignore[ends-low]").replace("\n", "\r\n")
    assert "ends-low" not in names(text)


def test_a_finding_of_validate_that_only_warns_can_be_ignored():
    text = journey("      - {id: a, title: X, channel: duiventil}  # klantreis: ignore[undeclared-channel]\n")
    assert "undeclared-channel" not in names(text)


def test_a_comment_behind_a_dash_alone_counts_for_the_item():
    text = low().replace("- id: b", "-  # klantreis: ignore[ends-low]\n        id: b")
    assert "ends-low" not in names(text)


def test_a_comment_behind_the_sign_of_a_block_text_is_one():
    text = low().replace("title: Wacht", "title: >-  # klantreis: ignore[unknown-rule]\n          Wacht")
    assert "unknown-ignore" in names(text)


def test_what_stands_in_a_key_is_no_comment():
    text = low().replace("title: Wacht", 'title: Wacht\n        "x-a # klantreis: ignore[zo]": 1')
    assert "unknown-ignore" not in names(text)


def test_of_one_comment_a_hundred_names_are_read():
    text = f"# klantreis: ignore-file[{'a, ' * 500}]\n{low()}"
    assert [len(ignore.names) for ignore in ignores_in(text, places(text))] == [100]


@pytest.mark.parametrize("line", ["  - B{n} # klantreis: ignore[ends-low]\n", "  # klantreis: ignore[ends-low]\n"])
def test_thousands_of_comments_are_read_in_a_moment(line):
    text = f"{HEAD}  - A\n" + "".join(line.format(n=n) for n in range(1900)) + "  - C\n"
    documents = places(text)
    began = time.perf_counter()
    assert len(ignores_in(text, documents)) == 1900
    assert time.perf_counter() - began < 1
