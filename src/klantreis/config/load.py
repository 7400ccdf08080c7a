"""From TOML to settings, with every mistake in words."""

from __future__ import annotations

import os
import tomllib
from pathlib import Path
from typing import Any

from klantreis.config.globs import check_glob, globs
from klantreis.config.settings import BASELINE, DEFAULT_FILES, KEYS, NAME, Config, LintSettings
from klantreis.errors import ConfigError
from klantreis.suggest import did_you_mean

_MAX_BYTES = 64 * 1024
_MAX_PYPROJECT = 1024 * 1024
_MAX_EXTENDS = 16
_LISTS = ("select", "extend-select", "ignore")
_OWN_ONLY = ("klantreis", "extends")


def find_config(start: Path) -> Config | None:
    """Find the workspace that a folder lies in: the nearest one, upward.

    Raises `ConfigError` when the settings found cannot be used.
    """
    for folder in (start, *start.parents):
        if (config := config_in(folder)) is not None:
            return config
    return None


def config_in(folder: Path) -> Config | None:
    """Give the settings that stand in this very folder, None without any."""
    own = folder / NAME
    if own.is_file():
        return _config(_load(own), own)
    pyproject = folder / "pyproject.toml"
    if pyproject.is_file():
        tool = _load(pyproject, strict=False).get("tool", {})
        table = tool.get("klantreis") if isinstance(tool, dict) else None
        if isinstance(table, dict):
            return _config(table, pyproject)
    return None


def _load(path: Path, *, strict: bool = True) -> dict[str, Any]:
    try:
        if path.stat().st_size > (_MAX_BYTES if strict else _MAX_PYPROJECT):
            if not strict:
                return {}
            raise ConfigError(f"{path}: larger than 64 KiB.", "Settings are short; is this the right file?")
        data = path.read_bytes()
        return tomllib.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        # Somebody else's broken pyproject.toml is not ours to complain about.
        if not strict:
            return {}
        raise ConfigError(f"{path}: not TOML: {error}", "See docs/workspace.md for an example.") from error
    except OSError as error:
        raise ConfigError(f"{path}: cannot be read: {error.strerror}") from error


def _config(table: dict[str, Any], path: Path) -> Config:
    values, origins = _extended(table, path, path.parent, (os.path.realpath(path),))
    lint = LintSettings(
        extends=tuple(_texts(table.get("extends", []), "extends", path, one=True)),
        select=tuple(values.get("select", ())),
        extend_select=tuple(values.get("extend-select", ())),
        ignore=tuple(values.get("ignore", ())),
        per_file_ignores={glob: tuple(names) for glob, names in values.get("per-file-ignores", {}).items()},
        rules=values.get("rules", {}),
        baseline=values.get("baseline", BASELINE),
        origins={key: shown(file) for key, file in (origins | _origin_of_extends(table, path)).items()},
    )
    return Config(
        path.parent,
        globs(values.get("files", []), "files", str(path)) or DEFAULT_FILES,
        globs(values.get("exclude", []), "exclude", str(path)),
        lint,
        path,
    )


def _origin_of_extends(table: dict[str, Any], path: Path) -> dict[str, Path]:
    return {"extends": path} if "extends" in table else {}


def shown(path: Path) -> str:
    """Give a settings file as people want to read it: relative to here when it lies below."""
    here = os.getcwd() + os.sep
    return str(path).removeprefix(here)


def _extended(
    table: dict[str, Any], path: Path, root: Path, seen: tuple[str, ...]
) -> tuple[dict[str, Any], dict[str, Path]]:
    """Give the settings of a table on top of those that it extends, each with the file it comes from."""
    _check(table, path)
    values: dict[str, Any] = {}
    origins: dict[str, Path] = {}
    for name in _texts(table.get("extends", []), "extends", path, one=True):
        base = _base_of(name, path, root, seen)
        inner, inner_origins = _extended(_load(base), base, root, (*seen, os.path.realpath(base)))
        _lay_over(values, origins, inner, inner_origins)
    own = {key: value for key, value in table.items() if key not in _OWN_ONLY}
    _lay_over(values, origins, own, _origins(own, path))
    return values, origins


def _base_of(name: str, path: Path, root: Path, seen: tuple[str, ...]) -> Path:
    if "\0" in name:
        raise ConfigError(f"{path}: `extends` is no path: {name!r}.", "It is a path from this file.")
    base = Path(os.path.normpath(path.parent / name))
    real = os.path.realpath(base)
    if not Path(real).is_relative_to(os.path.realpath(root)):
        raise ConfigError(f"{path}: `extends` leads out of the workspace: {name}", "Copy the file into the workspace.")
    if real in seen:
        raise ConfigError(f"{path}: `extends` leads back to itself: {name}", "Take one `extends` away.")
    if len(seen) > _MAX_EXTENDS:
        raise ConfigError(f"{path}: more than {_MAX_EXTENDS} `extends` deep.", "Put them together.")
    if base.exists() and not base.is_file():
        raise ConfigError(f"{path}: `extends` names something that is not a file: {name}", "Name a TOML file.")
    if not base.is_file():
        siblings = [entry.name for entry in base.parent.iterdir()] if base.parent.is_dir() else []
        raise ConfigError(
            f"{path}: `extends` names a file that is not there: {name}",
            did_you_mean(base.name, siblings) or "It is a path from this file.",
        )
    return base


def _origins(own: dict[str, Any], path: Path) -> dict[str, Path]:
    found = dict.fromkeys(own, path)
    for key in ("rules", "per-file-ignores"):
        for name, table in own.get(key, {}).items():
            found[f"{key}.{name}"] = path
            if key == "rules":
                found |= dict.fromkeys((f"{key}.{name}.{option}" for option in table), path)
    return found


def _lay_over(
    values: dict[str, Any], origins: dict[str, Path], own: dict[str, Any], own_origins: dict[str, Path]
) -> None:
    """Let settings win over those below: key by key, for rules option by option."""
    origins |= own_origins
    for key, value in own.items():
        if key == "rules":
            rules = values.setdefault("rules", {})
            for name, table in value.items():
                # Laid last, so that it wins over the same rule under its other name, too.
                rules[name] = {**rules.pop(name, {}), **table}
        elif key == "per-file-ignores":
            values[key] = {**values.get(key, {}), **value}
        else:
            values[key] = value


def _check(table: dict[str, Any], path: Path) -> None:
    for key in table:
        if key not in KEYS:
            hint = did_you_mean(key, KEYS) or f"Known: {', '.join(KEYS)}."
            raise ConfigError(f"{path}: unknown key `{key}`.", f"{hint} A newer klantreis may know it.")
    version = table.get("klantreis", 1)
    if type(version) is not int or version != 1:
        raise ConfigError(f"{path}: `klantreis` is {version}; this version knows 1.", "Write `klantreis = 1`.")
    globs(table.get("files", []), "files", str(path))
    globs(table.get("exclude", []), "exclude", str(path))
    for key in _LISTS:
        _texts(table.get(key, []), key, path)
    _check_tables(table, path)
    _check_baseline(table.get("baseline", "x"), path)


def _check_tables(table: dict[str, Any], path: Path) -> None:
    for key in ("rules", "per-file-ignores"):
        if not isinstance(table.get(key, {}), dict):
            example = '[rules.ends-low]\n    severity = "error"' if key == "rules" else '{"archief/*" = ["K4"]}'
            raise ConfigError(f"{path}: `{key}` must be a table.", f"For example: {example}")
    for glob, names in table.get("per-file-ignores", {}).items():
        check_glob(glob, str(path))
        _texts(names, f'per-file-ignores."{glob}"', path)
    for name, options in table.get("rules", {}).items():
        if not isinstance(options, dict):
            raise ConfigError(
                f"{path}: `rules.{name}` must be a table.", f'For example: [rules.{name}] and severity = "error"'
            )


def _check_baseline(name: Any, path: Path) -> None:
    if not isinstance(name, str) or not name or "\0" in name:
        raise ConfigError(f"{path}: `baseline` must be the path of a file.", 'For example: "klantreis-baseline.json"')
    if os.path.isabs(name) or ".." in name.replace("\\", "/").split("/"):
        raise ConfigError(
            f"{path}: `baseline` leads out of the workspace: {name}", "Write a path from this folder down."
        )


def _texts(value: Any, key: str, path: Path, *, one: bool = False) -> list[str]:
    if one and isinstance(value, str) and value:
        return [value]
    if not isinstance(value, list) or not all(isinstance(item, str) and item for item in value):
        example = '"regels/basis.toml"' if one else '["ends-low"]'
        raise ConfigError(
            f"{path}: `{key}` must be {'a text or ' if one else ''}a list of texts.", f"For example: {key} = {example}"
        )
    return value
