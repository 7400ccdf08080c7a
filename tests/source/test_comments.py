"""Where comments stand, and what they are about."""

from __future__ import annotations

import pytest

from klantreis.source.comments import Comment, comments_in
from klantreis.source.places import documents_and_places


def found(text: str) -> list[Comment]:
    documents, places = documents_and_places(text)
    return list(comments_in(text, places[: len(documents)]))


def about(text: str) -> tuple[int, tuple]:
    [comment] = found(text)
    assert comment.text == "# c"
    return comment.document, comment.path


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("# c\na: 1\n", ()),
        ("a: 1  # c\n", ("a",)),
        ("a: 1\n# c\nb: 2\n", ("b",)),
        ("a: 1\n    # c\nb: 2\n", ("b",)),
        ("a: 1\n# c\n", ()),
        ("a:  # c\n  - 1\n", ("a",)),
        ("a:\n  # c\n  - 1\n", ("a", 0)),
        ("a:\n  - 1  # c\n  - 2\n", ("a", 0)),
        ("a:\n  - x: 1  # c\n    y: 2\n", ("a", 0, "x")),
        ("a:\n  # c\n  - x: 1\n", ("a", 0)),
        ("a:\n  - x: 1\n    # c\n    y: 2\n", ("a", 0, "y")),
        ("a: {x: 1,  # c\n  y: 2}\n", ("a", "x")),
        ("a: [1, 2]  # c\nb: 1\n", ("a", 1)),
        ("a: |  # c\n  x\nb: 1\n", ("a",)),
        ("a: &n # c\n  x: 1\n", ("a",)),
        ("a: 'x\n  y' # c\nb: 1\n", ("b",)),
    ],
)
def test_a_comment_is_about_what_it_stands_beside_or_above(text, path):
    assert about(text) == (0, path)


@pytest.mark.parametrize(
    "text",
    ["a: x#c\n", "a: 'x # c'\n", "a: |\n  # c\n", 'a: "x\n  # c"\n', "'a # c': 1\n", "a: >\n  x\n  # c\n", "a: é#\n"],
)
def test_a_sign_within_a_text_is_no_comment(text):
    assert found(text) == []


def test_each_document_has_its_own():
    assert [(c.document, c.path) for c in found("# c\na: 1\n---\n# c\nb: 2\n# c\n")] == [(0, ()), (1, ()), (1, ())]


def test_a_file_of_nothing_but_comments_has_none_to_be_about():
    assert found("# c\n") == [Comment("# c", 0, ())]
