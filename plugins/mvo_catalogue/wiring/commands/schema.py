"""``mvo schema``: write what is made from the models: pages for editors, and schemas for their tools."""

import argparse
from collections.abc import Mapping
from pathlib import Path

from mvo_catalogue.derived.json_schema import build_tool_schemas
from mvo_catalogue.derived.templates import build_pages
from mvo_catalogue.domain.diagnostic import Severity
from mvo_catalogue.domain.model import TOPICS, VOCABULARIES
from mvo_catalogue.refused import NoContent
from mvo_catalogue.reports.text import text_lines
from mvo_catalogue.validation.load import load_catalogue
from mvo_catalogue.wiring.project import CONTENT, read_today

_SCHEMAS = Path(".build", "schema")


def run(options: argparse.Namespace) -> int:
    """Write what differs; with ``--check`` only name the committed pages that do, and return 1 when there is one."""
    if not CONTENT.is_dir():
        raise NoContent
    pages = build_pages()
    if options.check:
        outdated = list_outdated(Path(), pages)
        for path in outdated:
            print(f"{path} klopt niet meer met de modellen.")
        print("Draai “make schema” en neem de bestanden mee in uw wijziging." if outdated else _in_order(pages))
        return int(bool(outdated))
    catalogue, report = load_catalogue(CONTENT, read_today())
    used = tuple(f"{CONTENT.name}/{kind}/" for kind in (TOPICS, VOCABULARIES))
    report = report.about(lambda path: path.startswith(used))
    if any(item.severity is Severity.ERROR for item in report.diagnostics):
        print(*text_lines(report), sep="\n")
        print("Verbeter deze fouten eerst: de lijsten met waarden komen uit deze bestanden.")
        return 1
    schemas = build_tool_schemas(catalogue)
    written = [*write_outdated(Path(), pages), *(f"{_SCHEMAS}/{name}" for name in write_outdated(_SCHEMAS, schemas))]
    for path in written:
        print(f"Geschreven: {path}")
    if not written:
        print(_in_order({**pages, **schemas}))
    return 0


def _in_order(files: dict[str, str]) -> str:
    return f"{len(files)} bestanden kloppen met de modellen."


def write_outdated(folder: Path, files: Mapping[str, str]) -> list[str]:
    """Write each file below the folder that does not have this text yet, and return the paths of those."""
    outdated = list_outdated(folder, files)
    for path in outdated:
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(files[path], encoding="utf-8", newline="\n")
    return outdated


def list_outdated(folder: Path, files: Mapping[str, str]) -> list[str]:
    """Return the paths of the files below the folder that do not have this text."""
    kept = {path: folder / path for path in files if (folder / path).is_file()}
    return [path for path, text in files.items() if path not in kept or kept[path].read_bytes() != text.encode("utf-8")]
