"""Many independent pieces of work over the cores, by forking: nothing needs to travel back."""

from __future__ import annotations

import gc
import os
import signal
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from klantreis.engine.parallel import MOST_WORKERS, worth_it

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

FROM = 24
"""Below this many pieces one core is as fast."""


def spread(work: Callable[[int], None], pieces: int, advance: Callable[[int], None] | None) -> None:
    """Do `work` for every number below `pieces`. Raises what a piece of work raised."""
    if not worth_it(pieces, FROM):
        _do(work, range(pieces), advance)
        return
    import multiprocessing

    # What is there stays: no process need look through it for garbage, and so copy its pages.
    gc.freeze()
    context = multiprocessing.get_context("fork")
    workers = min(MOST_WORKERS, len(os.sched_getaffinity(0)))
    helpers = []
    for share in range(1, workers):
        here, there = context.Pipe(duplex=False)
        process = context.Process(target=_help, args=(work, range(share, pieces, workers), there), daemon=True)
        process.start()
        there.close()
        helpers.append((process, here))
    try:
        _do(work, range(0, pieces, workers), advance)
        answers = [pipe.recv() for _, pipe in helpers]
    except BaseException:
        for process, _ in helpers:
            process.terminate()
        raise
    for error in answers:
        if error is not None:
            raise error


def _do(work: Callable[[int], None], pieces: Iterable[int], advance: Callable[[int], None] | None) -> None:
    for piece in pieces:
        work(piece)
        if advance is not None:
            advance(1)


def _help(work: Callable[[int], None], pieces: Iterable[int], pipe: Connection[Any, Any]) -> None:
    # Ctrl-C reaches all processes; the leading one answers it and ends the others.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        _do(work, pieces, None)
        pipe.send(None)
    except Exception as error:  # noqa: BLE001  the leading process raises it again
        pipe.send(error)
