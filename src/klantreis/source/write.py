"""Data to a file, whole: beside the old one first, then in its place."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from klantreis.errors import PathError


def replace_bytes(path: Path, data: bytes) -> None:
    """Put data in the place of a file's own; whatever goes wrong, the file stays as it was.

    Links are followed, the file's permissions kept. Raises `PathError` when it cannot be written.
    """
    try:
        target = Path(os.path.realpath(path))
        if target.is_dir():
            raise IsADirectoryError(21, "it is a folder")
        if not target.is_file():
            raise FileNotFoundError(2, "it is no ordinary file")
        if not os.access(target, os.W_OK):
            raise PermissionError(13, "it may not be written")
        _replace(target, data)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise PathError(f"{path}: cannot be written: {reason}.", "Make it writable, or work on a copy.") from error


def _replace(target: Path, data: bytes) -> None:
    handle, beside = tempfile.mkstemp(prefix=f".{target.name[:40]}.", suffix=".tmp", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        os.chmod(beside, target.stat().st_mode & 0o7777)
        os.replace(beside, target)
    except BaseException:
        Path(beside).unlink(missing_ok=True)
        raise
