"""Repositories of many commits, made by one process of git."""

from __future__ import annotations

import subprocess
from collections.abc import Iterable, Mapping
from pathlib import Path

BEGIN = 1_600_000_000
DAY = 86_400


def imported(folder: Path, commits: Iterable[Mapping[str, str]], *, check_out: bool = True) -> Path:
    """Make a repository of commits, a day apart: each the files that it writes, by name."""
    folder.mkdir(parents=True, exist_ok=True)
    subprocess.run(["git", "init", "--quiet", "--initial-branch=main"], cwd=folder, check=True, timeout=60)
    stream: list[bytes] = []
    for number, files in enumerate(commits):
        when = BEGIN + number * DAY
        message = f"Versie {number}".encode()
        stream.append(b"commit refs/heads/main\n")
        stream.append(b"author Pien <pien@example.org> %d +0100\n" % when)
        stream.append(b"committer Pien <pien@example.org> %d +0100\n" % when)
        stream.append(b"data %d\n%s\n" % (len(message), message))
        for name, text in files.items():
            data = text.encode()
            stream.append(b"M 100644 inline %s\ndata %d\n%s\n" % (name.encode(), len(data), data))
    subprocess.run(["git", "fast-import", "--quiet"], cwd=folder, input=b"".join(stream), check=True, timeout=120)
    if check_out:
        subprocess.run(["git", "reset", "--quiet", "--hard"], cwd=folder, check=True, timeout=60)
    return folder
