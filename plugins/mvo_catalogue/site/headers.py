"""What every answer of a server says besides its bytes: the one list, for pages, nginx and the file ``_headers``."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from mvo_catalogue.site import urls

CONTENT_SECURITY_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; require-trusted-types-for 'script'; trusted-types mvo-script mvo-html"
)
"""What a page may load: files of the site itself, and nothing inline. Text becomes a script or markup by two doors in
``theme/js/lib/`` alone: ``script-address.js`` and ``parse-html.js``."""

EMBED_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; form-action 'none'; base-uri 'none'; "
    "require-trusted-types-for 'script'; trusted-types 'none'"
)
"""What a list may load that stands in a frame on another site."""

CACHE_FOREVER = "public, max-age=31536000, immutable"
"""For a file with a hash in its name."""

CACHE_SHORTLY = "public, max-age=300"
"""For everything else, so that a correction is seen soon."""

SLUG = ":slug"
"""Stands for any one name in a path, as hosts write it too."""

_OPEN_DATA = (urls.DATA, urls.FEEDS, urls.SEARCH_INDEX, urls.practice_data_path(SLUG))


def pattern(start: str) -> str:
    """Return the regular expression for paths that start so."""
    return re.escape(start).replace(SLUG, "[^/]+")


@dataclass(frozen=True)
class Header:
    """A header and its value; ``""`` is not sent.

    ``elsewhere`` has its values at paths that start with another path (`pattern`); ``least`` is what can be said of any
    path beside its own value. Not ``on_parts``: it means nothing for what only a page can use (styles, data, pictures
    in pixels), where it would be bytes on the way of the first paint.
    """

    name: str
    value: str
    elsewhere: Mapping[str, str] = field(default_factory=dict)
    on_parts: bool = True
    least: str = ""

    def at(self, path: str) -> str:
        """Return the value at a path of the site."""
        return next((value for start, value in self.elsewhere.items() if re.match(pattern(start), path)), self.value)


HEADERS = (
    # The policy of every page, with frame-ancestors, which only works as a header: who may show the page in a frame.
    Header(
        "Content-Security-Policy",
        f"{CONTENT_SECURITY_POLICY}; frame-ancestors 'none'",
        {urls.EMBED: f"{EMBED_POLICY}; frame-ancestors *"},
        on_parts=False,
        least=CONTENT_SECURITY_POLICY,
    ),
    Header("Cross-Origin-Opener-Policy", "same-origin", on_parts=False),
    Header("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()", on_parts=False),
    # Not of pictures and data, which others may show.
    Header("Cross-Origin-Resource-Policy", "", {urls.ASSETS: "same-origin"}),
    Header("Access-Control-Allow-Origin", "", dict.fromkeys(_OPEN_DATA, "*")),
    Header("Referrer-Policy", "strict-origin-when-cross-origin"),
    Header("Strict-Transport-Security", "max-age=31536000"),
    Header("X-Content-Type-Options", "nosniff"),
)
