"""English: plain, short, and about the customer."""

from klantreis.language.catalogues.en.sentences.here import HERE
from klantreis.language.catalogues.en.sentences.keys import CHOSEN, ELEMENTS, KEYS
from klantreis.language.catalogues.en.sentences.what import WHAT
from klantreis.language.catalogues.en.sentences.why import WHY
from klantreis.language.catalogues.en.sentences.words import (
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
