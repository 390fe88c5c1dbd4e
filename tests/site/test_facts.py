"""The key facts of a practice."""

import pytest

from mvo_catalogue.site.facts import known_outcome, outcome_words, practice_facts, year_words
from tests.factories import make_body, make_catalogue, make_practice


@pytest.fixture
def vocabularies():
    """Return vocabularies with one value each."""
    return make_catalogue().vocabularies


def test_facts_are_words(vocabularies):
    """Unknown ones are empty, and every label is there."""
    practice = make_practice(
        onderbouwing="gemeten",
        doelgroepen=["jongeren"],
        plaatsen=["Veenstad", "Wijk 4"],
        provincies=["drenthe"],
        gebied=["stad", "krimpgebied"],
        periode={"start": "2019", "eind": "2021"},
        fase="afgerond",
        procesfase=["inkoop", "beheer"],
        instrumenten=["stage"],
        kosten={"klasse": "0"},
        inzet="2",
        doorlooptijd="1",
        moeilijkheid="4",
        kader={"grondslag": "woningwet", "gecontroleerd": "2026-11-01"},
    )
    facts = {
        label: (words, explanation) for label, words, explanation in practice_facts(practice, vocabularies).values()
    }

    assert {label: words for label, (words, _) in facts.items()} == {
        "Onderbouwing": "Gemeten (2 van 5)",
        "Voor wie": "Jongeren",
        "Waar": "Veenstad en Wijk 4",
        "Provincie": "Drenthe",
        "Soort gebied": "Stad en krimpgebied",
        "Wanneer": "2019 tot en met 2021",
        "Fase": "Afgerond",
        "Soort aanpak": "Stage",
        "Procesfase": "Inkoop en beheer",
        "Kosten": "Geen (0 van 5)",
        "Inzet": "40 tot 160 uur (2 van 5)",
        "Doorlooptijd": "tot 1 maand",
        "Wat moet u regelen?": "besluit van het bestuur of een aanbesteding nodig",
        "Wet of regeling": "Woningwet",
    }
    assert facts["Wet of regeling"][1] == "Nagekeken op 1 november 2026."
    assert facts["Onderbouwing"][1]


def test_unknown_facts_are_empty(vocabularies):
    """Only the evidence is always known."""
    assert [label for label, words, _ in practice_facts(make_practice(), vocabularies).values() if words] == [
        "Onderbouwing"
    ]


def test_only_a_value_of_a_scale_is_explained(vocabularies):
    """The hours that a source names may be those of others."""
    effort = [{"klasse": "2", "toelichting": "Een dag per week."}, {"toelichting": "Drie mensen van de gemeente."}]
    facts = [practice_facts(make_practice(inzet=one), vocabularies)["inzet"] for one in effort]

    assert [bool(meaning) for _, _, meaning in facts] == [True, False]


def test_a_cost_in_words_is_a_separate_fact(vocabularies):
    """Without the explanation of the scale."""
    practice = make_practice(kosten={"toelichting": "De huur is 576 euro."})
    facts = practice_facts(practice, vocabularies)

    assert facts["kosten"] == ("Kosten", "", "Wat het de corporatie in het eerste jaar kost.")
    assert facts["geld"] == ("Wat de bron over geld zegt", "De huur is 576 euro", "")
    assert "geld" not in practice_facts(make_practice(), vocabularies)


@pytest.mark.parametrize(
    ("places", "provinces", "where"),
    [
        ([], ["landelijk"], "Heel Nederland"),
        ([], ["zeeland", "utrecht"], "Zeeland en Utrecht"),
        (["Assen"], ["drenthe"], "Assen"),
        (["Veenstad", "De Hoek (Veenstad)", "Assen"], [], "De Hoek (Veenstad) en Assen"),
        ([], [], ""),
    ],
)
def test_the_place_falls_back_to_the_province(vocabularies, places, provinces, where):
    """A place is not named beside a part of it."""
    practice = make_practice(plaatsen=places, provincies=provinces)
    facts = {fact.label: fact.words for fact in practice_facts(practice, vocabularies).values()}
    assert facts["Waar"] == where


@pytest.mark.parametrize(
    ("results", "words"),
    [
        ("- Er kwamen 12 banen. Dat is veel.\n- Meer.", "Er kwamen 12 banen."),
        ("Dit hielp:\n\n- Een cursus. Die was kort.", "Een cursus."),
        ("- " + "woord " * 30 + "lang. Kort daarna.\n- De proef slaagde.", "De proef slaagde."),
        ("- " + "woord " * 30 + "lang.", "Geen cijfer; wel beschreven."),
    ],
)
def test_a_missing_outcome_is_taken_from_the_results(results, words):
    """A short sentence at the start of an item that announces nothing."""
    body = make_body(f"## Aanpak\n\n1. Doe dit.\n\n## Resultaten\n\n{results}\n")
    assert known_outcome(make_practice("a", body)) == outcome_words(make_practice("a", body), "Zon") == words
    assert known_outcome(make_practice("a", body, uitkomst="Twaalf banen erbij.")) == "Twaalf banen erbij."


def test_without_results_the_contact_is_named():
    """In one wording; without a name it is unknown. A year is never guessed."""
    practice = make_practice()
    assert known_outcome(practice) == year_words(practice) == ""
    assert [outcome_words(practice, name) for name in ("Zon", "")] == [
        "Niet bekend. Vraag het aan Zon.",
        "Niet bekend.",
    ]
