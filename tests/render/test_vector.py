"""An SVG picture is rebuilt from what is safe: it keeps its looks and loses everything else."""

from __future__ import annotations

from base64 import b64decode, b64encode
from pathlib import Path
from time import process_time
from typing import Any

import pytest
from lxml import etree

from klantreis.render.kit.images import picture
from klantreis.render.kit.vector import LIMIT, rebuilt

NAMES = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "michiel-mobiel" / "huisstijl" / "logo.svg"


def svg(inner: str, attributes: str = 'width="40" height="20"', before: str = "") -> bytes:
    """Give an SVG file."""
    return f"{before}<svg {NAMES} {attributes}>{inner}</svg>".encode()


def kept(inner: str) -> str:
    """Give what is left of the inside of a picture."""
    found = rebuilt(svg(inner))
    assert found is not None
    etree.fromstring(found.data)
    return found.data.decode().split('viewBox="0 0 40 20">', 1)[1].removesuffix("</svg>")


def test_a_picture_beside_the_file_may_be_svg(tmp_path: Path) -> None:
    (tmp_path / "merk.svg").write_bytes(svg('<path d="M0 0L1 1"/>'))
    found = picture("merk.svg", tmp_path, tmp_path, "Ons merk")
    assert (found.name, found.width, found.height) == ("Ons merk", 40, 20)
    data = found.data.removeprefix("data:image/svg+xml;base64,")
    assert b'<path d="M0 0L1 1">' in b64decode(data)


@pytest.mark.parametrize(
    "inner",
    [
        f"<style>{'a' * 400_000}</style>",
        f"<style>{'/*' * 200_000}</style>",
        f"<style>{'rect,' * 45_000}rect{{fill:red}}</style>{'<rect/>' * 3_900}",
        f'<rect fill="url(#a){" " * 400_000}!"/>',
    ],
)
def test_a_file_that_takes_long_to_look_through_is_looked_through_fast(inner: str) -> None:
    start = process_time()
    rebuilt(svg(inner))
    assert process_time() - start < 3


def test_references_draw_a_large_shape_only_so_often() -> None:
    inner = '<g id="a">' + "<circle/>" * 3_000 + "</g>" + '<use href="#a"/>' * 150
    assert kept(inner).count("<use") == 1


def test_rules_inside_another_rule_are_read_like_those_beside_it() -> None:
    assert kept("<style>@media all{.a{fill:red}} rect{stroke:blue}</style><rect class='a'/>") == (
        '<rect stroke="blue" fill="red"></rect>'
    )


def test_shapes_gradients_and_references_within_the_file_are_kept() -> None:
    inner = (
        '<defs><linearGradient id="g" x2="1"><stop offset="0" stop-color="#f00"></stop></linearGradient>'
        '<clipPath id="c"><rect width="4" height="4"></rect></clipPath><path id="p" d="M0 0h4"></path></defs>'
        '<g transform="translate(1 2) scale(.5)" clip-path="url(#c)"><circle r="3" fill="url(#g)"></circle></g>'
        '<use href="#p" xlink:href="#p" x="4"></use>'
    )
    assert kept(inner.replace(' href="#p"', "")) == inner


def test_styles_become_attributes_a_class_over_an_element_and_its_own_over_both() -> None:
    sheet = "<style>/* x */ path{fill:red;stroke:blue} .a, .b{fill:#0E5A63}</style>"
    assert kept(f'{sheet}<path class="a" d="M0 0"/>') == '<path d="M0 0" stroke="blue" fill="#0E5A63"></path>'.replace(
        ' stroke="blue" fill="#0E5A63"', ' fill="#0E5A63" stroke="blue"'
    )
    assert 'fill="lime"' in kept(f'{sheet}<path class="a" style="fill:lime" d="M0 0"/>')


@pytest.mark.parametrize(
    "inner",
    [
        "<script>alert(1)</script>",
        '<script href="https://example.com/x.js"/>',
        "<foreignObject><p>x</p></foreignObject>",
        '<image href="https://example.com/x.png"/>',
        '<image href="data:image/png;base64,AAAA"/>',
        '<set attributeName="href" to="javascript:alert(1)"/>',
        '<animate attributeName="d" values="M0 0"/>',
        '<filter id="f"><feImage href="https://example.com/"/></filter>',
        '<pattern id="p"><rect/></pattern>',
        "<style>@import url(https://example.com/a.css);</style>",
        '<iframe xmlns="http://www.w3.org/1999/xhtml" src="https://example.com/"/>',
        '<use href="https://example.com/x.svg#a"/>',
        '<use xlink:href="javascript:alert(1)"/>',
        "<metadata>x</metadata>",
        "<!-- x --><?php x ?>",
    ],
)
def test_what_is_not_a_shape_is_left_out(inner: str) -> None:
    assert kept(inner) == ""


@pytest.mark.parametrize(
    "attribute",
    [
        'onclick="alert(1)"',
        'fill="url(https://example.com/#a)"',
        'fill="url(//example.com)"',
        'style="fill:url(javascript:alert(1));background:url(https://example.com)"',
        r'style="fill:u\72l(https://example.com)"',
        'filter="url(#f)"',
        'xml:base="https://example.com/"',
        'href="https://example.com/"',
        'marker-end="url(#m)"',
        'x="expression(alert(1))" y="&quot;"'.replace(' y="&quot;"', "").replace("expression(alert(1))", "a:b"),
        'd="M0 0&lt;script&gt;"',
    ],
)
def test_an_attribute_that_leads_outside_is_left_out(attribute: str) -> None:
    assert kept(f"<path {attribute}/>") == "<path></path>"


def test_a_link_keeps_what_it_held_and_leads_nowhere() -> None:
    assert kept('<a xlink:href="javascript:alert(1)"><path d="M0 0"/></a>') == '<g><path d="M0 0"></path></g>'


def test_text_is_escaped_again() -> None:
    assert kept("<text>&lt;script&gt; &amp; ]]&gt;</text>") == "<text>&lt;script&gt; &amp; ]]&gt;</text>"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<html></html>",
        b"<svg",
        svg("<g>" * 50 + "</g>" * 50),
        svg("<path/>" * 5000),
        svg("", before='<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>'),
        svg("", before='<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
        svg("", before='<!DOCTYPE svg [<!ENTITY % x SYSTEM "file:///etc/passwd"> %x;]>'),
        svg("<text>&x;</text>", before='<!DOCTYPE svg SYSTEM "file:///etc/passwd">'),
        svg("", attributes='width="0" height="4"'),
        svg("", attributes='viewBox="0 0 nan 4"'),
        svg("", attributes='viewBox="0 0 1e999 4"'),
        svg("", attributes=""),
        svg(" " * LIMIT),
        b"<?xml version='1.0' encoding='x-nothing'?><svg/>",
    ],
)
def test_what_is_no_honest_picture_is_refused(data: bytes) -> None:
    assert rebuilt(data) is None


def test_a_public_document_type_is_passed_over() -> None:
    before = '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">'
    assert rebuilt(svg('<path d="M0 0"/>', before=before)) is not None


@pytest.mark.parametrize(
    ("attributes", "size"),
    [
        ('viewBox="0 0 30 60"', (30, 60)),
        ('width="100%" height="100%" viewBox="0,0,30,60"', (30, 60)),
        ('width="10mm" height="1in"', (38, 96)),
        ('width="90000" height="45000"', (4000, 2000)),
    ],
)
def test_its_size_is_that_of_its_sides_or_else_its_box(attributes: str, size: tuple[int, int]) -> None:
    found = rebuilt(svg("", attributes))
    assert found is not None
    assert (found.width, found.height) == size


def test_references_to_references_are_cut_so_that_a_small_file_stays_small() -> None:
    bomb = '<g id="a0"><path d="M0 0h1"/></g>'
    for level in range(1, 30):
        bomb += f'<g id="a{level}">' + f'<use href="#a{level - 1}"/>' * 10 + "</g>"
    found = rebuilt(svg(bomb))
    assert found is not None
    assert found.data.count(b"<use") <= 10


def test_a_picture_is_rebuilt_to_itself() -> None:
    once = rebuilt(EXAMPLE.read_bytes())
    assert once is not None
    assert rebuilt(once.data) == once


def _page(data: bytes) -> str:
    address = f"data:image/svg+xml;base64,{b64encode(data).decode()}"
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20" viewBox="0 0 40 20">'
        f'<image width="40" height="20" href="{address}"/></svg>'
    )


PAINTED = svg("<style>.r{fill:#c00000}</style><rect class='r' width='40' height='20'/>")


def test_resvg_shows_it(tmp_path: Path) -> None:
    resvg = pytest.importorskip("resvg")
    found = rebuilt(PAINTED)
    assert found is not None
    tree = resvg.usvg.Tree.from_str(_page(found.data), resvg.usvg.Options.default())
    png = bytes(resvg.render(tree, (1, 0, 0, 0, 1, 0)))
    empty = resvg.usvg.Tree.from_str(_page(b"<svg/>"), resvg.usvg.Options.default())
    assert png != bytes(resvg.render(empty, (1, 0, 0, 0, 1, 0)))


@pytest.mark.browser
def test_chromium_shows_it(browser: Any) -> None:
    found = rebuilt(PAINTED)
    assert found is not None
    page = browser.new_page(viewport={"width": 40, "height": 20})
    try:
        page.set_content(f'<body style="margin:0">{_page(found.data)}')
        colour = page.evaluate(
            """async () => { const i = new Image(); i.src = document.querySelector('image').getAttribute('href');
            await i.decode(); const c = document.createElement('canvas').getContext('2d'); c.drawImage(i, 0, 0);
            return [...c.getImageData(20, 10, 1, 1).data] }"""
        )
    finally:
        page.close()
    assert colour == [192, 0, 0, 255]
