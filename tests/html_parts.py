"""HTML parsed by the standard library."""

from html.parser import HTMLParser


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[str, dict[str, str]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, {name: value or "" for name, value in attrs}))

    def handle_comment(self, data: str) -> None:
        self.found.append(("!--", {"data": data}))

    def handle_decl(self, decl: str) -> None:
        self.found.append(("!", {"data": decl}))

    def unknown_decl(self, data: str) -> None:
        self.found.append(("![", {"data": data}))

    def handle_pi(self, data: str) -> None:
        self.found.append(("?", {"data": data}))


def list_tags(markup: str) -> list[tuple[str, dict[str, str]]]:
    """Return every tag with its attributes; comments and declarations count as tags too."""
    parser = _Tags()
    parser.feed(markup)
    parser.close()
    return parser.found
