"""Templates of one's own change the page and can do nothing else, whoever wrote them."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from klantreis.errors import UsageError
from klantreis.model.setting import Setting
from klantreis.render import render
from klantreis.render.kit import own_page, sandbox
from klantreis.render.kit.templates import page_template, source
from klantreis.render.page.document import policy
from klantreis.render.parts import Options

Make = Callable[..., Setting]
Write = Callable[..., Path]
EXTENDS = '{% extends "klantreis/page.html.j2" %}\n'


@pytest.fixture
def folder(tmp_path: Path) -> Write:
    """Write templates in a folder: `page` is the page, others by name."""
    held = tmp_path / "sjablonen"
    held.mkdir()

    def write(page: str, **others: str) -> Path:
        for name, text in {"page": page, **others}.items():
            (held / f"{name}.html.j2").write_text(text, encoding="utf-8")
        return held

    return write


def drawn(setting: Setting, templates: Path) -> str:
    """Give the page of a journey with templates of one's own."""
    return str(render(setting, "html", options=Options(templates=templates)))


def refused(setting: Setting, templates: Path) -> UsageError:
    """Give the error that the templates lead to."""
    with pytest.raises(UsageError) as caught:
        drawn(setting, templates)
    return caught.value


def test_our_page_is_unchanged_by_a_template_that_overrides_nothing(journey: Make, folder: Write) -> None:
    assert drawn(journey(), folder(EXTENDS)) == render(journey(), "html")


def test_a_template_overrides_a_block_and_keeps_what_was_in_it(journey: Make, folder: Write) -> None:
    own = EXTENDS + "{% block footer %}<p>Van ons: {{ page.title | upper }}</p>{{ super() }}{% endblock %}"
    page = drawn(journey(title="Een reis"), folder(own))
    assert "<p>Van ons: EEN REIS" in page
    assert '<p class="made">' in page


def test_every_block_is_there_to_be_overridden(journey: Make, folder: Write) -> None:
    blocks = re.findall(r"{% block (\w+) %}", source("page.html.j2") or "")
    assert {"head", "style", "header", "navigation", "views", "footer", "script"} <= set(blocks)
    own = EXTENDS + "".join(f"{{% block {name} %}}[{name}]{{% endblock %}}" for name in blocks)
    page = drawn(journey(), folder(own))
    assert all(f"[{name}]" in page for name in blocks)


def test_a_template_may_include_and_import_others_of_its_folder(journey: Make, folder: Write) -> None:
    own = EXTENDS + '{% import "zegt.html.j2" as z %}'
    own += '{% block footer %}{{ z.hallo("jij") }}{% include "voet.html.j2" %}{% endblock %}'
    page = drawn(journey(), folder(own, zegt="{% macro hallo(wie) %}Dag {{ wie }}{% endmacro %}", voet="<p>voet</p>"))
    assert "Dag jij" in page
    assert "<p>voet</p>" in page


def test_what_a_journey_says_is_escaped_whatever_a_template_tries(journey: Make, folder: Write) -> None:
    tries = [
        "page.title",
        "page.title | safe",
        '"" ~ page.title',
        "[page.title] | join",
        'page.title | replace("x", "<")',
        "page.title | string | safe",
    ]
    own = EXTENDS + "{% block footer %}" + "".join(f"{{{{ {one} }}}}" for one in tries) + "{% endblock %}"
    page = drawn(journey(title="<img src=q onerror=alert(1)>"), folder(own))
    assert "<img src=q" not in page
    assert page.count("&lt;img src=q") >= len(tries)


def test_escaping_cannot_be_turned_off(journey: Make, folder: Write) -> None:
    own = EXTENDS + "{% block footer %}\n{% autoescape false %}{{ page.title }}{% endautoescape %}{% endblock %}"
    assert refused(journey(), folder(own)).message.endswith("page.html.j2:3: escaping cannot be turned off.")


def test_a_block_that_ours_does_not_have_is_told_and_not_passed_over(journey: Make, folder: Write) -> None:
    message = refused(journey(), folder(EXTENDS + "\n{% block kop %}Van ons{% endblock %}")).message
    assert "page.html.j2:3: there is no block `kop`" in message
    assert "header" in message
    own = "{% block footer %}{% block kop %}Van ons{% endblock %}{% endblock %}"
    assert "Van ons" in drawn(journey(), folder(EXTENDS + own))


def test_what_a_page_does_not_have_is_told_in_words_of_its_own(journey: Make, folder: Write) -> None:
    message = refused(journey(), folder(EXTENDS + "{% block footer %}{{ page.titel }}{% endblock %}")).message
    assert message.endswith("page.html.j2:2: `page` has no `titel`.")


@pytest.mark.parametrize(
    "tried",
    [
        "{{ page.__class__ }}",
        "{{ ''.__class__.__mro__ }}",
        "{{ page.title.format }}",
        "{{ page.title.format('x') }}",
        "{{ '%s' % 3 }}",
        "{{ page['__class__'] }}",
        "{{ page | attr('__class__') }}",
        "{{ [page] | map(attribute='__class__') | list }}",
        "{{ [page] | map('__class__') | list }}",
        "{{ [page] | sum('__class__') }}",
        "{{ self.__init__.__globals__ }}",
        "{{ self._TemplateReference__context }}",
        "{{ super.__globals__ }}",
        "{{ range.__globals__ }}",
        "{{ cycler }}",
        "{{ lipsum() }}",
        "{{ namespace() }}",
        "{{ page.words.clear() }}",
        "{{ page.nothing }}",
        "{{ nothing }}",
        "{{ 9 ** 9 }}",
        "{{ 'a' * 99 }}",
        "{{ [1] * 99 }}",
        "{{ 1 / 0 }}",
        "{{ page.title.encode() }}",
        "{% include '../buiten.html.j2' %}",
        "{% include '/etc/passwd' %}",
        "{% include 'koppeling.html.j2' %}",
        "{% include 'weg.html.j2' %}",
        "{% include 'klantreis/../pyproject.toml' %}",
        "{% if %}",
        "{{ 'open }}",
    ],
)
def test_a_template_reaches_nothing_but_what_it_was_given(journey: Make, folder: Write, tried: str) -> None:
    held = folder(EXTENDS + "{% block footer %}\n" + tried + "{% endblock %}")
    (held.parent / "buiten.html.j2").write_text("geheim")
    os.symlink(held.parent / "buiten.html.j2", held / "koppeling.html.j2")
    error = refused(journey(), held)
    assert re.match(re.escape(str(held / "page.html.j2")) + r":3: .", error.message), error.message
    assert "geheim" not in error.message


@pytest.mark.parametrize(
    "endless",
    [
        "{% for a in range(900) %}{% for b in range(900) %}{% endfor %}{% endfor %}",
        "{% for a in range(10000000) %}{% endfor %}",
        "{{ range(100000000) | list }}",
        "{% macro m(n) %}{% if n %}{{ m(n - 1) }}{{ m(n - 1) }}{% endif %}{% endmacro %}{{ m(40) }}",
        "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
        "{% include 'page2.html.j2' %}",
        "{{ self.footer() }}",
        "{% set a = 'xxxxxxxxxxxxxxxx' %}" + "{% set a = a ~ a %}" * 40 + "{{ a }}",
        "{% set a = 'xxxxxxxxxxxxxxxx' %}" + "{% set a = a + a %}" * 40 + "{{ a }}",
        "{% set a = 'xxxxxxxxxxxxxxxx' %}" + "{% set a = [a, a, a, a] | join %}" * 20 + "{{ a }}",
        "{% set a = 'xxxxxxxxxxxxxxxx' %}" + "{% set a = a | replace('x', a) %}" * 8 + "{{ a }}",
        "{% set a = [1, 2] %}" + "{% set a = [a, a] %}" * 40 + "{{ a }}",
        "{% set a = {'x': 1} %}" + "{% set a = {'x': a, 'y': a} %}" * 40 + "{{ a | string }}",
        "{% set a = [1, 2] %}" + "{% set a = [a, a] | sum(start=[]) %}" * 40,
        "{% macro m() %}{{ varargs | length }}{% endmacro %}{{ m(1, 2) }}",
        "{{ range(9) | list }}",
        "{% set a = range(9999) | list %}{{ a" + " | sort" * 9000 + " | length }}",
        "{{ " + "(" * 3000 + "1" + ")" * 3000 + " }}",
        "{% set a = 99999 %}" + "{% set a = a * a %}" * 30,
        "{% set a %}xxxxxxxxxxxxxxxx{% endset %}" + "{% set a %}{{ a }}{{ a }}{% endset %}" * 40,
        "{% set a %}{% for b in range(9999) %}" + "x" * 50_000 + "{% endfor %}{% endset %}",
        "{% filter upper %}{% for b in range(9999) %}{{ page.css }}{% endfor %}{% endfilter %}",
    ],
)
def test_a_template_takes_no_more_time_and_room_than_a_page_needs(journey: Make, folder: Write, endless: str) -> None:
    own = EXTENDS + "{% block footer %}" + endless + "{% endblock %}"
    again = "{% include 'page2.html.j2' %}{% include 'page2.html.j2' %}"
    assert str(folder(own, page2=again)) in refused(journey(), folder(own, page2=again)).message


def test_a_page_is_never_larger_than_it_may_be(journey: Make, folder: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(own_page, "_MAX_OUTPUT", 200_000)
    own = EXTENDS + "{% block footer %}{% for a in range(3000) %}" + "x" * 100 + "{% endfor %}{% endblock %}"
    assert "more than 64 MiB" in refused(journey(), folder(own)).message


def test_a_template_that_is_too_large_is_refused(journey: Make, folder: Write) -> None:
    assert "larger than 256 KiB" in refused(journey(), folder(EXTENDS + "x" * 300_000)).message


@pytest.mark.parametrize(
    "own",
    [
        "<!doctype html><html lang=nl><head><script>alert(1)</script></head></html>",
        "<script>alert(1)</script>" + EXTENDS,
        "tekst" + EXTENDS,
        "",
        (
            '<!doctype html>\n<html lang="nl">\n<head>\n<meta charset="utf-8">\n'
            '<meta http-equiv="Content-Security-Policy" content="default-src *">\n</head></html>'
        ),
    ],
)
def test_a_page_without_our_policy_at_its_very_beginning_is_refused(journey: Make, folder: Write, own: str) -> None:
    assert "Content-Security-Policy" in refused(journey(), folder(own)).message


@pytest.mark.parametrize(
    "tag",
    [
        '<meta http-equiv="refresh" content="0;url=https://example.com">',
        "<META HTTP-EQUIV=refresh content=0>",
        "<meta name=x http-equiv=&#114;efresh content=0>",
        '<base href="https://example.com/">',
        '<link rel="preconnect" href="https://example.com">',
        "<meta/http-equiv=refresh content=0",
    ],
)
def test_a_page_leads_nowhere_by_itself(journey: Make, folder: Write, tag: str) -> None:
    for block in ("head", "footer"):
        own = EXTENDS + f"{{% block {block} %}}{tag}{{% endblock %}}"
        assert "a page holds no" in refused(journey(), folder(own)).message


def test_a_changed_template_is_read_again(journey: Make, folder: Write) -> None:
    first = drawn(journey(), folder(EXTENDS + "{% block footer %}een{% endblock %}"))
    second = drawn(journey(), folder(EXTENDS + "{% block footer %}twee!{% endblock %}"))
    assert "een\n" in first or "een<" in first
    assert "twee!" in second


def test_a_folder_without_a_page_says_what_it_lacks(tmp_path: Path) -> None:
    (tmp_path / "pages.html.j2").write_text("x")
    with pytest.raises(UsageError, match=r"it has no page\.html\.j2") as caught:
        page_template(tmp_path)
    assert caught.value.hint == "Did you mean `pages.html.j2`?"


def test_a_folder_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no folder of templates"):
        page_template(tmp_path / "weg")


def test_our_own_templates_need_no_filter_that_the_sandbox_lacks() -> None:
    known = set(sandbox.Sandbox(own_page._Loader(Path())).filters)
    used = set(re.findall(r"\|\s*(\w+)", "".join(re.findall(r"{[{%].*?[}%]}", source("page.html.j2") or ""))))
    assert used <= known


@pytest.mark.browser
def test_in_a_browser_no_script_of_a_template_runs_and_nothing_is_fetched(
    journey: Make, folder: Write, browser: Any, tmp_path: Path
) -> None:
    own = (
        EXTENDS
        + "{% block head %}{{ super() }}<script>window.hit = 1</script>{% endblock %}"
        + '{% block header %}{{ super() }}<img src="https://example.com/a.png" onerror="window.hit = 2">'
        + '<svg onload="window.hit = 3"></svg><a id="weg" href="javascript:window.hit = 4">weg</a>'
        + '<iframe src="https://example.com/"></iframe><iframe srcdoc="<script>parent.hit = 5</script>"></iframe>'
        + '<form action="https://example.com/"><button id="stuur">stuur</button></form>{% endblock %}'
        + "{% block style %}{{ super() }}<style>@import url(https://example.com/a.css);"
        + "body{background:url(https://example.com/b.png)}</style>{% endblock %}"
    )
    path = tmp_path / "pagina.html"
    path.write_text(drawn(journey(), folder(own)), encoding="utf-8")
    assert policy().startswith("default-src 'none'")
    page = browser.new_page()
    asked: list[str] = []
    # What the policy blocks never gets as far as being sent.
    page.on("requestfailed", lambda request: asked.append(request.url) if request.failure != "csp" else None)
    page.on("requestfinished", lambda request: asked.append(request.url))
    page.route("https://**", lambda route: [asked.append(route.request.url), route.abort()])
    try:
        page.goto(path.as_uri())
        page.evaluate("document.getElementById('weg').click()")
        page.evaluate("document.getElementById('stuur').click()")
        page.wait_for_timeout(100)
        assert page.evaluate("window.hit") is None
        assert page.url == path.as_uri()
    finally:
        page.close()
    assert [url for url in asked if url.startswith("http")] == []


def test_the_docs_name_every_filter_and_every_block() -> None:
    text = (Path(__file__).resolve().parents[2] / "docs" / "templates.md").read_text("utf-8")
    blocks = re.findall(r"{% block (\w+) %}", source("page.html.j2") or "")
    assert [name for name in blocks if f"| `{name}` |" not in text] == []
    short = {"d", "e", "safe", "map", "counted", "joined", "flat", "late"}
    filters = set(sandbox.Sandbox(own_page._Loader(Path())).filters) - short
    assert [name for name in sorted(filters) if f"`{name}`" not in text] == []


def test_the_template_of_the_docs_works(journey: Make, folder: Write) -> None:
    text = (Path(__file__).resolve().parents[2] / "docs" / "templates.md").read_text("utf-8")
    own = text.split("```jinja\n")[1].split("```")[0]
    assert "De Soeplepel · klantreizen" in drawn(journey(), folder(own))
