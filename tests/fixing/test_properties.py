"""A repair of any mutated entry loses no word, changes no value except its spelling, and is final."""

import re
import shutil
import unicodedata
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mvo_catalogue.domain.model import PARTNERS, PRACTICES, TOPICS
from mvo_catalogue.domain.patterns import HIDDEN
from mvo_catalogue.fixing.repair import Context, Repair, find_repairs, repair_file
from mvo_catalogue.reading.files import ContentFile, find_content_files
from mvo_catalogue.reading.front_matter import split_front_matter
from mvo_catalogue.schema.corrections import correct_values
from mvo_catalogue.schema.references import KnownSlugs
from mvo_catalogue.schema.tree import MODELS, build_fields
from mvo_catalogue.validation.load import check_content
from tests.factories import TODAY
from tests.validation.conftest import CASES
from tests.validation.test_properties import mutations, quick

CONTENT = Path(__file__).resolve().parents[1] / "site" / "sample"
ENTRIES = [
    (kind, file.name, file.read_text(encoding="utf-8"))
    for kind in (PRACTICES, PARTNERS, TOPICS)
    for file in sorted((CONTENT / kind).glob("*.md"))
]
SLIPS = (
    *("spaces", "crlf", "no end", "more end", "bom", "tabs", "dedent", "indent"),
    *("inline", "capital", "quote", "move", "zero width", "heading"),
    *("dash", "no-break", "sign", "colon"),
)


FEW = settings().max_examples // 2
"""Half of what others get: each repairs a file twice."""

_RESPELT = "schrijfwijze van een veld of waarde"
_MERGED = "lijsten die er twee keer staan"
_RESTORED = {_MERGED, "tekens die de computer niet begreep", "spaties aan het begin", "regels met drie streepjes"}
"""The descriptions of repairs of a character that changed the meaning of others."""


@pytest.fixture(scope="module")
def context(tmp_path_factory: pytest.TempPathFactory) -> Context:
    """Return the catalogue to check a file against: the sample."""
    sample = Path(shutil.copytree(CONTENT, tmp_path_factory.mktemp("sample") / "content"))
    files = find_content_files(sample)
    whole, _ = check_content(sample, TODAY)
    return Context(frozenset(file.path for file in files), whole.known, TODAY, tmp_path_factory.mktemp("scratch"))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder in which every example rewrites its file."""
    return tmp_path_factory.mktemp("entries")


def write(folder: Path, kind: str, name: str, text: str) -> ContentFile:
    """Write a file as if it were an entry of the sample."""
    location = folder / name
    location.write_bytes(text.encode("utf-8", "surrogatepass"))
    return ContentFile(location, f"content/{kind}/{name}", kind, location.stem)


@st.composite
def typos(draw: st.DrawFn) -> tuple[str, str, str]:
    """Draw an entry with a few typos of the kind that have one right answer."""
    kind, name, text = draw(st.sampled_from(ENTRIES))
    for typo in draw(st.lists(st.sampled_from(SLIPS), min_size=1, max_size=4)):
        lines = text.split("\n")
        at = draw(st.integers(1, len(lines) - 1))
        text = _slip(typo, lines, at, text)
    return kind, name, text


def _slip(typo: str, lines: list[str], at: int, text: str) -> str:
    changed = {
        "spaces": lambda line: f"{line} \t",
        "tabs": lambda line: line.replace("  ", "\t", 1) if line.startswith("  ") else line,
        "dedent": lambda line: line.removeprefix("  ") if line.startswith("  - ") else line,
        "indent": lambda line: f"  {line}" if line.startswith("  - ") else line,
        "capital": lambda line: line.upper() if line.startswith("  - ") else line,
        "quote": lambda line: re.sub(r"^(  - |\w+: )([\w-]+)$", r"\1'\2'", line),
        "zero width": lambda line: f"{line[:3]}\u200b{line[3:]}",
        "heading": lambda line: line.upper() if line.startswith("## ") else line,
        "dash": lambda line: line.replace("  - ", "  – ", 1),
        "no-break": lambda line: re.sub(r"^(\w+:) |^ ", "\\1\xa0", line),
        "sign": lambda line: re.sub(r"^(  - |\w+: )(?=\w)", "\\1@", line),
        "colon": lambda line: re.sub(r"^(\w+: \w+) ", r"\1: ", line),
    }
    if typo in changed:
        return "\n".join([*lines[:at], changed[typo](lines[at]), *lines[at + 1 :]])
    if typo == "move":
        return "\n".join([*lines[:at], *lines[at + 1 : at + 2], lines[at], *lines[at + 2 :]])
    if typo == "inline":
        return re.sub(r"\n(\w+):\n  - ([\w-]+)\n(?! )", r"\n\1: [\2]\n", text, count=1)
    return {
        "crlf": text.replace("\n", "\r\n"),
        "no end": text.rstrip(),
        "more end": text + "\n\n",
        "bom": "\ufeff" + text,
    }[typo]


def fold(text: str) -> str:
    """Return text without what a spelling is: case, accents, hidden characters."""
    plain = unicodedata.normalize("NFKD", HIDDEN.sub("", text)).encode("ascii", "ignore").decode()
    return re.sub(r"[\W_]+", " ", plain).strip().lower()


def fold_all(value: Any) -> Any:
    """Return values with their spelling folded."""
    if isinstance(value, dict):
        return {key: fold_all(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [fold_all(inner) for inner in value]
    return fold(value) if isinstance(value, str) else value


def assert_nothing_lost(repair: Repair, known: KnownSlugs) -> None:
    """Check that every word is still there, and every readable value is the same at its place."""
    before, after = (
        HIDDEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n")) for text in (repair.before, repair.after)
    )
    if _RESPELT not in repair.done:
        words = [Counter(fold(text).split()) for text in (before, after)]
        keys = {key for key in (words[0] - words[1]) if _MERGED in repair.done and f"{key}:" in before}
        assert words[1] == words[0] - Counter({key: (words[0] - words[1])[key] for key in keys})
    fields = build_fields(MODELS[repair.path.split("/")[1]])
    old, new = (split_front_matter(text, keys=[field.key for field in fields]) for text in (before, after))
    if old.values.is_usable and _RESTORED.isdisjoint(repair.done):
        said = [fold_all(correct_values(fields, item.values.data, known).data) for item in (old, new)]
        assert said[0] == said[1]
    if old.body:
        assert [line.split() for line in fold_lines(old.body)] == [line.split() for line in fold_lines(new.body)]


def fold_lines(body: str) -> list[str]:
    """Return the lines of a text with words, folded, in order."""
    return [line for line in map(fold, body.split("\n")) if line]


@settings(quick, max_examples=FEW)
@given(entry=typos())
def test_typos_are_repaired_without_loss(folder, context, entry):
    """A second run has nothing to do."""
    check(write(folder, *entry), context)


@settings(quick, max_examples=FEW)
@given(
    entry=st.sampled_from(ENTRIES).flatmap(
        lambda entry: st.tuples(st.just(entry[0]), st.just(entry[1]), mutations(entry[2]))
    )
)
def test_a_repair_after_any_change_loses_nothing(folder, context, entry):
    """Hostile changes too."""
    check(write(folder, *entry), context)


def check(file: ContentFile, context: Context) -> None:
    """Repair a file, and repair it again."""
    first = repair_file(file, context)
    if first is not None:
        assert_nothing_lost(first, context.known)
        file.location.write_bytes(first.after.encode("utf-8"))
        assert repair_file(file, context) is None


GOOD = (CASES / "base" / "content" / PRACTICES / "portieken.md").read_text(encoding="utf-8")
OTHERWISE = {
    "titel:": ["Titel:", "title:", "TITEL:", '"Titel":'],
    "themas:": ["Thema's:", "thema’s:", "Thema:", "topics:", "themes:"],
    "corporaties:": ["Corporatie:", "associations:"],
    "onderbouwing:": ["Onderbouwing:", "evidence:"],
    "  - werken\n": [
        "  - Werken\n",
        "  - werken.md\n",
        "  - content/themes/werken.md\n",
        "  - “werken”,\n",
        "  • werken\n",
    ],
    "  - de-brug\n": ["  - De Brug\n", "  - Stichting De Brug\n", "  - /partners/de-brug/\n", "  - '[[de-brug]]'\n"],
    "onderbouwing: gemeten": ["onderbouwing: Gemeten", "onderbouwing: gemeten.", "onderbouwing:\xa0measured"],
    "fase: lopend": ["fase: Loopt nu", "fase: running", "Fase: loopt nog", 'fase: "Lopend"'],
    "datum: 2024-03": ["datum: maart 2024", "datum: mrt. 2024", "Datum: 3/2024", "date: 2024-3", "datum: 2024 maart"],
    "gepubliceerd: 2026-11-01": ["gepubliceerd: 1-11-2026", "published: 1 november 2026", "Toegevoegd op: 2026-11-1"],
    "gecontroleerd: 2026-11-20": [
        "gecontroleerd: 20/11/2026",
        "Nagekeken op: vrijdag 20 nov. 2026",
        "reviewed: 20261120",
    ],
    "url: https://": ["url: https//", "link: ", "Webadres: HTTPS:\\\\", "url: https://https://"],
    "5555/portieken\n": [
        "5555/portieken,\n",
        "5555/portieken?utm_source=nieuwsbrief\n",
        "5555/portieken?fbclid=a&utm_id=b.\n",
    ],
}
"""Parts of a good entry, with other ways in which people write them."""


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the content folder of the valid base, in which every example rewrites one file."""
    return Path(shutil.copytree(CASES / "base" / "content", tmp_path_factory.mktemp("base") / "content"))


@settings(quick, max_examples=FEW)
@given(chosen=st.dictionaries(st.sampled_from(list(OTHERWISE)), st.integers(0, 20), min_size=1, max_size=6))
def test_other_spellings_are_repaired_byte_for_byte(content, chosen):
    """And no message is left."""
    text = GOOD
    for good, number in chosen.items():
        text = text.replace(good, OTHERWISE[good][number % len(OTHERWISE[good])], 1)
    file = ContentFile(
        content / PRACTICES / "portieken.md", f"content/{PRACTICES}/portieken.md", PRACTICES, "portieken"
    )
    file.location.write_text(text, encoding="utf-8")
    whole, _ = check_content(content, TODAY)
    [repair] = find_repairs(content, whole.known, TODAY, lambda path: path == file.path) if text != GOOD else [None]

    assert repair is None or repair.after == GOOD
