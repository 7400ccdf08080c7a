"""Data to a file, whole: beside the old one first, then in its place."""

from __future__ import annotations

import os
import signal
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
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
        put_whole(target, data, target.stat().st_mode & 0o7777)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise PathError(f"{path}: cannot be written: {reason}.", "Make it writable, or work on a copy.") from error


def put_whole(target: Path, data: bytes, mode: int) -> None:
    """Write a file beside another, then put it in its place: the old one or the new one is there, never half of it.

    Ctrl-C is answered after that, so that nothing is left lying about. Raises `OSError`.
    """
    with _undisturbed():
        handle, beside = tempfile.mkstemp(prefix=f".{target.name[:40]}.", suffix=".tmp", dir=target.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            os.chmod(beside, mode)
            os.replace(beside, target)
        except BaseException:
            Path(beside).unlink(missing_ok=True)
            raise


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Let Ctrl-C wait, where the system can."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
