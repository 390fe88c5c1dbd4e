"""Make a catalogue of any size: entries like the real ones, from their own sentences, the same for the same seed.

Sentences, words and places are drawn from the real content, so that lengths, markup and vocabulary are those of the
real catalogue; what an entry says means nothing.
"""

from __future__ import annotations

import random
import shutil
from pathlib import Path
from typing import Any

import yaml

SECTIONS = ("Aanleiding", "Aanpak", "Resultaten", "Lessen")


class Corpus:
    """The real content as material for generated entries."""

    def __init__(self, content: Path) -> None:
        """Read the real content once."""
        self.content = content
        self.practices = [self._read(file) for file in sorted((content / "practices").glob("*.md"))]
        self.partners = {
            file.stem: yaml.load(file.read_text().split("---")[1], yaml.CSafeLoader)
            for file in sorted((content / "partners").glob("*.md"))
        }
        self.sentences = {
            section: sorted(
                {
                    line.lstrip("-0123456789. ")
                    for _, body in self.practices
                    for line in self._section(body, section)
                    if len(line) > 20
                }
            )
            for section in SECTIONS
        }

    @staticmethod
    def _read(file: Path) -> tuple[dict[str, Any], str]:
        _, front_matter, body = file.read_text(encoding="utf-8").split("---\n", 2)
        return yaml.load(front_matter, yaml.CSafeLoader), body

    @staticmethod
    def _section(body: str, heading: str) -> list[str]:
        _, _, rest = body.partition(f"## {heading}\n")
        return rest.partition("\n## ")[0].strip().split("\n")

    def catalogue(self, size: int, folder: Path) -> tuple[str, Path]:
        """Return a label and the content of ``size`` generated practices, below ``folder``; 0 is the real content."""
        if not size:
            return f"{len(self.practices)} real", self.content
        self.write(folder / "content", size)
        return f"{size:,} generated", folder / "content"

    def write(self, folder: Path, size: int, seed: int = 1) -> None:
        """Write a catalogue of ``size`` practices and a tenth as many partners below ``folder``."""
        shutil.rmtree(folder, ignore_errors=True)
        for name in ("themes", "vocabularies", "pages"):
            shutil.copytree(self.content / name, folder / name)
        # The two pages with examples link to real practices, which are not in a generated catalogue.
        for file in (folder / "pages").glob("*.md"):
            if "../practices/" in file.read_text(encoding="utf-8"):
                file.unlink()
        for file in (folder / "pages").glob("*.md"):
            text = file.read_text(encoding="utf-8")
            for gone in ("een-bedrijf-benaderen", "samen-in-de-keten", "meedoen"):
                text = text.replace(f"({gone}.md)", "(contact.md)")
            file.write_text(text, encoding="utf-8")
        choose = random.Random(f"{seed}-{size}")
        associations, others = self._write_partners(folder / "partners", max(10, size // 10), choose)
        (folder / "practices").mkdir()
        for number in range(size):
            text = self._practice(number, choose, associations, others)
            (folder / "practices" / f"praktijk-{number:06d}.md").write_text(text, encoding="utf-8")

    def _write_partners(self, folder: Path, count: int, choose: random.Random) -> tuple[list[str], list[str]]:
        folder.mkdir()
        associations: list[str] = []
        others: list[str] = []
        real = list(self.partners.values())
        for number in range(count):
            partner = dict(choose.choice(real))
            partner.pop("opgevolgd_door", None)
            partner.pop("andere_namen", None)
            partner["naam"] = f"{partner['naam']} {number:05d}"
            if number % 3 == 0:
                partner["soort"] = "woningcorporatie"
            elif partner["soort"] == "woningcorporatie":
                partner["soort"] = "bouwbedrijf"
            slug = f"partner-{number:05d}"
            (associations if partner["soort"] == "woningcorporatie" else others).append(slug)
            (folder / f"{slug}.md").write_text(_front_matter(partner), encoding="utf-8")
        return associations, others

    def _practice(self, number: int, choose: random.Random, associations: list[str], others: list[str]) -> str:
        fields = dict(choose.choice(self.practices)[0])
        words = [word for _ in range(2) for word in choose.choice(self.practices)[0]["titel"].split()]
        fields["titel"] = f"{' '.join(words)[:90].strip()} {number}"
        fields["samenvatting"] = choose.choice(self.practices)[0]["samenvatting"]
        fields["corporaties"] = choose.sample(associations, min(len(associations), choose.choice((1, 1, 1, 2, 3))))
        fields["partners"] = choose.sample(others, min(len(others), choose.choice((0, 1, 2, 3))))
        fields["onderbouwing"] = "beschreven"
        body = [""]
        for section, most in zip(SECTIONS, (3, 8, 5, 4), strict=True):
            items = choose.sample(self.sentences[section], choose.randint(max(1, most // 2), most))
            marks = [f"{place}. " if section == "Aanpak" else "- " for place in range(1, len(items) + 1)]
            body += [f"## {section}", "", *(mark + item for mark, item in zip(marks, items, strict=True)), ""]
        link = f"Zie ook [deze praktijk](praktijk-{choose.randrange(number + 1):06d}.md)."
        return _front_matter(fields) + "\n".join([*body, link, ""])


def _front_matter(fields: dict[str, Any]) -> str:
    return f"---\n{yaml.dump(fields, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=10_000)}---\n"
