"""Mermaid's own journey: read back by Mermaid's rules, it says what the journey says and names what it lost."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from tests.render.hostile import HOSTILE, everywhere

from klantreis.model.setting import Setting
from klantreis.render import render
from klantreis.render.content.choice import Choice
from klantreis.render.kit.clean import clean
from klantreis.wording import shortened

TRICKS = [
    *("title of mine", "section eight", "journey begins", "Journeyman", "accTitle: a", "accDescr { a }"),
    *("%%{init: {'theme': 'dark'}}%%", "a %% b", "a;b", "a#b", "#35;", "a:b,c", "style a:#b;c", "classDef x:#f;"),
    *("<br/>x", "---", "end", "Naam: 3: x", "$$x$$", "`**vet**`", "[x](y)", "&lt;", "&#35;", "a\nb", "toString"),
    "W" * 3000,
]
TEXT = "[^#\n;]+"


@dataclass
class Read:
    """What Mermaid makes of a diagram: the title, and the tasks of each section."""

    title: str = ""
    told: dict[str, str] = field(default_factory=dict)
    sections: list[tuple[str, list[tuple[str, float, list[str]]]]] = field(default_factory=list)


def _tokens(text: str) -> Iterator[tuple[str, str]]:
    """The rules of `journey.jison` (Mermaid 11), in their order: the first that fits wins."""
    rules = [
        ("comment", r"%(?!\{)[^\n]*"),
        ("comment", r"[^}]%%[^\n]*"),
        ("newline", r"\n+"),
        ("space", r"\s+"),
        ("comment", r"#[^\n]*"),
        ("journey", r"journey\b"),
        ("title", rf"title\s{TEXT}"),
        ("told", r"acc(?:Title|Descr)\s*:\s*[^\n]*"),
        ("block", r"accDescr\s*\{"),
        ("section", r"section\s[^#:\n;]+"),
        ("task", r"[^#:\n;]+"),
        ("data", rf":{TEXT}"),
        ("wrong", r"."),
    ]
    at = 0
    while at < len(text):
        kind, found = next(
            (kind, found) for kind, rule in rules if (found := re.compile(rule, re.IGNORECASE).match(text, at))
        )
        at = found.end()
        if kind not in ("space", "comment", "newline"):
            yield kind, found.group()


def read(source: str) -> Read:
    """Read a diagram as Mermaid does: entities are hidden, comments dropped, then the grammar."""
    hidden = re.sub(r"style.*:\S*#.*;|classDef.*:\S*#.*;", lambda found: found.group()[:-1], source)
    hidden = re.sub(r"#(\w+);", lambda found: chr(0xE000 + int(found[1])), hidden)
    assert "%%{" not in hidden
    tokens = list(_tokens(re.sub(r"^\s*%%(?!{)[^\n]+\n?", "", hidden, flags=re.MULTILINE)))
    assert tokens[0] == ("journey", "journey")
    result = Read()
    rest = iter(tokens[1:])
    for kind, text in rest:
        if kind == "title":
            result.title = _shown(text[6:])
        elif kind == "told":
            key, _, value = text.partition(":")
            result.told[key] = _shown(value)
        elif kind == "section":
            result.sections.append((_shown(text[8:]), []))
        else:
            assert kind == "task", f"{kind}: {text}"
            after, data = next(rest)
            assert after == "data"
            score, _, people = data[1:].partition(":")
            assert ":" not in people
            task = (_shown(text), float(score), [_shown(person) for person in people.split(",")])
            result.sections[-1][1].append(task)
    return result


def _shown(text: str) -> str:
    return re.sub("[\ue000-\uf8ff]", lambda found: chr(ord(found.group()) - 0xE000), text.strip())


def source_of(setting: Setting, **choice: Any) -> str:
    text = render(setting, "mermaid", choice=Choice(**choice))
    assert isinstance(text, str)
    return text


def comments(source: str) -> str:
    lines = [line[2:].strip() for line in source.splitlines() if line.startswith("%%")]
    return " ".join(lines)


def cut(text: str) -> str:
    return shortened(clean(text), 200)


def test_every_phase_and_touchpoint_is_there_in_order(drawn: Setting) -> None:
    found = read(source_of(drawn))
    assert found.title == cut(drawn.journey.title)
    assert [title for title, _ in found.sections] == [cut(phase.title) for phase in drawn.journey.phases]
    for phase, (_, tasks) in zip(drawn.journey.phases, found.sections, strict=True):
        if phase.touchpoints:
            titles = [cut(step.title) for step in phase.touchpoints]
            assert [task.removesuffix(" (zonder emotie)") for task, _, _ in tasks] == titles


def test_scores_are_the_emotions_plus_three(drawn: Setting) -> None:
    for phase, (_, tasks) in zip(drawn.journey.phases, read(source_of(drawn)).sections, strict=True):
        assert all(1 <= score <= 5 for _, score, _ in tasks)
        for step, (_, score, _) in zip(phase.touchpoints, tasks, strict=False):
            assert step.emotion is None or score == pytest.approx(step.emotion.score + 3, abs=0.006)


@pytest.mark.parametrize("text", [*HOSTILE, *TRICKS])
def test_any_text_shows_as_it_is(text: str, journey: Callable[..., Setting]) -> None:
    setting = journey(**everywhere(text))
    found = read(source_of(setting))
    shown = cut(text)
    assert found.title == (shown or "proef")
    ((phase, tasks),) = found.sections
    assert phase == (shown or "f")
    ((task, score, people),) = tasks
    assert (task, score) == (shown or "t", 4)
    assert people == [shortened(clean(text), 60) or "klant"]


def test_teams_are_the_actors_and_the_customer_acts_alone(journeys: dict[str, Setting]) -> None:
    found = read(source_of(journeys["michiel-mobiel"]))
    tasks = [task for _, tasks in found.sections for task in tasks]
    assert tasks[0] == ("Ziet een soeppan voorbijkomen", 3.5, ["Marketing"])
    assert tasks[10] == ("Kookt zijn eerste soep", 4.7, ["Michiel Mobiel"])


def test_without_teams_the_channels_are_the_actors(journey: Callable[..., Setting]) -> None:
    steps = [
        {"title": "A", "channel": ["web", "Rooksignaal"], "emotion": 1},
        {"title": "B", "channel": "none", "emotion": -2},
    ]
    found = source_of(journey(phases=[{"title": "F", "touchpoints": steps}]))
    assert [people for _, _, people in read(found).sections[0][1]] == [["website", "Rooksignaal"], ["klant"]]
    assert "De stippen zijn de kanalen" in comments(found)
    assert "de kanalen," not in comments(found).split("verder heeft")[-1]


def test_a_touchpoint_without_an_emotion_stands_in_the_middle_and_says_so(journeys: dict[str, Setting]) -> None:
    found = source_of(journeys["no-emotions"])
    assert read(found).sections[0][1][0] == ("Een (zonder emotie)", 3, ["klant"])
    assert "als neutraal getekend: Een, Twee, Drie." in comments(found)
    assert "accDescr" not in found


def test_the_emotion_of_a_phase_is_that_of_its_touchpoints(journey: Callable[..., Setting]) -> None:
    phases = [
        {"title": "Vol", "emotion": -1.5, "touchpoints": ["A", "B"]},
        {"title": "Leeg", "emotion": 0.25},
        {"title": "Niets"},
    ]
    found = source_of(journey(phases=phases))
    assert [[(title, score) for title, score, _ in tasks] for _, tasks in read(found).sections] == [
        [("A", 1.5), ("B", 1.5)],
        [("Leeg", 3.25)],
        [],
    ]
    told = comments(found)
    assert "die van de hele fase: Vol." in told
    assert "met haar eigen emotie als stap: Leeg." in told
    assert "niet getekend: Niets." in told


def test_a_journey_with_empty_phases_only_is_still_drawn(journey: Callable[..., Setting]) -> None:
    found = read(source_of(journey(phases=["A", "B"])))
    assert [len(tasks) for _, tasks in found.sections] == [0, 1]


def test_what_is_lost_is_counted(journeys: dict[str, Setting], journey: Callable[..., Setting]) -> None:
    told = comments(source_of(journeys["michiel-mobiel"]))
    for words in ("7 pijnpunten", "8 kansen", "1 barrière", "1 moment van de waarheid", "de loyaliteitslus"):
        assert words in told
    assert "verder heeft" not in comments(source_of(journey()))


def test_chosen_phases_only_and_the_others_named(journeys: dict[str, Setting]) -> None:
    found = source_of(journeys["michiel-mobiel"], phases=("3",))
    assert [title for title, _ in read(found).sections] == ["Intentie en koop"]
    assert "Niet gekozen: Bewustwording, Oriëntatie en vergelijking, Gebruiken en verbinden." in comments(found)
    assert "3 pijnpunten" not in comments(found)
    assert read(found).told["accDescr"] == read(source_of(journeys["michiel-mobiel"])).told["accDescr"]


def test_english_journeys_are_told_in_english(journeys: dict[str, Setting]) -> None:
    assert "A score is the emotion plus 3" in comments(source_of(journeys["moving-broadband"]))


@pytest.mark.browser
def test_mermaid_itself_draws_every_text_as_it_is(
    browser: Any, node_modules: Path, journeys: dict[str, Setting], journey: Callable[..., Setting]
) -> None:
    script = node_modules / "mermaid" / "dist" / "mermaid.min.js"
    if not script.is_file():
        assert os.environ.get("KLANTREIS_BROWSER") != "required", "npm install mermaid"
        pytest.skip("no Mermaid: npm install mermaid")
    page = browser.new_page()
    noise: list[str] = []
    page.on("dialog", lambda dialog: (noise.append(dialog.message), dialog.dismiss()))
    page.set_content("<div id=o></div>")
    page.add_script_tag(path=str(script))
    try:
        for setting in (*journeys.values(), *(journey(**everywhere(text)) for text in (*HOSTILE, *TRICKS))):
            shown = page.evaluate(DRAW, source_of(setting))
            steps = setting.journey.touchpoints()
            wanted = {cut(setting.journey.title), *(cut(step.title) for step in steps)} - {""}
            assert all(any(text.startswith(name) for text in shown) for name in wanted)
        assert noise == []
    finally:
        page.close()


DRAW = """async source => {
  const place = document.querySelector('#o');
  place.innerHTML = (await mermaid.render('drawn', source)).svg;
  return [...place.querySelectorAll('.label, text')].map(found => found.textContent.replaceAll('\\u00a0', ' ').trim());
}"""
