"""Change several files of the content in one step, and try that on a copy before anything is written."""

import datetime
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from mvo_catalogue.domain.catalogue import Catalogue
from mvo_catalogue.domain.diagnostic import Diagnostic, Severity
from mvo_catalogue.fixing import steps
from mvo_catalogue.fixing.edits import Editing
from mvo_catalogue.fixing.steps import Document, in_document, read_document
from mvo_catalogue.fixing.writing import Change, NotChanged, write_all
from mvo_catalogue.reading.content_paths import ContentPaths
from mvo_catalogue.reading.files import BYTE_ORDER_MARK, find_content_files, plain_line_ends
from mvo_catalogue.reading.markdown import read_markdown
from mvo_catalogue.validation.cache import Cache
from mvo_catalogue.validation.load import load_catalogue


@dataclass
class Changes:
    """What a verb does: the files, what it says of choices that it made, and what the check says of the outcome."""

    files: list[Change] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    found: tuple[Diagnostic, ...] = ()


class Workbench:
    """The content of a catalogue while several files of it are changed; nothing is written.

    Raises:
        NotChanged: the check finds errors in it, so that nobody could say what a change does.
    """

    def __init__(self, content: Path, today: datetime.date) -> None:
        """Read and check everything."""
        self.content, self.today = content, today
        self.catalogue: Catalogue
        self._cache = Cache()  # what stays as it is, is read once
        self.catalogue, self._report = load_catalogue(content, today, self._cache)
        if self._report.has_errors:
            raise NotChanged("Er staan nog fouten in de inhoud. Verbeter die eerst: mvo check")
        self.files = list(find_content_files(content))
        self.notes: list[str] = []
        self._before = {file.path: file.location.read_bytes() for file in self.files}
        for attachments in self.catalogue.attachments.values():
            self._before |= {one.path: (content.parent / one.path).read_bytes() for one in attachments.values()}
        self._paths = {path: path for path in self._before}
        self._texts: dict[str, str] = {}
        self._editing: dict[str, Editing] = {}

    def has(self, path: str) -> bool:
        """Return whether there is such a file, and still will be."""
        return bool(self._paths.get(path))

    def edit(self, path: str) -> Editing:
        """Return the YAML of a file, to be changed; of one that is not there yet it is empty."""
        if path not in self._editing:
            yaml = self.text(path) if path.endswith(".yaml") else "\n".join(self._document(path).fields)
            self._editing[path] = Editing(yaml, path)
        return self._editing[path]

    def text(self, path: str) -> str:
        """Return the text of a file with plain line ends, without the changes to its YAML."""
        if path not in self._texts:
            text = self._before.get(path, b"").decode("utf-8")
            plain = plain_line_ends(text)
            if text.count("\r") not in (0, text.count("\n")) or text.count("\r") != text.count("\r\n"):
                raise NotChanged(f"{path} heeft twee soorten regeleinden. Draai eerst: mvo check --fix {path}")
            self._texts[path] = plain
        return self._texts[path]

    def body(self, path: str) -> str:
        """Return the text below the front matter."""
        return "\n".join(self._document(path).body)

    def set_body(self, path: str, body: str) -> None:
        """Give a file another text below its front matter."""
        self._texts[path] = (
            body
            if _is_beside(path)
            else in_document(lambda document: replace(document, body=body.split("\n")), self.text(path))
        )

    def move(self, path: str, to: str) -> None:
        """Give an entry another name; what is beside it goes along."""
        self._paths[path] = to
        folder = path.removesuffix(".md")
        for beside in self._beside(folder):
            self._paths[beside] = f"{to.removesuffix('.md')}{beside.removeprefix(folder)}"

    def remove(self, path: str) -> None:
        """Take an entry away, with what is beside it."""
        for gone in (path, *self._beside(path.removesuffix(".md"))):
            self._paths[gone] = ""

    def _beside(self, folder: str) -> list[str]:
        return [path for path in self._before if path.startswith(f"{folder}/")]

    def lead_links(self, path: str, to: str) -> None:
        """Let every link in a text that goes to a file go to another one; without one only its words stay."""
        name = path.rpartition("/")[2].encode()
        known = ContentPaths([file for file in self.files if file.path != path], {path: to or path})
        for source, data in self._before.items():
            if name not in data or not source.endswith(".md") or not self._paths[source]:
                continue
            before = self._document(source)
            after = steps.correct_links(before, source, known, unlink=not to)
            if read_markdown("\n".join(after.body), source, 1, known).link_corrections:
                raise NotChanged(
                    f"{source} linkt naar {path} op een manier die wij niet veranderen. Doe het zelf eerst."
                )
            if after.body != before.body:
                if not to:
                    self.notes.append(f"{source}: een link naar {path} wordt gewone tekst.")
                self.set_body(source, "\n".join(after.body))

    def _document(self, path: str) -> Document:
        if _is_beside(path):
            return Document("", [], "", self.text(path).split("\n"))
        document = read_document(self.text(path))
        if document is None:  # the check would have found an error
            raise NotChanged(f"{path} heeft geen gegevens tussen twee regels met ---.")
        return document

    def finish(self) -> Changes:
        """Return the files that change, after the check found no error in a copy of the content with the changes.

        Raises:
            NotChanged: it did; the message holds what it says.
        """
        changes = Changes(list(self._changed()), self.notes)
        with tempfile.TemporaryDirectory() as scratch:
            copy = Path(scratch, self.content.name)
            shutil.copytree(self.content, copy, symlinks=True)
            write_all(changes.files, copy.parent)
            _, report = load_catalogue(copy, self.today, self._cache)
        known = Counter((item.rule, item.message) for item in self._report.diagnostics)
        new = [item for item in report.diagnostics if not known[item.rule, item.message]]
        changes.found = tuple(item for item in new if item.severity is not Severity.TIP)
        return changes

    def _changed(self) -> Iterator[Change]:
        for path in {**self._paths, **dict.fromkeys(self._editing, "")}:
            before, to = self._before.get(path), self._paths.get(path, path)
            after = self._written(path) if to else None
            if (after, to) != (before, path):
                yield Change(path if before is not None else "", before, to, after)

    def _written(self, path: str) -> bytes:
        """Return the bytes of a file with its changes, with the line ends and the first mark that it had."""
        if path not in self._texts and path not in self._editing:
            return self._before[path]
        text, old = self.text(path), self._before.get(path, b"").decode("utf-8")
        if path in self._editing:
            fields = self._editing[path].text
            text = fields if path.endswith(".yaml") else self._with_fields(text, fields)
        text = text.replace("\n", "\r\n") if "\r\n" in old else text
        return (BYTE_ORDER_MARK * old.startswith(BYTE_ORDER_MARK) + text).encode("utf-8")

    @staticmethod
    def _with_fields(text: str, fields: str) -> str:
        return in_document(lambda document: replace(document, fields=fields.split("\n")), text)


def _is_beside(path: str) -> bool:
    """Return whether it is a file beside a practice, which has no front matter (``content/practices/x/brief.md``)."""
    return path.count("/") == 3
