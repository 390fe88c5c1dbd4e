r"""Patterns for the characters of any text: hidden characters, letters, words and figures.

A browser has no ``\w`` or ``\b`` that knows letters with an accent, and Python has no ``\p{L}``. So a pattern that the
form in the browser gets too (``exports/form_data.py``) is written for it, and never looks back
(``(?<=``, ``(?<!``): Safari cannot before 16.4.
"""

import re

_BLANK = (
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200c\u200e\u200f"
    "\u2028-\u202e\u2060-\u206f\u2800\u3164\ufe00-\ufe0e\ufeff\uffa0\ufff0-\ufffc\ufffe\uffff\U0001bca0-\U0001bca3"
    "\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
"""Unicode's Default_Ignorable_Code_Point without the two joiners of emoji, control characters, and what is blank."""
_EMOJI = "[\xa9\xae\u203c\u2049\u2122\u2139\u2190-\u27bf\u2900-\u2bff\u3030\u303d\u3297\u3299\U0001f000-\U0001faff]"
_LOOSE_JOINERS = rf"(?<!{_EMOJI})\ufe0f(?!\u20e3)|(?<!{_EMOJI})(?<!{_EMOJI}\ufe0f)\u200d|\u200d(?!{_EMOJI})"
HIDDEN = re.compile(f"[{_BLANK}]|{_LOOSE_JOINERS}")
"""What cannot be seen and could make a text show or find something else than it says; joiners in emoji may stay.

``theme/js/contribute/entry-text.js`` takes the same out of what is typed in the form.
"""

_NO_LINE = rf"{_BLANK}\t\n\r\ud800-\udfff"
_UNPRINTABLE = re.compile(f"[{_NO_LINE}]|{_LOOSE_JOINERS}")
_SUSPECT = re.compile(f"[{_NO_LINE}\u200d\ufe0f]")
"""All that can be unprintable, found in a quarter of the time."""
_COMMAND = re.compile(r"(?<=##)(?=\w*\[)|(?<=:)(?=:)(?<!\S:)")
"""Within what a build server obeys as a command of its log: ``##[error]`` anywhere, ``::error::`` at a start."""

LETTER, WORD = r"^\W\d_", r"\w"
"""Letters (alone), and letters, digits and the low line, for use between square brackets."""
START, END = rf"(?:^|[^{WORD}])", rf"(?![{WORD}])"
"""The character before a word, if there is one, and where a word has ended."""

_LETTERS_OF_BROWSER = r"A-Za-z\u00aa\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u1fff\u2c00-\ud7ff"


def browser_pattern(pattern: re.Pattern[str]) -> str:
    r"""Return a pattern as browsers read it: their ``\w`` knows no letters with an accent, so all are listed."""
    return pattern.pattern.replace(LETTER, _LETTERS_OF_BROWSER).replace(WORD, f"0-9_{_LETTERS_OF_BROWSER}")


LIST_MARKS = "\u2010-\u2015\u2022\u2023\u25aa\u25cf\u25e6\u2212\u00b7\uf0b7"
"""Dashes and bullets that a word processor writes for a dash, for use between square brackets."""

ODD_SPACE = re.compile("[\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]")
"""A space that looks like an ordinary one and is another character."""

ITEM_MARK = re.compile(rf"(?:\\?[-*+>{LIST_MARKS}\u2190-\u27bf]\ufe0f?|\d{{1,2}}[.)])")
"""What people write before the items of a list: a sign, perhaps with a backslash from an export, or a number."""

_NUMBER_WORD = (
    r"nul|geen|[eé]én|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf"
    rf"|(?:der|veer|vijf|zes|zeven|acht|negen)tien|[{WORD}]*(?:twin|der|veer|vijf|zes|zeven|tach|negen)tig"
    rf"|[{WORD}]*honderd[{WORD}]*|[{WORD}]*duizend[{WORD}]*|[{WORD}]*miljoen|[{WORD}]*miljard"
    rf"|(?:ander)?hal(?:f|ve)|helft|[{WORD}]*kwart|(?:een|één|twee) ?derde|(?:drie|vier) ?(?:vierde|vijfde)"
)
FIGURE = re.compile(rf"\d|{START}(?:{_NUMBER_WORD}){END}", re.IGNORECASE)
"""A number in digits or in words; a year is one too."""
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def is_visible(text: str) -> bool:
    """Return whether a text has no hidden characters, and is one line without tabs."""
    return (text.isascii() and text.isprintable()) or not (_SUSPECT.search(text) and _UNPRINTABLE.search(text))


def printable(text: str) -> str:
    """Return a text as one line, with a visible sign for each character that is hidden, ends a line or is half of one.

    All untrusted text (a value, the name of a file, an argument) passes through here before it is shown. What
    the log of a build server would obey gets a space in it.
    """
    shown = text if is_visible(text) else _UNPRINTABLE.sub("\N{REPLACEMENT CHARACTER}", text)
    return _COMMAND.sub(" ", shown) if "##" in shown or "::" in shown else shown


def shorten(text: str, most: int) -> str:
    """Return a text as a message repeats it: on one line, of at most ``most`` characters."""
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[: most - 1].rstrip()}…"


def counts_something(text: str) -> bool:
    """Return whether the text holds a figure that is more than a year."""
    return bool(FIGURE.search(_YEAR.sub("", text)))


def quote(text: str) -> str:
    """Return a text between the quotes in which it needs no signs of YAML."""
    return f"'{text.replace(chr(39), chr(39) * 2)}'" if '"' in text or "\\" in text else f'"{text}"'
