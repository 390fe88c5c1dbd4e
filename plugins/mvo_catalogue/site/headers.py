"""The HTTP headers of the site: one list for pages, nginx and the file ``_headers``."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from mvo_catalogue.site import urls

CONTENT_SECURITY_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; require-trusted-types-for 'script'; trusted-types mvo-script mvo-html"
)
"""A page may load files of the site itself, and nothing inline. The two Trusted Types policies are in
``theme/js/lib/``: ``script-address.js`` and ``parse-html.js``."""

EMBED_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; form-action 'none'; base-uri 'none'; "
    "require-trusted-types-for 'script'; trusted-types 'none'"
)
"""The policy of lists that other sites embed."""

CACHE_FOREVER = "public, max-age=31536000, immutable"
"""For files with a hash in their name."""

CACHE_SHORTLY = "public, max-age=300"
"""For everything else, so that corrections are visible soon."""

SLUG = ":slug"
"""A placeholder for one part of a path, as hosts write it too."""

_OPEN_DATA = (urls.DATA, urls.FEEDS, urls.SEARCH_INDEX, urls.practice_data_path(SLUG))


def pattern(start: str) -> str:
    """Return the regular expression for paths with this start."""
    return re.escape(start).replace(SLUG, "[^/]+")


@dataclass(frozen=True)
class Header:
    """A header and its default value; ``""`` is not sent.

    ``elsewhere`` has other values by the start of a path (`pattern`); ``least`` is the value that holds for any path.
    Without ``on_parts`` it is not sent with styles, data and images, for which it means nothing and costs bytes.
    """

    name: str
    value: str
    elsewhere: Mapping[str, str] = field(default_factory=dict)
    on_parts: bool = True
    least: str = ""

    def at(self, path: str) -> str:
        """Return the value for a path of the site."""
        return next((value for start, value in self.elsewhere.items() if re.match(pattern(start), path)), self.value)


HEADERS = (
    # The policy that pages have too, with frame-ancestors, which only works in a header.
    Header(
        "Content-Security-Policy",
        f"{CONTENT_SECURITY_POLICY}; frame-ancestors 'none'",
        {urls.EMBED: f"{EMBED_POLICY}; frame-ancestors *"},
        on_parts=False,
        least=CONTENT_SECURITY_POLICY,
    ),
    Header("Cross-Origin-Opener-Policy", "same-origin", on_parts=False),
    Header("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()", on_parts=False),
    # Not for pictures and data, which other sites may use.
    Header("Cross-Origin-Resource-Policy", "", {urls.ASSETS: "same-origin"}),
    Header("Access-Control-Allow-Origin", "", dict.fromkeys(_OPEN_DATA, "*")),
    Header("Referrer-Policy", "strict-origin-when-cross-origin"),
    Header("Strict-Transport-Security", "max-age=31536000"),
    Header("X-Content-Type-Options", "nosniff"),
)
