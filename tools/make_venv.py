"""Make ``.venv``, or print in one sentence what this Python lacks.

Runs on older Pythons too, to be able to print that.
"""

import importlib.util
import subprocess
import sys
from pathlib import Path

VENV = ".venv"
LOWEST = (3, 11)


def is_usable(folder: str) -> bool:
    """Return whether there is a virtual environment, made here, whose Python still starts and is new enough."""
    check = f"import sys, pip; sys.exit(sys.version_info < {LOWEST})"
    try:
        is_made_here = str(Path.cwd() / folder / "bin") in Path(folder, "bin", "pip").read_text(encoding="utf-8")
        return is_made_here and subprocess.call([f"{folder}/bin/python", "-c", check], stderr=subprocess.DEVNULL) == 0
    except OSError:
        return False


def main() -> None:
    """Make the environment when it is missing or broken."""
    if is_usable(VENV):
        return
    if sys.version_info < LOWEST:
        here, lowest = (".".join(map(str, version[:2])) for version in (sys.version_info, LOWEST))
        sys.exit(
            f"Python {lowest} of nieuwer is nodig; dit is Python {here}. "
            "Wijs een nieuwere aan, bijvoorbeeld: make PYTHON=python3.12"
        )
    if not (importlib.util.find_spec("venv") and importlib.util.find_spec("ensurepip")):
        sys.exit("Deze Python mist de module venv. Debian en Ubuntu: apt install python3-venv")
    sys.exit(subprocess.call([sys.executable, "-m", "venv", "--clear", VENV]))


if __name__ == "__main__":
    main()
