"""The files that come with a practice: materials to take over, and pictures in several widths."""

import io
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from mvo_catalogue.build_cache import BuildCache, digest_of
from mvo_catalogue.domain.attachments import DOCUMENTS, Attachment
from mvo_catalogue.domain.catalogue import Catalogue
from mvo_catalogue.domain.entries import Material, Picture, Practice
from mvo_catalogue.site.urls import attached_path, material_path

WIDTHS = (480, 960)
"""The widths of published pictures, in pixels; smaller pictures are not enlarged."""
_QUALITY = 78


class MaterialView(NamedTuple):
    """A material in a list; ``path`` is its path on this site, ``address`` its address elsewhere."""

    title: str
    path: str
    address: str
    kind: str
    licence: str | None
    notes: list[str]


class PictureView(NamedTuple):
    """A picture: its files as (path, width), the largest last, the size of that one, and its credit line."""

    files: list[tuple[str, int]]
    width: int
    height: int
    alt: str
    credit: str


def list_materials(practice: Practice, catalogue: Catalogue) -> list[MaterialView]:
    """Return the materials of a practice, then those of other practices for the same instrument."""
    return [_view_material(*one, catalogue) for one in catalogue.materials_of(practice)]


def list_texts_of(practices: Iterable[Practice], catalogue: Catalogue) -> list[MaterialView]:
    """Return the materials of these practices that are texts on this site."""
    found = ((practice, material) for practice in practices for material, _ in list_texts(practice, catalogue))
    return [_view_material(practice, material, catalogue) for practice, material in found]


def _view_material(practice: Practice, material: Material, catalogue: Catalogue) -> MaterialView:
    file = catalogue.attachments[practice.slug][material.file] if material.file else None
    maker = f"gemaakt door {material.maker}" if material.maker else ""
    notes = (material.kind.label, _size_words(file) if file else "", maker, licence_words(material.licence))
    path = _path(practice.slug, file) if file else ""
    known, address = list(filter(None, notes)), material.url or ""
    return MaterialView(material.title, path, address, material.kind.label, material.licence, known)


def licence_words(licence: str | None) -> str:
    """Return a licence as text, ``""`` when unknown; CC0 is described without its name."""
    if not licence:
        return ""
    return "vrij te gebruiken, ook zonder bron" if licence.upper().startswith("CC0") else f"licentie {licence}"


def _path(slug: str, file: Attachment) -> str:
    return material_path(slug, file.stem) if file.is_text else attached_path(slug, file.name)


def _size_words(file: Attachment) -> str:
    """Return the format and size of a document; ``""`` for a text, which has a page."""
    if file.is_text:
        return ""
    kilobytes = max(1, round(file.size / 1000))
    size = f"{kilobytes} kB" if kilobytes < 1000 else f"{kilobytes / 1000:.1f} MB".replace(".", ",")
    return f"{DOCUMENTS[file.suffix]}, {size}"


def list_texts(practice: Practice, catalogue: Catalogue) -> Iterator[tuple[Material, Attachment]]:
    """Yield the materials that are texts on this site, each with its file."""
    files = catalogue.attachments.get(practice.slug, {})
    for material in practice.materials:
        if material.file and files[material.file].is_text:
            yield material, files[material.file]


def list_pictures(practice: Practice, catalogue: Catalogue) -> list[PictureView]:
    """Return the pictures of a practice."""
    files = catalogue.attachments.get(practice.slug, {})
    return [_view_picture(picture, practice.slug, files[picture.file]) for picture in practice.pictures]


def _view_picture(picture: Picture, slug: str, file: Attachment) -> PictureView:
    sizes = _sizes(file)
    credit = " · ".join(filter(None, [picture.maker or "", picture.licence.label]))
    published = [(_picture_path(slug, file, width), width) for width, _ in sizes]
    return PictureView(published, *sizes[-1], picture.alt, credit)


def _sizes(file: Attachment) -> list[tuple[int, int]]:
    """Return the width and height of each published copy of a picture, the smallest first."""
    assert file.pixels is not None  # the check requires it
    width, height = file.pixels
    widths = sorted({min(one, width) for one in WIDTHS})
    return [(one, max(1, round(height * one / width))) for one in widths]


def _picture_path(slug: str, file: Attachment, width: int) -> str:
    return attached_path(slug, f"{file.stem}-{file.suffix}-{width}.webp")  # tuin.jpg and tuin.png are two pictures


def list_attached_files(catalogue: Catalogue, project: Path) -> Iterator[tuple[str, Path, tuple[int, int] | None]]:
    """Yield the path of each published file, its source file, and the width and height of a picture."""
    for practice in catalogue.practices.values():
        files = catalogue.attachments.get(practice.slug, {})
        for material in practice.materials:
            if material.file:
                yield attached_path(practice.slug, material.file), project / files[material.file].path, None
        for picture in practice.pictures:
            file = files[picture.file]
            for size in _sizes(file):
                yield _picture_path(practice.slug, file, size[0]), project / file.path, size


def make_picture(source: Path, size: tuple[int, int], build_cache: BuildCache) -> bytes:
    """Return a copy of a picture in this width and height, upright and without metadata."""
    name = f"pictures/{digest_of(source).hex()[:32]}-{size[0]}.webp"
    return build_cache.get_or_make(name, digest_of(source, f"{size} {_QUALITY}"), lambda: _shrink(source, size))


def _shrink(source: Path, size: tuple[int, int]) -> bytes:
    from PIL import Image, ImageOps  # noqa: PLC0415  # slow to import, and most builds have all pictures in the cache

    with Image.open(source) as image:
        upright = ImageOps.exif_transpose(image)
        plain = upright.convert("RGBA" if upright.has_transparency_data else "RGB").resize(size)
    stream = io.BytesIO()
    plain.save(stream, "WEBP", quality=_QUALITY, method=6, exif=b"", xmp=b"", icc_profile=b"")
    return stream.getvalue()
