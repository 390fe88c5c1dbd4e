"""``mvo check`` for editors and build servers."""

import io
import json
import os
import pty
import re
import shlex
import subprocess
import sys
import time
from importlib.metadata import version
from pathlib import Path

import pytest

from mvo_catalogue.wiring.command_line import _make_parser, main
from mvo_catalogue.wiring.help import load_help
from tests.wiring.conftest import read_tree
from tests.wiring.test_build import break_content

BROKEN = "content/practices/portieken.md"
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(autouse=True)
def _outside_a_build_server(monkeypatch):
    """Write no summary for the run that these tests are part of."""
    for name in ("GITHUB_STEP_SUMMARY", "GITHUB_SERVER_URL", "GITHUB_REPOSITORY", "GITHUB_SHA", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def broken(project):
    """Return a project with one error, and one file that can be repaired."""
    break_content(project)
    file = project / "content" / "partners" / "de-brug.md"
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    return project


def test_on_github_messages_are_annotations_with_a_summary(broken, capsys, monkeypatch, tmp_path):
    """With links to this commit."""
    summary = tmp_path / "summary.md"
    summary.write_text("Eerder\n")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    monkeypatch.setenv("GITHUB_SERVER_URL", "https://example.org")
    monkeypatch.setenv("GITHUB_REPOSITORY", "mvo/catalogus")
    monkeypatch.setenv("GITHUB_SHA", "abc123")

    assert main(["check", "--format", "github"]) == 1
    assert capsys.readouterr().out.startswith(f"::error file={BROKEN},line=5,col=5,title=unknown-topic::")
    assert summary.read_text().startswith("Eerder\n## Controle van de inhoud\n")
    assert f"(https://example.org/mvo/catalogus/blob/abc123/{BROKEN}?plain=1#L5)" in summary.read_text()


def test_a_full_summary_is_not_extended(broken, monkeypatch, tmp_path):
    """GitHub shows nothing of one that is too long."""
    summary = tmp_path / "summary.md"
    summary.write_text("x" * (1024 * 1024 - 10))
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))

    assert main(["check", "--format", "github"]) == 1
    assert summary.stat().st_size == 1024 * 1024 - 10


@pytest.mark.parametrize(
    ("name", "find"),
    [
        ("gitlab", lambda document: document[0]["location"]["path"]),
        ("json", lambda document: document["meldingen"][0]["bestand"]),
    ],
)
def test_the_json_report_is_one_document(broken, capsys, name, find):
    """On standard output without anything else; in a file with text on the screen."""
    assert main(["check", "--format", name]) == 1
    printed = capsys.readouterr().out
    assert find(json.loads(printed)) == BROKEN

    assert main(["check", "--format", name, "--output", "verslag.json"]) == 1
    assert Path("verslag.json").read_text(encoding="utf-8") == printed
    assert capsys.readouterr().out.startswith(f"{BROKEN}:5:5: fout [unknown-topic]")


def test_the_report_is_never_written_into_the_content(broken, capsys):
    before = read_tree(broken / "content")

    assert main(["check", "--output", BROKEN]) == 2
    assert "hoort alleen inhoud" in capsys.readouterr().err
    assert main(["check", "--output", "er/is/geen/map.txt"]) == 2
    assert "kan niet worden geschreven" in capsys.readouterr().err
    assert read_tree(broken / "content") == before


def test_toon_shows_the_line_with_a_caret(broken, capsys):
    assert main(["check", "--toon"]) == 1
    _, line, caret, *_ = capsys.readouterr().out.split("\n")

    text = (broken / BROKEN).read_text().split("\n")[4]
    assert line == f"  5 │ {text}"
    assert caret == "    │     ^"


@pytest.mark.parametrize(
    "typed",
    [BROKEN, "content/practices", "./content/../content/practices/", ".", "content", "{here}/content/practices"],
)
def test_a_path_limits_the_messages_shown(broken, capsys, typed):
    """A file, a folder or an absolute path; others are counted."""
    assert main(["check", typed.format(here=broken)]) == 1
    assert capsys.readouterr().out.startswith(f"{BROKEN}:5:5:")


@pytest.mark.parametrize("name", ["2026/x.md", ".x.md", "x.md~"])
def test_naming_an_ignored_file_says_why_it_is_ignored(project, capsys, name):
    file = project / "content/practices" / name
    file.parent.mkdir(exist_ok=True)
    file.write_text("---\ntitel: x\n---\n", encoding="utf-8")

    assert main(["check", f"content/practices/{name}"]) == 1
    assert capsys.readouterr().out.startswith(f"content/practices/{name}:1:1: fout [file-name]")


def test_only_messages_under_a_path_decide_the_exit_code(broken, capsys):
    """Everything is checked, since references need it."""
    assert main(["check", "content/partners"]) == 0
    printed = capsys.readouterr().out

    assert BROKEN not in printed
    assert "Gecontroleerd: 21 bestanden. Hier is alles in orde. In andere bestanden: 1 fout." in printed


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("content/practices/portiek.md", "“content/practices/portiek.md” bestaat niet. Bedoelde u “portieken.md”?"),
        ("pelicanconf.py", "“pelicanconf.py” ligt buiten de map “content”."),
        ("content/../pelicanconf.py", "ligt buiten de map “content”."),
        ("/", ""),
        ("\x1b[31m", "“�[31m” bestaat niet."),
        ("x" * 5000, "bestaat niet."),
        ("", ""),
    ],
)
def test_an_invalid_path_ends_with_2(project, capsys, typed, said):
    code = main(["check", typed])
    shown = capsys.readouterr().err

    assert code == (2 if said else 0)
    assert said in shown
    assert "\x1b" not in shown


def test_strict_fails_on_a_warning(project, capsys):
    assert main(["check", "--today", "2028-11-21"]) == 0
    capsys.readouterr()

    assert main(["check", "--today", "2028-11-21", "--streng"]) == 1
    assert "Verbeter de waarschuwingen en probeer het opnieuw." in capsys.readouterr().out


def test_tips_are_only_counted_without_tips_or_a_path(project, capsys):
    """They never fail the check."""
    file = project / BROKEN
    sentence = "De bewoners " + "en de buren van de bewoners " * 8 + "schilderen samen.\n"
    file.write_text(file.read_text().replace("## Aanpak\n", f"{sentence}\n## Aanpak\n"))

    assert main(["check", "--streng"]) == 0
    printed = capsys.readouterr().out
    assert ": tip [" not in printed
    assert re.search(r"Er (is|zijn) ook \d+ tips?: zie --tips\.", printed)
    for arguments in (["--tips"], [BROKEN]):
        assert main(["check", "--streng", *arguments]) == 0
        assert ": tip [" in capsys.readouterr().out


def test_fix_shows_the_difference_and_repairs(broken, capsys):
    """Then the remaining messages; a second run does nothing."""
    assert main(["check", "--fix"]) == 1
    printed = capsys.readouterr().out

    assert "--- a/content/partners/de-brug.md\n+++ b/content/partners/de-brug.md\n" in printed
    assert "content/partners/de-brug.md: regeleinden\n" in printed
    assert "Hersteld: 1 bestand.\n" in printed
    assert f"{BROKEN}:5:5: fout [unknown-topic]" in printed
    assert b"\r" not in (broken / "content" / "partners" / "de-brug.md").read_bytes()

    assert main(["check", "--fix"]) == 1
    assert "Er is niets te herstellen." in capsys.readouterr().out


def test_a_dry_run_changes_nothing(broken, capsys):
    """The same difference, with an exit code for hooks."""
    before = read_tree(broken / "content")

    assert main(["check", "--fix", "--proef", "content/partners"]) == 1
    assert "Te herstellen: 1 bestand." in capsys.readouterr().out
    assert main(["check", "--fix", "--dry-run", "content/practices/warm-welkom.md"]) == 0
    assert read_tree(broken / "content") == before


def test_dry_run_requires_fix(project, capsys):
    assert main(["check", "--proef"]) == 2
    assert "hoort bij --fix" in capsys.readouterr().err


def test_fix_only_changes_the_named_paths(broken, capsys):
    before = read_tree(broken / "content")

    assert main(["check", "--fix", "content/practices"]) == 1
    assert "Er is niets te herstellen." in capsys.readouterr().out
    assert read_tree(broken / "content") == before


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["check", "--format", "xml"], "kan niet bij --format"),
        (["check", "--output"], "bij --output hoort een waarde"),
        (["check", "--today", "gisteren"], "schrijf een dag zoals 2026-11-21"),
        (["check", "--snel"], "dit ken ik niet: --snel"),
        (["check", "--tip"], "dit ken ik niet: --tip. Bedoelde u “--tips”?"),
        (["check", "--formaat=json"], "Bedoelde u “--format”?"),
        (["check", "--format", "jsn"], "Bedoelde u “json”?"),
        (["chek"], "Bedoelde u “check”?"),
        (["nieuw", "praktik", "x"], "Bedoelde u “praktijk”?"),
        (["serve", "--port", "acht"], "schrijf een getal"),
        ([], "er ontbreekt iets: opdracht"),
    ],
)
def test_a_wrong_command_is_explained_in_dutch(arguments, said, capsys):
    """With exit code 2."""
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    shown = capsys.readouterr().err

    assert caught.value.code == 2
    assert shown.startswith("gebruik: mvo")
    assert said in shown


def test_help_shows_examples_that_work(capsys):
    parser, commands = _make_parser()

    assert set(load_help()) == {"mvo", *commands}
    for name, texts in load_help().items():
        printed = commands.get(name, parser).format_help()
        for example in texts.examples:
            words = shlex.split(example.partition(" <")[0])

            assert example in printed
            assert words[0] == "mvo"
            if "--help" not in words:
                assert parser.parse_args(words[1:]).command == (name if name in commands else words[1])


def test_the_version_is_that_of_the_package(capsys):
    with pytest.raises(SystemExit) as caught:
        main(["--version"])

    assert caught.value.code == 0
    assert capsys.readouterr().out == f"mvo {version('mvo-praktijkcatalogus')}\n"


def test_help_has_the_exit_codes(capsys):
    with pytest.raises(SystemExit) as caught:
        main(["check", "--help"])
    printed = " ".join(capsys.readouterr().out.split())

    assert caught.value.code == 0
    assert "0 als alles goed is, 1 bij fouten" in printed
    assert "2 als de opdracht niet klopt" in printed


def run_python(code: str, project: Path, **environment: str) -> str:
    """Return what a fresh Python prints, in a project."""
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=project,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    return done.stdout


def test_check_only_imports_what_it_needs(broken, capsys):
    """Not what makes pages or indexes, or requests other sites.

    When nothing changed, a second check reads no file.
    """
    code = (
        "import sys; from mvo_catalogue.wiring.command_line import main; main(['check', '--toon']);"
        "print(); print(*sorted({name.partition('.')[0] for name in sys.modules}))"
    )
    time.sleep(0.2)  # else it could still be saved unseen
    (report, _, loaded), (again, _, loaded_again) = (run_python(code, broken).rpartition("\n\n") for _ in range(2))
    builds = {"pelican", "jinja2", "lunr", "brotli", "babel", "feedgenerator", "watchfiles", "ssl"}
    reads = {"pydantic", "pydantic_core", "yaml", "markdown_it", "rapidfuzz"}

    assert builds.isdisjoint(loaded.split())
    assert reads & set(loaded.split())
    assert (builds | reads).isdisjoint(loaded_again.split())
    assert again == report
    assert "1 fout" in report
    Path(BROKEN).unlink()
    main(["check", "--toon"])
    assert capsys.readouterr().out.strip() != report


def test_it_runs_as_a_module(broken):
    done = subprocess.run(
        [sys.executable, "-m", "mvo_catalogue", "check"], cwd=broken, capture_output=True, text=True, check=False
    )

    assert done.returncode == 1
    assert done.stdout.startswith(f"{BROKEN}:5:5: fout [unknown-topic]")
    assert not done.stderr


def test_any_output_encoding_works(broken):
    """Unsupported quotes and arrows are replaced."""
    code = "from mvo_catalogue.wiring.command_line import main; main(['check', '--toon'])"

    assert "fout [unknown-topic]" in run_python(code, broken, PYTHONIOENCODING="ascii")


def run_on_terminal(project: Path, **environment: str) -> str:
    """Return what the command shows on a real terminal."""
    ours, theirs = pty.openpty()
    code = "from mvo_catalogue.wiring.command_line import main; main(['check'])"
    child = subprocess.Popen(
        [sys.executable, "-c", code], cwd=project, env={**os.environ, "TERM": "xterm", **environment}, stdout=theirs
    )
    os.close(theirs)
    shown = io.BytesIO()
    try:
        while part := os.read(ours, 65536):
            shown.write(part)
    except OSError:  # broken pipe on Linux
        pass
    os.close(ours)
    child.wait()
    return shown.getvalue().decode("utf-8")


def test_only_a_terminal_gets_colours(broken, capsys):
    """Unless NO_COLOR is set."""
    assert "\x1b[1;31mfout\x1b[0m" in run_on_terminal(broken)
    assert "\x1b" not in run_on_terminal(broken, NO_COLOR="1")
    assert "\x1b" not in run_on_terminal(broken, TERM="dumb")
    main(["check"])
    assert "\x1b" not in capsys.readouterr().out
