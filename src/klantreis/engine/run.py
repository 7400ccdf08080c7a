"""Checks files that belong together, on one core or two."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from klantreis.check.collector import Collector
from klantreis.check.index import Index
from klantreis.check.load import Loaded, LoadedFile, load
from klantreis.check.outline import Outline
from klantreis.check.pictures import check_pictures
from klantreis.check.references import check_references
from klantreis.check.workspace import check_workspace
from klantreis.errors import PathError
from klantreis.findings import Finding
from klantreis.model.document import Document
from klantreis.model.organisation import Organisation
from klantreis.source.discover import read_bytes
from klantreis.source.marks import has_marks
from klantreis.source.reader import MAX_BYTES

if TYPE_CHECKING:
    from klantreis.lint.digest import Digest
    from klantreis.lint.plan import Plan

Progress = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class Input:
    """A file to check: what to call it, whether it was named, its bytes if they were not on disk.

    `root` is the folder that its pictures may come from; its own folder unless it is in a workspace.
    """

    name: str
    path: Path | None
    named: bool
    asked: bool = True
    data: bytes | None = None
    root: Path | None = None


@dataclass(slots=True)
class Share:
    """What one worker tells the others: outlines, digests, and the organisation's model."""

    outlines: list[tuple[int, Outline]] = field(default_factory=list)
    organisations: list[tuple[int, Organisation]] = field(default_factory=list)
    digests: dict[tuple[str, int], Digest] = field(default_factory=dict)
    broken: bool = False


@dataclass(slots=True)
class Outcome:
    """What came of a run: findings, files that cannot be read, and how many were checked or skipped.

    `commented` are the files with comments that ignore findings; `models` what the rules over
    several documents asked for; `unlinted` the files of the workspace that rules could not judge.
    """

    findings: list[Finding] = field(default_factory=list)
    errors: list[PathError] = field(default_factory=list)
    checked: int = 0
    skipped: int = 0
    documents: int = 0
    commented: list[str] = field(default_factory=list)
    unlinted: list[str] = field(default_factory=list)
    models: dict[tuple[str, int], Document] = field(default_factory=dict)


@dataclass(slots=True)
class Request:
    """What the second round needs: the web of all documents, and whose models the last rules want."""

    index: Index
    wanted: set[tuple[str, int]] = field(default_factory=set)


class Checker:
    """The two rounds of checking a set of files: first each alone, then each against all."""

    def __init__(self, inputs: Sequence[tuple[int, Input]], plan: Plan | None = None) -> None:
        self.inputs = inputs
        self.plan = plan
        self.files: list[tuple[Input, LoadedFile]] = []
        self.commented: set[str] = set()
        self.of_texts: dict[str, list[Finding]] = {}

    def first_round(self, progress: Progress | None = None) -> Share:
        """Load every file; give what the others need to know of it."""
        share = Share()
        for number, source in self.inputs:
            file = load_input(source)
            self.files.append((source, file))
            self._read_text(source, file)
            share.broken |= file.broken or file.error is not None
            for loaded in file.documents:
                if loaded.outline is not None:
                    share.outlines.append((number, loaded.outline))
                if isinstance(loaded.structure.model, Organisation):
                    share.organisations.append((number, loaded.structure.model))
            if self.plan is not None and self.plan.across:
                from klantreis.engine.linting import digests_of

                share.digests.update(digests_of(file))
            if progress is not None:
                progress(1)
        return share

    def _read_text(self, source: Input, file: LoadedFile) -> None:
        """Do what needs the text of a file, and let it go: a thousand of them take room."""
        if source.asked and has_marks(file.text):
            self.commented.add(file.name)
        if source.asked and self.plan is not None and self.plan.on("text") and not file.skipped:
            from klantreis.engine.linting import lint_text_of

            if found := list(lint_text_of(self.plan, file)):
                self.of_texts[file.name] = found
        file.text = ""

    def second_round(self, request: Request) -> Outcome:
        """Check references and run the rules; give all that was found in these files."""
        outcome = Outcome()
        for source, file in self.files:
            self._note_unlinted(file, outcome)
            if file.error is not None:
                if source.asked:
                    outcome.errors.append(file.error)
                continue
            if request.wanted:
                from klantreis.engine.linting import hand_over

                hand_over(file, request.wanted, outcome)
            if source.asked:
                self._file(source, file, request.index, outcome)
        return outcome

    def _note_unlinted(self, file: LoadedFile, outcome: Outcome) -> None:
        if self.plan is not None and self.plan.active:
            from klantreis.engine.linting import is_linted

            if not is_linted(file):
                outcome.unlinted.append(file.name)

    def _file(self, source: Input, file: LoadedFile, index: Index, outcome: Outcome) -> None:
        outcome.skipped += file.skipped
        outcome.checked += not file.skipped
        outcome.findings.extend(file.findings)
        for loaded in file.documents:
            outcome.documents += 1
            outcome.findings.extend(references(source, loaded, index))
        if file.name in self.commented:
            outcome.commented.append(file.name)
        outcome.findings.extend(self.of_texts.get(file.name, ()))
        if self.plan is not None and self.plan.active:
            from klantreis.engine.linting import lint_file

            outcome.findings.extend(lint_file(self.plan, file, index))


def load_input(source: Input) -> LoadedFile:
    """Read and load one file; what cannot be read is noted, never raised."""
    data = source.data
    if data is None:
        if source.path is None:
            return LoadedFile(source.name, error=PathError(f"{source.name}: nothing to read."))
        try:
            data = read_bytes(source.path, MAX_BYTES)
        except PathError as error:
            return LoadedFile(source.name, error=error)
    return load(source.name, data, named=source.named)


def build_index(shares: Sequence[Share]) -> Index:
    """Give the web of all documents, in the order of the files."""
    index = Index(incomplete=any(share.broken for share in shares))
    # The number of a file orders the documents, whichever worker read them.
    outlines = sorted(
        (item for share in shares for item in share.outlines), key=lambda item: (item[0], item[1].document)
    )
    for _, outline in outlines:
        index.add(outline)
        if outline.kind == "organisation" and index.organisation_outline is None:
            index.organisation_outline = outline
    organisations = sorted((item for share in shares for item in share.organisations), key=lambda item: item[0])
    if organisations:
        index.organisation = organisations[0][1]
    return index


def make_request(shares: list[Share], plan: Plan | None) -> Request:
    """Give what the second round needs, of what the first one told."""
    index = build_index(shares)
    if plan is None or not plan.across:
        return Request(index)
    from klantreis.engine.linting import wanted_models

    return Request(index, wanted_models(plan, index, shares))


def check(inputs: Sequence[Input], progress: Progress | None = None, plan: Plan | None = None) -> Outcome:
    """Check files that belong together; with a plan, lint them too. Findings come in the order of the files."""
    from klantreis.engine.parallel import in_parallel, worth_it

    numbered = list(enumerate(inputs))
    if worth_it(len(numbered)):
        outcomes, shares, request = in_parallel(numbered, progress, plan)
    else:
        checker = Checker(numbered, plan)
        shares = [checker.first_round(progress)]
        request = make_request(shares, plan)
        outcomes = [checker.second_round(request)]
    asked = {source.name for source in inputs if source.asked}
    total = joined(outcomes)
    total.findings.extend(check_workspace(request.index, asked))
    if plan is not None and plan.across:
        from klantreis.engine.linting import lint_together

        found = lint_together(plan, request.index, shares, total)
        total.findings.extend(finding for finding in found if finding.where.file in asked)
    order = {source.name: number for number, source in numbered}
    total.findings.sort(key=lambda finding: (order.get(finding.where.file, 0), finding.where.document))
    return total


def joined(outcomes: Sequence[Outcome]) -> Outcome:
    """Add up the outcomes of several runs."""
    total = Outcome()
    for outcome in outcomes:
        total.findings.extend(outcome.findings)
        total.errors.extend(outcome.errors)
        total.checked += outcome.checked
        total.skipped += outcome.skipped
        total.documents += outcome.documents
        total.commented.extend(outcome.commented)
        total.unlinted.extend(outcome.unlinted)
        total.models |= outcome.models
    return total


def references(source: Input, loaded: Loaded, index: Index) -> Iterator[Finding]:
    """Give what is wrong with the references of a document, its pictures included."""
    model, outline = loaded.structure.model, loaded.outline
    if model is None or outline is None:
        return
    out = Collector(source.name, loaded.index, loaded.structure.source_path)
    check_references(model, outline, index, out)
    if source.path is not None:
        check_pictures(model, source.path.parent, source.root or source.path.parent, out)
    yield from out.findings
