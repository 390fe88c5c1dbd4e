"""Rules that are easier to test without a folder of content."""

from itertools import pairwise

from mvo_catalogue.domain.catalogue import Catalogue
from mvo_catalogue.domain.model import PARTNERS, VOCABULARIES, Reference
from mvo_catalogue.schema.references import KnownSlugs, collect_known, make_extracts
from mvo_catalogue.validation.rules import references
from mvo_catalogue.validation.rules.evidence import check_evidence
from mvo_catalogue.validation.rules.outline import check_fixed_headings
from tests.factories import make_catalogue, make_partner, make_practice
from tests.validation.subjects import make_file, make_whole


def diagnose_evidence(level: str, text: str, *refused: str) -> list[str]:
    """Return the messages about a level of evidence, with this under "Resultaten" and these keys refused."""
    file = make_file(f"## Aanpak\n\nTekst.\n\n## Resultaten\n\n{text}\n", refused=refused)
    return [diagnostic.message for diagnostic in check_evidence(file, make_practice(onderbouwing=level))]


def test_a_figure_may_be_digits_or_words():
    """An ending such as -tig or -derde makes no number."""
    for text in (
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
    ):
        assert diagnose_evidence("gemeten", text) == [], text
    for text in (
        "Bewoners vonden het prettig, nuttig en gunstig.",
        "Er veranderde veel en het bevorderde het contact.",
        "De eenheid groeide.",
        "Achterstanden liepen niet op, dat was krachtig en gelukkig.",
    ):
        assert diagnose_evidence("gemeten", text) == [
            "Bij “gemeten” hoort minstens één getal onder “Resultaten”. Anders past “beschreven”."
        ], text


def test_evidence_is_not_checked_with_refused_values():
    """Unreadable sources may be the proof."""
    assert len(diagnose_evidence("onderzocht", "Tekst.")) == 2
    assert len(diagnose_evidence("onderzocht", "Tekst.", "bronnen")) == 1
    assert diagnose_evidence("onderzocht", "Tekst.", "bronnen", "onderzoek") == []
    assert len(diagnose_evidence("herhaald", "3")) == 1
    assert diagnose_evidence("herhaald", "3", "overgenomen") == []
    assert diagnose_evidence("herhaald", "3", "onderbouwing") == []


def write_headings(*headings: str) -> str:
    """Return a body with these headings, each with a list of three under it."""
    return "".join(f"## {heading}\n\n1. Een.\n2. Twee.\n3. Drie.\n\n" for heading in headings)


def test_a_misspelt_heading_counts_as_the_fixed_one():
    """Unless that one is there too."""
    for headings, meant in (
        (["Aanleiding", "Aanpak"], ["Aanleiding", "Aanpak"]),
        (["aanpak"], ["Aanpak"]),
        (["Aanpack", "Resultaat"], ["Aanpak", "Resultaten"]),
        (["Aanpak", "De aanpak"], ["Aanpak", "De aanpak"]),
        (["Cijfers", ""], ["Cijfers", ""]),
    ):
        file = make_file(write_headings(*headings))
        assert [file.fixed_heading(section) for section in file.markdown.body.sections] == meant


def test_a_wrong_order_of_headings_is_reported_once():
    """Own headings come last."""
    for headings, wrong in (
        (["Aanleiding", "Aanpak", "Resultaten", "Lessen", "Meer"], []),
        (["Aanpak", "Lessen"], []),
        (["Lessen", "Aanleiding", "Aanpak", "Resultaten"], [1]),
        (["Meer", "Aanpak"], [1]),
        (["Aanpak", "Meer", "Lessen", "Resultaten"], [2]),
        (["Aanpak", "Resultaten", "Aanpak"], [2]),
        (["Werkwijze", "Resultaten"], []),
        (["Aanpak", "", "Lessen"], []),
        (["Meer", "Meer", "Anders"], []),
    ):
        found = check_fixed_headings(make_file(write_headings(*headings)), make_practice())
        lines = [diagnostic.line for diagnostic in found if diagnostic.rule == "section-order"]
        assert lines == [1 + 6 * number for number in wrong], headings


def judge(check, catalogue: Catalogue, known: KnownSlugs | None = None) -> list[tuple[str, str]]:
    """Return the file and message of each diagnostic of a check of the catalogue."""
    found = check(make_whole(catalogue, known))
    return [(diagnostic.path.rpartition("/")[2], diagnostic.message) for diagnostic in found]


def chain(**links):
    """Return a catalogue of practices that build on others: ``chain(a=["b"], b=[])``."""
    return make_catalogue([make_practice(slug, gebaseerd_op=list(names)) for slug, names in links.items()])


def test_every_cycle_is_reported_once():
    """At the first entry by name; a shared ancestor is no cycle."""
    for links, loops in (
        ({"a": "b", "b": "c", "c": ""}, []),
        ({"a": "bc", "b": "d", "c": "d", "d": ""}, []),
        ({"a": "a"}, ["a → a"]),
        ({"a": "b", "b": "a"}, ["a → b → a"]),
        ({"c": "b", "b": "a", "a": "c"}, ["a → c → b → a"]),
        ({"a": "b", "b": "c", "c": "b"}, ["b → c → b"]),
        ({"a": "b", "b": "a", "c": "d", "d": "c"}, ["a → b → a", "c → d → c"]),
        ({"a": "xb", "b": "a"}, ["a → b → a"]),
    ):
        found = judge(references.check_loops, chain(**links))
        assert [message.split(": ")[1].split(".")[0] for _, message in found] == loops, links


def test_a_cycle_is_reported_at_the_reference_in_it():
    whole = make_whole(chain(a="xb", b="a"))
    whole.files["practices/a.md"].places.values["gebaseerd_op", 1] = (7, 5)

    assert [(found.path, found.line, found.column) for found in references.check_loops(whole)] == [
        ("content/practices/a.md", 7, 5)
    ]


def test_a_long_chain_is_no_cycle():
    """Without recursion."""
    slugs = [f"p{number:04}" for number in range(1500)]
    links = {slug: [following] for slug, following in pairwise(slugs)}

    assert judge(references.check_loops, chain(**links)) == []


OTHERS = frozenset({"vocabularies/partnersoorten", "vocabularies/pijlers"})
"""Lists that these tests are not about."""
MANY = frozenset(f"partij-{number}" for number in range(31))


def explain(word: str, slugs: set[str] | frozenset[str], names: dict[str, list[str]]) -> str:
    """Return the message about a partner of this name, given the known names."""
    known = KnownSlugs({PARTNERS: frozenset(slugs), "themes": frozenset({"wonen"})}, {PARTNERS: names}, OTHERS)
    practice = make_practice(corporaties=[], partners=[word])
    ((_, message),) = judge(references.check_references, make_catalogue([practice]), known)
    return message


SEVERAL = "Zijn het er meer? Zet elke organisatie op een eigen regel: “- Wijkwerk” en “- Iets”."
WHICH = "Welke bedoelt u? Kies uit: gemeente-a, gemeente-b. Staat die er niet bij? Schrijf dan de hele naam."


def test_a_name_of_another_list_gets_its_field():
    """A topic among the partners, by its path or its slug."""
    for word in ("wonen", "content/themes/wonen.md"):
        assert explain(word, {"de-brug"}, {}).endswith("Dat hoort bij “themas”. Zet het daar.")


def test_an_unknown_name_gets_a_suggestion():
    """Another name of it, a similar one, a short list of choices, or the command to create it."""
    short = MANY - {"partij-0"}
    make = "Maak dan eerst het bestand content/partners"
    fused = "gefuseerd-met-wijkwerk-in-2021"
    new, absent = f"Is het een andere organisatie? {make}", f"Staat de organisatie er nog niet in? {make}"
    for word, slugs, names, hint in (
        ("de-burg", {"de-brug"}, {}, f"Bedoelde u “de-brug”? {new}/de-burg.md."),
        ("Stichting X", {"a", "b"}, {"stichting-x": ["b"]}, "Bedoelde u “b”?"),
        ("www.wijkwerk.nl", {"a", "wijkwerk"}, {}, "Bedoelde u “wijkwerk”?"),
        (
            "Stichting Wijkwerk Veenstad",
            {"a", "b"},
            {"wijkwerk": ["b"]},
            f"Bedoelde u “b”? {new}/stichting-wijkwerk-veenstad.md.",
        ),
        ("stichting-x", {"a", "b"}, {"stichting-x": ["b"]}, "Bedoelde u “b”?"),
        ("B B.V.", {"a", "bb"}, {"b": ["bb"]}, "Bedoelde u “bb”?"),
        ("../partners/a.md", {"a", "b"}, {}, "Bedoelde u “a”?"),
        (
            "Het werkt in de wjk",
            {"a", "b"},
            {"het-werkt-in-de-wijk": ["b"]},
            f"Bedoelde u “b”? {new}/het-werkt-in-de-wjk.md.",
        ),
        ("Wijkwerk en Iets", {"a", "b"}, {"wijkwerk": ["b"]}, SEVERAL),
        ("gemeente", {"gemeente-a", "gemeente-b"}, {}, WHICH),
        ("Hulp van mw. De Wit (Wijk)", {"a", "b"}, {"wijk": ["b"]}, "Bedoelde u “b”?"),
        ("gefuseerd met Wijkwerk in 2021", {"a", "b"}, {"wijkwerk": ["b"]}, f"Bedoelde u “b”? {new}/{fused}.md."),
        ("Vreemd", {"a", "b"}, {}, f"Kies uit: a, b. {absent}/vreemd.md."),
        ("Vreemd", short, {}, f"Kies uit: {', '.join(sorted(short))}. {absent}/vreemd.md."),
        ("lokale winkeliers", MANY, {}, "Is het een groep zonder eigen naam? Zet die onder “ook_betrokken”."),
        ("Iets & Co.", MANY, {}, f"{absent}/iets-co.md."),
        ("Iets", frozenset(), {}, f"{absent}/iets.md."),
    ):
        expected = f"“{word}” is geen bekende corporatie of partner. {hint}"
        assert explain(word, slugs, names) == expected


def test_an_ambiguous_name_gets_all_slugs():
    """In alphabetical order."""
    message = explain("Groep", {"a", "b"}, {"groep": ["b", "a"]})

    assert message == "“Groep” kan meer dan één ding zijn. Kies “a” of “b”."


def test_an_unknown_value_of_a_long_vocabulary_names_its_file():
    known = KnownSlugs(
        {"vocabularies/instrumenten": MANY, PARTNERS: frozenset({"de-brug"}), "themes": frozenset({"wonen"})},
        {},
        OTHERS,
    )
    catalogue = make_catalogue([make_practice(instrumenten=["toverstaf"])])
    ((_, message),) = judge(references.check_references, catalogue, known)

    assert message == (
        "“toverstaf” kan niet bij “instrumenten”. Alle waarden staan in content/vocabularies/instrumenten.yaml."
    )


def test_values_of_an_unreadable_vocabulary_are_not_checked():
    reference = Reference(VOCABULARIES, "doelgroepen")
    known = collect_known(make_extracts(make_catalogue()), {}, ["doelgroepen"])

    assert known.has(reference, "iets")
    assert known.has(Reference(VOCABULARIES, "instrumenten"), "stage")
    assert not known.has(Reference(VOCABULARIES, "instrumenten"), "iets")


def test_a_partner_is_used_if_anything_refers_to_it():
    """Practices, adoptions and successors, also with a typo."""
    partners = [
        *map(make_partner, ["de-brug", "het-anker", "de-kade", "waterkant"]),
        make_partner("oud", opgevolgd_door=["nieuw"]),
        make_partner("nieuw"),
        make_partner("niemand"),
    ]
    practice = make_practice(
        partners=["waterkan"],
        overgenomen=[{"corporatie": "het-anker", "jaar": "2020"}, {"corporatie": "de-kade", "jaar": "2021"}],
    )
    catalogue = make_catalogue([practice], partners)
    found = judge(references.check_unused_partners, catalogue)

    assert [file for file, _ in found] == ["niemand.md", "oud.md"]


def test_partners_are_not_unused_while_a_file_is_unreadable():
    catalogue = make_catalogue([], [make_partner("niemand")])

    assert list(references.check_unused_partners(make_whole(catalogue, unsure={"content/practices/x.md"}))) == []
    assert len(list(references.check_unused_partners(make_whole(catalogue)))) == 1
