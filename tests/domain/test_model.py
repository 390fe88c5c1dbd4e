"""Types of the schema: addresses, mailboxes, dates and booleans as editors write them."""

import datetime

import pytest
from pydantic import ValidationError

from mvo_catalogue.domain.model import is_contact, is_mailbox, is_secure_url, is_url, read_boolean, read_day
from tests.factories import make_practice

SAFE = [
    "https://example.org",
    "http://example.org/a/b.html",
    "https://www.example.org:8443/a?b=1%262&c=d%20e#f",
    "https://example.org/~naam/(haakjes)",
    "HTTPS://EXAMPLE.ORG/",
    "https://xn--caf-dma.example.nl/é",
]
UNSAFE = [
    "",
    "example.org",
    "www.example.org/pad",
    "//example.org",
    "/pad",
    "javascript:alert(1)",
    "JavaScript:alert(1)",
    "data:text/html,<b>",
    "ftp://example.org",
    "mailto:info@example.org",
    "https://",
    "https://localhost/",
    "https://.",
    "https://[::1/",
    "https://example.org:poort/",
    "https://naam@example.org/",
    "https://naam:geheim@example.org/",
    "https://example.org/met spatie",
    "https://example.org/a\nb",
    'https://example.org/"onclick="x',
    "https://example.org/<b>",
    "https://example.org\\@kwaad.example.net/",
]


@pytest.mark.parametrize("address", SAFE)
def test_full_web_addresses_are_accepted(address):
    assert is_url(address)


@pytest.mark.parametrize("address", UNSAFE)
def test_other_addresses_are_refused(address):
    """Incomplete ones, those with a password, and those that could break out of an attribute."""
    assert not is_url(address)


def test_a_website_has_https():
    assert is_secure_url("https://example.org")
    assert not is_secure_url("http://example.org")


@pytest.mark.parametrize("mailbox", ["info@example.org", "mvo+catalogus@post.example.org", "a_b-c.d@ex-am.nl"])
def test_a_plain_mailbox_is_accepted_after_mailto(mailbox):
    assert is_mailbox(mailbox)
    assert is_contact(mailbox)


@pytest.mark.parametrize(
    "text",
    [
        "info",
        "info@",
        "@example.org",
        "info@example",
        "a@b@example.org",
        "info@example.org?bcc=ander@example.org",
        "info@example.org,ander@example.org",
        "javascript:alert(1)@example.org",
        "Info <info@example.org>",
        "info @example.org",
        "info@example..org",
        'a"b@example.org',
    ],
)
def test_a_mailto_with_headers_or_several_receivers_is_refused(text):
    assert not is_mailbox(text)
    assert not is_contact(text)


def test_a_web_address_with_an_at_sign_is_no_mailbox():
    assert not is_mailbox("https://example.org/@mvo")
    assert is_contact("https://example.org/@mvo")


@pytest.mark.parametrize(
    "text", ["21-11-2026", "2026-11", "2026-02-30", "2026-1-1", "20261121", "٢٠٢٦-١١-٢١", "gisteren"]
)
def test_dates_have_one_form(text):
    """Year-month-day of an existing day."""
    with pytest.raises(ValueError, match="day"):
        read_day(text)


def test_a_date_is_parsed():
    assert read_day("2024-02-29") == datetime.date(2024, 2, 29)


@pytest.mark.parametrize("word", ["True", "yes", "ja", "1", "on", ""])
def test_only_true_and_false_are_booleans(word):
    assert read_boolean(word) == word
    assert read_boolean("true") is True
    assert read_boolean("false") is False
    with pytest.raises(ValidationError):
        make_practice(concept=word)


def test_entries_are_immutable():
    practice = make_practice()
    with pytest.raises(ValidationError):
        practice.title = "Iets anders"  # type: ignore[misc]  # that it is read-only is the point


def test_surrounding_white_space_is_dropped():
    assert make_practice(titel="  Warm welkom ").title == "Warm welkom"
