"""Where the project is kept, and where its files can be changed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.factories import make_site

FILE = "content/pages/over.md"


@pytest.mark.parametrize(
    ("repository", "forge", "address"),
    [
        ("https://github.com/wie/wat", "github", f"https://github.com/wie/wat/edit/main/{FILE}"),
        ("https://gitlab.com/wie/wat", "gitlab", f"https://gitlab.com/wie/wat/-/edit/main/{FILE}"),
        ("https://gitlab.voorbeeld.nl/wie/wat", "gitlab", f"https://gitlab.voorbeeld.nl/wie/wat/-/edit/main/{FILE}"),
        ("https://code.voorbeeld.nl/github", "", "https://code.voorbeeld.nl/github"),
        ("", "", ""),
    ],
)
def test_the_address_of_the_project_says_which_forge_it_is(repository: str, forge: str, address: str) -> None:
    """GitHub and GitLab have pages to change a file; of another forge the project itself is the way in."""
    site = replace(make_site(), repository=repository)
    assert (site.forge, site.edit_address(FILE)) == (forge, address)
