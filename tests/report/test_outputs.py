"""Where findings go: the order of the command line says which file is whose."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from klantreis.cli.outputs import Output, on_terminal, outputs_of
from klantreis.errors import UsageError

CLEAN = "klantreis: 1\ntitle: Een fiets kopen\nphases: [{title: Kiezen, touchpoints: [Bezoekt de winkel]}]\n"
WRONG = CLEAN + "personna: anna\n"


@pytest.fixture(autouse=True)
def elsewhere(monkeypatch):
    """Wherever these tests run, no page of a real run is written to."""
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)


def read(line):
    return [(output.format, output.path and str(output.path)) for output in outputs_of(line.split())]


@pytest.mark.parametrize(
    ("line", "outputs"),
    [
        ("", [("full", None)]),
        ("validate kaart.yaml", [("full", None)]),
        ("--output-format json", [("json", None)]),
        ("--output-format=json", [("json", None)]),
        ("--output-format sarif --output-file k.sarif", [("sarif", "k.sarif")]),
        ("--output-format=sarif --output-file=k.sarif", [("sarif", "k.sarif")]),
        ("--output-format full --output-format sarif --output-file k.sarif", [("full", None), ("sarif", "k.sarif")]),
        ("--output-format sarif --output-file k.sarif --output-format full", [("sarif", "k.sarif"), ("full", None)]),
        ("--output-file k.xml --output-format junit", [("junit", "k.xml")]),
        ("--output-file a --output-format junit --output-file b --output-format json", [("junit", "a"), ("json", "b")]),
        ("--output-file k.txt", [("full", "k.txt")]),
        ("--output-format json --output-file -", [("json", None)]),
        ("--output-format json -- --output-format sarif", [("json", None)]),
        ("lint a.yaml --output-format json b.yaml --strict --output-file k.json", [("json", "k.json")]),
    ],
)
def test_a_file_belongs_to_the_format_before_it(line, outputs):
    assert read(line) == outputs


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("--output-format json --output-format sarif", "`json` and `sarif` cannot both go to standard output."),
        ("--output-format json --output-format full --output-file -", "cannot both go to standard output."),
        ("--output-format json --output-file a --output-file b", "--output-file b: no --output-format for it."),
        ("--output-file a --output-file b --output-format json", "--output-file a: no --output-format for it."),
        ("--output-format json --output-file a --output-format sarif --output-file ./a", "cannot both go to a."),
        ("--output-format jsn", "no format `jsn`."),
        ("--output-file kaart.yaml", "this would be read as a journey."),
        ("--output-file=", "an empty path."),
    ],
)
def test_what_cannot_be_meant_is_refused_in_clear_words(line, message):
    with pytest.raises(UsageError) as refused:
        outputs_of(line.split())
    assert message in refused.value.message
    assert refused.value.hint


def test_the_format_on_standard_output_is_known():
    assert on_terminal([Output("sarif", Path("k")), Output("full")]) == "full"
    assert on_terminal([Output("sarif", Path("k"))]) == ""


def test_one_run_writes_several_files(klantreis, files):
    folder = files({"kaart.yaml": WRONG})
    result = klantreis(
        folder, "validate", "kaart.yaml", "--output-format", "concise", "--output-format", "sarif", "--output-file",
        "uit/k.sarif", "--output-format", "junit", "--output-file", "uit/k.xml",
    )  # fmt: skip
    assert result.code == 1
    assert result.out.startswith("kaart.yaml:4:1: error K104")
    assert json.loads((folder / "uit" / "k.sarif").read_text())["runs"][0]["results"]
    assert (folder / "uit" / "k.xml").read_text().endswith("</testsuites>\n")


@pytest.mark.parametrize("name", ["full", "sarif", "junit", "github", "markdown"])
@pytest.mark.parametrize(("text", "code"), [(CLEAN, 0), (WRONG, 1)])
def test_the_format_does_not_change_the_exit_code(klantreis, files, name, text, code):
    folder = files({"kaart.yaml": text})
    assert klantreis(folder, "validate", "kaart.yaml", "--output-format", name).code == code


def test_a_file_holds_no_colours(klantreis, files, monkeypatch):
    monkeypatch.setenv("FORCE_COLOR", "1")
    folder = files({"kaart.yaml": WRONG})
    klantreis(folder, "validate", "kaart.yaml", "--output-file", "k.txt")
    assert "\x1b" not in (folder / "k.txt").read_text()


def test_a_file_that_cannot_be_written_keeps_nothing_else_from_being_written(klantreis, files):
    folder = files({"kaart.yaml": WRONG, "map/x": ""})
    result = klantreis(
        folder, "validate", "kaart.yaml", "--output-format", "json", "--output-file", "map", "--output-format", "junit",
        "--output-file", "k.xml", "--output-format", "concise",
    )  # fmt: skip
    assert result.code == 2
    assert "map: cannot be written" in result.err
    assert "--output-file" in result.err
    assert "K104" in result.out
    assert (folder / "k.xml").exists()


@pytest.fixture
def action(files, monkeypatch):
    folder = files({"kaart.yaml": WRONG, "stap.md": "Eerder\n"})
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(folder / "stap.md"))
    return folder


def test_a_step_of_github_gets_a_summary(klantreis, action):
    klantreis(action, "validate", "kaart.yaml", "--output-format", "github")
    page = (action / "stap.md").read_text()
    assert page.startswith("Eerder\n## klantreis: ")
    assert "K104" in page


def test_so_it_does_whatever_the_format(klantreis, action):
    klantreis(action, "validate", "kaart.yaml", "--output-format", "json")
    assert "K104" in (action / "stap.md").read_text()


def test_elsewhere_there_is_no_summary(klantreis, action, monkeypatch):
    monkeypatch.delenv("GITHUB_ACTIONS")
    klantreis(action, "validate", "kaart.yaml", "--output-format", "github")
    assert (action / "stap.md").read_text() == "Eerder\n"


def test_a_summary_that_is_full_stays_as_it_is(klantreis, action):
    (action / "stap.md").write_text("x" * (1024 * 1024 - 10))
    klantreis(action, "validate", "kaart.yaml", "--output-format", "github")
    assert (action / "stap.md").stat().st_size == 1024 * 1024 - 10


def test_a_summary_that_cannot_be_written_is_said_and_changes_nothing(klantreis, action, monkeypatch):
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(action))
    result = klantreis(action, "validate", "kaart.yaml", "--output-format", "github")
    assert result.code == 1
    assert "no summary was added" in result.err
    assert "::error file=" in result.out


@pytest.mark.parametrize(
    "target",
    ["klantreis.toml", "./klantreis.toml", "pyproject.toml", "klantreis-baseline.json", "link.txt", "kaart.yaml/"],
)
def test_what_is_read_is_not_written_over(klantreis, files, target):
    journey = "klantreis: 1\ntitle: T\nphases: [A]\n"
    folder = files({"klantreis.toml": "", "kaart.yaml": journey})
    (folder / "link.txt").symlink_to(folder / "kaart.yaml")
    ended = klantreis(folder, "lint", "--output-format", "json", "--output-file", target)
    assert ended.code == 2
    assert (folder / "kaart.yaml").read_text("utf-8") == journey
    assert (folder / "klantreis.toml").read_text("utf-8") == ""
    assert not (folder / "klantreis-baseline.json").exists()
