"""The pictures that shared links show."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from mvo_catalogue.domain.values import EvidenceLevel
from mvo_catalogue.pages.draw import draw_picture
from mvo_catalogue.pages.pictures import HEIGHT, WIDTH, Letters, Picture, forget_pictures, write_pictures

FONTS = Path(__file__).resolve().parents[2] / "node_modules" / "@expo-google-fonts" / "source-serif-4"
LETTERS = Letters(
    FONTS / "400Regular" / "SourceSerif4_400Regular.ttf", FONTS / "600SemiBold" / "SourceSerif4_600SemiBold.ttf"
)
PICTURE = Picture("/praktijken/a/beeld.png", "Catalogus", "Schoon portiek", "Wonen", "De Brug", EvidenceLevel.MEASURED)


def test_the_words_tell_what_the_picture_shows():
    """Who cannot see the picture gets all of its text."""
    assert PICTURE.alt == "Catalogus. Wonen. Schoon portiek. Gemeten (2 van 5). De Brug."
    assert Picture("/beeld.png", "Catalogus", "Goede praktijken.").alt == "Catalogus. Goede praktijken."


@pytest.mark.parametrize(
    "title",
    ["x", "W" * 110, "woord " * 18, "Energie & <b>warmte</b> é ’s-Gravenhage €", "\u202eomgekeerd \U0001f600 漢字"],
)
def test_any_title_is_drawn_inside_the_picture(title, tmp_path):
    """Long words are broken, long titles cut, odd letters drawn as something; the file stays small."""
    write_pictures([replace(PICTURE, title=title, foot="Corporatie, " * 30)], LETTERS, tmp_path, tmp_path / "kept")
    file = tmp_path / "praktijken/a/beeld.png"

    with Image.open(file) as image:
        assert (image.size, image.mode) == ((WIDTH, HEIGHT), "P")
        right = image.convert("RGB").crop((WIDTH - 60, 0, WIDTH, HEIGHT))
        assert len(right.getcolors() or ()) == 2  # paper and band: nothing is written into the margin
    assert file.stat().st_size <= 25_000


def test_the_scale_has_as_many_blocks_as_the_number():
    """One step more on the scale is one more block in the colour of the site."""

    def pine(level):
        colours = draw_picture(replace(PICTURE, evidence=level), LETTERS).convert("RGB").getcolors() or []
        return sum(count for count, colour in colours if colour == (17, 87, 64))

    assert [pine(level) for level in EvidenceLevel] == [step * 22 * 28 for step in range(1, 6)]


def test_a_picture_is_drawn_once_and_the_same_each_time(tmp_path):
    """What was drawn before is copied; what shows something else is drawn; what nobody shows any more goes."""
    kept, other = tmp_path / "kept", replace(PICTURE, title="Andere titel", path="/b.png")
    write_pictures([PICTURE], LETTERS, tmp_path / "one", kept)
    (drawn,) = kept.iterdir()
    first = drawn.read_bytes()
    drawn.write_bytes(b"kept")
    write_pictures([replace(PICTURE, path="/elders.png"), other], LETTERS, tmp_path / "two", kept)

    assert (tmp_path / "two" / "elders.png").read_bytes() == b"kept"
    assert len(list(kept.iterdir())) == 2
    forget_pictures([other], LETTERS, kept)
    assert drawn not in kept.iterdir()
    write_pictures([PICTURE], LETTERS, tmp_path / "three", kept)
    assert (tmp_path / "three" / "praktijken/a/beeld.png").read_bytes() == first
