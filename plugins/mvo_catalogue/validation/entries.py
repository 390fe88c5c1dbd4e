"""Read and check one file: its typed value, and every diagnostic."""

import datetime
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import chain
from types import MappingProxyType
from typing import Any

from mvo_catalogue.domain.diagnostic import Diagnostic, Severity, diagnose, get_rule
from mvo_catalogue.domain.entries import LEAST_STEPS, NEEDED_PAGES, Practice
from mvo_catalogue.domain.model import ATTACHMENTS, ENTRY_KINDS, PAGES, REMOVED, VOCABULARIES, Entry, ValuePath
from mvo_catalogue.domain.names import make_slug, suggest_nearest
from mvo_catalogue.domain.vocabulary import VOCABULARY_VALUES, Request, Vocabulary, VocabularyValue
from mvo_catalogue.reading.files import ContentFile, UnreadableFile, read_text
from mvo_catalogue.reading.front_matter import FrontMatter, split_front_matter
from mvo_catalogue.reading.markdown import PELICAN_FOLDERS, MarkdownText, read_markdown
from mvo_catalogue.reading.yaml_values import MAX_VOCABULARY, YamlValues, read_yaml
from mvo_catalogue.schema.corrections import correct_values
from mvo_catalogue.schema.parse import MakeDiagnostic, explain_correction, load_messages, parse_values
from mvo_catalogue.schema.references import make_extract
from mvo_catalogue.schema.tree import MODELS, build_fields, entry_fields, entry_keys, title_key
from mvo_catalogue.validation.attachments import load_attachment
from mvo_catalogue.validation.context import Checked, DatedEntry, Diagnose, EntryFile
from mvo_catalogue.validation.rules import DAY_CHECKS, FILE_CHECKS, PRACTICE_CHECKS, outline, plain_text
from mvo_catalogue.validation.rules.duplicates import make_sketch
from mvo_catalogue.validation.rules.left_over import check_left_overs


def load_file(file: ContentFile, known_paths: Collection[str]) -> Checked:
    """Return the value and all diagnostics of a file of any kind, without those that depend on the day."""
    if file.kind == VOCABULARIES:
        return load_vocabulary(file)
    return (load_attachment if file.kind == ATTACHMENTS else read_entry)(file, known_paths)


def load_entry(file: ContentFile, known_paths: Collection[str], today: datetime.date) -> Checked:
    """Return the typed entry and all diagnostics of a Markdown file, those of this day included."""
    checked = read_entry(file, known_paths)
    checked.diagnostics += check_day(checked, today)
    return checked


def check_day(checked: Checked, today: datetime.date) -> Iterator[Diagnostic]:
    """Yield the diagnostics of an entry that depend on the day."""
    dated = DatedEntry(checked.value, checked.diagnose, today)
    return chain.from_iterable(check(dated) for check in DAY_CHECKS)


def read_entry(file: ContentFile, known_paths: Collection[str]) -> Checked:
    """Return the typed entry and all diagnostics of a Markdown file, without those that depend on the day.

    The result depends on the file alone, but for broken links, which depend on ``known_paths``.
    """
    diagnose = Diagnose(file.path)
    try:
        text, diagnostics = read_text(file.location, file.path)
        front_matter = split_front_matter(text, file.path, entry_keys(file.kind))
    except UnreadableFile as error:
        is_needed = error.diagnostic.rule == "file-empty" and file.kind == PAGES and file.slug in NEEDED_PAGES
        found = diagnose.file("file-empty", "page") if is_needed else [error.diagnostic]
        return Checked(diagnose, diagnostics=found)
    markdown = read_markdown(front_matter.body, file.path, front_matter.body_line, known_paths)
    values = front_matter.values
    diagnostics += [*values.diagnostics, *markdown.diagnostics]
    if kind := _find_kind(file.kind, values.data):
        diagnostics += diagnose.file("file-name", "other-kind-of-entry", word=ENTRY_KINDS[kind], folder=kind)
        file = replace(file, kind=kind)
    if file.path.startswith(PELICAN_FOLDERS):
        diagnostics += _check_dialect(file, front_matter, markdown)
    diagnose.places, diagnose.headings = values.places, markdown.anchors
    entry_file = EntryFile(file, text, values, markdown, diagnose)
    wrong_headings = list(outline.check_levels(entry_file))
    diagnose.blamed = frozenset(found.line for found in wrong_headings)
    diagnostics += wrong_headings
    entry, of_values = _read_values(entry_file)
    for check in FILE_CHECKS:
        diagnostics += check(entry_file)
    diagnostics += of_values
    checked = Checked(diagnose, links=markdown.entry_links, belongs=kind or "")
    is_cut = any(found.rule == "front-matter" for found in values.diagnostics)  # the body may begin elsewhere
    if not is_cut and not kind:
        checked.value, checked.extracts, checked.is_complete = entry, {file.slug: make_extract(entry)}, True
    if isinstance(entry, Practice):
        for check_practice in PRACTICE_CHECKS:
            diagnostics += check_practice(entry_file, entry)
        checked.sketch = make_sketch(entry_file.words)
    if is_cut:
        diagnostics = [found for found in diagnostics if found.rule != "key-in-text"]
    checked.diagnostics = _leave_out_what_follows(_leave_out_of_sections(diagnostics, markdown))
    if isinstance(entry, Practice) and entry.is_draft:
        checked.diagnostics = [  # what is missing can wait
            replace(found, severity=Severity.TIP) if get_rule(found.rule).may_wait else found
            for found in checked.diagnostics
        ]
    diagnose.places.pack()
    return checked


def _check_dialect(file: ContentFile, front_matter: FrontMatter, markdown: MarkdownText) -> list[Diagnostic]:
    """Return where Pelican would read a text differently than we do, when the text has no other errors."""
    if any(found.severity is Severity.ERROR for found in markdown.diagnostics):
        return []
    from mvo_catalogue.reading.pelican_markdown import check_dialect  # noqa: PLC0415  # needed for few files

    return list(check_dialect(front_matter.body, file.path, front_matter.body_line))


def _read_values(entry_file: EntryFile) -> tuple[Entry, list[Diagnostic]]:
    """Parse the values of a file: set its entry, and return that with the diagnostics about values."""
    file, values = entry_file.file, entry_file.values
    model, fields = MODELS[file.kind], entry_fields(file.kind)
    report = partial(_report, file, values, (), remarks=entry_file.remarks)
    corrected = correct_values(fields, values.data)
    dashes = {one.path[:-1]: one for one in reversed(corrected.found) if one.written == "-"}  # the first per list
    reported = [one for one in corrected.found if one.written != "-" or dashes[one.path[:-1]] is one]
    explained = [explain_correction(one, report) for one in reported]
    values.move(corrected.data, corrected.moved)
    given = {"slug": file.slug, "path": file.path, "body": entry_file.markdown.body}
    unread = values.unread if values.data or values.is_usable else [(field.key,) for field in fields]
    unread = [*unread, (title_key(file.kind),)] if entry_file.title_line else unread
    parsed = parse_values(model, values.data, report, given, unread)
    entry_file.entry, entry_file.diagnose.refused = parsed.value, parsed.refused
    return parsed.value, [*explained, *parsed.diagnostics]


_POINT = re.compile(r"(\s*)-\s+[\"']?([^\W\d][^:#\"']*?)[\"']?\s*:?\s*")
"""An item of a list that is one word, perhaps with a colon."""
_SWAPPED = {"section-order", "few-steps"}
_OF_SECTIONS = ("evidence-without-proof", "few-steps", "no-step", "outcome-without-results")
"""What is broken where headings took each other's place (the steps are there), and what then is not said.

Nor is that said where there is no text at all.
"""


def _leave_out_of_sections(diagnostics: list[Diagnostic], markdown: MarkdownText) -> list[Diagnostic]:
    """Return the diagnostics without those that merely follow from swapped headings, or from a missing text."""
    if not markdown.body.text.strip():
        return [found for found in diagnostics if found.rule not in (*_OF_SECTIONS, "stopped-without-lessons")]
    has_steps = max(markdown.longest_list.values(), default=0) >= LEAST_STEPS
    if not has_steps or not {found.rule for found in diagnostics} >= _SWAPPED:
        return diagnostics
    return [found for found in diagnostics if found.rule not in _OF_SECTIONS]


def _leave_out_what_follows(diagnostics: list[Diagnostic]) -> list[Diagnostic]:
    """Return one diagnostic for each cause: a rule says which others it hides on the same line."""
    hidden = {(found.line, rule) for found in diagnostics for rule in get_rule(found.rule).hides}
    return [found for found in diagnostics if (found.line, found.rule) not in hidden]


def _find_kind(kind: str, data: Collection[str]) -> str | None:
    """Return the kind of entry that has these keys, when that is clearly not the kind of its folder."""
    fitting = {other: set(data).intersection(entry_keys(other)) for other in MODELS}
    best = max(fitting, key=lambda other: len(fitting[other]))
    is_sure = len(fitting[best]) >= len(fitting[kind]) + 2 and fitting[kind] <= fitting[best]
    return best if is_sure else None


def _report(
    file: ContentFile,
    values: YamlValues,
    start: ValuePath,
    path: ValuePath,
    of_key: bool,
    rule: str,
    message: str,
    remarks: Mapping[str, int] = MappingProxyType({}),
) -> Diagnostic:
    """Return a diagnostic at a path below ``start``; a missing field may be in a comment."""
    if rule == "missing-key" and (line := remarks.get(str(path[-1]))):
        return Diagnostic(file.path, line, 1, rule, get_rule("text-cut").say("field", key=path[-1]))
    if rule == "empty-value" and (cut := values.cuts.get((*start, *path))):
        return diagnose(file.path, *cut, rule, "cut", name=next(key for key in reversed(path) if isinstance(key, str)))
    return Diagnostic(file.path, *values.places.find((*start, *path), of_key=of_key), rule, message)


def _outside(data: Mapping[str, Any], inner: Collection[str]) -> dict[str, str]:
    """Return the fields that are not indented below their value, each with the key of that (empty) value."""
    found: dict[str, str] = {}
    above = ""
    for key, value in data.items():
        if key in inner and not isinstance(value, dict) and above and data[above] is None:
            found[key] = above
        else:
            above = key
    return found


def _explain_outside(outside: Mapping[str, str], report: MakeDiagnostic) -> Iterator[Diagnostic]:
    """Yield a diagnostic for the first field of each value that is not indented below it."""
    said = load_messages().messages["inner"]
    for within in dict.fromkeys(outside.values()):
        key = next(key for key in outside if outside[key] == within)
        yield report((key,), True, said.rule, said.message.format(shown=key, within=within))


def _explain_point(found: Diagnostic, lines: Sequence[str]) -> Diagnostic:
    """Return a syntax error of a vocabulary, or how to write a new value that is an item of a list."""
    if found.rule == "yaml-feature" and lines[found.line - 1].rstrip() == "---":
        return diagnose(found.path, found.line, 1, "yaml-feature", "line")
    for number in (found.line, found.line + 1) if found.rule == "yaml-syntax" else ():
        point = _POINT.fullmatch(lines[number - 1]) if number <= len(lines) else None
        above = next((line.strip() for line in reversed(lines[: number - 1]) if line.strip()), "")
        if point and above[:1] != "-" and above[-1:] != ":":
            slots = {"key": make_slug(point[2]), "name": point[2][:1].upper() + point[2][1:]}
            return diagnose(found.path, number, len(point[1]) + 1, "yaml-syntax", "new-value", **slots)
    return found


def load_vocabulary(file: ContentFile) -> Checked:
    """Return the values of a vocabulary file by key, with all diagnostics."""
    diagnose, model = Diagnose(file.path), VOCABULARY_VALUES.get(file.slug)
    if model is None:
        near, known = suggest_nearest(file.slug, VOCABULARY_VALUES), ", ".join(VOCABULARY_VALUES)
        matter = "near" if near else "none"
        found = diagnose.file("unknown-vocabulary", matter, word=file.slug, near=near, known=known)
        return Checked(diagnose, dict, diagnostics=found)
    try:
        text, diagnostics = read_text(file.location, file.path)
    except UnreadableFile as error:
        return Checked(diagnose, dict, diagnostics=[error.diagnostic])
    if len(text) > MAX_VOCABULARY:
        return Checked(diagnose, dict, diagnostics=diagnose.file("file-too-large", "text", most=MAX_VOCABULARY))
    return _load_values(file, model, text, diagnostics, diagnose)


def _load_values(
    file: ContentFile, model: type[VocabularyValue], text: str, diagnostics: list[Diagnostic], diagnose: Diagnose
) -> Checked:
    """Return the values of the text of a vocabulary by key, with all diagnostics."""
    values = read_yaml(text, file.path)
    diagnose.places = values.places
    lines = text.split("\n")
    diagnostics += [_explain_point(found, lines) for found in values.diagnostics]
    if model is not Request:  # in which readers fill in what stands between brackets
        whole = EntryFile(file, text, values, read_markdown("", file.path, 1, ()), diagnose)
        diagnostics += check_left_overs(whole)
    is_complete = values.is_usable
    vocabulary: Vocabulary = {}
    shown = [field for field in build_fields(model) if not field.inner]
    outside = _outside(values.data, [field.key for field in build_fields(model)])
    reported = list(_explain_outside(outside, partial(_report, file, values, ())))
    explained = {line for found in reported for line in (found.line, found.line + 1)}
    diagnostics = [one for one in diagnostics if one.rule != "yaml-syntax" or one.line not in explained] + reported
    is_complete, beside = is_complete and not outside, {*outside, *outside.values()}
    for key, value in values.data.items():
        if (key,) in values.unread or key in beside:
            continue
        if file.slug != REMOVED and key != (slug := make_slug(key)):
            said = load_messages().messages["value_key"]
            text = said.message.format(shown=key, near=slug or "nieuwe-waarde")
            diagnostics.append(_report(file, values, (), (key,), True, said.rule, text))
            is_complete = False  # no reference can name this value
        unread = [path[1:] for path in values.unread if path[0] == key]
        parsed = parse_values(model, value, partial(_report, file, values, (key,)), unread=unread, name=key)
        diagnostics += parsed.diagnostics
        if isinstance(value, dict):
            diagnostics += plain_text.check_texts(shown, value, values, lines, diagnose, (key,))
            diagnostics += outline.check_lists(value, diagnose, (key,))
        if parsed.diagnostics:
            is_complete = False
        elif file.slug == REMOVED or key == make_slug(key):
            vocabulary[key] = parsed.value
    extracts = {key: make_extract(value) for key, value in vocabulary.items()}
    found = _leave_out_what_follows(diagnostics)
    checked = Checked(diagnose, extracts=extracts, diagnostics=found, is_complete=is_complete)
    checked.value = vocabulary
    return checked
