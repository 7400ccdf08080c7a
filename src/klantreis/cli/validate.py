"""`klantreis validate`: whether a journey is correct."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal, Optional

import typer

if TYPE_CHECKING:
    from klantreis.cli.gather import Gathered
    from klantreis.engine.run import Outcome

OutputFormat = Literal["full", "concise", "json"]


def validate(
    paths: Annotated[
        Optional[list[str]],  # noqa: UP045  typer reads the annotation at run time
        typer.Argument(
            metavar="PATHS",
            help="Files, folders or globs; `-` for standard input. None: the workspace.",
            show_default=False,
        ),
    ] = None,
    output_format: Annotated[OutputFormat, typer.Option("--output-format", help="How findings are shown.")] = "full",
    strict: Annotated[bool, typer.Option("--strict", help="Let warnings fail the run too.")] = False,
    stdin_filename: Annotated[
        str, typer.Option("--stdin-filename", metavar="FILE", help="What to call standard input, and where it lies.")
    ] = "",
) -> None:
    """Check journeys: structure and references.

    Exit codes:
      0 clean
      1 errors found (with --strict: or warnings)
      2 wrong use, a path that cannot be read, or nothing matched
      3 a fault of klantreis itself

    Examples:
      klantreis validate
      klantreis validate klantreizen/ persona.yaml
      klantreis validate "kaarten/**/*.yaml" --output-format concise
      klantreis validate - --stdin-filename klantreizen/nieuw.yaml < nieuw.yaml

    """
    from klantreis.cli.gather import gather
    from klantreis.cli.output import say, use_utf8, write
    from klantreis.report import FORMATS
    from klantreis.source.locate import locate

    use_utf8()
    gathered = gather(paths or [], stdin_filename)
    outcome = check_all(gathered)
    found = locate(outcome.findings, gathered.texts)
    write(FORMATS[output_format](found, gathered.texts, outcome))
    for error in outcome.errors:
        say(f"klantreis: {error.message}" + (f"\n  → {error.hint}" if error.hint else ""))
    if output_format == "full":
        say(_summary(outcome))
    raise typer.Exit(exit_code(outcome, strict=strict))


def check_all(gathered: Gathered) -> Outcome:
    """Check everything gathered. Raises `UsageError` when there is nothing to check."""
    from klantreis.cli.progress import progress
    from klantreis.engine.run import Outcome, check, joined
    from klantreis.errors import UsageError

    with progress("Checking", sum(len(batch) for batch in gathered.batches)) as advance:
        outcome = joined(
            [Outcome(errors=gathered.errors), *(check(batch.inputs, advance) for batch in gathered.batches)]
        )
    if not outcome.checked and not outcome.errors:
        what = (
            f"none of the {outcome.skipped} YAML files here begins with `klantreis: 1`"
            if outcome.skipped
            else "no YAML files here"
        )
        raise UsageError(f"{what}.", "Name a file, or begin with `klantreis init`.")
    return outcome


def exit_code(outcome: Outcome, *, strict: bool) -> int:
    """Give the exit code of a run: 2 for what could not be read, 1 for findings that count."""
    from klantreis.findings import Severity

    if outcome.errors:
        return 2
    failing = (finding for finding in outcome.findings if strict or finding.severity is Severity.ERROR)
    return int(any(True for _ in failing))


def _summary(outcome: Outcome) -> str:
    from klantreis.findings import Severity
    from klantreis.wording import plural

    errors = sum(finding.severity is Severity.ERROR for finding in outcome.findings)
    warnings = len(outcome.findings) - errors
    counts = [plural(n, word) for n, word in ((errors, "error"), (warnings, "warning")) if n]
    if outcome.errors:
        counts.append(f"{plural(len(outcome.errors), 'path')} that could not be read")
    verdict = ", ".join(counts) or "no mistakes"
    skipped = f" ({plural(outcome.skipped, 'file')} without `klantreis: 1` skipped)" if outcome.skipped else ""
    return f"Checked {plural(outcome.checked, 'file')}: {verdict}.{skipped}"
