"""The pictures that shared links show: what is on each, drawn once and kept for the next build."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path

from mvo_catalogue.domain.values import EvidenceLevel

WIDTH, HEIGHT = 1200, 630
"""What social media ask for, in pixels."""

_STYLE = "1"
"""Another word whenever the drawing changes: pictures that were kept are then drawn again."""


@dataclass(frozen=True, slots=True)
class Picture:
    """What a picture shows; ``path`` is its address, ``label`` a line above the title, ``evidence`` None for none."""

    path: str
    site_name: str
    title: str
    label: str = ""
    foot: str = ""
    evidence: EvidenceLevel | None = None

    @property
    def evidence_words(self) -> str:
        """Return how sure we are in a word and a number, ``""`` when the picture does not say so."""
        return f"{self.evidence.label} ({self.evidence.rank} van {len(EvidenceLevel)})" if self.evidence else ""

    @property
    def alt(self) -> str:
        """Return in words what the picture shows."""
        parts = (self.site_name, self.label, self.title, self.evidence_words, self.foot)
        return ". ".join(part.rstrip(".") for part in parts if part) + "."


@dataclass(frozen=True, slots=True)
class Letters:
    """The files of the two fonts that pictures are written with."""

    regular: Path
    bold: Path


def write_pictures(pictures: Iterable[Picture], letters: Letters, output: Path, kept: Path) -> None:
    """Write pictures below ``output``; those that were drawn before come from the folder ``kept``.

    There each has a digest of everything that it shows as its name.
    """
    kept.mkdir(parents=True, exist_ok=True)
    for picture in pictures:
        source = kept / f"{_digest(picture, letters)}.png"
        if not source.exists():
            from mvo_catalogue.pages.draw import draw_picture  # noqa: PLC0415  # most builds draw nothing

            fresh = source.with_suffix(f".{os.getpid()}")
            draw_picture(picture, letters).save(fresh, "PNG", compress_level=6)
            fresh.replace(source)
        target = output / picture.path[1:]
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)


def forget_pictures(pictures: Iterable[Picture], letters: Letters, kept: Path) -> None:
    """Remove from the folder ``kept`` what none of these pictures shows any more."""
    used = {f"{_digest(picture, letters)}.png" for picture in pictures}
    for file in kept.glob("*.png"):
        if file.name not in used:
            file.unlink(missing_ok=True)


def _digest(picture: Picture, letters: Letters) -> str:
    shown = (picture.site_name, picture.title, picture.label, picture.foot, str(picture.evidence or ""))
    made_with = (_STYLE, _pillow_version(), letters.regular.name, letters.bold.name)
    return hashlib.sha256("\0".join((*shown, *made_with)).encode()).hexdigest()[:32]


@cache
def _pillow_version() -> str:
    """Return the version of what draws, without loading it; looking that up takes a millisecond."""
    return version("pillow")
