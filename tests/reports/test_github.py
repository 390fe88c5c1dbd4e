"""GitHub: workflow commands and a summary page."""

import re
from dataclasses import replace

import pytest
from markdown_it import MarkdownIt

from mvo_catalogue.reports.programs import MAX_SUMMARY_BYTES, github_lines, github_summary
from mvo_catalogue.validation.report import Report
from tests.html_parts import list_tags
from tests.reports.diagnostics import ATTACK, CLEAN, ERROR, REPORT, TIP, WARNING

ADDRESS = "https://example.org/mvo/catalogus/blob/abc123/"


def test_each_message_is_a_workflow_command():
    """With file, place, rule and message."""
    assert list(github_lines(Report((ERROR, WARNING, TIP), 2)))[:3] == [
        "::error file=content/practices/x.md,line=4,col=5,title=unknown-topic::“x” is geen bekend thema.",
        "::warning file=content/practices/y.md,line=1,col=1,title=stale-review::Lang geleden.",
        "::notice file=content/practices/y.md,line=9,col=1,title=long-sentence::Deze zin is lang.",
    ]


def test_no_text_in_a_file_becomes_a_workflow_command():
    """Parsed as GitHub's runner does."""
    first = next(github_lines(Report((ATTACK,), 1)))
    read_command = re.fullmatch(r"::(\w+) (.*?)::(.*)", first)
    assert read_command
    command, properties, message = read_command.groups()
    read = dict(part.split("=", 1) for part in properties.split(","))

    assert len(first.splitlines()) == 1
    assert command == "error"
    assert set(read) == {"file", "line", "col", "title"}
    assert decode(read["file"]) == ATTACK.path
    assert decode(message) == ATTACK.message


def decode(text: str) -> str:
    """Return what the runner makes of an escaped part."""
    for code, character in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(code, character)
    return text


def render(summary: str) -> str:
    """Return the summary as GitHub renders it: with tables and HTML."""
    return str(MarkdownIt("gfm-like", {"html": True, "linkify": False}).render(summary))


def test_the_summary_has_every_message_with_a_link_to_its_line():
    """In the commit that was checked."""
    html = render(github_summary(Report((ERROR, WARNING), 12), ADDRESS))

    assert f'href="{ADDRESS}content/practices/x.md?plain=1#L4"' in html
    assert ">content/practices/x.md:4:5</a>" in html
    assert "“x” is geen bekend thema. <code>unknown-topic</code>" in html
    assert "Gevonden: 1 fout en 1 waarschuwing." in html


def test_no_text_in_a_file_is_markup_in_the_summary():
    html = render(github_summary(Report((ATTACK,), 1), ADDRESS))
    tags = list_tags(html)

    assert {tag for tag, _ in tags} == {"h2", "p", "table", "thead", "tbody", "tr", "th", "td", "a", "code", "!--"}
    assert [values["href"].startswith(ADDRESS) for tag, values in tags if tag == "a"] == [True]
    assert sum(tag == "td" for tag, _ in tags) == 3
    assert "&lt;script&gt;" in html
    assert "@iemand" not in html
    assert "#12" not in html


def test_the_summary_outside_github_has_no_links():
    assert "](" not in github_summary(REPORT)


def test_the_summary_without_messages_has_no_table():
    assert github_summary(CLEAN, ADDRESS).endswith("Alles is in orde&#46;\n")
    assert "|" not in github_summary(CLEAN, ADDRESS)


@pytest.mark.parametrize("room", [0, 20, 300, 1_000, 5_000, MAX_SUMMARY_BYTES])
def test_the_summary_is_cut_to_the_limit_of_github(room):
    """With the number of the others."""
    many = tuple(replace(ERROR, path=f"content/{number}.md", message="é" * 200) for number in range(5_000))
    summary = github_summary(Report(many, 12), ADDRESS, room)
    shown = summary.count("| ❌")

    assert len(summary.encode()) <= room
    assert shown < 5_000
    if room >= 1_000:
        assert shown
        assert f"De andere meldingen ({5_000 - shown}) staan in het logboek" in summary
