"""Doing something again whenever a file changes, until Ctrl-C."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from pathlib import Path

EVERY = 0.3
"""Seconds between two looks at the files. Looking is cheap, and works on every file system."""
_SETTLED = 0.05
"""Seconds in which an editor that writes a file in two goes can finish."""

Stamp = dict[str, tuple[int, int]]


def watch(files: Callable[[], Iterable[Path]], act: Callable[[], None], rounds: int | None = None) -> None:
    """Call `act` now, and again whenever one of the files changes, appears or goes.

    `files` is asked each time, so that new ones count. Ends with Ctrl-C, or after so many `rounds` of looking.
    """
    seen = _stamp(files())
    act()
    looked = 0
    while rounds is None or looked < rounds:
        looked += 1
        time.sleep(EVERY)
        now = _stamp(files())
        if now != seen:
            time.sleep(_SETTLED)
            seen = _stamp(files())
            act()


def _stamp(files: Iterable[Path]) -> Stamp:
    found: Stamp = {}
    for file in files:
        try:
            about = file.stat()
        except OSError:
            continue
        found[str(file)] = about.st_mtime_ns, about.st_size
    return found
