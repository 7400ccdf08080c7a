"""The commands of klantreis, in one tuple."""

from __future__ import annotations

from typing import Annotated

import typer

from klantreis import __version__
from klantreis.cli import init, render, schema, validate

HELP = """Customer journey maps as YAML: checked, drawn, compared.

Begin with:   klantreis init mijn-klantreis

Check:        klantreis validate

Draw:         klantreis render klantreizen/bestellen.yaml -o kaart.html
"""

app = typer.Typer(
    name="klantreis", help=HELP, no_args_is_help=True, rich_markup_mode=None, pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)  # fmt: skip

COMMANDS = (validate.validate, render.render, init.init, schema.schema)
for _command in COMMANDS:
    app.command()(_command)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"klantreis {__version__}")
        raise typer.Exit


@app.callback()
def main(
    version: Annotated[
        bool, typer.Option("--version", "-V", help="Show the version and stop.", callback=_print_version, is_eager=True)
    ] = False,
) -> None:
    """Nothing happens before a command."""


main.__doc__ = HELP
