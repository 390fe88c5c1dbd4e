"""How large is the project? ``make count`` prints lines, modules and the longest functions, without limits."""

import ast
import json
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from tools import node

ROOT = Path(__file__).resolve().parent.parent
SHOWN = 5


class Function(NamedTuple):
    """A function with its length in lines, from ``def`` (or its first character) to its end."""

    lines: int
    name: str
    file: str
    line: int


def main() -> int:
    """Print the table and the longest functions."""
    package = find_files("plugins", "*.py")
    rows = [
        ("package (plugins/)", package),
        *((f"  {folder.name}", find_files(f"plugins/{folder.name}", "*.py")) for folder in _packages()),
        ("browser script (theme/js/)", find_files("theme/js", "*.js")),
        ("styles (theme/css/)", find_files("theme/css", "*.css")),
        ("templates (theme/templates/)", find_files("theme/templates", "*.html")),
        ("bench/", find_files("bench", "*.py", "*.mjs")),
        ("tools/", find_files("tools", "*.py", "*.mjs")),
        ("tests/, Python", find_files("tests", "*.py")),
        ("tests/, JavaScript", find_files("tests", "*.mjs", "*.js")),
    ]
    print(f"{'':32}{'files':>8}{'lines':>8}")
    for name, files in rows:
        print(f"{name:32}{len(files):8,}{sum(map(count_lines, files)):8,}")
    for title, functions in (
        ("Longest functions of the package", find_python_functions(package)),
        ("Longest functions of the browser script", find_script_functions(find_files("theme/js", "*.js"))),
    ):
        print(f"\n{title}:")
        for function in sorted(functions, reverse=True)[:SHOWN]:
            print(f"{function.lines:6}  {function.name}  {function.file}:{function.line}")
    return 0


def find_files(folder: str, *patterns: str) -> list[Path]:
    """Return the files below a folder of the project whose names match a pattern, except installed packages."""
    found = (path for pattern in patterns for path in (ROOT / folder).rglob(pattern))
    return sorted(path for path in found if "node_modules" not in path.parts)


def count_lines(file: Path) -> int:
    """Return the number of lines of a file, including blank ones."""
    return len(file.read_text(encoding="utf-8").splitlines())


def find_python_functions(files: Iterable[Path]) -> list[Function]:
    """Return every function and method; a nested function is also part of the outer one."""
    return [
        Function((item.end_lineno or item.lineno) - item.lineno + 1, item.name, _shown(file), item.lineno)
        for file in files
        for item in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(item, ast.FunctionDef | ast.AsyncFunctionDef)
    ]


def find_script_functions(files: Iterable[Path]) -> list[Function]:
    """Return every function of these scripts, found by acorn."""
    done = subprocess.run(
        [*node.command("node"), "tools/functions.mjs", *map(_shown, files)],
        cwd=ROOT,
        env=node.environment(),
        capture_output=True,
        text=True,
        check=True,
    )
    return [Function(*found) for found in json.loads(done.stdout)]


def _packages() -> list[Path]:
    return sorted(file.parent for file in (ROOT / "plugins").glob("*/__init__.py"))


def _shown(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()


if __name__ == "__main__":
    sys.exit(main())
