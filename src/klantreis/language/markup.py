"""Text from strangers in Markdown: it shows as it is, calls nobody, and links nowhere."""

from __future__ import annotations

import re
from html import escape

from klantreis.wording import safe, shortened

_LONGEST = 400
# Of colons, only those of an address (`http://`) and of an emoji (`:tada:`) mean anything.
_MARKS = re.compile(r"([\\`*_{}\[\]|~$]|:(?=//|[\w+-]+:)|(?<=www)\.)", re.IGNORECASE)
# GitHub and GitLab make a link of `@name`, `#12`, `!12`, `%1.0`, `&12`, `GH-12` and `www.x`, also in HTML.
_CALLS = re.compile(r"[@#]|[!%](?=[\w\"])|GH-(?=[0-9])|&amp;(?=[0-9])", re.IGNORECASE)
_COMMIT = re.compile(r"\b[0-9a-f]{7}(?=[0-9a-f]{0,33}\b)", re.IGNORECASE)
# In HTML no sign is Markdown's, but names of emoji, labels and addresses still are.
_HTML_CALLS = re.compile(r"[:~$]|(?<=www)\.", re.IGNORECASE)
_NOTHING = "<!-- -->"


def marked(text: str, limit: int = _LONGEST) -> str:
    """Give a text for Markdown, on one line, cut at `limit` characters with an ellipsis."""
    escaped = _MARKS.sub(r"\\\1", escape(safe(shortened(text, limit)), quote=False))
    return _silent(escaped)


def tagged(text: str) -> str:
    """Give a text for inside an HTML tag in Markdown, on one line."""
    escaped = escape(safe(shortened(text, _LONGEST)), quote=False)
    return _HTML_CALLS.sub(rf"\g<0>{_NOTHING}", _silent(escaped))


def _silent(escaped: str) -> str:
    """An empty comment keeps a reference to people, issues or commits from being one."""
    return _COMMIT.sub(rf"\g<0>{_NOTHING}", _CALLS.sub(rf"\g<0>{_NOTHING}", escaped))
