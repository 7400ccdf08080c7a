"""Progress on standard error, for long work, on a terminal only."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic

_EVERY = 0.1
FROM = 100
"""Below this many steps the work is done before a bar could be read."""


@contextmanager
def progress(what: str, steps: int) -> Iterator[Callable[[int], None] | None]:
    """Give a function that moves the bar on, or None where no bar is shown."""
    if steps < FROM or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import Progress

    # Drawn by hand: the bar's own thread would keep checking from being spread over the cores.
    with Progress(console=Console(stderr=True), transient=True, auto_refresh=False) as bar:
        task = bar.add_task(what, total=steps)
        last = 0.0

        def advance(done: int) -> None:
            nonlocal last
            bar.advance(task, done)
            if monotonic() - last > _EVERY:
                last = monotonic()
                bar.refresh()

        yield advance
