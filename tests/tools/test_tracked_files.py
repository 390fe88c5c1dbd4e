"""The guard against registry hosts and machine paths in the repository."""

import pytest

from tools.tracked_files import check_text, find_files

REGISTRY, MACHINE = "noemt een pakketregister", "noemt een map van één computer"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (b"--extra-index-url=x\n", [(1, REGISTRY)]),
        (b"a\n  --find-links wheels\n", [(2, REGISTRY)]),
        (b'x\n"resolved"' + b': "https://npm.example.nl/a.tgz"', [(2, REGISTRY)]),
        (b"fetch https://registry" + b".npmjs.org/a", [(1, REGISTRY)]),
        (b"x\ny = '/home" + b"/anna/mvo'\n", [(2, MACHINE)]),
        (b"HOME=/root" + b"/.cache\n", [(1, MACHINE)]),
    ],
)
def test_reports_what_ties_a_file_to_one_place(text, found):
    """Each fault is reported at its line."""
    assert check_text(text) == found


@pytest.mark.parametrize(
    "text",
    [
        b"see https://example.nl/home" + b"/page and https://example.nl/work/1",
        b"${ROOT}/work" + b"/x and ../home" + b"/y",
        b"the registry of npm; --index is no option of ours",
    ],
)
def test_addresses_and_relative_paths_are_fine(text):
    """Parts of a web address or of a relative path are nobody's machine."""
    assert check_text(text) == []


def test_reads_the_files_of_the_repository():
    """Sources are read, what git ignores is not."""
    names = {path.name for path in find_files()}
    assert {"Makefile", "package-lock.json", "test_tracked_files.py"} <= names
    assert "pyvenv.cfg" not in names
