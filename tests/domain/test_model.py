"""The base of the schema: addresses, mailboxes, days and booleans as editors write them."""

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
def test_full_web_addresses_pass(address):
    """A reader can open such an address."""
    assert is_url(address)


@pytest.mark.parametrize("address", UNSAFE)
def test_other_addresses_are_refused(address):
    """What is no full address, hides a password or could break out of an attribute is refused."""
    assert not is_url(address)


def test_a_website_is_secure():
    """A partner's website starts with https; plain http is refused."""
    assert is_secure_url("https://example.org")
    assert not is_secure_url("http://example.org")


@pytest.mark.parametrize("mailbox", ["info@example.org", "mvo+catalogus@post.example.org", "a_b-c.d@ex-am.nl"])
def test_plain_mailboxes_are_recognised(mailbox):
    """An ordinary address of a mailbox may follow ``mailto:``."""
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
def test_what_could_mean_more_than_a_mailbox_is_refused(text):
    """Neither headers, nor several receivers, nor another scheme gets into a contact."""
    assert not is_mailbox(text)
    assert not is_contact(text)


def test_a_web_address_with_an_at_sign_is_no_mailbox():
    """A contact may be a web address in which an @ happens to stand."""
    assert not is_mailbox("https://example.org/@mvo")
    assert is_contact("https://example.org/@mvo")


@pytest.mark.parametrize(
    "text", ["21-11-2026", "2026-11", "2026-02-30", "2026-1-1", "20261121", "٢٠٢٦-١١-٢١", "gisteren"]
)
def test_days_have_one_form(text):
    """A day is written as year-month-day and exists; nothing else is guessed at."""
    with pytest.raises(ValueError, match="day"):
        read_day(text)


def test_a_day_becomes_a_date():
    """The one form of a day is read as that day."""
    assert read_day("2024-02-29") == datetime.date(2024, 2, 29)


@pytest.mark.parametrize("word", ["True", "yes", "ja", "1", "on", ""])
def test_only_true_and_false_are_booleans(word):
    """Other words for yes and no stay text, so that the schema refuses them."""
    assert read_boolean(word) == word
    assert read_boolean("true") is True
    assert read_boolean("false") is False
    with pytest.raises(ValidationError):
        make_practice(concept=word)


def test_entries_never_change():
    """A model cannot be changed after it was made."""
    practice = make_practice()
    with pytest.raises(ValidationError):
        practice.title = "Iets anders"  # type: ignore[misc]  # that it is read-only is the point


def test_surrounding_white_space_is_dropped():
    """Spaces around a text are no part of it."""
    assert make_practice(titel="  Warm welkom ").title == "Warm welkom"
