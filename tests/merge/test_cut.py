"""Texts to pieces and back: every byte of any file is in exactly one piece."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from tests.edit.written import FILES, disturbed, journeys, text_of

from klantreis.merge.cut import cut
from klantreis.merge.pieces import DoubtError
from klantreis.merge.printing import Markers, Printer
from klantreis.source.reader import parse

MARKERS = Markers("<", "", "=", ">")
SETTINGS = settings(
    deadline=None, derandomize=True, database=None, max_examples=40,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much],
)  # fmt: skip


def printed(text):
    printer = Printer(MARKERS, "marked")
    lines = [line for page in cut(text, parse(text).documents).pages for line in printer.page(page)]
    return "\n".join(lines) + "\n" * text.endswith("\n")


def block(text):
    return cut(text, parse(text).documents).pages[0].block


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_file_in_pieces_is_the_same_when_put_together(path):
    text = text_of(path).replace("\r\n", "\n")
    try:
        assert printed(text) == text
    except DoubtError:
        assert "cases" in path.parts


@given(st.one_of(journeys().map(lambda made: made[0]), disturbed()))
@SETTINGS
def test_any_sound_text_in_pieces_is_the_same_when_put_together(text):
    text = text.replace("\r\n", "\n")
    assume(not parse(text).problems and "\r" not in text)
    try:
        assert printed(text) == text
    except DoubtError:
        return


LIST = (
    "phases:\n  # boven a\n  - title: A\n    # in a\n\n  # boven b\n  - title: B\n    goal: C\n      # diep\n# eind\n"
)


def test_a_comment_belongs_to_what_it_stands_above_or_is_indented_into():
    phases = block(LIST).whole_items[0].below
    one, other = phases.whole_items
    assert (one.lead, one.below.tail) == (["# boven a"], ["# in a"])
    assert (other.lead, other.below.whole_items[1].rest) == (["", "# boven b"], "\n  # diep")
    assert block(LIST).tail == ["# eind"]


def test_the_comments_at_the_top_belong_to_the_document():
    page = cut("# een\n---\n# twee\ntitle: A\n", [{"title": "A"}]).pages[0]
    assert (page.head, page.block.whole_items[0].lead) == (["# een", "---", "# twee"], [])


def test_the_sign_of_a_block_text_and_its_comment_are_apart_from_the_text():
    item = block("a: |  # zo\n  b\n\nc: d\n").whole_items[0]
    assert (item.head, item.value, item.rest) == ("a: |  # zo", "\n  b", "")


def test_items_of_a_list_within_a_list_are_not_those_of_the_list_around_it():
    one, other = (block(f"a:\n- - b\n{pad}- c\n").text for pad in ("", "  "))
    assert one != other


@pytest.mark.parametrize("text", ["[a]\n", "? a\n: b\n", "a: 1\n--- [b]\n", "{a: 1}\n", "!!map\na: 1\n"])
def test_what_is_written_in_an_unusual_way_is_refused(text):
    with pytest.raises(DoubtError):
        cut(text, parse(text).documents)
