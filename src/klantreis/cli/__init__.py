"""The command line: one file a command; the only place where an error becomes an exit code.

Commands import what they need when they run: a mistyped command must not wait for pydantic.
"""
