"""The real nginx with the real ``deploy/nginx.conf``, in front of a folder, on a free port."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.site.fixtures import DAY, make_project
from tools.nginx import NoNginxError, find_nginx, open_nginx

ROOT = Path(__file__).resolve().parents[2]

StartNginx = Callable[[Path], str]


@pytest.fixture(scope="session")
def start_nginx(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StartNginx]:
    """Return ``start_nginx(folder)``: the address where nginx shows that folder."""
    try:
        find_nginx()
    except NoNginxError as error:
        if os.environ.get("CI") == "true":
            pytest.fail(str(error), pytrace=False)
        pytest.skip(str(error))
    with ExitStack() as stack:

        def start(folder: Path) -> str:
            return stack.enter_context(open_nginx(folder, tmp_path_factory.mktemp("nginx")))

        yield start


@pytest.fixture(scope="session")
def published_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return what ``make publish`` makes of the small catalogue of tests/site/sample."""
    root = make_project(tmp_path_factory.mktemp("publish"), ROOT / "tests" / "site" / "sample")
    shutil.copy(ROOT / "publishconf.py", root)
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "mvo_catalogue",
            "build",
            "--settings",
            "publishconf.py",
            "--output",
            "public",
            "--compress",
        ],
        cwd=root,
        env={**os.environ, "SITEURL": "https://mvo.example.nl", "SOURCE_DATE_EPOCH": DAY},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return root / "public"
