"""The repository: its forge, and the addresses to edit its files."""

from dataclasses import replace

import pytest

from tests.factories import make_site

FILE = "content/pages/over.md"


@pytest.mark.parametrize(
    ("repository", "forge", "edit", "issue"),
    [
        ("https://github.com/wie/wat", "github", f"/edit/main/{FILE}", "/issues/new/choose"),
        ("https://gitlab.com/wie/wat", "gitlab", f"/-/edit/main/{FILE}", "/-/issues/new"),
        ("https://gitlab.voorbeeld.nl/wie/wat", "gitlab", f"/-/edit/main/{FILE}", "/-/issues/new"),
        ("https://code.voorbeeld.nl/github", "", "", ""),
        ("", "", "", ""),
    ],
)
def test_the_forge_follows_from_the_address_of_the_repository(
    repository: str, forge: str, edit: str, issue: str
) -> None:
    """GitHub and GitLab have pages to edit and report; another forge only has the page of the project."""
    site = replace(make_site(), repository=repository)
    assert site.forge == forge
    assert (site.edit_address(FILE), site.issue_address) == (repository + edit, repository + issue)
