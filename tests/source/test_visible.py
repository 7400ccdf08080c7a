"""What cannot be seen is named, and no two texts become the same."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from klantreis.source.visible import visible, visible_text

STEADY = settings(derandomize=True, database=None, deadline=None, max_examples=300)
PIECES = st.sampled_from(["<", "U+", "0x", "1B", ">", "\x1b", "\r", "\n", "\u202e", "\ufeff", "a", "é", "\t", "\x85"])
BYTES = st.lists(st.sampled_from([b"\xef\xbb\xbf", b"\xff", b"<", b"0xFF>", b"\0", b"a", b"\xc3"])).map(b"".join)


def back(shown: str) -> str:
    return re.sub(r"<U\+([0-9A-F]{4,6})>", lambda match: chr(int(match[1], 16)), shown)


@STEADY
@given(st.lists(PIECES).map("".join))
def test_a_text_can_be_had_back(text):
    assert back(visible(text)) == text


@STEADY
@given(BYTES, BYTES)
def test_no_two_files_become_the_same(one, other):
    assert (visible_text(one) == visible_text(other)) == (one == other)


def test_what_can_be_seen_stays():
    for text in ("é ☕ 👩‍👧 ไทย עברית", "a\tb\r\nc", "<b> <u+1> <0y>"):
        assert visible(text) == text
