"""The files with names that the form loads while somebody types."""

import json
import random

import pytest

from mvo_catalogue.domain.catalogue import Catalogue
from mvo_catalogue.exports.form_data import build_form_data
from mvo_catalogue.exports.form_names import MOST_ALIKE, MOST_KEYS, STARTS, build_form_names
from tests.factories import make_catalogue, make_partner, make_practice
from tests.form import ask_names

WORDS = ("huis", "woning", "wonen", "buurt", "groen", "straat", "werk", "leren", "dak", "tuin", "kas", "coach", "water")
ODD = {
    "oe": "Ørsted & Zn.",
    "s-hertogenbosch": "’s-Hertogenbosch",
    "fotos": "Foto’s–en–meer",
    "lodz": "Łódź (É) ²",
    "lang": "arbeidsongeschiktheidsverzekeringsmaatschappijenoverleg van de stad",
    "b-v": "B.V. De Brug",
    "ijs": "ĳsbaan ﬁets",
    "eh": "EigenHuis",
}
"""Names by slug, with characters that keys leave out or change."""


def generate(size: int) -> Catalogue:
    """Return a catalogue of practices, and twice as many partners; each name has a number, and many the same words."""
    choose = random.Random(1)

    def name(number: int) -> str:
        return " ".join([*choose.choices(WORDS, k=6), str(number), choose.choice(WORDS)])

    practices = [make_practice(f"praktijk-{number}", titel=name(number)) for number in range(size)]
    partners = [make_partner(f"partner-{number}", naam=name(number)) for number in range(2 * size)]
    return make_catalogue(practices=practices, partners=partners)


def test_every_name_is_found_by_its_words() -> None:
    """As typed, also by another name or the slug, and exactly by all of it."""
    partners = [make_partner(slug, naam=name) for slug, name in ODD.items()]
    partners.append(make_partner("moskou", naam="Москва"))
    partners.append(make_partner("ns", naam="Nederlandse Spoorwegen", andere_namen=["De Treinen"]))
    practices = [make_practice("nu", titel="Een dak, twee tuinen")]
    asked = [
        *((name, slug) for slug, name in ODD.items()),
        *((name[name.index(" ") + 1 :], slug) for slug, name in ODD.items() if " " in name),
        ("huis", "eh"),
        *((slug, slug) for slug in (*ODD, "moskou")),
        *((text, "ns") for text in ("spoor", "NEDERLANDSE sp", "Treinen", "de treinen", "ns")),
    ]
    catalogue = make_catalogue(partners=partners, practices=practices)
    answers = ask_names(catalogue, [("organisaties", text) for text, _ in asked])
    assert [
        (text, slug) for (text, slug), answer in zip(asked, answers, strict=True) if slug not in answer["found"]
    ] == []
    assert [answer["exact"] for answer in answers[: len(ODD)]] == list(ODD)
    title, word = ask_names(catalogue, [("practices", "een dak twee tuinen!"), ("practices", "tuin")])
    assert (title["exact"], word["found"]) == ("nu", ["nu"])


def test_what_is_typed_determines_what_is_loaded() -> None:
    """With four times as many names the form loads no more, and every name is found by its words."""
    small, large = generate(250), generate(1000)
    assert build_form_data(small) == build_form_data(large)
    files = dict(build_form_names(large))
    assert max(len(json.loads(data)) for name, data in files.items() if name != STARTS) <= MOST_KEYS
    assert len(files[STARTS]) < 20 * len(files)
    titles = {practice.title: slug for practice, slug in zip(large.practices.values(), large.practices, strict=True)}
    asked = list(titles)[::50]
    numbers = [title[: title.rindex(" ")].split(" ")[-1] for title in asked]
    answers = ask_names(large, [("practices", text) for text in (*asked, *numbers, "w", "woning", "dak")])
    assert all(len(answer["loaded"]) <= 3 for answer in answers)
    assert [answer["exact"] for answer in answers[: len(asked)]] == [titles[title] for title in asked]
    found = zip(asked, answers[len(asked) :], strict=False)
    assert [title for title, answer in found if titles[title] not in answer["found"]] == []
    assert all(len(answer["found"]) >= MOST_ALIKE for answer in answers[-3:])


@pytest.mark.parametrize("change", ["changed", "added", "removed"])
def test_one_name_changes_few_files(change: str) -> None:
    """A word of it stands in one file, which may be divided or joined to the next."""
    catalogue = generate(500)
    practices = dict(catalogue.practices)
    if change == "removed":
        del practices["praktijk-250"]
    else:
        slug = "praktijk-250" if change == "changed" else "praktijk-nieuw"
        practices[slug] = make_practice(slug, titel=" ".join(["x", *WORDS[:5]]))
    before = dict(build_form_names(catalogue))
    after = dict(build_form_names(make_catalogue(practices=practices.values(), partners=catalogue.partners.values())))
    changed = {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}
    assert 2 <= len(changed) <= 32 < len(before) / 2


def test_a_catalogue_without_entries_has_empty_lists() -> None:
    catalogue = make_catalogue()
    assert dict(build_form_names(catalogue))["practices-.json"] == b"[]"
    assert ask_names(catalogue, [("practices", "iets"), ("organisaties", "")]) == [
        {"found": [], "exact": "", "loaded": [STARTS, "practices-.json"]},
        {"found": [], "exact": "", "loaded": []},
    ]
