"""``mvo links`` against a real site: what it asks, what it says, how it ends and what it remembers."""

from __future__ import annotations

import contextlib
import itertools
import json
import socket
import ssl
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from mvo_catalogue.wiring import command_line
from tests.links.conftest import by_method, in_turn, running, status, text

PAGE = "content/pages/over.md"
QUICK = ["--own-network", "--pause", "0", "--today", "2026-11-21"]


def main(arguments):
    """Run the command in a thread of its own: the tests in a browser keep an event loop in this one."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(command_line.main, arguments).result()


@pytest.fixture
def links(project, capsys):
    """Return ``links(*addresses, more=())``: the exit code and the messages about a page with these links."""
    page = project / PAGE
    original = page.read_text(encoding="utf-8")
    first = original.count("\n") + 1

    def links(*addresses: str, more=()):
        page.write_text(original + "".join(f"[x]({address})\n" for address in addresses), encoding="utf-8")
        code = main(["links", *QUICK, *more])
        *lines, summary = capsys.readouterr().out.splitlines()
        assert summary.startswith("Gecontroleerd: 12 bestanden.")
        prefix = {f"{PAGE}:{first + number}:5: ": number for number in range(len(addresses))}
        found: dict[int, str] = {}
        for line in lines:
            start = next(start for start in prefix if line.startswith(start))
            found[prefix[start]] = line.removeprefix(start)
        return code, found

    return links


def test_good_links_are_not_spoken_of(links, site):
    """A page that is there costs one HEAD, under our own name; its start and end are of no interest."""
    assert links(site.url("/goed"), site.url("/goed#kop")) == (0, {})
    assert site.asked("/goed") == ["HEAD", "HEAD"]
    assert {headers["User-Agent"] for headers in site.headers} == {"MVO-praktijkcatalogus (+http://127.0.0.1:8000)"}
    assert not any({"Cookie", "Authorization", "Referer"} & headers.keys() for headers in site.headers)


def test_our_name_holds_the_address_of_the_project(links, site, monkeypatch):
    """Whoever runs a site can find out who is asking."""
    monkeypatch.setenv("CATALOGUE_REPOSITORY", "https://git.example.nl/mvo")
    links(site.url("/goed"))

    assert site.headers[0]["User-Agent"] == "MVO-praktijkcatalogus (+https://git.example.nl/mvo)"


@pytest.mark.parametrize(("code", "words"), [(404, "de pagina bestaat niet (404)"), (410, "voorgoed weg (410)")])
def test_a_lost_page_is_an_error_with_the_way_out(links, site, code, words):
    """It is asked a second time with GET, since some sites answer HEAD with nonsense."""
    site.pages["/weg"] = status(code)
    ended, found = links(site.url("/goed"), site.url("/weg"))

    assert ended == 1
    assert found.keys() == {1}
    assert found[1].startswith("fout [link-gone] Deze link werkt niet meer: ")
    assert words in found[1]
    assert f"https://web.archive.org/web/*/{site.url('/weg')}" in found[1]
    assert site.asked("/weg") == ["HEAD", "GET"]


def test_a_lost_source_with_an_archived_copy_is_a_warning(project, site, capsys):
    """Readers can still see the source, at the place that is named in the message; the place is that of the value."""
    practice = project / "content" / "practices" / "portieken.md"
    lines = practice.read_text(encoding="utf-8").split("\n")
    at = next(number for number, line in enumerate(lines) if "uitgever:" in line)
    lines[at + 1 : at + 1] = [f"    url: {site.url('/weg')}", f"    archief: {site.url('/goed')}"]
    practice.write_text("\n".join(lines), encoding="utf-8")

    assert main(["links", *QUICK]) == 0
    message, _ = capsys.readouterr().out.splitlines()
    assert message.startswith(f"content/practices/portieken.md:{at + 2}:10: waarschuwing [link-gone] ")
    assert "Lezers zien de kopie die bij “archief” staat." in message

    assert main(["links", *QUICK, "--streng"]) == 1


def test_a_site_that_refuses_head_is_asked_with_get(links, site):
    """Whatever it says to HEAD; of the body nothing is asked."""
    pages = {f"/{code}": by_method(HEAD=status(code), GET=status(206)) for code in (400, 403, 404, 405, 500, 501)}
    pages["/bereik"] = by_method(HEAD=status(405), GET=status(416))
    pages["/hangt-op"] = by_method(HEAD=lambda handler: handler.connection.close(), GET=status(200))
    site.pages |= pages

    assert links(*map(site.url, pages)) == (0, {})
    assert site.asked("/405") == ["HEAD", "GET"]
    asked = zip(site.requests, site.headers, strict=True)
    assert {headers.get("Range") for (method, path), headers in asked if method == "GET" and path in pages} == {
        "bytes=0-0"
    }


def test_what_moved_for_good_is_a_tip_with_the_new_address(links, site):
    """The new address is the last one that is reached by permanent redirects alone; a fragment stays."""
    site.pages |= {
        "/oud": status(301, Location="/halverwege"),
        "/halverwege": status(308, Location="/goed"),
        "/half": status(301, Location="/even"),
        "/even": status(302, Location="/goed"),
        "/tijdelijk": status(307, Location=site.url("/goed")),
    }
    code, found = links(site.url("/oud#kop"), site.url("/half"), site.url("/tijdelijk"))

    assert code == 0
    assert found.keys() == {0, 1}
    assert found[0].startswith(f"tip [link-moved] Deze pagina is verhuisd naar “{site.url('/goed')}#kop”.")
    assert f"“{site.url('/even')}”" in found[1]


def test_a_redirect_to_nowhere_is_told(links, site):
    """To the front page, an error page, round and round, to another scheme, or to a page that is lost."""
    site.pages |= {
        "/": status(200),
        "/404": status(200),
        "/nieuws/voor": status(301, Location="/"),
        "/nieuws/fout": status(302, Location="/404"),
        "/rond": status(301, Location="/rond2"),
        "/rond2": status(302, Location="/rond"),
        "/bestand": status(301, Location="file:///etc/passwd"),
        "/wie": status(301, Location="http://naam:geheim@127.0.0.1/"),
        "/krom": status(301, Location="http://[::1"),
        "/leeg": status(302),
        "/verloren": status(301, Location="/weg"),
        **{f"/keten/{number}": status(302, Location=f"/keten/{number + 1}") for number in range(30)},
    }
    names = ("/nieuws/voor", "/nieuws/fout", "/rond", "/bestand", "/wie", "/krom", "/leeg", "/keten/0", "/verloren")
    code, found = links(*map(site.url, names))

    assert code == 1
    rules = [found[number].partition("]")[0] for number in range(len(names))]
    assert rules == ["tip [link-unsure"] * 8 + ["fout [link-gone"]
    assert "voorpagina" in found[0]
    assert "foutpagina" in found[1]
    assert "steeds weer door" in found[2]
    assert "steeds weer door" in found[7]
    assert len(site.asked("/keten/0")) == 1
    assert site.asked("/keten/20") == []


@pytest.mark.parametrize("code", [401, 403, 418, 451, 500, 503, 999])
def test_what_proves_nothing_is_a_tip(links, site, code):
    """A wall against robots or a broken site says nothing about the page."""
    site.pages["/muur"] = status(code)
    ended, found = links(site.url("/muur"))

    assert ended == 0
    assert found[0].startswith("tip [link-unsure] De site ")
    assert f"({code})" in found[0]


@pytest.mark.parametrize("busy", [429, 500, 503])
def test_a_busy_site_is_asked_again(links, site, busy):
    """What passes is no message."""
    site.pages["/druk"] = by_method(HEAD=in_turn(status(busy), status(200)), GET=status(busy))

    assert links(site.url("/druk")) == (0, {})
    assert site.asked("/druk")[-1] == "HEAD"


def test_retry_after_is_waited_for(links, site):
    """Nobody asks the whole site anything before the time that it asks for; a wait without end is not begun."""
    site.pages["/druk"] = in_turn(status(429, Retry_After="1"), status(200))
    site.pages["/lang"] = status(429, Retry_After="86400")
    code, found = links(site.url("/druk"), site.url("/goed"), site.url("/lang"))

    assert (code, found.keys()) == (0, {2})
    first = site.requests.index(("HEAD", "/druk"))
    assert min(site.starts[first + 1 :]) - site.starts[first] >= 1
    assert len(site.asked("/lang")) == 1


def test_a_slow_site_is_given_up(links, site):
    """The deadline counts for the whole request, for a site that sends a letter now and then too."""
    stop = threading.Event()

    def drip(handler):
        with contextlib.suppress(OSError):
            handler.wfile.write(b"HTTP/1.1 200 OK\r\nX: ")
            while not stop.wait(0.05):
                handler.wfile.write(b"a")
                handler.wfile.flush()

    site.pages["/traag"] = lambda handler: stop.wait(30) and None
    site.pages["/druppels"] = drip
    try:
        code, found = links(site.url("/traag"), site.url("/druppels"), more=["--deadline", "0.4"])
    finally:
        stop.set()

    assert code == 0
    assert found.keys() == {0, 1}
    assert all(message.startswith("tip [link-unsure] De site antwoordt niet binnen 0.4") for message in found.values())


def test_a_huge_page_is_not_read(links, site):
    """Nothing of a body is read; a header without end is refused."""
    sent = []

    def flood(handler):
        handler.send_response(200)
        handler.end_headers()
        with contextlib.suppress(OSError):
            for _ in range(20_000):
                handler.wfile.write(b"x" * 10_000)
                sent.append(10_000)

    def long_header(handler):
        with contextlib.suppress(OSError):
            handler.wfile.write(b"HTTP/1.1 200 OK\r\nX: " + b"a" * 5_000_000 + b"\r\n\r\n")

    site.pages["/vol"] = by_method(HEAD=status(405), GET=flood)
    site.pages["/kop"] = long_header
    code, found = links(site.url("/vol"), site.url("/kop"))

    assert (code, found.keys()) == (0, {1})
    assert sum(sent) < 20_000_000


def test_nonsense_instead_of_http_is_a_tip(links, site):
    """A server that speaks another language, and one that is not there."""
    site.pages["/ssh"] = lambda handler: handler.wfile.write(b"SSH-2.0-OpenSSH\r\n")
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    code, found = links(site.url("/ssh"), f"http://127.0.0.1:{port}/", f"https://127.0.0.1:{site.server_port}/")

    assert code == 0
    assert [found[number].partition("]")[0] for number in range(3)] == ["tip [link-unsure"] * 3


def test_a_certificate_that_is_not_trusted_is_a_tip(links, tmp_path):
    """Readers get a warning from their browser; whether the page is there nobody knows."""
    key, certificate = tmp_path / "sleutel.pem", tmp_path / "bewijs.pem"
    try:
        words = "openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=x -keyout {} -out {}"
        subprocess.run(words.format(key, certificate).split(), check=True, capture_output=True)
    except FileNotFoundError:
        pytest.skip("no openssl to make a certificate with")
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(certificate, key)
    with running() as site:
        site.pages["/goed"] = status(200)
        site.socket = context.wrap_socket(site.socket, server_side=True)
        code, found = links(site.url("/goed").replace("http:", "https:"))

    assert code == 0
    assert "certificaat" in found[0]
    assert site.requests == []


def test_robots_txt_is_obeyed(links, site):
    """What a site keeps from programs is not asked; the editor is told to look."""
    site.pages["/robots.txt"] = text(b"User-agent: *\nDisallow: /besloten/\nCrawl-delay: 0.1\n")
    site.pages["/besloten/a"] = status(200)
    code, found = links(site.url("/besloten/a"), site.url("/goed"))

    assert (code, found.keys()) == (0, {0})
    assert "robots.txt" in found[0]
    assert site.asked("/besloten/a") == []
    assert site.asked("/robots.txt") == ["GET"]


@pytest.mark.parametrize(
    "robots",
    [
        status(500),
        status(301, Location="/robots.txt"),
        text(b"\xff\x00" * 400_000),
        status(200),
        status(301, Location=":"),
    ],
)
def test_a_broken_robots_txt_forbids_nothing(links, site, robots):
    """No rules that can be read are no rules."""
    site.pages["/robots.txt"] = robots

    assert links(site.url("/goed")) == (0, {})


def test_a_host_gets_one_request_at_a_time_with_a_pause(links, site):
    """Its pages are asked one after the other, also when they redirect; hosts do not wait for each other."""
    pages = [f"/p{number}" for number in range(4)]
    site.pages |= {path: status(200) for path in pages}
    site.pages["/door"] = status(302, Location="/goed")
    links(*map(site.url, pages), site.url("/door"), more=["--pause", "0.1"])

    assert len(site.starts) == 7
    assert all(later - earlier >= 0.1 for earlier, later in itertools.pairwise(site.starts))


def test_addresses_inside_are_refused(project, site, capsys):
    """Content may be written by a stranger: nothing is ever asked of the own network, not by a redirect either."""
    with running("127.0.0.2") as outside:
        page = project / PAGE
        inside = [
            site.url("/goed"),
            site.url("/goed", "localhost.localdomain"),
            "http://169.254.169.254/latest/meta-data/",
            "http://10.0.0.1/",
            "http://192.168.1.1:8080/",
            "http://[::ffff:127.0.0.1]/",
            "http://[64:ff9b::7f00:1]/",
            "http://0.0.0.0/",
            f"http://0x7f.1:{site.server_port}/goed",
            "http://224.0.0.1/",
            outside.url("/goed"),
        ]
        page.write_text(page.read_text() + "".join(f"<{address}>\n" for address in inside), encoding="utf-8")
        code = main(["links", "--pause", "0"])
        asked = [*site.requests, *outside.requests]
    out = capsys.readouterr().out

    assert code == 1
    assert asked == []
    assert out.count("[link-private]") >= len(inside) - 3
    assert "169.254.169.254" not in json.dumps(json.loads((project / ".build/links.json").read_text()))


def test_a_name_that_does_not_exist_is_gone(links, site):
    """A site that was given up is as lost as a page."""
    try:
        socket.getaddrinfo("bestaat-niet.invalid", 80)
    except socket.gaierror as error:
        if error.errno != socket.EAI_NONAME:
            pytest.skip("this machine cannot tell a name that does not exist from a moment without network")
    code, found = links(site.url("/goed"), "https://bestaat-niet.invalid/a")

    assert code == 1
    assert found.keys() == {1}
    assert found[1].startswith("fout [link-gone] Deze link werkt niet meer: de site bestaat niet (meer).")


def test_without_a_network_nobody_is_blamed(project, capsys):
    """When no name at all can be found, the fault is here: one sentence, and nothing is remembered."""
    page = project / PAGE
    page.write_text(page.read_text() + "<https://a.invalid/>\n<https://b.invalid/>\n", encoding="utf-8")

    assert main(["links", "--pause", "0"]) == 1
    assert capsys.readouterr().out == "Geen enkele site is te vinden. Hebt u verbinding met internet?\n"
    assert json.loads((project / ".build/links.json").read_text()) == {}


def test_good_answers_are_remembered_and_failures_are_not(links, site, project):
    """A good answer holds for --max-age days; a lost page is asked every time, for it may be back."""
    site.pages["/oud"] = status(301, Location="/goed")
    addresses = [site.url("/goed"), site.url("/oud"), site.url("/weg")]
    first = links(*addresses)
    site.requests.clear()

    assert links(*addresses) == first
    assert {path for _, path in site.requests} == {"/robots.txt", "/weg"}

    site.requests.clear()
    assert links(*addresses, more=["--today", "2026-12-04"]) == first
    assert site.asked("/goed") == []
    assert links(*addresses, more=["--today", "2026-12-05"]) == first
    assert site.asked("/goed") != []

    site.requests.clear()
    assert links(*addresses, more=["--max-age", "0"]) == first
    assert site.asked("/goed") != []

    links(site.url("/goed"))
    assert list(json.loads((project / ".build/links.json").read_text())) == [site.url("/goed")]


@pytest.mark.parametrize("broken", ["", "{", "[]", '{"a": 1}', '{"a": ["2026-13-01", "good", ""]}', "\x00" * 99])
def test_a_broken_memory_is_an_empty_one(links, site, project, broken):
    """The file may be half written or of another version."""
    (project / ".build").mkdir()
    (project / ".build/links.json").write_text(broken)

    assert links(site.url("/goed")) == (0, {})
    assert site.asked("/goed") == ["HEAD"]


def test_only_the_chosen_files_are_looked_at(links, site, project, capsys):
    """A path is a file or a folder; what was known of others stays known."""
    links(site.url("/goed"), site.url("/weg"))
    known = (project / ".build/links.json").read_text()
    site.requests.clear()

    assert main(["links", *QUICK, "content/practices"]) == 0
    assert site.requests == []
    assert (project / ".build/links.json").read_text() == known
    assert main(["links", *QUICK, PAGE]) == 1
    capsys.readouterr()
    assert main(["links", *QUICK, "content/pages/ovre.md"]) == 2
    assert "Bedoelde u “over.md”?" in capsys.readouterr().err


def test_broken_files_are_left_to_the_check(project, site, capsys):
    """What cannot be read has no links; the rest is asked."""
    (project / "content/practices/stuk.md").write_bytes(b"\xff\xfe")
    (project / "content/partners/half.md").write_text(f"---\nnaam: [x\n---\n[x]({site.url('/weg')})\n")

    assert main(["links", *QUICK]) == 1
    assert "content/partners/half.md:4:5: fout [link-gone]" in capsys.readouterr().out


def test_every_form_of_report_can_be_had(links, site, capsys, tmp_path, monkeypatch):
    """The same forms as those of mvo check, the summary page of GitHub included."""
    summary = tmp_path / "samenvatting.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    links(site.url("/weg"))

    assert main(["links", *QUICK, "--format", "github"]) == 1
    assert capsys.readouterr().out.startswith(f"::error file={PAGE},line=")
    assert "Deze link werkt niet meer" in summary.read_text(encoding="utf-8")
    assert main(["links", *QUICK, "--format", "json"]) == 1
    assert json.loads(capsys.readouterr().out)["meldingen"][0]["code"] == "link-gone"


@pytest.mark.parametrize("words", [["--max-age", "-1"], ["--pause", "nu"], ["--deadline", "1e9"], ["--pause", "nan"]])
def test_other_words_are_refused(project, words, capsys):
    """A number that makes no sense is told."""
    with pytest.raises(SystemExit) as caught:
        main(["links", *words])

    assert caught.value.code == 2


def test_outside_a_project_says_where_to_go(tmp_path, monkeypatch, capsys):
    """In another folder there is a sentence and no traceback."""
    monkeypatch.chdir(tmp_path)

    assert main(["links"]) == 1
    assert "Draai dit in de map van de catalogus." in capsys.readouterr().out


def test_the_other_commands_do_not_wait_for_it():
    """The library that asks is loaded when something is asked: the check must start at once."""
    code = "import sys, mvo_catalogue.wiring.command_line; sys.exit('aiohttp' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
