"""Check one file: from text to a typed entry, or to everything that is wrong with it."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

from pydantic import ValidationError

from mvo_catalogue.domain.body import Body
from mvo_catalogue.domain.diagnostic import Diagnostic
from mvo_catalogue.domain.model import PAGES, PARTNERS, PRACTICES, TOPICS, Entry
from mvo_catalogue.domain.page import Page
from mvo_catalogue.domain.partner import Partner
from mvo_catalogue.domain.practice import Practice
from mvo_catalogue.domain.topic import Topic
from mvo_catalogue.domain.vocabulary import VOCABULARY_VALUES, Vocabulary
from mvo_catalogue.reading.files import ContentFile
from mvo_catalogue.reading.front_matter import FrontMatter, split_front_matter
from mvo_catalogue.reading.markdown import MarkdownText, read_markdown
from mvo_catalogue.reading.nearest import suggest_nearest
from mvo_catalogue.reading.text import UnreadableFile, read_text
from mvo_catalogue.reading.yaml_values import YamlValues, read_yaml
from mvo_catalogue.validation.finding import Finding
from mvo_catalogue.validation.review import PracticeReview
from mvo_catalogue.validation.rules import ENTRY_RULES
from mvo_catalogue.validation.schema_errors import explain_errors, known_keys

MODELS: dict[str, type[Entry]] = {PRACTICES: Practice, PARTNERS: Partner, TOPICS: Topic, PAGES: Page}


@dataclass
class CheckedFile:
    """What came out of one file: the entry, when anything could be read, and every diagnostic.

    ``refused`` names the keys whose values the schema refused; the entry has a stand-in for them, so that the rules
    can judge the rest in the same run. An entry with refused keys is never published, since each has its error.
    """

    entry: Entry | None = None
    refused: frozenset[str] = frozenset()
    diagnostics: list[Diagnostic] = field(default_factory=list)
    links: list[tuple[str, str, int, int]] = field(default_factory=list)
    anchors: frozenset[str] = frozenset()


def check_entry(file: ContentFile, known_paths: Collection[str], today: datetime.date) -> CheckedFile:
    """Return the typed entry of a Markdown file and everything that is wrong with it, in one go."""
    try:
        text = read_text(file.location, file.path)
    except UnreadableFile as error:
        return CheckedFile(diagnostics=[error.diagnostic])
    front_matter = split_front_matter(text)
    markdown = read_markdown(front_matter.body, file.path, front_matter.body_line, known_paths)
    checked = CheckedFile(links=markdown.entry_links, anchors=frozenset(markdown.anchors))
    checked.diagnostics += _reading_problems(file.path, front_matter.values)
    checked.diagnostics += [
        Diagnostic(file.path, problem.line, problem.column, problem.rule, problem.message)
        for problem in markdown.problems
    ]
    if any(problem.rule in ("yaml-syntax", "front-matter") for problem in front_matter.values.problems):
        return checked
    findings = list(_heading_findings(markdown))
    entry, checked.refused = _parse(file, front_matter.values, markdown.body, findings)
    if isinstance(entry, Practice):
        review = PracticeReview(entry, markdown, today)
        for rule in ENTRY_RULES:
            findings += (
                found for found in rule.check(review) if not checked.refused.intersection(map(str, found.path[:1]))
            )
    checked.diagnostics += [locate(file.path, finding, front_matter, markdown) for finding in findings]
    checked.entry = entry
    return checked


def _parse(
    file: ContentFile, values: YamlValues, body: Body, findings: list[Finding]
) -> tuple[Entry | None, frozenset[str]]:
    """Return the entry and the keys that were refused; what is wrong is added to the findings."""
    model = MODELS[file.kind]
    keys = known_keys(model)
    for key in values.data:
        if key not in keys:
            near = suggest_nearest(key, keys)
            hint = f"Bedoelde u “{near}”?" if near else f"Bekende velden: {', '.join(keys)}."
            findings.append(Finding("unknown-key", f"Het veld “{key}” bestaat niet. {hint}", (key,), of_key=True))
    data = {key: value for key, value in values.data.items() if key in keys}
    own = {"slug": file.slug, "path": file.path, "body": body}
    try:
        return model.model_validate(data | own), frozenset()
    except ValidationError as error:
        problems = explain_errors(error, model, data)
    findings += (Finding(problem.rule, problem.message, problem.path, problem.of_key) for problem in problems)
    refused = frozenset(str(problem.path[0]) for problem in problems)
    rest = {key: value for key, value in data.items() if key not in refused}
    stand_ins = {key: value for key, value in _STAND_INS[file.kind].items() if key in refused}
    return model.model_validate(rest | stand_ins | own), refused


_STAND_INS: dict[str, dict[str, Any]] = {
    PRACTICES: {
        "titel": "Nog zonder titel",
        "samenvatting": "Nog zonder samenvatting, die hier later hoort te staan.",
        "themas": ["nog-geen-thema"],
        "onderbouwing": "beschreven",
        "bronnen": [{"titel": "Nog geen bron", "uitgever": "Nog niemand"}],
        "gepubliceerd": "2000-01-01",
        "gecontroleerd": "2000-01-01",
    },
    PARTNERS: {"naam": "Nog zonder naam", "soort": "overig", "gecontroleerd": "2000-01-01"},
    TOPICS: {"naam": "Nog zonder naam", "vraag": "Nog geen vraag?", "pijler": "mensen-en-werk"},
    PAGES: {"titel": "Nog zonder titel", "samenvatting": "Nog zonder samenvatting, die hier later hoort te staan."},
}
"""Values for required keys that were refused: only so that the other rules can run."""


def check_vocabulary(file: ContentFile) -> tuple[Vocabulary, list[Diagnostic]]:
    """Return the values of a vocabulary file by key, and everything that is wrong with it."""
    model = VOCABULARY_VALUES.get(file.slug)
    if model is None:
        near = suggest_nearest(file.slug, VOCABULARY_VALUES)
        hint = f" Bedoelde u “{near}.yaml”?" if near else f" Bekend zijn: {', '.join(VOCABULARY_VALUES)}."
        return {}, [
            Diagnostic(file.path, 1, 1, "unknown-vocabulary", f"“{file.slug}” is geen bekende waardelijst.{hint}")
        ]
    try:
        values = read_yaml(read_text(file.location, file.path))
    except UnreadableFile as error:
        return {}, [error.diagnostic]
    diagnostics = _reading_problems(file.path, values)
    vocabulary: Vocabulary = {}
    for key, value in values.data.items():
        try:
            vocabulary[key] = model.model_validate(value)
        except ValidationError as error:
            data: Mapping[str, Any] = value if isinstance(value, dict) else {}
            for problem in explain_errors(error, model, data):
                line, column = values.place((key, *problem.path), of_key=problem.of_key)
                diagnostics.append(Diagnostic(file.path, line, column, problem.rule, problem.message))
    return vocabulary, diagnostics


def locate(path: str, finding: Finding, front_matter: FrontMatter, markdown: MarkdownText) -> Diagnostic:
    """Return a finding with the line and column where an editor should look."""
    line, column = 1, 1
    if finding.heading:
        line = next((item.line for item in markdown.headings if item.text == finding.heading), 1)
    elif finding.path:
        line, column = front_matter.values.place(finding.path, of_key=finding.of_key)
    return Diagnostic(path, line, column, finding.rule, finding.message, finding.severity)


def locate_in_file(file: ContentFile, finding: Finding) -> Diagnostic:
    """Return a finding about an entry read earlier with its place, by reading the file once more."""
    front_matter = split_front_matter(read_text(file.location, file.path))
    return locate(file.path, finding, front_matter, MarkdownText())


def _reading_problems(path: str, values: YamlValues) -> list[Diagnostic]:
    return [
        Diagnostic(path, problem.line, problem.column, problem.rule, problem.message) for problem in values.problems
    ]


def _heading_findings(markdown: MarkdownText) -> list[Finding]:
    findings = []
    level = 1
    for heading in markdown.headings:
        if heading.level == 1:
            message = "Een kop met één hekje kan hier niet: de titel is al de grote kop. Gebruik “## ”."
            findings.append(Finding("heading-level", message, heading=heading.text))
        elif heading.level > level + 1:
            message = f"Deze kop slaat een niveau over. Gebruik “{'#' * (level + 1)} ”."
            findings.append(Finding("heading-level", message, heading=heading.text))
        level = max(heading.level, 2) if heading.level > 1 else level
    return findings
