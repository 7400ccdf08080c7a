"""`.gitattributes`: which files of a workspace git compares and merges with our help.

Our lines stand in a block of their own, which can be put in the place of an older one and be taken away again;
what people write around it stays to the byte.
"""

from __future__ import annotations

import re
from pathlib import Path

from klantreis.config import Config
from klantreis.errors import PathError, UsageError

NAME = ".gitattributes"
_BEGIN = "# klantreis: begin"
_END = "# klantreis: end"
_FIRST = f"{_BEGIN} (`klantreis git install` wrote this, `klantreis git uninstall` takes it away)"
_ON = "diff=klantreis merge=klantreis"
_OFF = "!diff !merge"
_BLOCK = re.compile(rf"^{_BEGIN}(?![\w-])[^\n]*\n(?:(?!{_BEGIN})[^\n]*\n)*?{_END}[ \t]*\r?(?:\n|\Z)", re.MULTILINE)
_SUFFIXES = (".yaml", ".yml")
_ANY_ENDING = re.compile(r"\.[^/]*[*?\[][^/]*\Z")
"""A glob such as `*.y*ml`, which names files although it does not end as they do."""
_LONGEST = 1024 * 1024
_HIDDEN = (".*.y*ml", "**/.*/**/*.y*ml")
"""YAML of other tools, such as `.github/workflows/ci.yml`: no workspace holds what is hidden."""
_SAFE = re.compile(r'(?!"|\[attr\])[^\s\x00-\x1f\x7f]+\Z')


def block_of(config: Config) -> list[str]:
    """Give the lines for a workspace: its files are ours, what it leaves out and what is hidden is not."""
    said: list[tuple[str, bool]] = []
    for glob in config.files:
        said += [(pattern, not glob.startswith("!")) for pattern in _patterns(glob.removeprefix("!"))]
    for glob in config.exclude:
        said += [(pattern, glob.startswith("!")) for pattern in _patterns(glob.removeprefix("!"))]
    if any(ours and pattern.startswith("*") for pattern, ours in said):
        said += [(pattern, False) for pattern in _HIDDEN]
    lines = [f"{_quoted(pattern)} {_ON if ours else _OFF}" for pattern, ours in said]
    return [_FIRST, *dict.fromkeys(lines), _END]


def with_block(text: str | None, block: list[str]) -> str:
    """Give the text of the file with our block in it; None means that there was no file.

    Raises `UsageError` when there is half a block in it, or more than one.
    """
    end = "\r\n" if text is not None and ("\r\n" in text or text.endswith("\r")) else "\n"
    ours = end.join(block)
    if text is None:
        return ours + end
    if (old := _found(text)) is not None:
        # What stands behind our last line, a line end or the end of the file, stays.
        tail = text[old.end() - 1 : old.end()] == "\n"
        return text[: old.start()] + ours + (end if tail else "") + text[old.end() :]
    # Without a line end the file ends as it did, so that taking the block away can tell.
    return f"{text}{ours}{end}" if text.endswith("\n") else f"{text}{end}{ours}"


def without_block(text: str) -> str | None:
    """Give the text as it was before our block came; None when nothing else was ever in it.

    Raises `UsageError` when there is half a block in it, or more than one.
    """
    old = _found(text)
    if old is None:
        return text
    before, behind = text[: old.start()], text[old.end() :]
    if not behind and not old.group().endswith("\n") and before.endswith("\n"):
        return before.removesuffix("\n").removesuffix("\r")
    return before + behind or None


def read_attributes(path: Path) -> str | None:
    """Give the text of a `.gitattributes`, None where there is no such file. Bytes that are no text survive.

    Raises `PathError` for what is there and is no readable file; git does not follow a link there, nor do we.
    """
    if path.is_symlink():
        raise PathError(f"{path}: a link, which git does not follow.", "Put a file in its place.")
    try:
        if not path.exists():
            return None
        if not path.is_file():
            raise PathError(f"{path}: not an ordinary file.", "Put a file in its place.")
        if path.stat().st_size > _LONGEST:
            raise PathError(f"{path}: larger than 1 MiB.", "Is this the right file?")
        return path.read_bytes().decode("utf-8", "surrogateescape")
    except OSError as error:
        raise PathError(f"{path}: cannot be read: {error.strerror}.") from error


def _found(text: str) -> re.Match[str] | None:
    blocks = list(_BLOCK.finditer(text))
    begun = len(re.findall(rf"^{_BEGIN}(?![\w-])", text, re.MULTILINE))
    ended = len(re.findall(rf"^{_END}[ \t]*\r?$", text, re.MULTILINE))
    if len(blocks) > 1 or not len(blocks) == begun == ended:
        raise UsageError(
            f"{NAME}: the block between `{_BEGIN}` and `{_END}` is not whole, or is there twice.",
            "Take these lines away by hand, then run the command once more.",
        )
    return blocks[0] if blocks else None


def _patterns(glob: str) -> list[str]:
    """Give what a glob of the settings is in `.gitattributes`, where naming a folder does not mean what is in it."""
    if not glob or glob.startswith("#"):
        return []
    if glob.endswith(_SUFFIXES):
        return [glob.removeprefix("**/") if glob.count("/") == 1 else glob]
    stem = glob.rstrip("/")
    # A name without a slash holds at every depth; the patterns below have one.
    deep = stem if "/" in stem else f"**/{stem}"
    if stem in ("**", "*"):
        return [f"*{suffix}" for suffix in _SUFFIXES]
    if stem.endswith("/**"):
        return [f"{stem}/*{suffix}" for suffix in _SUFFIXES]
    files: list[str] = []
    if not glob.endswith("/"):
        if _ANY_ENDING.search(stem):
            files = [stem]
        elif stem.endswith("*"):
            files = [f"{stem}{suffix}" for suffix in _SUFFIXES]
    return [*files, *(f"{deep}/**/*{suffix}" for suffix in _SUFFIXES)]


def _quoted(pattern: str) -> str:
    """Give a pattern as git reads it: with spaces in it, in quotes as in the language C."""
    if _SAFE.match(pattern):
        return pattern
    escaped = "".join(
        f"\\{char}" if char in '"\\' else f"\\{ord(char):03o}" if ord(char) < ord(" ") else char for char in pattern
    )
    return f'"{escaped}"'
