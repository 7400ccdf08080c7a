"""The reader gives what ruamel.yaml gives: on the examples, on the cases, on whatever data.

Known and meant differences: dates stay text, `1_000` is text (YAML 1.2, not 1.1), NEL and the
Unicode separators are ordinary characters.
"""

from __future__ import annotations

import io
import math
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML
from ruamel.yaml.scalarstring import DoubleQuotedScalarString, LiteralScalarString, SingleQuotedScalarString

from klantreis.source.places import places
from klantreis.source.reader import parse, read

ROOT = Path(__file__).parents[2]
FILES = [*sorted(ROOT.glob("examples/**/*.yaml")), *sorted(ROOT.glob("tests/check/cases/pass/*.yaml"))]
# What ruamel.yaml reads otherwise, and the YAML 1.2 core schema does not.
OTHERWISE = {
    "plain-words-are-text": "`1_000` is a number there",
    "unicode-line-separators": "they end a line there",
    "tabs-between": "a tab behind a colon is an error there",
    "explicit-keys": "",
}


def ruamel(text: str) -> list[Any]:
    return [normal(document) for document in YAML(typ="safe", pure=True).load_all(text)]


def normal(value: Any) -> Any:
    """Give data with dates as their text and not-a-number as a word."""
    if isinstance(value, dict):
        return {normal_key(key): normal(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [normal(item) for item in value]
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and math.isnan(value):
        return "not a number"
    return value


def normal_key(key: Any) -> str:
    """Keys are text in our reader, whatever they look like."""
    return {True: "true", False: "false", None: "null"}[key] if key in (True, False, None) else str(key)


def ours(text: str) -> list[Any]:
    parsed = parse(text)
    assert parsed.problems == []
    return [normal(document) for document in parsed.documents]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_on_every_example_and_passing_case(path):
    if OTHERWISE.get(path.stem):
        pytest.skip(OTHERWISE[path.stem])
    text, parsed = read(path.read_bytes())
    assert [normal(document) for document in parsed.documents] == ruamel(text)


SCALARS = st.one_of(
    st.text(
        st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufeff\ufffe\uffff\u2028\u2029\x85"),
        max_size=30,
    ).filter(lambda text: text[:1] not in ("?", ":", "-")),  # in a flow list libyaml refuses some of these, aloud
    st.sampled_from(
        [
            "yes",
            "no",
            "on",
            "~",
            "null",
            "true",
            "012",
            "1e3",
            "0x1f",
            ".5",
            "-",
            "?",
            ": ",
            " #",
            "a: b",
            "",
            "a\nb",
            "  a\n b\n",
        ]
    ),
    st.integers(-(10**20), 10**20),
    st.floats(allow_nan=False),
    st.booleans(),
    st.none(),
)
KEYS = st.text(st.characters(categories=("L", "N"), include_characters="_-. "), min_size=1, max_size=12).filter(
    lambda key: parse(key).documents == [key.strip()] and key == key.strip()
)
DATA = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=15,
)
QUOTES = st.sampled_from([str, SingleQuotedScalarString, DoubleQuotedScalarString, LiteralScalarString])


def dumped(documents: list[Any], *, flow: bool | None, width: int) -> str:
    yaml = YAML()
    yaml.default_flow_style, yaml.width, yaml.allow_unicode = flow, width, True
    out = io.StringIO()
    yaml.dump_all(documents, out)
    return out.getvalue()


@settings(max_examples=60, deadline=None)
@given(data=st.data(), flow=st.sampled_from([True, False, None]), width=st.sampled_from([20, 80, 1000]))
def test_on_whatever_data_in_every_style(data, flow, width):
    """Quoted at will, flow or block, folded narrow or wide, repeated parts as anchors, several documents."""
    document = quoted(data.draw(DATA), data)
    shared = data.draw(st.lists(SCALARS, max_size=3))
    text = dumped([{"a": document, "b": shared, "c": shared}, [document]], flow=flow, width=width)
    assert ours(text) == ruamel(text)


def quoted(value: Any, data: Any) -> Any:
    if isinstance(value, str) and "\n" not in value and value.isalnum():
        return data.draw(QUOTES)(value)
    if isinstance(value, list):
        return [quoted(item, data) for item in value]
    if isinstance(value, dict):
        return {key: quoted(item, data) for key, item in value.items()}
    return value


PLAIN = st.sampled_from(
    [
        "012",
        "1e3",
        "1E+3",
        "0x1F",
        "0o17",
        "~",
        "null",
        "Null",
        "NULL",
        "nul",
        "yes",
        "no",
        "on",
        "off",
        "y",
        "n",
        "true",
        "True",
        "TRUE",
        "tRue",
        "false",
        ".5",
        "5.",
        "-.5",
        "+1",
        "-0",
        "+.inf",
        "-.INF",
        ".nan",
        ".NaN",
        "1.2.3",
        "1:30",
        "12e",
        "0x",
        "1,5",
        "−1",
        "a'b",
        'a"b',
        "a#b",
        "a:b",
        "http://x.nl/?q=1",
        "-a",
        "?a",
        ":a",
        "---",
        "...",
        "---a",
    ]
) | st.from_regex(r"[-+]?[0-9]{1,3}(\.[0-9]{0,3})?(e[-+]?[0-9]{1,2})?", fullmatch=True)


@settings(max_examples=80, deadline=None)
@given(PLAIN.filter(lambda text: text not in ("---", "...", "-", ".")))
def test_on_plain_scalars(text):
    assert ours(f"- {text}\n") == ruamel(f"- {text}\n")


@settings(max_examples=60, deadline=None)
@given(data=st.data(), flow=st.booleans())
def test_the_text_at_each_place_read_again_gives_the_value(data, flow):
    """The place of a scalar on one line is exactly its characters."""
    text = dumped([{"top": quoted(data.draw(DATA), data)}], flow=flow, width=10_000)
    lines, (document,) = text.split("\n"), parse(text).documents
    for path, node in places(text)[0].nodes.items():
        if node.text is None or node.value.line != node.value.end_line:
            continue
        written = lines[node.value.line - 1][node.value.column - 1 : node.value.end_column - 1]
        value = document
        for part in path:
            value = value[part]
        assert normal(parse(written).documents or [None]) == normal([value])
