"""Front matter: the values between the fences, and the body with its first line."""

from __future__ import annotations

from mvo_catalogue.reading.front_matter import MAX_CHARACTERS, split_front_matter


def test_cuts_at_the_second_fence():
    """What follows the fence is body, from the right line on; a later fence belongs to the body."""
    found = split_front_matter("---\ntitel: x\n---\n\n## Kop\n---\n")

    assert found.values.data == {"titel": "x"}
    assert found.values.places.values["titel",] == (2, 8)
    assert (found.body, found.body_line) == ("\n## Kop\n---\n", 4)


def test_fences_may_end_in_spaces():
    """White space after a fence cannot be seen and does not count."""
    found = split_front_matter("--- \ntitel: x\n---\t\nTekst")

    assert (found.values.data, found.body, found.body_line) == ({"titel": "x"}, "Tekst", 4)


def test_front_matter_may_be_empty_or_end_the_file():
    """Two fences and nothing else are front matter without values, and no body."""
    found = split_front_matter("---\n---")

    assert (found.values.data, found.values.diagnostics, found.body, found.body_line) == ({}, [], "", 3)


def test_a_missing_fence_is_told_on_the_first_line():
    """A file that does not begin with three dashes has no values to judge."""
    for text in (
        "titel: x\n---\n",
        "\n---\ntitel: x\n---\n",
        "----\ntitel: x\n---\n",
        " ---\na: b\n---\n",
    ):
        found = split_front_matter(text)

        assert [(problem.rule, problem.line, problem.column) for problem in found.values.diagnostics] == [
            ("front-matter", 1, 1)
        ]
        assert not found.values.is_usable
        assert found.body == ""


def test_an_unclosed_fence_is_told():
    """Without an end there are no values."""
    for text in (
        "---\ntitel: x\n",
        "---",
        "---\ntitel: x\n ---\n",
    ):
        found = split_front_matter(text)

        assert [(problem.rule, problem.line) for problem in found.values.diagnostics] == [("front-matter", 1)]
        assert "afgesloten" in found.values.diagnostics[0].message


def test_endless_front_matter_is_refused():
    """More values than anybody writes by hand are not read."""
    found = split_front_matter(f"---\na: {'x' * MAX_CHARACTERS}\n---\n")

    assert [(problem.rule, problem.line) for problem in found.values.diagnostics] == [("front-matter", 2)]
