"""Both languages say everything, and nothing that nobody uses."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

from klantreis.compare.change import Topic
from klantreis.compare.judgement.verdict import VERDICTS
from klantreis.model.roadmap import Initiative
from klantreis.report import comparison
from klantreis.report.comparison.words import terms_of

SOURCES = "".join(
    path.read_text("utf-8") for path in Path(comparison.__file__).parent.glob("*.py") if path.name != "words.py"
)


def test_every_topic_has_a_name():
    assert all(terms_of(language).topic(topic) for language in ("nl", "en") for topic in get_args(Topic))


def test_every_word_is_used():
    computed = {*get_args(comparison.Status), *VERDICTS, "open-question", "size-1", "size-2", "size-3"}
    computed |= {f"topic-{topic}" for topic in get_args(Topic)}
    computed |= {value for form in get_args(Initiative.model_fields["status"].annotation) for value in get_args(form)}
    unused = [
        key for key in terms_of("nl").own.fixed if f'"{key}"' not in SOURCES and key not in computed | {"gap", "diff"}
    ]
    assert [key for key in unused if f"['{key}']" not in SOURCES] == []


def test_a_language_we_do_not_know_is_told_in_english_and_none_in_dutch():
    assert terms_of("de").language == "en"
    assert terms_of("").language == "nl"
    assert terms_of("nl-BE").language == "nl"
