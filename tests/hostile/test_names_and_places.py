"""Things in the content folder that are no ordinary files, or whose names cannot be in an address."""

import os
import shutil
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.hostile.conftest import GOOD, MISTAKE, MISTAKEN, run

PRACTICES = "content/practices"


@pytest.fixture
def practices(project: Path) -> Path:
    """Return the folder with practices, in which one entry has a mistake of its own."""
    return add_mistake(project)


def add_mistake(project: Path) -> Path:
    """Write an entry with a mistake of its own, and return its folder."""
    folder = project / PRACTICES
    (folder / "eerlijk.md").write_text(MISTAKEN, encoding="utf-8")
    return folder


def make_pipe(path: Path) -> None:
    """Make a pipe without writer: opening it blocks for ever."""
    os.mkfifo(path)


def make_socket(path: Path) -> None:
    """Make the name of a socket, however long the path is."""
    os.mknod(path, 0o600 | stat.S_IFSOCK)


def make_device(path: Path) -> None:
    """Make a device that never ends, when this user may; else a pipe, which is as little a file."""
    try:
        os.mknod(path, 0o20666, os.makedev(1, 5))
    except PermissionError:
        make_pipe(path)


Make = Callable[[Path], object]
THINGS: dict[str, tuple[Make, str]] = {
    "file": (lambda path: path.write_text("x"), "file-name"),
    "pipe": (make_pipe, "file-name"),
    "socket": (make_socket, "file-name"),
    "device": (make_device, "file-name"),
    "folder": (Path.mkdir, "file-name"),
    "link-to-file": (lambda path: path.symlink_to("/etc/passwd"), "file-link"),
    "link-to-folder": (lambda path: path.symlink_to("/etc"), "file-link"),
    "link-to-device": (lambda path: path.symlink_to("/dev/zero"), "file-link"),
    "link-to-itself": (lambda path: path.symlink_to(path.name), "file-link"),
    "link-inside": (lambda path: path.symlink_to("eerlijk.md"), "file-link"),
    "link-up": (lambda path: path.symlink_to(".."), "file-link"),
}


def test_what_is_no_file_is_not_opened(practices, refuse):
    """Each is reported, and so is the error in the file beside them."""
    things = {name: thing for name, thing in THINGS.items() if name != "file"}
    (practices / "eerlijk").mkdir()
    for name, (make, _) in things.items():
        make(practices / f"{name}.md")
        make(practices / "eerlijk" / f"{name}.pdf")
    report = refuse(build=True)

    for name, (_, rule) in things.items():
        assert report.places(f"{PRACTICES}/{name}.md") == [(rule, 1, 1)], name
        assert report.places(f"{PRACTICES}/eerlijk/{name}.pdf") == [(rule, 1, 1)], name
    assert MISTAKE in report.places(f"{PRACTICES}/eerlijk.md")
    assert "root:" not in report.text


def test_a_file_with_the_name_of_a_folder_is_reported(project, practices, refuse):
    things = {"partners": "pipe", "vocabularies": "link-to-folder", "themes": "file"}
    for kind, name in things.items():
        shutil.rmtree(project / "content" / kind)
        THINGS[name][0](project / "content" / kind)
    report = refuse()

    for kind, name in things.items():
        assert report.places(f"content/{kind}") == [(THINGS[name][1], 1, 1)]
    assert MISTAKE in report.places(f"{PRACTICES}/eerlijk.md")


def test_only_plain_text_is_copied_to_the_root_of_the_site(project, refuse):
    """Scripts, links and what is no file are reported."""
    extra = project / "content" / "extra"
    extra.mkdir()
    (extra / "CNAME").write_text("mvo.example.nl")
    (extra / "humans.txt").write_text("wij")
    refused = ["slim.html", "x.svg", "x.js", "x.xml", "_headers", ".htaccess", "Robots.txt", "x.txt.html"]
    for name in refused:
        (extra / name).write_text("<script>alert(1)</script>")
    (extra / "map").mkdir()
    (extra / "geheim.txt").symlink_to("/etc/passwd")
    report = refuse()

    for name in (*refused, "map"):
        assert report.places(f"content/extra/{name}") == [("file-name", 1, 1)], name
    assert report.places("content/extra/geheim.txt") == [("file-link", 1, 1)]
    assert report.places("content/extra/CNAME") == report.places("content/extra/humans.txt") == []


NAMES = {
    "met spatie.md": "met spatie.md",
    "één.md": "één.md",
    "e\u0301en.md": "e\u0301en.md",
    "-rf.md": "-rf.md",
    "--help.md": "--help.md",
    "regel\neinde.md": "regel�einde.md",
    "\x1b[31mrood.md": "�[31mrood.md",
    "om\u202edm.md": "om�dm.md",
    "nul\u200bbreed.md": "nul�breed.md",
    "😀.md": "😀.md",
    "x" * 200 + ".md": "x" * 200 + ".md",
    "::error::nep.md": "::error::nep.md",
    "%0A.md": "%0A.md",
    "a;rm -rf.md": "a;rm -rf.md",
    "Eerlijk.md": "Eerlijk.md",
    "CON.md": "CON.md",
    "a.md.md": "a.md.md",
    ".md": None,
    "..md": None,
}


def test_names_that_no_address_can_have_are_reported(practices, refuse):
    """Each once, without control characters; dotfiles are ignored."""
    for name in NAMES:
        (practices / name).write_text(GOOD, encoding="utf-8")
    try:
        (practices / os.fsdecode(b"geen\xfftekst.md")).write_text(GOOD, encoding="utf-8")
    except OSError:
        names = dict(NAMES)
    else:
        names = {**NAMES, "geen": "geen?tekst.md"}
    report = refuse()
    shown = sorted(f"{PRACTICES}/{name}" for name in names.values() if name)
    found = sorted(item["bestand"] for item in report.messages if item["code"].startswith("file-"))

    assert [path.replace("�", "?") for path in map(visible, found)] == [path.replace("�", "?") for path in shown]
    text = run(practices.parent.parent, "check").text
    assert all(
        f"{path}:1:1: fout [file-" in text.replace("�", "?") for path in (item.replace("�", "?") for item in shown)
    )
    github = run(practices.parent.parent, "check", "--format", "github").text
    assert all(
        line.startswith(("::error file=content/", "::warning file=content/", "::notice file=content/"))
        for line in github.splitlines()[:-1]
    )


def visible(path: str) -> str:
    """Return a path with a mark for what cannot be seen."""
    return "".join("�" if character in "\n\x1b\u202e\u200b" else character for character in path)


def test_an_unreadable_file_or_folder_is_reported(project, practices, refuse):
    """The rest is checked."""
    locked, folder = practices / "op-slot.md", project / "content" / "pages"
    locked.write_text(GOOD, encoding="utf-8")
    locked.chmod(0)
    folder.chmod(0)
    try:
        report = refuse(without_rights=True, build=True)
    finally:
        folder.chmod(0o755)

    assert report.places(f"{PRACTICES}/op-slot.md") == [("file-unreadable", 1, 1)]
    assert report.places("content/pages") == [("file-unreadable", 1, 1)]
    assert MISTAKE in report.places(f"{PRACTICES}/eerlijk.md")


def test_an_unreadable_content_folder_is_reported(project, refuse):
    (project / "content").chmod(0)
    try:
        report = refuse(without_rights=True)
    finally:
        (project / "content").chmod(0o755)

    assert ("file-unreadable", 1, 1) in report.places("content")
