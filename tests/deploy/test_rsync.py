"""``deploy/rsync`` with the real rsync, nginx and sshd."""

import getpass
import os
import shutil
import subprocess
import threading
import urllib.request
from pathlib import Path

import pytest

from tools.nginx import find_free_port, open_nginx

SCRIPT = Path(__file__).resolve().parents[2] / "deploy" / "rsync"
SSHD = shutil.which("sshd", path="/usr/sbin:/usr/local/sbin")
SITEURL = "https://mvo.example.nl/catalogus"

pytestmark = pytest.mark.skipif(
    shutil.which("rsync") is None and os.environ.get("CI") != "true", reason="apt install rsync"
)


def write_site(folder, number):
    """Write a site whose pages name their script, with one file that never changes."""
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "assets").mkdir(parents=True)
    (folder / "index.html").write_text(f"<script src=assets/site.{number:010}.js></script>")
    (folder / "404.html").write_text("Niet gevonden")
    (folder / f"assets/site.{number:010}.js").write_text(f"{number}")
    (folder / "beeld.png").write_bytes(b"beeld")


def run(*arguments, ok=True, **environment):
    """Run the script; return its output."""
    done = subprocess.run(
        [SCRIPT, *arguments], capture_output=True, text=True, check=False, env={**os.environ, **environment}
    )
    assert (done.returncode == 0) is ok, done.stdout + done.stderr
    return done.stdout + done.stderr


@pytest.fixture
def places(tmp_path):
    """A folder to publish and one to publish in; both names have a space."""
    return tmp_path / "mijn public", tmp_path / "srv mvo"


def publish(places, number, **environment):
    """Publish a site with this number."""
    write_site(places[0], number)
    return run("publish", places[0], places[1], SITEURL, **environment)


def number_of(page):
    """Return the number of the site that a page is of."""
    return int(page.partition("site.")[2].partition(".js")[0])


def shown(root, link="current"):
    """Return the number of the site that readers see."""
    return number_of((root / link / "catalogus/index.html").read_text())


def test_publications_are_kept_and_can_be_rolled_back(places):
    _, root = places
    for number in range(5):
        publish(places, number, KEEP="3")
    assert (shown(root), shown(root, "previous")) == (4, 3)
    assert len(list((root / "releases").iterdir())) == 3

    run("rollback", root)
    assert (shown(root), shown(root, "previous")) == (3, 4)
    run("rollback", root)
    assert shown(root) == 2
    assert "geen publicatie" in run("rollback", root, ok=False)
    assert shown(root) == 2

    publish(places, 5)
    assert (shown(root), shown(root, "previous")) == (5, 2)
    run("rollback", root)
    assert shown(root) == 2  # a publication that was rolled back is not shown again

    publish(places, 6, KEEP="1")
    assert (shown(root), shown(root, "previous")) == (6, 2)
    assert len(list((root / "releases").iterdir())) == 2  # the current publication and the previous one


def test_unchanged_files_are_hard_linked(places):
    """So that their ETag stays the same."""
    publish(places, 1)
    publish(places, 2)
    _, root = places
    now, before = ((root / link / "catalogus").resolve() for link in ("current", "previous"))
    assert (now / "beeld.png").samefile(before / "beeld.png")
    assert not (now / "index.html").samefile(before / "index.html")
    assert not (now / "assets/site.0000000001.js").exists()


def test_a_failed_upload_changes_nothing(places):
    """Nor does a folder without a site."""
    public, root = places
    publish(places, 1)
    write_site(public, 2)
    (public / "404.html").unlink()
    assert "geen site" in run("publish", public, root, SITEURL, ok=False)
    write_site(public, 3)
    (public / "weg.html").symlink_to("nergens")
    failing = public.parent / "bin"
    failing.mkdir()
    (failing / "rsync").write_text("#!/bin/sh\nexit 23\n")
    (failing / "rsync").chmod(0o755)
    run("publish", public, root, SITEURL, ok=False, PATH=f"{failing}:{os.environ['PATH']}")
    assert shown(root) == 1


@pytest.mark.parametrize("to", ["", "srv", "host:", "host:srv"])
def test_the_target_has_to_be_an_absolute_path(places, to):
    write_site(places[0], 1)
    assert run("publish", places[0], to, ok=False).startswith("Gebruik:")


@pytest.mark.nginx
def test_readers_never_see_half_a_site(places, start_nginx, tmp_path):
    """While site after site is published, each page comes with the script that it names."""
    root = places[1]
    home = tmp_path / "nginx"
    (home / "root").mkdir(parents=True)
    publish(places, 0)
    for link in ("current", "previous"):
        (home / "root" / link).symlink_to(root / link)
    done, faults, seen = threading.Event(), [], set()

    def read(address):
        while not done.is_set():
            try:
                number = number_of(urllib.request.urlopen(address).read().decode())
                assert int(urllib.request.urlopen(f"{address}assets/site.{number:010}.js").read()) == number
                seen.add(number)
            except Exception as error:  # noqa: BLE001 - whatever a reader meets is a fault
                faults.append(repr(error))

    with open_nginx(None, home, base="/catalogus") as address:
        reader = threading.Thread(target=read, args=[address])
        reader.start()
        for number in range(1, 6):
            publish(places, number)
            while number not in seen and not faults:
                done.wait(0.01)
        run("rollback", root)
        done.set()
        reader.join()
    assert faults == []


@pytest.fixture
def ssh(tmp_path):
    """The command that logs in on this machine, through a real sshd on a free port."""
    if SSHD is None:
        if os.environ.get("CI") == "true":
            pytest.fail("apt install openssh-server")
        pytest.skip("apt install openssh-server")
    for name in ("host", "key"):
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", tmp_path / name], check=True)
    port = find_free_port()
    shutil.copy(tmp_path / "key.pub", tmp_path / "authorized")
    options = [f"HostKey={tmp_path}/host", f"AuthorizedKeysFile={tmp_path}/authorized", "StrictModes=no", "UsePAM=no"]
    options += [f"Port={port}", "ListenAddress=127.0.0.1", f"PidFile={tmp_path}/pid"]
    if os.geteuid() == 0:
        Path("/run/sshd").mkdir(exist_ok=True)
    server = subprocess.Popen([SSHD, "-D", "-e", "-f", "/dev/null", *(f"-o{option}" for option in options)])
    known = f"-o UserKnownHostsFile={tmp_path}/known -o StrictHostKeyChecking=accept-new -o BatchMode=yes"
    yield f"ssh -F none -p {port} -i {tmp_path}/key {known} -o ConnectionAttempts=20"
    server.terminate()
    server.wait(10)


def test_publishing_works_over_ssh(places, ssh):
    """With a space in the path, which goes through two shells."""
    public, root = places
    to = f"{getpass.getuser()}@127.0.0.1:{root}"
    for number in (1, 2):
        write_site(public, number)
        run("publish", public, to, SITEURL, SSH=ssh)
    assert (shown(root), shown(root, "previous")) == (2, 1)
    run("rollback", to, SSH=ssh)
    assert shown(root) == 1
