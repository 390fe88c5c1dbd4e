"""Make a catalogue of any size from sentences of the real one; the same content gives the same result.

Sentences, words and places are drawn from the real content, so that lengths, markup and vocabulary are those of the
real catalogue; the texts make no sense.
"""

from __future__ import annotations

import random
import re
import shutil
from pathlib import Path
from typing import Any

import yaml

MOST_SENTENCES = {"Aanleiding": 3, "Aanpak": 8, "Resultaten": 5, "Lessen": 4}
"""The headings of an entry, with the largest number of sentences that a generated one has below each."""

LEAST_PROOF = "beschreven"
"""The level of ``onderbouwing`` that requires nothing of the rest of an entry."""

_BOUND = ("verwant", "gebaseerd_op", "opgevolgd_door", "overgenomen", "uitkomst", "materialen", "beeld")
"""Fields that refer to other entries or to files, or must agree with the text of the entry."""

_LINK_TO_ENTRY = re.compile(r"\[([^\]]*)\]\([^)]*\b(?:practices|partners)/[^)]*\)")


class Corpus:
    """The real content as material for generated entries."""

    def __init__(self, content: Path) -> None:
        """Read the real content once."""
        self.content = content
        self.practices = [read_entry(file) for file in sorted((content / "practices").glob("*.md"))]
        partners = {file.stem: read_entry(file)[0] for file in sorted((content / "partners").glob("*.md"))}
        self.associations, self.others = (
            [partners[slug] for slug in sorted({slug for fields, _ in self.practices for slug in fields.get(key, ())})]
            for key in ("corporaties", "partners")
        )
        self.sentences: dict[str, list[str]] = {
            heading: sorted({line for _, body in self.practices for line in _list_sentences(body, heading)})
            for heading in MOST_SENTENCES
        }

    def write(self, folder: Path, size: int) -> str:
        """Write content of ``size`` practices and a tenth as many partners, for 0 the real content; return a label."""
        if not size:
            shutil.copytree(self.content, folder)
            return f"{len(self.practices)} real"
        shutil.copytree(self.content, folder, ignore=shutil.ignore_patterns("practices", "partners"))
        for file in folder.rglob("*.md"):  # what they link to is not in a generated catalogue
            file.write_text(_LINK_TO_ENTRY.sub(r"\1", file.read_text(encoding="utf-8")), encoding="utf-8")
        choose = random.Random(size)
        count = max(10, size // 10)
        associations = [f"partner-{number:05d}" for number in range(0, count, 3)]
        others = [f"partner-{number:05d}" for number in range(count) if number % 3]
        for slug in sorted(associations + others):
            partner = dict(choose.choice(self.associations if slug in associations else self.others))
            for key in ("opgevolgd_door", "andere_namen"):
                partner.pop(key, None)
            _write(folder / "partners" / f"{slug}.md", partner | {"naam": f"{partner['naam']} {slug[-5:]}"})
        for number in range(size):
            fields = dict(choose.choice(self.practices)[0])
            for key in _BOUND:
                fields.pop(key, None)
            words = [word for _ in range(2) for word in choose.choice(self.practices)[0]["titel"].split()]
            fields["titel"] = f"{' '.join(words)[:90].strip()} {number}"
            fields["samenvatting"] = choose.choice(self.practices)[0]["samenvatting"]
            fields["corporaties"] = choose.sample(associations, min(len(associations), choose.choice((1, 1, 1, 2, 3))))
            fields["partners"] = choose.sample(others, min(len(others), choose.choice((0, 1, 2, 3))))
            fields["onderbouwing"] = LEAST_PROOF
            link = f"Zie ook [deze praktijk](praktijk-{choose.randrange(number + 1):06d}.md)."
            _write(folder / "practices" / f"praktijk-{number:06d}.md", fields, f"{self._body(choose)}{link}\n")
        return f"{size:,} generated"

    def _body(self, choose: random.Random) -> str:
        lines = [""]
        for heading, most in MOST_SENTENCES.items():
            sentences = choose.sample(self.sentences[heading], choose.randint(max(1, most // 2), most))
            numbers = [f"{place}. " if heading == "Aanpak" else "- " for place in range(1, len(sentences) + 1)]
            lines += [f"## {heading}", "", *map("".join, zip(numbers, sentences, strict=True)), ""]
        return "\n".join([*lines, ""])


def _list_sentences(body: str, heading: str) -> list[str]:
    section = body.partition(f"## {heading}\n")[2].partition("\n## ")[0]
    return [line.lstrip("-0123456789. ") for line in section.strip().split("\n") if len(line) > 20]


def read_entry(file: Path) -> tuple[dict[str, Any], str]:
    """Return the front matter and the body of an entry."""
    _, front_matter, body = file.read_text(encoding="utf-8").split("---\n", 2)
    return yaml.load(front_matter, yaml.CSafeLoader), body


def _write(file: Path, fields: dict[str, Any], body: str = "") -> None:
    file.parent.mkdir(exist_ok=True)
    front_matter = yaml.dump(fields, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=10_000)
    file.write_text(f"---\n{front_matter}---\n{body}", encoding="utf-8")
