"""Where klantreis starts: `klantreis`, or `python -m klantreis`."""

from __future__ import annotations

import errno
import gc
import os
import sys
from typing import NoReturn

REPORT = "This is a fault in klantreis itself. Please report it, with the lines above, at the project's issue tracker."

STOPPED = 130
"""The exit code after Ctrl-C, as shells give it: 128 and the number of the signal."""


def main() -> NoReturn:
    """Run the command line and leave with its exit code.

    0 clean, 1 findings, 2 wrong use or an unreadable path, 3 our own failure, 130 stopped by Ctrl-C.
    """
    _open_streams()
    arguments = sys.argv[1:]
    if arguments in (["--version"], ["-V"]):
        # Asked by every CI job and every bug report: no need to load the command line for it.
        from klantreis import __version__

        sys.exit(_print(f"klantreis {__version__}\n"))
    if arguments[:2] == ["git", "textconv"]:
        # Git starts this for every version of every file it shows: nothing more is loaded than it takes.
        from klantreis.cli.textconv import main as textconv

        sys.exit(textconv(arguments[2:]))
    # Models and maps hold few cycles and live until the end: looking for garbage as often as
    # Python does by itself costs a fifth of checking a thousand files.
    gc.set_threshold(200_000, 20, 100)
    # We use no plugins of pydantic; looking for some reads the metadata of all that is installed.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    sys.exit(_run(arguments))


def _run(arguments: list[str]) -> int:
    from klantreis.errors import KlantreisError

    try:
        _refuse_unknown(arguments)
        _refuse_lost_folder()
        from klantreis.cli.app import app

        code = app(standalone_mode=False)
        sys.stdout.flush()
        if code == STOPPED:
            # The command line answers Ctrl-C with a code of its own, and says nothing.
            _say("klantreis: stopped.")
    except KlantreisError as error:
        _say(f"klantreis: {error.message}" + (f"\n  → {error.hint}" if error.hint else ""))
        return error.exit_code
    except BrokenPipeError:
        # The reader (`| head`) has seen enough; Python must not complain about it at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        _say("klantreis: stopped.")
        return STOPPED
    except OSError as error:
        return _unwritable(error) if _is_output(error) else _other(error)
    except Exception as error:  # noqa: BLE001  whatever it is, the user gets an exit code and a way on
        return _other(error)
    return code if isinstance(code, int) else 0


def _print(text: str) -> int:
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except OSError as error:
        return _unwritable(error)
    return 0


def _open_streams() -> None:
    """Give what was closed (`>&-`) something to stand for it; Python leaves None there."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115  open until the end


def _is_output(error: OSError) -> bool:
    """Tell whether it was standard output that could not be written: files of ours raise words of their own."""
    return error.filename is None and error.errno in (errno.ENOSPC, errno.EIO, errno.EBADF, errno.EFBIG)


def _unwritable(error: OSError) -> int:
    _say(f"klantreis: standard output cannot be written: {error.strerror}.")
    # Python would try once more at exit, and complain.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 2


def _refuse_unknown(arguments: list[str]) -> None:
    """Answer a mistyped command before the command line is loaded, which takes a while."""
    from klantreis.cli import COMMANDS
    from klantreis.errors import UsageError

    name = next(iter(arguments), "-")
    if name.startswith("-") or name in COMMANDS:
        return
    from klantreis.suggest import did_you_mean

    hint = did_you_mean(name, COMMANDS) or f"The commands: {', '.join(COMMANDS)}. More: klantreis --help"
    raise UsageError(f"no command `{name}`.", hint)


def _refuse_lost_folder() -> None:
    from klantreis.errors import UsageError

    try:
        os.getcwd()
    except OSError:
        raise UsageError("the folder you are in no longer exists.", "Go to another one: cd") from None


def _other(error: Exception) -> int:
    import typer

    show = getattr(error, "show", None)
    if callable(show):
        # A usage error of the command line's own.
        show()
        return int(getattr(error, "exit_code", 2))
    if isinstance(error, typer.Exit):
        return int(error.exit_code)
    if isinstance(error, typer.Abort):
        _say("klantreis: stopped.")
        return 130
    import traceback

    traceback.print_exc()
    _say(REPORT)
    return 3


def _say(text: str) -> None:
    """Speak on standard error, in whatever encoding it has."""
    from klantreis.wording import safe_lines

    text = safe_lines(text)
    try:
        sys.stderr.write(text + "\n")
        sys.stderr.flush()
    except OSError:
        pass
    except UnicodeEncodeError:
        sys.stderr.write(text.encode("ascii", "backslashreplace").decode() + "\n")


if __name__ == "__main__":
    main()
