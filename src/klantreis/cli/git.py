"""`klantreis git`: lets git compare and merge journeys by what is in them."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from klantreis.cli.helptext import helptext

if TYPE_CHECKING:
    from klantreis.source.git.clone import FileChange, Plan
    from klantreis.source.git.standing import Driver, Standing

_DOES = {
    "diff.klantreis.textconv": "`git diff` and `git log -p` show each value with its place",
    "diff.klantreis.cachetextconv": "what was made readable once is remembered",
    "diff.klantreis.xfuncname": "above each change stands its phase and touchpoint",
    "merge.klantreis.name": "what the merge is called",
    "merge.klantreis.driver": "merges go by the ids of what is in a journey",
}

_NAMED = 3
"""So many files that git does not know as ours are named."""

Global = Annotated[bool, typer.Option("--global", help="For all your clones on this computer, not for this one alone.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Write nothing; show what would change.")]


def install(for_all: Global = False, dry_run: DryRun = False) -> None:
    """Set this clone up: readable `git diff`, and merges that know what a journey is.

    Writes a few lines in the settings of this clone (.git/config), and which files are meant in .gitattributes beside
    klantreis.toml. Commit the .gitattributes; the settings do not travel, so everybody runs this once in a clone.

    Exit codes:
      0 done, or nothing to do
      2 no workspace, no git repository, or something cannot be written; nothing was changed then

    Examples:
      klantreis git install
      klantreis git install --dry-run
      klantreis git install --global

    """
    from klantreis.cli.output import use_utf8
    from klantreis.config import find_config
    from klantreis.errors import UsageError
    from klantreis.source.git import clone

    use_utf8()
    config = find_config(Path.cwd())
    if config is None and not for_all:
        raise UsageError(
            "no workspace here: neither this folder nor one above it has a `klantreis.toml`.",
            "An empty `klantreis.toml` beside the journeys is enough; `klantreis init` writes a whole example.",
        )
    plan = clone.installing(clone.repository_for(Path.cwd(), config), config, "global" if for_all else "local")
    if not dry_run:
        clone.install(plan)
    _tell_settings(plan, "Would tell git" if dry_run else "Told git", values=dry_run)
    for change in plan.files:
        _tell_file(change, "Would write" if dry_run else "Wrote")
    if not plan:
        _say("Nothing to do: this clone is set up.")
    elif plan.files and not dry_run:
        _say("Commit the .gitattributes. Everybody else runs `klantreis git install` once in their own clone.")


def uninstall(for_all: Global = False, dry_run: DryRun = False) -> None:
    """Take away what `klantreis git install` wrote, to the last character.

    The settings of this clone, the block in .gitattributes (the file too, if nothing else was ever in it), and the
    readable lines that git remembers.

    Exit codes:
      0 done, or nothing to do
      2 no git repository, or something cannot be written

    Examples:
      klantreis git uninstall
      klantreis git uninstall --dry-run

    """
    from klantreis.cli.output import use_utf8
    from klantreis.source.git import clone, drivers

    use_utf8()
    repository = clone.repository_for(Path.cwd(), None)
    plan = clone.uninstalling(repository, "global" if for_all else "local")
    if not dry_run:
        clone.uninstall(plan)
    verb = "Would take" if dry_run else "Took"
    if plan.settings:
        _say(f"{verb} out of {_where(plan)}: {', '.join(plan.settings)}")
    for change in plan.files:
        what = "the whole file, nothing else was in it" if change.new is None else "the block of klantreis"
        _say(f"{verb} away {_shown(change.path)}: {what}.")
    if not plan:
        _say("Nothing to do: git knows nothing of klantreis here.")
    elsewhere = {setting.scope for setting in drivers.found(repository).values()} - {plan.scope}
    if elsewhere & {"global", "system"}:
        _say("Your own settings, for all clones, still hold it: klantreis git uninstall --global")


def status() -> None:
    """Tell whether this clone is set up, and what is missing.

    .gitattributes travels with the repository, the settings do not: in a fresh clone git merges and compares plain text
    until `klantreis git install` was run there.

    Exit codes:
      0 all is well
      1 something is missing
      2 no git repository

    Examples:
      klantreis git status

    """
    from klantreis.cli.output import use_utf8
    from klantreis.config import find_config
    from klantreis.source.git.clone import repository_for
    from klantreis.source.git.standing import standing, tracked
    from klantreis.source.workspace import members

    use_utf8()
    config = find_config(Path.cwd())
    repository = repository_for(Path.cwd(), config)
    found = standing(repository, members(config) if config else tracked(repository))
    for driver in found.drivers:
        if driver.key != "merge.klantreis.name":
            _say(_driver_line(driver))
    _say(_files_line(found))
    if not found.complete:
        fits = found.files == found.known or config is not None
        where = "here" if fits else "in a workspace (a folder with a `klantreis.toml`)"
        _say(f"\nRun once {where}: klantreis git install")
        raise typer.Exit(1)


def textconv(context: typer.Context) -> None:
    """Write a file as lines for git to compare. Git runs this itself."""
    from klantreis.cli.textconv import main

    raise typer.Exit(main(context.args))


def merge_file(context: typer.Context) -> None:
    """Merge three versions of a file into the second named. Git runs this itself."""
    from klantreis.cli.merge_file import main

    raise typer.Exit(main(context.args))


def _tell_settings(plan: Plan, verb: str, *, values: bool) -> None:
    if not plan.settings:
        return
    _say(f"{verb}, in {_where(plan)}:")
    for key, value in plan.settings.items():
        _say(f"  {key} = {value}" if values else f"  {key:<29} {_DOES[key]}")


def _tell_file(change: FileChange, verb: str) -> None:
    old = set((change.old or "").splitlines())
    new = (change.new or "").splitlines()
    _say(f"{verb} {_shown(change.path)}:")
    for line in new:
        if line not in old:
            _say(f"  + {line}")
    for line in (change.old or "").splitlines():
        if line not in new:
            _say(f"  - {line}")


def _where(plan: Plan) -> str:
    if plan.scope == "global":
        return "your own settings, for all clones"
    return f"the settings of this clone ({_shown(plan.repository.common_dir / 'config')})"


def _driver_line(driver: Driver) -> str:
    does = _DOES[driver.key]
    said = {
        "ok": f"by {driver.program}" if driver.program else "",
        "missing": "not set in this clone",
        "foreign": "set to something else",
        "old": "set by another version of klantreis",
        "nameless": "git does not know your name, and `git diff` may stop at it: git config --global user.name …",
        "gone": f"set to a klantreis that is gone: {driver.program}",
    }[driver.state]
    return f"{'ok' if driver.state == 'ok' else 'missing':<8} {does}" + (f": {said}" if said else "")


def _files_line(found: Standing) -> str:
    from klantreis.wording import plural

    if not found.files:
        return "ok       no journeys here yet"
    if found.files == found.known:
        return f"ok       .gitattributes names {'it' if found.files == 1 else 'them'}: {plural(found.files, 'file')}"
    lost = ", ".join(found.unknown[:_NAMED]) + (", …" if found.unknown[_NAMED:] else "")
    return f"missing  .gitattributes names {found.known} of {plural(found.files, 'file')}; not {lost}"


def _shown(path: Path) -> str:
    from klantreis.source.workspace import shown

    return str(shown(Path(os.path.normpath(path))))


def _say(text: str) -> None:
    from klantreis.wording import safe_lines

    typer.echo(safe_lines(text))


_HELP = """Let git compare and merge journeys by what is in them.

    With it, plain `git diff` and `git log -p` show each value with its place, and two people who change different
    things of one journey merge without a conflict.

    Examples:
      klantreis git install
      klantreis git status
      klantreis git uninstall

"""

git = typer.Typer(
    name="git", help=helptext(_HELP), no_args_is_help=True, rich_markup_mode=None, pretty_exceptions_enable=False
)
for _command in (install, uninstall, status):
    git.command(name=_command.__name__, help=helptext(_command.__doc__))(_command)
for _name, _hidden in (("textconv", textconv), ("merge-file", merge_file)):
    _anything = {"ignore_unknown_options": True, "allow_extra_args": True, "help_option_names": []}
    git.command(name=_name, hidden=True, add_help_option=False, context_settings=_anything)(_hidden)
