"""Run where 9.9.9.9 is this machine: print what comes of a public site that redirects inside, and what was asked."""

import threading
import time

from mvo_catalogue.links.check import Checker
from mvo_catalogue.links.client import RequestSettings
from tests.links.conftest import Site, status


def main() -> None:
    """Ask a public site for pages that stand elsewhere: on this machine by number and by name, and in a cloud."""
    site = Site("0.0.0.0")
    inside = {
        "/zelf": site.url("/binnen"),
        "/naam": site.url("/binnen", "localhost"),
        "/verpakt": site.url("/binnen", "[::ffff:127.0.0.1]"),
        "/metadata": "http://169.254.169.254/latest/",
    }
    site.pages = {path: status(302, Location=address) for path, address in inside.items()}
    threading.Thread(target=site.serve_forever, daemon=True).start()
    checker = Checker(RequestSettings("x", pause=0.0, deadline=5.0))
    answers = [checker.check(site.url(path, "9.9.9.9"), time.monotonic() + 60).rule for path in inside]
    print(*answers, sorted(site.paths))


if __name__ == "__main__":
    main()
