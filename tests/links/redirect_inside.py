"""Run where 9.9.9.9 is this machine: print the answers for redirects to private addresses, and the requests."""

import threading
import time

from mvo_catalogue.links.check import Checker
from mvo_catalogue.links.client import RequestSettings
from tests.links.conftest import Site, status


def main() -> None:
    """Request pages of a public site that redirect to this machine, by address and by name, and to a cloud."""
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
