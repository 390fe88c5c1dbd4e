"""YAML values: text with places; only lists and mappings are allowed."""

import pytest

from mvo_catalogue.reading.yaml_values import MAX_DEPTH, YamlValues, read_yaml


def rules(values: YamlValues) -> list[tuple[str, int, int]]:
    """Return rule, line and column of every problem."""
    return [(problem.rule, problem.line, problem.column) for problem in values.diagnostics]


def test_every_scalar_stays_text():
    values = read_yaml("a: nee\nb: 2016\nc: 2018-01-01\nd: 1.50\ne: true\nf: 0x10\ng: 12:30:45\nh: 'null'\n")

    assert values.data == {
        "a": "nee",
        "b": "2016",
        "c": "2018-01-01",
        "d": "1.50",
        "e": "true",
        "f": "0x10",
        "g": "12:30:45",
        "h": "null",
    }


def test_an_empty_value_is_none():
    for written in (
        "",
        " ",
        " ~",
        " null",
        " # niets",
    ):
        assert read_yaml(f"a:{written}\nb: x").data == {"a": None, "b": "x"}


def test_all_notations_give_the_same_text():
    """Quotes, folded and literal blocks."""
    for written, text in (
        ('"met: een dubbele punt"', "met: een dubbele punt"),
        ("'het ''s dinsdag'", "het 's dinsdag"),
        (r'"een \"citaat\" en é: \u00e9"', 'een "citaat" en é: é'),
        ("gewone tekst, zonder # aanhalingstekens", "gewone tekst, zonder"),
        ("|\n  regel een\n  regel twee", "regel een\nregel twee"),
        (">-\n  regel een\n  regel twee", "regel een regel twee"),
        ("een tekst\n  over twee regels", "een tekst over twee regels"),
        ("''", ""),
    ):
        values = read_yaml(f"a: {written}")

        assert values.data == {"a": text}
        assert values.diagnostics == []
        assert values.places.values["a",] == (1, 4)


def test_keys_values_and_items_have_places():
    """Lines and columns count from 1 in the file."""
    values = read_yaml(
        "titel: Een\nthemas:\n  - werken\n  -   wonen\n"
        "bronnen:\n  - titel: Bron\n    url: x\n  - {titel: Twee, url: y}\n",
        first_line=2,
    )

    assert values.places.keys == {
        ("titel",): (2, 1),
        ("themas",): (3, 1),
        ("bronnen",): (6, 1),
        ("bronnen", 0, "titel"): (7, 5),
        ("bronnen", 0, "url"): (8, 5),
        ("bronnen", 1, "titel"): (9, 6),
        ("bronnen", 1, "url"): (9, 19),
    }
    assert values.places.values == {
        ("titel",): (2, 8),
        ("themas",): (4, 3),
        ("themas", 0): (4, 5),
        ("themas", 1): (5, 7),
        ("bronnen",): (7, 3),
        ("bronnen", 0): (7, 5),
        ("bronnen", 0, "titel"): (7, 12),
        ("bronnen", 0, "url"): (8, 10),
        ("bronnen", 1): (9, 5),
        ("bronnen", 1, "titel"): (9, 13),
        ("bronnen", 1, "url"): (9, 24),
    }


def test_packed_places_are_equal():
    """A file that is done stores its places compactly, and unpacks them on request."""
    text = "titel: Een\nthemas:\n  - werken\nbronnen:\n  - titel: Bron\n    url: x\n"
    places, packed = read_yaml(text).places, read_yaml(text).places
    packed.pack()

    assert not packed.keys
    assert not packed.values
    for path in (("themas", 0), ("bronnen", 0, "url"), ("bronnen", 0, "datum"), ("fase",)):
        for of_key in (True, False):
            assert packed.find(path, of_key=of_key) == places.find(path, of_key=of_key), path


def test_columns_count_characters():
    assert read_yaml("é: [👩, x]").places.values["é", 1] == (1, 8)


def test_a_missing_value_has_the_place_of_its_parent():
    """For a field of the file that is its start."""
    values = read_yaml("bronnen:\n  - titel: Bron\nkosten:\n  klasse: 1\n", first_line=2)

    assert values.places.find(("bronnen", 0, "url"), of_key=True) == (3, 5)
    assert values.places.find(("bronnen", 7)) == (2, 1)
    assert values.places.find(("kosten", "klasse"), of_key=True) == (5, 3)
    assert values.places.find(("kosten", "klasse")) == (5, 11)
    assert values.places.find(("titel",)) == (1, 1)
    assert values.places.find(()) == (1, 1)


def test_a_duplicate_key_is_reported_and_ignored():
    """The first value counts."""
    values = read_yaml("a: 1\nb: 2\na:\n  c: 3\n  c: &x 4\nd: {e: 1, e: 2}\n")

    assert values.data == {"a": "1", "b": "2", "d": {"e": "1"}}
    assert rules(values) == [("duplicate-key", 3, 1), ("duplicate-key", 6, 11)]
    assert "regel 1" in values.diagnostics[0].message


def test_features_beyond_lists_and_mappings_are_refused():
    """Anchors, aliases, tags, merge keys and second documents, each reported once."""
    for text, place, data in (
        ("a: &naam x\nb: y", (1, 4), {"a": "x", "b": "y"}),
        ("&naam a: x", (1, 1), {"a": "x"}),
        ("a: !!int 3", (1, 4), {"a": "3"}),
        ("a: !!python/object/apply:os.system [ls]", (1, 4), {"a": ["ls"]}),
        ("!!str a: x", (1, 1), {"a": "x"}),
        ("a: x\nb: *naam", (2, 4), {"a": "x", "b": None}),
        ("a:\n  - *naam\n  - x", (2, 5), {"a": [None, "x"]}),
        ("<<: *naam\na: x", (1, 1), {"a": "x"}),
        ("a: x\n<<: {b: 1, c: *d}", (2, 1), {"a": "x"}),
        ("a: x\n---\nb: y", (2, 1), {"a": "x"}),
    ):
        values = read_yaml(text)

        assert rules(values) == [("yaml-feature", *place)]
        assert values.data == data


def test_unreadable_values_are_not_missing():
    values = read_yaml("a: *x\nb:\n  - *y\nc:")

    assert values.unread == [("a",), ("b", 0)]
    assert values.data["c"] is None


def test_deep_nesting_is_refused():
    """Thousands of levels cost no stack."""
    for text in (
        "a: " + "[" * 5000,
        "a: " + "[" * 900 + "]" * 900,
        "a: " + "{a: " * 5000,
        "a:\n  " + "- " * 5000,
        "? " * 5000,
    ):
        values = read_yaml(text)

        def depth(value: object) -> int:
            inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
            return 1 + max(map(depth, inner), default=0)

        assert {problem.rule for problem in values.diagnostics} <= {"yaml-feature", "yaml-syntax"}
        assert values.diagnostics
        assert depth(values.data) <= MAX_DEPTH + 1


def test_broken_yaml_is_reported_at_its_place_with_a_fix():
    """One message per error."""
    for text, place, advice in (
        ("titel: Een: twee", (1, 11), "dubbele punt"),
        ('a: x\ntitel: "Een', (2, 8), "aanhalingsteken aan het eind"),
        ("titel: 'Een\nb: x", (1, 8), "aanhalingsteken aan het eind"),
        ("a:\n\t- x", (2, 1), "Hier staat een tab"),
        ("a: @x", (1, 4), "met @ begint"),
        ("a: `x`", (1, 4), "met ` begint"),
        ("a: [x, y\nb: z", (1, 4), "haakje"),
        ("a: {x: 1\nb: z", (1, 4), "haakje"),
        ("a: x\ntitel\nb: y", (2, 1), "dubbele punt achter de naam"),
        ("a: - x", (1, 4), "eigen regel"),
        ("a:\n  - x\n - y", (3, 2), "recht onder elkaar"),
        (" a: x\nb: y", (1, 1), "vooraan"),
        ("a: x\nb:\xa0y", (2, 3), "gewone spatie"),
        ("a: x\nb:\n\xa0 - x: y", (3, 1), "gewone spatie"),
        ("a: x\nb:\n  * y", (3, 3), "gewoon streepje"),
        ("a:\n  - x\n  -y", (3, 3), "hoort een spatie"),
        ("a: x\nb:y\nc: z", (2, 2), "een spatie"),
        ("a: x\n——\nc: z", (2, 1), "drie gewone streepjes"),
        ("a:\n  - 's-Veen", (2, 5), '"\'s-Veen"'),
        ("a: 's-Veen en 's-Dam", (1, 4), "dubbele aanhalingstekens"),
        ('a: "x" en y', (1, 4), "een deel"),
        ("a: “x: y”", (1, 6), "rechte aanhalingstekens"),
        ("a: x # y\n  z", (1, 6), "volgende regel"),
        ('a: "x” y', (1, 6), "rechte aanhalingstekens"),
        ("a: [x] y", (1, 4), "met [ begint"),
        ("a: *x* y", (1, 4), "met * begint"),
        ("a: > 5 y", (1, 4), "met > begint"),
        (r'a: "een \d"', (1, 9), "enkele aanhalingstekens"),
        (r'a: "\ud800"', (1, 7), "enkele aanhalingstekens"),
        ("- a\n- b", (1, 1), "veldnaam"),
        ("gewoon tekst", (1, 1), "veldnaam"),
        ("tekst\nb: x", (1, 1), "veldnaam"),
        ("? [a]\n: b", (1, 3), "veldnaam"),
        ("*a : b", (1, 1), "veldnaam"),
    ):
        values = read_yaml(text)

        assert rules(values) == [("yaml-syntax", *place)]
        assert advice in values.diagnostics[0].message
        assert not values.is_usable


def test_an_unclosed_list_or_quote_is_reported_on_the_last_line():
    """Not on a line after it."""
    for text, place in (("a: 1\n0: [", (2, 5)), ("0: [", (1, 5)), ("a: 1\nb: {", (2, 5))):
        assert rules(read_yaml(text)) == [("yaml-syntax", *place)], text


def test_empty_text_has_no_problems():
    """Missing fields are reported by the schema."""
    for text in (
        "",
        "# alleen een opmerking\n",
        "---\n",
        "\n\n",
    ):
        values = read_yaml(text)

        assert values.data == {}
        assert values.diagnostics == []
        assert values.is_usable


def test_escapes_cannot_hide_characters():
    """An escaped hidden character is reported and removed, in keys too."""
    values = read_yaml(r'"sleu\u200btel": "a\u202eb\0c"')

    assert values.data == {"sleutel": "abc"}
    assert rules(values) == [("hidden-character", 1, column) for column in (6, 20, 27)]
    assert "U+202E" in values.diagnostics[1].message


@pytest.mark.parametrize(
    ("text", "mistakes", "data"),
    [
        ("a: b: c\nd: e\nf: g: h\ni: j", [(1, 5), (3, 5)], {"a": None, "d": "e", "f": None, "i": "j"}),
        ("a: “b: c”\nd:e\nf: @g", [(1, 6), (2, 2), (3, 4)], {"a": None, "d": "e", "f": None}),
        ('a: "b\nd: [e, f\ng: h', [(1, 4), (2, 4)], {"a": None, "d": None, "g": "h"}),
        ("a: b\nc d\ne f\ng: h", [(2, 1)], {"a": None, "g": "h"}),
        ("a:\n  - b: c\n   d: e\n  - b: f\ng: h", [(3, 4)], {"a": [None, {"b": "f"}], "g": "h"}),
        ("a:\n  - b: c: d\n    e: f\n  - 's g\nh: i", [(2, 9), (4, 5)], {"a": [{"b": None, "e": "f"}, None], "h": "i"}),
        ("a:\n  - b\n   - c\nd: e", [(3, 4)], {"a": [None], "d": "e"}),
        ("a:\n  - b: c\n      d: e\n  - f", [(3, 7)], {"a": [None, "f"]}),
        ("a: b: c\na: d\ne: f\ne: g", [(1, 5), (2, 1), (4, 1)], {"a": None, "e": "f"}),
        (" a: b\nc: d: e\nf: g", [(1, 1), (2, 5)], {"a": "b", "c": None, "f": "g"}),
    ],
)
def test_reading_continues_after_an_error(text, mistakes, data):
    """At the next key or list item, so each error has its message."""
    values = read_yaml(text)

    assert sorted((problem.line, problem.column) for problem in values.diagnostics) == mistakes
    assert values.data == data
    assert not values.is_usable


def test_an_item_without_a_dash_is_reported_at_its_first_key():
    """A duplicate key in a mapping of its own is another error."""
    values = read_yaml("a:\n  - b: 1\n    c: 2\n    b: 3\n    c: 4\nd:\n  b: 1\n  b: 2\n")

    assert [(problem.line, "nieuw punt" in problem.message) for problem in values.diagnostics] == [
        (4, True),
        (8, False),
    ]


def test_a_dash_before_a_field_is_reported():
    for text, line in (("- a: b\n- c: d", 1), ("a:\n  - x\n- b: c\n", 3)):
        found = read_yaml(text).diagnostics

        assert [problem.line for problem in found] == [line], text
        assert "streepje" in found[0].message


def test_other_list_markers_are_reported_and_the_items_read():
    """Of an export, a numbered list, or a phone."""
    for sign in ("\\-", "1.", "2)", "+", "→", "✅", "•"):
        values = read_yaml(f"a:\n  {sign} b: c\n    d: e\nf: g: h\n")

        assert [problem.line for problem in values.diagnostics] == [2, 4], sign
        assert values.data == {"a": [{"b": "c", "d": "e"}], "f": None}, sign


def test_an_escaped_character_is_reported_at_its_escape():
    """Not at the start of a long text."""
    values = read_yaml('a: "é G:\\\\x\\Px\n  \\N"', first_line=2)

    assert [(problem.line, problem.column) for problem in values.diagnostics] == [(2, 12), (3, 3)]


def test_values_below_a_corrected_line_keep_their_line():
    """The correction has one line more than the file."""
    values = read_yaml("themas: - a - b\nfase: lopend\nplaatsen: 'a', 'b'\ninzet: 2", first_line=2)

    assert [values.places.find((key,))[0] for key in ("fase", "plaatsen", "inzet")] == [3, 4, 5]
    assert values.places.find(("plaatsen", 0))[0] == 4
    assert (values.data["plaatsen"], values.data["inzet"]) == (["a", "b"], "2")


def test_values_after_an_error_have_their_places():
    values = read_yaml("a: b: c\nd:\n  - e: f\n  - e: 's g\n  - e: h\n", first_line=2)

    assert values.places.values["d", 2, "e"] == (6, 8)
    assert values.places.keys["d", 2, "e"] == (6, 5)
    assert values.unread == [("a",), ("d", 1, "e")]


def test_a_field_on_an_unreadable_line_is_not_missing():
    values = read_yaml("a:\n  - x\n  b: y\nc d\ne: f")

    assert {("b",), ("c",)} <= set(values.unread)


def test_thousands_of_broken_lines_give_dozens_of_messages():
    """The other fields are not called missing."""
    values = read_yaml("".join(f"a{number}: b: c\n" for number in range(500)))

    assert len(values.diagnostics) < 100
    assert ("a499",) in values.unread
