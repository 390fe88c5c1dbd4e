"""The requirements of RFC 4287 that a program can check: its RELAX NG schema and its text."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from urllib.parse import urlsplit
from xml.etree import ElementTree

ATOM = "{http://www.w3.org/2005/Atom}"
_ONE, _SOME, _ANY = "one", "at most one", "any number"
_FEED = dict.fromkeys(["id", "title", "updated"], _ONE) | dict.fromkeys(
    ["generator", "icon", "logo", "rights", "subtitle"], _SOME
)
_ENTRY = dict.fromkeys(["id", "title", "updated"], _ONE) | dict.fromkeys(
    ["content", "published", "rights", "source", "summary"], _SOME
)
_REPEATED = dict.fromkeys(["author", "category", "contributor", "link"], _ANY)
_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")


def find_atom_errors(xml: bytes) -> list[str]:
    """Return the errors of a feed, one line each."""
    feed = ElementTree.fromstring(xml)
    entries = feed.findall(f"{ATOM}entry")
    return [
        *([] if feed.tag == f"{ATOM}feed" else [f"root is {feed.tag}"]),
        *_children(feed, _FEED | _REPEATED | {"entry": _ANY}),
        *(fault for entry in entries for fault in _children(entry, _ENTRY | _REPEATED)),
        *(fault for item in [feed, *entries] for fault in (*_links(item), *_values(item))),
        *_authors(feed, entries),
        *(f"two entries have {name}" for name, count in Counter(map(_id, entries)).items() if count > 1),
        *(f"{place.tag} has an empty name" for place in feed.iter(f"{ATOM}name") if not (place.text or "").strip()),
    ]


def _children(item: ElementTree.Element, known: dict[str, str]) -> Iterator[str]:
    """Check children against the schema, with their number; extensions are in other namespaces (6.4)."""
    counts = Counter(child.tag.removeprefix(ATOM) for child in item if child.tag.startswith(ATOM))
    yield from (f"{item.tag}: {name} is unknown" for name in counts.keys() - known.keys())
    for name, times in known.items():
        if (times == _ONE and counts[name] != 1) or (times == _SOME and counts[name] > 1):
            yield f"{item.tag}: {counts[name]} of {name}"


def _links(item: ElementTree.Element) -> Iterator[str]:
    """A link has an address; without content there is an alternate, and no two of one kind and language (4.1)."""
    links = item.findall(f"{ATOM}link")
    yield from ("a link without address" for link in links if not link.get("href"))
    kinds = [(link.get("type"), link.get("hreflang")) for link in links if link.get("rel", "alternate") == "alternate"]
    if len(kinds) != len(set(kinds)):
        yield "two alternates of one type and language"
    if item.tag == f"{ATOM}entry" and not kinds and item.find(f"{ATOM}content") is None:
        yield "neither content nor an alternate"
    if item.tag == f"{ATOM}feed" and not any(link.get("rel") == "self" for link in links):
        yield "no link to itself"


def _values(item: ElementTree.Element) -> Iterator[str]:
    """An id is an IRI with a scheme, a time is one of RFC 3339, a text is of a known type, a category has a term."""
    if not urlsplit(_id(item)).scheme:
        yield f"{_id(item)} is no IRI"
    for name in ("updated", "published"):
        for time in item.findall(f"{ATOM}{name}"):
            if not _TIME.fullmatch(time.text or "") or datetime.fromisoformat(time.text or "").tzinfo is None:
                yield f"{name} is {time.text}"
    for name in ("title", "subtitle", "summary", "rights"):
        for text in item.findall(f"{ATOM}{name}"):
            if text.get("type", "text") not in {"text", "html", "xhtml"}:
                yield f"{name} is of type {text.get('type')}"
            if text.get("type", "text") == "text" and len(text):
                yield f"{name} has markup"
    yield from ("a category without term" for one in item.findall(f"{ATOM}category") if not one.get("term"))


def _authors(feed: ElementTree.Element, entries: list[ElementTree.Element]) -> Iterator[str]:
    """A feed has an author unless every entry has one (4.1.1); a person has one name (3.2)."""
    if feed.find(f"{ATOM}author") is None and not (entries and all(_has_author(entry) for entry in entries)):
        yield "no author"
    for person in (*feed.iter(f"{ATOM}author"), *feed.iter(f"{ATOM}contributor")):
        if len(person.findall(f"{ATOM}name")) != 1:
            yield "a person without one name"


def _has_author(entry: ElementTree.Element) -> bool:
    return entry.find(f"{ATOM}author") is not None


def _id(item: ElementTree.Element) -> str:
    return item.findtext(f"{ATOM}id") or ""
