"""Atom feeds: valid XML, newest first, the same every time."""

import datetime
import re
from dataclasses import replace
from xml.etree import ElementTree

import pytest
from feedgenerator import Atom1Feed, Rss201rev2Feed

from mvo_catalogue.exports.feeds import FEED_SIZE, build_feeds, complete_feed
from tests.exports.atom import ATOM, find_atom_errors
from tests.factories import make_catalogue, make_practice, make_site, make_topic


def read(catalogue):
    """Return the feeds of a catalogue, parsed, by path."""
    return {path: ElementTree.fromstring(xml.encode()) for path, xml in build_feeds(catalogue, make_site(catalogue))}


@pytest.fixture
def feeds():
    """Return the feeds of three practices under two of three topics."""
    return read(
        make_catalogue(
            [
                make_practice("a", titel="Verf & <kwast> 'nu'", themas=["wonen", "werken"], gepubliceerd="2026-11-01"),
                make_practice("b", themas=["wonen"], gepubliceerd="2026-11-20"),
                make_practice("c", themas=["wonen"], gepubliceerd="2026-11-10"),
            ],
            topics=[make_topic("wonen"), make_topic("werken"), make_topic("leeg")],
        )
    )


def test_there_is_a_feed_of_everything_and_one_per_topic_with_practices(feeds):
    assert sorted(feeds) == [
        "/feeds/praktijken.atom.xml",
        "/feeds/themas/werken.atom.xml",
        "/feeds/themas/wonen.atom.xml",
    ]
    assert read(make_catalogue()) == {}


def test_a_feed_has_title_language_and_addresses(feeds):
    feed = feeds["/feeds/themas/werken.atom.xml"]
    links = {link.get("rel"): link.get("href") for link in feed.findall(f"{ATOM}link")}

    assert feed.tag == f"{ATOM}feed"
    assert feed.findtext(f"{ATOM}title") == "MVO-praktijkcatalogus: Werken"
    assert feed.get("{http://www.w3.org/XML/1998/namespace}lang") == "nl"
    assert links == {
        "alternate": "https://mvo.example.nl/catalogus/themas/werken/",
        "self": "https://mvo.example.nl/catalogus/feeds/themas/werken.atom.xml",
    }
    assert feed.findtext(f"{ATOM}updated") == "2026-11-20T00:00:00+00:00"


def test_entries_are_newest_first(feeds):
    feed = feeds["/feeds/praktijken.atom.xml"]

    links = [entry.find(f"{ATOM}link").get("href") for entry in feed.findall(f"{ATOM}entry")]
    assert [link.rsplit("/", 2)[1] for link in links] == ["b", "c", "a"]


def test_an_entry_has_title_summary_dates_topics_and_address(feeds):
    """Markup in a title is text."""
    entry = feeds["/feeds/themas/werken.atom.xml"].find(f"{ATOM}entry")

    assert entry.findtext(f"{ATOM}title") == "Verf & <kwast> 'nu'"
    assert entry.findtext(f"{ATOM}summary") == make_practice("a").summary
    assert entry.find(f"{ATOM}link").get("href") == "https://mvo.example.nl/catalogus/praktijken/a/"
    assert entry.findtext(f"{ATOM}published") == "2026-11-01T00:00:00+00:00"
    assert entry.findtext(f"{ATOM}updated") == "2026-11-20T00:00:00+00:00"
    assert [category.get("term") for category in entry.findall(f"{ATOM}category")] == ["Wonen", "Werken"]


def test_feeds_are_valid_atom():
    """RFC 4287: with an author, and one id for each entry."""
    catalogue = make_catalogue([make_practice("a"), make_practice("b")])

    for _, xml in build_feeds(catalogue, make_site(catalogue)):
        assert find_atom_errors(xml.encode()) == []
        assert find_atom_errors(xml.replace("author", "auteur").encode()) != []
        assert find_atom_errors(xml.replace("T00:00", " 00:00").encode()) != []


@pytest.mark.parametrize("text", ["een <modaal inkomen en een huur >500 euro", "R&D &amp; <b>bewoners</b>", "a < b"])
def test_a_summary_is_text(text):
    """Angle brackets are escaped, and shown by feed readers."""
    summary = f"{text}, en nu schilderen leerlingen de portieken."
    feed = read(make_catalogue([make_practice("a", samenvatting=summary)]))["/feeds/praktijken.atom.xml"]
    shown = feed.find(f"{ATOM}entry/{ATOM}summary")

    assert (shown.get("type"), shown.text) == ("text", summary)


def test_identifiers_do_not_depend_on_the_address_of_the_site():
    """Only on the entry, the feed and the identity of the catalogue."""
    catalogue = make_catalogue([make_practice("a"), make_practice("b")])

    def names(url, **other):
        site = replace(make_site(catalogue, url), **other)
        return [element.text for _, xml in build_feeds(catalogue, site) for element in find_ids(xml)]

    here = names("http://oud.example.nl/map")
    assert here == names("https://nieuw.example.nl")
    assert len(set(here)) == 4  # two feeds, with two entries in both
    assert not set(here) & set(names("https://nieuw.example.nl", identity="andere-catalogus"))


def find_ids(xml):
    """Return the id of a feed and of each of its entries."""
    return ElementTree.fromstring(xml.encode()).iter(f"{ATOM}id")


@pytest.mark.parametrize("kind", [Atom1Feed, Rss201rev2Feed])
def test_feeds_of_pelican_get_the_same_identifiers(kind):
    """Atom of the news, and RSS if the settings ask for it."""
    site = make_site()
    feed = kind(title="Nieuws", link=site.url, description="", feed_url=site.absolute("/feeds/nieuws.atom.xml"))
    day = datetime.datetime(2026, 11, 20, tzinfo=datetime.UTC)
    feed.add_item("Een bericht", site.absolute("/nieuws/een/"), "R&D <nu>", unique_id="tag:oud", pubdate=day)
    complete_feed(feed, site)
    xml = feed.writeString("utf-8")

    assert f">{site.identify('/nieuws/een/')}<" in xml
    assert "tag:oud" not in xml
    if kind is Atom1Feed:
        assert find_atom_errors(xml.encode()) == []
    else:
        assert 'isPermaLink="false"' in xml


def test_a_feed_only_has_the_newest_entries():
    feed = read(make_catalogue([make_practice(f"p{number:03}") for number in range(FEED_SIZE + 5)]))

    assert len(feed["/feeds/praktijken.atom.xml"].findall(f"{ATOM}entry")) == FEED_SIZE


def test_the_same_catalogue_gives_the_same_bytes():
    """Without the time of the build."""
    catalogue = make_catalogue([make_practice("a"), make_practice("b")])
    site = make_site(catalogue)
    first, again = list(build_feeds(catalogue, site)), list(build_feeds(catalogue, site))

    assert first == again
    assert set(re.findall(r"\d{4}-\d\d-\d\dT", first[0][1])) == {"2026-11-01T", "2026-11-20T"}


def test_a_renamed_practice_keeps_its_identifier():
    """So does its feed: they have their first name."""

    def ids(slug, topic, **former):
        practice = make_practice(slug, themas=[topic], **former)
        feed = read(make_catalogue([practice], topics=[make_topic(topic, **former)]))[f"/feeds/themas/{topic}.atom.xml"]
        return [node.text for node in feed.iter(f"{ATOM}id")]

    assert len(set(ids("a", "a"))) == 2
    assert ids("a", "a") == ids("b", "b", vroeger=["a", "tussendoor"]) != ids("b", "b")
