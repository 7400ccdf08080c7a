"""Options that several commands share, so that they are said once."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Optional

import typer

Paths = Annotated[
    Optional[list[str]],  # noqa: UP045  typer reads the annotation at run time
    typer.Argument(
        metavar="PATHS",
        help="Files, folders or globs; `-` for standard input. None: the workspace.",
        show_default=False,
    ),
]
OutputFormats = Annotated[
    Optional[list[str]],  # noqa: UP045  as above
    typer.Option(
        "--output-format",
        metavar="FORMAT",
        help="full, concise, json, jsonl, github, gitlab, sarif, junit, rdjson or markdown. Repeatable.",
        show_default="full",
    ),
]
OutputFiles = Annotated[
    Optional[list[str]],  # noqa: UP045  as above
    typer.Option(
        "--output-file",
        metavar="FILE",
        help="Where the format before it goes; without one: standard output.",
        show_default=False,
    ),
]
StdinFilename = Annotated[
    str, typer.Option("--stdin-filename", metavar="FILE", help="What to call standard input, and where it lies.")
]
Today = Annotated[
    str,
    typer.Option(
        "--today", metavar="DATE", help="The day to judge freshness by, such as 2026-11-21.", show_default=False
    ),
]
SkipUnmarked = Annotated[
    bool, typer.Option("--skip-unmarked", help="Skip files without `klantreis: 1`, although they are named.")
]
NoBaseline = Annotated[bool, typer.Option("--no-baseline", help="Report the known findings of the baseline too.")]


def day(written: str) -> date:
    """Give the day that `--today` says, or this one. Raises `UsageError` when it is none."""
    from klantreis.errors import UsageError

    if not written:
        return date.today()  # noqa: DTZ011  the day that the user's calendar shows
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise UsageError(f"--today: `{written}` is not a day.", "For example: --today 2026-11-21") from None


def names(written: list[str] | None) -> tuple[str, ...]:
    """Give the names of an option that may be repeated, or hold several with commas between."""
    return tuple(name.strip() for part in written or () for name in part.split(",") if name.strip())
