"""Every kind of finding, explained: from a rule's own docstring and what is known of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from klantreis import rules as format_rules
from klantreis.findings import Rule, Severity
from klantreis.lint.ideas import IDEAS
from klantreis.lint.page import page_of
from klantreis.lint.rule import LintRule, Option
from klantreis.lint.rules import ALL

FORMAT = "format"
"""The group of what `validate` itself finds."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A kind of finding as a table shows it. `default` is its severity, or `off` when it must be asked for."""

    code: str
    name: str
    group: str
    default: str
    fix: str
    about: str
    rule: LintRule | Rule


def entries() -> Iterator[Entry]:
    """Give every kind of finding, by code."""
    for rule in format_rules.ALL:
        fix = "safe" if rule is format_rules.NO_VERSION else ""
        yield Entry(rule.code, rule.name, FORMAT, str(rule.severity), fix, rule.about, rule)
    for own in ALL:
        default = str(own.severity) if own.on_by_default else "off"
        yield Entry(own.code, own.name, own.group, default, own.fix, own.rule.about, own)


def find(written: str) -> Entry | None:
    """Give the kind of finding with a code or name, None for neither."""
    wanted = written.strip()
    return next((entry for entry in entries() if wanted in (entry.code, entry.name, entry.code.lower())), None)


def explanation(entry: Entry) -> str:
    """Give the page of a kind of finding, in Markdown."""
    head = f"# {entry.name} ({entry.code})\n\n{entry.about}\n\n"
    if isinstance(entry.rule, Rule):
        return head + "\n".join(_of_format(entry.rule)) + "\n"
    return head + "\n".join(_of_linter(entry.rule)) + "\n"


def _of_format(rule: Rule) -> Iterator[str]:
    if rule.severity is Severity.ERROR:
        yield "Severity: error. It is part of what makes a file a correct journey, so it cannot be ignored."
    else:
        yield "Severity: warning. `validate` tells of it; settings and comments may say otherwise."
    if rule is format_rules.NO_VERSION:
        yield "Fix: safe. `klantreis lint --fix` adds the line."


def _of_linter(rule: LintRule) -> Iterator[str]:
    page = page_of(rule.doc)
    severity = str(rule.severity) if rule.on_by_default else f"off unless selected, then {rule.severity}"
    yield f"Group: {rule.group}. Severity: {severity}."
    yield f"\n## Why\n\n{page.why}\n"
    for number in rule.ideas:
        yield f"> {IDEAS[number]} (idea {number})"
    yield f"\n## Bad\n\n```yaml\n{page.bad}```\n\n## Good\n\n```yaml\n{page.good}```"
    if rule.options:
        yield "\n## Options\n"
        yield from (f"- `{name}` = `{toml(option)}`: {option.about}" for name, option in rule.options.items())
        name, option = next(iter(rule.options.items()))
        yield f"\n```toml\n[rules.{rule.name}]\n{name} = {toml(option)}\n```"
    yield f"\n## Fix\n\n{page.fix[:1].upper()}{page.fix[1:]}"


def toml(option: Option) -> str:
    """Give the default of an option as TOML."""
    if isinstance(option.default, tuple):
        return "[" + ", ".join(f'"{item}"' for item in option.default) + "]"
    return f'"{option.default}"' if isinstance(option.default, str) else f"{option.default:g}"
