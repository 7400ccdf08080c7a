"""Measures klantreis side by side with others, and sets each figure beside its bar.

    python benchmarks/run.py [--quick] [--json FILE] [--schema FILE]

Two commands are run in turns (A B A B …), whole processes; the figure is the median of the ratios
of neighbours, so that a busy machine slows both. A figure over its bar is shown and does not fail
the run; a command that fails, or finds mistakes in a sound corpus, does.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import platform
import shutil
import sys
import tempfile
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median

from compare import comparison_time, gap_page_time, merge_time, write_history
from corpus import TODAY, write_workspace
from drawers import d2, dot, mermaid, screenshot
from process import BenchmarkError, Command, peak_of_tree, run

ROOT = Path(__file__).resolve().parents[1]
BIN = Path(sys.executable).parent
MIB = 1024


@dataclass(frozen=True)
class Figure:
    """One figure with its bar and, where there is one, the aim; lower is better. None: skipped."""

    measure: str
    value: float | None
    unit: str
    bar: float | None
    aim: float | None = None
    note: str = ""

    @property
    def verdict(self) -> str:
        """Say in a word how the figure stands to its bar and aim."""
        if self.value is None:
            return "skipped"
        if self.aim is not None and self.value <= self.aim:
            return "aim met"
        if self.bar is None:
            return "for comparison"
        return "within" if self.value <= self.bar else "OVER"


@dataclass(frozen=True)
class Plan:
    """How often to run, on how many journeys, against which schema, in which folder."""

    folder: Path
    schema: Path
    many: int
    short_runs: int
    long_runs: int


def main() -> int:
    """Run the benchmark; 0 unless a command failed."""
    options = _options()
    with _folder(options.keep) as folder:
        plan = Plan(Path(folder), options.schema.resolve(), *((200, 5, 1) if options.quick else (1000, 11, 3)))
        try:
            figures = measure(plan)
        except BenchmarkError as error:
            print(f"FAILED: {error}", file=sys.stderr)
            return 1
    surroundings = _surroundings()
    print(table(figures))
    print("\n" + "; ".join(f"{key}: {value}" for key, value in surroundings.items()))
    if options.json:
        rows = [{**asdict(figure), "verdict": figure.verdict} for figure in figures]
        options.json.write_text(json.dumps({"figures": rows, "surroundings": surroundings}, indent=2) + "\n", "utf-8")
    return 0


def measure(plan: Plan) -> list[Figure]:
    """Give all figures, in the order of the table."""
    figures: list[Figure] = []
    for part in (start, validate_one, validate_many, render, beside, compare, history):
        figures += part(plan)
        print(f"  {part.__name__} done", file=sys.stderr)
    return figures


def start(plan: Plan) -> list[Figure]:
    """Measure how soon klantreis answers when there is nothing to do."""
    _warm_up()
    bare = Command((sys.executable, "-c", "import typer"))
    asked = _klantreis("--version")
    mistyped = _klantreis("valdate", exit_code=2)
    return [
        Figure("--version : import typer", paired(asked, bare, plan.short_runs), "×", 1.3),
        Figure("mistyped command : import typer", paired(mistyped, bare, plan.short_runs), "×", 1.3),
    ]


def validate_one(plan: Plan) -> list[Figure]:
    """Measure `validate` on one journey, after proof that both commands really check."""
    [journey] = write_workspace(plan.folder / "one", 1)
    _prove(plan, journey)
    ours = _klantreis("validate", str(journey), "--today", TODAY, says="Checked 1 file: no mistakes.")
    ratio = paired(ours, _schema_check(plan, [journey]), plan.short_runs)
    return [Figure("validate, 1 journey : check-jsonschema", ratio, "×", 0.8)]


def validate_many(plan: Plan) -> list[Figure]:
    """Measure `validate` on a workspace of many journeys, its memory, and what the rules add to it."""
    workspace = plan.folder / "many"
    journeys = write_workspace(workspace, plan.many)
    says = f"Checked {len(list(workspace.rglob('*.yaml')))} files: no mistakes."
    ours = _klantreis("validate", str(workspace), "--today", TODAY, says=says)
    correct = _klantreis("validate", str(workspace), "--no-lint", says=says)
    good = _klantreis("lint", str(workspace), "--today", TODAY, "--select", "all", says=says)
    theirs = _schema_check(plan, journeys)
    what = f"{plan.many:,} journeys"
    ratio = paired(correct, theirs, plan.long_runs)
    figures = [
        Figure(f"validate --no-lint, {what} : check-jsonschema", ratio, "×", 0.2, 0.1),
        Figure(f"validate, {what} : --no-lint", paired(ours, correct, plan.short_runs), "×", 1.5),
        Figure(f"lint, all rules, {what} : validate --no-lint", paired(good, correct, plan.short_runs), "×", 1.5),
        Figure(f"lint, all rules, {what} : check-jsonschema", paired(good, theirs, plan.long_runs), "×", 0.25),
    ]
    largest = run(ours).peak_kib / MIB
    together = peak_of_tree(ours)
    note = f"largest process {largest:.0f} MiB" if together else "largest process only: no /proc here"
    memory = together / MIB if together else largest
    return [*figures, Figure(f"validate, {what}, memory", memory, "MiB", 200, note=note)]


def render(plan: Plan) -> list[Figure]:
    """Measure drawing one journey, and a hundred in one call."""
    names = ("render, 1 journey to SVG", "render, 100 journeys to SVG, each")
    if not _can_render():
        return [Figure(name, None, unit, bar, aim, "no `render --format` yet")
                for name, unit, bar, aim in zip(names, ("s", "ms"), (0.6, 15), (None, 10), strict=True)]  # fmt: skip
    journeys = write_workspace(plan.folder / "hundred", 100)
    one = _drawing_time(plan, journeys[:1], plan.short_runs)
    hundred = _drawing_time(plan, journeys, plan.long_runs)
    return [Figure(names[0], one, "s", 0.6), Figure(names[1], hundred * 1000 / len(journeys), "ms", 15, 10)]


def beside(plan: Plan) -> list[Figure]:
    """Measure drawing beside other programs that draw from text, where they are installed."""
    folder = plan.folder / "beside"
    journeys = write_workspace(plan.folder / "beside-many", 100)
    # A workspace of its own: the others read one file too.
    [one] = write_workspace(folder, 1)
    svg, html = (_draws(one, folder, form) for form in ("svg", "html"))
    drawn = _klantreis("render", *map(str, journeys), "-o", f"{folder / 'out'}{os.sep}", "--format", "svg")
    figures = []
    for name, command, bar, aim in (
        ("the Mermaid command line", mermaid(one, folder), 0.25, None),
        ("D2", d2(one, folder), 0.25, None),
        ("dot", dot(one, folder), None, None),
    ):
        ratio = paired(svg, command, plan.short_runs) if command else None
        figures.append(Figure(f"render, 1 map to SVG : {name}", ratio, "×", bar, aim, _missing(command)))
    other = mermaid(one, folder)
    # A hundred runs of the other are a hundred times one run: it draws one file a process.
    many = paired(drawn, other, plan.long_runs) / len(journeys) if other else None
    figures.append(Figure("render, 100 maps to SVG : as many by Mermaid", many, "×", 0.03, None, _missing(other)))
    ratio = paired(html, other, plan.short_runs) if other else None
    figures.append(Figure("render, 1 map to HTML : the Mermaid command line", ratio, "×", 0.25, None, _missing(other)))
    shot = screenshot(one, folder)
    ratio = paired(_draws(one, folder, "png"), shot, plan.short_runs) if shot else None
    return [*figures, Figure("render, 1 map to PNG : a headless browser", ratio, "×", 0.3, None, _missing(shot))]


def _draws(journey: Path, folder: Path, form: str) -> Command:
    return _klantreis("render", str(journey), "-o", str(folder / f"ours.{form}"))


def _missing(command: Command | None) -> str:
    return "" if command else "not installed"


def compare(plan: Plan) -> list[Figure]:
    """Measure a comparison of two large journeys, its page, and a merge of three, within this process."""
    gap, merge = comparison_time(200, plan.short_runs + 2), merge_time(200, plan.short_runs + 2)
    page = gap_page_time(200, plan.short_runs + 2)
    return [
        Figure("gap, two journeys of 200 touchpoints", gap * 1000, "ms", 100),
        Figure("gap, the page of these two", page * 1000, "ms", 250),
        Figure("merge, a journey of 200 touchpoints", merge * 1000, "ms", 300),
    ]


def history(plan: Plan) -> list[Figure]:
    """Measure the history of a journey that was changed in every commit."""
    commits = plan.many
    file = write_history(plan.folder / "history", commits)
    command = _klantreis("history", str(file), "--output-format", "csv", says=f"Versie {commits - 1}")
    walls = [run(command).wall for _ in range(plan.long_runs + 1)]
    return [Figure(f"history, {commits:,} commits", median(walls[1:]), "s", 5, 3)]


def paired(ours: Command, theirs: Command, times: int) -> float:
    """Give the median ratio of wall times, the two run in turns. What they import is compiled by then."""
    return median(run(ours).wall / run(theirs).wall for _ in range(times))


def _warm_up() -> None:
    """Let everything be compiled once, so that no measured run has to."""
    for module in ("typer", "pydantic", "check_jsonschema.cli.main_command"):
        run(Command((sys.executable, "-c", f"import {module}")))
    for arguments in (("--version",), ("validate", "--help"), ("render", "--help")):
        run(_klantreis(*arguments))
    run(_klantreis("valdate", exit_code=2))


def _drawing_time(plan: Plan, journeys: list[Path], times: int) -> float:
    """Give the median wall time of drawing journeys in one call, after a first to warm up."""
    out = plan.folder / "drawn"
    command = _klantreis("render", *map(str, journeys), "-o", f"{out}{os.sep}", "--format", "svg")
    walls = []
    for _ in range(times + 1):
        shutil.rmtree(out, ignore_errors=True)
        walls.append(run(command).wall)
        if (drawn := len(list(out.rglob("*.svg")))) != len(journeys):
            raise BenchmarkError(f"render was asked for {len(journeys)} maps and drew {drawn}.")
    return median(walls[1:])


def _prove(plan: Plan, journey: Path) -> None:
    """Run both on a broken journey, which both must refuse."""
    broken = plan.folder / "broken.yaml"
    broken.write_text(journey.read_text("utf-8").replace("\nphases:\n", "\nfasen:\n"), "utf-8")
    run(_klantreis("validate", str(broken), exit_code=1))
    run(_schema_check(plan, [broken], exit_code=1, says="'fasen'"))


def _klantreis(*arguments: str, exit_code: int = 0, says: str = "") -> Command:
    return Command((str(BIN / "klantreis"), *arguments), exit_code, says)


def _schema_check(plan: Plan, files: list[Path], exit_code: int = 0, says: str = "ok -- validation done") -> Command:
    return Command((str(BIN / "check-jsonschema"), "--schemafile", str(plan.schema), *map(str, files)), exit_code, says)


def _can_render() -> bool:
    try:
        run(_klantreis("render", "--help", says="--format"))
    except BenchmarkError:
        return False
    return True


def table(figures: list[Figure]) -> str:
    """Give the figures as a table for people."""
    rows: list[tuple[str, ...]] = [("measure", "figure", "bar", "aim", "verdict")]
    for figure in figures:
        shown = [_number(value, figure.unit) for value in (figure.value, figure.bar, figure.aim)]
        rows.append((figure.measure, *shown, f"{figure.verdict}  {figure.note}".rstrip()))
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    align: tuple[Callable[[str, int], str], ...] = (str.ljust, str.rjust, str.rjust, str.rjust, str.ljust)
    lines = ("  ".join(put(cell, width) for put, cell, width in zip(align, row, widths, strict=True)) for row in rows)
    return "\n".join(line.rstrip() for line in lines)


def _number(value: float | None, unit: str) -> str:
    return "–" if value is None else f"{value:.3g} {unit}"


def _surroundings() -> dict[str, str]:
    """Tell what else decides the figures: the machine, and whether check-jsonschema reads YAML in C."""
    reader = "C" if importlib.util.find_spec("_ruamel_yaml") else "pure Python (several times slower than in C)"
    load = f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "unknown"
    return {
        "Python": platform.python_version(), "cores": str(os.cpu_count()), "load": load,
        "check-jsonschema's YAML reader": reader,
    }  # fmt: skip


def _folder(keep: Path | None) -> AbstractContextManager[str | Path]:
    return tempfile.TemporaryDirectory(prefix="klantreis-benchmark-") if keep is None else nullcontext(keep)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measure klantreis side by side with others.")
    parser.add_argument("--quick", action="store_true", help="200 journeys instead of 1,000, and fewer runs")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures here too")
    schema = ROOT / "docs" / "klantreis.schema.json"
    parser.add_argument("--schema", type=Path, default=schema, metavar="FILE", help="the JSON Schema to compare with")
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="make the corpus in this new folder, and leave it")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
