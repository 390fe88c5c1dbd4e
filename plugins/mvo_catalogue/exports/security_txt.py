"""Where somebody who finds a leak can report it: ``security.txt``, as RFC 9116 has it."""

from __future__ import annotations

import datetime

from mvo_catalogue.site import urls
from mvo_catalogue.site.site import Site

_VALID = datetime.timedelta(days=364)
"""A file says how long it counts; the standard advises less than a year."""


def build_security_txt(site: Site) -> str:
    """Return the file, ``""`` when nobody can be reached: the site has neither a mailbox nor a public project."""
    ways = [f"mailto:{site.removal_mail}"] if site.removal_mail else []
    ways += [site.repository] if site.repository else []
    if not ways:
        return ""
    lines = [f"Contact: {way}" for way in ways]
    lines += [
        f"Expires: {(site.today + _VALID).isoformat()}T00:00:00Z",
        "Preferred-Languages: nl, en",
        f"Canonical: {site.absolute(urls.SECURITY_TXT)}",
    ]
    return "\n".join(lines) + "\n"
