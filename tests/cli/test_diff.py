"""`diff` compares any two states of journeys with real git, and never calls unreadable what it calls equal."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from functools import partial

import pytest
from tests.cli.run import run
from tests.source.git.clones import JOURNEY, alone, begun, committed, git

FILE = "klantreizen/soeppan.yaml"
BETTER = JOURNEY.replace("score: -1.5, word: zuur", "score: 1, word: blij")


@pytest.fixture
def klantreis(capsys, monkeypatch):
    return partial(run, capsys, monkeypatch)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    alone(monkeypatch, tmp_path / "thuis")
    return begun(tmp_path / "met spatie é")


def write(folder, text: str, name: str = FILE) -> None:
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, "utf-8")


def compared(result) -> list[dict]:
    return json.loads(result.out)["journeys"]


def found(result) -> list[tuple[str, str]]:
    return [(item["topic"], item["what"]) for one in compared(result) for item in one["differences"] or ()]


def test_nothing_changed(klantreis, folder):
    result = klantreis(folder, "diff", "--exit-code")
    assert (result.code, result.out) == (0, "No differences.\n")


def test_the_last_commit_and_the_work_tree(klantreis, folder):
    write(folder, BETTER)
    result = klantreis(folder, "diff", "--output-format", "json")
    assert ("emotions", "risen") in found(result)
    assert klantreis(folder, "diff", "--exit-code").code == 1
    assert klantreis(folder, "diff", "--fail-on", "regression").code == 0


def test_a_change_for_the_worse_can_fail_a_run(klantreis, folder):
    write(folder, JOURNEY.replace("score: 0.5", "score: -1"))
    assert klantreis(folder, "diff", "--fail-on", "regression").code == 1


def test_what_was_added_for_the_next_commit(klantreis, folder):
    write(folder, BETTER)
    assert klantreis(folder, "diff", "--staged").out == "No differences.\n"
    git(folder, "add", "--all")
    assert "Betaalt" in klantreis(folder, "diff", "--staged").out


def test_two_commits_a_branch_and_since_it_branched_off(klantreis, folder):
    git(folder, "switch", "--quiet", "--create", "beter")
    committed(folder, {FILE: BETTER})
    git(folder, "switch", "--quiet", "main")
    committed(folder, {FILE: JOURNEY.replace("title: Zoekt", "title: Zoekt op de site")})
    assert ("emotions", "risen") in found(klantreis(folder, "diff", "main", "beter", "--output-format", "json"))
    both = found(klantreis(folder, "diff", "main..beter", "--output-format", "json"))
    own = found(klantreis(folder, "diff", "main...beter", "--output-format", "json"))
    assert len(both) > len(own) > 0


def test_a_renamed_and_moved_file_is_followed(klantreis, folder):
    git(folder, "mv", FILE, "pannen.yaml")
    write(folder, BETTER, "pannen.yaml")
    one = compared(klantreis(folder, "diff", "--output-format", "json"))[0]
    assert one["status"] == "renamed"
    assert ("emotions", "risen") in [(item["topic"], item["what"]) for item in one["differences"]]


def test_a_journey_that_moved_to_another_file_is_the_same_journey(klantreis, folder):
    write(folder, "klantreis: 1\ntitle: Leeg\nphases: {title: Fase}\n")
    write(folder, BETTER, "klantreizen/anders.yaml")
    states = {one["title"]: one["status"] for one in compared(klantreis(folder, "diff", "--output-format", "json"))}
    assert states == {"Een soeppan kopen": "renamed", "Leeg": "added"}


def test_journeys_that_came_and_went_are_named(klantreis, folder):
    write(folder, JOURNEY.replace("id: soeppan", "id: pollepel").replace("soeppan", "pollepel"), "pollepel.yaml")
    (folder / FILE).unlink()
    # Git takes it for one file that moved; to us these are two journeys when the rest differs as well.
    result = klantreis(folder, "diff")
    assert result.code == 0
    assert "pollepel" in result.out


def test_other_documents_are_named_with_what_changed(klantreis, folder):
    committed(folder, {"sanne.yaml": "klantreis: 1\nkind: persona\nname: Sanne\n"})
    write(folder, "klantreis: 1\nkind: persona\nname: Sanne\nbio: Kookt graag.\n", "sanne.yaml")
    result = klantreis(folder, "diff")
    assert "persona changed: bio" in result.out


def test_yaml_that_is_not_ours_is_left_alone(klantreis, folder):
    write(folder, "on: push\n", ".github/workflows/ci.yaml")
    assert klantreis(folder, "diff").out == "No differences.\n"


def test_two_files_need_no_git(klantreis, tmp_path):
    write(tmp_path, JOURNEY, "oud.yaml")
    write(tmp_path, BETTER, "nieuw.yaml")
    assert ("emotions", "risen") in found(
        klantreis(tmp_path, "diff", "oud.yaml", "nieuw.yaml", "--output-format", "json")
    )


def test_a_file_in_two_revisions(klantreis, folder):
    committed(folder, {FILE: BETTER})
    result = klantreis(folder, "diff", f"HEAD~1:{FILE}", FILE, "--output-format", "json")
    assert ("emotions", "risen") in found(result)


def test_paths_are_those_of_the_folder_one_is_in(klantreis, folder):
    write(folder, BETTER)
    assert "Betaalt" in klantreis(folder / "klantreizen", "diff", "HEAD", "soeppan.yaml").out
    assert klantreis(folder, "diff", "klantreis.toml").out == "No differences.\n"


def test_a_file_that_does_not_parse_is_named_and_fails_the_run(klantreis, folder):
    write(folder, JOURNEY + "  wrong: [\n")
    result = klantreis(folder, "diff")
    assert result.code == 2
    assert "No differences" not in result.out
    assert FILE in result.out + result.err


def test_a_journey_whose_former_self_cannot_be_read_is_not_called_new(klantreis, folder):
    committed(folder, {FILE: JOURNEY + "  wrong: [\n"})
    write(folder, JOURNEY)
    result = klantreis(folder, "diff", "--output-format", "json")
    assert result.code == 2
    assert compared(result) == []
    assert FILE in json.loads(result.out)["skipped"][0]["name"]


def test_an_id_that_changed_by_its_title_is_the_same_journey(klantreis, folder):
    committed(folder, {FILE: JOURNEY.replace("id: soeppan\n", "", 1)})
    write(folder, JOURNEY.replace("id: soeppan\ntitle: Een soeppan kopen", "title: Een soeppan bestellen", 1))
    assert [one["status"] for one in compared(klantreis(folder, "diff", "--output-format", "json"))] == ["changed"]


def test_before_the_first_commit_all_is_new(klantreis, tmp_path, monkeypatch):
    alone(monkeypatch, tmp_path / "thuis")
    git(tmp_path, "init", "--quiet", "ongeboren")
    write(tmp_path / "ongeboren", JOURNEY, "soeppan.yaml")
    assert "soeppan" in klantreis(tmp_path / "ongeboren", "diff").out
    result = klantreis(tmp_path / "ongeboren", "diff", "HEAD~1")
    assert result.code == 2
    assert "nothing was committed yet" in result.err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("HEADD",), "no revision `HEADD`"),
        (("main..mian",), "Did you mean `main`?"),
        (("klantreizen/zoeppan.yaml",), "no such file, now or then"),
        (("--staged", "main..HEAD"), "--staged compares one revision"),
        (("-o", "verschil.yaml"), "would be read as a journey"),
    ],
)
def test_wrong_use_is_said_in_words(klantreis, folder, arguments, words):
    result = klantreis(folder, "diff", *arguments)
    assert (result.code, result.out) == (2, "")
    assert words in result.err


def test_outside_of_a_repository_it_says_so(klantreis, tmp_path, monkeypatch):
    alone(monkeypatch, tmp_path)
    result = klantreis(tmp_path, "diff")
    assert result.code == 2
    assert "not in a git repository" in result.err


def test_a_bare_repository_needs_two_revisions(klantreis, folder, tmp_path):
    committed(folder, {FILE: BETTER})
    git(tmp_path, "clone", "--quiet", "--bare", str(folder), "kaal.git")
    bare = tmp_path / "kaal.git"
    assert klantreis(bare, "diff").code == 2
    assert ("emotions", "risen") in found(klantreis(bare, "diff", "HEAD~1..HEAD", "--output-format", "json"))


def test_a_shallow_clone_says_what_it_lacks(klantreis, folder, tmp_path):
    committed(folder, {FILE: BETTER})
    git(tmp_path, "clone", "--quiet", "--depth=1", f"file://{folder}", "ondiep")
    result = klantreis(tmp_path / "ondiep", "diff", "HEAD~1")
    assert result.code == 2
    assert "shallow" in result.err


def test_an_added_work_tree_is_a_repository_too(klantreis, folder, tmp_path):
    git(folder, "worktree", "add", "--quiet", str(tmp_path / "naast"))
    write(tmp_path / "naast", BETTER)
    assert "Betaalt" in klantreis(tmp_path / "naast", "diff").out


def test_several_journeys_are_drawn_into_a_folder(klantreis, folder):
    other = JOURNEY.replace("id: soeppan", "id: pollepel").replace("een soeppan", "een pollepel")
    committed(folder, {"pollepel.yaml": other})
    write(folder, BETTER)
    write(folder, other.replace("score: 0.5", "score: 2"), "pollepel.yaml")
    refused = klantreis(folder, "diff", "-o", "verschil.html")
    assert refused.code == 2
    assert "Name a folder" in refused.err
    assert klantreis(folder, "diff", "-o", "verschil/").code == 0
    assert sorted(file.name for file in (folder / "verschil").iterdir()) == ["pollepel.html", "soeppan.html"]


def test_a_variable_of_the_shell_that_is_not_set_is_no_revision_and_no_verdict(klantreis, folder):
    for arguments in (("",), ("HEAD", ""), ("--fail-on", ""), ("--fail-on", "regression,")):
        refused = klantreis(folder, "diff", *arguments)
        assert (refused.code, refused.out) == (2, "")
        assert "variable of the shell" in refused.err


def test_a_name_of_both_a_revision_and_a_folder_is_asked_about(klantreis, folder):
    write(folder, BETTER, "main/soeppan.yaml")
    refused = klantreis(folder, "diff", "main")
    assert refused.code == 2
    assert "`main~0` for the revision, `./main` for the folder" in refused.err
    assert "main/soeppan.yaml" in klantreis(folder, "diff", "./main").out
    assert klantreis(folder, "diff", "main~0").code == 0
    assert klantreis(folder, "diff", "HEAD..HEAD", "klantreizen").code == 0


@pytest.mark.parametrize("link", ["link.yaml", "map", "map/"])
def test_a_link_means_what_it_leads_to(klantreis, folder, link):
    (folder / "link.yaml").symlink_to(FILE)
    (folder / "map").symlink_to("klantreizen")
    write(folder, BETTER)
    assert klantreis(folder, "diff", "--exit-code", link).code == 1


def test_a_link_out_of_the_repository_is_no_difference_to_be_silent_about(klantreis, folder, tmp_path):
    (tmp_path / "buiten.yaml").write_text(BETTER)
    (folder / "link.yaml").symlink_to(tmp_path / "buiten.yaml")
    refused = klantreis(folder, "diff", "link.yaml")
    assert (refused.code, refused.out) == (2, "")
    assert "outside of the git repository" in refused.err


@pytest.mark.parametrize("name", ["genegeerd.yaml", "leeg", "nergens.yaml"])
def test_a_path_that_git_has_no_file_at_is_told_and_not_called_equal(klantreis, folder, name):
    write(folder, "genegeerd.yaml\n", ".gitignore")
    write(folder, JOURNEY, "genegeerd.yaml")
    (folder / "leeg").mkdir()
    (folder / "nergens.yaml").symlink_to("weg")
    refused = klantreis(folder, "diff", name)
    assert (refused.code, refused.out) == (2, "")
    assert f"{name}: git has no file there" in refused.err


def test_a_revision_with_a_colon_in_it_renames_no_file(klantreis, folder):
    committed(folder, {FILE: BETTER}, "fix: betalen")
    write(folder, JOURNEY)
    for revision in ("HEAD^{/fix: betalen}", ":/fix: betalen"):
        (one,) = compared(klantreis(folder, "diff", revision, "--output-format", "json"))
        assert one["status"] == "changed"


def test_in_a_bare_repository_its_own_files_are_no_paths(klantreis, folder, tmp_path):
    committed(folder, {FILE: BETTER})
    git(tmp_path, "clone", "--quiet", "--bare", str(folder), "kaal.git")
    result = klantreis(tmp_path / "kaal.git", "diff", "HEAD~1", "HEAD", "--output-format", "json")
    assert ("emotions", "risen") in found(result)


def test_a_journey_that_became_no_text_was_not_removed(klantreis, folder):
    (folder / FILE).write_bytes(bytes(range(256)) * 4)
    result = klantreis(folder, "diff", "--output-format", "json")
    assert (result.code, compared(result)) == (2, [])
    assert "K001" in result.err
    git(folder, "commit", "--quiet", "--all", "--message=Stuk")
    write(folder, BETTER)
    back = klantreis(folder, "diff", "--output-format", "json")
    assert (back.code, compared(back)) == (2, [])


def test_of_two_journeys_with_one_id_each_is_what_it_was_in_its_own_file(klantreis, folder):
    write(folder, JOURNEY, "a.yaml")
    write(folder, BETTER)
    pairs = {one["status"]: one for one in compared(klantreis(folder, "diff", "--output-format", "json"))}
    assert set(pairs) == {"added", "changed"}
    assert pairs["changed"]["new"]["name"] == f"work tree:{FILE}"


def test_a_conflict_is_called_a_conflict_in_the_index_too(klantreis, folder):
    git(folder, "switch", "--quiet", "--create", "ander")
    committed(folder, {FILE: BETTER})
    git(folder, "switch", "--quiet", "main")
    committed(folder, {FILE: JOURNEY.replace("-1.5", "-2")})
    git(folder, "merge", "ander", fails=True)
    staged = klantreis(folder, "diff", "--staged")
    assert staged.code == 2
    assert "conflict" in staged.out + staged.err
    assert klantreis(folder, "diff", "--staged", FILE).code == 2
    assert "could not merge" in klantreis(folder, "gap", f"HEAD:{FILE}", f":{FILE}").err
    assert klantreis(folder, "gap", f"HEAD:{FILE}", f":3:{FILE}").code == 0


def test_a_sign_that_stands_before_an_id_may_be_part_of_a_name(klantreis, folder):
    committed(folder, {"a#b.yaml": JOURNEY.replace("soeppan", "pan")})
    committed(folder, {"a#b.yaml": BETTER.replace("soeppan", "pan")})
    two = klantreis(folder, "diff", "HEAD~1:a#b.yaml", "HEAD:a#b.yaml#pan", "--output-format", "json")
    assert ("emotions", "risen") in found(two)
    assert "no journey `pen`" in klantreis(folder, "diff", "HEAD~1:a#b.yaml#pen", "HEAD:a#b.yaml").err


@pytest.mark.parametrize(
    ("out", "told"),
    [
        ("klantreis.toml", "these are settings"),
        ("reis", "this is a journey"),
        ("link.txt", "read as a journey"),
        ("n" * 300 + ".txt", "cannot be written"),
        ("pijp.txt", "nobody reads this pipe"),
    ],
)
def test_what_would_be_lost_or_never_be_read_is_not_written(klantreis, folder, out, told):
    write(folder, JOURNEY, "reis")
    (folder / "link.txt").symlink_to(FILE)
    os.mkfifo(folder / "pijp.txt")
    write(folder, BETTER)
    before = {path: path.read_bytes() for path in (folder / "klantreis.toml", folder / "reis", folder / FILE)}
    for command in (("diff",), ("history", FILE)):
        if command[0] == "diff" or out not in ("klantreis.toml", "link.txt"):
            refused = klantreis(folder, *command, "--output-format", "text", "-o", out)
            assert refused.code == 2
            assert told in refused.err
    assert {path: path.read_bytes() for path in before} == before


@pytest.mark.parametrize("form", ["text", "json"])
def test_the_exit_code_is_that_of_the_comparison_also_when_the_reader_leaves(folder, form):
    text = JOURNEY + "".join(f"          - {{id: p{n}, title: Pijn {n}}}\n" for n in range(2000))
    write(folder, text)
    for options, code in ((["--exit-code"], 1), ([], 0)):
        command = [sys.executable, "-m", "klantreis", "diff", "--output-format", form, *options]
        with subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
            running.stdout.close()
            assert running.wait(timeout=120) == code
            assert running.stderr.read() == b""


def test_no_revision_is_told_without_flooding_the_terminal(klantreis, folder):
    assert len(klantreis(folder, "diff", "a" * 5000).err) < 300
