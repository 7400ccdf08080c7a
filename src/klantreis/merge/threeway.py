"""Three versions of a file to one, and the proof that it is right."""

from __future__ import annotations

import codecs
from collections import Counter
from dataclasses import dataclass
from typing import Literal, TypeVar

from klantreis.edit.planting import trees
from klantreis.merge.blocks import Merger
from klantreis.merge.cut import cut
from klantreis.merge.folding import folded
from klantreis.merge.meaning import Favour, is_meant, keeps_steps
from klantreis.merge.moving import settle
from klantreis.merge.pages import merged_pages, printed
from klantreis.merge.pieces import DoubtError, Page, Stream
from klantreis.merge.printing import Markers, Pick, Printer
from klantreis.merge.proof import errors, keeps_comments, named_in, shows_comments
from klantreis.merge.versions import Version, documents_of, read_version

T = TypeVar("T", str, bool)
Style = Literal["merge", "diff3", "zdiff3"]
_NOT_IN_A_LINE = dict.fromkeys((*range(32), *range(127, 160), 0x2028, 0x2029))


@dataclass(frozen=True, slots=True)
class Labels:
    """What the three versions are called in conflict markers."""

    base: str = ""
    ours: str = ""
    theirs: str = ""


@dataclass(frozen=True, slots=True)
class Merged:
    """A merged file: its bytes, and how many conflicts are marked in it."""

    data: bytes
    conflicts: int = 0

    @property
    def clean(self) -> bool:
        """Whether nothing is left for people to decide."""
        return not self.conflicts


def merge(
    base: bytes,
    ours: bytes,
    theirs: bytes,
    labels: Labels | None = None,
    marker_size: int = 7,
    style: Style = "merge",
) -> Merged | None:
    """Merge three versions of a file by ids; nothing when in doubt, then git's own merge of lines should do it.

    `base` is empty for a file that both sides added. A clean result means what both sides meant,
    and has no mistake that neither side had; in one with conflicts each choice does.
    """
    if theirs in (base, ours):
        return Merged(ours)
    if ours == base:
        return Merged(theirs)
    try:
        versions = [read_version(data) for data in (base, ours, theirs)]
        return _Threeway(versions, _markers(labels or Labels(), marker_size, style)).run()
    except DoubtError:
        return None


def _markers(labels: Labels, size: int, style: Style) -> Markers:
    def line(sign: str, label: str) -> str:
        words = label.translate(_NOT_IN_A_LINE).strip()
        return f"{sign * size} {words}".rstrip()

    base = line("|", labels.base) if style != "merge" else ""
    return Markers(line("<", labels.ours), base, "=" * size, line(">", labels.theirs))


class _Threeway:
    """Works on folded texts, whose data and mistakes differ from each other as those of the whole texts do."""

    def __init__(self, versions: list[Version], markers: Markers) -> None:
        self.folds = folded([version.text for version in versions])
        self.texts = self.folds.texts
        self.documents = [documents_of(text) for text in self.texts]
        self.markers = markers
        self.comments: list[Counter[str]] = []
        written = [version.written for version in versions if version.written is not None]
        self.ended = _three([version.text.endswith("\n") for version in versions if version.written])
        self.ending = _three([way.ending for way in written])
        self.mark = _three([way.mark for way in written])
        self.doubted: frozenset[str] = frozenset()

    def run(self) -> Merged:
        """Give the result. Raises `DoubtError` when it cannot be proven right."""
        pages = self._pages()
        text, conflicts = self._text(pages, "marked")
        if not conflicts:
            self._prove(text, "")
            if not (broken := self._broken(text)):
                if not keeps_comments(self.comments, _comments(text)):
                    raise DoubtError("a comment would be lost")
                return self._merged(text, 0, text)
            # What one side took away is still needed, or both added the same id: people must choose.
            self.doubted |= broken
            pages = self._pages()
            text, conflicts = self._text(pages, "marked")
        if not conflicts:
            raise DoubtError("the result would have mistakes that neither side had")
        return self._conflicted(pages, text, conflicts)

    def _pages(self) -> list[Page]:
        """Give the documents merged, after the moves were made that only one side made."""
        base, ours, theirs = (cut(text, data) for text, data in zip(self.texts, self.documents, strict=True))
        self.comments = [stream.comments for stream in (base, ours, theirs)]
        changed, doubted = settle(base, ours, theirs)
        self.doubted |= doubted
        sides = (("base", base), ("ours", ours), ("theirs", theirs))
        base, ours, theirs = (self._again(stream) if side in changed else stream for side, stream in sides)
        return merged_pages(base, ours, theirs, Merger(self.doubted))

    def _again(self, stream: Stream) -> Stream:
        text, _ = self._text(stream.pages, "ours")
        return cut(text, documents_of(text))

    def _text(self, pages: list[Page], pick: Pick) -> tuple[str, int]:
        printer = Printer(self.markers, pick)
        return "\n".join(printed(pages, printer)) + "\n" * self.ended, printer.conflicts

    def _broken(self, text: str) -> frozenset[str]:
        """Give the ids in mistakes that neither side had. Raises `DoubtError` when they name none."""
        new = errors(text)
        if new:
            new = new - errors(self.texts[1]) - errors(self.texts[2])
        if new and not named_in(new):
            raise DoubtError("the result would have mistakes that neither side had")
        return named_in(new)

    def _prove(self, text: str, favour: Favour) -> None:
        base, ours, theirs = self.documents
        result = documents_of(text)
        if not is_meant(base, ours, theirs, result, favour, self.doubted):
            raise DoubtError("the result would not be what both sides meant")
        if favour and not keeps_steps(base, ours, theirs, result):
            raise DoubtError("a touchpoint would be lost, or there twice, whichever side is chosen")

    def _conflicted(self, pages: list[Page], text: str, conflicts: int) -> Merged:
        shown = Counter[str]()
        chosen = ""
        for favour in ("theirs", "ours"):
            chosen, _ = self._text(pages, favour)
            self._prove(chosen, favour)
            shown |= _comments(chosen)
        if not shows_comments(self.comments, shown):
            raise DoubtError("a comment would be lost")
        return self._merged(text, conflicts, chosen)

    def _merged(self, text: str, conflicts: int, chosen: str) -> Merged:
        """Give the result in full; `chosen` is its text with one side of each conflict, which has to read well."""
        documents_of(self.folds.unfolded(chosen))
        data = self.folds.unfolded(text).replace("\n", self.ending).encode("utf-8")
        return Merged(codecs.BOM_UTF8 + data if self.mark else data, conflicts)


def _comments(text: str) -> Counter[str]:
    return Counter(comment.text for comment in trees(text).comments)


def _three(versions: list[T]) -> T:
    """Give what one side changed in how a file is written; of two sides without a base, the greater."""
    *base, ours, theirs = versions
    if ours == theirs or not base:
        return max(ours, theirs)
    return theirs if ours == base[0] else ours
