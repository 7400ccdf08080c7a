"""The command line: one file a command; the only place where an error becomes an exit code.

Commands import what they need when they run: a mistyped command must not wait for pydantic.
"""

COMMANDS = (
    "validate", "lint", "fmt", "render", "gap", "roadmap", "diff", "history", "git", "init", "explain", "rules",
    "config", "schema",
)  # fmt: skip
"""The commands, in the order of the help. Each is a function in the module of its name."""
