"""Fill in ``deploy/nginx.conf``: ``python -m tools.nginx_conf https://mvo.example.nl /srv/mvo "443 ssl http2"``."""

import string
import sys
from pathlib import Path
from urllib.parse import urlsplit

from mvo_catalogue.site.headers import CACHE_FOREVER, CACHE_SHORTLY, HEADERS, Header, pattern

TEMPLATE = Path(__file__).resolve().parent.parent / "deploy" / "nginx.conf"


def fill_configuration(site_url: str, root: str, listen: str) -> str:
    """Return the configuration for a site at this address, with its files in ``root``/current.

    ``listen`` is the value of that directive of nginx, such as ``443 ssl http2`` or ``127.0.0.1:8080``.
    """
    address = urlsplit(site_url.rstrip("/"))
    names = {
        "LISTEN": listen,
        "SERVER_NAME": address.hostname or "_",
        "ROOT": root,
        "BASE": address.path,
        "CACHE_FOREVER": CACHE_FOREVER,
        "CACHE_SHORTLY": CACHE_SHORTLY,
        "MAPS": "\n".join(_map(header, address.path) for header in HEADERS),
        "ADD_HEADERS": "\n  ".join(f"add_header {header.name} {_variable(header)} always;" for header in HEADERS),
    }
    return string.Template(TEMPLATE.read_text(encoding="utf-8")).safe_substitute(names)


def _map(header: Header, base: str) -> str:
    """Return the ``map`` that gives a variable the value of this header for each response."""
    lines = [] if header.on_parts else ['  ~^1  "";']
    lines += [f'  "~^1?{pattern(base + start)}"  "{value}";' for start, value in header.elsewhere.items()]
    return "\n".join([f'map "$mvo_is_part$uri" {_variable(header)} {{', *lines, f'  default  "{header.value}";', "}"])


def _variable(header: Header) -> str:
    return "$mvo_" + header.name.lower().replace("-", "_")


if __name__ == "__main__":
    sys.stdout.write(fill_configuration(*sys.argv[1:4]))
