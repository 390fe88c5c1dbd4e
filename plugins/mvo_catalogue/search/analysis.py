"""Cut text into the terms of the index; ``theme/js/search/analysis.js`` does the same to what a reader types.

``tests/analysis_vectors.json`` holds both to the same result.
"""

from __future__ import annotations

import re
import unicodedata

_APOSTROPHE = re.compile(r"(?<=\w)['’](?=\w)")
_TERM = re.compile(r"[^\W_]+")


def analyse(text: str) -> list[str]:
    """Return the terms of a text in order: lower case, without accents, cut at all but letters and digits.

    An apostrophe inside a word falls out (``thema's`` is ``themas``).
    """
    decomposed = unicodedata.normalize("NFKD", text)
    folded = "".join(character for character in decomposed if not unicodedata.combining(character)).lower()
    return _TERM.findall(_APOSTROPHE.sub("", folded))
