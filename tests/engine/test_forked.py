"""The same work over the cores: in order, whole, and what went wrong comes back."""

from __future__ import annotations

import os

import pytest

from klantreis.engine import forked
from klantreis.engine.forked import forked as spread


@pytest.fixture(autouse=True)
def _always(monkeypatch):
    monkeypatch.setattr(forked, "worth_it", lambda pieces, _least: pieces >= 4)


@pytest.mark.parametrize("count", [0, 1, 3, 4, 5, 7, 100])
def test_results_come_in_the_order_of_the_things(count):
    assert spread(lambda number: number * number, range(count)) == [number * number for number in range(count)]


def test_more_than_one_process_works():
    if len(os.sched_getaffinity(0)) < 2:
        pytest.skip("one core")
    assert len(set(spread(lambda _: os.getpid(), range(20)))) > 1


def test_results_larger_than_a_pipe_arrive():
    assert spread(lambda number: "x" * 200_000 + str(number), range(8))[-1].endswith("x7")


@pytest.mark.parametrize("bad", [0, 19])
def test_what_went_wrong_in_any_process_is_raised_here(bad):
    def work(number):
        if number == bad:
            raise ValueError(number)

    with pytest.raises(ValueError, match=str(bad)):
        spread(work, range(20))


def test_the_share_of_a_process_that_was_ended_is_done_here():
    here = os.getpid()

    def work(number):
        if os.getpid() != here:
            os._exit(9)
        return number

    assert spread(work, range(20)) == list(range(20))


def test_all_that_is_done_is_heard():
    heard = []
    spread(lambda number: number, range(20), heard.append)
    assert sum(heard) == 20
