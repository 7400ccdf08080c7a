"""Markdown: what a reviewer reads in a pull request, complete, and with nothing in it but text."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any
from urllib.parse import unquote

import pytest
from lxml import html
from markdown_it import MarkdownIt
from tests.render.hostile import HOSTILE, everywhere

from klantreis.language.words import words_of
from klantreis.model.setting import Setting
from klantreis.render import render
from klantreis.render.content.choice import Choice
from klantreis.render.kit.clean import clean
from klantreis.render.kit.curve import Point
from klantreis.render.kit.items import PhaseHead
from klantreis.render.kit.sheet import Table
from klantreis.render.telling.bars import bar, bars
from klantreis.render.telling.marks import link, opening, table
from klantreis.render.views import VIEWS

MARKDOWN = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
CALLS = re.compile(r"[@#]\w|GH-[0-9]|[!%]\w|&amp;[0-9]|www\.\w|(?<![\\<])https?:/", re.IGNORECASE)
TRICKS = [
    *("- lijst", "+ lijst", "1. lijst", "1) lijst", "# kop", "> citaat", "---", "===", "~~~", "```", "| a | b |"),
    *("@iemand", "#12", "!12", "GH-5", ":tada:", "a1b2c3d4e5", "www.voorbeeld.nl", "https://voorbeeld.nl", "a@b.nl"),
    *("[x](javascript:alert(1))", "![x](https://evil.example/x.png)", "[^1]", "*vet* _schuin_ `code` ~~weg~~ $x$"),
    *("<details open>", "</details>", "<!-- stil", "een\n\ntwee", "eind\\", "+0,5", "-1", "12.", "\\", "`" * 7),
]
ALLOWED = {
    *("html", "body", "div", "h1", "h2", "h3", "h4", "p", "ul", "li", "strong", "em", "blockquote", "pre", "code"),
    *("table", "thead", "tbody", "tr", "th", "td", "br", "hr", "sub", "a"),
}


def told(settings: Setting | Sequence[Setting], views: Sequence[str] = (), **choice: Any) -> str:
    text = render(settings, "markdown", views, Choice(**choice))
    assert isinstance(text, str)
    return text


def page_of(text: str) -> Any:
    return html.fromstring(f"<div>{MARKDOWN.render(text)}</div>")


def headings(text: str) -> list[str]:
    return [element.text_content() for element in page_of(text).iter("h1", "h2", "h3", "h4")]


def bare(text: str) -> str:
    return " ".join(text.split())


def test_every_touchpoint_is_a_heading_under_its_phase(drawn: Setting) -> None:
    wanted = []
    for number, phase in enumerate(drawn.journey.phases, 1):
        wanted.append(f"{number}. {bare(phase.title)}")
        wanted += [f"{number}.{place} {bare(step.title)}" for place, step in enumerate(phase.touchpoints, 1)]
    found = [bare(heading) for heading in headings(told(drawn))]
    assert [heading for heading in found if heading in wanted] == wanted
    assert found[0] == bare(drawn.journey.title)


def test_nothing_is_lost(journeys: dict[str, Setting]) -> None:
    setting = journeys["michiel-mobiel"]
    text = bare(page_of(told(setting)).text_content())
    journey = setting.journey
    for phase in journey.phases:
        items = [*phase.barriers, *phase.opportunities, *phase.content]
        for step in phase.touchpoints:
            items += [*step.pains, *step.gains, *step.opportunities, *step.backstage, *step.support_processes]
            assert all(thought in text for thought in (*step.thoughts, *step.actions, step.expectation))
        assert all(bare(item.title) in text for item in items)
    assert all(source.title in text for source in journey.sources)
    assert all(goal in text for goal in (*journey.business_goals, *journey.expectations))


def test_a_touchpoint_says_how_it_feels_where_and_by_whom(journeys: dict[str, Setting]) -> None:
    text = told(journeys["michiel-mobiel"])
    step = text.split("### 3.3 ")[1].split("\n## ")[0]
    assert (
        "**−1,8** verslagen (dieptepunt) · website · eigenaar Webwinkel · 8 minuten · ◆ moment van de waarheid" in step
    )
    assert "- **Pijnpunten**: Betalen met de smartphone kan niet · ●●● ernst: hoog" in step
    assert "impact 5 van 5, moeite 3 van 5 · tegen: Betalen met de smartphone kan niet" in step
    assert "Betaald met de smartphone **0%** · doel 70% (niet gehaald) · okt 2026" in step


def test_a_guess_says_that_it_is_one(journeys: dict[str, Setting]) -> None:
    text = told(journeys["michiel-mobiel"])
    last = text.split("### 4.4 ")[1]
    assert "◌ aanname" in last.split("\n\n")[1]
    assert "- **Bewijs**: ◌ aanname, nog niet getoetst" in last
    assert "*Legenda: ◆ moment van de waarheid · ◌ aanname, nog niet getoetst*" in text
    assert "◌" not in text.split("### 1.1 ")[1].split("### 1.2 ")[0]


def test_the_figures_that_decide_stand_at_the_top(journeys: dict[str, Setting]) -> None:
    rows = page_of(told(journeys["michiel-mobiel"])).xpath("(//table)[1]//td")
    assert [cell.xpath("string(strong)") for cell in rows] == ["−0,2", "−1,2", "11 van 12", "12 nov 2026"]


def test_the_loyalty_loop_says_where_a_loyal_customer_comes_back(journeys: dict[str, Setting]) -> None:
    loop = told(journeys["michiel-mobiel"]).split("## Loyaliteitslus\n\n")[1].split("\n")[0]
    assert loop.startswith("**Gebruiken en verbinden** → bij een volgende aankoop direct naar “Intentie en koop”")
    assert loop.endswith("Deksel, lepel of tweede pan zonder opnieuw te zoeken.")


@pytest.mark.parametrize("text", [*HOSTILE, *TRICKS])
@pytest.mark.parametrize("view", ["map", "channels"])
def test_a_text_is_text_wherever_it_stands(text: str, view: str, journey: Callable[..., Setting]) -> None:
    written = told(journey(**everywhere(text)), [view])
    page = page_of(written)
    assert {element.tag for element in page.iter() if isinstance(element.tag, str)} <= ALLOWED
    assert {element.get("href") for element in page.iter("a")} <= {clean(text)}
    assert not page.xpath("//@*[name() != 'href' and name() != 'class' and name() != 'style']")
    block = re.compile(r"^(```+)text\n.*?^\1$", re.DOTALL | re.MULTILINE)
    assert not CALLS.search(re.sub(r"<!-- -->|\]\(<[^>]*>\)", "\0", block.sub("", written)))
    assert bare(clean(text)) in bare(page.xpath("string(//h1)")) or not clean(text)


@pytest.mark.parametrize("text", [*HOSTILE, *TRICKS])
def test_a_text_shows_as_it_was_written(text: str, journey: Callable[..., Setting]) -> None:
    page = page_of(told(journey(**everywhere(text))))
    shown = bare(clean(text))
    for place in ("//h1", "//blockquote", "//h3"):
        assert shown in bare(page.xpath(f"string({place})")) or place == "//blockquote"
    items = [bare(item.text_content()) for item in page.iter("li")]
    for name in ("Klantacties", "Verwachting", "Beleving"):
        assert f"{name}: {shown}" in items or not shown


@pytest.mark.parametrize(
    "url", ["https://x.nl/a_b*c|d`e?f=1&copy;=2", "mailto:a@b.nl", "http://x.nl/(a)", "http://x.nl/a\\.b/$c$"]
)
def test_links_lead_where_they_say(url: str) -> None:
    row = f"| a | b |\n|---|---|\n| {link('hier', url)} {link('daar', url)} | c |"
    (here, there) = page_of(row).iter("a")
    assert (here.text_content(), there.text_content()) == ("hier", "daar")
    assert {unquote(found.get("href")) for found in (here, there)} == {url}


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "//x.nl", "http://x.nl/a b", ""])
def test_other_addresses_are_no_links(url: str) -> None:
    assert link("hier", url) == "hier"


@pytest.mark.parametrize("text", ["- a", "+0,5", "1. a", "12) a", "=== a", "---"])
def test_a_line_that_begins_as_a_list_does_not_become_one(text: str) -> None:
    (found,) = page_of(opening(text)).iter("p", "ul", "ol", "hr", "h1", "h2")
    assert (found.tag, found.text_content()) == ("p", text)


def test_texts_that_begin_as_a_list_stay_texts_wherever_a_line_begins(journey: Callable[..., Setting]) -> None:
    steps = {"title": "- t", "channel": "+ kanaal", "actions": ["- een", "1. twee"], "pains": ["+ drie", "2) vier"]}
    page = page_of(told(journey(title="1. T", description="- d", phases=[{"title": "- f", "touchpoints": steps}])))
    assert not list(page.iter("ol"))
    assert [bare(item.text_content()) for item in page.iter("li") if not item.xpath(".//li")] == [
        *("- een", "1. twee", "+ drie", "2) vier")
    ]
    assert "+ kanaal" in [paragraph.text_content() for paragraph in page.iter("p")]


def test_a_table_keeps_its_columns_except_empty_ones() -> None:
    words = words_of("nl")
    rows = (("x\ny", "", "1"), ("|",), ("", " ", "2"))
    lines = table(Table("T", ("a|b", "leeg", "getal"), rows, frozenset({2})), words)
    page = page_of("\n".join(lines))
    assert [[cell.text_content() for cell in row] for row in page.iter("tr")] == [
        ["a|b", "getal"],
        ["xy", "1"],
        ["|", ""],
        ["", "2"],
    ]
    assert [cell.get("style") for cell in page.iter("th")] == [None, "text-align:right"]
    assert table(Table("T", ("", "b"), (("", "1"),)), words)[2] == "|  | 1 |"
    assert table(Table("T", ("a",), ()), words) == ["Niets om te tonen."]


@pytest.mark.parametrize(
    ("score", "drawn_as"),
    [
        (-2, "████████│        "),
        (-0.9, "    ████│        "),
        (0, "        │        "),
        (0.05, "        │█       "),
        (2, "        │████████"),
    ],
)
def test_a_bar_grows_from_neutral(score: float, drawn_as: str) -> None:
    assert bar(score) == drawn_as


def test_the_curve_is_one_block_whose_lines_line_up(drawn: Setting) -> None:
    blocks = [block.text_content().splitlines() for block in page_of(told(drawn)).iter("pre")]
    emotions = sum(step.emotion is not None for step in drawn.journey.touchpoints())
    assert len(blocks) == (1 if emotions else 0)
    for lines in blocks:
        assert lines[0] == "−2      0      +2"
        assert {line.index("│") for line in lines[1:]} == {8}
        assert sum(line[17:].strip()[:1] in "+−0" for line in lines[1:]) >= emotions


def test_no_title_closes_the_block_of_the_curve() -> None:
    points = (Point(0.5, -1, "−1,0", "````", (), truth=False, title="```", guess=True),)
    lines = bars(points, (PhaseHead("a", "`" * 5, "", 0, 1, 0),), words_of("nl"))
    assert lines[0] == "``````text"
    (block,) = page_of("\n".join(lines)).iter("pre")
    assert "▒▒▒▒│" in block.text_content()


def test_chosen_phases_keep_their_numbers_and_the_others_are_named(journeys: dict[str, Setting]) -> None:
    whole, text = told(journeys["michiel-mobiel"]), told(journeys["michiel-mobiel"], phases=("3",))
    assert [found for found in headings(text) if found[0].isdigit()] == [
        "3. Intentie en koop",
        "3.1 Legt de pan in de winkelmand",
        "3.2 Maakt een verplicht account",
        "3.3 Rekent af met pas en kaartlezer",
    ]
    assert "> Niet getoond: Bewustwording, Oriëntatie en vergelijking, Gebruiken en verbinden." in text
    assert text.split("## ")[0] == whole.split("## ")[0]


def test_lanes_that_are_hidden_are_not_told(journeys: dict[str, Setting]) -> None:
    setting = journeys["michiel-mobiel"]
    text = told(setting, hide=("pains", "emotion", "loop"))
    assert "Pijnpunten" not in text
    assert "Kansen" in text
    assert "```" not in text
    assert "Loyaliteitslus" not in text
    assert "**−0,9**" not in text
    only = told(setting, lanes=("pains",))
    assert [found for found in headings(only) if found.startswith("3.")] == [
        "3. Intentie en koop",
        "3.2 Maakt een verplicht account",
        "3.3 Rekent af met pas en kaartlezer",
    ]
    assert "eigenaar Webwinkel" not in only.split("## 1.")[1]


def test_views_of_one_journey_stand_under_one_title(journeys: dict[str, Setting]) -> None:
    setting = journeys["michiel-mobiel"]
    found = page_of(told(setting, ["map", "channels"]))
    assert [element.text_content() for element in found.iter("h1")] == [setting.journey.title]
    assert [element.text_content() for element in found.iter("h2")] == [
        "Waar het om gaat",
        "Kaart",
        "Kanalen",
        "Bronnen",
    ]


def test_a_view_alone_says_its_lead_once(journeys: dict[str, Setting]) -> None:
    setting = journeys["michiel-mobiel"]
    lead = VIEWS["channels"].sheet([setting], Choice()).header.lead
    assert bare(page_of(told(setting, ["channels"])).text_content()).count(bare(lead)) == 1


def test_several_journeys_each_have_their_title(journeys: dict[str, Setting]) -> None:
    names = ["michiel-mobiel", "klacht", "moving-broadband"]
    found = page_of(told([journeys[name] for name in names]))
    assert [element.text_content() for element in found.iter("h1")] == [journeys[name].journey.title for name in names]


def test_english_journeys_are_told_in_english(journeys: dict[str, Setting]) -> None:
    text = told(journeys["moving-broadband"])
    assert "## What it is about" in text
    assert "## Emotion curve" in text
    assert "klantreis · huidig" not in text


def test_every_view_can_be_told(journeys: dict[str, Setting]) -> None:
    for view in ("channels", "teams"):
        sheets = page_of(told(journeys["michiel-mobiel"], [view]))
        assert len(list(sheets.iter("table"))) > 1


def test_the_same_journey_gives_the_same_text(drawn: Setting) -> None:
    text = told(drawn)
    assert text == told(drawn)
    assert "\n\n\n" not in text
    assert not re.search(r"[ \t]$", text, re.MULTILINE)
