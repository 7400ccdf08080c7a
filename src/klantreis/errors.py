"""The errors klantreis raises; each class knows the exit code it means.

Only the command line turns an error into an exit code. What is wrong *inside* a file is not an
error but a `klantreis.findings.Finding`.
"""

from __future__ import annotations


class KlantreisError(Exception):
    """Something kept a command from its work. `hint` says what to do about it."""

    exit_code = 3

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __reduce__(self) -> tuple[type[KlantreisError], tuple[str, str]]:
        """Keep the hint on the way from one process to another."""
        return type(self), (self.message, self.hint)


class UsageError(KlantreisError):
    """The command was given something it cannot work with: a path, an option, a setting."""

    exit_code = 2


class PathError(UsageError):
    """A path that is missing, unreadable or no file."""


class ConfigError(UsageError):
    """`klantreis.toml` or `[tool.klantreis]` cannot be used."""
