"""Watching: again on every change, and only then."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time

from klantreis.cli import watch as watching
from klantreis.cli.watched import watched

JOURNEY = "klantreis: 1\ntitle: {title}\nphases: [Fase]\n"


def test_it_acts_once_for_each_change(tmp_path, monkeypatch):
    file, acts = tmp_path / "a.yaml", []
    steps = iter([lambda: file.write_text("1"), lambda: None, lambda: file.write_text("22"), file.unlink, lambda: None])
    monkeypatch.setattr(watching, "_SETTLED", 0)
    monkeypatch.setattr(watching.time, "sleep", lambda seconds: seconds and next(steps)())
    watching.watch(lambda: tmp_path.glob("*.yaml"), lambda: acts.append(1), rounds=5)
    assert len(acts) == 1 + 3


def _until(check, seconds=20.0):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if check():
            return True
        time.sleep(0.05)
    return False


def test_saving_draws_again_and_a_mistake_is_waited_for(tmp_path):
    file, picture = tmp_path / "a.yaml", tmp_path / "a.svg"
    file.write_text(JOURNEY.format(title="Eerst"), "utf-8")
    command = [sys.executable, "-m", "klantreis", "render", "a.yaml", "-o", "a.svg", "--watch"]
    with subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.PIPE, text=True, start_new_session=True) as process:
        try:
            assert _until(lambda: picture.exists() and "Eerst" in picture.read_text("utf-8"))
            file.write_text("klantreis: 1\ntitel: fout\n", "utf-8")
            time.sleep(1.2)
            assert process.poll() is None
            file.write_text(JOURNEY.format(title="Daarna"), "utf-8")
            assert _until(lambda: "Daarna" in picture.read_text("utf-8"))
        finally:
            os.killpg(process.pid, signal.SIGINT)
        said = process.communicate(timeout=20)[1]
    assert process.returncode == 130
    assert "Unknown key `titel`" in said
    assert "Traceback" not in said


def test_the_files_that_a_drawing_is_made_of_are_watched_and_what_is_drawn_is_not(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in ("klantreis.toml", "a.yaml", "thema.yml", "logo.svg", "kaart.svg", "sjablonen/page.html.j2"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("klantreis: 1\n" if name == "a.yaml" else "", "utf-8")
    found = {path.name for path in watched(["a.yaml"], "thema.yml", "sjablonen", "kaart.svg")}
    assert found == {"a.yaml", "thema.yml", "logo.svg", "page.html.j2"}
