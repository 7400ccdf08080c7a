"""What settings, comments and the command line call rules by: names, codes, groups, prefixes, `all`."""

from __future__ import annotations

import re
from collections.abc import Iterable

from klantreis import rules as format_rules
from klantreis.errors import ConfigError, UsageError
from klantreis.findings import Rule, Severity
from klantreis.lint.rule import GROUPS
from klantreis.lint.rules import ALL, by_name
from klantreis.suggest import did_you_mean

EVERYTHING = "all"
_PREFIX = re.compile(r"K[0-9]{0,2}\Z")


def codes_of(name: str) -> frozenset[str] | None:
    """Give the codes that a selector means: a code, a name, a prefix, a group or `all`; None for none.

    Of the rules of the format, a group of codes means only the warnings: the errors are not to be chosen.
    """
    if name == EVERYTHING:
        return frozenset(rule.code for rule in ALL)
    if rule := by_name().get(name):
        return frozenset({rule.code})
    if other := format_rule(name):
        return frozenset({other.code})
    if name in GROUPS:
        return frozenset(rule.code for rule in ALL if rule.group == name)
    if _PREFIX.match(name):
        known = [rule.code for rule in ALL] + [rule.code for rule in warnings()]
        return frozenset(code for code in known if code.startswith(name)) or None
    return None


def format_rule(name: str) -> Rule | None:
    """Give the rule of the format with a code or name, None for neither."""
    return next((rule for rule in format_rules.ALL if name in (rule.code, rule.name)), None)


def warnings() -> list[Rule]:
    """Give the rules of the format that settings and comments have a say in."""
    return [rule for rule in format_rules.ALL if rule.severity is not Severity.ERROR]


def all_codes(names: Iterable[str], where: str) -> set[str]:
    """Give the codes that selectors mean together; `where` is the file or option they stand in.

    Raises `ConfigError`, or `UsageError` for an option, when one means nothing or cannot be chosen.
    """
    found: set[str] = set()
    for name in names:
        codes = codes_of(name)
        if codes is None:
            raise unknown(name, where)
        rule = format_rule(name)
        if rule is not None and rule.severity is Severity.ERROR:
            message = f"`{name}` cannot be chosen or ignored: it is what makes a file a correct journey."
            raise _error(where, message, "Only warnings of the format and rules of the linter can: klantreis rules")
        found |= codes
    return found


def unknown(name: str, where: str, *, groups: bool = True) -> UsageError:
    """Give the error that a selector means nothing; without `groups`, that it is no single rule."""
    what = "rule or group" if groups else "rule"
    return _error(where, f"no {what} `{name}`.", suggest_rule(name, groups=groups) or "See: klantreis rules")


def suggest_rule(name: str, *, groups: bool = True) -> str:
    """Give `Did you mean …?` for a mistyped rule, or nothing; with `groups`, whatever selects several too."""
    if not groups and codes_of(name) is not None:
        return f"`{name}` is more than one rule: klantreis rules {name}"
    known = [key for key in by_name() if key[0] != "K"] + [rule.name for rule in format_rules.ALL]
    return did_you_mean(name, (*known, *GROUPS, EVERYTHING) if groups else known)


def _error(where: str, message: str, hint: str) -> UsageError:
    kind = UsageError if where.startswith("--") else ConfigError
    return kind(f"{where}: {message}", hint)
