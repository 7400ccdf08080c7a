"""Whether pictures are there, and inside the workspace."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path as FilePath
from typing import Any

from klantreis import rules
from klantreis.check.collector import Collector, resolves
from klantreis.findings import Path
from klantreis.model.journey import Journey

_HEAD = 4096
"""Where an SVG says that it is one: after its document type and comments."""
_FIRST_BYTES = (b"\x89PNG\r\n\x1a\n", b"GIF87a", b"GIF89a", b"\xff\xd8\xff")


def check_pictures(model: Any, folder: FilePath, root: FilePath, out: Collector) -> None:
    """Check every picture of a document in `folder`; none may lie outside `root`."""
    for path, written in _pictures(model):
        target = os.path.realpath(folder / written) if "\0" not in written else ""
        if not target or os.path.commonpath([target, os.path.realpath(root)]) != os.path.realpath(root):
            out.add(rules.PICTURE, path, "This picture lies outside the workspace.", "Put it beside the file.")
        elif not os.path.isfile(target):
            out.add(rules.PICTURE, path, "There is no such picture.", f"It is looked for in {folder}.")
        elif not _is_picture(target):
            out.add(
                rules.PICTURE, path, "This file is no picture that a map can show.", "Use PNG, JPEG, GIF, WebP or SVG."
            )


def _is_picture(target: str) -> bool:
    try:
        with open(target, "rb") as file:
            first = file.read(_HEAD)
    except OSError:
        return False
    if b"<svg" in first:
        return True
    return first.startswith(_FIRST_BYTES) or (first[:4] == b"RIFF" and first[8:12] == b"WEBP")


def _pictures(model: Any) -> Iterator[tuple[Path, str]]:
    if image := getattr(model, "image", ""):
        yield ("image",), image
    if not isinstance(model, Journey):
        return
    lanes = [lane.id for lane in model.custom_lanes if lane.kind == "image"]
    for p, phase in enumerate(model.phases):
        yield from _in_lanes(phase, ("phases", p), lanes)
        for t, touchpoint in enumerate(phase.touchpoints):
            path: Path = ("phases", p, "touchpoints", t)
            if touchpoint.image:
                yield (*path, "image"), touchpoint.image
            yield from _in_lanes(touchpoint, path, lanes)


def _in_lanes(owner: Any, path: Path, lanes: list[str]) -> Iterator[tuple[Path, str]]:
    for lane, value in owner.lanes.items():
        if resolves(lane, lanes) and isinstance(value, str):
            yield (*path, "lanes", lane), value
