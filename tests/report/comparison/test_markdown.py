"""A comment on a pull request: short on top, to unfold below, and nobody is called by what a journey says."""

from __future__ import annotations

import re

import pytest
from lxml import html
from markdown_it import MarkdownIt
from tests.report.comparison import made

from klantreis.language.markup import marked, tagged
from klantreis.report.comparison import Report


@pytest.fixture(scope="module")
def repair():
    return made.written("markdown", made.report_of(made.repair(), "Emma's bike → dream"))


def test_a_table_stands_on_top(repair):
    lines = repair.splitlines()
    assert lines[0] == "## Gap analysis"
    assert lines[2].startswith("| Journey | Mean | Remembered | Steps for the customer | Pain points |")
    assert "**Emma's bike → dream**" in lines[4]


def test_what_gets_worse_and_what_nobody_does_can_be_seen_without_unfolding(repair):
    above = repair.partition("<details")[0]
    worse = above.partition("**What gets worse**")[2]
    assert "Brings the bike" in worse
    assert "**No initiative yet for**" in above
    assert "Fills in a paper form" in above


@pytest.mark.parametrize("pages", [1, 3, 40])
def test_it_fits_in_a_comment_on_github_and_counts_what_is_left_out(pages):
    report = made.large(400, pages=pages)
    text = made.written("markdown", report)
    assert len(text.encode()) <= 60_000
    assert text.count("<details") == text.count("</details>")
    last = text.strip().splitlines()[-1]
    total = sum(len(item.gap.items) for item in report.compared)
    left = int(re.search(r"nog ([0-9]+) andere verschillen", last)[1])
    told = len(re.findall(r"^(?:  )?- (?!\*\*)", text.rpartition("<details open>")[2], re.MULTILINE))
    assert 0 < left < total
    if pages == 1:
        assert left == total - told


@pytest.mark.parametrize("make", [made.hostile, made.workspace_diff, lambda: made.report_of(made.michiel())])
def test_every_row_of_a_table_has_the_cells_of_its_head(make):
    text = made.written("markdown", make())
    for table in re.findall(r"(?:^\|.*\n)+", text, re.MULTILINE):
        assert len({len(re.findall(r"(?<!\\)\|", line)) for line in table.splitlines()}) == 1, table


def test_nothing_from_a_stranger_is_markup():
    text = made.written("markdown", made.hostile())
    tags = set(re.findall(r"<[^>]*>", text))
    assert tags == {
        "<details>", "</details>", "<summary>", "</summary>", "<b>", "</b>", "<br>", "<sub>", "</sub>", "<!-- -->",
        "<code>", "</code>",
    }  # fmt: skip
    assert text.count("<details") == text.count("</details>")
    assert not re.search(r"@(?!<!-- -->)", text)
    assert not re.search(r"#(?!<!-- -->)[0-9]", text)
    # In a summary nothing is Markdown.
    outside = re.sub(r"<summary>.*</summary>", "", text)
    assert not re.search(r"(?<!\\)`", outside)
    assert not re.search(r"(?<!\\)\]\(", outside)
    assert "\x1b" not in text


def test_a_title_in_a_heading_to_unfold_is_text_as_well():
    summaries = re.findall(r"<summary>(.*)</summary>", made.written("markdown", made.hostile()))
    assert summaries
    for line in summaries:
        assert "&lt;b&gt;vet&lt;/b&gt;" in line or "<b>" not in line
        assert "\\" not in line


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a | b", r"a \| b"),
        ("<img src=x>", "&lt;img src=x&gt;"),
        ("@team #12 !3", "@<!-- -->team #<!-- -->12 !<!-- -->3"),
        ("GH-7", "GH-<!-- -->7"),
        ("https://x.example", r"https\://x.example"),
        ("www.x.example", r"www\.x.example"),
        (":tada:", r"\:tada:"),
        ("Het duurt: 1 minuut", "Het duurt: 1 minuut"),
        ("100% beter", "100% beter"),
        ("regel\nregel", "regel regel"),
        ("commit a1b2c3d4e5", "commit a1b2c3d<!-- -->4e5"),
        ("[x](y) *z* _q_ `c`", r"\[x\](y) \*z\* \_q\_ \`c\`"),
    ],
)
def test_text_shows_as_it_is(text, expected):
    assert marked(text) == expected


def test_in_a_tag_no_backslash_shows():
    assert tagged("*a* <b> @x :tada:") == "*a* &lt;b&gt; @<!-- -->x :<!-- -->tada:<!-- -->"


def test_no_differences_is_one_sentence():
    assert made.written("markdown", Report("diff", ())) == "## Differences\n\nNo differences.\n"


def rendered(report):
    text = made.written("markdown", report)
    return html.fromstring(MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).render(text))


@pytest.mark.parametrize("make", [made.hostile, made.workspace_diff, lambda: made.report_of(made.michiel())])
def test_on_the_page_it_is_what_we_wrote_and_nothing_else(make):
    page = rendered(make())
    assert {element.tag for element in page.iter() if isinstance(element.tag, str)} <= {
        "div", "h2", "h4", "p", "ul", "li", "em", "strong", "table", "thead", "tbody", "tr", "th", "td", "br", "sub",
        "details", "summary", "b", "code",
    }  # fmt: skip


def test_on_the_page_a_strangers_title_is_its_own_text():
    shown = "".join(rendered(made.hostile()).itertext())
    title = made.HOSTILE.partition("\n")[2].partition("\x1b")[0].strip()
    assert title in shown
    assert "\\" not in shown
    for element in rendered(made.hostile()).iter("em", "strong", "code"):
        assert "*" not in element.text_content()


def test_everything_to_unfold_is_inside_what_it_belongs_to():
    page = rendered(made.workspace_diff())
    (outer,) = page.xpath("//details[not(ancestor::details)]")
    assert outer.xpath(".//details/summary")[0].text_content() == "Written otherwise (1)"
    assert outer.getnext().text_content().strip() == "1 journey unchanged."
