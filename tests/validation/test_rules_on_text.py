"""Rules about running text and personal data."""

import string
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mvo_catalogue.domain.patterns import shorten
from mvo_catalogue.validation.rules import duplicates, evidence, language, left_over, outline, privacy
from mvo_catalogue.validation.rules.duplicates import make_sketch
from mvo_catalogue.validation.rules.language import count_spoken_words, count_syllables, longest_words, measure
from tests.factories import make_body, make_catalogue, make_partner, make_practice
from tests.validation.subjects import find_places, make_file, make_whole


def places(check, text: str) -> list[tuple[int, int]]:
    """Return where a check finds something in a body."""
    return find_places(check(make_file(text)))


def number_like(seed: int) -> str:
    """Return nine digits that pass the elfproef, from eight; tens have no digit and go up by one."""
    for eight in range(seed, seed + 11):
        digits = f"{eight:08d}"
        rest = sum(weight * int(digit) for weight, digit in zip(range(9, 1, -1), digits, strict=True)) % 11
        if rest < 10 and eight:
            return f"{digits}{rest}"
    raise AssertionError(seed)


@given(st.integers(1, 10**8 - 20))
def test_every_citizen_number_is_reported_and_never_repeated(seed):
    number = number_like(seed)
    found = list(privacy.check_citizen_numbers(make_file(f"Deelnemer {number} vond werk.")))

    assert find_places(found) == [(1, 11)]
    assert number not in found[0].message


@given(st.text(alphabet=string.digits, min_size=8, max_size=9))
def test_an_invalid_citizen_number_is_not_reported(number):
    """The elfproef notices any digit that is one too high."""
    if privacy.passes_elfproef(number):
        other = f"{number[:-1]}{(int(number[-1]) + 1) % 10}"
        assert not privacy.passes_elfproef(other)


def test_a_citizen_number_is_recognised_in_any_notation():
    """With points, spaces or a label, and old ones of eight digits."""
    for text in (
        "bsn 123456782",
        "burgerservicenummer: 123456782",
        "1234.56.782",
        "123 456 782",
        "123-456-782",
        "(123456782)",
        "12345672",
        "1234 56 782.",
    ):
        assert len(places(privacy.check_citizen_numbers, text)) == 1, text


def test_other_numbers_are_not_reported():
    """Amounts, dates, addresses, and labelled numbers."""
    for text in (
        "123456789",
        "000000000",
        "KvK 12345672",
        "KvK-nummer: 12345672",
        "ISBN 123456782",
        "dossiernummer 123456782",
        "kenmerk: 123456782",
        "RSIN is 123456782",
        "€ 123456782",
        "€123 456 782",
        "123456782 euro",
        "123456782 kWh",
        "1.123456782",
        "123.456.782",
        "NL123456782B01",
        "20261111",
        "11112026",
        "2026-11-21",
        "0612345678",
        "1234 AB",
        "2014-2015",
        "https://example.org/123456782",
        "[lees](https://example.org/a/123456782/b)",
        "www.example.org/nieuws-123456782",
        "1234567820",
    ):
        assert places(privacy.check_citizen_numbers, text) == [], text


def test_a_mobile_number_is_reported():
    """That of an office is not."""
    for text, column in (
        ("Bel 06-12345678.", 5),
        ("Bel 0612345678", 5),
        ("Bel 06 12 34 56 78", 5),
        ("Bel 06 - 1234 5678", 5),
        ("Bel +31612345678", 5),
        ("Bel +31 (0)6 12345678", 5),
        ("Bel 0031 6 1234 5678", 5),
        ("Bel (06) 12345678", 5),
        ("Bel 020-1234567", 0),
        ("Bel 088 061 23 45", 0),
        ("Bel 0800-0612", 0),
        ("In 2006 12 34 56 78", 0),
        ("0,0612345678", 0),
        ("https://example.org/0612345678", 0),
        ("06-123456789", 0),
        ("€ 3.06", 0),
        ("Op 06-12-2014 en 06-12-2015", 0),
    ):
        assert places(privacy.check_phone_numbers, text) == ([(1, column)] if column else []), text


def test_a_mailbox_of_a_person_is_reported():
    """A first and last name, or a private provider; not that of a function."""
    for address, is_personal in (
        ("anna.jansen@example.org", True),
        ("A.de.Vries@example.org", True),
        ("anna_jansen@example.org", True),
        ("buurvrouw@gmail.com", True),
        ("info@example.org", False),
        ("mvo.team@example.org", False),
        ("wijkteam.noord@example.org", False),
        ("huurdersvereniging.west@example.org", False),
        ("stichtingdebuurt@gmail.com", False),
        ("wonen2@example.org", False),
        ("https://example.org/anna.jansen@example.org", False),
        ("@anna.jansen@example.org", False),
    ):
        assert places(privacy.check_mailboxes, f"Mail {address}.") == ([(1, 6)] if is_personal else []), address


def test_wrong_encodings_are_repaired():
    """If it is certain."""
    for found, meant in (
        ("â‚¬", "€"),
        ("Ã©", "é"),
        ("â€\x9d", "”"),
        ("=C3=A9=C3=A9", "éé"),
        ("=E9=E9", ""),
        ("ﬁ", "fi"),
        ("аarheid", "aarheid"),
        ("жarheid", ""),
        ("1O", "10"),
        ("\ufffd", ""),
        ("=\ntiek", ""),
    ):
        assert left_over.read_broken(found) == meant, found


def test_a_field_or_heading_in_the_text_is_reported():
    """Only a line that starts with an existing key."""
    for text, lines in (
        ("themas: [werken]", [1]),
        ("themas:\n- werken\n- leren", [1]),
        ("themas:\n  - werken\nkosten: 3", [1, 3]),
        ("themas: [a]\nkosten: 3\n---", [1, 2]),
        ("Aanpak:", [1]),
        ("**Aanpak:**", [1]),
        ("__Lessen__", [1]),
        ("lessen: begin klein", [1]),
        ("Themas: daar gaat het om.", []),
        ("onbekend: iets", []),
        ("Er waren drie\nkosten: de huur en de koffie", []),
        ("- kosten: hoog", []),
        ("> kosten: hoog", []),
        ("```\nkosten: hoog\n```", []),
        ("De kosten: hoog", []),
        ("## Aanpak\n\nAanpak: zie hierboven", []),
        ("## kosten: hoog", []),
    ):
        assert places(outline.check_keys, text) == [(line, 1) for line in lines], text


def test_only_a_practice_has_fixed_headings():
    """On a text page “Lessen” in bold is just a word."""
    assert list(outline.check_keys(make_file("**Lessen**", kind="pages"))) == []


def test_a_sentence_of_the_maximum_length_is_not_too_long():
    assert places(language.check_sentences, f"De {'lange ' * 18}dag.") == []
    assert places(language.check_sentences, f"De {'lange ' * 19}dag.") == [(1, 1)]


def test_a_long_sentence_is_reported_at_its_start():
    """After another in a list, after a link and on a second line."""
    text = f"- Kort [en](https://example.org/goed) klaar. De\n  {'lange ' * 19}dag.\n"

    assert places(language.check_sentences, text) == [(1, 46)]


def test_headings_tables_and_code_are_no_sentences():
    long = "woord " * 30

    assert places(language.check_sentences, f"## {long}\n\n| {long} |\n| --- |\n| {long} |\n\n```\n{long}\n```\n") == []


def test_words_are_counted():
    """A dash is none."""
    for sentence, words in (
        ("Van t/m 2018 (o.a. hier) – ca. 3.000 mensen.", 8),
        ("Zie https://example.org/een/lang-adres.", 2),
        ("", 0),
        ("‘Ja’, zei de nul-op-de-meter-bewoner.", 4),
    ):
        assert count_spoken_words(sentence) == words, sentence


def test_the_score_is_that_of_flesch_and_douma():
    """Computed by hand for one sentence."""
    found = measure(["de", "buren", "wonen", "samen"], 1)

    assert found.words == 4
    assert found.score == pytest.approx(206.84 - 77 * 7 / 4 - 0.93 * 4)


def test_syllables_are_groups_of_vowels():
    """A diaeresis starts a new one."""
    counted = {"zeeën": 2, "mooie": 2, "nieuwe": 2, "buurt": 1, "bijeenkomst": 3, "leerling": 2, "coöperatie": 5}

    assert {word: count_syllables(word) for word in counted} == counted


def test_names_and_numbers_do_not_lower_the_score():
    assert measure(["Woonmaatschappij", "2018", "bouwt"], 1) == measure(["Woon", "1", "bouwt"], 1)
    assert measure(["Woonmaatschappij"], 1).words == measure([], 0).words == 0


def test_one_hard_sentence_is_no_hard_text():
    """And a short text is not scored."""
    hard = "Gemeenteambtenaren inventariseren ondersteuningsbehoeften van alleenstaande ouderen in achterstandswijken."

    assert places(language.check_readability, hard) == []
    assert places(language.check_readability, f"{hard} " + "De buren gaan samen naar de tuin. " * 10) == []
    assert len(places(language.check_readability, f"{hard} " * 9)) == 1


def test_only_long_words_are_named():
    """The longest always, a second one if it is long too."""
    assert longest_words("de samenwerkingsovereenkomst van de buren", 2) == ["samenwerkingsovereenkomst"]
    assert longest_words("de buren", 2) == ["buren"]
    assert longest_words("", 2) == []


def test_a_long_sentence_is_cut_in_a_message():
    """White space is collapsed."""
    assert shorten("een\n  twee", 220) == "een twee"
    assert len(shorten("woord " * 100, 220)) <= 220


def test_a_hard_word_is_reported_once_per_file():
    """In any case, as a whole word."""
    assert places(language.check_words, "Dit is tevens zo. Tevens dat.\n\nTeneinde en indiener.") == [(1, 8), (3, 1)]


def test_an_online_source_needs_an_archived_copy():
    """Unless its address is permanent."""
    page = "https://example.org"
    for source, has_tip in (
        ({"url": page}, True),
        ({"url": page, "archief": f"https://web.archive.org/web/2026/{page}"}, False),
        ({"url": f"https://web.archive.org/web/2026/{page}"}, False),
        ({"url": "https://doi.org/10.1000/182"}, False),
        ({"url": "https://notdoi.org/10.1000/182"}, True),
        ({}, False),
    ):
        sources = [{"titel": "Een bericht", "uitgever": "De Brug", **source}]
        for entry in (make_practice(bronnen=sources), make_partner(bronnen=sources)):
            found = list(evidence.check_archives(make_file(entry=entry)))
            assert [diagnostic.rule for diagnostic in found] == ["source-without-archive"] * has_tip, source


TEXT = (
    "Bewoners kiezen samen een plek voor de tuin. De corporatie levert grond, planten en gereedschap. Vrijwilligers "
    "van het buurthuis geven elke week les. Kinderen van de school helpen bij het zaaien en bij het oogsten. Na een "
    "jaar nemen de bewoners het beheer helemaal over en blijft de corporatie bereikbaar voor vragen."
)
OTHER = (
    "Schuldhulp begint met een gesprek aan de keukentafel. Een vrijwilliger ordent de post, maakt een overzicht en "
    "belt de schuldeisers. Pas daarna volgt een regeling waarmee het gezin verder kan."
)


def find_duplicates(*practices) -> list[str]:
    """Return the slugs of the practices that are called almost the same as another."""
    found = duplicates.check_near_duplicates(make_whole(make_catalogue(practices)))
    return [diagnostic.path.removeprefix("content/practices/").removesuffix(".md") for diagnostic in found]


def practice(slug: str, title: str, text: str, **values):
    """Return a practice with a text."""
    body = make_body(f"## Aanpak\n\n{text}")
    return make_practice(slug, body, titel=title, **{"samenvatting": text[:250], **values})


def test_the_later_of_two_duplicates_is_reported():
    """Or the second by name."""
    tuin = practice("tuin", "Samen een tuin", TEXT)
    first = practice("zaaien", "Zaaien met de buurt", TEXT, gepubliceerd="2026-10-01")

    assert find_duplicates(tuin, first) == ["tuin"]
    assert find_duplicates(tuin, practice("zaaien", "Zaaien met de buurt", TEXT)) == ["zaaien"]


def test_a_few_changed_words_are_still_a_duplicate():
    tuin = practice("tuin", "Samen een tuin", TEXT)
    changed = TEXT.replace("samen", "gezamenlijk").replace("elke week", "iedere maand").replace("grond", "aarde")

    assert find_duplicates(tuin, practice("zaaien", "Zaaien met de buurt", changed)) == ["zaaien"]
    assert find_duplicates(tuin, practice("zaaien", "Zaaien met de buurt", OTHER)) == []


def test_a_practice_that_refers_to_the_other_is_no_duplicate():
    """In either direction."""
    pairs = (("tuin", "zaaien"), ("zaaien", "tuin"))
    for key, (slug, other) in product(("verwant", "gebaseerd_op", "opgevolgd_door"), pairs):
        pair = [
            practice(name, title, TEXT, **({key: [other]} if name == slug else {}))
            for name, title in (("tuin", "Samen een tuin"), ("zaaien", "Zaaien met de buurt"))
        ]
        assert find_duplicates(*pair) == []


def test_almost_equal_titles_are_reported():
    """Order, punctuation and a typing error do not count; another place or number does."""
    for title, is_same in (
        ("Schilderen met jongeren in Veenstad", True),
        ("Schilderen met jongeren, in Veenstad!", True),
        ("In Veenstad schilderen met jongeren", True),
        ("Schilderen met jongeren in Veenstadt", True),
        ("Schilderen met jongeren in Dorpstede", False),
        ("Schilderen met 12 jongeren in Veenstad", False),
        ("Koken met jongeren", False),
    ):
        first = practice("a", "Schilderen met jongeren in Veenstad", TEXT)
        assert find_duplicates(first, practice("b", title, OTHER)) == ["b"] * is_same, title


def test_texts_with_61_of_101_equal_words_are_duplicates():
    """With one fewer they are not."""
    summary = "gelijk " * 20
    for count, found in ((41, ["zaaien"]), (40, [])):
        words = [f"b{number}" for number in range(80)]
        changed = [*words[:count], *(f"g{number}" for number in range(80 - count))]
        tuin, zaaien = (
            make_practice(slug, make_body(" ".join(text)), titel=f"Over {slug}", samenvatting=summary + slug)
            for slug, text in (("tuin", words), ("zaaien", changed))
        )
        assert find_duplicates(tuin, zaaien) == found, count


def find_by_sketch(sketches: dict[str, range]) -> list[str]:
    """Return which of these practices are called the same as another; those that begin with t have the same text."""
    practices = []
    for slug in sketches:
        own_words = " ".join(f"{slug}{number}" for number in range(60))
        text = TEXT if slug[0] == "t" else own_words
        practices.append(practice(slug, f"Naam{slug} van{slug}", text, samenvatting=f"{slug} {text[:240]}"))
    whole = make_whole(make_catalogue(practices))
    for item in practices:
        whole.entries[item.path].sketch = tuple(sketches[item.slug])
    return [diagnostic.path for diagnostic in duplicates.check_near_duplicates(whole)]


def test_texts_that_share_a_quarter_of_their_sketch_are_compared():
    """Twelve of 48 numbers."""
    assert len(find_by_sketch({"t1": range(48), "t2": range(36, 84)})) == 1
    assert find_by_sketch({"t1": range(48), "t2": range(37, 85)}) == []


def test_a_text_is_compared_with_three_others():
    """So a flood of copies takes no time."""
    near = {f"anders{number}": range(5, 48) for number in range(3)}

    assert find_by_sketch({"t1": range(20), **near, "t2": range(48)}) == []
    del near["anders2"]
    assert len(find_by_sketch({"t1": range(20), **near, "t2": range(48)})) == 1


def test_only_four_texts_are_listed_per_number_of_a_sketch():
    """So a flood of copies takes no time."""
    for others, found in ((3, 1), (4, 0)):
        before = {f"a{number}{place}": range(number, number + 1) for number in range(4) for place in range(others)}

        assert len(find_by_sketch({**before, "t1": range(4), "t2": range(4)})) == found


def test_a_sketch_has_48_numbers():
    """The smallest of a longer text, all of a shorter one."""
    assert len(make_sketch([f"b{number}" for number in range(50)])) == 48
    assert len(make_sketch([f"b{number}" for number in range(49)])) == 47
    assert not make_sketch([f"a{number}" for number in range(50)])


def test_a_hundred_copies_are_reported_without_comparing_all_pairs():
    practices = [practice(f"p{number:03d}", f"Tuin {number}", TEXT) for number in range(100)]

    assert len(find_duplicates(*practices)) == 99


@given(st.lists(st.sampled_from(TEXT.split()), max_size=80))
def test_a_sketch_ignores_capitals(words):
    assert make_sketch(words) == make_sketch([word.upper() for word in words])
