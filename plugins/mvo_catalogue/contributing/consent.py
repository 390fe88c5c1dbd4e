"""Whether the sender agreed to what every contribution needs."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mvo_catalogue.reading.nearest import suggest_nearest
from mvo_catalogue.schema.issue_form import CONSENT

_TICKED = re.compile(r"[-*+][ \t]+\[[xX]\][ \t]+(\S.*)")
_BOX = re.compile(r"[-*+][ \t]+\[[ xX]?\]")


def find_missing_consent(answers: Sequence[str]) -> list[str]:
    """Return the sentences of the form without a tick in these answers."""
    ticked = {suggest_nearest(match[1], CONSENT) for line in _lines(answers) if (match := _TICKED.fullmatch(line))}
    return [sentence for sentence in CONSENT if sentence not in ticked]


def find_other_lines(answers: Sequence[str]) -> list[str]:
    """Return what else somebody wrote among the boxes."""
    return [line for line in _lines(answers) if line and not _BOX.match(line)]


def _lines(answers: Sequence[str]) -> list[str]:
    return [line.strip() for answer in answers for line in answer.split("\n")]
