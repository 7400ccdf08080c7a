"""Where findings go: `--output-format F` and `--output-file PATH`, as often as wanted.

A file belongs to the format before it: `--output-format full --output-format sarif --output-file k.sarif`
shows the findings and writes a file. Where the format before it has a file already, or there is none
before it, the file belongs to the format after it. A file with no format at all gets `full`. What has
no file, or `-` for one, goes to standard output, and that can be one format only.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from klantreis.errors import PathError, UsageError

if TYPE_CHECKING:
    from klantreis.cli.gather import Gathered
    from klantreis.engine.run import Outcome
    from klantreis.source.locate import Located, Texts

DEFAULT = "full"
_FORMAT, _FILE = "--output-format", "--output-file"
_STDOUT = "-"
_SETTINGS = ("klantreis.toml", "pyproject.toml")
_SUMMARY_BYTES = 1024 * 1024
"""The most that GitHub keeps of a step's summary; what is larger it refuses whole."""


@dataclass(frozen=True, slots=True)
class Output:
    """A format, and the file it goes to; without one, to standard output."""

    format: str
    path: Path | None = None


def outputs_of(argv: Sequence[str]) -> list[Output]:
    """Read the two options from a command line, in the order they were given.

    Raises `UsageError` for an unknown format, a file without a format, or two formats for one place.
    """
    pairs: list[tuple[str, str | None]] = []
    waiting: str | None = None
    for option, value in _options(argv):
        if option == _FORMAT:
            pairs.append((_known(value), waiting))
            waiting = None
        elif pairs and pairs[-1][1] is None:
            pairs[-1] = (pairs[-1][0], _usable(value))
        elif waiting is None:
            waiting = _usable(value)
        else:
            raise _no_format(waiting)
    if waiting is not None:
        if pairs:
            raise _no_format(waiting)
        pairs.append((DEFAULT, waiting))
    outputs = [Output(name, None if file in (None, _STDOUT) else Path(file)) for name, file in pairs]
    _refuse_shared(outputs)
    return outputs or [Output(DEFAULT)]


def _options(argv: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Give both options with their values, as `--option value` or `--option=value`; what follows `--` is paths."""
    rest = iter(argv)
    for word in rest:
        if word == "--":
            return
        name, equals, value = word.partition("=")
        if name in (_FORMAT, _FILE):
            # A value that is missing the command line has refused already.
            yield name, value if equals else next(rest, "")


def _known(name: str) -> str:
    from klantreis.report import NAMES

    if name not in NAMES:
        from klantreis.suggest import did_you_mean

        hint = did_you_mean(name, NAMES) or f"The formats: {', '.join(NAMES)}."
        raise UsageError(f"{_FORMAT}: no format `{name}`.", hint)
    return name


def _usable(file: str) -> str:
    if not file:
        raise UsageError(f"{_FILE}: an empty path.", "Is a variable of the shell not set?")
    if file.lower().endswith((".yaml", ".yml")):
        # No format is YAML; this is the journey itself, and would be lost.
        raise UsageError(f"{_FILE} {file}: this would be read as a journey.", "Findings go to another file.")
    return file


def refuse_overwriting(outputs: Sequence[Output], gathered: Gathered) -> None:
    """Refuse to write findings over what they are about, or over settings. Raises `UsageError`."""
    files = [output.path for output in outputs if output.path is not None]
    if not files:
        return
    kept = set()
    for batch in gathered.batches:
        kept |= {os.path.realpath(source.path) for source in batch.inputs if source.path is not None}
        if batch.config is not None:
            root, lint = batch.config.root, batch.config.lint
            names = (lint.baseline, *lint.origins.values())
            kept |= {os.path.realpath(root / name) for name in names} | {os.path.realpath(name) for name in names}
    for file in files:
        real = os.path.realpath(file)
        if real in kept or os.path.basename(real) in _SETTINGS:
            raise UsageError(f"{_FILE} {file}: this file is read, and would be lost.", "Findings go to another file.")


def _no_format(file: str) -> UsageError:
    return UsageError(f"{_FILE} {file}: no {_FORMAT} for it.", f"Write one before it: {_FORMAT} sarif {_FILE} {file}")


def _refuse_shared(outputs: Sequence[Output]) -> None:
    seen: dict[str, str] = {}
    for output in outputs:
        place = "" if output.path is None else os.path.realpath(output.path)
        if place in seen:
            both = f"`{seen[place]}` and `{output.format}`"
            if output.path is None:
                hint = f"Give one of them a file: {_FORMAT} {output.format} {_FILE} findings.txt"
                raise UsageError(f"{both} cannot both go to standard output.", hint)
            raise UsageError(f"{both} cannot both go to {output.path}.", "Give each a file of its own.")
        seen[place] = output.format


def on_terminal(outputs: Sequence[Output]) -> str:
    """Give the format that goes to standard output; empty when all go to files."""
    return next((output.format for output in outputs if output.path is None), "")


def write_outputs(outputs: Sequence[Output], located: list[Located], texts: Texts, outcome: Outcome) -> None:
    """Write findings to where they go; in GitHub Actions, a summary of the run too.

    A file that cannot be written does not keep the others from being written. Raises `PathError` for it.
    """
    from klantreis.cli.output import write
    from klantreis.report import format_of

    failed: PathError | None = None
    for output in outputs:
        if output.path is not None:
            try:
                _write_file(output.path, _text(output.format, located, texts, outcome))
            except PathError as error:
                failed = failed or error
    _add_summary(located, texts, outcome)
    # Last: a reader that has seen enough (`| head`) ends the run.
    for output in outputs:
        if output.path is None:
            write(format_of(output.format)(located, texts, outcome))
    if failed is not None:
        raise failed


def _text(name: str, located: list[Located], texts: Texts, outcome: Outcome) -> str:
    from klantreis.report import format_of

    lines = format_of(name)(located, texts, outcome)
    return "".join("".join(text for _, text in line).rstrip() + "\n" for line in lines)


def _write_file(path: Path, text: str) -> None:
    from klantreis.cli.files import write_whole

    try:
        write_whole(path, text)
    except PathError as error:
        raise PathError(error.message, f"Name another place with `{_FILE}`.") from error


def _without_waiting(path: str, flags: int) -> int:
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0), 0o666)


def _add_summary(located: list[Located], texts: Texts, outcome: Outcome) -> None:
    """Add the findings to the page of the step, where GitHub Actions runs it."""
    file = os.environ.get("GITHUB_STEP_SUMMARY", "")
    if os.environ.get("GITHUB_ACTIONS") != "true" or not file:
        return
    data = (_text("markdown", located, texts, outcome) + "\n").encode("utf-8", "replace")
    try:
        # Opening a pipe that nobody reads would wait for ever.
        with open(file, "ab", opener=_without_waiting) as summary:
            if summary.tell() + len(data) <= _SUMMARY_BYTES:
                summary.write(data)
    except (OSError, ValueError) as error:
        from klantreis.cli.output import say

        # The findings are what counts; the page is an extra.
        say(f"klantreis: {file}: no summary was added: {error}.")
