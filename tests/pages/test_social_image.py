"""The social image of a page."""

import io
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from mvo_catalogue.build_cache import BuildCache
from mvo_catalogue.pages import social_image
from mvo_catalogue.pages.social_image import HEIGHT, WIDTH, Fonts, SocialImage, draw_social_image, make_social_image

FOLDER = Path(__file__).resolve().parents[2] / "node_modules" / "@expo-google-fonts" / "source-serif-4"
FONTS = Fonts(
    FOLDER / "400Regular" / "SourceSerif4_400Regular.ttf", FOLDER / "600SemiBold" / "SourceSerif4_600SemiBold.ttf"
)
IMAGE = SocialImage("/themas/wonen/beeld.png", "Catalogus", "Hoe wonen we goed?", "Wonen", "3 praktijken")


def test_the_alternative_text_has_all_text_of_the_image():
    assert IMAGE.alt == "Catalogus. Wonen. Hoe wonen we goed? 3 praktijken."
    assert SocialImage("/beeld.png", "Catalogus", "Goede praktijken.").alt == "Catalogus. Goede praktijken."


@pytest.mark.parametrize(
    "title",
    ["x", "W" * 110, "woord " * 18, "Energie & <b>warmte</b> é ’s-Gravenhage €", "\u202eomgekeerd \U0001f600 漢字"],
)
def test_any_title_fits_in_the_image(title):
    """Long words are broken, long titles cut, unknown characters replaced."""
    png = draw_social_image(replace(IMAGE, title=title, foot="Corporatie, " * 30), FONTS)

    with Image.open(io.BytesIO(png)) as image:
        assert (image.size, image.mode) == ((WIDTH, HEIGHT), "P")
        right = image.convert("RGB").crop((WIDTH - 60, 0, WIDTH, HEIGHT))
        assert len(right.getcolors() or ()) == 2  # background and band: there is no text in the margin
    assert len(png) <= 25_000


def test_an_image_is_cached_until_its_inputs_change(tmp_path, monkeypatch):
    """Words, fonts or code."""
    drawn = []

    def draw(image, fonts):
        drawn.append(image)
        return b"png"

    monkeypatch.setattr(social_image, "draw_social_image", draw)
    build_cache, file = BuildCache(tmp_path / "kept"), tmp_path / "x.png"
    other = replace(IMAGE, path="/themas/werken/beeld.png")
    for image in (IMAGE, IMAGE, other, IMAGE, other, replace(IMAGE, foot="4 praktijken")):
        file.write_bytes(make_social_image(image, FONTS, build_cache))

    assert drawn == [IMAGE, other, replace(IMAGE, foot="4 praktijken")]
    assert file.read_bytes() == b"png"
    file.write_bytes(make_social_image(other, Fonts(FONTS.bold, FONTS.bold), build_cache))
    assert len(drawn) == 4
    code = tmp_path / "social_image.py"
    code.write_text(Path(social_image.__file__).read_text().replace("(18, 60, 47)", "(255, 0, 0)"))
    monkeypatch.setattr(social_image, "__file__", str(code))
    file.write_bytes(make_social_image(other, Fonts(FONTS.bold, FONTS.bold), build_cache))
    assert len(drawn) == 5
