"""Hostile texts in one folder: each is reported at its place, and none hides another.

The cases of YAML are in the style of the yaml-test-suite: a name, a text, and the expected result.
"""

from pathlib import Path

import pytest

from mvo_catalogue.domain.entries import Practice
from mvo_catalogue.reading.files import ContentFile
from mvo_catalogue.reading.front_matter import MAX_BODY
from mvo_catalogue.validation.entries import load_entry
from tests.factories import TODAY
from tests.hostile.conftest import GOOD, Reported, make_project, run
from tests.site.fixtures import BuildOnce

Place = tuple[str, int, int]
LINES = GOOD.split("\n")
END = LINES.index("---", 1) + 1
"""The line of the second fence of a good entry; the text begins on the next."""
BODY = "\n".join(LINES[END:])
LAST = len(LINES)
"""The first line after a good entry."""


def line_of(start: str) -> int:
    """Return the line of a good entry that starts like this."""
    return next(number for number, line in enumerate(LINES, 1) if line.startswith(start))


TITLE, THEMES, PHASE, PUBLISHED = map(line_of, ("titel:", "themas:", "fase:", "gepubliceerd:"))


def put(number: int, *lines: str) -> str:
    """Return a good entry with other lines in the place of one."""
    return "\n".join([*LINES[: number - 1], *lines, *LINES[number:]])


def after(number: int, *lines: str) -> str:
    """Return a good entry with lines after one."""
    return put(number, LINES[number - 1], *lines)


def at(rule: str, *places: tuple[int, int]) -> list[Place]:
    """Return the same rule at several places."""
    return [(rule, *place) for place in places]


MAPPING = put(THEMES, "themas: {a: b}", "x:")
BOMB = "---\na: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n---\n"
WRONG_PHASE = [("unknown-value", PHASE, 7)]
REFUSED = [("unknown-value", PHASE, 7), ("yaml-feature", PHASE, 7)]
TEXTS: dict[str, tuple[str | bytes, list[Place]]] = {
    # no text, or hidden characters
    "latin-1": (GOOD.replace("fase: lopend", "plaats: Café").encode("latin-1"), [("file-encoding", PHASE, 12)]),
    "nul": (GOOD.replace("lopend", "lop\0end").encode(), [("file-encoding", PHASE, 10)]),
    "bidi": (put(TITLE, "titel: Een \u202ekeot\u202c naam"), at("hidden-character", (TITLE, 12), (TITLE, 17))),
    "escape-codes": (GOOD + "\x1b[2J\x07", [("hidden-character", LAST, 1), ("hidden-character", LAST, 5)]),
    "hidden-in-key": (put(PHASE, "fa\u200bse: lopend"), [("hidden-character", PHASE, 3)]),
    # missing or truncated files
    "one-fence": ("---", [("front-matter", 1, 1)]),
    "one-fence-line": ("---\n", [("front-matter", 1, 1)]),
    "two-fences": ("---\n---\n", [("missing-key", 1, 1)] * 7),
    "three-fences": ("---\n---\n---\n", [("missing-key", 1, 1)] * 7),
    "never-closed": (GOOD.replace("\n---\n", "\n"), [("front-matter", END + 1, 1)]),
    "fence-too-long": ("-" + GOOD, [("front-matter", 1, 1)]),
    "line-before": ("\n" + GOOD, [("front-matter", 1, 1)]),
    "lone-returns": (GOOD.replace("lopend", "x").replace("\n", "\r"), WRONG_PHASE),
    "windows": (GOOD.replace("lopend", "x").replace("\n", "\r\n"), WRONG_PHASE),
    "mixed-ends": (put(PHASE, "fase: x").replace("\n", "\r\n", 3).replace("\n## ", "\r## "), WRONG_PHASE),
    "cut-in-key": ("\n".join(LINES[: PHASE - 1]) + "\nfas", [("front-matter", PHASE, 1)]),
    # YAML that does more than lists and mappings
    "anchor-bomb": (BOMB, at("yaml-feature", (2, 4), (3, 4), (3, 8), (3, 12), (4, 4), (4, 8), (4, 12))),
    "alias-of-itself": ("---\na: &a [*a]\n---\n", [("yaml-feature", 2, 4), ("yaml-feature", 2, 8)]),
    "merge-key": (after(PHASE, "<<: {fase: idee}"), [("yaml-feature", PHASE + 1, 1)]),
    "merge-list": (after(PHASE, "<<: [*a, *b]"), [("yaml-feature", PHASE + 1, 1)]),
    "python-tag": (put(PHASE, "fase: !!python/object/apply:os.system [id]"), REFUSED),
    "binary-tag": (put(PHASE, "fase: !!binary bG9wZW5k"), REFUSED),
    "set-tag": (put(PHASE, "fase: !!set {lopend}"), REFUSED),
    "unknown-tag": (put(PHASE, "fase: !a!b lopend"), WRONG_PHASE),
    "local-tag": (put(PHASE, "fase: !eigen lopend"), [("yaml-feature", PHASE, 7)]),
    "directive": ("---\n%YAML 1.2\n---\n", [("yaml-syntax", 2, 1)]),
    "second-document": (put(PHASE, "--- #", "fase: idee"), [("missing-key", 1, 1)] * 3 + [("yaml-feature", PHASE, 1)]),
    "document-end": (put(PHASE, "...", "fase: lopend"), [("yaml-syntax", PHASE, 1)]),
    "complex-key": (put(PHASE, "? [fase]", ": lopend"), [("yaml-syntax", PHASE, 3)]),
    "question-key": (put(PHASE, "? fase", ": soms"), [("unknown-value", PHASE + 1, 3)]),
    "empty-key": (put(PHASE, ": lopend"), [("yaml-syntax", PHASE, 1)]),
    "key-twice": (after(PHASE, "fase: idee"), [("duplicate-key", PHASE + 1, 1)]),
    "key-twice-quoted": (after(PHASE, '"fase": idee'), [("duplicate-key", PHASE + 1, 1)]),
    "key-twice-escaped": (after(PHASE, r'"f\x61se": idee'), [("duplicate-key", PHASE + 1, 1)]),
    "key-in-capitals": (put(PHASE, "Fase: lopend"), [("unknown-key", PHASE, 1)]),
    "tab-indent": (put(THEMES + 1, "\t- werken"), [("yaml-syntax", THEMES + 1, 1)]),
    "tab-after-key": (put(PHASE, "fase:\tsoms"), WRONG_PHASE),
    "deep-flow": (put(PHASE, "fase: " + "[" * 5000), [("yaml-syntax", PHASE, 12)]),
    "deep-flow-mapping": (put(PHASE, "fase: " + "{a: " * 5000), [("yaml-syntax", PHASE, 27)]),
    "deep-block": (put(PHASE, "fase:", "  " + "- " * 5000), [("yaml-syntax", PHASE + 1, 13)]),
    "megabyte-scalar": (put(PHASE, "fase: " + "a" * 900_000), [("front-matter", 2, 1)]),
    "more-than-a-megabyte": (put(PHASE, "fase: " + "a" * 1_000_001), [("file-too-large", 1, 1)]),
    "long-scalar": (put(PHASE, "fase: " + "a" * 60_000), WRONG_PHASE),
    "long-key": (put(PHASE, "a" * 60_000 + ": x"), [("yaml-syntax", PHASE, 1)]),
    "long-quoted-key": (put(PHASE, '"' + "a" * 900 + '": x'), [("unknown-key", PHASE, 1)]),
    # values that YAML would make something else of
    "no": (put(PHASE, "fase: nee"), WRONG_PHASE),
    "norway": (put(PHASE, "fase: no"), WRONG_PHASE),
    "draft-no": (after(PHASE, "concept: nee"), [("wrong-value", PHASE + 1, 10)]),
    "draft-number": (after(PHASE, "concept: 0"), [("wrong-value", PHASE + 1, 10)]),
    "no-such-day": (put(PUBLISHED, "gepubliceerd: 2026-02-30"), [("wrong-date", PUBLISHED, 15)]),
    "no-leap-day": (put(PUBLISHED, "gepubliceerd: 2025-02-29"), [("wrong-date", PUBLISHED, 15)]),
    "dutch-day": (put(PUBLISHED, "gepubliceerd: 1-11-2026"), [("wrong-date", PUBLISHED, 15)]),
    "time": (put(PUBLISHED, "gepubliceerd: 2026-11-01T00:00:00Z"), [("wrong-date", PUBLISHED, 15)]),
    "other-digits": (put(PUBLISHED, "gepubliceerd: ２０２６-11-01"), [("wrong-date", PUBLISHED, 15)]),
    "year-nought": (put(PUBLISHED, "gepubliceerd: 0000-00-00"), [("wrong-date", PUBLISHED, 15)]),
    "number-as-word": (after(PHASE, "inzet: twee"), [("unknown-value", PHASE + 1, 8)]),
    "number-with-point": (after(PHASE, "inzet: 2.0"), [("unknown-value", PHASE + 1, 8)]),
    "not-a-number": (after(PHASE, "kosten: {prijspeil: .nan}"), [("wrong-number", PHASE + 1, 21)]),
    "huge-number": (after(PHASE, "kosten: {prijspeil: " + "9" * 5000 + "}"), [("wrong-number", PHASE + 1, 21)]),
    "list-for-text": (put(TITLE, "titel: [a, b]"), [("wrong-type", TITLE, 8)]),
    "mapping-for-list": (MAPPING, [("wrong-type", THEMES, 9), ("unknown-key", THEMES + 1, 1)]),
    "nothing": (put(PHASE, "fase:", "titel2: ~"), [("empty-value", PHASE, 1), ("unknown-key", PHASE + 1, 1)]),
    # the text
    "hundred-thousand-lines": (GOOD + "regel\n" * 100_000, [("file-too-large", LAST + (MAX_BODY - len(BODY)) // 6, 1)]),
    "one-long-line": (GOOD + "a" * 900_000, [("file-too-large", LAST, 1)]),
    "html": (GOOD + "<script>alert(1)</script>\n", [("raw-html", LAST, 1)]),
    "not-a-link": (GOOD + "[a](b c)\n", [("broken-link", LAST, 3)]),
    "script-link": (GOOD + "[a](javascript:alert(1))\n", [("unsafe-link", LAST, 5)]),
    "path-link": (GOOD + "[a](../../../etc/passwd)\n", [("outside-link", LAST, 5)]),
    "hidden-entity": (GOOD + "a&#8238;b\n", [("hidden-character", LAST, 2)]),
}  # fmt: skip

READING = {rule for _, places in TEXTS.values() for rule, *_ in places}
PLACES = {"anchor-bomb", "alias-of-itself"}
"""Cases in which the keys themselves do not matter."""


def check_texts(folder: Path) -> None:
    """Write the report of ``mvo check`` on all these texts together."""
    project = make_project(folder)
    for name, (text, _) in TEXTS.items():
        data = text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")
        (project / "content" / "practices" / f"x-{name}.md").write_bytes(data)
    (folder / "report.json").write_text(run(project, "check", "--format", "json").text, encoding="utf-8")


@pytest.fixture(scope="session")
def report(build_once: BuildOnce) -> Reported:
    """Return that report, made once for all processes."""
    return Reported(1, (build_once("texts", check_texts) / "report.json").read_text(encoding="utf-8"))


def test_each_text_is_reported_at_its_error(report):
    """The messages of reading are exactly these; other rules may add some."""
    for name, (_, expected) in TEXTS.items():
        places = report.places(f"content/practices/x-{name}.md")
        judged = READING - ({"missing-key", "unknown-key"} if name in PLACES else set())

        assert [place for place in places if place[0] in judged] == sorted(
            expected, key=lambda place: (*place[1:], place[0])
        ), name


def test_valid_files_beside_them_have_no_error(report):
    hostile = {f"content/practices/x-{name}.md" for name in TEXTS}
    others = {item["bestand"] for item in report.messages if item["ernst"] == "fout"} - hostile

    assert others == set()


def test_messages_stay_short(report):
    assert max(len(item["melding"]) for item in report.messages) <= 1_000


# Supported notations of YAML: the resulting text.
TAKEN = {
    "plain": ("fase: lopend", "lopend"),
    "single": ("fase: 'lopend'", "lopend"),
    "double": ('fase: "lopend"', "lopend"),
    "escapes": (r'fase: "l\x6fp\u0065nd"', "lopend"),
    "comment": ("fase: lopend # nog wel", "lopend"),
    "literal": ("fase: |-\n  lopend", "lopend"),
    "folded": ("fase: >-\n  lopend", "lopend"),
    "keep": ("fase: |+\n  lopend\n\n", "lopend"),
    "indent-mark": ("fase: |2-\n  lopend", "lopend"),
    "next-line": ("fase:\n  lopend", "lopend"),
    "non-specific-tag": ("fase: ! lopend", "lopend"),
    "spaces": ("fase :    lopend   ", "lopend"),
    "question": ("? fase\n: lopend", "lopend"),
}


def test_every_yaml_notation_gives_the_same_value(tmp_path):
    """Quotes, blocks, comments and escapes."""
    file = ContentFile(tmp_path / "x.md", "content/practices/x.md", "practices", "x")
    for name, (written, value) in TAKEN.items():
        file.location.write_text(put(PHASE, written), encoding="utf-8")
        checked = load_entry(file, {"content/partners/wijkwerk.md"}, TODAY)

        assert checked.diagnostics == [], name
        assert isinstance(checked.value, Practice)
        assert checked.value.phase == value


def test_no_command_executes_workflow_commands_from_a_text(project):
    """``run`` checks every printed line."""
    order = "##[error]a ::error::b"
    entry = put(TITLE, f'titel: "{order} schilderen portieken"').replace("fase: lopend", f'fase: "{order}"')
    text = entry.replace("\n## Aanpak", f"\n## {order}\n\n ::error::c  \n\n[x]({order})\n\n## Aanpak")
    (project / "content" / "practices" / "logboek.md").write_text(text, encoding="utf-8")

    for words in (
        ("check", "--toon"),
        ("check", "--format", "github"),
        ("check", "--fix", "--proef"),
        ("build",),
        ("nieuw", "praktijk", f"{order} schilderen portieken"),
    ):
        assert run(project, *words, may_complain=True).code, words


def test_a_traceback_executes_no_workflow_commands(project):
    (project / "pelicanconf.py").write_text(
        "raise RuntimeError('##[error]a\\n ::error::b \\x1b[2J')\n", encoding="utf-8"
    )
    report = run(project, "build", may_complain=True)

    assert report.code == 1
    assert report.text.endswith("RuntimeError: ## [error]a\n : :error::b �[2J\n")
