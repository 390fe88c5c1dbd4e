"""Editors change the catalogue, and the gate for content stays green, also as years pass.

In a copy of the project: its content is copied, the rest is this one. What is changed is found by its properties, not
by its name, so that nothing here depends on what the catalogue holds today.
"""

import datetime
import itertools
import re
import shutil
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from mvo_catalogue.build_cache import BuildCache
from mvo_catalogue.domain.catalogue import Catalogue
from mvo_catalogue.validation.cache import Cache
from mvo_catalogue.validation.load import load_catalogue
from mvo_catalogue.validation.report import Report
from mvo_catalogue.wiring.project import read_today
from tests.form import ask_form
from tests.site.fixtures import ROOT, build, make_project
from tools.site_links import check_site_links

TODAY = read_today()
LATER = datetime.date(2028, 2, 29), datetime.date(2031, 1, 1)


@dataclass(frozen=True)
class Copy:
    """A copy of the project, of which the content may be changed."""

    root: Path
    kept: Cache

    def load(self, day: datetime.date = TODAY) -> tuple[Catalogue, Report]:
        """Return the entries and the report on them, on a day."""
        return load_catalogue(self.root / "content", day, self.kept)

    def file(self, path: str) -> Path:
        """Return a file of the content."""
        return self.root / "content" / path

    def files(self) -> Iterator[Path]:
        """Return all texts of the content."""
        return (path for path in (self.root / "content").rglob("*") if path.suffix in {".md", ".yaml"})

    def read(self, path: str) -> str:
        """Return the text of a file."""
        return self.file(path).read_text(encoding="utf-8")

    def slugs(self, kind: str, pattern: str = "") -> list[str]:
        """Return the names of the entries in a folder in which a pattern is found."""
        found = sorted(path.stem for path in self.file(kind).glob("*.md"))
        return [slug for slug in found if re.search(pattern, self.read(f"{kind}/{slug}.md"), re.MULTILINE)]

    def replace(self, path: str, pattern: str, text: str) -> None:
        """Replace the first piece of a file that fits the pattern."""
        old = self.read(path)
        new = re.sub(pattern, lambda _: text, old, count=1, flags=re.MULTILINE)
        assert new != old, pattern
        self.file(path).write_text(new, encoding="utf-8")

    def mentions(self) -> dict[str, set[Path]]:
        """Return the files that name an entry, in a list, in a value or in the address of a link, by its name."""
        found: dict[str, set[Path]] = defaultdict(set)
        for path in self.files():
            for word in re.findall(r"[\w-]+", path.read_text(encoding="utf-8")):
                found[word].add(path)
        return found

    def update_references(self, old: str, new: str) -> None:
        """Let every file that named the one entry name the other."""
        named = re.compile(rf"(?<![\w-]){re.escape(old)}(?![\w-])")
        for path in self.mentions()[old]:
            path.write_text(named.sub(new, path.read_text(encoding="utf-8")), encoding="utf-8")


def add_one(copy: Copy) -> str:
    """Add the entry that the form makes, of today."""
    other = copy.read(f"practices/{copy.slugs('practices')[0]}.md")
    catalogue, _ = copy.load()
    values = {
        "titel": "Buren sorgen samen voor de geveltuin",
        "samenvatting": "De stoep was kaal en warm. Bewoners en de corporatie legden samen geveltuinen aan.",
        "themas": copy.slugs("themes")[:1],
        "corporaties": re.findall(r"^corporaties:\n +- (.+)", other, re.MULTILINE),
        "onderbouwing": "beschreven",
        "bronnen": [{"titel": "Geveltuinen in de straat", "uitgever": "De wijkkrant"}],
        "gepubliceerd": TODAY.isoformat(),
        "gecontroleerd": TODAY.isoformat(),
    }
    steps = "1. Vraag bewoners wie er mee wil doen.\n2. Haal samen tegels weg.\n3. Plant in het voorjaar."
    (answer,) = ask_form(catalogue, [(values, {"Aanpak": steps})])
    copy.file("practices/geveltuinen-met-buren.md").write_text(answer["text"], encoding="utf-8")
    return "praktijken/geveltuinen-met-buren"


def change_one(copy: Copy) -> str:
    """Change the title of a practice, and set its review to today."""
    slug = copy.slugs("practices")[0]
    copy.replace(f"practices/{slug}.md", r"^titel:.*", 'titel: "Een titel die er nog niet was"')
    copy.replace(f"practices/{slug}.md", r"^gecontroleerd:.*(?:\n  .*)*", f"gecontroleerd: {TODAY} # nagekeken")
    return f"praktijken/{slug}"


def rename_one(copy: Copy) -> str:
    """Give the practice that others name most another name, there too."""
    mentions = copy.mentions()
    slug = max(copy.slugs("practices"), key=lambda slug: len(mentions[slug]))
    copy.update_references(slug, "een-andere-naam")
    copy.file(f"practices/{slug}.md").rename(copy.file("practices/een-andere-naam.md"))
    return "praktijken/een-andere-naam"


def remove_one(copy: Copy) -> str:
    """Remove a practice that no other file names."""
    mentions = copy.mentions()
    slug = next(slug for slug in copy.slugs("practices") if not mentions[slug])
    copy.file(f"practices/{slug}.md").unlink()
    return "praktijken"


def merge_two_partners(copy: Copy) -> str:
    """Merge a partner into another of its kind, with which it never worked."""
    found = copy.mentions()
    mentions = {slug: found[slug] | {copy.file(f"partners/{slug}.md")} for slug in copy.slugs("partners")}
    kinds = {slug: re.findall("^soort: .*", copy.read(f"partners/{slug}.md"), re.MULTILINE) for slug in mentions}
    kept, gone = next(
        (one, other)
        for one, other in itertools.permutations(mentions, 2)
        if kinds[one] == kinds[other] and len(mentions[other]) > 1 and not mentions[one] & mentions[other]
    )
    copy.file(f"partners/{gone}.md").unlink()
    copy.update_references(gone, kept)
    return f"partners/{kept}"


def add_a_theme(copy: Copy) -> str:
    """Add a theme, and use it."""
    pillar = re.findall("^pijler: .*", copy.read(f"themes/{copy.slugs('themes')[0]}.md"), re.MULTILINE)[0]
    copy.file("themes/water-in-de-wijk.md").write_text(
        f'---\nnaam: "Water in de wijk"\nvraag: "Hoe houden we straten droog en koel?"\n{pillar}\n---\n\n'
        "Regen valt vaker in buien. Dit thema gaat over water op straat, op het dak en in de tuin.\n",
        encoding="utf-8",
    )
    copy.replace(f"practices/{copy.slugs('practices')[0]}.md", r"^themas:\n", "themas:\n  - water-in-de-wijk\n")
    return "themas/water-in-de-wijk"


def add_a_value(copy: Copy) -> str:
    """Add a value to a vocabulary, and use it."""
    with copy.file("vocabularies/doelgroepen.yaml").open("a", encoding="utf-8") as file:
        file.write("vrijwilligers-in-de-wijk:\n  naam: Wijkvrijwilligers\n")
    slug = copy.slugs("practices", "^doelgroepen:\n")[0]
    copy.replace(f"practices/{slug}.md", r"^doelgroepen:\n", "doelgroepen:\n  - vrijwilligers-in-de-wijk\n")
    return f"praktijken/{slug}"


CHANGES = [remove_one, rename_one, merge_two_partners, add_one, change_one, add_a_theme, add_a_value]
"""In this order no change removes the page of another."""


def test_content_changes_need_no_change_of_the_software(tmp_path: Path) -> None:
    """After each change the check is run, and once more on later dates, when only notices of age appear.

    The effect of a change on pages and links is still there after the next ones, so one build of all of them, on the
    last of those dates, shows what ``make content`` would.
    """
    root = make_project(tmp_path / "project", ROOT / "content")
    for name in ("checked.jsonl", "terms.json", "words.json"):  # the cache from before the tests
        if (known := ROOT / ".build" / name).is_file():
            shutil.copy(known, root / ".build")
    copy, pages = Copy(root, Cache(BuildCache(root / ".build"))), {}
    for change in CHANGES:
        pages[change.__name__] = change(copy)
        _, now = copy.load()
        assert not now.has_errors, (change.__name__, now.diagnostics)
    for day in LATER:
        _, then = copy.load(day)
        assert {diagnostic.rule for diagnostic in set(then.diagnostics) - set(now.diagnostics)} <= {"stale-review"}
    noon = datetime.datetime.combine(LATER[-1], datetime.time(12), datetime.UTC)
    build(copy.root / "output", copy.root, SOURCE_DATE_EPOCH=str(int(noon.timestamp())))
    assert check_site_links(copy.root / "output") == []
    for name, page in pages.items():
        assert (copy.root / "output" / page / "index.html").is_file(), name
