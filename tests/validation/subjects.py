"""What a rule gets to see, made of a few words instead of a folder of content."""

from collections.abc import Iterable
from itertools import chain
from pathlib import Path

from mvo_catalogue.domain.catalogue import Catalogue
from mvo_catalogue.domain.diagnostic import Diagnostic
from mvo_catalogue.domain.model import PRACTICES, Entry
from mvo_catalogue.reading.files import ContentFile
from mvo_catalogue.reading.markdown import read_markdown
from mvo_catalogue.reading.prose import split_words
from mvo_catalogue.reading.yaml_values import YamlValues
from mvo_catalogue.schema.references import KnownSlugs, collect_known, make_extract, make_extracts
from mvo_catalogue.validation.context import Checked, Diagnose, EntryFile, WholeCatalogue
from mvo_catalogue.validation.rules.duplicates import make_sketch

PATH = "content/practices/x.md"


def make_file(
    text: str = "", kind: str = PRACTICES, entry: Entry | None = None, refused: Iterable[str] = ()
) -> EntryFile:
    """Return a file with only this body, and with refused keys."""
    markdown = read_markdown(text, PATH, 1, ())
    diagnose = Diagnose(PATH, headings=markdown.anchors, refused=frozenset(refused))
    file = ContentFile(Path("x.md"), PATH, kind, "x")
    return EntryFile(file, text, YamlValues(), markdown, diagnose, entry)


def find_places(found: Iterable[Diagnostic]) -> list[tuple[int, int]]:
    """Return the places of diagnostics."""
    return [(diagnostic.line, diagnostic.column) for diagnostic in found]


def make_whole(catalogue: Catalogue, known: KnownSlugs | None = None, unsure: Iterable[str] = ()) -> WholeCatalogue:
    """Return a catalogue as if it was read from files, without places."""
    checked = {}
    for entry in chain.from_iterable(found.values() for found in catalogue.entries.values()):
        checked[entry.path] = Checked(Diagnose(entry.path), extracts={entry.slug: make_extract(entry)})
        checked[entry.path].value = entry
        checked[entry.path].sketch = make_sketch(split_words(entry.body.text))
    slugs = {"practices": frozenset(catalogue.practices), "partners": frozenset(catalogue.partners)}
    extracts = make_extracts(catalogue)
    return WholeCatalogue(checked, {}, extracts, {}, known or collect_known(extracts, slugs), frozenset(unsure))
