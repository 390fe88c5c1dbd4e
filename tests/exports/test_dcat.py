"""The description of the data is DCAT-AP-NL 3.0, with the address and licence of each file."""

from dataclasses import replace
from pathlib import Path

import pyshacl
import pytest
from rdflib import Graph, Namespace, URIRef
from rdflib.namespace import DCAT, DCTERMS, FOAF

from mvo_catalogue.exports.dcat import build_data_description
from mvo_catalogue.site.data_files import data_files
from tests.factories import make_catalogue, make_page, make_practice, make_site

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib", "ignore::DeprecationWarning:pyshacl")
SHAPES = Graph().parse(Path(__file__).with_name("dcat_ap_nl.ttl"))
VCARD = Namespace("http://www.w3.org/2006/vcard/ns#")
CATALOGUE = make_catalogue([make_practice("a")], pages=[make_page("contact")])


def describe(catalogue=CATALOGUE, **values):
    """Return the description of a catalogue as a graph."""
    site = replace(make_site(catalogue), **values)
    return Graph().parse(data=build_data_description(catalogue, site), format="json-ld")


def find_faults(graph):
    """Return the violations of the shapes by a graph, or ``""``."""
    conforms, _, text = pyshacl.validate(graph, shacl_graph=SHAPES)
    return "" if conforms else text


@pytest.mark.parametrize("values", [{}, {"mail": "mvo@example.nl"}, {"url": "http://127.0.0.1:8000"}])
def test_the_description_is_valid_dcat_ap_nl(values):
    """Also with a mailbox, and at another address."""
    assert find_faults(describe(**values)) == ""


def test_an_empty_catalogue_is_described_too():
    assert find_faults(describe(make_catalogue())) == ""


@pytest.mark.parametrize(
    "name",
    [
        DCTERMS.title,
        DCTERMS.description,
        DCTERMS.identifier,
        DCTERMS.accessRights,
        DCTERMS.publisher,
        DCTERMS.creator,
        DCTERMS.license,
        DCAT.contactPoint,
        DCAT.theme,
        DCAT.dataset,
        DCAT.accessURL,
        FOAF.name,
        VCARD.hasURL,
    ],
)
def test_the_shapes_require_mandatory_properties(name):
    graph = describe()
    assert (None, name, None) in graph
    graph.remove((None, name, None))

    assert find_faults(graph)


def test_each_file_with_data_is_a_distribution():
    """With its address and licence."""
    graph = describe()
    found = {
        (str(graph.value(one, DCAT.downloadURL)), str(graph.value(one, DCTERMS.license)))
        for one in graph.objects(URIRef("https://mvo.example.nl/catalogus/data/#gegevens"), DCAT.distribution)
    }

    assert len(found) == sum(file.has_data for file in data_files())
    assert (
        "https://mvo.example.nl/catalogus/data/catalogus.json",
        "https://creativecommons.org/licenses/by/4.0/",
    ) in found
    assert (
        "https://mvo.example.nl/catalogus/data/bronnen.csv",
        "https://creativecommons.org/publicdomain/zero/1.0/",
    ) in found
