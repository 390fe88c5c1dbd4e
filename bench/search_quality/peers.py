"""The search engines to compare with; installed for the benchmark only, below ``.build``."""

from __future__ import annotations

import html
import json
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

NODE_PACKAGES = {"lunr": "2.3.9", "lunr-languages": "1.22.0", "minisearch": "7.2.0", "pagefind": "1.6.0"}
PYTHON_PACKAGES = {"pystemmer": "3.1.0"}


def install_peers(folder: Path) -> None:
    """Install the packages, unless they are there in these versions."""
    stamp = folder / "installed.json"
    wanted = json.dumps({**NODE_PACKAGES, **PYTHON_PACKAGES})
    if stamp.is_file() and stamp.read_text() == wanted:
        return
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "package.json").write_text('{"private": true}')
    names = [f"{name}@{version}" for name, version in NODE_PACKAGES.items()]
    npm = ["npm", "install", "--silent", "--no-audit", "--no-fund", "--no-save"]
    subprocess.run([*npm, *names], cwd=folder, check=True)
    names = [f"{name}=={version}" for name, version in PYTHON_PACKAGES.items()]
    pip = [sys.executable, "-m", "pip", "install", "-qq", "--disable-pip-version-check"]
    subprocess.run([*pip, "--target", str(folder / "python"), "--upgrade", *names], check=True)
    stamp.write_text(wanted)


def write_stems(peers: Path, words: Sequence[str], file: Path) -> None:
    """Write the Kraaij-Pohlmann stem of each word (Snowball's ``dutch``)."""
    program = "import json, sys, Stemmer; print(json.dumps(Stemmer.Stemmer('dutch').stemWords(json.load(sys.stdin))))"
    stems = subprocess.run(
        [sys.executable, "-c", program],
        input=json.dumps(words),
        env={"PYTHONPATH": str(peers / "python")},
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    file.write_text(json.dumps(dict(zip(words, json.loads(stems), strict=True))))


def write_pagefind_site(peers: Path, documents: Sequence[Mapping[str, str]], site: Path) -> None:
    """Write a page per document and index them with Pagefind."""
    shutil.rmtree(site, ignore_errors=True)
    for document in documents:
        texts = {name: html.escape(text) for name, text in document.items() if name not in ("ref", "delen")}
        title = texts.pop("titel")
        folder = site / document["ref"]
        folder.mkdir(parents=True)
        (folder / "index.html").write_text(
            f'<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>{title}</title></head><body>'
            f"<main data-pagefind-body><h1>{title}</h1>{''.join(f'<p>{text}</p>' for text in texts.values())}</main>"
            "</body></html>"
        )
    subprocess.run([peers / "node_modules/.bin/pagefind", "--quiet", "--site", site], check=True)
    # Its script is a module without saying so.
    (site / "pagefind/package.json").write_text('{"type": "module"}')
