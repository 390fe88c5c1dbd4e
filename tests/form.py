"""The form of the browser, run in Node: what it writes, reports and normalises."""

import json
import subprocess
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from mvo_catalogue.domain.catalogue import Catalogue
from mvo_catalogue.exports.form_data import build_form_data
from mvo_catalogue.exports.form_names import build_form_names
from tests.factories import TODAY
from tools import node

ROOT = Path(__file__).resolve().parent.parent


def ask_form(catalogue: Catalogue, entries: Iterable[tuple[dict[str, Any], dict[str, str]]]) -> list[dict[str, Any]]:
    """Return what the form answers to each practice, given as values by key and texts by heading.

    An answer has the ``text`` of the file, the ``package`` with it as content/practices/x.md and with the title as
    "Van", and the ``problems`` as (rule, message, is it a warning).
    """
    question = {
        "data": _data(catalogue),
        "known": [f"{kind}/{slug}" for kind, entries in catalogue.entries.items() for slug in entries],
        "today": TODAY.isoformat(),
        "entries": [
            {"values": values, "parts": [{"heading": heading, "text": text} for heading, text in parts.items()]}
            for values, parts in entries
        ],
    }
    answers: list[dict[str, Any]] = _ask("answer.mjs", question)
    return answers


def ask_normalised(catalogue: Catalogue, written: Mapping[str, Sequence[str]]) -> dict[str, dict[str, str | None]]:
    """Return what the form makes of each text in a field of a type, or ``None``."""
    answers: dict[str, dict[str, str | None]] = _ask(
        "normalise.mjs", {"words": _data(catalogue)["spellings"], "written": written}
    )
    return answers


def ask_preview(catalogue: Catalogue, texts: Sequence[str]) -> list[str]:
    """Return the HTML that the preview shows for each text."""
    shown: list[str] = _ask("preview.mjs", {"body": _data(catalogue)["body"], "texts": texts})
    return shown


def ask_names(catalogue: Catalogue, asked: Sequence[tuple[str, str]]) -> list[dict[str, Any]]:
    """Return what the form finds in a list by each text.

    An answer has the values ``found``, the ``exact`` one or ``""``, and the names of the files ``loaded``.
    """
    files = {name: data.decode() for name, data in build_form_names(catalogue)}
    answers: list[dict[str, Any]] = _ask("names.mjs", {"files": files, "asked": asked})
    return answers


def _data(catalogue: Catalogue) -> Any:
    return json.loads(build_form_data(catalogue))


def _ask(script: str, question: object) -> Any:
    done = subprocess.run(
        [*node.command("node"), f"tests/js/contribute/{script}"],
        cwd=ROOT,
        input=json.dumps(question),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)
