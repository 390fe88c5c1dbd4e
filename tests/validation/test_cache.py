"""The cache of checked files: the same result as without it, and unchanged files are not read again."""

import datetime
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mvo_catalogue.build_cache import BuildCache
from mvo_catalogue.validation import cache as cache_module
from mvo_catalogue.validation.cache import Cache
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
    return lambda day=TODAY: check_against_cold(content, tmp_path / "kept", day)


def check_against_cold(content, folder, day) -> int:
    """Return how many files are read with the cache in a folder; the result equals that without it."""
    cache = Cache(BuildCache(folder))
    found, cold = load_catalogue(content, day, cache), load_catalogue(content, day)
    assert found == cold
    assert bodies(found[0]) == bodies(cold[0])
    assert load_catalogue(content, day, cache) == found
    return cache.read_count


def bodies(catalogue):
    """Return the texts beside practices."""
    return [file.body for files in catalogue.attachments.values() for file in files.values()]


def drop_line(file, number):
    """Remove a line of a file."""
    lines = file.read_text().split("\n")
    del lines[number % len(lines)]
    file.write_text("\n".join(lines))


def double_line(file, number):
    """Write a line of a file twice, the second time at its end."""
    lines = file.read_text().split("\n")
    file.write_text("\n".join([*lines, lines[number % len(lines)], ""]))


def copy_file(file, number):
    """Copy a file."""
    shutil.copy(file, file.with_stem(f"ander-{number}"))


def give_former_name(file, number):
    """Let an entry have had another name, or a list or page a key that it does not know."""
    name = ("portieken", "de-brug", "oud", "wonen")[number % 4]
    file.write_text(file.read_text().replace("---\n", f"---\nvroeger: [{name}]\n", 1))


EDITS = (drop_line, double_line, copy_file, give_former_name, lambda file, _: file.unlink())


def test_unchanged_files_are_not_read_again(check, content):
    """Not by another process, nor on another day."""
    assert check() > 20
    assert check() == 0
    assert check(TODAY + datetime.timedelta(days=3000)) == 0
    assert check(TODAY - datetime.timedelta(days=3000)) == 0


def test_only_changed_files_are_read(check, content):
    """Also renamed and new ones, and one that is restored."""
    check()
    file = content / "practices" / "portieken.md"
    before = file.read_bytes()
    file.write_bytes(before.replace(b"gecontroleerd: 2026", b"gecontroleerd: 2025"))
    assert check() == 1
    file.write_bytes(before)
    assert check() == 1
    [text] = content.glob("practices/*/*.md")
    text.write_text(f"{text.read_text()}\nNog een regel.\n")
    assert check() == 1
    file.rename(file.with_name("ingang.md"))
    assert check() >= 1
    shutil.copy(content / "partners" / "de-brug.md", content / "partners" / "de-kade-2.md")
    assert check() >= 1
    vocabulary = content / "vocabularies" / "instrumenten.yaml"
    vocabulary.write_text(f"{vocabulary.read_text()}\nnieuw:\n  naam: Nieuw\n")
    assert check() >= 1


def test_an_entry_with_an_error_is_not_cached(check, content):
    check()
    file = content / "practices" / "portieken.md"
    right = file.read_bytes()
    file.write_bytes(right.replace(b"onderbouwing: ", b"onderbouwd: "))
    assert check() == 2
    assert check() == 2
    file.write_bytes(right)
    check()
    assert check() == 0


def test_an_unfinished_draft_is_not_cached(check, content):
    """Its stand-ins are never used as values."""
    file = content / "practices" / "portieken.md"
    text = file.read_text().replace("---\n", "---\nconcept: true\n", 1)
    file.write_text(text.replace("themas:\n", "thema:\n").replace("onderbouwing: ", "onderbouwd: "))
    check()
    assert check() >= 1
    file.write_text("---\nconcept: true\ntitel: Nog niet af\n---\n")
    check()
    assert check() >= 1


OF_ALL = ("double-name", "former-name-in-use", "reference-loop", "reference-to-removed", "unused-partner", "wrong-role")
"""Errors of the whole catalogue, for files that have none themselves."""


@pytest.mark.parametrize("case", OF_ALL)
def test_cached_files_are_reported_again(lay_over, tmp_path, case):
    """Errors caused by other files too."""
    content = lay_over(CASES / "invalid" / case)
    assert check_against_cold(content, tmp_path / "kept", TODAY) > 0
    assert check_against_cold(content, tmp_path / "kept", TODAY) == 0


def test_a_link_to_a_removed_file_is_noticed(check, content):
    """The unchanged entry is read again."""
    file = content / "practices" / "portieken.md"
    file.write_text(file.read_text() + "\nZie ook [een ander](warm-welkom.md).\n")
    check()
    assert check() == 0
    (content / "practices" / "warm-welkom.md").unlink()
    assert check() >= 1


@pytest.mark.parametrize("rest", [b"", b"x", b"a\n" * 400, None])
def test_a_damaged_or_foreign_cache_is_ignored(check, tmp_path, rest):
    """Also with the right digest."""
    check()
    file = tmp_path / "kept" / "checked.jsonl"
    if rest is None:
        file.write_bytes(file.read_bytes()[:-100])
    else:
        BuildCache(tmp_path / "kept").write(file.name, cache_module._made_with(), rest)
    assert check() > 20
    assert check() == 0


def test_records_of_another_shape_are_ignored(check, tmp_path, content):
    check()
    build_cache, made_with = BuildCache(tmp_path / "kept"), cache_module._made_with()
    whole = (build_cache.read("checked.jsonl", made_with) or b"").split(b"\n")
    for said in (b"[]", b"{}", b"\xff"):
        for at, is_read in ((2, True), (4, False)):
            lines = whole.copy()
            lines[at::5] = [said] * len(lines[at::5])
            build_cache.write("checked.jsonl", made_with, b"\n".join(lines))
            assert (check() > 20) is is_read


@settings(
    max_examples=settings().max_examples // 10,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.lists(st.tuples(st.sampled_from(EDITS), st.integers(0, 40), st.integers(0, 60)), min_size=3, max_size=6))
def test_any_sequence_of_edits_gives_the_result_without_cache(content, tmp_path_factory, edits):
    """Files that are added, removed and changed, and lines of the cache, on any day."""
    folder = tmp_path_factory.mktemp("edited")
    content = Path(shutil.copytree(content, folder / "content"))
    for edit, number, other in edits:
        files = sorted([*content.rglob("*.md"), *content.rglob("*.yaml")])
        edit(files[number % len(files)], other)
        day = TODAY + datetime.timedelta(days=100 * (number % 2))
        check_against_cold(content, folder / "kept", day)


def test_a_cache_of_other_code_is_ignored(check, monkeypatch):
    check()
    monkeypatch.setattr(cache_module, "_made_with", lambda: b"other")
    assert check() > 20


def test_an_unwritable_cache_changes_nothing(check, tmp_path):
    (tmp_path / "kept").write_text("a file")
    assert check() > 20
