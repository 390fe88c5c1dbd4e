"""Remember which addresses did well, so that nobody is asked the same thing every day."""

from __future__ import annotations

import datetime
import json
from collections.abc import Collection
from pathlib import Path

from mvo_catalogue.links.answer import Answer, Outcome

Memory = dict[str, tuple[datetime.date, Answer]]
"""Addresses with the day on which they were asked and what came of it; only good answers are kept."""


def read_memory(file: Path) -> Memory:
    """Return what is known; nothing when the file is not there or is not ours."""
    try:
        stored = json.loads(file.read_text(encoding="utf-8"))
        return {
            address: (datetime.date.fromisoformat(day), Answer(Outcome(outcome), moved_to=str(moved_to)))
            for address, (day, outcome, moved_to) in stored.items()
        }
    except (OSError, ValueError, TypeError, AttributeError):
        return {}


def still_known(memory: Memory, today: datetime.date, max_age: int) -> dict[str, Answer]:
    """Return the answers that are less than ``max_age`` days old."""
    return {
        address: answer
        for address, (day, answer) in memory.items()
        if answer.is_good and 0 <= (today - day).days < max_age
    }


def remember(memory: Memory, answers: dict[str, Answer], today: datetime.date, wanted: Collection[str]) -> Memory:
    """Return the memory with new answers; what failed or is ``wanted`` no more is forgotten."""
    kept = {address: known for address, known in memory.items() if address in wanted and address not in answers}
    return kept | {address: (today, answer) for address, answer in answers.items() if answer.is_good}


def write_memory(file: Path, memory: Memory) -> None:
    """Write the file, whole or not at all."""
    stored = {
        address: [day.isoformat(), answer.outcome, answer.moved_to] for address, (day, answer) in sorted(memory.items())
    }
    file.parent.mkdir(parents=True, exist_ok=True)
    fresh = file.with_name(f".{file.name}.new")
    fresh.write_text(json.dumps(stored, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    fresh.replace(file)
