"""Finding and decoding content files, and what is reported about them."""

import os
import sys

import pytest

from mvo_catalogue.domain.patterns import HIDDEN, is_visible
from mvo_catalogue.reading.files import MAX_BYTES, UnreadableFile, explain_unread, find_content_files, read_text
from mvo_catalogue.refused import NoContent


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
    """Sorted, so that a build does not depend on the file system."""
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


def test_the_slug_is_the_file_name_without_extension(tmp_path):
    (tmp_path / "content" / "practices").mkdir(parents=True)
    (tmp_path / "content" / "practices" / "a-1.md").write_text("x")
    files = find_content_files(tmp_path / "content")

    assert files.slugs("practices") == {"a-1"}
    assert files.slugs("partners") == frozenset()
    assert len(list(files)) == 1


def test_a_missing_content_folder_raises(tmp_path):
    """It is not an empty catalogue."""
    with pytest.raises(NoContent):
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
def test_names_that_cannot_be_an_address_are_refused(find, name):
    """Lower-case letters, digits and dashes are allowed, and the address must be free."""
    assert find(f"practices/{name}") == ([], [("file-name", f"content/practices/{name}")])


@pytest.mark.parametrize("name", ["a.md", "2e-kans.md", "0.md", "a" * 120 + ".md"])
def test_good_names_are_accepted(find, name):
    assert find(f"practices/{name}") == ([f"content/practices/{name}"], [])


@pytest.mark.parametrize("name", ["a.txt", "a.markdown", "a.MD", "a.md.orig", "a", "map/a.md", "a.md/b.md"])
def test_other_files_and_folders_are_refused(find, name):
    """Only Markdown files belong in a folder of entries."""
    top = name.partition("/")[0]

    assert find(f"practices/{name}") == ([], [("file-name", f"content/practices/{top}")])


def test_files_outside_the_folders_are_refused(find):
    """An entry there would never be published."""
    assert find("praktijken/a.md", "a.md", "pages/over.md") == (
        ["content/pages/over.md"],
        [("file-name", "content/a.md"), ("file-name", "content/praktijken")],
    )


def test_dotfiles_are_ignored(find):
    assert find("practices/.DS_Store", ".gitkeep", "practices/.a.md.swp") == ([], [])


def test_a_check_of_one_ignored_file_says_why_it_is_not_read():
    for path in (
        "content/practices/2026/a.md",
        "content/practices/.a.md",
        "content/practices/a.md~",
        "content/praktijken/a.md",
        "content/los/a.md",
    ):
        assert [found.rule for found in explain_unread(path)] == ["file-name"], path
    for path in ("content", "content/practices", "content/practices/a.md", "content/extra/robots.txt"):
        assert explain_unread(path) == [], path


def test_temporary_files_of_programs_are_ignored(find):
    names = ("desktop.ini", "Thumbs.db", "a.md~", "#a.md#", "~$a.docx", "~$a.md", ".#a.md")
    assert find(*names, *(f"practices/{name}" for name in names)) == ([], [])


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("practices/aux.md", "aux-praktijk.md"),
        ("partners/con.md", "con-partner.md"),
        ("themes/lpt9.md", "lpt9-thema.md"),
        ("pages/nul.md", "nul-pagina.md"),
        ("nieuws/prn.md", "prn-bericht.md"),
        ("vocabularies/com1.yaml", "com1-lijst.yaml"),
        ("extra/nul.txt", "nul-tekst.txt"),
    ],
)
def test_reserved_names_of_windows_are_refused(find, tmp_path, name, other):
    """Nobody could check out the repository there; they may be part of a longer name."""
    files, rules = find(name, "practices/console.md", "practices/aux-praktijk.md")

    assert len(files) == 2
    assert len(rules) == 1
    assert other in find_content_files(tmp_path / "content").diagnostics[0].message


@pytest.mark.parametrize(
    ("name", "advice"),
    [
        ("Buurt Tuin.md", "“buurt-tuin.md”"),
        ("tuin.md.txt", "“tuin.md”"),
        ("tuin.MD", "“tuin.md”"),
        ("tuin", "“tuin.md”"),
        ("Aux.md", "“aux-praktijk.md”"),
        ("日本.md", "“praktijk.md”"),
        ("tuin.docx", "neem de tekst over"),
        ("../x.md", "Een praktijk hoort in content/practices"),
        ("../praktijken/x.md", "Bedoelde u “practices”?"),
        ("logo.png", "Een foto of tekening kan hier niet."),
        ("2026/tuin.md", "zet de bestanden zelf in content/practices"),
    ],
)
def test_a_better_name_is_proposed(find, tmp_path, name, advice):
    """The proposed name is valid."""
    find(f"practices/{name}")

    assert advice in find_content_files(tmp_path / "content").diagnostics[0].message


def test_the_name_of_the_attachment_folder_is_proposed(find, tmp_path):
    """In one message, at the file."""
    find("practices/tuin (1).md", "practices/tuin/brief.md")
    (found,) = find_content_files(tmp_path / "content").diagnostics

    assert found.path.endswith("(1).md")
    assert "“tuin.md”" in found.message


def test_a_page_cannot_take_an_address_of_the_site(find):
    """Such as /zoeken/ and /partners/."""
    _, refused = find("pages/zoeken.md", "pages/partners.md", "pages/404.md", "partners/zoeken.md")

    assert {path for _, path in refused} == {
        "content/pages/zoeken.md",
        "content/pages/partners.md",
        "content/pages/404.md",
    }


def test_of_two_names_that_differ_in_case_the_one_with_capitals_is_reported(find):
    """On some systems both names are one file."""
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


def test_a_name_that_is_not_utf_8_is_refused(find, tmp_path):
    """With a replacement character in the message."""
    find("practices/a.md")
    try:
        os.close(os.open(os.fsencode(tmp_path / "content" / "practices") + b"/\xff.md", os.O_CREAT))
    except OSError:
        pytest.skip("this disk takes only text as names")

    assert look(tmp_path / "content")[1] == [("file-name", "content/practices/�.md")]


@pytest.fixture
def read(tmp_path):
    """Return ``read(data)``: the text of a file with these bytes, and its diagnostics as (rule, line, column)."""

    def read(data: bytes):
        file = tmp_path / "bestand.md"
        file.write_bytes(data)
        text, found = read_text(file, "content/bestand.md")
        return text, [(item.rule, item.line, item.column) for item in found]

    return read


@pytest.fixture
def refuse(read):
    """Return ``refuse(data)``: rule, line and column of the one reason why a file with these bytes is unreadable."""

    def refuse(data: bytes):
        with pytest.raises(UnreadableFile) as caught:
            read(data)
        found = caught.value.diagnostic
        return found.rule, found.line, found.column

    return refuse


@pytest.mark.parametrize("data", [b"a\nb\n", b"a\r\nb\r\n", b"a\rb\r", b"\xef\xbb\xbfa\nb\n"])
def test_line_ends_and_byte_order_mark_make_no_difference(read, data):
    assert read(data) == ("a\nb\n", [])


def test_tabs_accents_and_emoji_are_accepted(read):
    """Joiners and variation selectors of emoji too."""
    text = "\té — ‘x’ 👩‍👧 1\ufe0f\u20e3 \u00a0"

    assert read(text.encode()) == (text, [])


def test_other_encodings_are_refused_at_their_first_character(refuse):
    """Lone surrogates and NUL too."""
    for data, place in (
        (b"eerst\ncaf\xe9", (2, 4)),
        ("a – b".encode("cp1252"), (1, 3)),
        ("a".encode("utf-16"), (1, 1)),
        ("a".encode("utf-16-le"), (1, 2)),
        ("a".encode("utf-32"), (1, 1)),
        (bytes(range(256)) * 20, (1, 1)),
        (b"a\r\nb\r\n\xc3", (3, 1)),
        ("é\nüb".encode() + b"\x80", (2, 3)),
        (b"goed\n\xc0\xaf", (2, 1)),
        (b"\xed\xa0\x80", (1, 1)),
        (b"a\x00b\x00", (1, 2)),
    ):
        assert refuse(data) == ("file-encoding", *place), data[:9]


def test_a_file_without_visible_characters_is_empty(refuse):
    for data in (b"", b"\n\n", b" \t\r\n", b"\xef\xbb\xbf", "\u200b\u2060\n".encode()):
        assert refuse(data) == ("file-empty", 1, 1)


def test_a_file_above_the_limit_is_not_read(refuse):
    assert refuse(b"a" * (MAX_BYTES + 1)) == ("file-too-large", 1, 1)


def test_a_file_at_the_limit_is_read(read):
    text, found = read(b"a" * MAX_BYTES)

    assert (len(text), found) == (MAX_BYTES, [])


def test_a_file_that_cannot_be_opened_is_reported(tmp_path):
    with pytest.raises(UnreadableFile) as caught:
        read_text(tmp_path, "content/map.md")

    assert caught.value.diagnostic.rule == "file-unreadable"


def test_hidden_characters_are_reported_and_removed(read):
    for character in (
        *"\x01\x08\x0b\x0c\x1b\x7f\x85\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028\u2029\u202a\u202e\u2060\u2066\u2069",
        "\ufeff",
        "\ufff9",
        "\uffff",
        "\U000e0041",
    ):
        assert read(f"eerst\nwo{character}ord{character}".encode()) == (
            "eerst\nwoord",
            [("hidden-character", 2, 3), ("hidden-character", 2, 7)],
        ), f"U+{ord(character):04X}"
    assert read(b"\xef\xbb\xbf" * 2 + b"a") == ("a", [("hidden-character", 1, 1)])


def test_a_flood_of_hidden_characters_gives_a_short_report(read):
    """All of them are removed."""
    text, found = read(("a" + "\u200b" * 5000).encode())

    assert text == "a"
    assert len(found) == 50


def test_the_fast_check_misses_no_hidden_character():
    characters = map(chr, range(sys.maxunicode + 1))

    assert not [f"U+{ord(item):04X}" for item in characters if HIDDEN.match(item) and is_visible(f"a{item}b")]
    assert is_visible("Één tuin, 3 m² – “samen”")
