"""Files are called as the repository calls them."""

from __future__ import annotations

import pytest

from klantreis.errors import PathError
from klantreis.report.repository import UNKNOWN, Repository, uri


@pytest.fixture
def stand(files, monkeypatch):
    def there(folder, *, git=".git"):
        root = files({f"{git}/HEAD": "", "werk/klantreizen/kaart.yaml": ""} if git else {"werk/a.yaml": ""})
        monkeypatch.chdir(root / folder)
        return Repository()

    return there


def test_a_path_is_one_from_the_root(stand):
    assert stand("werk").path("klantreizen/kaart.yaml") == "werk/klantreizen/kaart.yaml"
    assert stand("werk").path("./klantreizen/../klantreizen/kaart.yaml") == "werk/klantreizen/kaart.yaml"
    assert stand("werk/klantreizen").path("../../README.md") == "README.md"


def test_a_whole_path_becomes_one_from_the_root(stand, tmp_path):
    assert stand("werk").path(str(tmp_path / "werk" / "x.yaml")) == "werk/x.yaml"


def test_a_worktree_has_a_file_instead_of_a_folder(stand, files):
    files({"werk/.git": "gitdir: elders"})
    assert stand("werk/klantreizen", git="elders").path("kaart.yaml") == "klantreizen/kaart.yaml"


def test_without_a_repository_the_folder_one_stands_in_is_the_root(stand, monkeypatch):
    repository = stand("werk", git="")
    monkeypatch.setattr("os.path.exists", lambda _: False)
    assert repository.path("a.yaml") == "a.yaml"


def test_a_file_outside_keeps_its_whole_path(stand):
    assert stand("werk").path("/elders/kaart.yaml") == "/elders/kaart.yaml"
    assert uri("/elders/een kaart.yaml") == "file:///elders/een%20kaart.yaml"


def test_a_neighbour_with_a_longer_name_is_outside(stand, tmp_path):
    beside = f"{tmp_path}2/x.yaml"
    assert stand("werk").path(beside) == beside


def test_a_folder_reached_by_a_link_is_the_folder(stand, tmp_path, monkeypatch):
    repository = stand("werk")
    (tmp_path / "werk" / "ook").symlink_to(tmp_path / "werk" / "klantreizen")
    assert repository.path("ook/kaart.yaml") == "werk/ook/kaart.yaml"


def test_standard_input_keeps_its_name(stand):
    assert stand("werk").path("<stdin>") == "<stdin>"
    assert uri("<stdin>") == "%3Cstdin%3E"


def test_a_uri_quotes_what_is_special():
    assert uri("map één/100%#?.yaml") == "map%20%C3%A9%C3%A9n/100%25%23%3F.yaml"


@pytest.mark.parametrize(
    ("message", "path"),
    [
        ("weg.yaml: no such file or folder.", "werk/weg.yaml"),
        ("foto's.yaml: no such file or folder.", "werk/foto's.yaml"),
        ("an empty path.", UNKNOWN),
        ("'a\\x00b': not a path: embedded null byte.", UNKNOWN),
    ],
)
def test_what_cannot_be_read_is_named_in_its_message(stand, message, path):
    assert stand("werk").path_of_error(PathError(message)) == path
