"""The requests to a partner: about a practice, or close to its core business."""

from itertools import product
from typing import Any

import pytest

from mvo_catalogue.domain.catalogue import Catalogue
from mvo_catalogue.domain.vocabulary import VOCABULARY_VALUES
from mvo_catalogue.site.requests import UNKNOWN, PartnerRequest, Requests
from tests.factories import make_partner, make_practice, make_topic, read_vocabulary

COMPANIES = ["landelijk-bedrijf", "overig"]
VOCABULARIES: dict[str, dict[str, Any]] = {
    "instrumenten": {
        "stage": {"onderwerp": "stages", "hoofdzaak_bij": ["werken"]},
        "beursvloer": {"onderwerp": "een beursvloer"},
        "mentor": {"onderwerp": "mentoren"},
        "convenant": {},
    },
    "verzoeken": {
        "opruimen": {"naam": "Samen opruimen", "tekst": "Ruimt u mee op, op [datum]?"},
        "eten": {"naam": "Gezond eten", "tekst": "Kookt u mee?"},
        "leerplek": {"naam": "Leerplek", "tekst": "Hebt u [hoeveel] leerplekken voor {onderwerp}?"},
        "praten": {"naam": "Praten over {onderwerp}", "tekst": "Wie praat met ons over {onderwerp}, op [datum]?"},
        "gesprek": {"naam": "Een gesprek", "tekst": "Praat u met ons, op [datum]?"},
        "winkel": {"naam": "Werk in de winkel", "tekst": "Hebt u werk?"},
        "ruilen": {"naam": "Beursvloer", "tekst": "Doet u mee?", "instrumenten": ["beursvloer"]},
        "geld": {"naam": "Geld", "tekst": "Wilt u [welk bedrag] geven?", "biedt": "geld"},
        "uren": {"naam": "Uren", "tekst": "Hebt u [hoeveel] uren?", "biedt": "uren"},
    },
    "rollen": {
        "supermarkt": {
            "herkennen": [{"soorten": COMPANIES, "woorden": ["*supermarkt*", "gezond eten*"]}],
            "anders": "winkel",
            "verzoeken": [
                {"verzoek": "opruimen", "themas": ["schoon"]},
                {"verzoek": "eten", "themas": ["wonen"], "en_doelgroepen": ["kinderen"]},
                {"verzoek": "eten", "instrumenten": ["convenant"], "en_themas": ["werken"]},
                {"verzoek": "leerplek", "instrumenten": ["stage"]},
            ],
            "dagelijks": ["eten", "winkel"],
            "altijd": ["opruimen"],
            "vraagt_al": "geld",
        },
        "bank": {"herkennen": [{"soorten": COMPANIES, "woorden": ["bank"]}], "anders": "geld"},
        "gever": {"herkennen": [{"soorten": ["overheid"], "biedt": "geld"}], "anders": "geld"},
        "overheid": {"herkennen": [{"soorten": ["overheid", "gemeente"]}], "anders": "gesprek", "over": "praten"},
        "laat": {"herkennen": [{"soorten": ["gemeente"], "woorden": ["laat"]}], "anders": "uren"},
        "anders": {"anders": "gesprek"},
    },
}
TOPICS = [
    make_topic("schoon", onderwerp="een schone buurt"),
    make_topic("werken"),
    make_topic(
        "wonen",
        onderwerp="passend wonen",
        onderwerp_per_doelgroep=[{"doelgroep": "ouderen", "onderwerp": "wonen met zorg"}],
    ),
    make_topic("leren", naam="Leren en doen"),
]


def make_requests(**changed):
    """Return the requests of a small catalogue; ``changed`` are vocabularies of another one."""
    vocabularies = {
        name: {slug: VOCABULARY_VALUES[name].model_validate({"naam": slug} | value) for slug, value in values.items()}
        for name, values in (VOCABULARIES | changed).items()
    }
    return Requests(Catalogue(topics={topic.slug: topic for topic in TOPICS}, vocabularies=vocabularies))


REQUESTS = make_requests()
SHOP: dict[str, Any] = {"soort": "landelijk-bedrijf", "kernactiviteit": "Supermarktketen"}


def labels(practices=(), **values):
    """Return the requests to a partner with these values."""
    return [request.label for request in REQUESTS.for_partner(make_partner("x", **values), practices)]


def ask(practice, **values):
    """Return the first request to a partner with these values about a practice with those."""
    return REQUESTS.for_partner(make_partner("x", **values), [make_practice("a", **practice)])[0]


@pytest.mark.parametrize(
    ("values", "role"),
    [
        (SHOP, "supermarkt"),
        ({"soort": "overig", "naam": "De Supermarkt"}, "supermarkt"),
        ({"soort": "welzijn", "kernactiviteit": "Supermarktketen"}, "anders"),
        ({"soort": "overig", "kernactiviteit": "Beweging voor gezond eten"}, "supermarkt"),
        ({"soort": "overig", "kernactiviteit": "Bank"}, "bank"),
        ({"soort": "overig", "kernactiviteit": "Bankjes"}, "anders"),
        ({"soort": "overig", "kernactiviteit": "Databank"}, "anders"),
        ({"soort": "overig", "kernactiviteit": "Bank in de supermarkt"}, "supermarkt"),
        ({"soort": "overheid", "biedt": ["geld"]}, "gever"),
        ({"soort": "overheid", "biedt": ["uren"]}, "overheid"),
        ({"soort": "gemeente", "naam": "Vroeg"}, "overheid"),
        ({"soort": "gemeente", "naam": "Laat"}, "laat"),
        ({"soort": "fonds"}, "anders"),
    ],
)
def test_a_role_follows_from_words_or_offers_or_else_the_kind(values, role):
    """Whole words, in the order of the list."""
    assert REQUESTS.role(make_partner("x", **values)).name == role


@pytest.mark.parametrize(
    ("practice", "label"),
    [
        ({"themas": ["schoon"]}, "Samen opruimen"),
        ({"themas": ["wonen", "schoon"]}, "Samen opruimen"),
        ({"themas": ["wonen"], "doelgroepen": ["kinderen"]}, "Gezond eten"),
        ({"themas": ["wonen"], "doelgroepen": ["ouderen"]}, "Werk in de winkel"),
        ({"themas": ["werken"], "instrumenten": ["convenant"]}, "Gezond eten"),
        ({"themas": ["schoon"], "instrumenten": ["convenant"]}, "Samen opruimen"),
        ({"themas": ["werken", "schoon"], "instrumenten": ["stage"]}, "Leerplek"),
        ({"themas": ["schoon", "werken"], "instrumenten": ["stage"]}, "Samen opruimen"),
        ({"themas": ["wonen"], "instrumenten": ["stage"]}, "Leerplek"),
        ({"themas": ["schoon"], "instrumenten": ["beursvloer"]}, "Beursvloer"),
    ],
)
def test_the_first_instrument_or_theme_with_a_request_is_chosen(practice, label):
    """Side matters come last; general requests come before those of a role."""
    assert ask(practice, **SHOP).label == label


@pytest.mark.parametrize(
    ("practice", "subject"),
    [
        ({"themas": ["wonen"], "instrumenten": ["mentor"]}, "mentoren"),
        ({"themas": ["wonen"], "instrumenten": ["convenant"]}, "passend wonen"),
        ({"themas": ["wonen"], "doelgroepen": ["ouderen"]}, "wonen met zorg"),
        ({"themas": ["schoon"], "doelgroepen": ["ouderen"]}, "een schone buurt"),
        ({"themas": ["werken"], "instrumenten": ["stage"]}, "stages"),
        ({"themas": ["wonen"], "instrumenten": ["stage"]}, "passend wonen"),
        ({"themas": ["leren"]}, "leren en doen"),
    ],
)
def test_the_subject_of_a_practice_is_its_instrument_or_else_its_theme(practice, subject):
    """A theme without a subject has its name, so a new one needs nothing else."""
    assert REQUESTS.subject(make_practice("a", **practice)) == subject
    assert ask(practice, soort="gemeente").label == f"Praten over {subject}"


def test_requests_about_practices_come_first_without_duplicates():
    """Then the general request, then the offers."""
    topics = {"a": "wonen", "b": "werken", "c": "wonen"}
    practices = [make_practice(slug, themas=[topic]) for slug, topic in topics.items()]
    assert labels(practices, soort="gemeente", biedt=["uren", "geld"]) == [
        "Praten over passend wonen",
        "Praten over werken",
        "Een gesprek",
        "Uren",
        "Geld",
    ]


def test_a_letter_begins_with_what_everybody_asks_such_a_partner():
    """Whatever it did; what any organisation can be asked comes last."""
    did = [
        make_practice("a", instrumenten=["beursvloer"]),
        make_practice("b", themas=["werken"], instrumenten=["stage"]),
    ]
    found = REQUESTS.for_letter(make_partner("x", **SHOP), did)
    assert [request.label for request in found] == ["Samen opruimen", "Leerplek", "Werk in de winkel", "Beursvloer"]
    assert [practice.slug for practice in found[-1].examples] == ["a"]


def test_a_request_has_matching_practices_as_examples():
    """By theme or instrument, the best first; others belong to the general request."""
    about = {"second": ["leren", "schoon"], "both": ["werken", "schoon"], "clean": ["schoon"], "neither": ["leren"]}
    practices = [make_practice(slug, themas=topics) for slug, topics in about.items()]
    practices[1] = make_practice("both", themas=["werken", "schoon"], instrumenten=["convenant"])
    found = REQUESTS.for_partner(make_partner("x", **SHOP, biedt=["uren"]), practices)
    assert {request.label: [practice.slug for practice in request.examples] for request in found} == {
        "Samen opruimen": ["second", "clean", "both"],
        "Gezond eten": ["both"],
        "Werk in de winkel": ["neither"],
        "Uren": [],
    }


@pytest.mark.parametrize(("place", "is_asked"), [(6, True), (7, False)])
def test_the_number_of_requests_about_practices_is_limited(place, is_asked):
    practices = [make_practice(f"p{number}", themas=["wonen"]) for number in range(1, place)]
    practices.append(make_practice("last", themas=["schoon"]))
    assert ("Praten over een schone buurt" in labels(practices, soort="gemeente")) is is_asked


def test_an_offer_that_a_role_covers_is_left_out():
    assert labels(**SHOP, biedt=["geld", "uren"]) == ["Samen opruimen", "Werk in de winkel", "Uren"]


def test_the_role_says_whether_a_request_is_its_daily_work():
    assert ask({"themas": ["wonen"], "doelgroepen": ["kinderen"]}, **SHOP).is_daily
    assert not ask({"themas": ["schoon"]}, **SHOP).is_daily


def test_every_kind_and_offer_has_a_request():
    """With any theme, and without empty placeholders."""
    practices = [make_practice("a", themas=["wonen"]), make_practice("b", themas=["leren"])]
    for kind, offer in product(read_vocabulary("partnersoorten"), read_vocabulary("aanbod")):
        found = REQUESTS.for_partner(make_partner("x", soort=kind, biedt=[offer]), practices)
        assert found
        assert not any(set("{}") & set(request.label + request.text) for request in found)


def test_a_catalogue_without_roles_has_one_open_request():
    practice = make_practice("a")
    found = make_requests(rollen={}, verzoeken={}).for_partner(make_partner("x"), [practice])
    assert found == (PartnerRequest(UNKNOWN.name, UNKNOWN.text, examples=(practice,)),)
