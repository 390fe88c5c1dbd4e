"""Run the real nginx with the real ``deploy/nginx.conf`` for a folder of this machine."""

import base64
import hashlib
import os
import re
import shutil
import socket
import string
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tools.nginx_conf import fill_configuration

MODULE = "ngx_http_brotli_static_module.so"
ADVICE = "nginx met brotli ontbreekt. Debian en Ubuntu: apt install nginx libnginx-mod-http-brotli-static"

# The main configuration that includes a file of conf.d on a server, reduced to the minimum.
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
  $certificate
  include site.conf;
}
""")


class NoNginxError(Exception):
    """There is no nginx with brotli, or it does not start; the text says what to do."""


@contextmanager
def open_nginx(
    folder: Path | None, home: Path, *, base: str = "", is_secure: bool = False, port: int | None = None
) -> Iterator[str]:
    """Serve ``folder`` at the path ``base``; yield its address. Files of nginx itself are in ``home``.

    Without a folder it serves what is in ``home``/root already: ``current`` and ``previous``.

    With ``is_secure`` it speaks TLS and HTTP/2, with a certificate that nobody but this machine should believe.

    Raises:
        NoNginxError: nginx or its brotli module is missing, or it stopped at once.
    """
    program = find_nginx()
    port = port or find_free_port()
    if folder:
        site = home / f"root/current{base}"
        site.parent.mkdir(parents=True, exist_ok=True)
        site.symlink_to(folder)
    _write_configuration(
        program, home, f"http://localhost{base}", f"127.0.0.1:{port}{' ssl http2' if is_secure else ''}"
    )
    process = subprocess.Popen([program, "-p", f"{home}/", "-c", "nginx.conf"])
    try:
        wait_for(process, port)
        yield f"{'https' if is_secure else 'http'}://127.0.0.1:{port}{base}/"
    finally:
        process.terminate()
        process.wait(10)


def find_nginx() -> str:
    """Return the program.

    Raises:
        NoNginxError: it is not installed, or lacks brotli.
    """
    program = shutil.which("nginx", path=os.pathsep.join([os.environ.get("PATH", ""), "/usr/sbin", "/usr/local/sbin"]))
    if program is None or _find_modules(program) is None:
        raise NoNginxError(ADVICE)
    return program


def find_free_port() -> int:
    """Return a free port of this machine."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _write_configuration(program: str, home: Path, site_url: str, listen: str) -> None:
    (home / "site.conf").write_text(fill_configuration(site_url, f"{home}/root", listen), encoding="utf-8")
    shutil.copy(find_configuration(program).parent / "mime.types", home)
    main = MAIN_CONFIGURATION.substitute(
        user="user root;" if os.geteuid() == 0 else "",  # may read a temporary folder
        modules=_find_modules(program) or "",
        certificate=_make_certificate(home) if "ssl" in listen else "",
    )
    (home / "nginx.conf").write_text(main, encoding="utf-8")


def _make_certificate(home: Path) -> str:
    """Write a certificate for one day; return the lines of configuration for it."""
    command = "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 1 -subj /CN=localhost"
    files = ["-keyout", str(home / "key.pem"), "-out", str(home / "certificate.pem")]
    subprocess.run([*command.split(), *files], check=True, capture_output=True)
    return "ssl_certificate certificate.pem; ssl_certificate_key key.pem;"


def trusting(home: Path) -> str:
    """Return the argument that makes Chromium trust the certificate in ``home``, and cache responses as usual."""
    key = ["openssl", "x509", "-in", str(home / "certificate.pem"), "-noout", "-pubkey"]
    pem = subprocess.run(key, check=True, capture_output=True).stdout
    binary = ["openssl", "pkey", "-pubin", "-outform", "der"]
    der = subprocess.run(binary, input=pem, check=True, capture_output=True).stdout
    digest = base64.b64encode(hashlib.sha256(der).digest()).decode()
    return f"--ignore-certificate-errors-spki-list={digest}"


def _describe(program: str) -> str:
    return subprocess.run([program, "-V"], capture_output=True, text=True, check=True).stderr


def find_configuration(program: str) -> Path:
    """Return the path of the main configuration of nginx on this machine."""
    found = re.search(r"--conf-path=(\S+)", _describe(program))
    return Path(found[1] if found else "/etc/nginx/nginx.conf")


def _find_modules(program: str) -> str | None:
    """Return the line that loads brotli; nothing when it is built in, None when nginx lacks it."""
    description = _describe(program)
    if "brotli" in description and "--add-dynamic-module" not in description:
        return ""
    found = re.search(r"--modules-path=(\S+)", description)
    module = Path(found[1] if found else "/usr/lib/nginx/modules") / MODULE
    return f"load_module {module};" if module.is_file() else None


def wait_for(process: subprocess.Popen[bytes], port: int) -> None:
    """Wait until a server answers at its port.

    Raises:
        NoNginxError: it stopped, or opened no port.
    """
    for _ in range(400):
        if process.poll() is not None:
            raise NoNginxError("the server stopped at once; its message stands above")
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise NoNginxError("the server did not open its port")
