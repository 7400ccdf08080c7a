"""A repository, and the one way git is run in it: no prompt, no pager, no hook, no program of a stranger's."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from klantreis.errors import UsageError
from klantreis.wording import shortened

_LOCAL = (
    "GIT_DIR", "GIT_WORK_TREE", "GIT_IMPLICIT_WORK_TREE", "GIT_COMMON_DIR", "GIT_INDEX_FILE", "GIT_PREFIX",
    "GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_QUARANTINE_PATH", "GIT_SHALLOW_FILE",
    "GIT_GRAFT_FILE", "GIT_NO_REPLACE_OBJECTS", "GIT_REPLACE_REF_BASE", "GIT_INTERNAL_SUPER_PREFIX",
)  # fmt: skip
"""What a hook is told of the repository it runs in; another repository must not hear it."""
_NEVER = (
    "GIT_EXTERNAL_DIFF", "GIT_DIFF_OPTS", "GIT_GLOB_PATHSPECS", "GIT_NOGLOB_PATHSPECS", "GIT_ICASE_PATHSPECS",
    "LANGUAGE",
)  # fmt: skip
_ALWAYS = {
    "LC_ALL": "C",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_PAGER": "cat",
    # A file may be called `*.yaml` or `:(top)`.
    "GIT_LITERAL_PATHSPECS": "1",
}
_SETTINGS = (
    "core.fsmonitor=false",
    "core.fileMode=false",
    f"core.hooksPath={os.devnull}",
    f"diff.orderFile={os.devnull}",
    "diff.autoRefreshIndex=true",
    "log.showRoot=true",
    "log.showSignature=false",
)
"""What a repository's own settings must not decide: programs to run, and the shape of the answers."""
_PARTS = 6
_OWNED = re.compile(r"repository at '(.+)'")


class GitError(UsageError):
    """Git cannot say what was asked: no git, no repository, no such revision, a damaged repository."""


@dataclass(frozen=True, slots=True)
class Repository:
    """A repository.

    `root` is its work tree, None where it has none (a bare one). `common_dir` is `git_dir`, but for an added
    work tree. `shallow`: its older commits were not fetched. `local` is what git must hear from the
    environment, for within a hook.
    """

    root: Path | None
    git_dir: Path
    common_dir: Path
    shallow: bool = False
    local: tuple[tuple[str, str], ...] = ()

    @property
    def folder(self) -> Path:
        """Where git is run: the top of the work tree, else the repository itself."""
        return self.root or self.git_dir

    def path_of(self, path: Path) -> str:
        """Give a file's path from the top of the work tree, with forward slashes, as git calls it.

        A link to a folder is followed, a link that is the file itself is not. In a bare repository the path is
        taken as it is. Raises `GitError` for a file outside of the work tree.
        """
        if self.root is None:
            return os.path.normpath(path).replace(os.sep, "/")
        whole = os.path.abspath(path)
        real = os.path.join(os.path.realpath(os.path.dirname(whole)), os.path.basename(whole))
        for candidate in (real, whole):
            for root in (os.path.realpath(self.root), str(self.root)):
                relative = os.path.relpath(candidate, root)
                if relative != os.pardir and not relative.startswith(os.pardir + os.sep):
                    return relative.replace(os.sep, "/")
        raise GitError(f"{path}: outside of the git repository at {self.root}.", "Name a file inside of it.")


def repository_at(path: Path) -> Repository:
    """Find the repository that a file or folder lies in; the path itself need not exist (any more).

    What a hook says of its repository (`GIT_DIR`, `GIT_INDEX_FILE` and so on) is heard, for that repository only.

    Raises `GitError` when git is not installed, there is no repository, or git refuses to use it.
    """
    folder = _folder_of(path)
    told = {name: os.environ[name] for name in _LOCAL if name in os.environ and name != "GIT_PREFIX"}
    try:
        found = _discover(folder, {})
    except GitError:
        if "GIT_DIR" not in told:
            raise
        # A repository that lies elsewhere: `git --git-dir=~/dotfiles --work-tree=~ …`.
        return _discover(Path.cwd(), _absolute(told))
    if not told:
        return found
    try:
        here = _discover(Path.cwd(), _absolute(told))
    except GitError:
        return found
    return here if here.git_dir == found.git_dir else found


def run(repository: Repository, *arguments: str, stdin: bytes = b"") -> bytes:
    """Run git and give what it wrote. Raises `GitError` with git's own last words when it fails."""
    done = _start(repository.folder, dict(repository.local), arguments, stdin)
    if done.returncode:
        raise GitError(f"git {arguments[0]}: {_words(done.stderr)}.")
    return done.stdout


def attempt(repository: Repository, *arguments: str, stdin: bytes = b"") -> bytes | None:
    """Run git and give what it wrote, None when it fails: for questions that git answers by failing."""
    done = _start(repository.folder, dict(repository.local), arguments, stdin)
    return None if done.returncode else done.stdout


@cache
def git_version() -> tuple[int, ...]:
    """Give git's version: `(2, 39, 5)`. Raises `GitError` when it is not installed."""
    words = _start(Path.cwd(), {}, ["version"]).stdout.decode("ascii", "replace").split()
    numbers = words[2].split(".") if len(words) > 2 else []  # noqa: PLR2004  git version 2.39.5
    return tuple(int(number) for number in numbers[:3] if number.isdigit())


def _discover(folder: Path, local: Mapping[str, str]) -> Repository:
    asked = (
        "rev-parse", "--is-bare-repository", "--is-inside-work-tree", "--is-shallow-repository",
        "--absolute-git-dir", "--git-common-dir", "--show-toplevel",
    )  # fmt: skip
    done = _start(folder, local, asked)
    parts = os.fsdecode(done.stdout).removesuffix("\n").split("\n") if done.stdout else []
    # Without a work tree it says all but the last, and fails.
    without = done.returncode != 0 and len(parts) == _PARTS - 1 and parts[1] == "false"
    if (done.returncode and not without) or len(parts) not in (_PARTS, _PARTS - 1):
        raise _refusal(folder, done.stderr)
    if without and parts[0] == "false":
        raise GitError(f"{folder}: inside git's own folder.", "Name a file of the work tree.")
    git_dir = Path(parts[3])
    common = Path(os.path.realpath(os.path.join(folder, parts[4])))
    root = None if without else Path(parts[5])
    return Repository(root, git_dir, common, parts[2] == "true", tuple(sorted(local.items())))


def _refusal(folder: Path, stderr: bytes) -> GitError:
    words = stderr.decode("utf-8", "replace")
    if "dubious ownership" in words:
        named = _OWNED.search(words)
        top = (named[1] if named else str(folder)).replace("'", "'\\''")
        return GitError(
            f"{folder}: git will not read this repository, for it belongs to another user.",
            f"If you trust it: git config --global --add safe.directory '{top}'",
        )
    if "safe.bareRepository" in words or "safe.bareRepository".lower() in words:
        return GitError(
            f"{folder}: git will not use this bare repository by itself.", "If you trust it, set GIT_DIR to its path."
        )
    if "not a git repository" in words:
        return GitError(
            f"{folder}: not in a git repository.", "Go to the folder of the repository, or begin one: git init"
        )
    return GitError(f"{folder}: git cannot use this repository: {_words(stderr)}.")


def _folder_of(path: Path) -> Path:
    """The nearest folder that is there: a file that was deleted had one."""
    try:
        folder = Path(os.path.abspath(path))
        while not folder.is_dir() and folder != folder.parent:
            folder = folder.parent
    except ValueError as error:
        raise GitError(f"{str(path)!r}: not a path: {error}.") from error
    return folder


def _absolute(told: Mapping[str, str]) -> dict[str, str]:
    """Paths in the environment are relative to where the hook runs, and git is run elsewhere."""
    paths = {"GIT_DIR", "GIT_WORK_TREE", "GIT_COMMON_DIR", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_SHALLOW_FILE"}
    return {name: os.path.abspath(value) if name in paths and value else value for name, value in told.items()}


def _start(
    folder: Path, local: Mapping[str, str], arguments: Sequence[str], stdin: bytes = b""
) -> subprocess.CompletedProcess[bytes]:
    environment = {name: value for name, value in os.environ.items() if name not in _LOCAL and name not in _NEVER}
    environment |= _ALWAYS | dict(local)
    settings = [word for setting in _SETTINGS for word in ("-c", setting)]
    command = [_program(), "--no-pager", *settings, *arguments]
    try:
        # A list, never a shell.
        return subprocess.run(  # noqa: S603
            command, cwd=folder, env=environment, input=stdin, capture_output=True, check=False
        )
    except ValueError as error:
        raise GitError(f"git {arguments[0]}: {error}.", "A name cannot hold a NUL character.") from error
    except OSError as error:
        raise GitError(f"git cannot be run in {folder}: {error.strerror}.") from error


@cache
def _program() -> str:
    found = shutil.which("git")
    if found is None:
        raise GitError("git is not installed, or not on the PATH.", "Get it at https://git-scm.com/downloads")
    return found


def _words(stderr: bytes) -> str:
    """Git's last words that are not mere advice."""
    lines = [line.strip() for line in stderr.decode("utf-8", "replace").splitlines() if line.strip()]
    told = (
        [line for line in lines if line.startswith(("fatal:", "error:"))] or lines or ["it failed, and did not say why"]
    )
    return shortened(told[-1].partition(": ")[2] or told[-1], 300).removesuffix(".")
