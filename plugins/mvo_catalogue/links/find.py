"""Find every address of another site in the content, with its place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pydantic_core import PydanticCustomError

from mvo_catalogue.domain.model import VOCABULARIES, check_url
from mvo_catalogue.reading.files import ContentFile
from mvo_catalogue.reading.front_matter import split_front_matter
from mvo_catalogue.reading.markdown import read_markdown
from mvo_catalogue.reading.text import UnreadableFile, read_text
from mvo_catalogue.reading.yaml_values import YamlValues, read_yaml

ARCHIVE_KEY = "archief"


@dataclass(frozen=True, slots=True, order=True)
class WebLink:
    """An address as an editor wrote it, and where; ``archive`` is the copy that stands beside it, ``""`` for none."""

    path: str
    line: int
    column: int
    address: str
    archive: str = ""


def find_web_links(file: ContentFile) -> list[WebLink]:
    """Return every address in a file, in the order of the text; what cannot be read is for the check of the content."""
    try:
        text, _ = read_text(file.location, file.path)
    except UnreadableFile:
        return []
    if file.kind == VOCABULARIES:
        return sorted(_in_values(file.path, read_yaml(text)))
    front_matter = split_front_matter(text)
    markdown = read_markdown(front_matter.body, file.path, front_matter.body_line, ())
    in_body = (WebLink(file.path, line, column, address) for address, line, column in markdown.web_links)
    return sorted([*_in_values(file.path, front_matter.values), *in_body])


def _in_values(path: str, values: YamlValues) -> Iterator[WebLink]:
    """Yield the values that are an address as a whole; under which key does not matter."""
    pending: list[tuple[tuple[str | int, ...], Any]] = [((), values.data)]
    while pending:
        place, value = pending.pop()
        if isinstance(value, dict):
            pending += (((*place, key), inner) for key, inner in value.items())
        elif isinstance(value, list):
            pending += (((*place, number), inner) for number, inner in enumerate(value))
        elif isinstance(value, str) and _is_address(value.strip()):
            archive = _archive_beside(values.data, place)
            yield WebLink(path, *values.place(place), value.strip(), archive)


def _is_address(value: str) -> bool:
    try:
        return bool(check_url(value))
    except PydanticCustomError:
        return False


def _archive_beside(data: Any, place: tuple[str | int, ...]) -> str:
    for step in place[:-1]:
        data = data[step]
    archive = data.get(ARCHIVE_KEY) if isinstance(data, dict) and place[-1] != ARCHIVE_KEY else None
    return archive.strip() if isinstance(archive, str) else ""
