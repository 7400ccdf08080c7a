"""The recipes for pull and merge requests, their scripts run as a runner runs them."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
import yaml
from tests.integrations.conftest import PROGRAMS, RIGHT, ROOT, clean_environment, git

WORKFLOW_FILE = "integrations/github/klantreis-pull-request.yml"
JOB_FILE = "integrations/gitlab/klantreis-merge-request.gitlab-ci.yml"
WORKFLOW = yaml.safe_load((ROOT / WORKFLOW_FILE).read_text("utf-8"))
STEPS = {step.get("name", step.get("uses")): step for step in WORKFLOW["jobs"]["klantreis"]["steps"]}
JOB = yaml.safe_load((ROOT / JOB_FILE).read_text("utf-8"))["klantreis-merge-request"]
PAGE = (ROOT / "docs" / "pull-requests.md").read_text("utf-8")
JOURNEY = RIGHT.replace("[Bezoekt de winkel]", "[{title: Bezoekt de winkel, emotion: -1}]")
MARK = "<!-- klantreis: pull request -->"

GH = """#!{python}
import json, re, sys
store = "{store}"
data = json.load(open(store))
words = sys.argv[2:]
body = next((open(word.removeprefix("body=@")).read() for word in words if word.startswith("body=@")), None)
if "--jq" in words:
    mark = re.search(r'startswith[(]"(.*?)"', words[words.index("--jq") + 1])[1]
    assert ".user.login == \\"github-actions[bot]\\"" in words[words.index("--jq") + 1]
    for comment in data["comments"]:
        if comment["by"] == "github-actions[bot]" and comment["body"].startswith(mark):
            print(comment["id"])
elif "PATCH" in words:
    address = next(word for word in words if word.startswith("repos/"))
    [found] = [c for c in data["comments"] if address == "repos/truus/kaarten/issues/comments/" + str(c["id"])]
    found["body"] = body
else:
    assert "repos/truus/kaarten/issues/7/comments" in words
    data["comments"].append({{"id": 100 + len(data["comments"]), "by": "github-actions[bot]", "body": body}})
json.dump(data, open(store, "w"))
"""


@pytest.fixture
def request_(tmp_path):
    """A repository with a branch that changes a journey, adds one with an odd name, and brings a link."""
    folder = tmp_path / "werk"
    (folder / "klantreizen").mkdir(parents=True)
    git(folder, "init", "--quiet", "--initial-branch=main")
    (folder / "klantreis.toml").touch()
    (folder / "compose.yaml").write_text("services: {}\n")
    (folder / "klantreizen" / "fiets.yaml").write_text(JOURNEY)
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message=Begin")
    git(folder, "checkout", "--quiet", "-b", "zij")
    (folder / "klantreizen" / "fiets.yaml").write_text(JOURNEY.replace("emotion: -1", "emotion: 1"))
    (folder / "-$(touch gemaakt) 'é.yaml").write_text(JOURNEY.replace("klantreis: 1", "klantreis: 1\nid: odd"))
    (folder / "link.yaml").symlink_to("/etc/hostname")
    (folder / "compose.yaml").write_text("services: {a: {}}\n")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message=Zij")
    git(folder, "checkout", "--quiet", "main")
    (folder / "LEES.md").write_text("later\n")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message=Later")
    git(folder, "checkout", "--quiet", "--detach", "zij")
    return folder


@pytest.fixture
def github(request_, tmp_path):
    """Run the steps of the workflow as GitHub would; gives what was said, written and commented."""
    store, programs = tmp_path / "comments.json", tmp_path / "bin"
    store.write_text('{"comments": []}')
    programs.mkdir()
    (programs / "gh").write_text(GH.format(python=sys.executable, store=store))
    (programs / "gh").chmod(0o755)
    runs = iter(range(9))

    def run(base="main", head="zij", fork=False, expected=0):
        temporary = tmp_path / f"runner{next(runs)}"
        temporary.mkdir()
        known = {
            "github.event.pull_request.base.sha": git(request_, "rev-parse", base).strip(),
            "github.event.pull_request.head.sha": git(request_, "rev-parse", head).strip(),
            "github.event.pull_request.number": "7", "github.token": "geheim", "steps.maps.outputs.artifact-url": "",
        }  # fmt: skip

        def filled(text):
            return re.sub(r"\$\{\{ (.+?) \}\}", lambda match: known[match.group(1)], str(text))

        said = []
        for name in ("What changes", "The maps before and after", "Comment"):
            step = STEPS[name]
            if name == "The maps before and after" and known["steps.diff.outputs.code"] != "1":
                continue
            if name == "Comment" and fork:
                continue
            environment = clean_environment(
                **{key: filled(value) for key, value in (WORKFLOW["env"] | step.get("env", {})).items()},
                PATH=f"{programs}:{PROGRAMS}:{os.environ['PATH']}", RUNNER_TEMP=str(temporary),
                GITHUB_WORKSPACE=str(request_), GITHUB_REPOSITORY="truus/kaarten", GITHUB_RUN_ID="5",
                GITHUB_SERVER_URL="https://github.example", GITHUB_STEP_SUMMARY=str(temporary / "summary.md"),
                GITHUB_OUTPUT=str(temporary / "outputs"),
            )  # fmt: skip
            done = subprocess.run(
                ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]], cwd=request_, timeout=120,
                env=environment, capture_output=True, text=True, check=False,
            )  # fmt: skip
            said.append(done.stdout + done.stderr)
            if done.returncode:
                assert done.returncode == expected, said
                return "".join(said), temporary
            known["steps.diff.outputs.code"] = (temporary / "outputs").read_text().strip().removeprefix("code=")
            if name == "The maps before and after":
                known["steps.maps.outputs.artifact-url"] = "https://github.example/maps"
        assert expected == 0
        return "".join(said), temporary

    run.comments = lambda: json.loads(store.read_text())["comments"]
    run.comment = lambda by, body: store.write_text(
        json.dumps({"comments": [*run.comments(), {"id": 1, "by": by, "body": body}]})
    )
    return run


@pytest.mark.integration
def test_on_github_a_comment_says_what_changes_and_where_the_maps_are(github):
    _said, temporary = github()
    [comment] = github.comments()
    assert comment["body"].startswith(f"{MARK}\n")
    assert "Bezoekt de winkel" in comment["body"]
    assert "[The maps before and after](https://github.example/maps)" in comment["body"]
    assert "Bezoekt de winkel" in (temporary / "summary.md").read_text()


@pytest.mark.integration
def test_on_github_the_earlier_comment_is_updated(github, request_):
    github.comment("truus", f"{MARK}\nvan iemand anders")
    github()
    (request_ / "klantreizen" / "fiets.yaml").write_text(JOURNEY.replace("Bezoekt de winkel", "Bezoekt de site"))
    git(request_, "commit", "--quiet", "--all", "--message=Weer")
    github(head="HEAD")
    other, comment = github.comments()
    assert other["body"] == f"{MARK}\nvan iemand anders"
    assert "Bezoekt de site" in comment["body"]


@pytest.mark.integration
def test_on_github_nothing_is_said_where_nothing_changes(github, request_):
    github(head="main~1")
    assert github.comments() == []
    github()
    github(head="main~1")
    [comment] = github.comments()
    assert "The maps" not in comment["body"]


@pytest.mark.integration
def test_on_github_a_fork_has_the_summary_alone(github):
    _said, temporary = github(fork=True)
    assert github.comments() == []
    assert "Bezoekt de winkel" in (temporary / "summary.md").read_text()
    assert STEPS["Comment"]["if"] == "github.event.pull_request.head.repo.full_name == github.repository"


@pytest.mark.integration
def test_on_github_what_cannot_be_read_fails_and_is_not_nothing(github, request_):
    (request_ / "klantreizen" / "fiets.yaml").write_text("klantreis: 1\ntitle: [\n")
    git(request_, "commit", "--quiet", "--all", "--message=Kapot")
    said, _ = github(head="HEAD", expected=2)
    assert "fiets.yaml" in said
    assert github.comments() == []


@pytest.mark.integration
def test_on_github_a_text_too_long_for_a_comment_is_pointed_at(github, request_):
    many = "".join(f"  - title: Fase {n}\n    touchpoints: [Doet iets {'heel ' * 30}{n}]\n" for n in range(900))
    (request_ / "klantreizen" / "fiets.yaml").write_text(JOURNEY[: JOURNEY.index("phases")] + "phases:\n" + many)
    git(request_, "commit", "--quiet", "--all", "--message=Lang")
    github(head="HEAD")
    [comment] = github.comments()
    assert len(comment["body"]) <= 65_536


def maps(folder):
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*.html"))


ODD = "-$(touch gemaakt) 'é"


@pytest.mark.integration
def test_on_github_the_maps_are_those_of_both_states(github, request_):
    github()
    assert maps(request_ / "klantreis-maps") == [
        f"after/{ODD}/odd.html",
        "after/klantreizen/fiets/een-fiets-kopen.html",
        "before/klantreizen/fiets/een-fiets-kopen.html",
    ]
    assert not list(request_.rglob("gemaakt"))


def test_the_workflow_may_no_more_than_it_must():
    # YAML 1.1 reads `on` as true.
    assert list(WORKFLOW[True]) == ["pull_request"]
    assert WORKFLOW["permissions"] == {"contents": "read", "pull-requests": "write"}
    assert STEPS["actions/checkout@v4"]["with"]["persist-credentials"] is False
    with_token = [name for name, step in STEPS.items() if "token" in str(step.get("env", ""))]
    assert with_token == ["Comment"]


def test_what_a_pull_request_holds_never_becomes_part_of_a_script():
    assert all("${{" not in step.get("run", "") for step in STEPS.values())


@pytest.mark.parametrize(
    ("name", "schema"), [(WORKFLOW_FILE, "vendor.github-workflows"), (JOB_FILE, "vendor.gitlab-ci")]
)
def test_it_fits_its_schema(name, schema):
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, name]
    shown = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)
    assert shown.returncode == 0, shown.stdout + shown.stderr


class Notes(BaseHTTPRequestHandler):
    """As much of GitLab as the job asks: its notes, two a page."""

    notes: list

    def do_GET(self):
        if self.path == "/user":
            return self._answer({"id": 1})
        page = int(re.search(r"page=(\d+)$", self.path)[1])
        assert self.path.startswith("/projects/3/merge_requests/7/notes?per_page=100&sort=asc")
        following = str(page + 1) if len(self.notes) > page * 2 else ""
        return self._answer(self.notes[page * 2 - 2 : page * 2], following)

    def do_POST(self):
        assert self.path == "/projects/3/merge_requests/7/notes"
        self.notes.append({"id": len(self.notes), "author": {"id": 1}, "body": self._body()})
        self._answer({})

    def do_PUT(self):
        self.notes[int(self.path.rpartition("/")[2])]["body"] = self._body()
        self._answer({})

    def _body(self):
        assert self.headers["PRIVATE-TOKEN"] == "geheim"
        return json.loads(self.rfile.read(int(self.headers["Content-Length"])))["body"]

    def _answer(self, data, following=""):
        self.send_response(200)
        self.send_header("X-Next-Page", following)
        self.end_headers()
        self.wfile.write(json.dumps(data).encode())

    def log_message(self, *_arguments):
        pass


@pytest.fixture
def gitlab(request_):
    """Run the script of the job; the notes of the merge request are its own."""
    handler = type("Own", (Notes,), {"notes": []})
    server = HTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()

    def run(head="zij", token="geheim", expected=0):  # noqa: S107  a word for the test
        environment = clean_environment(
            CI_MERGE_REQUEST_DIFF_BASE_SHA=git(request_, "merge-base", "main", head).strip(),
            CI_COMMIT_SHA=git(request_, "rev-parse", head).strip(), CI_PROJECT_DIR=str(request_), CI_PROJECT_ID="3",
            CI_MERGE_REQUEST_IID="7", CI_API_V4_URL=f"http://127.0.0.1:{server.server_port}",
            CI_JOB_URL="https://gitlab.example/jobs/5", KLANTREIS_TOKEN=token, NO_PROXY="127.0.0.1",
            PATH=f"{PROGRAMS}:{os.environ['PATH']}",
        )  # fmt: skip
        done = subprocess.run(
            ["bash", "-c", "\n".join(["set -eo pipefail", *JOB["script"]])], cwd=request_, env=environment, timeout=120,
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert done.returncode == expected, done.stdout + done.stderr
        return done.stdout + done.stderr

    run.notes = handler.notes
    yield run
    server.shutdown()
    server.server_close()


@pytest.mark.integration
def test_on_gitlab_a_note_says_what_changes_and_is_updated_later(gitlab, request_):
    gitlab.notes += [{"id": n, "author": {"id": 2}, "body": "<!-- klantreis: merge request -->\n"} for n in range(3)]
    gitlab()
    assert len(gitlab.notes) == 4
    assert "Bezoekt de winkel" in gitlab.notes[3]["body"]
    assert "(https://gitlab.example/jobs/5/artifacts/browse/klantreis-maps/)" in gitlab.notes[3]["body"]
    (request_ / "klantreizen" / "fiets.yaml").write_text(JOURNEY.replace("Bezoekt de winkel", "Bezoekt de site"))
    git(request_, "commit", "--quiet", "--all", "--message=Weer")
    gitlab("HEAD")
    assert len(gitlab.notes) == 4
    assert "Bezoekt de site" in gitlab.notes[3]["body"]


@pytest.mark.integration
def test_on_gitlab_nothing_is_said_where_nothing_changes(gitlab):
    gitlab("main~1")
    assert gitlab.notes == []


@pytest.mark.integration
def test_on_gitlab_without_a_token_the_log_is_all_there_is(gitlab):
    said = gitlab(token="")
    assert "Bezoekt de winkel" in said
    assert "No KLANTREIS_TOKEN" in said
    assert gitlab.notes == []


@pytest.mark.integration
def test_on_gitlab_what_cannot_be_read_fails_and_is_not_nothing(gitlab, request_):
    (request_ / "klantreizen" / "fiets.yaml").write_text("klantreis: 1\ntitle: [\n")
    git(request_, "commit", "--quiet", "--all", "--message=Kapot")
    assert "fiets.yaml" in gitlab("HEAD", expected=2)
    assert gitlab.notes == []


@pytest.mark.integration
def test_on_gitlab_the_maps_are_those_of_both_states(gitlab, request_):
    gitlab()
    assert maps(request_ / "klantreis-maps") == [
        f"after/{ODD}/odd.html",
        "after/klantreizen/fiets/een-fiets-kopen.html",
        "before/klantreizen/fiets/een-fiets-kopen.html",
    ]
    assert not list(request_.rglob("gemaakt"))
    assert git(request_, "worktree", "list").count("\n") == 1
    assert JOB["artifacts"]["paths"] == ["klantreis-maps/", "klantreis.md"]


def test_the_page_names_what_the_recipes_need():
    assert f"../{WORKFLOW_FILE}" in PAGE
    assert f"../{JOB_FILE}" in PAGE
    job = (ROOT / JOB_FILE).read_text("utf-8")
    for name in set(re.findall(r"KLANTREIS_(?:SOURCE|TOKEN)", job)):
        assert f"`{name}`" in PAGE
    assert all(f"`{name}: {right}`" in PAGE for name, right in WORKFLOW["permissions"].items())


def test_the_include_on_the_page_is_of_gitlab(tmp_path):
    [text] = [text for text in re.findall(r"^```yml\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL) if "include:" in text]
    (tmp_path / ".gitlab-ci.yml").write_text(text)
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.gitlab-ci", ".gitlab-ci.yml"]
    shown = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=120, check=False)
    assert shown.returncode == 0, shown.stdout + shown.stderr
