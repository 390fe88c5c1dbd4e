"""The output folder: replaced as a whole or not at all, also with builds at the same time."""

import ctypes
import functools
import json
import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from mvo_catalogue.refused import Refused
from mvo_catalogue.wiring.command_line import main
from mvo_catalogue.wiring.commands.build import build_site
from tests.wiring.conftest import read_tree

SETTINGS = Path("pelicanconf.py")
BUILD = [sys.executable, "-m", "mvo_catalogue", "build"]


def run(*arguments: str, **options) -> subprocess.CompletedProcess[str]:
    """Build in a process of its own; return its output."""
    return subprocess.run([*BUILD, *arguments], capture_output=True, text=True, check=False, **options)


def change(project: Path, number: int) -> None:
    """Give a partner another name, so that many files of the site change."""
    (file,) = (project / "content" / "partners").glob("de-brug.md")
    lines = file.read_text().splitlines(keepends=True)
    file.write_text("".join(f"naam: De Brug {number}\n" if line.startswith("naam:") else line for line in lines))


def git_would_see(project: Path) -> list[str]:
    """Return the other files in the project, apart from ignored ones."""
    return sorted(
        {path.name for path in project.iterdir()} - {".build", "content", "output", "pelicanconf.py", "theme"}
    )


UNUSABLE = ["docs", "content", "content/pages/nieuw", "theme", ".", "", "..", "/", "pelicanconf.py", ".build", "pipe"]


@pytest.mark.parametrize("output", UNUSABLE)
def test_only_a_folder_that_a_build_made_is_replaced(project, capsys, output):
    """Other folders and inputs are refused, without loss."""
    (project / "docs").mkdir()
    (project / "docs" / "uitleg.md").write_text("van iemand anders")
    os.mkfifo(project / "pipe")
    before = read_tree(project)

    assert main(["build", "--output", output]) == 1
    assert "De site kan niet in" in (said := capsys.readouterr().out) or "niet door een build gemaakt" in said
    assert read_tree(project) == before


def test_an_empty_or_missing_folder_can_be_the_output(project):
    (project / "leeg").mkdir()
    for output in (project / "leeg", project / "a" / "b", project / "a" / "b"):
        build_site(SETTINGS, output)

        assert json.loads((output / "build.json").read_text())["praktijken"] > 0


def test_a_symbolic_link_as_output_is_followed(project, tmp_path):
    """And kept."""
    (project / "output").symlink_to(tmp_path / "www", target_is_directory=True)
    build_site(SETTINGS, project / "output")

    assert (project / "output").is_symlink()
    assert (tmp_path / "www" / "index.html").is_file()


@pytest.mark.parametrize("damage", [Path.unlink, lambda file: file.write_bytes(file.read_bytes()[:-1])])
def test_a_missing_or_changed_output_file_causes_a_build(project, capsys, damage):
    build_site(SETTINGS, project / "output")
    whole = read_tree(project / "output")
    assert main(["build", "--if-changed"]) == 0
    assert "al bijgewerkt" in capsys.readouterr().out
    damage(project / "output" / "praktijken" / "portieken" / "index.html")

    assert main(["build", "--if-changed"]) == 0
    assert read_tree(project / "output") == whole


def test_builds_at_the_same_time_wait_for_each_other(project):
    build_site(SETTINGS, project / "output")
    change(project, 1)
    command = [*BUILD, "--if-changed"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as first:
        assert first.stdout
        assert "wordt gebouwd" in first.stdout.readline()
        first.send_signal(signal.SIGSTOP)
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as second:
            assert second.stdout
            assert "Even wachten" in second.stdout.readline()
            first.send_signal(signal.SIGCONT)
            first.communicate()
            assert "al bijgewerkt" in second.communicate()[0]
    assert (first.returncode, second.returncode) == (0, 0)
    together = read_tree(project / "output")
    build_site(SETTINGS, project / "output")

    assert read_tree(project / "output") == together
    assert git_would_see(project) == []


def test_a_killed_build_leaves_a_whole_site(project):
    """At any moment; the next build works."""
    build_site(SETTINGS, project / "output")
    new = read_tree(project / "output")
    for number, end in enumerate([signal.SIGTERM, signal.SIGINT, signal.SIGKILL]):
        old = new
        change(project, number)
        with subprocess.Popen(BUILD, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as build:
            assert build.stdout is not None
            build.stdout.readline()  # it is under way
            time.sleep(number * 0.3)
            build.send_signal(end)
            said = build.communicate()[1]
        left = read_tree(project / "output")
        build_site(SETTINGS, project / "output")
        new = read_tree(project / "output")

        assert left in (old, new), f"{end.name} after {number * 0.3} s"
        if end != signal.SIGKILL and build.returncode:
            assert build.returncode == 128 + end
            assert said == "\nGestopt. Wat er al was, is gebleven zoals het was.\n"
        assert set(git_would_see(project)) <= {".output.new", ".output.old"}  # named in .gitignore
        assert new != old


def test_a_full_disk_leaves_a_whole_site(project):
    build_site(SETTINGS, project / "output")
    old = read_tree(project / "output")
    change(project, 1)
    for most_bytes in (0, 10_000):
        limit = functools.partial(resource.setrlimit, resource.RLIMIT_FSIZE, (most_bytes, resource.RLIM_INFINITY))
        done = run("--compress", preexec_fn=limit)

        assert done.returncode == 1, done.stdout
        assert "De site is niet gemaakt." in done.stdout
        assert "Traceback" not in done.stderr
        assert read_tree(project / "output") == old
        assert git_would_see(project) == []
    build_site(SETTINGS, project / "output")
    assert read_tree(project / "output") != old


def test_without_renameat2_folders_are_renamed(project, monkeypatch):
    """If the second rename fails the old site is put back."""
    monkeypatch.setattr(ctypes, "CDLL", lambda _: None)
    build_site(SETTINGS, project / "output")
    old = read_tree(project / "output")
    change(project, 1)
    build_site(SETTINGS, project / "output")
    new = read_tree(project / "output")
    assert new != old

    rename = Path.rename

    def fail(path, target):
        if path.name == ".output.new":
            raise OSError(5, "Input/output error", str(path))
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", fail)
    with pytest.raises(Refused, match="De site is niet gemaakt"):
        build_site(SETTINGS, project / "output")
    assert read_tree(project / "output") == new
    assert git_would_see(project) == []


def empty(file: Path) -> None:
    """Truncate a file to zero bytes."""
    file.write_bytes(b"")


def halve(file: Path) -> None:
    """Cut a file short."""
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])


def scramble(file: Path) -> None:
    """Write what never was there."""
    file.write_bytes(bytes(range(256)) * 4)


def flip(file: Path) -> None:
    """Change one bit, in the middle."""
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 1
    file.write_bytes(data)


def replace_by_folder(file: Path) -> None:
    """Put a folder of that name in its place."""
    file.unlink()
    file.mkdir()


DAMAGES: list[Callable[[Path], object]] = [Path.unlink, empty, halve, scramble, flip, replace_by_folder]


def test_damaged_cache_files_are_made_again(project):
    build_site(SETTINGS, project / "output")
    whole = read_tree(project / "output")
    build = project / ".build"
    for damage in (Path.unlink, flip, replace_by_folder):  # other changes are covered by `flip`
        kept = [
            build / "output.made",
            build / "words.json",
            build / "terms.json",
            *(build / "templates").iterdir(),
            *(build / "social-images").rglob("*.png"),
        ]
        assert len(kept) > 10
        for file in kept:
            damage(file)
        build_site(SETTINGS, project / "output")
        assert read_tree(project / "output") == whole, damage


def test_a_damaged_asset_stops_the_build(project):
    """The message names `make assets`."""
    assets = [file for file in (project / ".build" / "assets").iterdir() if file.name.startswith(("site", "manifest"))]
    for asset in assets:
        original = asset.read_bytes()
        for damage in DAMAGES if original else ():
            damage(asset)
            with pytest.raises(Refused, match="make assets"):
                build_site(SETTINGS, project / "output")
            asset.rmdir() if asset.is_dir() else asset.unlink(missing_ok=True)
            asset.write_bytes(original)
    assert not (project / "output").exists()


@pytest.mark.parametrize("moment", ["abc", "1e9", "9" * 30, "-9" * 9])
def test_an_invalid_source_date_epoch_is_reported(project, monkeypatch, capsys, moment):
    """By every command that uses the date."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", moment)

    for command in ("build", "check"):
        assert main([command]) == 2
        assert f"SOURCE_DATE_EPOCH is “{moment}”" in capsys.readouterr().err
