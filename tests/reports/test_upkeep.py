"""The overview for maintainers."""

import datetime

from mvo_catalogue.domain.reviews import stale_from
from mvo_catalogue.reports.upkeep import build_upkeep, upkeep_lines
from tests.factories import TODAY, make_body, make_catalogue, make_partner, make_practice, make_topic

RESULTS = make_body("## Resultaten\n\n- 14 bewoners helpen mee.\n")
OLD = "2025-01-01"
"""Stale within three months of `TODAY`, whatever the name."""


def make_upkeep():
    """Return the overview of a catalogue with one of everything."""
    practices = [
        make_practice(
            "oud", gepubliceerd=OLD, gecontroleerd=OLD, kader={"grondslag": "woningwet", "gecontroleerd": OLD}
        ),
        make_practice("vol", body=RESULTS, onderbouwing="gemeten", contact="info@x.nl", plaatsen=["Delft"]),
        make_practice("concept", concept="true", gepubliceerd=OLD, gecontroleerd=OLD),
    ]
    partners = [make_partner(gecontroleerd=OLD), make_partner("b", website="https://b.nl")]
    return build_upkeep(make_catalogue(practices, partners, [make_topic()]), TODAY)


def test_what_becomes_stale_within_a_quarter_is_listed_oldest_first():
    """Practices, their legal remarks and partners, but no drafts."""
    due = make_upkeep().due
    assert sorted((one.file.split("/")[1], one.key) for one in due) == [
        ("partners", "gecontroleerd"),
        ("practices", "gecontroleerd"),
        ("practices", "kader.gecontroleerd"),
    ]
    assert [one.stale_from for one in due] == sorted(one.stale_from for one in due)
    assert {one.stale_from for one in due if "practices" in one.file} == {stale_from("oud", datetime.date(2025, 1, 1))}
    assert all(one.stale_from <= TODAY + datetime.timedelta(92) for one in due)


def test_what_is_missing_is_listed_by_file():
    gaps = {title: [path.rpartition("/")[2] for path in paths] for title, paths in make_upkeep().gaps.items()}
    assert gaps["Praktijken zonder resultaten"] == gaps["Praktijken zonder contact"] == ["oud.md"]
    assert len(gaps["Organisaties zonder bron"]) == 2
    assert "b.md" not in gaps["Organisaties zonder website"]


def test_everything_is_counted():
    """Practices, levels, optional fields, sources with a date, and levels per theme."""
    upkeep = make_upkeep()
    numbers = upkeep.counts["Aantallen"]
    assert (numbers["praktijken"], numbers["concepten"], numbers["praktijken met resultaten"]) == (2, 1, 1)
    assert numbers["bronnen met een datum"] <= numbers["bronnen"] == 2
    levels = upkeep.counts["Praktijken per onderbouwing"]
    assert (levels["beschreven"], levels["gemeten"], sum(levels.values())) == (1, 1, 2)
    filled = upkeep.counts["Praktijken met een veld dat leeg mag blijven"]
    assert (filled["contact"], filled["kader"], filled["kosten"]) == (1, 1, 0)
    assert "titel" not in filled
    assert [sum(row.values()) for row in upkeep.by_topic.values()] == [2]


def test_a_long_list_is_cut_unless_all_is_asked_for():
    """With the number of the others."""
    many = build_upkeep(make_catalogue([make_practice(f"praktijk-{number}") for number in range(30)]), TODAY)
    short, whole = ("\n".join(upkeep_lines(many, shows_all=shows_all)) for shows_all in (False, True))
    assert "Praktijken zonder contact: 30" in short
    assert "… en nog 20 (toon ze met --alles)" in short
    assert "… en nog" not in whole
    assert whole.count("praktijk-29.md") >= 2
