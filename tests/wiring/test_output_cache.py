"""Reusing files of the previous site never changes the result."""

import datetime
import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mvo_catalogue.build_cache import BuildCache
from mvo_catalogue.wiring import page_keys
from mvo_catalogue.wiring.command_line import main
from mvo_catalogue.wiring.commands.build import build_site
from mvo_catalogue.wiring.output_cache import OutputCache
from mvo_catalogue.wiring.output_folder import LIST
from mvo_catalogue.wiring.page_keys import PageKeys
from tests.site.fixtures import ROOT
from tests.validation.conftest import CASES
from tests.wiring.conftest import read_tree, rebuilt

SETTINGS, OUTPUT, COLD = Path("pelicanconf.py"), Path("output"), Path("cold")
CONTENT = Path("content")
PRACTICES = CONTENT / "practices"
NOTES = Path(".build", "output.made")

Edit = Callable[[int], object]


@pytest.fixture
def real(project, monkeypatch):
    """Return the project with the real theme, of which templates can be changed; it starts again with ``start``."""
    shutil.rmtree("theme")
    shutil.copytree(ROOT / "theme" / "templates", "theme/templates")
    shutil.rmtree(".build/assets")
    Path(".build", "assets").symlink_to(ROOT / ".build" / "assets")
    settings, epoch = SETTINGS.read_text(encoding="utf-8"), "1795219200"

    def start() -> None:
        for folder in (CONTENT, OUTPUT, COLD):
            shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(CASES / "base" / "content", CONTENT)
        SETTINGS.write_text(settings, encoding="utf-8")
        monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)

    return start


def read_site(folder: Path) -> dict[str, bytes]:
    """Return the files of a site, without those of the previous build."""
    files = read_tree(folder)
    of_before = files.pop(LIST, b"").decode().split()
    return {name: data for name, data in files.items() if name not in of_before}


def replace(file: Path, old: str, new: str) -> None:
    """Change the first of a text in a file, if it is there."""
    if file.is_file():
        file.write_text(file.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")


def pick(number: int, pattern: str = "practices/*.md") -> Path:
    """Return one of the files of the content."""
    return sorted(CONTENT.glob(pattern))[number % len(list(CONTENT.glob(pattern)))]


def list_kept() -> list[Path]:
    """Return the cache files beside the site."""
    return [file for file in Path(".build").iterdir() if file.is_file()]


def build_cold() -> None:
    """Build the site in another folder, without caches."""
    shutil.rmtree(COLD, ignore_errors=True)
    kept = {file: file.read_bytes() for file in list_kept()}
    for file in kept:
        file.unlink()
    build_site(SETTINGS, COLD)
    for file, data in kept.items():
        file.write_bytes(data)


def add_practice(number: int) -> None:
    """Add one that looks like another, if that still has its name."""
    copy, other = PRACTICES / f"nieuw-{number}.md", PRACTICES / "warm-welkom.md"
    if other.is_file():
        shutil.copy(other, copy)
    replace(copy, "titel: Warm welkom", f"titel: Nummer {number}, een groet")


EDITS: dict[str, Edit] = {
    "sentence": lambda number: pick(number).write_text(f"{pick(number).read_text()}\nZin {number}.\n"),
    "title": lambda number: replace(pick(number), "titel: ", f"titel: Nog {number} "),
    "day": lambda number: replace(pick(number), "gecontroleerd: 2026-11-20", "gecontroleerd: 2026-11-21"),
    "theme of an entry": lambda number: replace(pick(number), "  - wonen\n", "  - werken\n"),
    "add": add_practice,
    "rename": lambda number: main(["hernoem", pick(number).stem, f"anders-{number}", "--ja"]),
    "take down": lambda number: (
        main(["verwijder", pick(0).stem, "--reden", "Klopt niet meer.", "--ja"])
        if len(list(PRACTICES.glob("*.md"))) > 1
        else None
    ),
    "partner": lambda number: replace(pick(number, "partners/*.md"), "naam: ", f"naam: Nieuw {number} "),
    "theme": lambda number: replace(pick(number, "themes/*.md"), "vraag: ", f"vraag: Weer {number}, "),
    "value": lambda number: replace(CONTENT / "vocabularies" / "doelgroepen.yaml", "naam: ", f"naam: Zeer {number} "),
    "text": lambda number: pick(number, "pages/*.md").write_text(f"{pick(number, 'pages/*.md').read_text()}\nZin.\n"),
    "template": lambda number: replace(
        Path("theme/templates/components/site-footer.html"), "<footer", f"<footer data-number='{number}'"
    ),
    "settings": lambda number: SETTINGS.write_text(f"{SETTINGS.read_text()}\nSITESUBTITLE = 'Nummer {number}'\n"),
    "split of a word": lambda number: (CONTENT / "vocabularies" / "samenstellingen.yaml").write_text(
        f"jeugdhonk:\n  naam: jeugdhonk\n  delen: [{('jeugd', 'honk')[number % 2]}]\n"
    ),
    "forget": lambda number: NOTES.unlink(missing_ok=True),
    "cut short": lambda number: [file.write_bytes(file.read_bytes()[: -number - 1]) for file in list_kept()],
    "damage": lambda number: replace(pick(number, "../output/praktijken/**/*.html"), "</main>", ""),
}


@settings(
    max_examples=2,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(st.lists(st.tuples(st.sampled_from(sorted(EDITS)), st.integers(0, 9)), min_size=2, max_size=4, unique=True))
def test_any_sequence_of_edits_gives_the_site_of_a_first_build(real, edits):
    """Entries, vocabularies, texts, templates, settings, the cache, and the date."""
    real()
    build_site(SETTINGS, OUTPUT)
    for days, (name, number) in enumerate(edits):
        with pytest.MonkeyPatch.context() as clock:
            day = datetime.timedelta(days=400 * (days % 2))
            clock.setenv("SOURCE_DATE_EPOCH", str(int(1795219200 + day.total_seconds())))
            EDITS[name](number)
            build_site(SETTINGS, OUTPUT)
            build_cold()
        assert read_site(OUTPUT) == read_site(COLD), (name, number)


def test_only_pages_with_a_changed_context_are_rendered(real, monkeypatch):
    """None when nothing changed, or only the date."""
    real()
    build_site(SETTINGS, OUTPUT)
    names = rebuilt(monkeypatch)
    build_site(SETTINGS, OUTPUT)
    assert names == set()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(1795219200 + 86_400))
    build_site(SETTINGS, OUTPUT)
    assert names == set()

    replace(PRACTICES / "portieken.md", "Achttien leerlingen", "Negentien leerlingen")
    build_site(SETTINGS, OUTPUT)
    assert names >= {"praktijken/portieken/index.html"}
    assert not names & {"partners/het-anker/index.html", "meedoen/praktijk/index.html", "tabel/index.html"}


def test_what_a_page_shows_is_computed_only_when_something_it_reads_changed(real, monkeypatch):
    """Of practices, notes and organisations."""
    real()
    build_site(SETTINGS, OUTPUT)
    computed, key = set(), PageKeys.key

    def note(keys, page, context):
        computed.add(page.path)
        return key(keys, page, context)

    monkeypatch.setattr(PageKeys, "key", note)
    replace(CONTENT / "partners" / "wijkwerk.md", "naam: ", "naam: Nieuw ")
    build_site(SETTINGS, OUTPUT)
    assert computed >= {"/partners/wijkwerk/", "/praktijken/portieken/", "/praktijken/portieken/notitie/"}
    assert not computed & {"/praktijken/warm-welkom/notitie/", "/partners/het-anker/"}
    assert "Nieuw" in (OUTPUT / "praktijken" / "portieken" / "index.html").read_text(encoding="utf-8")


def test_another_version_of_any_library_renders_all_pages(real, monkeypatch, tmp_path):
    """Indirect dependencies too."""
    real()
    build_site(SETTINGS, OUTPUT)
    names = rebuilt(monkeypatch)
    (tmp_path / "mdurl-99.dist-info").mkdir()
    monkeypatch.setattr(page_keys, "_LIBRARIES", tmp_path)
    build_site(SETTINGS, OUTPUT)
    assert "praktijken/portieken/index.html" in names


def test_with_foreign_functions_all_pages_are_rendered(real, monkeypatch):
    real()
    SETTINGS.write_text(f"{SETTINGS.read_text()}\nJINJA_GLOBALS = {{'now': lambda: 'nu'}}\n")
    replace(Path("theme/templates/components/site-footer.html"), "<footer", "{{ now() }}<footer")
    build_site(SETTINGS, OUTPUT)
    (OUTPUT / "praktijken" / "portieken" / "index.html").write_text("kept")
    build_site(SETTINGS, OUTPUT)
    assert "nu" in (OUTPUT / "praktijken" / "portieken" / "index.html").read_text(encoding="utf-8")


def test_an_unchanged_file_is_hard_linked(real):
    real()
    build_site(SETTINGS, OUTPUT)
    before = {name: (OUTPUT / name).stat().st_ino for name in read_tree(OUTPUT)}
    replace(PRACTICES / "portieken.md", "Achttien leerlingen", "Negentien leerlingen")
    build_site(SETTINGS, OUTPUT)
    written = {name for name in read_tree(OUTPUT) if before.get(name) != (OUTPUT / name).stat().st_ino}
    assert written >= {"praktijken/portieken/index.html", "praktijken/portieken/gegevens.json", "data/praktijken.csv"}
    assert not written & {
        "praktijken/warm-welkom/gegevens.json",
        "data/partners.csv",
        "robots.txt",
        "overzicht/index.html",
    }


def test_no_file_of_the_previous_site_is_written_to(tmp_path):
    site, new, build_cache = tmp_path / "site", tmp_path / "new", BuildCache(tmp_path / "kept")
    first = OutputCache(build_cache, site)
    first.write("a/page", b"as it was", site, b"of")
    first.save()

    outputs = OutputCache(build_cache, site)
    assert outputs.reuse("a/page", b"of", new)
    assert (new / "a" / "page").samefile(site / "a" / "page")
    outputs.write("a/page", b"as it is", new)
    assert (site / "a" / "page").read_bytes() == b"as it was"
    assert (new / "a" / "page").read_bytes() == b"as it is"


@pytest.mark.parametrize(
    "foreign", [[], {"index.html": 1}, {"index.html": "x"}, {"index.html": ["6f66", "", 1, ""]}, "x"]
)
def test_records_of_another_shape_are_ignored(tmp_path, foreign):
    build_cache = BuildCache(tmp_path)
    build_cache.write("site.made", b"", json.dumps(foreign).encode())
    assert not OutputCache(build_cache, tmp_path / "site").reuse("index.html", b"of", tmp_path)
