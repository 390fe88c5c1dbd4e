"""Sites that stay as they are: one with every field, also with a form that sends, and one to search in."""

import fcntl
import logging
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from mvo_catalogue.wiring import plugin
from mvo_catalogue.wiring.command_line import main

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "tests" / "site" / "sample"
COLLECTION = ROOT / "tests" / "site" / "collection"
SUBFOLDER = "/catalogus"
STORED = f"{SUBFOLDER[1:]}/"
"""What the names begin with of all that a catalogue in that folder stores in a browser."""

PUBLIC = {
    "SITEURL": f"https://mvo.example.nl{SUBFOLDER}",
    "CATALOGUE_REPOSITORY": "https://code.example.nl/catalogus",
}
FORGE = "https://github.com/wie/catalogus"
MAIL, PRIVATE_MAIL = "mvo@voorbeeld.nl", "privacy@voorbeeld.nl"
DAY = "1795219200"
"""2026-11-21, in seconds since 1970, as SOURCE_DATE_EPOCH wants it: for fixtures only, never for ``content/``."""

BuildOnce = Callable[[str, Callable[[Path], None]], Path]


@contextmanager
def pelican_alone() -> Iterator[None]:
    """Use Pelican in this block as in a process of its own.

    It reads the settings anew (publishconf.py imports those of its folder), and afterwards it knows no plugin.
    """
    sys.modules.pop("pelicanconf", None)
    try:
        yield
    finally:
        sys.modules.pop("pelicanconf", None)
        for signal, receiver in plugin.RECEIVERS:
            signal.disconnect(receiver)
        logging.getLogger("pelican").removeFilter(plugin.without_traceback)


def build(output: Path, root: Path, *options: str, **environment: str) -> None:
    """Build the project at ``root`` into ``output`` as `mvo build` does, on `DAY`.

    Here and not in a process of its own: that takes longer to begin than to build a small site.
    """
    with pytest.MonkeyPatch.context() as patch, pelican_alone():
        patch.chdir(root)
        patch.setattr(sys, "path", [*sys.path])  # publishconf.py puts its folder there
        patch.setattr(sys, "dont_write_bytecode", True)  # no __pycache__ of the settings beside them
        for name, value in {"SOURCE_DATE_EPOCH": DAY, **environment}.items():
            patch.setenv(name, value)
        assert main(["build", "--output", str(output), *options]) == 0


def build_apart(output: Path, root: Path, *options: str, **environment: str) -> None:
    """Do the same in a process of its own: for another environment, or for work that is divided among processes."""
    command = [sys.executable, "-m", "mvo_catalogue", "build", "--output", str(output), *options]
    subprocess.run(command, cwd=root, env={**os.environ, "SOURCE_DATE_EPOCH": DAY, **environment}, check=True)


def copy_content(source: Path, root: Path) -> Path:
    """Copy content to ``root/content``, with the pages that every site needs; return the copy."""
    copy = Path(shutil.copytree(source, root / "content"))
    if not (source / "pages").is_dir():
        shutil.copytree(SAMPLE / "pages", copy / "pages")
    return copy


def make_project(root: Path, content: Path = SAMPLE) -> Path:
    """Make a project at ``root`` with content of its own and the theme, settings and styles of this one.

    Compiled templates are shared with this one too: every build would compile them again.
    """
    copy_content(content, root)
    for settings in ("pelicanconf.py", "publishconf.py"):
        shutil.copy(ROOT / settings, root)
    (root / "theme").symlink_to(ROOT / "theme")
    (root / ".build").mkdir()
    for kept in ("assets", "templates"):
        (ROOT / ".build" / kept).mkdir(parents=True, exist_ok=True)
        (root / ".build" / kept).symlink_to(ROOT / ".build" / kept)
    return root


@pytest.fixture(scope="session")
def build_once(tmp_path_factory: pytest.TempPathFactory) -> BuildOnce:
    """Return ``build_once(name, make)``: a folder that ``make(folder)`` fills, once for all workers of this run."""
    base = tmp_path_factory.getbasetemp()
    shared = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "shared"
    shared.mkdir(exist_ok=True)

    def build_once(name: str, make: Callable[[Path], None]) -> Path:
        folder, built = shared / name, shared / f"{name}.built"
        with (shared / f"{name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not built.exists():
                shutil.rmtree(folder, ignore_errors=True)  # of a worker that did not come to the end
                folder.mkdir()
                make(folder)
                built.touch()
        return folder

    return build_once


@pytest.fixture(scope="session")
def collection_site(build_once: BuildOnce) -> Path:
    """Return a catalogue with some fifty practices, in which one can search, filter, leaf through and compare.

    Its entries were taken from the real catalogue once and are nobody's news: what happens there changes nothing here.
    It was built for a subfolder of a host, with links for corrections, on 21 November 2026.
    """

    def make(folder: Path) -> None:
        root = make_project(folder / "project", COLLECTION)
        build(root / "site", root, **PUBLIC)

    return build_once("collection", make) / "project" / "site"


@pytest.fixture(scope="session")
def sample_site(build_once: BuildOnce) -> Path:
    """Return a small catalogue in which every field of the schema is used, built on 21 November 2026."""

    def make(folder: Path) -> None:
        root = make_project(folder / "project")
        build(root / "site", root)

    return build_once("sample", make) / "project" / "site"


@pytest.fixture(scope="session")
def form_project(build_once: BuildOnce) -> Path:
    """Return a project with the content of `sample_site`, with a forge and its mailboxes, and its site in ``site``."""

    def make(folder: Path) -> None:
        root = make_project(folder / "project")
        build(root / "site", root, CATALOGUE_REPOSITORY=FORGE, CATALOGUE_MAIL=MAIL, CATALOGUE_PRIVATE_MAIL=PRIVATE_MAIL)

    return build_once("form", make) / "project"
