"""The work for a file is linear: with twice as much in it, no more than twice as much is done."""

import sys
from functools import partial

import pytest

from mvo_catalogue.reading.files import ContentFile
from mvo_catalogue.reading.yaml_typos import is_almost_fence
from mvo_catalogue.search.compounds import Terms
from mvo_catalogue.validation.entries import load_entry, load_vocabulary
from tests.factories import TODAY
from tests.hostile.conftest import GOOD

HEAD, _, BODY = GOOD.partition("\n---\n")
VALUES = {
    "unknown": ("doelgroepen", "onbekend-{0}"),
    "empty": ("plaatsen", '""'),
    "aliases": ("themas", "*a"),
    "lists": ("plaatsen", "[]"),
    "sources": ("bronnen", "{{}}"),
    "odd-sources": ("bronnen", "{{titel: [], url: x}}"),
    "same": ("themas", "wonen"),
}
"""A key, and what its list is filled with."""
TEXTS = {
    "words": "woord{0} ",
    "sentences": "De {0} a. ",
    "stops": ".",
    "steps": "1. a\n",
    "headings": "## Kop\n\n",
    "links": "[x](https://example.org/{0}) ",
    "entries": "[x](../partners/wijkwerk.md) ",
    "unknown-entries": "[x](../partners/niet-{0}.md) ",
    "fragments": "[x](#niks) ",
    "tags": "<b>x\n",
    "hidden": "&#8238;",
    "numbers": "06-123{0} 123456782 ",
    "quotes": "> a\n",
    "emphasis": "*a* **b** ",
    "rows": "| a | b |\n| - | - |\n",
}
"""What a text is filled with."""


def fill(name: str, number: int) -> str:
    """Return an entry with so many of a kind of piece."""
    if name in VALUES:
        key, value = VALUES[name]
        items = "".join(f"  - {value.format(item)}\n" for item in range(number))
        return f"{HEAD.replace(f'{key}:', 'x:')}\n{key}:\n{items}---\n{BODY}"
    return f"{HEAD}\n---\n{BODY}\n\n{''.join(map(TEXTS[name].format, range(number)))}\n"


def count_calls(work) -> int:
    """Return how many functions are called, and generators resumed, while something is done."""
    calls = 0

    def count(*_):
        nonlocal calls
        calls += 1

    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(None)
    return calls


@pytest.mark.parametrize("name", [*VALUES, *TEXTS])
def test_checking_an_entry_is_linear(name, tmp_path):
    """In the number of values and of pieces of text."""
    file = ContentFile(tmp_path / "vloed.md", "content/practices/vloed.md", "practices", "vloed")
    known = frozenset({"content/partners/wijkwerk.md", file.path})

    def count(number: int) -> int:
        file.location.write_text(fill(name, number), encoding="utf-8")
        return count_calls(lambda: load_entry(file, known, TODAY))

    count(1)  # what is read once
    nothing, some, more = count(0), count(150), count(300)

    assert more - nothing < 2.4 * (some - nothing) + 3_000


def test_checking_a_vocabulary_is_linear(tmp_path):
    """With unknown keys."""
    file = ContentFile(
        tmp_path / "synoniemen.yaml", "content/vocabularies/synoniemen.yaml", "vocabularies", "synoniemen"
    )

    def count(number: int) -> int:
        file.location.write_text("".join(f"k{item}: {{x: y}}\n" for item in range(number)), encoding="utf-8")
        return count_calls(lambda: load_vocabulary(file))

    count(1)

    assert count(600) < 2.2 * count(300)


def test_splitting_a_word_is_bounded():
    """Up to sixty letters some thousands of steps; longer words are not split."""
    words = ["huurdersorganisatie" * times for times in (1, 3, 10, 2_000)]
    steps = [count_calls(partial(Terms({}).parts, [word])) for word in words]

    assert steps[1] < 30_000
    assert max(steps[2:]) < 200


def test_matching_a_fence_is_linear():
    """In a long line of dashes."""
    assert is_almost_fence("––––")
    assert not is_almost_fence("–" * 40_000)


def test_a_table_has_few_implicit_cells(tmp_path):
    """A hundred columns above ten thousand letters are not a million cells."""
    file = ContentFile(tmp_path / "vloed.md", "content/practices/vloed.md", "practices", "vloed")
    rows = ["|" + "a|" * 100, "|" + "-|" * 100, *["a"] * 10_000]
    file.location.write_text("\n".join([GOOD, *rows]), encoding="utf-8")
    entry = load_entry(file, frozenset({"content/partners/wijkwerk.md"}), TODAY).value

    assert entry is not None
    assert sum("".join(map(str, section.html)).count("<td>") for section in entry.body.sections) < 3_000


def test_only_reported_links_get_suggestions(tmp_path):
    """Thousands of unknown links are not compared with thousands of entries."""
    file = ContentFile(tmp_path / "vloed.md", "content/practices/vloed.md", "practices", "vloed")
    file.location.write_text(fill("unknown-entries", 500), encoding="utf-8")
    few, many = ({f"content/partners/naam-{number}.md" for number in range(size)} for size in (100, 1_000))

    assert count_calls(lambda: load_entry(file, many, TODAY)) < 4 * count_calls(lambda: load_entry(file, few, TODAY))
