"""The tables `[rules.NAME]` of the settings: checked, and laid over what the rules say themselves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from klantreis.config import LintSettings
from klantreis.errors import ConfigError
from klantreis.findings import Rule, Severity
from klantreis.lint.rule import LintRule, Option
from klantreis.lint.rules import by_name
from klantreis.lint.selectors import format_rule, unknown
from klantreis.suggest import did_you_mean

OFF = "off"
SEVERITY = "severity"
_SEVERITIES = (*map(str, Severity), OFF)


def check_tables(settings: LintSettings) -> None:
    """Check that every table names a rule and options of it. Raises `ConfigError`."""
    for name, table in settings.rules.items():
        where = settings.file_of(f"rules.{name}")
        rule = by_name().get(name)
        if rule is None:
            _check_format_table(name, table, where)
            continue
        for key, value in table.items():
            if key == SEVERITY:
                _check_severity(name, value, where)
            elif key not in rule.options:
                hint = did_you_mean(key, (*rule.options, SEVERITY)) or f"Known: {', '.join((*rule.options, SEVERITY))}."
                raise ConfigError(f"{where}: `{name}` has no option `{key}`.", hint)
            elif problem := _option_problem(rule.options[key], value):
                raise ConfigError(f"{where}: `{key}` of `{name}` must be {problem}.", rule.options[key].about)


def written(rule: LintRule | Rule, settings: LintSettings, key: str) -> tuple[Any, str] | None:
    """Give what the settings say of a key of a rule, and the file they say it in; None when nothing.

    A rule may stand there by its code and by its name; what was laid over last wins.
    """
    found = None
    for name, table in settings.rules.items():
        if name in (rule.code, rule.name) and key in table:
            found = (table[key], settings.file_of(f"rules.{name}.{key}"))
    return found


def severity_of(rule: LintRule | Rule, settings: LintSettings) -> str | None:
    """Give the severity that the settings give a rule, `off` too; None when they say nothing."""
    found = written(rule, settings, SEVERITY)
    return str(found[0]) if found else None


def options_of(rule: LintRule, settings: LintSettings) -> Iterator[tuple[str, Any]]:
    """Give every option of a rule with its value here."""
    for key, option in rule.options.items():
        found = written(rule, settings, key)
        value = found[0] if found else option.default
        yield key, tuple(value) if isinstance(value, list) else value


def _check_format_table(name: str, table: Mapping[str, Any], where: str) -> None:
    other = format_rule(name)
    if other is None:
        raise unknown(name, where, groups=False)
    if other.severity is Severity.ERROR:
        raise ConfigError(f"{where}: `{name}` is always an error.", "It is what makes a file a correct journey.")
    for key, value in table.items():
        if key != SEVERITY:
            raise ConfigError(f"{where}: `{name}` has no option `{key}`.", "It has only `severity`.")
        _check_severity(name, value, where)


def _check_severity(name: str, value: Any, where: str) -> None:
    if not isinstance(value, str) or value not in _SEVERITIES:
        hint = (
            did_you_mean(value, _SEVERITIES) if isinstance(value, str) else ""
        ) or f"Known: {', '.join(_SEVERITIES)}."
        raise ConfigError(f"{where}: `severity` of `{name}` cannot be `{value}`.", hint)


def _option_problem(option: Option, value: Any) -> str:
    """Say what the value of an option must be, nothing when it is right. Its default is its type."""
    if isinstance(option.default, tuple):
        right = isinstance(value, list) and all(isinstance(item, str) for item in value)
        return "" if right else "a list of texts"
    if isinstance(option.default, str):
        if option.choices and value not in option.choices:
            return f"one of {', '.join(option.choices)}"
        return "" if isinstance(value, str) else "a text"
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return "a number"
    if isinstance(option.default, int) and not isinstance(value, int):
        return "a whole number"
    return _out_of_bounds(option, value)


def _out_of_bounds(option: Option, value: float) -> str:
    if option.low is not None and not value >= option.low:
        return f"at least {option.low:g}"
    if option.high is not None and not value <= option.high:
        return f"at most {option.high:g}"
    # Not a number passes neither comparison, and infinity is no bound that anybody means.
    return "a number" if value != value or value in (float("inf"), float("-inf")) else ""  # noqa: PLR0124
