"""Look at a built page as a browser would: its elements with their attributes, in order."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path


@dataclass
class Element:
    """A start tag with its attributes and the text that directly follows it."""

    tag: str
    attributes: dict[str, str]
    text: str = ""


@dataclass
class PageView(HTMLParser):
    """All elements of a page."""

    elements: list[Element] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Start the parser."""
        super().__init__()

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        """Note an element."""
        self.elements.append(Element(tag, {name: value or "" for name, value in attributes}))

    def handle_data(self, data: str) -> None:
        """Note the text after a tag."""
        if self.elements:
            self.elements[-1].text += data

    def all(self, tag: str) -> list[Element]:
        """Return the elements with this tag."""
        return [element for element in self.elements if element.tag == tag]

    @property
    def anchors(self) -> set[str]:
        """Return every ``id`` on the page."""
        return {element.attributes["id"] for element in self.elements if "id" in element.attributes}


def is_redirect(file: Path) -> bool:
    """Return whether a page is a redirect at a former address."""
    return '<meta http-equiv="refresh"' in file.read_text(encoding="utf-8")


def read_page(file: Path) -> PageView:
    """Return the elements of an HTML file."""
    view = PageView()
    view.feed(file.read_text(encoding="utf-8"))
    return view
