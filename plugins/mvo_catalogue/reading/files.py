"""Find the content files: which there are, under which name, and which do not belong."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from mvo_catalogue.domain.diagnostic import Diagnostic
from mvo_catalogue.domain.model import NEWS, PAGES, PARTNERS, PRACTICES, TOPICS, VOCABULARIES
from mvo_catalogue.domain.slugs import MAX_NAME_LENGTH, RESERVED_SLUGS
from mvo_catalogue.reading.text import explain

ENTRY_KINDS = (TOPICS, PARTNERS, PRACTICES, PAGES, NEWS)
_SUFFIX = dict.fromkeys((PRACTICES, PARTNERS, TOPICS, PAGES, NEWS), ".md") | {VOCABULARIES: ".yaml"}
_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class ContentFile:
    """A content file: where it is on disk, how the report names it, what it is and its slug."""

    location: Path
    path: str
    kind: str
    slug: str


@dataclass(frozen=True)
class ContentFiles:
    """All content files of each kind, sorted by name, and what was wrong with the others."""

    root: Path
    files: dict[str, list[ContentFile]] = field(default_factory=dict)
    diagnostics: list[Diagnostic] = field(default_factory=list)

    def slugs(self, kind: str) -> frozenset[str]:
        """Return the slugs of one kind, of invalid files too: a broken file is not an unknown one."""
        return frozenset(file.slug for file in self.files.get(kind, ()))

    def __iter__(self) -> Iterator[ContentFile]:
        """Go through all files, kind by kind."""
        for files in self.files.values():
            yield from files

    def __len__(self) -> int:
        """Return how many files there are."""
        return sum(len(files) for files in self.files.values())


def find_content_files(content_dir: Path) -> ContentFiles:
    """Return every file of the content folders; a name or place that cannot be used is a diagnostic.

    Symbolic links are refused, so that an entry can never show a file from elsewhere on the machine.

    Raises:
        FileNotFoundError: there is no such folder.
    """
    if not content_dir.is_dir():
        raise FileNotFoundError(content_dir)
    found = ContentFiles(content_dir, {kind: [] for kind in _SUFFIX})
    for item in _list(found, content_dir, content_dir.name):
        if item.name not in _SUFFIX and not item.name.startswith("."):
            message = f"Hier horen alleen de mappen {', '.join(_SUFFIX)}. Zet dit in een van die mappen."
            _report(found, f"{content_dir.name}/{item.name}", "file-name", message)
    if found.diagnostics and not os.access(content_dir, os.X_OK):
        return found
    for kind, suffix in _SUFFIX.items():
        folder, path = content_dir / kind, f"{content_dir.name}/{kind}"
        if folder.is_symlink():
            message = "Dit is een verwijzing naar een andere map. Gebruik een gewone map."
            _report(found, path, "file-link", message)
        elif folder.is_dir():
            listed = _list(found, folder, path)
            names = {item.name for item in listed}
            for item in listed:
                _add(found, kind, suffix, item, names)
        elif folder.exists():
            message = "Dit hoort een map te zijn. Geef het een andere naam en maak een map met deze naam."
            _report(found, path, "file-name", message)
    return found


def _list(found: ContentFiles, folder: Path, path: str) -> list[os.DirEntry[str]]:
    """Return what is in a folder, sorted by name; nothing, after saying so, when it cannot be opened."""
    try:
        with os.scandir(folder) as items:
            return sorted(items, key=lambda item: item.name)
    except OSError as error:
        message = f"Deze map kan niet worden gelezen ({explain(error)})."
        _report(found, path, "file-unreadable", message)
        return []


def _add(found: ContentFiles, kind: str, suffix: str, item: os.DirEntry[str], names: set[str]) -> None:
    name = item.name
    path = f"{found.root.name}/{kind}/{name}"
    if name.startswith("."):
        return
    if item.is_symlink():
        _report(
            found,
            path,
            "file-link",
            "Dit is een verwijzing naar een ander bestand. Zet hier het bestand zelf neer.",
        )
        return
    twin = name.lower()
    if twin != name and twin in names:
        _report(
            found,
            path,
            "file-case",
            f"Deze naam verschilt alleen in hoofdletters van “{twin}”. Geef het bestand een andere naam.",
        )
        return
    slug = name.removesuffix(suffix)
    if not item.is_file() or slug == name:
        _report(
            found,
            path,
            "file-name",
            f"Hier horen alleen bestanden die eindigen op “{suffix}”. Verplaats het of geef het een andere naam.",
        )
        return
    if not _NAME.fullmatch(slug) or len(slug) > MAX_NAME_LENGTH:
        _report(
            found,
            path,
            "file-name",
            "Een bestandsnaam heeft alleen kleine letters zonder accent, cijfers en streepjes"
            f" (hoogstens {MAX_NAME_LENGTH} tekens), zoals “vroeg-eropaf{suffix}”.",
        )
        return
    if slug in RESERVED_SLUGS.get(kind, ()):
        _report(
            found,
            path,
            "file-name",
            f"De naam “{slug}” gebruikt de site zelf. Geef het bestand een andere naam.",
        )
        return
    found.files[kind].append(ContentFile(Path(item.path), path, kind, slug))


def _report(found: ContentFiles, path: str, rule: str, message: str) -> None:
    found.diagnostics.append(Diagnostic(path, 1, 1, rule, message))
