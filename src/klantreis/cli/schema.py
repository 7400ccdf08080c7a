"""`klantreis schema`: the format as JSON Schema, for editors and other programs."""

from __future__ import annotations

from typing import Annotated, Literal, Optional

import typer

KindName = Literal["journey", "persona", "organisation", "roadmap", "settings"]


def schema(
    kind: Annotated[
        Optional[KindName],  # noqa: UP045  typer reads the annotation at run time
        typer.Argument(
            help="One kind of document, or the settings. None: all kinds, told apart by `kind`.", show_default=False
        ),
    ] = None,
) -> None:
    """Print the JSON Schema of the format, or of klantreis.toml.

    Point your editor at it and it completes keys and explains them.

    Examples:
      klantreis schema > klantreis.schema.json
      klantreis schema persona
      klantreis schema settings > klantreis.toml.schema.json

    """
    import json

    from klantreis.cli.output import use_utf8
    from klantreis.model.schema import schema_of, schema_of_all

    use_utf8()
    if kind == "settings":
        from klantreis.lint.schema import settings_schema

        found = settings_schema()
    else:
        found = schema_of(kind) if kind else schema_of_all()
    typer.echo(json.dumps(found, ensure_ascii=False, indent=2))
