"""The upkeep issue: on GitLab through its API, on GitHub by the steps of the workflow."""

import json
import subprocess
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
import yaml

from tools.standing_issue import main

ROOT = Path(__file__).resolve().parents[2]
JOBS = yaml.safe_load((ROOT / ".github" / "workflows" / "upkeep.yml").read_text(encoding="utf-8"))["jobs"]


@pytest.fixture
def gitlab(monkeypatch, tmp_path):
    """Return the issues of a project, on a server with the part of GitLab's API that is used."""
    issues: list[dict[str, str]] = []

    class Api(BaseHTTPRequestHandler):
        def answer(self, value):
            assert self.headers["PRIVATE-TOKEN"] == "geheim"
            self.send_response(200)
            self.end_headers()
            self.wfile.write(json.dumps(value).encode())

        def read(self):
            return json.loads(self.rfile.read(int(self.headers["Content-Length"])))

        def do_GET(self):
            assert self.path.startswith("/projects/7/issues?labels=onderhoud&state=all&")
            self.answer(issues[:1])

        def do_POST(self):
            issues.append({"iid": "1", "state": "opened", "web_url": "https://git.example.nl/1", **self.read()})
            self.answer(issues[-1])

        def do_PUT(self):
            assert self.path == "/projects/7/issues/1"
            issues[0] |= self.read()
            if issues[0].pop("state_event", "") == "reopen":
                issues[0]["state"] = "opened"
            self.answer(issues[0])

        def log_message(self, *_arguments):
            pass

    file = tmp_path / "upkeep.md"
    with ThreadingHTTPServer(("127.0.0.1", 0), Api) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        monkeypatch.setenv("CI_API_V4_URL", f"http://127.0.0.1:{server.server_port}")
        monkeypatch.setenv("CI_PROJECT_ID", "7")
        monkeypatch.setenv("ONDERHOUD_TOKEN", "geheim")
        monkeypatch.setattr("sys.argv", ["standing_issue", str(file)])
        yield issues, file
        server.shutdown()


def test_the_issue_on_gitlab_is_updated_and_reopened(gitlab, capsys):
    """There is only one."""
    issues, file = gitlab
    for text in ("Eerst é", "Daarna"):
        file.write_text(text, encoding="utf-8")
        assert main() == 0
        assert "https://git.example.nl/1" in capsys.readouterr().out
        (issue,) = issues
        assert (issue["description"], issue["labels"], issue["state"]) == (text, "onderhoud", "opened")
        issue["state"] = "closed"


def test_without_a_token_the_job_fails_with_a_message(gitlab, monkeypatch, capsys):
    """The text is in the log."""
    issues, file = gitlab
    file.write_text("x", encoding="utf-8")
    monkeypatch.delenv("ONDERHOUD_TOKEN")
    assert main() == 1
    assert "ONDERHOUD_TOKEN" in capsys.readouterr().out
    assert issues == []


def run_step(job: str, cwd: Path, **environment: str) -> None:
    """Run the last step of a job as GitHub does."""
    (cwd / "step.sh").write_text(JOBS[job]["steps"][-1]["run"], encoding="utf-8")
    subprocess.run(["bash", "-e", "step.sh"], cwd=cwd, env={"PATH": "/usr/bin:/bin", **environment}, check=True)


@pytest.mark.parametrize(
    ("known", "asked"),
    [
        ("", ["label create onderhoud", "issue list", "issue create --title Onderhoud van de catalogus"]),
        ("12", ["label create onderhoud", "issue list", "issue reopen 12", "issue edit 12"]),
    ],
)
def test_the_issue_on_github_is_updated_and_reopened(tmp_path, known, asked):
    """The text is never part of a command."""
    program = tmp_path / "gh"
    program.write_text(
        "#!/bin/bash\n"
        'echo "$*" >>asked\n'
        f'case "$*" in "issue list"*) printf "%s" "{known}";; *"--body-file -"*) cat >body;; esac\n'
    )
    program.chmod(0o755)
    text = '`date` $(date) "\n~~~~text\néén\n~~~~'
    run_step("issue", tmp_path, PATH=f"{tmp_path}:/usr/bin:/bin", TEXT=text)

    lines = (tmp_path / "asked").read_text().splitlines()
    assert len(lines) == len(asked)
    assert all(line.startswith(start) for line, start in zip(lines, asked, strict=True))
    assert (tmp_path / "body").read_text() == f"{text}\n"


def test_a_long_text_is_cut_to_the_limit_of_an_issue(tmp_path):
    """Between characters; no line can end it or add another output."""
    (tmp_path / ".build").mkdir()
    (tmp_path / ".build" / "upkeep.md").write_text("EOF\nandere=1\n" + "é" * 60_000, encoding="utf-8")
    run_step("look", tmp_path, GITHUB_OUTPUT=str(tmp_path / "output"), LC_ALL="C.UTF-8")

    first, *text, last = (tmp_path / "output").read_text(encoding="utf-8").splitlines()
    assert first == f"text<<{last}"
    assert len(last) == 32
    assert text[:2] == ["EOF", "andere=1"]
    assert len("\n".join(text).encode()) <= 120_000
    assert set(text[2]) == {"é"}
