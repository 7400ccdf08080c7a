"""`render` draws journeys, says where, and leaves no half-written file behind."""

from __future__ import annotations

import os
import shutil
import stat
import xml.etree.ElementTree as ET
from functools import partial
from pathlib import Path

import pytest
from tests.cli.run import run

JOURNEY = "klantreis: 1\ntitle: {title}\npersona: Sanne\nphases:\n  - title: Oriëntatie\n    touchpoints: Vraagt rond\n"
EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture
def klantreis(capsys, monkeypatch):
    return partial(run, capsys, monkeypatch)


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "een.yaml").write_text(JOURNEY.format(title="Een"), "utf-8")
    (tmp_path / "twee.yaml").write_text(JOURNEY.format(title="Twee"), "utf-8")
    return tmp_path


def test_the_ending_chooses_the_format(klantreis, folder):
    assert klantreis(folder, "render", "een.yaml", "-o", "k.svg").code == 0
    assert ET.parse(folder / "k.svg").getroot().tag.endswith("svg")
    assert klantreis(folder, "render", "een.yaml", "-o", "k.HTML").code == 0
    assert "<table" in (folder / "k.HTML").read_text("utf-8")


def test_without_a_place_the_map_is_named_by_its_journey(klantreis, folder):
    result = klantreis(folder, "render", "een.yaml")
    assert (result.out, result.err) == ("", "Drawn: een.html\n")
    assert (folder / "een.html").is_file()


def test_many_journeys_go_into_a_folder(klantreis, folder):
    assert klantreis(folder, "render", ".", "-o", "kaarten/", "--format", "svg").code == 0
    assert sorted(path.name for path in (folder / "kaarten").iterdir()) == ["een.svg", "twee.svg"]


def test_a_hyphen_is_standard_output(klantreis, folder):
    result = klantreis(folder, "render", "een.yaml", "-o", "-", "--format", "svg")
    assert ET.fromstring(result.out).tag.endswith("svg")
    assert result.err == ""


def test_it_uses_the_persona_and_organisation_of_the_workspace(klantreis, tmp_path):
    journey = EXAMPLES / "nieuwe-website" / "klantreizen" / "nieuwe-website.yaml"
    assert klantreis(tmp_path, "render", str(journey), "-o", "k.html").code == 0
    page = (tmp_path / "k.html").read_text("utf-8")
    assert "Michiel Mobiel" in page
    assert "data:image/png" in page


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (("een.yaml", "twee.yaml", "-o", "k.html"), "Name a folder"),
        (("een.yaml", "-o", "k.pdf"), "no format ends in `.pdf`"),
        (("een.yaml", "-o", "k.svg", "--format", "html"), "--format says html"),
        (("weg.yaml",), "no such file"),
        (("een.yaml", "-o", "een.yaml/k.html"), "cannot be written"),
    ],
)
def test_wrong_use_is_said_in_words(klantreis, folder, arguments, word):
    result = klantreis(folder, "render", *arguments)
    assert result.code == 2
    assert word in result.err
    assert "Traceback" not in result.err


def test_a_file_with_mistakes_is_shown_and_not_drawn_and_the_others_are(klantreis, folder):
    (folder / "fout.yaml").write_text("klantreis: 1\ntitel: x\n", "utf-8")
    result = klantreis(folder, "render", ".", "-o", "kaarten/")
    assert result.code == 1
    assert "Unknown key `titel`" in result.err
    assert result.out == ""
    assert sorted(path.name for path in (folder / "kaarten").iterdir()) == ["een.html", "twee.html"]


def test_two_journeys_with_one_id_do_not_overwrite_each_other(klantreis, folder):
    (folder / "nog.yaml").write_text(JOURNEY.format(title="Een"), "utf-8")
    result = klantreis(folder, "render", ".", "-o", "kaarten/")
    assert (result.code, "two journeys with the id `een`" in result.err) == (2, True)


def test_a_file_without_a_journey_is_said(klantreis, folder):
    (folder / "p.yaml").write_text("klantreis: 1\nkind: persona\nname: Sanne\n", "utf-8")
    result = klantreis(folder, "render", "p.yaml")
    assert (result.code, "no journey in these files" in result.err) == (2, True)


def test_when_writing_fails_the_old_map_stays_whole(klantreis, folder, monkeypatch):
    (folder / "k.svg").write_text("old")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    result = klantreis(folder, "render", "een.yaml", "-o", "k.svg")
    assert (result.code, "No space left on device" in result.err) == (2, True)
    assert (folder / "k.svg").read_text() == "old"
    assert not list(folder.glob(".k.svg*"))


def test_a_map_keeps_the_mode_of_the_file_it_replaces(klantreis, folder):
    target = folder / "k.svg"
    target.write_text("old")
    target.chmod(0o640)
    klantreis(folder, "render", "een.yaml", "-o", "k.svg")
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


def test_a_link_stays_a_link(klantreis, folder):
    (folder / "echt.svg").write_text("old")
    (folder / "k.svg").symlink_to("echt.svg")
    klantreis(folder, "render", "een.yaml", "-o", "k.svg")
    assert (folder / "k.svg").is_symlink()
    assert "<svg" in (folder / "echt.svg").read_text("utf-8")


def test_twice_the_same_map_is_the_same_file(klantreis, folder):
    klantreis(folder, "render", "een.yaml", "-o", "a.svg")
    klantreis(folder, "render", "een.yaml", "-o", "b.svg")
    assert (folder / "a.svg").read_bytes() == (folder / "b.svg").read_bytes()


@pytest.fixture
def many(tmp_path):
    for number in range(30):
        (tmp_path / f"{number}.yaml").write_text(JOURNEY.format(title=f"Reis {number}"), "utf-8")
    return tmp_path


def test_many_maps_drawn_on_all_cores_are_the_same_maps(klantreis, many):
    assert klantreis(many, "render", ".", "-o", "kaarten/").code == 0
    assert len(list((many / "kaarten").iterdir())) == 30
    for number in (0, 1, 29):
        alone = klantreis(many, "render", f"{number}.yaml", "-o", "-").out
        assert (many / "kaarten" / f"reis-{number}.html").read_text("utf-8") == alone


@pytest.mark.parametrize("number", [6, 7])
def test_what_goes_wrong_on_another_core_is_said_too(klantreis, many, number):
    (many / "kaarten" / f"reis-{number}.html").mkdir(parents=True)
    result = klantreis(many, "render", ".", "-o", "kaarten/")
    assert (result.code, "it is a folder" in result.err, "→" in result.err) == (2, True, True)


def test_references_that_lead_nowhere_are_mentioned_and_the_map_is_drawn(klantreis, folder):
    text = (folder / "een.yaml").read_text("utf-8").replace("Sanne", "sanne")
    (folder / "een.yaml").write_text(text, "utf-8")
    result = klantreis(folder, "render", "een.yaml", "-o", "k.svg")
    assert (result.code, "1 reference to look at" in result.err) == (0, True)


def test_a_dream_names_the_steps_it_drops_by_their_titles(klantreis, tmp_path):
    journey = EXAMPLES / "michiel-mobiel" / "klantreizen" / "michiel-mobiel-droom.yaml"
    page = klantreis(tmp_path, "render", str(journey), "-o", "-").out
    assert "Belt of de pan op voorraad is" in page


def test_a_portrait_is_looked_for_beside_the_persona(klantreis, tmp_path):
    shutil.copytree(EXAMPLES / "nieuwe-website", tmp_path / "w")
    person = tmp_path / "w" / "personas" / "michiel-mobiel.yaml"
    shutil.copy(next((tmp_path / "w" / "beelden").glob("*.png")), person.parent / "portret.png")
    person.write_text(person.read_text("utf-8") + "\nimage: portret.png\n", "utf-8")
    assert klantreis(tmp_path / "w", "validate").code == 0
    before = klantreis(tmp_path / "w", "render", "klantreizen/nieuwe-website.yaml", "-o", "-").out
    assert before.count("data:image/png") == 4


def test_an_id_too_long_for_a_file_gets_a_name_of_its_own(klantreis, tmp_path):
    for number in "ab":
        key = "x" * 190 + number
        text = JOURNEY.format(title="Een").replace("title:", f"id: {key}\ntitle:", 1)
        (tmp_path / f"{number}.yaml").write_text(text, "utf-8")
    assert klantreis(tmp_path, "render", "a.yaml", "b.yaml", "-o", "k/").code == 0
    assert len(list((tmp_path / "k").iterdir())) == 2
