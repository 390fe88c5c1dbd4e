"""A build replaces the whole site, or nothing."""

import os
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

import mvo_catalogue
from mvo_catalogue.domain.catalogue import Catalogue
from mvo_catalogue.refused import Refused
from mvo_catalogue.validation import load
from mvo_catalogue.wiring import building, compress, generator, page_keys
from mvo_catalogue.wiring.building import read_settings
from mvo_catalogue.wiring.command_line import main
from mvo_catalogue.wiring.commands.build import build_site
from mvo_catalogue.wiring.page_keys import PageKeys
from mvo_catalogue.wiring.project import read_today
from tests.factories import make_site
from tests.wiring.conftest import read_tree

SETTINGS = Path("pelicanconf.py")


@pytest.fixture
def output(project):
    """Return a folder with an older site."""
    folder = project / "output"
    folder.mkdir()
    (folder / "index.html").write_text("de oude site")
    (folder / "oud.html").write_text("een oude pagina")
    (folder / "build.json").write_text("{}")
    return folder


def fill(folder: Path, text: str) -> Path:
    """Make a folder with one file."""
    folder.mkdir(parents=True)
    (folder / "build.json").write_text("{}")
    (folder / "index.html").write_text(text)
    return folder


def test_a_build_replaces_the_whole_site(project, output, capsys):
    """Pages, assets, search, feeds and sitemap; no old or temporary files remain."""
    count = build_site(SETTINGS, output)
    files = read_tree(output)

    assert count == sum(name.endswith(".html") for name in files)
    assert files["index.html"] == b"<title>MVO-praktijkcatalogus</title>/assets/site.ab12.css"
    assert {"praktijken/portieken/index.html", "404.html", "assets/site.ab12.css", "sitemap.xml", "robots.txt"} <= set(
        files
    )
    assert {
        "zoekindex/manifest.json",
        "zoekindex/lunr.json",
        "feeds/praktijken.atom.xml",
        "feeds/themas/wonen.atom.xml",
    } <= set(files)
    assert "oud.html" not in files
    assert sorted(path.name for path in project.iterdir()) == [".build", "content", "output", "pelicanconf.py", "theme"]
    assert capsys.readouterr().out == "De site wordt gebouwd …\nGecontroleerd: 21 bestanden. Alles is in orde.\n"


def test_a_build_updates_the_schemas_for_editors(project, capsys):
    """Without ``mvo schema``."""
    topic = (project / "content" / "themes" / "wonen.md").read_text(encoding="utf-8")
    (project / "content" / "themes" / "fietsen.md").write_text(topic.replace("Wonen", "Fietsen"), encoding="utf-8")
    build_site(SETTINGS, project / "output")

    assert '"fietsen"' in (project / ".build" / "schema" / "praktijk.schema.json").read_text(encoding="utf-8")
    capsys.readouterr()
    main(["schema"])
    assert ".build/schema/" not in capsys.readouterr().out


def test_a_build_needs_no_network(project):
    """Not even the loopback interface."""
    if not shutil.which("unshare") or subprocess.run(["unshare", "-rn", "true"], check=False).returncode:
        pytest.skip("this machine may not make a network of its own")
    build = ["unshare", "-rn", sys.executable, "-m", "mvo_catalogue", "build"]
    done = subprocess.run(build, cwd=project, capture_output=True, text=True, check=False)

    assert (done.returncode, done.stderr) == (0, "")
    assert (project / "output" / "index.html").is_file()


def test_a_first_build_gives_the_same_bytes_as_a_later_one(project, output):
    """With and without compiled templates and social images in the cache."""
    build_site(SETTINGS, output)
    later = read_tree(output)
    for kept in ("templates", "social-images"):
        shutil.rmtree(project / ".build" / kept)
    build_site(SETTINGS, output)

    assert read_tree(output) == later


def test_one_process_and_several_give_the_same_bytes(project, output, monkeypatch):
    build_site(SETTINGS, output, compress=True)
    alone = read_tree(output)
    for module in (load, generator, compress):
        monkeypatch.setattr(module, "_PARALLEL_FROM", 1)
    build_site(SETTINGS, output, compress=True)

    assert read_tree(output) == alone


def test_an_error_in_another_process_is_reported(project, output, monkeypatch):
    monkeypatch.setattr(generator, "_PARALLEL_FROM", 1)
    break_template(project)
    with pytest.raises(Refused, match="'niets' is undefined"):
        build_site(SETTINGS, output)


def test_a_changed_template_is_compiled_again(project, output):
    build_site(SETTINGS, output)
    (project / "theme" / "templates" / "home.html").write_text("<h1>{{ page.title }}</h1>")
    build_site(SETTINGS, output)

    assert (output / "index.html").read_text() == "<h1>MVO-praktijkcatalogus</h1>"


def test_drafts_are_not_built(project, output):
    file = project / "content" / "practices" / "warm-welkom.md"
    file.write_text(file.read_text().replace("gepubliceerd:", "concept: true\ngepubliceerd:"))
    build_site(SETTINGS, output)

    assert [name for name, data in read_tree(output).items() if "warm-welkom" in name or b"Warm welkom" in data] == []


def test_links_include_the_subfolder_of_the_site(project, output, monkeypatch):
    monkeypatch.setenv("SITEURL", "https://mvo.example.nl/catalogus/")
    build_site(SETTINGS, output)

    assert (output / "index.html").read_text().endswith("/catalogus/assets/site.ab12.css")
    assert "https://mvo.example.nl/catalogus/sitemap.xml" in (output / "robots.txt").read_text()


def break_content(project: Path) -> None:
    """Name a topic that is not there."""
    file = project / "content" / "practices" / "portieken.md"
    file.write_text(file.read_text().replace("  - werken", "  - werkn"))


def break_syntax(project: Path) -> None:
    """Leave a template unfinished."""
    (project / "theme" / "templates" / "practice.html").write_text("\n{% if %}")


def break_template(project: Path) -> None:
    """Use an undefined value on one of the last pages."""
    (project / "theme" / "templates" / "not_found.html").write_text("{{ niets }}")


def lose_template(project: Path) -> None:
    """Remove a template."""
    (project / "theme" / "templates" / "topic.html").unlink()


def lose_assets(project: Path) -> None:
    """Forget to make the styles."""
    (project / ".build" / "assets" / "manifest.json").unlink()


def lose_style(project: Path) -> None:
    """Remove an asset."""
    (project / ".build" / "assets" / "site.ab12.css").unlink()


def break_address(project: Path) -> None:
    """Give an address without https."""
    os.environ["SITEURL"] = "mvo.example.nl"  # unset by the fixture afterwards


def break_settings(project: Path) -> None:
    """Write settings that are no Python."""
    (project / "pelicanconf.py").write_text("SITENAME = \n")


def forget_plugin(project: Path) -> None:
    """Let Pelican build without the catalogue."""
    file = project / "pelicanconf.py"
    file.write_text(file.read_text().replace('"mvo_catalogue.wiring"', ""))


def lose_content(project: Path) -> None:
    """Point at a folder that is not there."""
    (project / "content").rename(project / "inhoud")


@pytest.mark.parametrize(
    ("damage", "words"),
    [
        (break_content, "content/practices/portieken.md:5:5: fout [unknown-topic]"),
        (break_syntax, "practice.html:2:1: fout [template]"),
        (break_template, "'niets' is undefined"),
        (lose_template, "topic.html"),
        (lose_assets, "make assets"),
        (lose_style, "make assets"),
        (break_address, "“mvo.example.nl” kan niet als SITEURL"),
        (break_settings, "pelicanconf.py"),
        (forget_plugin, "mvo_catalogue.wiring"),
        (lose_content, "content"),
    ],
)
def test_a_failed_build_leaves_the_old_site(project, output, monkeypatch, damage, words):
    monkeypatch.setenv("SITEURL", "")
    damage(project)
    before = read_tree(output)
    with pytest.raises(Refused) as caught:
        build_site(SETTINGS, output)

    assert words in str(caught.value)
    assert read_tree(output) == before
    assert [path.name for path in project.iterdir() if path.name.startswith(".output")] == []


def test_a_full_disk_during_compression_leaves_the_old_site(project, output, monkeypatch):
    def fail(folder, made):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(building, "compress_files", fail)
    before = read_tree(output)
    with pytest.raises(Refused, match="De schijf is vol"):
        build_site(SETTINGS, output, compress=True)

    assert read_tree(output) == before


def test_a_crash_leaves_no_temporary_files(project, output, monkeypatch):
    def crash(folder, made):
        raise RuntimeError("onze fout")

    monkeypatch.setattr(building, "compress_files", crash)
    with pytest.raises(RuntimeError):
        build_site(SETTINGS, output, compress=True)

    assert sorted(path.name for path in project.iterdir()) == [".build", "content", "output", "pelicanconf.py", "theme"]


def test_an_interrupted_replacement_is_repaired(project):
    """By the next build."""
    fill(project / ".output.old", "de oude site")
    break_content(project)
    with pytest.raises(Refused):
        build_site(SETTINGS, project / "output")

    assert (project / "output" / "index.html").read_text() == "de oude site"


def test_temporary_files_of_a_killed_build_are_removed(project, output):
    fill(project / ".output.new", "half")
    fill(project / ".output.old", "nog ouder")
    build_site(SETTINGS, output)

    assert [path.name for path in project.iterdir() if path.name.startswith(".output")] == []
    assert b"half" not in read_tree(output)["index.html"]


def digest_common(output: Path) -> bytes:
    """Return a digest of what all pages of the current project depend on."""
    values = read_settings(SETTINGS, output)
    values["CATALOGUE_SETTINGS"] = page_keys.digest_settings(values)
    return PageKeys(values, replace(make_site(), today=read_today()), Catalogue())._common


def test_the_key_of_a_page_changes_with_every_shared_input(project, monkeypatch):
    """Texts of Pelican, theme, settings and what they name, libraries, code, and the date if a template uses it."""
    root = project
    (root / "eigen").mkdir()
    (root / "extra").mkdir()
    code, libraries = root / "code", root / "libraries"
    libraries.mkdir()
    shutil.copytree(Path(mvo_catalogue.__file__).parent, code)
    monkeypatch.setattr(page_keys, "_LIBRARIES", libraries)
    monkeypatch.setattr(mvo_catalogue, "__file__", str(code / "__init__.py"))
    settings = root / "pelicanconf.py"
    settings.write_text(settings.read_text() + "THEME_TEMPLATES_OVERRIDES = ['eigen']\nSTATIC_PATHS = ['../extra']\n")

    def digest():
        return digest_common(root / "output")

    def add(line):
        settings.write_text(settings.read_text() + line + "\n")

    seen = [digest()]
    for change in (
        lambda: (root / "content" / "pages" / "over.md").write_text("anders"),
        lambda: (root / "content" / "pages" / "over.md").rename(root / "content" / "pages" / "contact.md"),
        lambda: (root / "theme" / "templates" / "home.html").write_text("anders"),
        lambda: (root / ".build" / "assets" / "manifest.json").write_text("{}"),
        lambda: (root / "eigen" / "home.html").write_text("anders"),
        lambda: (root / "extra" / "CNAME").write_text("mvo.example.nl"),
        lambda: (code / "pages" / "social_image.py").write_text("_BAND_PAPER = (255, 0, 0)"),
        lambda: add("SITESUBTITLE = 'Anders'"),
        lambda: add("JINJA_FILTERS = {'hard': lambda text: text.upper()}"),
        lambda: add("JINJA_FILTERS = {'hard': lambda text: text.lower()}"),
        lambda: monkeypatch.setenv("SITEURL", "https://mvo.example.nl"),
        lambda: monkeypatch.setenv("CATALOGUE_REPOSITORY", "https://code.example.nl"),
        lambda: (root / "eigen" / "home.html").write_text("{{ site.today }}"),
        lambda: monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795305600"),
        (libraries / "jinja2-0.dist-info").mkdir,
    ):
        change()
        seen.append(digest())

    assert len(set(seen)) == len(seen)
    assert digest() == seen[-1]


def test_the_key_does_not_depend_on_the_folder_of_the_project(project, tmp_path, monkeypatch):
    """Nor on that of the output."""
    shutil.copytree(project, tmp_path / "elders")

    here = digest_common(project / "output")
    assert digest_common(Path("x/y")) == here
    monkeypatch.setenv("SITEURL", "http://127.0.0.1:8000")
    assert digest_common(project / "output") == here
    monkeypatch.chdir(tmp_path / "elders")
    assert digest_common(project / "output") == here
