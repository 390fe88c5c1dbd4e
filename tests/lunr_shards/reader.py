"""Read the files of the index in Python, following README.md."""

from collections.abc import Iterator
from math import log
from typing import Any

_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"

Postings = dict[str, list[tuple[int, int, float]]]
"""Per field (document, how often, weight)."""


def decode(text: str) -> list[int]:
    """Return the numbers in a text."""
    numbers, number, shift = [], 0, 0
    for digit in text:
        value = _DIGITS.index(digit)
        number |= (value & 31) << shift
        shift += 5
        if value < 32:
            numbers.append(number)
            number = shift = 0
    return numbers


def read_words(added: str, kept: str) -> list[str]:
    """Return the words of a file; shared prefixes are counted in UTF-16."""
    words: list[str] = []
    previous = b""
    for end, length in zip(added.split("\n"), decode(kept), strict=True):
        previous = previous[: 2 * length] + end.encode("utf-16-be")
        words.append(previous.decode("utf-16-be"))
    return words


def read_terms(manifest: dict[str, Any], file: list[Any]) -> dict[str, Postings]:
    """Return the terms of a file with their documents."""
    added, kept, counts, gaps, repeats, lengths, *rest = file
    counted, gap, length = iter(decode(counts)), iter(decode(gaps)), iter(decode(lengths))
    numbers = decode(repeats)
    repeated, place = {}, 0
    for skip, more in zip(numbers[::2], numbers[1::2], strict=True):
        place += skip
        repeated[place] = more + 2
    stored = dict(zip(rest[0][::2], rest[0][1::2], strict=True)) if rest else {}

    def read_field(field: int, count: int, rarity: float, start: int) -> Iterator[tuple[int, int, float]]:
        document = 0
        for at in range(start, start + count):
            document += next(gap)
            times = repeated.get(at, 1)
            k1, b = manifest["k1"], manifest["b"]
            size = next(length) if b else 0
            norm = k1 * (1 - b + b * (size / manifest["averages"][field]))
            weight = rarity * ((k1 + 1) * times) / (norm + times) * manifest["boosts"][field]
            yield document, times, stored[at] / 1000 if at in stored else round(weight, 3)

    terms: dict[str, Postings] = {}
    place = 0
    for word in read_words(added, kept):
        mask = next(counted)
        found = [next(counted) if mask >> field & 1 else 0 for field in range(len(manifest["fields"]))]
        total = sum(found)
        rarity = log(1 + abs((manifest["documents"] - total + 0.5) / (total + 0.5)))
        terms[word] = {}
        for field, count in enumerate(found):
            if count:
                terms[word][manifest["fields"][field]] = list(read_field(field, count, rarity, place))
            place += count
    return terms
