"""Watch for changes, and rebuild what is not content: styles, scripts, our own code."""

import subprocess
import sys
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

import watchfiles

import mvo_catalogue

SETTINGS = Path("pelicanconf.py")
_THEME = Path("theme")
_WATCHED = (Path("content"), _THEME, Path("plugins"))
_CODE = Path(mvo_catalogue.__file__).parent
_MS_BETWEEN_LOOKS = 1_000
"""How often the settings are looked at: a file that is watched by itself is lost when another takes its place."""
_MS_TOGETHER = 20
"""Files that are saved within this time of each other are shown together."""
_MOST_LINES = 12


def watch_project() -> Iterator[frozenset[Path]]:
    """Yield the files that were saved, came or went, together when it was at almost the same time."""
    before = _read_settings()
    folders = [folder for folder in _WATCHED if folder.is_dir()]
    for changes in watchfiles.watch(*folders, step=_MS_TOGETHER, rust_timeout=_MS_BETWEEN_LOOKS, yield_on_timeout=True):
        changed = {Path(path) for _, path in changes}
        if before != (before := _read_settings()):
            changed.add(SETTINGS.absolute())
        if changed:
            yield frozenset(changed)


def _read_settings() -> bytes:
    return SETTINGS.read_bytes() if SETTINGS.is_file() else b""


def is_code(changed: Collection[Path]) -> bool:
    """Return whether our own code or texts are among the files, which a running process does not read again."""
    return _lie_in(changed, _CODE)


def try_code() -> str:
    """Return what is wrong with our own current code, ``""`` when it can be started."""
    return _run([sys.executable, "-c", "import mvo_catalogue.wiring.commands.serve"])


def make_assets(changed: Collection[Path]) -> str:
    """Make styles and scripts when files of the theme were saved; return what is wrong, ``""`` for nothing."""
    if not _lie_in(changed, _THEME) or not Path("tools", "node.py").is_file():
        return ""
    return _run([sys.executable, "-m", "tools.node", "node", "theme/build.mjs"])


def _run(command: Sequence[str]) -> str:
    """Return the end of what a command said that failed."""
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return "\n".join((done.stderr or done.stdout).strip().split("\n")[-_MOST_LINES:]) if done.returncode else ""


def _lie_in(files: Collection[Path], folder: Path) -> bool:
    return any(file.is_relative_to(place) for file in files for place in (folder.absolute(), folder.resolve()))
