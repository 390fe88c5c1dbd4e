"""Do all links within a built site work? ``python -m tools.site_links output`` lists those that do not.

Only the standard library, so that checking a proposed change of the content needs no test packages.
"""

import re
import sys
from dataclasses import dataclass
from functools import cache
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree

# The templates escape all values, so a quotation mark always delimits an attribute.
_ATTRIBUTE = re.compile(r'\s(id|href|src|action|data-search-action|data-manifest|data-base)="([^"]*)"')
_CANONICAL = re.compile(r'<link rel="canonical" href="([^"]*)"')


@dataclass(frozen=True)
class _Page:
    """The addresses in a page, the ids of its elements, and its own address."""

    targets: frozenset[str]
    anchors: frozenset[str]
    canonical: str


def check_site_links(site: Path) -> list[str]:
    """Return a sentence for each link within the site to a file, or an element of a page, that does not exist.

    The address of the site is taken from the canonical address of its home page.
    """
    pages = {file.relative_to(site).as_posix(): _read_page(file) for file in sorted(site.rglob("*.html"))}
    root = urlsplit(pages["index.html"].canonical)

    @cache
    def find_anchors(name: str) -> frozenset[str] | None:
        """Return the ids of the elements of a page or SVG image; ``None`` for a file that does not exist."""
        if name in pages:
            return pages[name].anchors
        file = site / name
        if not name or not file.is_file():
            return None
        shapes = ElementTree.parse(file).iter() if file.suffix == ".svg" else ()  # noqa: S314 - our own drawing
        return frozenset(shape.get("id", "") for shape in shapes)

    @cache
    def fault(target: str, page: str) -> str | None:
        parts = urlsplit(target)
        if (parts.scheme or parts.netloc) and parts.netloc != root.netloc:
            return None
        name = page if not parts.path else _file_at(unquote(parts.path), root.path)
        anchors = find_anchors(name)
        if anchors is None:
            return "is er niet"
        return None if not parts.fragment or unquote(parts.fragment) in anchors else "heeft dit onderdeel niet"

    return [
        f"{name}: {target} {problem}"
        for name, page in pages.items()
        for target in sorted(page.targets)
        if (problem := fault(target, name if target.startswith(("#", "?")) else ""))
    ]


def _read_page(file: Path) -> _Page:
    text = file.read_text(encoding="utf-8")
    found: dict[str, set[str]] = {"id": set()}
    for name, value in _ATTRIBUTE.findall(text):
        found.setdefault(name, set()).add(unescape(value))
    anchors = found.pop("id")
    canonical = _CANONICAL.search(text)
    return _Page(frozenset().union(*found.values()), frozenset(anchors), unescape(canonical[1]) if canonical else "")


def _file_at(path: str, root: str) -> str:
    """Return the file for a path of the server, relative to the home page; "" for a path outside the site."""
    if not path.startswith(root):
        return ""
    inside = path.removeprefix(root)
    return f"{inside}index.html" if inside.endswith("/") or not inside else inside


def main() -> int:
    """Print the broken links of the site in the given folder."""
    faults = check_site_links(Path(sys.argv[1]))
    for line in faults:
        print(line)
    if not faults:
        print("Alle links binnen de site kloppen.")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
