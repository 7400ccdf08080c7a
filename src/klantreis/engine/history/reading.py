"""The history of a journey from git: which versions there are, what each held, and its figures."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from functools import partial

from klantreis.engine.forked import forked
from klantreis.engine.history.coverage import Coverage
from klantreis.engine.history.loading import Meant, NoJourney, document_in, journey_in
from klantreis.engine.history.measures import Measured, measured
from klantreis.engine.history.rows import Row, Texts, left_out, plan_texts, row_of_now, rows_of
from klantreis.engine.history.subject import Subject, meant_in, missing, on_disk, versions_of
from klantreis.engine.history.surroundings import Plan, Surroundings, surroundings
from klantreis.engine.history.timeline import Moment, Timeline
from klantreis.model.document import Document, Kind
from klantreis.model.journey import Journey
from klantreis.model.roadmap import Roadmap
from klantreis.source.git.blobs import in_shares
from klantreis.source.git.repository import Repository
from klantreis.source.git.revisions import Commit, State, Worktree, resolve, unborn
from klantreis.source.reader import MAX_BYTES

Advance = Callable[[int], None] | None
Progress = Callable[[int], AbstractContextManager[Advance]]
"""Hears how many versions there are to read, and gives what hears how many more were read."""

Blobs = tuple[str, str, str]


@dataclass(slots=True)
class _Result:
    found: Measured | NoJourney
    coverage: float | None = None


def read_history(
    subject: Subject,
    *,
    since: str = "",
    every: bool = False,
    coverage: bool = False,
    progress: Progress = lambda _: nullcontext(None),
) -> Timeline:
    """Measure a journey in each of its versions.

    `since` is a date or a revision; the version that held then is the first one. With `every`, the commits of merged
    branches too. With `coverage`, the roadmap of the workspace is held against each version, and each of its own
    versions counts too. `progress` is told of the work.

    Raises `PathError` when there is no such file, now or ever; `UsageError` when it holds no journey, or several and
    nobody said which; `GitError` for an unknown revision.
    """
    repository = subject.repository
    start = subject.start or (None if unborn(repository) else resolve(repository, "HEAD"))
    here = on_disk(subject)
    path, history = versions_of(subject, start, every=every, on_disk=here is not None)
    if not history.versions and here is None:
        raise missing(subject)
    meant, journey = meant_in(subject, history, here)
    around = _around(subject, start, here, journey, wanted=coverage)
    rows = rows_of(repository, path, start, history.versions, around.plan, every=every) if start else []
    kept = left_out(rows, since, repository, start, every=every) if start else 0
    texts = plan_texts(repository, rows[kept:])
    rows = [*rows[kept:], *row_of_now(subject, here, rows[-1:], around.plan, texts)]
    measure = _Measurer(meant, around.plan, Coverage(around.organisation), subject.path)
    with progress(len(rows)) as advance:
        results = _results(repository, rows, texts, measure, advance)
    moments = [_moment(row, results[row.blobs]) for row in rows]
    while len(moments) > 1 and moments[0].gone in ("absent", "deleted"):
        del moments[0]
    latest = next((moment.measured for moment in reversed(moments) if moment.measured), None)
    return Timeline(
        subject.shown,
        journey,
        latest.title if latest else journey,
        "nl" if latest is None or _is_dutch(latest.language) else "en",
        tuple(moments),
        around.organisation,
        kept,
        history.shallow,
        bool(history.versions),
    )


def _is_dutch(language: str) -> bool:
    return language.strip().lower().replace("_", "-").split("-")[0] in ("", "nl")


def _around(subject: Subject, start: Commit | None, here: bytes | None, journey: str, *, wanted: bool) -> Surroundings:
    """The organisation, and the plan where that is wanted."""
    state: State | None = subject.start or (Worktree() if here is not None else start)
    if state is None:
        return Surroundings()
    around = surroundings(subject.repository, state, subject.path, here, journey)
    return around if wanted else Surroundings(around.organisation)


def _results(
    repository: Repository,
    rows: Sequence[Row],
    texts: Texts,
    measure: _Measurer,
    advance: Advance,
) -> dict[Blobs, _Result]:
    """What was found for each set of blobs, read once however often it came back."""
    wanted = list(dict.fromkeys(row.blobs for row in rows))
    results: dict[Blobs, _Result] = {}
    if advance is not None:
        advance(len(rows) - len(wanted))
    for share in _shares(repository, wanted, texts):
        ready = [blobs for blobs in wanted if blobs not in results and _is_ready(blobs[0], share)]
        results |= zip(ready, forked(partial(measure, share), ready, advance), strict=True)
    return results


def _shares(repository: Repository, wanted: Sequence[Blobs], texts: Texts) -> Iterator[Texts]:
    """The texts of the plan, with some of the file's own at a time."""
    yield texts
    own = dict.fromkeys(oid for oid, *_ in wanted if not _is_ready(oid, texts))
    for blobs in in_shares(repository, own):
        yield Texts(texts.data | blobs.found, texts.too_large | set(blobs.too_large), blobs.missing)
    yield Texts(texts.data, texts.too_large, set(own))


def _is_ready(oid: str, texts: Texts) -> bool:
    return not oid or oid in texts.data or oid in texts.too_large or oid in texts.missing


@dataclass(slots=True)
class _Measurer:
    """Measures one set of blobs; what many of them share is read once."""

    meant: Meant
    plan: Plan | None
    coverage: Coverage
    path: str
    beside: dict[tuple[str, str], Document | None] = field(default_factory=dict)

    def __call__(self, texts: Texts, blobs: Blobs) -> _Result:
        own = blobs[0]
        if not own:
            return _Result(NoJourney("deleted"))
        if own not in texts.data:
            too_large = f"The file is larger than {MAX_BYTES / 1024 / 1024:g} MiB."
            return _Result(NoJourney("too-large", too_large) if own in texts.too_large else NoJourney("lost"))
        found = journey_in(self.path, texts.data[own], self.meant)
        if isinstance(found, NoJourney):
            return _Result(found)
        return _Result(measured(found), self._coverage(found, texts, blobs))

    def _coverage(self, journey: Journey, texts: Texts, blobs: Blobs) -> float | None:
        if self.plan is None:
            return None
        roadmap = self._beside(texts, blobs[1], "roadmap", self.plan.roadmap)
        other = self._beside(texts, blobs[2], "journey", self.plan.other)
        if not isinstance(roadmap, Roadmap) or not isinstance(other, Journey):
            return None
        return self.coverage(*((journey, other) if self.plan.forward else (other, journey)), roadmap)

    def _beside(self, texts: Texts, oid: str, kind: Kind, meant: str) -> Document | None:
        if (oid, kind) not in self.beside:
            data = texts.data.get(oid)
            only = Meant(frozenset({meant}), only=False)
            self.beside[oid, kind] = None if data is None else document_in(kind, data, kind, only)
        return self.beside[oid, kind]


def _moment(row: Row, result: _Result) -> Moment:
    version = row.version
    moment = Moment(
        version.commit, version.when if version.commit else None, version.author, version.subject, version.path
    )
    if isinstance(result.found, NoJourney):
        moment.gone, moment.reason = result.found.gone, result.found.reason
    else:
        moment.measured, moment.coverage = result.found, result.coverage
    return moment
