"""The project that a command is run in: its content, the selected files, and the date."""

import datetime
import errno
import os
from collections.abc import Callable, Sequence
from pathlib import Path
from zoneinfo import ZoneInfo

from mvo_catalogue.refused import Refused

CONTENT = Path("content")
CACHE = Path(".build")
"""The cache between commands."""

TIMEZONE = "Europe/Amsterdam"
"""Where the catalogue is made: an entry that is written there after midnight has the date of that day."""


class UnusablePath(Refused):
    """A path that does not exist, or is no content."""

    exit_code = 2


class InvalidDay(Refused):
    """``SOURCE_DATE_EPOCH`` is no moment."""

    exit_code = 2


def shown_path(file: str) -> str:
    """Return the path of a file relative to this folder."""
    return os.path.relpath(file) if Path(file).is_relative_to(Path.cwd()) else file


def choose_files(typed: Sequence[str]) -> Callable[[str], bool]:
    """Return a function that decides whether a file (``content/practices/x.md``) was selected, itself or by its folder.

    The paths may be absolute, relative to here, or contain all content; without any, every file is selected.

    Raises:
        UnusablePath: one of them does not exist, or is outside the content folder.
    """
    chosen = read_paths(typed)
    return lambda path: not chosen or any(path == one or path.startswith(f"{one}/") for one in chosen)


def read_paths(typed: Sequence[str]) -> list[str]:
    """Return the given paths as the report names them, such as ``content/practices/x.md``.

    Raises:
        UnusablePath: one of them does not exist, or is outside the content folder.
    """
    return [_read_path(path) for path in typed]


def _read_path(typed: str) -> str:
    from mvo_catalogue.domain.names import suggest_nearest  # noqa: PLC0415  # most commands start without

    root = Path(os.path.abspath(CONTENT))  # noqa: PTH100  # a link in the path stays what it is
    path = Path(os.path.abspath(typed))  # noqa: PTH100  # the same
    if not os.path.lexists(path):
        folders = list(root.glob("*/"))
        names = {item.name for folder in folders for item in folder.iterdir()} | {folder.name for folder in folders}
        near = suggest_nearest(path.name, names)
        hint = f" Bedoelde u “{near}”?" if near else ""
        raise UnusablePath(f"“{typed}” bestaat niet.{hint}")
    if root.is_relative_to(path):
        return root.name
    if not path.is_relative_to(root):
        path = path.parent.resolve() / path.name
        root = root.resolve()
    if not path.is_relative_to(root):
        raise UnusablePath(f"“{typed}” ligt buiten de map “{root.name}”. Noem een bestand of map daarbinnen.")
    return (Path(root.name) / path.relative_to(root)).as_posix().encode("utf-8", "replace").decode("utf-8")


def read_today(timezone: str = TIMEZONE) -> datetime.date:
    """Return the day it is now in ``timezone`` (a name as in Pelican's ``TIMEZONE``).

    ``SOURCE_DATE_EPOCH`` (seconds since 1970) is the moment of a reproducible build, instead of now.

    Raises:
        InvalidDay: it is no number, or no moment that a calendar has.
    """
    zone = ZoneInfo(timezone)
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    try:
        return (datetime.datetime.fromtimestamp(int(epoch), zone) if epoch else datetime.datetime.now(zone)).date()
    except (ValueError, OverflowError, OSError) as error:
        raise InvalidDay(
            f"SOURCE_DATE_EPOCH is “{epoch}”. Geef een aantal seconden sinds 1970, of laat het weg: dan is het vandaag."
        ) from error


_WAYS_OUT = {
    errno.ENOSPC: "De schijf is vol: maak ruimte en probeer het opnieuw.",
    errno.EDQUOT: "Uw ruimte op de schijf is op: maak ruimte en probeer het opnieuw.",
    errno.EISDIR: "Dat is een map, en hoort een bestand te zijn. Haal weg wat gebouwd is: make clean",
    errno.ENOTDIR: "Dat is een bestand, en hoort een map te zijn. Haal weg wat gebouwd is: make clean",
    errno.EROFS: "De schijf is alleen te lezen.",
}
_NO_RIGHTS = (
    "Dat mag niet van dit systeem. Is er eens met sudo gebouwd? Geef de map terug aan uzelf: sudo chown -R $USER ."
)


def explain_failure(error: OSError) -> str:
    """Return what the system refused, at which file, and what to do about it, in Dutch."""
    known = _NO_RIGHTS if isinstance(error, PermissionError) else _WAYS_OUT.get(error.errno or 0)
    way_out = known or f"{error.strerror or error}."
    return f"{error.filename}: {way_out}" if error.filename else way_out
