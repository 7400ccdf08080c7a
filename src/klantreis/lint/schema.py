"""The JSON Schema of the settings, for editors: every key, every rule, every option."""

from __future__ import annotations

from typing import Any

from klantreis import rules as format_rules
from klantreis.config import KEYS, NAME
from klantreis.findings import Severity
from klantreis.lint.rule import GROUPS, LintRule, Option
from klantreis.lint.rules import ALL

_SEVERITIES = [*map(str, Severity), "off"]
_TEXTS = {"type": "array", "items": {"type": "string", "minLength": 1}}
_TYPES: dict[type, dict[str, Any]] = {
    int: {"type": "integer"}, float: {"type": "number"}, str: {"type": "string"}, tuple: _TEXTS,
}  # fmt: skip


def settings_schema() -> dict[str, Any]:
    """Give the JSON Schema (2020-12) of `klantreis.toml`."""
    selectors = {"type": "array", "items": {"$ref": "#/$defs/selector"}}
    properties: dict[str, Any] = {
        "klantreis": {"const": 1},
        "files": _TEXTS,
        "exclude": _TEXTS,
        "extends": {"anyOf": [{"type": "string", "minLength": 1}, _TEXTS]},
        "select": selectors,
        "extend-select": selectors,
        "ignore": selectors,
        "per-file-ignores": {"type": "object", "additionalProperties": selectors},
        "rules": {"type": "object", "properties": _rules(), "additionalProperties": False},
        "baseline": {"type": "string", "minLength": 1},
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"{NAME}: the settings of a klantreis workspace",
        "type": "object",
        "additionalProperties": False,
        "properties": {key: {"description": KEYS[key], **form} for key, form in properties.items()},
        "$defs": {"selector": _selector()},
    }


def _selector() -> dict[str, Any]:
    known = [key for rule in (*ALL, *_warnings()) for key in (rule.name, rule.code)]
    return {"anyOf": [{"enum": ["all", *GROUPS, *known]}, {"type": "string", "pattern": "^K[0-9]{0,2}$"}]}


def _warnings() -> list[Any]:
    """The rules of the format that settings have a say in."""
    return [rule for rule in format_rules.ALL if rule.severity is not Severity.ERROR]


def _rules() -> dict[str, Any]:
    found: dict[str, Any] = {}
    for rule in ALL:
        found[rule.name] = found[rule.code] = _table(rule.rule.about, rule)
    for other in _warnings():
        found[other.name] = found[other.code] = _table(other.about, None)
    return found


def _table(about: str, rule: LintRule | None) -> dict[str, Any]:
    options = {name: _option(option) for name, option in rule.options.items()} if rule else {}
    severity = {"enum": _SEVERITIES, "description": "How bad it is here."}
    return {
        "type": "object", "description": about, "additionalProperties": False,
        "properties": {"severity": severity, **options},
    }  # fmt: skip


def _option(option: Option) -> dict[str, Any]:
    form = dict(_TYPES[type(option.default)])
    if option.choices:
        form["enum"] = list(option.choices)
    if option.low is not None:
        form["minimum"] = option.low
    if option.high is not None:
        form["maximum"] = option.high
    default = list(option.default) if isinstance(option.default, tuple) else option.default
    return {**form, "description": option.about, "default": default}
