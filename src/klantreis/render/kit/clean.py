"""Text and addresses made fit for a picture, whatever stood in the file."""

from __future__ import annotations

import re

# Not allowed in XML 1.0, and the marks that reorder or hide text: overrides, embeddings, isolates.
_UNFIT = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
    "\U0001fffe\U0001ffff]"
)
_SPACE = re.compile(r"[ \t\r\n\x85\u2028\u2029]+")
_SAFE_URL = re.compile(r"(?:https?://[^\s]|mailto:[^\s])[^\s<>\"']*\Z", re.IGNORECASE)
_LANGUAGE = re.compile(r"[a-zA-Z]{2,3}(?:-[a-zA-Z0-9]{2,8})*\Z")


def clean(text: object) -> str:
    """Give a text on one line, without characters that XML forbids or that reorder what is read."""
    return _SPACE.sub(" ", _UNFIT.sub("", str(text))).strip()


FONTS = "\x00fonts\x00"
"""Where a template wants its fonts: no text can hold this mark, for no text keeps a NUL."""


def finish(markup: str, fonts: str) -> str:
    """Put the fonts in finished markup, and drop what XML forbids: the last guard, after every text was cleaned."""
    # The fonts are most of the file and need no looking through.
    return fonts.join(_UNFIT.sub("", part) for part in markup.split(FONTS, 1))


def safe_url(url: str) -> str:
    """Give an address that may become a link (http, https, mailto), else an empty text."""
    tidy = clean(url)
    # Signs that had to be taken out make it another address than was written.
    return tidy if tidy == url.strip() and _SAFE_URL.match(tidy) else ""


def language_tag(written: str) -> str:
    """Give a BCP 47 tag for the `lang` attribute; Dutch when nothing useful was written."""
    tidy = clean(written)
    return tidy if _LANGUAGE.match(tidy) else "nl"
