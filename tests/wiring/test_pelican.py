"""Plain `pelican` builds the site, with its settings and other plugins."""

import html
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from pelican import Pelican, signals
from pelican.settings import read_settings

from mvo_catalogue.wiring.settings import UnsupportedSetting
from tests.exports.atom import find_atom_errors
from tests.wiring.conftest import read_tree

PRACTICE = Path("content/practices/portieken.md")
PAGE = Path("output/praktijken/portieken/index.html")


def pelican(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run Pelican's own command here, on a wide terminal."""
    command = [sys.executable, "-m", "pelican", "content", *arguments]
    environment = {**os.environ, "COLUMNS": "300"}
    return subprocess.run(command, capture_output=True, text=True, check=False, env=environment)


def build(**settings: object) -> dict[str, bytes]:
    """Build here with these settings added to those of the project, and return the files."""
    override = {"OUTPUT_PATH": "output", **settings}
    Pelican(read_settings("pelicanconf.py", override=override)).run()
    return read_tree(Path("output"))


def write_template(name: str, text: str) -> None:
    """Give the theme of the project this template."""
    Path("theme/templates", name).write_text(text)


def retitle(title: str) -> None:
    """Give a practice another title."""
    PRACTICE.write_text(re.sub("^titel: .*", f"titel: {title}", PRACTICE.read_text(), flags=re.MULTILINE))


def test_pelican_builds_over_an_existing_output(project):
    """Into any folder, and reports what it made."""
    for arguments in (["-o", "elders"], ["-D", "-d", "--fatal", "warnings", "-o", "elders"]):
        retitle(f"Titel {len(arguments)}")
        done = pelican(*arguments)

        assert done.returncode == 0, done.stdout + done.stderr
        assert "De catalogus: 2 praktijken, 3 organisaties, 2 thema’s, op " in done.stdout
        assert f"<title>Titel {len(arguments)}</title>" in Path("elders", *PAGE.parts[1:]).read_text()


def test_errors_in_the_content_give_the_whole_report(project):
    """Without traceback, and for news items too."""
    PRACTICE.write_text(PRACTICE.read_text().replace("  - werken", "  - werkn"))
    write_news(datum="binnenkort")
    done = pelican()

    assert done.returncode == 1
    assert "content/practices/portieken.md:5:5: fout [unknown-topic] “werkn” is geen bekend thema." in done.stdout
    assert "content/nieuws/een-bericht.md:4:8: fout [wrong-date]" in done.stdout
    assert "Traceback" not in done.stdout + done.stderr
    assert not PAGE.exists()


def write_news(**values: str) -> None:
    """Write a message that links to a page and a practice."""
    front = {
        "titel": "Een bericht",
        "samenvatting": "Wat er nieuw is in de catalogus, in een zin of twee.",
        "datum": "2026-11-20",
    } | values
    text = "Lees [dit]({filename}../practices/portieken.md#aanpak) en [dat]({filename}../pages/over.md)."
    folder = Path("content/nieuws")
    folder.mkdir(exist_ok=True)
    lines = [f"{key}: {value}" for key, value in front.items()]
    (folder / "een-bericht.md").write_text("\n".join(["---", *lines, "---", "", text, ""]))


def wait_until(condition, act=lambda: None) -> None:
    """Wait for at most a minute, and do something every three seconds meanwhile."""
    limit = time.monotonic() + 60
    while not condition():
        assert time.monotonic() < limit
        act()
        again = time.monotonic() + 3
        while not condition() and time.monotonic() < again:
            time.sleep(0.1)


def test_autoreload_builds_after_a_change_and_waits_after_an_error(project):
    log = Path("log")
    command = [sys.executable, "-u", "-m", "pelican", "content", "--autoreload", "--listen", "--port", "0"]
    with (
        log.open("w") as out,
        subprocess.Popen(
            command, stdout=out, stderr=out, env={**os.environ, "COLUMNS": "300"}, start_new_session=True
        ) as process,
    ):
        try:
            wait_until(lambda: "Done: Processed" in log.read_text())
            # A change is only noticed once Pelican watches.
            wait_until(lambda: "Nog eens" in PAGE.read_text(), lambda: retitle("Nog eens"))
            wait_until(lambda: log.read_text().count("Done: Processed") >= 2)
            time.sleep(1)
            good = PRACTICE.read_text()
            PRACTICE.write_text(good.replace("  - werken", "  - werkn"))
            wait_until(lambda: "“werkn” is geen bekend thema" in log.read_text())
            time.sleep(3)
            assert log.read_text().count("Caught exception") == 1
            PRACTICE.write_text(good.replace("Nog eens", "Weer goed"))
            wait_until(lambda: "Weer goed" in PAGE.read_text())
        finally:
            os.killpg(process.pid, signal.SIGTERM)  # its server and its watcher are processes of their own


def test_settings_for_jinja_and_templates_work(project):
    """Filters, globals, tests, options and template overrides, in templates of the theme too."""
    Path("eigen").mkdir()
    Path("eigen/offline.html").write_text("{{ 'a'|hard }} {{ hallo }} {{ 'x' is raar }} [[ page.title ]] {{ '<'|e }}")
    files = build(
        THEME_TEMPLATES_OVERRIDES=["eigen"],
        JINJA_FILTERS={"hard": str.upper},
        JINJA_GLOBALS={"hallo": "<hallo>"},
        JINJA_TESTS={"raar": lambda value: value == "x"},
        JINJA_ENVIRONMENT={"comment_start_string": "[[", "comment_end_string": "]]"},
    )

    assert files["offline.html"] == b"A &lt;hallo&gt; True  &lt;"
    assert files["404.html"].startswith(b"<title>")


def test_a_changed_filter_of_the_settings_takes_effect(project):
    """Despite the cache of compiled templates."""
    write_template("offline.html", "{{ 'a'|eigen }}")

    assert build(JINJA_FILTERS={"eigen": lambda text: text + "1"})["offline.html"] == b"a1"
    assert build(JINJA_FILTERS={"eigen": lambda text: text + "2"})["offline.html"] == b"a2"


def test_default_lang_is_on_every_page_and_feed(project):
    write_template("offline.html", "{{ site.language }}")
    files = build(DEFAULT_LANG="fy")

    assert files["offline.html"] == b"fy"
    assert b'xml:lang="fy"' in files["feeds/praktijken.atom.xml"]


def test_static_paths_and_extra_path_metadata_work(project):
    Path("extra").mkdir()
    Path("extra/CNAME").write_text("mvo.example.nl")
    files = build(STATIC_PATHS=["../extra"], EXTRA_PATH_METADATA={"../extra/CNAME": {"path": "CNAME"}})

    assert files["CNAME"] == b"mvo.example.nl"


def test_files_in_extra_are_copied_to_the_root_instead_of_ours(project):
    extra = Path("content/extra")
    extra.mkdir()
    for name in ("CNAME", "robots.txt", "security.txt"):
        (extra / name).write_text(f"van {name}")
    files = build(CATALOGUE_MAIL="mvo@example.nl")

    assert files["CNAME"] == b"van CNAME"
    assert files["robots.txt"] == b"van robots.txt"
    assert files[".well-known/security.txt"] == b"van security.txt"
    shutil.rmtree(extra)
    assert build(CATALOGUE_MAIL="mvo@example.nl")[".well-known/security.txt"].startswith(b"Contact: mailto:mvo@")


def test_a_static_file_with_the_path_of_ours_is_refused(project):
    Path("extra").mkdir()
    for path in ("sitemap.xml", "praktijken/index.html"):
        Path("extra/x").write_text("weg")
        with pytest.raises(UnsupportedSetting, match=f"zou {path} van de site zelf vervangen"):
            build(STATIC_PATHS=["../extra"], EXTRA_PATH_METADATA={"../extra/x": {"path": path}})


def test_other_plugins_get_content_written_and_finalized(project):
    """With the context, when the file exists."""
    write_news()
    written: dict[str, str] = {}
    at_the_end: list[bool] = []

    def see(path: str, context: dict[str, Any]) -> None:
        assert Path(path).is_file()
        written[Path(path).relative_to(Path("output").resolve()).as_posix()] = (
            context.get("article") or context["page"]
        ).url

    def see_all(pelican: Pelican) -> None:
        at_the_end.append(Path(pelican.output_path, "zoekindex/manifest.json").is_file())

    with signals.content_written.connected_to(see), signals.finalized.connected_to(see_all):
        files = build()

    assert set(written) == {name for name in files if name.endswith(".html")}
    assert written["nieuws/een-bericht/index.html"] == "nieuws/een-bericht/"
    assert written[PAGE.relative_to("output").as_posix()] == "praktijken/portieken/"
    assert at_the_end == [True]


def test_pelican_sitemap_has_the_same_addresses_as_ours(project):
    def addresses(files: dict[str, bytes]) -> set[str]:
        return set(re.findall("<loc>(.*)</loc>", files["sitemap.xml"].decode()))

    write_news()
    ours = addresses(build())
    done = pelican("-e", 'PLUGINS=["mvo_catalogue.wiring", "sitemap"]', "--fatal", "warnings")
    theirs = read_tree(Path("output"))

    assert done.returncode == 0, done.stdout + done.stderr
    assert b"<changefreq>" in theirs["sitemap.xml"]
    assert addresses(theirs) == ours
    assert len(ours) > 10


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ({"RELATIVE_URLS": True}, "RELATIVE_URLS kan hier niet"),
        ({"JINJA_ENVIRONMENT": {"autoescape": False}}, "“autoescape” kan niet uit"),
        ({"MENUITEMS": [("Elders", "/elders/")]}, "MENUITEMS doet hier niets"),
        ({"LINKS": [("Elders", "/elders/")]}, "LINKS doet hier niets"),
        ({"MARKDOWN": {"extensions": ["markdown.extensions.attr_list"]}}, "MARKDOWN kan hier niet"),
        ({"FORMATTED_FIELDS": ["title"]}, "FORMATTED_FIELDS kan hier niet"),
        ({"TYPOGRIFY": True}, "TYPOGRIFY kan hier niet"),
        ({"CATALOGUE_MAIL": "mailto:mvo@example.nl"}, "CATALOGUE_MAIL is “mailto:mvo@example.nl”. Geef één mailadres"),
        ({"CATALOGUE_PRIVATE_MAIL": "a@x.nl, b@x.nl"}, "CATALOGUE_PRIVATE_MAIL is “a@x.nl, b@x.nl”"),
        ({"CATALOGUE_REPOSITORY": "git@example.nl:x.git"}, "CATALOGUE_REPOSITORY is “git@example.nl:x.git”"),
        ({"SLUGIFY_SOURCE": "title"}, "SLUGIFY_SOURCE kan alleen"),
        ({"DIRECT_TEMPLATES": ["archives"]}, "DIRECT_TEMPLATES vraagt om pagina’s met het sjabloon archives.html"),
        ({"TAG_SAVE_AS": "tag/{slug}.html"}, "TAG_SAVE_AS vraagt om pagina’s met het sjabloon tag.html"),
    ],
)
def test_unsupported_settings_are_refused(project, settings, words):
    """In one sentence, and nothing is written."""
    with pytest.raises(UnsupportedSetting, match=words):
        build(**settings)

    assert not Path("output").exists()


def test_direct_templates_work_with_an_override(project):
    Path("eigen").mkdir()
    Path("eigen/archives.html").write_text("{{ site.name }}: {{ articles|length }}")
    files = build(DIRECT_TEMPLATES=["archives"], THEME_TEMPLATES_OVERRIDES=["eigen"])

    assert files["archives.html"] == b"MVO-praktijkcatalogus: 0"


def test_text_pages_and_news_are_pages_and_articles_of_pelican(project):
    """Pelican counts and lists them, makes the feed and resolves links."""
    write_news()
    write_template(
        "article.html", "{{ article.description }}|{{ article.changed|long_date }}|{{ article.content|safe }}"
    )
    write_template("news.html", "{% for item in articles %}{{ url(item.path) }}{% endfor %}")
    done = pelican("--fatal", "warnings", "-e", 'SITEURL="https://mvo.example.nl/map"')
    files = read_tree(Path("output"))
    article = files["nieuws/een-bericht/index.html"].decode()

    assert "Processed 1 article, 0 drafts, 0 hidden articles, 5 pages" in done.stdout + done.stderr
    assert article.startswith("Wat er nieuw is in de catalogus, in een zin of twee.|20 november 2026|")
    assert '<a href="/map/praktijken/portieken/#aanpak">dit</a> en <a href="/map/over/">dat</a>' in article
    assert files["nieuws/index.html"] == b"/map/nieuws/een-bericht/"
    assert b"<author><name>MVO-praktijkcatalogus</name></author>" in files["feeds/nieuws.atom.xml"]
    assert (
        b'href="https://mvo.example.nl/map/praktijken/portieken/#aanpak"'
        in html.unescape(files["feeds/nieuws.atom.xml"].decode()).encode()
    )
    assert find_atom_errors(files["feeds/nieuws.atom.xml"]) == []
    assert set(re.findall(rb"<id>(.*?):[-0-9a-f]+</id>", files["feeds/nieuws.atom.xml"])) == {b"urn:uuid"}
    assert b"https://mvo.example.nl/map/nieuws/een-bericht/</loc><lastmod>2026-11-20" in files["sitemap.xml"]
    assert b"https://mvo.example.nl/map/over/</loc>" in files["sitemap.xml"]


def test_page_url_and_article_url_work(project):
    """Every link follows, in entries too."""
    write_news()
    PRACTICE.write_text(PRACTICE.read_text() + "\nZie [over](../pages/over.md).\n")
    write_template(
        "practice.html",
        "{% for s in practice.body.sections %}{{ s.html|body_html }}{% endfor %}{{ text_path('over') }}",
    )
    files = build(
        PAGE_URL="tekst/{slug}.html",
        PAGE_SAVE_AS="tekst/{slug}.html",
        EXTRA_PATH_METADATA={"nieuws/een-bericht.md": {"url": "bericht/", "save_as": "bericht/index.html"}},
    )
    practice = files["praktijken/portieken/index.html"].decode()

    assert "tekst/over.html" in files
    assert "over/index.html" not in files
    assert 'href="/tekst/over.html"' in practice
    assert practice.endswith("/tekst/over.html")
    assert "bericht/index.html" in files
