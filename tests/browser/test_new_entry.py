"""A new practice from writing to reading, in both ways: form and git."""

import os
import re
import shutil
import subprocess
import sys
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.fixtures import Serve
from tests.browser.test_contribute import open_filled
from tests.git import GIT_IDENTITY
from tests.site.fixtures import DAY, build, make_project

BY_FORM, BY_SCAFFOLD = "Leerlingen schilderen portieken", "Buren leggen een geveltuin aan"
FILES = {
    BY_FORM: "content/practices/leerlingen-schilderen-portieken.md",
    BY_SCAFFOLD: "content/practices/buren-leggen-een-geveltuin-aan.md",
}
ANSWERS = {
    "samenvatting:": 'samenvatting: "De stoep was kaal en warm. Buren legden er samen een geveltuin aan."',
    "themas:\n  -": "themas:\n  - wonen",
    "corporaties:\n  -": "corporaties:\n  - corporatie-een",
    "partners:\n  -": "partners:\n  - partner-twee",
    "onderbouwing:": "onderbouwing: beschreven",
    "  - titel:": '  - titel: "Een bericht"',
    "    uitgever:": '    uitgever: "De Brug"',
}


def run(project: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run ``mvo`` in a project."""
    return subprocess.run(
        [sys.executable, "-m", "mvo_catalogue", *words],
        cwd=project,
        env={**os.environ, "SOURCE_DATE_EPOCH": DAY},
        capture_output=True,
        text=True,
        check=False,
    )


def git(folder: Path, *words: str) -> str:
    """Run git and return its output."""
    alone = {**os.environ, **GIT_IDENTITY, "GIT_CONFIG_GLOBAL": os.devnull}
    return subprocess.run(["git", *words], cwd=folder, env=alone, capture_output=True, text=True, check=True).stdout


def write_with_the_form(project: Path, page: Page, address: str) -> None:
    """Fill in the form on the site, mail what it made, and read that mail into a clone with a remote; push a branch."""
    open_filled(page, f"{address}meedoen/praktijk/")
    mail = EmailMessage()
    mail["From"], mail["Subject"] = "els@example.org", "Nieuw voor de catalogus"
    package = page.locator("code[data-slot=text]").text_content()
    mail.set_content(f"Hallo,\n\n{package}\nGroet, Els", cte="quoted-printable")
    (project.parent / "brief.eml").write_bytes(mail.as_bytes(policy=SMTP))
    remote = project.parent / "afstand.git"
    git(project.parent, "init", "--quiet", "--bare", "--initial-branch", "main", str(remote))
    git(project, "init", "--quiet", "--initial-branch", "main")
    git(project, "add", "content")
    git(project, "commit", "--quiet", "--message", "Eerst")
    git(project, "push", "--quiet", str(remote), "main")
    git(project, "switch", "--quiet", "--create", "voorstel")
    read = run(project, "import", "../brief.eml")
    assert read.returncode == 0, read.stdout + read.stderr
    git(project, "add", "content")
    git(project, "commit", "--quiet", "--message", "Voorstel")
    git(project, "push", "--quiet", str(remote), "voorstel")
    assert git(remote, "diff", "--name-status", "main", "voorstel") == f"A\t{FILES[BY_FORM]}\n"


def write_with_the_scaffold(project: Path) -> None:
    """Make the file with ``mvo nieuw``, fill in its placeholders, and remove the rest."""
    assert run(project, "nieuw", "praktijk", BY_SCAFFOLD).returncode == 0
    text = (project / FILES[BY_SCAFFOLD]).read_text(encoding="utf-8")
    for asked, answer in ANSWERS.items():
        assert text.count(f"\n{asked}\n") == 1
        text = text.replace(f"\n{asked}\n", f"\n{answer}\n")
    text = re.sub(r"(?m)^(\d\. )\[Vul in: (.+)\]$", r"\1Een \2 gezet.", text)
    text = re.sub(r"(?m)^## \w+\n\n(?:- )?\[Vul in: .+\n*", "", text)
    (project / FILES[BY_SCAFFOLD]).write_text(text, encoding="utf-8")


def test_new_practices_are_checked_built_and_found(
    form_project: Path, page: Page, serve: Serve, tmp_path: Path
) -> None:
    """A reader finds each by a word of its title and opens its page."""
    address = serve(form_project / "site")
    page.goto(f"{address}zoeken/?q=portieken")
    expect(page.locator("[data-ready] [data-search-status]")).to_contain_text("portieken")
    assert page.locator("#resultaten article", has_text=BY_FORM).count() == 0

    fresh = make_project(tmp_path / "fresh", form_project / "content")
    write_with_the_form(fresh, page, address)
    write_with_the_scaffold(fresh)
    checked = run(fresh, "check", "--streng", *FILES.values())
    assert checked.returncode == 0, checked.stdout
    build(fresh / "site", fresh)

    for title in FILES:
        page.goto(f"{serve(fresh / 'site')}zoeken/?q={title.split()[0]}")
        hit = page.locator("#resultaten article", has_text=title)
        expect(hit).to_have_count(1)
        hit.get_by_role("link", name=title).click()
        expect(page.get_by_role("heading", level=1)).to_have_text(title)
    shutil.rmtree(fresh)
