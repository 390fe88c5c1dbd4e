"""The same content on the same day gives the same bytes."""

from __future__ import annotations

from pathlib import Path

from tests.site.fixtures import SUBFOLDER, build


def test_building_twice_gives_the_same_bytes(built_site: Path, tmp_path: Path) -> None:
    """A second build, in another process with another hash seed, has the same files with the same content."""
    again = tmp_path / "again"
    done = build(
        again,
        SITEURL=f"https://mvo.example.nl{SUBFOLDER}",
        CATALOGUE_REPOSITORY="https://code.example.nl/catalogus",
        PYTHONHASHSEED="12345",
    )
    assert done.returncode == 0, done.stdout
    first, second = _contents(built_site), _contents(again)
    assert first.keys() == second.keys()
    assert [name for name in first if first[name] != second[name]] == []


def _contents(folder: Path) -> dict[str, bytes]:
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}
