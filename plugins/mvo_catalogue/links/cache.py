"""The good answers of the last weeks, so that nobody is asked the same thing every day."""

from __future__ import annotations

import datetime
import json
from pathlib import Path

from mvo_catalogue.links.check import Answer

Cache = dict[str, tuple[datetime.date, Answer]]
"""Addresses with the day on which they were asked and what came of it; only good answers are in it."""


def read_cache(file: Path) -> Cache:
    """Return what is known; nothing when the file is not there or is not ours."""
    try:
        return {
            address: (
                datetime.date.fromisoformat(day),
                Answer("link-moved" if moved_to else "", moved_to=str(moved_to)),
            )
            for address, (day, moved_to) in json.loads(file.read_text(encoding="utf-8")).items()
        }
    except (OSError, ValueError, TypeError, AttributeError):
        return {}


def write_cache(file: Path, cache: Cache) -> None:
    """Write the file, whole or not at all."""
    stored = {address: [day.isoformat(), answer.moved_to] for address, (day, answer) in sorted(cache.items())}
    file.parent.mkdir(parents=True, exist_ok=True)
    fresh = file.with_name(f".{file.name}.new")
    fresh.write_text(json.dumps(stored, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    fresh.replace(file)
