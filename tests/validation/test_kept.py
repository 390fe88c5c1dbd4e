"""What is kept of files: the same result as without it, and nothing read twice."""

from __future__ import annotations

import datetime
import shutil

import pytest

from mvo_catalogue.keeper import Keeper
from mvo_catalogue.validation import kept as kept_module
from mvo_catalogue.validation.kept import Kept
from mvo_catalogue.validation.load import load_catalogue
from tests.factories import TODAY
from tests.validation.conftest import CASES

EVERY_FIELD = CASES / "valid" / "every-field"


@pytest.fixture
def content(lay_over):
    """Return content in which every field of the schema is used, and one practice that is too old."""
    return lay_over(EVERY_FIELD)


@pytest.fixture
def check(content, tmp_path):
    """Return ``check()``: how many files the next process reads; the result is always that of reading all."""

    def check(day=TODAY) -> int:
        kept = Kept(Keeper(tmp_path / "kept"))
        found = load_catalogue(content, day, kept)
        assert found == load_catalogue(content, day)
        assert load_catalogue(content, day, kept) == found
        return kept.read_count

    return check


def test_nothing_is_read_twice(check, content):
    """The next process reads no file again; not on another day either, whatever that day says of an entry."""
    assert check() > 20
    assert check() == 0
    assert check(TODAY + datetime.timedelta(days=3000)) == 0
    assert check(TODAY - datetime.timedelta(days=3000)) == 0


def test_only_what_changed_is_read(check, content):
    """One saved entry costs one; so do a new name, a new file, and one that comes back as it was."""
    check()
    file = content / "practices" / "portieken.md"
    before = file.read_bytes()
    file.write_bytes(before.replace(b"gecontroleerd: 2026", b"gecontroleerd: 2025"))
    assert check() == 1
    file.write_bytes(before)
    assert check() == 1
    file.rename(file.with_name("ingang.md"))
    assert check() >= 1
    shutil.copy(content / "partners" / "de-brug.md", content / "partners" / "de-kade-2.md")
    assert check() >= 1
    vocabulary = content / "vocabularies" / "instrumenten.yaml"
    vocabulary.write_text(f"{vocabulary.read_text()}\nnieuw:\n  naam: Nieuw\n")
    assert check() >= 1


def test_an_entry_with_an_error_is_read_each_time(check, content):
    """What is wrong is told each time, also in one process; once it is right it is read no more."""
    check()
    file = content / "practices" / "portieken.md"
    right = file.read_bytes()
    file.write_bytes(right.replace(b"onderbouwing: ", b"onderbouwd: "))
    assert check() == 2
    assert check() == 2
    file.write_bytes(right)
    check()
    assert check() == 0


def test_an_unfinished_draft_is_read_each_time(check, content):
    """What stands in for a value that is still missing is never taken for the value."""
    file = content / "practices" / "portieken.md"
    text = file.read_text().replace("---\n", "---\nconcept: true\n", 1)
    file.write_text(text.replace("themas:\n", "thema:\n").replace("onderbouwing: ", "onderbouwd: "))
    check()
    assert check() >= 1
    file.write_text("---\nconcept: true\ntitel: Nog niet af\n---\n")
    check()
    assert check() >= 1


def test_a_link_to_a_file_that_went_is_noticed(check, content):
    """An unchanged entry is read again when one that it links to is gone."""
    file = content / "practices" / "portieken.md"
    file.write_text(file.read_text() + "\nZie ook [een ander](warm-welkom.md).\n")
    check()
    assert check() == 0
    (content / "practices" / "warm-welkom.md").unlink()
    assert check() >= 1


@pytest.mark.parametrize("rest", [b"", b"x", b"a\n" * 400, None])
def test_what_came_from_elsewhere_changes_nothing(check, tmp_path, rest):
    """State that is cut off, or that was made by something else with the right digest, is read around."""
    check()
    file = tmp_path / "kept" / "checked.jsonl"
    if rest is None:
        file.write_bytes(file.read_bytes()[:-100])
    else:
        Keeper(tmp_path / "kept").write(file.name, kept_module._made_with(), rest)
    assert check() > 20
    assert check() == 0


def test_lines_of_another_shape_are_not_used(check, tmp_path, content):
    """A record whose JSON is not what we write is as if it were not there."""
    check()
    keeper, made_with = Keeper(tmp_path / "kept"), kept_module._made_with()
    lines = (keeper.read("checked.jsonl", made_with) or b"").split(b"\n")
    for said in (b"[]", b"{}", b"null", b"{", b"\xff"):
        for at in (2, 3):
            lines[at::4] = [said] * len(lines[at::4])
        keeper.write("checked.jsonl", made_with, b"\n".join(lines))
        assert check() > 20


def test_other_code_reads_again(check, monkeypatch):
    """What other code or another version of a library made is not used."""
    check()
    monkeypatch.setattr(kept_module, "_made_with", lambda: b"other")
    assert check() > 20


def test_a_place_that_cannot_be_written_costs_time_only(check, tmp_path):
    """Where nothing can be kept the check is as it was."""
    (tmp_path / "kept").write_text("a file")
    assert check() > 20
