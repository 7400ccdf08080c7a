"""The commits of one file: renames followed, merges told once, copies left alone, thousands in no time."""

from __future__ import annotations

import os
import subprocess
from datetime import UTC, datetime, timedelta

import pytest
from tests.source.git.clones import alone, begun, committed, git
from tests.source.git.streams import imported

from klantreis.source.git import repository as running
from klantreis.source.git.log import commits_of, history_of
from klantreis.source.git.repository import repository_at
from klantreis.source.git.revisions import resolve

LONG = "".join(f"regel {number}\n" for number in range(30))


@pytest.fixture(autouse=True)
def _alone(monkeypatch, tmp_path):
    alone(monkeypatch, tmp_path / "home")


@pytest.fixture
def here(tmp_path):
    return begun(tmp_path / "r", {"a.yaml": LONG, "b.yaml": "b\n"})


def changed(text, number, to):
    return text.replace(f"regel {number}\n", f"{to}\n")


def told(folder, path, **how):
    return [version.subject for version in history_of(repository_at(folder), path, **how).versions]


def test_each_version_says_who_when_what_and_where_oldest_first(here, monkeypatch):
    monkeypatch.setenv("GIT_AUTHOR_DATE", "2026-03-01T10:00:00+02:00")
    monkeypatch.setenv("GIT_AUTHOR_NAME", "Pien Visser-Ö")
    committed(here, {"a.yaml": LONG + "meer\n"}, "Emoties: “bijgewerkt”\n\nen meer")
    committed(here, {"b.yaml": "anders\n"}, "Niets aan a")
    first, last = history_of(repository_at(here), "a.yaml").versions
    assert (first.subject, first.oid) == ("Begin", git(here, "rev-parse", "HEAD~2:a.yaml").strip())
    assert last.commit == git(here, "rev-parse", "HEAD~1").strip()
    assert (last.author, last.subject, last.path) == ("Pien Visser-Ö", "Emoties: “bijgewerkt”", "a.yaml")
    assert last.when.isoformat() == "2026-03-01T10:00:00+02:00"
    assert last.oid == git(here, "rev-parse", "HEAD:a.yaml").strip()


@pytest.mark.parametrize("name", ["ë b.yaml", "-streep.yaml", "*.yaml", "regel\neinde.yaml", "x/:(top).yaml"])
def test_a_file_of_any_name_has_its_own_history_through_its_names(here, name):
    (here / name).parent.mkdir(exist_ok=True)
    git(here, "mv", "--", "a.yaml", name)
    git(here, "commit", "--quiet", "--message=Verplaatst")
    committed(here, {name: LONG + "meer\n"}, "Meer")
    versions = history_of(repository_at(here), name).versions
    assert [(version.subject, version.path) for version in versions] == [
        ("Begin", "a.yaml"), ("Verplaatst", name), ("Meer", name),
    ]  # fmt: skip


def test_a_file_that_moved_and_changed_in_one_commit_is_followed(here):
    git(here, "mv", "a.yaml", "z.yaml")
    committed(here, {"z.yaml": changed(LONG, 3, "drie")}, "Verplaatst")
    assert told(here, "z.yaml") == ["Begin", "Verplaatst"]


def test_a_copy_begins_a_history_of_its_own(here):
    committed(here, {"a.yaml": LONG + "meer\n"}, "Meer")
    committed(here, {"droom.yaml": LONG + "meer\n"}, "Droom")
    committed(here, {"droom.yaml": LONG + "meer\nen meer\n"}, "Verder")
    assert told(here, "droom.yaml") == ["Droom", "Verder"]
    assert told(here, "a.yaml") == ["Begin", "Meer"]


def test_a_file_that_was_away_for_a_while_has_versions_before_and_after(here):
    git(here, "rm", "--quiet", "a.yaml")
    committed(here, {}, "Weg")
    committed(here, {"a.yaml": LONG}, "Terug")
    versions = history_of(repository_at(here), "a.yaml").versions
    assert [version.subject for version in versions] == ["Begin", "Weg", "Terug"]
    assert [bool(version.oid) for version in versions] == [True, False, True]


def merged(folder, *options):
    """A branch with two commits, merged; the main line went on meanwhile."""
    git(folder, "checkout", "--quiet", "-b", "tak")
    committed(folder, {"a.yaml": changed(LONG, 2, "tak")}, "Tak 1")
    committed(folder, {"a.yaml": changed(changed(LONG, 2, "tak"), 3, "tak")}, "Tak 2")
    git(folder, "checkout", "--quiet", "main")
    committed(folder, {"a.yaml": changed(LONG, 25, "main")}, "Main")
    git(folder, "merge", "--quiet", "--no-ff", "--message=Merge tak", *options, "tak")


def test_a_merged_branch_is_one_version_its_merge(here):
    merged(here)
    assert told(here, "a.yaml") == ["Begin", "Main", "Merge tak"]
    assert history_of(repository_at(here), "a.yaml").versions[-1].oid == git(here, "rev-parse", "HEAD:a.yaml").strip()


def test_all_commits_are_there_when_they_are_asked_for(here):
    merged(here)
    assert sorted(told(here, "a.yaml", every=True)) == ["Begin", "Main", "Merge tak", "Tak 1", "Tak 2"]


def test_a_rename_on_a_merged_branch_is_followed(here):
    git(here, "checkout", "--quiet", "-b", "tak")
    git(here, "mv", "a.yaml", "z.yaml")
    committed(here, {}, "Verplaatst")
    git(here, "checkout", "--quiet", "main")
    committed(here, {"a.yaml": changed(LONG, 25, "main")}, "Main")
    git(here, "merge", "--quiet", "--no-ff", "--message=Merge tak", "tak")
    versions = history_of(repository_at(here), "z.yaml").versions
    assert [(version.subject, version.path) for version in versions] == [
        ("Begin", "a.yaml"), ("Main", "a.yaml"), ("Merge tak", "z.yaml"),
    ]  # fmt: skip


def test_a_merge_of_what_others_did_elsewhere_is_no_version(here):
    git(here, "checkout", "--quiet", "-b", "tak")
    committed(here, {"b.yaml": "tak\n"}, "Tak")
    git(here, "checkout", "--quiet", "main")
    committed(here, {"a.yaml": LONG + "meer\n"}, "Main")
    git(here, "merge", "--quiet", "--no-ff", "--message=Merge tak", "tak")
    assert told(here, "a.yaml") == ["Begin", "Main"]


def test_after_a_rebase_and_a_cherry_pick_the_line_is_what_it_became(here):
    git(here, "checkout", "--quiet", "-b", "tak")
    committed(here, {"a.yaml": changed(LONG, 2, "tak")}, "Tak 1")
    git(here, "checkout", "--quiet", "main")
    committed(here, {"a.yaml": changed(LONG, 25, "main")}, "Main")
    git(here, "checkout", "--quiet", "tak")
    git(here, "rebase", "--quiet", "main")
    assert told(here, "a.yaml") == ["Begin", "Main", "Tak 1"]
    git(here, "checkout", "--quiet", "main")
    git(here, "cherry-pick", "tak")
    assert told(here, "a.yaml") == ["Begin", "Main", "Tak 1"]


def test_it_may_end_at_any_commit(here):
    committed(here, {"a.yaml": LONG + "meer\n"}, "Meer")
    repository = repository_at(here)
    assert told(here, "a.yaml", start=resolve(repository, "HEAD~1")) == ["Begin"]


def test_a_file_that_was_never_committed_has_no_versions(here, tmp_path):
    assert told(here, "nooit.yaml") == []
    git(tmp_path, "init", "--quiet", "leeg")
    assert told(tmp_path / "leeg", "a.yaml") == []


def test_a_shallow_clone_says_that_older_versions_are_missing(here, tmp_path):
    for number in range(4):
        committed(here, {"a.yaml": LONG + f"{number}\n"}, f"Versie {number}")
    git(tmp_path, "clone", "--quiet", "--depth=2", here.as_uri(), "ondiep")
    history = history_of(repository_at(tmp_path / "ondiep"), "a.yaml")
    assert (history.shallow, [version.subject for version in history.versions]) == (True, ["Versie 2", "Versie 3"])
    assert not history_of(repository_at(here), "a.yaml").shallow


def test_a_bare_repository_and_an_added_work_tree_know_it_too(here, tmp_path):
    committed(here, {"a.yaml": LONG + "meer\n"}, "Meer")
    git(tmp_path, "clone", "--quiet", "--bare", str(here), "kaal.git")
    git(here, "worktree", "add", "--quiet", "--detach", str(tmp_path / "tweede"), "HEAD~1")
    assert told(tmp_path / "kaal.git", "a.yaml") == ["Begin", "Meer"]
    assert told(tmp_path / "tweede", "a.yaml") == ["Begin"]


def test_a_repository_with_longer_ids_is_read_too(tmp_path):
    folder = tmp_path / "lang"
    git(tmp_path, "init", "--quiet", "--object-format=sha256", "--initial-branch=main", "lang")
    committed(folder, {"a.yaml": LONG})
    git(folder, "mv", "a.yaml", "b.yaml")
    committed(folder, {"b.yaml": LONG + "meer\n"}, "Verplaatst")
    versions = history_of(repository_at(folder), "b.yaml").versions
    assert [(version.subject, len(version.commit), len(version.oid)) for version in versions] == [
        ("Begin", 64, 64), ("Verplaatst", 64, 64),
    ]  # fmt: skip


def test_settings_of_the_repository_do_not_change_the_answer(here):
    for key, value in {
        "log.showRoot": "false", "log.follow": "false", "log.date": "relative", "log.diffMerges": "off",
        "format.pretty": "oneline", "color.ui": "always", "diff.renames": "false", "log.showSignature": "true",
        "i18n.logOutputEncoding": "latin1", "log.abbrevCommit": "true", "diff.noprefix": "true",
    }.items():  # fmt: skip
        git(here, "config", key, value)
    git(here, "mv", "a.yaml", "ë.yaml")
    committed(here, {}, "Verplaatst naar ë")
    assert told(here, "ë.yaml") == ["Begin", "Verplaatst naar ë"]


def test_a_date_that_no_calendar_has_is_still_a_moment(here):
    made = subprocess.run(
        ["git", "commit-tree", "HEAD^{tree}", "-p", "HEAD", "-m", "x"], cwd=here, capture_output=True, check=True,
        env={**os.environ},
    )  # fmt: skip
    commit = subprocess.run(
        ["git", "cat-file", "commit", made.stdout.decode().strip()], cwd=here, capture_output=True, check=True
    ).stdout
    (here / "a.yaml").write_text("later\n", "utf-8")
    git(here, "add", "--all")
    tree = git(here, "write-tree").strip()
    lines = commit.decode().replace(commit.decode().split("\n")[0], f"tree {tree}", 1).split("\n")
    lines = [
        line.rsplit("> ", 1)[0] + "> 99999999999999 +9999" if line.startswith("author") else line for line in lines
    ]
    oid = subprocess.run(
        ["git", "hash-object", "-t", "commit", "-w", "--literally", "--stdin"], cwd=here, check=True,
        input="\n".join(lines).encode(), capture_output=True,
    ).stdout.decode().strip()  # fmt: skip
    git(here, "update-ref", "refs/heads/main", oid)
    last = history_of(repository_at(here), "a.yaml").versions[-1]
    assert (last.commit, last.when.tzinfo is not None) == (oid, True)


def test_commits_between_two_are_those_after_the_one_up_to_the_other(here):
    for number in range(3):
        committed(here, {}, f"{number}")
    repository = repository_at(here)
    head, older = resolve(repository, "HEAD"), resolve(repository, "HEAD~2")
    expected = [git(here, "rev-parse", name).strip() for name in ("HEAD~1", "HEAD")]
    assert commits_of(repository, head, older) == expected
    assert commits_of(repository, head)[-2:] == expected
    assert len(commits_of(repository, head)) == 4


def test_three_thousand_commits_take_one_process(tmp_path, monkeypatch):
    folder = imported(tmp_path / "r", ({"a.yaml": f"versie {number}\n{LONG}"} for number in range(3_000)))
    repository = repository_at(folder)
    head = resolve(repository, "HEAD")
    started = []
    start = running._start
    monkeypatch.setattr(running, "_start", lambda *rest, **named: started.append(rest[2][0]) or start(*rest, **named))
    versions = history_of(repository, "a.yaml", head).versions
    assert (started, len(versions)) == (["log"], 3_000)
    assert versions[0].when == datetime.fromtimestamp(1_600_000_000, UTC)
    assert versions[-1].when - versions[0].when == timedelta(days=2_999)
