"""The JSON Schema says what the models say, and explains every key."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from klantreis.model.document import KINDS
from klantreis.model.kinds import model_of
from klantreis.model.schema import schema_of, schema_of_all

PUBLISHED = Path(__file__).parents[2] / "docs" / "klantreis.schema.json"


def test_the_published_schema_is_the_one_the_command_prints(klantreis, tmp_path):
    assert klantreis(tmp_path, "schema").out == PUBLISHED.read_text("utf-8")


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_has_a_schema_that_is_one(klantreis, tmp_path, kind):
    printed = json.loads(klantreis(tmp_path, "schema", kind).out)
    assert printed == schema_of(kind)
    Draft202012Validator.check_schema(printed)


def properties(schema: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(schema, dict):
        yield from schema.get("properties", {}).items() if isinstance(schema.get("properties"), dict) else ()
        for part in schema.values():
            yield from properties(part)
    elif isinstance(schema, list):
        for part in schema:
            yield from properties(part)


def test_every_key_is_explained():
    bare = {
        name
        for name, form in properties(schema_of_all())
        if not form.get("description") and form != {"const": form.get("const")}
    }
    assert bare == set()


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_of_every_model_has_a_description(kind):
    fields = model_of(kind).model_fields
    assert [name for name, field in fields.items() if not field.description and name != "extensions"] == []


@pytest.mark.parametrize(
    "document",
    [
        {"title": "T", "phases": ["A"]},
        {"title": 2026, "phases": "A"},
        {"title": "T", "phases": {"title": True}},
        {"title": "T", "tags": None, "phases": [{"title": "A", "emotion": None, "metrics": {"csat": None, "nps": 3}}]},
        {"kind": "persona", "name": "L"},
        {"kind": "organisation", "title": "O", "teams": ["A", {"title": "B"}]},
        {"kind": "roadmap", "title": "R", "from": "a", "to": "b"},
        {"title": "T", "phases": ["A"], "x-eigen": {"a": [None]}},
    ],
)
def test_short_forms_and_empty_values_are_valid(document):
    assert [error.message for error in Draft202012Validator(schema_of_all()).iter_errors(document)] == []


@pytest.mark.parametrize(
    "document",
    [
        [],
        "T",
        {"title": "T"},
        {"title": None, "phases": ["A"]},
        {"title": "T", "phases": [None]},
        {"title": ["T"], "phases": ["A"]},
        {"title": "T", "phases": ["A"], "fasen": 1},
        {"kind": "persona", "title": "P"},
        {"kind": "kaart", "title": "T", "phases": ["A"]},
        {"klantreis": 2, "title": "T", "phases": ["A"]},
        {"title": "T", "phases": [{"title": "A", "emotion": 3}]},
    ],
)
def test_what_is_wrong_is_invalid(document):
    assert not Draft202012Validator(schema_of_all()).is_valid(document)
