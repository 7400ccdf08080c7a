"""`klantreis config`: the settings that hold here, and where each comes from."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from klantreis.config import Config
    from klantreis.findings import Rule
    from klantreis.lint.plan import Plan
    from klantreis.lint.rule import LintRule

DEFAULT = "default"


def config(
    folder: Annotated[Path, typer.Argument(help="The folder to look from.", show_default=False)] = Path(),
    output_format: Annotated[
        Literal["text", "json"], typer.Option("--output-format", help="For people, or for programs.")
    ] = "text",
) -> None:
    """Show the settings that hold here.

    Each with the file that it comes from.

    Exit codes:
      0 shown
      2 no workspace here, or settings that cannot be used

    Examples:
      klantreis config
      klantreis config klantreizen/ --output-format json

    """
    import json
    from datetime import date

    from klantreis.cli.output import use_utf8, write
    from klantreis.config import find_config
    from klantreis.errors import UsageError
    from klantreis.lint.plan import make_plan

    use_utf8()
    if not folder.is_dir():
        raise UsageError(f"{folder}: no such folder.", "Name a folder, or none for this one.")
    found = find_config(folder.absolute())
    if found is None:
        raise UsageError(
            "no workspace here: neither this folder nor one above it has a `klantreis.toml`.",
            "All settings have their defaults. `klantreis init` writes a workspace to begin with.",
        )
    plan = make_plan(found, date.today())  # noqa: DTZ011  the user's own day; no setting depends on it
    if output_format == "json":
        typer.echo(json.dumps(_plain(found, plan), ensure_ascii=False, indent=2))
    else:
        write(_lines(found, plan))


def _settings(config: Config) -> dict[str, Any]:
    lint = config.lint
    return {
        "extends": list(lint.extends),
        "files": list(config.files),
        "exclude": list(config.exclude),
        "select": list(lint.select),
        "extend-select": list(lint.extend_select),
        "ignore": list(lint.ignore),
        "baseline": lint.baseline,
    }


def _plain(config: Config, plan: Plan) -> dict[str, Any]:
    lint = config.lint
    return {
        "workspace": str(config.root),
        "settings": {
            **{key: _value(value, lint.origins.get(key)) for key, value in _settings(config).items()},
            "per-file-ignores": {
                glob: _value(list(names), lint.origins.get(f"per-file-ignores.{glob}"))
                for glob, names in lint.per_file_ignores.items()
            },
        },
        "rules": list(_rules(config, plan)),
    }


def _value(value: Any, origin: str | None) -> dict[str, Any]:
    return {"value": value, "from": origin or DEFAULT}


def _rules(config: Config, plan: Plan) -> Iterator[dict[str, Any]]:
    """Every rule that the settings have a say in, on or off: severity and options, and where they come from."""
    from klantreis.lint.rules import ALL
    from klantreis.lint.selectors import warnings
    from klantreis.lint.tables import OFF, SEVERITY, written

    active = {item.rule.code: item for items in plan.active.values() for item in items}
    every: list[LintRule | Rule] = [*ALL, *warnings()]
    for rule in sorted(every, key=lambda rule: rule.code):
        said = written(rule, config.lint, SEVERITY)
        item = active.get(rule.code)
        on = item is not None or (rule in warnings() and rule.code not in plan.silent)
        level = str(item.severity) if item else str(plan.levels.get(rule.code, rule.severity)) if on else OFF
        found = {key: (value, written(rule, config.lint, key)) for key, value in (item.options if item else {}).items()}
        yield {
            "code": rule.code,
            "name": rule.name,
            "severity": level,
            "severity_from": said[1] if said else DEFAULT,
            "options": {key: _value(value, by[1] if by else None) for key, (value, by) in found.items()},
        }


def _lines(config: Config, plan: Plan) -> Iterator[list[tuple[str, str]]]:
    plain = _plain(config, plan)
    yield [("bold", "workspace"), ("", f"  {config.root}")]
    yield []
    for key, entry in plain["settings"].items():
        if key != "per-file-ignores":
            yield _line(key, entry["value"], entry["from"])
    for glob, entry in plain["settings"]["per-file-ignores"].items():
        yield _line(f"per-file-ignores.{glob}", entry["value"], entry["from"])
    rules = plain["rules"]
    on = sum(rule["severity"] != "off" for rule in rules)
    yield []
    yield [("bold", f"{on} of {len(rules)} rules are on"), ("dim", "; what the settings say of them:")]
    for rule in rules:
        if rule["severity_from"] != DEFAULT:
            yield _line(f"{rule['name']}.severity", rule["severity"], rule["severity_from"])
        for key, entry in rule["options"].items():
            if entry["from"] != DEFAULT:
                yield _line(f"{rule['name']}.{key}", entry["value"], entry["from"])


def _line(key: str, value: Any, origin: str) -> list[tuple[str, str]]:
    shown = ", ".join(map(str, value)) or "–" if isinstance(value, (list, tuple)) else str(value)
    return [("", f"  {key:<32} {shown:<40} "), ("dim", origin)]
