"""The short form with which a reader reports something, from any page and without a file."""

from __future__ import annotations

from collections.abc import Mapping

from mvo_catalogue.texts import Words, load_words

REPORT_KINDS = ("fout", "overname", "organisatie", "praktijk", "weghalen")
"""What can be reported, as it stands in the address of the form; the last is not for the public."""


class ReportKind(Words):
    """What readers call what they report, and what they are asked to say."""

    label: str
    hint: str


def report_kinds() -> Mapping[str, ReportKind]:
    """Return what can be reported, by its name in the address of the form."""
    return load_words("report", ReportKind, {"kinds": REPORT_KINDS})["kinds"]
