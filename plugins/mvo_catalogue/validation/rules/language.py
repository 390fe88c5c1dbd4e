"""long-sentence, hard-text and hard-word: tips for a text that everybody can read.

Plain Dutch for level B1 has sentences of fifteen words or fewer on average and none of many more than twenty. How hard
a whole text reads is the score of Flesch, fitted to Dutch by Douma: 206.84 - 77 × syllables per word - 0.93 × words per
sentence; 0 is very hard, 100 very easy. Source: W.H. Douma, De leesbaarheid van landbouwbladen (Landbouwhogeschool
Wageningen, 1960). Syllables are counted as groups of vowels, which is right for all but a few Dutch words.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from mvo_catalogue.domain.diagnostic import Diagnostic
from mvo_catalogue.domain.patterns import shorten
from mvo_catalogue.reading.prose import load_word_lists, split_words
from mvo_catalogue.validation.context import EntryFile

MOST_WORDS = 20
LEAST_SCORE = 35
_LEAST_WORDS, _LEAST_IN_SENTENCE = 60, 6
"""Below these numbers of words a score means little."""

_WHOLE_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_SPOKEN = re.compile(r"\w")
_SYLLABLE = re.compile(r"aai|ooi|oei|eeu|ieu|aa|ee|oo|uu|oe|ie|ei|ij|eu|ui|au|ou|[aeiouyàáâäèéêëìíîïòóôöùúûü]")
_LONG = 5
"""The number of syllables from which a word is long."""
_MOST_SHOWN = 220


def check_sentences(file: EntryFile) -> Iterator[Diagnostic]:
    """Yield a tip for every sentence that is too long."""
    for sentence, passage, offset in file.sentences:
        if sentence.count(" ") >= MOST_WORDS and (words := count_spoken_words(sentence)) > MOST_WORDS:
            place = passage.place(offset)
            yield from file.diagnose.place("long-sentence", place, words=words, sentence=shorten(sentence, _MOST_SHOWN))


def check_readability(file: EntryFile) -> Iterator[Diagnostic]:
    """Yield one tip for a hard text, at its hardest sentence."""
    text = measure(file.words, len(file.sentences))
    if text.words < _LEAST_WORDS or text.score >= LEAST_SCORE:
        return
    scores: list[tuple[float, int]] = []
    for number, (sentence, _, _) in enumerate(file.sentences):
        alone = measure(split_words(sentence), 1)
        if alone.words >= _LEAST_IN_SENTENCE:
            scores.append((alone.score, number))
    if scores:
        sentence, passage, offset = file.sentences[min(scores)[1]]
        yield from file.diagnose.place(
            "hard-text",
            passage.place(offset),
            score=max(0, int(text.score)),
            least=LEAST_SCORE,
            sentence=shorten(sentence, _MOST_SHOWN),
            words=" en ".join(f"“{word}”" for word in longest_words(sentence, 2)),
        )


def check_words(file: EntryFile) -> Iterator[Diagnostic]:
    """Yield a tip for the first use of each hard word in a file."""
    plain, seen = load_word_lists().hard_words, set[str]()
    for passage in file.passages:
        for match in _hard_words().finditer(passage.text) if passage.tag == "p" else ():
            word = match[0].lower()
            if word not in seen:
                seen.add(word)
                place = passage.place(match.start())
                yield from file.diagnose.place("hard-word", place, word=match[0], plain=plain[word])


@cache
def _hard_words() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, load_word_lists().hard_words))})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Readability:
    """The number of words that were measured, and their score."""

    words: int
    score: float


def measure(words: Sequence[str], sentence_count: int) -> Readability:
    """Return how hard words read in that many sentences; names and numbers count for the length of these only."""
    ordinary = [word for word in words if word.islower()]
    if not ordinary:
        return Readability(0, 100.0)
    syllables = sum(map(count_syllables, ordinary))
    return Readability(len(ordinary), 206.84 - 77 * syllables / len(ordinary) - 0.93 * len(words) / sentence_count)


@lru_cache(maxsize=20_000)
def count_syllables(word: str) -> int:
    """Return the number of syllables of a word without capitals."""
    return len(_SYLLABLE.findall(word))


def longest_words(sentence: str, most: int) -> list[str]:
    """Return the longest word of a sentence, and others that are really long, longest first; names are left out."""
    words = dict.fromkeys(word for word in _WHOLE_WORD.findall(sentence) if word.islower())
    longest = sorted(words, key=lambda word: -count_syllables(word))
    return longest[:1] + [word for word in longest[1:most] if count_syllables(word) >= _LONG]


def count_spoken_words(sentence: str) -> int:
    """Return the number of words as a reader counts them; ``t/m``, a number and an address are one each."""
    return sum(map(bool, map(_SPOKEN.search, sentence.split())))
