"""What stands around a journey in its workspace: the organisation, and the plan that leads away from it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from posixpath import dirname

from klantreis.check.load import LoadedFile, load
from klantreis.model.journey import Journey
from klantreis.model.organisation import Organisation
from klantreis.model.roadmap import Roadmap
from klantreis.model.text import slug
from klantreis.source.discover import SUFFIXES
from klantreis.source.git.blobs import TreeFile, files_of, read_files
from klantreis.source.git.repository import Repository
from klantreis.source.git.revisions import State

_SETTINGS = ("klantreis.toml", "pyproject.toml")
_MOST = 5_000
_TITLE = re.compile(rb"^title[ \t]*:[ \t]*(.+?)[ \t]*\r?$", re.MULTILINE)
_SHARED = re.compile(rb"kind[\"']?[ \t]*:\s*[\"']?(organisation|roadmap)\b")


@dataclass(frozen=True, slots=True)
class Plan:
    """Where a roadmap of the journey stands, and the journey at its other end.

    `forward`: the journey is where the roadmap begins; else it is the dream that it leads to.
    """

    roadmap_path: str
    roadmap: str
    other_path: str
    other: str
    forward: bool


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The organisation of a workspace, and a roadmap from or to the journey."""

    organisation: Organisation | None = None
    plan: Plan | None = None


def surroundings(repository: Repository, state: State, path: str, data: bytes | None, journey: str) -> Surroundings:
    """Look around a journey in a state of the repository; `data` is what its own file holds, where git does not tell.

    Without a workspace only the file itself belongs to it. Files with mistakes count as far as they can be read.
    """
    around = _workspace(repository, state, path)
    if data is not None:
        around[path] = data
    shared = {name: load(name, content, named=False) for name, content in around.items() if _is_shared(content)}
    return Surroundings(_organisation(shared), _plan(around, shared, path, journey))


def _is_shared(data: bytes) -> bool:
    return _SHARED.search(data) is not None


def _workspace(repository: Repository, state: State, path: str) -> dict[str, bytes]:
    """What the files of the workspace hold, those of another one inside it left out."""
    files = files_of(repository, state)
    settings = [file for file in files if file.path.rpartition("/")[2] in _SETTINGS]
    roots = set(_roots(repository, state, settings))
    home = _nearest(path, roots)
    own = [file for file in files if file.path == path]
    near = [
        file
        for file in files
        if home is not None and file.path.lower().endswith(SUFFIXES) and _nearest(file.path, roots) == home
    ]
    return read_files(repository, state, [*own, *near[:_MOST]]).found


def _roots(repository: Repository, state: State, settings: list[TreeFile]) -> Iterator[str]:
    shared = [file for file in settings if file.path.endswith("pyproject.toml")]
    texts = read_files(repository, state, shared).found
    for file in settings:
        if file not in shared or b"[tool.klantreis" in texts.get(file.path, b""):
            yield dirname(file.path)


def _nearest(path: str, roots: set[str]) -> str | None:
    folder = dirname(path)
    while folder not in roots:
        if not folder:
            return None
        folder = dirname(folder)
    return folder


def _organisation(files: dict[str, LoadedFile]) -> Organisation | None:
    models = (loaded.structure.model for _, file in sorted(files.items()) for loaded in file.documents)
    return next((model for model in models if isinstance(model, Organisation)), None)


def _plan(around: dict[str, bytes], shared: dict[str, LoadedFile], path: str, journey: str) -> Plan | None:
    """The first roadmap that begins or ends at the journey, those of its own file before others."""
    for name, file in sorted(shared.items(), key=lambda item: (item[0] != path, item[0])):
        for loaded in file.documents:
            model = loaded.structure.model
            if not isinstance(model, Roadmap) or not _meant(journey, model.from_, model.to):
                continue
            forward = _meant(journey, model.from_)
            home, other = _home_of(around, model.to if forward else model.from_, path)
            if home:
                return Plan(name, model.id, home, other, forward)
    return None


def _meant(journey: str, *written: str) -> bool:
    """A reference is an id, or a title that becomes it."""
    return any(journey in (reference, slug(reference)) for reference in written)


def _home_of(around: dict[str, bytes], written: str, path: str) -> tuple[str, str]:
    """The file that holds the journey a reference means, and that journey's id; nothing when none does."""
    for name, data in sorted(around.items(), key=lambda item: (item[0] != path, item[0])):
        if not _may_hold(data, written):
            continue
        for found in load(name, data, named=False).documents:
            model = found.structure.model
            if isinstance(model, Journey) and _meant(model.id, written):
                return name, model.id
    return "", ""


def _may_hold(data: bytes, written: str) -> bool:
    """Tell, unread, whether a file may hold the journey: by its id, or a title that becomes it."""
    if written.encode() in data or slug(written).encode() in data:
        return True
    titles = (title.decode("utf-8", "replace").strip("\"' ") for title in _TITLE.findall(data))
    return any(slug(title) == slug(written) for title in titles)
