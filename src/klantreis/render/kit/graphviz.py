"""Graphviz as a program: it gets ids and sizes only, never a text, and gives places.

Nothing in a journey can reach its syntax so.
"""

from __future__ import annotations

import subprocess
import sys
from functools import cache
from pathlib import Path
from shutil import which

from klantreis.errors import KlantreisError

INCH = 72
"""Graphviz counts in inches of 72 points; a point is a pixel of ours."""


class GraphvizError(KlantreisError):
    """Graphviz is not installed, or did not do what it was asked."""


def ask(source: str, subject: str, timeout: float = 30) -> str:
    """Lay out graphs in DOT and give them in Graphviz's `plain` form. Raises `GraphvizError`, naming the subject."""
    try:
        # Our own program, no shell, and nothing of the journey but numbers.
        done = subprocess.run(  # noqa: S603  # a list of our own words, no shell
            [program(), "-Tplain"],
            input=source,
            capture_output=True,
            text=True,
            timeout=timeout,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise GraphvizError(f"Graphviz does not run: {error}", "Install it again: pip install graphviz-pure") from error
    if done.returncode:
        raise GraphvizError(f"Graphviz refused {subject}: {done.stderr.strip()}")
    return done.stdout


@cache
def program() -> str:
    """Give the path of `dot`: the one that came with `graphviz-pure`, else the system's."""
    # Scripts stand beside the interpreter; looking there is faster than reading what was installed.
    for name in ("graphviz-pure", "graphviz-pure.exe"):
        beside = Path(sys.executable).with_name(name)
        if beside.is_file():
            return str(beside)
    from importlib.metadata import PackageNotFoundError, files

    try:
        shipped = [file for file in files("graphviz-pure") or [] if Path(file).stem == "graphviz-pure"]
    except PackageNotFoundError:
        shipped = []
    for file in shipped:
        found = Path(str(file.locate())).resolve()
        if found.is_file():
            return str(found)
    system = which("graphviz-pure") or which("dot")
    if system is None:
        raise GraphvizError("This picture is drawn with Graphviz, and it was not found.", "pip install graphviz-pure")
    return system
