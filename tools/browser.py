"""Find a Chromium for the tests: ``CHROMIUM=``, an installed one, or one from npm unpacked here (``CHROMIUM=npm``).

``python -m tools.browser`` makes sure there is one and prints where it is; `open_browser` starts it.
"""

import hashlib
import io
import os
import platform
import shutil
import subprocess
import sys
import tarfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import brotli
from playwright.sync_api import Browser, sync_playwright

from tools import node

ROOT = Path(__file__).resolve().parent.parent
NPM_FOLDER = ROOT / "tools" / "chromium"  # apart from the site's packages: only who lacks a browser installs it
UNPACKED = NPM_FOLDER / "unpacked"
# The headless shell first: it takes half the time of the full browser.
INSTALLED_NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
INSTALLED_PATHS = ("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",)
ADVICE = (
    "Geen browser gevonden voor de tests. Installeer Chromium of Google Chrome "
    "(Debian en Ubuntu: apt install chromium-headless-shell), of geef het pad op: CHROMIUM=/pad/naar/chromium make test"
)

# The fonts of the system, if any, and the one that comes with the browser.
FONTS = """\
<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir prefix="relative">fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
"""

# The browser connects to this machine only: no updates, no accounts, no look-ups of other hosts.
ARGUMENTS = [
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
]


class NoBrowserError(Exception):
    """There is no browser and none could be installed; the text says what to do."""


@dataclass(frozen=True)
class FoundBrowser:
    """An executable and the environment variables that it needs."""

    executable: Path
    environment: dict[str, str] = field(default_factory=dict)


@contextmanager
def open_browser(arguments: Sequence[str] = ()) -> Iterator[Browser]:
    """Start the browser without a window, with more arguments, and close it afterwards.

    Raises:
        NoBrowserError: there is none.
    """
    found = find_browser()
    # Playwright's own Node needs a library that a minimal system lacks.
    os.environ.setdefault("PLAYWRIGHT_NODEJS_PATH", node.command("node")[0])
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=found.executable,
            env={**os.environ, **found.environment},
            args=[*ARGUMENTS, *arguments],
            chromium_sandbox=False,  # root and containers have none; the pages are our own, from this machine
        )
        yield browser
        browser.close()


def find_browser() -> FoundBrowser:
    """Return the first browser that is found; the one from npm is installed if needed."""
    wanted = os.environ.get("CHROMIUM")
    if wanted == "npm":
        return _browser_from_npm()
    if wanted:
        if found := shutil.which(wanted):
            return FoundBrowser(Path(found))
        raise NoBrowserError(f"CHROMIUM={wanted} is geen programma dat hier gestart kan worden.")
    for name in (*INSTALLED_NAMES, *INSTALLED_PATHS):
        if found := shutil.which(name):
            return FoundBrowser(Path(found))
    if (sys.platform, platform.machine()) != ("linux", "x86_64"):  # all that the npm package holds
        raise NoBrowserError(ADVICE)
    return _browser_from_npm()


def _browser_from_npm() -> FoundBrowser:
    """Unpack `@sparticuz/chromium`: one executable, the libraries it may miss here and a font."""
    lock = hashlib.sha256((NPM_FOLDER / "package-lock.json").read_bytes()).hexdigest()[:10]
    target = UNPACKED / lock
    if not target.is_dir():
        print("Geen Chromium gevonden; die komt nu uit npm (ongeveer 70 MB) …", file=sys.stderr, flush=True)
        archives = _install_npm_package()
        shutil.rmtree(UNPACKED, ignore_errors=True)
        unfinished = UNPACKED / f"{lock}.part"
        _unpack(archives, unfinished)
        unfinished.rename(target)
        shutil.rmtree(NPM_FOLDER / "node_modules")
    libraries = [str(target / "al2023" / "lib"), *filter(None, [os.environ.get("LD_LIBRARY_PATH")])]
    return FoundBrowser(
        target / "chromium",
        {"LD_LIBRARY_PATH": os.pathsep.join(libraries), "FONTCONFIG_FILE": str(target / "fonts.conf")},
    )


def _install_npm_package() -> Path:
    # No code of the package is run, so the Node version that it requires does not matter.
    done = subprocess.run(
        [*node.command("npm"), "ci", "--ignore-scripts", "--loglevel=error"],
        cwd=NPM_FOLDER,
        env=node.environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        raise NoBrowserError(f"{ADVICE}\nnpm zei: {done.stderr.strip()}")
    return NPM_FOLDER / "node_modules" / "@sparticuz" / "chromium" / "bin"


def _unpack(archives: Path, target: Path) -> None:
    # Python before 3.11.4 cannot refuse unsafe paths; the archives are locked by checksum in any case.
    safely: dict[str, Any] = {"filter": "data"} if hasattr(tarfile, "data_filter") else {}
    for name in ("al2023", "fonts", "swiftshader"):
        content = io.BytesIO(brotli.decompress((archives / f"{name}.tar.br").read_bytes()))
        with tarfile.open(fileobj=content) as archive:
            # SwiftShader's libraries must be in the folder of the executable.
            archive.extractall(target if name == "swiftshader" else target / name, **safely)  # noqa: S202 - see above
    executable = target / "chromium"
    executable.write_bytes(brotli.decompress((archives / "chromium.br").read_bytes()))
    executable.chmod(0o755)
    (target / "fonts.conf").write_text(FONTS, encoding="utf-8")


def main() -> int:
    """Print the path of the browser, or what to install."""
    try:
        print(find_browser().executable)
    except NoBrowserError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
