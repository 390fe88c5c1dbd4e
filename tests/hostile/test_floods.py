"""Texts that are slow to parse: long, and full of what costs most. Each gets its report.

They are an eighth of the maximum length: what is not linear shows there too.
"""

import json
import re
from pathlib import Path

import pytest

from mvo_catalogue.domain.diagnostic import MOST_SHOWN
from mvo_catalogue.reading.front_matter import MAX_BODY, MAX_CHARACTERS
from tests.hostile.conftest import MISTAKE, MISTAKEN, Reported, make_project, run
from tests.site.fixtures import BuildOnce

HEAD, _, BODY = MISTAKEN.partition("\n---\n")
ROOM = MAX_BODY // 8


def fill(piece: str) -> str:
    """Return a piece as often as fits."""
    return piece * (ROOM // len(piece))


FLOODS = {
    "brackets": fill("["),
    "images": fill("!["),
    "less-than": fill("<"),
    "backticks": " ".join("`" * number for number in range(1, 270)),
    "emphasis": fill("*a **b "),
    "emphasis-mixed": fill("*a_ "),
    "stars": fill("**"),
    "quotes": ">" * 5_000 + " a",
    "lists": "- " * 5_000 + "a",
    "lists-indented": "\n".join("  " * number + "- a" for number in range(190)),
    "quotes-and-lists": fill("> - "),
    "links-unclosed": fill("[a]("),
    "links-nested": "[" * 10_000 + "a" + "](b)" * 5_000,
    "references": "".join(f"[r{number}]: https://example.org/{number}\n" for number in range(700)) + "[r1] " * 1_000,
    "references-unclosed": fill("[a]: <"),
    "tables": "|" + "a|" * 400 + "\n|" + "-|" * 400 + "\n" + "a\n" * 4_000,
    "entities": fill("&amp;"),
    "entities-unknown": fill("&a;"),
    "entities-hidden": fill("&#8238;"),
    "tags": fill("<a "),
    "tags-whole": fill("<b>x\n"),
    "comments": fill("<!--"),
    "declarations": fill("<![CDATA["),
    "addresses": fill("<a@"),
    "full-stops": fill("."),
    "headings": fill("## a\n"),
    "headings-underlined": fill("a\n=\n"),
    "fragments": fill("[x](#niks) "),
    "headings-and-fragments": "## a\n" * 1_000 + "[x](#n) " * 1_000,
    "bad-links": fill("[x](javascript:a)\n"),
    "bad-entries": fill("[x](../partners/nietbekend.md) "),
    "lines": fill("a\n"),
    "hard-breaks": fill("a\\\n"),
    "numbers": fill("1. a\n"),
    "fences": fill("```\na\n"),
    "white": "a" + " " * (ROOM - 2) + "a",
}
MANY = {
    "keys": "".join(f"k{number}: x\n" for number in range(1_000)),
    "sources": "bronnen:\n" + "  - {titel: Het jaarverslag}\n" * 1_000,
    "themes": "themas: [" + "x, " * 5_000 + "x]\n",
    "doubles": "fase: x\n" * 3_500,
    "aliases": "a: [" + "*a, " * 5_000 + "x]\n",
}


def check_floods(folder: Path) -> None:
    """Write the report of all floods together."""
    project = make_project(folder)
    for name, text in FLOODS.items():
        body = f"{HEAD}\n---\n{BODY}\n{text}"
        (project / "content" / "practices" / f"x-{name}.md").write_text(body, encoding="utf-8")
    for name, text in MANY.items():
        assert len(text) < MAX_CHARACTERS
        (project / "content" / "practices" / f"y-{name}.md").write_text(f"---\n{text}---\n", encoding="utf-8")
    (folder / "report.json").write_text(run(project, "check", "--format", "json").text, encoding="utf-8")


@pytest.fixture(scope="session")
def report(build_once: BuildOnce) -> Reported:
    """Return that report, made once for all processes."""
    return Reported(1, (build_once("floods", check_floods) / "report.json").read_text(encoding="utf-8"))


def test_a_flood_does_not_hide_other_errors(report):
    """Every message has a place in the file."""
    for name, text in FLOODS.items():
        places = report.places(f"content/practices/x-{name}.md")
        lines = f"{HEAD}\n---\n{BODY}\n{text}".split("\n")

        assert MISTAKE in places, name
        assert all(1 <= column <= len(lines[line - 1]) + 1 for _, line, column in places), name


def test_thousands_of_errors_are_counted(report):
    """The first hundred are reported."""
    for name, rule, count in (
        ("x-tags-whole", "raw-html", FLOODS["tags-whole"].count("<")),
        ("x-entities-hidden", "hidden-character", FLOODS["entities-hidden"].count("&")),
        ("x-headings-underlined", "heading-level", FLOODS["headings-underlined"].count("=")),
        ("x-fragments", "broken-link", FLOODS["fragments"].count("[")),
        ("y-keys", "unknown-key", 1_000),
        ("y-doubles", "duplicate-key", 3_499),
        ("y-aliases", "yaml-feature", 5_000),
        ("y-sources", "missing-key", 1_000),
    ):
        *shown, last = [item for item in report.messages if item["bestand"] == f"content/practices/{name}.md"]
        others = re.match(r"En nog ([\d.]+) meldingen in dit bestand: ", last["melding"])

        assert others, name
        assert len(shown) == MOST_SHOWN, name
        assert rule in {item["code"] for item in shown}, name
        assert len(shown) + int(others[1].replace(".", "")) >= count, name
    assert json.loads(report.text)["fouten"] > 10_000


def test_the_report_of_a_flood_is_sorted(report):
    """By file, line and column."""
    places = [(item["bestand"], item["regel"], item["kolom"], item["code"]) for item in report.messages]

    assert places == sorted(places)
    assert len(places) > 1_000
