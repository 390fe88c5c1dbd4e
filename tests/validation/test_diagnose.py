"""Checking one file: what is reported where, and what is left out because it follows from something else."""

from mvo_catalogue.domain.diagnostic import Severity
from mvo_catalogue.domain.entries import Practice
from mvo_catalogue.reading.files import ContentFile
from mvo_catalogue.schema.tree import build_schema
from mvo_catalogue.validation.entries import load_vocabulary

FIELDS = """\
titel: Leerlingen schilderen portieken
samenvatting: De portieken zagen er slecht uit. Nu schilderen leerlingen ze samen met bewoners.
themas: [wonen]
corporaties: [de-brug]
onderbouwing: beschreven
bronnen:
  - titel: Een bericht
    uitgever: De Brug
gepubliceerd: 2026-11-01
gecontroleerd: 2026-11-20
"""
HINT = build_schema("practices").text[0].hint.partition(".")[0]
PARAGRAPH = "\nBewoners kiezen samen een kleur en schilderen daarna het hele portiek.\n"
SOURCES = """uitgever: De Brug
    url: https://doi.org/10.5555/a
  - titel: Nog een bericht
    uitgever: De Brug
    url: https://doi.org/10.5555/a
"""
BODY = "\n## Aanpak\n\n1. Een.\n2. Twee.\n3. Drie.\n"


def places(found):
    """Return rule, line and column of each diagnostic."""
    return [(item.rule, item.line, item.column) for item in found]


def test_a_good_entry_gives_a_typed_model(check):
    checked = check(f"---\n{FIELDS}---\n{BODY}")

    assert checked.diagnostics == []
    assert isinstance(checked.value, Practice)
    assert (checked.value.slug, checked.value.path) == ("x", "content/practices/x.md")
    assert checked.value.topics == ("wonen",)
    assert [section.heading for section in checked.value.body.sections] == ["Aanpak"]
    assert checked.diagnose.refused == frozenset()
    assert list(checked.diagnose.headings) == ["aanpak"]


def test_an_entry_with_refused_values_is_still_checked(check):
    """With a stand-in for each."""
    checked = check(f"---\n{FIELDS.replace('beschreven', 'bewezen').replace('2026-11-20', '2027-01-01')}---\n")

    assert [(item.rule, item.line) for item in sorted(checked.diagnostics)] == [
        ("unknown-value", 6),
        ("review-date", 11),
        ("missing-section", 12),
    ]
    assert checked.diagnose.refused == {"onderbouwing"}


def test_broken_values_hide_no_other_error(check):
    """Values after broken YAML and the body are checked."""
    checked = check(f"---\n{FIELDS}fase: Een: twee\ninzet: 9\n---\n\n#### Diep\n\n<b>\n")

    assert [item.rule for item in sorted(checked.diagnostics)] == [
        "missing-section",
        "unknown-value",
        "unknown-value",
        "heading-level",
        "raw-html",
    ]
    assert checked.diagnose.refused == {"fase", "inzet"}


def test_missing_fields_are_reported_once(check):
    """Without fences there is one message about the fields; the body is checked."""
    checked = check("## Aanpak\n\n- Eén stap.\n")

    assert [item.rule for item in sorted(checked.diagnostics)] == ["few-steps", "front-matter"]
    assert checked.value is None


def test_lines_of_the_body_count_from_the_top(diagnose):
    assert places(diagnose(FIELDS, f"{BODY}\n<b>vet</b> en [weg](weg.md)\n")) == [
        ("raw-html", 20, 1),
        ("broken-link", 20, 21),
    ]


def test_every_kind_has_its_required_fields(diagnose):
    """Each missing one is reported at the top of the file, with its meaning."""
    for kind, keys in (
        ("practices", {"titel", "samenvatting", "themas", "onderbouwing", "bronnen", "gepubliceerd", "gecontroleerd"}),
        ("partners", {"naam", "soort", "gecontroleerd"}),
        ("themes", {"naam", "vraag", "pijler"}),
        ("pages", {"titel", "samenvatting"}),
    ):
        found = [item for item in diagnose("", BODY, kind) if item.rule == "missing-key"]

        assert {item.message.split("”")[0].removeprefix("Het veld “") for item in found} == keys
        assert {(item.line, item.column) for item in found} == {(1, 1)}
        assert all(item.message.endswith((".", "?")) for item in found)


def test_a_number_with_a_unit_is_no_value_of_a_scale(diagnose):
    """Two days a week are more than the hours of value 2."""
    (found,) = diagnose(f"{FIELDS}inzet: 2 dagen per week\n", BODY)

    assert (found.rule, "Bedoelde u" in found.message) == ("unknown-value", False)


def test_one_wrong_value_gives_one_message_with_what_is_allowed(diagnose):
    for written, rule, words in (
        ("fase: lopendd", "unknown-value", "Bedoelde u “lopend”?"),
        ("fase:\n  lopend: ja", "unknown-value", "Bij “fase” hoort één waarde"),
        ("inzet: 9", "unknown-value", "Kies uit: 1 (tot 40 uur), "),
        ("plaatsen: Veenstad", "wrong-type", "hoort een lijst"),
        ("plaatsen:\n  - Wijk: 4", "wrong-type", "dubbele punt"),
        ("plaatsen:\n  -", "empty-value", "lege regel"),
        ("plaatsen: ['', x]", "empty-value", "lege regel"),
        ("fase: ' '", "empty-value", "is leeg"),
        ("kosten: veel", "wrong-type", "klasse (hoogte van de kosten), van (wiens geld), per, toelichting, "),
        ("kosten:\n  prijspeil: 1e3", "wrong-number", "“1e3”"),
        ("kosten:\n  prijspeil: 99999999999999999999999999", "wrong-number", "hoogstens 2100"),
        (f"kosten:\n  prijspeil: {'9' * 5000}", "wrong-number", "…"),
        ("periode:\n  - 2015", "wrong-type", "start (begin), eind"),
        ("periode:\n  - start: 2021\n  - eind: 2023", "wrong-type", "Haal de streepjes voor de velden weg"),
        ("overgenomen:\n  - corporatie: x\n  - jaar: 2022", "wrong-type", "hoort bij het punt erboven"),
        ("looptijd: 2021 t/m 2023", "unknown-key", "Schrijf “periode:”"),
        ("kosten: € 85 per deur", "wrong-type", 'Schrijf: toelichting: "€ 85 per deur"'),
        ("kosten: € 5.000 - € 25.000", "wrong-type", "Schrijf: klasse: 2"),
        ("kosten:\n  klasse: 5.000 t/m 25.000 euro", "unknown-value", "schrijf het hier zo: 2"),
        ("start: 2021\neind: 2023", "unknown-key", "“start” hoort bij “periode”"),
        ("overgenomen: nee", "wrong-value", "Is er niets"),
        ("partners:\n  - naam: Wijkwerk\n    rol: hulp", "wrong-type", "Schrijf alleen de naam"),
        ("layout: post", "unknown-key", "van een ander programma"),
        ("zoekwoorden: '#verf #kwast'", "wrong-type", "“- verf” en “- kwast”"),
        ("fase: lopend sinds 2020", "unknown-value", "Bedoelde u “lopend”?"),
        ("ook_betrokken:\n  - ':paint: schilders'", "plain-text", "komt precies zo op de site: “:paint:”"),
        ("fase: lopend, inzet: 2", "yaml-syntax", "Zet “inzet:” met wat erachter staat op een eigen regel"),
        ("materialen:\n  - brief.docx", "wrong-type", "Schrijf “- bestand: brief.docx”"),
        ("status: idee", "unknown-key", "Bedoelde u “fase”?"),
        ("status: definitief", "unknown-key", "Haal deze regel weg"),
        ("verwant:\n  - [De Brug](https://example.org)", "yaml-syntax", "Laat alleen de naam staan: De Brug"),
        ("+doelgroepen:\n+  - x", "yaml-syntax", "Haal het teken + vooraan weg"),
        ('ook_betrokken:\n  - “Buren"', "plain-text", 'De aanhalingstekens “ en " komen zo op de site'),
        ("fase: lopend【12†source】", "unknown-value", "schrijf het hier zo: lopend"),
        ("contact: https://example.org/a【12†source】", "untidy-address", "Schrijf: https://example.org/a"),
        ("ook_betrokken:\n  - https://example.org/a", "plain-text", "Schrijf hoe het heet"),
        ("fase: ?", "yaml-syntax", "“?” alleen is geen waarde"),
        ("doelgroepen:\n  - Ouderen: 55 plus\nfase: @ooit", "unknown-value", "“@ooit” kan niet bij “fase”"),
        ("contact: @naam", "wrong-address", "“@naam” is geen e-mailadres"),
        ("contact: Iemand <info@example.org>", "wrong-address", "Laat alleen het adres staan: info@example.org"),
        (
            "contact: www.example.org / www.example.com",
            "wrong-address",
            "In een lijst kan het andere een eigen punt worden",
        ),
        (
            "periode:\n  start:2021\n  eind:2023",
            "yaml-syntax",
            "Achter “start” horen een gewone dubbele punt",
        ),
        ("kosten:\n  toelichting: 'EUR 12,000 per jaar'", "unlikely-number", "op zijn Engels"),
        ("zoekwoorden: verf\n  - kwast\n  - portiek", "yaml-syntax", "Zet ook die waarde op een eigen regel"),
        ("materialen:\n  - De Brug, 2024, Brief", "wrong-type", "Schrijf “- titel: …”"),
        ("materialen: Brief (2024). https://a.nl/b", "wrong-type", "“url: https://a.nl/b”"),
        ("contact: a@example.org, https://example.org", "wrong-address", "Hier staan twee adressen"),
        ("fase: in uitvoering", "unknown-value", "schrijf het hier zo: lopend"),
        ("fase: ongoing", "unknown-value", "schrijf het hier zo: lopend"),
        (
            "voorstel: Het bestuur besluit om in [wijk] een tuin aan te leggen met bewoners",
            "plain-text",
            "Haal dat begin hier weg",
        ),
        ("ook_betrokken:\n  - n.v.t.", "plain-text", "zegt een lezer niets"),
        ("provincies:\n  - Holland", "unknown-value", "Bedoelde u “noord-holland” of “zuid-holland”?"),
        ("doelgroepen: jongeren | ouderen", "wrong-type", "Schrijf: “- jongeren” en “- ouderen”"),
        ("ook_betrokken:\n  - www.example.org", "plain-text", "Hier hoort tekst, en geen adres"),
        ("contact: a@example.org of b@example.org", "wrong-address", "Hier staan twee adressen"),
        ("overgenomen:\n  - De Brug (2023), twee tuinen", "wrong-type", "Schrijf “- corporatie: De Brug”"),
        ("ook_betrokken:\n  - IMG_2024.jpg", "plain-text", "is de naam van een bestand"),
        ("kosten: 2\n  van: corporatie", "yaml-syntax", "Zet ook “2” op een eigen regel onder “kosten:”"),
        ("materialen:\n  - Brief (2024). https://a.nl/b", "wrong-type", "“- titel: Brief (2024)”"),
        ('ook_betrokken:\n  - >\n    "Buren"', "plain-text", 'De aanhalingstekens " en " komen zo op de site'),
        ('"fase": "lopend",', "yaml-syntax", "Schrijf “fase:” zonder aanhalingstekens"),
        ('plaatsen: "Veenstad", "Meerdam"', "yaml-syntax", "Zet elke waarde op een eigen regel"),
        ("----------\nfase: lopend", "yaml-syntax", "Gaan de velden eronder verder?"),
        ("ook_betrokken:\n  - onbekend op dit moment", "plain-text", "zegt een lezer niets"),
        ("concept: Ja", "wrong-value", "schrijf het hier zo: true"),
        ("concept: misschien", "wrong-value", "true (ja) of false (nee). Weet u het niet? Haal de regel weg."),
        ("kosten:\n  bedrag: 6000", "unknown-key", "Een bedrag hoort bij “toelichting”"),
        ("fase: lopend en proef", "unknown-value", "Bedoelde u “proef” of “lopend”?"),
        ("licentie: CC BY-NC 4.0", "unknown-value", "Dan kan hij hier niet"),
        ("eis: ja", "wrong-length", "hoort tekst, geen ja of nee"),
        ("rol_corporatie: Wat een corporatie hiermee kan, als een ander het deed.", "placeholder", "invultekst"),
        ('rol_corporatie: "Zie S:\\Projecten\\tuin"', "hidden-character", "op een computer"),
        (r"rol_corporatie: Zie S:\Projecten\tuin", "left-over", "bij uw organisatie"),
        ('rol_corporatie: "Zie S:\\Uit\\tuin"', "yaml-syntax", "op een computer"),
        ('rol_corporatie: "Eén\ntekst"\nfase lopend', "yaml-syntax", "Achter “fase”"),
        ("contact:\nhttps://example.org\nfase: lopend", "yaml-syntax", "hoort bij “contact” erboven"),
        ("praktijk:\n  fase: lopend", "unknown-key", "Haal deze regel weg"),
        ("contact:\n  naam: Els", "wrong-type", "niet van een persoon"),
        ("zoekwoorden: verf, kwast", "wrong-type", "Schrijf: “- verf” en “- kwast”"),
        ("tegengevallen: De groep haakte af.", "wrong-value", "zet de uitleg in de tekst"),
        ("materialen: https://example.org", "wrong-type", "titel (moet), bestand, soort (moet)"),
        ("budget: 6000", "unknown-key", "hoort onder “kosten:”"),
        ("periode:\n  start: 2022-2024", "wrong-number", "Schrijf “start: 2022”"),
        ("periode:\n  start: 2022/2024", "wrong-number", "het eerste jaar bij “start”"),
        ("kosten:\n  prijspeil: 2023/2024", "wrong-number", "Hier past één jaar"),
        ("contact: iedereen", "wrong-address", "e-mailadres"),
        ("zoekwoorden: [a, b, c, d, e, f, g, h, i, j, k, l, m]", "wrong-length", "13 waarden, hoogstens 12"),
        ("kleur: rood", "unknown-key", "docs/velden.md"),
        ("plaats: [x]", "unknown-key", "Schrijf “plaatsen:”"),
        ("kader:\n  grondslag: woningwet", "missing-key", "“gecontroleerd” ontbreekt bij “kader”"),
        (
            "materialen:\n  - url: https://example.org/brief\n    soort: brief",
            "missing-key",
            "“titel” ontbreekt bij “materialen”",
        ),
        ("verwant: [x, x]", "repeated-value", "“x” staat al in “verwant”"),
    ):
        found = diagnose(f"{FIELDS}{written}\n", BODY)

        assert [item.rule for item in found] == [rule]
        assert words in found[0].message
        assert len(found[0].message) < 700
        assert found[0].line >= 12


def test_a_wrong_address_gives_usable_advice(diagnose):
    for written, words in (
        ("zie https://example.org/a", "Laat alleen het adres staan: https://example.org/a"),
        ('<a href="https://example.org/a">hier</a>', "Laat alleen het adres staan: https://example.org/a"),
        ("http://localhost:8000/a", "in een eigen netwerk"),
        ("ftp://example.org/a.pdf", "opent een browser niet"),
        ("https://example.org/een-lange-na...", "Het eind van dit adres ontbreekt"),
        ("ja, als PDF opgeslagen", "Is er geen? Haal de regel weg"),
        ("niet openbaar", "Is er geen? Haal de regel weg"),
    ):
        found = diagnose(FIELDS.replace("    uitgever", f"    url: {written}\n    uitgever"), BODY)

        assert [item.rule for item in found] == ["wrong-address"]
        assert words in found[0].message


def test_an_archived_copy_is_a_copy_of_that_source(diagnose):
    """At another site, and not a list of copies."""
    for archive, words in (
        ("https://www.example.org/a", "geen kopie"),
        ("https://web.archive.org/web/*/https://example.org/a", "geen adres van één kopie"),
        ("https://web.archive.org/save/https://example.org/a", "geen adres van één kopie"),
        ("https://web.archive.org/web/2026/https://example.com/a", "een andere site"),
        ("https://web.archive.org/web/2026/https://www.example.org/a", ""),
        ("https://archief.example.com/a", ""),
    ):
        source = f"    url: https://example.org/a\n    archief: {archive}\n    uitgever"
        found = diagnose(FIELDS.replace("    uitgever", source), BODY)

        assert [item.rule for item in found] == ["archive-copy"] * bool(words)
        assert all(words in item.message for item in found)
    copy = "https://web.archive.org/web/2026/https://example.org/a"
    swapped = f"    url: {copy}\n    archief: https://example.org/a\n    uitgever"
    assert "Verwissel de twee" in diagnose(FIELDS.replace("    uitgever", swapped), BODY)[0].message


def test_an_error_in_a_text_or_heading_gives_one_message(diagnose):
    fields = f"{FIELDS}uitkomst: Het werd in 2023 tien graden koeler.\n"
    steps = BODY.replace("2. Twee.", "\n### Daarna\n\n1. Twee.")
    for text, body, rule, line, words in (
        (fields, "\n", "missing-section", 13, "Begin met “## Aanleiding”"),
        (FIELDS.partition("\n")[2], f"\n# Een titel\n{BODY}", "heading-level", 13, "als “titel: …”"),
        (FIELDS, f"{BODY}\n#### Lessen\n\nBegin klein.\n", "heading-level", 20, "Gebruik “## ”."),
        (FIELDS, steps, "few-steps", 14, "in 2 lijsten. Maak er één lijst van, en nummer door tot 3"),
        (FIELDS, BODY.replace("2.", "- a\n- b\n2."), "nearly-markup", 17, "onder de eerste letter van de stap"),
        (FIELDS, BODY.replace("## Aanpak", "## Aanpak in stappen"), "missing-section", 14, "Typ alleen: “## Aanpak”"),
        (FIELDS, f"{BODY}\n**Samenvatting:** Een verhaal.\n", "key-in-text", 20, "“samenvatting” is een veld"),
        (FIELDS, f"{BODY}\nEen verhaal.\ndoelgroep: huurders\n", "key-in-text", 21, "“doelgroepen” is een veld"),
        (FIELDS, f"{BODY}{3 * PARAGRAPH}".removesuffix(PARAGRAPH), "repeated-value", 22, "vlak hierboven ook al"),
        (FIELDS.replace("uitgever: De Brug\n", SOURCES), BODY, "repeated-value", 13, "staat al bij een bron"),
        (FIELDS, f"{BODY}\n{HINT}.\n", "placeholder", 20, HINT),
        (FIELDS, f"{BODY}\n2022 | 18\n2023 | 41\n", "nearly-markup", 20, "bijna een tabel"),
        (FIELDS, f"{BODY}\nGroetjes, Petra\n", "left-over", 20, "een mail of een ander programma"),
        (FIELDS, f"{BODY}\nDat weet ik als AI-taalmodel niet.\n", "left-over", 20, "een chatprogramma"),
        (
            FIELDS,
            f"{BODY}\n## Kosten\n\nTien euro.\n\n## Resultaten en effecten\n\nMooi.\n\n## Lessen\n\nX.\n",
            "section-order",
            28,
            "De kop “Lessen” hoort vóór “Kosten”",
        ),
        (
            FIELDS,
            f"{BODY}\n## Resultaten en lessen\n\nMooi.\n\n## Lessen\n\nX.\n",
            "misspelt-heading",
            20,
            "Noem deze kop “## Resultaten”",
        ),
        (FIELDS, f"{BODY}\n## Bronnen\n\n- https://example.org/a\n", "key-in-text", 20, "“bronnen” is een veld"),
        (FIELDS, f"{BODY}\nBron: https://example.org/a\n", "key-in-text", 20, "“bronnen” is een veld"),
        (FIELDS, f"{BODY}\n#\n", "empty-heading", 20, "Deze kop is leeg"),
        (FIELDS, f"{BODY}\nDoelgroepen: huurders, ouderen\n", "key-in-text", 20, "“doelgroepen” is een veld"),
        (FIELDS, f"{BODY}\n```\n", "nearly-markup", 20, "Haal deze regel weg"),
        (FIELDS, f"{BODY}\nTien bewoners* hielpen.\n\n*volgens de bron\n", "nearly-markup", 22, "Is het een voetnoot?"),
        (FIELDS, f"{BODY}\n· Een tuin. · Twee tuinen.\n", "nearly-markup", 20, "punten of stappen achter elkaar"),
        (FIELDS, f"{BODY}\nDe ** tuin ** is open.\n", "nearly-markup", 20, "Tussen ** en de tekst hoort geen spatie"),
        (FIELDS, f"{BODY}\nHet ~woord~ is weg.\n", "nearly-markup", 20, "Moest dit worden doorgestreept?"),
        (
            FIELDS,
            f"{BODY}\n## Lessen: begin klein\n\nVraag.\n",
            "misspelt-heading",
            20,
            "Achter “Lessen” staat nog iets",
        ),
        (FIELDS, f"{BODY}\n[x](../partners/x.md)\n", "broken-link", 20, "Of hoort dat bestand in content/partners/?"),
        (FIELDS, f"{BODY}\n© De Brug. Alle rechten voorbehouden.\n", "left-over", 20, "webpagina"),
    ):
        found = diagnose(text, body)

        assert [(item.rule, item.line) for item in found] == [(rule, line)]
        assert words in found[0].message


def test_news_and_pages_need_a_text(diagnose):
    """Partners and topics do not."""
    fields = "titel: Tien nieuwe praktijken over groen\nsamenvatting: Er kwamen tien praktijken bij over groen.\n"
    assert [item.rule for item in diagnose(f"{fields}datum: 2026-11-20\n", "", "nieuws")] == ["missing-section"]
    assert [item.rule for item in diagnose(fields, "", "pages")] == ["missing-section"]


def test_a_value_without_a_list_is_shown_as_it_should_be(tmp_path):
    """The message is at the dash."""
    location = tmp_path / "doelgroepen.yaml"
    location.write_text("ouderen:\n  naam: Ouderen\n- kinderen\n", encoding="utf-8")
    found = load_vocabulary(ContentFile(location, "x.yaml", "vocabularies", "doelgroepen")).diagnostics

    assert places(found) == [("yaml-syntax", 3, 1)]
    assert "“naam: Kinderen”" in found[0].message

    location.write_text("ouderen:\n  naam: Ouderen\nkinderen: Kinderen\n---\n", encoding="utf-8")
    found = load_vocabulary(ContentFile(location, "x.yaml", "vocabularies", "doelgroepen")).diagnostics
    assert sorted(places(found)) == [("wrong-type", 3, 11), ("yaml-feature", 4, 1)]
    assert "naam: Kinderen" in found[1].message

    for written, place, words in (
        ("kinderen: Kinderen\n  uitleg: Tot 12.\n", ("yaml-syntax", 1, 11), "Zet ook “Kinderen” op een eigen regel"),
        ("kinderen:\n  naam:Kinderen\n", ("wrong-type", 2, 3), "Achter “naam” horen een gewone dubbele punt"),
        ("kinderen:\nnaam: Kinderen\n  uitleg: Tot 12.\n", ("unknown-key", 2, 1), "“naam” hoort bij “kinderen”"),
    ):
        location.write_text(written, encoding="utf-8")
        found = load_vocabulary(ContentFile(location, "x.yaml", "vocabularies", "doelgroepen")).diagnostics
        assert places(found) == [place]
        assert words in found[0].message


def test_values_are_quoted_on_one_line(diagnose):
    found = diagnose(f"{FIELDS}fase: |\n  eerste regel\n  tweede regel\n", BODY)

    assert "“eerste regel tweede regel”" in found[0].message


def test_a_tab_in_a_value_is_replaced_in_a_message(check):
    found = check("---\nthemas:\n  - w\terken\n  - w\terken\n---\n").diagnostics

    assert "“w�erken” staat al in “themas”." in " ".join(diagnostic.message for diagnostic in found)
    assert not any("\t" in diagnostic.message for diagnostic in found)


def test_a_misspelt_key_does_not_make_its_field_missing(diagnose):
    """The key that was meant is suggested."""
    assert places(diagnose(FIELDS.replace("titel: L", "title: L").replace("uitgever", "uitgevr"), BODY)) == [
        ("unknown-key", 2, 1),
        ("unknown-key", 9, 5),
    ]


def test_the_one_missing_field_is_suggested_for_an_unknown_key(diagnose):
    """If its value fits."""
    for field, key in (("gepubliceerd", "datum publicatie"), ("gecontroleerd", "laatst bijgewerkt")):
        (found,) = diagnose(FIELDS.replace(f"{field}:", f"{key}:"), BODY)
        assert f"Bedoelde u “{field}”?" in found.message
    partner = "naam: De Brug\ntype organisatie: overig\ngecontroleerd: 2026-11-20\n"
    assert "Bedoelde u “soort”?" in diagnose(partner, "", "partners")[0].message


def test_a_refused_value_does_not_make_its_field_empty(diagnose):
    assert places(diagnose(FIELDS.replace("titel: L", "titel: *a #"), BODY)) == [("yaml-feature", 2, 8)]


def test_an_old_review_is_a_warning_and_a_future_one_an_error(diagnose):
    old = diagnose(FIELDS.replace("2026-11-01", "2020-01-01").replace("2026-11-20", "2020-01-01"), BODY)
    future = diagnose(FIELDS.replace("2026-11-20", "2026-11-22"), BODY)

    assert [(item.rule, item.severity) for item in old] == [("stale-review", Severity.WARNING)]
    assert [(item.rule, item.severity) for item in future] == [("review-date", Severity.ERROR)]


def test_headings_are_checked_in_every_kind(diagnose):
    for kind in (
        "partners",
        "themes",
        "pages",
    ):
        fields = {
            "partners": "naam: De Brug\nsoort: overig\ngecontroleerd: 2026-11-20\n",
            "themes": "naam: Wonen\nvraag: Hoe?\npijler: wijk-en-samenleven\n",
            "pages": "titel: Over ons\nsamenvatting: Wat deze catalogus is en wie hem maakt, in twee zinnen.\n",
        }[kind]

        first = fields.count("\n") + 3

        assert places(diagnose(fields, "# Kop\n\n## Kop\n\n#### Kop\n\n##\n", kind)) == [
            ("heading-level", first, 1),
            ("heading-level", first + 4, 1),
            ("empty-heading", first + 6, 1),
        ]
