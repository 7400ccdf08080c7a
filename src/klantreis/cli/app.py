"""The command line of klantreis, put together from its commands."""

from __future__ import annotations

from importlib import import_module
from inspect import cleandoc
from typing import Annotated

import typer

from klantreis import __version__
from klantreis.cli import COMMANDS

HELP = """Customer journey maps as YAML: checked, reviewed and drawn.

Examples:
  klantreis init mijn-klantreis
  klantreis validate
  klantreis lint --fix
  klantreis render klantreizen/bestellen.yaml -o kaart.html
"""


_AS_WRITTEN = ("Examples:", "Exit codes:", "Names for")


def _help(text: str) -> str:
    """Mark the paragraphs whose lines must stay as they are."""
    return "\n\n".join(f"\b\n{part}" if part.startswith(_AS_WRITTEN) else part for part in cleandoc(text).split("\n\n"))


app = typer.Typer(
    name="klantreis", help=_help(HELP), no_args_is_help=True, rich_markup_mode=None, pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)  # fmt: skip

for _name in COMMANDS:
    _command = getattr(import_module(f"klantreis.cli.{_name}"), _name)
    app.command(name=_name, help=_help(_command.__doc__ or ""))(_command)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"klantreis {__version__}")
        raise typer.Exit


@app.callback(help=_help(HELP))
def main(
    version: Annotated[
        bool, typer.Option("--version", "-V", help="Show the version and stop.", callback=_print_version, is_eager=True)
    ] = False,
) -> None:
    """Nothing happens before a command."""
