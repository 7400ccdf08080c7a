"""A file as lines for git to compare: nothing hidden, nothing invented, the same for what is the same."""

from __future__ import annotations

import json
import random
import re
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from klantreis.check.vocabulary import known_keys
from klantreis.model.kinds import model_of
from klantreis.source import keyorder
from klantreis.source.comments import comments_in
from klantreis.source.lines import HEAD, lines
from klantreis.source.places import places
from klantreis.source.reader import MAX_BYTES, read
from klantreis.source.scalars import resolve

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").rglob("*.yaml"))
SLOW = settings(
    max_examples=60, deadline=None, derandomize=True, database=None, suppress_health_check=[HealthCheck.too_slow]
)

JOURNEY = """klantreis: 1
id: soeppan
title: Een soeppan kopen
phases:
  - title: Koop
    touchpoints:
      - id: rekent-af
        title: Rekent af
        emotion: {score: -1.5, word: zuur}
        pains:
          - {id: niet-mobiel, title: Kan niet mobiel, severity: high}
"""


def shown(text: str) -> list[str]:
    first, *rest = lines(text.encode()).splitlines()
    assert first == HEAD
    return rest


def test_each_value_is_on_a_line_that_says_where_it_is():
    assert shown(JOURNEY) == [
        "journey soeppan",
        "  journey klantreis: 1",
        "  journey id: soeppan",
        "  journey title: Een soeppan kopen",
        "phase koop",
        "  koop title: Koop",
        "touchpoint koop / rekent-af",
        "  rekent-af id: rekent-af",
        "  rekent-af title: Rekent af",
        "  rekent-af emotion score: -1.5",
        "  rekent-af emotion word: zuur",
        "  rekent-af pains / niet-mobiel id: niet-mobiel",
        "  rekent-af pains / niet-mobiel title: Kan niet mobiel",
        "  rekent-af pains / niet-mobiel severity: high",
    ]


def test_another_indent_other_quotes_and_another_order_of_keys_change_nothing():
    data = yaml.safe_load(JOURNEY)
    turned = {key: data[key] for key in reversed(data)}
    for style in ({}, {"indent": 6}, {"default_flow_style": True}, {"default_style": "'"}):
        # In quotes a number would be a text.
        again = yaml.safe_dump(turned, sort_keys=False, **style).replace("'1'", "1").replace("'-1.5'", "-1.5")
        assert shown(re.sub(r"!!\w+ ", "", again)) == shown(JOURNEY)


def test_items_of_plain_lists_have_a_line_each_and_keep_their_order():
    assert shown("klantreis: 1\nexpectations: [Snel, Gratis]\nscale: [0, 100]\n")[2:] == [
        "  journey expectations - Snel",
        "  journey expectations - Gratis",
        "  journey scale - 0",
        "  journey scale - 100",
    ]


def test_a_text_of_several_lines_has_its_place_on_each_and_says_where_it_ends():
    text = "klantreis: 1\ntitle: |\n  Een\n\n  twee\ngoal: |-\n  Een\n  twee\nnote: >\n  gevouwen\n  tekst\n"
    assert shown(text)[2:] == [
        "  journey title | Een",
        "  journey title |",
        "  journey title | twee",
        "  journey note | gevouwen tekst",
        "  journey goal | Een",
        "  journey goal |- twee",
    ]


@pytest.mark.parametrize(
    ("written", "line"),
    [
        ("2026", "2026"), ('"2026"', '"2026"'), ("1.50", "1.50"), ("true", "true"), ("'true'", '"true"'), ("", "~"),
        ('""', '""'), ("~", "~"), ("'~'", '"~"'), ("{}", "{}"), ("'{}'", '"{}"'), ("[]", "[]"), ("' x '", '" x "'),
        ("'\"x\"'", '"\\"x\\""'), ("nee", "nee"), ("2026-09-30", "2026-09-30"), ("'a # b: c'", "a # b: c"),
        ('"a\\eb"', "a<U+001B>b"), ('"a\\u202eb"', "a<U+202E>b"), ("'<U+001B>'", "<U+003C>U+001B>"),
        ('"a\\rb"', "a<U+000D>b"), ('"a\\u200bb"', "a<U+200B>b"), ("é ☕ 👩‍👧", "é ☕ 👩‍👧"),
    ],
)  # fmt: skip
def test_what_a_value_is_can_be_told_from_its_line(written, line):
    assert shown(f"klantreis: 1\ntitle: {written}\n")[-1] == f"  journey title: {line}"


def test_a_comment_is_told_with_what_it_stands_at():
    text = (
        "# de hele kaart\n"
        "klantreis: 1  # versie\n"
        "# de naam\n"
        "title: A # geen zorgen\n"
        "goal: |  # een tekst\n"
        "  # geen commentaar\n"
        "phases:\n"
        "  # de eerste\n"
        "  - title: B\n"
        "    # de stappen\n"
        "    touchpoints: # alle\n"
        "      - C  # kort\n"
        "      - title: D#2\n"
        "# het einde\n"
    )
    assert shown(text) == [
        "journey a",
        "  journey # de hele kaart",
        "  journey # het einde",
        "  journey klantreis # versie",
        "  journey klantreis: 1",
        "  journey title # de naam",
        "  journey title # geen zorgen",
        "  journey title: A",
        "  journey goal # een tekst",
        "  journey goal | # geen commentaar",
        "phase b",
        "  b # de eerste",
        "  b title: B",
        "  b touchpoints # de stappen",
        "  b touchpoints # alle",
        "touchpoint b / c",
        "  c # kort",
        "  c: C",
        "touchpoint b / d-2",
        "  d-2 title: D#2",
    ]


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_every_comment_put_anywhere_is_shown_once(path):
    chance = random.Random(path.name)  # noqa: S311  the same places in every run
    text = path.read_text("utf-8")
    data = read(text.encode())[1].documents
    written = [line.strip() for line in text.splitlines() if line.lstrip().startswith("#")]
    changed, marks = text.splitlines(), []
    # Every third line: each is a reading of the whole file.
    for number in reversed(range(0, len(changed), 3)):
        mark = f"# merk {number}."
        beside = chance.random() < 0.5
        tried = [changed[number] + "  " + mark] if beside else [" " * chance.randrange(8) + mark, changed[number]]
        tried = [*changed[:number], *tried, *changed[number + 1 :]]
        # Within a text it would be part of it; beside a comment, of that.
        parsed = read("\n".join(tried).encode())[1]
        if not parsed.problems and parsed.documents == data and not (beside and "#" in changed[number]):
            changed = tried
            marks.append(mark)
    assert len(marks) > len(text.splitlines()) / 12
    made = lines("\n".join(changed).encode())
    assert [mark for mark in marks if made.count(mark) != 1] == []
    assert [comment for comment in written if comment not in made] == []


def test_documents_of_one_file_have_heads_of_their_own():
    text = "klantreis: 1\ntitle: A\n---\nkind: persona\nname: Sanne\n---\n---\n- x\n"
    assert [line for line in shown(text) if not line.startswith(" ")] == [
        "journey a", "persona sanne", "document 3", "document 4",
    ]  # fmt: skip


def test_initiatives_of_a_roadmap_have_heads_of_their_own():
    text = "klantreis: 1\nkind: roadmap\nid: plan\ninitiatives:\n  - {title: Bellen, owner: winkels}\n"
    assert shown(text)[-3:] == ["initiative bellen", "  bellen title: Bellen", "  bellen owner: winkels"]


def test_what_an_alias_or_a_merge_key_brings_is_shown_where_it_counts():
    text = "klantreis: 1\nx-a: &a {score: 1.50, word: blij}\nemotion: *a\nphases:\n  - {title: B, emotion: {<<: *a}}\n"
    assert "  journey emotion score: 1.5" in shown(text)
    assert "  b emotion score: 1.5" in shown(text)


def test_how_a_file_is_stored_is_shown_when_it_changes():
    assert shown(JOURNEY)[0] == "journey soeppan"
    assert shown(JOURNEY.replace("\n", "\r\n"))[0] == "# stored with line ends of Windows"
    assert shown(JOURNEY.replace("\n", "\r\n", 2))[0] == "# stored with line ends of Windows in some places"
    bom = lines(b"\xef\xbb\xbf" + JOURNEY.encode()).splitlines()
    assert bom[1] == "# stored with a byte order mark"
    assert lines(JOURNEY.encode("utf-16")).splitlines()[1] == "# stored as UTF-16"
    assert lines(JOURNEY.encode("utf-16-le")).splitlines()[1] == "# stored as UTF-16"


@pytest.mark.parametrize(
    "text",
    [
        "on: push\njobs: {}\n", "- a\n- b\n", "", "klantreis: 1\ntitle: [\n", "klantreis: 1\ntitle: a\ntitle: b\n",
        "klantreis: 1\r\ntitle: [\r\n", "<<<<<<< ours\nklantreis: 1\n=======\n>>>>>>> theirs\n",
        "klantreis: 1\na: *b\n", "klantreis: 1\na: !x b\n", "tab\tis fine\n",
    ],
)  # fmt: skip
def test_what_is_not_ours_or_cannot_be_read_stays_as_it_is(text):
    assert lines(text.encode()) == text


def test_what_cannot_be_seen_in_such_a_text_is_named():
    assert lines(b"a: \x1b[31m\xe9 [\r") == "a: <U+001B>[31m<0xE9> [<U+000D>"
    assert lines(b"a: <U+001B> [") == "a: <U+003C>U+001B> ["
    assert lines(b"a: <0xE9> [") == "a: <U+003C>0xE9> ["


def test_a_text_that_looks_like_our_lines_is_told_from_them():
    made = lines(JOURNEY.encode())
    again = lines(made.encode())
    assert again != made
    assert again.endswith(made)
    assert lines(again.encode()) != again


def test_a_file_too_large_to_be_ours_is_not_read():
    data = b"klantreis: 1\nx: " + b"[" * MAX_BYTES
    assert lines(data) == data.decode()


def test_aliases_cannot_make_lines_without_end():
    key = "k" * 400_000
    text = f"klantreis: 1\nx-a: &a {{{key}: 1}}\nx-b: [{', '.join(['*a'] * 5000)}]\n"
    assert lines(text.encode()) == text


def test_every_key_of_the_format_has_a_place_in_the_order():
    names = set(keyorder._KEYS) | set(keyorder._LAST)
    assert len(names) == len(keyorder._KEYS) + len(keyorder._LAST)
    assert names == {key for key in _all_keys() if key != "<<"}


def _all_keys():
    seen = {}

    def visit(model):
        if model.__qualname__ in seen:
            return
        seen[model.__qualname__] = set(known_keys(model, ()))
        for field in model.model_fields.values():
            for inner in _models(field.annotation):
                visit(inner)

    for kind in ("journey", "persona", "organisation", "roadmap"):
        visit(model_of(kind))
    return set().union(*seen.values())


def _models(annotation):
    if hasattr(annotation, "model_fields"):
        yield annotation
    for argument in getattr(annotation, "__args__", ()):
        yield from _models(argument)


# Reading lines back: what can be read back was never lost, so that no two files give the same lines.

_ITEM = re.compile(r' / ((?:#\d+|[^\s"]+)(?: \(\d+\))?)')
_KEY = re.compile(r' ([\w.<][\w.<-]*|"(?:[^"\\]|\\.)*")(?=:| )')
_REST = re.compile(r"(: | \|- | \| | \|$| - | #)")


def read_back(text: str) -> list[object]:
    documents: list[dict] = []
    scopes: list[str] = []
    tree: list[object] = []
    for line in text.split("\n")[1:-1]:
        if line.startswith("#"):
            continue
        if not line.startswith("  "):
            word, _, name = line.partition(" ")
            if word in ("phase", "initiative"):
                scopes = [scopes[0], name]
                tree = [("key", f"{word}s"), ("item", name)]
            elif word == "touchpoint":
                outer, name = scopes[1], name.removeprefix(scopes[1] + " / ")
                scopes = [scopes[0], outer, name]
                tree = [*tree[:2], ("key", "touchpoints"), ("item", name)]
            else:
                documents.append({})
                scopes, tree = [word], []
            continue
        _place(documents[-1], tree, line[2:].removeprefix(scopes[-1]))
    return [_built(document) for document in documents]


def _place(root, tree, rest):
    path, at = list(tree), 0
    while not (end := _REST.match(rest, at)):
        if item := _ITEM.match(rest, at):
            path.append(("item", item[1]))
            at = item.end()
        else:
            key = _KEY.match(rest, at)
            assert key, rest
            path.append(("key", json.loads(_unnamed(key[1])) if key[1][0] == '"' else key[1]))
            at = key.end()
    if end[1] == " #":
        return
    node = root
    for step in path:
        node = node.setdefault(step, {})
    written = _unnamed(rest[end.end() :])
    if end[1] == " - ":
        node[("item", len(node))] = _value(written)
    elif end[1] == ": ":
        node["value"] = _value(written)
    else:
        node["value"] = node.get("value", "") + written + ("" if end[1] == " |- " else "\n")


def _unnamed(text):
    return re.sub("<U\\+([0-9A-F]{4,6})>", lambda match: chr(int(match[1], 16)), text)


def _value(written):
    if written in ("{}", "[]"):
        return json.loads(written)
    return json.loads(written) if written.startswith('"') else resolve(written)


def _built(node):
    if not isinstance(node, dict):
        return node
    if "value" in node:
        assert list(node) == ["value"]
        return node["value"]
    if not node:
        return node
    if next(iter(node))[0] == "item":
        return [_built(inner) for inner in node.values()]
    return {key: _built(inner) for (kind, key), inner in node.items() if kind == "key"}


def exact(data):
    if isinstance(data, dict):
        return {key: exact(value) for key, value in data.items()}
    return [exact(value) for value in data] if isinstance(data, list) else repr(data)


TEXTS = st.one_of(
    st.sampled_from(["", "~", "1", "x: y", "a # b", "- a", "| a", "{}", "[]", '"', "<U+0041>", "a\nb", "a\n", "\n", " ",
                     "a \n", " \nb ",
                     "a / b", "journey", "koop", "#1", "a (2)", "Koop", "<<"]),
    st.text(max_size=6),
)  # fmt: skip
SCALARS = st.one_of(TEXTS, st.none(), st.booleans(), st.integers(), st.floats())
KEYS = st.one_of(
    st.sampled_from(
        ["id", "title", "name", "phases", "touchpoints", "initiatives", "pains", "kind", "klantreis", "to"]
    ),
    TEXTS,
)
DATA = st.recursive(
    SCALARS,
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(KEYS, inner, max_size=4)),
    max_leaves=20,
)
PARTS = st.lists(st.one_of(st.dictionaries(KEYS, DATA, max_size=4), SCALARS), max_size=4)
PHASES = st.lists(
    st.one_of(
        st.fixed_dictionaries(
            {}, optional={"id": TEXTS, "title": TEXTS, "touchpoints": PARTS, "phases": PARTS, "initiatives": DATA}
        ),
        SCALARS,
    ),
    max_size=4,
)
DOCUMENTS = st.fixed_dictionaries(
    {"klantreis": st.just(1)},
    optional={"kind": st.sampled_from(["journey", "roadmap", "x", 1]), "id": TEXTS, "title": DATA, "phases": PHASES,
              "initiatives": PHASES, "touchpoints": PARTS, "x-a": DATA},
)  # fmt: skip


@SLOW
@given(st.lists(DOCUMENTS, min_size=1, max_size=3), st.booleans(), st.integers(2, 5))
def test_what_a_file_holds_can_be_read_back_from_its_lines(documents, flow, indent):
    data = yaml.safe_dump_all(
        documents, default_flow_style=flow, indent=indent, allow_unicode=True, sort_keys=False
    ).encode("utf-8", "surrogatepass")
    _, parsed = read(data)
    assume(not parsed.problems)
    assert exact(read_back(lines(data))) == exact(parsed.documents)


@SLOW
@given(DOCUMENTS, st.randoms())
def test_the_order_of_keys_never_shows(document, chance):
    def turned(data):
        if isinstance(data, dict):
            keys = list(data)
            chance.shuffle(keys)
            return {key: turned(data[key]) for key in keys}
        return [turned(item) for item in data] if isinstance(data, list) else data

    one, other = (
        yaml.safe_dump(data, allow_unicode=True, sort_keys=False).encode("utf-8", "surrogatepass")
        for data in (document, turned(document))
    )
    assume(not read(one)[1].problems)
    assert lines(one) == lines(other)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_the_examples_can_be_read_back(path):
    data = path.read_bytes()
    assert exact(read_back(lines(data))) == exact(read(data)[1].documents)


@SLOW
@given(st.sampled_from(EXAMPLES), st.randoms())
def test_a_damaged_file_never_fails(path, chance):
    data = bytearray(path.read_bytes()[:3000])
    for _ in range(chance.randrange(1, 6)):
        at = chance.randrange(len(data))
        data[at : at + chance.randrange(3)] = chance.choice(
            [b"", b":", b"\n", b"- ", b"{", b'"', b"#", b"&a ", b"\xff"]
        )
    made = lines(bytes(data))
    assert made
    assert made.encode("utf-8")


def test_a_comment_after_the_last_document_belongs_to_it():
    text = "klantreis: 1\n---\nkind: persona\n# einde\n"
    assert [(c.document, c.path) for c in comments_in(text, places(text)[:2])] == [(1, ())]
