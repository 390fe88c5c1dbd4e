"""``mvo import-issue`` as a maintainer and a build server use it."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from mvo_catalogue.wiring.command_line import main
from tests.contributing.conftest import BODIES, read_body

SHORTEST = BODIES / "kortst.md"
MADE = Path("content/practices/buren-helpen-elkaar-in-de-tuin.md")


def write_event(body: object) -> str:
    """Write an event of GitHub about an issue with this text and return its path."""
    event = {"action": "labeled", "issue": {"number": 12, "title": "Praktijk: x", "body": body}}
    Path("event.json").write_text(json.dumps(event), encoding="utf-8")
    return "event.json"


def test_an_event_gives_the_same_file(project):
    """GitHub sends the text with other line ends, in JSON."""
    assert main(["import-issue", str(SHORTEST)]) == 0
    expected = MADE.read_bytes()
    MADE.unlink()

    assert main(["import-issue", "--event", write_event(read_body("kortst").replace("\n", "\r\n"))]) == 0
    assert MADE.read_bytes() == expected
    assert b"\r" not in expected


def test_the_standard_input_is_read(project, monkeypatch):
    """A text can be piped in."""
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(SHORTEST.read_bytes())))

    assert main(["import-issue"]) == 0
    assert MADE.is_file()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b'{"issue": 3}',
        b'{"issue": {"body": 3}}',
        b"[" * 100_000,
        b"\xff\xfe",
        b'{"a": 1}' * 700_000,
    ],
)
def test_what_is_no_event_is_refused(project, capsys, data):
    """A wrong file gets a sentence and no traceback."""
    Path("event.json").write_bytes(data)

    assert main(["import-issue", "--event", "event.json"]) == 1
    assert "gebeurtenis" in capsys.readouterr().out


def test_an_event_about_an_empty_issue_is_refused(project, capsys):
    """GitHub gives null for an issue without text."""
    assert main(["import-issue", "--event", write_event(None)]) == 1
    assert "niet met het formulier" in capsys.readouterr().out


@pytest.mark.parametrize("data", [b"\xff\xfe\x00", b"x" * 300_000])
def test_what_is_no_text_is_refused(project, capsys, data):
    """Neither is a file in another encoding, or one that is too long."""
    Path("issue.md").write_bytes(data)

    assert main(["import-issue", "issue.md"]) == 1
    assert len(capsys.readouterr().out) < 200


def test_a_missing_file_makes_no_sense(project, capsys):
    """The command itself is wrong then."""
    assert main(["import-issue", "weg.md"]) == 2
    assert "kan niet worden gelezen" in capsys.readouterr().err


def test_a_second_import_changes_nothing(project, capsys):
    """What an editor has done since stays."""
    assert main(["import-issue", str(SHORTEST)]) == 0
    MADE.write_text("van een redacteur", encoding="utf-8")

    assert main(["import-issue", str(SHORTEST)]) == 1
    assert "bestaat al en is niet veranderd" in capsys.readouterr().out
    assert MADE.read_text(encoding="utf-8") == "van een redacteur"


@pytest.mark.parametrize("link", ["content/practices", "content/practices/buren-helpen-elkaar-in-de-tuin.md"])
def test_nothing_is_written_through_a_link(project, tmp_path, link):
    """A link out of the content folder is not followed, not even one that leads nowhere yet."""
    outside = tmp_path / "buiten"
    if Path(link).is_dir():
        Path(link).rename(outside)
    Path(link).symlink_to(outside)
    before = list(tmp_path.rglob("*"))

    assert main(["import-issue", str(SHORTEST)]) == 1
    assert list(tmp_path.rglob("*")) == before


def test_without_content_there_is_nothing_to_import_into(tmp_path, monkeypatch, capsys):
    """The command was given in the wrong folder."""
    monkeypatch.chdir(tmp_path)

    assert main(["import-issue", str(SHORTEST)]) == 1
    assert "Draai dit in de map van de catalogus" in capsys.readouterr().out
    assert list(tmp_path.iterdir()) == []


def test_the_summary_says_what_to_look_at(project):
    """It holds the name of the file, every note, every message of the check, and what a person still judges."""
    assert main(["import-issue", str(BODIES / "onbekende-keuzes.md"), "--samenvatting", "s.md"]) == 0
    assert main(["import-issue", str(BODIES / "script.md"), "--samenvatting", "t.md"]) == 1
    good, bad = (Path(name).read_text(encoding="utf-8") for name in ("s.md", "t.md"))

    assert f"`{MADE}`" in good
    assert "Ruimtevaart" in good
    assert "Alles is in orde" in good
    assert "- [ ] Er staan geen namen" in good
    assert "`unsafe-link`" in bad


def test_a_summary_is_plain_text_to_github(project):
    """No name is called, no issue is linked or closed, and there is no markup of the sender."""
    body = read_body("tekst-eromheen").replace("Buren helpen", "Closes #1 @iedereen <b> [x](https://a.nl) `y`")
    Path("issue.md").write_text(body, encoding="utf-8")
    main(["import-issue", "issue.md", "--samenvatting", "s.md"])
    summary = Path("s.md").read_text(encoding="utf-8")

    assert not {"@iedereen", "#1", "<b>", "](https", "`y`"} & set(summary.split())
    assert "@iedereen" not in summary
    assert "#1" not in summary.replace("&#1", "")
    assert "](https" not in summary


def test_a_summary_fits_in_a_comment(project):
    """However much could not be placed: GitHub takes 65,536 characters, and the rest stays in the issue."""
    body = read_body("kortst").replace("### Thema's\n\n", "### Thema's\n\n" + "#@x, " * 12_000)
    Path("issue.md").write_text(body, encoding="utf-8")
    main(["import-issue", "issue.md", "--samenvatting", "s.md"])
    summary = Path("s.md").read_text(encoding="utf-8")

    assert len(summary.encode()) < 61_000
    assert "En nog 11" in summary
    assert "- [ ] De bron is gelezen" in summary


def test_a_refusal_is_a_summary_too(project):
    """Whoever sent the issue reads why there is no proposal, and what to do."""
    assert main(["import-issue", str(BODIES / "geen-titel.md"), "--samenvatting", "s.md"]) == 1
    summary = Path("s.md").read_text(encoding="utf-8")
    assert "staat niets" in summary
    assert "Pas het issue aan" in summary


@pytest.mark.parametrize("name", ["content/practices/x.md", "content/../content/s.md", "er/is/geen/map.md"])
def test_a_summary_lands_outside_the_content(project, name):
    """It is no entry."""
    assert main(["import-issue", str(SHORTEST), "--samenvatting", name]) == 2
    assert not Path(name).exists()
