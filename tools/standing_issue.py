"""Update the standing issue of a GitLab project with a text: ``python -m tools.standing_issue .build/upkeep.md``.

GitHub has a program for this on its build servers (.github/workflows/upkeep.yml). Only the standard library; the rights
are those of ``ONDERHOUD_TOKEN``, a project access token with the scope ``api`` and the role Reporter.
"""

from __future__ import annotations

import json
import os
import sys
import urllib.request
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

LABEL, TITLE = "onderhoud", "Onderhoud van de catalogus"
_PATIENCE = 30  # seconds


def main() -> int:
    """Write the given file to the issue; return 1 without a token, so that the job fails."""
    text = Path(sys.argv[1]).read_text(encoding="utf-8")
    token = os.environ.get("ONDERHOUD_TOKEN")
    if not token:
        print("Er is geen ONDERHOUD_TOKEN, dus dit komt in geen issue. Zie docs/maintaining.md.")
        return 1
    issues = f"{os.environ['CI_API_V4_URL']}/projects/{os.environ['CI_PROJECT_ID']}/issues"
    print(write_issue(issues, token, text))
    return 0


def write_issue(issues: str, token: str, text: str) -> str:
    """Put the text in the oldest issue with the label, reopened if it was closed, or in a new one.

    ``issues`` is the address of the issues of the project in the API; return the address of the issue for people.

    Raises:
        urllib.error.HTTPError: the token may not do this.
    """
    oldest = {"labels": LABEL, "state": "all", "order_by": "created_at", "sort": "asc", "per_page": "1"}
    known = _ask("GET", f"{issues}?{urlencode(oldest)}", token)
    if not known:
        return str(_ask("POST", issues, token, title=TITLE, labels=LABEL, description=text)["web_url"])
    again = {"state_event": "reopen"} if known[0]["state"] == "closed" else {}
    return str(_ask("PUT", f"{issues}/{known[0]['iid']}", token, description=text, **again)["web_url"])


def _ask(method: str, address: str, token: str, **values: str) -> Any:
    body = json.dumps(values).encode() if values else None
    headers = {"PRIVATE-TOKEN": token, "Content-Type": "application/json"}
    request = urllib.request.Request(address, body, headers, method=method)  # noqa: S310  # of GitLab itself
    with urllib.request.urlopen(request, timeout=_PATIENCE) as answer:  # noqa: S310
        return json.load(answer)


if __name__ == "__main__":
    sys.exit(main())
