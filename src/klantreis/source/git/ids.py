"""The ids that git would give to what files of the work tree hold now."""

from __future__ import annotations

import os
from collections.abc import Sequence

from klantreis.source.git.repository import Repository, run


def ids_now(repository: Repository, names: Sequence[str]) -> dict[str, str]:
    """Give the id of each file, named from the top of the work tree; one process of git for all with ordinary names.

    Raises `GitError` when one of them cannot be read.
    """
    # What git is asked in lines can hold no line break, nor begin as a text in quotes.
    alone = [name for name in names if "\n" in name or "\r" in name or name.startswith('"')]
    listed = [name for name in names if name not in set(alone)]
    found = {name: run(repository, "hash-object", "--", name).decode("ascii").strip() for name in alone}
    if listed:
        stdin = b"".join(os.fsencode(name) + b"\n" for name in listed)
        said = run(repository, "hash-object", "--stdin-paths", stdin=stdin).decode("ascii").split()
        found |= zip(listed, said, strict=True)
    return found
