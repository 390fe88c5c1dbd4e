"""GitHub: commands that nothing in a file can write, and a summary page that fits."""

import re
from dataclasses import replace

import pytest
from markdown_it import MarkdownIt

from mvo_catalogue.reports.programs import MAX_SUMMARY_BYTES, github_lines, github_summary
from mvo_catalogue.validation.report import Report
from tests.html_parts import list_tags
from tests.reports.diagnostics import ATTACK, CLEAN, ERROR, REPORT, TIP, WARNING

ADDRESS = "https://example.org/mvo/catalogus/blob/abc123/"


def test_gives_workflow_commands():
    """An annotation has the file, the place, the rule as title, and the sentence."""
    assert list(github_lines(Report((ERROR, WARNING, TIP), 2)))[:3] == [
        "::error file=content/practices/x.md,line=4,col=5,title=unknown-topic::“x” is geen bekend thema.",
        "::warning file=content/practices/y.md,line=1,col=1,title=stale-review::Lang geleden.",
        "::notice file=content/practices/y.md,line=9,col=1,title=long-sentence::Deze zin is lang.",
    ]


def test_nothing_in_a_file_can_write_a_command_of_its_own():
    """Read as GitHub's runner reads it, a line is one command with the path and message as they are."""
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
    """The table shows what the annotations cannot, and goes to the line as it was checked."""
    html = render(github_summary(Report((ERROR, WARNING), 12), ADDRESS))

    assert f'href="{ADDRESS}content/practices/x.md?plain=1#L4"' in html
    assert ">content/practices/x.md:4:5</a>" in html
    assert "“x” is geen bekend thema. <code>unknown-topic</code>" in html
    assert "Gevonden: 1 fout en 1 waarschuwing." in html


def test_nothing_in_a_file_is_markup_in_the_summary():
    """No tag, link, image or cell comes from a message or name."""
    html = render(github_summary(Report((ATTACK,), 1), ADDRESS))
    tags = list_tags(html)

    assert {tag for tag, _ in tags} == {"h2", "p", "table", "thead", "tbody", "tr", "th", "td", "a", "code", "!--"}
    assert [values["href"].startswith(ADDRESS) for tag, values in tags if tag == "a"] == [True]
    assert sum(tag == "td" for tag, _ in tags) == 3
    assert "&lt;script&gt;" in html
    assert "@iemand" not in html
    assert "#12" not in html


def test_the_summary_without_address_has_no_links():
    """Outside GitHub there is nothing to link to."""
    assert "](" not in github_summary(REPORT)


def test_good_news_has_no_table():
    """The heading and the sentence are enough."""
    assert github_summary(CLEAN, ADDRESS).endswith("Alles is in orde&#46;\n")
    assert "|" not in github_summary(CLEAN, ADDRESS)


@pytest.mark.parametrize("room", [0, 20, 300, 1_000, 5_000, MAX_SUMMARY_BYTES])
def test_the_summary_fits(room):
    """Of too many messages the first are shown, and the number of the others."""
    many = tuple(replace(ERROR, path=f"content/{number}.md", message="é" * 200) for number in range(5_000))
    summary = github_summary(Report(many, 12), ADDRESS, room)
    shown = summary.count("| ❌")

    assert len(summary.encode()) <= room
    assert shown < 5_000
    if room >= 1_000:
        assert shown
        assert f"De andere meldingen ({5_000 - shown}) staan in het logboek" in summary
