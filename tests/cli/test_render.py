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
        (("een.yaml", "twee.yaml", "-o", "k.svg"), "Name a folder"),
        (("een.yaml", "-o", "k.bmp"), "no format ends in `.bmp`"),
        (("een.yaml", "-o", "k.svg", "--format", "html"), "--format says html"),
        (("weg.yaml",), "no such file"),
        (("een.yaml", "-o", "een.yaml/k.html"), "cannot be written"),
        (("een.yaml", "-o", "twee.yaml"), "read as a journey"),
        (("een.yaml", "-o", "kaart"), "no ending"),
        (("een",), "no workspace here"),
        (("een.yaml#twee",), "no journey `een.yaml#twee`"),
        (("een.yaml", "--view", "kaart"), "no view `kaart`"),
        (("een.yaml", "--view", "mpa"), "Did you mean `map`"),
        (("een.yaml", "--view", "teams", "-o", "k.mmd"), "mermaid cannot hold the teams view"),
        (("een.yaml", "--view", "flow", "--lanes", "pains"), "there are no lanes in this"),
        (("een.yaml", "--lanes", "pijn"), "no lane `pijn`"),
        (("een.yaml", "--hide", "painz"), "Did you mean `pains`"),
        (("een.yaml", "--phases", "koop"), "`een` has no phase `koop`"),
        (("een.yaml", "--phases", "2"), "a number, 1 to 1"),
        (("een.yaml", "--lang", "xx"), "no words in `xx`"),
        (("een.yaml", "--lang", "../x"), "no words in"),
        (("een.yaml", "--scale", "3"), "--scale means nothing to html"),
        (("een.yaml", "--paper", "A4", "-o", "k.svg"), "--paper means nothing to svg"),
        (("een.yaml", "--theme", "dark", "--format", "json"), "--theme means nothing to json"),
        (("een.yaml", "--theme", "weg.yml"), "weg.yml: no such file"),
        (("een.yaml", "--watch", "-o", "-"), "--watch needs files"),
        (("een.yaml", "--phases", ","), "names nothing"),
        (("een.yaml", "--lanes", ""), "names nothing"),
        (("een.yaml", "--format", "jpg"), "--format: no format `jpg`"),
        (("een.yaml", "--format", "markdwn"), "Did you mean `markdown`"),
        (("een.yaml", "--format", "json", "--lang", "en"), "--lang means nothing to json"),
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


WORKSPACE = EXAMPLES / "michiel-mobiel"


@pytest.fixture
def workspace(tmp_path):
    shutil.copytree(WORKSPACE, tmp_path / "w")
    return tmp_path / "w"


@pytest.mark.parametrize(
    "name",
    [
        "michiel-mobiel",
        "Michiel Mobiel",
        "klantreizen/michiel-mobiel.yaml",
        "klantreizen/michiel-mobiel.yaml#michiel-mobiel",
    ],
)
def test_a_journey_is_named_by_file_or_id(klantreis, workspace, name):
    result = klantreis(workspace, "render", name, "-o", "kaarten/")
    assert (result.code, os.listdir(workspace / "kaarten")) == (0, ["michiel-mobiel.html"])


def test_an_id_that_nobody_has_gets_a_suggestion(klantreis, workspace):
    result = klantreis(workspace, "render", "michiel-mobil")
    assert (result.code, "Did you mean `michiel-mobiel`?" in result.err) == (2, True)


def test_the_name_of_a_file_in_place_of_an_id_leads_to_the_id(klantreis, workspace):
    (workspace / "klantreizen" / "fiets.yaml").write_text(JOURNEY.format(title="Ik wil een fiets"), "utf-8")
    result = klantreis(workspace, "render", "fiets")
    assert (result.code, "fiets.yaml holds `ik-wil-een-fiets`" in result.err) == (2, True)


@pytest.mark.parametrize("name", ["fiets", "Ik wil een fiets", "'ik wil een fiets'"])
@pytest.mark.parametrize("mistake", ["titel: x", "  goal: [", "\tgoal: x"])
def test_an_id_whose_file_has_mistakes_shows_the_mistakes(klantreis, workspace, name, mistake):
    text = JOURNEY.format(title="Ik wil een fiets  # later meer") + mistake + "\n"
    (workspace / "klantreizen" / "fiets.yaml").write_text(text, "utf-8")
    result = klantreis(workspace, "render", name)
    assert result.code == 1
    assert "fiets.yaml:7:" in result.err
    assert "no journey" not in result.err


def test_a_journey_that_is_named_twice_is_drawn_once(klantreis, workspace):
    klantreis(workspace, "render", "michiel-mobiel", "klantreizen/michiel-mobiel.yaml", "-o", "kaarten/")
    assert os.listdir(workspace / "kaarten") == ["michiel-mobiel.html"]


def test_mistakes_elsewhere_do_not_keep_an_id_from_being_drawn(klantreis, workspace):
    (workspace / "klantreizen" / "fout.yaml").write_text("klantreis: 1\ntitel: x\n", "utf-8")
    result = klantreis(workspace, "render", "michiel-mobiel", "-o", "k.svg")
    assert (result.code, "fout.yaml" in result.err) == (0, False)
    result = klantreis(workspace, "render", "iets-anders")
    assert "Not read, for they have mistakes: klantreizen/fout.yaml" in result.err


def test_several_views_of_pictures_are_named_after_journey_and_view(klantreis, workspace):
    arguments = ("--view", "map", "--view", "priorities,curves", "--format", "svg")
    assert klantreis(workspace, "render", "michiel-mobiel", *arguments, "-o", "een/").code == 0
    assert sorted(os.listdir(workspace / "een")) == [
        "michiel-mobiel-curves.svg",
        "michiel-mobiel-map.svg",
        "michiel-mobiel-priorities.svg",
    ]
    assert klantreis(workspace, "render", "klantreizen", *arguments, "-o", "alle/").code == 0
    names = sorted(os.listdir(workspace / "alle"))
    assert (len(names), names[0]) == (7, "curves.svg")


def test_a_page_holds_several_views_and_several_journeys(klantreis, workspace):
    assert klantreis(workspace, "render", "klantreizen", "--view", "map,curves", "-o", "k.html").code == 0
    page = (workspace / "k.html").read_text("utf-8")
    assert page.count("<h1") == 1
    assert "bestelt vóór het volgende station" in page


def test_lanes_may_be_called_what_the_map_calls_them(klantreis, workspace):
    for names in ("pains,core-values", "Pijnpunten,kernwaarden", "Pain points,core_values"):
        assert klantreis(workspace, "render", "michiel-mobiel", "--lanes", names, "-o", "k.svg").code == 0
        texts = [element.text for element in ET.parse(workspace / "k.svg").iter("{http://www.w3.org/2000/svg}text")]
        assert {"Pijnpunten", "Kernwaarden"} <= set(texts)
        assert not {"Emotie", "Kansen", "Bewijs"} & set(texts[20:])


def test_phases_may_be_ids_titles_or_numbers_and_what_is_left_out_is_said(klantreis, workspace):
    pictures = set()
    for names in ("2-3", "2,3", "Oriëntatie en vergelijking,intentie-en-koop"):
        assert klantreis(workspace, "render", "michiel-mobiel", "--phases", names, "-o", "k.svg").code == 0
        pictures.add((workspace / "k.svg").read_text("utf-8"))
    assert len(pictures) == 1
    assert "Niet getoond: Bewustwording, Gebruiken en verbinden." in pictures.pop()


def test_the_fixed_words_may_be_in_another_language(klantreis, workspace):
    klantreis(workspace, "render", "michiel-mobiel", "--lang", "en", "-o", "k.svg")
    picture = (workspace / "k.svg").read_text("utf-8")
    assert "Pain points" in picture
    assert "Pijnpunten" not in picture


def test_what_was_drawn_is_opened(klantreis, folder, monkeypatch):
    opened = []
    monkeypatch.setattr("typer.launch", opened.append)
    klantreis(folder, "render", "een.yaml", "--open")
    klantreis(folder, "render", "een.yaml", "--open", "-o", "-")
    assert opened == ["een.html"]


def test_in_a_view_of_several_one_journey_that_has_a_phase_is_enough(klantreis, folder):
    (folder / "twee.yaml").write_text(JOURNEY.format(title="Twee").replace("Oriëntatie", "Koop"), "utf-8")
    asked = ("render", "een.yaml", "twee.yaml", "--phases", "koop", "--format", "svg")
    assert klantreis(folder, *asked, "--view", "curves", "-o", "k.svg").code == 0
    assert klantreis(folder, *asked, "-o", "kaarten/").code == 2


def test_it_does_not_draw_over_its_own_theme_or_templates(klantreis, folder):
    (folder / "huisstijl.txt").write_text("extends: light\n", "utf-8")
    (folder / "sjablonen").mkdir()
    page = folder / "sjablonen" / "page.html.j2"
    page.write_text('{% extends "klantreis/page.html.j2" %}', "utf-8")
    over = klantreis(folder, "render", "een.yaml", "--theme", "huisstijl.txt", "-o", "huisstijl.txt", "--format", "svg")
    assert (over.code, (folder / "huisstijl.txt").read_text("utf-8")) == (2, "extends: light\n")
    assert "this is the theme" in over.err
    over = klantreis(
        folder, "render", "een.yaml", "--templates", "sjablonen", "-o", "sjablonen/page.html.j2", "--format", "html"
    )
    assert (over.code, page.read_text("utf-8")[:2]) == (2, "{%")
    assert "this is a template" in over.err


def test_a_picture_that_is_broken_is_told_of_when_it_cannot_be_made_a_pdf(klantreis, folder):
    pytest.importorskip("typst")
    (folder / "beeld.gif").write_bytes(b"GIF89a" + b"\x10\0\x10\0" + bytes(20))
    text = (folder / "een.yaml").read_text("utf-8").replace("Vraagt rond", "{title: Vraagt rond, image: beeld.gif}")
    (folder / "een.yaml").write_text(text, "utf-8")
    (folder / "klantreis.toml").write_text("klantreis = 1\n", "utf-8")
    result = klantreis(folder, "render", "een.yaml", "-o", "k.pdf")
    assert result.code == 2
    assert "cannot be made a PDF" in result.err


def test_an_option_of_another_format_is_refused_whatever_its_value(klantreis, folder):
    assert "--scale means nothing to svg" in klantreis(folder, "render", "een.yaml", "-o", "k.svg", "--scale", "0").err


def test_a_language_may_be_asked_for_with_its_region(klantreis, folder):
    told = klantreis(folder, "render", "een.yaml", "-o", "-", "--format", "svg", "--lang", "en-GB").out
    assert "customer journey" in told


def test_a_journey_called_as_a_view_does_not_share_its_file(klantreis, folder):
    (folder / "curves.yaml").write_text(JOURNEY.format(title="Curves"), "utf-8")
    result = klantreis(folder, "render", "curves.yaml", "een.yaml", "-o", "uit/", "--view", "map,curves")
    assert result.code == 2
    assert "two pictures would become" in result.err


@pytest.mark.parametrize("option", ["--theme", "--templates", "--paper"])
def test_a_value_that_no_file_system_takes_is_an_error_in_words(klantreis, folder, option):
    form = "k.pdf" if option == "--paper" else "k.html"
    result = klantreis(folder, "render", "een.yaml", "-o", form, option, "x" * 5_000)
    assert result.code == 2
    assert len(result.err) < 500


def test_a_page_in_other_words_says_which_language_its_texts_are_in(klantreis, workspace):
    klantreis(workspace, "render", "michiel-mobiel", "--lang", "en", "-o", "k.html")
    page = (workspace / "k.html").read_text("utf-8")
    assert '<html lang="nl">' in page
    assert "Pain points" in page


def test_nothing_that_a_drawing_is_made_of_is_drawn_over(klantreis, workspace):
    journey = workspace / "klantreizen" / "met-beeld.yaml"
    (workspace / "klantreizen" / "foto.svg").write_text("<svg/>", "utf-8")
    journey.write_text(JOURNEY.format(title="Beeld").replace("Vraagt rond", "{title: x, image: foto.svg}"), "utf-8")
    result = klantreis(workspace, "render", str(journey), "-o", "klantreizen/foto.svg")
    assert (result.code, "a journey shows this picture" in result.err) == (2, True)
    theme = ("--theme", "huisstijl/thema.yml")
    result = klantreis(workspace, "render", "michiel-mobiel", *theme, "-o", "huisstijl/logo.svg")
    assert (result.code, "the theme names this file" in result.err) == (2, True)
