"""Installed packages are those of the lock files, by digest, and run no install scripts."""

import json
import re

import pytest

from tools.tracked_files import ROOT, find_files

REQUIREMENTS = sorted((ROOT / "requirements").glob("*.txt"))
NODE_LOCKS = [path for path in find_files() if path.name == "package-lock.json"]


@pytest.mark.parametrize("lock", REQUIREMENTS, ids=lambda path: path.name)
def test_every_python_package_is_pinned_by_digest(lock):
    packages = re.split(r"^(?=\S)", lock.read_text(encoding="utf-8").replace("\\\n", ""), flags=re.MULTILINE)[1:]
    assert packages
    for package in packages:
        assert re.match(r"[\w.-]+(\[[\w,-]+\])?==\S+ .*--hash=sha256:[0-9a-f]{64}", package, re.DOTALL), package


@pytest.mark.parametrize("lock", NODE_LOCKS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_node_package_is_pinned_by_digest(lock):
    """Without a registry."""
    packages = {name: package for name, package in json.loads(lock.read_text())["packages"].items() if name}
    assert packages
    for name, package in packages.items():
        assert package["integrity"].startswith("sha512-"), name
        assert "resolved" not in package, name


def test_every_installation_uses_the_locks():
    """In the Makefile and in tools; except for the tool that makes them."""
    texts = {
        name: (ROOT / name).read_text(encoding="utf-8").replace("\\\n", "") for name in ("Makefile", "tools/browser.py")
    }
    lines = [line for text in texts.values() for line in text.splitlines()]
    from_file = [line for line in lines if re.search(r"(pip install|PIP_INSTALL\)).* -r ", line)]
    assert len(from_file) >= 2
    assert all("--require-hashes" in line and "--only-binary :all:" in line for line in from_file)
    others = [line for line in lines if re.search(r"(pip install|PIP_INSTALL\)) ?.*", line) and line not in from_file]
    allowed = re.compile(r"^PIP_INSTALL|--no-deps --no-build-isolation --editable \.$|pip-version-check uv$")
    assert [line for line in others if not allowed.search(line)] == []
    of_node = [line for line in lines if re.search(r"NPM\) ci|\"ci\"|^NPM_LOCK", line)]
    assert len(of_node) >= 3
    assert all("--ignore-scripts" in line for line in of_node)
