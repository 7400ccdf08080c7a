"""A whole review: check, lint, what settings, comments and the baseline say, and the place of each finding."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from klantreis import rules as format_rules
from klantreis.config import Config
from klantreis.engine.baseline import Baseline, Judged, Sifted, read_baseline, sift
from klantreis.engine.run import Input, Outcome, Progress, check
from klantreis.findings import Finding, Place, Where
from klantreis.rules import can_be_ignored
from klantreis.source.locate import Located, Texts, locate
from klantreis.source.places import places
from klantreis.source.workspace import shown
from klantreis.wording import plural

if TYPE_CHECKING:
    from klantreis.lint.plan import Active, Plan

_STALE = "stale-baseline"


@dataclass(slots=True)
class Review:
    """What came of reviewing files that belong together.

    `found` are the findings to tell, with their places; `all` those before the baseline took the
    known ones away. `ignored` and `known` count what comments and the baseline took.
    """

    outcome: Outcome
    found: list[Located] = field(default_factory=list)
    all: list[Located] = field(default_factory=list)
    names: dict[str, str] = field(default_factory=dict)
    ignored: int = 0
    known: int = 0


def review(
    inputs: Sequence[Input],
    config: Config | None,
    plan: Plan | None,
    texts: Texts,
    progress: Progress | None = None,
    *,
    baseline: bool = True,
) -> Review:
    """Review files that belong together. Raises `ConfigError` for a baseline that cannot be used."""
    known = _baseline(config) if baseline else None
    outcome = check(inputs, progress, plan)
    result = Review(outcome, names=_names(inputs, config))
    findings = list(_by_settings(outcome.findings, plan, result.names))
    if outcome.commented:
        findings = _by_comments(findings, outcome.commented, plan, texts, result)
    result.all = locate(findings, texts)
    result.found = result.all if known is None else _by_baseline(known, result, plan, texts)
    outcome.findings = [item.finding for item in result.found]
    return result


def baseline_of(config: Config) -> Baseline:
    """Give the baseline of a workspace, an empty one where there is none. Raises `ConfigError`."""
    return _baseline(config) or Baseline(config.root / config.lint.baseline, config.root)


def judged(plan: Plan | None, result: Review) -> Judged:
    """Give whose silence means something in a review: which rules, in which files.

    A file with mistakes of the format is not linted, and where one is, nothing can be said of the
    whole workspace.
    """
    unlinted = result.outcome.unlinted
    silent = plan.silent if plan else frozenset()
    rules = {rule.code: rule.name for rule in format_rules.ALL if can_be_ignored(rule) and rule.code not in silent}
    if plan is not None:
        rules |= {rule.code: rule.name for rule in plan.running(whole=not unlinted)}
    files = {shown: name for shown, name in result.names.items() if shown not in set(unlinted)}
    return Judged(rules, files)


def can_be_known(item: Located) -> bool:
    """Tell whether a finding may stand in a baseline: errors of the format may not."""
    return can_be_ignored(item.finding.rule) and item.finding.rule.name != _STALE


def _names(inputs: Sequence[Input], config: Config | None) -> dict[str, str]:
    """The names of the asked files relative to the workspace, by the names they are shown by."""
    if config is None:
        return {source.name: Path(source.name).as_posix() for source in inputs if source.asked}
    root = config.root.resolve()
    found = {}
    for source in inputs:
        if source.asked and source.path is not None:
            path = source.path.absolute()
            real = path if path.is_relative_to(config.root) else path.resolve()
            base = config.root if path.is_relative_to(config.root) else root
            if real.is_relative_to(base):
                found[source.name] = real.relative_to(base).as_posix()
    return found


def _by_settings(findings: list[Finding], plan: Plan | None, names: dict[str, str]) -> Iterator[Finding]:
    """Leave out what the settings ignore; give warnings of the format the severity that they say."""
    if plan is None or not (plan.silent or plan.per_file or plan.levels):
        yield from findings
        return
    ignored = {shown: plan.ignored(name) for shown, name in names.items()}
    for finding in findings:
        code = finding.rule.code
        if can_be_ignored(finding.rule) and code in ignored.get(finding.where.file, plan.silent):
            continue
        level = plan.levels.get(code)
        yield replace(finding, level=level) if level and finding.level is None else finding


def _by_comments(
    findings: list[Finding], commented: list[str], plan: Plan | None, texts: Texts, result: Review
) -> list[Finding]:
    from klantreis.lint.suppress import suppress

    by_file: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        by_file[finding.where.file].append(finding)
    running = judged(plan, result)
    for file in commented:
        text = texts.file(file).text
        here = running.rules if file in running.files else ()
        kept = suppress(file, by_file.get(file, []), text, places(text), plan, here)
        by_file[file] = kept.findings
        result.ignored += kept.ignored
    return [finding for found in by_file.values() for finding in found]


def _baseline(config: Config | None) -> Baseline | None:
    return read_baseline(config.root / config.lint.baseline, config.root) if config else None


def _by_baseline(known: Baseline, result: Review, plan: Plan | None, texts: Texts) -> list[Located]:
    free = [item for item in result.all if can_be_known(item)]
    sifted = sift(free, known, result.names, judged(plan, result))
    result.known = sifted.known
    fresh = {id(item) for item in sifted.new}
    found = [item for item in result.all if id(item) in fresh or not can_be_known(item)]
    item = next((item for item in plan.on("ignore") if item.rule.name == _STALE), None) if plan else None
    if item is not None and sifted.stale:
        found += locate(list(_stale(sifted, known, item, texts)), texts)
    return found


def _stale(sifted: Sifted, known: Baseline, active: Active, texts: Texts) -> Iterator[Finding]:
    file = str(shown(known.path))
    lines = texts.file(file).lines
    for name, count in sifted.stale.items():
        line = next((n for n, text in enumerate(lines, start=1) if f'"{name}"' in text), 1)
        column = max(1, lines[line - 1].find('"') + 1) if lines else 1
        yield Finding(
            active.rule.rule,
            Where(file, place=Place(line, column, line, column + len(name) + 2)),
            f"{plural(count, 'known finding')} of `{name}` no longer {'occurs' if count == 1 else 'occur'}.",
            "Take it out of the baseline: klantreis lint --prune-baseline",
            level=active.severity,
        )
