"""A history as CSV, one row a version: for a spreadsheet, which must take no text for a formula."""

from __future__ import annotations

import csv
import io

from klantreis.engine.history.timeline import Moment, Timeline
from klantreis.report.spreadsheet import cell

WORKTREE = "work tree"
"""What stands for the commit of what was not committed yet."""


def text(timeline: Timeline) -> str:
    """Give all versions, oldest first; numbers with a point, dates as `2026-11-22T10:00:00+01:00`."""
    out = io.StringIO()
    writer = csv.writer(out)
    head = ("date", "commit", "author", "subject", "path", "status", "reason")
    writer.writerow([*head, *(cell(series.key) for series in timeline.all_series)])
    for number, moment in enumerate(timeline.moments):
        figures = [_figure(series.values[number]) for series in timeline.all_series]
        writer.writerow([*_about(moment), *figures])
    return out.getvalue()


def _about(moment: Moment) -> list[str]:
    when = moment.when.isoformat() if moment.when else ""
    told = (moment.author, moment.subject, moment.path)
    return [when, moment.commit or WORKTREE, *map(cell, told), moment.gone or "measured", cell(moment.reason)]


def _figure(value: float | None) -> str:
    if value is None:
        return ""
    rounded = round(value, 9)
    return str(int(rounded)) if rounded == int(rounded) else repr(rounded)
