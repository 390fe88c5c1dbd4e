"""Whole numbers and sorted words as small texts that JSON carries as they are; ``README.md`` specifies both.

A character holds five bits of a number, the lowest first, in the digits of base 64; a value of 32 or more says that the
number goes on: ``0`` is ``A``, ``31`` is ``f``, ``32`` is ``gB``.
"""

import json
from collections.abc import Iterable
from operator import sub
from typing import Any

_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"


def _encode_one(number: int) -> str:
    text = ""
    while number >= 32:
        text += _DIGITS[32 | number & 31]
        number >>= 5
    return text + _DIGITS[number]


_SMALL = [_encode_one(number) for number in range(1024)]


def encode(numbers: Iterable[int]) -> str:
    """Return numbers from 0 on, one after the other, as text."""
    return "".join([_SMALL[number] if number < 1024 else _encode_one(number) for number in numbers])


def encode_gaps(numbers: Any) -> str:
    """Return ascending numbers as text: the first, then what each adds to the one before it."""
    return encode(map(sub, numbers, [0, *numbers]))


_encoder = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def to_json(value: Any) -> str:
    """Return a value as JSON without spaces."""
    return _encoder.encode(value)


def utf16(word: str) -> bytes:
    """Return a sort key: JavaScript compares UTF-16 code units, so that an emoji comes before a ligature."""
    return word.encode("utf-16-be")


def front_code(words: Iterable[str]) -> tuple[str, str]:
    """Return sorted words as two texts: what each adds to the one before it, and how much of that one it keeps.

    What it keeps is counted in UTF-16 code units, and never ends inside a character.
    """
    added: list[str] = []
    kept: list[int] = []
    previous = ""
    for word in words:
        shared, most = 0, min(len(previous), len(word))
        while shared < most and previous[shared] == word[shared]:
            shared += 1
        added.append(word[shared:])
        kept.append(shared if word.isascii() else len(utf16(word[:shared])) // 2)
        previous = word
    return "\n".join(added), encode(kept)
