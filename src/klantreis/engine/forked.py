"""The same work for many things over the cores, by forking; what comes of it travels back."""

from __future__ import annotations

import gc
import os
import signal
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from klantreis.engine.parallel import MOST_WORKERS, worth_it

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.context import ForkProcess

T = TypeVar("T")
R = TypeVar("R")

FROM = 100
"""Below this many things one core is as fast."""


def forked(work: Callable[[T], R], things: Sequence[T], advance: Callable[[int], None] | None = None) -> list[R]:
    """Give what `work` makes of each thing, in their order. Raises what a piece of work raised.

    Neighbours go to the same process, so that what they share is made once. `advance` hears how many are done.
    """
    if not worth_it(len(things), FROM):
        return _each(work, things, advance, 1)
    import multiprocessing

    # What is there stays: no process need look through it for garbage, and so copy its pages.
    gc.freeze()
    context = multiprocessing.get_context("fork")
    workers = min(MOST_WORKERS, len(os.sched_getaffinity(0)))
    size = -(-len(things) // workers)
    helpers: list[tuple[ForkProcess, Connection[Any, Any], Sequence[T]]] = []
    for begin in range(size, len(things), size):
        here, there = context.Pipe(duplex=False)
        share = things[begin : begin + size]
        process = context.Process(target=_help, args=(work, share, there), daemon=True)
        process.start()
        there.close()
        helpers.append((process, here, share))
    try:
        results = _each(work, things[:size], advance, len(helpers) + 1)
        for _, pipe, share in helpers:
            results += _received(pipe, work, share)
    except BaseException:
        for process, _, _ in helpers:
            process.terminate()
        raise
    finally:
        for process, _, _ in helpers:
            process.join(timeout=5)
        gc.unfreeze()
    return results


def _each(work: Callable[[T], R], things: Sequence[T], advance: Callable[[int], None] | None, step: int) -> list[R]:
    results = []
    for thing in things:
        results.append(work(thing))
        if advance is not None:
            advance(step)
    return results


def _received(pipe: Connection[Any, Any], work: Callable[[T], R], share: Sequence[T]) -> list[R]:
    try:
        answer = pipe.recv()
    except EOFError:
        # The helper was ended, for want of memory perhaps: its share is still to be done.
        return _each(work, share, None, 1)
    if isinstance(answer, BaseException):
        raise answer
    done: list[R] = answer
    return done


def _help(work: Callable[[T], R], share: Sequence[T], pipe: Connection[Any, Any]) -> None:
    # Ctrl-C reaches all processes; the leading one answers it and ends the others.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        pipe.send(_each(work, share, None, 1))
    except Exception as error:  # noqa: BLE001  the leading process raises it again
        pipe.send(error)
