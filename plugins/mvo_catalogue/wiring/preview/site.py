"""The site in the preview: its current pages, with their problems above them."""

import hashlib
import re
import threading
from collections.abc import Iterable
from pathlib import Path

from markupsafe import Markup

from mvo_catalogue.domain.catalogue import Catalogue
from mvo_catalogue.domain.diagnostic import Diagnostic, Severity
from mvo_catalogue.domain.entries import Practice
from mvo_catalogue.refused import Refused
from mvo_catalogue.reports.text import text_lines
from mvo_catalogue.site import urls
from mvo_catalogue.texts import Words, count_words, load_texts
from mvo_catalogue.validation.cache import Cache
from mvo_catalogue.wiring.building import read_settings
from mvo_catalogue.wiring.preview.pelican_run import Shown, explain, read_site

SCRIPT, STYLE, NEWS = "/__voorbeeld.js", "/__voorbeeld.css", "/__voorbeeld"
_MOST_ELSEWHERE = 5
_HEAD = Markup('<link rel="stylesheet" href="{}"><script src="{}" data-seen="{}" defer></script>')
_BAR = Markup('<div class="voorbeeld{}" role="status"><p>{}</p><ul>{}</ul></div>')
_LINE = Markup("<li><code>{}:{}:{}</code> {}: {}</li>")
_WRONG = Markup("<li>{}</li>")
_BARE = Markup("<!DOCTYPE html><html lang=nl><head><title>{}</title></head><body><main><p>{}</p></main></body></html>")
_IS_WRONG = " voorbeeld--fout"
_CAN_ASK = b"connect-src"
"""In the policy of a page that may listen for news; a list that is framed elsewhere may not."""


class _BarWords(Words):
    heading: str
    draft: str
    errors: str
    warnings: str
    elsewhere: str
    more: str
    failed: str
    old: str
    empty: str


class Preview:
    """The site of a settings file, updated from disk whenever ``refresh`` is called.

    What cannot be made is shown as before. Pages are made in ``folder``, which has no other use.
    """

    def __init__(self, settings_file: Path, folder: Path, cache: Cache) -> None:
        """Know where the site is; there is nothing to show until ``refresh``."""
        self._settings_file, self._folder, self._cache = settings_file, folder, cache
        self._shown: Shown | None = None
        self._wrong = ""
        self._before: dict[str, tuple[bytes, str]] = {}
        self._making = threading.Lock()
        self._changed = threading.Condition()
        self.count = 0

    @property
    def base(self) -> str:
        """Return the subfolder in which the site lives, ``""`` for none."""
        return self._shown.site.base if self._shown else ""

    def refresh(self) -> None:
        """Read what was saved, and wake who waits for it."""
        before = self._shown.catalogue if self._shown else Catalogue()
        try:
            shown, wrong = read_site(read_settings(self._settings_file, self._folder), self._cache, before)
        except Refused as error:
            shown, wrong = None, str(error)
        if shown:
            print("\n".join(text_lines(shown.report.without_tips())), flush=True)
        self.tell(wrong, shown)

    def tell(self, wrong: str, shown: Shown | None = None) -> None:
        """Show above every page what is wrong beside the content, ``""`` for nothing; and the site as it is now."""
        if wrong:
            print(wrong, flush=True)
        with self._changed:
            self._shown, self._wrong = shown or self._shown, wrong
            self.count += 1
            self._changed.notify_all()

    def wait(self, count: int, seconds: float) -> bool:
        """Wait for news after the first ``count``; return whether there was any within the time."""
        with self._changed:
            return self._changed.wait_for(lambda: self.count != count, seconds)

    def file(self, name: str) -> bytes | None:
        """Return the bytes of a file of the site that is no page, ``None`` if it does not exist."""
        with self._making:
            return _make(self._shown, name)[0]

    def page(self, path: str) -> tuple[bool, bytes]:
        """Return whether there is a page at this path of the site, and the page, else the one that says so."""
        with self._making:
            shown, name = self._shown, path[1:] + ("index.html" if path.endswith("/") else "")
            page, failed = _make(shown, name)
            found, entry = True, shown.entries.get(path) if shown else None
            source = entry.path if entry else ""
            old, old_source = self._before.get(name, (None, ""))
            if page is not None:
                self._before[name] = page, source
            elif old is not None and (failed or Path(old_source).is_file()):
                page, source = old, old_source
            else:
                found = bool(failed)
                page = _make(shown, urls.NOT_FOUND[1:])[0] if not failed else None
        words = load_texts("preview", _BarWords)
        wrong = [text for text in (self._wrong, failed) if text]
        bars = [_bar(words.failed, (_WRONG.format(line) for text in wrong for line in text.split("\n")), _IS_WRONG)]
        if isinstance(entry, Practice) and entry.is_draft:
            bars.append(_BAR.format("", words.draft, ""))
        bars += _report_bars(
            words, shown, source, is_old=not failed and (page is old or bool(shown and source in shown.old))
        )
        page = page if page is not None else _BARE.format(words.heading, words.empty).encode()
        return found, _add_to_page(page, Markup("").join(bars))


def _make(shown: Shown | None, name: str) -> tuple[bytes | None, str]:
    """Return a page, or ``None`` and what is wrong with its template, ``""`` when there is no such page."""
    try:
        return (shown.make(name) if shown else None), ""
    except Exception as error:  # noqa: BLE001  # a template can raise whatever it likes
        return None, explain(error)


def _report_bars(words: _BarWords, shown: Shown | None, source: str, *, is_old: bool) -> list[Markup]:
    """Return what the check says of the file of this page, and the errors of others."""
    reported = shown.report.shown if shown else ()
    errors = [item for item in reported if item.path == source and item.severity is Severity.ERROR]
    warnings = [item for item in reported if item.path == source and item.severity is Severity.WARNING]
    others = [item for item in reported if item.path != source and item.severity is Severity.ERROR]
    more = others[_MOST_ELSEWHERE:]
    elsewhere = [*map(_line, others[:_MOST_ELSEWHERE])]
    if more:
        elsewhere.append(_WRONG.format(words.more.format(count=count_words(len(more), "fout", "fouten"))))
    return [
        _bar(words.old if is_old else words.errors, map(_line, errors), _IS_WRONG),
        _bar(words.warnings, map(_line, warnings)),
        _bar(words.elsewhere, elsewhere, _IS_WRONG),
    ]


def _line(diagnostic: Diagnostic) -> Markup:
    place = diagnostic.path, diagnostic.line, diagnostic.column
    return _LINE.format(*place, diagnostic.severity, diagnostic.message)


def _bar(heading: str, lines: Iterable[Markup], kind: str = "") -> Markup:
    shown = Markup("").join(lines)
    return _BAR.format(kind, heading, shown) if shown else Markup("")


def _add_to_page(page: bytes, bars: Markup) -> bytes:
    """Return the page with the bars at the top, and what shows it again when it changes."""
    seen = hashlib.sha256(page + bars.encode()).hexdigest()
    head = _HEAD.format(STYLE, SCRIPT, seen).encode() if _CAN_ASK in page or b"<head>" not in page else b""
    at = page.find(b"</head>")
    page = page[:at] + head + page[at:] if at >= 0 else head + page
    body = re.search(rb"<body[^>]*>", page)
    at = body.end() if body else len(page)
    return page[:at] + bars.encode() + page[at:]
