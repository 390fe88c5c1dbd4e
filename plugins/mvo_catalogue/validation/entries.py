"""Check one file: from text to a typed entry, or to everything that is wrong with it."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from mvo_catalogue.domain.body import Body
from mvo_catalogue.domain.diagnostic import Diagnostic
from mvo_catalogue.domain.model import VOCABULARIES, Entry, ValuePath
from mvo_catalogue.domain.nearest import suggest_nearest
from mvo_catalogue.domain.partner import Partner
from mvo_catalogue.domain.practice import Practice
from mvo_catalogue.domain.vocabulary import VOCABULARY_VALUES, Vocabulary
from mvo_catalogue.reading.files import ContentFile
from mvo_catalogue.reading.front_matter import FrontMatter, split_front_matter
from mvo_catalogue.reading.markdown import EntryLink, MarkdownText, read_markdown
from mvo_catalogue.reading.passages import Passage
from mvo_catalogue.reading.text import UnreadableFile, read_text
from mvo_catalogue.reading.yaml_values import YamlValues, read_yaml
from mvo_catalogue.schema.parse import Parsed, parse_values
from mvo_catalogue.schema.tree import MODELS, build_fields
from mvo_catalogue.validation.finding import Finding
from mvo_catalogue.validation.review import FileReview, PracticeReview
from mvo_catalogue.validation.rules import (
    ENTRY_RULES,
    FILE_RULES,
    TEXT_RULES,
)
from mvo_catalogue.validation.rules.near_duplicate import make_sketch
from mvo_catalogue.validation.rules.review_date import check_partner

_KEYS = {kind: frozenset(field.key for field in build_fields(model)) for kind, model in MODELS.items()}
_RUNNING_TEXT = ("samenvatting", "kernactiviteit")
"""The keys under which people write sentences that are read like the body."""


@dataclass
class CheckedFile:
    """What came out of one file: the entry, when anything could be read, and every diagnostic.

    ``refused`` names the keys whose values the schema refused; the entry has a stand-in for them, so that the rules
    can judge the rest in the same run. An entry with refused keys is never published, since each has its error.
    ``sketch`` holds the numbers by which a text like it is found.
    """

    entry: Entry | None = None
    refused: frozenset[str] = frozenset()
    diagnostics: list[Diagnostic] = field(default_factory=list)
    links: list[EntryLink] = field(default_factory=list)
    anchors: frozenset[str] = frozenset()
    sketch: tuple[int, ...] = ()


def check_entry(file: ContentFile, known_paths: Collection[str], today: datetime.date) -> CheckedFile:
    """Return the typed entry of a Markdown file and everything that is wrong with it, in one go."""
    try:
        text, diagnostics = read_text(file.location, file.path)
    except UnreadableFile as error:
        return CheckedFile(diagnostics=[error.diagnostic])
    front_matter = split_front_matter(text, file.path)
    markdown = read_markdown(front_matter.body, file.path, front_matter.body_line, known_paths)
    checked = CheckedFile(links=markdown.entry_links, anchors=frozenset(markdown.anchors))
    diagnostics += front_matter.values.diagnostics
    diagnostics += markdown.diagnostics
    findings = [finding for rule in TEXT_RULES for finding in rule.check(markdown)]
    if front_matter.values.is_usable:
        wrong_headings = {finding.anchor for finding in findings}
        parsed = _parse(file, front_matter.values, markdown.body)
        diagnostics += parsed.diagnostics
        entry, refused, found = parsed.value, parsed.refused, list[Finding]()
        if isinstance(entry, Practice):
            review = PracticeReview(entry, markdown, today, refused)
            found += (finding for rule in ENTRY_RULES for finding in rule.check(review) if review.knows(*finding.keys))
        if isinstance(entry, Partner):
            found += check_partner(entry, today)
        findings += (finding for finding in found if not finding.anchor or finding.anchor not in wrong_headings)
        checked.entry, checked.refused = entry, refused
    findings += _file_findings(file, text, front_matter, markdown, checked)
    diagnostics += (locate(file.path, finding, front_matter, markdown) for finding in findings)
    checked.diagnostics = diagnostics
    return checked


def _file_findings(
    file: ContentFile, text: str, front_matter: FrontMatter, markdown: MarkdownText, checked: CheckedFile
) -> Iterator[Finding]:
    """Yield what the rules about any file find, except in values that were refused."""
    passages = [*_front_passages(text, front_matter.values), *markdown.passages]
    review = FileReview(file.kind, text, front_matter.body_line, _KEYS[file.kind], passages, checked.entry)
    if isinstance(checked.entry, Practice):
        checked.sketch = make_sketch(review.words)
    for rule in FILE_RULES:
        yield from (finding for finding in rule.check(review) if checked.refused.isdisjoint(finding.keys))


def _front_passages(text: str, values: YamlValues) -> Iterator[Passage]:
    for key in _RUNNING_TEXT:
        value = values.data.get(key)
        if isinstance(value, str) and value:
            line, column = values.place((key,))
            start = text.split("\n", line)[line - 1].find(value, column - 1)
            mark = (0, line, column, 0) if start < 0 else (0, line, start + 1, len(value))
            yield Passage(value, "p", is_inner=False, marks=(mark,))


def _parse(file: ContentFile, values: YamlValues, body: Body) -> Parsed[Entry]:
    """Return the entry, the keys that it has only a stand-in for, and what is wrong."""

    def tell(path: ValuePath, of_key: bool, rule: str, message: str) -> Diagnostic:
        return Diagnostic(file.path, *values.place(path, of_key=of_key), rule, message)

    given = {"slug": file.slug, "path": file.path, "body": body}
    return parse_values(MODELS[file.kind], values.data, tell, given, values.unread)


@dataclass(frozen=True)
class CheckedVocabulary:
    """What came out of one vocabulary file; when something was wrong with it, it may have more values than these."""

    values: Vocabulary
    diagnostics: list[Diagnostic]
    is_complete: bool


def check_vocabulary(file: ContentFile) -> CheckedVocabulary:
    """Return the values of a vocabulary file by key, and everything that is wrong with it."""
    model = VOCABULARY_VALUES.get(file.slug)
    if model is None:
        near = suggest_nearest(file.slug, VOCABULARY_VALUES)
        hint = f" Bedoelde u “{near}.yaml”?" if near else f" Bekend zijn: {', '.join(VOCABULARY_VALUES)}."
        message = f"“{file.slug}” is geen bekende waardelijst.{hint}"
        diagnostic = Diagnostic(file.path, 1, 1, "unknown-vocabulary", message)
        return CheckedVocabulary({}, [diagnostic], is_complete=False)
    try:
        text, diagnostics = read_text(file.location, file.path)
    except UnreadableFile as error:
        return CheckedVocabulary({}, [error.diagnostic], is_complete=False)
    values = read_yaml(text, file.path)
    diagnostics += values.diagnostics
    is_complete = values.is_usable
    vocabulary: Vocabulary = {}
    for key, value in values.data.items():

        def tell(path: ValuePath, of_key: bool, rule: str, message: str, key: str = key) -> Diagnostic:
            return Diagnostic(file.path, *values.place((key, *path), of_key=of_key), rule, message)

        parsed = parse_values(model, value, tell, name=key)
        diagnostics += parsed.diagnostics
        if parsed.diagnostics:
            is_complete = False
        else:
            vocabulary[key] = parsed.value
    return CheckedVocabulary(vocabulary, diagnostics, is_complete)


def locate(path: str, finding: Finding, front_matter: FrontMatter, markdown: MarkdownText) -> Diagnostic:
    """Return a finding with the line and column where an editor should look."""
    line, column = finding.place or (1, 1)
    if finding.anchor:
        line = markdown.heading_lines[finding.anchor]
    elif finding.path:
        line, column = front_matter.values.place(finding.path, of_key=finding.of_key)
    return Diagnostic(path, line, column, finding.rule, finding.message)


def locate_in_file(file: ContentFile, finding: Finding) -> Diagnostic:
    """Return a finding about an entry read earlier with its place, by reading the file once more."""
    text, _ = read_text(file.location, file.path)
    if file.kind == VOCABULARIES:
        line, column = read_yaml(text).place(finding.path, of_key=finding.of_key)
        return Diagnostic(file.path, line, column, finding.rule, finding.message)
    return locate(file.path, finding, split_front_matter(text), MarkdownText())
