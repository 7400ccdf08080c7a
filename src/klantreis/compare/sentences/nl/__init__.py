"""Dutch: natural, short, and about the customer."""

from klantreis.compare.sentences.nl.here import HERE
from klantreis.compare.sentences.nl.keys import CHOSEN, ELEMENTS, KEYS
from klantreis.compare.sentences.nl.what import WHAT
from klantreis.compare.sentences.nl.why import WHY
from klantreis.compare.sentences.nl.words import (
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
