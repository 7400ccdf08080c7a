"""The flow in DOT: Graphviz takes it, and nothing in a journey becomes its syntax."""

from __future__ import annotations

import re
import subprocess
from xml.etree import ElementTree as ET

import pytest
from tests.render.conftest import edges, examples, make
from tests.render.hostile import HOSTILE, everywhere
from tests.render.test_flow import LARGE

from klantreis.errors import UsageError
from klantreis.model.setting import Setting
from klantreis.render import render
from klantreis.render.content.choice import Choice
from klantreis.render.kit.clean import clean
from klantreis.render.kit.graphviz import program
from klantreis.render.kit.look import LOOKS
from klantreis.render.parts import Options

ALL_OF_THEM = examples() | edges() | LARGE


def drawn(source: str) -> tuple[ET.Element, list[str]]:
    """Let the shipped program draw it; give the picture, and what it had to say."""
    done = subprocess.run(  # our own program
        [program(), "-Tsvg"], input=source, capture_output=True, text=True, timeout=60, check=True
    )
    # It measures with Arial's Latin letters only, and says so.
    told = [line for line in done.stderr.splitlines() if line.strip() and "non-ASCII character" not in line]
    return ET.fromstring(done.stdout), told  # our own


def written(root: ET.Element) -> str:
    """Give all texts of a picture without white space, for Graphviz breaks lines where we told it to."""
    return re.sub(r"\s", "", "".join(text.text or "" for text in root.iter("{http://www.w3.org/2000/svg}text")))


def names(root: ET.Element) -> set[str]:
    """Give the names of nodes and clusters."""
    return {title.text or "" for title in root.iter("{http://www.w3.org/2000/svg}title")}


@pytest.mark.parametrize("name", sorted(ALL_OF_THEM))
def test_graphviz_takes_it_without_a_word(name: str) -> None:
    root, told = drawn(str(render(ALL_OF_THEM[name], "dot")))
    assert told == []
    steps = list(ALL_OF_THEM[name].journey.touchpoints())
    assert {f"s{number}" for number in range(len(steps))} <= names(root)


@pytest.mark.parametrize("text", [*HOSTILE, "a:b", "<b>bold</b>", "\\l\\r\\", '\\" -> x', "&lt;", "x" * 10_000])
def test_a_text_is_shown_as_it_is_written(text: str) -> None:
    root, told = drawn(str(render(make(**everywhere(text)), "dot")))
    assert told == []
    shown = re.sub(r"\s", "", clean(text))
    assert shown[:200] in written(root)
    assert {element.tag.rsplit("}", 1)[-1] for element in root.iter()} <= {
        "svg",
        "g",
        "title",
        "polygon",
        "path",
        "text",
        "ellipse",
        "polyline",
    }
    ids = re.compile(r"klantreis|cluster_\d+|start|s\d+(o\d+)?|(start|s\d+)->s\d+(o\d+)?")
    assert all(ids.fullmatch(name) for name in names(root))


def test_phases_are_clusters_with_their_steps() -> None:
    source = str(render(examples()["michiel-mobiel"], "dot"))
    assert source.count("subgraph cluster_") == 4
    second = source.split("subgraph cluster_1")[1].split("subgraph", maxsplit=1)[0]
    assert re.findall(r"^\t\t(s\d+) ", second, re.MULTILINE) == ["s2", "s3", "s4"]


def test_shares_conditions_exits_and_the_loop_are_told() -> None:
    source = str(render(examples()["michiel-mobiel"], "dot"))
    assert 's6 -> s7 [label="53% Houdt vol" penwidth=2.59]' in source
    assert re.search(r's6 -> s6o\d \[label="47%\\nKlikt weg"', source)
    assert re.search(r"s11 -> s5 \[.*constraint=false.*style=dashed", source)
    assert re.search(r"s3 -> s5 \[.*style=dashed", source)
    assert "⇄ ander kanaal" in source


def test_a_guess_is_dashed_and_gold() -> None:
    source = str(render(make(phases=[{"title": "F", "touchpoints": {"title": "S", "evidence": "assumption"}}]), "dot"))
    (line,) = (line for line in source.splitlines() if line.startswith("\t\ts0 "))
    assert LOOKS["auto"].colours["gold"] in line
    assert "dashed" in line


def test_the_look_is_the_one_that_is_asked_for() -> None:
    dark = str(render(make(), "dot", options=Options(LOOKS["dark"])))
    assert f'bgcolor="{LOOKS["dark"].colours["paper"]}"' in dark


def test_only_the_phases_that_are_chosen_are_written() -> None:
    source = str(render(examples()["michiel-mobiel"], "dot", choice=Choice(phases=("2",))))
    assert source.count("subgraph cluster_") == 1
    assert "Legt de pan" in source
    with pytest.raises(UsageError):
        render(examples()["michiel-mobiel"], "dot", choice=Choice(phases=("nergens",)))


def test_the_same_journey_gives_the_same_file() -> None:
    setting: Setting = LARGE["48 in 6"]
    assert render(setting, "dot") == render(setting, "dot")
