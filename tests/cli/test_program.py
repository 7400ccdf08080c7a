"""The program as a whole: exit codes, versions, mistyped commands, our own failures."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from klantreis import __version__

GOOD = "klantreis: 1\ntitle: T\nphases: [{title: A, touchpoints: [{title: a, channel: web}]}]\n"
WARNED = GOOD.replace("web", "fax")


@pytest.mark.parametrize(
    ("text", "arguments", "code"),
    [
        (GOOD, (), 0),
        (WARNED, (), 0),
        (WARNED, ("--strict",), 1),
        ("klantreis: 1\n", (), 1),
        (GOOD, ("weg.yaml",), 2),
        (GOOD, ("--formaat",), 2),
        (GOOD, ("--output-format", "xml"), 2),
    ],
)
def test_exit_codes(klantreis, files, text, arguments, code):
    result = klantreis(files({"a.yaml": text}), "validate", "a.yaml", *arguments)
    assert result.code == code
    assert "Traceback" not in result.err


def test_a_fault_of_ours_ends_in_3_and_says_how_to_report_it(klantreis, files, monkeypatch):
    def fail(*_args: object) -> None:
        raise RuntimeError("onverwacht")

    monkeypatch.setattr("klantreis.source.reader.parse", fail)
    result = klantreis(files({"a.yaml": GOOD}), "validate", "a.yaml")
    assert result.code == 3
    assert "RuntimeError: onverwacht" in result.err
    assert "Please report it" in result.err


def test_ctrl_c_ends_in_130_without_a_traceback(klantreis, files, monkeypatch):
    def stop(*_args: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("klantreis.source.reader.parse", stop)
    result = klantreis(files({"a.yaml": GOOD}), "validate", "a.yaml")
    assert (result.code, "Traceback" in result.err) == (130, False)


@pytest.mark.parametrize("arguments", [("--version",), ("-V",), ("--version", "validate")])
def test_the_version_is_told(klantreis, tmp_path, arguments):
    result = klantreis(tmp_path, *arguments)
    assert (result.code, result.out) == (0, f"klantreis {__version__}\n")


@pytest.mark.parametrize(
    ("typed", "meant"), [("valideer", "validate"), ("Validate", "validate"), ("rendr", "render"), ("shema", "schema")]
)
def test_a_mistyped_command_is_answered_with_the_nearest(klantreis, tmp_path, typed, meant):
    result = klantreis(tmp_path, typed)
    assert (result.code, result.out) == (2, "")
    assert f"Did you mean `{meant}`?" in result.err


def test_python_m_klantreis_is_klantreis(process, tmp_path):
    assert process(tmp_path, "--version").out == f"klantreis {__version__}\n"


@pytest.mark.parametrize("argument", ["--version", "valideer"])
def test_quick_answers_load_no_heavy_module(tmp_path, argument):
    code = (
        f"import sys, runpy; sys.argv = ['klantreis', {argument!r}]\n"
        "try: runpy.run_module('klantreis', run_name='__main__')\n"
        "except SystemExit: print(*({'pydantic', 'rich', 'typer', 'yaml'} & set(sys.modules)), file=sys.stderr)"
    )
    command = [sys.executable, "-c", code]
    ended = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False, timeout=60)
    assert ended.stderr.splitlines()[-1] == ""


def test_many_files_on_many_cores_are_found_as_on_one(klantreis, files, monkeypatch):
    """The parallel way gives the same findings in the same order."""
    contents = {"klantreis.toml": "", "org.yaml": "klantreis: 1\nkind: organisation\ntitle: O\nteams: [Zorg]\n"}
    for n in range(170):
        contents[f"reizen/r{n:03}.yaml"] = (
            f"klantreis: 1\ntitle: R{n % 160}\nowner: {'Zorg' if n % 3 else 'Zorgg'}\n"
            f"phases: [{{title: A, zoom: r{(n + 1) % 160}, emotion: {n % 4}}}]\n"
        ) + ("kapot: [" if n == 77 else "")
    folder = files(contents)
    monkeypatch.setattr("os.sched_getaffinity", lambda _pid: {0, 1, 2})
    monkeypatch.setattr("threading.active_count", lambda: 1)
    many = klantreis(folder, "validate", "--output-format", "json")
    monkeypatch.setattr("klantreis.engine.parallel.worth_it", lambda _files: False)
    one = klantreis(folder, "validate", "--output-format", "json")
    assert many == one
    assert many.out.count('"code"') > 60


def test_a_worker_that_fails_fails_the_run(klantreis, files, monkeypatch):
    folder = files({f"r{n:03}.yaml": GOOD.replace("T", f"R{n}") for n in range(160)})

    def fail(*_args: object, **_kwargs: object) -> None:
        raise RuntimeError("onverwacht")

    monkeypatch.setattr("os.sched_getaffinity", lambda _pid: {0, 1})
    monkeypatch.setattr("threading.active_count", lambda: 1)
    monkeypatch.setattr("klantreis.engine.run.load", fail)
    result = klantreis(folder, "validate", ".")
    assert (result.code, "Please report it" in result.err) == (3, True)


@pytest.mark.parametrize("arguments", [("--version",), ("--help",), ("schema",)])
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_full_disk_is_said_in_words(arguments):
    with Path("/dev/full").open("w") as full:
        command = [sys.executable, "-m", "klantreis", *arguments]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False, timeout=60)
    assert (done.returncode, "cannot be written" in done.stderr, "Traceback" in done.stderr) == (2, True, False)


def test_a_folder_that_is_gone_is_said_in_words(tmp_path):
    script = f'cd "{tmp_path}" && mkdir x && cd x && rmdir ../x && exec "{sys.executable}" -m klantreis validate'
    done = subprocess.run(["sh", "-c", script], capture_output=True, text=True, check=False, timeout=60)
    assert (done.returncode, "no longer exists" in done.stderr) == (2, True)


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-"])
def test_closed_streams_are_no_fault(tmp_path, closed):
    script = f'cd "{tmp_path}" && "{sys.executable}" -m klantreis schema persona {closed}'
    done = subprocess.run(["sh", "-c", script], capture_output=True, text=True, check=False, timeout=60)
    assert (done.returncode, done.stderr) == (0, "")
