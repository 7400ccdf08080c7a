"""Which files a drawing depends on: those to look at while it is watched."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from klantreis.cli.gather import gather
from klantreis.cli.sides import file_in
from klantreis.errors import KlantreisError

if TYPE_CHECKING:
    from klantreis.model.setting import Setting

_HOUSE = (".svg", ".png", ".jpg", ".jpeg", ".webp", ".gif", ".ttf", ".otf", ".woff2")
_MOST = 200
"""How many files beside a theme are looked at."""


def watched(names: Sequence[str], theme: str, templates: str, output: str) -> Iterator[Path]:
    """Give the files named and those around them, the theme with its logo and fonts, and the templates.

    What is drawn is never among them: drawing would set off drawing.
    """
    files = [file for name in names if (file := file_in(name))]
    for paths in ([files] if files else []) + ([[]] if len(files) < len(names) else []):
        try:
            for batch in gather(list(paths)).batches:
                yield from (source.path for source in batch.inputs if source.path is not None)
        except KlantreisError:
            continue
    if theme and Path(theme).suffix:
        yield Path(theme)
        beside = (path for path in sorted(Path(theme).parent.rglob("*")) if path.suffix.lower() in _HOUSE)
        drawn = Path(output).resolve() if output else Path.cwd()
        yield from (path for path in islice(beside, _MOST) if not path.resolve().is_relative_to(drawn))
    if templates:
        yield from Path(templates).rglob("*.j2")


def pictures(settings: Iterable[Setting]) -> Iterator[Path]:
    """Give the pictures that journeys and their personas name."""
    for setting in settings:
        if setting.folder is not None:
            yield from (setting.folder / step.image for step in setting.journey.touchpoints() if step.image)
        if setting.persona is not None and setting.persona.image and setting.persona_folder is not None:
            yield setting.persona_folder / setting.persona.image
