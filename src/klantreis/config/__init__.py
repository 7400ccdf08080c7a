"""The settings of a workspace: `klantreis.toml`, or `[tool.klantreis]` in `pyproject.toml`.

Entry points: `find_config` upward from a folder, `config_in` for this very folder. `KEYS` lists
every setting; the names of rules in them are checked by `klantreis.lint.plan`.
"""

from klantreis.config.globs import too_many_stars
from klantreis.config.load import config_in, find_config
from klantreis.config.settings import DEFAULT_FILES, KEYS, NAME, Config, LintSettings

__all__ = ["DEFAULT_FILES", "KEYS", "NAME", "Config", "LintSettings", "config_in", "find_config", "too_many_stars"]
