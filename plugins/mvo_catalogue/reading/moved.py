"""The paths of all content files, and what each is called now that had another name before."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Self

from mvo_catalogue.domain.model import FORMER
from mvo_catalogue.reading.files import ContentFile, UnreadableFile, read_text
from mvo_catalogue.reading.front_matter import split_front_matter


class ContentPaths(frozenset[str]):
    """The paths of all content files, as the report names them."""

    _files: tuple[ContentFile, ...]
    _moved: Mapping[str, str] | None

    def __new__(cls, files: Iterable[ContentFile], moved: Mapping[str, str] | None = None) -> Self:
        """Remember the files, which are read only when a link leads nowhere, unless it is known what has moved."""
        known = tuple(files)
        paths = super().__new__(cls, (file.path for file in known))
        paths._files, paths._moved = known, moved
        return paths

    def __reduce__(self) -> tuple[type[Self], tuple[tuple[ContentFile, ...], Mapping[str, str] | None]]:
        """Be sent to another process as the files."""
        return type(self), (self._files, self._moved)

    @cached_property
    def moved(self) -> Mapping[str, str]:
        """Return the path of now by each former path."""
        if self._moved is not None:
            return self._moved
        found = {}
        for file in self._files:
            for name in _read_former(file) if file.path.endswith(".md") else ():
                found[f"{file.path.rpartition('/')[0]}/{name}.md"] = file.path
        return found


def _read_former(file: ContentFile) -> list[str]:
    try:
        text, _ = read_text(file.location, file.path)
        names = split_front_matter(text).values.data.get(FORMER) if FORMER in text else None
    except UnreadableFile:
        return []
    return [name for name in names if isinstance(name, str)] if isinstance(names, list) else []
