"""Writing: everything or nothing, only in the content folder."""

from dataclasses import replace

import pytest

from mvo_catalogue.fixing.writing import NotChanged, write_changes
from mvo_catalogue.reading.files import find_content_files
from tests.fixing.test_repair import GOOD


@pytest.fixture
def repair(fix):
    """Return a repair of an entry without final newline."""
    return fix(GOOD.rstrip("\n"))


def test_writes_the_file_and_keeps_its_permissions(content, repair):
    """No temporary file remains."""
    file = content / "practices" / "portieken.md"
    file.chmod(0o640)
    write_changes([repair.change], content)

    assert file.read_text() == GOOD
    assert file.stat().st_mode & 0o777 == 0o640
    assert not [item for item in file.parent.iterdir() if item.name.startswith(".")]


def test_a_file_that_changed_meanwhile_is_left_alone(content, repair):
    file = content / "practices" / "portieken.md"
    file.write_text("intussen anders")

    with pytest.raises(NotChanged, match="intussen veranderd"):
        write_changes([repair.change], content)
    assert file.read_text() == "intussen anders"


def test_never_writes_through_a_link(content, repair, tmp_path):
    """Instead of the file or of its folder."""
    file = content / "practices" / "portieken.md"
    other = tmp_path / "elders.md"
    other.write_text(repair.before)
    file.unlink()
    file.symlink_to(other)

    with pytest.raises(NotChanged, match="staat niet in de map"):
        write_changes([repair.change], content)
    assert other.read_text() == repair.before

    (content / "practices").rename(tmp_path / "practices")
    (content / "practices").symlink_to(tmp_path / "practices")
    with pytest.raises(NotChanged, match="staat niet in de map"):
        write_changes([repair.change], content)


def test_never_writes_outside_the_content(content, repair, tmp_path):
    outside = tmp_path / "portieken.md"
    outside.write_text(repair.before)

    with pytest.raises(NotChanged, match="staat niet in de map"):
        write_changes([replace(repair, path="../portieken.md").change], content)
    assert outside.read_text() == repair.before


def test_a_file_that_is_gone_is_reported(content, repair):
    (content / "practices" / "portieken.md").unlink()

    with pytest.raises(NotChanged, match="intussen veranderd"):
        write_changes([repair.change], content)
    assert find_content_files(content).slugs("practices") == {"warm-welkom"}
