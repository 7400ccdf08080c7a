"""Mends what findings say can be mended: `klantreis lint --fix`."""

from __future__ import annotations

import sys
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

from klantreis.cli.review import Reviewed
from klantreis.edit.diff import diff
from klantreis.edit.fix import Conflict, apply
from klantreis.edit.write import write_fixed
from klantreis.errors import PathError
from klantreis.findings import Fix
from klantreis.source.decode import decode
from klantreis.source.discover import read_bytes
from klantreis.source.locate import Located
from klantreis.source.reader import MAX_BYTES
from klantreis.wording import plural


@dataclass(slots=True)
class Mended:
    """What came of mending: how many findings, in how many files, and what stood in the way."""

    count: int = 0
    files: set[str] = field(default_factory=set)
    unsafe_left: int = 0
    conflicts: list[str] = field(default_factory=list)
    errors: list[PathError] = field(default_factory=list)

    def add(self, other: Mended) -> None:
        """Add up the outcome of another pass; what stands in the way is what did so last."""
        self.count += other.count
        self.files |= other.files
        self.unsafe_left, self.conflicts = other.unsafe_left, other.conflicts
        self.errors = other.errors


def mend(reviewed: Reviewed, *, unsafe: bool, write_files: bool) -> Mended:
    """Mend every file of a review; without `write_files` only show what would change.

    A file that cannot be written, or has changed meanwhile, stays as it is and is noted.
    """
    result = Mended()
    for name, fixes in _by_file(reviewed.found, result, unsafe=unsafe).items():
        try:
            _mend_file(name, fixes, result, write_files=write_files)
        except PathError as error:
            result.errors.append(error)
    return result


def _by_file(found: list[Located], result: Mended, *, unsafe: bool) -> dict[str, list[tuple[int, Fix]]]:
    files: dict[str, list[tuple[int, Fix]]] = defaultdict(list)
    for item in found:
        fix = item.finding.fix
        if fix is None:
            continue
        if fix.safe or unsafe:
            files[item.finding.where.file].append((item.finding.where.document, fix))
        else:
            result.unsafe_left += 1
    return files


def _mend_file(name: str, fixes: list[tuple[int, Fix]], result: Mended, *, write_files: bool) -> None:
    path = Path(name)
    old = read_bytes(path, MAX_BYTES)
    text = decode(old)
    if not isinstance(text, str):
        return
    done = apply(text, fixes)
    result.conflicts += [_words(name, conflict) for conflict in done.conflicts]
    if not done.applied:
        return
    if write_files:
        write_fixed(path, old, done.text)
    else:
        # A patch needs every space.
        sys.stdout.write(diff(name, text, done.text) + "\n")
    result.count += len(done.applied)
    result.files.add(name)


def _words(name: str, conflict: Conflict) -> str:
    return f"klantreis: {name}: not mended: {conflict.fix.label}: {conflict.why}"


def summary(result: Mended, *, written: bool) -> str:
    """Say in a line what was mended, or would be; above it what stood in the way."""
    return "\n".join([*result.conflicts, _summary(result, written=written)])


def _summary(result: Mended, *, written: bool) -> str:
    what = f"{plural(result.count, 'finding')} in {plural(len(result.files), 'file')}"
    rest = f" ({result.unsafe_left} more with --unsafe-fixes)" if result.unsafe_left else ""
    left = []
    if result.conflicts:
        left.append(f"{_fixes(len(result.conflicts))} could not be made")
    if result.errors:
        left.append(f"{plural(len(result.errors), 'file')} could not be {'written' if written else 'read'}")
    if result.count:
        tail = f" {' and '.join(left)}." if left else ""
        return f"{'Mended' if written else 'Would mend'} {what}.{tail}{rest}"
    head = f"Nothing mended: {' and '.join(left)}." if left else "Nothing to mend."
    return f"{head}{rest}"


def _fixes(count: int) -> str:
    return f"{count} {'fix' if count == 1 else 'fixes'}"
