"""Change several files of the content in one step, which is tried on a copy before anything is written."""

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
from mvo_catalogue.fixing.steps import Document, read_document
from mvo_catalogue.fixing.writing import Change, NotChanged, write_all
from mvo_catalogue.reading.content_paths import ContentPaths
from mvo_catalogue.reading.files import BYTE_ORDER_MARK, find_content_files, plain_line_ends
from mvo_catalogue.reading.markdown import read_markdown
from mvo_catalogue.validation.cache import Cache
from mvo_catalogue.validation.load import load_catalogue


@dataclass
class Changes:
    """The outcome of a command: changed files, notes on what it decided, and new diagnostics of the result."""

    files: list[Change] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    found: tuple[Diagnostic, ...] = ()


class OpenFile:
    """A file while it is changed: its YAML and its body; line ends and a byte order mark stay as they are."""

    def __init__(self, path: str, data: bytes) -> None:
        """Parse a file; a missing one is empty.

        Raises:
            NotChanged: it has line ends of two kinds, or no front matter.
        """
        text = data.decode("utf-8")
        plain = plain_line_ends(text)
        if text.count("\r") not in (0, text.count("\n")) or text.count("\r") != text.count("\r\n"):
            raise NotChanged(f"{path} heeft twee soorten regeleinden. Draai eerst: mvo check --fix {path}")
        self._mark = BYTE_ORDER_MARK * text.startswith(BYTE_ORDER_MARK)
        self._line_end = "\r\n" if "\r" in text else "\n"
        is_beside = path.count("/") == 3  # a file beside a practice has no front matter
        self._document = None if is_beside or path.endswith(".yaml") else read_document(plain)
        if self._document:
            yaml, self.body = "\n".join(self._document.fields), "\n".join(self._document.body)
        elif path.endswith(".md") and not is_beside:  # the check would have found an error
            raise NotChanged(f"{path} heeft geen gegevens tussen twee regels met ---.")
        else:
            yaml, self.body = ("", plain) if is_beside else (plain, "")
        self.yaml = Editing(yaml, path)

    def encode(self) -> bytes:
        """Return the bytes of the file with its changes."""
        text, body = self.yaml.text, self.body
        if self._document:
            text, body = replace(self._document, fields=text.split("\n"), body=body.split("\n")).text, ""
        return (self._mark + (text or body).replace("\n", self._line_end)).encode("utf-8")


class Workbench:
    """The content of a catalogue while several files of it are changed; nothing is written.

    Raises:
        NotChanged: the check finds errors in it, so that the effect of a change is unknown.
    """

    def __init__(self, content: Path, today: datetime.date) -> None:
        """Read and check everything."""
        self.content, self.today = content, today
        self.catalogue: Catalogue
        self._cache = Cache()  # unchanged files are read once
        self.catalogue, self._report = load_catalogue(content, today, self._cache)
        if self._report.has_errors:
            raise NotChanged("Er staan nog fouten in de inhoud. Verbeter die eerst: mvo check")
        self.files = list(find_content_files(content))
        self.notes: list[str] = []
        self._before = {file.path: file.location.read_bytes() for file in self.files}
        for attachments in self.catalogue.attachments.values():
            self._before |= {one.path: (content.parent / one.path).read_bytes() for one in attachments.values()}
        self._paths = {path: path for path in self._before}
        self._open: dict[str, OpenFile] = {}

    def has(self, path: str) -> bool:
        """Return whether there is such a file that will not be removed."""
        return bool(self._paths.get(path))

    def open(self, path: str) -> OpenFile:
        """Return a file to be changed; a missing one is empty."""
        if path not in self._open:
            self._open[path] = OpenFile(path, self._before.get(path, b""))
        return self._open[path]

    def edit(self, path: str) -> Editing:
        """Return the YAML of a file, to be changed."""
        return self.open(path).yaml

    def move(self, path: str, to: str) -> None:
        """Rename an entry and the files beside it."""
        self._paths[path] = to
        folder = path.removesuffix(".md")
        for beside in self._beside(folder):
            self._paths[beside] = f"{to.removesuffix('.md')}{beside.removeprefix(folder)}"

    def remove(self, path: str) -> None:
        """Remove an entry and the files beside it."""
        for gone in (path, *self._beside(path.removesuffix(".md"))):
            self._paths[gone] = ""

    def _beside(self, folder: str) -> list[str]:
        return [path for path in self._before if path.startswith(f"{folder}/")]

    def lead_links(self, path: str, to: str) -> None:
        """Let every link to a file lead to another one; without one only the words of the link stay."""
        name = path.rpartition("/")[2].encode()
        known = ContentPaths([file for file in self.files if file.path != path], {path: to or path})
        for source, data in self._before.items():
            if name not in data or not source.endswith(".md") or not self._paths[source]:
                continue
            file = self.open(source)
            lines = steps.correct_links(Document("", [], "", file.body.split("\n")), source, known, unlink=not to).body
            body = "\n".join(lines)
            if read_markdown(body, source, 1, known).link_corrections:
                raise NotChanged(
                    f"{source} linkt naar {path} op een manier die wij niet veranderen. Doe het zelf eerst."
                )
            if body != file.body and not to:
                self.notes.append(f"{source}: een link naar {path} wordt gewone tekst.")
            file.body = body

    def finish(self) -> Changes:
        """Return the files that change, after the check found no error in a copy of the content with the changes.

        Raises:
            NotChanged: a file cannot be changed.
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
        for path in {**self._paths, **dict.fromkeys(self._open, "")}:
            before, to = self._before.get(path), self._paths.get(path, path)
            after = None if not to else self._open[path].encode() if path in self._open else before
            if (after, to) != (before, path):
                yield Change(path if before is not None else "", before, to, after)
