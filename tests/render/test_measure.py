"""Text stays in its box: it is measured with the font we ship."""

from __future__ import annotations

from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klantreis.render.kit.fonts import FACES, truetype
from klantreis.render.kit.measure import Style, right_to_left, width, wrap

SMALL = Style(12.5)


@pytest.mark.parametrize("face", FACES)
def test_widths_are_those_of_the_shipped_font(face: str) -> None:
    ttlib = pytest.importorskip("fontTools.ttLib")
    font = ttlib.TTFont(BytesIO(truetype(face)))
    names, advances = font.getBestCmap(), font["hmtx"].metrics
    text = "Oriëntatie & vergelijking: −1,5 → “ijsje”"
    exact = sum(advances[names[ord(char)]][0] for char in text) / 2048 * 20
    assert exact <= width(text, Style(20, face)) <= exact * 1.02


def test_unknown_characters_are_measured_wide() -> None:
    assert width("客", SMALL) >= 12.5
    assert width("🎉", SMALL) >= 1.3 * 12.5
    assert width("e\u0301", SMALL) == width("e", SMALL)


@given(st.text(max_size=80), st.floats(30, 400))
def test_every_line_fits_unless_it_is_one_sign(text: str, room: float) -> None:
    for line in wrap(text, round(room, 1), SMALL):
        assert (
            width(line, SMALL) <= round(room, 1)
            or len(line.strip()) <= 1
            or width(line[:1], SMALL) * 2 > room
            or any(ord(char) > 0x2FF for char in line)
        )


@given(st.text(alphabet="abc é-/ ", max_size=80), st.integers(40, 400))
def test_no_sign_is_lost(text: str, room: int) -> None:
    assert "".join(wrap(text, room, SMALL)).replace(" ", "") == text.replace(" ", "")


def test_lines_break_at_spaces_and_after_hyphens() -> None:
    assert (
        wrap("een klant-contactmoment", 75, SMALL) == ("een klant-", "contactmo", "ment")
        or wrap("een klant-contactmoment", 110, SMALL)[0] == "een klant-"
    )


def test_a_hyphen_between_a_few_letters_holds() -> None:
    assert wrap("de Wi-Fi", width("de Wi-", SMALL) + 1, SMALL) == ("de", "Wi-Fi")


def test_a_word_longer_than_the_box_is_broken() -> None:
    assert len(wrap("Hottentottententententoonstelling", 60, SMALL)) > 2


def test_no_break_spaces_hold_words_together() -> None:
    assert wrap("aa 9\u00a0contacten", width("aa 9", SMALL) + 2, SMALL)[0] == "aa"


def test_nothing_is_no_lines() -> None:
    assert wrap("", 100, SMALL) == ()


def test_the_first_letter_with_a_direction_decides() -> None:
    assert right_to_left("“رحلة”")
    assert right_to_left("2026 שלום")
    assert not right_to_left("Reis رحلة")
    assert not right_to_left("→ 123")
