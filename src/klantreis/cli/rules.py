"""`klantreis rules`: every kind of finding, in a table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal, Optional

import typer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from klantreis.lint.manual import Entry


def rules(
    names: Annotated[
        Optional[list[str]],  # noqa: UP045  typer reads the annotation at run time
        typer.Argument(metavar="RULES", help="Groups, codes, names or prefixes (`K4`). None: all.", show_default=False),
    ] = None,
    output_format: Annotated[
        Literal["text", "json"], typer.Option("--output-format", help="For people, or for programs.")
    ] = "text",
) -> None:
    """List every kind of finding.

    Code, name, severity, and whether it can be mended.

    Exit codes:
      0 listed
      2 no such rule or group

    Examples:
      klantreis rules
      klantreis rules experience
      klantreis rules K5 --output-format json

    """
    import json

    from klantreis.cli.output import use_utf8, write

    use_utf8()
    found = _chosen(names or [])
    if output_format == "json":
        typer.echo(json.dumps([described(entry) for entry in found], ensure_ascii=False, indent=2))
    else:
        write(_lines(found))


def _chosen(names: list[str]) -> list[Entry]:
    from klantreis.errors import UsageError
    from klantreis.lint.manual import FORMAT, entries
    from klantreis.lint.selectors import codes_of, suggest_rule

    if not names:
        return list(entries())
    codes: set[str] = set()
    for name in names:
        wanted = {entry.code for entry in entries() if entry.group == name == FORMAT or entry.code.startswith(name)}
        wanted |= codes_of(name) or frozenset()
        if not wanted:
            raise UsageError(f"no rule or group `{name}`.", suggest_rule(name) or "Without a name, all are listed.")
        codes |= wanted
    return [entry for entry in entries() if entry.code in codes]


def _lines(found: list[Entry]) -> Iterator[list[tuple[str, str]]]:
    name_width = max(len(entry.name) for entry in found)
    colours = {"error": "bold red", "warning": "bold yellow", "info": "bold blue", "off": "dim"}
    group = ""
    for entry in found:
        if entry.group != group:
            if group:
                yield []
            group = entry.group
            yield [("bold", group)]
        mark = {"safe": "[*]", "unsafe": "[?]"}.get(entry.fix, "   ")
        yield [
            ("", f"  {entry.code}  {entry.name:<{name_width}}  "),
            (colours[entry.default], f"{entry.default:<7}"),
            ("", f"  {mark}  {entry.about}"),
        ]
    yield []
    yield [("dim", "[*] has a safe fix, [?] an unsafe one. More: klantreis explain RULE")]


def described(entry: Entry, *, page: bool = False) -> dict[str, Any]:
    """Give a kind of finding as plain data; with `page`, all that is known of it."""
    from klantreis.lint.manual import explanation
    from klantreis.lint.rule import LintRule

    plain: dict[str, Any] = {
        "code": entry.code,
        "name": entry.name,
        "group": entry.group,
        "default": entry.default,
        "fix": entry.fix or None,
        "about": entry.about,
    }
    if isinstance(entry.rule, LintRule):
        plain["severity"] = str(entry.rule.severity)
        plain["ideas"] = list(entry.rule.ideas)
        plain["options"] = {
            name: {"default": option.default, "about": option.about} for name, option in entry.rule.options.items()
        }
    if page:
        plain["markdown"] = explanation(entry)
    return plain
