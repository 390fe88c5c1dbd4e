"""Put the example of a rule where an editor would: into good content."""

import re
from pathlib import Path

_FILE = re.compile(r"# (content/(\w+)/\S.*\.(?:md|yaml))")
_KEY = re.compile(r"([a-z_/-]+):(?: |$)", re.MULTILINE)

_PRACTICE = """\
titel: Buren onderhouden samen een tuin
samenvatting: Het grasveld achter de flat werd niet gebruikt. Nu onderhouden de buren er samen een tuin.
themas:
  - wonen
corporaties:
  - het-anker
onderbouwing: beschreven
bronnen:
  - titel: De tuin is open
    uitgever: Buurtkrant Veenstad
gepubliceerd: 2026-11-01
gecontroleerd: 2026-11-20
---

## Aanpak

1. Bewoners kiezen een plek.
2. De corporatie levert aarde en planten.
3. Elke maand werken de bewoners samen.
"""
_PARTNER = "naam: Iemand\nsoort: overig\ngecontroleerd: 2026-11-20\n---\n"
_NEW = {"practices": _PRACTICE, "partners": _PARTNER, "vocabularies": ""}
_FOR_A_PRACTICE = "# content/practices/buurttuin.md"


def lay_example(content: Path, example: str) -> None:
    """Write the files of an example into the folder ``content``; the fields and sections it has replace the old."""
    if not _FILE.match(example):
        example = f"{_FOR_A_PRACTICE}\n{example}"
    parts = re.split(rf"^{_FILE.pattern}$\n?", example, flags=re.MULTILINE)[1:]
    for path, kind, excerpt in zip(parts[::3], parts[1::3], parts[2::3], strict=True):
        file = content.parent / path
        old = file.read_text(encoding="utf-8").removeprefix("---\n") if file.exists() else _NEW[kind]
        is_entry = file.suffix == ".md"
        file.write_text("---\n" * is_entry + _merge(old, excerpt, is_entry=is_entry), encoding="utf-8")


def _merge(old: str, excerpt: str, *, is_entry: bool) -> str:
    """Return an entry or vocabulary with the fields and sections of an excerpt in the place of its own."""
    old_fields, _, old_text = old.partition("---\n")
    is_text = not _KEY.match(excerpt)
    fields, _, text = ("", "", excerpt) if is_text else excerpt.partition("\n\n")
    keys = {match[1] for line in fields.split("\n") if (match := _KEY.match(line))}
    headings = re.findall(r"^## .*", text, re.MULTILINE)
    kept_fields = [block for block in re.split(r"^(?=\S)", old_fields, flags=re.MULTILINE) if _key(block) not in keys]
    kept_text = [
        block for block in re.split(r"^(?=## )", old_text, flags=re.MULTILINE) if block.split("\n")[0] not in headings
    ]
    merged = "".join(kept_fields) + (fields.rstrip("\n") + "\n" if fields else "")
    return merged + (f"---\n{''.join(kept_text)}\n{text}\n" if is_entry else "")


def _key(block: str) -> str:
    match = _KEY.match(block)
    return match[1] if match else ""
