"""``mvo links`` against a real site: requests, messages, limits and cache."""

import itertools
import json
import math
import shutil
import signal
import socket
import ssl
import subprocess
import sys
import time

import pytest

from mvo_catalogue.links.check import Checker, read_wait
from mvo_catalogue.links.client import RequestSettings, is_public
from mvo_catalogue.wiring.command_line import main
from tests.links.conftest import ROOT, in_turn, raw, running, status

PAGE = "content/pages/over.md"
QUICK = ["--own-network", "--pause", "0", "--today", "2026-11-21"]
NAME = "MVO-praktijkcatalogus"


@pytest.fixture
def links(project, capsys):
    """Return ``links(*addresses, more=())``: the exit code, and the messages by the number of the address."""
    page = project / PAGE
    original = page.read_text(encoding="utf-8")
    first = original.count("\n") + 1

    def links(*addresses: str, more=(), quick=QUICK):
        page.write_text(original + "".join(f"[x]({address})\n" for address in addresses), encoding="utf-8")
        code = main(["links", *quick, *more])
        *lines, summary = capsys.readouterr().out.splitlines()
        assert summary.startswith("Gecontroleerd: 21 bestanden.")
        found = {}
        for line in lines:
            assert line.startswith(f"{PAGE}:")
            _, number, column, message = line.split(":", 3)
            assert column == "5"
            found[int(number) - first] = message.strip()
        return code, found

    return links


def test_every_kind_of_response_has_its_message(links, site):
    """Most addresses are requested once."""
    unsure, good = "tip [link-unsure] ", site.url("/goed")
    fits = "/" + "b" * (200 - len(site.url("/")))
    pages = {
        # path: (what the site does, "" for a good link or the words of the message)
        "/goed": (status(200), ""),
        "/204": (status(204), ""),
        "/weg": (status(404), "fout [link-gone] Deze link werkt niet meer: de pagina bestaat niet (404)."),
        "/voorgoed-weg": (status(410), "fout [link-gone] Deze link werkt niet meer: de pagina is voorgoed weg (410)."),
        **{f"/{code}": (status(code), unsure + "De site laat programma's niet") for code in (401, 403, 451, 999)},
        "/418": (status(418), unsure + "De site geeft een antwoord dat wij niet begrijpen (418)"),
        "/501": (status(501), unsure + "De site heeft een storing (501)"),
        "/503": (status(503), unsure + "De site heeft een storing (503)"),
        "/even-druk": (in_turn(status(429), status(500), status(200)), ""),
        "/verward": (status(503, Retry_After="Mon, 01 Jan 2026 00:00:00 +99999999999999999999"), unsure),
        "/morgen": (status(429, Retry_After="61"), unsure + "De site laat programma's niet binnen (429)"),
        # Redirects: the new address is the last one that is reached by permanent redirects alone; a fragment stays.
        "/oud": (status(301, Location="/halverwege"), f"tip [link-moved] Deze pagina is verhuisd naar “{good}”"),
        "/halverwege": (status(308, Location="/goed"), f"verhuisd naar “{good}”"),
        "/oud#kop": (status(200), f"verhuisd naar “{site.url('/goed#kop')}”"),
        "/half": (status(301, Location="/even"), f"verhuisd naar “{site.url('/even')}”"),
        "/even": (status(302, Location="/goed"), ""),
        "/café": (status(200), f"verhuisd naar “{site.url('/thé')}”"),
        "/caf%C3%A9": (status(301, Location="/thÃ©"), f"verhuisd naar “{site.url('/thé')}”"),  # as UTF-8
        "/th%C3%A9": (status(200), ""),
        "/": (status(200), ""),
        "/404": (status(200), ""),
        "/nieuws/voor": (status(301, Location="/"), unsure + "Het adres stuurt door naar de voorpagina"),
        "/nieuws/fout": (status(302, Location="/404"), unsure + "Het adres stuurt door naar een foutpagina"),
        "/nieuws/nl": (status(301, Location="/nl/index.html"), unsure + "Het adres stuurt door naar de voorpagina"),
        "/nieuws/vraag": (status(301, Location="/?q=1"), f"verhuisd naar “{site.url('/?q=1')}”"),
        "/nieuws/plekken": (status(301, Location="/404-plekken"), f"verhuisd naar “{site.url('/404-plekken')}”"),
        **{path: (status(200), "") for path in ("/nl/index.html", "/?q=1", "/404-plekken", fits, f"{fits}b")},
        "/past": (status(301, Location=fits), "bb”. Is het"),
        "/past-niet": (status(301, Location=f"{fits}b"), "bb…”. Is het"),
        "/rond": (status(301, Location="/rond2"), unsure + "Het adres stuurt steeds weer door"),
        "/rond2": (status(302, Location="/rond"), unsure + "Het adres stuurt steeds weer door"),
        "/keten/0": (status(302, Location="/keten/1"), unsure + "Het adres stuurt steeds weer door"),
        "/bestand": (status(301, Location="file:///etc/passwd"), unsure + "Het adres stuurt door naar iets"),
        "/wie": (status(301, Location="http://naam:geheim@127.0.0.1/"), unsure + "Het adres stuurt door naar iets"),
        "/krom": (status(301, Location="http://[::1"), unsure + "Dit adres, of waar het naar doorstuurt"),
        "/leeg": (status(302), unsure + "De site geeft een antwoord dat wij niet begrijpen (302)"),
        "/verloren": (status(301, Location="/weg"), "fout [link-gone]"),
        # No HTTP, or far too much of it.
        "/ssh": (raw(b"SSH-2.0-OpenSSH\r\n"), unsure + "De verbinding met de site lukt niet"),
        "/stil": (raw(b""), unsure + "De verbinding met de site lukt niet"),
        "/kop": (raw(b"HTTP/1.1 200 OK\r\nX: " + b"a" * 1_000_000), unsure + "De verbinding met de site"),
        "/koppen": (raw(b"HTTP/1.1 200 OK\r\n", then=b"X: a\r\n", times=999), unsure + "De verbinding met"),
    }  # fmt: skip
    site.pages |= {path: page for path, (page, _) in pages.items() if "#" not in path}
    site.pages |= {f"/keten/{number}": status(302, Location=f"/keten/{number + 1}") for number in range(1, 30)}
    code, found = links(*map(site.url, pages))

    assert code == 1
    for number, (path, (_, words)) in enumerate(pages.items()):
        assert words in found.get(number, ""), (path, found.get(number))
        assert bool(words) == (number in found), (path, found.get(number))
    assert f"https://web.archive.org/web/*/{site.url('/weg')}" in found[2]
    assert site.paths.count("/403") == 1
    assert site.paths.count("/503") == 3
    assert site.paths.count("/morgen") == 1
    assert "/keten/10" in site.paths
    assert "/keten/11" not in site.paths
    assert {headers["User-Agent"] for headers in site.headers} == {NAME}
    assert not any({"Cookie", "Authorization", "Referer"} & headers.keys() for headers in site.headers)


def test_the_body_of_a_page_is_not_read(links, site):
    sent = []

    def flood(handler):
        raw(b"HTTP/1.1 200 OK\r\n\r\n")(handler)
        for _ in range(20_000):
            handler.wfile.write(b"x" * 10_000)
            sent.append(10_000)

    site.pages["/vol"] = flood

    assert links(site.url("/vol")) == (0, {})
    assert sum(sent) < 20_000_000


def test_a_slow_site_times_out(links, site):
    """The deadline is for the whole request, also if a byte arrives now and then."""
    site.pages["/traag"] = lambda handler: time.sleep(2)
    site.pages["/druppels"] = raw(b"HTTP/1.1 200 OK\r\nX: ", then=b"a", times=200, pause=0.02)
    site.pages["/steeds-even"] = raw(b"", then=b"HTTP/1.1 100 Continue\r\n\r\n", times=200, pause=0.02)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        secure = f"https://127.0.0.1:{silent.getsockname()[1]}/"
        code, found = links(*map(site.url, ("/traag", "/druppels", "/steeds-even")), secure, more=["--deadline", "0.1"])

    assert code == 0
    assert found.keys() == {0, 1, 2, 3}
    assert {message[:58] for message in found.values()} == {
        "tip [link-unsure] De site antwoordt niet binnen 0.1 second"
    }


def test_the_whole_run_has_a_limit(project, site, capsys):
    """What was not requested has no message; good answers are cached."""
    site.pages["/traag"] = lambda handler: time.sleep(6)
    page = project / PAGE
    page.write_text(f"{page.read_text()}<{site.url('/goed')}>\n<{site.url('/traag')}>\n", encoding="utf-8")

    assert main(["links", *QUICK, "--limit", "3"]) == 0
    assert "De tijd is op: 1 adres is nog niet gevraagd." in capsys.readouterr().err
    assert list(json.loads((project / ".build/links.json").read_text())) == [site.url("/goed")]


@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGTERM])
def test_it_can_be_stopped(project, site, end):
    """With Ctrl-C or SIGTERM, at once; answers so far are cached."""
    site.pages["/traag"] = lambda handler: time.sleep(20)
    page = project / PAGE
    page.write_text(f"{page.read_text()}<{site.url('/goed')}>\n<{site.url('/traag')}>\n", encoding="utf-8")
    command = [sys.executable, "-m", "mvo_catalogue", "links", *QUICK]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        while "/traag" not in site.paths:
            assert process.poll() is None
            time.sleep(0.02)
        process.send_signal(end)
        err = process.communicate(timeout=60)[1]

    assert process.returncode == 128 + end
    assert "\nGestopt. Wat een goed antwoord gaf" in err
    assert "Traceback" not in err
    assert list(json.loads((project / ".build/links.json").read_text())) == [site.url("/goed")]


def test_one_host_cannot_use_up_the_time_of_all(links, site):
    """It gets a third of the limit; the rest is a tip."""

    def slow(handler):
        time.sleep(1)
        status(200)(handler)

    site.pages |= {f"/{number}": slow for number in range(4)}
    code, found = links(*(site.url(f"/{number}") for number in range(4)), more=["--limit", "4.8"])

    assert code == 0
    assert found.keys() == {2, 3}
    assert found[2].startswith("tip [link-unsure] De site neemt te veel tijd.")


def test_one_address_cannot_use_up_the_time_of_its_host(site):
    """All its redirects together have a limit."""

    def send_on(handler):
        time.sleep(0.3)
        status(302, Location=f"/{int(handler.path[1:]) + 1}")(handler)

    site.pages |= {f"/{number}": send_on for number in range(20)}
    settings = RequestSettings("x", pause=0, deadline=60, own_network=True, patience=1)

    assert Checker(settings).check(site.url("/0"), math.inf).matter == "slow"
    assert 1 <= len(site.paths) < 5

    site.pages["/bezet"] = status(503, retry_after="30")
    assert Checker(settings).check(site.url("/bezet"), math.inf).matter == "failing"


def test_an_unreachable_site_is_a_tip(links, tmp_path):
    """A closed port, or an untrusted certificate."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    addresses = [f"http://127.0.0.1:{port}/"]
    with running() as site:
        if shutil.which("openssl"):
            key, certificate = tmp_path / "sleutel.pem", tmp_path / "bewijs.pem"
            words = f"openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=x -keyout {key} -out {certificate}"
            subprocess.run(words.split(), check=True, capture_output=True)
            context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
            context.load_cert_chain(certificate, key)
            site.socket = context.wrap_socket(site.socket, server_side=True)
            addresses.append(site.url("/goed").replace("http:", "https:"))
        code, found = links(*addresses)

    assert code == 0
    assert found[0].startswith("tip [link-unsure] De verbinding met de site lukt niet.")
    assert all("(certificaat)" in message for number, message in found.items() if number)
    assert len(found) == len(addresses)
    assert site.requests == []


def test_a_host_gets_one_request_at_a_time_with_a_pause(links, site):
    """robots.txt and redirects included."""
    site.pages |= {"/a": status(200), "/b": status(200), "/door": status(302, Location="/goed")}
    links(*map(site.url, ("/a", "/b", "/door")), more=["--pause", "0.1"])
    moments = [moment for _, moment in site.requests]

    assert len(moments) == 5
    assert all(later - earlier >= 0.1 for earlier, later in itertools.pairwise(moments))


def test_retry_after_is_respected(links, site):
    site.pages["/druk"] = in_turn(status(429, Retry_After="1"), status(200))

    assert links(site.url("/druk"), site.url("/goed")) == (0, {})
    moments = dict(site.requests)
    assert moments["/goed"] - site.requests[1][1] >= 1
    for nonsense in ("", "x", "-1", "Mon, 99 Jan 2026 00:00:00 GMT", "Mon, 01 Jan 2026 00:00:00 +99999999999999999999"):
        assert read_wait(nonsense) == 0
    assert read_wait("Fri, 31 Dec 2100 23:59:59 GMT") > 1e9


def test_robots_txt_is_obeyed(links, site):
    """The editor is told; an invalid one forbids nothing."""
    rules = b"User-agent: *\nDisallow: /besloten/\nCrawl-delay: 1\n"
    site.pages["/robots.txt"] = in_turn(status(301, Location="/elders.txt"))
    site.pages["/elders.txt"] = status(200, rules)
    site.pages["/besloten/a"] = status(200)
    code, found = links(site.url("/besloten/a"), site.url("/goed"))

    assert (code, found.keys()) == (0, {0})
    assert "robots.txt" in found[0]
    assert site.paths == ["/elders.txt", "/goed"]
    assert site.requests[-1][1] - site.requests[-2][1] >= 1
    for broken in (
        status(500),
        status(301, Location="/robots.txt"),
        status(301, Location="http://[::1"),
        status(200, b"\xff\x00" * 400_000),
        status(200, b"User-agent: *\nDisallow: /" + b"*a" * 20_000 + b"$"),
        status(200, "User-agent: *\nCrawl-delay: \u00b2\nDisallow: /".encode()),
        raw(b"SSH"),
    ):
        site.pages["/robots.txt"] = broken
        assert links(site.url("/goed"), more=["--max-age", "0"]) == (0, {})


def test_private_addresses_are_refused(links, site):
    """In any notation or behind any name: the content may be written by a stranger."""
    inside = [
        site.url("/goed"),
        site.url("/goed", "localhost.localdomain"),
        site.url("/goed", "0x7f.1"),
        site.url("/goed", "2130706433."),
        site.url("/goed", "0.0.0.0"),
        "http://169.254.169.254/latest/meta-data/",
    ]
    code, found = links(*inside, quick=["--pause", "0"])

    assert code == 1
    assert site.requests == []
    assert [found[number][:20] for number in (0, 2, 4, 5)] == ["fout [link-private] "] * 4
    for address in (
        *("127.0.0.1", "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.1.1", "100.64.0.1", "0.0.0.0", "224.0.0.1"),
        *("::1", "::", "fe80::1%eth0", "fc00::1", "fec0::1", "ff0e::1", "::127.0.0.1", "::ffff:10.0.0.1"),
        *("192.0.0.9", "192.88.99.1", "198.18.0.1", "203.0.113.1", "240.0.0.1", "255.255.255.255"),
        *("2001:20::1", "3fff::1", "5f00::1", "100::1", "::9.9.9.9", "fec0::9.9.9.9"),
        *("64:ff9b::7f00:1", "64:ff9b:1::1", "2002:7f00:1::", "2001:0:7f00:1::", "2001:db8::1"),
    ):
        assert not is_public(address), address
    for address in ("9.9.9.9", "2620:fe::fe", "::ffff:9.9.9.9", "64:ff9b::909:909"):
        assert is_public(address), address


def test_a_redirect_to_a_private_address_is_refused(tmp_path):
    """In a network namespace where a public address is this machine."""
    script = tmp_path / "outside.sh"
    script.write_text(
        "ip link set lo up && ip addr add 9.9.9.9/32 dev lo || exit 77\n"
        f"exec {sys.executable} -m tests.links.redirect_inside\n"
    )
    if not shutil.which("unshare") or not shutil.which("ip"):
        pytest.skip("no unshare or ip to make a network with")
    done = subprocess.run(["unshare", "-rn", "sh", script], cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode in (1, 77) and "tests" not in done.stderr:
        pytest.skip(f"this machine may not make a network: {done.stderr.strip()}")

    assert (done.returncode, done.stdout) == (
        0,
        "link-private link-private link-private link-private ['/metadata', '/naam', '/verpakt', '/zelf']\n",
    )


def test_an_unknown_host_name_is_an_error(links, site, capsys, project):
    """Unless no name can be resolved at all."""
    page = project / PAGE
    original = page.read_text()
    assert links(site.url("/goed")) == (0, {})
    page.write_text(f"{original}<{site.url('/goed')}>\n<https://a.invalid/>\n<https://b.invalid/>\n")
    assert main(["links", *QUICK]) == 1
    assert capsys.readouterr().out == "Geen enkele site is te vinden. Hebt u verbinding met internet?\n"
    assert list(json.loads((project / ".build/links.json").read_text())) == [site.url("/goed")]

    page.write_text(original)
    try:
        socket.getaddrinfo("bestaat-niet.invalid", 80)
    except socket.gaierror as error:
        if error.errno != socket.EAI_NONAME:
            pytest.skip("this machine cannot tell a name that does not exist from a moment without network")
    code, found = links(site.url("/goed"), "https://bestaat-niet.invalid/a")
    assert (code, found.keys()) == (1, {1})
    assert found[1].startswith("fout [link-gone] Deze link werkt niet meer: de site bestaat niet (meer).")


def test_a_lost_source_with_an_archived_copy_is_a_warning(project, site, capsys):
    """At the place of the value, with the copy in the message."""
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


def test_only_good_answers_are_cached(links, site, project, monkeypatch, capsys):
    """For --max-age days."""
    monkeypatch.setenv("CATALOGUE_REPOSITORY", "https://git.example.nl/mvo")
    cache = project / ".build/links.json"
    site.pages["/oud"] = status(301, Location="/goed")
    addresses = [site.url("/goed"), site.url("/oud"), site.url("/weg")]
    first = links(*addresses)
    assert {headers["User-Agent"] for headers in site.headers} == {f"{NAME} (+https://git.example.nl/mvo)"}

    for more, asked in (
        ([], {"/weg"}),
        (["--today", "2026-12-04"], {"/weg"}),
        (["--today", "2026-12-05"], {"/goed", "/oud", "/weg"}),
        (["--max-age", "0"], {"/goed", "/oud", "/weg"}),
    ):
        site.requests.clear()
        assert links(*addresses, more=more) == first
        assert set(site.paths) == asked, more

    before = cache.read_text()
    site.requests.clear()
    assert main(["links", *QUICK, "content/practices"]) == 0
    assert (site.requests, cache.read_text()) == ([], before)
    capsys.readouterr()
    links(site.url("/goed"))
    assert list(json.loads(cache.read_text())) == [site.url("/goed")]

    for broken in (
        "",
        "{",
        "[]",
        '{"a": 1}',
        '{"a": ["2026-13-01", ""]}',
        '{"a": ["2026-11-01", "good", ""]}',
        "\0" * 99,
    ):
        cache.write_text(broken)
        site.requests.clear()
        assert links(site.url("/goed")) == (0, {})
        assert site.paths == ["/goed"]


def test_broken_files_are_left_to_the_check(project, site, capsys):
    """The links in other files are requested."""
    (project / "content/practices/stuk.md").write_bytes(b"\xff\xfe")
    (project / "content/partners/half.md").write_text(f"---\nnaam: [x\n---\n[x]({site.url('/weg')})\n")

    assert main(["links", *QUICK]) == 1
    assert "content/partners/half.md:4:5: fout [link-gone]" in capsys.readouterr().out


def test_every_report_format_is_supported(links, site, capsys, tmp_path, monkeypatch):
    """As with mvo check."""
    summary = tmp_path / "samenvatting.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    links(site.url("/weg"))

    assert main(["links", *QUICK, "--format", "github"]) == 1
    assert capsys.readouterr().out.startswith(f"::error file={PAGE},line=")
    assert "Deze link werkt niet meer" in summary.read_text(encoding="utf-8")
    assert main(["links", *QUICK, "--format", "json"]) == 1
    assert json.loads(capsys.readouterr().out)["meldingen"][0]["code"] == "link-gone"


def test_invalid_options_are_refused(project, capsys, tmp_path, monkeypatch):
    for words in (["--max-age", "-1"], ["--pause", "nu"], ["--deadline", "1e9"], ["--limit", "nan"]):
        with pytest.raises(SystemExit) as caught:
            main(["links", *words])
        assert caught.value.code == 2
    assert main(["links", *QUICK, "content/pages/ovre.md"]) == 2
    assert "Bedoelde u “over.md”?" in capsys.readouterr().err
    (tmp_path / "elders").mkdir()
    monkeypatch.chdir(tmp_path / "elders")
    assert main(["links"]) == 1
    assert "Draai dit in de map van de catalogus." in capsys.readouterr().out
