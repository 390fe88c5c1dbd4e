"""The paths of the site, from its root."""

from collections.abc import Callable
from urllib.parse import urlencode

from mvo_catalogue.domain.model import NEWS, PAGES, PARTNERS, PRACTICES, TOPICS

HOME = "/"
PRACTICE_LIST = "/praktijken/"
PRACTICE_TABLE = "/praktijken/tabel/"
FORMER_TABLE = "/praktijken/a-z/"
TOPIC_LIST = "/themas/"
PARTNER_LIST = "/partners/"
ASSOCIATION_LIST = "/corporaties/"
OVERVIEW = "/overzicht/"
COMPARE = "/vergelijken/"
FIT = "/past-dit-bij-ons/"
FORMER_SEARCH = "/zoeken/"
NEWS_LIST = "/nieuws/"
CONTRIBUTE = "/meedoen/praktijk/"
FEEDBACK = "/melden/"
FORM_DATA = "/meedoen/praktijk/gegevens.json"
FORM_NAMES = "/meedoen/praktijk/namen/"
PRACTICE_TEMPLATE = "/meedoen/praktijk/sjabloon.md"
SEARCH_INDEX = "/zoekindex/"
SEARCH_MANIFEST = "/zoekindex/manifest.json"
NOT_FOUND = "/404.html"
SITEMAP = "/sitemap.xml"
OPENSEARCH = "/opensearch.xml"
OFFLINE = "/offline.html"
SERVICE_WORKER = "/service-worker.js"
ROBOTS = "/robots.txt"
LLMS = "/llms.txt"
FEEDS = "/feeds/"
PRACTICE_FEED = "/feeds/praktijken.atom.xml"
ASSETS = "/assets/"
BUILD_RECORD = "/build.json"
SECURITY_TXT = "/.well-known/security.txt"
HOST_HEADERS = "/_headers"
REDIRECTS = "/_redirects"
NGINX_MAP = "/.nginx/adressen.map"
DATA = "/data/"
EMBED = "/embed/"
DATA_CATALOGUE = "/data/catalogus.json"
DATA_DESCRIPTION = "/data/dcat.jsonld"
DATA_SCHEMA = "/data/schema.json"
DATA_WORKBOOK = "/data/catalogus.xlsx"


KIND, PROVINCE = "soort", "provincie"
"""The parts of a list of organisations, by their name in the address."""

FAILED = ("werkte-niet", "ja")
"""The facet and value of practices that did not work."""


Address = Callable[[str], str]
"""Returns the path of the page or file that belongs to a slug."""

practice_path: Address = "/praktijken/{}/".format
practice_data_path: Address = "/praktijken/{}/gegevens.json".format
board_note_path: Address = "/praktijken/{}/notitie/".format
topic_path: Address = "/themas/{}/".format
topic_feed: Address = "/feeds/themas/{}.atom.xml".format
embed_path: Address = "/embed/{}/".format
partner_path: Address = "/partners/{}/".format
text_path: Address = "/{}/".format
news_path: Address = "/nieuws/{}/".format
data_table_path: Address = "/data/{}.csv".format


def attached_path(slug: str, name: str) -> str:
    """Return the path of a file that comes with a practice."""
    return f"{practice_path(slug)}{name}"


def material_path(slug: str, stem: str) -> str:
    """Return the path of the page of a text that comes with a practice."""
    return f"{practice_path(slug)}{stem}/"


def source_path(path: str) -> str:
    """Return the path of the Markdown source of the page at ``path``."""
    return f"{path}bron.md" if path.endswith("/") else f"{path}.md"


def practice_source_path(slug: str) -> str:
    """Return the path of the Markdown source of a practice."""
    return source_path(practice_path(slug))


def image_path(path: str) -> str:
    """Return the path of the social image of the page at ``path``."""
    return f"{path}beeld.png"


def organisations_path(path: str, name: str, value: str) -> str:
    """Return the path of a part of the list of organisations at ``path``: of one kind or province."""
    return f"{path}{name}/{value}/"


def search_path(*choices: tuple[str, str]) -> str:
    """Return the path of a search with these (facet, value) pairs chosen."""
    return f"{PRACTICE_LIST}?{urlencode(choices)}"


def numbered(path: str, number: int) -> str:
    """Return the path of part ``number`` (from 1) of a list at ``path``."""
    return path if number == 1 else f"{path}pagina/{number}/"


def initial_path(path: str, initial: str) -> str:
    """Return the path of the part of a list at ``path`` with names with this initial."""
    return f"{path}letter/{initial.lower()}/"


def sitemap_part(number: int) -> str:
    """Return the path of part ``number`` (from 1) of a long sitemap."""
    return f"/sitemap-{number}.xml"


_ENTRY_PATHS = {PRACTICES: practice_path, TOPICS: topic_path, PARTNERS: partner_path, PAGES: text_path, NEWS: news_path}


def entry_path(kind: str, slug: str) -> str:
    """Return the path of an entry by the name of its content folder."""
    return _ENTRY_PATHS[kind](slug)
