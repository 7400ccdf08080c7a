"""Which rules are on, how severe each is and with which options: the settings, made ready to run."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from klantreis import rules as format_rules
from klantreis.config import Config, LintSettings
from klantreis.errors import ConfigError, UsageError
from klantreis.findings import Rule, Severity
from klantreis.lint.rule import GROUPS, LintRule, Option, Target
from klantreis.lint.rules import ALL, by_name
from klantreis.suggest import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator

EVERYTHING = "all"
_PREFIX = re.compile(r"K[0-9]{0,3}\Z")
_SEVERITIES = (*Severity, "off")


@dataclass(frozen=True, slots=True)
class Active:
    """A rule that is on, with its severity and options."""

    rule: LintRule
    severity: Severity
    options: Mapping[str, Any]


@dataclass(slots=True)
class Plan:
    """What to run. `silent` holds the warnings of `validate` that are ignored.

    `ignored` tells of a file, by its path relative to the workspace, which codes not to report.
    """

    today: date
    active: dict[Target, list[Active]] = field(default_factory=dict)
    silent: frozenset[str] = frozenset()
    levels: dict[str, Severity] = field(default_factory=dict)
    per_file: Sequence[tuple[Callable[[str], bool], frozenset[str]]] = ()

    def on(self, target: Target) -> list[Active]:
        """Give the rules that look at a target."""
        return self.active.get(target, [])

    @property
    def across(self) -> bool:
        """Whether any rule looks at several documents side by side."""
        return any(self.on(target) for target in ("dream", "roadmap", "workspace"))

    def ignored(self, relative: str) -> frozenset[str]:
        """Give the codes that are not reported in a file."""
        found = [codes for matches, codes in self.per_file if matches(relative)]
        return self.silent.union(*found)


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the command line adds to the settings; it wins. `least` leaves milder rules out."""

    select: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    least: Severity = Severity.INFO


def make_plan(config: Config | None, today: date, chosen: Chosen | None = None) -> Plan:
    """Make the settings ready to run.

    Raises `ConfigError` for a rule or option that is not known, `UsageError` for one on the command line.
    """
    chosen = chosen or Chosen()
    settings = config.lint if config else LintSettings()
    on = _selected(settings, chosen)
    off = _codes(settings.ignore, settings.file_of("ignore")) | _codes(chosen.ignore, "--ignore")
    plan = Plan(today, silent=frozenset(off - {rule.code for rule in ALL}))
    check_tables(settings)
    for rule in ALL:
        severity, options = _own(rule, settings)
        written_off = severity == "off"
        asked_severity = severity is not None and not written_off
        if rule.code in off or written_off or not (rule.code in on or (asked_severity and not settings.select)):
            continue
        level = Severity(severity) if severity else rule.severity
        if level.rank <= chosen.least.rank:
            plan.active.setdefault(rule.on, []).append(Active(rule, level, options))
    plan.levels = _levels(settings)
    plan.per_file = tuple(_per_file(settings))
    return plan


def _selected(settings: LintSettings, chosen: Chosen) -> set[str]:
    """The codes of the rules that are on by selection."""
    if chosen.select:
        on = _codes(chosen.select, "--select")
    elif settings.select:
        on = _codes(settings.select, settings.file_of("select")) | _codes(
            settings.extend_select, settings.file_of("extend-select")
        )
    else:
        on = {rule.code for rule in ALL if rule.on_by_default}
        on |= _codes(settings.extend_select, settings.file_of("extend-select"))
    return on | _codes(chosen.extend_select, "--extend-select")


def codes_of(name: str) -> frozenset[str] | None:
    """Give the codes that a selector means: a code, a name, a prefix, a group or `all`; None for none."""
    if name == EVERYTHING:
        return frozenset(rule.code for rule in ALL)
    if rule := by_name().get(name):
        return frozenset({rule.code})
    if other := _format_rule(name):
        return frozenset({other.code})
    if name in GROUPS:
        return frozenset(rule.code for rule in ALL if rule.group == name)
    if _PREFIX.match(name):
        return frozenset(rule.code for rule in ALL if rule.code.startswith(name)) or None
    return None


def _format_rule(name: str) -> Rule | None:
    return next((rule for rule in format_rules.ALL if name in (rule.code, rule.name)), None)


def _codes(names: Iterable[str], where: str) -> set[str]:
    found: set[str] = set()
    for name in names:
        codes = codes_of(name)
        if codes is None:
            raise _unknown(name, where)
        rule = _format_rule(name)
        if rule is not None and rule.severity is Severity.ERROR:
            raise _error(
                where,
                f"`{name}` cannot be chosen or ignored: it is what makes a file a correct journey.",
                "Only warnings of the format and rules of the linter can. See: klantreis rules",
            )
        found |= codes
    return found


def _unknown(name: str, where: str) -> UsageError:
    return _error(where, f"no rule or group `{name}`.", suggest_rule(name) or "See: klantreis rules")


def suggest_rule(name: str) -> str:
    """Give `Did you mean …?` for a mistyped rule, or nothing."""
    known = [key for key in by_name() if key[0] != "K"] + [rule.name for rule in format_rules.ALL]
    return did_you_mean(name, (*known, *GROUPS, EVERYTHING))


def _error(where: str, message: str, hint: str) -> UsageError:
    return (
        UsageError(f"{where}: {message}", hint) if where.startswith("--") else ConfigError(f"{where}: {message}", hint)
    )


def check_tables(settings: LintSettings) -> None:
    """Check that every `[rules.NAME]` names a rule and an option of it. Raises `ConfigError`."""
    for name, table in settings.rules.items():
        where = settings.file_of(f"rules.{name}")
        rule = by_name().get(name)
        if rule is None:
            _check_format_table(name, table, where)
            continue
        for key, value in table.items():
            if key == "severity":
                _check_severity(name, value, where)
            elif key not in rule.options:
                hint = did_you_mean(key, (*rule.options, "severity")) or _known_options(rule)
                raise ConfigError(f"{where}: `{name}` has no option `{key}`.", hint)
            elif problem := _option_problem(rule.options[key], value):
                raise ConfigError(f"{where}: `{key}` of `{name}` {problem}.", rule.options[key].about)


def _check_format_table(name: str, table: Mapping[str, Any], where: str) -> None:
    other = _format_rule(name)
    if other is None:
        raise _unknown(name, where)
    if other.severity is Severity.ERROR:
        raise ConfigError(f"{where}: `{name}` is always an error.", "It is what makes a file a correct journey.")
    for key, value in table.items():
        if key != "severity":
            raise ConfigError(f"{where}: `{name}` has no option `{key}`.", "It has only `severity`.")
        _check_severity(name, value, where)


def _check_severity(name: str, value: Any, where: str) -> None:
    if value not in _SEVERITIES:
        hint = did_you_mean(str(value), _SEVERITIES) or f"Known: {', '.join(_SEVERITIES)}."
        raise ConfigError(f"{where}: `severity` of `{name}` cannot be `{value}`.", hint)


def _known_options(rule: LintRule) -> str:
    return f"Known: {', '.join((*rule.options, 'severity'))}."


def _option_problem(option: Option, value: Any) -> str:
    """Say what is wrong with the value of an option, nothing when it is right. Its default is its type."""
    if isinstance(option.default, tuple):
        right = isinstance(value, list) and all(isinstance(item, str) for item in value)
        return "" if right else "is a list of texts"
    if isinstance(option.default, str):
        if option.choices and value not in option.choices:
            return f"is one of {', '.join(option.choices)}"
        return "" if isinstance(value, str) else "is a text"
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return "is a number"
    if isinstance(option.default, int) and not isinstance(value, int):
        return "is a whole number"
    return _out_of_bounds(option, value)


def _out_of_bounds(option: Option, value: float) -> str:
    if option.low is not None and not value >= option.low:
        return f"is at least {option.low:g}"
    if option.high is not None and not value <= option.high:
        return f"is at most {option.high:g}"
    return ""


def _own(rule: LintRule, settings: LintSettings) -> tuple[str | None, dict[str, Any]]:
    """The severity that the settings give a rule, None for its own; its options."""
    tables = [settings.rules[key] for key in (rule.code, rule.name) if key in settings.rules]
    options: dict[str, Any] = {name: option.default for name, option in rule.options.items()}
    severity = None
    for table in tables:
        severity = table.get("severity", severity)
        for key in rule.options:
            if key in table:
                options[key] = tuple(table[key]) if isinstance(table[key], list) else table[key]
    return severity, options


def _levels(settings: LintSettings) -> dict[str, Severity]:
    """The severities given to warnings of the format."""
    found = {}
    for name, table in settings.rules.items():
        rule = _format_rule(name) if name not in by_name() else None
        if rule is not None and table.get("severity", "off") != "off":
            found[rule.code] = Severity(table["severity"])
    return found


def _per_file(settings: LintSettings) -> Iterator[tuple[Callable[[str], bool], frozenset[str]]]:
    if not settings.per_file_ignores:
        return
    from pathspec import GitIgnoreSpec

    for glob, names in settings.per_file_ignores.items():
        spec = GitIgnoreSpec.from_lines([glob])
        yield spec.match_file, frozenset(_codes(names, settings.file_of("per-file-ignores")))
