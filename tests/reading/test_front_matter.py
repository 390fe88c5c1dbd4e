"""Splitting front matter and body, also with misplaced fences."""

import pytest

from mvo_catalogue.reading.files import UnreadableFile
from mvo_catalogue.reading.front_matter import MAX_BODY, MAX_CHARACTERS, split_front_matter

KEYS = ("titel", "fase", "bronnen")


def test_splits_at_the_second_fence():
    """The body has the right line numbers; a later fence belongs to it."""
    found = split_front_matter("---\ntitel: x\n---\n\n## Kop\n---\n")

    assert found.values.data == {"titel": "x"}
    assert found.values.places.values["titel",] == (2, 8)
    assert (found.body, found.body_line) == ("\n## Kop\n---\n", 4)


def test_fences_may_have_trailing_spaces():
    found = split_front_matter("--- \ntitel: x\n---\t\nTekst")

    assert (found.values.data, found.body, found.body_line) == ({"titel": "x"}, "Tekst", 4)


def test_front_matter_may_be_empty_or_end_the_file():
    found = split_front_matter("---\n---")

    assert (found.values.data, found.values.diagnostics, found.body, found.body_line) == ({}, [], "", 3)


TEXT = "\n## Aanpak\n\ntekst\n"


@pytest.mark.parametrize(
    ("text", "line", "advice"),
    [
        (f"titel: x\n---\n{TEXT}", 1, "begint niet met"),
        (f"titel: x\n{TEXT}", 1, "begint niet met"),
        (f"\n\n---\ntitel: x\n---\n{TEXT}", 1, "lege regels"),
        (f"----\ntitel: x\n---\n{TEXT}", 1, "drie gewone streepjes"),
        (f" ---\ntitel: x\n---\n{TEXT}", 1, "vooraan"),
        (f"---\ntitel: x\n ---\n{TEXT}", 3, "vooraan"),
        (f"=====\ntitel: x\n---\n{TEXT}", 1, "drie gewone streepjes"),
        (f"\\---\ntitel: x\n---\n{TEXT}", 1, "drie gewone streepjes"),
        (f"--- gegevens\ntitel: x\n---\n{TEXT}", 1, "drie gewone streepjes"),
        (f"{TEXT}\n---\ntitel: x\n---\n", 2, "iets boven"),
        (f"---\ntitel: x\n———\n{TEXT}", 3, "drie gewone streepjes"),
        (f"---\ntitel: x\n===\n{TEXT}", 3, "drie gewone streepjes"),
        (f"---\ntitel: x\n***\n{TEXT}", 3, "drie gewone streepjes"),
        (f"---\ntitel: x\n--- einde gegevens\n{TEXT}", 3, "drie gewone streepjes"),
        (f"---\ntitel: x\n{TEXT}", 4, "niet afgesloten"),
        (f"---\ntitel: x\n{TEXT}\n---\n\nslot\n", 4, "niet afgesloten"),
        (f"Mijn praktijk.\n\n---\ntitel: x\n---\n{TEXT}", 1, "iets boven"),
        (f"```yaml\n---\ntitel: x\n---\n{TEXT}```\n", 1, "blok code"),
        (f"```\n---\ntitel: x\n---\n```\n{TEXT}", 1, "blok code"),
        (f"~~~ yaml\ntitel: x\n~~~\n{TEXT}", 1, "Zet op deze regel"),
        (f"---\ntitel: x\n---\nfase: y\nbronnen:\n  - z\n---\n{TEXT}", 3, "te vroeg"),
        (f"---\ntitel: x\n---\n\nfase: y\n{TEXT}", 3, "te vroeg"),
        (f"---\ntitel: x\n---\n---\nfase: y\n---\n{TEXT}", 3, "te vroeg"),
        (f"---\ntitel: x\n---\n{TEXT}---\ntitel: y\nfase: z\n---\n\n##### slot\n", 8, "tweede blok"),
    ],
)
def test_a_misplaced_fence_is_reported_and_the_rest_is_read(text, line, advice):
    """One message at the fence, or where it belongs."""
    found = split_front_matter(text, keys=KEYS)

    assert [problem.line for problem in found.values.diagnostics] == [line]
    assert advice in found.values.diagnostics[0].message
    assert found.values.data["titel"] == "x"
    assert found.body.strip().startswith("## Aanpak")
    assert text.split("\n")[found.body_line + found.body.split("\n").index("tekst") - 1] == "tekst"
    assert ("fase" in found.values.data) == (line == 3 and advice == "te vroeg")


def test_other_markers_instead_of_fences_are_both_reported():
    for sign in ("===", "***", "- - -", "\\---"):
        found = split_front_matter(f"{sign}\ntitel: x\n{sign}\n{TEXT}", keys=KEYS)

        assert [problem.line for problem in found.values.diagnostics] == [1, 3], sign
        assert (found.values.data, found.body) == ({"titel": "x"}, TEXT), sign


def test_a_text_without_fields_has_one_message_about_them():
    """Its headings are checked."""
    found = split_front_matter("## Aanpak\n\ntekst\n", keys=KEYS)

    assert [(problem.rule, problem.line) for problem in found.values.diagnostics] == [("front-matter", 1)]
    assert not found.values.is_usable
    assert (found.body, found.body_line) == ("## Aanpak\n\ntekst\n", 1)


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitel: x\n\n## Een opmerking\nfase: y\n---\n",
        "---\ntitel: x\n---\n\nZo:\n\n```yaml\n---\ntitel: y\nfase: z\n---\n```\n",
        "---\ntitel: x\n---\nLet op: dit is tekst.\n",
        "---\ntitel: x\n---\n\nTekst.\n\n---\n\nNa de lijn.\n",
        "---\ntitel: x\n---\n\nTekst.\n\n---\ntitel: y\n\nNa de lijn.\n",
    ],
)
def test_valid_files_have_no_message(text):
    """A remark, a colon or a rule in the text is no fence and no field."""
    assert split_front_matter(text, keys=KEYS).values.diagnostics == []


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        (r"{\rtf1\ansi Titel}", "RTF"),
        ("<!DOCTYPE html>\n<title>x</title>", "HTML"),
        ("\n<h1>Titel</h1>", "HTML"),
        ('{"titel": "x"}', "JSON"),
        ('+++\ntitel = "x"\n+++\n', "TOML"),
        ("From: mvo@voorbeeld.nl\nSubject: praktijk\n\n---\ntitel: x\n---\n", "e-mail"),
        ("+---\n+titel: x\n+---\n", "Voor elke regel"),
        ("1 ---\n2 titel: x\n3 ---\n", "Voor elke regel"),
        ("> ---\n> titel: x\n> ---\n", "antwoord op een e-mail"),
        ("# Titel\n\nStatus: Klaar\nThema: wonen\n\nTekst\n", "Notion"),
        ("titel;samenvatting\nx;y\n", "CSV"),
        ("titel;samenvatting;themas\nx;y;z\n", "CSV"),
        ("titel,samenvatting,themas\nx,y,z\n", "CSV"),
        ("titel\tsamenvatting\tthemas\nx\ty\tz\n", "CSV"),
    ],
)
def test_a_file_of_another_type_has_one_message(text, advice):
    with pytest.raises(UnreadableFile) as refused:
        split_front_matter(text, keys=KEYS)

    assert advice in refused.value.diagnostic.message


def test_a_text_that_is_too_long_is_checked_up_to_the_limit():
    found = split_front_matter(f"---\ntitel: x\n---\n## Aanpak\n{'x' * 99}\n{'y' * MAX_BODY}\n")

    assert [problem.rule for problem in found.values.diagnostics] == ["file-too-large"]
    assert found.body.startswith("## Aanpak\n")


def test_too_many_values_are_refused():
    found = split_front_matter(f"---\na: {'x' * MAX_CHARACTERS}\n---\n")

    assert [(problem.rule, problem.line) for problem in found.values.diagnostics] == [("front-matter", 2)]
