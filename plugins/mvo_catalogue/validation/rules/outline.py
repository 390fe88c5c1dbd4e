"""The outline of an entry: headings, sections, steps and fields that are missing, repeated or misplaced.

Rules: empty-heading, heading-level, key-in-text, and of practices misspelt-heading, missing-section,
section-order, few-steps and repeated-value.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise, takewhile

from mvo_catalogue.domain.body import BlockKind, Section
from mvo_catalogue.domain.diagnostic import Diagnostic, get_rule
from mvo_catalogue.domain.entries import APPROACH, LEAST_STEPS, PROBLEM, SECTION_ORDER, Practice
from mvo_catalogue.domain.model import NEWS, PAGES, PRACTICES, ValuePath
from mvo_catalogue.domain.names import is_same_title
from mvo_catalogue.domain.normalise import says_nothing
from mvo_catalogue.schema.corrections import find_key
from mvo_catalogue.schema.tree import entry_fields, title_key
from mvo_catalogue.validation.context import Diagnose, EntryFile

_FIELD = re.compile(r"([^\W\d]\w*)[ \t]*:(?:\s|$)")
_SHORT_FIELD = re.compile(r"[a-z_]{5,}: \S+(?: \S+)?")
"""A field that cannot be part of a sentence."""
_LABEL = re.compile(r"[^:]+: (?:(https?://\S+|\S+@\S+)|[^.!?]{1,60})")
"""A line with words or an address after a label, which is no sentence."""
_BOLD_FIELD = re.compile(r"[*_]{2}([^\W\d]\w*)(?::[*_]{2}|[*_]{2}:)(?:\s|$)")
_OF_FIELD = re.compile(r"\s*(?:- |[a-z_]+[ \t]*:(?:\s|$))")
_NO_LISTS = ("indented", "letter", "row", "table")
"""The messages about lines that look like a list and are not read as one."""
_LISTS = (BlockKind.STEPS, BlockKind.BULLETS)
_NO_ACTION = re.compile(
    r"(?:(?:het|de|hun|een|ons|onze) )?(?:doel(?:en|stelling)?|streven|bedoeling|ambitie|verwachting|hoop)\b"
    r"|(?:naar verwachting|afgesproken is|sinds|vanaf|(?:eind|begin|medio|halverwege|half) (?:19|20)\d\d)\b"
    r"|(?:in|sinds|vanaf|per|op|eind|begin|tot|van) (?:\d{1,2} )?(?:(?:de )?(?:zomer|herfst|winter|lente|loop) van )?"
    r"(?:(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december) )?(?:19|20)\d\d\b"
    r"|(?:19|20)\d\d\b",
    re.IGNORECASE,
)
"""The beginning of an item that is not a step but a goal, an expectation or a date."""
_LEAST_REPEATED = 8
"""A passage of so many words is not repeated on purpose."""
_WITH_MORE = re.compile(rf"({'|'.join(SECTION_ORDER)})(?::| [(–—-])")
_OTHERS = [name for name in SECTION_ORDER if name != APPROACH]
_UNDERLINE = re.compile(r" {0,3}=+\s*")
_EMPHASIS = "*_ –—=~"


def check_levels(file: EntryFile) -> Iterator[Diagnostic]:
    """Yield an error for every heading without words, of level one, or of a level that skips another."""
    level = 1
    for heading in file.markdown.headings:
        if not heading.text:
            yield from file.diagnose.heading("empty-heading", heading.anchor)
        elif heading.level == 1 and _UNDERLINE.fullmatch(file.lines[min(heading.line, len(file.lines) - 1)]):
            yield from file.diagnose.heading("heading-level", heading.anchor, "underlined")
        elif heading.level == 1:
            is_title = is_same_title(heading.text, str(file.values.data.get("titel", file.values.data.get("naam"))))
            matter = "title" if is_title else "to-field" if heading.line == file.title_line else "one"
            yield from file.diagnose.heading("heading-level", heading.anchor, matter, key=title_key(file.file.kind))
        elif heading.level > level + 1:
            marks = "##" if heading.text in SECTION_ORDER else "#" * (level + 1)
            yield from file.diagnose.heading("heading-level", heading.anchor, "skipped", marks=marks)
        level = max(heading.level, 2)


def check_fixed_headings(file: EntryFile, _practice: Practice) -> Iterator[Diagnostic]:
    """Yield what is wrong with the fixed headings of a practice and the sections below them."""
    for check in (_check_spelling, _check_sections, _check_order, _check_steps, _check_actions):
        yield from check(file)


def check_text(file: EntryFile) -> Iterator[Diagnostic]:
    """Yield an error below the fields of an entry that needs a text and has none."""
    if file.file.kind in (PRACTICES, PAGES, NEWS) and not file.markdown.body.text.strip():
        begin = f" Begin met “## {PROBLEM}” of “## {APPROACH}”." if file.file.kind == PRACTICES else ""
        line = len(file.source.rstrip().split("\n"))
        yield from file.diagnose.place("missing-section", (line, 1), "no-text", begin=begin)


def _check_spelling(file: EntryFile) -> Iterator[Diagnostic]:
    for section in file.markdown.body.sections:
        meant = file.fixed_heading(section)
        if meant != section.heading:
            yield from file.diagnose.heading(
                "misspelt-heading", section.anchor, "alike", heading=section.heading, meant=meant
            )
    for section in file.doubled:
        names = file.names_in(section)
        both = " en ".join(f"“## {name}”" for name in names)
        absent = [name for name in names if file.section(name) is None]
        matter, other = (
            ("one", next(name for name in names if name not in absent))
            if len(absent) == 1 < len(names)
            else ("two", "")
        )
        yield from file.diagnose.heading(
            "misspelt-heading", section.anchor, matter, both=both, meant=absent[0], other=other
        )
    for section in file.markdown.body.sections:
        more = _WITH_MORE.match(section.heading)
        if more and more[1] != APPROACH and more[1] in file.longer:
            yield from file.diagnose.heading("misspelt-heading", section.anchor, "more", meant=more[1])
    for heading in file.markdown.headings:
        if heading.level > 2 and heading.text in _OTHERS and file.section(heading.text) is None:
            yield from file.diagnose.heading(
                "misspelt-heading",
                heading.anchor,
                "alike",
                heading="#" * heading.level + f" {heading.text}",
                meant=heading.text,
            )


def _check_sections(file: EntryFile) -> Iterator[Diagnostic]:
    if file.section(APPROACH) is None and file.markdown.body.text.strip():
        lower = next((item for item in file.markdown.headings if item.text == APPROACH), None)
        nearly = file.near_headings.get(APPROACH)
        if nearly is None:
            yield from file.diagnose.file("missing-section", "missing", heading=APPROACH)
        elif any(APPROACH in file.names_in(section) for section in file.doubled):
            return  # that has been reported
        elif lower is None or lower.level == 2:
            matter = "in-code" if file.lines[nearly - 1].rstrip() == f"## {APPROACH}" else "nearly"
            yield from file.diagnose.place("missing-section", (nearly, 1), matter, heading=APPROACH)
        else:
            marks = "#" * lower.level
            yield from file.diagnose.heading(
                "missing-section", lower.anchor, "other-level", heading=APPROACH, marks=marks
            )
    for section in file.markdown.body.sections:
        if section.heading and (not section.html or says_nothing(section.text)):
            yield from file.diagnose.heading("missing-section", section.anchor, "empty", heading=section.heading)


def _check_order(file: EntryFile) -> Iterator[Diagnostic]:
    sections: dict[str, Section] = {}
    longer = {*file.longer.values(), *(file.markdown.anchors[section.anchor] for section in file.doubled)}
    for section in file.markdown.body.sections:
        if section.heading in SECTION_ORDER and section.heading in sections:
            yield from file.diagnose.heading("section-order", section.anchor, "twice", heading=section.heading)
        if section.heading and file.markdown.anchors[section.anchor] not in longer:
            sections.setdefault(file.fixed_heading(section), section)
    others_count = APPROACH in sections  # without it, another section may be the approach under another name
    in_order = [(_rank(name), section) for name, section in sections.items() if others_count or name in SECTION_ORDER]
    for (rank_before, before), (rank, section) in pairwise(in_order):
        if rank < rank_before:
            yield from file.diagnose.heading(
                "section-order",
                section.anchor,
                "too-late",
                heading=section.heading,
                before=before.heading,
                order=", ".join(SECTION_ORDER),
            )
            return


def _rank(heading: str) -> int:
    return SECTION_ORDER.index(heading) if heading in SECTION_ORDER else len(SECTION_ORDER)


def _check_steps(file: EntryFile) -> Iterator[Diagnostic]:
    """Yield an error for an approach without steps, at the line of a near miss or else at the heading."""
    approach = file.markdown.body.section(APPROACH)
    steps = file.markdown.longest_list.get(APPROACH, LEAST_STEPS)
    if not approach or not approach.html or steps >= LEAST_STEPS:
        return
    start = file.markdown.anchors[approach.anchor]
    after = [heading for heading in file.markdown.headings if heading.line > start]
    lower = list(takewhile(lambda heading: heading.level > 2, after))
    end = min((heading.line for heading in after), default=len(file.lines))
    said = get_rule("nearly-markup").messages
    no_lists = {said[matter] for matter in _NO_LISTS}
    nearly = (one for one in file.markdown.diagnostics if start < one.line < end and one.message in no_lists)
    if near := next(nearly, None):
        yield Diagnostic(near.path, near.line, near.column, "few-steps", near.message)
    elif len(lower) >= LEAST_STEPS and not steps:
        yield from file.diagnose.heading("few-steps", lower[0].anchor, "headings")
    else:
        lists = [len(block.items) for block in approach.blocks if block.kind in _LISTS]
        matter = "lists" if sum(lists) >= LEAST_STEPS else ""
        slots = {"lists": len(lists), "all": sum(lists), "least": LEAST_STEPS, "steps": steps}
        yield from file.diagnose.heading("few-steps", approach.anchor, matter, **slots)


def _check_actions(file: EntryFile) -> Iterator[Diagnostic]:
    """Yield a tip for the first item of the approach that is a goal, an expectation or a date."""
    approach = file.markdown.body.section(APPROACH)
    steps = [item for block in approach.blocks if block.kind in _LISTS for item in block.items] if approach else []
    for number, step in enumerate(steps, 1):
        if approach and _NO_ACTION.match(step):
            start = " ".join(step.split()[:4])
            yield from file.diagnose.heading("no-step", approach.anchor, number=number, start=start)
            return


def check_keys(file: EntryFile) -> Iterator[Diagnostic]:
    """Yield a warning for every line of the body that is a field, or a fixed heading without ``##``."""
    fields = entry_fields(file.file.kind)
    keys = {field.key for field in fields}
    listed = {field.key for field in fields if field.item and field.item.fields}
    chosen = {field.key for field in fields for one in (field.item or field,) if one.reference or one.every_choice}
    headings = {passage.text.strip() for passage in file.passages if passage.tag[0] == "h"}
    missing = {name.casefold(): name for name in SECTION_ORDER if name not in headings}
    for section in file.markdown.body.sections if file.file.kind == PRACTICES else ():
        if (word := find_key(fields, section.heading)) in listed:
            yield from file.diagnose.heading("key-in-text", section.anchor, "field", word=word)
    for passage in file.markdown.passages:
        first, last = passage.place()[0], passage.marks[-1][1]
        if ":" not in passage.text and passage.text.strip(_EMPHASIS).casefold() not in missing:
            continue
        for line in range(first, last + 1):
            written = file.lines[line - 1]
            if line > first and not _OF_FIELD.match(file.lines[line - 2]) and not _SHORT_FIELD.fullmatch(written):
                continue  # a sentence that happens to wrap here
            found, bold = _FIELD.match(written), _BOLD_FIELD.match(written)
            word = found[1] if found else bold[1].lower() if bold else ""
            label = find_key(fields, word) if word and word not in keys else ""
            labelled = _LABEL.fullmatch(written) if label and first == last else None
            is_field = _SHORT_FIELD.fullmatch(written) or (labelled and (label in chosen or labelled[1]))
            word = label if label and is_field else word
            alone = written.strip().strip(_EMPHASIS).rstrip(": ").strip(_EMPHASIS) if first == last else ""
            heading = missing.get((word or alone).casefold())
            if word in keys:
                yield from file.diagnose.place("key-in-text", (line, 1), "field", word=word)
            elif heading and not (heading == APPROACH and file.entry) and file.file.kind == PRACTICES:
                yield from file.diagnose.place("key-in-text", (line, 1), "heading", heading=heading)


def find_repeated(values: Sequence[object]) -> Iterator[tuple[int, str]]:
    """Yield (index, value) for every text that is in the list above already."""
    seen = set[str]()
    for index, value in enumerate(values):
        if isinstance(value, str) and value in seen:
            yield index, value
        elif isinstance(value, str):
            seen.add(value)


def check_lists(values: Mapping[str, object], diagnose: Diagnose, start: ValuePath) -> Iterator[Diagnostic]:
    """Yield an error for every repeated value of the lists below a path."""
    for key, items in values.items():
        for index, item in find_repeated(items if isinstance(items, list | tuple) else ()):
            yield from diagnose.value("repeated-value", (*start, key, index), value=item, key=key)


def check_repeated_values(file: EntryFile) -> Iterator[Diagnostic]:
    """Yield an error for every repeated value of a list, source or passage."""
    entry = file.entry
    if entry is None:
        return
    lists = {
        type(entry).model_fields[name].alias or name: values for name, values in entry if isinstance(values, tuple)
    }
    yield from check_lists(lists, file.diagnose, ())
    addresses = [source.url or index for index, source in enumerate(getattr(entry, "sources", ()))]
    for index, _ in find_repeated(addresses):
        yield from file.diagnose.value("repeated-value", ("bronnen", index, "url"), "source")
    for before, passage in pairwise(file.markdown.passages):
        if passage.text == before.text and len(passage.text.split()) >= _LEAST_REPEATED:
            yield from file.diagnose.place("repeated-value", passage.place(), "text")
