"""What is computed from a journey: scores, switches, evidence."""

from __future__ import annotations

from typing import Any

import pytest

from klantreis.model import scores
from klantreis.model.journey import Journey


def journey(*emotions: float | None, **phase: Any) -> Journey:
    """Give a journey of one phase with these emotions."""
    steps = [{"title": f"Stap {n}"} | ({} if score is None else {"emotion": score}) for n, score in enumerate(emotions)]
    return Journey.model_validate({"title": "Proef", "phases": [{"title": "Fase", "touchpoints": steps} | phase]})


def with_steps(*steps: dict[str, Any]) -> Journey:
    """Give a journey of one phase with these touchpoints."""
    found = [{"title": f"Stap {n}", **step} for n, step in enumerate(steps)]
    return Journey.model_validate({"title": "Proef", "phases": [{"title": "Fase", "touchpoints": found}]})


def test_the_experience_score_is_the_mean_emotion() -> None:
    assert scores.experience_score(journey(-1, 0, 2.5 - 0.5, None)) == pytest.approx(1 / 3)


def test_the_remembered_score_is_the_mean_of_peak_and_end() -> None:
    assert scores.remembered_score(journey(0.2, -1.8, 1)) == pytest.approx(-0.4)


def test_on_a_tie_the_lower_one_is_the_peak() -> None:
    found = scores.peak(journey(1.5, -1.5, 0))
    assert found is not None
    assert found.score == -1.5


def test_a_single_emotion_is_peak_and_end() -> None:
    assert scores.remembered_score(journey(0.6)) == pytest.approx(0.6)


def test_without_emotions_there_is_no_score() -> None:
    bare = journey(None, None)
    assert scores.experience_score(bare) is None
    assert scores.remembered_score(bare) is None
    assert scores.peak(bare) is scores.low(bare) is scores.high(bare) is scores.end(bare) is None


def test_an_emotion_of_the_phase_counts_only_if_none_of_its_touchpoints_has_one() -> None:
    assert scores.experience_score(journey(1, None, emotion=-2)) == 1
    assert scores.experience_score(journey(None, None, emotion=-2)) == -2
    assert scores.feelings(journey(None, emotion=-2))[0].touchpoint is None


def test_a_neutral_emotion_counts() -> None:
    assert scores.experience_score(journey(0, 1)) == 0.5


def test_high_and_low_are_the_first_of_their_height() -> None:
    found = journey(1, -1, 1, -1)
    high, low = scores.high(found), scores.low(found)
    assert high is not None
    assert high.touchpoint is next(found.touchpoints())
    assert low is not None
    assert low.touchpoint is list(found.touchpoints())[1]


@pytest.mark.parametrize(
    ("channels", "switches"),
    [
        ((["web"], ["web"]), 0),
        ((["web"], ["phone"]), 1),
        ((["web", "phone"], ["phone", "chat"]), 0),
        ((["website"], ["web"]), 0),  # a name and its id are one channel
        ((["Balie"], ["balie"]), 0),  # so are a name of one's own and its slug
        ((["web"], ["none"], ["web"]), 0),  # thinking is no contact, so no switch either
        ((["web"], ["none"], ["phone"]), 1),
        ((["web"], [], ["phone"]), 1),
        (([], []), 0),
    ],
)
def test_a_switch_is_where_neighbouring_contacts_share_no_channel(
    channels: tuple[list[str], ...], switches: int
) -> None:
    assert scores.channel_switches(with_steps(*({"channel": found} for found in channels))) == switches


def test_evidence_is_counted_per_touchpoint() -> None:
    found = scores.evidence_count(
        with_steps(
            {"evidence": ["interviews"]}, {"evidence": "assumption"}, {"evidence": ["assumption", "interviews"]}, {}
        )
    )
    assert (found.total, found.proven, found.assumed, found.unsaid) == (4, 2, 1, 1)
