"""Our lines in `.gitattributes`: which files they name, and that they go as they came."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.source.git.clones import JOURNEY, alone, begun, git

from klantreis.config import Config, config_in
from klantreis.errors import PathError, UsageError
from klantreis.source.git.attributes import block_of, read_attributes, with_block, without_block
from klantreis.source.workspace import members

BLOCK = ["# klantreis: begin (x)", "*.yaml diff=klantreis merge=klantreis", "# klantreis: end"]
OURS = "\n".join(BLOCK) + "\n"


@pytest.fixture(autouse=True)
def _alone(monkeypatch, tmp_path):
    alone(monkeypatch, tmp_path / "home")


def test_a_file_that_we_made_goes_altogether():
    assert with_block(None, BLOCK) == OURS
    assert without_block(OURS) is None


@pytest.mark.parametrize(
    "text",
    [
        "* text=auto\n",
        "* text=auto",
        "",
        "\n",
        "a\r\nb\r\n",
        "a\r\nb",
        "# klantreis: beginner\n",
        "a\n\n\n",
        "é\udcff\n",
    ],
)
def test_a_file_that_was_there_is_as_it_was_again(text):
    made = with_block(text, BLOCK)
    assert with_block(made, BLOCK) == made
    assert without_block(made) == text


@given(st.text(st.sampled_from("ab #\r\n*=")), st.text(st.sampled_from("ab #\r\n")))
@settings(derandomize=True, database=None, deadline=None, max_examples=300)
def test_what_people_write_around_it_stays(before, after):
    made = with_block(before, BLOCK)
    assert without_block(made) == before
    # An editor ends the last line, and then people write on.
    end = "" if made.endswith("\n") else "\r\n" if "\r\n" in made else "\n"
    assert without_block(made + end + after) == before + end + after or not before + after


def test_line_ends_of_windows_are_kept():
    assert with_block("a\r\n", BLOCK) == "a\r\n" + OURS.replace("\n", "\r\n")


def test_another_block_takes_the_place_of_the_old_one():
    changed = [BLOCK[0], "klantreizen/*.yaml diff=klantreis merge=klantreis", BLOCK[2]]
    made = with_block("a\n" + OURS + "b\n", changed)
    assert made == "a\n" + "\n".join(changed) + "\nb\n"
    assert with_block(made, changed) == made
    unended = with_block("a", BLOCK)
    assert without_block(with_block(unended, changed)) == "a"


@pytest.mark.parametrize("text", [BLOCK[0] + "\n", BLOCK[2] + "\n", OURS + OURS, f"{BLOCK[0]}\n{OURS}"])
def test_half_a_block_is_left_for_people_to_mend(text):
    for change in (without_block, lambda text: with_block(text, BLOCK)):
        with pytest.raises(UsageError, match="is not whole, or is there twice"):
            change(text)


def test_the_block_names_the_files_of_the_workspace(tmp_path):
    config = Config(tmp_path, files=("klantreizen/", "mijn map/*.yaml"), exclude=("klantreizen/oud/**",))
    assert block_of(config)[1:-1] == [
        "**/klantreizen/**/*.yaml diff=klantreis merge=klantreis",
        "**/klantreizen/**/*.yml diff=klantreis merge=klantreis",
        '"mijn map/*.yaml" diff=klantreis merge=klantreis',
        "klantreizen/oud/**/*.yaml !diff !merge",
        "klantreizen/oud/**/*.yml !diff !merge",
        ".*.y*ml !diff !merge",
        "**/.*/**/*.y*ml !diff !merge",
    ]


TREE = (
    "a.yaml", "b.yml", "k.yaml", "c.json", ".verborgen.yaml", ".github/ci.yml", "klantreizen/a.yaml",
    "klantreizen/diep/b.yaml", "klantreizen/oud/c.yaml", "klantreizen/oud/diep/d.yml", "anders/klantreizen/e.yaml",
    "mijn map/f.yaml", "mijn map/.x/g.yaml", 'q"q.yaml', "[attr]x.yaml", "#h.yaml", "é/ü.yaml", "klantreizen/plaat.png",
)  # fmt: skip


@pytest.mark.parametrize(
    ("files", "exclude"),
    [
        ([], []), (["**/*.yaml"], []), (["*.yaml"], []), (["klantreizen/*.yaml"], []), (["klantreizen/**/*.yaml"], []),
        (["klantreizen"], []), (["klantreizen/"], []), (["klantreizen/**"], []), (["klantreizen/*"], []), (["k*"], []),
        (["*"], []), (["**"], []), (["mijn map/*.yaml"], []), (["é/*.yaml"], []), (["a.yaml"], []), (["?.yml"], []),
        ([], ["klantreizen/oud"]), ([], ["klantreizen/oud/"]), ([], ["klantreizen/oud/**"]), ([], ["oud"]),
        ([], ["*.yml"]), ([], ["klantreizen/*", "!klantreizen/a.yaml"]), (["*.yaml", "!a.yaml"], []),
        (["#h.yaml", "\\\\#h.yaml"], []), (["klantreizen/oud/*", "anders"], ["d.yml"]), (["[ab].y*ml"], []),
        (["*.y*"], []), (["klantreizen/*.y?ml"], []),
        (['q\\"q.yaml'], []), (["\\\\[attr\\\\]x.yaml"], []), ([], ["mijn map"]), (["diep/"], []),
    ],
)  # fmt: skip
def test_git_means_the_same_files_as_the_settings(tmp_path, monkeypatch, files, exclude):
    listed = ", ".join(f'"{glob}"' for glob in files)
    left = ", ".join(f'"{glob}"' for glob in exclude)
    root = begun(
        tmp_path / "r",
        {"klantreis.toml": f"files = [{listed}]\nexclude = [{left}]\n", **dict.fromkeys(TREE, JOURNEY)},
    )
    config = config_in(root)
    assert config is not None
    (root / ".gitattributes").write_text(with_block(None, block_of(config)))
    monkeypatch.chdir(root)
    said = git(root, "check-attr", "-z", "diff", "merge", "--", *TREE).split("\0")
    known = {name for name, _, value in zip(said[0::3], said[1::3], said[2::3], strict=False) if value == "klantreis"}
    assert known == {path.as_posix() for path in members(config)}


def test_what_is_no_file_is_not_read_or_followed(tmp_path):
    path = tmp_path / ".gitattributes"
    assert read_attributes(path) is None
    path.mkdir()
    with pytest.raises(PathError, match="not an ordinary file"):
        read_attributes(path)
    path.rmdir()
    path.symlink_to(tmp_path / "elders")
    with pytest.raises(PathError, match="a link"):
        read_attributes(path)
    path.unlink()
    path.write_bytes(b"x" * (1024 * 1024 + 1))
    with pytest.raises(PathError, match="larger than 1 MiB"):
        read_attributes(path)
