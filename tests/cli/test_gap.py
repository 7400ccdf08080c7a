"""`gap` finds both sides as people name them, says what differs, and fails a run only when asked to."""

from __future__ import annotations

import json
from functools import partial

import pytest
from tests.cli.run import run
from tests.source.git.clones import alone, begun, git

CURRENT = """klantreis: 1
id: bestellen
title: Een soeppan bestellen
phases:
  - id: koop
    title: Koop
    touchpoints:
      - {id: zoekt, title: Zoekt op de site, channel: web, emotion: 0.5}
      - {id: belt, title: Belt over de voorraad, channel: phone, emotion: -1.5, pains: Lange wachttijd}
      - {id: betaalt, title: Betaalt met een kaartlezer, channel: web, emotion: -1}
"""
DREAM = """klantreis: 1
id: {id}
title: Een soeppan in één minuut
state: dream
of: {of}
{horizon}
drops: {{id: belt, why: superfluous}}
phases:
  - id: koop
    title: Koop
    touchpoints:
      - {{id: zoekt, title: Zoekt op de site, channel: web, emotion: 0.5}}
      - {{id: betaalt, title: Betaalt met een blik, channel: web, emotion: 1.5}}
"""
ROADMAP = """klantreis: 1
kind: roadmap
id: weg
title: De weg
from: bestellen
to: droom
initiatives:
  - {id: voorraad, title: Voorraad op de site, closes: belt}
"""


def dream(key: str = "droom", of: str = "bestellen", horizon: str = "near") -> str:
    return DREAM.format(id=key, of=of, horizon=f"horizon: {horizon}" if horizon else "")


@pytest.fixture
def klantreis(capsys, monkeypatch):
    return partial(run, capsys, monkeypatch)


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "klantreis.toml").touch()
    (tmp_path / "nu.yaml").write_text(CURRENT, "utf-8")
    (tmp_path / "droom.yaml").write_text(dream(), "utf-8")
    return tmp_path


def differences(result) -> list[tuple[str, str]]:
    made = json.loads(result.out)
    return [(item["topic"], item["what"]) for one in made["journeys"] for item in one["differences"]]


def test_the_dreams_of_a_journey_are_found_by_themselves(klantreis, folder):
    result = klantreis(folder, "gap", "bestellen")
    assert result.code == 0
    assert "vervalt" in result.out.lower()


@pytest.mark.parametrize(
    ("current", "wished"),
    [
        ("bestellen", "droom"),
        ("nu.yaml", "droom.yaml"),
        ("nu.yaml#bestellen", "droom"),
        ("./nu.yaml", "droom.yaml#droom"),
    ],
)
def test_sides_are_ids_or_files(klantreis, folder, current, wished):
    result = klantreis(folder, "gap", current, wished, "--output-format", "json")
    assert ("steps", "dropped") in differences(result)


def test_one_file_may_hold_both(klantreis, tmp_path):
    (tmp_path / "alles.yaml").write_text(CURRENT + "---\n" + dream().replace("klantreis: 1\n", ""), "utf-8")
    assert klantreis(tmp_path, "gap", "alles.yaml").code == 0


def test_the_nearest_dream_comes_first(klantreis, folder):
    (folder / "ver.yaml").write_text(dream("ver", horizon="far"), "utf-8")
    (folder / "dag.yaml").write_text(dream("dag", horizon="2027-03"), "utf-8")
    made = json.loads(klantreis(folder, "gap", "bestellen", "--output-format", "json").out)
    assert [one["new"]["id"] for one in made["journeys"]] == ["dag", "droom", "ver"]


def test_a_picture_shows_the_nearest_dream_and_says_so(klantreis, folder):
    (folder / "ver.yaml").write_text(dream("ver", horizon="far"), "utf-8")
    result = klantreis(folder, "gap", "bestellen", "-o", "gap.html")
    assert "nearest of `droom`, `ver`" in result.err
    assert (folder / "gap.html").read_text("utf-8").startswith("<!")


def test_two_dreams_of_the_same_horizon_are_not_chosen_between(klantreis, folder):
    (folder / "ook.yaml").write_text(dream("ook"), "utf-8")
    result = klantreis(folder, "gap", "bestellen", "-o", "gap.svg")
    assert result.code == 2
    assert "as near: `droom`, `ook`" in result.err
    assert klantreis(folder, "gap", "bestellen", "-o", "kaarten/").code == 0
    assert sorted(file.name for file in (folder / "kaarten").iterdir()) == ["droom.html", "ook.html"]


def test_a_dream_of_a_dream_is_held_against_the_journey_itself(klantreis, folder):
    far = dream("ver", of="droom", horizon="far").replace("drops: {id: belt, why: superfluous}", "drops: zoekt")
    (folder / "ver.yaml").write_text(
        far.replace("      - {id: zoekt, title: Zoekt op de site, channel: web, emotion: 0.5}\n", ""), "utf-8"
    )
    made = json.loads(klantreis(folder, "gap", "bestellen", "ver", "--output-format", "json").out)
    dropped = {item["id"] for item in made["journeys"][0]["differences"] if item["what"] == "dropped"}
    assert dropped == {"belt", "zoekt"}


def test_a_dream_alone_is_held_against_what_it_is_of(klantreis, folder):
    result = klantreis(folder, "gap", "droom")
    assert (result.code, "compared from `bestellen`" in result.err) == (0, True)


def test_sides_the_wrong_way_round_are_turned(klantreis, folder):
    result = klantreis(folder, "gap", "droom", "bestellen", "--output-format", "json")
    assert "`droom` is the dream" in result.err
    assert ("steps", "dropped") in differences(result)


def test_what_is_no_dream_of_it_is_compared_by_ids_alone(klantreis, folder):
    (folder / "oud.yaml").write_text(CURRENT.replace("id: bestellen", "id: oud"), "utf-8")
    result = klantreis(folder, "gap", "bestellen", "oud", "--output-format", "json")
    assert "is not a dream of" in result.err
    assert all(item[0] == "details" for item in differences(result))


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("bestelen",), "Did you mean `bestellen`?"),
        (("nergens.yaml",), "nergens.yaml: no such file."),
        (("bestellen", "nu.yaml"), "compared with itself"),
        (("weg.yaml",), "holds a roadmap, and no journey"),
        (("weg",), "`weg` is a roadmap, and no journey."),
        (("nu.yaml#zoekt",), "no journey `zoekt`"),
        (("bestellen", "--roadmap", "anders"), "is for another journey"),
        (("bestellen", "--roadmap", "wegg"), "no roadmap"),
        (("bestellen", "--fail-on", "regresion"), "Did you mean `regression`?"),
        (("bestellen", "-o", "gap.docx"), "no format ends in `.docx`"),
        (("bestellen", "-o", "gap.yaml"), "would be read as a journey"),
        (("bestellen", "-o", "gap.svg", "--output-format", "html"), "Leave one of the two out."),
        (("bestellen", "--min-coverage", "110"), "--min-coverage"),
    ],
)
def test_wrong_use_is_said_in_words(klantreis, folder, arguments, words):
    (folder / "weg.yaml").write_text(ROADMAP, "utf-8")
    (folder / "anders.yaml").write_text(
        ROADMAP.replace("id: weg", "id: anders").replace("from: bestellen", "from: droom"), "utf-8"
    )
    result = klantreis(folder, "gap", *arguments)
    assert result.code == 2
    assert words in result.err.replace("\n", " ")


def test_without_a_dream_it_says_how_to_write_one(klantreis, tmp_path):
    (tmp_path / "nu.yaml").write_text(CURRENT, "utf-8")
    result = klantreis(tmp_path, "gap", "nu.yaml")
    assert (result.code, result.out) == (2, "")
    assert "`state: dream` and `of: bestellen`" in result.err


def test_a_dream_of_itself_has_no_gap(klantreis, tmp_path):
    (tmp_path / "rond.yaml").write_text(dream("rond", of="rond"), "utf-8")
    result = klantreis(tmp_path, "gap", "rond.yaml")
    assert (result.code, result.out) == (2, "")


def test_a_side_with_mistakes_is_shown_and_never_without_differences(klantreis, folder):
    (folder / "droom.yaml").write_text(dream().replace("title: Koop", "titel: Koop"), "utf-8")
    result = klantreis(folder, "gap", "bestellen", "droom.yaml")
    assert (result.code, result.out) == (2, "")
    assert "titel" in result.err
    assert "keep it from being compared" in result.err


def test_a_loose_reference_is_told_and_compared(klantreis, folder):
    (folder / "droom.yaml").write_text(dream().replace("drops: {id: belt,", "drops: {id: balt,"), "utf-8")
    result = klantreis(folder, "gap", "bestellen")
    assert result.code == 0
    assert "1 reference to look at" in result.err


def test_differences_fail_a_run_only_when_asked(klantreis, folder):
    assert klantreis(folder, "gap", "bestellen").code == 0
    assert klantreis(folder, "gap", "bestellen", "--exit-code").code == 1
    assert klantreis(folder, "gap", "bestellen", "--fail-on", "regression").code == 0
    result = klantreis(folder, "gap", "bestellen", "--fail-on", "improvement,regression")
    assert result.code == 1
    assert "improvement" in result.err


def test_the_roadmap_between_the_two_is_found_and_measured(klantreis, folder):
    (folder / "weg.yaml").write_text(ROADMAP, "utf-8")
    made = json.loads(klantreis(folder, "gap", "bestellen", "--output-format", "json").out)
    coverage = made["journeys"][0]["roadmap"]
    assert 0 < coverage["covered"] < coverage["total"]
    assert klantreis(folder, "gap", "bestellen", "--min-coverage", "10").code == 0
    failed = klantreis(folder, "gap", "bestellen", "--min-coverage", "90")
    assert failed.code == 1
    assert "and 90 is asked" in failed.err


def test_a_coverage_is_missed_without_a_roadmap(klantreis, folder):
    result = klantreis(folder, "gap", "bestellen", "--min-coverage", "10")
    assert result.code == 1
    assert "no roadmap leads to `droom`" in result.err
    assert klantreis(folder, "gap", "bestellen", "--min-coverage", "0").code == 0


def test_two_states_are_covered_by_nothing(klantreis, folder):
    (folder / "anders.yaml").write_text(CURRENT.replace("id: bestellen", "id: anders"), "utf-8")
    result = klantreis(folder, "gap", "bestellen", "anders", "--min-coverage", "10")
    assert result.code == 1
    assert "`anders` is no dream of `bestellen`" in result.err


def test_a_coverage_that_is_just_reached_is_enough(klantreis, folder):
    steps = "".join(f"      - {{id: s{n}, title: Stap {n}, emotion: -1}}\n" for n in range(100))
    drops = ", ".join(f"{{id: s{n}, why: superfluous}}" for n in range(100))
    closes = ", ".join(f"s{n}" for n in range(29))
    (folder / "nu.yaml").write_text(
        f"klantreis: 1\nid: bestellen\ntitle: Bestellen\nphases:\n  - title: Koop\n    touchpoints:\n{steps}"
        "      - {id: blijft, title: Blijft}\n",
        "utf-8",
    )
    (folder / "droom.yaml").write_text(
        "klantreis: 1\nid: droom\ntitle: Droom\nstate: dream\nof: bestellen\n"
        f"drops: [{drops}]\nphases:\n  - title: Koop\n    touchpoints:\n      - {{id: blijft, title: Blijft}}\n",
        "utf-8",
    )
    (folder / "weg.yaml").write_text(ROADMAP.replace("closes: belt", f"closes: [{closes}]"), "utf-8")
    assert klantreis(folder, "gap", "bestellen", "--min-coverage", "29").code == 0
    missed = klantreis(folder, "gap", "bestellen", "--min-coverage", "29.01")
    assert missed.code == 1
    assert "29 per cent of the gap is covered, and 29.01 is asked" in missed.err


@pytest.mark.parametrize("ending", ["txt", "md", "json", "csv", "html", "svg"])
def test_the_ending_chooses_the_format(klantreis, folder, ending):
    result = klantreis(folder, "gap", "bestellen", "-o", f"uit/gap.{ending}")
    assert (result.code, result.out) == (0, "")
    assert (folder / "uit" / f"gap.{ending}").stat().st_size > 100


def test_a_side_may_be_a_file_in_git(klantreis, folder, monkeypatch):
    alone(monkeypatch, folder.parent / "thuis")
    begun(folder, {})
    (folder / "nu.yaml").write_text(CURRENT.replace("emotion: -1}", "emotion: 1.5}"), "utf-8")
    git(folder, "commit", "--all", "--message=beter")
    then = klantreis(folder, "gap", "HEAD~1:nu.yaml", "droom", "--output-format", "json")
    now = klantreis(folder, "gap", "HEAD:nu.yaml", "droom", "--output-format", "json")
    assert ("emotions", "risen") in differences(then)
    assert ("emotions", "risen") not in differences(now)


@pytest.mark.parametrize(
    ("side", "words"),
    [
        ("HEAD~9:nu.yaml", "no revision `HEAD~9`"),
        ("HEAD:oud.yaml", "there was no such file then"),
        ("HEAD:stuk.yaml", "there are mistakes in it"),
    ],
)
def test_a_side_that_cannot_be_read_in_git_is_wrong_use(klantreis, folder, monkeypatch, side, words):
    alone(monkeypatch, folder.parent / "thuis")
    begun(folder, {"stuk.yaml": "klantreis: 1\ntitle: [\n"})
    result = klantreis(folder, "gap", side, "droom")
    assert (result.code, result.out) == (2, "")
    assert words in result.err


def test_a_folder_is_no_side(klantreis, folder):
    for sides in ((".",), ("soeppan", "."), (".", "soeppan")):
        refused = klantreis(folder, "gap", *sides)
        assert refused.code == 2
        assert "a folder, not a file" in refused.err


def test_a_path_of_windows_and_an_address_are_no_revisions(klantreis, folder):
    git(folder, "init", "--quiet")
    for name in ("C:\\reizen\\weg.yaml", "C:/reizen/weg.yaml", "https://example.org/weg.yaml"):
        refused = klantreis(folder, "gap", name)
        assert refused.code == 2
        assert "no such file" in refused.err


def test_an_id_that_is_not_found_may_stand_in_a_file_with_mistakes(klantreis, folder):
    (folder / "stuk.yaml").write_text("klantreis: 1\nid: stuk\ntitle: [\n", "utf-8")
    refused = klantreis(folder, "gap", "stuk")
    assert refused.code == 2
    assert "stuk.yaml" in refused.err


def test_a_dream_of_itself_is_called_that(klantreis, folder):
    (folder / "zelf.yaml").write_text(dream("zelf", "zelf"), "utf-8")
    refused = klantreis(folder, "gap", "zelf")
    assert refused.code == 2
    assert "`zelf` says that it is a dream of itself" in refused.err


def test_an_id_that_is_there_twice_is_not_chosen_in_silence(klantreis, folder):
    (folder / "droom-nu.yaml").write_text(dream(), "utf-8")
    (folder / "dubbel.yaml").write_text(CURRENT, "utf-8")
    assert "`bestellen` is there more than once: dubbel.yaml, nu.yaml." in klantreis(folder, "gap", "bestellen").err


@pytest.mark.parametrize(
    "empty", [("",), ("bestellen", ""), ("bestellen", "--roadmap", ""), ("bestellen", "--fail-on", "")]
)
def test_a_variable_of_the_shell_that_is_not_set_is_no_name(klantreis, folder, empty):
    refused = klantreis(folder, "gap", *empty)
    assert (refused.code, refused.out) == (2, "")
    assert "variable of the shell" in refused.err


def test_a_roadmap_that_cannot_be_read_is_not_passed_over_in_silence(klantreis, folder):
    (folder / "weg.yaml").write_text(ROADMAP.replace("kind: roadmap", "kind: roadmap\n<<<<<<< HEAD"), "utf-8")
    result = klantreis(folder, "gap", "bestellen")
    assert result.code == 0
    assert "mistakes in them: weg.yaml" in result.err
