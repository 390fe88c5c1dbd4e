"""The synonyms of the vocabulary, as the browser's search reads them."""

from __future__ import annotations

from mvo_catalogue.domain.vocabulary import SynonymGroup, Vocabulary
from mvo_catalogue.search.analysis import STOP_WORDS, analyse


def build_synonyms(vocabulary: Vocabulary) -> list[list[str]]:
    """Return the groups of ``synoniemen``: phrases that mean the same, each as its terms with spaces between them.

    A word with hyphens is the whole without them. Phrases of which stop words leave one word ("naar werk") are left
    out: that word means much more.
    """
    return [
        list(dict.fromkeys(phrase for phrase in map(_as_terms, group.words) if phrase))
        for group in vocabulary.values()
        if isinstance(group, SynonymGroup)
    ]


def _as_terms(phrase: str) -> str:
    words = phrase.split()
    terms = [analyse(word)[-1] for word in words if not STOP_WORDS.issuperset(analyse(word))]
    return " ".join(terms) if len(terms) > 1 or len(words) == 1 else ""
