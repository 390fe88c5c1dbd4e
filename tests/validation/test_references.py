"""References are found by the types of fields."""

from mvo_catalogue.schema.references import list_references
from tests.factories import make_partner, make_practice, make_topic


def found(entry):
    """Return path, target and slug of every reference of an entry."""
    return [
        (path, f"{reference.kind}/{reference.vocabulary}".rstrip("/"), slug)
        for path, reference, slug in list_references(entry)
    ]


def test_finds_every_reference_of_a_practice():
    """With its path: in lists, lists of fields and single fields."""
    practice = make_practice(
        themas=["wonen", "werken"],
        corporaties=["de-brug"],
        partners=["wijkwerk"],
        doelgroepen=["jongeren"],
        instrumenten=["stage"],
        overgenomen=[{"corporatie": "het-anker", "jaar": "2020"}],
        gebaseerd_op=["a"],
        verwant=["b"],
        opgevolgd_door=["c"],
        kader={"grondslag": "woningwet", "gecontroleerd": "2026-11-01"},
        plaatsen=["Veenstad"],
        zoekwoorden=["portiek"],
    )

    assert found(practice) == [
        (("themas", 0), "themes", "wonen"),
        (("themas", 1), "themes", "werken"),
        (("corporaties", 0), "partners", "de-brug"),
        (("partners", 0), "partners", "wijkwerk"),
        (("doelgroepen", 0), "vocabularies/doelgroepen", "jongeren"),
        (("instrumenten", 0), "vocabularies/instrumenten", "stage"),
        (("overgenomen", 0, "corporatie"), "partners", "het-anker"),
        (("gebaseerd_op", 0), "practices", "a"),
        (("verwant", 0), "practices", "b"),
        (("opgevolgd_door", 0), "practices", "c"),
        (("kader", "grondslag"), "vocabularies/grondslagen", "woningwet"),
    ]


def test_finds_the_successor_of_a_partner():
    kind = (("soort",), "vocabularies/partnersoorten", "woningcorporatie")
    assert found(make_partner(opgevolgd_door=["het-anker"])) == [kind, (("opgevolgd_door", 0), "partners", "het-anker")]
    assert found(make_partner()) == [kind]


def test_a_topic_refers_to_its_pillar():
    assert found(make_topic(zoekwoorden=["huis"])) == [(("pijler",), "vocabularies/pijlers", "wijk-en-samenleven")]
