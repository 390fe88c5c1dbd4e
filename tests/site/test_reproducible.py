"""The same content on the same day gives the same bytes."""

from __future__ import annotations

from pathlib import Path

from tests.site.fixtures import build


def test_building_twice_gives_the_same_bytes(sample_site: Path, tmp_path: Path) -> None:
    """A second build, in another process with another hash seed, has the same files with the same content."""
    build(tmp_path / "again", sample_site.parent, PYTHONHASHSEED="12345")
    first, second = _contents(sample_site), _contents(tmp_path / "again")
    assert first.keys() == second.keys()
    assert [name for name in first if first[name] != second[name]] == []


def _contents(folder: Path) -> dict[str, bytes]:
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}
