"""The small files at fixed paths for browsers, search engines and other programs."""

import datetime
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from xml.sax.saxutils import escape, quoteattr

from mvo_catalogue.domain.catalogue import Catalogue
from mvo_catalogue.domain.model import Entry
from mvo_catalogue.site import urls
from mvo_catalogue.site.site import Site
from mvo_catalogue.texts import Words, load_texts

_XML, _SITEMAPS = '<?xml version="1.0" encoding="utf-8"?>', "http://www.sitemaps.org/schemas/sitemap/0.9"
_MOST_IN_SITEMAP = 50_000
"""The most pages in one file, by the standard."""

_SECURITY_IS_VALID = datetime.timedelta(days=364)
"""The validity of ``security.txt``, from the first day of the month; the standard advises less than a year."""


def build_sitemaps(
    pages: Sequence[tuple[str, datetime.date | None]], site: Site, most: int = _MOST_IN_SITEMAP
) -> Iterator[tuple[str, str]]:
    """Yield path and text of each file of the sitemap of (path, last change) pairs, as sitemaps.org describes it.

    With more than ``most`` pages the first file lists the others.
    """
    if len(pages) <= most:
        yield urls.SITEMAP, _build_sitemap(pages, site)
        return
    parts = [pages[start : start + most] for start in range(0, len(pages), most)]
    places = [urls.sitemap_part(number) for number in range(1, len(parts) + 1)]
    listed = (f"<sitemap><loc>{escape(site.absolute(place))}</loc></sitemap>" for place in places)
    yield urls.SITEMAP, "\n".join([_XML, f'<sitemapindex xmlns="{_SITEMAPS}">', *listed, "</sitemapindex>", ""])
    for place, part in zip(places, parts, strict=True):
        yield place, _build_sitemap(part, site)


def _build_sitemap(paths: Iterable[tuple[str, datetime.date | None]], site: Site) -> str:
    lines = [_XML, f'<urlset xmlns="{_SITEMAPS}">']
    for path, changed in paths:
        last_change = f"<lastmod>{changed.isoformat()}</lastmod>" if changed else ""
        lines.append(f"<url><loc>{escape(site.absolute(path))}</loc>{last_change}</url>")
    return "\n".join([*lines, "</urlset>", ""])


def build_robots(site: Site) -> str:
    """Return robots.txt: everything is allowed, and the address of the sitemap."""
    return f"User-agent: *\nAllow: /\n\nSitemap: {site.absolute(urls.SITEMAP)}\n"


def build_opensearch(site: Site, icon: str) -> str:
    """Return the OpenSearch 1.1 description, with which a browser can search from its address bar.

    ``icon`` is the path of the icon. The short name, which a browser shows, has sixteen characters at most.
    """
    return f"""\
<?xml version="1.0" encoding="utf-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
<ShortName>MVO-praktijken</ShortName>
<LongName>{escape(site.name)}</LongName>
<Description>{escape(site.tagline)}</Description>
<Language>{site.language}</Language>
<InputEncoding>UTF-8</InputEncoding>
<Image type="image/svg+xml">{escape(site.absolute(icon))}</Image>
<Url type="text/html" template={quoteattr(site.absolute(urls.PRACTICE_LIST) + "?q={searchTerms}")}/>
</OpenSearchDescription>
"""


def build_security_txt(site: Site) -> str:
    """Return security.txt (RFC 9116); ``""`` when the site has no mailbox and no public project."""
    ways = [f"mailto:{site.removal_mail}"] if site.removal_mail else []
    ways += [site.repository] if site.repository else []
    lines = [
        *(f"Contact: {way}" for way in ways),
        f"Expires: {(site.today.replace(day=1) + _SECURITY_IS_VALID).isoformat()}T00:00:00Z",
        "Preferred-Languages: nl, en",
        f"Canonical: {site.absolute(urls.SECURITY_TXT)}",
    ]
    return "\n".join(lines) + "\n" if ways else ""


def build_service_worker(script: str, first: Iterable[str]) -> str:
    """Return the service worker of the theme, preceded by what only the build knows.

    ``first`` are the paths that it caches at once, for offline use.
    """
    relative = [path.removeprefix("/") for path in first]
    return f"self.FIRST={json.dumps(relative)};\n{script}"


def build_record(catalogue: Catalogue, site: Site, pages: int) -> str:
    """Return what is on the site, as JSON: name, address, commit (if known), day and counts.

    It is also the mark of a folder that a build made.
    """
    record = {
        "naam": site.name,
        "adres": site.url,
        "commit": site.commit,
        "dag": site.today.isoformat(),
        "praktijken": site.practice_count,
        "organisaties": site.partner_count,
        "themas": len(catalogue.topics),
        "paginas": pages,
    }
    known = {name: value for name, value in record.items() if value != ""}
    return json.dumps(known, ensure_ascii=False, indent=2) + "\n"


class _Words(Words):
    intro: str
    pages: str
    topics: str
    practices: str
    news: str
    partners: str


def build_llms(catalogue: Catalogue, site: Site) -> str:
    """Return ``llms.txt`` (llmstxt.org): title, summary, and a link to each text per kind."""
    words = load_texts("llms", _Words)
    intro = words.intro.format(data=site.absolute(urls.DATA_CATALOGUE), page=site.absolute(urls.DATA))
    sections: list[tuple[str, list[tuple[Entry, str, str | None]]]] = [
        (words.pages, [(page, page.title, page.summary) for page in catalogue.pages.values()]),
        (words.topics, [(topic, topic.name, topic.question) for topic in catalogue.topics.values()]),
        (words.practices, [(practice, practice.title, practice.summary) for practice in catalogue.practices.values()]),
        (words.news, [(item, item.title, item.summary) for item in catalogue.news.values()]),
        (words.partners, [(partner, partner.name, partner.core_business) for partner in catalogue.partners.values()]),
    ]
    parts = [f"# {_line(site.name)}", f"> {_line(site.tagline)}", intro.strip()]
    for heading, entries in sections:
        if entries:
            parts += [f"## {heading}", "\n".join(_link(*entry, site) for entry in entries)]
    return "\n\n".join(parts) + "\n"


def _link(entry: Entry, title: str, meaning: str | None, site: Site) -> str:
    address = site.absolute(urls.source_path(site.path_of(entry)))
    return f"- [{_line(title)}]({address})" + (f": {_line(meaning)}" if meaning else "")


def _line(text: str) -> str:
    """Return a text on one line, with Markdown escaped."""
    return re.sub(r"([\\`*_\[\]<>#])", r"\\\1", " ".join(text.split()))
