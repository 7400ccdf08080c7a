"""What the examples look like in every format that is text: files to read in a review, the same on every machine.

`KLANTREIS_UPDATE_GOLDEN=1 pytest tests/render/test_golden.py` writes them anew; then read `git diff`.
"""

from __future__ import annotations

import os
import re
from difflib import unified_diff
from hashlib import sha256
from pathlib import Path

import pytest
from tests.render.conftest import examples

from klantreis.model.setting import Setting
from klantreis.render import render
from klantreis.render.formats import FORMATS
from klantreis.render.views import VIEWS

GOLDEN = Path(__file__).parent / "golden"
FORMS = ("html", "svg", "markdown", "mermaid", "dot", "json")
SEEN_IN_FULL = ("michiel-mobiel", "nieuwe-website")
"""Of these examples every view is kept as a picture, of the others the map."""
_SCRIPT = re.compile(r"(<script>)(.*?)(</script>)", re.DOTALL)
_DATA = re.compile(r"(data:[a-z0-9/+-]+;base64,)([A-Za-z0-9+/=]+)")


def readable(text: str) -> str:
    """Give a text with fonts, pictures and the page's script as a fingerprint.

    Nobody reviews the first letter by letter, and the script is the same in all: it is reviewed as `page.js`.
    """
    text = _DATA.sub(lambda found: found[1] + _fingerprint(found[2]), text)
    return _SCRIPT.sub(lambda found: found[1] + _fingerprint(found[2]) + found[3], text)


def _fingerprint(text: str) -> str:
    return sha256(text.encode()).hexdigest()[:16]


def cases() -> list[tuple[str, str, str]]:
    found = [(key, form, "") for key in sorted(examples()) for form in FORMS]
    return found + [(key, "svg", view) for key in SEEN_IN_FULL for view in VIEWS if view != "map"]


@pytest.mark.parametrize(("key", "form", "view"), cases())
def test_an_example_is_what_it_was(journeys: dict[str, Setting], key: str, form: str, view: str) -> None:
    views = [view] if view else list(VIEWS) if form == "markdown" else []
    made = render(journeys[key], form, views)
    assert isinstance(made, str)
    path = GOLDEN / key / f"{view or 'map' if form in ('html', 'svg') else key}{FORMATS[form].ending}"
    made = readable(made)
    if os.environ.get("KLANTREIS_UPDATE_GOLDEN"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(made, encoding="utf-8")
    known = path.read_text(encoding="utf-8") if path.is_file() else ""
    changed = [] if made == known else list(unified_diff(known.splitlines(), made.splitlines(), "golden", "now", n=0))
    # A page is thousands of lines: the first that differ say enough.
    assert [line[:200] for line in changed[:20]] == []


def test_no_golden_file_is_left_over() -> None:
    wanted = {
        GOLDEN / key / f"{view or 'map' if form in ('html', 'svg') else key}{FORMATS[form].ending}"
        for key, form, view in cases()
    }
    assert {path for path in GOLDEN.rglob("*") if path.is_file()} == wanted
