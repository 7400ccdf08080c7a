"""`klantreis render`: a journey as a map."""

from __future__ import annotations

import os
import sys
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, Optional, cast

import typer

if TYPE_CHECKING:
    from klantreis.cli.gather import Gathered
    from klantreis.engine.settings import Settings
    from klantreis.model.setting import Setting

FormatName = Literal["html", "svg"]
_LONGEST = 150
"""Bytes of an id in a file name; file systems take 255 with all around it."""


def render(
    files: Annotated[
        list[str], typer.Argument(metavar="FILE", help="Journey files, folders or globs; `-` for standard input.")
    ],
    output: Annotated[
        str,
        typer.Option(
            "-o",
            "--output",
            metavar="OUT",
            show_default=False,
            help="A file, a folder (ends in `/`), or `-` for standard output. Unless given: ID.html here.",
        ),
    ] = "",
    output_format: Annotated[
        Optional[FormatName],  # noqa: UP045  typer reads the annotation at run time
        typer.Option("--format", help="Unless given: by the ending of OUT, else html.", show_default=False),
    ] = None,
    stdin_filename: Annotated[
        str, typer.Option("--stdin-filename", metavar="FILE", help="What to call standard input, and where it lies.")
    ] = "",
) -> None:
    """Draw journeys as maps.

    One HTML page or SVG picture each, complete in itself: no network, no script.

    Exit codes:
      0 drawn
      1 mistakes in a file; they are shown, and that file is not drawn
      2 wrong use, or a path that cannot be read or written

    Examples:
      klantreis render klantreizen/bestellen.yaml -o kaart.html
      klantreis render klantreizen/bestellen.yaml -o kaart.svg
      klantreis render klantreizen/ -o kaarten/ --format svg

    """
    from klantreis.cli.gather import gather
    from klantreis.cli.output import say, say_loose, use_utf8
    from klantreis.engine.settings import Settings, load_settings

    use_utf8()
    chosen = _format(output, output_format)
    gathered = gather(files, stdin_filename)
    loaded = Settings(errors=gathered.errors)
    for batch in gathered.batches:
        part = load_settings(batch.inputs, batch.root)
        loaded.settings += part.settings
        loaded.findings += part.findings
        loaded.loose += part.loose
        loaded.errors += part.errors
    _show_findings(loaded, gathered)
    for error in loaded.errors:
        say(f"klantreis: {error.message}" + (f"\n  → {error.hint}" if error.hint else ""))
    failed = any(finding.severity == "error" for finding in loaded.findings)
    if loaded.settings:
        _draw_all(loaded.settings, output, chosen)
        say_loose(len(loaded.loose))
    elif not failed and not loaded.errors:
        from klantreis.errors import UsageError

        raise UsageError("no journey in these files.", "A map is drawn of a document of kind `journey`.")
    raise typer.Exit(2 if loaded.errors else int(failed))


def _format(output: str, named: FormatName | None) -> FormatName:
    """The format that OUT's ending and --format say together; `UsageError` when they disagree."""
    from klantreis.errors import UsageError
    from klantreis.render import FORMATS

    ending = "" if output == "-" or _is_folder(output) else Path(output).suffix.lower()
    by_ending = next((name for name, form in FORMATS.items() if form.ending == ending), None)
    if not ending:
        return named or "html"
    if by_ending is None:
        known = ", ".join(f"`{form.ending}`" for form in FORMATS.values())
        raise UsageError(f"{output}: no format ends in `{ending}`.", f"Known endings: {known}.")
    if named not in (None, by_ending):
        raise UsageError(f"{output} ends in `{ending}`, and --format says {named}.", "Leave one of the two out.")
    return cast("FormatName", by_ending)


def _show_findings(loaded: Settings, gathered: Gathered) -> None:
    """Mistakes go to standard error: standard output may be the map."""
    if not loaded.findings:
        return
    from klantreis.cli.output import write
    from klantreis.engine.run import Outcome
    from klantreis.report import FORMATS
    from klantreis.source.locate import locate

    texts = gathered.texts
    write(FORMATS["full"](locate(loaded.findings, texts), texts, Outcome()), sys.stderr)


def _draw_all(settings: list[tuple[str, Setting]], output: str, chosen: FormatName) -> None:
    from klantreis.cli.files import write_whole
    from klantreis.cli.output import say
    from klantreis.cli.progress import progress
    from klantreis.cli.spread import spread
    from klantreis.render import FORMATS, prepare

    targets = _targets(settings, output, FORMATS[chosen].ending)
    prepare([setting for _, setting in settings])

    def draw(number: int) -> None:
        picture, target = FORMATS[chosen].render(settings[number][1]), targets[number]
        if target is None:
            sys.stdout.write(picture)
        else:
            write_whole(target, picture)

    with progress("Drawing", len(settings)) as advance:
        spread(draw, len(settings), advance)
    if targets[0] is not None:
        many = f" and {len(targets) - 1} more" if len(targets) > 1 else ""
        say(f"Drawn: {targets[0]}{many}")


def _targets(settings: list[tuple[str, Setting]], output: str, ending: str) -> list[Path | None]:
    """Where each map goes; None is standard output. `UsageError` when maps would overwrite each other."""
    from klantreis.engine.settings import twice
    from klantreis.errors import UsageError

    folder = Path(output) if not output or _is_folder(output) else None
    if folder is None:
        if len(settings) > 1:
            raise UsageError(
                f"{len(settings)} journeys, and one place to draw them: {output}.", "Name a folder: `-o kaarten/`."
            )
        return [None if output == "-" else Path(output)]
    if same := twice(settings):
        key, first, second = same
        raise UsageError(
            f"two journeys with the id `{key}`: {first} and {second}.", "Draw them one by one, each with its own `-o`."
        )
    return [folder / f"{file_name(setting.journey.id)}{ending}" for _, setting in settings]


def _is_folder(output: str) -> bool:
    return output.endswith(("/", "\\")) or os.path.isdir(output)


def file_name(key: str) -> str:
    """Give a file name for an id: itself, or a part and a mark when no file system takes it whole."""
    data = key.encode()
    if len(data) <= _LONGEST:
        return key
    return f"{data[:_LONGEST].decode(errors='ignore')}-{sha256(data).hexdigest()[:8]}"
