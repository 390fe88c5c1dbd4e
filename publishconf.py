"""Settings for the site that is published: those of ``pelicanconf.py``, at the address in ``SITEURL``."""

import os
import sys
from pathlib import Path
from urllib.parse import urlsplit

sys.path.insert(0, str(Path(__file__).parent))  # Pelican runs this file without its folder on the path

from pelicanconf import *

SITEURL = os.environ.get("SITEURL", "").rstrip("/")
_parts = urlsplit(SITEURL)
if _parts.scheme not in {"http", "https"} or not _parts.hostname or _parts.query or _parts.fragment:
    raise SystemExit(
        f"SITEURL is {SITEURL!r}. Geef het volledige adres waar de site komt te staan, met https:// ervoor: "
        "make publish SITEURL=https://mvo.example.nl"
    )
RELATIVE_URLS = False
CATALOGUE_FORCES_REDIRECTS = os.environ.get("NETLIFY") == "true"  # set by that host
if not CATALOGUE_MAIL and not CATALOGUE_REPOSITORY:
    raise SystemExit(
        "Op deze site zou niemand te bereiken zijn: CATALOGUE_MAIL en CATALOGUE_REPOSITORY zijn leeg. Geef een"
        " mailadres van uw team mee, het adres van het project, of allebei:"
        " make publish SITEURL=… CATALOGUE_MAIL=mvo@example.nl"
    )
if not CATALOGUE_MAIL and not CATALOGUE_PRIVATE_MAIL:
    sys.stderr.write(
        "Let op: wie vraagt om iets weg te halen, kan dat alleen in het openbaar doen. Geef een mailadres mee:"
        " make publish SITEURL=… CATALOGUE_PRIVATE_MAIL=privacy@example.nl\n"
    )
if not CATALOGUE_REPOSITORY:
    sys.stderr.write(
        "Let op: CATALOGUE_REPOSITORY is leeg. Op de site staan dan geen links naar wat er is veranderd en naar de"
        " broncode. Geef het adres van het project mee: make publish SITEURL=… CATALOGUE_REPOSITORY=https://…\n"
    )
