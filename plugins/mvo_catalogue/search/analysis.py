r"""Cut text into the terms of the index; ``theme/js/search/analysis.js`` does the same to what a reader types.

``tests/analysis_vectors.json`` holds both to the same result, so every step is one that JavaScript knows too: a mark is
``\p{M}``, a letter ``\p{L}`` and a digit ``\p{N}``.
"""

import re
import unicodedata
from functools import cache, lru_cache
from itertools import chain

from mvo_catalogue.texts import load_texts


@cache
def word_list(name: str) -> frozenset[str]:
    """Return a list of ``texts/search_words.yaml``; ``stop_words`` are no terms, unless a text holds nothing else."""
    return frozenset(load_texts("search_words", dict[str, str])[name].split())


# Before the decomposition, which turns a separate accent into a space.
_SAME_CHARACTER = str.maketrans("\u2018\u2019\u02bc\u00b4\u2010\u2011", "''''--")
_SOFT_HYPHEN = "\u00ad"
_LETTER_OR_DIGIT = r"[^\W_]"
_APOSTROPHE = re.compile(rf"(?<={_LETTER_OR_DIGIT})['`](?:n(?!{_LETTER_OR_DIGIT})|(?={_LETTER_OR_DIGIT}))")
_THOUSANDS = re.compile(r"(?<=[0-9])\.(?=[0-9]{3}(?![0-9]))")
_TOKEN = re.compile(rf"{_LETTER_OR_DIGIT}+(?:-{_LETTER_OR_DIGIT}+)*\+*")

_RUNS_KEPT = 65_536
"""Texts are made of few different words: as many runs as this are cut once."""


def analyse(text: str) -> list[str]:
    """Return the terms of a text in order: lower case, without accents, without stop words.

    ``thema's`` is ``themas``, ``zo'n`` is ``zo``; ``150.000`` is ``150000``. A word with hyphens gives its pieces and
    then the whole (``leer-werktraject``: ``leer``, ``werktraject``, ``leerwerktraject``), a code with a plus the code
    without and with it (``A++``: ``a``, ``a++``).
    """
    runs = text.split()
    return list(chain.from_iterable(map(_telling, runs))) or list(chain.from_iterable(map(_cut, runs)))


@lru_cache(maxsize=_RUNS_KEPT)
def _telling(run: str) -> tuple[str, ...]:
    """Return the terms of a run without spaces, but no stop words."""
    return tuple(term for term in _cut(run) if term not in word_list("stop_words"))


def _cut(run: str) -> list[str]:
    if not run.isascii():
        run = "".join(filter(_is_no_mark, unicodedata.normalize("NFKD", run.translate(_SAME_CHARACTER))))
    run = _APOSTROPHE.sub("", run.lower())
    terms: list[str] = []
    for token in _TOKEN.findall(_THOUSANDS.sub("", run)):
        terms += [token] if token.isalnum() else _pieces(token)
    return terms


def _is_no_mark(character: str) -> bool:
    return character != _SOFT_HYPHEN and not unicodedata.category(character).startswith("M")


def _pieces(token: str) -> list[str]:
    """Return the terms of a token with hyphens or a plus in it; years joined by a hyphen stay apart."""
    code = token.rstrip("+")
    pieces = code.split("-")
    terms = list(pieces)
    joined = "".join(pieces)
    if len(pieces) > 1 and not (joined.isascii() and joined.isdigit()):
        terms.append(joined)
    if code != token:
        terms.append(pieces[-1] + token[len(code) :])
    return terms
