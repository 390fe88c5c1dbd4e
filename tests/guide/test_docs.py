"""Every file that a document names or links to exists."""

import re

from tools.tracked_files import ROOT, find_files

NAMES = {path.relative_to(ROOT).as_posix() for path in find_files()}
SUFFIXES = {name[at + 1 :] for name in NAMES for at, character in enumerate(name) if character == "/"} | NAMES
"""Every file by each name that a text can give it: ``pages/plan.py`` for ``plugins/mvo_catalogue/pages/plan.py``."""

LINK = re.compile(r"\]\(([^)#\s:]+)(?:#([^)\s]*))?\)")
QUOTED_FILE = re.compile(r"`(\.?\w[\w.-]*(?:/[\w.-]+)+\.(?:conf|css|html|js|md|mjs|py|yaml|yml))`")
CODE = re.compile(r"(`+).+?\1", re.DOTALL)
MADE = re.compile(r"\.build/|zoekindex/|content/practices/portieken\.md")
"""Files that a build makes, and the entry of the examples."""


def test_every_file_that_a_document_names_exists():
    """By its whole path or the last part of it; links to headings too."""
    missing = []
    for document in sorted(
        name for name in NAMES if name.endswith(".md") and not name.startswith(("content/", "tests/", "docs/regels"))
    ):
        text = re.sub(r"```.*?```", "", (ROOT / document).read_text(encoding="utf-8"), flags=re.DOTALL)
        missing += [
            f"{document}: {name}" for name in QUOTED_FILE.findall(text) if not MADE.match(name) and name not in SUFFIXES
        ]
        for target, heading in LINK.findall(CODE.sub("", text)):
            file = (ROOT / document).parent / target
            if not file.exists():
                missing.append(f"{document}: {target}")
            elif heading and heading not in list_anchors(file.read_text(encoding="utf-8")):
                missing.append(f"{document}: {target}#{heading}")

    assert missing == []


def list_anchors(text: str) -> list[str]:
    """Return the anchors of the headings of a text, as GitHub makes them."""
    headings = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    return [re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings]
