"""`klantreis lint`: whether a journey is a good one, and what can be mended at once."""

from __future__ import annotations

from typing import Annotated, Literal, Optional

import typer

from klantreis.cli.options import NoBaseline, OutputFiles, OutputFormats, Paths, SkipUnmarked, StdinFilename, Today

FailOn = Literal["error", "warning", "info", "never"]
_Names = Optional[list[str]]  # noqa: UP045  typer reads the annotation at run time


def lint(
    paths: Paths = None,
    fix: Annotated[bool, typer.Option("--fix", help="Mend what can be mended safely.")] = False,
    unsafe_fixes: Annotated[
        bool, typer.Option("--unsafe-fixes", help="Mend the rest too, where a fix may lose something.")
    ] = False,
    diff: Annotated[bool, typer.Option("--diff", help="Show what the fixes would change, and write nothing.")] = False,
    select: Annotated[
        _Names, typer.Option("--select", metavar="RULES", help="Only these: names, codes, groups, `K4`, `all`.")
    ] = None,
    extend_select: Annotated[
        _Names, typer.Option("--extend-select", metavar="RULES", help="These too, beside the usual ones.")
    ] = None,
    ignore: Annotated[_Names, typer.Option("--ignore", metavar="RULES", help="Not these.")] = None,
    fail_on: Annotated[
        FailOn, typer.Option("--fail-on", help="The mildest finding that makes the exit code 1.")
    ] = "warning",
    exit_non_zero_on_fix: Annotated[
        bool, typer.Option("--exit-non-zero-on-fix", help="Exit code 1 when something was mended, too.")
    ] = False,
    statistics: Annotated[bool, typer.Option("--statistics", help="Count the findings by rule instead.")] = False,
    output_format: OutputFormats = None,  # noqa: ARG001  the two are read in their order, by `outputs_of`
    output_file: OutputFiles = None,  # noqa: ARG001  as above
    write_baseline: Annotated[
        bool, typer.Option("--write-baseline", help="Note what is found now as known, and report it no more.")
    ] = False,
    prune_baseline: Annotated[
        bool, typer.Option("--prune-baseline", help="Take what no longer occurs out of the baseline.")
    ] = False,
    no_baseline: NoBaseline = False,
    today: Today = "",
    skip_unmarked: SkipUnmarked = False,
    stdin_filename: StdinFilename = "",
) -> None:
    """Say what an experienced journey manager would say in the review.

    All that `validate` finds, and every rule: warnings, and suggestions that `validate` leaves out.
    A comment `# klantreis: ignore[rule] why` makes an exception; klantreis.toml chooses the rules.

    Exit codes:
      0 clean, or nothing as bad as --fail-on says
      1 findings (with --diff: fixes to make, and nothing else counts)
      2 wrong use, a path that cannot be read or written, settings that cannot be used
      3 a fault of klantreis itself

    Examples:
      klantreis lint
      klantreis lint klantreizen/bestellen.yaml --fix
      klantreis lint --select experience,ends-low --fail-on never
      klantreis lint --write-baseline

    """
    import sys

    from klantreis.cli.linting import Asked, run
    from klantreis.cli.options import day, names
    from klantreis.cli.output import use_utf8
    from klantreis.cli.outputs import outputs_of
    from klantreis.lint.plan import Chosen

    use_utf8()
    asked = Asked(
        paths or [],
        outputs_of(sys.argv[1:]),
        Chosen(names(select), names(extend_select), names(ignore)),
        day(today),
        stdin_filename,
        skip_unmarked=skip_unmarked,
        fix=fix or unsafe_fixes,
        unsafe=unsafe_fixes,
        diff=diff,
        statistics=statistics,
        write_baseline=write_baseline,
        prune_baseline=prune_baseline,
        baseline=not no_baseline,
        fail_on=fail_on,
        fail_on_fix=exit_non_zero_on_fix,
    )
    raise typer.Exit(run(asked))
