"""Plain scalars to values, by the core schema of YAML 1.2 (chapter 10.3 of the specification)."""

from __future__ import annotations

import re

Scalar = str | int | float | bool | None

_CONSTANTS: dict[str, Scalar] = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False,
    ".inf": float("inf"), ".Inf": float("inf"), ".INF": float("inf"),
    "+.inf": float("inf"), "+.Inf": float("inf"), "+.INF": float("inf"),
    "-.inf": float("-inf"), "-.Inf": float("-inf"), "-.INF": float("-inf"),
    ".nan": float("nan"), ".NaN": float("nan"), ".NAN": float("nan"),
}  # fmt: skip
_INT = re.compile(r"[-+]?[0-9]+\Z")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?\Z")
_OTHER_BASE = re.compile(r"0(o[0-7]+|x[0-9a-fA-F]+)\Z")
_NUMERIC_START = frozenset("0123456789+-.")
# Python refuses to read a longer number, and nobody means one.
_MAX_DIGITS = 300


def resolve(text: str) -> Scalar:
    """Give the value of a plain scalar: null, a boolean, a number, else the text itself."""
    if not text or text[0] not in _NUMERIC_START:
        # Most scalars are words: one dictionary look-up decides.
        return _CONSTANTS.get(text, text)
    if len(text) > _MAX_DIGITS:
        return text
    if _INT.match(text):
        return int(text)
    if _FLOAT.match(text):
        return float(text)
    if _OTHER_BASE.match(text):
        return int(text, 0)
    return _CONSTANTS.get(text, text)
