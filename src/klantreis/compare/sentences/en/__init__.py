"""English: plain, short, and about the customer."""

from klantreis.compare.sentences.en.here import HERE
from klantreis.compare.sentences.en.keys import CHOSEN, ELEMENTS, KEYS
from klantreis.compare.sentences.en.what import WHAT
from klantreis.compare.sentences.en.why import WHY
from klantreis.compare.sentences.en.words import (
    AND,
    BARRIER,
    COUNTS,
    EMPTY,
    GONE,
    MORE,
    NEW,
    NO,
    NOTHING,
    PAIN,
    PARTS,
    TARGET,
    TURNED,
    WHERE,
    YES,
)

__all__ = [
    "AND",
    "BARRIER",
    "CHOSEN",
    "COUNTS",
    "ELEMENTS",
    "EMPTY",
    "GONE",
    "HERE",
    "KEYS",
    "MORE",
    "NEW",
    "NO",
    "NOTHING",
    "PAIN",
    "PARTS",
    "TARGET",
    "TURNED",
    "WHAT",
    "WHERE",
    "WHY",
    "YES",
]
