"""Results to standard output, with colour where a terminal shows it; everything else to standard error."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from typing import TextIO

from klantreis.report.text import Line
from klantreis.wording import safe_lines


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


def say(text: str) -> None:
    """Write a line to standard error."""
    sys.stderr.write(safe_lines(text) + "\n")
