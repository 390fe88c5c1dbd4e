"""The OpenSearch description of the site."""

from xml.etree import ElementTree

from mvo_catalogue.exports.site_files import build_opensearch
from tests.factories import make_site

NAMESPACE = {"o": "http://a9.com/-/spec/opensearch/1.1/"}


def test_the_description_leads_to_the_search_page() -> None:
    """With the full address, subfolder included, and the placeholder of the query."""
    root = ElementTree.fromstring(build_opensearch(make_site(url="https://host.nl/catalogus"), "/assets/icon.svg"))
    url = root.find("o:Url", NAMESPACE)
    assert url is not None
    assert url.attrib == {"type": "text/html", "template": "https://host.nl/catalogus/praktijken/?q={searchTerms}"}
    assert root.findtext("o:Image", namespaces=NAMESPACE) == "https://host.nl/catalogus/assets/icon.svg"
    assert 0 < len(root.findtext("o:ShortName", "", NAMESPACE)) <= 16
