"""The record of a build."""

import dataclasses
import json

from mvo_catalogue.exports.site_files import build_record
from tests.factories import make_catalogue, make_practice, make_site


def test_the_record_has_address_commit_and_counts() -> None:
    """Without the commit in a build outside git."""
    catalogue = make_catalogue([make_practice()])
    site = make_site(catalogue)
    record = json.loads(build_record(catalogue, site, 42))

    assert record["adres"] == site.url
    assert record["dag"] == site.today.isoformat()
    assert (record["praktijken"], record["paginas"]) == (1, 42)
    assert "commit" not in record
    assert json.loads(build_record(catalogue, dataclasses.replace(site, commit="ab12"), 42))["commit"] == "ab12"
