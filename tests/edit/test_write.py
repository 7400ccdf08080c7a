"""Writing back: the encoding stays, nobody's work is lost, a file is never half written."""

from __future__ import annotations

import os

import pytest

from klantreis.edit.write import encoded, write_fixed
from klantreis.errors import PathError
from klantreis.source.write import replace_bytes


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16-le", "utf-16-be", "utf-16"])
def test_a_text_keeps_its_encoding(encoding, tmp_path):
    old = "title: Één\r\n".encode(encoding)
    path = tmp_path / "a.yaml"
    path.write_bytes(old)
    write_fixed(path, old, "title: Twéé\r\n")
    assert path.read_bytes() == "title: Twéé\r\n".encode(encoding)


def test_an_empty_file_becomes_utf_8():
    assert encoded("é", b"") == "é".encode()


def test_what_somebody_else_wrote_meanwhile_stays(tmp_path):
    path = tmp_path / "a.yaml"
    path.write_bytes(b"nieuw")
    with pytest.raises(PathError, match="changed meanwhile"):
        write_fixed(path, b"oud", "mijn")
    assert path.read_bytes() == b"nieuw"


def test_a_link_is_followed_and_permissions_stay(tmp_path):
    target, link = tmp_path / "b.yaml", tmp_path / "a.yaml"
    target.write_bytes(b"oud")
    os.chmod(target, 0o640)
    link.symlink_to("b.yaml")
    replace_bytes(link, b"nieuw")
    assert link.is_symlink()
    assert target.read_bytes() == b"nieuw"
    assert target.stat().st_mode & 0o7777 == 0o640


def test_a_folder_a_pipe_and_a_missing_file_are_refused_in_words(tmp_path):
    os.mkfifo(tmp_path / "pijp")
    for name in ("", "pijp", "weg"):
        with pytest.raises(PathError, match="cannot be written"):
            replace_bytes(tmp_path / name, b"x")


@pytest.mark.parametrize("moment", ["replace", "chmod"])
def test_stopped_halfway_the_file_is_whole_and_nothing_is_left_beside_it(moment, tmp_path, monkeypatch):
    path = tmp_path / "a.yaml"
    path.write_bytes(b"oud")

    def stop(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(os, moment, stop)
    with pytest.raises(KeyboardInterrupt):
        replace_bytes(path, b"nieuw")
    assert path.read_bytes() == b"oud"
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.yaml"]
