"""What a file is called in its repository: machines that show findings beside the code know no other name."""

from __future__ import annotations

import os
from functools import cached_property
from urllib.parse import quote

from klantreis.errors import PathError
from klantreis.source.locate import Located

_STDIN = "<stdin>"
UNKNOWN = "."
"""The path of what went wrong with no file in particular."""


class Repository:
    """The nearest folder upward that holds `.git`, else the current folder."""

    def __init__(self) -> None:
        self._known: dict[str, str] = {}

    @cached_property
    def root(self) -> str:
        """Where it lies."""
        here = folder = os.path.realpath(os.getcwd())
        while not os.path.exists(os.path.join(folder, ".git")):
            above = os.path.dirname(folder)
            if above == folder:
                return here
            folder = above
        return folder

    def path(self, name: str) -> str:
        """Give a file's path from the root, with forward slashes; the whole path of a file outside it."""
        if name not in self._known:
            self._known[name] = name if name == _STDIN else self._path(name)
        return self._known[name]

    def _path(self, name: str) -> str:
        whole = os.path.abspath(name)
        # A folder may be reached by a link; the file itself keeps its name, as in git.
        real = os.path.join(os.path.realpath(os.path.dirname(whole)), os.path.basename(whole))
        for path in (whole, real):
            if _inside(path, self.root):
                return os.path.relpath(path, self.root).replace(os.sep, "/")
        return whole.replace(os.sep, "/")

    def path_of(self, item: Located) -> str:
        """Give the path of the file that a finding is in."""
        return self.path(item.finding.where.file)

    def path_of_error(self, error: PathError) -> str:
        """Give the path that could not be read: its message begins with it."""
        name, colon, _ = error.message.partition(": ")
        # A name in quotes is one that no file can have.
        return self.path(name) if colon and not name.startswith(("'", '"')) else UNKNOWN


def _inside(path: str, root: str) -> bool:
    return path == root or path.startswith(root.rstrip(os.sep) + os.sep)


def is_relative(path: str) -> bool:
    """Tell whether a path that `Repository` gave is one inside the repository."""
    return not os.path.isabs(path)


def uri(path: str) -> str:
    """Give a path as a URI, relative when the path is."""
    try:
        # Bytes that are no text are written as the bytes they are.
        encoded = quote(path.encode("utf-8", "surrogateescape"), safe="/~-._")
    except UnicodeEncodeError:
        encoded = quote(path.encode("utf-8", "replace"), safe="/~-._")
    if is_relative(path):
        return encoded
    return f"file://{encoded}" if encoded.startswith("/") else f"file:///{encoded}"


def sentence(error: PathError) -> str:
    """Give what went wrong and what to do, on one line."""
    return f"{error.message} {error.hint}".strip()
