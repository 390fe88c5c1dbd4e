"""Cut a Markdown file into its front matter and its body."""

from __future__ import annotations

from dataclasses import dataclass

from mvo_catalogue.domain.diagnostic import diagnose
from mvo_catalogue.reading.yaml_values import YamlValues, read_yaml

MAX_CHARACTERS = 64_000
"""How long the front matter may be."""
MAX_BODY = 40_000
"""How long the text below it may be: fifteen pages, and what a parser of Markdown survives in the worst case."""
_FENCE = "---"


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The values between the fences, and the text after them with the number of its first line."""

    values: YamlValues
    body: str
    body_line: int


def split_front_matter(text: str, path: str = "") -> FrontMatter:
    """Return the front matter and the body of the Markdown file at ``path``.

    A missing or unclosed fence, or too much text, is among the diagnostics of the values, at its line.
    """
    lines = text.split("\n")
    if lines[0].rstrip() != _FENCE:
        return _without_values(path, 1, "no-start")
    end = next((number for number, line in enumerate(lines[1:], 1) if line.rstrip() == _FENCE), None)
    if end is None:
        return _without_values(path, 1, "no-end")
    front_matter = "\n".join(lines[1:end])
    if len(front_matter) > MAX_CHARACTERS:
        return _without_values(path, 2, "too-long")
    values = read_yaml(front_matter, path, first_line=2)
    body = "\n".join(lines[end + 1 :])
    if len(body) > MAX_BODY:
        line = end + 2 + body.count("\n", 0, MAX_BODY)
        values.diagnostics.append(diagnose(path, line, 1, "file-too-large", "text", most=MAX_BODY))
        body = ""
    return FrontMatter(values, body, end + 2)


def _without_values(path: str, line: int, matter: str) -> FrontMatter:
    found = diagnose(path, line, 1, "front-matter", matter, most=MAX_CHARACTERS)
    return FrontMatter(YamlValues(diagnostics=[found]), "", 1)
