"""Whole numbers as text that JSON carries as it is: five bits per character, the lowest first.

The digits are those of base 64; a value of 32 or more says that the number goes on. ``0`` is ``A``, ``31`` is ``f``,
``32`` is ``gB``.
"""

from __future__ import annotations

from collections.abc import Iterable

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
