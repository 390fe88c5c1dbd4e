"""Fail when a file of the repository names the host of a package registry or a folder of somebody's machine.

Lock files and settings must work with every registry and in every folder. What git ignores is not read.
"""

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

# Written so that the pattern does not match this file.
REGISTRY = re.compile(
    rb"pypi\.org|pythonhosted\.org|registry\.(?:npmjs|yarnpkg)|npm\.pkg\.github|deb\.debian\.org|crates\.io/api"
    rb"|^\s*(?:--)?(?:extra-index-url|index-url|find-links)\b|\"resolved\": *\"http",
    re.MULTILINE,
)
MACHINE_PATH = re.compile(rb"(?<![\w.:/$}-])/(?:home|root|Users|work|workspace|tmp/bash_jobs)/[\w.]")


def find_files() -> list[Path]:
    """List the files that are tracked or would be: mistakes are best found before the commit."""
    listing = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    names = listing.stdout.decode().split("\0")
    return sorted(path for name in names if name and (path := ROOT / name).is_file())


def check_text(text: bytes) -> list[tuple[int, str]]:
    """Return the line and the message for everything in a text that depends on one machine or registry."""
    faults = [(match, "noemt een pakketregister") for match in REGISTRY.finditer(text)]
    faults += [(match, "noemt een map van één computer") for match in MACHINE_PATH.finditer(text)]
    return sorted((text.count(b"\n", 0, match.start()) + 1, fault) for match, fault in faults)


def main() -> int:
    """Print every problem as ``path:line: …``."""
    found = [
        f"{path.relative_to(ROOT)}:{line}: {fault}"
        for path in find_files()
        for line, fault in check_text(path.read_bytes())
    ]
    print("".join(f"{fault}\n" for fault in found), end="")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
