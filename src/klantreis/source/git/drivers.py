"""What git is told of us in a clone: how our files are made readable for `git diff`, and who merges them.

`.gitattributes` travels with the repository and only says *that* our files have a driver. Which program that is stands
in the settings of each clone, so that nobody runs a stranger's program by cloning; these are written here.
Git runs both through a shell. Where klantreis is gone, or fails, the shell does what git would have done without it.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from klantreis.errors import UsageError
from klantreis.source.git.repository import GitError, Repository, attempt, run
from klantreis.source.lines import FORM

Scope = Literal["local", "global"]
CONFLICTS = 77
"""The exit code by which the shell knows our conflicts from a Python that cannot start, which says 1 too."""
REMEMBER = "diff.klantreis.cachetextconv"
CACHE = "refs/notes/textconv/klantreis"
_KEYS = re.compile(r"(?:diff|merge)\.klantreis\.")
_SECTIONS = ("diff.klantreis", "merge.klantreis")
_PROGRAM = re.compile(r"k\(\) \{ ((?:'[^']*'|\\')+) -P -m klantreis git ")
_MERGED = " %O %A %B %L %P %S %X %Y"
_STOPPED = 128


@dataclass(frozen=True, slots=True)
class Setting:
    """A setting of git: where it was found (`local`, `global`, …) and what it says."""

    scope: str
    value: str


def settings(program: str | None = None) -> dict[str, str]:
    """Give what git must be told, by key; `program` is the Python that holds klantreis, unless given this one.

    Raises `UsageError` when this Python does not know where it is.
    """
    program = program or sys.executable
    if not program or "\0" in program or "\n" in program:
        raise UsageError("this Python does not say where it is, so git cannot be told.", "Install klantreis anew.")
    # -P: a file such as yaml.py at the top of a stranger's repository is not ours to load.
    ours = f"{_sh(program)} -P -m klantreis git"
    options = '--marker-size="$4" --path="$5" --label="$7" --label="$6" --label="$8"'
    merge = (
        f'k() {{ {ours.replace("%", "%%")} merge-file --conflict-code {CONFLICTS} {options} -- "$1" "$2" "$3"; s=$?; '
        f"case $s in 0) ;; {CONFLICTS}) return 1 ;; 130|143) return $s ;; "
        '*) git merge-file -q --marker-size="$4" -L ours -L base -L theirs -- "$2" "$1" "$3" ;; esac; }; '
        f"k{_MERGED}"
    )
    return {
        "diff.klantreis.textconv": f'k() {{ {ours} textconv --form {FORM} "$1" || cat <"$1"; }}; k',
        REMEMBER: "true",
        "diff.klantreis.xfuncname": "^[[:alpha:]_].*$",
        "merge.klantreis.name": "customer journeys, by the ids of what is in them",
        "merge.klantreis.driver": merge,
    }


def settings_for(repository: Repository) -> dict[str, str]:
    """Give what git must be told in this clone.

    Git remembers lines in commits of its own. Without a name for whoever makes them, `git diff` would fail.
    """
    told = settings()
    if attempt(repository, "var", "GIT_COMMITTER_IDENT") is None:
        del told[REMEMBER]
    return told


def found(repository: Repository) -> dict[str, Setting]:
    """Give what git has been told, by key; what is nearest to the clone wins."""
    said = attempt(repository, "config", "-z", "--show-scope", "--get-regexp", r"^(diff|merge)\.klantreis\.") or b""
    parts = said.decode("utf-8", "surrogateescape").split("\0")
    pairs = zip(parts[0::2], parts[1::2], strict=False)
    settings_of = {}
    for scope, pair in pairs:
        key, _, value = pair.partition("\n")
        if _KEYS.match(key):
            settings_of[key] = Setting(scope, value)
    return settings_of


def says(there: Setting | None, key: str, value: str) -> bool:
    """Tell whether git has been told so. Whether it remembers lines is for people to choose."""
    return there is not None and (there.value == value or key == REMEMBER)


def program_of(command: str) -> Path | None:
    """Give the Python that a command of ours starts, None when the command is not one of ours."""
    match = _PROGRAM.match(command)
    if match is None:
        return None
    word = match[1].replace("'\\''", "\0").replace("'", "").replace("\0", "'")
    # In the command of a merge git takes two for one.
    return Path(word.replace("%%", "%") if command.endswith(_MERGED) else word)


def tell(repository: Repository, values: Mapping[str, str], scope: Scope) -> None:
    """Write settings. Raises `GitError` when git cannot; those written before stay, `forget` takes them back."""
    for key, value in values.items():
        run(repository, "config", f"--{scope}", "--replace-all", key, value)


def known(repository: Repository, scope: Scope) -> list[str]:
    """Give the keys of ours that stand in the settings of a scope."""
    return [key for section in _SECTIONS for key in _keys_in(repository, scope, section) if key in settings("python")]


def forget(repository: Repository, scope: Scope) -> None:
    """Take our settings away; what somebody else wrote beside them stays. Raises `GitError` when git cannot."""
    ours = settings("python")
    for section in _SECTIONS:
        there = _keys_in(repository, scope, section)
        mine = [key for key in there if key in ours]
        if mine and len(mine) == len(there):
            run(repository, "config", f"--{scope}", "--remove-section", section)
        else:
            for key in mine:
                run(repository, "config", f"--{scope}", "--unset-all", key)


def forget_lines(repository: Repository) -> bool:
    """Take away the lines that git remembers of files it has shown; tell whether there were any.

    Raises `GitError` when git cannot.
    """
    if attempt(repository, "rev-parse", "--verify", "--quiet", "--end-of-options", CACHE) is None:
        return False
    run(repository, "update-ref", "-d", CACHE)
    return True


def merge_as_text(ours: Path, base: Path, theirs: Path, labels: tuple[str, str, str], marker_size: int) -> int:
    """Let git merge the lines of three files into the first, in the repository's own style of conflicts.

    `labels` are those of ours, base and theirs. Gives the number of conflicts, at most 127; raises `GitError` when git
    cannot merge.
    """
    named = [word for label in labels for word in ("-L", label)]
    size = f"--marker-size={marker_size}"
    command = [shutil.which("git") or "git", "merge-file", size, *named, "--", str(ours), str(base), str(theirs)]
    try:
        done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, check=False)  # noqa: S603  a list
    except (OSError, ValueError) as error:
        raise GitError(f"git cannot be run: {error}.") from error
    if done.returncode >= _STOPPED or done.returncode < 0:
        raise GitError(f"git merge-file: {done.stderr.decode('utf-8', 'replace').strip() or 'it failed'}")
    return done.returncode


def conflict_style() -> Literal["merge", "diff3", "zdiff3"]:
    """Give the style of conflicts that the repository here is set to."""
    command = [shutil.which("git") or "git", "config", "--get", "merge.conflictStyle"]
    try:
        done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, check=False)  # noqa: S603  a list
    except (OSError, ValueError):
        return "merge"
    said = done.stdout.strip()
    return "zdiff3" if said == b"zdiff3" else "diff3" if said == b"diff3" else "merge"


def _keys_in(repository: Repository, scope: Scope, section: str) -> list[str]:
    pattern = "^" + section.replace(".", r"\.") + r"\."
    said = attempt(repository, "config", f"--{scope}", "-z", "--name-only", "--get-regexp", pattern) or b""
    return list(dict.fromkeys(filter(None, said.decode("utf-8", "surrogateescape").split("\0"))))


def _sh(text: str) -> str:
    """Give a text as one word of a shell, whatever is in it."""
    return "'" + text.replace("'", "'\\''") + "'"
