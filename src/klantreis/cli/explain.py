"""`klantreis explain`: what a finding means, why it matters and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

import typer

if TYPE_CHECKING:
    from klantreis.lint.manual import Entry


def explain(
    names: Annotated[
        list[str], typer.Argument(metavar="RULE", help="Codes or names, as findings show them: K403, ends-low.")
    ],
    output_format: Annotated[
        Literal["text", "json"], typer.Option("--output-format", help="For people, or for programs.")
    ] = "text",
) -> None:
    """Explain kinds of findings: what, why, a bad and a good example.

    Exit codes:
      0 explained
      2 no such rule

    Examples:
      klantreis explain K403
      klantreis explain ends-low no-evidence

    """
    from klantreis.cli.output import use_utf8
    from klantreis.errors import UsageError
    from klantreis.lint.manual import explanation, find
    from klantreis.lint.selectors import suggest_rule

    use_utf8()
    found = []
    for name in names:
        entry = find(name)
        if entry is None:
            raise UsageError(f"no rule `{name}`.", suggest_rule(name, groups=False) or "`klantreis rules` lists them.")
        found.append(entry)
    if output_format == "json":
        typer.echo(_json(found))
    else:
        typer.echo("\n\n".join(map(explanation, found)), nl=False)


def _json(found: list[Entry]) -> str:
    import json

    from klantreis.cli.rules import described

    return json.dumps([described(entry, page=True) for entry in found], ensure_ascii=False, indent=2)
