"""Splitting compounds."""

import pytest

from mvo_catalogue.domain.vocabulary import CompoundSplit
from mvo_catalogue.search.compounds import (
    Dictionary,
    MissingDictionary,
    Terms,
    _singulars,
    load_dictionary,
    read_corrections,
)
from mvo_catalogue.search.index import build_fields
from tests.factories import make_catalogue, make_partner, make_practice, make_topic

COMPOUNDS = """
huurdersactivering=huurder+activering energiearmoede=energie+armoede mutatieonderhoud=mutatie+onderhoud
leerlingbouwplaats=leerling+bouwplaats schuldhulpverlening=schuld+hulpverlening woningcorporatie=woning+corporatie
ketensamenwerking=keten+samenwerking werkervaringsplaatsen=werk+ervaringsplaatsen huisuitzetting=huis+uitzetting
bewonersparticipatie=bewoner+participatie vroegsignalering=vroeg+signalering buurtbemiddeling=buurt+bemiddeling
jeugdwerkloosheid=jeugd+werkloosheid materialenpaspoort=materialen+paspoort woonlastenwaarborg=woon+lastenwaarborg
studentenhuisvesting=studenten+huisvesting vrijwilligerswerk=vrijwilliger+werk voedselbanken=voedsel+banken
statushouders=status+houders wateroverlast=water+overlast klimaatadaptatie=klimaat+adaptatie
zorginstellingen=zorg+instellingen
leefbaarheidsfonds=leefbaarheid+fonds inkoopvoorwaarden=inkoop+voorwaarden aandachtswijken=aandacht+wijken
groenonderhoud=groen+onderhoud huurachterstand=huur+achterstand brandveiligheid=brand+veiligheid
bewonersbedrijf=bewoner+bedrijf energiefixers=energie+fixers sloopmateriaal=sloop+materiaal zonnepanelen=zonne+panelen
verduurzamingsprojecten=verduurzaming+projecten winkelvestigingen=winkel+vestigingen kinderopvang=kinder+opvang
"""

WHOLE = """
verantwoord ondernemen ondernemer organisatie participatie innovatie gemeente gemeenten corporatie corporaties
leefbaarheid eenzaamheid bewoner huurder huurders activering verbetering ontwikkeling begeleiding ondersteuning
financiele vrijwilliger initiatief verduurzaming instelling informatie uitvoering opknappen betrokkenheid
problematiek kwaliteit vitaliteit circulariteit gezondheid activiteiten landelijk inspirerende afzonderlijk gerichte
bestuurder provincie coordinator directeur professional interventie leerling partners vereniging bestrijding
verlening deskundige verhuurder renovatie natuurlijke aantoonbaar herkenbaar eigenaarschap maatschappelijk veertien
woonden
"""


def test_splits_compounds():
    """Without the linking letters."""
    for line in COMPOUNDS.split():
        word, parts = line.split("=")
        assert set(parts.split("+")) <= set(load_dictionary().split(word)), word


def test_other_words_are_not_split():
    """Endings and prefixes are no parts."""
    assert {word: load_dictionary().split(word) for word in WHOLE.split()} == dict.fromkeys(WHOLE.split(), ())


def test_adjacent_parts_form_words_too():
    """Except *leerlingbouw*, which is none."""
    assert load_dictionary().split("leerlingbouwplaatsen") == ("leerling", "bouw", "plaatsen", "bouwplaatsen")
    assert "mantelzorg" in load_dictionary().split("mantelzorgondersteuning")


def test_counts_a_compound_once():
    assert Terms({}).parts(["Huurachterstand: hoe huurachterstand ontstaat"]) == "huur achterstand"


def test_hyphenated_words_are_split():
    assert set(Terms({}).parts(["een leer-werktraject"]).split()) >= {"leer", "werk", "traject"}


def test_the_vocabulary_overrides_the_rules():
    """With other parts, or none."""
    corrections = read_corrections(
        {
            "huurachterstand": CompoundSplit(naam="Huurachterstand"),
            "reintegratie": CompoundSplit(naam="Re-integratietraject", delen=("re-integratie", "traject")),
        }
    )

    assert Terms(corrections).parts(["huurachterstand"]) == ""
    assert Terms(corrections).parts(["re-integratietraject"]).split()[-4:] == [
        "re",
        "integratie",
        "reintegratie",
        "traject",
    ]


def test_a_very_long_word_is_not_split():
    """Up to sixty letters every way is tried."""
    word = "huur" * 15

    assert Terms({}).parts([word]).split()[0] == "huur"
    assert Terms({}).parts([f"{word}s", "huur" * 10_000]) == ""


def test_names_are_not_split():
    """Woonbedrijf is no *bedrijf*."""
    partner = make_partner("woonbedrijf", naam="Woonbedrijf")
    practice = make_practice(corporaties=["woonbedrijf"], zoekwoorden=["energierekening"])
    fields = build_fields(practice, make_catalogue([practice], [partner], [make_topic()]), Terms({}))

    assert fields["partners"] == "Woonbedrijf"
    assert "bedrijf" not in fields["delen"].split()
    assert "rekening" in fields["delen"].split(), "from its keyword energierekening"


def test_reads_the_flags_of_the_dictionary():
    """``Ca`` may begin, ``Cc`` may end, ``Ch`` links with an s, ``ĳ`` is ij."""
    dictionary = Dictionary("6\nprĳs/CaZb\narbeid/Ch\nmarkt/CcZb\nvraag/CcZb\ncafé/CaZa\n")

    assert dictionary.split("arbeidsmarkt") == ("arbeid", "markt")
    assert dictionary.split("prijsvraag") == ("prijs", "vraag")
    assert dictionary.split("cafevragen") == ("cafe", "vragen")
    assert dictionary.split("vraagarbeid") == ()


def test_a_missing_dictionary_gives_a_message(tmp_path):
    with pytest.raises(MissingDictionary, match="make assets"):
        load_dictionary(tmp_path / "index.dic")


@pytest.mark.parametrize(
    ("lines", "split", "whole"),
    [
        ("koe/Ca kan/CcZb kant/CcZb", "koekant", "koekan"),  # a compound has seven letters
        ("ei/Ca koe/Ca winkel/CcZb", "koewinkel", "eiwinkel"),  # a part has three
        ("koek/Zb koe/Zb fixers/Zb", "koekfixers", "koefixers"),  # a part that is not foreseen has four
        ("koek/Zb team/Zb kat/Zb", "koekteams", "koekkats"),  # only a last part of five letters may be inflected
        ("koek/Zb gezond/Aa blauw/Aa", "koekgezond", "koekblauw"),  # an adjective at the end has six
        ("koek/Ca plan/CcZb stand/CcZb", "koekplan", "koekstand"),  # an ending is no part
    ],
)
def test_parts_have_a_minimum_length(lines, split, whole):
    dictionary = Dictionary("9\n" + "\n".join(lines.split()) + "\n")

    assert len(dictionary.split(split)) == 2
    assert dictionary.split(whole) == ()


def test_plurals_change_the_spelling_of_their_word():
    """Doubled letters become single, v and z become f and s, long vowels double."""
    pairs = ("bakken=bak", "flatten=flat", "brieven=brief", "huizen=huis", "scholen=school", "buren=buur")
    for plural, word in (pair.split("=") for pair in pairs):
        assert word in _singulars(plural), plural
    for plural, other in (("tuinen", "tui"), ("brieven", "bf"), ("huizen", "hs"), ("bakken", "")):
        assert other not in _singulars(plural), plural
