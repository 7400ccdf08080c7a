"""Progress on standard error, for long work, on a terminal only."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

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

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(what, total=steps)
        yield lambda done: bar.advance(task, done)
