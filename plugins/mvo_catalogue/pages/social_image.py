"""The image that social media show with a link: one for each theme, and one for the site.

It has the style of the site, and so few colours that it takes some fifteen kilobytes.
"""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, partial
from importlib.metadata import version
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from mvo_catalogue.build_cache import BuildCache, digest_of

WIDTH, HEIGHT = 1200, 630
"""The size that social media ask for, in pixels."""

_MARGIN = 72
_ROOM = WIDTH - 2 * _MARGIN
_BAND = 116
_TITLE_SIZES = (76, 68, 60, 54)
_MOST_LINES = 4
_LINE = 1.18
_SMALL = 32

_BAND_PAPER, _BAND_INK = (18, 60, 47), (255, 255, 255)
_PAPER, _INK, _SUBTLE = (246, 244, 238), (26, 35, 31), (83, 95, 89)
_LINE_COLOUR = (214, 209, 196)
"""The light palette of ``theme/css/tokens.css``."""
_MOST_COLOURS = 32


@dataclass(frozen=True, slots=True)
class SocialImage:
    """The content of an image: ``label`` is a line above the title, ``foot`` a line at the bottom."""

    path: str
    site_name: str
    title: str
    label: str = ""
    foot: str = ""

    @property
    def alt(self) -> str:
        """Return the alternative text of the image."""
        parts = (self.site_name, self.label, self.title, self.foot)
        return " ".join(part if part.endswith((".", "?", "!")) else f"{part}." for part in parts if part)


@dataclass(frozen=True, slots=True)
class Fonts:
    """The files of the two fonts."""

    regular: Path
    bold: Path


def make_social_image(image: SocialImage, fonts: Fonts, build_cache: BuildCache) -> bytes:
    """Return an image as PNG, drawn again when its content, the fonts or the code changed."""
    shown = (image.site_name, image.title, image.label, image.foot)
    key = digest_of(*shown, fonts.regular, fonts.bold, Path(__file__), version("pillow"))
    name = f"social-images/{image.path.strip('/').replace('/', '-')}"
    return build_cache.get_or_make(name, key, partial(draw_social_image, image, fonts))


def draw_social_image(shown: SocialImage, fonts: Fonts) -> bytes:
    """Return an image as PNG with a palette of a few colours."""
    image = Image.new("RGB", (WIDTH, HEIGHT), _PAPER)
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, WIDTH, _BAND - 1), fill=_BAND_PAPER)
    _draw_house(draw)
    draw.text((_MARGIN + 64, 36), shown.site_name, _BAND_INK, _font(fonts.bold, 36))

    small = _font(fonts.regular, _SMALL)
    top = _BAND + 50
    if shown.label:
        draw.text((_MARGIN, top), _cut(shown.label, small), _SUBTLE, small)
        top += 54
    font, lines = _fit(shown.title, fonts.bold)
    for number, line in enumerate(lines):
        draw.text((_MARGIN, top + round(number * font.size * _LINE)), line, _INK, font)

    foot_top = HEIGHT - 88
    draw.rectangle((_MARGIN, foot_top - 28, WIDTH - _MARGIN, foot_top - 27), fill=_LINE_COLOUR)
    if shown.foot:
        draw.text((_MARGIN, foot_top), _cut(shown.foot, small), _SUBTLE, small)
    png = io.BytesIO()
    image.quantize(_MOST_COLOURS, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(png, "PNG")
    return png.getvalue()


def _draw_house(draw: ImageDraw.ImageDraw) -> None:
    """Draw the mark of the site, ``theme/favicon.svg``."""

    def at(*points: tuple[float, float]) -> list[tuple[float, float]]:
        return [(_MARGIN + x * 44 / 32, 36 + y * 44 / 32) for x, y in points]

    draw.polygon(at((16, 2), (30, 14), (30, 30), (2, 30), (2, 14)), fill=_BAND_INK)
    draw.rectangle(at((12, 21), (20, 30)), fill=_BAND_PAPER)
    draw.ellipse(at((12, 17), (20, 25)), fill=_BAND_PAPER)


def _fit(title: str, file: Path) -> tuple[ImageFont.FreeTypeFont, list[str]]:
    """Return the largest font in which a title fits, and its lines; a title that is too long is cut."""
    for size in _TITLE_SIZES:
        font = _font(file, size)
        lines = list(_wrap(title, font))
        if len(lines) * size * _LINE <= _TITLE_SIZES[-1] * _LINE * _MOST_LINES:
            return font, lines
    return font, [*lines[: _MOST_LINES - 1], _cut(" ".join(lines[_MOST_LINES - 1 :]), font)]


def _wrap(text: str, font: ImageFont.FreeTypeFont) -> Iterator[str]:
    """Yield the lines of a text; a word that is longer than a line is broken."""
    line = ""
    for word in text.split():
        longer = f"{line} {word}" if line else word
        if font.getlength(longer) <= _ROOM:
            line = longer
            continue
        if line:
            yield line
        line = word
        while font.getlength(line) > _ROOM:
            part = len(line)
            while font.getlength(line[:part]) > _ROOM:
                part -= 1
            yield line[:part]
            line = line[part:]
    yield line


def _cut(text: str, font: ImageFont.FreeTypeFont) -> str:
    """Return a text that fits on a line, with an ellipsis when it was cut."""
    if font.getlength(text) <= _ROOM:
        return text
    while text and font.getlength(f"{text}…") > _ROOM:
        text = text[:-1]
    return f"{text.rstrip(' ,')}…"


@cache
def _font(file: Path, size: int) -> ImageFont.FreeTypeFont:
    """Return a font with Pillow's own layout engine, which gives the same result on every machine."""
    return ImageFont.truetype(io.BytesIO(file.read_bytes()), size, layout_engine=ImageFont.Layout.BASIC)
