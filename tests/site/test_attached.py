"""The materials on the page of a practice: its own, and those of practices with the same instrument."""

from dataclasses import replace

from mvo_catalogue.domain.vocabulary import Instrument
from mvo_catalogue.site.attached import list_materials
from tests.factories import make_catalogue, make_practice


def test_a_material_is_shown_for_every_practice_with_its_instrument():
    """Once, after the practice's own."""

    def material(title, *instruments):
        return {
            "titel": title,
            "url": f"https://example.org/{title}",
            "soort": "brief",
            "instrumenten": list(instruments),
        }

    practices = [
        make_practice("bron", instrumenten=["stage"], materialen=[material("clausule", "stage")]),
        make_practice("stage", instrumenten=["stage"], materialen=[material("eigen", "stage")]),
        make_practice("ander", materialen=[material("los")]),
    ]
    catalogue = make_catalogue(practices)

    found = {one.slug: [view.title for view in list_materials(one, catalogue)] for one in practices}

    assert found == {"bron": ["clausule", "eigen"], "stage": ["eigen", "clausule"], "ander": ["los"]}


def test_a_side_matter_of_a_practice_brings_no_material():
    """A shop that also offers internships gets no agreement about them."""
    stage = Instrument.model_validate({"naam": "Stage", "hoofdzaak_bij": ["werken"]})
    material = {"titel": "t", "url": "https://example.org/t", "soort": "brief", "instrumenten": ["stage"]}
    practices = [
        make_practice("bron", themas=["werken"], instrumenten=["stage"], materialen=[material]),
        make_practice("ander", themas=["wonen", "werken"], instrumenten=["stage"]),
    ]
    catalogue = make_catalogue(practices)
    catalogue = replace(catalogue, vocabularies={**catalogue.vocabularies, "instrumenten": {"stage": stage}})

    assert [len(list_materials(one, catalogue)) for one in practices] == [1, 0]
