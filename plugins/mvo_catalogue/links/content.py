"""Find the addresses of other sites in the content, and make diagnostics of the answers."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from mvo_catalogue.domain.diagnostic import Diagnostic, Severity, diagnose, get_rule
from mvo_catalogue.domain.model import VOCABULARIES, is_url, walk_leaves
from mvo_catalogue.domain.patterns import shorten
from mvo_catalogue.links.client import Answer
from mvo_catalogue.reading.files import ContentFile, UnreadableFile, read_text
from mvo_catalogue.reading.front_matter import split_front_matter
from mvo_catalogue.reading.markdown import read_markdown
from mvo_catalogue.reading.yaml_values import YamlValues, read_yaml

ARCHIVE_KEY = "archief"
ARCHIVE = "https://web.archive.org/"
_SHOWN = 200


@dataclass(frozen=True, slots=True, order=True)
class WebLink:
    """An address and its place; ``archive`` is the archived copy that is given beside it, ``""`` for none."""

    path: str
    line: int
    column: int
    address: str
    archive: str = ""


def read_web_links(file: ContentFile) -> list[WebLink]:
    """Return every address in a file, in order; errors of the file are for ``mvo check``."""
    try:
        text, _ = read_text(file.location, file.path)
        if file.kind == VOCABULARIES:
            return sorted(_in_values(file.path, read_yaml(text)))
        front_matter = split_front_matter(text)
    except UnreadableFile:
        return []
    markdown = read_markdown(front_matter.body, file.path, front_matter.body_line, ())
    in_body = (WebLink(file.path, line, column, address) for address, line, column in markdown.web_links)
    return sorted([*_in_values(file.path, front_matter.values), *in_body])


def _in_values(path: str, values: YamlValues) -> Iterator[WebLink]:
    """Yield all values that are an address, under any key."""
    for place, value in walk_leaves(values.data):
        if isinstance(value, str) and is_url(value.strip()):
            holder: Any = values.data
            for part in place[:-1]:
                holder = holder[part]
            copy = holder.get(ARCHIVE_KEY) if isinstance(holder, dict) and place[-1] != ARCHIVE_KEY else None
            yield WebLink(
                path, *values.places.find(place), value.strip(), copy.strip() if isinstance(copy, str) else ""
            )


def build_diagnostics(links: Sequence[WebLink], answers: Mapping[str, Answer]) -> list[Diagnostic]:
    """Return the diagnostics about links, sorted; links without an answer are left out."""
    asked = ((link, answers[link.address]) for link in links if link.address in answers)
    return sorted(_diagnose(link, answer) for link, answer in asked if answer.rule)


def _diagnose(link: WebLink, answer: Answer) -> Diagnostic:
    rule, what, way_out = get_rule(answer.rule), "", ""
    if answer.matter:
        what = rule.say(answer.matter, about=answer.about)
    if answer.rule == "link-gone":
        matter = "archived" if link.archive else "other-copy" if link.address.startswith(ARCHIVE) else "search"
        way_out = rule.say(matter, copies=shorten(f"{ARCHIVE}web/*/{link.address}", _SHOWN))
    moved_to = shorten(answer.moved_to, _SHOWN)
    found = diagnose(link.path, link.line, link.column, answer.rule, what=what, way_out=way_out, moved_to=moved_to)
    is_less = answer.rule == "link-gone" and link.archive  # readers can use the copy
    return replace(found, severity=Severity.WARNING) if is_less else found
