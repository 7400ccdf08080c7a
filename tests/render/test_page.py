"""The page is valid HTML, by a validator that is not ours.

Needs html-validate (`npm install html-validate axe-core`), found through `KLANTREIS_NODE_MODULES`.
"""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

from klantreis.model.setting import Setting
from klantreis.render import render_html

# Matters of taste: columns get their width where they stand, and a title is as long as its author likes.
RULES = {"no-inline-style": "off", "doctype-style": "off", "long-title": "off"}


def test_html_validate_finds_nothing_to_say(drawn: Setting, tmp_path: Path, node_modules: Path) -> None:
    (tmp_path / "map.html").write_text(render_html(drawn), encoding="utf-8")
    config = {"root": True, "extends": ["html-validate:recommended"], "rules": RULES}
    (tmp_path / ".htmlvalidate.json").write_text(json.dumps(config), encoding="utf-8")
    program = node_modules / ".bin" / "html-validate"
    done = subprocess.run(
        [program, "--formatter", "text", "map.html"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.stdout + done.stderr == ""
