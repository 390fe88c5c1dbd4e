"""The same content on the same day gives the same bytes."""

import os
from pathlib import Path

from tests.site.fixtures import build_apart, make_project


def test_building_twice_gives_the_same_bytes(sample_site: Path, tmp_path: Path) -> None:
    """In another folder, for another user, with another language and time zone."""
    elsewhere = make_project(tmp_path / "een andere map, é")
    environment = {
        "PYTHONHASHSEED": "12345",
        "LC_ALL": "C",
        "PYTHONIOENCODING": "latin-1",
        "TZ": "Pacific/Kiritimati",
        "HOME": "/none",
    }
    usual = os.umask(0o077)
    try:
        build_apart(elsewhere / "site", elsewhere, **environment)
    finally:
        os.umask(usual)
    first, second = _contents(sample_site), _contents(elsewhere / "site")
    assert first.keys() == second.keys()
    assert [name for name in first if first[name] != second[name]] == []


def _contents(folder: Path) -> dict[str, bytes]:
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}
