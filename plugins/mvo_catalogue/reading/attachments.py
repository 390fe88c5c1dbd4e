"""Inspect a document or picture beside a practice: its real kind, active content, and personal metadata."""

import io
import lzma
import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from mvo_catalogue.domain.attachments import DOCUMENTS, PICTURES, Attachment
from mvo_catalogue.domain.diagnostic import Diagnostic, diagnose
from mvo_catalogue.reading.files import explain

MOST_BYTES = 5_000_000
MOST_PIXELS, LEAST_WIDTH = 40_000_000, 400
_MOST_ABOUT = 1_000_000
"""How many bytes of the metadata of an office document are read."""
_OFFICE = {
    "docx": ("word/document.xml", "docProps/core.xml"),
    "xlsx": ("xl/workbook.xml", "docProps/core.xml"),
    "odt": ("content.xml", "meta.xml"),
    "ods": ("content.xml", "meta.xml"),
}
"""The parts of an office document with its content and its metadata."""
_MACROS = re.compile(r"vbaProject|^Basic/|^Scripts/|oleObject|activeX", re.IGNORECASE)
_ACTIVE = re.compile(rb"/(?:JavaScript|JS|Launch|EmbeddedFile|RichMedia)\b")
_PERSON = re.compile(rb"<(dc:creator|cp:lastModifiedBy|meta:initial-creator)>([^<]*[^<\s][^<]*)</")
_AUTHOR = re.compile(rb"/Author\s*\(([^)]*[^)\s][^)]*)\)")
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    OSError,
    EOFError,
    ValueError,
    NotImplementedError,
    RuntimeError,
)
"""What reading an archive in memory can raise when it is cut off, damaged, encrypted or of an unknown compression."""
_ABOUT_PICTURE = ("exif", "xmp", "photoshop")


def read_attachment(location: Path, path: str) -> tuple[Attachment, list[Diagnostic]]:
    """Return a document or picture with its diagnostics; ``path`` is its name in the report."""
    attachment = Attachment(location.name, path)
    try:
        attachment = replace(attachment, size=location.stat().st_size)
        if attachment.size > MOST_BYTES:
            return attachment, [_say(path, "too-large", most=MOST_BYTES // 1_000_000)]
        if attachment.is_picture:
            return _read_picture(location, attachment)
        check = _check_pdf if attachment.suffix == "pdf" else _check_office
        return attachment, list(check(location, attachment))
    except OSError as error:
        return attachment, [diagnose(path, 1, 1, "file-unreadable", "file", why=explain(error))]


def _say(path: str, matter: str, **values: object) -> Diagnostic:
    return diagnose(path, 1, 1, "attached-file", matter, **values)


def _check_pdf(location: Path, attachment: Attachment) -> Iterator[Diagnostic]:
    data = location.read_bytes()
    if not data.startswith(b"%PDF-"):
        yield _say(attachment.path, "other-kind", kind=DOCUMENTS["pdf"])
    elif _ACTIVE.search(data):
        yield _say(attachment.path, "active")
    elif author := _AUTHOR.search(data):
        yield _name_person(attachment.path, author[1])


def _check_office(location: Path, attachment: Attachment) -> Iterator[Diagnostic]:
    (content, about), data = _OFFICE[attachment.suffix], location.read_bytes()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as file:
            names = file.namelist()
            if content not in names or _is_other_office(file, attachment.suffix):
                yield _say(attachment.path, "other-kind", kind=DOCUMENTS[attachment.suffix])
            elif any(map(_MACROS.search, names)):
                yield _say(attachment.path, "active")
            elif about in names and (person := _PERSON.search(_read_part(file, about))):
                yield _name_person(attachment.path, person[2])
    except _BROKEN:
        yield _say(attachment.path, "other-kind", kind=DOCUMENTS[attachment.suffix])


def _is_other_office(file: zipfile.ZipFile, suffix: str) -> bool:
    """Return whether an OpenDocument file is of another kind than its name says: both kinds have the same parts."""
    kinds = {"odt": b"text", "ods": b"spreadsheet"}
    return suffix in kinds and _read_part(file, "mimetype") != b"application/vnd.oasis.opendocument." + kinds[suffix]


def _read_part(file: zipfile.ZipFile, name: str) -> bytes:
    """Return the beginning of a part, however large it unpacks; ``b""`` if it is missing."""
    with suppress(KeyError), file.open(name) as part:
        return part.read(_MOST_ABOUT)
    return b""


def _name_person(path: str, name: bytes) -> Diagnostic:
    shown = name.decode("utf-8", "replace").replace("\0", "").strip()
    return diagnose(path, 1, 1, "personal-metadata", "document", name=shown)


def _read_picture(location: Path, attachment: Attachment) -> tuple[Attachment, list[Diagnostic]]:
    from PIL import Image, ImageOps  # noqa: PLC0415  # slow to import, and seldom needed

    kind, path = PICTURES[attachment.suffix], attachment.path
    try:
        with Image.open(location, formats=[kind]) as image:
            if image.width * image.height > MOST_PIXELS:
                return attachment, [_say(path, "many-pixels", most=MOST_PIXELS // 1_000_000)]
            about = any(name in image.info for name in _ABOUT_PICTURE)
            pixels = ImageOps.exif_transpose(image).size
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return attachment, [_say(path, "other-kind", kind=kind)]
    found = [_say(path, "small", least=LEAST_WIDTH)] if pixels[0] < LEAST_WIDTH else []
    if about:
        found.append(diagnose(path, 1, 1, "personal-metadata", "picture"))
    return replace(attachment, pixels=pixels), found
