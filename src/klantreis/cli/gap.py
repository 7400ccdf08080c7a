"""`klantreis gap`: the journey that is, held against the journey that is dreamed of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Optional

import typer

from klantreis.cli.comparing import ExitCode, FailOn, Output, OutputFormat

if TYPE_CHECKING:
    from klantreis.cli.sides import Chosen, Sides
    from klantreis.model.journey import Journey
    from klantreis.model.roadmap import Roadmap
    from klantreis.report.comparison import Compared


def gap(
    current: Annotated[
        str, typer.Argument(metavar="CURRENT", help="The journey as it is: an id, a file, or REV:path.")
    ],
    dream: Annotated[
        Optional[str],  # noqa: UP045  typer reads the annotation at run time
        typer.Argument(
            metavar="[DREAM]", help="The dream, likewise. Unless given: the dreams of CURRENT.", show_default=False
        ),
    ] = None,
    roadmap: Annotated[
        Optional[str],  # noqa: UP045  as above
        typer.Option(
            "--roadmap",
            metavar="ROADMAP",
            help="An id or a file. Unless given: the one between the two.",
            show_default=False,
        ),
    ] = None,
    output_format: OutputFormat = None,
    output: Output = "",
    exit_code: ExitCode = False,
    fail_on: FailOn = None,
    min_coverage: Annotated[
        Optional[float],  # noqa: UP045  as above
        typer.Option(
            "--min-coverage",
            metavar="PERCENT",
            min=0,
            max=100,
            help="Leave with 1 when less of the gap is on the roadmap.",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Compare a journey with the dream of it.

    What becomes of each step, what gets better and what worse, which pains
    are solved and which remain; and what the roadmap does about it.
    A side is the id of a journey in this workspace, a file (with `#id` where
    it holds several), or a file in git: `REV:path`.

    Exit codes:
      0 compared, whatever the differences
      1 only when asked for: --exit-code, --fail-on, --min-coverage
      2 wrong use, or a side that cannot be read

    Examples:
      klantreis gap bestellen
      klantreis gap bestellen bestellen-droom -o gap.html
      klantreis gap klantreizen/bestellen.yaml --min-coverage 80
      klantreis gap HEAD~5:klantreizen/bestellen.yaml bestellen-droom

    """
    from klantreis.cli import comparing
    from klantreis.cli.output import say_loose, use_utf8
    from klantreis.cli.sides import Sides
    from klantreis.errors import UsageError
    from klantreis.report.comparison import Report

    use_utf8()
    where, failing = comparing.target(output, output_format), comparing.verdicts(fail_on or [])
    if "" in (current, dream, roadmap):
        raise UsageError("an empty word is no journey and no roadmap.", "Is a variable of the shell not set?")
    sides = Sides([name for name in (current, dream, roadmap) if name])
    here, dreams = _both(sides, current, dream or "")
    say_loose(sum(finding.severity == "error" for finding in sides.loose([here, *dreams])))
    compared = _nearest(dreams, where.format, folder=where.folder)
    found = [_compare(here, there, _roadmap(sides, roadmap or "", here, there)) for there in compared]
    comparing.write_report(Report("gap", tuple(found)), where)
    gaps = [item.gap for item in found if item.gap is not None]
    raise typer.Exit(int(comparing.failed(gaps, failing, min_coverage, any_difference=exit_code)))


def _both(sides: Sides, current: str, dream: str) -> tuple[Chosen, list[Chosen]]:
    """The journey, and the dreams to hold it against."""
    from klantreis.cli.output import say
    from klantreis.errors import UsageError

    here = sides.choose(current, "current")
    if not dream:
        return _with_dreams(here)
    there = sides.choose(dream, "dream", near=here)
    if (here.held.file, here.journey.id) == (there.held.file, there.journey.id):
        raise UsageError(f"`{here.journey.id}` is compared with itself.", "Name a journey and a dream of it.")
    if _is_dream_of(here, there):
        say(f"`{here.journey.id}` is the dream: compared from `{there.journey.id}` to it.")
        return there, [here]
    return here, [there]


def _with_dreams(here: Chosen) -> tuple[Chosen, list[Chosen]]:
    from klantreis.cli.output import say
    from klantreis.cli.sides import Chosen
    from klantreis.errors import UsageError

    workspace, journey = here.workspace, here.journey
    if workspace is None:
        raise UsageError(
            f"{here.held.file}: a dream must be named for a journey out of git.", "Name it: an id or a file."
        )
    if dreams := [held for held in workspace.dreams_of(here.held) if held is not here.held]:
        return here, [Chosen(held, workspace, workspace.side(held)) for held in dreams]
    base = workspace.find("journey", journey.of) if journey.of else None
    if base is here.held:
        raise UsageError(f"`{journey.id}` says that it is a dream of itself.", "`of` names the journey as it is now.")
    if base is not None:
        say(f"`{journey.id}` is a dream: compared from `{base.id}` to it.")
        return Chosen(base, workspace, workspace.side(base)), [here]
    raise UsageError(
        f"no dream is of `{journey.id}`.",
        f"Write one: a journey with `state: dream` and `of: {journey.id}`; or name the journey to compare with.",
    )


def _is_dream_of(dream: Chosen, base: Chosen) -> bool:
    """Whether the one says that it is a dream of the other."""
    from klantreis.model.text import slug

    written = dream.journey.of
    return (
        bool(written)
        and dream.journey.state == "dream"
        and (base.journey.id in (written, slug(written)) or written in base.journey.was)
    )


def _nearest(dreams: list[Chosen], form: str, *, folder: bool) -> list[Chosen]:
    """A picture shows one dream: the nearest. `UsageError` when two are as near."""
    from klantreis.cli.output import say
    from klantreis.engine.sides import nearness
    from klantreis.errors import UsageError

    if len(dreams) == 1 or folder or form not in ("html", "svg"):
        return dreams
    names = ", ".join(f"`{there.journey.id}`" for there in dreams[:6])
    if nearness(dreams[0].journey)[0] == nearness(dreams[1].journey)[0]:
        raise UsageError(f"these dreams are as near: {names}.", "Name the one to draw, or a folder: `-o kaarten/`.")
    say(f"Drawn is the nearest of {names}. Name another one, or a folder for all.")
    return dreams[:1]


def _compare(here: Chosen, there: Chosen, plan_of_work: Roadmap | None) -> Compared:
    from klantreis.cli.output import say
    from klantreis.compare.comparison import compare
    from klantreis.compare.gap import gap_of
    from klantreis.report.comparison import Compared

    plan = _is_dream_of(there, here)
    between: list[Journey] = []
    if not plan and here.workspace is not None and here.workspace is there.workspace:
        way = here.workspace.way_to(here.held, there.held)
        plan, between = bool(way), [here.workspace.side(held).journey for held in way[:-1]]
    if not plan:
        say(f"`{there.journey.id}` is not a dream of `{here.journey.id}`: compared as two states, by ids alone.")
    found = gap_of(compare(here.side, there.side, plan=plan, via=between), plan_of_work)
    return Compared(found, here.journey.title, here.held.file, there.held.file)


def _roadmap(sides: Sides, name: str, here: Chosen, there: Chosen) -> Roadmap | None:
    from klantreis.cli.output import say

    if name:
        return _named_roadmap(sides, name, here, there)
    workspace = here.workspace
    if workspace is None or workspace is not there.workspace:
        return None
    found = workspace.roadmaps_between(here.held, there.held)
    if not found and workspace.broken:
        names = ", ".join(sorted(workspace.broken)[:4])
        say(f"Not looked at, for there are mistakes in them: {names}. A roadmap may stand there: `klantreis validate`.")
    if len(found) > 1:
        names = ", ".join(f"`{held.id}`" for held, _ in found)
        say(f"Several roadmaps lead to `{there.journey.id}`: {names}. The first is used; --roadmap names another.")
    return found[0][1] if found else None


def _named_roadmap(sides: Sides, name: str, here: Chosen, there: Chosen) -> Roadmap:
    from klantreis.errors import UsageError

    held, roadmap = sides.roadmap(name, near=here)
    for key, written, side in (("from", roadmap.from_, here), ("to", roadmap.to, there)):
        found = side.workspace.find("journey", written) if side.workspace else None
        same = found.id == side.journey.id if found else side.journey.id == written
        if not same:
            raise UsageError(
                f"the roadmap `{held.id}` is for another journey: `{key}` is `{written}`, and not `{side.journey.id}`.",
                "Name the roadmap between these two, or leave --roadmap out.",
            )
    return roadmap
