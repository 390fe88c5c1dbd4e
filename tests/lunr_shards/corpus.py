"""A small made-up collection: words that look like each other, in texts of every length; the same for the same seed."""

import datetime
import random
from collections.abc import Sequence

from lunr_shards.builder import ref_order
from lunr_shards.write import Document

FIELDS = {"title": 4.0, "text": 1.0, "tags": 2.5, "parts": 0.3}
FACETS = ("colour", "size")

_STARTS = ("huur", "buurt", "energie", "zorg", "werk", "jeugd", "groen", "wijk", "klus", "leer", "samen", "schuld")
_ENDS = ["", "s", "en", "coach", "plan", "bus", "kas", "hulp", "dag", "huis", "tuin", "fonds", "groep", "s2", "ënt"]
WORDS = [start + end for start in _STARTS for end in _ENDS]
ODD_WORDS = [
    *(
        "😀",
        "😀😀",
        "z😀",
        "ﬁ",
        "ﬀ",
        "ﬁz",
        "zﬁ",
        "𠀀",
        "𠀁𠀂",
        "﨎",
        "中",
        "中文",
        "文字",
        "한국",
        "ｶ",
        "é",
        "ø",
        "straße",
    ),
    *("a", "aa", "ab", "a++", "2", "10", "2e", "y", "constructor", "__proto__", "length"),
]
"""Emoji, ligatures, Chinese, lone surrogates, and names of properties of JavaScript objects."""
ODD_REFS = [*(f"naam-{number}" for number in range(20)), "9", "10", "2024", "007", "4294967294", "4294967295"]


def make_documents(
    count: int = 60, words: Sequence[str] = WORDS, refs: Sequence[str] = (), seed: int = 7
) -> list[Document]:
    """Return documents in the order of their refs; their stored data have their values and date."""
    choose = random.Random(seed)
    # As in any language a few words are everywhere and many are rare.
    weights = [1 / (rank + 1) for rank in range(len(words))]

    def text(least: int, most: int) -> str:
        return " ".join(choose.choices(words, weights, k=choose.randint(least, most)))

    def make(ref: str) -> Document:
        colours = choose.sample(["rood", "groen", "blauw = paars/roze"], choose.randint(0, 2))
        values = {"colour": [(colour[:2], colour) for colour in colours], "size": [(size, size) for size in ref[-1:]]}
        day = datetime.date(2026, choose.randint(1, 12), choose.randint(1, 28))
        fields = {"title": text(1, 4), "text": text(0, 60), "tags": text(0, 3), "parts": text(0, 8)}
        chosen = {name: [value for value, _ in values[name]] for name in values}
        stored = {"ref": ref, "date": day.isoformat(), "values": chosen}
        return Document(ref, fields, stored, values, {"newest": -day.toordinal()}, [fields["text"]])

    return [make(ref) for ref in sorted(refs or [f"stuk-{number}" for number in range(count)], key=ref_order)]
