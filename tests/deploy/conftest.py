"""The real nginx with the real ``deploy/nginx.conf``, in front of a folder, on a free port."""

from __future__ import annotations

import os
import re
import shutil
import socket
import string
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.site.fixtures import DAY, make_project

ROOT = Path(__file__).resolve().parents[2]
MODULE = "ngx_http_brotli_static_module.so"
ADVICE = "nginx met brotli ontbreekt. Debian en Ubuntu: apt install nginx libnginx-mod-http-brotli-static"

# What surrounds a file of conf.d on a server, reduced to what a test needs.
MAIN_CONFIGURATION = string.Template("""\
$user
daemon off;
error_log stderr;
pid nginx.pid;
$modules
events {}
http {
  access_log off;
  client_body_temp_path client_body;
  fastcgi_temp_path fastcgi;
  proxy_temp_path proxy;
  scgi_temp_path scgi;
  uwsgi_temp_path uwsgi;
  include site.conf;
}
""")

StartNginx = Callable[[Path], str]


@pytest.fixture(scope="session")
def start_nginx(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StartNginx]:
    """Return ``start_nginx(folder)``: the address where nginx shows that folder."""
    program = shutil.which("nginx", path=os.pathsep.join([os.environ.get("PATH", ""), "/usr/sbin", "/usr/local/sbin"]))
    if program is None or (modules := _find_modules(program)) is None:
        if os.environ.get("CI") == "true":
            pytest.fail(ADVICE, pytrace=False)
        pytest.skip(ADVICE)
    with ExitStack() as stack:

        def start(folder: Path) -> str:
            home = tmp_path_factory.mktemp("nginx")
            port = _find_free_port()
            _write_configuration(program, modules, home, folder, port)
            process = subprocess.Popen([program, "-p", f"{home}/", "-c", "nginx.conf"])
            stack.callback(process.wait, 10)
            stack.callback(process.terminate)
            _wait_for(process, port)
            return f"http://127.0.0.1:{port}/"

        yield start


def _write_configuration(program: str, modules: str, home: Path, folder: Path, port: int) -> None:
    site = string.Template((ROOT / "deploy" / "nginx.conf").read_text(encoding="utf-8"))
    names = {"LISTEN": f"127.0.0.1:{port}", "SERVER_NAME": "localhost", "ROOT": str(folder)}
    (home / "site.conf").write_text(site.safe_substitute(names), encoding="utf-8")  # as envsubst does it
    shutil.copy(_find_configuration(program).parent / "mime.types", home)
    is_root = os.geteuid() == 0
    main = MAIN_CONFIGURATION.substitute(user="user root;" if is_root else "", modules=modules)  # may read tmp_path
    (home / "nginx.conf").write_text(main, encoding="utf-8")


def _describe(program: str) -> str:
    return subprocess.run([program, "-V"], capture_output=True, text=True, check=True).stderr


def _find_configuration(program: str) -> Path:
    found = re.search(r"--conf-path=(\S+)", _describe(program))
    return Path(found[1] if found else "/etc/nginx/nginx.conf")


def _find_modules(program: str) -> str | None:
    """Return the line that loads brotli, nothing when it is built in, None when nginx has no brotli."""
    description = _describe(program)
    if "brotli" in description and "--add-dynamic-module" not in description:
        return ""
    found = re.search(r"--modules-path=(\S+)", description)
    module = Path(found[1] if found else "/usr/lib/nginx/modules") / MODULE
    return f"load_module {module};" if module.is_file() else None


def _find_free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_for(process: subprocess.Popen[bytes], port: int) -> None:
    for _ in range(100):
        assert process.poll() is None, "nginx stopped at once; its message stands above"
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    pytest.fail("nginx did not open its port")


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
