"""How a title becomes an id, and how dates and durations are read."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from klantreis.model.text import is_id, slug
from klantreis.model.time import Duration, Period


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Oriëntatie", "orientatie"),
        ("Oriëntatie en vergelijking", "orientatie-en-vergelijking"),
        ("Foto's", "fotos"),
        ("Eén  keer — bellen!", "een-keer-bellen"),
        ("24/7 bereikbaar", "24-7-bereikbaar"),
        ("!!!", ""),
        ("", ""),
        ("  rand  ", "rand"),
        ("Straße", "strasse"),
        ("Ærø", "aero"),
        ("İstanbul", "istanbul"),
        ("ŁÓDŹ", "lodz"),
        ("Покупка", "покупка"),
        ("認知", "認知"),
        ("हिन्दी", "हिन्दी"),
        ("بحث", "بحث"),
        ("🛒 mandje", "mandje"),
        ("🛒", ""),
        ("a_b", "a-b"),
        ("CO₂", "co2"),
        ("１２", "12"),
        ("-a-", "a"),
        ("l’été", "lete"),
        ("Crème brûlée", "creme-brulee"),
    ],
)
def test_a_title_becomes_an_id(title, expected):
    assert slug(title) == expected


@given(st.text(max_size=40))
def test_the_slug_of_a_slug_is_itself(title):
    assert slug(slug(title)) == slug(title)


@given(st.text(max_size=40).filter(slug))
def test_every_slug_is_an_id(title):
    assert is_id(slug(title))


@given(st.text(max_size=40))
def test_a_slug_has_no_capitals_spaces_or_double_hyphens(title):
    found = slug(title)
    assert found == found.lower().strip("-")
    assert "--" not in found
    assert not any(char.isspace() for char in found)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2026", date(2026, 1, 1), date(2026, 12, 31)),
        ("2026-Q1", date(2026, 1, 1), date(2026, 3, 31)),
        ("2026-q4", date(2026, 10, 1), date(2026, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2026-09-30", date(2026, 9, 30), date(2026, 9, 30)),
        ("9999", date(9999, 1, 1), date(9999, 12, 31)),
    ],
)
def test_a_period_begins_on_its_first_day_and_ends_on_its_last(text, first, last):
    period = Period.parse(text)
    assert (period.start, period.end, str(period)) == (first, last, text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "26",
        "2026-1",
        "2026-13",
        "2026-00",
        "2026-02-30",
        "2026-Q0",
        "2026-Q5",
        "0000",
        "2026/09",
        "2026-09-30T10:00",
        "٢٠٢٦",
        "2026-W3",
        "2026 ",
        "20260930",
        "2026-09-\n",
    ],
)
def test_what_is_no_date(text):
    with pytest.raises(PydanticCustomError):
        Period.parse(text)


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("6 months", 6, 6, "month"),
        ("6 maanden", 6, 6, "month"),
        ("2-4 weeks", 2, 4, "week"),
        ("2 – 4 weken", 2, 4, "week"),
        ("1 tot 2 jaar", 1, 2, "year"),
        ("1 to 2 Years", 1, 2, "year"),
        ("1.5 uur", 1.5, 1.5, "hour"),
        ("30min", 30, 30, "minute"),
        ("P6M", 6, 6, "month"),
        ("P2W", 2, 2, "week"),
        ("PT90M", 90, 90, "minute"),
        ("3 mnd.", 3, 3, "month"),
        ("doorlopend", 1, 1, "ongoing"),
        ("Ongoing", 1, 1, "ongoing"),
        ("0 dagen", 0, 0, "day"),
        ("2 werkdagen", 2, 2, "day"),
    ],
)
def test_durations_as_people_write_them(text, low, high, unit):
    found = Duration.parse(text)
    assert (found.low, found.high, found.unit, str(found)) == (low, high, unit, text)


@pytest.mark.parametrize(
    "text",
    ["", "6", "maanden", "4-2 weeks", "P", "PT", "-1 dag", "1 eeuw", "1,5 uur", "6 months ago", "1 - dag", "P-1M"],
)
def test_what_is_no_duration(text):
    with pytest.raises(PydanticCustomError):
        Duration.parse(text)


def test_a_duration_has_a_mean_length_in_days():
    assert Duration.parse("2-4 weeks").days == 21
    assert Duration.parse("P1M1D").days == pytest.approx(31.44)
    assert Duration.parse("doorlopend").days == float("inf")


@given(st.text(max_size=30))
def test_whatever_is_written_is_a_duration_and_a_date_or_an_error_of_ours(text):
    for kind in (Period, Duration):
        try:
            kind.parse(text)
        except PydanticCustomError:
            continue
