"""Files that a theme names: only from inside the workspace, and of bounded size."""

from __future__ import annotations

import stat
from pathlib import Path

from klantreis.render.theme_file.reading import KeyPath, ThemeFile
from klantreis.suggest import did_you_mean


def read_inside(theme: ThemeFile, where: KeyPath, name: str, root: Path, most: int) -> bytes | None:
    """Give the bytes of a file named in a theme; a mistake gives None and is noted."""
    try:
        path = (theme.path.parent / name).resolve(strict=True)
        # The resolved path, so that neither `..` nor a symbolic link leads outside.
        if not path.is_relative_to(root.resolve()):
            theme.wrong(where, f"`{name}` lies outside the workspace.", f"Copy it to somewhere under {root}.")
            return None
        about = path.stat()
        if not stat.S_ISREG(about.st_mode):
            theme.wrong(where, f"`{name}` is no file.")
            return None
        if about.st_size > most:
            theme.wrong(where, f"`{name}` is larger than {most / 1024 / 1024:g} MiB.", "Use a smaller one.")
            return None
        return path.read_bytes()
    except (OSError, ValueError, RuntimeError):
        theme.wrong(where, f"There is no file `{name}`.", _near(theme.path.parent, name))
        return None


def _near(folder: Path, name: str) -> str:
    if "\0" in name:
        return ""
    try:
        beside = (folder / name).parent
        names = [entry.name for entry in sorted(beside.iterdir())[:500]] if beside.is_dir() else []
    except OSError:
        names = []
    return did_you_mean(Path(name).name, names) or "The path starts from the theme file."
