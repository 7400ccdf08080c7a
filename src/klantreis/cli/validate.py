"""`klantreis validate`: whether a journey is correct."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from klantreis.cli.options import NoBaseline, OutputFiles, OutputFormats, Paths, SkipUnmarked, StdinFilename, Today

if TYPE_CHECKING:
    from klantreis.lint.plan import Chosen


def validate(
    paths: Paths = None,
    output_format: OutputFormats = None,  # noqa: ARG001  the two are read in their order, by `outputs_of`
    output_file: OutputFiles = None,  # noqa: ARG001  as above
    strict: Annotated[bool, typer.Option("--strict", help="Let warnings fail the run too.")] = False,
    no_lint: Annotated[
        bool, typer.Option("--no-lint", help="Only whether it is correct, not whether it is good.")
    ] = False,
    today: Today = "",
    no_baseline: NoBaseline = False,
    skip_unmarked: SkipUnmarked = False,
    stdin_filename: StdinFilename = "",
) -> None:
    """Check journeys, and warn of what weakens them.

    Structure and references, and the rules of the linter that are errors or warnings.

    Exit codes:
      0 clean
      1 errors found (with --strict: or warnings)
      2 wrong use, a path that cannot be read, or nothing matched
      3 a fault of klantreis itself

    Examples:
      klantreis validate
      klantreis validate klantreizen/ persona.yaml
      klantreis validate --output-format full --output-format sarif --output-file bevindingen.sarif
      klantreis validate - --stdin-filename klantreizen/nieuw.yaml < nieuw.yaml

    """
    import sys

    from klantreis.cli.gather import gather
    from klantreis.cli.options import day
    from klantreis.cli.output import say, use_utf8
    from klantreis.cli.outputs import on_terminal, outputs_of, refuse_overwriting, write_outputs
    from klantreis.cli.review import exit_code, review_all, summary
    from klantreis.findings import Severity

    use_utf8()
    outputs = outputs_of(sys.argv[1:])
    day_of_run = day(today)
    gathered = gather(paths or [], stdin_filename, skip_unmarked=skip_unmarked)
    refuse_overwriting(outputs, gathered)
    texts = gathered.texts
    reviewed = review_all(gathered, texts, None if no_lint else _chosen(), day_of_run, baseline=not no_baseline)
    write_outputs(outputs, reviewed.found, texts, reviewed.outcome)
    for error in reviewed.outcome.errors:
        say(f"klantreis: {error.message}" + (f"\n  → {error.hint}" if error.hint else ""))
    if on_terminal(outputs) == "full":
        say(summary(reviewed))
    raise typer.Exit(exit_code(reviewed, Severity.WARNING if strict else Severity.ERROR))


def _chosen() -> Chosen:
    from klantreis.findings import Severity
    from klantreis.lint.plan import Chosen

    return Chosen(least=Severity.WARNING)
