"""Read an issue: its text from a file, or the event in which GitHub tells about it."""

from __future__ import annotations

import json
from typing import Any

from mvo_catalogue.contributing.note import Refused

MAX_BODY = 200_000
"""How many characters an issue may have; GitHub itself allows a third of it."""
MAX_EVENT = 5_000_000
"""How many bytes an event may have."""


def decode_body(data: bytes) -> str:
    """Return the text of an issue.

    Raises:
        Refused: it is not UTF-8, or too long.
    """
    try:
        body = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Refused("Dit is geen tekst in UTF-8.") from None
    return _bounded(body)


def read_event(data: bytes) -> str:
    """Return the text of the issue that an event (the JSON of a webhook) is about.

    Raises:
        Refused: it is not such an event, or the text is too long.
    """
    if len(data) > MAX_EVENT:
        raise Refused("Deze gebeurtenis is te groot.")
    try:
        event: Any = json.loads(data)
        body = event["issue"]["body"]
    except (ValueError, KeyError, TypeError, RecursionError):
        raise Refused("Dit is geen gebeurtenis van GitHub over een issue.") from None
    if body is not None and not isinstance(body, str):
        raise Refused("Dit is geen gebeurtenis van GitHub over een issue.")
    return _bounded(body or "")


def _bounded(body: str) -> str:
    if len(body) > MAX_BODY:
        raise Refused(f"Dit issue is te lang: hoogstens {MAX_BODY} tekens.")
    return body
