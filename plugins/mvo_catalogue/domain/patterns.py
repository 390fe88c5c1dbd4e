r"""Pieces of patterns that Python and a browser read alike.

A browser has no ``\w`` or ``\b`` that knows letters with an accent, and Python has no ``\p{L}``. So a pattern that the
form in the browser gets too (``exports/form_data.py``) is built from these.
"""

LETTER = r"A-Za-z\u00aa\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u1fff\u2c00-\ud7ff"
"""Letters, to stand between square brackets; × and ÷ are none."""
WORD = rf"0-9_{LETTER}"
"""Letters, digits and the low line, to stand between square brackets."""
START, END = rf"(?<![{WORD}])", rf"(?![{WORD}])"
"""Where a word can begin, and where it has ended."""
