"""Texts to YAML scalars: plain where that says the same, else in quotes."""

from __future__ import annotations

import json
import re

from klantreis.source.scalars import resolve

_ODD_START = re.compile(r"[-?:,\[\]{}#&*!|>'\"%@`]|\.\.\.|<<")
_ODD_INSIDE = re.compile(r":\s|\s#|:$|[^\S ]")
_ODD_IN_FLOW = re.compile(r"[,\[\]{}:]")
# What single quotes cannot hold on one line, or what nobody would see.
_UNSEEN = re.compile("[\x00-\x1f\x7f-\xa0\xad\u2028\u2029\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]")


def scalar(value: str | int, *, flow: bool) -> str:
    """Write a value so that it is read as the same; `flow` says it will stand in brackets."""
    if not isinstance(value, str):
        return str(value)
    return value if is_plain(value, flow=flow) else quoted(value)


def is_plain(text: str, *, flow: bool) -> bool:
    """Tell whether a text is read as itself when it stands without quotes."""
    if not text or text != text.strip() or not isinstance(resolve(text), str):
        return False
    if _ODD_START.match(text) or _ODD_INSIDE.search(text) or _UNSEEN.search(text):
        return False
    return not (flow and _ODD_IN_FLOW.search(text))


def quoted(text: str) -> str:
    """Write a text in quotes: double ones, unless it holds some itself."""
    if _UNSEEN.search(text):
        return json.dumps(text)
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'
