"""Turn the files of a package into changes, which never overwrite the work of others unasked."""

import re
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from mvo_catalogue.domain.model import ENTRY_KINDS
from mvo_catalogue.domain.names import make_slug
from mvo_catalogue.domain.patterns import HIDDEN, printable
from mvo_catalogue.fixing.writing import Change
from mvo_catalogue.reading.files import (
    ContentFile,
    UnreadableFile,
    find_content_files,
    read_text,
)
from mvo_catalogue.reading.package import PackedFile, sum_of

MOST_FILES = 20
MAX_BYTES = 100_000
"""How many files a package may hold, and how large each may be: some thirty times what an entry is."""

_PATH = re.compile(rf"content/({'|'.join(ENTRY_KINDS)})/([^\W_][\w .'()-]{{0,119}})")


class NotPlaced(Exception):
    """Nothing was written; ``reasons`` says in Dutch why, a line each, ``clashes`` what would have been replaced."""

    def __init__(self, reasons: Sequence[str], clashes: Sequence[Change] = ()) -> None:
        super().__init__("\n".join(reasons))
        self.reasons, self.clashes = tuple(reasons), tuple(clashes)


def plan_changes(files: Sequence[PackedFile], content_dir: Path, *, replaces: bool = False) -> list[Change]:
    """Return the changes that a package makes; files that are equal already are left out.

    An existing file is replaced when the package was made from its current text, or with ``replaces``.

    Raises:
        NotPlaced: the package is not safe, or a file cannot be put where it belongs.
    """
    found = _refuse_hostile(files, content_dir)
    changes = [_plan(file, content, content_dir) for file, content in zip(files, found, strict=True)]
    reasons: list[str] = []
    clashes: list[Change] = []
    for file, change in zip(files, changes, strict=True):
        is_there = change.before is not None
        is_lost = is_there and change.before != change.after and not replaces
        if is_lost and file.is_new:
            clashes.append(change)
            reasons.append(
                f"{_place(file)} is er al, met een andere tekst. Is dit een verbetering? Gebruik dan --vervang. "
                "Is het iets anders? Geef het in het pakket een andere naam."
            )
        elif is_lost and file.base not in {"", sum_of((change.before or b"").decode("utf-8", "replace"))}:
            clashes.append(change)
            reasons.append(
                f"{_place(file)} is veranderd nadat deze verbetering is gemaakt. Gaat er niets verloren? Gebruik dan "
                "--vervang. Anders: neem zelf over wat nieuw is."
            )
        elif not is_there and not file.is_new:
            reasons.append(
                f"{_place(file)} is er niet, en kan dus niet worden verbeterd. Kreeg het bestand een andere naam? "
                "Zet die in het pakket. Is het nieuw? Maak er “Nieuw bestand:” van."
            )
    if reasons:
        raise NotPlaced(reasons, clashes)
    return [change for change in changes if change.before != change.after]


def _place(file: PackedFile) -> str:
    return f"regel {file.named_at}: {printable(file.path)}"


def _refuse_hostile(files: Sequence[PackedFile], content_dir: Path) -> list[ContentFile]:
    """Return the files as content files, if all of them are allowed."""
    if len(files) > MOST_FILES:
        raise NotPlaced([f"dit pakket heeft {len(files)} bestanden; {MOST_FILES} is het meeste."])
    reasons = [f"{_place(file)}: {reason}" for file in files for reason in _refusals(file)]
    twice = {path for path, number in Counter(file.path.casefold() for file in files).items() if number > 1}
    reasons += [f"{_place(file)}: deze naam staat er twee keer." for file in files if file.path.casefold() in twice]
    if reasons:
        raise NotPlaced(reasons)
    with tempfile.TemporaryDirectory() as scratch:
        root = Path(scratch) / content_dir.name
        for file in files:
            location = root.parent / file.path
            location.parent.mkdir(parents=True, exist_ok=True)
            location.write_bytes(file.text.encode("utf-8"))
        found = find_content_files(root)
        by_path = {item.path: item for item in found}
        reported = {item.path: item.message for item in found.diagnostics} | dict(_unreadable(by_path.values()))
    for file in files:
        if file.path not in by_path or file.path in reported:
            reasons.append(f"{_place(file)}: {reported.get(file.path, 'deze naam kan een bestand niet hebben.')}")
    if reasons:
        raise NotPlaced(reasons)
    return [by_path[file.path] for file in files]


def _refusals(file: PackedFile) -> Iterator[str]:
    """Yield reasons why a file may not even be written to a scratch folder."""
    if not _PATH.fullmatch(file.path):
        folders = ", ".join(f"content/{kind}/" for kind in ENTRY_KINDS)
        *start, name = file.path.replace("\\", "/").strip().split("/")
        better = "/".join([*start, f"{make_slug(name.removesuffix('.md'))}.md"]).lower()
        if not name.lower().endswith(".md"):
            yield "in een pakket passen alleen teksten (.md). Stuur een foto of document als bijlage bij uw bericht."
        elif _PATH.fullmatch(better):
            yield f"schrijf de naam zo: {better}"
        else:
            yield f"een pakket zet alleen bestanden in {folders}, met een gewone naam."
    if hidden := HIDDEN.search(file.text):
        line = file.line + file.text.count("\n", 0, hidden.start())
        yield f"op regel {line} staat een onzichtbaar teken (U+{ord(hidden[0]):04X}). Haal het weg."
    try:
        if len(file.text.encode("utf-8")) > MAX_BYTES:
            yield f"het bestand is te groot ({MAX_BYTES // 1000} kB is het meeste)."
    except UnicodeEncodeError:
        yield "de tekst heeft een half teken."


def _unreadable(files: Iterable[ContentFile]) -> Iterator[tuple[str, str]]:
    for file in files:
        try:
            read_text(file.location, file.path)
        except UnreadableFile as error:
            yield file.path, error.diagnostic.message


def _plan(file: PackedFile, found: ContentFile, content_dir: Path) -> Change:
    folder = content_dir / found.kind
    location = folder / Path(file.path).name
    if content_dir.is_symlink() or folder.is_symlink() or location.is_symlink() or location.is_dir():
        raise NotPlaced([f"{_place(file)} is hier een link of een map. Daar wordt niets in gezet."])
    before = location.read_bytes() if location.exists() else None
    return Change("" if before is None else file.path, before, file.path, file.text.encode("utf-8"))
