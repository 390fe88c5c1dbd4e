"""Finding content files: which there are, and which do not belong."""

from __future__ import annotations

import os

import pytest

from mvo_catalogue.reading.files import find_content_files


@pytest.fixture
def find(tmp_path):
    """Return ``find(*names)``: the files found in a content folder with these files, and (rule, path) of the rest."""

    def find(*names: str):
        root = tmp_path / "content"
        for name in names:
            file = root / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text("x")
        return look(root)

    return find


def look(root):
    """Return the files found in a content folder, and (rule, path) of what does not belong."""
    files = find_content_files(root)
    return [file.path for file in files], [(found.rule, found.path) for found in files.diagnostics]


def test_lists_files_by_kind_and_name(find):
    """Every folder has its own files, sorted, so that a build does not depend on the disk."""
    found, refused = find(
        "practices/b.md",
        "practices/a.md",
        "partners/a.md",
        "themes/a.md",
        "pages/a.md",
        "vocabularies/doelgroepen.yaml",
    )

    assert found == [
        "content/practices/a.md",
        "content/practices/b.md",
        "content/partners/a.md",
        "content/themes/a.md",
        "content/pages/a.md",
        "content/vocabularies/doelgroepen.yaml",
    ]
    assert refused == []


def test_the_slug_is_the_name_without_its_end(tmp_path):
    """The name of the file is the last part of the address."""
    (tmp_path / "content" / "practices").mkdir(parents=True)
    (tmp_path / "content" / "practices" / "a-1.md").write_text("x")
    files = find_content_files(tmp_path / "content")

    assert files.slugs("practices") == {"a-1"}
    assert files.slugs("partners") == frozenset()
    assert len(list(files)) == 1


def test_a_folder_that_is_not_there_raises(tmp_path):
    """Nobody mistakes the wrong folder for an empty catalogue."""
    with pytest.raises(FileNotFoundError):
        find_content_files(tmp_path / "content")


@pytest.mark.parametrize(
    "name",
    [
        "Hoofdletter.md",
        "met spatie.md",
        "met_streep.md",
        "énig.md",
        "-a.md",
        "a-.md",
        "a--b.md",
        "a.b.md",
        "a" * 121 + ".md",
        "a-z.md",
        "pagina.md",
    ],
)
def test_names_that_make_no_address_are_refused(find, name):
    """A name becomes an address as it is, so it has small letters, digits and dashes, and is still free."""
    assert find(f"practices/{name}") == ([], [("file-name", f"content/practices/{name}")])


@pytest.mark.parametrize("name", ["a.md", "2e-kans.md", "0.md", "a" * 120 + ".md"])
def test_good_names_are_accepted(find, name):
    """Letters, digits and single dashes make a name."""
    assert find(f"practices/{name}") == ([f"content/practices/{name}"], [])


@pytest.mark.parametrize("name", ["a.txt", "a.markdown", "a.MD", "a.md~", "a", "map/a.md", "a.md/b.md"])
def test_other_files_and_folders_are_refused(find, name):
    """Only Markdown files belong in a folder of entries; nothing is skipped in silence."""
    top = name.partition("/")[0]

    assert find(f"practices/{name}") == ([], [("file-name", f"content/practices/{top}")])


def test_what_stands_beside_the_folders_is_refused(find):
    """An entry in the wrong place would never be published, so it is told."""
    assert find("praktijken/a.md", "a.md", "pages/over.md") == (
        ["content/pages/over.md"],
        [("file-name", "content/a.md"), ("file-name", "content/praktijken")],
    )


def test_names_that_begin_with_a_dot_are_left_alone(find):
    """Systems and editors leave such files behind."""
    assert find("practices/.DS_Store", ".gitkeep", "practices/.a.md.swp") == ([], [])


def test_a_page_cannot_take_an_address_of_the_site(find):
    """The site itself has /zoeken/, /partners/ and so on."""
    _, refused = find("pages/zoeken.md", "pages/partners.md", "pages/404.md", "partners/zoeken.md")

    assert {path for _, path in refused} == {
        "content/pages/zoeken.md",
        "content/pages/partners.md",
        "content/pages/404.md",
    }


def test_of_twins_that_differ_in_case_the_one_with_capitals_is_told(find):
    """On some systems both names are one file; the good name stays."""
    found, refused = find("practices/a.md", "practices/A.md", "practices/b.MD", "practices/b.md")
    if len(found) + len(refused) < 4:
        pytest.skip("this disk does not tell capitals apart")

    assert found == ["content/practices/a.md", "content/practices/b.md"]
    assert refused == [("file-case", "content/practices/A.md"), ("file-case", "content/practices/b.MD")]


def test_symbolic_links_are_refused(find, tmp_path):
    """An entry never shows a file from elsewhere on the machine."""
    find("practices/a.md")
    secret = tmp_path / "geheim.md"
    secret.write_text("geheim")
    (tmp_path / "content" / "practices" / "b.md").symlink_to(secret)
    (tmp_path / "content" / "practices" / "c.md").symlink_to("nergens.md")
    (tmp_path / "content" / "partners").symlink_to(tmp_path)

    assert look(tmp_path / "content") == (
        ["content/practices/a.md"],
        [
            ("file-link", "content/practices/b.md"),
            ("file-link", "content/practices/c.md"),
            ("file-link", "content/partners"),
        ],
    )


def test_a_name_of_bytes_that_are_no_text_is_refused(find, tmp_path):
    """A name that no editor can read is told with a mark in its place."""
    find("practices/a.md")
    try:
        os.close(os.open(os.fsencode(tmp_path / "content" / "practices") + b"/\xff.md", os.O_CREAT))
    except OSError:
        pytest.skip("this disk takes only text as names")

    assert look(tmp_path / "content")[1] == [("file-name", "content/practices/�.md")]
