"""Shared by the benchmarks of the search: indexes of any catalogue, and the engines to compare with."""

from __future__ import annotations

import html
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

from bench.harness import ROOT
from lunr_shards.write import Document
from mvo_catalogue.domain.catalogue import Catalogue
from mvo_catalogue.validation.load import load_catalogue
from mvo_catalogue.wiring.project import read_today
from tools import node

PAGEFIND = [str(ROOT / "bench/node_modules/.bin/pagefind"), "--quiet", "--site"]
PARTS = "delen"
"""The field that only our analysis fills; the other engines get the plain texts."""


def load(content: Path) -> Catalogue:
    """Return the published entries of a content folder without errors."""
    return load_catalogue(content, read_today())[0].published()


def texts_of(document: Document) -> dict[str, str]:
    """Return a document as the other engines get it: its name and a text per field."""
    return {"ref": document.ref} | {name: text for name, text in document.fields.items() if name != PARTS}


def write_pages(documents: Iterable[dict[str, str]], site: Path) -> Path:
    """Write a small page per document, for Pagefind, and return their folder."""
    shutil.rmtree(site, ignore_errors=True)
    for document in documents:
        texts = {name: html.escape(text) for name, text in document.items() if name != "ref"}
        title, summary = texts.pop("titel"), texts["samenvatting"]
        folder = site / document["ref"]
        folder.mkdir(parents=True)
        (folder / "index.html").write_text(
            f'<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>{title}</title></head><body>'
            f'<main data-pagefind-body data-pagefind-meta="summary:{summary}"><h1>{title}</h1>'
            f"{''.join(f'<p>{text}</p>' for text in texts.values())}</main></body></html>"
        )
    return site


def index_pages(site: Path) -> None:
    """Let Pagefind index pages."""
    shutil.rmtree(site / "pagefind", ignore_errors=True)
    subprocess.run([*PAGEFIND, site], check=True)


def run_node(script: str, *arguments: object) -> str:
    """Run a script of this folder in Node, with memory for a whole index; return its output."""
    command = [*node.command("node"), "--max-old-space-size=8000", f"bench/{script}", *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True).stdout
