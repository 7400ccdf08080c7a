"""What is read of a version, and when it is left to git."""

from __future__ import annotations

import codecs

import pytest

from klantreis.merge.pieces import DoubtError
from klantreis.merge.versions import Version, Written, documents_of, read_version


@pytest.mark.parametrize(
    ("data", "version"),
    [
        (b"", Version("", None)), (b" \n", Version("", None)),
        (b"a: 1\n", Version("a: 1\n", Written("\n", mark=False))),
        (b"a: 1\r\nb: 2\r\n", Version("a: 1\nb: 2\n", Written("\r\n", mark=False))),
        (codecs.BOM_UTF8 + b"a: 1", Version("a: 1", Written("\n", mark=True))),
        (b"a: |\n  b\tc\n", Version("a: |\n  b\tc\n", Written("\n", mark=False))),
    ],
)  # fmt: skip
def test_a_version_is_its_text_and_how_it_was_written(data, version):
    assert read_version(data) == version


@pytest.mark.parametrize(
    "data", [b"\xff", "a: 1".encode("utf-16"), b"a\0b", b"a\rb\n", b"a\r\nb\n", b"a:\n\tb\n", b"a\x01"]
)
def test_a_version_that_is_no_text_or_written_in_several_ways_is_refused(data):
    with pytest.raises(DoubtError):
        read_version(data)


def test_the_data_of_a_text_is_that_of_its_documents():
    assert documents_of("") == []
    assert documents_of("klantreis: 1\n---\nkind: persona\n") == [{"klantreis": 1}, {"kind": "persona"}]


@pytest.mark.parametrize("text", ["a: [", "title: A\n", "# niets\n", "- klantreis\n", "klantreis\n"])
def test_a_text_with_mistakes_or_of_another_program_is_refused(text):
    with pytest.raises(DoubtError):
        documents_of(text)
