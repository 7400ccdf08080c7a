"""Pictures come from beside the file and from nowhere else; a bad one is a placeholder."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from klantreis.render.kit.images import LIMIT, picture

PNG = b"\x89PNG\r\n\x1a\n" + b"\0\0\0\rIHDR" + (20).to_bytes(4) + (10).to_bytes(4) + b"\x08\x06\0\0\0"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Give a workspace with a picture in it, and a secret beside it."""
    (tmp_path / "secret.png").write_bytes(PNG)
    folder = tmp_path / "workspace"
    (folder / "reizen").mkdir(parents=True)
    (folder / "beeld.png").write_bytes(PNG)
    return folder


def test_a_picture_is_put_inside_the_document(root: Path) -> None:
    found = picture("../beeld.png", root / "reizen", root)
    assert found.data.startswith("data:image/png;base64,")
    assert (found.width, found.height) == (20, 10)


@pytest.mark.parametrize(
    "written",
    [
        "../../secret.png",
        "/etc/passwd",
        "https://example.com/a.png",
        "file:///etc/passwd",
        "",
        "a\0b.png",
        "..",
        "missing.png",
        "x" * 5000,
        "data:image/png;base64,AAAA",
    ],
)
def test_anything_else_is_a_placeholder(root: Path, written: str) -> None:
    assert picture(written, root / "reizen", root).data == ""


def test_an_absolute_path_outside_the_root_is_refused(root: Path) -> None:
    assert picture(str(root.parent / "secret.png"), root, root).data == ""


def test_a_symbolic_link_out_of_the_root_is_refused(root: Path) -> None:
    (root / "link.png").symlink_to(root.parent / "secret.png")
    assert picture("link.png", root, root).data == ""


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_does_not_hang(root: Path) -> None:
    os.mkfifo(root / "pipe.png")
    assert picture("pipe.png", root, root).data == ""


def test_a_kind_is_known_by_its_bytes_not_by_its_name(root: Path) -> None:
    (root / "script.png").write_bytes(b"<svg onload='alert(1)'/>")
    assert picture("script.png", root, root).data == ""


def test_a_huge_picture_is_refused(root: Path) -> None:
    (root / "huge.png").write_bytes(PNG + b"\0" * LIMIT)
    assert picture("huge.png", root, root).data == ""


@pytest.mark.parametrize(
    ("data", "size"),
    [
        (b"GIF89a" + (7).to_bytes(2, "little") + (5).to_bytes(2, "little"), (7, 5)),
        (b"\xff\xd8\xff\xe0\x00\x04ab\xff\xc0\x00\x11\x08" + (30).to_bytes(2) + (40).to_bytes(2) + b"\x03", (40, 30)),
        (b"RIFF\0\0\0\0WEBPVP8X" + b"\0" * 8 + (99).to_bytes(3, "little") + (49).to_bytes(3, "little"), (100, 50)),
    ],
)
def test_gif_jpeg_and_webp_tell_their_size(root: Path, data: bytes, size: tuple[int, int]) -> None:
    (root / "any").write_bytes(data)
    found = picture("any", root, root)
    assert (found.width, found.height) == size


def test_without_a_folder_there_are_no_pictures() -> None:
    assert picture("beeld.png", None, None).data == ""
    assert picture("map\\beeld.png", None, None).name == "beeld.png"


def test_a_small_file_with_very_many_pixels_is_named_and_not_shown(tmp_path: Path) -> None:
    (tmp_path / "groot.png").write_bytes(PNG[:16] + (60_000).to_bytes(4) + (60_000).to_bytes(4) + PNG[24:])
    assert picture("groot.png", tmp_path, tmp_path).data == ""
