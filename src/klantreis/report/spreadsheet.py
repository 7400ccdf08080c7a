"""What every CSV needs, for a spreadsheet opens it with a double click: nothing in it can be a formula.

Numbers that klantreis wrote itself need none of this, and stay numbers.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence

from klantreis.wording import safe

MARK = "\ufeff"
"""Begins the file: a spreadsheet takes one without it for an old code page."""
_SIGNS = "=+\\-@\uff0b\uff0d\uff1d\uff20"
_FORMULA = re.compile(rf"^(?= *[{_SIGNS}|%])")
_INSIDE = re.compile(rf"""([,;"\t])(?= *[{_SIGNS}])""")


def cell(text: str) -> str:
    """Give a text that is no formula, whatever the spreadsheet takes for a separator, and that commands no terminal."""
    return _INSIDE.sub(r"\1'", _FORMULA.sub("'", safe(text)))


def row(cells: Sequence[str], separator: str) -> str:
    """Give a line without its end, every cell in quotation marks."""
    out = io.StringIO()
    csv.writer(out, delimiter=separator, quoting=csv.QUOTE_ALL, lineterminator="").writerow(cells)
    return out.getvalue()
