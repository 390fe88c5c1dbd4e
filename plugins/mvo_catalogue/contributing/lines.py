"""Answers of one line each: lists, sources and periods as people type them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from babel.dates import get_month_names

from mvo_catalogue.domain.model import check_partial_date
from mvo_catalogue.domain.practice import ONGOING
from mvo_catalogue.schema.issue_form import SEPARATOR

_BULLET = re.compile(r"\A(?:[-*+•]|\d{1,3}[.)])[ \t]+")
_COMMA = re.compile(r"[,;](?![^()]{0,200}\))")
_LINK = re.compile(r"\[([^\[\]]{1,300})\]\((https?://[^\s()]{1,2000})\)")
_ADDRESS = re.compile(r"https?://[^\s<>\"]+")
_MONTHS = {name.casefold(): number for number, name in get_month_names("wide", locale="nl").items()}
_NUMERIC_DAY = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.]((?:19|20)\d\d)", re.ASCII)
_WRITTEN_DAY = re.compile(r"(?:(\d{1,2})[ ]+)?([a-z]{3,9})[ ]+((?:19|20)\d\d)", re.ASCII)
_YEARS = re.compile(r"((?:19|20)\d\d)(?:\s*(?:-|–|—|tot en met|t/m|tot)\s*((?:19|20)\d\d|lopend|heden|nu))?", re.ASCII)


def read_line(answer: str) -> str:
    """Return an answer of several lines as one."""
    return " ".join(answer.split())


def read_lines(answer: str) -> list[str]:
    """Return the lines of an answer without white space around them, and without the marks of a list."""
    lines = (_BULLET.sub("", line.strip()) for line in answer.split("\n"))
    return [" ".join(line.split()) for line in lines if line.strip()]


def read_names(answer: str) -> list[str]:
    """Return the names or words of an answer; who wrote all of them on one line put commas between them."""
    lines = read_lines(answer)
    if len(lines) == 1:
        lines = [" ".join(part.split()) for part in _COMMA.split(lines[0])]
    return list(dict.fromkeys(line for line in lines if line))


def read_period(answer: str) -> str | dict[str, str]:
    """Return a period as its years where it says nothing else, otherwise as it was written."""
    text = read_line(answer)
    match = _YEARS.fullmatch(text)
    if not match:
        return text
    start, end = match.groups()
    if not end:
        return {"start": start}
    return {"start": start, "eind": end if end.isdecimal() else ONGOING}


def read_sources(answer: str, columns: Sequence[str]) -> list[dict[str, Any]]:
    """Return the sources of an answer, one on each line, with ``|`` between title, publisher, address and date.

    An address and a date are recognised wherever they stand; text that is too much becomes the remark. A line with
    nothing but an address belongs to the source above it when that has none.
    """
    sources: list[dict[str, Any]] = []
    for line in read_lines(answer):
        source = _read_source(line, columns)
        if sources and set(source) == {"url"} and "url" not in sources[-1]:
            sources[-1] |= source
        elif source:
            sources.append(source)
    return sources


def _read_source(line: str, columns: Sequence[str]) -> dict[str, Any]:
    line = _LINK.sub(rf"\1 {SEPARATOR} \2", line)
    title, publisher, url, date = columns
    source: dict[str, Any] = {}
    words: list[str] = []
    for part in (part.strip() for part in line.split(SEPARATOR)):
        text = part
        if url not in source and (address := _ADDRESS.search(text)):
            source[url] = address[0]
            text = f"{text[: address.start()]} {text[address.end() :]}".strip()
        if date not in source and (day := read_date(text)):
            source[date] = day
        elif text:
            words.append(text)
    source |= dict(zip((title, publisher), words, strict=False))
    if len(words) > 2:
        source["opmerking"] = f" {SEPARATOR} ".join(words[2:])
    return source


def read_date(text: str) -> str | None:
    """Return a day, a month or a year as ``2018-08-10``, ``2018-08`` or ``2018``; ``None`` when it is none of these."""
    found = text.strip().casefold()
    if match := _NUMERIC_DAY.fullmatch(found):
        day, month, year = match.groups()
        found = f"{year}-{int(month):02}-{int(day):02}"
    elif (match := _WRITTEN_DAY.fullmatch(found)) and match[2] in _MONTHS:
        month = f"{match[3]}-{_MONTHS[match[2]]:02}"
        found = f"{month}-{int(match[1]):02}" if match[1] else month
    try:
        return check_partial_date(found)
    except ValueError:
        return None
