"""The rules, where a folder of content would be a long way round."""

from __future__ import annotations

from itertools import pairwise

import pytest

from mvo_catalogue.domain.model import PARTNERS, VOCABULARIES, Reference
from mvo_catalogue.reading.markdown import MarkdownText
from mvo_catalogue.schema.references import KnownSlugs, UnknownReference, collect_known, suggest_targets
from mvo_catalogue.validation.review import CatalogueReview, PracticeReview
from mvo_catalogue.validation.rules import (
    evidence_without_proof,
    reference_loop,
    section_order,
    unused_partner,
)
from tests.factories import TODAY, make_body, make_catalogue, make_partner, make_practice


def review(practice, *refused):
    """Return the review of a practice of which these keys were refused."""
    return PracticeReview(practice, MarkdownText(), TODAY, frozenset(refused))


def body(*headings, text="Tekst."):
    """Return a body with these headings."""
    return make_body("\n\n".join(f"## {heading}\n\n{text}" for heading in headings))


@pytest.mark.parametrize(
    "text",
    [
        "3 van de 10",
        "in 2018",
        "Zes kandidaten vonden werk.",
        "Achttien leerlingen",
        "drieëntwintig woningen",
        "De helft bleef.",
        "een derde minder",
        "Tweederde is tevreden.",
        "driekwart",
        "anderhalf jaar korter",
        "honderden gesprekken",
        "tweehonderd",
        "ruim een miljoen",
        "geen ontruimingen",
        "Eén gezin",
    ],
)
def test_a_figure_may_be_digits_or_words(text):
    """Who counts, in whatever form, shows a result."""
    practice = make_practice(onderbouwing="gemeten", body=body("Aanpak", "Resultaten", text=text))

    assert list(evidence_without_proof.check(review(practice))) == []


@pytest.mark.parametrize(
    "text",
    [
        "Bewoners vonden het prettig, nuttig en gunstig.",
        "Er veranderde veel en het bevorderde het contact.",
        "De eenheid groeide.",
        "Achterstanden liepen niet op, dat was krachtig en gelukkig.",
    ],
)
def test_words_that_only_look_like_figures_prove_nothing(text):
    """An ending such as -tig or -derde makes no number."""
    practice = make_practice(onderbouwing="gemeten", body=body("Aanpak", "Resultaten", text=text))

    assert [found.path for found in evidence_without_proof.check(review(practice))] == [("onderbouwing",)]


def test_evidence_is_not_judged_on_what_was_refused():
    """Sources and adoptions that could not be read may well hold the proof."""
    studied = make_practice(onderbouwing="onderzocht", body=body("Resultaten"))
    repeated = make_practice(onderbouwing="herhaald", body=body("Resultaten", text="3"))

    assert len(list(evidence_without_proof.check(review(studied)))) == 1
    assert list(evidence_without_proof.check(review(studied, "bronnen"))) == []
    assert len(list(evidence_without_proof.check(review(repeated)))) == 1
    assert list(evidence_without_proof.check(review(repeated, "overgenomen"))) == []


@pytest.mark.parametrize(
    ("headings", "meant"),
    [
        (["Aanleiding", "Aanpak"], ["Aanleiding", "Aanpak"]),
        (["aanpak"], ["Aanpak"]),
        (["Aanpack", "Resultaat"], ["Aanpak", "Resultaten"]),
        (["Aanpak", "De aanpak"], ["Aanpak", "De aanpak"]),
        (["Cijfers", ""], ["Cijfers", ""]),
    ],
)
def test_a_heading_that_is_almost_right_is_understood(headings, meant):
    """A misspelt fixed heading counts as that heading, unless the right one is there too."""
    judged = review(make_practice(body=body(*headings)))

    assert [judged.meant(section) for section in judged.practice.body.sections] == meant


@pytest.mark.parametrize(
    ("headings", "at"),
    [
        (["Aanleiding", "Aanpak", "Resultaten", "Lessen", "Meer"], []),
        (["Aanpak", "Lessen"], []),
        (["Lessen", "Aanleiding", "Aanpak", "Resultaten"], ["aanleiding"]),
        (["Meer", "Aanpak"], ["aanpak"]),
        (["Aanpak", "Meer", "Lessen", "Resultaten"], ["lessen"]),
        (["Aanpak", "Resultaten", "Aanpak"], ["aanpak-2"]),
        (["Werkwijze", "Resultaten"], []),
        (["Aanpak", "", "Lessen"], []),
        (["Meer", "Meer", "Anders"], []),
    ],
)
def test_order_is_told_once_where_it_breaks(headings, at):
    """One message about the order says enough; headings of one's own come last."""
    found = section_order.check(review(make_practice(body=body(*headings))))

    assert [finding.anchor for finding in found] == at


def judge(rule, catalogue, **slugs):
    """Return what a rule of the catalogue says: the entry, the path in it and the sentence."""
    known = collect_known(catalogue, {"practices": frozenset(catalogue.practices), **slugs})
    return [
        (path.rpartition("/")[2], found.path, found.message)
        for path, found in rule.check(CatalogueReview(catalogue, known))
    ]


def chain(**links):
    """Return a catalogue of practices that build on others: ``chain(a=["b"], b=[])``."""
    return make_catalogue([make_practice(slug, gebaseerd_op=list(names)) for slug, names in links.items()])


@pytest.mark.parametrize(
    ("links", "loops"),
    [
        ({"a": "b", "b": "c", "c": ""}, []),
        ({"a": "bc", "b": "d", "c": "d", "d": ""}, []),
        ({"a": "a"}, ["a → a"]),
        ({"a": "b", "b": "a"}, ["a → b → a"]),
        ({"c": "b", "b": "a", "a": "c"}, ["a → c → b → a"]),
        ({"a": "b", "b": "c", "c": "b"}, ["b → c → b"]),
        ({"a": "b", "b": "a", "c": "d", "d": "c"}, ["a → b → a", "c → d → c"]),
        ({"a": "xb", "b": "a"}, ["a → b → a"]),
    ],
)
def test_every_loop_is_told_once(links, loops):
    """A loop is told at the entry that comes first in the alphabet; a shared ancestor is no loop."""
    found = judge(reference_loop, chain(**links))

    assert [message.split(": ")[1].split(".")[0] for _, _, message in found] == loops


def test_a_loop_is_told_at_the_link_that_leads_into_it():
    """An editor sees which of several links to take away."""
    assert [(file, path) for file, path, _ in judge(reference_loop, chain(a="xb", b="a"))] == [
        ("a.md", ("gebaseerd_op", 1))
    ]


def test_a_long_chain_is_no_loop():
    """Thousands of practices in a row are followed without recursion."""
    slugs = [f"p{number:04}" for number in range(3000)]
    links = {slug: [following] for slug, following in pairwise(slugs)}

    assert judge(reference_loop, chain(**links)) == []


MANY = frozenset(f"partij-{number}" for number in range(40))


def explain(reference, word, known):
    """Return whether a word is ambiguous, what it may mean, and what is said of it."""
    meant = suggest_targets(reference, word, known)
    unknown = UnknownReference(("partners", 0), reference, word, meant, known.targets(reference))
    return unknown.is_ambiguous, list(meant), unknown.explain("geen bekende partner")


@pytest.mark.parametrize(
    ("word", "slugs", "names", "words"),
    [
        ("de-burg", {"de-brug"}, {}, "Bedoelde u “de-brug”?"),
        ("Stichting X", {"a", "b"}, {"stichting x": ["b"]}, "Bedoelde u “b”?"),
        ("stichting-x", {"a", "b"}, {"stichting x": ["b"]}, "Bedoelde u “b”?"),
        ("Vreemd", {"a", "b"}, {}, "Kies uit: a, b."),
        ("Iets & Co.", MANY, {}, "Maak eerst het bestand content/partners/iets-co.md."),
        ("Iets", frozenset(), {}, "Maak eerst het bestand content/partners/iets.md."),
    ],
)
def test_an_unknown_name_comes_with_what_was_meant(word, slugs, names, words):
    """A name that people know, a slip of the finger, a short list to choose from, or the file to make."""
    known = KnownSlugs({PARTNERS: frozenset(slugs)}, {PARTNERS: names})
    is_ambiguous, _, message = explain(Reference(PARTNERS), word, known)

    assert not is_ambiguous
    assert message == f"“{word}” is geen bekende partner. {words}"


def test_a_name_of_two_things_is_ambiguous():
    """The slugs to choose from come in the order of the alphabet."""
    known = KnownSlugs({PARTNERS: frozenset({"a", "b"})}, {PARTNERS: {"groep": ["b", "a"]}})
    is_ambiguous, meant, _ = explain(Reference(PARTNERS), "Groep", known)

    assert is_ambiguous
    assert meant == ["a", "b"]


def test_an_unknown_value_of_a_long_list_says_where_the_list_is():
    """Fifty values do not fit in a sentence."""
    reference = Reference(VOCABULARIES, "instrumenten")
    known = KnownSlugs({"vocabularies/instrumenten": MANY}, {})
    _, _, message = explain(reference, "toverstaf", known)

    assert message.endswith("Alle waarden staan in content/vocabularies/instrumenten.yaml.")


def test_a_list_that_could_not_be_read_is_not_held_against_an_editor():
    """Every value may be in a vocabulary of which nothing is known."""
    reference = Reference(VOCABULARIES, "doelgroepen")
    known = collect_known(make_catalogue(), {}, ["doelgroepen"])

    assert known.has(reference, "iets")
    assert known.has(Reference(VOCABULARIES, "instrumenten"), "stage")
    assert not known.has(Reference(VOCABULARIES, "instrumenten"), "iets")


def test_a_partner_is_used_when_anything_names_it():
    """Practices, adoptions and successors name partners; a slip of the finger names the partner that was meant."""
    partners = [
        *map(make_partner, ["de-brug", "het-anker", "de-kade", "waterkant"]),
        make_partner("oud", opgevolgd_door="nieuw"),
        make_partner("nieuw"),
        make_partner("niemand"),
    ]
    practice = make_practice(
        partners=["waterkan"],
        overgenomen=[{"corporatie": "het-anker", "jaar": "2020"}, {"corporatie": "de-kade", "jaar": "2021"}],
    )
    catalogue = make_catalogue([practice], partners)
    found = judge(unused_partner, catalogue, partners=frozenset(catalogue.partners))

    assert [file for file, _, _ in found] == ["niemand.md", "oud.md"]


def test_partners_are_not_called_unused_while_anything_is_unsure():
    """The file that could not be read may be the one that names them."""
    catalogue = make_catalogue([], [make_partner("niemand")])
    known = collect_known(catalogue, {"partners": frozenset({"niemand"})})

    assert list(unused_partner.check(CatalogueReview(catalogue, known, frozenset({"content/practices/x.md"})))) == []
    assert len(list(unused_partner.check(CatalogueReview(catalogue, known)))) == 1
