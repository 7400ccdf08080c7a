"""`klantreis init`: a workspace that validates, renders and teaches."""

from __future__ import annotations

import re
from datetime import date
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Annotated

import typer

STARTER = "starter"
SCHEMA = "klantreis.schema.json"
_MODELINE = "# yaml-language-server: $schema="


def init(
    folder: Annotated[
        Path, typer.Argument(metavar="[DIR]", help="Where; made when missing. Unless given: here.", show_default=False)
    ] = Path(),
    example: Annotated[
        str, typer.Option("--example", metavar="NAME", help="Begin with a whole example instead of the short one.")
    ] = STARTER,
    language: Annotated[str, typer.Option("--language", metavar="nl|en", help="The language of the short one.")] = "nl",
) -> None:
    """Write a workspace to begin with.

    Settings, organisation, a persona, a journey and its dream. Never overwrites a file.

    Names for --example:
      nieuwe-website    four phases, every lane filled, with a dream
      bankrekening      five phases, and a step shown in detail
      klacht            six service phases
      michiel-mobiel    a journey, a near and a far dream, a roadmap
      luiers-in-huis    a dream in which nearly every step goes
      moving-broadband  in English

    Examples:
      klantreis init mijn-klantreis
      klantreis init demo --example nieuwe-website

    """
    from klantreis.cli.output import say, use_utf8

    use_utf8()
    files = _files(_source(example, language))
    if example == STARTER:
        files = {name: _reviewed_today(data) for name, data in files.items()}
    _refuse_overwriting(folder, files)
    _write(folder, files)
    journeys = sorted(
        (name for name in files if name.startswith(("klantreizen/", "journeys/"))), key=lambda n: Path(n).stem
    )
    typer.echo(f"{len(files)} files in {folder}/:" if str(folder) != "." else f"{len(files)} files:")
    for name in sorted(files):
        typer.echo(f"  {name}")
    first = Path(journeys[0])
    step = "" if str(folder) == "." else f"  cd {folder}\n"
    say(f"\nNow:\n{step}  klantreis validate\n  klantreis lint")
    say(f"  klantreis render {first.as_posix()} -o {first.stem}.html")


def _source(example: str, language: str) -> Traversable:
    from klantreis.errors import UsageError
    from klantreis.resources import examples, templates
    from klantreis.suggest import did_you_mean

    if example == STARTER:
        if language not in ("nl", "en"):
            raise UsageError(f"no starter in `{language}`.", "Write --language nl or --language en.")
        return templates().joinpath("starter", language)
    known = sorted(item.name for item in examples().iterdir() if item.is_dir())
    if example not in known:
        hint = did_you_mean(example, known) or f"Examples: {', '.join(known)}."
        raise UsageError(f"no example `{example}`.", hint)
    return examples().joinpath(example)


def _files(source: Traversable) -> dict[str, bytes]:
    """The files to write, by their path in the workspace; each knows the way to the schema."""
    from klantreis.resources import published_schema

    files = dict(_walk(source, ""))
    for name, data in files.items():
        if name.endswith(".yaml"):
            files[name] = _with_modeline(data, name.count("/"))
    files[SCHEMA] = published_schema().read_bytes()
    return files


def _walk(folder: Traversable, prefix: str) -> list[tuple[str, bytes]]:
    found: list[tuple[str, bytes]] = []
    for item in folder.iterdir():
        # What was drawn of an example lies at its top; a picture in one of its folders belongs to it.
        if item.name.startswith(".") or item.name.endswith(".html") or (not prefix and item.name.endswith(".svg")):
            continue
        if item.is_dir():
            found += _walk(item, f"{prefix}{item.name}/")
        else:
            found.append((prefix + item.name, item.read_bytes()))
    return found


def _with_modeline(data: bytes, depth: int) -> bytes:
    """Point the editor at the schema in the workspace, not at the one in our repository."""
    lines = data.decode().splitlines(keepends=True)
    if lines and lines[0].startswith(_MODELINE):
        lines = lines[1:]
    return f"{_MODELINE}{'../' * depth or './'}{SCHEMA}\n{''.join(lines)}".encode()


def _reviewed_today(data: bytes) -> bytes:
    """Let a new workspace begin fresh: the linter asks after maps that nobody has looked at for long."""
    today = date.today().isoformat().encode()  # noqa: DTZ011  the day that the user's calendar shows
    return re.sub(rb"^reviewed: [0-9-]+$", b"reviewed: " + today, data, flags=re.MULTILINE)


def _refuse_overwriting(folder: Path, files: dict[str, bytes]) -> None:
    from klantreis.errors import UsageError

    if folder.exists() and not folder.is_dir():
        raise UsageError(f"{folder}: a file, not a folder.", "Name another folder.")
    there = sorted(name for name in files if (folder / name).exists())
    if there:
        raise UsageError(
            f"{folder / there[0]} is already there; nothing was written.", "Name an empty or a new folder."
        )


def _write(folder: Path, files: dict[str, bytes]) -> None:
    from klantreis.errors import PathError

    for name, data in files.items():
        target = folder / name
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)
        except OSError as error:
            raise PathError(f"{target}: cannot be written: {error.strerror}.", "Name another folder.") from error
