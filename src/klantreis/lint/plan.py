"""Which rules are on, how severe each is and with which options: the settings, made ready to run."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from klantreis.config import Config, LintSettings
from klantreis.findings import Severity
from klantreis.lint.rule import LintRule, Target
from klantreis.lint.rules import ALL
from klantreis.lint.selectors import all_codes, warnings
from klantreis.lint.tables import OFF, check_tables, options_of, severity_of

TOGETHER: tuple[Target, ...] = ("dream", "roadmap", "workspace")
"""The targets of rules over several documents."""


@dataclass(frozen=True, slots=True)
class Active:
    """A rule that is on, with its severity and options."""

    rule: LintRule
    severity: Severity
    options: Mapping[str, Any]


@dataclass(slots=True)
class Plan:
    """What to run.

    `silent` holds the warnings of the format that are ignored, `levels` the severities that the
    settings give them; `per_file` by file, as its path relative to the workspace, what not to report.
    """

    today: date
    active: dict[Target, list[Active]] = field(default_factory=dict)
    silent: frozenset[str] = frozenset()
    levels: dict[str, Severity] = field(default_factory=dict)
    per_file: Sequence[tuple[Callable[[str], bool], frozenset[str]]] = ()

    def on(self, target: Target) -> list[Active]:
        """Give the rules that look at a target."""
        return self.active.get(target, [])

    def running(self, *, whole: bool) -> list[LintRule]:
        """Give the rules whose silence means something.

        Where part of a workspace is missing (`whole` is false), rules over several documents do not.
        """
        targets = [target for target in self.active if whole or target not in TOGETHER]
        return [item.rule for target in targets for item in self.active[target]]

    @property
    def across(self) -> bool:
        """Whether any rule looks at several documents side by side."""
        return any(self.on(target) for target in TOGETHER)

    def ignored(self, relative: str) -> frozenset[str]:
        """Give the codes that are not reported in a file."""
        found = [codes for matches, codes in self.per_file if matches(relative)]
        return self.silent.union(*found)


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the command line says, which wins over the settings. `least` leaves milder rules out."""

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
    check_tables(settings)
    plan = Plan(today, silent=_silent(settings, chosen), levels=_levels(settings))
    on = _selected(settings, chosen)
    for rule in ALL:
        if rule.code not in on:
            continue
        said = severity_of(rule, settings)
        level = Severity(said) if said not in (None, OFF) else rule.severity
        if level.rank <= chosen.least.rank:
            item = Active(rule, level, dict(options_of(rule, settings)))
            for target in (rule.on, *rule.also):
                plan.active.setdefault(target, []).append(item)
    plan.per_file = tuple(_per_file(settings))
    return plan


def _selected(settings: LintSettings, chosen: Chosen) -> set[str]:
    """The codes of the rules that are on: what the command line asks for, else what the settings say."""
    by_settings = _by_settings(settings)
    on = all_codes(chosen.select, "--select") if chosen.select else by_settings
    return (on | all_codes(chosen.extend_select, "--extend-select")) - all_codes(chosen.ignore, "--ignore")


def _by_settings(settings: LintSettings) -> set[str]:
    if settings.select:
        on = all_codes(settings.select, settings.file_of("select"))
    else:
        # To say how severe a rule is, is to want it.
        on = {rule.code for rule in ALL if rule.on_by_default or severity_of(rule, settings) not in (None, OFF)}
    on |= all_codes(settings.extend_select, settings.file_of("extend-select"))
    on -= all_codes(settings.ignore, settings.file_of("ignore"))
    return on - {rule.code for rule in ALL if severity_of(rule, settings) == OFF}


def _silent(settings: LintSettings, chosen: Chosen) -> frozenset[str]:
    """The warnings of the format that are off."""
    off = all_codes(settings.ignore, settings.file_of("ignore")) | all_codes(chosen.ignore, "--ignore")
    off |= {rule.code for rule in warnings() if severity_of(rule, settings) == OFF}
    return frozenset(off & {rule.code for rule in warnings()})


def _levels(settings: LintSettings) -> dict[str, Severity]:
    """The severities given to warnings of the format."""
    said = ((rule.code, severity_of(rule, settings)) for rule in warnings())
    return {code: Severity(severity) for code, severity in said if severity not in (None, OFF)}


def _per_file(settings: LintSettings) -> Iterator[tuple[Callable[[str], bool], frozenset[str]]]:
    if not settings.per_file_ignores:
        return
    from pathspec import GitIgnoreSpec

    for glob, names in settings.per_file_ignores.items():
        spec = GitIgnoreSpec.from_lines([glob])
        yield spec.match_file, frozenset(all_codes(names, settings.file_of(f"per-file-ignores.{glob}")))
