"""Which files change with the content."""

from collections.abc import Callable
from pathlib import Path

from tests.site.fixtures import DAY, build, make_project

ENTRY = "alles-ingevuld"
NAMES = (ENTRY, "alles", "volledig")
"""The slug of an entry, now and before."""


def changed_files(before: Path, root: Path, change: Callable[[Path], object], **environment: str) -> set[str]:
    """Return the files of a site that a change of the project adds, removes or changes."""
    make_project(root)
    change(root / "content" / "practices" / f"{ENTRY}.md")
    build(root / "site", root, **environment)
    one, other = (
        {file.relative_to(site).as_posix(): file.read_bytes() for file in site.rglob("*") if file.is_file()}
        for site in (before, root / "site")
    )
    return {name for name in one.keys() | other.keys() if one.get(name) != other.get(name)}


def add_sentence(file: Path) -> None:
    """Add a sentence to an entry."""
    file.write_text(f"{file.read_text(encoding='utf-8')}\nEen zin van later.\n", encoding="utf-8")


def test_a_changed_sentence_changes_one_page(sample_site: Path, tmp_path: Path) -> None:
    """And the data of the entry at each of its addresses, those of the catalogue, and the index."""
    found = changed_files(sample_site, tmp_path, add_sentence)
    data = {f"praktijken/{name}/{file}" for name in NAMES for file in ("bron.md", "gegevens.json")}
    catalogue = {"data/catalogus.json", "data/catalogus.xlsx", "data/praktijken.csv"}
    index = {
        f"zoekindex/{kind}" for kind in ("forward-0", "hits-0", "lunr", "manifest", "reversed-0", "terms-0", "texts-0")
    }
    found = {name.partition(".")[0] if name.startswith("zoekindex/") else name for name in found}
    assert found == {f"praktijken/{ENTRY}/index.html", *data, *catalogue, *index}


def test_a_new_date_changes_no_page(sample_site: Path, tmp_path: Path) -> None:
    """Unless an entry becomes stale: only the record of the build and the template of a new entry have the date."""
    found = changed_files(sample_site, tmp_path, lambda _: None, SOURCE_DATE_EPOCH=str(int(DAY) + 86_400))
    assert found == {"build.json", "meedoen/praktijk/sjabloon.md"}
