"""The nginx of ``deploy/Containerfile`` serves the site as a user who can only write to ``/tmp``."""

import os
import re
import shutil
import subprocess
import tempfile
import urllib.request
from pathlib import Path

import pytest

from tools.nginx import find_configuration, find_free_port, find_nginx, wait_for
from tools.nginx_conf import fill_configuration

ROOT = Path(__file__).resolve().parents[2]
NOBODY = 65534

pytestmark = pytest.mark.nginx


def test_nginx_runs_without_privileges(start_nginx):
    with tempfile.TemporaryDirectory() as folder:
        home, port = Path(folder), find_free_port()
        home.chmod(0o755)
        (home / "tmp").mkdir(mode=0o777)
        (home / "tmp").chmod(0o777)
        (home / "conf.d").mkdir()
        main = (ROOT / "deploy/container.conf").read_text().replace("/tmp/", f"{home}/tmp/")
        (home / "nginx.conf").write_text(main)
        (home / "conf.d/mvo.conf").write_text(fill_configuration("https://mvo.example.nl", f"{home}/srv", str(port)))
        shutil.copy(find_configuration(find_nginx()).parent / "mime.types", home)
        (home / "srv/current").mkdir(parents=True)
        (home / "srv/current/index.html").write_text("Welkom")
        command = [find_nginx(), "-c", f"{home}/nginx.conf", "-g", "daemon off;"]
        other = NOBODY if os.geteuid() == 0 else None
        server = subprocess.Popen(command, user=other, group=other, extra_groups=[] if other else None)
        try:
            wait_for(server, port)
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/") as answer:
                assert answer.read() == b"Welkom"
                assert "frame-ancestors" in answer.headers["Content-Security-Policy"]
        finally:
            server.terminate()
            server.wait(10)


def test_every_file_that_the_containerfile_copies_is_in_the_context():
    """And is copied to where nginx looks."""
    text = (ROOT / "deploy/Containerfile").read_text()
    copied = re.findall(r"^COPY (\S+) (\S+)", text, re.MULTILINE)
    allowed = set(re.findall(r"^!(\S+)", (ROOT / "deploy/Containerfile.dockerignore").read_text(), re.MULTILINE))
    assert {source for source, _ in copied} == allowed
    assert re.search(r"^FROM \S+@sha256:[0-9a-f]{64}$", text, re.MULTILINE)
    assert re.search(r"^USER (?!root)", text, re.MULTILINE)
