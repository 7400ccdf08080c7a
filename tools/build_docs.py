"""Writes the pages of docs/ that come from the code: the schema, the key tables, the list of findings.

`python tools/build_docs.py` writes them; with `--check` it tells, by its exit code, whether they
are up to date.
"""

from __future__ import annotations

import json
import sys
import types
import typing
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from klantreis.lint.manual import FORMAT, entries, explanation
from klantreis.lint.rule import GROUPS
from klantreis.lint.schema import settings_schema
from klantreis.model import builtin
from klantreis.model.document import KINDS
from klantreis.model.kinds import model_of
from klantreis.model.schema import schema_of_all
from klantreis.model.time import Duration, Period
from klantreis.render.resolved.schema import schema as journey_schema
from klantreis.render.theme_file.schema import schema as theme_schema
from klantreis.report.comparison.schema import schema as gap_schema
from klantreis.report.history.json import schema as history_schema
from klantreis.report.roadmap.schema import schema as roadmap_schema

DOCS = Path(__file__).resolve().parents[1] / "docs"
INTRO = "<!-- Written by tools/build_docs.py from the code; change it there. -->\n\n"


def main() -> int:
    """Write or check every page."""
    pages = {
        "klantreis.schema.json": json.dumps(schema_of_all(), ensure_ascii=False, indent=2) + "\n",
        "keys.md": keys_page(),
        "findings.md": findings_page(),
        "built-in.md": builtin_page(),
        "klantreis.toml.schema.json": json.dumps(settings_schema(), ensure_ascii=False, indent=2) + "\n",
        "gap.schema.json": json.dumps(gap_schema(), ensure_ascii=False, indent=2) + "\n",
        "journey.schema.json": json.dumps(journey_schema(), ensure_ascii=False, indent=2) + "\n",
        "theme.schema.json": json.dumps(theme_schema(), ensure_ascii=False, indent=2) + "\n",
        "roadmap.schema.json": json.dumps(roadmap_schema(), ensure_ascii=False, indent=2) + "\n",
        "history.schema.json": json.dumps(history_schema(), ensure_ascii=False, indent=2) + "\n",
        **{f"rules/{entry.name}.md": INTRO + explanation(entry) for entry in entries() if entry.group != FORMAT},
    }
    stale = [f"rules/{path.name}" for path in (DOCS / "rules").glob("*.md") if f"rules/{path.name}" not in pages]
    if "--check" not in sys.argv:
        for name in stale:
            (DOCS / name).unlink()
        (DOCS / "rules").mkdir(exist_ok=True)
    for name, text in pages.items():
        path = DOCS / name
        if not path.exists() or path.read_text("utf-8") != text:
            stale.append(name)
            if "--check" not in sys.argv:
                path.write_text(text, "utf-8")
    for name in stale:
        print(f"{'out of date' if '--check' in sys.argv else 'written'}: docs/{name}")
    return int(bool(stale) and "--check" in sys.argv)


def keys_page() -> str:
    """Give the page with every key of every element, from the models."""
    order: list[type[BaseModel]] = []
    for kind in KINDS:
        _collect(model_of(kind), order)
    about = "What each key means is explained in [the format](format.md)."
    parts = [INTRO, f"# Every key\n\n{about} *One or more* means: one value, or a list of them.\n"]
    parts += [_table(model) for model in order]
    return "\n".join(parts)


def _collect(model: type[BaseModel], order: list[type[BaseModel]]) -> None:
    if model in order:
        return
    order.append(model)
    for field in model.model_fields.values():
        for inner in _models(field.annotation):
            _collect(inner, order)


def _models(annotation: Any) -> list[type[BaseModel]]:
    if isinstance(annotation, type) and not get_args(annotation):
        return [annotation] if issubclass(annotation, BaseModel) else []
    return [model for argument in get_args(annotation) for model in _models(argument)]


def _table(model: type[BaseModel]) -> str:
    about = (model.__doc__ or "").strip().splitlines()[0]
    short = getattr(model, "short", None)
    note = f" A plain value means its `{short}`." if short else ""
    lines = [f"## {model.__name__}\n", f"{about}{note}\n", "| key | value | meaning |", "|---|---|---|"]
    for name, field in model.model_fields.items():
        key = field.alias or name
        if key == "x-":
            continue
        lines.append(f"| `{key}` | {_value(field)} | {field.description} |")
    return "\n".join(lines) + "\n"


def _value(field: FieldInfo) -> str:
    words = _words(field.annotation)
    return words + (", required" if field.is_required() else "")


def _words(annotation: Any) -> str:  # noqa: PLR0911  one return for each shape of type
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is typing.Annotated:
        return _words(arguments[0])
    if origin in (typing.Union, types.UnionType):
        return " or ".join(_words(item) for item in arguments if item is not type(None))
    if origin is list:
        return f"one or more: {_words(arguments[0])}"
    if origin is dict:
        return f"a mapping of {_words(arguments[1])}"
    if origin is Literal:
        return ", ".join(f"`{item}`" for item in arguments)
    simple = {
        str: "text",
        float: "number",
        int: "whole number",
        bool: "`true` or `false`",
        Period: "date",
        Duration: "duration",
        Any: "text, texts, number",
    }
    if annotation in simple:
        return simple[annotation]
    return f"[{annotation.__name__}](#{annotation.__name__.lower()})"


def findings_page() -> str:
    """Give the page with every kind of finding."""
    lines = [
        INTRO,
        "# Findings\n",
        "Each kind of finding has a code and a name that never change; both are accepted everywhere.",
        "`klantreis explain NAME` says more about each. How to choose rules: [the linter](linter.md).\n",
        "## The format: what makes a file a correct journey\n",
        *_findings_table(FORMAT),
    ]
    for group in GROUPS:
        lines += [f"\n## The linter: {group}\n", *_findings_table(group)]
    return "\n".join(lines) + "\n"


def _findings_table(group: str) -> list[str]:
    lines = ["| code | name | severity | fix | what it means |", "|---|---|---|---|---|"]
    for entry in entries():
        if entry.group == group:
            name = f"`{entry.name}`" if group == FORMAT else f"[`{entry.name}`](rules/{entry.name}.md)"
            lines.append(f"| {entry.code} | {name} | {entry.default} | {entry.fix or '–'} | {entry.about} |")
    return lines


def builtin_page() -> str:
    """Give the page with the channels, metrics and frameworks that need no organisation."""
    lines = [INTRO, "# Built in\n", "## Channels\n", "| id | Dutch | English | mode |", "|---|---|---|---|"]
    lines += [f"| `{c.id}` | {c.nl} | {c.en} | {c.mode or ''} |" for c in builtin.CHANNELS.values()]
    lines += ["\n## Metrics\n", "| id | Dutch | English | unit | better |", "|---|---|---|---|---|"]
    lines += [f"| `{m.id}` | {m.nl} | {m.en} | {m.unit_en} | {m.better} |" for m in builtin.METRICS.values()]
    lines += ["\n## Frameworks\n", "| framework | id | Dutch | English | stage |", "|---|---|---|---|---|"]
    for name, phases in builtin.FRAMEWORKS.items():
        lines += [f"| `{name}` | `{p.id}` | {p.nl} | {p.en} | {', '.join(p.stages)} |" for p in phases]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.exit(main())
