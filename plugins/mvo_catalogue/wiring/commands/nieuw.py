"""``mvo nieuw``: start a new entry with what it cannot do without."""

import argparse
from pathlib import Path

from mvo_catalogue.derived.templates import build_scaffold
from mvo_catalogue.domain.catalogue import find_former_owner
from mvo_catalogue.domain.model import ENTRY_KINDS, PRACTICES
from mvo_catalogue.domain.names import (
    DEVICE_NAMES,
    MAX_NAME_LENGTH,
    RESERVED_SLUGS,
    is_same_title,
    make_slug,
    shorten_slug,
)
from mvo_catalogue.domain.patterns import is_visible, printable
from mvo_catalogue.reading.files import explain
from mvo_catalogue.refused import Refused
from mvo_catalogue.schema.tree import KINDS_BY_NAME, EntrySchema, build_schema
from mvo_catalogue.validation.load import load_catalogue
from mvo_catalogue.wiring.project import CONTENT, read_today


def run(options: argparse.Namespace) -> int:
    """Write the file of a new entry and say what now."""
    path = _start_entry(KINDS_BY_NAME[options.soort], " ".join(options.titel.split()), options.bestand)
    print(
        f"Gemaakt: {path}",
        "1. Open het bestand en vul in wat leeg is. Bij elk veld staat uitleg; meer leest u in docs/velden.md.",
        f"2. Kijk of alles klopt: mvo check {path}",
        "3. Bekijk de pagina: make",
        "4. Doe een voorstel. Hoe dat gaat, staat in CONTRIBUTING.md.",
        sep="\n",
    )
    return 0


def _start_entry(kind: str, title: str, name: str | None) -> Path:
    folder = CONTENT / kind
    if not CONTENT.is_dir() or CONTENT.is_symlink() or folder.is_symlink():
        raise Refused(f"Hier is geen gewone map “{folder}”. Draai dit in de map van de catalogus.")
    schema = build_schema(kind)
    _check_title(schema, title)
    slug = _choose_slug(kind, title, name)
    catalogue, _ = load_catalogue(CONTENT, read_today())
    for entry in catalogue.entries[kind].values():
        names = (getattr(entry, "title" if kind == PRACTICES else "name"), *getattr(entry, "other_names", ()))
        if known := next((name for name in names if is_same_title(title, name)), None):
            raise Refused(
                f"{entry.path} heeft al bijna dezelfde {schema.title_key}: “{printable(known)}”. Vul dat bestand aan."
                f" Is het echt iets anders? Kies dan een {schema.title_key} die het verschil laat zien."
            )
    if owner := find_former_owner(catalogue, kind, slug):
        raise Refused(
            f"De naam “{slug}” is al eens gebruikt. Dat staat in {owner}. Kies een andere naam met --bestand."
        )
    text = build_scaffold(build_schema(kind, catalogue), title, read_today())
    return _write_new_file(folder, slug, text)


def _check_title(schema: EntrySchema, title: str) -> None:
    field = schema.field(schema.title_key)
    least, most = field.least or 1, field.most or MAX_NAME_LENGTH
    if not is_visible(title):
        raise Refused(f"In de {field.key} staat een onzichtbaar teken. Typ de {field.key} opnieuw.")
    if not least <= len(title) <= most:
        raise Refused(f"De {field.key} heeft {len(title)} tekens. Kies er een van {least} tot {most} tekens.")


def _choose_slug(kind: str, title: str, name: str | None) -> str:
    slug = shorten_slug(title) if name is None else name.removesuffix(".md")
    if slug in DEVICE_NAMES and name is None:  # which Windows cannot have
        slug = f"{slug}-{ENTRY_KINDS[kind]}"
    if slug in DEVICE_NAMES:
        raise Refused(f"Windows kan geen bestand met de naam “{slug}” maken. Kies een andere naam.")
    if slug != make_slug(slug) or len(slug) > MAX_NAME_LENGTH:
        raise Refused(
            "Een bestandsnaam heeft alleen kleine letters zonder accent, cijfers en streepjes (hoogstens"
            f" {MAX_NAME_LENGTH} tekens), zoals “vroeg-eropaf”."
        )
    if not slug or slug in RESERVED_SLUGS.get(kind, ()):
        raise Refused("Van deze titel kan geen bestandsnaam worden gemaakt. Kies er een met --bestand.")
    return slug


def _write_new_file(folder: Path, slug: str, text: str) -> Path:
    """Write the file of a new entry and return its path; what is there is never written over."""
    path = folder / f"{slug}.md"
    try:
        folder.mkdir(exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        raise Refused(f"{path} bestaat al. Vul dat bestand aan, of kies een andere naam met --bestand.") from None
    except OSError as error:
        raise Refused(f"{path} kan niet worden gemaakt ({explain(error)}).") from None
    return path
