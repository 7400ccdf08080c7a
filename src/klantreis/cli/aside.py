"""Words on standard error for what git runs, with nothing loaded that it does not need."""

from __future__ import annotations

import sys


def say_aside(text: str) -> None:
    """Write a line to standard error in plain letters: nobody set up its encoding."""
    from klantreis.wording import safe

    sys.stderr.write(safe(f"klantreis: {text}").encode("ascii", "backslashreplace").decode() + "\n")
