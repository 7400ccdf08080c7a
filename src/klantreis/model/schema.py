"""The JSON Schema of the format, made from the models; it accepts the short forms too."""

from __future__ import annotations

from typing import Any

from pydantic.json_schema import models_json_schema

from klantreis.model.document import KINDS, Kind
from klantreis.model.kinds import model_of

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema_of(kind: Kind) -> dict[str, Any]:
    """Give the JSON Schema of one kind of document."""
    tidied: dict[str, Any] = _tidied({"$schema": DIALECT, **model_of(kind).model_json_schema(by_alias=True)})
    return tidied


def schema_of_all() -> dict[str, Any]:
    """Give one JSON Schema for a document of any kind, told apart by `kind`."""
    models = [(model_of(kind), "validation") for kind in KINDS]
    references, shared = models_json_schema(models, by_alias=True)  # type: ignore[arg-type]  # pydantic wants literal modes
    forms = [references[model_of(kind), "validation"] for kind in KINDS]
    branches: dict[str, Any] = forms[0]
    # A document without `kind` is a journey, so each other kind is an exception to it.
    for kind, form in zip(KINDS[1:], forms[1:], strict=True):
        condition = {"type": "object", "properties": {"kind": {"const": kind}}, "required": ["kind"]}
        branches = {"if": condition, "then": form, "else": branches}
    tidied: dict[str, Any] = _tidied(
        {
            "$schema": DIALECT,
            "title": "klantreis",
            "description": "A document of klantreis: a journey, persona, organisation or roadmap.",
            **branches,
            "$defs": shared["$defs"],
        }
    )
    return tidied


def _tidied(schema: Any) -> Any:
    """Leave out the titles that only repeat a key: editors would show them as its explanation."""
    if isinstance(schema, dict):
        return _with_nulls({key: _tidied_property(key, value) for key, value in schema.items()})
    if isinstance(schema, list):
        return [_tidied(item) for item in schema]
    return schema


def _tidied_property(key: str, value: Any) -> Any:
    if key == "properties" and isinstance(value, dict):
        properties = {}
        for name, form in value.items():
            tidy = _tidied(form)
            if isinstance(tidy, dict) and isinstance(tidy.get("title"), str):
                tidy = {k: v for k, v in tidy.items() if k != "title"}
            properties[name] = tidy
        return properties
    return _tidied(value)


def _with_nulls(schema: dict[str, Any]) -> dict[str, Any]:
    """Let an empty value count as absent, wherever a key may be absent."""
    if schema.get("type") != "object":
        return schema
    required = schema.get("required", ())
    properties = schema.get("properties", {})
    nullable = {name: form if name in required else _nullable(form) for name, form in properties.items()}
    free = schema.get("additionalProperties")
    return {
        **schema,
        **({"properties": nullable} if nullable else {}),
        **({"additionalProperties": _nullable(free)} if isinstance(free, dict) and not properties else {}),
    }


def _nullable(form: dict[str, Any]) -> dict[str, Any]:
    if "anyOf" in form:
        null = {"type": "null"}
        return form if null in form["anyOf"] else {**form, "anyOf": [*form["anyOf"], null]}
    if "enum" in form or "const" in form or "type" not in form:
        about: dict[str, Any] = {key: form[key] for key in ("description", "default", "examples") if key in form}
        bare = {key: value for key, value in form.items() if key not in about}
        return {"anyOf": [bare, {"type": "null"}], **about} if bare else form
    types = form["type"] if isinstance(form["type"], list) else [form["type"]]
    return {**form, "type": [*types, "null"]}
