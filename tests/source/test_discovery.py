"""Which files are meant: what git ignores and what is hidden is left alone, each real file is read once."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import ClassVar

import pytest

# Only whether a file is correct: what a good journey is, is tested elsewhere.
VALIDATE = ("validate", "--no-lint")

JOURNEY = "klantreis: 1\ntitle: {}\nphases: [A]\n"


def journey(title: str) -> str:
    return JOURNEY.format(title)


def checked(result: object) -> int:
    """How many files a run says it checked."""
    return int(result.err.rpartition("Checked ")[2].split()[0])  # type: ignore[attr-defined]


@pytest.mark.skipif(shutil.which("git") is None, reason="needs git")
def test_what_git_ignores_is_left_alone_at_every_level(klantreis, files):
    folder = files(
        {
            ".gitignore": "/bouw/\n*.tmp.yaml\n!blijft.tmp.yaml\nconcept*\n",
            "a.yaml": journey("a"),
            "bouw/b.yaml": "kapot: [",
            "x.tmp.yaml": "kapot: [",
            "blijft.tmp.yaml": journey("c"),
            "map/.gitignore": "d.yaml\n!concept.yaml\n",
            "map/d.yaml": "kapot: [",
            "map/concept.yaml": journey("e"),
            "map/bouw/f.yaml": journey("f"),
            "concepten/g.yaml": "kapot: [",
        }
    )
    subprocess.run(["git", "init", "-q"], cwd=folder, check=True, timeout=20)
    git = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard", "*.yaml"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=True,
        timeout=20,
    )
    assert sorted(git.stdout.split()) == ["a.yaml", "blijft.tmp.yaml", "map/bouw/f.yaml", "map/concept.yaml"]
    result = klantreis(folder, *VALIDATE, ".")
    assert (result.code, checked(result)) == (0, 4)
    # From a folder below, the rules above hold too.
    assert checked(klantreis(folder / "map", *VALIDATE, ".")) == 2


def test_a_file_that_git_ignores_is_read_when_it_is_named(klantreis, files):
    folder = files({".git/HEAD": "", ".gitignore": "a.yaml\n", "a.yaml": journey("a")})
    assert checked(klantreis(folder, *VALIDATE, "a.yaml")) == 1


def test_hidden_files_and_folders_are_left_alone(klantreis, files):
    folder = files({"a.yaml": journey("a"), ".b.yaml": "kapot: [", ".github/c.yaml": "kapot: ["})
    assert checked(klantreis(folder, *VALIDATE, ".")) == 1


def test_each_real_file_is_read_once(klantreis, files):
    folder = files({"map/a.yaml": journey("a")})
    (folder / "b.yaml").symlink_to("map/a.yaml")
    (folder / "spiegel").symlink_to("map")
    result = klantreis(
        folder,
        "validate",
        "--no-lint",
        ".",
        "map",
        "map/a.yaml",
        "*.yaml",
        str(folder / "b.yaml"),
        "./map/../map/a.yaml",
    )
    assert (result.code, checked(result)) == (0, 1)


def test_globs_are_expanded_by_klantreis_too(klantreis, files):
    folder = files({"a/b/c.yaml": journey("c"), "a/d.yml": journey("d"), "e.txt": "x", "f.YAML": journey("f")})
    assert checked(klantreis(folder, *VALIDATE, "a/**/*.y*ml")) == 2
    assert checked(klantreis(folder, *VALIDATE, ".")) == 3


def test_a_file_whose_name_looks_like_a_glob_is_that_file(klantreis, files):
    folder = files({"[a].yaml": journey("a"), "a.yaml": "kapot: ["})
    assert klantreis(folder, *VALIDATE, "[a].yaml").code == 0


class TestWorkspace:
    """A workspace is found upward and says by globs which files belong."""

    FILES: ClassVar = {
        "klantreis.toml": 'klantreis = 1\nfiles = ["reizen/**/*.yaml", "org.yaml"]\nexclude = ["reizen/oud/"]\n',
        "org.yaml": "klantreis: 1\nkind: organisation\ntitle: O\nteams: [Zorg]\n",
        "reizen/a.yaml": journey("a") + "owner: Zorgg\n",
        "reizen/oud/b.yaml": journey("b") + "owner: Niemand\n",
        "elders/c.yaml": journey("c") + "owner: Niemand\n",
        "reizen/compose.yaml": "services: {}\n",
    }

    def test_without_paths_it_is_found_upward(self, klantreis, files):
        result = klantreis(files(self.FILES) / "reizen", *VALIDATE, "--output-format", "concise")
        assert result.out == "a.yaml:4:8: error K204 unknown-team: No team `Zorgg`. Did you mean `zorg`?\n"

    def test_a_named_file_is_checked_against_its_workspace(self, klantreis, files):
        result = klantreis(files(self.FILES), *VALIDATE, "reizen/a.yaml", "--output-format", "concise")
        assert result.out == "reizen/a.yaml:4:8: error K204 unknown-team: No team `Zorgg`. Did you mean `zorg`?\n"

    def test_files_without_klantreis_1_are_skipped_and_counted(self, klantreis, files):
        result = klantreis(files(self.FILES), *VALIDATE)
        assert "Checked 2 files: 1 error. (1 file without `klantreis: 1` skipped)" in result.err

    def test_the_same_file_named_is_read_with_a_warning(self, klantreis, files):
        folder = files({**self.FILES, "reizen/a.yaml": "title: a\nphases: [A]\n"})
        result = klantreis(folder, *VALIDATE, "reizen/a.yaml", "--output-format", "concise")
        assert result.code == 0
        assert result.out.startswith("reizen/a.yaml:1:1: warning K102 missing-version")

    def test_a_broken_file_that_looks_like_ours_is_not_skipped(self, klantreis, files):
        folder = files({**self.FILES, "reizen/d.yaml": "# kop\nklantreis: 1\ntitle: [\n", "reizen/e.yaml": "a: [\n"})
        out = klantreis(folder, *VALIDATE, "--output-format", "concise").out
        assert "reizen/d.yaml" in out
        assert "reizen/e.yaml" not in out

    def test_nor_is_a_broken_one_in_utf_16(self, klantreis, files):
        folder = files({**self.FILES, "reizen/d.yaml": "klantreis: 1\ntitle: [\n".encode("utf-16")})
        assert "reizen/d.yaml" in klantreis(folder, *VALIDATE, "--output-format", "concise").out

    def test_a_file_too_large_is_not_skipped(self, klantreis, files):
        folder = files({**self.FILES, "reizen/d.yaml": "klantreis: 1\ntitle: " + "x" * 3_000_000})
        assert "reizen/d.yaml:1:1: error K004" in klantreis(folder, *VALIDATE, "--output-format", "concise").out

    def test_a_workspace_in_a_workspace_is_another_one(self, klantreis, files):
        inner = {"reizen/eigen/klantreis.toml": "", "reizen/eigen/d.yaml": journey("a") + "owner: Wie dan ook\n"}
        folder = files({**self.FILES, **inner})
        assert "eigen" not in klantreis(folder, *VALIDATE).out
        assert klantreis(folder, *VALIDATE, "reizen/eigen/d.yaml").code == 0

    def test_settings_may_stand_in_pyproject(self, klantreis, files):
        folder = files(
            {
                "pyproject.toml": '[tool.klantreis]\nfiles = ["a.yaml"]\n',
                "a.yaml": journey("a"),
                "b.yaml": "klantreis: 1\n",
            }
        )
        assert (klantreis(folder, *VALIDATE).code, checked(klantreis(folder, "validate"))) == (0, 1)

    @pytest.mark.parametrize("text", ["[tool.anders]\n", "[[[\n", "tool = 1\n"])
    def test_a_pyproject_of_somebody_else_is_none_of_our_business(self, klantreis, files, text):
        folder = files({"pyproject.toml": text, "a.yaml": journey("a")})
        assert klantreis(folder, *VALIDATE, "a.yaml").code == 0

    @pytest.mark.parametrize(
        ("text", "said"),
        [
            ('file = ["*.yaml"]', "Did you mean `files`?"),
            ("klantreis = 2", "this version knows 1"),
            ("files = 1", "list of globs"),
            ('files = ["../*.yaml"]', "leads out of the workspace"),
            ('exclude = ["/etc/*"]', "leads out of the workspace"),
            ("files = [", "not TOML"),
            ("lint = {}", "unknown key `lint`"),
            ('files = [""]', "list of globs"),
            ("klantreis = true", "this version knows 1"),
        ],
    )
    def test_settings_that_cannot_be_used_are_said(self, klantreis, files, text, said):
        result = klantreis(files({"klantreis.toml": text, "a.yaml": journey("a")}), *VALIDATE)
        assert (result.code, result.out) == (2, "")
        assert said in result.err
        assert "klantreis.toml" in result.err

    def test_settings_that_are_not_text_are_said(self, klantreis, files):
        result = klantreis(files({"klantreis.toml": b"files = ['\xff']", "a.yaml": journey("a")}), *VALIDATE, "a.yaml")
        assert (result.code, "not TOML" in result.err) == (2, True)

    def test_without_a_workspace_it_says_how_to_begin(self, klantreis, tmp_path):
        result = klantreis(tmp_path, *VALIDATE)
        assert (result.code, "no workspace here" in result.err, "klantreis init" in result.err) == (2, True, True)


class TestStandardInput:
    """`-` is a file without a name, unless `--stdin-filename` gives it one."""

    def test_it_is_checked_on_its_own(self, process, tmp_path):
        ended = process(tmp_path, *VALIDATE, "-", "--output-format", "concise", stdin=b"klantreis: 1\ntitle: T\n")
        assert (ended.code, ended.out[:26]) == (1, "<stdin>:1:1: error K105 mi")

    def test_with_a_name_it_takes_the_place_of_that_file(self, process, files):
        folder = files({**TestWorkspace.FILES, "reizen/a.yaml": "kapot: ["})
        text = (journey("a") + "owner: Zorgg\n").encode()
        ended = process(
            folder,
            "validate",
            "--no-lint",
            "-",
            "--stdin-filename",
            "reizen/a.yaml",
            "--output-format",
            "concise",
            stdin=text,
        )
        assert ended.out == "reizen/a.yaml:4:8: error K204 unknown-team: No team `Zorgg`. Did you mean `zorg`?\n"

    def test_the_file_need_not_be_there_yet(self, process, files):
        ended = process(
            files(TestWorkspace.FILES),
            "validate",
            "--no-lint",
            "-",
            "--stdin-filename",
            "reizen/nieuw.yaml",
            stdin=journey("n").encode(),
        )
        assert ended.code == 0

    def test_a_name_without_the_input_is_said(self, klantreis, tmp_path):
        assert klantreis(tmp_path, *VALIDATE, "--stdin-filename", "a.yaml").code == 2

    @pytest.mark.parametrize(
        "data", [b"", b"\xff\xfe", b"\0" * 100, b"[" * 100_000], ids=["nothing", "mark", "nul", "brackets"]
    )
    def test_bad_input_is_told_of(self, process, tmp_path, data):
        ended = process(tmp_path, *VALIDATE, "-", stdin=data)
        assert (ended.code, "Traceback" in ended.err, ended.out[:7]) == (1, False, "<stdin>")


def test_paths_are_shown_as_they_were_written(klantreis, files):
    folder = files({"map/a.yaml": "klantreis: 1\n"})
    out = klantreis(folder, *VALIDATE, "./map/a.yaml", "--output-format", "concise").out
    assert out.startswith("map/a.yaml:1:1")
    out = klantreis(folder / "map", *VALIDATE, "../map/a.yaml", "--output-format", "concise").out
    assert "a.yaml:1:1" in out
    assert Path(out.partition(":")[0]).name == "a.yaml"
