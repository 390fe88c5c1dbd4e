"""Analysis gives the same terms in Python and in the browser."""

import json
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from mvo_catalogue.search.analysis import analyse, word_list

VECTORS = json.loads((Path(__file__).parent.parent / "analysis_vectors.json").read_text(encoding="utf-8"))


def test_gives_the_terms_of_the_shared_vectors():
    """``tests/js/search/analysis.test.mjs`` tests the same in the browser."""
    assert [analyse(vector["text"]) for vector in VECTORS] == [vector["terms"] for vector in VECTORS]


@given(st.text())
def test_analysing_a_term_gives_the_term(text):
    for term in analyse(text):
        assert analyse(term)[-1] == term


@given(st.text())
def test_case_makes_no_difference(text):
    text = "".join(character for character in text if ord(character) < 0x250 and character not in "ßıſŉǰİ")
    assert analyse(text.upper()) == analyse(text.lower())


@given(st.lists(st.sampled_from(sorted(word_list("stop_words"))), min_size=1))
def test_a_text_of_stop_words_keeps_them(words):
    """A query is never empty."""
    assert analyse(" ".join(words)) == words
