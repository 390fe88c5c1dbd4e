"""Why a site is not built: what is said in one Dutch sentence to whoever builds it."""

from __future__ import annotations

from mvo_catalogue.pages.assets import MissingAssets
from mvo_catalogue.reports.text import text_lines
from mvo_catalogue.search.compounds import MissingDictionary
from mvo_catalogue.site.site import InvalidSiteUrl
from mvo_catalogue.texts import BrokenTexts
from mvo_catalogue.validation.report import Report


class InvalidCatalogue(Exception):
    """The content has errors; the message is the whole report."""

    def __init__(self, report: Report) -> None:
        """Keep the report."""
        super().__init__("\n".join(text_lines(report.without_tips())))
        self.report = report


class UnsupportedSetting(Exception):
    """A setting of Pelican that this site cannot do anything with."""


REFUSALS = (BrokenTexts, InvalidCatalogue, InvalidSiteUrl, MissingAssets, MissingDictionary, UnsupportedSetting)
"""Errors whose message says all there is to say."""
