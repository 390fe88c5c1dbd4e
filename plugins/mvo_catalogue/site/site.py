"""The site as all pages know it: its name, its address, and links."""

import datetime
import re
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from mvo_catalogue.domain.body import Html
from mvo_catalogue.domain.entries import Page
from mvo_catalogue.domain.model import PAGES, Entry
from mvo_catalogue.domain.values import MenuPlace
from mvo_catalogue.refused import Refused
from mvo_catalogue.site.urls import entry_path

_SITE_URL = re.compile(
    r"https?://(?:[\w-]+(?:\.[\w-]+)*|\[[\da-fA-F:]+\])(?::\d{1,5})?(?:/(?!\.{1,2}(?:/|$))[A-Za-z0-9._~-]+)*"
)
"""A host, port and subfolder, without user name, trailing slash or query."""


class InvalidSiteUrl(Refused):
    """The address of the site is no absolute http or https address."""


@dataclass(frozen=True)
class Site:
    """The site as its pages know it.

    ``url`` is the full address without a slash at the end, a subfolder included (``https://host/catalogus``).
    ``practice_count`` and ``partner_count`` count what is published; ``today`` is the day of the build.
    ``mail`` is where a reader can write to, ``""`` for nowhere, and ``private_mail`` where somebody can ask to take
    something down, ``""`` for ``mail``; ``commit`` is the version of the project, ``""`` for unknown. ``addresses`` has
    the paths of entries (``pages/over``) that stand elsewhere than ``site.urls`` says; ``identity`` is what the
    catalogue has in identifiers, wherever the site is.
    """

    name: str
    tagline: str
    url: str
    repository: str
    branch: str
    practice_count: int
    partner_count: int
    last_changed: datetime.date | None
    today: datetime.date
    mail: str = ""
    private_mail: str = ""
    commit: str = ""
    language: str = "nl"
    addresses: Mapping[str, str] = field(default_factory=dict)
    identity: str = "mvo-praktijkcatalogus"
    pages: Sequence[Page] = ()

    def __post_init__(self) -> None:
        """Refuse an invalid address."""
        if not _is_site_url(self.url):
            raise InvalidSiteUrl(
                f"“{self.url}” kan niet als SITEURL. Schrijf het hele adres, zoals https://voorbeeld.nl/catalogus."
            )

    @cached_property
    def base(self) -> str:
        """Return the subfolder of the site, ``""`` for none."""
        return urlsplit(self.url).path

    def link(self, path: str) -> str:
        """Return the link to a path of the site."""
        return self.base + path

    def absolute(self, path: str) -> str:
        """Return the absolute address of a path of the site."""
        return self.url + path

    def identify(self, path: str) -> str:
        """Return the identifier of what is at a path, which stays the same when the site moves."""
        return uuid.uuid5(uuid.uuid5(uuid.NAMESPACE_OID, self.identity), path).urn

    @property
    def forge(self) -> str:
        """Return the forge of the project: ``github``, ``gitlab`` or ``""`` for another or none."""
        host = urlsplit(self.repository).hostname or ""
        return next((name for name in ("github", "gitlab") if name in host.split(".")), "")

    @property
    def removal_mail(self) -> str:
        """Return the address for private requests to take something down, ``""`` for none."""
        return self.private_mail or self.mail

    @property
    def issue_address(self) -> str:
        """Return the address of a new issue, ``""`` for none; on an unknown forge, the page of the project."""
        pages = {"github": "/issues/new/choose", "gitlab": "/-/issues/new"}
        return self.repository + pages.get(self.forge, "")

    def edit_address(self, file: str) -> str:
        """Return the address to edit a file, ``""`` for none; on an unknown forge, the page of the project."""
        return self._forge_address("edit", file) if self.forge else self.repository

    def history_address(self, file: str) -> str:
        """Return the address of the history of a file of the project, ``""`` for none."""
        return self._forge_address("commits", file) if self.forge else ""

    def _forge_address(self, action: str, file: str) -> str:
        return f"{self.repository}/{'-/' if self.forge == 'gitlab' else ''}{action}/{self.branch}/{file}"

    def join_html(self, html: Html) -> str:
        """Return the HTML of a body with the addresses of links to other entries filled in."""
        return "".join(self._entry_address(piece) if index % 2 else piece for index, piece in enumerate(html))

    def _entry_address(self, entry: str) -> str:
        target, mark, fragment = entry.partition("#")
        kind, _, slug = target.partition("/")
        return self.link(self.entry_path(kind, slug)) + mark + fragment

    def entry_path(self, kind: str, slug: str) -> str:
        """Return the path of an entry by the name of its content folder."""
        return self.addresses.get(f"{kind}/{slug}") or entry_path(kind, slug)

    def path_of(self, entry: Entry) -> str:
        """Return the path of an entry."""
        return self.entry_path(PurePosixPath(entry.path).parent.name, entry.slug)

    @cached_property
    def top_menu(self) -> list[tuple[str, str]]:
        """Return the name and the path of each page that is in the menu at the top, in order."""
        pages = [page for page in self.pages if page.menu == MenuPlace.TOP]
        return [(page.menu_name or page.title, self.text_path(page.slug)) for page in pages]

    @cached_property
    def bottom_menu(self) -> list[tuple[str, str]]:
        """Return the title and the path of each page that is in the menu at the bottom, in order."""
        return [(page.title, self.text_path(page.slug)) for page in self.pages if page.menu != MenuPlace.NONE]

    def text_path(self, slug: str) -> str:
        """Return the path of a text page."""
        return self.entry_path(PAGES, slug)


def _is_site_url(text: str) -> bool:
    try:
        _ = urlsplit(text).port  # fails above 65,535
    except ValueError:
        return False
    return _SITE_URL.fullmatch(text) is not None
