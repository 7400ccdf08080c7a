"""Lists and mappings in brackets."""

from __future__ import annotations

import pytest

from klantreis.merge import merge


def value(base, ours, theirs):
    """The merged value of a key, `!` for a conflict."""
    texts = [f"klantreis: 1\ntitle: A\nphases: [B]\nx-a: {text}\n" for text in (base, ours, theirs)]
    found = [merge(*(text.encode() for text in some)) for some in (texts, [texts[0], texts[2], texts[1]])]
    if any(merged is None for merged in found):
        return found[0]
    assert found[0].clean == found[1].clean
    if not found[0].clean:
        return "!"
    assert found[0].data == found[1].data
    return found[0].data.decode().split("x-a: ")[1].rstrip("\n")


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "found"),
    [
        ("{a: 1, b: 2}", "{a: 3, b: 2}", "{a: 1, b: 4}", "{a: 3, b: 4}"),
        ("{a: 1}", "{a: 1, b: 2}", "{a: 1, c: 3}", "{a: 1, b: 2, c: 3}"),
        ("{a: 1, b: 2}", "{b: 2}", "{a: 1, b: 3}", "{b: 3}"),
        ("{a: 1, b: 2}", "{b: 2}", "{a: 3, b: 2}", "!"),
        ("{a: 1}", "{a: 2}", "{a: 3}", "!"),
        ("{a: 1, b: 2}", "{b: 2, a: 1}", "{a: 1, b: 3}", "{a: 1, b: 3}"),
        ("{ a: 1, b: 2 }", "{ a: 3, b: 2 }", "{ a: 1, b: 4 }", "{ a: 3, b: 4 }"),
        ("{a: {b: 1, c: 2}, d: 3}", "{a: {b: 4, c: 2}, d: 3}", "{a: {b: 1, c: 5}, d: 3}", "{a: {b: 4, c: 5}, d: 3}"),
        ("{a: 'x', b: 1}", '{a: "x", b: 2}', "{a: x, b: 1}", '{a: "x", b: 2}'),
        ("[a, b]", "[a, b, c]", "[d, a, b]", "[d, a, b, c]"),
        ("[a, b]", "[a, c, b]", "[a, d, b]", "[a, c, d, b]"),
        ("[a, b, c]", "[b, c]", "[a, b]", "[b]"),
        ("[a, b]", "[a, x]", "[a, y]", "!"),
        ("[a, b]", "[b, a]", "[a, b, c]", "[b, c, a]"),
        ("a", "[a, b]", "[a, c]", "[a, b, c]"),
        ("[{to: a, share: 1}, b]", "[{to: a, share: 2}, b]", "[{to: a, share: 1}, b, c]", "[{to: a, share: 2}, b, c]"),
        ("[a, a]", "[a, a, b]", "[a, a, c]", "!"),
        ("{a: 1}", "{a: 1, <<: {c: 2}}", "{a: 1, b: 2}", "!"),
        ("{a: 1,\n  b: 2}", "{a: 3,\n  b: 2}", "{a: 1,\n  b: 4}", "!"),
        ("a", "b", "[a, c]", "[b, c]"),
        ("1", "2", "{a: 1}", "!"),
    ],
)  # fmt: skip
def test_what_both_sides_changed_in_brackets_is_merged_part_by_part(base, ours, theirs, found):
    assert value(base, ours, theirs) == found
