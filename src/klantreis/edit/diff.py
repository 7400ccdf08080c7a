"""What would change, as a unified diff that no terminal can be commanded by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from klantreis.edit.compare import Block, differences
from klantreis.source.decode import lines_of
from klantreis.wording import safe

_AROUND = 3
"""So many lines that stay are shown around those that change."""
_NO_END = "\n\\ No newline at end of file"


def diff(name: str, old: str, new: str) -> str:
    """Give the unified diff of two texts; nothing when they are the same but for the ends of lines."""
    before, after = _lines(old), _lines(new)
    name = safe(name)
    lines = [f"--- {name}", f"+++ {name}"]
    for hunk in _hunks(differences(before, after)):
        lines += _hunk(hunk, before, after)
    return "\n".join(map(_shown, lines)) if len(lines) > 2 else ""  # noqa: PLR2004  more than the names


def _hunks(blocks: Iterable[Block]) -> Iterator[list[Block]]:
    """Put together the changes that share the lines around them."""
    hunk: list[Block] = []
    for block in blocks:
        if hunk and block.old - hunk[-1].old_end > 2 * _AROUND:
            yield hunk
            hunk = []
        hunk.append(block)
    if hunk:
        yield hunk


def _hunk(hunk: list[Block], before: list[str], after: list[str]) -> list[str]:
    first, last = hunk[0], hunk[-1]
    start, lead = max(first.old - _AROUND, 0), min(first.old, _AROUND)
    end = min(last.old_end + _AROUND, len(before))
    new_start, new_end = first.new - lead, last.new_end + end - last.old_end
    lines = [f"@@ -{_range(start, end)} +{_range(new_start, new_end)} @@"]
    at = start
    for block in hunk:
        lines += [f" {line}" for line in before[at : block.old]]
        lines += [f"-{line}" for line in before[block.old : block.old_end]]
        lines += [f"+{line}" for line in after[block.new : block.new_end]]
        at = block.old_end
    return lines + [f" {line}" for line in before[at:end]]


def _range(start: int, end: int) -> str:
    """Give a range of lines as patches count: nothing stands behind the line before it."""
    length = end - start
    if length == 1:
        return f"{start + 1}"
    return f"{start + 1 if length else start},{length}"


def _lines(text: str) -> list[str]:
    lines = lines_of(text)
    return lines[:-1] if lines[-1] == "" else [*lines[:-1], f"{lines[-1]}{_NO_END}"]


def _shown(line: str) -> str:
    """Give a line made safe; a patch needs its tabs, and the line break of what is told of its end."""
    return "\n".join("\t".join(map(safe, part.split("\t"))) for part in line.split("\n"))
