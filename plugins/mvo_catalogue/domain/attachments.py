"""Files beside a practice, in the folder with its name: a document, a text or a picture that others may use."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property

from mvo_catalogue.domain.body import Body

DOCUMENTS = {"pdf": "PDF", "docx": "Word", "odt": "ODT", "xlsx": "Excel", "ods": "ODS"}
"""The kinds of documents by suffix, as readers know them."""
TEXT = "md"
"""A text gets a page of its own."""
PICTURES = {"jpg": "JPEG", "jpeg": "JPEG", "png": "PNG", "webp": "WEBP"}
"""The kinds of pictures by suffix, as Pillow calls them."""


@dataclass(frozen=True)
class Attachment:
    """A file beside a practice.

    ``path`` is that of the file below the project, ``size`` counts bytes; ``restore`` makes the ``body`` of a text when
    it is first asked for, ``pixels`` are the width and height of a picture as it is shown. A file that is refused has
    neither.
    """

    name: str
    path: str
    size: int = 0
    restore: Callable[[], Body] | None = field(default=None, compare=False)
    pixels: tuple[int, int] | None = None

    @cached_property
    def body(self) -> Body | None:
        """Return the body of a text, ``None`` for another kind of file."""
        return self.restore() if self.restore else None

    @property
    def suffix(self) -> str:
        """Return the end of its name, such as ``pdf``."""
        return self.name.rpartition(".")[2]

    @property
    def is_text(self) -> bool:
        """Return whether it is a text, which gets a page of its own."""
        return self.suffix == TEXT

    @property
    def is_picture(self) -> bool:
        """Return whether it is a picture, going by its name."""
        return self.suffix in PICTURES

    @property
    def stem(self) -> str:
        """Return its name without the end."""
        return self.name.rpartition(".")[0]
