"""The form in the browser, asked in Node: what it writes for an entry, and what it says of it."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from mvo_catalogue.domain.catalogue import Catalogue
from mvo_catalogue.exports.form_data import build_form_data
from tests.factories import TODAY, make_site
from tools import node

ROOT = Path(__file__).resolve().parent.parent


def ask_form(catalogue: Catalogue, entries: Iterable[tuple[dict[str, Any], dict[str, str]]]) -> list[dict[str, Any]]:
    """Return what the form answers to each practice, given as values by key and texts by heading.

    An answer has the ``text`` of the file, the ``package`` with it as content/practices/x.md and with the title as
    "Van", and the ``problems`` as (rule, message, is it a warning).
    """
    question = {
        "data": json.loads(build_form_data(catalogue, make_site(catalogue))),
        "today": TODAY.isoformat(),
        "entries": [
            {"values": values, "parts": [{"heading": heading, "text": text} for heading, text in parts.items()]}
            for values, parts in entries
        ],
    }
    done = subprocess.run(
        [*node.command("node"), "tests/js/contribute/answer.mjs"],
        cwd=ROOT,
        input=json.dumps(question),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    answers: list[dict[str, Any]] = json.loads(done.stdout)
    return answers
