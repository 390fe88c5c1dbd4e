"""The record of a build."""

import dataclasses
import json

from mvo_catalogue.exports.site_files import build_record
from tests.factories import make_catalogue, make_practice, make_site


def test_the_record_says_what_was_built_and_leaves_out_what_is_not_known() -> None:
    """A maintainer sees which version is live, and how much is in it; a build outside git has no commit."""
    catalogue = make_catalogue([make_practice()])
    site = make_site(catalogue)
    record = json.loads(build_record(catalogue, site, 42))

    assert record["adres"] == site.url
    assert record["dag"] == site.today.isoformat()
    assert (record["praktijken"], record["paginas"]) == (1, 42)
    assert "commit" not in record
    assert json.loads(build_record(catalogue, dataclasses.replace(site, commit="ab12"), 42))["commit"] == "ab12"
