"""A name for each message that stays the same when lines above it come or go."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator

from mvo_catalogue.domain.diagnostic import Diagnostic


def with_fingerprints(diagnostics: Iterable[Diagnostic]) -> Iterator[tuple[Diagnostic, str]]:
    """Yield each diagnostic with its fingerprint, 64 hexadecimal digits; equal messages in a file are numbered."""
    seen: Counter[tuple[str, str, str]] = Counter()
    for diagnostic in diagnostics:
        key = (diagnostic.path, diagnostic.rule, diagnostic.message)
        seen[key] += 1
        parts = "\0".join((*key, str(seen[key])))
        yield diagnostic, hashlib.sha256(parts.encode("utf-8", "replace")).hexdigest()
