"""Results to standard output, with colour where a terminal shows it; everything else to standard error."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TextIO

from klantreis.report.text import Line
from klantreis.wording import plural, safe_lines


def use_utf8() -> None:
    """Let every character through, whatever the system's locale says."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None and (stream.encoding or "").lower().replace("-", "") != "utf8":
            reconfigure(encoding="utf-8", errors="replace")


def wants_colour(stream: TextIO) -> bool:
    """Tell whether to colour: a terminal, unless NO_COLOR says no or FORCE_COLOR says yes."""
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or (stream.isatty() and os.environ.get("TERM") != "dumb")


def write(lines: Iterable[Line], stream: TextIO | None = None) -> None:
    """Write lines to standard output, or another stream."""
    stream = stream or sys.stdout
    if not wants_colour(stream):
        for line in lines:
            stream.write("".join(text for _, text in line).rstrip() + "\n")
        return
    from rich.console import Console
    from rich.text import Text

    console = Console(file=stream, highlight=False, markup=False, emoji=False, soft_wrap=True, force_terminal=True)
    for line in lines:
        console.print(Text.assemble(*((text, style) for style, text in line)))


@contextmanager
def reader_may_leave() -> Iterator[None]:
    """Let a reader of standard output stop (`| head`): the exit code is the same as if it had read on."""
    try:
        yield
        sys.stdout.flush()
    except BrokenPipeError:
        # Python would try once more at exit, and complain.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def say(text: str) -> None:
    """Write a line to standard error."""
    sys.stderr.write(safe_lines(text) + "\n")


def say_loose(count: int) -> None:
    """Say how many references lead nowhere, if any do: that stops nothing, and somebody should know."""
    if count:
        say(f"Not all is well: {plural(count, 'reference')} to look at; `klantreis validate` shows more.")
