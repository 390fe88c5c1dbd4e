"""Finding a package in a mail of any program, an issue of any forge, or a copied text."""

import email.policy
import html
import json
from email.message import EmailMessage

import pytest

from mvo_catalogue.reading.mails import read_package
from mvo_catalogue.reading.package import BrokenPackage, Package, PackedFile
from tests.package import write_package
from tests.reading.test_package import PACKAGE, quoted, wrapped

TEXT = write_package(PACKAGE)
OTHER = write_package(Package((PackedFile("content/practices/ander.md", "x\n"),)))
POLICY = email.policy.SMTP


def mail(*, coding: str = "quoted-printable", body: str = f"Beste redactie,\n\n{TEXT}\nGroet") -> EmailMessage:
    """Return a mail with a plain body."""
    message = EmailMessage(POLICY)
    message["From"], message["To"], message["Subject"] = "Els <els@example.org>", "mvo@example.org", "Nieuw: één ✓"
    message.set_content(body, cte=coding)
    return message


def with_html(body: str, plain: str = "") -> bytes:
    """Return a mail with an HTML body, and a plain one when that is given."""
    message = mail(body=plain) if plain else EmailMessage(POLICY)
    if plain:
        message.add_alternative(body, subtype="html")
    else:
        message["Subject"] = "x"
        message.set_content(body, subtype="html")
    return message.as_bytes()


def attached(name: str, kind: tuple[str, str]) -> bytes:
    """Return a mail with the package as a file."""
    message = mail(body="In de bijlage.")
    message.add_attachment(TEXT.encode(), maintype=kind[0], subtype=kind[1], filename=name)
    return message.as_bytes()


def flowed(text: str, *, drops_space: bool) -> bytes:
    """Return a mail with format=flowed: a space at the end of a line continues it."""
    lines = []
    for line in text.split("\n"):
        parts = wrapped(line, 70, drop_whitespace=False, break_long_words=False).split("\n")
        stuffed = [f" {part}" if part.startswith((" ", ">", "From ")) else part for part in parts]
        lines += [*(f"{part} " if drops_space else part for part in stuffed[:-1]), stuffed[-1].rstrip()]
    how = "; delsp=yes" if drops_space else ""
    kind = f"text/plain; charset=utf-8; format=flowed{how}"
    head = f"From: els@example.org\nContent-Type: {kind}\nContent-Transfer-Encoding: 8bit\n\n"
    return (head + "\n".join(lines)).replace("\n", "\r\n").encode()


def escaped(line: str) -> str:
    """Return a line as programs write it in HTML, with spaces that stay."""
    return html.escape(line).replace("  ", "&nbsp; ").replace("\n ", "\n&nbsp;")


LINES = TEXT.split("\n")
EMPTY = "<o:p>&nbsp;</o:p>"
PARAGRAPHS = (f'<p class="MsoNormal"><span>{escaped(line) or EMPTY}</span></p>' for line in LINES)
OUTLOOK = f"<html><head><style>p {{margin:0}}</style></head><body>{'  '.join(PARAGRAPHS)}</body></html>"
BREAK = "<br>"
GMAIL = f"<div><div>Hoi</div>{''.join(f'<div>{escaped(line) or BREAK}</div>' for line in LINES)}</div>"
BREAKS = f"<blockquote>{'<br> '.join(map(escaped, LINES))}</blockquote>"
PRE = f"<p>Hoi,</p><pre>{html.escape(TEXT)}</pre>"
LINKED = PRE.replace(
    "https://example.org/", '<a href="https://eur01.safelinks.example/?url=x">https://example.org/</a>'
)

SAVED = {
    "quoted-printable": mail().as_bytes(),
    "base64": mail(coding="base64").as_bytes(),
    "eight bits": mail(coding="8bit").as_bytes(),
    "answered": mail(body=f"Zie onder.\n\nEls schreef:\n{quoted(TEXT)}").as_bytes(),
    "line ends of Unix": mail().as_bytes().replace(b"\r\n", b"\n"),
    "a box with mails": b"From els@example.org Mon Nov 30 2026\n" + mail().as_bytes(),
    "flowed": flowed(TEXT, drops_space=False),
    "flowed, without the space": flowed(TEXT, drops_space=True),
    "flowed, answered": flowed(quoted(TEXT), drops_space=False),
    "only HTML, of Outlook": with_html(OUTLOOK),
    "only HTML, of Gmail": with_html(GMAIL),
    "only HTML, with breaks": with_html(BREAKS),
    "only HTML, as it was copied": with_html(PRE),
    "only HTML, with links": with_html(LINKED),
    "two bodies, the plain one spoilt": with_html(PRE, TEXT.replace("\n  ", "\n").replace("Buren", "Buren*")),
    "a text as attachment": attached("voorstel.txt", ("text", "plain")),
    "a file as attachment": attached("voorstel.md", ("application", "octet-stream")),
    "GitHub": json.dumps(
        {"action": "labeled", "issue": {"title": "x", "number": 3, "body": TEXT.replace("\n", "\r\n")}}
    ).encode(),
    "GitLab": json.dumps([{"iid": 3, "description": f"Hoi\n\n{TEXT}", "labels": []}]).encode(),
    "the body of an issue": f"### Uw voorstel\r\n\r\n```markdown\r\n{TEXT}\r\n```\r\n".encode(),
    "Notepad": TEXT.encode("utf-16"),
    "an old mark of UTF-8": b"\xef\xbb\xbf" + TEXT.encode(),
    "a page that was saved": PRE.encode(),
    "the same twice": f"{TEXT}\n\n{quoted(TEXT)}".encode(),
}


@pytest.mark.parametrize("data", SAVED.values(), ids=SAVED)
def test_the_package_is_found_byte_for_byte(data):
    package = read_package(data)

    assert package.damage == ()
    assert package.content == PACKAGE.content


def test_a_forwarded_mail_is_read():
    outer = mail(body="Zie bijlage.")
    outer.add_attachment(mail())

    assert read_package(outer.as_bytes()).content == PACKAGE.content


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "hier staat geen pakket"),
        (b"\x89PNG\r\n\x1a\n\0\0\0", "hier staat geen pakket"),
        (b"[" * 100_000, "hier staat geen pakket"),
        (mail(body="Hallo").as_bytes(), "hier staat geen pakket"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(99), r"bericht van Outlook \(\.msg\)"),
        (b"PK\x03\x04" + bytes(99), "een zip of een bestand van Word"),
        (b"%PDF-1.7 x", "een pdf"),
        (b'Subject: x\nContent-Disposition: attachment; filename="plan.docx"\n\nHallo', "een bijlage: “plan.docx”"),
        (b"---\ntitel: x\n---\n", "een los bestand, en geen pakket"),
        (mail(body="Hoi,\n\n---\ntitel: x\n---\n\nGroet").as_bytes(), "een los bestand, en geen pakket"),
        (b"<html>" + b"<!--<" * 2_000_000, "hier staat geen pakket"),
        (TEXT[:300].encode(), "ontbreekt een stuk"),
        (f"{TEXT}\n{OTHER}".encode(), "twee verschillende pakketten"),
        (f"{TEXT.replace('Buren', 'Wij')}\n{quoted(TEXT)}".encode(), "twee verschillende pakketten"),
        (json.dumps({"body": TEXT, "comments": [{"body": OTHER}]}).encode(), "twee verschillende pakketten"),
    ],
)
def test_no_package_or_two_packages_are_refused(data, said):
    """Also a part of one, or an older one beside it: a person has to choose."""
    with pytest.raises(BrokenPackage, match=said):
        read_package(data)
