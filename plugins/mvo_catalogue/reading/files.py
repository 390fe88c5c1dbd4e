"""Find the content files, and read one as text: UTF-8, ordinary line ends, no hidden characters."""

import os
import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from mvo_catalogue.domain.attachments import DOCUMENTS, PICTURES, TEXT
from mvo_catalogue.domain.diagnostic import Diagnostic, diagnose
from mvo_catalogue.domain.model import ATTACHMENTS, ENTRY_KINDS, EXTRA, FOLDER_NAMES, PARTNERS, PRACTICES, VOCABULARIES
from mvo_catalogue.domain.names import (
    DEVICE_NAMES,
    MAX_NAME_LENGTH,
    RESERVED_SLUGS,
    make_name_key,
    shorten_slug,
    suggest_nearest,
)
from mvo_catalogue.domain.patterns import HIDDEN, is_visible
from mvo_catalogue.refused import NoContent

MAX_BYTES = 1_000_000
BYTE_ORDER_MARK = "\ufeff"
_MOST_REPORTED = 50
"""At most so many hidden characters of one file are reported."""
_REASONS = {
    PermissionError: "u hebt er geen rechten voor",
    FileNotFoundError: "het is er niet meer",
    IsADirectoryError: "het is een map",
}
_SUFFIX = dict.fromkeys(ENTRY_KINDS, ".md") | {VOCABULARIES: ".yaml"}
_FOLDERS = ", ".join([*_SUFFIX, EXTRA])
_SUFFIXES = re.compile(r"(?:\.[a-z]\w{0,7})+$", re.IGNORECASE)
_TEXT_SUFFIX = re.compile(r"(?:\.(?:md|markdown|mdown|mkd|txt|text|yaml|yml))+$", re.IGNORECASE)
_ATTACHED = (*DOCUMENTS, TEXT, *PICTURES)
_SAVE_AS = {
    **dict.fromkeys(("heic", "heif", "avif", "tif", "tiff", "bmp", "gif", "svg"), "jpg"),
    **dict.fromkeys(("doc", "docm", "rtf", "pages"), "docx"),
    **dict.fromkeys(("xls", "xlsm", "csv", "numbers"), "xlsx"),
    **dict.fromkeys(("ppt", "pptx", "odp", "key"), "pdf"),
}
"""The kind as which a file of a kind that we do not take can be saved."""
_OWN_NAMES = ("bron", "notitie", "gegevens", "index")
"""Names that the site itself uses in the folder of a practice."""
_TAKEN = {*_OWN_NAMES, *DEVICE_NAMES}
_EXTRA_NAME = re.compile(r"CNAME|[a-z0-9][a-z0-9_-]*\.txt")
"""Files that a browser shows as plain text and never runs."""
_KINDS_BY_START = {
    **dict.fromkeys((b"\xff\xfe", b"\xfe\xff", b"-\0-\0", b"\0-\0-"), "utf-16"),
    **dict.fromkeys((b"PK\3\4", b"\xd0\xcf\x11\xe0", b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!"), "office"),
    **dict.fromkeys((b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"RIFF", b"II*\0", b"MM\0*"), "image"),
    b"%PDF": "pdf",
}
"""The kind of a file that is no text, by its first bytes."""
_CONFLICT = re.compile(r"^ *(?:<{7}|>{7}|\|{7})(?: .*)?$|(?<=\n\n)={7}$", re.MULTILINE)
"""The conflict markers of git; a line of seven equals signs directly below a text is a heading of Markdown."""
_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_COPY = re.compile(
    r"(?:[ _-]*\(\d+\)|[ _-]+(?:kopie|copy)(?: ?\(?\d*\)?)?)$|^(?:kopie|copy) (?:van|of) ", re.IGNORECASE
)
"""What file managers add to the name of a copy."""
_OF_A_PROGRAM = re.compile(
    r"\..*|desktop\.ini|(?:eh)?thumbs\.db|icon\r|.*~|~\$.*|#.*#|readme(?:\.md|\.txt)?", re.IGNORECASE
)
"""Files that Windows, macOS and editors keep putting in folders: settings, backups, locks."""


@dataclass(frozen=True, slots=True)
class ContentFile:
    """A content file: where it is on disk, how the report names it, what it is and its slug."""

    location: Path
    path: str
    kind: str
    slug: str


@dataclass(frozen=True)
class ContentFiles:
    """All content files of each kind, sorted by name, and diagnostics about the files that cannot be used."""

    root: Path
    files: dict[str, list[ContentFile]] = field(default_factory=dict)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    attachments: list[ContentFile] = field(default_factory=list)
    """The files in the folders beside practices, each with the slug of its practice."""
    claimed: set[tuple[str, str]] = field(default_factory=set)
    """The kind and slug that refused files should have; references to these are right."""

    def slugs(self, kind: str) -> frozenset[str]:
        """Return the slugs of one kind, of invalid files too: a broken file is not an unknown one."""
        claimed = (slug for of_kind, slug in self.claimed if of_kind == kind)
        return frozenset((*(file.slug for file in self.files.get(kind, ())), *claimed))

    def claim(self, kinds: Iterable[str], *names: str) -> None:
        """Remember the slugs that files of these kinds should have, by their refused names."""
        slugs = [shorten_slug(_TEXT_SUFFIX.sub("", name)) for name in names]
        self.claimed.update((kind, slug) for kind in kinds for slug in slugs)

    @property
    def claimed_paths(self) -> list[str]:
        """Return the paths that refused files should have."""
        return [f"{self.root.name}/{kind}/{slug}.md" for kind, slug in self.claimed]

    def __iter__(self) -> Iterator[ContentFile]:
        """Yield all files but attachments, kind by kind."""
        for files in self.files.values():
            yield from files


def find_content_files(content_dir: Path) -> ContentFiles:
    """Return every file of the content folders; a name or place that cannot be used is a diagnostic.

    Symbolic links are refused, so that an entry can never show a file from elsewhere on the machine.

    Raises:
        NoContent: there is no such folder.
    """
    if not content_dir.is_dir():
        raise NoContent
    found = ContentFiles(content_dir, {kind: [] for kind in _SUFFIX})
    for item in _list(found, content_dir, content_dir.name):
        if item.name not in (*_SUFFIX, EXTRA) and not _OF_A_PROGRAM.fullmatch(item.name):
            near = _find_folder(item.name) if item.is_dir() else None
            matter = "near-folder" if near else "loose" if item.name.endswith(".md") else "folders"
            path = f"{content_dir.name}/{item.name}"
            _report(found, path, "file-name", matter, folders=_FOLDERS, near=near)
            inside = [one.name for one in _list(found, content_dir / item.name, path)] if near else [item.name]
            found.claim([near] if near else ENTRY_KINDS, *inside)
    if found.diagnostics and not os.access(content_dir, os.X_OK):
        return found
    for kind, suffix in _SUFFIX.items():
        listed = _list_folder(found, kind)
        names = {item.name for item in listed}
        for item in listed:
            _add(found, kind, suffix, item, names)
    for item in _list_folder(found, EXTRA):
        _check_extra(found, item)
    return found


def explain_unread(path: str) -> list[Diagnostic]:
    """Return why a file (``content/practices/.x.md``) is not read, nothing for one that is."""
    *folders, name = path.split("/")
    is_beside = len(folders) == 3 and folders[1] == PRACTICES and Path(f"{'/'.join(folders)}.md").is_file()
    if len(folders) > 2 and not is_beside:
        return [diagnose(path, 1, 1, "file-name", "subfolder", folder="/".join(folders[:2]))]
    if len(folders) == 2 and folders[1] not in (*_SUFFIX, EXTRA):
        near = _find_folder(folders[1])
        return [diagnose(path, 1, 1, "file-name", "near-folder" if near else "folders", folders=_FOLDERS, near=near)]
    if folders and _OF_A_PROGRAM.fullmatch(name):
        return [diagnose(path, 1, 1, "file-name", "left-alone")]
    return []


def _find_folder(name: str) -> str | None:
    """Return the folder of content that a folder with another name probably is meant to be."""
    return FOLDER_NAMES.get(name.lower()) or suggest_nearest(name, _SUFFIX)


def _check_extra(found: ContentFiles, item: os.DirEntry[str]) -> None:
    """Report a file that may not be copied to the site."""
    path = f"{found.root.name}/{EXTRA}/{item.name}"
    if item.is_symlink():
        _report(found, path, "file-link", "file")
    elif not item.is_file() or not _EXTRA_NAME.fullmatch(item.name):
        _report(found, path, "file-name", "extra")
    elif (slug := item.name.partition(".")[0]) in DEVICE_NAMES:
        _report(found, path, "file-name", "device", slug=slug, other=f"{slug}-tekst.txt")
    else:
        _check_conflict(found, Path(item.path), path)


def _list_folder(found: ContentFiles, name: str) -> list[os.DirEntry[str]]:
    """Return the items of one of the folders, none when it is missing; report one that is no folder."""
    folder, path = found.root / name, f"{found.root.name}/{name}"
    if folder.is_symlink():
        _report(found, path, "file-link", "folder")
    elif folder.is_dir():
        return _list(found, folder, path)
    elif folder.exists():
        _report(found, path, "file-name", "no-folder")
    return []


def _list(found: ContentFiles, folder: Path, path: str) -> list[os.DirEntry[str]]:
    """Return the items of a folder, sorted by name; report one that cannot be opened."""
    try:
        with os.scandir(folder) as items:
            return sorted(items, key=lambda item: item.name)
    except OSError as error:
        _report(found, path, "file-unreadable", "folder", why=explain(error))
        return []


def _add(found: ContentFiles, kind: str, suffix: str, item: os.DirEntry[str], names: set[str]) -> None:
    """Add a file, or report why it does not belong; files of programs are ignored."""
    name = item.name
    path = f"{found.root.name}/{kind}/{name}"
    twin, slug = name.lower(), name.removesuffix(suffix)
    if _OF_A_PROGRAM.fullmatch(name):
        return
    if item.is_symlink():
        _report(found, path, "file-link", "file")
    elif twin != name and twin in names:
        _report(found, path, "file-case", twin=twin)
    elif item.is_dir() and kind == PRACTICES:
        _add_folder(found, item, path, [one.removesuffix(suffix) for one in names if one.endswith(suffix)])
    elif item.is_dir():
        _report(found, path, "file-name", "subfolder", folder=path.rpartition("/")[0])
        found.claim([kind], *(one.name for one in _list(found, Path(item.path), path)))
    elif not item.is_file() or slug == name:
        is_text = _TEXT_SUFFIX.search(name) or "." not in name
        is_picture = name.rpartition(".")[2].lower() in (*PICTURES, "gif", "svg", "heic")
        matter = "suffix" if is_text else "picture" if is_picture else "other-kind"
        other = _better_name(kind, _TEXT_SUFFIX.sub("", name), suffix)
        matter = "copy" if other in names and not is_picture and name.startswith(other.removesuffix(suffix)) else matter
        _report(found, path, "file-name", matter, suffix=suffix, other=other, first=other)
        found.claim([kind], other)
    elif not _NAME.fullmatch(slug) or len(slug) > MAX_NAME_LENGTH:
        first = f"{_COPY.sub('', slug)}{suffix}"
        other = first if _COPY.sub("", slug) in names else _better_name(kind, slug, suffix)
        matter = "copy" if first != name and first in names else "letters"
        _report(found, path, "file-name", matter, most=MAX_NAME_LENGTH, other=other, first=first)
        found.claim([kind], other)
    elif slug in DEVICE_NAMES:
        _report(found, path, "file-name", "device", slug=slug, other=_better_name(kind, slug, suffix))
    elif slug in RESERVED_SLUGS.get(kind, ()):
        _report(found, path, "file-name", "reserved", slug=slug)
    else:
        found.files[kind].append(ContentFile(Path(item.path), path, kind, slug))


def _add_folder(found: ContentFiles, folder: os.DirEntry[str], folder_path: str, practices: Collection[str]) -> None:
    """Add the files in the folder beside a practice, or report one that does not belong; git has no empty folders."""
    items = _list(found, Path(folder.path), folder_path)
    if folder.name not in practices and (items or "." in folder.name):
        _report_folder(found, folder.name, folder_path, items, practices)
        return
    for item in items:
        path, (stem, _, suffix) = f"{folder_path}/{item.name}", item.name.rpartition(".")
        if _OF_A_PROGRAM.fullmatch(item.name):
            continue
        if item.is_symlink():
            _report(found, path, "file-link", "file")
        elif item.is_dir():
            _report(found, path, "file-name", "subfolder", folder=folder_path)
        elif better := _SAVE_AS.get(suffix.lower()):
            _report(found, path, "file-name", "attached-save", suffix=suffix, better=better)
        elif suffix.lower() not in _ATTACHED or not item.is_file():
            _report(found, path, "file-name", "attached-kind", kinds=", ".join(f".{kind}" for kind in _ATTACHED))
        elif not _NAME.fullmatch(stem) or len(stem) > MAX_NAME_LENGTH or stem in _TAKEN or suffix not in _ATTACHED:
            slug = shorten_slug(stem)
            other = f"materiaal-{slug}" if not slug or slug in _TAKEN else slug
            _report(found, path, "file-name", "letters", most=MAX_NAME_LENGTH, other=f"{other}.{suffix.lower()}")
        else:
            found.attachments.append(ContentFile(Path(item.path), path, ATTACHMENTS, folder.name))


def _report_folder(
    found: ContentFiles, name: str, path: str, items: Sequence[os.DirEntry[str]], practices: Collection[str]
) -> None:
    """Report a folder beside no practice, or the practices in it."""
    parent = path.rpartition("/")[0]
    texts = [item for item in items if item.name.endswith(".md")]
    found.claim([PRACTICES], *(item.name for item in texts))
    near = suggest_nearest(name, practices)
    if entries := [item for item in texts if item.is_file() and _is_entry(Path(item.path))]:
        for item in entries:
            _report(found, f"{path}/{item.name}", "file-name", "own-folder", folder=parent)
    elif not near or _NAME.fullmatch(near):  # otherwise that one has been reported
        matter = "near-practice" if near else "no-practice" if len(texts) == len(items) else "for-no-practice"
        _report(found, path, "file-name", matter, name=name, near=near, folder=parent)


def _is_entry(location: Path) -> bool:
    """Return whether a text begins with fields, as no file beside a practice does."""
    with suppress(OSError), location.open("rb") as file:
        return file.read(4).rstrip() == b"---"
    return False


def _better_name(kind: str, stem: str, suffix: str) -> str:
    """Return a valid name for a file, as close as possible to its invalid one."""
    word, slug = ENTRY_KINDS.get(kind, "lijst"), shorten_slug(_SUFFIXES.sub("", stem) or stem)
    slug = make_name_key(slug) if kind == PARTNERS else slug
    return f"{f'{slug}-{word}'.strip('-') if not slug or slug in DEVICE_NAMES else slug}{suffix}"


def _check_conflict(found: ContentFiles, location: Path, path: str) -> None:
    """Report conflict markers in a file of which nothing else is read."""
    try:
        read_text(location, path)
    except UnreadableFile as error:
        if error.diagnostic.rule == "merge-conflict":
            found.diagnostics.append(error.diagnostic)


def _report(found: ContentFiles, path: str, rule: str, matter: str = "", /, **values: object) -> None:
    found.diagnostics.append(diagnose(path, 1, 1, rule, matter, **values))


class UnreadableFile(Exception):
    """A file of which nothing can be used; carries the one diagnostic that says why."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.message)
        self.diagnostic = diagnostic


def read_text(location: Path, path: str) -> tuple[str, list[Diagnostic]]:
    r"""Return the text of a file with ``\n`` line ends, and a diagnostic for every hidden character left out of it.

    A byte order mark at the start is dropped in silence.

    Raises:
        UnreadableFile: it cannot be opened, is empty or too large, is not UTF-8, or holds two versions of a text.
    """

    def after(before: str, rule: str, matter: str = "", /, **values: object) -> Diagnostic:
        """Return a diagnostic about the character after this text."""
        line_start = before.rfind("\n") + 1
        return diagnose(path, before.count("\n") + 1, len(before) - line_start + 1, rule, matter, **values)

    try:
        with location.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise UnreadableFile(after("", "file-unreadable", "file", why=explain(error))) from error
    if len(data) > MAX_BYTES:
        raise UnreadableFile(after("", "file-too-large", "file", most=MAX_BYTES // 1_000_000))
    valid, text = _decode(data)
    if not valid:
        kind = next((kind for start, kind in _KINDS_BY_START.items() if data.startswith(start)), "character")
        raise UnreadableFile(after(text if kind == "character" else "", "file-encoding", kind))
    hidden = []
    if not is_visible(text.replace("\n", "")):
        hidden = [
            after(text[: match.start()], "hidden-character", "itself", code=f"{ord(match[0]):04X}")
            for match in islice(HIDDEN.finditer(text), _MOST_REPORTED)
        ]
        text = HIDDEN.sub("", text)
    if not text.strip():
        raise UnreadableFile(after("", "file-empty"))
    if conflict := _CONFLICT.search(text):
        raise UnreadableFile(after(text[: conflict.start()], "merge-conflict", sign=conflict[0].strip()[:7]))
    return text, hidden


def explain(error: OSError) -> str:
    """Return in Dutch why a file or folder cannot be opened."""
    return _REASONS.get(type(error), f"foutcode {error.errno}")


def _decode(data: bytes) -> tuple[bool, str]:
    """Return whether all bytes are text, and the text before the first byte that is not."""
    try:
        valid, text = True, data.decode("utf-8")
    except UnicodeDecodeError as error:
        valid, text = False, data[: error.start].decode("utf-8")
    if "\0" in text:  # UTF-16 without a byte order mark, or no text at all
        valid, text = False, text[: text.index("\0")]
    return valid, plain_line_ends(text)


def plain_line_ends(text: str) -> str:
    r"""Return the text without byte order mark and with ``\n`` at the end of each line."""
    return text.removeprefix(BYTE_ORDER_MARK).replace("\r\n", "\n").replace("\r", "\n")
