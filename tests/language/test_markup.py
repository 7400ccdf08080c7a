"""Whatever a stranger writes shows as it was written, on one line."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html
from markdown_it import MarkdownIt

from klantreis.language.markup import marked, tagged

MARKDOWN = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
PIECES = (
    "[x](y)", "![i](j)", "[a][b]", "<b>", "</details>", "<!--", "-->", "`c`", "**d**", "__e__", "~~f~~", "&amp;",
    "http://x.y", "www.x.y", "@x", "#1", "!2", "%3", "&4", "GH-5", ":tada:", "a1b2c3d4", "|", "---", "\n", " ", "1. ",
)  # fmt: skip
SIGNS = "\\`*_{}[]()#+-.!|~$:<>&;@%\"'=/ wW1aGHé"
TEXTS = st.lists(st.one_of(st.sampled_from(SIGNS), st.sampled_from(PIECES)), max_size=20).map("".join)
SETTINGS = settings(max_examples=100, deadline=None, derandomize=True)


def bare(text):
    return " ".join(text.split())


@given(TEXTS)
@SETTINGS
def test_a_text_in_a_list_shows_as_it_is(text):
    page = html.fromstring(MARKDOWN.render(f"- ▲ {marked(text)} *{marked(text)}* einde"))
    assert bare(page.text_content()) == bare(f"▲ {bare(text)} {bare(text) or '**'} einde")
    assert {element.tag for element in page.iter() if isinstance(element.tag, str)} <= {"ul", "li", "em"}


@given(TEXTS)
@SETTINGS
def test_a_text_in_a_table_stays_in_its_cell(text):
    page = html.fromstring(MARKDOWN.render(f"| a | b |\n|---|---|\n| x {marked(text)} | y |\n"))
    cells = [bare(cell.text_content()) for cell in page.iter("td")]
    assert cells == [bare(f"x {bare(text)}"), "y"]


@given(TEXTS)
@SETTINGS
def test_a_text_in_a_summary_is_no_markup(text):
    page = html.fromstring(
        MARKDOWN.render(f"<details>\n<summary><b>{tagged(text)}</b></summary>\n\ninhoud\n\n</details>")
    )
    assert bare(page.xpath("//b")[0].text_content()) == bare(text)


@given(TEXTS)
@SETTINGS
def test_nothing_is_left_that_calls_somebody(text):
    for written in (marked(text), tagged(text)):
        seen = re.sub(r"<!-- -->", "\0", written)
        assert not re.search(r"[@#]\w|GH-[0-9]|[!%]\w|&amp;[0-9]|www\.\w|(?<!\\)https?:/", seen, re.IGNORECASE)
