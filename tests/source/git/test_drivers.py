"""What git is told of us: written, found, taken away, and harmless where klantreis is gone."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest
from tests.source.git.clones import JOURNEY, alone, begun, committed, git, python_in

from klantreis.config import find_config
from klantreis.errors import KlantreisError, UsageError
from klantreis.source.git import clone, drivers
from klantreis.source.git.repository import GitError, repository_at
from klantreis.source.lines import FORM


@pytest.fixture(autouse=True)
def _alone(monkeypatch, tmp_path):
    alone(monkeypatch, tmp_path / "home")


@pytest.fixture
def here(tmp_path):
    return begun(tmp_path / "een map")


def installed(folder: Path, program: Path | None = None) -> None:
    """Set a clone up, with another Python than this one where it is given."""
    repository = repository_at(folder)
    clone.install(clone.installing(repository, find_config(folder), "local"))
    drivers.tell(repository, drivers.settings(str(program) if program else None), "local")
    committed(folder, {}, "Klantreis")


def diverged(folder: Path, ours: tuple[str, str], theirs: tuple[str, str]) -> None:
    """Let two branches each put one text in the place of another."""
    git(folder, "checkout", "--quiet", "-b", "zij")
    committed(folder, {"klantreizen/soeppan.yaml": JOURNEY.replace(*theirs)}, "Zij")
    git(folder, "checkout", "--quiet", "main")
    committed(folder, {"klantreizen/soeppan.yaml": JOURNEY.replace(*ours)}, "Wij")


def test_what_was_told_is_found_and_forgotten_to_the_byte(here):
    settings = here / ".git" / "config"
    before = settings.read_bytes()
    repository = repository_at(here)
    drivers.tell(repository, drivers.settings(), "local")
    assert {key: setting.value for key, setting in drivers.found(repository).items()} == drivers.settings()
    assert {setting.scope for setting in drivers.found(repository).values()} == {"local"}
    assert sorted(drivers.known(repository, "local")) == sorted(drivers.settings())
    drivers.forget(repository, "local")
    assert drivers.found(repository) == {}
    assert settings.read_bytes() == before


def test_told_twice_is_told_once(here):
    repository = repository_at(here)
    git(here, "config", "--add", "diff.klantreis.textconv", "a")
    git(here, "config", "--add", "diff.klantreis.textconv", "b")
    drivers.tell(repository, drivers.settings(), "local")
    drivers.tell(repository, drivers.settings(), "local")
    assert git(here, "config", "--get-all", "diff.klantreis.textconv").count("\n") == 1


def test_what_somebody_wrote_beside_it_stays(here):
    repository = repository_at(here)
    drivers.tell(repository, drivers.settings(), "local")
    git(here, "config", "diff.klantreis.wordRegex", "[a-z]+")
    drivers.forget(repository, "local")
    assert list(drivers.found(repository)) == ["diff.klantreis.wordregex"]
    assert git(here, "config", "diff.klantreis.wordRegex") == "[a-z]+\n"


def test_the_settings_of_all_clones_count_for_each(here):
    repository = repository_at(here)
    drivers.tell(repository, drivers.settings(), "global")
    assert {setting.scope for setting in drivers.found(repository).values()} == {"global"}
    assert not clone.installing(repository, None, "local")
    drivers.forget(repository, "global")
    assert drivers.found(repository) == {}


@pytest.mark.parametrize("name", ["een map", "Truus' map", 'map "x"', "100% $HOME `x` \\n", "é;&|", "-map", "#"])
def test_a_python_in_any_folder_is_started(tmp_path, here, name):
    program = python_in(tmp_path / name)
    installed(here, program)
    told = drivers.settings(str(program))
    assert drivers.program_of(told["diff.klantreis.textconv"]) == program
    assert drivers.program_of(told["merge.klantreis.driver"]) == program
    committed(here, {"klantreizen/soeppan.yaml": JOURNEY.replace("zuur", "zoet")}, "Zoet")
    assert "+  betaalt emotion word: zoet" in git(here, "show")
    git(here, "reset", "--quiet", "--hard", "HEAD~1")
    diverged(here, ("score: -1.5", "score: -1"), ("Kan niet mobiel", "Kan niet"))
    git(here, "merge", "--no-edit", "zij")
    assert (here / "klantreizen" / "soeppan.yaml").read_text() == JOURNEY.replace("score: -1.5", "score: -1").replace(
        "Kan niet mobiel", "Kan niet"
    )


def test_a_program_of_the_repository_is_never_loaded(here, tmp_path):
    installed(here)
    evil = f"open({str(tmp_path / 'gedraaid')!r}, 'w').close()\n"
    names = ("yaml.py", "klantreis.py", "re.py", "argparse.py", "klantreis/__main__.py", "sitecustomize.py")
    committed(here, dict.fromkeys(names, evil) | {"klantreizen/soeppan.yaml": JOURNEY.replace("zuur", "zoet")}, "Kwaad")
    assert "+  betaalt emotion word: zoet" in git(here, "show")
    assert not (tmp_path / "gedraaid").exists()


def test_where_klantreis_is_gone_git_shows_the_file_itself(here, tmp_path):
    program = python_in(tmp_path / "weg")
    installed(here, program)
    shutil.rmtree(program.parent)
    committed(here, {"klantreizen/soeppan.yaml": JOURNEY.replace("zuur", "zoet")}, "Zoet")
    assert "+        emotion: {score: -1.5, word: zoet}" in git(here, "show")


@pytest.mark.parametrize("broken", ["gone", "empty", "fails"])
def test_where_klantreis_is_gone_git_merges_the_lines(here, tmp_path, broken):
    program = python_in(tmp_path / "weg")
    installed(here, program)
    git(here, "config", "merge.conflictStyle", "diff3")
    diverged(here, ("zuur", "zoet"), ("zuur", "bitter"))
    if broken == "gone":
        shutil.rmtree(program.parent)
    else:
        # A Python without klantreis says 1, as a merge with conflicts would.
        program.write_text(
            f"#!/bin/sh\nexec '{sys.executable}' -I -S \"$@\"\n" if broken == "empty" else "#!/bin/sh\nexit 3\n"
        )
    said = git(here, "merge", "--no-edit", "zij", fails=True)
    assert "CONFLICT (content)" in said
    text = (here / "klantreizen" / "soeppan.yaml").read_text()
    assert "<<<<<<< ours\n        emotion: {score: -1.5, word: zoet}\n||||||| base\n" in text
    assert "=======\n        emotion: {score: -1.5, word: bitter}\n>>>>>>> theirs\n" in text


def test_a_merge_that_somebody_stops_is_not_a_merge_with_conflicts(here, tmp_path):
    program = python_in(tmp_path / "traag")
    program.write_text("#!/bin/sh\nexit 130\n")
    installed(here, program)
    diverged(here, ("zuur", "zoet"), ("Kan niet mobiel", "Kan niet"))
    git(here, "merge", "--no-edit", "zij", fails=True)
    assert (here / "klantreizen" / "soeppan.yaml").read_text() == JOURNEY.replace("zuur", "zoet")


def test_lines_that_git_remembers_go_with_the_settings(here):
    installed(here)
    git(here, "log", "-p")
    repository = repository_at(here)
    git(here, "rev-parse", "--verify", drivers.CACHE)
    clone.uninstall(clone.uninstalling(repository, "local"))
    git(here, "rev-parse", "--verify", "--quiet", drivers.CACHE, fails=True)
    assert drivers.forget_lines(repository) is False


def test_lines_made_by_another_klantreis_are_forgotten_when_this_one_comes(here, tmp_path):
    installed(here, python_in(tmp_path / "oud"))
    git(here, "log", "-p")
    clone.install(clone.installing(repository_at(here), find_config(here), "local"))
    git(here, "rev-parse", "--verify", "--quiet", drivers.CACHE, fails=True)


def test_commands_say_which_python_and_which_form_they_are_for():
    command = drivers.settings("/een map/python")["diff.klantreis.textconv"]
    assert drivers.program_of(command) == Path("/een map/python")
    assert f" textconv --form {FORM} " in command
    assert drivers.program_of("cat") is None


@pytest.mark.parametrize("program", ["", "a\nb", "a\0b"])
def test_a_python_that_cannot_be_named_is_refused(monkeypatch, program):
    monkeypatch.setattr(sys, "executable", program)
    with pytest.raises(UsageError, match="does not say where it is"):
        drivers.settings()


def test_all_or_nothing_when_git_cannot_write_its_settings(here):
    (here / ".gitattributes").write_text("* text=auto\n")
    (here / ".git" / "config.lock").touch()
    before = (here / ".git" / "config").read_bytes()
    with pytest.raises(GitError, match="could not lock config file"):
        clone.install(clone.installing(repository_at(here), find_config(here), "local"))
    assert (here / ".gitattributes").read_text() == "* text=auto\n"
    assert (here / ".git" / "config").read_bytes() == before


def test_all_or_nothing_when_git_stops_halfway(here, monkeypatch):
    repository = repository_at(here)
    git(here, "config", "diff.klantreis.xfuncname", "van mij")
    before = git(here, "config", "--local", "--list")
    plan = clone.installing(repository, find_config(here), "local")
    plan.settings["merge.klantreis.driver\n"] = "kan niet"
    with pytest.raises(KlantreisError):
        clone.install(plan)
    assert git(here, "config", "--local", "--list") == before
    assert not (here / ".gitattributes").exists()


def test_the_text_merge_of_git_keeps_to_labels_size_and_style(here, monkeypatch):
    git(here, "config", "merge.conflictStyle", "diff3")
    monkeypatch.chdir(here)
    for name, text in (("-o", "a\n"), ("b", "b\n"), ("t", "c\n")):
        (here / name).write_text(text)
    assert drivers.conflict_style() == "diff3"
    assert drivers.merge_as_text(Path("-o"), Path("b"), Path("t"), ("wij", "-basis", "zij"), 9) == 1
    assert (here / "-o").read_text() == ("<<<<<<<<< wij\na\n||||||||| -basis\nb\n=========\nc\n>>>>>>>>> zij\n")
    (here / "b").write_text("c\n")
    (here / "-o").write_text("a\n")
    assert drivers.merge_as_text(Path("-o"), Path("b"), Path("t"), ("wij", "basis", "zij"), 7) == 0


def test_what_git_cannot_merge_as_text_is_an_error(here, monkeypatch):
    monkeypatch.chdir(here)
    for name in ("a", "b", "c"):
        (here / name).write_bytes(b"\0" + name.encode())
    with pytest.raises(GitError, match="annot merge binary files"):
        drivers.merge_as_text(Path("a"), Path("b"), Path("c"), ("wij", "basis", "zij"), 7)
    assert (here / "a").read_bytes() == b"\0a"


def test_a_style_that_nobody_set_is_gits_own(here, monkeypatch):
    monkeypatch.chdir(here)
    assert drivers.conflict_style() == "merge"
