"""What each page is made from, as a digest: what its template gets, and what all templates can reach."""

import copyreg
import io
import pickle
from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from mvo_catalogue.domain.model import Entry
from mvo_catalogue.keeper import digest_of
from mvo_catalogue.pages.plan import PagePlan
from mvo_catalogue.schema.tree import MODELS
from mvo_catalogue.site.site import Site
from mvo_catalogue.wiring.inputs import digest_common

_VARYING = ("today", "build", "commit", "practice_count", "partner_count", "last_changed")
"""What of `Site` differs from build to build."""


class PageInputs:
    """Digests of what pages are made from.

    Of an entry that a page gets the whole counts, since a template may ask for any field of it.
    """

    def __init__(self, settings: dict[str, Any], site: Site) -> None:
        """Look at what all pages have in common; ``settings`` are those in effect."""
        self._common = digest_common(settings, {name: getattr(site, name) for name in _VARYING})
        self._entries: dict[int, bytes] = {}
        self._stand_ins = copyreg.dispatch_table | dict.fromkeys(MODELS.values(), self._stand_in)

    def digest(self, page: PagePlan, context: Mapping[str, Any]) -> bytes:
        """Return a digest of all that the template of a page gets; ``context`` is what the page gives it."""
        shown = {field.name: getattr(page, field.name) for field in fields(page) if field.name != "context"}
        return digest_of(self._common, _write_down((shown, context), self._stand_ins))

    def _stand_in(self, entry: Entry) -> tuple[Any, ...]:
        if id(entry) not in self._entries:  # it lives as long as the catalogue
            self._entries[id(entry)] = digest_of(_write_down(entry, copyreg.dispatch_table))
        return bytes, (self._entries[id(entry)],)


def _write_down(value: Any, stand_ins: Mapping[Any, Any]) -> bytes:
    """Return a value as bytes that nobody reads back: the same for equal values, whatever their parts share."""
    stream = io.BytesIO()
    pickler = pickle.Pickler(stream)
    pickler.fast = True  # else what is one and the same object is named by a number
    pickler.dispatch_table = stand_ins
    pickler.dump(value)
    return stream.getvalue()
