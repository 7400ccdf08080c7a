"""Which files a command means, sorted into batches that belong together."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass, field
from pathlib import Path

from klantreis.config import Config, find_config
from klantreis.engine.run import Input
from klantreis.errors import PathError, UsageError
from klantreis.source.decode import decode
from klantreis.source.discover import Found, discover, read_bytes
from klantreis.source.locate import Texts
from klantreis.source.reader import MAX_BYTES
from klantreis.source.workspace import Group, groups_of, shown, workspace_group

STDIN = "-"
STDIN_NAME = "<stdin>"


@dataclass(slots=True)
class Batch:
    """Inputs that refer to each other, and the workspace they lie in, None outside of one."""

    inputs: list[Input]
    config: Config | None = None

    @property
    def root(self) -> Path | None:
        """The folder that pictures may come from."""
        return self.config.root if self.config else None

    def __len__(self) -> int:
        return len(self.inputs)


@dataclass(slots=True)
class Gathered:
    """What paths lead to: batches of files, paths that lead nowhere, and the files' texts.

    `may_be_empty`: it is no mistake when none of the files is one of ours.
    """

    batches: list[Batch] = field(default_factory=list)
    errors: list[PathError] = field(default_factory=list)
    stdin: tuple[str, bytes] | None = None
    may_be_empty: bool = False

    @property
    def texts(self) -> Texts:
        """The texts of the files, by the name they are shown by."""
        return Texts(self._text)

    def _text(self, name: str) -> str:
        if self.stdin is not None and name == self.stdin[0]:
            data = self.stdin[1]
        else:
            try:
                data = read_bytes(Path(name), MAX_BYTES)
            except PathError:
                return ""
        text = decode(data)
        return text if isinstance(text, str) else data.decode("utf-8", "replace")


def gather(paths: list[str], stdin_filename: str = "", *, skip_unmarked: bool = False) -> Gathered:
    """Find the files meant by paths; none means the workspace around this folder.

    With `skip_unmarked`, a file without `klantreis: 1` is skipped although it was named.

    Raises `UsageError` when there is no workspace, or the options do not fit.
    """
    if stdin_filename and STDIN not in paths:
        raise UsageError(
            "--stdin-filename needs `-` as a path.", "For example: klantreis validate - --stdin-filename kaart.yaml"
        )
    if not paths:
        return _workspace()
    gathered = Gathered(may_be_empty=skip_unmarked)
    found = discover([path for path in paths if path != STDIN])
    gathered.errors.extend(found.errors)
    if skip_unmarked:
        found.named.clear()
    if STDIN in paths:
        _add_stdin(found, gathered, stdin_filename)
    for group in groups_of(found):
        gathered.batches.append(_batch(group, gathered))
    if gathered.stdin is not None and not stdin_filename:
        gathered.batches.append(Batch([Input(STDIN_NAME, None, named=True, data=gathered.stdin[1])]))
    return gathered


def _workspace() -> Gathered:
    config = find_config(Path.cwd())
    if config is None:
        raise UsageError(
            "no workspace here: neither this folder nor one above it has a `klantreis.toml`.",
            "Name files or folders, or begin with `klantreis init`.",
        )
    gathered = Gathered()
    gathered.batches.append(_batch(workspace_group(config), gathered))
    return gathered


def _add_stdin(found: Found, gathered: Gathered, filename: str) -> None:
    data = sys.stdin.buffer.read(MAX_BYTES + 1)
    gathered.stdin = (filename or STDIN_NAME, data)
    if filename:
        path = Path(filename)
        found.files = [file for file in found.files if os.path.realpath(file) != os.path.realpath(path)]
        found.files.append(path)
        found.named.add(path)


def _batch(group: Group, gathered: Gathered) -> Batch:
    stdin_path = Path(gathered.stdin[0]) if gathered.stdin else None
    inputs = []
    for path in group.files:
        name = str(shown(path))
        data = gathered.stdin[1] if gathered.stdin and path == stdin_path else None
        if data is not None and gathered.stdin:
            name = gathered.stdin[0]
        inputs.append(
            Input(name, path, named=path in group.named, asked=path in group.asked, data=data, root=group.root)
        )
    return Batch(inputs, group.config)
