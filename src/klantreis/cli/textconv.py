"""`klantreis git textconv`: a file as lines for git to compare, with nothing loaded that it does not need.

Git starts this once for every version of every file that it shows.
"""

from __future__ import annotations

import os
import sys
from typing import BinaryIO

from klantreis.cli.aside import say_aside

_CHUNK = 1024 * 1024


def main(arguments: list[str]) -> int:
    """Write the lines of the file named last; give the exit code: 0, or 2 when it cannot be read.

    `--form N` is the form of the lines that git was told of; another one than ours is worth a word.
    """
    from klantreis.source.lines import FORM, lines
    from klantreis.source.reader import MAX_BYTES

    name = arguments[-1] if arguments else ""
    if arguments[:1] == ["--form"] and arguments[1:2] != [str(FORM)] and len(arguments) > 1:
        say_aside("this clone was set up by another version of klantreis. Run once more: klantreis git install")
    try:
        with open(name, "rb") as file:  # a name from git: there is no path to keep
            data = _piece(file, MAX_BYTES + 1)
            try:
                _write(lines(data), file if len(data) > MAX_BYTES else None)
            except BrokenPipeError:
                # The reader (`| head`) has seen enough; Python must not complain about it at exit.
                os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError) as error:
        say_aside(f"{name or 'git textconv'}: cannot be read: {getattr(error, 'strerror', None) or error}.")
        return 2
    return 0


def _write(text: str, rest: BinaryIO | None) -> None:
    """Write a text, and what is left of a file that is too large to be one of ours."""
    from klantreis.source.visible import visible_text

    out = sys.stdout.buffer
    out.write(text.encode("utf-8"))
    while rest is not None and (data := _piece(rest, _CHUNK)):
        out.write(visible_text(data).encode("utf-8"))
    out.flush()


def _piece(file: BinaryIO, size: int) -> bytes:
    """Read so many bytes and on to the end of their line: a cut inside a letter would show it as broken."""
    data = file.read(size)
    return data + file.readline(_CHUNK) if len(data) == size else data
