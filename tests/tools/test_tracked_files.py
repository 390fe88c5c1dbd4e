"""No file has the host of a registry or the path of a machine."""

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
def test_hosts_of_registries_and_paths_of_machines_are_reported(text, found):
    """At their line."""
    assert check_text(text) == found


@pytest.mark.parametrize(
    "text",
    [
        b"see https://example.nl/home" + b"/page and https://example.nl/work/1",
        b"${ROOT}/work" + b"/x and ../home" + b"/y",
        b"the registry of npm; --index is no option of ours",
    ],
)
def test_web_addresses_and_relative_paths_are_allowed(text):
    assert check_text(text) == []


def test_only_tracked_files_are_read():
    names = {path.name for path in find_files()}
    assert {"Makefile", "package-lock.json", "test_tracked_files.py"} <= names
    assert "pyvenv.cfg" not in names
