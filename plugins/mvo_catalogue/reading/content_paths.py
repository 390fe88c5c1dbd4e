"""The paths of all content files, and the current path of each that had another one before."""

from collections.abc import Collection, Iterable, Mapping
from functools import cached_property
from typing import Self

from mvo_catalogue.domain.model import FORMER
from mvo_catalogue.reading.files import ContentFile, UnreadableFile, read_text
from mvo_catalogue.reading.front_matter import split_front_matter


class ContentPaths(frozenset[str]):
    """The paths of all content files, as the report names them."""

    _files: tuple[ContentFile, ...]
    _renamed: Mapping[str, str] | None
    _claimed: Collection[str]

    def __new__(
        cls,
        files: Iterable[ContentFile],
        renamed: Mapping[str, str] | None = None,
        claimed: Collection[str] = (),
    ) -> Self:
        """Keep the files, which are read only when a link leads nowhere, unless ``renamed`` is known already.

        ``claimed`` are the paths that refused files should have: a link to these is right.
        """
        known = tuple(files)
        paths = super().__new__(cls, (*(file.path for file in known), *claimed))
        paths._files, paths._renamed, paths._claimed = known, renamed, claimed
        return paths

    def __reduce__(self) -> tuple[type[Self], tuple[object, ...]]:
        """Pickle the files, not the paths."""
        return type(self), (self._files, self._renamed, self._claimed)

    @cached_property
    def renamed(self) -> Mapping[str, str]:
        """Return the current path for each former path."""
        if self._renamed is not None:
            return self._renamed
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
