"""Checking the documents and pictures beside a practice."""

import io
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from mvo_catalogue.build_cache import BuildCache
from mvo_catalogue.reading.attachments import LEAST_WIDTH, MOST_BYTES, read_attachment
from mvo_catalogue.site.attached import make_picture

ODT, DOCX = "content.xml", "word/document.xml"


def packed(*parts: tuple[str, str], how: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return an archive with these parts."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", how) as file:
        for name, text in parts:
            file.writestr(name, text)
    return stream.getvalue()


def picture(kind: str, width: int = LEAST_WIDTH, turned: bool = False) -> bytes:
    """Return a picture twice as wide as high; ``turned`` with the metadata of a phone."""
    stream, image = io.BytesIO(), Image.new("RGB", (width, width // 2))
    about = {"exif": Image.Exif()} if turned else {}
    if turned:
        about["exif"][274] = 6
    image.save(stream, kind, **about)
    return stream.getvalue()


TEXT = ("mimetype", "application/vnd.oasis.opendocument.text")
SHEET = ("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
GOOD = {
    "a.pdf": b"%PDF-1.7 /Author () /Title (JS)",
    "a.docx": packed((DOCX, ""), ("docProps/core.xml", "<dc:creator></dc:creator>")),
    "a.xlsx": packed(("xl/workbook.xml", "")),
    "a.odt": packed(TEXT, (ODT, "")),
    "a.ods": packed(SHEET, (ODT, "")),
    "a.jpg": picture("JPEG"),
    "a.png": picture("PNG"),
    "a.webp": picture("WEBP"),
}
SAYS = ((DOCX, ""), ("docProps/core.xml", "<dc:creator> </dc:creator>" + "".join(map(str, range(500)))))
ABOUT = {
    "deflate.docx": packed(*SAYS),
    "bzip2.docx": packed(*SAYS, how=zipfile.ZIP_BZIP2),
    "lzma.docx": packed(*SAYS, how=zipfile.ZIP_LZMA),
}
"""Documents of which more is read, packed in each way that Python knows."""
BAD = [
    ("a.pdf", b"\xd0\xcf\x11\xe0", "geen PDF"),
    ("a.pdf", b"%PDF-1.7 /OpenAction << /S /JavaScript >>", "vanzelf"),
    ("a.pdf", b"%PDF-1.7 /Author (Jan Jansen)", "“Jan Jansen”"),
    ("a.docx", b"PK\3\4stuk", "geen Word"),
    ("a.docx", packed(("xl/workbook.xml", "")), "geen Word"),
    ("a.docx", packed((DOCX, ""), ("word/vbaProject.bin", "")), "vanzelf"),
    ("a.docx", packed((DOCX, ""), ("docProps/core.xml", "<cp:lastModifiedBy>J. de Wit</cp:x>")), "“J. de Wit”"),
    ("a.odt", packed(SHEET, (ODT, "")), "geen ODT"),
    ("a.odt", packed(TEXT, (ODT, ""), ("Basic/x.xml", "")), "vanzelf"),
    ("a.odt", packed(TEXT, (ODT, ""), ("meta.xml", "<dc:creator>Jan</dc:creator>")), "“Jan”"),
    ("a.png", picture("JPEG"), "geen PNG"),
    ("a.jpg", picture("JPEG")[:200], "geen JPEG"),
    ("a.jpg", picture("JPEG", turned=True), "van het toestel"),
    ("a.png", picture("PNG", LEAST_WIDTH - 1), "smaller"),
    ("a.pdf", b"%PDF-" + b"x" * MOST_BYTES, "groter dan 5 MB"),
]


@pytest.fixture
def say(tmp_path):
    """Return ``say(name, data)``: the attachment and its messages."""

    def say(name: str, data: bytes):
        (tmp_path / name).write_bytes(data)
        attachment, found = read_attachment(tmp_path / name, f"content/practices/x/{name}")
        return attachment, " ".join(item.message for item in found)

    return say


@pytest.mark.parametrize("name", GOOD)
def test_ordinary_files_are_accepted(say, name):
    """Of every kind, made by common programs."""
    attachment, said = say(name, GOOD[name])
    assert (said, attachment.size) == ("", len(GOOD[name]))


@pytest.mark.parametrize(("name", "data", "expected"), BAD)
def test_unsafe_or_wrong_files_are_refused(say, name, data, expected):
    """Another type than the name says, active content, an author's name, too large or too small."""
    assert expected in say(name, data)[1]


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    name=st.sampled_from(sorted(GOOD | ABOUT)),
    changes=st.lists(st.tuples(st.integers(0, 2_000), st.integers(0, 255)), max_size=6),
    length=st.integers(1, 5_000),
)
def test_broken_files_raise_no_exception(say, tmp_path, name, changes, length):
    """Damaged or truncated, a file is refused or accepted; an accepted picture can be resized."""
    data = bytearray((GOOD | ABOUT)[name][:length])
    for place, byte in changes:
        data[place % len(data)] = byte
    attachment, said = say(name, bytes(data))
    assert "kan niet worden gelezen" not in said
    if attachment.pixels and not said:
        (tmp_path / "small.webp").write_bytes(make_picture(tmp_path / name, (8, 4), BuildCache(tmp_path / "kept")))


def test_the_size_of_a_picture_respects_its_orientation(say):
    """Phones store the rotation in the metadata."""
    assert say("a.jpg", picture("JPEG"))[0].pixels == (400, 200)
    assert say("a.jpg", picture("JPEG", 800, turned=True))[0].pixels == (400, 800)


def test_a_zip_bomb_is_read_to_a_limit(say):
    bomb = packed((DOCX, ""), ("docProps/core.xml", "<dc:creator> </dc:creator>" + " " * 50_000_000))
    assert len(bomb) < 100_000
    assert say("a.docx", bomb)[1] == ""
