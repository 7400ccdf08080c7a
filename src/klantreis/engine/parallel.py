"""Many files over two cores: each worker keeps its models, only outlines travel.

Forking costs nothing here but the outlines; spawning would import everything again, so systems
without fork check on one core (figures: docs/decisions/0003-many-files.md).
"""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from klantreis.engine.run import Checker, Input, Outcome, Progress, Request, Share, make_request

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

    from klantreis.lint.plan import Plan

FROM_FILES = 150
"""Below this many files one core is as fast."""
MOST_WORKERS = 4


def worth_it(pieces: int, least: int = FROM_FILES) -> bool:
    """Tell whether to fork: many pieces of work, more than one core, a system where it is safe."""
    return (
        pieces >= least
        and sys.platform == "linux"
        and threading.active_count() == 1
        and len(os.sched_getaffinity(0)) > 1
    )


Told = tuple[list[Outcome], list[Share], Request]


def in_parallel(inputs: Sequence[tuple[int, Input]], progress: Progress | None, plan: Plan | None) -> Told:
    """Check files in several processes; this one does its share."""
    import multiprocessing

    context = multiprocessing.get_context("fork")
    workers = min(MOST_WORKERS, len(os.sched_getaffinity(0)))
    shares_of_inputs = [inputs[n::workers] for n in range(workers)]
    pipes: list[Connection] = []
    processes = []
    for part in shares_of_inputs[1:]:
        here, there = context.Pipe()
        process = context.Process(target=_work, args=(part, there, plan), daemon=True)
        process.start()
        there.close()
        pipes.append(here)
        processes.append(process)
    try:
        return _lead(Checker(shares_of_inputs[0], plan), pipes, progress)
    except BaseException:
        for process in processes:
            process.terminate()
        raise
    finally:
        for process in processes:
            process.join(timeout=5)


def _lead(checker: Checker, pipes: list[Connection], progress: Progress | None) -> Told:
    shares: list[Share] = [checker.first_round(progress)]
    for pipe in pipes:
        share = _received(pipe)
        shares.append(share)
        if progress is not None:
            progress(len(share.outlines))
    request = make_request(shares, checker.plan)
    for pipe in pipes:
        pipe.send(request)
    outcomes = [checker.second_round(request)]
    outcomes.extend(_received(pipe) for pipe in pipes)
    return outcomes, shares, request


def _received(pipe: Connection) -> Any:
    """What a worker sent; its failure is ours."""
    value = pipe.recv()
    if isinstance(value, BaseException):
        raise value
    return value


def _work(part: Sequence[tuple[int, Input]], pipe: Connection, plan: Plan | None) -> None:
    # Ctrl-C reaches all processes; the leading one answers it and ends the others.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        checker = Checker(part, plan)
        pipe.send(checker.first_round())
        pipe.send(checker.second_round(pipe.recv()))
    except Exception as error:  # noqa: BLE001  the leading process raises it again
        pipe.send(RuntimeError(f"{type(error).__name__}: {error}"))
