"""Writing files whole: beside the old one first, then in its place."""

from __future__ import annotations

import errno
import os
from pathlib import Path

from klantreis.errors import PathError, UsageError
from klantreis.source.write import put_whole


def write_whole(path: Path, content: str | bytes) -> None:
    """Write a file, text as UTF-8; whatever goes wrong, the old file stays as it was.

    Folders that are missing are made. Raises `PathError` when it cannot be written.
    """
    data = content.encode("utf-8") if isinstance(content, str) else content
    try:
        if path.exists() and not path.is_file():
            _write_special(path, data)
            return
        target = Path(os.path.realpath(path))
        target.parent.mkdir(parents=True, exist_ok=True)
        if target.exists() and not os.access(target, os.W_OK):
            raise PermissionError(13, "it may not be written")
        mode = target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask()
        put_whole(target, data, mode)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise PathError(f"{path}: cannot be written: {reason}.", "Name another place with `-o`.") from error


def refuse_source(output: str) -> None:
    """Refuse to write over a journey or over settings. Raises `UsageError`."""
    real = Path(os.path.realpath(output))
    if real.suffix.lower() in (".yaml", ".yml"):
        raise UsageError(f"{output}: this would be read as a journey.", "Name another file to write to.")
    if real.name in ("klantreis.toml", "pyproject.toml"):
        raise UsageError(f"{output}: these are settings.", "Name another file to write to.")
    from klantreis.source.git.standing import is_ours

    if is_ours(real):
        raise UsageError(f"{output}: this is a journey, and would be lost.", "Name another file to write to.")


def _write_special(path: Path, data: bytes) -> None:
    if path.is_dir():
        raise IsADirectoryError(21, "it is a folder")
    # A device such as /dev/stdout cannot be replaced.
    with open(path, "wb", opener=_without_waiting) as file:
        os.set_blocking(file.fileno(), True)
        file.write(data)


def _without_waiting(path: str, flags: int) -> int:
    """Open a pipe that nobody reads with an error, where it would wait for ever."""
    try:
        return os.open(path, flags | getattr(os, "O_NONBLOCK", 0), 0o666)
    except OSError as error:
        if error.errno == errno.ENXIO:
            raise OSError(error.errno, "nobody reads this pipe") from error
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
