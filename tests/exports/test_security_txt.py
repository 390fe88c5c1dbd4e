"""The file security.txt."""

import dataclasses
import datetime

from mvo_catalogue.exports.site_files import build_security_txt
from tests.factories import make_site


def test_security_txt_has_contact_and_expiry() -> None:
    """Less than a year ahead."""
    site = dataclasses.replace(make_site(), mail="mvo@example.nl")
    lines = [line.partition(": ")[::2] for line in build_security_txt(site).splitlines()]

    assert [value for name, value in lines if name == "Contact"] == ["mailto:mvo@example.nl", site.repository]
    (expires,) = [datetime.datetime.fromisoformat(value) for name, value in lines if name == "Expires"]
    assert datetime.timedelta(300) < expires.date() - site.today < datetime.timedelta(365)
    assert ("Canonical", f"{site.url}/.well-known/security.txt") in lines


def test_without_contact_there_is_no_security_txt() -> None:
    assert build_security_txt(dataclasses.replace(make_site(), repository="")) == ""
