"""Check the files beside practices: their content, and whether files and practices refer to each other."""

from collections.abc import Collection, Iterator
from functools import partial
from itertools import chain

from mvo_catalogue.domain.attachments import TEXT, Attachment
from mvo_catalogue.domain.diagnostic import Diagnostic
from mvo_catalogue.domain.model import PRACTICES
from mvo_catalogue.domain.names import shorten_slug, suggest_nearest
from mvo_catalogue.reading.attachments import read_attachment
from mvo_catalogue.reading.files import ContentFile, UnreadableFile, read_text
from mvo_catalogue.reading.markdown import read_markdown
from mvo_catalogue.reading.yaml_values import YamlValues
from mvo_catalogue.validation.context import Checked, Diagnose, EntryFile, WholeCatalogue
from mvo_catalogue.validation.rules import TEXT_CHECKS


def load_attachment(file: ContentFile, known_paths: Collection[str]) -> Checked:
    """Return a file beside a practice with its diagnostics; a text is checked as running text."""
    location, path, diagnose = file.location, file.path, Diagnose(file.path)
    checked = Checked(diagnose, is_complete=True)
    if location.suffix != f".{TEXT}":
        checked.value, checked.diagnostics = read_attachment(location, path)
        return checked
    try:
        text, diagnostics = read_text(location, path)
    except UnreadableFile as error:
        checked.value, checked.diagnostics = Attachment(location.name, path), [error.diagnostic]
        return checked
    markdown = read_markdown(text, path, 1, known_paths)
    whole = EntryFile(file, text, YamlValues(), markdown, diagnose)
    checked.diagnostics = [*diagnostics, *markdown.diagnostics]
    checked.diagnostics += chain.from_iterable(check(whole) for check in TEXT_CHECKS)
    checked.links = markdown.entry_links
    checked.value = Attachment(location.name, path, len(text.encode("utf-8")), partial(getattr, markdown, "body"))
    return checked


def check_attachments(whole: WholeCatalogue) -> Iterator[Diagnostic]:
    """Yield an error for a file that a practice names but lacks, of the wrong kind, or that it does not name."""
    for slug, practice in whole.extracts[PRACTICES].items():
        files = whole.attachments.get(slug, {})
        if not (files or practice.files):
            continue
        diagnose, _ = whole.place(PRACTICES, slug)
        names = [name for _, name in practice.files]
        for number, (place, name) in enumerate(practice.files):
            path, is_picture = tuple(place), place[0] == "beeld"
            if name in names[:number]:
                yield from diagnose.value("attached-file", path, "twice", name=name)
            elif f"{diagnose.path.removesuffix('.md')}/{name}" in whole.unsure:
                continue  # the file is there, but was refused
            elif name not in files:
                stem, _, suffix = name.replace("\\", "/").rpartition("/")[2].lower().rpartition(".")
                base = f"{shorten_slug(stem)}.{suffix}"
                near = next((other for other in files if other.startswith(f"{stem}.")), suggest_nearest(name, files))
                near = near if "://" not in name else None
                matter = "near" if near else "missing" if base == name else "path"
                names += [near] if near else []
                yield from diagnose.value("attached-file", path, matter, name=name, near=near, slug=slug, base=base)
            elif files[name].is_picture is not is_picture:
                yield from diagnose.value("attached-file", path, "no-picture" if is_picture else "no-document")
        if diagnose.refused.isdisjoint(("materialen", "beeld")):
            for name in sorted(files.keys() - set(names)):
                key = "beeld" if files[name].is_picture else "materialen"
                yield from Diagnose(files[name].path).file("attached-file", "unnamed", name=name, slug=slug, key=key)
