"""The addresses of the site: one function per kind of page, all paths from the root of the site."""

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
"""What a list of organisations can be seen by, as the address says it."""

FAILED = ("werkte-niet", "ja")
"""What is chosen in a search for what did not work."""


def practice_path(slug: str) -> str:
    """Return the path of a practice."""
    return f"/praktijken/{slug}/"


def practice_data_path(slug: str) -> str:
    """Return the path of the data of a practice, for programs and for what the browser makes of it."""
    return f"/praktijken/{slug}/gegevens.json"


def attached_path(slug: str, name: str) -> str:
    """Return the path of a file beside a practice."""
    return f"{practice_path(slug)}{name}"


def material_path(slug: str, stem: str) -> str:
    """Return the path of the page of a text beside a practice."""
    return f"{practice_path(slug)}{stem}/"


def data_table_path(name: str) -> str:
    """Return the path of a table of the data as CSV."""
    return f"{DATA}{name}.csv"


def source_path(path: str) -> str:
    """Return the path of the text behind the page at ``path``, as its editors wrote it."""
    return f"{path}bron.md" if path.endswith("/") else f"{path}.md"


def practice_source_path(slug: str) -> str:
    """Return the path of the text of a practice as its editors wrote it."""
    return source_path(practice_path(slug))


def board_note_path(slug: str) -> str:
    """Return the path of a practice as one page for a board."""
    return f"/praktijken/{slug}/notitie/"


def image_path(path: str) -> str:
    """Return the path of the image that a link to the page at ``path`` shows when it is shared."""
    return f"{path}beeld.png"


def topic_path(slug: str) -> str:
    """Return the path of a topic."""
    return f"/themas/{slug}/"


def embed_path(slug: str) -> str:
    """Return the path of the list of a topic that other sites can show."""
    return f"{EMBED}{slug}/"


def partner_path(slug: str) -> str:
    """Return the path of a partner or housing association."""
    return f"/partners/{slug}/"


def organisations_path(path: str, name: str, value: str) -> str:
    """Return the path of a part of the list of organisations at ``path``: those with this kind or province."""
    return f"{path}{name}/{value}/"


def text_path(slug: str) -> str:
    """Return the path of a page about the catalogue."""
    return f"/{slug}/"


def news_path(slug: str) -> str:
    """Return the path of a message about the catalogue."""
    return f"{NEWS_LIST}{slug}/"


def search_path(*choices: tuple[str, str]) -> str:
    """Return the path of a search with these values chosen: (name of the facet, value)."""
    return f"{PRACTICE_LIST}?{urlencode(choices)}"


def topic_feed(slug: str) -> str:
    """Return the path of the feed of a topic."""
    return f"/feeds/themas/{slug}.atom.xml"


def numbered(path: str, number: int) -> str:
    """Return the path of part ``number`` (from 1) of a list at ``path``."""
    return path if number == 1 else f"{path}pagina/{number}/"


def initial_path(path: str, initial: str) -> str:
    """Return the path of the part of a list at ``path`` with the names that begin so."""
    return f"{path}letter/{initial.lower()}/"


def sitemap_part(number: int) -> str:
    """Return the path of part ``number`` (from 1) of a sitemap that is too long for one file."""
    return f"/sitemap-{number}.xml"


_ENTRY_PATHS = {PRACTICES: practice_path, TOPICS: topic_path, PARTNERS: partner_path, PAGES: text_path, NEWS: news_path}


def entry_path(kind: str, slug: str) -> str:
    """Return the path of an entry by the name of its content folder."""
    return _ENTRY_PATHS[kind](slug)
