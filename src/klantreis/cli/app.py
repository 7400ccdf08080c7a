"""The command line of klantreis, put together from its commands."""

from __future__ import annotations

from importlib import import_module
from typing import Annotated

import typer

from klantreis import __version__
from klantreis.cli import COMMANDS
from klantreis.cli.helptext import helptext

HELP = """Customer journey maps as YAML: checked, reviewed and drawn.

Examples:
  klantreis init mijn-klantreis
  klantreis validate
  klantreis lint --fix
  klantreis render klantreizen/bestellen.yaml -o kaart.html
"""

app = typer.Typer(
    name="klantreis", help=helptext(HELP), no_args_is_help=True, rich_markup_mode=None, pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)  # fmt: skip

for _name in COMMANDS:
    _command = getattr(import_module(f"klantreis.cli.{_name}"), _name)
    if isinstance(_command, typer.Typer):
        # A command with commands of its own, such as `klantreis git install`.
        app.add_typer(_command, name=_name)
    else:
        app.command(name=_name, help=helptext(_command.__doc__))(_command)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"klantreis {__version__}")
        raise typer.Exit


@app.callback(help=helptext(HELP))
def main(
    version: Annotated[
        bool, typer.Option("--version", "-V", help="Show the version and stop.", callback=_print_version, is_eager=True)
    ] = False,
) -> None:
    """Nothing happens before a command."""
