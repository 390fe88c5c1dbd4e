"""What stands beside the text of a practice: its kin, practices alike, the board note and the data for machines."""

import json
import re
from typing import Any

import pytest

from mvo_catalogue.domain.body import Body
from mvo_catalogue.pages.board_note import NoteSource, build_board_note, shorten
from mvo_catalogue.pages.practice import build_linked_data, build_practice_view
from mvo_catalogue.pages.related import LEAST_SIMILAR, MOST_SIMILAR, SimilarPractices, build_lineage
from mvo_catalogue.site.contact import Contact
from tests.factories import make_body, make_catalogue, make_partner, make_practice, make_site, make_topic

HOSTILE = "</script><script>alert(1)</script><!-- <b> & \u2028 “x”"


def alike(practices, slug="a", without=(), **others):
    """Return the reason and slug of what is like a practice."""
    catalogue = make_catalogue(practices, **others)
    return [
        (reason, other.slug) for reason, other in SimilarPractices(catalogue).find(catalogue.practices[slug], without)
    ]


def filler(count):
    """Return practices that share nothing with others, so that what is shared says something."""
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


def test_what_is_alike_says_what_is_shared():
    """Shared topics, search words, associations and partners are named; a practice is not like itself."""
    first = make_practice("a", partners=["albert-heijn"], titel="Samen eten", zoekwoorden=["Voedselhulp", "samen eten"])
    body = make_body("## Aanpak\n\n1. Wij willen *samen eten* met voedselhulp.")
    second = make_practice("b", body, themas=["wonen", "werken"], partners=["albert-heijn"], titel="Maaltijden")
    found = alike([first, second, *filler(6)], **filler_parts(6))

    assert found == [("Ook over wonen (samen eten), ook door De Brug, ook met Albert Heijn", "b")]


def test_a_reason_names_only_what_both_pages_show():
    """Search words that no reader sees bring practices together, but are no reason; nor is half a word or phrase."""
    hidden = make_practice("a", titel="Hulp aan huis", zoekwoorden=["voedselhulp", "hulp", "huis en tuin"])
    other = make_practice("b", titel="Huishulp. Voor huis. En tuin.", zoekwoorden=["voedselhulp", "hulp"])
    found = alike([hidden, other, *filler(6)], **filler_parts(6))

    assert found == [("Ook over wonen, ook door De Brug", "b")]


def test_a_group_of_people_or_a_means_that_few_have_is_named():
    """Without a word in both texts the facts of both pages say more than a topic does."""
    shared: dict[str, Any] = {"doelgroepen": ["jongeren"], "instrumenten": ["stage"], "themas": ["wonen"]}
    found = alike(
        [make_practice("a", **shared), make_practice("b", corporaties=["thuis"], **shared), *filler(6)],
        **filler_parts(6),
    )

    assert found == [("Ook over wonen, ook voor jongeren, met dezelfde soort aanpak (stage)", "b")]
    everybody = [make_practice(f"p{number}", corporaties=[f"vreemd{number}"], **shared) for number in range(6)]
    assert {reason for reason, _ in alike(everybody, "p0", **filler_parts(6))} == {"Ook over wonen"}


def test_of_those_with_little_to_name_only_a_few_are_shown():
    """One topic alone is a weak reason: those who share more come first, and the weak only fill up to the least."""
    weak = [make_practice(f"w{number}", corporaties=["thuis"], zoekwoorden=["schuldhulp"]) for number in range(5)]
    first = make_practice("a", zoekwoorden=["schuldhulp"])
    strong = [make_practice(f"z{number}") for number in range(LEAST_SIMILAR - 1)]

    assert [slug for _, slug in alike([first, *weak, *filler(9)], **filler_parts(9))] == ["w0", "w1"]
    found = [slug for _, slug in alike([first, *weak, *strong, *filler(9)], **filler_parts(9))]
    assert found == [*(practice.slug for practice in strong), "w0"]


def test_who_shares_more_stands_first_and_the_number_is_bounded():
    """The more is shared, and the fewer share it, the higher; never more than a few."""
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


def test_nobody_is_alike_without_something_that_can_be_named():
    """The same words are not enough: topic, association or partner must be shared. What is shown is left out."""
    first = make_practice("a", zoekwoorden=["voedselhulp"])
    stranger = make_practice("b", themas=["werken"], corporaties=["thuis"], zoekwoorden=["voedselhulp"])
    friend = make_practice("c", zoekwoorden=["voedselhulp"])

    assert [slug for _, slug in alike([first, stranger, friend, *filler(4)], **filler_parts(4))] == ["c"]
    assert alike([first, stranger, friend, *filler(4)], without={"c"}, **filler_parts(4)) == []


def test_candidates_are_bounded_when_everybody_shares():
    """What hundreds share leads to nobody; the few that share a rare word are found among them."""
    practices = [make_practice(f"p{number:03}", zoekwoorden=["algemeen"]) for number in range(300)]
    practices += [make_practice(slug, titel=f"Zeldzaam {slug}", zoekwoorden=["zeldzaam"]) for slug in "ab"]

    assert alike(practices) == [("Ook over wonen (zeldzaam), ook door De Brug", "b")]


def test_lineage_is_shown_on_both_sides_and_once():
    """What one entry says of another stands on both pages; the closest relation wins."""
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


def test_linked_data_says_what_the_entry_says():
    """The article names its topics, organisations, years, sources and what it builds on, with full addresses."""
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


def test_linked_data_leaves_out_what_is_not_known():
    """There is no empty value; a period in words is no interval, one that runs has no end."""
    practice = make_practice("a", periode="voorjaar 2018")
    article = json.loads(linked_data(practice, make_catalogue([practice])))["@graph"][0]

    assert not {"temporalCoverage", "contentLocation", "keywords", "isBasedOn"} & set(article)
    running = make_practice("a", periode={"start": "2016", "eind": "lopend"})
    assert '"temporalCoverage":"2016/.."' in linked_data(running, make_catalogue([running]))


def test_linked_data_cannot_end_its_element():
    """Whatever an editor types stays inside the data, and comes out of it as it was typed."""
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
def test_a_text_is_cut_where_it_can_be_read(text, length, short):
    """A text ends with a sentence or after a word, which says that there is more; it is never longer than asked."""
    assert shorten(text, length) == short
    assert len(shorten(text, length)) <= length


def body_with(steps):
    """Return a body with all four parts and as many steps."""
    items = "\n".join(f"{number}. Stap {number} wordt gezet." for number in range(1, steps + 1))
    return make_body(
        f"## Aanleiding\n\nEr was iets.\n\n## Aanpak\n\n{items}\n\n"
        "## Resultaten\n\n- Tien banen.\n\n## Lessen\n\n- Begin klein."
    )


def test_a_board_note_holds_the_whole_of_a_short_practice():
    """Problem, proposal, cost, risk, who did it and sources: all of it when it fits."""
    practice = make_practice(
        "a",
        body_with(3),
        partners=["albert-heijn"],
        plaatsen=["Assen"],
        inzet="2",
        niet_geschikt=["Bij spoed."],
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
        "kosten, doorlooptijd, wat u regelt en fase",
    )
    assert note.sources == (NoteSource("Een bericht (De Brug, deed zelf mee, zonder datum)", ""),)
    assert note.ask_first is None


def test_a_board_note_without_outcome_asks_whom_the_practice_asks():
    """The first who did it, also when the address is that of another."""
    practice, shop = (
        make_practice("a", partners=["winkel"]),
        make_partner("winkel", naam="Winkel", soort="landelijk-bedrijf", website="https://winkel.nl/"),
    )
    note = build_board_note(practice, make_catalogue([practice], partners=[make_partner(), shop]))

    label = "Meer bij Winkel (landelijk bedrijf)"
    assert note.ask_first == Contact("De Brug", label, f"{label}: winkel.nl", "https://winkel.nl/")


def test_a_board_note_says_what_it_leaves_out():
    """Of a long practice the first steps are there, with how many follow."""
    practice = make_practice("a", body_with(60))
    note = build_board_note(practice, make_catalogue([practice]))

    assert note.is_cut
    assert note.steps.left_out == 60 - len(note.steps.items) > 0


def test_a_full_board_note_has_smaller_letters():
    """Before anything has to go, the letters become smaller."""
    conditions = [f"Voorwaarde {number} met nog wat woorden erbij om de regel te vullen." for number in range(4)]
    source = {"titel": "Bericht", "uitgever": "De Krant", "url": "https://example.org/a"}
    practice = make_practice("a", body_with(12), voorwaarden=conditions, bronnen=[source] * 3)
    note = build_board_note(practice, make_catalogue([practice], **filler_parts(0)))

    assert (note.is_large, note.is_cut) == (False, False)


def test_a_board_note_does_not_say_the_problem_twice():
    """The sentence of the summary that says the problem goes when the problem stands below it, and only then."""
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
def test_a_sentence_is_the_same_when_two_in_five_of_its_long_words_are_there(sentence, is_left_out):
    """Of five words of four letters or more two say that the problem says it already; of three one does not."""
    practice = make_practice(
        "a", make_body("## Aanleiding\n\nDe huurders klagen. Zo is het."), samenvatting=f"{sentence} {sentence}"
    )
    lead = build_board_note(practice, make_catalogue([practice])).lead
    assert (lead == "") is is_left_out


def test_a_board_note_shows_at_least_three_steps_of_a_full_page():
    """Each by its first sentence; whole sentences, and no point that the outcome says already."""
    long = "Een zin die de halve regel van een bladzijde vult, met nog wat woorden."
    steps = "\n".join(f"{number}. Zet stap {number}. {long} {long} {long}" for number in range(1, 7))
    results = "\n".join(f"- {number} mensen vonden werk. {long}" for number in range(1, 30))
    body = make_body(f"## Aanpak\n\n{steps}\n\n## Resultaten\n\n- Er vonden 16 mensen werk.\n{results}")
    practice = make_practice("a", body, uitkomst="Van de 20 mensen vonden er 16 werk.", onderbouwing="gemeten")
    note = build_board_note(practice, make_catalogue([practice]))

    assert note.steps.items[:3] == ("Zet stap 1.", "Zet stap 2.", "Zet stap 3.")
    assert note.results.items[0].startswith("1 mensen")
    assert {item[-1] for item in (*note.steps.items, *note.results.items)} == {"."}


def test_the_risks_of_a_note_are_those_of_the_plan():
    """What does not fit, what must be there, and the lessons that warn; other lessons are lessons."""
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


def test_the_lead_of_a_note_says_who_did_it():
    """Also where the problem says much the same; what leans on a sentence stands with it."""
    problem = "## Aanleiding\n\nBewoners vinden in de wijk geen baan, zag De Brug."
    who = shown(problem, samenvatting="Bewoners vinden geen baan. De Brug zag dat in de wijk. Nu zijn er leerplekken.")
    leaning = shown(problem, samenvatting="Bewoners vinden in de wijk geen baan. Nu krijgen zij een leerplek.")

    assert who.lead == "De Brug zag dat in de wijk. Nu zijn er leerplekken."
    assert leaning.lead == "Bewoners vinden in de wijk geen baan. Nu krijgen zij een leerplek."


def shown(text="", **values):
    """Return the board note of a practice with this text and these values, and nothing else."""
    practice = make_practice("a", make_body(text), **values)
    return build_board_note(practice, make_catalogue([practice]))


def test_a_board_note_says_no_result_twice_and_ends_no_sentence_halfway():
    """What the outcome says is left out of each result; a sentence that is too long stays whole."""
    results = "- Buren begonnen een tuin.\n- De schuld daalde met 20 procent. Het werd rustig."
    note = shown(
        f"## Resultaten\n\n{results}\n\n## Lessen\n\n- {'lang ' * 60}einde", uitkomst="De schuld daalde 20 procent."
    )
    assert note.results.items == ("Buren begonnen een tuin.", "Het werd rustig.")
    assert note.lessons.items[0].endswith("einde")


def test_a_board_note_has_room_for_so_much_of_each_part():
    """A list has its share of the lines and what others leave, and a piece that is longer than it may be is cut."""
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


@pytest.mark.parametrize(("sources", "large", "whole"), [(1, 11, 16), (2, 9, 14), (4, 5, 10), (6, 1, 6)])
def test_a_board_note_fills_the_page_before_its_font_is_small_and_before_something_goes(sources, large, whole):
    """With each step it takes a line more; after so many steps the font is small, after so many something goes."""
    assert notes(sources) == [(number <= large, number > whole) for number in range(1, 17)]


def test_a_board_note_says_where_a_source_can_be_read():
    """Those that do not fit are counted."""
    source = {"titel": "Bericht", "uitgever": "De Krant", "url": "https://example.org/a", "datum": "2018-08"}
    practice = make_practice("a", bronnen=[source] * 9)
    note = build_board_note(practice, make_catalogue([practice]))

    assert note.sources[0] == NoteSource("Bericht (De Krant, augustus 2018)", "https://example.org/a")
    assert (len(note.sources) + note.sources_left_out, note.is_cut) == (9, True)


def test_a_board_note_of_a_practice_with_little_is_empty_where_nothing_is_known():
    """No part is invented."""
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
def test_a_board_note_without_results_says_whom_to_ask_first(contact, website, asked):
    """The contact of the practice, or else the website of the doer; nothing where more is known than the reach."""
    values = {"contact": contact} if contact else {}
    doer = make_partner("de-brug", naam="De Brug", **({"website": website} if website else {}))
    practices = [
        make_practice("a", Body(), **values),
        make_practice("b", body_with(1), **values),
        make_practice("c", body_with(1), uitkomst="Bereik: 18 jongeren deden mee.", **values),
    ]
    catalogue = make_catalogue(practices, partners=[doer])

    assert [build_board_note(practice, catalogue).ask_first for practice in practices] == [asked, None, asked]
    shown = [one[1:] for practice in practices for one in build_practice_view(practice, catalogue).contacts]
    assert set(shown) == ({asked[1:]} if asked[3] else set())


def test_a_board_note_that_says_what_it_cost_does_not_call_that_unknown():
    """A sentence about money is enough, without a class."""
    costs = {"van": "partner", "toelichting": "Een keuken kost veertigduizend euro."}
    said, silent = (
        build_board_note(practice, make_catalogue([practice]))
        for practice in (make_practice("a", kosten=costs), make_practice("a"))
    )

    assert "kosten" not in said.unknown
    assert "kosten" in silent.unknown


def test_the_results_are_the_last_that_a_board_note_cuts():
    """With more of everything than a page holds, all results are there, and steps and lessons go."""
    results = "\n".join(f"- Resultaat {number} met een cijfer." for number in range(12))
    steps = "\n".join(f"{number}. Stap {number} wordt gezet, met een heel verhaal erbij." for number in range(1, 30))
    lessons = "\n".join(f"- Les {number} was duur." for number in range(12))
    note = shown(
        f"## Aanpak\n\n{steps}\n\n## Resultaten\n\n{results}\n\n## Lessen\n\n{lessons}", uitkomst="Tien banen."
    )

    assert (len(note.results.items), note.outcome) == (12, "Tien banen.")
    assert note.steps.left_out > 0
    assert note.lessons.left_out > 0
