"""The file of a new entry: a name that fits, and a place where nothing was before."""

from __future__ import annotations

from pathlib import Path

from mvo_catalogue.contributing.note import Refused
from mvo_catalogue.domain.model import RESERVED_SLUGS
from mvo_catalogue.reading.markdown import make_slug
from mvo_catalogue.reading.text import explain

LONGEST_SLUG = 80
"""How long a name is that is made from a title."""


def shorten_slug(title: str) -> str:
    """Return the slug of a title, cut off after a whole word; ``""`` without a letter that fits in an address."""
    slug = make_slug(title)
    if len(slug) > LONGEST_SLUG:
        slug = slug[: LONGEST_SLUG + 1].rpartition("-")[0] or slug[:LONGEST_SLUG]
    return slug


def choose_slug(kind: str, title: str) -> str:
    """Return the slug of a new entry of ``kind`` with this title.

    Raises:
        Refused: there is no letter in the title that fits in a name, or the site uses the name itself.
    """
    slug = shorten_slug(title)
    if not slug or slug in RESERVED_SLUGS.get(kind, ()):
        raise Refused("Van deze titel kan geen bestandsnaam worden gemaakt. Kies een titel met meer letters.")
    return slug


def write_new_file(content_dir: Path, kind: str, slug: str, text: str) -> Path:
    """Write the file of a new entry and return its path; what is there is never written over.

    Raises:
        Refused: there is such a file already, or it cannot be made.
    """
    folder = content_dir / kind
    path = folder / f"{slug}.md"
    if not content_dir.is_dir() or content_dir.is_symlink() or folder.is_symlink():
        raise Refused(f"Hier is geen gewone map “{folder}”. Draai dit in de map van de catalogus.")
    try:
        folder.mkdir(exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        raise Refused(
            f"{path} bestaat al en is niet veranderd. Vul dat bestand aan, of kies een andere titel."
        ) from None
    except OSError as error:
        raise Refused(f"{path} kan niet worden gemaakt ({explain(error)}).") from None
    return path
