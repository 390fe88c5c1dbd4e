"""Editing one value of YAML keeps comments, quotes, order and layout."""

import pytest

from mvo_catalogue.fixing.edits import Editing
from mvo_catalogue.fixing.writing import NotChanged

TEXT = """\
# over dit bestand
naam: 'De Brug'   # zo heet zij
partners:   # wie meedeed
  - wijkwerk  # de eerste
  # nog een
  - "het-anker"
plaatsen: [ veenstad,  'zuid' ]
overgenomen:
- corporatie: de-brug
  jaar: 2020   # toen
  aangepast: >-
    Over twee
    regels.
- corporatie: het-anker
  jaar: 2021

# einde
"""


def edit(action, *arguments):
    """Return the removed and added lines of a change."""
    editing = Editing(TEXT, "x.md")
    getattr(editing, action)(*arguments)
    before, after = TEXT.split("\n"), editing.text.split("\n")
    return [line for line in before if line not in after], [line for line in after if line not in before]


def test_a_changed_value_keeps_its_quotes_and_comment():
    """Also in a list."""
    assert edit("set_value", ("naam",), "'t Huis")[1] == ["naam: '''t Huis'   # zo heet zij"]
    assert edit("set_value", ("partners", 0), "werk")[1] == ["  - werk  # de eerste"]
    assert edit("set_value", ("partners", 1), "a-b")[1] == ['  - "a-b"']
    assert edit("set_value", ("plaatsen", 0), "Wijk 4 (Oost)")[1] == ["plaatsen: [ Wijk 4 (Oost),  'zuid' ]"]
    assert edit("set_value", ("plaatsen", 0), "'s-Hage: #1")[1] == ["""plaatsen: [ "'s-Hage: #1",  'zuid' ]"""]
    assert edit("set_value", ("overgenomen", 1, "corporatie"), "x")[1] == ["- corporatie: x"]


def test_a_removed_value_takes_only_its_lines():
    """An emptied list goes with its key."""
    assert edit("drop", ("partners", 0)) == (["  - wijkwerk  # de eerste"], [])
    assert edit("drop", ("plaatsen", 1))[1] == ["plaatsen: [ veenstad ]"]
    assert edit("drop", ("plaatsen", 0))[1] == ["plaatsen: [ 'zuid' ]"]
    assert edit("drop", ("overgenomen", 0))[0][-2:] == ["    Over twee", "    regels."]
    editing = Editing("a:\n  - b\nc:\n  d: e\n", "x.md")
    editing.drop(("a", 0))
    assert editing.text == "c:\n  d: e\n"


def test_an_added_item_is_indented_like_the_others():
    """At the end of its list, or of the fields if there is no list yet."""
    assert edit("add", ("partners",), "derde") == ([], ["  - derde"])
    assert edit("add", ("plaatsen",), "Oost: 1")[1] == ["plaatsen: [ veenstad,  'zuid' , \"Oost: 1\"]"]
    assert edit("add", ("vroeger",), "brug") == ([], ["vroeger:", "  - brug"])
    assert edit("rename_key", ("partners",), "anderen")[1] == ["anderen:   # wie meedeed"]


def test_an_item_copied_from_another_file_keeps_its_text():
    """With its comments, at the indentation of the list."""
    editing = Editing("overgenomen:\n    - corporatie: x\n      jaar: 2019\n", "y.md")
    editing.add_item("overgenomen", Editing(TEXT, "x.md"), 0)
    assert editing.text.split("\n")[3:] == [
        "    - corporatie: de-brug",
        "      jaar: 2020   # toen",
        "      aangepast: >-",
        "        Over twee",
        "        regels.",
        "",
    ]


@pytest.mark.parametrize(
    ("text", "action", "arguments"),
    [
        ("a: >-\n  b\n\n  c\nd: e\n", "set_value", (("a",), "een: twee")),
        ("a:\n  -\n    b\n  - c\n", "drop", (("a", 0),)),
        ("a: {b: c}\n", "add", (("a", "vroeger"), "d")),
    ],
)
def test_an_edit_that_is_not_certain_is_refused(text, action, arguments):
    """The text stays as it was."""
    editing = Editing(text, "x.md")
    with pytest.raises(NotChanged, match=r"x\.md"):
        getattr(editing, action)(*arguments)
    assert editing.text == text
