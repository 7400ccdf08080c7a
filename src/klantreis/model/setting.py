"""A journey with what it refers to: all that a map or a comparison needs to know."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from klantreis.model.journey import Journey
from klantreis.model.organisation import Organisation
from klantreis.model.persona import Persona


@dataclass(frozen=True, slots=True)
class Setting:
    """A journey in its setting.

    `persona` is the persona document it names, None for an inline persona (its name is then
    `journey.persona`) or none at all. `base` is the journey that a dream is of. `folder` is where
    the journey's file stands, `persona_folder` where the persona's does, and `root` the folder that
    pictures may come from; None for what was read from standard input. `texts` is the language that the
    journey's own texts are in, where its fixed words are asked for in another; empty where both are one.
    """

    journey: Journey
    persona: Persona | None = None
    organisation: Organisation | None = None
    base: Journey | None = None
    folder: Path | None = None
    persona_folder: Path | None = None
    root: Path | None = None
    texts: str = ""
