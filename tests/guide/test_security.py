"""docs/security.md: every row names tests, and they exist."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
LINES = [line for line in PAGE.splitlines() if line.startswith("| ") and not line.startswith("| with |")]
TEST = re.compile(r"`([\w/-]+\.(?:py|test\.mjs))::([^`]+)`")


def test_every_row_names_a_test():
    assert LINES
    assert [line for line in LINES if not TEST.search(line.split(" | ")[-1])] == []


def test_every_test_that_is_named_exists():
    """By its function name, or by the title of a test in Node."""
    missing = []
    for path, name in TEST.findall(PAGE):
        file = ROOT / "tests" / path
        text = file.read_text(encoding="utf-8") if file.is_file() else ""
        start = f"def {name}(" if file.suffix == ".py" else f'test("{name}"'
        if start not in text:
            missing.append(f"{path}::{name}")

    assert missing == []
    assert len(re.findall("::", PAGE)) == len(TEST.findall(PAGE))
