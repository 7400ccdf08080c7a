"""Both languages say everything, and nothing that nobody uses."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest

from klantreis.compare.change import Topic
from klantreis.compare.judgement.verdict import VERDICTS
from klantreis.model.roadmap import Initiative
from klantreis.report import comparison
from klantreis.report.comparison.words import CATALOGUES, terms_of

SOURCES = "".join(
    path.read_text("utf-8") for path in Path(comparison.__file__).parent.glob("*.py") if path.name != "words.py"
)


def test_the_languages_have_the_same_keys():
    nl, en = CATALOGUES["nl"], CATALOGUES["en"]
    assert list(nl.fixed) == list(en.fixed)
    assert list(nl.counts) == list(en.counts)
    assert list(nl.topics) == list(en.topics) == list(get_args(Topic))


@pytest.mark.parametrize("language", CATALOGUES)
def test_a_sentence_has_the_same_places_to_fill_in_every_language(language):
    def places(text):
        return set(re.findall(r"\{(\w+)\}", text))

    nl = CATALOGUES["nl"].fixed
    assert all(places(text) == places(nl[key]) for key, text in CATALOGUES[language].fixed.items())


def test_every_word_is_used():
    computed = {*get_args(comparison.Status), *VERDICTS, "open-question", "size-1", "size-2", "size-3"}
    computed |= {value for form in get_args(Initiative.model_fields["status"].annotation) for value in get_args(form)}
    unused = [
        key for key in CATALOGUES["nl"].fixed if f'"{key}"' not in SOURCES and key not in computed | {"gap", "diff"}
    ]
    assert [key for key in unused if f"['{key}']" not in SOURCES] == []


def test_a_language_we_do_not_know_is_told_in_english_and_none_in_dutch():
    assert terms_of("de").language == "en"
    assert terms_of("").language == "nl"
    assert terms_of("nl-BE").language == "nl"
