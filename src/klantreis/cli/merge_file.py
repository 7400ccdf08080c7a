"""`klantreis git merge-file`: what git runs when both sides of a merge changed a journey."""

from __future__ import annotations

import argparse
from pathlib import Path

from klantreis.cli.aside import say_aside

_STOPPED = 130


def main(arguments: list[str]) -> int:
    """Merge OURS and THEIRS, which both come from BASE, into OURS; give the exit code.

    0 clean; 1, or what `--conflict-code` says, conflicts, shown in OURS by markers; 2 wrong use, or a file that cannot
    be read or written; 130 stopped by Ctrl-C. OURS is written whole or not at all. Where a merge by ids is not
    certain, git merges the lines.
    """
    try:
        given = _parser().parse_args(arguments)
    except SystemExit as stop:
        return int(stop.code or 0)
    try:
        return _merge(given)
    except KeyboardInterrupt:
        # Git hears that it was stopped, and not that there are conflicts.
        return _STOPPED


def _merge(given: argparse.Namespace) -> int:
    from klantreis.errors import KlantreisError

    labels = [_label(text, word) for text, word in zip(given.label, ("ours", "base", "theirs"), strict=False)]
    labels += ["ours", "base", "theirs"][len(labels) :]
    size = given.marker_size if given.marker_size > 0 else 7
    name = given.path or given.ours
    try:
        conflicts = _by_ids(given, name, labels, size)
        if conflicts is None:
            conflicts = _as_text(given, labels, size)
    except KlantreisError as error:
        say_aside(f"{error.message} {error.hint}".rstrip())
        return 2
    return given.conflict_code if conflicts else 0


def _by_ids(given: argparse.Namespace, name: str, labels: list[str], size: int) -> int | None:
    """Merge by ids and give the number of conflicts, None when that is not certain."""
    from klantreis.errors import PathError
    from klantreis.source.discover import read_bytes
    from klantreis.source.reader import MAX_BYTES
    from klantreis.source.write import replace_bytes

    base, ours, theirs = (read_bytes(Path(path), MAX_BYTES) for path in (given.base, given.ours, given.theirs))
    if not all(b"klantreis" in side for side in (ours, theirs)) or max(map(len, (base, ours, theirs))) > MAX_BYTES:
        return None
    try:
        from klantreis.merge import Labels, merge
        from klantreis.source.git.drivers import conflict_style

        sides = Labels(base=labels[1], ours=labels[0], theirs=labels[2])
        merged = merge(base, ours, theirs, sides, size, conflict_style())
    except Exception as error:  # noqa: BLE001  whatever it is, git's own merge is there
        say_aside(f"{name}: merged line by line, for by ids it failed: {type(error).__name__}: {error}")
        return None
    if merged is None:
        say_aside(f"{name}: merged line by line, for by ids it was not certain.")
        return None
    if merged.data != ours:
        try:
            replace_bytes(Path(given.ours), merged.data)
        except PathError as error:
            # The words would name a file that git made for the moment.
            raise PathError(f"{name}: {error.message.partition(': ')[2]}", error.hint) from error
    return merged.conflicts


def _as_text(given: argparse.Namespace, labels: list[str], size: int) -> int:
    from klantreis.source.git.drivers import merge_as_text

    three = (labels[0], labels[1], labels[2])
    return merge_as_text(Path(given.ours), Path(given.base), Path(given.theirs), three, size)


def _label(text: str, otherwise: str) -> str:
    """Give a name for one side; git before 2.44 does not know any, and hands its own placeholder on."""
    from klantreis.wording import safe, shortened

    return otherwise if not text.strip() or text in ("%S", "%X", "%Y") else safe(shortened(text, 200))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="klantreis git merge-file", allow_abbrev=False)
    parser.add_argument("base", help="the version that both sides come from")
    parser.add_argument("ours", help="the version of this side; the result is written here")
    parser.add_argument("theirs", help="the version of the other side")
    parser.add_argument("--marker-size", type=int, default=7, metavar="N", help="the length of conflict markers")
    parser.add_argument("--path", default="", help="what the file is called in the repository")
    parser.add_argument(
        "--label", action="append", default=[], help="a name for ours; a second one for base, a third for theirs"
    )
    parser.add_argument("--conflict-code", type=int, default=1, metavar="N", help="the exit code for conflicts")
    return parser
