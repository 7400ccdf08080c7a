"""The fixed words of the map, and numbers and dates as a language writes them."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from klantreis.language import catalogues
from klantreis.language.numbers import day, duration, later, number, percent, signed, whole_percent
from klantreis.language.words import Words, words_of
from klantreis.model.time import Duration, Period

NL, EN = words_of("nl"), words_of("en")


FOLDER = Path(catalogues.__file__).parent
LANGUAGES = sorted(folder.name for folder in FOLDER.iterdir() if (folder / "__init__.py").is_file())
SUBJECTS = sorted(file.stem for file in (FOLDER / "nl").glob("*.py") if file.stem != "__init__")


def _places(text: str) -> list[str]:
    return sorted(re.findall(r"{[^}]*}", text))


def _empty(words: Words) -> set[str]:
    return {key for key, text in words.fixed.items() if not text}


def test_there_are_two_languages_and_many_subjects() -> None:
    assert {"en", "nl"} <= set(LANGUAGES)
    assert {"map", "views"} <= set(SUBJECTS)


@pytest.mark.parametrize("subject", SUBJECTS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_same_words_on_every_subject(language: str, subject: str) -> None:
    words, dutch = words_of(language).about(subject), NL.about(subject)
    assert words.fixed.keys() == dutch.fixed.keys()
    assert words.lanes.keys() == dutch.lanes.keys()
    assert words.counts.keys() == dutch.counts.keys()
    assert _empty(words) == _empty(dutch)
    assert {key: _places(text) for key, text in words.fixed.items()} == {
        key: _places(text) for key, text in dutch.fixed.items()
    }


@pytest.mark.parametrize(
    ("written", "language"), [("", "nl"), ("nl", "nl"), ("nl-BE", "nl"), ("EN", "en"), ("fy", "en")]
)
def test_dutch_unless_said_and_english_for_what_we_do_not_know(written: str, language: str) -> None:
    assert words_of(written).language == language


@pytest.mark.parametrize(
    ("value", "dutch", "english"),
    [(0.2, "+0,2", "+0.2"), (-1.0, "−1,0", "−1.0"), (0, "0", "0"), (1.65, "+1,7", "+1.7"), (-0.04, "0", "0")],
)
def test_emotions_have_a_sign_and_one_decimal(value: float, dutch: str, english: str) -> None:
    assert (signed(value, NL), signed(value, EN)) == (dutch, english)


@pytest.mark.parametrize(
    ("value", "dutch"),
    [(7.8, "7,8"), (1850, "1.850"), (-8, "−8"), (2.40, "2,4"), (14200.5, "14.200,5"), (1e30, "1e+30")],
)
def test_numbers_are_written_the_dutch_way(value: float, dutch: str) -> None:
    assert number(value, NL) == dutch


def test_shares_are_percentages() -> None:
    assert percent(0.3, NL) == "30%"
    assert percent(0.125, EN) == "12.5%"


@pytest.mark.parametrize(
    ("written", "dutch", "english"),
    [
        ("2026-10-01", "1 okt 2026", "1 Oct 2026"),
        ("2026-10", "okt 2026", "Oct 2026"),
        ("2026-Q4", "Q4 2026", "Q4 2026"),
        ("2026", "2026", "2026"),
    ],
)
def test_dates_are_as_precise_as_written(written: str, dutch: str, english: str) -> None:
    assert day(Period.parse(written), NL) == dutch
    assert day(Period.parse(written), EN) == english


@pytest.mark.parametrize(
    ("written", "dutch"),
    [
        ("1 week", "1 week"),
        ("2-4 weeks", "2–4 weken"),
        ("P6M", "6 maanden"),
        ("ongoing", "doorlopend"),
        ("1.5 uur", "1,5 uur"),
    ],
)
def test_durations_are_in_the_language_of_the_map(written: str, dutch: str) -> None:
    assert duration(Duration.parse(written), NL) == dutch


@pytest.mark.parametrize(
    ("start", "every", "due"),
    [
        (date(2026, 10, 1), "6 maanden", date(2027, 4, 1)),
        (date(2026, 8, 31), "6 months", date(2027, 2, 28)),
        (date(2026, 1, 1), "2-4 weeks", date(2026, 1, 29)),
        (date(2026, 1, 1), "1 jaar", date(2027, 1, 1)),
        (date(2026, 1, 1), "ongoing", None),
        (date(9999, 1, 1), "2 years", None),
    ],
)
def test_a_review_is_due_a_duration_later(start: date, every: str, due: date | None) -> None:
    assert later(start, Duration.parse(every)) == due


def test_quotation_marks_are_not_doubled() -> None:
    assert NL.quoted("Wat kost dat?") == "“Wat kost dat?”"
    assert NL.quoted("“Wat kost dat?”") == "“Wat kost dat?”"


@pytest.mark.parametrize(
    ("share", "told"), [(0.0, "0%"), (0.001, "1%"), (0.29, "29%"), (2 / 3, "66%"), (0.999, "99%"), (1.0, "100%")]
)
def test_a_part_is_all_or_nothing_only_when_it_is(share, told):
    assert whole_percent(share, words_of("nl")) == told
