r"""Cut text into the terms of the index; ``theme/js/search/analysis.js`` does the same to what a reader types.

``tests/analysis_vectors.json`` holds both to the same result, so every step is one that JavaScript knows too: a mark is
``\p{M}``, a letter ``\p{L}`` and a digit ``\p{N}``.
"""

from __future__ import annotations

import re
import unicodedata

_LETTER_OR_DIGIT = r"[^\W_]"
_APOSTROPHE = re.compile(rf"(?<={_LETTER_OR_DIGIT})['’](?={_LETTER_OR_DIGIT})")
_TERM = re.compile(f"{_LETTER_OR_DIGIT}+")


def analyse(text: str) -> list[str]:
    """Return the terms of a text in order: lower case, without accents, cut at all but letters and digits.

    An apostrophe inside a word falls out (``thema's`` is ``themas``).
    """
    if not text.isascii():
        decomposed = unicodedata.normalize("NFKD", text)
        text = "".join(character for character in decomposed if not unicodedata.category(character).startswith("M"))
    return _TERM.findall(_APOSTROPHE.sub("", text.lower()))
