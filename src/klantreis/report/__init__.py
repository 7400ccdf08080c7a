"""Findings for people and machines. A format gives lines of `(style, text)` pieces or plain text.

Entry point: `FORMATS`. A format is a function of the located findings, the texts they are in and
the run's outcome; it never decides the exit code.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from klantreis.engine.run import Outcome
from klantreis.report import concise, full, json
from klantreis.report.text import Line
from klantreis.source.locate import Located, Texts

Format = Callable[[list[Located], Texts, Outcome], Iterator[Line]]

FORMATS: dict[str, Format] = {"full": full.lines, "concise": concise.lines, "json": json.lines}
