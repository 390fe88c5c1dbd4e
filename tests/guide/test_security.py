"""docs/security.md: every line of it names tests, and they exist."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
LINES = [line for line in PAGE.splitlines() if line.startswith("| ") and not line.startswith("| with |")]
TEST = re.compile(r"`([\w/-]+\.(?:py|test\.mjs))::([^`]+)`")


def test_every_line_names_a_test():
    """What stops an attack is a promise; a test keeps it."""
    assert LINES
    assert [line for line in LINES if not TEST.search(line.split(" | ")[-1])] == []


def test_every_test_that_is_named_exists():
    """By the name of its function, or by the words that a test in Node begins with."""
    missing = []
    for path, name in TEST.findall(PAGE):
        file = ROOT / "tests" / path
        text = file.read_text(encoding="utf-8") if file.is_file() else ""
        start = f"def {name}(" if file.suffix == ".py" else f'test("{name}"'
        if start not in text:
            missing.append(f"{path}::{name}")

    assert missing == []
    assert len(re.findall("::", PAGE)) == len(TEST.findall(PAGE))
