"""`klantreis git`: a clone set up, told of and taken down; and what git does with our help."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest
from tests.source.git.clones import JOURNEY, OTHER, alone, begun, committed, git, python_in

FILE = "klantreizen/soeppan.yaml"
EXAMPLE = Path(__file__).parents[2] / "examples" / "michiel-mobiel"
BLOCK = """\
# klantreis: begin (`klantreis git install` wrote this, `klantreis git uninstall` takes it away)
*.yaml diff=klantreis merge=klantreis
*.yml diff=klantreis merge=klantreis
.*.y*ml !diff !merge
**/.*/**/*.y*ml !diff !merge
# klantreis: end
"""


@pytest.fixture(autouse=True)
def _alone(monkeypatch, tmp_path):
    alone(monkeypatch, tmp_path / "home")


@pytest.fixture
def here(tmp_path):
    """A repository with a workspace."""
    return begun(tmp_path / "een map")


@pytest.fixture
def ready(here, klantreis):
    """A repository with a workspace, set up, its attributes committed."""
    assert klantreis(here, "git", "install").code == 0
    return committed(here, {}, "Klantreis")


def edited(*changes: tuple[str, str]) -> str:
    text = JOURNEY
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return text


def state(folder: Path) -> dict[str, bytes]:
    """Everything that install may touch."""
    paths = [folder / ".git" / "config", *folder.rglob(".gitattributes")]
    return {str(path): path.read_bytes() for path in paths}


# Setting up, taking down, telling.


def test_install_says_what_it_changes(klantreis, here):
    done = klantreis(here, "git", "install")
    assert (done.code, done.err) == (0, "")
    assert done.out == (
        "Told git, in the settings of this clone (.git/config):\n"
        "  diff.klantreis.textconv       `git diff` and `git log -p` show each value with its place\n"
        "  diff.klantreis.cachetextconv  what was made readable once is remembered\n"
        "  diff.klantreis.xfuncname      above each change stands its phase and touchpoint\n"
        "  merge.klantreis.name          what the merge is called\n"
        "  merge.klantreis.driver        merges go by the ids of what is in a journey\n"
        "Wrote .gitattributes:\n" + "".join(f"  + {line}\n" for line in BLOCK.splitlines()) + "Commit the"
        " .gitattributes. Everybody else runs `klantreis git install` once in their own clone.\n"
    )
    assert (here / ".gitattributes").read_text() == BLOCK


def test_a_second_install_changes_nothing(klantreis, ready):
    before = state(ready)
    done = klantreis(ready, "git", "install")
    assert (done.code, done.out) == (0, "Nothing to do: this clone is set up.\n")
    assert state(ready) == before


def test_a_dry_run_writes_nothing_and_shows_the_settings(klantreis, here):
    before = state(here)
    done = klantreis(here, "git", "install", "--dry-run")
    assert done.code == 0
    assert f"  diff.klantreis.textconv = k() {{ '{sys.executable}' -P -m klantreis git textconv" in done.out
    assert "Would write .gitattributes:\n" in done.out
    assert state(here) == before
    klantreis(here, "git", "install")
    before = state(here)
    done = klantreis(here, "git", "uninstall", "--dry-run")
    assert "Would take away .gitattributes: the whole file, nothing else was in it.\n" in done.out
    assert state(here) == before


@pytest.mark.parametrize("text", [None, "* text=auto\n", "* text=auto", "a\r\n", ""])
def test_uninstall_undoes_it_to_the_last_character(klantreis, here, text):
    if text is not None:
        (here / ".gitattributes").write_bytes(text.encode())
    before = state(here)
    klantreis(here, "git", "install")
    git(here, "log", "-p")
    done = klantreis(here, "git", "uninstall")
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("Took out of the settings of this clone (.git/config): diff.klantreis.textconv, ")
    assert state(here) == before
    assert klantreis(here, "git", "uninstall").out == "Nothing to do: git knows nothing of klantreis here.\n"


def test_what_people_wrote_around_the_block_stays(klantreis, ready):
    (ready / ".gitattributes").write_text("*.png -text\n" + BLOCK + "*.svg text\n")
    klantreis(ready, "git", "install")
    assert (ready / ".gitattributes").read_text() == "*.png -text\n" + BLOCK + "*.svg text\n"
    klantreis(ready, "git", "uninstall")
    assert (ready / ".gitattributes").read_text() == "*.png -text\n*.svg text\n"


def test_other_settings_of_the_workspace_give_other_lines(klantreis, ready):
    (ready / "klantreis.toml").write_text('files = ["klantreizen/*.yaml"]\n')
    assert klantreis(ready, "git", "status").code == 0
    done = klantreis(ready, "git", "install")
    assert "  + klantreizen/*.yaml diff=klantreis merge=klantreis\n" in done.out
    assert "  - *.yaml diff=klantreis merge=klantreis\n" in done.out
    assert "Told git" not in done.out
    assert len((ready / ".gitattributes").read_text().splitlines()) == 3


def test_half_a_block_is_left_for_people(klantreis, ready):
    (ready / ".gitattributes").write_text(BLOCK.replace("# klantreis: end\n", ""))
    for command in ("install", "uninstall"):
        done = klantreis(ready, "git", command)
        assert done.code == 2
        assert "is not whole, or is there twice" in done.err


def test_status_tells_a_fresh_clone_what_to_run(klantreis, ready, tmp_path):
    assert klantreis(ready, "git", "status").out == (
        "ok       `git diff` and `git log -p` show each value with its place\n"
        "ok       what was made readable once is remembered\n"
        "ok       above each change stands its phase and touchpoint\n"
        "ok       merges go by the ids of what is in a journey\n"
        "ok       .gitattributes names it: 1 file\n"
    )
    git(tmp_path, "clone", "--quiet", str(ready), "kloon")
    done = klantreis(tmp_path / "kloon", "git", "status")
    assert done.code == 1
    assert done.out == (
        "missing  `git diff` and `git log -p` show each value with its place: not set in this clone\n"
        "missing  what was made readable once is remembered: not set in this clone\n"
        "missing  above each change stands its phase and touchpoint: not set in this clone\n"
        "missing  merges go by the ids of what is in a journey: not set in this clone\n"
        "ok       .gitattributes names it: 1 file\n"
        "\nRun once here: klantreis git install\n"
    )
    klantreis(tmp_path / "kloon", "git", "install")
    assert klantreis(tmp_path / "kloon", "git", "status").code == 0


def test_status_names_files_that_git_does_not_know_as_ours(klantreis, ready):
    committed(
        ready, {"klantreizen/b.yaml": JOURNEY, "ci.yaml": OTHER, ".gitattributes": f"{BLOCK}b.yaml merge=union\n"}
    )
    done = klantreis(ready, "git", "status")
    assert done.code == 1
    assert "missing  .gitattributes names 1 of 2 files; not klantreizen/b.yaml\n" in done.out


def test_status_knows_a_klantreis_that_is_gone(klantreis, ready, tmp_path):
    program = python_in(tmp_path / "elders")
    for key in ("diff.klantreis.textconv", "merge.klantreis.driver"):
        value = git(ready, "config", key).removesuffix("\n")
        git(ready, "config", key, value.replace(f"'{sys.executable}'", f"'{program}'"))
    done = klantreis(ready, "git", "status")
    assert done.code == 0
    assert f"ok       merges go by the ids of what is in a journey: by {program}\n" in done.out
    shutil.rmtree(program.parent)
    done = klantreis(ready, "git", "status")
    assert done.code == 1
    assert f"each value with its place: set to a klantreis that is gone: {program}\n" in done.out
    klantreis(ready, "git", "install")
    assert klantreis(ready, "git", "status").code == 0


def test_status_starts_no_program_that_a_stranger_may_have_named(klantreis, ready, tmp_path):
    program = tmp_path / "kwaad"
    program.write_text(f"#!/bin/sh\ntouch '{tmp_path}/gedraaid'\n")
    program.chmod(0o755)
    value = git(ready, "config", "diff.klantreis.textconv").removesuffix("\n")
    git(ready, "config", "diff.klantreis.textconv", value.replace(sys.executable, str(program)))
    klantreis(ready, "git", "status")
    klantreis(ready, "git", "install", "--dry-run")
    klantreis(ready, "git", "uninstall")
    assert not (tmp_path / "gedraaid").exists()


def test_status_knows_another_version_and_what_is_not_ours(klantreis, ready):
    value = git(ready, "config", "diff.klantreis.textconv").removesuffix("\n")
    git(ready, "config", "diff.klantreis.textconv", value.replace("--form 1", "--form 0"))
    git(ready, "config", "merge.klantreis.driver", "mijn-merge %A")
    done = klantreis(ready, "git", "status")
    assert done.code == 1
    assert "with its place: set by another version of klantreis\n" in done.out
    assert "in a journey: set to something else\n" in done.out


def test_who_does_not_want_lines_to_be_remembered_may_say_so(klantreis, ready):
    git(ready, "config", "diff.klantreis.cachetextconv", "false")
    assert klantreis(ready, "git", "status").code == 0
    assert klantreis(ready, "git", "install").out == "Nothing to do: this clone is set up.\n"


def test_for_all_clones_of_a_user_once(klantreis, ready, tmp_path):
    git(tmp_path, "clone", "--quiet", str(ready), "kloon")
    kloon = tmp_path / "kloon"
    before = state(kloon)
    done = klantreis(tmp_path / "kloon", "git", "install", "--global")
    assert done.out.startswith("Told git, in your own settings, for all clones:\n")
    assert klantreis(kloon, "git", "status").code == 0
    assert state(kloon) == before
    assert klantreis(kloon, "git", "install").out == "Nothing to do: this clone is set up.\n"
    assert "still hold it: klantreis git uninstall --global" in klantreis(kloon, "git", "uninstall").out
    klantreis(kloon, "git", "uninstall", "--global")
    assert klantreis(kloon, "git", "status").code == 1


def test_from_a_folder_below_it_is_the_same(klantreis, here):
    done = klantreis(here / "klantreizen", "git", "install")
    assert done.code == 0
    assert (here / ".gitattributes").exists()
    assert klantreis(here / "klantreizen", "git", "status").code == 0
    assert klantreis(here / "klantreizen", "git", "uninstall").code == 0
    assert not (here / ".gitattributes").exists()


def test_a_workspace_below_the_top_has_attributes_of_its_own(klantreis, tmp_path):
    here = begun(tmp_path / "r", {"docs/kaarten/klantreis.toml": "", "docs/kaarten/a.yaml": JOURNEY, "ci.yaml": OTHER})
    assert klantreis(here / "docs" / "kaarten", "git", "install").code == 0
    assert (here / "docs" / "kaarten" / ".gitattributes").read_text() == BLOCK
    assert "ci.yaml: diff: unspecified" in git(here, "check-attr", "diff", "ci.yaml")
    committed(here, {})
    assert klantreis(here, "git", "status").code == 0
    assert klantreis(here, "git", "uninstall").code == 0
    assert not (here / "docs" / "kaarten" / ".gitattributes").exists()


def test_work_trees_share_the_settings(klantreis, ready, tmp_path):
    git(ready, "worktree", "add", "--quiet", "-b", "zij", str(tmp_path / "boom"))
    boom = tmp_path / "boom"
    assert klantreis(boom, "git", "status").code == 0
    committed(boom, {FILE: edited(("zuur", "zoet"))}, "Zij")
    committed(ready, {FILE: edited(("nieuwsgierig", "blij"))}, "Wij")
    git(boom, "merge", "--no-edit", "main")
    assert (boom / FILE).read_text() == edited(("zuur", "zoet"), ("nieuwsgierig", "blij"))
    klantreis(boom, "git", "uninstall")
    assert klantreis(ready, "git", "status").code == 1


def test_a_submodule_is_a_clone_of_its_own(klantreis, here, tmp_path):
    top = begun(tmp_path / "boven", {"klantreis.toml": "", "a.yaml": JOURNEY})
    git(top, "-c", "protocol.file.allow=always", "submodule", "--quiet", "add", str(here), "sub")
    sub = top / "sub"
    assert klantreis(sub, "git", "install").code == 0
    assert (sub / ".gitattributes").exists()
    assert not (top / ".gitattributes").exists()
    committed(sub, {FILE: edited(("zuur", "zoet"))}, "Zoet")
    assert "+  betaalt emotion word: zoet" in git(sub, "show")
    assert klantreis(sub, "git", "uninstall").code == 0
    (sub / "klantreis.toml").unlink()
    done = klantreis(sub, "git", "install")
    assert done.code == 2
    assert "lies outside of the git repository" in done.err


def test_a_bare_repository_is_refused(klantreis, here, tmp_path):
    git(tmp_path, "clone", "--quiet", "--bare", str(here), "kaal")
    (tmp_path / "kaal" / "klantreis.toml").touch()
    for command in ("install", "uninstall", "status"):
        done = klantreis(tmp_path / "kaal", "git", command)
        assert done.code == 2
        assert "a bare repository" in done.err


def test_no_repository_is_refused(klantreis, tmp_path):
    (tmp_path / "los").mkdir()
    (tmp_path / "los" / "klantreis.toml").touch()
    for command in ("install", "uninstall", "status"):
        done = klantreis(tmp_path / "los", "git", command)
        assert done.code == 2
        assert "not in a git repository" in done.err


def test_without_a_workspace_it_says_what_to_make(klantreis, tmp_path):
    here = begun(tmp_path / "r", {"a.yaml": JOURNEY})
    done = klantreis(here, "git", "install")
    assert done.code == 2
    assert "no workspace here" in done.err
    assert not (here / ".gitattributes").exists()
    done = klantreis(here, "git", "status")
    assert done.code == 1
    assert done.out.endswith("Run once in a workspace (a folder with a `klantreis.toml`): klantreis git install\n")


def test_settings_that_cannot_be_written_change_nothing(klantreis, here):
    (here / ".git" / "config.lock").touch()
    before = state(here)
    done = klantreis(here, "git", "install")
    assert done.code == 2
    assert "could not lock config file" in done.err
    assert state(here) == before


def test_attributes_that_cannot_be_written_change_nothing(klantreis, here):
    (here / ".gitattributes").mkdir()
    done = klantreis(here, "git", "install")
    assert done.code == 2
    assert ".gitattributes: not an ordinary file" in done.err
    assert "klantreis" not in (here / ".git" / "config").read_text()


def test_in_an_unborn_branch_and_without_a_name_of_ones_own(klantreis, tmp_path, monkeypatch):
    for name in ("GIT_AUTHOR_NAME", "GIT_AUTHOR_EMAIL", "GIT_COMMITTER_NAME", "GIT_COMMITTER_EMAIL"):
        monkeypatch.delenv(name)
    here = tmp_path / "nieuw"
    here.mkdir()
    git(here, "init", "--quiet")
    (here / "klantreis.toml").touch()
    # Git remembers lines in commits of their own, and would rather fail than leave the name of their maker out.
    assert "cachetextconv" not in klantreis(here, "git", "install").out
    done = klantreis(here, "git", "status")
    assert (done.code, done.out.splitlines()[-1]) == (0, "ok       no journeys here yet")
    (here / "a.yaml").write_text(JOURNEY)
    git(here, "add", "a.yaml")
    assert "+  betaalt emotion word: zuur" in git(here, "diff", "--cached")
    monkeypatch.setenv("GIT_COMMITTER_NAME", "Truus")
    monkeypatch.setenv("GIT_COMMITTER_EMAIL", "truus@example.org")
    assert klantreis(here, "git", "status").code == 1
    assert "cachetextconv" in klantreis(here, "git", "install").out
    assert klantreis(here, "git", "status").code == 0
    monkeypatch.delenv("GIT_COMMITTER_NAME")
    monkeypatch.delenv("GIT_COMMITTER_EMAIL")
    done = klantreis(here, "git", "status")
    assert (done.code, "git does not know your name" in done.out) == (1, True)
    assert klantreis(here, "git", "uninstall").code == 0


def test_help_shows_the_commands_for_people_alone(klantreis, tmp_path):
    shown = klantreis(tmp_path, "git", "--help").out
    assert all(f"\n  {name} " in shown for name in ("install", "uninstall", "status"))
    assert "textconv" not in shown
    assert "merge-file" not in shown
    assert "\n    0 done, or nothing to do\n    2 no workspace" in klantreis(tmp_path, "git", "install", "--help").out


# What git does with it.


def test_git_diff_shows_each_value_below_its_touchpoint(ready):
    (ready / FILE).write_text(edited(("Kan niet mobiel", "Kan niet met de telefoon")))
    said = git(ready, "diff")
    assert said[said.index("@@") :] == (
        "@@ -19,4 +19,4 @@ touchpoint koop / betaalt\n"
        "   betaalt emotion score: -1.5\n"
        "   betaalt emotion word: zuur\n"
        "   betaalt pains / niet-mobiel id: niet-mobiel\n"
        "-  betaalt pains / niet-mobiel title: Kan niet mobiel\n"
        "+  betaalt pains / niet-mobiel title: Kan niet met de telefoon\n"
    )


def test_a_file_in_another_form_shows_no_difference(ready, klantreis):
    (ready / FILE).write_text(JOURNEY.replace("{score: -1.5, word: zuur}", "{word: 'zuur', score: -1.5}"))
    assert "@@" not in git(ready, "diff")
    assert "@@" in git(ready, "diff", "--no-textconv")


def test_one_word_of_a_long_text_can_be_seen(ready):
    committed(ready, {FILE: edited(("title: Een soeppan kopen", "title: Een grote soeppan kopen in de trein"))}, "Lang")
    (ready / FILE).write_text(edited(("title: Een soeppan kopen", "title: Een kleine soeppan kopen in de trein")))
    assert "journey title: Een [-grote-]{+kleine+} soeppan kopen in de trein" in git(ready, "diff", "--word-diff")


def test_git_log_shows_each_version(ready):
    committed(ready, {FILE: edited(("zuur", "zoet"))}, "Zoet")
    git(ready, "mv", FILE, "klantreizen/een pan é.yaml")
    committed(ready, {"klantreizen/een pan é.yaml": edited(("zuur", "bitter"))}, "Bitter")
    said = git(ready, "log", "-p", "--format=%s", "--follow", "--", "klantreizen/een pan é.yaml")
    assert said.index("+  betaalt emotion word: bitter") < said.index("+  betaalt emotion word: zoet")
    assert said.index("+  betaalt emotion word: zoet") < said.index("+touchpoint koop / betaalt")


def test_git_blame_names_who_wrote_each_value(ready, monkeypatch):
    monkeypatch.setenv("GIT_AUTHOR_NAME", "Kees")
    committed(ready, {FILE: edited(("word: zuur", "word: zoet"))}, "Zoet")
    who = {line.split(")", 1)[1]: line for line in git(ready, "blame", "-c", FILE).splitlines()}
    assert "Kees" in who["  betaalt emotion word: zoet"]
    assert "Truus" in who["  betaalt emotion score: -1.5"]


def test_yaml_of_others_is_shown_as_it_is(ready):
    committed(ready, {"compose.yaml": OTHER, ".github/ci.yml": OTHER, "kapot.yaml": "klantreis: 1\na: [\n"}, "Anders")
    said = git(ready, "show")
    assert said.count("+on: push\n+jobs: {a: {runs-on: x}}\n") == 2
    assert "+klantreis: 1\n+a: [\n" in said


def test_a_file_with_conflicts_can_be_read_too(ready):
    _two_sides(ready, edited(("zuur", "zoet")), edited(("zuur", "bitter"), ("Kan niet mobiel", "Kan niet")))
    git(ready, "merge", "zij", fails=True)
    said = git(ready, "diff")
    ours, theirs = said.index(" +  betaalt emotion word: zoet"), said.index("+   betaalt emotion word: bitter")
    assert said.index("++<<<<<<<") < ours < said.index("++=======") < theirs < said.index("++>>>>>>>")
    assert "journey title" not in said


def _two_sides(folder: Path, ours: str, theirs: str) -> None:
    git(folder, "checkout", "--quiet", "-b", "zij")
    committed(folder, {FILE: theirs}, "Zij")
    git(folder, "checkout", "--quiet", "main")
    committed(folder, {FILE: ours}, "Wij")


OURS = edited(("word: zuur", "word: zoet"), ("title: Zoekt", "title: Zoekt rustig"))
THEIRS = edited(("score: -1.5", "score: -1"), ("title: Betaalt", "title: Rekent af"))
BOTH = edited(
    ("score: -1.5, word: zuur", "score: -1, word: zoet"), ("title: Zoekt", "title: Zoekt rustig"),
    ("title: Betaalt", "title: Rekent af"),
)  # fmt: skip


def test_two_people_who_change_different_fields_merge_without_conflict(ready):
    _two_sides(ready, OURS, THEIRS)
    git(ready, "merge", "--no-edit", "zij")
    assert (ready / FILE).read_text() == BOTH


def test_without_the_driver_git_merges_lines_as_ever(ready, tmp_path):
    _two_sides(ready, OURS, THEIRS)
    git(tmp_path, "clone", "--quiet", str(ready), "kloon")
    said = git(tmp_path / "kloon", "merge", "--no-edit", "origin/zij", fails=True)
    assert "CONFLICT (content)" in said
    assert "<<<<<<< HEAD\n" in (tmp_path / "kloon" / FILE).read_text()


def test_a_rebase_merges_by_ids(ready):
    _two_sides(ready, OURS, THEIRS)
    git(ready, "rebase", "--quiet", "main", "zij")
    assert (ready / FILE).read_text() == BOTH


def test_a_cherry_pick_merges_by_ids(ready):
    _two_sides(ready, OURS, THEIRS)
    git(ready, "cherry-pick", "zij")
    assert (ready / FILE).read_text() == BOTH


def test_a_revert_merges_by_ids(ready):
    committed(ready, {FILE: OURS}, "Wij")
    committed(ready, {FILE: BOTH}, "Zij")
    git(ready, "revert", "--no-edit", "HEAD~1")
    assert (ready / FILE).read_text() == THEIRS


def test_a_stash_merges_by_ids(ready):
    (ready / FILE).write_text(THEIRS)
    git(ready, "stash")
    committed(ready, {FILE: OURS}, "Wij")
    git(ready, "stash", "pop")
    assert (ready / FILE).read_text() == BOTH


def test_a_file_that_was_moved_merges_by_ids(ready):
    git(ready, "checkout", "--quiet", "-b", "zij")
    git(ready, "mv", "--", FILE, "-een pan é.yaml")
    committed(ready, {"-een pan é.yaml": THEIRS}, "Zij")
    git(ready, "checkout", "--quiet", "main")
    committed(ready, {FILE: OURS}, "Wij")
    git(ready, "merge", "--no-edit", "zij")
    assert (ready / "-een pan é.yaml").read_text() == BOTH


def test_a_true_conflict_is_marked_around_the_smallest_element(ready):
    _two_sides(ready, OURS, edited(("zuur", "bitter"), ("title: Betaalt", "title: Rekent af")))
    said = git(ready, "merge", "--no-edit", "zij", fails=True)
    assert "CONFLICT (content)" in said
    text = (ready / FILE).read_text()
    assert text.count("<<<<<<<") == text.count(">>>>>>>") == 1
    assert "title: Zoekt rustig" in text
    assert "title: Rekent af" in text
    inside = text[text.index("<<<<<<<") : text.index(">>>>>>>")]
    assert "zoet" in inside
    assert "bitter" in inside
    assert "title" not in inside


def test_yaml_of_others_is_merged_as_text_and_nothing_is_said(ready):
    text = "".join(f"regel{n}: {n}\n" for n in range(20))
    committed(ready, {"compose.yaml": text}, "Anders")
    git(ready, "checkout", "--quiet", "-b", "zij")
    committed(ready, {"compose.yaml": text.replace("regel1: 1\n", "regel1: zij\n")}, "Zij")
    git(ready, "checkout", "--quiet", "main")
    committed(ready, {"compose.yaml": text.replace("regel18: 18\n", "regel18: wij\n")}, "Wij")
    assert "klantreis:" not in git(ready, "merge", "--no-edit", "zij")
    merged = (ready / "compose.yaml").read_text()
    assert "regel1: zij\n" in merged
    assert "regel18: wij\n" in merged


def test_a_journey_that_cannot_be_read_is_merged_as_text_and_that_is_said(ready):
    _two_sides(ready, edited(("title: Zoekt", "title: [Zoekt")), edited(("Kan niet mobiel", "Kan niet")))
    said = git(ready, "merge", "--no-edit", "zij")
    assert f"klantreis: {FILE}: merged line by line, for by ids it was not certain.\n" in said
    assert (ready / FILE).read_text() == edited(("title: Zoekt", "title: [Zoekt"), ("Kan niet mobiel", "Kan niet"))


# The commands that git runs.


def three(folder: Path, base: str, ours: str, theirs: str) -> tuple[str, str, str]:
    for name, text in (("base", base), ("ours", ours), ("theirs", theirs)):
        (folder / name).write_text(text)
    return "base", "ours", "theirs"


def test_merge_file_ends_with_0_when_it_is_clean_and_1_when_not(klantreis, tmp_path):
    names = three(tmp_path, JOURNEY, OURS, THEIRS)
    assert klantreis(tmp_path, "git", "merge-file", *names).code == 0
    assert (tmp_path / "ours").read_text() == BOTH
    names = three(tmp_path, JOURNEY, OURS, edited(("zuur", "bitter")))
    done = klantreis(
        tmp_path,
        "git",
        "merge-file",
        "--marker-size",
        "9",
        "--label",
        "wij\x1b",
        "--label",
        "%S",
        "--label",
        "zij",
        *names,
    )
    assert done.code == 1
    text = (tmp_path / "ours").read_text()
    assert "<<<<<<<<< wij" in text
    assert "\x1b" not in text
    assert ">>>>>>>>> zij\n" in text
    names = three(tmp_path, JOURNEY, OURS, edited(("zuur", "bitter")))
    assert klantreis(tmp_path, "git", "merge-file", "--conflict-code", "77", *names).code == 77


def test_whatever_goes_wrong_inside_git_merges_the_lines(klantreis, tmp_path, monkeypatch):
    def fails(*_arguments):
        raise RuntimeError("stuk")

    monkeypatch.setattr("klantreis.merge.merge", fails)
    names = three(tmp_path, JOURNEY, OURS, edited(("zuur", "bitter")))
    done = klantreis(tmp_path, "git", "merge-file", "--path", FILE, *names)
    assert done.code == 1
    assert done.err == f"klantreis: {FILE}: merged line by line, for by ids it failed: RuntimeError: stuk\n"
    assert "<<<<<<< ours\n" in (tmp_path / "ours").read_text()


def test_who_stops_a_merge_stops_git(klantreis, tmp_path, monkeypatch):
    def stopped(*_arguments):
        raise KeyboardInterrupt

    monkeypatch.setattr("klantreis.merge.merge", stopped)
    names = three(tmp_path, JOURNEY, OURS, THEIRS)
    assert klantreis(tmp_path, "git", "merge-file", *names).code == 130
    assert (tmp_path / "ours").read_text() == OURS


@pytest.mark.parametrize("missing", ["base", "ours", "theirs"])
def test_a_side_that_is_not_there_is_an_error_and_changes_nothing(klantreis, tmp_path, missing):
    names = three(tmp_path, JOURNEY, OURS, THEIRS)
    (tmp_path / missing).unlink()
    done = klantreis(tmp_path, "git", "merge-file", *names)
    assert done.code == 2
    assert f"{missing}: no such file" in done.err
    assert missing == "ours" or (tmp_path / "ours").read_text() == OURS


def test_merge_file_used_wrongly_says_how(klantreis, tmp_path):
    done = klantreis(tmp_path, "git", "merge-file", "een")
    assert done.code == 2
    assert "usage: klantreis git merge-file" in done.err


def test_textconv_writes_lines(process, tmp_path):
    (tmp_path / "-a.yaml").write_text(JOURNEY)
    done = process(tmp_path, "git", "textconv", "-a.yaml")
    assert (done.code, done.err) == (0, "")
    assert "  betaalt emotion word: zuur\n" in done.out
    assert process(tmp_path, "git", "textconv", "--form", "1", "-a.yaml").out == done.out


def test_textconv_of_another_version_says_so_and_goes_on(process, tmp_path):
    (tmp_path / "a.yaml").write_text(JOURNEY)
    done = process(tmp_path, "git", "textconv", "--form", "0", "a.yaml")
    assert done.code == 0
    assert "Run once more: klantreis git install" in done.err
    assert "  betaalt emotion word: zuur\n" in done.out


@pytest.mark.parametrize("arguments", [["weg.yaml"], [], ["."], ["een/twee"]])
def test_textconv_of_what_is_not_there_is_an_error(process, tmp_path, arguments):
    done = process(tmp_path, "git", "textconv", *arguments)
    assert done.code == 2
    assert "cannot be read" in done.err


def test_textconv_of_a_large_file_shows_all_of_it(process, tmp_path):
    data = b"klantreis: 1\nx: '" + b"a\xe9\x1b" * 1_500_000
    (tmp_path / "groot.yaml").write_bytes(data)
    done = process(tmp_path, "git", "textconv", "groot.yaml")
    assert done.code == 0
    assert done.out == "klantreis: 1\nx: '" + "a<0xE9><U+001B>" * 1_500_000


def test_textconv_of_a_large_file_cuts_no_letter_in_two(process, tmp_path):
    text = "klantreis: 1\n" + "één soep vóór alles\n" * 200_000
    (tmp_path / "groot.yaml").write_text(text, "utf-8")
    done = process(tmp_path, "git", "textconv", "groot.yaml")
    assert (done.code, done.out) == (0, text)


def test_the_example_merges_what_two_people_do(ready, klantreis, tmp_path):
    shutil.copytree(EXAMPLE, tmp_path / "michiel")
    here = begun(tmp_path / "michiel", {})
    assert klantreis(here, "git", "install").code == 0
    committed(here, {}, "Klantreis")
    name = "klantreizen/michiel-mobiel.yaml"
    text = (here / name).read_text("utf-8")
    git(here, "checkout", "--quiet", "-b", "zij")
    committed(here, {name: text.replace("word: gefrustreerd", "word: boos")}, "Zij")
    git(here, "checkout", "--quiet", "main")
    committed(
        here, {name: text.replace("Menu onder de duim", "Menu bij de duim").replace("Knijpt en", "Knijpt,")}, "Wij"
    )
    git(here, "merge", "--no-edit", "zij")
    merged = (here / name).read_text("utf-8")
    assert merged == text.replace("word: gefrustreerd", "word: boos").replace(
        "Menu onder de duim", "Menu bij de duim"
    ).replace("Knijpt en", "Knijpt,")
    assert klantreis(here, "validate").code == 0
