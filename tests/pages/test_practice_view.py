"""The view of a practice: participants, facts and parts of its page."""

from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import jinja2
import pytest

from mvo_catalogue.pages import practice as practice_page
from mvo_catalogue.pages.plan import plan_pages
from mvo_catalogue.pages.practice import NameLink, build_practice_view
from mvo_catalogue.site.facts import Fact
from tests.factories import make_body, make_catalogue, make_environment, make_partner, make_practice, make_site
from tests.site.html import Element, PageView

THEME = Path(__file__).resolve().parents[2] / "theme" / "templates"
ENVIRONMENT = make_environment(jinja2.FileSystemLoader(THEME))
ENVIRONMENT.globals.update(asset=str, integrity=str)
CSS = "mvo-facts__"


def make_small_catalogue(*others, **values):
    """Return a catalogue with practice ``a``, of which the organisations have the names of their slugs."""
    practice = make_practice("a", **values)
    partners = [make_partner(slug, naam=slug) for slug in (*practice.associations, *practice.partners)]
    return make_catalogue([practice, *others], partners or [make_partner()])


def view(**values):
    """Return what a practice with these values shows."""
    catalogue = make_small_catalogue(**values)
    return build_practice_view(catalogue.practices["a"], catalogue)


def page(*others, **values):
    """Return the page of a practice with these values."""
    catalogue = make_small_catalogue(*others, **values)
    plan = next(plan for plan in plan_pages(catalogue, make_site(catalogue)) if plan.kind == "practice")
    found = PageView()
    found.feed(ENVIRONMENT.get_template(plan.template).render(page=plan, **plan.context()))
    return found


def facts(found: PageView) -> list[tuple[str, list[Element]]]:
    """Return the label of each fact of a page in order, with the elements from its frame on."""
    starts = [number for number, one in enumerate(found.elements) if f"{CSS}fact" in one.attributes.get("class", "")]
    parts = [found.elements[start:end] for start, end in zip(starts, [*starts[1:], None], strict=True)]
    return [("".join(one.text for one in part if one.tag == "dt").strip(), part) for part in parts]


def unknown(found: PageView) -> list[str]:
    """Return the fields of the form that a page links to for unknown facts, in order."""
    asked = [parse_qs(urlsplit(link.attributes["href"]).query) for link in found.all("a") if "Weet u" not in link.text]
    return [field for query in asked for field in query.get("veld", [])]


def by(*lengths):
    """Return how many names of these lengths the key facts show, how many are left out, and whether they are wide."""
    (names,) = view(corporaties=[str(number) * length for number, length in enumerate(lengths, 1)]).people
    return names.shown, len(names.names) - names.shown, names.is_wide


@pytest.mark.parametrize(
    ("lengths", "shown"),
    [
        ((10, 10, 24), (3, 0, False)),
        ((10, 10, 25), (2, 1, False)),
        ((19, 19, 10), (2, 1, False)),
        ((19, 20, 10), (1, 2, False)),
        ((60, 1), (1, 1, False)),
        ((61, 1), (1, 1, True)),
    ],
)
def test_participants_are_named_as_far_as_they_fit(lengths, shown):
    """All of them in 48 characters, or two in 40 beside the count of the others, or one."""
    assert by(*lengths) == shown


def test_participants_that_do_not_fit_are_listed_below():
    values: dict[str, Any] = {
        "corporaties": ["x" * 30, "y" * 30],
        "partners": ["zorg"],
        "ook_betrokken": ["buren, en meer"],
    }
    company = view(**values).people[1]
    assert (company.names, company.mark) == ([NameLink("zorg", "/partners/zorg/"), NameLink("buren, en meer")], "; ")

    first, second = [part for label, part in facts(page(**values)) if label == "Door"]
    assert [[one.text.strip(" ,\n") for one in part if one.tag == "a"][:2] for part in (first, second)] == [
        ["x" * 30, "en\u00a0nog\u00a01"],
        ["x" * 30, "y" * 30],
    ]
    assert [f"{CSS}fact--wide" in part[0].attributes["class"] for part in (first, second)] == [False, True]
    assert [label for label, _ in facts(page(**values))].count("Met") == 1


def test_without_an_association_the_partners_did_it():
    """Not “met”; an unknown company is named."""
    alone = page(corporaties=[], partners=["zorg"])

    assert "Door" in [label for label, _ in facts(alone)]
    assert "Met" not in [label for label, _ in facts(alone)]
    assert "Met" not in [label for label, _ in facts(page())]
    assert ("partners" in unknown(alone), "partners" in unknown(page())) == (False, True)


def test_unknown_facts_are_at_the_end():
    """Each with its field of the form, without headings or empty rows."""
    found = page(inzet="2", moeilijkheid="1", plaatsen=["Assen"])

    assert unknown(found)[:5] == ["uitkomst", "kosten", "doorlooptijd", "fase", "periode"]
    assert unknown(found)[-1] == "bronnen.0.archief"
    assert not {"inzet", "moeilijkheid", "plaatsen", "rol_corporatie"} & set(unknown(found))
    words = {label: (one.text for one in part if one.tag in ("dd", "a")) for label, part in facts(found)}
    values = {label: "".join(pieces).strip().partition("\n")[0] for label, pieces in words.items()}
    assert (values["Inzet"], values["Wat moet u regelen?"]) == ("40 tot 160 uur (2 van 5)", "Eén team kan het doen")
    assert not {"Kosten", "Wanneer", "Fase"} & set(values)


def test_the_outcome_is_the_first_fact():
    """Then money, who, where, when and evidence; without an outcome, whom to ask."""
    found = page(kosten={"klasse": "1"}, plaatsen=["Assen"], periode="2018", fase="proef")
    labels = [label for label, _ in facts(found)]
    assert labels[:7] == ["Uitkomst", "Kosten", "Door", "Waar", "Wanneer", "Onderbouwing", "Fase"]

    def first(*body, **values):
        (_, part), *_ = facts(page(*body, **values))
        return " ".join("".join(one.text for one in part if one.tag not in ("dt", "div")).split())

    assert first(uitkomst="Er kwamen 12 banen.") == "Er kwamen 12 banen."
    assert first(corporaties=["zon", "maan"]) == "Niet bekend. Vraag het aan zon."
    assert first(corporaties=[], partners=["zorg"]) == "Niet bekend. Vraag het aan zorg."


def test_results_are_the_second_section():
    """Wherever an editor wrote them."""
    text = "## Aanleiding\n\nA.\n\n## Aanpak\n\n1. B.\n\n## Resultaten\n\n- C.\n\n## Lessen\n\n- D.\n"
    practice = make_practice("a", make_body(text))
    found = build_practice_view(practice, make_catalogue([practice], [make_partner()]))

    assert [section.heading for section in found.sections] == ["Aanleiding", "Resultaten", "Aanpak", "Lessen"]


@pytest.mark.parametrize(("length", "is_wide"), [(36, False), (37, True)])
def test_long_words_get_the_full_width(length, is_wide):
    """More than 36 characters do not fit in half of a phone."""
    where = dict(facts(page(plaatsen=["x" * length])))["Waar"]
    assert (f"{CSS}fact--wide" in where[0].attributes["class"]) is is_wide


@pytest.mark.parametrize(("length", "is_wide"), [(16, False), (17, True)])
def test_a_long_label_gets_the_full_width(length, is_wide, monkeypatch):
    """More than 16 characters."""
    label = "x" * length
    known = {"plaatsen": Fact(label, "Assen"), "onderbouwing": Fact("Onderbouwing", "beschreven")}
    monkeypatch.setattr(practice_page, "practice_facts", lambda *_: known)

    where = dict(facts(page()))[label]
    assert (f"{CSS}fact--wide" in where[0].attributes["class"]) is is_wide


def test_only_parts_with_content_are_shown():
    """Two always are; in a fixed order."""
    material = {"titel": "Brief", "url": "https://example.org/brief", "soort": "brief"}

    def parts(found):
        pairs = pairwise(found.elements)
        return [heading.attributes["id"] for part, heading in pairs if part.attributes.get("class") == "mvo-part"]

    assert parts(page()) == ["bellen", "kenmerken", "bij_de_bronnen", "nog_niet_bekend"]
    kin, alike = make_practice("b", verwant=["a"]), make_practice("c")
    assert parts(page(kin, alike, materialen=[material], werkzaam=["Bel aan."])) == [
        "bellen",
        "zelf_doen",
        "materiaal",
        "kenmerken",
        "bij_de_bronnen",
        "verder_kijken",
        "nog_niet_bekend",
    ]


def test_missing_advice_is_asked_for_at_the_end():
    found = page(werkzaam=["Bel aan."], niet_geschikt=["Bij haast."])

    assert [heading.text.strip() for heading in found.all("h3")][:2] == ["Wat moet blijven", "Past niet"]
    assert {"aanpasbaar", "voorwaarden"} <= set(unknown(found))
    assert not {"werkzaam", "niet_geschikt"} & set(unknown(found))
