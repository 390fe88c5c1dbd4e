"""Pelican's settings for a site on this machine; ``publishconf.py`` adds what a public site needs."""

import os

SITENAME = "MVO-praktijkcatalogus"
SITESUBTITLE = (
    "Goede praktijken van woningcorporaties en hun partners: zoek een aanpak, kijk of die past en neem hem over."
)
SITEURL = os.environ.get("SITEURL", "").rstrip("/") or "http://127.0.0.1:8000"
DEFAULT_LANG = "nl"
TIMEZONE = "Europe/Amsterdam"

# The public address of the repository: pages link to it for corrections. Empty: no such links.
CATALOGUE_REPOSITORY = os.environ.get("CATALOGUE_REPOSITORY", "").rstrip("/")
CATALOGUE_BRANCH = "main"
# The mailbox of the team for readers. Empty: readers are sent to the repository.
CATALOGUE_MAIL = os.environ.get("CATALOGUE_MAIL", "")
# The mailbox for private requests to remove something. Empty: CATALOGUE_MAIL.
CATALOGUE_PRIVATE_MAIL = os.environ.get("CATALOGUE_PRIVATE_MAIL", "")
# Identifies the catalogue in feeds and data; never change it when the site moves. Another catalogue has another word.
CATALOGUE_IDENTITY = "mvo-praktijkcatalogus"
# The commit that is built, for build.json; `make publish` gets it from git.
CATALOGUE_COMMIT = os.environ.get("CATALOGUE_COMMIT", "")
CATALOGUE_ASSETS = ".build/assets"
# The search index also as one file, zoekindex/lunr.json, which any client of Lunr 2 loads: 14 kB per practice.
CATALOGUE_WHOLE_INDEX = True

PATH = "content"
THEME = "theme"
PLUGINS = ["mvo_catalogue.wiring"]

# Text pages and news are Pelican's own pages and articles. It makes no pages of authors, categories and tags.
PAGE_PATHS = ["pages"]
PAGE_URL = "{slug}/"
PAGE_SAVE_AS = "{slug}/index.html"
ARTICLE_PATHS = ["nieuws"]
ARTICLE_URL = "nieuws/{slug}/"
ARTICLE_SAVE_AS = "nieuws/{slug}/index.html"
AUTHOR = SITENAME  # required in a feed; not on pages
SLUGIFY_SOURCE = "basename"
FEED_ALL_ATOM = "feeds/nieuws.atom.xml"
CATEGORY_FEED_ATOM = None
TRANSLATION_FEED_ATOM = None
AUTHOR_FEED_ATOM = None
AUTHOR_FEED_RSS = None
AUTHOR_SAVE_AS = ""
CATEGORY_SAVE_AS = ""
TAG_SAVE_AS = ""
DIRECT_TEMPLATES: list[str] = []
STATIC_PATHS = ["extra"]  # content/extra/ is copied to the root of the site, such as CNAME
THEME_STATIC_PATHS: list[str] = []
READERS = {"html": None, "rst": None}
DELETE_OUTPUT_DIRECTORY = False
