"""The page: valid by validators that are not ours, one title, ids of one kind, and nothing of a journey in its script.

The validators are html-validate and the Nu validator (`npm install html-validate vnu-jar`, and Java), found
through `KLANTREIS_NODE_MODULES`.
"""

from __future__ import annotations

import itertools
import json
import os
import re
import shutil
import subprocess
from base64 import b64encode
from collections import Counter
from collections.abc import Mapping
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from tests.render.conftest import make
from tests.render.hostile import HOSTILE, everywhere

from klantreis.language.words import words_of
from klantreis.model.kinds import model_of
from klantreis.model.setting import Setting
from klantreis.render import render
from klantreis.render.content.choice import Choice
from klantreis.render.kit.look import LOOKS
from klantreis.render.map.facets import facets
from klantreis.render.parts import Options
from klantreis.render.views import VIEWS

# Matters of taste: columns get their width where they stand, and a title is as long as its author likes.
RULES = {"no-inline-style": "off", "doctype-style": "off", "long-title": "off"}


class Page(HTMLParser):
    """The elements of a page, in order: their names and attributes, and the text of scripts and headings."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: dict[str, list[str]] = {}
        self._open = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag == "script" or re.fullmatch(r"h\d", tag):
            self._open = tag
            self.texts.setdefault(tag, []).append("")

    def handle_endtag(self, tag: str) -> None:
        if tag == self._open:
            self._open = ""

    def handle_data(self, data: str) -> None:
        if self._open:
            self.texts[self._open][-1] += data

    def all(self, name: str) -> list[dict[str, str | None]]:
        """Give the attributes of every element of a name."""
        return [attributes for tag, attributes in self.elements if tag == name]

    def with_class(self, name: str) -> list[dict[str, str | None]]:
        """Give the attributes of every element of a class."""
        return [held for _, held in self.elements if name in (held.get("class") or "").split()]


def page(settings: Setting | list[Setting], *views: str, look: str = "auto") -> str:
    """Give views as a page."""
    text = render(settings, "html", views=views, options=Options(look=LOOKS[look]))
    assert isinstance(text, str)
    return text


@pytest.fixture(scope="module")
def full(journeys: dict[str, Setting]) -> Page:
    """One journey in every view."""
    return Page(page(journeys["michiel-mobiel"], *VIEWS))


@pytest.fixture(scope="module")
def several(journeys: dict[str, Setting]) -> Page:
    """A journey and its dream, each in two views, and their curves together."""
    return Page(page([journeys["michiel-mobiel"], journeys["michiel-mobiel-droom"]], "map", "teams", "curves"))


@pytest.fixture(scope="module")
def written(journeys: Mapping[str, Setting], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a page of every journey's map, one of every view, and one of several journeys."""
    folder: Path = tmp_path_factory.mktemp("pages")
    pages = {name: page(setting, "map") for name, setting in journeys.items()}
    pages["every-view"] = page(journeys["michiel-mobiel"], *VIEWS)
    pages["english"] = page(journeys["moving-broadband"], *VIEWS)
    for name, lanes in (("phases-only", ("goal", "emotion")), ("one-lane", ("pains",)), ("no-lane", ("x-none",))):
        pages[name] = str(render(journeys["nieuwe-website"], "html", choice=Choice(lanes=lanes)))
    pages["one-ink"] = page(journeys["klacht"], "map", "flow", look="print")
    pages["several"] = page([journeys["michiel-mobiel"], journeys["michiel-mobiel-droom"]], "map", "teams", "curves")
    for name, text in pages.items():
        (folder / f"{name}.html").write_text(text, encoding="utf-8")
    config = {"root": True, "extends": ["html-validate:recommended"], "rules": RULES}
    (folder / ".htmlvalidate.json").write_text(json.dumps(config), encoding="utf-8")
    return folder


def _said(command: list[str], folder: Path) -> str:
    done = subprocess.run(  # a validator on our own files
        command, cwd=folder, capture_output=True, text=True, check=False, timeout=240
    )
    return done.stdout + done.stderr


def test_html_validate_finds_nothing_to_say(written: Path, node_modules: Path) -> None:
    program = node_modules / ".bin" / "html-validate"
    names = sorted(path.name for path in written.glob("*.html"))
    assert _said([str(program), "--formatter", "text", *names], written) == ""


def test_the_nu_validator_finds_no_error(written: Path, node_modules: Path) -> None:
    program = node_modules / "vnu-jar" / "build" / "dist" / "vnu.jar"
    java = shutil.which("java")
    if java is None or not program.is_file():
        reason = "no Nu validator: npm install vnu-jar, and apt-get install default-jre-headless"
        if os.environ.get("KLANTREIS_BROWSER") == "required":
            pytest.fail(reason)
        pytest.skip(reason)
    names = sorted(path.name for path in written.glob("*.html"))
    assert _said([java, "-jar", str(program), "--errors-only", "--format", "gnu", *names], written) == ""


@pytest.mark.parametrize("found", ["full", "several"])
def test_every_id_is_one_of_a_kind_and_every_reference_leads_somewhere(
    found: str, request: pytest.FixtureRequest
) -> None:
    held: Page = request.getfixturevalue(found)
    ids = Counter(attributes["id"] for _, attributes in held.elements if "id" in attributes)
    assert [name for name, times in ids.items() if times > 1] == []
    wanted = set()
    for _, attributes in held.elements:
        for name in ("aria-labelledby", "aria-controls", "aria-describedby"):
            wanted.update((attributes.get(name) or "").split())
        if (attributes.get("href") or "").startswith("#"):
            wanted.add(str(attributes["href"])[1:])
        wanted.update(re.findall(r"url\(#([^)]+)\)", attributes.get("clip-path") or ""))
    assert wanted - set(ids) == set()


@pytest.mark.parametrize("found", ["full", "several"])
def test_headings_step_down_one_level_at_a_time_from_one_title(found: str, request: pytest.FixtureRequest) -> None:
    held: Page = request.getfixturevalue(found)
    levels = [int(tag[1]) for tag, _ in held.elements if re.fullmatch(r"h\d", tag)]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


def test_the_policy_stands_first_and_allows_one_script_by_its_hash(full: Page, several: Page) -> None:
    for held in (full, several):
        (script,) = held.texts["script"]
        known = b64encode(sha256(script.encode()).digest()).decode()
        policy = held.all("meta")[1]
        assert policy["http-equiv"] == "Content-Security-Policy"
        assert f"script-src 'sha256-{known}';" in str(policy["content"])
        assert str(policy["content"]).startswith("default-src 'none';")
    assert full.texts["script"] == several.texts["script"]


def test_a_page_of_one_view_has_no_navigation_and_one_of_several_leads_to_each(
    journeys: dict[str, Setting], full: Page, several: Page
) -> None:
    assert Page(page(journeys["klacht"], "map")).all("nav") == []

    def targets(held: Page) -> list[str]:
        return [str(a["href"])[1:] for a in held.all("a") if str(a.get("href")).startswith("#")][1:]

    assert sorted(targets(full)) == sorted(VIEWS)
    assert targets(several) == ["j1", "j1-map", "j1-teams", "j2", "j2-map", "j2-teams", "j3"]


def test_the_journey_is_introduced_once_however_many_views(journeys: dict[str, Setting], full: Page) -> None:
    title = journeys["michiel-mobiel"].journey.title
    assert full.texts["h1"] == [title]
    text = page(journeys["michiel-mobiel"], *VIEWS)
    assert text.count('<div class="who">') == 1
    assert text.count(journeys["michiel-mobiel"].journey.description) == 1


def test_every_picture_has_its_words_and_every_view_but_the_map_its_tables(full: Page) -> None:
    pictures = [svg for svg in full.all("svg") if "aria-hidden" not in svg]
    assert all(svg.get("aria-label") or svg.get("aria-labelledby") for svg in pictures)
    assert len(full.with_class("tables")) == len(VIEWS) - 1
    assert len(full.all("figure")) == len(full.all("figcaption")) == len(VIEWS) - 1


def test_a_persona_is_told_about_beside_the_brief() -> None:
    persona = model_of("persona").model_validate(
        {
            "kind": "persona",
            "name": "Pien",
            "bio": "Woont boven de bakker.",
            "goals": ["Tijd over"],
            "frustrations": "Wachtmuziek",
        }
    )
    setting = Setting(make(persona="pien").journey, persona)  # type: ignore[arg-type]
    text = page(setting, "map")
    assert [told in text for told in ("Meer over Pien", "Woont boven de bakker.", "Tijd over", "Wachtmuziek")] == (
        [True] * 4
    )
    assert 'class="about"' not in page(make(persona="Pien"), "map")


def test_a_look_without_a_dark_side_stays_as_it_is_whatever_the_reader_prefers() -> None:
    assert "prefers-color-scheme" in page(make(), "map")
    assert "prefers-color-scheme" not in page(make(), "map", look="light")
    dark = page(make(), "map", look="dark")
    assert "prefers-color-scheme" not in dark
    assert "color-scheme:dark;" in dark


def test_the_same_parts_give_the_same_page(journeys: dict[str, Setting]) -> None:
    first, second = (page(journeys["luiers-in-huis"], *VIEWS) for _ in range(2))
    assert first == second


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_that_somebody_wrote_becomes_markup(text: str) -> None:
    setting = Setting(model_of("journey").model_validate(everywhere(text)))  # type: ignore[arg-type]
    plain = Setting(model_of("journey").model_validate(everywhere("woord")))  # type: ignore[arg-type]
    views = [name for name in VIEWS if name in ("map", "teams", "channels", "priorities")]
    held, same = Page(page(setting, *views)), Page(page(plain, *views))
    assert len(held.all("script")) == len(held.texts["script"]) == 1
    assert held.texts["script"] == same.texts["script"]
    for tag, attributes in held.elements:
        assert tag not in {"img", "iframe", "object", "embed", "base", "form"}
        assert not [name for name in attributes if name.startswith("on")]
        assert str(attributes.get("href", "#")).startswith(("#", "http://", "https://", "mailto:", "data:image/"))
        assert "evil" not in str(attributes.get("style", ""))
    # What it says differs, what it is made of does not.
    assert {tag for tag, _ in held.elements} <= {tag for tag, _ in same.elements} | {"a"}


def _steps(*steps: dict[str, Any]) -> Setting:
    return make(phases=[{"title": "Leeg"}, {"title": "Vol", "touchpoints": list(steps)}])


def test_a_filter_names_the_columns_where_it_holds() -> None:
    setting = _steps(
        {"title": "Een", "channel": ["web", "phone"], "owner": "Sales", "evidence": "assumption"},
        {"title": "Twee", "channel": "web", "evidence": ["interview"]},
    )
    found = facets(setting, (0, 1), words_of("nl").about("page"))
    told = {group.name: [(facet.name, facet.places) for facet in group.facets] for group in found}
    assert told == {
        "Kanaal": [("website", (1, 2)), ("telefoon", (1,))],
        "Team": [("Sales", (1,))],
        "Bewijs": [("aanname", (1,)), ("bewezen", (2,))],
    }


def test_what_all_touchpoints_share_is_no_filter() -> None:
    setting = _steps({"title": "Een", "channel": "web"}, {"title": "Twee", "channel": "web"})
    assert facets(setting, (0, 1), words_of("nl").about("page")) == ()


def test_a_filter_counts_the_columns_that_are_shown() -> None:
    phases = [{"title": f"Fase {n}", "touchpoints": [{"title": "Stap", "owner": f"Team {n}"}]} for n in (1, 2, 3)]
    (team,) = facets(make(phases=phases), (1, 2), words_of("nl").about("page"))
    assert [(facet.name, facet.places) for facet in team.facets] == [("Team 2", (0,)), ("Team 3", (1,))]


def test_content_says_what_its_signals_are_worth() -> None:
    content = {"title": "Blog", "signals": {"view": 1, "bounce": -2.5, "eigen-signaal": 3}}
    text = page(make(phases=[{"title": "Fase", "content": content, "touchpoints": ["Stap"]}]), "map")
    assert "punten: bekeken +1, direct weg −2,5, eigen signaal +3" in text
