"""The image that a shared link shows: one for each theme, and one for the site.

It is drawn in the style of the site, in so few colours that a palette image of some fifteen kilobytes holds it.
"""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, partial
from importlib.metadata import version
from itertools import chain
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from mvo_catalogue.keeper import Keeper, digest_of

WIDTH, HEIGHT = 1200, 630
"""What social media ask for, in pixels."""

_MARGIN = 72
_ROOM = WIDTH - 2 * _MARGIN
_BAND = 116
_TITLE_SIZES = (76, 68, 60, 54)
_MOST_LINES = 4
_LINE = 1.18
_SMALL = 32

Colour = tuple[int, int, int]
_BAND_PAPER, _BAND_INK = (18, 60, 47), (255, 255, 255)
_PAPER, _INK, _SUBTLE = (246, 244, 238), (26, 35, 31), (83, 95, 89)
_LINE_COLOUR = (214, 209, 196)
"""The light palette of ``theme/css/tokens.css``."""

_SHADES = 8
_TEXTS: tuple[tuple[Colour, Colour], ...] = ((_PAPER, _INK), (_PAPER, _SUBTLE), (_BAND_PAPER, _BAND_INK))
_ON_PAPER, _ON_PAPER_SUBTLE, _ON_BAND = range(len(_TEXTS))
_BLOCKS = (_PAPER, _BAND_PAPER, _LINE_COLOUR, _BAND_INK)


@dataclass(frozen=True, slots=True)
class SocialImage:
    """What an image shows; ``path`` is its address, ``label`` a line above the title, ``foot`` one at the bottom."""

    path: str
    site_name: str
    title: str
    label: str = ""
    foot: str = ""

    @property
    def alt(self) -> str:
        """Return in words what the image shows."""
        parts = (self.site_name, self.label, self.title, self.foot)
        return " ".join(part if part.endswith((".", "?", "!")) else f"{part}." for part in parts if part)


@dataclass(frozen=True, slots=True)
class Fonts:
    """The files of the two fonts that images are written with."""

    regular: Path
    bold: Path


def write_social_image(image: SocialImage, fonts: Fonts, keeper: Keeper, file: Path) -> None:
    """Write an image as PNG, drawn anew when what it shows, the fonts or the code that draws it changed."""
    shown = (image.site_name, image.title, image.label, image.foot)
    made_of = digest_of(*shown, fonts.regular, fonts.bold, Path(__file__), version("pillow"))
    name = f"social-images/{image.path.strip('/').replace('/', '-')}"
    file.write_bytes(keeper.keep(name, made_of, partial(draw_social_image, image, fonts)))


def draw_social_image(shown: SocialImage, fonts: Fonts) -> bytes:
    """Return an image as PNG with a palette of a few colours."""
    image = Image.new("P", (WIDTH, HEIGHT), _block(_PAPER))
    image.putpalette(list(_palette()))
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, WIDTH, _BAND - 1), fill=_block(_BAND_PAPER))
    _draw_house(draw)
    _write(image, (_MARGIN + 64, 36), shown.site_name, _font(fonts.bold, 36), _ON_BAND)

    small = _font(fonts.regular, _SMALL)
    top = _BAND + 50
    if shown.label:
        _write(image, (_MARGIN, top), _cut(shown.label, small), small, _ON_PAPER_SUBTLE)
        top += 54
    font, lines = _fit(shown.title, fonts.bold)
    for number, line in enumerate(lines):
        _write(image, (_MARGIN, top + round(number * font.size * _LINE)), line, font, _ON_PAPER)

    foot_top = HEIGHT - 88
    draw.rectangle((_MARGIN, foot_top - 28, WIDTH - _MARGIN, foot_top - 27), fill=_block(_LINE_COLOUR))
    if shown.foot:
        _write(image, (_MARGIN, foot_top), _cut(shown.foot, small), small, _ON_PAPER_SUBTLE)
    png = io.BytesIO()
    image.save(png, "PNG", compress_level=6)
    return png.getvalue()


def _draw_house(draw: ImageDraw.ImageDraw) -> None:
    """Draw the mark of the site, ``theme/favicon.svg``."""

    def at(*points: tuple[float, float]) -> list[tuple[float, float]]:
        return [(_MARGIN + x * 44 / 32, 36 + y * 44 / 32) for x, y in points]

    draw.polygon(at((16, 2), (30, 14), (30, 30), (2, 30), (2, 14)), fill=_block(_BAND_INK))
    draw.rectangle(at((12, 21), (20, 30)), fill=_block(_BAND_PAPER))
    draw.ellipse(at((12, 17), (20, 25)), fill=_block(_BAND_PAPER))


def _write(image: Image.Image, place: tuple[int, int], text: str, font: ImageFont.FreeTypeFont, colours: int) -> None:
    """Write one line with smooth edges: every shade between paper and ink is a colour of the palette."""
    box = font.getbbox(text)
    size = (max(1, round(box[2])), max(1, round(box[3])))
    ink = Image.new("L", size)
    ImageDraw.Draw(ink).text((0, 0), text, fill=255, font=font)
    first = colours * _SHADES
    shades = ink.point([first + value * _SHADES // 256 for value in range(256)])
    image.paste(shades, place, ink.point([255 if value * _SHADES // 256 else 0 for value in range(256)]).convert("1"))


def _fit(title: str, file: Path) -> tuple[ImageFont.FreeTypeFont, list[str]]:
    """Return the largest font in which a title fits, and its lines; what never fits is cut."""
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
    """Return a text that fits on a line, with an ellipsis when something had to go."""
    if font.getlength(text) <= _ROOM:
        return text
    while text and font.getlength(f"{text}…") > _ROOM:
        text = text[:-1]
    return f"{text.rstrip(' ,')}…"


@cache
def _font(file: Path, size: int) -> ImageFont.FreeTypeFont:
    """Return a font laid out by Pillow itself: that is the same on every machine."""
    return ImageFont.truetype(str(file), size, layout_engine=ImageFont.Layout.BASIC)


def _palette() -> Iterator[int]:
    for paper, ink in _TEXTS:
        for shade in range(_SHADES):
            part = shade / (_SHADES - 1)
            yield from (round(light + (dark - light) * part) for light, dark in zip(paper, ink, strict=True))
    yield from chain.from_iterable(_BLOCKS)


def _block(colour: Colour) -> int:
    return len(_TEXTS) * _SHADES + _BLOCKS.index(colour)
