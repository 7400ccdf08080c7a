"""`klantreis roadmap`: shown, drawn, written."""

from __future__ import annotations

import json
import shutil

import pytest
import yaml
from tests.report.roadmap.made import CURRENT, DREAM, EXAMPLE, WHOLE

from klantreis.edit.format import format_text

TODAY = ("--today", "2026-11-22")


def document(data, **more):
    return yaml.safe_dump({"klantreis": 1, **data, **more}, allow_unicode=True, sort_keys=False)


def roadmap(*initiatives, **more):
    return document(
        {"kind": "roadmap", "id": "plan", "title": "Naar morgen klaar", "from": "fiets", "to": "fiets-droom"},
        initiatives=list(initiatives), **more,
    )  # fmt: skip


@pytest.fixture
def folder(files):
    return files({
        "klantreis.toml": "klantreis = 1\n",
        "fiets.yaml": document(CURRENT),
        "droom.yaml": document(DREAM),
        "roadmap.yaml": roadmap(*WHOLE),
    })  # fmt: skip


@pytest.fixture
def bare(folder):
    (folder / "roadmap.yaml").unlink()
    return folder


def test_a_roadmap_is_shown_by_its_file_or_its_id(klantreis, folder):
    by_file = klantreis(folder, "roadmap", "roadmap.yaml", *TODAY)
    assert (by_file.code, by_file.err) == (0, "")
    assert "Na Q4 2027" in by_file.out
    assert klantreis(folder, "roadmap", "plan", *TODAY).out == by_file.out
    assert klantreis(folder, "roadmap", "roadmap.yaml#plan", *TODAY).out == by_file.out


def test_a_file_without_a_workspace_may_hold_all_documents(klantreis, files):
    folder = files({"alles.yaml": "---\n".join((document(CURRENT), document(DREAM), roadmap(*WHOLE)))})
    assert "100%" in klantreis(folder, "roadmap", "alles.yaml", *TODAY).out


@pytest.mark.parametrize(
    ("ending", "start"),
    [("html", "<!doctype html>"), ("svg", "<svg"), ("md", "## Naar"), ("csv", "\ufeff"), ("txt", "Naar")],
)
def test_the_ending_of_the_output_chooses_the_format(klantreis, folder, ending, start):
    result = klantreis(folder, "roadmap", "plan", "-o", f"uit/r.{ending}", *TODAY)
    assert (result.code, result.out) == (0, "")
    assert (folder / "uit" / f"r.{ending}").read_text("utf-8").lstrip().startswith(start)


def test_the_day_and_the_columns_can_be_chosen(klantreis, folder):
    result = klantreis(
        folder, "roadmap", "plan", "--output-format", "json", "--by", "now-next-later", "--today", "2027-08-01"
    )
    data = json.loads(result.out)
    assert (data["by"], data["today"]) == ("now-next-later", "2027-08-01")
    assert [column["key"] for column in data["columns"]] == ["now", "next", "later"]


def test_the_example_is_drawn(klantreis, tmp_path):
    shutil.copytree(EXAMPLE, tmp_path / "w")
    result = klantreis(tmp_path / "w", "roadmap", "roadmap.yaml", *TODAY)
    assert result.code == 0
    assert "Dekking" in result.out


def test_what_the_docs_show_is_what_it_says(klantreis, tmp_path):
    shutil.copytree(EXAMPLE, tmp_path / "w")
    told = klantreis(tmp_path / "w", "roadmap", "roadmap.yaml", *TODAY).out
    page = (EXAMPLE.parents[1] / "docs" / "roadmap.md").read_text("utf-8")
    shown = page.partition("$ klantreis roadmap roadmap.yaml --today 2026-11-22\n")[2].partition("```")[0]
    for part in shown.split("…\n"):
        assert part in told


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (("weg.yaml",), "no such file"),
        (("geen-idee",), "no file and no roadmap"),
        (("fiets.yaml",), "--suggest"),
        (("fiets",), "holds a journey, and no roadmap"),
        (("roadmap.yaml#pln",), "plan"),
        ((".",), "is a folder"),
        (("plan", "-o", "uit.pdf"), "no format ends in `.pdf`"),
        (("plan", "-o", "uit.svg", "--output-format", "html"), "Leave one of the two out"),
        (("plan", "-o", "uit.yaml"), "--suggest writes one"),
        (("plan", "-o", "klantreis.toml", "--output-format", "text"), "these are settings"),
        (("plan", "-o", "fiets.md", "--output-format", "markdown"), "this is a journey, and would be lost"),
        (("plan", "-o", "fiets.yaml/r.svg"), "cannot be written"),
        (("plan", "--today", "morgen"), "is not a day"),
        (("plan", "--suggest", "--by", "quarters"), "--suggest writes YAML"),
    ],
)
def test_wrong_use_is_said_in_words(klantreis, folder, arguments, word):
    (folder / "fiets.md").write_text(document(CURRENT), "utf-8")
    result = klantreis(folder, "roadmap", *arguments)
    assert result.code == 2
    assert word in result.err
    assert "Traceback" not in result.err


@pytest.mark.parametrize(
    ("text", "word"),
    [
        (roadmap(), "no initiatives yet"),
        (roadmap(*WHOLE).replace("from: fiets", "from: fits"), "did you mean"),
        (roadmap(*WHOLE).replace("to: fiets-droom", "to: fiets"), "both `fiets`"),
        (roadmap(*WHOLE).replace("to: fiets-droom", "to: anders"), "no dream of `fiets`"),
    ],
)
def test_a_roadmap_that_leads_nowhere_is_refused_in_words(klantreis, folder, text, word):
    (folder / "anders.yaml").write_text(document({**CURRENT, "id": "anders"}), "utf-8")
    (folder / "roadmap.yaml").write_text(text, "utf-8")
    result = klantreis(folder, "roadmap", "roadmap.yaml")
    assert result.code == 2
    assert word in result.err.lower() or word in result.err


def test_mistakes_in_a_file_are_shown_and_give_1(klantreis, folder):
    (folder / "roadmap.yaml").write_text(roadmap(*WHOLE).replace("title:", "titel:"), "utf-8")
    result = klantreis(folder, "roadmap", "roadmap.yaml")
    assert (result.code, result.out) == (1, "")
    assert "Unknown key `titel`" in result.err


def test_mistakes_in_a_journey_of_it_are_shown_and_give_1(klantreis, folder):
    (folder / "droom.yaml").write_text(document({**DREAM, "horizn": "near"}), "utf-8")
    result = klantreis(folder, "roadmap", "roadmap.yaml")
    assert (result.code, result.out) == (1, "")
    assert "horizn" in result.err


@pytest.mark.parametrize("name", ["fiets.yaml", "droom.yaml", "fiets", "fiets-droom"])
def test_a_first_roadmap_validates_is_in_the_one_form_and_covers_the_gap(klantreis, bare, name):
    result = klantreis(bare, "roadmap", name, "--suggest", "-o", "nieuw.yaml", *TODAY)
    assert (result.code, result.out) == (0, "")
    text = (bare / "nieuw.yaml").read_text("utf-8")
    assert format_text(text) == text
    assert klantreis(bare, "validate", "--strict", "nieuw.yaml").code == 0
    shown = klantreis(bare, "roadmap", "nieuw.yaml", "--output-format", "json", *TODAY)
    assert json.loads(shown.out)["coverage"]["share"] == 1


def test_a_first_roadmap_is_in_the_language_of_the_journey(klantreis, bare):
    assert "Een eerste voorzet" in klantreis(bare, "roadmap", "fiets", "--suggest", *TODAY).out
    (bare / "droom.yaml").write_text(document({**DREAM, "language": "en"}), "utf-8")
    told = klantreis(bare, "roadmap", "fiets", "--suggest", *TODAY).out
    assert "A first draft" in told
    assert "title: Let “Betaalt contant” happen by itself" in told


def test_steps_that_become_one_are_told_in_words(klantreis, bare):
    step = {"title": "Regelt alles", "replaces": ["belt", "brengt"], "emotion": 1}
    (bare / "droom.yaml").write_text(
        document({**DREAM, "phases": [{"title": "Afspraak", "touchpoints": [step]}]}), "utf-8"
    )
    (bare / "fiets.yaml").write_text(document({**CURRENT, "phases": [{"title": "Afspraak", "touchpoints": [
        {"id": "belt", "title": "Belt"}, {"id": "brengt", "title": "Brengt"}, {"id": "betaalt", "title": "Betaalt"},
    ]}]}), "utf-8")  # fmt: skip
    told = klantreis(bare, "roadmap", "fiets", "--suggest", *TODAY).out
    assert "title: “Regelt alles” in plaats van twee stappen" in told


def test_a_file_that_is_there_is_never_written_over(klantreis, folder):
    before = (folder / "roadmap.yaml").read_bytes()
    (folder / "hangt.yaml").symlink_to("nergens.yaml")
    for name in ("roadmap.yaml", "hangt.yaml"):
        result = klantreis(folder, "roadmap", "droom.yaml", "--suggest", "-o", name)
        assert (result.code, "is there already" in result.err) == (2, True)
    assert (folder / "roadmap.yaml").read_bytes() == before
    assert not (folder / "nergens.yaml").exists()


def test_of_a_roadmap_that_is_there_only_what_it_leaves_open_is_suggested(klantreis, folder):
    (folder / "roadmap.yaml").write_text(roadmap(*WHOLE[:3]), "utf-8")
    for name in ("roadmap.yaml", "droom.yaml"):
        result = klantreis(folder, "roadmap", name, "--suggest", *TODAY)
        assert result.code == 0
        made = yaml.safe_load(result.out)
        assert [item["closes"] for item in made["initiatives"]] == ["betaalt"]
        assert made["id"] == "roadmap-fiets-droom"


def test_of_a_roadmap_that_covers_everything_nothing_is_suggested(klantreis, folder):
    result = klantreis(folder, "roadmap", "roadmap.yaml", "--suggest")
    assert (result.code, result.out) == (0, "")
    assert "Nothing to suggest: `plan` covers all of it." in result.err


@pytest.mark.parametrize(
    ("more", "word"),
    [
        ({"droom.yaml": document({**DREAM, "of": "fits"})}, "no such journey"),
        ({"droom.yaml": document({"id": "iets", "title": "Iets", "phases": ["F"]})}, "no dream is of `fiets`"),
        ({"ver.yaml": document({**DREAM, "id": "ver", "horizon": "far"})}, "has 2 dreams"),
    ],
)
def test_without_one_dream_nothing_can_be_suggested(klantreis, bare, more, word):
    for name, text in more.items():
        (bare / name).write_text(text, "utf-8")
    result = klantreis(bare, "roadmap", "fiets-droom" if "such" in word else "fiets", "--suggest")
    assert (result.code, result.out) == (2, "")
    assert word in result.err


def test_what_strangers_write_comes_into_no_comment(klantreis, bare):
    odd = 'Belt: "de" # winkel\' klantreis: ignore[all]\n- x'
    data = {**CURRENT, "title": odd}
    data["phases"] = [{"title": "Afspraak", "touchpoints": [{"id": "belt", "title": odd, "emotion": -2, "owner": odd}]}]
    dream = {
        **DREAM,
        "drops": [],
        "phases": [{"title": "Afspraak", "touchpoints": [{"id": "belt", "title": odd, "emotion": 2}]}],
    }
    (bare / "fiets.yaml").write_text(document(data), "utf-8")
    (bare / "droom.yaml").write_text(document(dream), "utf-8")
    result = klantreis(bare, "roadmap", "fiets", "--suggest", "-o", "r.yaml", *TODAY)
    assert result.code == 0
    text = (bare / "r.yaml").read_text("utf-8")
    assert not [line for line in text.splitlines() if line.strip().startswith("#") and "ignore" in line]
    assert " ".join(odd.split()) in yaml.safe_load(text)["initiatives"][0]["title"]
    assert klantreis(bare, "validate", "r.yaml").code == 0
