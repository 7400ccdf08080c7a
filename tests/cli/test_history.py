"""`history`: for people and machines, wherever one stands, and nothing in a commit can command a screen or a sheet."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
import xml.etree.ElementTree as ET
from functools import partial
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from tests.cli.run import run
from tests.source.git.clones import alone, begun, committed, git
from tests.source.git.streams import imported

from klantreis.report.history.json import schema

EXAMPLES = Path(__file__).parents[2] / "examples"
DOCS = Path(__file__).parents[2] / "docs" / "history.md"
JOURNEY = """klantreis: 1
id: soep
title: Een soeppan kopen
phases:
  - title: Koop
    touchpoints:
      - {title: Zoekt, emotion: -0.5, pains: Traag, metrics: {csat: {value: 5, target: 8}}}
      - {title: Betaalt, emotion: 1}
"""
ENGLISH = JOURNEY.replace("id: soep", "id: soep\nlanguage: en")
BETTER = JOURNEY.replace("emotion: -0.5", "emotion: 0.75").replace("value: 5", "value: 8.5")


@pytest.fixture(autouse=True)
def _alone(monkeypatch, tmp_path):
    alone(monkeypatch, tmp_path / "home")
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    monkeypatch.setenv("NO_COLOR", "1")
    for name in ("GIT_AUTHOR_DATE", "GIT_COMMITTER_DATE"):
        monkeypatch.setenv(name, "2026-03-01T10:00:00+01:00")


@pytest.fixture
def klantreis(capsys, monkeypatch):
    return partial(run, capsys, monkeypatch)


@pytest.fixture
def here(tmp_path, monkeypatch):
    folder = begun(tmp_path / "r", {"klantreis.toml": "", "soep.yaml": JOURNEY})
    monkeypatch.setenv("GIT_AUTHOR_DATE", "2026-11-12T10:00:00+01:00")
    return committed(folder, {"soep.yaml": BETTER}, "Mobiel betalen kan nu")


def test_on_the_terminal_it_tells_the_course_and_the_versions(klantreis, here):
    result = klantreis(here, "history", "soep.yaml")
    assert (result.code, result.err) == (0, "")
    lines = result.out.splitlines()
    assert lines[:2] == ["Een soeppan kopen", "soep.yaml: 2 versies van 1 mrt 2026 tot 12 nov 2026"]
    assert any(line.split() == ["Gemiddelde", "emotie", "▁█", "+0,25", "+0,88", "+0,63", "beter"] for line in lines)
    csat = next(line for line in lines if line.startswith("Zoekt: klanttevredenheid"))
    assert csat.split()[2:] == ["▁█", "5", "8,5", "+3,5", "beter", "doel", "gehaald"]
    commit = git(here, "rev-parse", "--short=7", "HEAD").strip()
    assert any(line.startswith(f"12 nov 2026  {commit}") and line.endswith("Mobiel betalen kan nu") for line in lines)


def test_it_speaks_the_language_of_the_journey(klantreis, here):
    committed(here, {"soep.yaml": ENGLISH}, "In English")
    result = klantreis(here, "history", "soep.yaml")
    assert "3 versions from 1 Mar 2026 to 12 Nov 2026" in result.out
    assert "Mean emotion" in result.out
    assert "customer satisfaction" in result.out


def test_of_one_version_it_tells_how_it_is_now(klantreis, tmp_path):
    begun(tmp_path / "een", {"soep.yaml": JOURNEY})
    result = klantreis(tmp_path / "een", "history", "soep.yaml")
    assert "soep.yaml: 1 versie op 1 mrt 2026" in result.out
    assert "verschil" not in result.out


def test_what_is_not_committed_yet_is_said_to_be_so(klantreis, here):
    (here / "soep.yaml").write_text(JOURNEY.replace("-0.5", "2"), "utf-8")
    assert klantreis(here, "history", "soep.yaml").out.splitlines()[-1].endswith("nog niet vastgelegd")
    (here / "nieuw.yaml").write_text(JOURNEY, "utf-8")
    result = klantreis(here, "history", "nieuw.yaml")
    assert (result.code, "Nog niet vastgelegd in git: dit is alleen de stand van nu." in result.out) == (0, True)


def test_a_version_that_cannot_be_read_is_named_skipped_and_counted(klantreis, here):
    committed(here, {"soep.yaml": JOURNEY.replace("phases:", "phases")}, "Stuk")
    committed(here, {"soep.yaml": BETTER}, "Heel")
    commit = git(here, "rev-parse", "--short=7", "HEAD~1").strip()
    result = klantreis(here, "history", "soep.yaml")
    assert "4 versies van 1 mrt 2026 tot 12 nov 2026, 1 overgeslagen" in result.out
    assert f"  12 nov 2026  {commit}  niet te lezen: " in result.out
    machine = klantreis(here, "history", "soep.yaml", "--output-format", "json")
    assert machine.err == f"1 version of 4 could not be measured: {commit}.\n"


def test_a_long_history_is_cut_and_says_so(klantreis, tmp_path):
    folder = imported(tmp_path / "r", ({"soep.yaml": JOURNEY.replace("-0.5", f"0.{n:02}")} for n in range(1, 61)))
    shown = klantreis(folder, "history", "soep.yaml").out
    assert "… 40 eerdere versies waarin een cijfer veranderde staan er niet bij." in shown
    assert [shown.count(f"Versie {n}\n") for n in (39, 40, 59)] == [0, 1, 1]
    assert "Versie 57\n" in klantreis(folder, "history", "soep.yaml", "--last", "3").out
    assert klantreis(folder, "history", "soep.yaml", "--last", "0").out.count("Versie") == 60
    data = json.loads(klantreis(folder, "history", "soep.yaml", "--output-format", "json").out)
    assert len(data["versions"]) == 60


def test_json_is_what_its_schema_says(klantreis, here):
    committed(here, {"soep.yaml": "niets: ["}, "Stuk")
    (here / "soep.yaml").write_text(JOURNEY, "utf-8")
    result = klantreis(here, "history", "soep.yaml", "--output-format", "json")
    data = json.loads(result.out)
    Draft202012Validator.check_schema(schema())
    strict = Draft202012Validator(_closed(schema()), format_checker=Draft202012Validator.FORMAT_CHECKER)
    assert list(strict.iter_errors(data)) == []
    assert data["counts"] == {"versions": 4, "commits": 3, "measured": 3, "skipped": 1, "not_asked": 0}
    assert [version["status"] for version in data["versions"]] == ["measured", "measured", "unreadable", "measured"]
    assert data["versions"][1]["values"]["mean"] == 0.875
    assert (data["versions"][3]["commit"], data["versions"][3]["date"]) == (None, None)


def _closed(part):
    """The schema without room for what it does not name."""
    if isinstance(part, dict):
        closed = {key: _closed(value) for key, value in part.items()}
        return (
            closed | {"additionalProperties": closed.get("additionalProperties", False)}
            if "properties" in part
            else closed
        )
    return [_closed(item) for item in part] if isinstance(part, list) else part


def test_csv_has_a_row_a_version(klantreis, here):
    (here / "soep.yaml").write_text(JOURNEY, "utf-8")
    rows = list(csv.DictReader(io.StringIO(klantreis(here, "history", "soep.yaml", "--output-format", "csv").out)))
    assert [row["commit"] for row in rows][2] == "work tree"
    assert [row["mean"] for row in rows] == ["0.25", "0.875", "0.25"]
    assert [row["zoekt/csat"] for row in rows] == ["5", "8.5", "5"]
    assert rows[0]["date"] == "2026-03-01T10:00:00+01:00"


def test_a_file_begins_so_that_a_spreadsheet_reads_it_as_utf8(klantreis, here):
    assert klantreis(here, "history", "soep.yaml", "-o", "v.csv").err == "Written: v.csv\n"
    assert (here / "v.csv").read_bytes().startswith(b"\xef\xbb\xbfdate,commit,")


def test_the_page_is_whole_and_asks_for_nothing(klantreis, here):
    assert klantreis(here, "history", "soep.yaml", "-o", "verloop.html").code == 0
    page = (here / "verloop.html").read_text("utf-8")
    assert "<script" not in page
    assert "//" not in page.split("<style>@font-face")[0]
    assert "default-src 'none'" in page
    assert 'aria-label="Gemiddelde emotie: van +0,25 naar +0,88, beter.' in page
    for picture in page.split("<svg")[1:]:
        ET.fromstring("<svg" + picture.split("</svg>")[0] + "</svg>")
    assert page == klantreis(here, "history", "soep.yaml", "--output-format", "html").out


@pytest.mark.parametrize(
    "text", [JOURNEY, JOURNEY.replace(", emotion: -0.5", "").replace(", emotion: 1", ""), "niets: ["]
)
def test_a_page_can_be_made_of_any_history(klantreis, tmp_path, text):
    folder = begun(tmp_path / "r", {"soep.yaml": JOURNEY})
    committed(folder, {"soep.yaml": text}, "Anders")
    result = klantreis(folder, "history", "soep.yaml", "--output-format", "html")
    assert (result.code, result.out.startswith("<!doctype html>")) == (0, True)


def test_the_example_shows_the_coverage_of_its_roadmap(klantreis, tmp_path):
    shutil.copytree(EXAMPLES / "michiel-mobiel", tmp_path / "m")
    begun(tmp_path / "m", {})
    result = klantreis(tmp_path / "m", "history", "klantreizen/michiel-mobiel.yaml", "--output-format", "json")
    coverage = next(series for series in json.loads(result.out)["series"] if series["key"] == "coverage")
    assert 0 < coverage["last"] <= 1


@pytest.mark.parametrize(
    "where", ["soep.yaml#soep", "HEAD:soep.yaml", "main~1:soep.yaml", "HEAD:soep.yaml#soep", ":soep.yaml"]
)
def test_a_file_may_be_named_with_its_journey_and_its_revision(klantreis, here, where):
    result = klantreis(here, "history", where, "--output-format", "json")
    assert len(json.loads(result.out)["versions"]) == (1 if "~1" in where else 2)


def test_a_path_in_a_revision_is_from_the_top_unless_it_begins_with_a_point(klantreis, here):
    committed(here, {"sub/thee.yaml": JOURNEY}, "Thee")
    assert klantreis(here / "sub", "history", "HEAD:sub/thee.yaml").code == 0
    assert klantreis(here / "sub", "history", "HEAD:./thee.yaml").code == 0
    assert klantreis(here / "sub", "history", "HEAD:../soep.yaml").code == 0
    assert klantreis(here / "sub", "history", "HEAD:thee.yaml").code == 2


def test_a_file_whose_name_holds_such_signs_is_that_file(klantreis, here):
    committed(here, {"a#b.yaml": JOURNEY, "c:d.yaml": JOURNEY}, "Vreemd")
    for name in ("a#b.yaml", "c:d.yaml"):
        assert klantreis(here, "history", name).code == 0


@pytest.mark.parametrize("form", ["text", "html", "json", "csv"])
def test_since_a_moment_when_the_file_was_gone_there_is_nothing_to_measure(klantreis, here, form):
    git(here, "rm", "--quiet", "soep.yaml")
    committed(here, {}, "Weg")
    gone = klantreis(here, "history", "soep.yaml", "--output-format", form)
    after = klantreis(here, "history", "soep.yaml", "--since", "2090", "--output-format", form)
    assert (gone.code, after.code) == (0, 0)
    if form == "text":
        assert "De klantreis is er nu niet meer" in gone.out
        assert "Geen versie kon worden gemeten." in after.out


def test_it_works_in_a_sub_folder_a_bare_repository_and_a_shallow_clone(klantreis, here, tmp_path):
    (here / "diep" / "er").mkdir(parents=True)
    assert klantreis(here / "diep" / "er", "history", "../../soep.yaml").code == 0
    git(tmp_path, "clone", "--quiet", "--bare", str(here), "kaal.git")
    assert "2 versies" in klantreis(tmp_path / "kaal.git", "history", "soep.yaml").out
    git(tmp_path, "clone", "--quiet", "--depth=1", here.as_uri(), "ondiep")
    shallow = klantreis(tmp_path / "ondiep", "history", "soep.yaml").out
    assert "Deze kloon is niet volledig" in shallow


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("weg.yaml",), "weg.yaml: no such file"),
        (("soop.yaml",), "Did you mean `soep.yaml`?"),
        (("mian:soep.yaml",), "Did you mean `main`?"),
        (("HEAD:weg.yaml",), "HEAD:weg.yaml: no such file in `HEAD`"),
        (("HEAD~9:soep.yaml",), "no revision `HEAD~9`"),
        (("--", "--upload-pack=x:soep.yaml"), "is no revision"),
        (("soep.yaml", "--since", "gisteren"), "neither a date nor a revision"),
        (("soep.yaml#thee",), "no journey `thee`"),
        (("soep.yaml#soep", "--id", "thee"), "two different journeys"),
        (("soep.yaml", "-o", "x.pdf"), "no format ends in `.pdf`"),
        (("soep.yaml", "-o", "x.yaml"), "would be read as a journey"),
        (("soep.yaml", "-o", "x.html", "--output-format", "csv"), "Leave one of the two out"),
        (("soep.yaml", "-o", "soep.yaml/x.html"), "cannot be written"),
        ((".",), "a folder, not a file"),
        (("-",), "needs a file that is in git"),
        (("",), "needs a file that is in git"),
        (("soep.yaml", "--last", "-1"), "--last"),
        (("klantreis.toml",), "no journey in this file"),
        ((".git/config",), "git's own folder"),
    ],
)
def test_wrong_use_is_told_in_words(klantreis, here, arguments, said):
    result = klantreis(here, "history", *arguments)
    assert (result.code, result.out) == (2, "")
    assert said in result.err


def test_outside_of_git_it_says_so(klantreis, tmp_path):
    (tmp_path / "los.yaml").write_text(JOURNEY, "utf-8")
    result = klantreis(tmp_path, "history", "los.yaml")
    assert (result.code, result.out) == (2, "")
    assert "not in a git repository" in result.err
    assert klantreis(tmp_path, "history", "HEAD:los.yaml").code == 2


def test_without_git_it_says_so(process, here, tmp_path):
    result = process(here, "history", "soep.yaml", env={"PATH": str(tmp_path)})
    assert (result.code, result.out) == (2, "")
    assert "git is not installed" in result.err


HOSTILE = '\x1b]0;x\x07\x1b[31m=HYPERLINK("http://x") <script>alert(1)</script> \u202e{{ 7*7 }}'


@pytest.fixture
def hostile(here, monkeypatch):
    monkeypatch.setenv("GIT_AUTHOR_NAME", "=cmd|' /C calc'!A1\x1b[2J <b>")
    title = HOSTILE.replace("\\", "").replace('"', '\\"').replace("\x1b", "\\e").replace("\x07", "\\a")
    text = JOURNEY.replace("title: Zoekt", f'id: x, title: "{title}"').replace("Een soeppan kopen", f'"{title}"')
    committed(here, {"soep.yaml": text.replace("csat:", '"=1+1":')}, HOSTILE)
    return here


def test_no_commit_commands_a_terminal(klantreis, hostile):
    shown = klantreis(hostile, "history", "soep.yaml")
    assert shown.code == 0
    for sign in ("\x1b", "\x07", "\u202e"):
        assert sign not in shown.out
        assert sign not in klantreis(hostile, "history", "soep.yaml", "--output-format", "json").out


def test_no_commit_puts_mark_up_in_the_page(klantreis, hostile):
    page = klantreis(hostile, "history", "soep.yaml", "--output-format", "html").out
    assert "<script" not in page
    assert "<b>" not in page.split("</style>")[1].replace("<b>+", "").replace("<b>", "", page.count('class="figure"'))
    assert "&lt;script&gt;" in page
    assert "{{ 7*7 }}" in page
    assert not set(page) & set("\x1b\x07\u202e")


def test_no_commit_is_a_formula_in_a_sheet(klantreis, hostile):
    text = klantreis(hostile, "history", "soep.yaml", "--output-format", "csv").out
    cells = [cell for row in csv.reader(io.StringIO(text)) for cell in row]
    assert any(cell.startswith("'=cmd|' /C calc'!A1") for cell in cells)
    formulas = [cell for cell in cells if cell[:1] in ("=", "+", "@") or (cell[:1] == "-" and not _is_number(cell))]
    assert formulas == []


def _is_number(text):
    try:
        float(text)
    except ValueError:
        return False
    return True


def test_help_says_what_it_does_and_how_it_ends(klantreis, tmp_path):
    text = klantreis(tmp_path, "history", "--help").out
    for said in ("over its commits", "Exit codes:", "Examples:", "--since", "--all-commits", "2 wrong use"):
        assert said in text


def story(folder, monkeypatch):
    """The example as it came to be: four versions, from a workshop to what customers said."""
    name = "klantreizen/michiel-mobiel.yaml"
    now = (EXAMPLES / "michiel-mobiel" / name).read_text("utf-8")
    waiting = "emotion: {score: -1.2, word: ongerust}\n        pains: [{id: bezorgtijd, title: Bezorgtijd onbekend}]"
    before = now.replace("emotion: {score: 0.3, word: gerustgesteld}", waiting)
    before = before.replace("evidence: belletje-bezorging", "evidence: assumption")
    first = before.replace("evidence: treingesprekken", "evidence: assumption").replace(
        "nps: {value: 12", "nps: {value: 4"
    )
    first = first.replace("evidence: meekijken-trein", "evidence: assumption").replace(
        "conversion: {value: 1.3", "conversion: {value: 1.1"
    )
    broken = before.replace("emotion: {score: -1.8, word: verslagen}", "emotion: {score: -1,8, word: verslagen}")
    shared = {
        other: (EXAMPLES / "michiel-mobiel" / other).read_text("utf-8")
        for other in ("klantreis.toml", "organisatie.yaml")
    }
    for when, message, text in (
        ("2026-03-05", "Eerste kaart, na de workshop", first),
        ("2026-06-18", "Meegekeken in de trein", before),
        ("2026-09-10", "Emotie bij het afrekenen", broken),
        ("2026-11-12", "Bezorgbericht werkt: nagebeld", now),
    ):
        for variable in ("GIT_AUTHOR_DATE", "GIT_COMMITTER_DATE"):
            monkeypatch.setenv(variable, f"{when}T10:00:00+01:00")
        if not folder.exists():
            begun(folder, {})
        committed(folder, {**shared, name: text}, message)
    return name


def test_what_the_docs_show_is_what_is_printed(klantreis, tmp_path, monkeypatch):
    name = story(tmp_path / "winkel", monkeypatch)
    shown = re.search(r"\$ klantreis history \S+\n(.*?)```", DOCS.read_text("utf-8"), re.DOTALL)[1]
    printed = klantreis(tmp_path / "winkel", "history", name).out
    # A commit's id tells of every byte in it; here only its figures matter.
    assert re.sub(r"\b[0-9a-f]{7}\b", "·······", printed) == re.sub(r"\b[0-9a-f]{7}\b", "·······", shown)


def test_a_sign_that_stands_before_an_id_may_be_part_of_a_name(klantreis, here):
    committed(here, {"a#b.yaml": JOURNEY})
    assert klantreis(here, "history", "HEAD:a#b.yaml").code == 0
    assert klantreis(here, "history", "HEAD:soep.yaml#soep").code == 0


def test_a_path_of_windows_is_no_revision(klantreis, here):
    refused = klantreis(here, "history", "C:\\reizen\\weg.yaml")
    assert refused.code == 2
    assert "no such file" in refused.err


def test_a_folder_is_no_file_to_write_to(klantreis, here):
    refused = klantreis(here, "history", "soep.yaml", "-o", "verloop/")
    assert refused.code == 2
    assert "a folder, not a file" in refused.err
    assert not (here / "verloop").exists()
