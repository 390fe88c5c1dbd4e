"""What is around the text of a practice: related and similar ones, the board note, JSON-LD."""

import json
import re
from typing import Any

import pytest

from mvo_catalogue.domain.body import Body
from mvo_catalogue.pages.board_note import NoteSource, build_board_note, shorten
from mvo_catalogue.pages.practice import build_linked_data
from mvo_catalogue.site.contact import Calls, Contact
from mvo_catalogue.site.related import LEAST_SIMILAR, MOST_SIMILAR, SimilarPractices, build_lineage
from tests.factories import make_body, make_catalogue, make_partner, make_practice, make_site, make_topic

HOSTILE = "</script><script>alert(1)</script><!-- <b> & \u2028 “x”"


def alike(practices, slug="a", without=(), **others):
    """Return the reason and slug of similar practices."""
    catalogue = make_catalogue(practices, **others)
    return [
        (reason, other.slug) for reason, other in SimilarPractices(catalogue).find(catalogue.practices[slug], without)
    ]


def filler(count):
    """Return practices that share nothing, so that anything shared is rare."""
    return [
        make_practice(
            f"vuller{number}",
            titel=f"Vulling nummer {number}",
            samenvatting=f"onderwerp{chr(97 + number) * 8} " * 4,
            themas=[f"los{number}"],
            corporaties=[f"vreemd{number}"],
        )
        for number in range(count)
    ]


def filler_parts(count):
    """Return the topics and partners of ``filler``."""
    return {
        "topics": [make_topic("wonen"), make_topic("werken"), *(make_topic(f"los{number}") for number in range(count))],
        "partners": [
            make_partner("de-brug"),
            make_partner("thuis"),
            make_partner("albert-heijn", soort="landelijk-bedrijf", naam="Albert Heijn"),
            *(make_partner(f"vreemd{number}") for number in range(count)),
        ],
    }


def test_a_similar_practice_has_a_reason():
    """Shared topics, keywords, associations and partners; never the practice itself."""
    first = make_practice("a", partners=["albert-heijn"], titel="Samen eten", zoekwoorden=["Voedselhulp", "samen eten"])
    body = make_body("## Aanpak\n\n1. Wij willen *samen eten* met voedselhulp.")
    second = make_practice("b", body, themas=["wonen", "werken"], partners=["albert-heijn"], titel="Maaltijden")
    found = alike([first, second, *filler(6)], **filler_parts(6))

    assert found == [("Ook over wonen (samen eten), ook door De Brug, ook met Albert Heijn", "b")]


def test_a_reason_names_only_what_both_pages_show():
    """Keywords that no reader sees count, but are no reason; nor is half a word or phrase."""
    hidden = make_practice("a", titel="Hulp aan huis", zoekwoorden=["voedselhulp", "hulp", "huis en tuin"])
    other = make_practice("b", titel="Huishulp. Voor huis. En tuin.", zoekwoorden=["voedselhulp", "hulp"])
    found = alike([hidden, other, *filler(6)], **filler_parts(6))

    assert found == [("Ook over wonen, ook door De Brug", "b")]


def test_a_rare_target_group_or_instrument_is_a_reason():
    """Before a topic, if the texts share no word."""
    shared: dict[str, Any] = {"doelgroepen": ["jongeren"], "instrumenten": ["stage"], "themas": ["wonen"]}
    found = alike(
        [make_practice("a", **shared), make_practice("b", corporaties=["thuis"], **shared), *filler(6)],
        **filler_parts(6),
    )

    assert found == [("Ook over wonen, ook voor jongeren, met dezelfde soort aanpak (stage)", "b")]
    everybody = [make_practice(f"p{number}", corporaties=[f"vreemd{number}"], **shared) for number in range(6)]
    assert {reason for reason, _ in alike(everybody, "p0", **filler_parts(6))} == {"Ook over wonen"}


def test_practices_with_a_weak_reason_only_fill_up_the_list():
    """One topic is a weak reason."""
    weak = [make_practice(f"w{number}", corporaties=["thuis"], zoekwoorden=["schuldhulp"]) for number in range(5)]
    first = make_practice("a", zoekwoorden=["schuldhulp"])
    strong = [make_practice(f"z{number}") for number in range(LEAST_SIMILAR - 1)]

    assert [slug for _, slug in alike([first, *weak, *filler(9)], **filler_parts(9))] == ["w0", "w1"]
    found = [slug for _, slug in alike([first, *weak, *strong, *filler(9)], **filler_parts(9))]
    assert found == [*(practice.slug for practice in strong), "w0"]


def test_more_shared_and_rarer_facts_rank_higher():
    """With a maximum number."""
    practices = [
        make_practice("a", partners=["albert-heijn"], zoekwoorden=["schuldhulp", "incasso"]),
        make_practice("b", partners=["albert-heijn"], corporaties=["thuis"]),
        make_practice("c", partners=["albert-heijn"], corporaties=["thuis"], zoekwoorden=["schuldhulp", "incasso"]),
        *(
            make_practice(f"d{number}", partners=["albert-heijn"], corporaties=["thuis"], zoekwoorden=["schuldhulp"])
            for number in range(6)
        ),
    ]
    found = alike([*practices, *filler(9)], **filler_parts(9))

    assert len(found) == MOST_SIMILAR == 4
    assert found[0][1] == "c"
    assert found == alike([*reversed(practices), *filler(9)], **filler_parts(9))


def test_similarity_requires_a_shared_topic_association_or_partner():
    """Words are not enough. What is shown already is left out."""
    first = make_practice("a", zoekwoorden=["voedselhulp"])
    stranger = make_practice("b", themas=["werken"], corporaties=["thuis"], zoekwoorden=["voedselhulp"])
    friend = make_practice("c", zoekwoorden=["voedselhulp"])

    assert [slug for _, slug in alike([first, stranger, friend, *filler(4)], **filler_parts(4))] == ["c"]
    assert alike([first, stranger, friend, *filler(4)], without={"c"}, **filler_parts(4)) == []


def test_the_number_of_candidates_is_bounded():
    """What hundreds share gives none; a rare word does."""
    practices = [make_practice(f"p{number:03}", zoekwoorden=["algemeen"]) for number in range(300)]
    practices += [make_practice(slug, titel=f"Zeldzaam {slug}", zoekwoorden=["zeldzaam"]) for slug in "ab"]

    assert alike(practices) == [("Ook over wonen (zeldzaam), ook door De Brug", "b")]


def test_relations_are_shown_on_both_pages_once():
    """The closest relation wins."""
    practices = [
        make_practice("oud", opgevolgd_door=["nieuw"], verwant=["nieuw"]),
        make_practice("nieuw", verwant=["zij"]),
        make_practice("kopie", gebaseerd_op=["oud", "concept-of-weg"]),
        make_practice("zij"),
    ]
    lineage = build_lineage(make_catalogue(practices).practices)

    assert {slug: list(kin.items()) for slug, kin in lineage.items()} == {
        "oud": [("kopie", "Bouwt voort op deze praktijk"), ("nieuw", "Opvolger van deze praktijk")],
        "nieuw": [("oud", "Voorloper van deze praktijk"), ("zij", "Verwant")],
        "kopie": [("oud", "Hierop bouwt deze praktijk voort")],
        "zij": [("nieuw", "Verwant")],
    }


def linked_data(practice, catalogue, image="/beeld.png"):
    """Return the linked data of a practice as a page holds it."""
    return build_linked_data(practice, catalogue, make_site(catalogue), [("Home", "/")], image)


def test_json_ld_has_the_data_of_the_entry():
    """Topics, organisations, years, sources and what it builds on, with full addresses."""
    practice = make_practice(
        "a",
        partners=["albert-heijn"],
        plaatsen=["Assen"],
        periode={"start": "2016", "eind": "2018"},
        gebaseerd_op=["b", "weg"],
        bronnen=[{"titel": "Een bericht", "uitgever": "De Brug", "url": "https://voorbeeld.nl/x", "datum": "2018-01"}],
    )
    catalogue = make_catalogue([practice, make_practice("b")], **filler_parts(0))
    article, trail = json.loads(linked_data(practice, catalogue, "/beeld.png"))["@graph"]
    base = "https://mvo.example.nl/catalogus"

    assert (article["@type"], article["headline"], article["@id"]) == (
        "Article",
        practice.title,
        f"{base}/praktijken/a/",
    )
    assert [thing["name"] for thing in article["about"]] == ["Wonen"]
    assert [thing["name"] for thing in article["mentions"]] == ["De Brug", "Albert Heijn"]
    assert article["isBasedOn"] == [f"{base}/praktijken/b/"]
    assert article["image"] == f"{base}/beeld.png"
    assert (article["temporalCoverage"], article["dateModified"]) == ("2016/2018", "2026-11-20")
    assert article["license"].startswith("https://creativecommons.org/licenses/by/4.0")
    assert article["citation"] == [
        {
            "@type": "CreativeWork",
            "name": "Een bericht",
            "publisher": {"@type": "Organization", "name": "De Brug"},
            "url": "https://voorbeeld.nl/x",
            "datePublished": "2018-01",
        }
    ]
    assert [(item["position"], item["name"]) for item in trail["itemListElement"]] == [(1, "Home"), (2, practice.title)]


def test_json_ld_has_no_empty_values():
    """A period in words is no interval, a running one has no end."""
    practice = make_practice("a", periode="voorjaar 2018")
    article = json.loads(linked_data(practice, make_catalogue([practice])))["@graph"][0]

    assert not {"temporalCoverage", "contentLocation", "keywords", "isBasedOn"} & set(article)
    running = make_practice("a", periode={"start": "2016", "eind": "lopend"})
    assert '"temporalCoverage":"2016/.."' in linked_data(running, make_catalogue([running]))


def test_json_ld_cannot_end_its_element():
    """Text of an editor is escaped, and reads back."""
    source = {"titel": HOSTILE, "uitgever": HOSTILE}
    practice = make_practice("a", titel=HOSTILE, plaatsen=[HOSTILE], zoekwoorden=[HOSTILE], bronnen=[source])
    text = linked_data(practice, make_catalogue([practice]))
    article = json.loads(text)["@graph"][0]

    assert not re.search("[<>&\u2028\u2029]", text)
    assert article["headline"] == practice.title
    assert article["citation"][0]["name"] == HOSTILE.strip()


@pytest.mark.parametrize(
    ("text", "length", "short"),
    [
        ("Kort genoeg.", 20, "Kort genoeg."),
        ("Een hele zin. En nog een die niet past.", 22, "Een hele zin."),
        ("Een zin zonder eind die maar doorgaat", 20, "Een zin zonder eind…"),
        ("W" * 50, 10, "W" * 9 + "…"),
        ("Kort. " + "W" * 20, 20, "Kort."),
    ],
)
def test_a_text_is_cut_after_a_sentence_or_word(text, length, short):
    """With an ellipsis, within the length."""
    assert shorten(text, length) == short
    assert len(shorten(text, length)) <= length


def body_with(steps):
    """Return a body with all four parts and as many steps."""
    items = "\n".join(f"{number}. Stap {number} wordt gezet." for number in range(1, steps + 1))
    return make_body(
        f"## Aanleiding\n\nEr was iets.\n\n## Aanpak\n\n{items}\n\n"
        "## Resultaten\n\n- Tien banen.\n\n## Lessen\n\n- Begin klein."
    )


def test_a_board_note_has_a_whole_short_practice():
    """Problem, proposal, cost, risks, who did it and sources."""
    practice = make_practice(
        "a",
        body_with(3),
        partners=["albert-heijn"],
        plaatsen=["Assen"],
        inzet="2",
        niet_geschikt=["Bij spoed."],
        fase="afgerond",
        overgenomen=[{"corporatie": "thuis", "jaar": "2020"}, {"corporatie": "albert-heijn", "jaar": "2021"}],
    )
    note = build_board_note(practice, make_catalogue([practice], **filler_parts(0)))

    assert note.problem == "Er was iets."
    assert note.steps.items == ("Stap 1 wordt gezet.", "Stap 2 wordt gezet.", "Stap 3 wordt gezet.")
    assert (note.has_numbered_steps, note.is_cut) == (True, False)
    assert note.risks.items == ("Past niet bij spoed.",)
    assert note.lessons.items == ("Begin klein.",)
    assert note.is_large
    assert (note.associations, note.partners, note.where_and_when) == ("De Brug", "Albert Heijn", "Assen")
    assert note.adoptions == "Thuis (2020) en Albert Heijn (2021)"
    assert ([fact.words for fact in note.costs], note.unknown) == (
        ["40 tot 160 uur (2 van 5)"],
        "kosten, doorlooptijd en wat u regelt",
    )
    assert note.phase.words == "Afgerond"
    assert note.sources == (NoteSource("Een bericht (De Brug, deed zelf mee, zonder datum)", ""),)
    assert note.ask_first is None


def test_a_board_note_without_outcome_names_the_contact():
    """The first who did it, also if the address is that of another."""
    practice, shop = (
        make_practice("a", partners=["winkel"]),
        make_partner("winkel", naam="Winkel", soort="landelijk-bedrijf", website="https://winkel.nl/"),
    )
    note = build_board_note(practice, make_catalogue([practice], partners=[make_partner(), shop]))

    label = "Meer bij Winkel (landelijk bedrijf)"
    assert note.ask_first == Contact("De Brug", label, f"{label}: winkel.nl", "https://winkel.nl/")


def test_a_board_note_counts_the_steps_left_out():
    practice = make_practice("a", body_with(60))
    note = build_board_note(practice, make_catalogue([practice]))

    assert note.is_cut
    assert note.steps.left_out == 60 - len(note.steps.items) > 0


def test_a_full_board_note_gets_a_smaller_font():
    """Before anything is cut."""
    conditions = [f"Voorwaarde {number} met nog wat woorden erbij om de regel te vullen." for number in range(4)]
    source = {"titel": "Bericht", "uitgever": "De Krant", "url": "https://example.org/a"}
    practice = make_practice("a", body_with(10), voorwaarden=conditions, bronnen=[source] * 3)
    note = build_board_note(practice, make_catalogue([practice], **filler_parts(0)))

    assert (note.is_large, note.is_cut) == (False, False)


def test_a_board_note_does_not_say_the_problem_twice():
    """The sentence of the summary with the problem is left out if the problem is below it."""
    summary = "Er was in de straat iets mis. De corporatie belt nu iedereen op."
    problem = make_body("## Aanleiding\n\nIn de straat was er vaak iets mis.")
    practices = [
        make_practice("a", problem, samenvatting=summary),
        make_practice("b", Body(), samenvatting=summary),
    ]
    known, unknown = (build_board_note(practice, make_catalogue(practices)) for practice in practices)

    assert known.lead == "De corporatie belt nu iedereen op."
    assert (unknown.lead, unknown.problem) == (summary, "")


@pytest.mark.parametrize(
    ("sentence", "is_left_out"),
    [
        ("Huurders klagen vaker: lawaai en afval.", True),
        ("Huurders willen nu en dan anders.", False),
        ("Huis en tuin klagen: dat is het.", False),
        ("Zij die hun kat nu wil: huurders, klagen.", True),
        ("Wat is er nu op de rij?", False),
    ],
)
def test_a_sentence_repeats_another_with_two_in_five_of_its_long_words(sentence, is_left_out):
    """Words of four letters or more; one of three is not enough."""
    practice = make_practice(
        "a", make_body("## Aanleiding\n\nDe huurders klagen. Zo is het."), samenvatting=f"{sentence} {sentence}"
    )
    lead = build_board_note(practice, make_catalogue([practice])).lead
    assert (lead == "") is is_left_out


def test_a_full_board_note_has_at_least_three_steps():
    """Their first sentences, without what the outcome says already."""
    long = "Een zin die de halve regel van een bladzijde vult, met nog wat woorden."
    steps = "\n".join(f"{number}. Zet stap {number}. {long} {long} {long}" for number in range(1, 7))
    results = "\n".join(f"- {number} mensen vonden werk. {long}" for number in range(1, 30))
    body = make_body(f"## Aanpak\n\n{steps}\n\n## Resultaten\n\n- Er vonden 16 mensen werk.\n{results}")
    practice = make_practice("a", body, uitkomst="Van de 20 mensen vonden er 16 werk.", onderbouwing="gemeten")
    note = build_board_note(practice, make_catalogue([practice]))

    assert note.steps.items[:3] == ("Zet stap 1.", "Zet stap 2.", "Zet stap 3.")
    assert note.results.items[0].startswith("1 mensen")
    assert {item[-1] for item in (*note.steps.items, *note.results.items)} == {"."}


def test_board_note_and_plan_have_the_same_risks():
    """What does not fit, conditions, and lessons that warn."""
    text = "## Lessen\n\n- Niet iedereen doet mee.\n- Buren kennen elkaar nu beter."
    unsuitable = ["Huurders die al hulp krijgen.", "Er is geen geld."]
    note = shown(text, niet_geschikt=unsuitable, voorwaarden=["De wijk is klein."])

    assert note.risks.items == (
        "Past niet bij huurders die al hulp krijgen.",
        "Past niet als dit bij u zo is: er is geen geld.",
        "Dit moet er zijn: de wijk is klein.",
        "Niet iedereen doet mee.",
    )
    assert note.lessons.items == ("Buren kennen elkaar nu beter.",)


def test_the_lead_of_a_board_note_names_who_did_it():
    """Also if the problem repeats it; sentences that depend on another stay together."""
    problem = "## Aanleiding\n\nBewoners vinden in de wijk geen baan, zag De Brug."
    who = shown(problem, samenvatting="Bewoners vinden geen baan. De Brug zag dat in de wijk. Nu zijn er leerplekken.")
    leaning = shown(problem, samenvatting="Bewoners vinden in de wijk geen baan. Nu krijgen zij een leerplek.")

    assert who.lead == "De Brug zag dat in de wijk. Nu zijn er leerplekken."
    assert leaning.lead == "Bewoners vinden in de wijk geen baan. Nu krijgen zij een leerplek."


def shown(text="", **values):
    """Return the board note of a practice with only this text and these values."""
    practice = make_practice("a", make_body(text), **values)
    return build_board_note(practice, make_catalogue([practice]))


def test_a_board_note_repeats_no_result_and_cuts_no_sentence():
    """What the outcome says is left out of the results."""
    results = "- Buren begonnen een tuin.\n- De schuld daalde met 20 procent. Het werd rustig."
    note = shown(
        f"## Resultaten\n\n{results}\n\n## Lessen\n\n- {'lang ' * 60}einde", uitkomst="De schuld daalde 20 procent."
    )
    assert note.results.items == ("Buren begonnen een tuin.", "Het werd rustig.")
    assert note.lessons.items[0].endswith("einde")


def test_each_part_of_a_board_note_has_a_number_of_lines():
    """A list has its share and what others leave; a longer piece is cut."""
    source = {"titel": "Bericht", "uitgever": "De Krant"}
    for heading, part, most in [("Aanpak", "steps", 16), ("Resultaten", "results", 16), ("Lessen", "lessons", 6)]:
        text = f"## {heading}\n\n" + "\n".join(f"- Punt {number}." for number in range(60))
        assert most < len(getattr(shown(text), part).items) < 40
    assert len(shown(voorwaarden=[f"Punt {number}." for number in range(60)]).risks.items) < 40
    assert len(shown(bronnen=[source] * 7).sources) == 6
    for length, is_cut in [(6 * 88, False), (6 * 88 + 1, True)]:
        assert shown(f"## Aanleiding\n\n{'x' * length}").is_cut is is_cut
    for length, is_cut in [(3 * 88, False), (3 * 88 + 1, True)]:
        assert shown(f"## Lessen\n\n- {'x' * (length - 10)}. Nog iets").lessons.is_cut is is_cut
    for length, is_cut in [(170, False), (171, True)]:
        assert shown(ook_betrokken=["x" * length]).partners.endswith("…") is is_cut


def notes(sources):
    """Return, for each number of steps up to sixteen, whether the note is in a large font and whether it is cut."""
    source = {"titel": "Bericht", "uitgever": "De Krant", "url": "https://example.org/a"}
    values = {"voorwaarden": [f"Voorwaarde {number}." for number in range(6)], "bronnen": [source] * sources}
    practices = [make_practice("a", body_with(number), **values) for number in range(1, 17)]
    found = (build_board_note(practice, make_catalogue([practice])) for practice in practices)
    return [(note.is_large, note.is_cut) for note in found]


@pytest.mark.parametrize(("sources", "large", "whole"), [(1, 8, 13), (2, 6, 11), (4, 2, 7), (6, 0, 3)])
def test_a_board_note_fills_the_page_before_it_shrinks_or_cuts(sources, large, whole):
    """Each step takes a line; then the font becomes small, then something is cut."""
    assert notes(sources) == [(number <= large, number > whole) for number in range(1, 17)]


def test_a_board_note_lists_sources():
    """Those that do not fit are counted."""
    source = {"titel": "Bericht", "uitgever": "De Krant", "url": "https://example.org/a", "datum": "2018-08"}
    practice = make_practice("a", bronnen=[source] * 9)
    note = build_board_note(practice, make_catalogue([practice]))

    assert note.sources[0] == NoteSource("Bericht (De Krant, augustus 2018)", "https://example.org/a")
    assert (len(note.sources) + note.sources_left_out, note.is_cut) == (9, True)


def test_a_board_note_has_no_part_without_facts():
    practice = make_practice("a", Body())
    note = build_board_note(practice, make_catalogue([practice]))

    assert (note.problem, note.steps.items, note.risks.items, note.adoptions) == ("", (), (), "")
    assert (note.costs, note.unknown) == ((), "kosten, inzet, doorlooptijd, wat u regelt, fase en risico’s")


@pytest.mark.parametrize(
    ("contact", "website", "asked"),
    [
        ("mvo@brug.nl", "https://brug.nl", ("De Brug", "Contact", "mvo@brug.nl", "mailto:mvo@brug.nl")),
        (None, "https://www.brug.nl/", ("De Brug", "Contact", "brug.nl", "https://www.brug.nl/")),
        (None, None, ("De Brug", "Contact", "", "")),
    ],
)
def test_a_board_note_without_results_has_an_address_to_ask(contact, website, asked):
    """The contact of the practice, or the website of a participant; not if more is known than the reach."""
    values = {"contact": contact} if contact else {}
    doer = make_partner("de-brug", naam="De Brug", **({"website": website} if website else {}))
    practices = [
        make_practice("a", Body(), **values),
        make_practice("b", body_with(1), **values),
        make_practice("c", body_with(1), uitkomst="Bereik: 18 jongeren deden mee.", **values),
    ]
    catalogue = make_catalogue(practices, partners=[doer])

    assert [build_board_note(practice, catalogue).ask_first for practice in practices] == [asked, None, asked]
    shown = [one[1:] for practice in practices for one in Calls(catalogue).about(practice).contacts]
    assert set(shown) == ({asked[1:]} if asked[3] else set())


def test_a_board_note_with_a_sentence_about_money_does_not_call_the_cost_unknown():
    costs = {"van": "partner", "toelichting": "Een keuken kost veertigduizend euro."}
    said, silent = (
        build_board_note(practice, make_catalogue([practice]))
        for practice in (make_practice("a", kosten=costs), make_practice("a"))
    )

    assert "kosten" not in said.unknown
    assert "kosten" in silent.unknown


def test_the_results_are_the_last_that_a_board_note_cuts():
    """Steps and lessons go before."""
    results = "\n".join(f"- Resultaat {number} met een cijfer." for number in range(12))
    steps = "\n".join(f"{number}. Stap {number} wordt gezet, met een heel verhaal erbij." for number in range(1, 30))
    lessons = "\n".join(f"- Les {number} was duur." for number in range(12))
    note = shown(
        f"## Aanpak\n\n{steps}\n\n## Resultaten\n\n{results}\n\n## Lessen\n\n{lessons}", uitkomst="Tien banen."
    )

    assert (len(note.results.items), note.outcome) == (12, "Tien banen.")
    assert note.steps.left_out > 0
    assert note.lessons.left_out > 0


def test_a_board_note_keeps_the_caveats_of_its_figures():
    """A result stays whole, and of the first one that the outcome repeats what has no figure stays."""
    counted = "In 2008 waren het er 842 en in 2013 nog 631, in de hele stad en bij alle corporaties samen. "
    text = (
        "## Resultaten\n\n- De ontruimingen daalden met 15 procent. De daling begon al eerder.\n"
        f"- {counted * 2}Dit is een andere telling.\n\n"
        "## Aanpak\n\n" + "\n".join(f"{number}. {'Zij bellen aan bij de bewoner. ' * 8}" for number in range(1, 20))
    )
    note = shown(text, uitkomst="De ontruimingen daalden met 15 procent.")

    assert note.results.items[0] == "De daling begon al eerder."
    assert note.results.items[1].endswith("Dit is een andere telling.")
    assert note.steps.left_out
