"""Parse what an editor wrote into a typed model, with a diagnostic for everything that the schema refuses."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ValidationError

from mvo_catalogue.domain.diagnostic import Diagnostic, get_rule
from mvo_catalogue.domain.model import PRACTICES, FieldType, ValuePath, is_url, map_texts, walk_leaves
from mvo_catalogue.domain.names import make_slug, suggest_nearest
from mvo_catalogue.domain.normalise import bare, before_remark, load_spellings, says_nothing
from mvo_catalogue.domain.patterns import ITEM_MARK, quote, shorten
from mvo_catalogue.schema.corrections import FIRST, LAST, Correction, find_key
from mvo_catalogue.schema.references import may_be_one, split_list
from mvo_catalogue.schema.tree import Field, build_fields, entry_fields, find_headings
from mvo_catalogue.texts import Words, load_texts

Model = TypeVar("Model", bound=BaseModel)

_LONGEST_QUOTE = 60
_MOST_SHOWN = 60
"""The length of a meaning that is shown beside what it is about."""
_MOST_NAMED = 15
"""A message names no more fields than this."""
_ITEM = re.compile(rf"(?!-)({ITEM_MARK.pattern})\s|-\s|-(?=[^\W\d])|[a-z_]+:[^\S ]")
"""The beginning of a text that should be a list or fields."""


class Message(Words):
    """What is said of one kind of mistake: the rule, and a sentence to fill in.

    ``looks_like`` is what a wrong address or date surely looks like then; a group in it is the address itself.
    """

    rule: str
    message: str
    looks_like: re.Pattern[str] | None = None


class Elsewhere(Words):
    """Where something belongs that people give a key of its own.

    ``at`` is a field beside which this counts, ``words`` are those that people use, as slugs.
    """

    at: str
    words: tuple[str, ...]
    message: str


class ValueMessages(Words):
    """All messages about values that the schema refuses, by the kind of mistake.

    ``in_the_form`` holds the messages of the form in the browser where they differ, by the kind of mistake, and
    ``rules_in_the_form`` those about rules, by rule and message. ``heading`` says below which one a text belongs.
    """

    said: str
    said_of_no_value: str
    meant: str
    known: str
    understood: dict[str, str]
    look: str
    no_name: str
    not_known: str
    must_be: str
    characters: tuple[str, str]
    values: tuple[str, str]
    of_persons: tuple[str, ...]
    of_programs: tuple[str, ...]
    of_drafts: tuple[str, ...]
    heading: str
    elsewhere: tuple[Elsewhere, ...]
    messages: dict[str, Message]
    in_the_form: dict[str, str]
    rules_in_the_form: dict[str, dict[str, str]]


def load_messages() -> ValueMessages:
    """Return the messages of ``texts/values.yaml``."""
    return load_texts("values", ValueMessages)


MakeDiagnostic = Callable[[ValuePath, bool, str, str], Diagnostic]
"""Makes a diagnostic of a path, whether its key is meant, a rule and a message: the caller knows where things stand."""


@dataclass(frozen=True, slots=True)
class Parsed(Generic[Model]):
    """The model of what an editor wrote, and one explanation per mistake.

    ``refused`` names the keys whose values cannot be used; the model has a stand-in for those that it needs, so that
    the rest can be checked in the same run.
    """

    value: Model
    refused: frozenset[str]
    diagnostics: list[Diagnostic]


@dataclass(frozen=True, slots=True)
class _Mistake:
    """What the schema refuses, and the message about it; ``likely`` is the path where an unknown key belongs."""

    kind: str
    path: ValuePath
    of_key: bool
    text: str
    likely: ValuePath = ()

    @property
    def rule(self) -> str:
        """Return the rule that it breaks."""
        return load_messages().messages[self.kind].rule


_LEAST_WORDS, _FEW_WORDS, _TWO = 4, 3, 2
_FILE = re.compile(r"\.(?:docx?|xlsx?|odt|ods|pdf|jpe?g|png|webp)$", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_DRAFT = "concept"
"""The key of a draft."""
_ADDRESSES = ("web_address", "secure_address", "contact_address")
_OF_ONE_VALUE = ("enum", "int_parsing", "bool_type", "day", "partial_date", "period_end", *_ADDRESSES)
"""The mistakes in a single value that is no free text."""
_MAY_BE_UNKNOWN = ("enum", "bool_type", "partial_date", "year", "years", "web_address", "contact_address")
"""The mistakes in a value that the editor perhaps does not know."""
_OF_SEVERAL = ("tuple_type", "items_with_fields", "model_type")
"""The mistakes in a value that should be a list, or have fields."""
_OF_ITEMS = {("model_type", True): "item_with_fields", ("tuple_type", False): "items_with_fields"}
"""The mistakes in a list of items with fields: an item without fields, and something that is no list."""
_LACKING = ("missing-key", "empty-value")
_UNKNOWN = ("unknown-key", "duplicate-key")
"""The rules about missing values, and about keys that should not be there."""


def parse_values(
    model: type[Model],
    data: Any,
    report: MakeDiagnostic,
    given: Mapping[str, Any] | None = None,
    unread: Collection[ValuePath] = (),
    name: str = "",
) -> Parsed[Model]:
    """Return the model of what an editor wrote, with a diagnostic for everything that the schema refuses.

    ``given`` holds what the file itself gives. ``unread`` are the paths of values that could not be read, and have a
    diagnostic already; ``name`` is the key that holds the data, when that is not the file. What merely follows from
    another mistake is left out.
    """
    fields, data = build_fields(model), map_texts(data, _join_lines)
    if isinstance(data, Mapping):
        parsed, mistakes = _validate(model, data, given or {}, unread)
        places = [*unread, *(place for mistake in mistakes for place in (mistake.path, mistake.likely) if place)]
        cut = {field.key: data[field.key][: field.most] for field in fields if _is_only_long(field, mistakes, places)}
        data = {**data, **cut}
        refused = frozenset(str(place[0]) for place in places).difference(cut)
    else:
        parsed, mistakes = None, [_explain_text(data, fields, name)]
        refused, cut, data = frozenset(field.key for field in fields), {}, {}
    if parsed is None or refused or cut:
        accepted = {field.key: data[field.key] for field in fields if field.key in data and field.key not in refused}
        stand_ins = {field.key: _stand_in(field) for field in fields if field.is_required and field.key in refused}
        parsed = model.model_validate({**accepted, **stand_ins, **(given or {})})
    return Parsed(parsed, refused, [report(item.path, item.of_key, item.rule, item.text) for item in mistakes])


def _is_only_long(field: Field, mistakes: Sequence[_Mistake], places: Sequence[ValuePath]) -> bool:
    """Return whether nothing else is wrong with a list than its length, so that its first values can be checked."""
    own = [mistake for mistake in mistakes if mistake.path[:1] == (field.key,)]
    return [mistake.kind for mistake in own] == ["too_long"] and [place[0] for place in places].count(field.key) == 1


def _explain_text(data: Any, fields: Sequence[Field], name: str) -> _Mistake:
    """Return the mistake of something in the place of all fields; for a text, with its probable field."""
    mistake = _explain("model_type", (), data, fields, name=name)
    first = next((field.key for field in fields if field.is_required), "")
    if not isinstance(data, str) or not first:
        return mistake
    if data.startswith(f"{first}:"):
        return replace(mistake, text=get_rule("yaml-syntax").say("no-space", sign=first))
    near = f"{first}: {data.removeprefix(first).lstrip(':')}"
    return replace(mistake, text=load_messages().understood["inner"].format(name=name, near=near))


_RULES = {
    FieldType.DAY: "wrong-date",
    FieldType.PARTIAL_DATE: "wrong-date",
    FieldType.NUMBER: "wrong-number",
    FieldType.BOOLEAN: "wrong-value",
    FieldType.EITHER: "unknown-value",
    FieldType.LIST: "wrong-type",
    FieldType.CHOICE: "unknown-value",
    FieldType.REFERENCE: "unknown-value",
}
"""The rule that a corrected value breaks, by the type of its field; the other types are addresses."""


def explain_correction(found: Correction, report: MakeDiagnostic) -> Diagnostic:
    """Return the diagnostic that says how to write a key or value that was understood."""
    words, kind = load_messages().understood, found.field.type
    said = "item" if not found.written else "key" if found.of_key else "list" if kind is FieldType.LIST else "value"
    if found.written == "-":
        said = "next" if kind is FieldType.LIST else "fields"
    elif "\n" in found.corrected and kind is FieldType.NUMBER:
        said = "years"
    elif found.corrected == quote(found.written):
        said = "colon"
    elif kind is FieldType.OBJECT and not found.of_key:
        said = "inner"
    elif kind is FieldType.LIST and isinstance(found.corrected, str) and not found.of_key:
        said = "unnamed"
    parts = [found.corrected] if isinstance(found.corrected, str) else found.corrected
    near = ", ".join(parts) if said != "list" else " en ".join(f"“- {part}”" for part in parts)
    if kind not in _RULES and not found.of_key and is_url(found.written):
        return report(found.path, False, "untidy-address", get_rule("untidy-address").say(meant=near))
    first, _, last = near.strip().partition("\n")
    text = words[said].format(shown=_quote(found.written), near=first, last=last, name=found.field.key)
    rule = "wrong-date" if found.field.is_day else _RULES.get(kind, "wrong-address")
    rule = "wrong-type" if said in ("next", "fields", "inner", "unnamed") else rule
    return report(found.path, found.of_key, "unknown-key" if found.of_key else rule, text)


def _join_lines(text: str) -> str:
    return " ".join(line.strip() for line in text.split("\n") if line.strip()) if "\n" in text else text


def _validate(
    model: type[Model], data: Mapping[str, Any], given: Mapping[str, Any], unread: Collection[ValuePath]
) -> tuple[Model | None, list[_Mistake]]:
    fields = build_fields(model)
    keys = {field.key for field in fields}
    known = {key: value for key, value in data.items() if key in keys}
    mistakes = list(_explain_keys(fields, data))
    explained = set(unread)
    empty = [path for path, value in walk_leaves(known) if _is_empty(value) and path not in explained]
    explained.update(empty)
    around_unread = {start for path in unread for start in _starts(path)}
    mistakes += (_explain(_kind_of_empty(path, fields), path, None, fields) for path in empty)
    parsed = None
    try:
        parsed = model.model_validate({**known, **given})
    except ValidationError as error:
        for mistake in _explain_all(error, fields, known):
            if explained.isdisjoint(_starts(mistake.path)) and mistake.path not in around_unread:
                mistakes.append(mistake)
    likely = {mistake.likely for mistake in mistakes}
    holders = {mistake.path for mistake in mistakes if mistake.rule not in _LACKING}
    mistakes = [
        mistake
        for mistake in mistakes
        if mistake.kind not in ("empty", "empty_item") or mistake.path[:-1] not in holders
    ]
    inside = {mistake.likely[0] for mistake in mistakes if mistake.kind in ("inner", "continued")}
    return parsed, [
        mistake
        for mistake in mistakes
        if (mistake.rule not in _LACKING and mistake.kind != "string_too_short")
        or (mistake.path not in likely and mistake.path[0] not in inside)
    ]


def _explain_keys(fields: Sequence[Field], data: Mapping[str, Any]) -> Iterator[_Mistake]:
    """Yield a mistake for every unknown key; of several that belong to one field, only the first."""
    above, keys = list[Field](), [field.key for field in fields]
    explained = set[str]()
    before: tuple[str, Any] = ("", None)
    for key, value in data.items():
        field = next((field for field in fields if field.key == key), None)
        holder = next((one.key for one in reversed(above) if any(inner.key == key for inner in one.inner)), "")
        outside = "" if field or holder or _say_elsewhere(key, fields, fields) else _holder_of(fields, key, data)
        if field:
            above.append(field)
        elif holder and holder not in explained:
            explained.add(holder)
            yield replace(_explain("inner", (key,), None, fields, within=holder), likely=(holder,))
        elif outside and outside not in explained:
            explained.add(outside)
            yield replace(_explain("outside", (key,), None, fields, within=outside), likely=(outside,))
        elif key[:1] in ("-", "+") and find_key(fields, key):
            if not explained & set("-+"):
                yield replace(_explain("compared", (key,), None, fields), likely=(find_key(fields, key),))
            explained.add(key[0])
        elif isinstance(value, dict) and value and all(find_key(fields, inner) for inner in value):
            yield replace(_explain("around", (key,), None, fields), likely=(find_key(fields, next(iter(value))),))
        elif (
            not holder
            and not outside
            and _is_sentence(*before)
            and _is_sentence(key, value)
            and make_slug(key) not in load_messages().of_persons
            and not suggest_nearest(key, keys)
        ):
            yield replace(_explain("continued", (key,), None, fields), likely=(before[0],))
        elif not holder and not outside:
            other = _by_value(fields, value, data)
            yield _explain(_kind_of_key(fields, key, data), (key,), None, fields, other=other)
        before = (key, value)


def _holder_of(fields: Sequence[Field], key: str, data: Mapping[str, Any]) -> str:
    """Return the key of the one absent field (no list) that holds a field with this key, ``""`` for none."""
    found = [one.key for one in fields if one.key not in data and one.item is None and find_key(one.inner, key)]
    return found[0] if len(found) == 1 and not find_key(fields, key) else ""


def _kind_of_key(fields: Sequence[Field], key: str, data: Mapping[str, Any]) -> str:
    """Return the kind of mistake of an unknown key."""
    if find_key(fields, key) in data:
        return "said_twice"
    if _say_elsewhere(key, fields, fields):
        return "extra_forbidden"
    if make_slug(key) in load_messages().of_persons and _contact_key(fields):
        return "of_person"
    if any(field.key == _DRAFT for field in fields) and str(data[key]).lower() in load_messages().of_drafts:
        return "draft"
    if key.lower() in load_messages().of_programs and not _by_value(fields, data[key], data):
        return "of_program"
    likely = _likely_key(fields, key)
    is_point = any(field.item and field.key == likely for field in fields)
    return "numbered" if is_point else "extra_forbidden"


def _by_value(fields: Sequence[Field], value: Any, data: Mapping[str, Any]) -> str:
    """Return the key of the one absent field that has this value as a choice, ``""`` for none."""
    words = make_slug(value) if isinstance(value, str) else ""
    found = [
        one.key
        for one in fields
        if one.key not in data
        and any(
            words == make_slug(str(name))
            for choice in one.choices
            for name in (choice.value, choice.label, *choice.also)
        )
    ]
    absent = [one for one in fields if one.is_required and one.key not in data]
    if words and not found and len(absent) == 1:
        is_day, is_word = bool(re.search(r"\d{4}", value)), len(value.split()) < _FEW_WORDS
        found = [one.key for one in absent if (one.is_day and is_day) or (one.reference and is_word and not is_day)]
    return found[0] if words and len(found) == 1 else ""


def _likely_key(fields: Sequence[Field], key: str) -> str:
    """Return the key of the one field with this name, perhaps with a number behind it; ``""`` for none."""
    return find_key(fields, key) or find_key(fields, re.sub(r"[ _-]?\d{1,2}$", "", key))


def _contact_key(fields: Sequence[Field]) -> str:
    """Return the key of the contact address, ``""`` when there is none."""
    return next((field.key for field in fields if field.type in (FieldType.CONTACT, FieldType.SECURE_URL)), "")


def _is_sentence(key: str, value: Any) -> bool:
    """Return whether a key and its value may be part of a sentence."""
    return isinstance(value, str) and len(f"{key} {value}".split()) >= _LEAST_WORDS


def _stand_in(field: Field) -> Any:
    """Return a valid stand-in for a value, so that the rules can check the rest."""
    if field.item is not None:
        return [_stand_in(field.item)] * (field.least or 1)
    if field.type is FieldType.OBJECT:
        return {inner.key: _stand_in(inner) for inner in field.fields if inner.is_required}
    if field.type is FieldType.CHOICE:
        return field.choices[0].value
    if field.type is FieldType.DAY:
        return "2000-01-01"
    if field.type is FieldType.EITHER:
        return _stand_in(field.forms[-1])
    return "nog-niet-bekend".ljust(field.least or 0, "-")


def _starts(path: ValuePath) -> list[ValuePath]:
    """Return the path of a value and those of all its parents."""
    return [path[:length] for length in range(len(path) + 1)]


def _is_empty(value: Any) -> bool:
    return value is None or (isinstance(value, str) and not value.strip())


def _kind_of_empty(path: ValuePath, fields: Sequence[Field]) -> str:
    if isinstance(path[-1], int):
        return "empty_item"
    holder = _fields_at(fields, path[:-1])
    return "empty_required" if any(field.key == path[-1] and field.is_required for field in holder) else "empty"


def _explain_all(error: ValidationError, fields: Sequence[Field], data: Mapping[str, Any]) -> Iterator[_Mistake]:
    details = error.errors(include_url=False)
    paths = [_data_path(detail["loc"], data) for detail in details]
    holders = {start for path in paths for start in _starts(path)[:-1]}
    for detail, path in zip(details, paths, strict=True):
        follows = detail["type"] == "too_short" and path in holders
        if not follows:
            kind, context = _kind_of(detail, path, fields), detail.get("ctx", {})
            yield _explain(kind, path, detail["input"], fields, **context)


def _data_path(location: ValuePath, data: Any) -> ValuePath:
    """Return pydantic's location without the parts that name a choice between types."""
    path: list[str | int] = []
    last = len(location) - 1
    for index, part in enumerate(location):
        if isinstance(data, Mapping):
            if part in data or index == last:
                path.append(part)
                data = data.get(part)
        elif isinstance(data, list | tuple) and isinstance(part, int):
            path.append(part)
            data = data[part] if part < len(data) else None
    return tuple(path)


def _fields_at(fields: Sequence[Field], path: ValuePath) -> Sequence[Field]:
    """Return the fields of the innermost mapping on the way to a path, the path itself included."""
    for part in path:
        inner = next((field.inner for field in fields if field.key == part), ())
        fields = inner or fields
    return fields


def _kind_of(detail: Mapping[str, Any], path: ValuePath, fields: Sequence[Field]) -> str:
    """Return the kind of a mistake that pydantic found, as ``texts/values.yaml`` names it."""
    kind = str(detail["ctx"]["error"]) if detail["type"] == "value_error" else detail["type"]
    if kind in ("tuple_type", "model_type") and (mark := _ITEM.match(str(detail["input"]))):
        return "list_mark" if mark[1] else "tight_dash" if mark[0] == "-" else "odd_space"
    if kind == "extra_forbidden" and any(field.key == path[-1] for field in fields):
        return "outer"
    if kind == "missing" and len(path) > 1:
        kind = "missing_inside"
    elif kind == "string_type" and _fields_at(fields, path) != _fields_at(fields, path[:-1]):
        kind = "text_or_fields"
    elif kind == "string_type" and isinstance(detail["input"], Mapping):
        holder = next(part for part in reversed(path) if isinstance(part, str))
        one = next((one for one in _fields_at(fields, path[:-1]) if one.key == holder), None)
        is_reference = one is not None and one.every_form[0].reference is not None
        kind = "text_with_colon" if one and one.is_free_text else "only_value" if is_reference else "only_one"
    elif isinstance(detail["input"], list):
        kind = _kind_of_list(kind, len(detail["input"]))
    if path and _fields_at(fields, path) is not fields:
        kind = _OF_ITEMS.get((kind, isinstance(path[-1], int)), kind)
    key = next((part for part in reversed(path) if isinstance(part, str)), "")
    field = next((one for one in _fields_at(fields, path[:-1]) if one.key == key), None)
    if field and isinstance(detail["input"], str) and not field.is_required and _is_none(kind, detail["input"]):
        kind = "nothing" if kind in (*_OF_ONE_VALUE, *_OF_SEVERAL, "string_too_short") else kind
    if field and kind in _OF_ONE_VALUE and isinstance(detail["input"], str):
        kind = _cause(kind, detail["input"])
        is_beside = any(one.type is FieldType.FILE for one in _fields_at(fields, path[:-1]))
        kind = "address_is_beside" if kind == "address_is_file" and is_beside else kind
        kind = _kind_of_year(kind, field, detail["input"])
    return _kind_of_short(kind, detail["input"]) if kind in load_messages().messages else "other"


def _kind_of_short(kind: str, written: Any) -> str:
    """Return a more precise kind of mistake for a text that is yes or no, or should be; or the kind as it was."""
    spellings = load_spellings()
    if kind == "bool_type" and isinstance(written, str) and len(written.split()) >= _FEW_WORDS:
        return "bool_text"
    is_answer = kind == "string_too_short" and bare(written).lower() in (*spellings.yes, *spellings.no)
    return "yes_or_no" if is_answer else kind


def _kind_of_year(kind: str, field: Field, written: str) -> str:
    """Return a more precise kind of mistake for a wrong year, or the kind as it was."""
    kind = "year" if kind == "int_parsing" and field.is_year else kind
    if kind not in ("year", "period_end") or len(_YEAR.findall(written)) < _TWO:
        return kind
    return "span" if field.key in (FIRST, LAST) else "years"


def _is_none(kind: str, written: str) -> bool:
    """Return whether this means that there is no value; so does a no in the place of several values."""
    return says_nothing(written) or (kind in _OF_SEVERAL and written.strip().lower() in load_spellings().no)


def _kind_of_list(kind: str, length: int) -> str:
    """Return the kind of mistake of a list in the place of something else, or the kind as it was."""
    if kind == "model_type":
        return "fields_in_list"
    return "text_in_brackets" if kind == "string_type" and length == 1 else kind


def _cause(kind: str, written: str) -> str:
    """Return a more precise kind of mistake for a wrong address or date, or the kind as it was."""
    messages = load_messages().messages
    for cause, message in messages.items() if kind in (*_ADDRESSES, "partial_date") else ():
        if message.rule == messages[kind].rule and message.looks_like and message.looks_like.fullmatch(written.strip()):
            if cause == "no_address" and kind == "contact_address":
                return kind
            return "address_is_mailbox" if cause == "mailbox_in_text" and kind != "contact_address" else cause
    return kind


def _explain(kind: str, path: ValuePath, value: Any, fields: Sequence[Field], **context: Any) -> _Mistake:
    """Return a mistake with its message; ``context`` holds slots that do not follow from the path and value."""
    words = load_messages()
    within, name = ["", "", *(part for part in path if isinstance(part, str))][-2:]
    holder, inner = _fields_at(fields, path[:-1]), _fields_at(fields, path)
    field = next((field for field in holder if field.key == name), None)
    known = [choice.value for choice in field.every_choice] if field else [field.key for field in holder]
    kind_of_item = FieldType.URL if "://" in str(value) else FieldType.FILE if _FILE.search(str(value)) else None
    likely = [field.key for field in inner if field.type is kind_of_item]
    rule, looks_like = words.messages[kind].rule, words.messages[kind].looks_like
    link = looks_like.fullmatch(value.strip()) if looks_like and isinstance(value, str) else None
    address = next(filter(None, link.groups()), "") if link else ""
    said = re.sub(rf"[(<]*{re.escape(address)}[>)]*", "", str(value)).strip(" .,;:[]–-") if address and likely else ""
    first = next(iter([*(likely if not said else ()), *(field.key for field in inner)]), "")
    is_named = kind == "item_with_fields" and any(one.reference for one in inner if one.key == first)
    if kind == "item_with_fields" and isinstance(value, str) and "," in value:  # what belongs to which field?
        said = before_remark(value) if is_named else "…"
    shown = _quote(name if rule in _UNKNOWN else said or value)
    slots = {
        "name": _likely_key(holder, name) if kind in ("said_twice", "numbered") else name,
        "within": within,
        "meaning": field.meaning if field else "",
        "means": f"{field.meaning[:1].lower()}{field.meaning[1:]}" if field else "",
        "year": next(iter(_YEAR.findall(str(value))), "2024"),
        "shown": shown,
        "said": (words.said if shown else words.said_of_no_value).format(shown=shown, name=name),
        "length": _length(value),
        "fields": ", ".join(map(_show_field, inner)),
        "allowed": ", ".join(_show_choices(field) if field else map(_show_field, holder)),
        "contact": _contact_key(holder),
        "mark": shown.partition(" ")[0],
        "first": first,
        "others": ", ".join(
            f"“{field.key}: {address}”"
            if said and address and field.key in likely[:1]
            else f"{field.key}{words.must_be if field.is_required else ''}"
            for field in inner
            if field.key != first
        ),
        "address": address,
    }
    text = words.messages[kind].message.format(**slots | context)
    parts = split_list(value) if field and field.item and kind == "tuple_type" else []
    if field and field.item and _are_values(parts, field.item):
        text = words.understood["list"].format(name=name, near=" en ".join(f"“- {part}”" for part in parts))
    elsewhere = _say_elsewhere(name, holder, fields) if kind == "extra_forbidden" else ""
    near = (None if elsewhere else _find_meant(kind, shown, known)) or context.get("other")
    if near:
        text += f" {words.meant.format(near=near)}"
    elif elsewhere:
        text += f" {elsewhere}"
    elif kind == "extra_forbidden":
        is_name = name.islower() and " " not in name
        said = words.no_name if not is_name else words.known if len(known) <= _MOST_NAMED else words.look
        text += f" {said.format(**slots)}"
    elif field and (more := _say_more(kind, field)):
        text += f" {more}"
    other = near if kind == "extra_forbidden" else slots["name"] if kind == "numbered" else ""
    belongs = (*path[:-1], other) if other else ()
    return _Mistake(kind, path, rule in (*_LACKING, *_UNKNOWN) or value is None, text, belongs)


def _are_values(parts: Sequence[str], item: Field) -> bool:
    """Return whether parts of a text surely are values of a list; what divides them may stand in a name or sentence."""
    is_short = all(len(part.split()) < _LEAST_WORDS for part in parts)
    return len(parts) > 1 and not may_be_one(item.reference, parts) and (is_short or not item.is_free_text)


def _say_more(kind: str, field: Field) -> str:
    """Return what helps to fill in a field after a mistake, or to leave it out; ``""`` for nothing."""
    if kind in ("string_too_short", "too_short"):
        return field.meaning
    if kind == "enum" and field.hint:
        return field.hint
    return load_messages().not_known if kind in _MAY_BE_UNKNOWN and not field.is_required else ""


def _find_meant(kind: str, shown: str, known: Sequence[str]) -> str | None:
    """Return the known key or choice that was meant, several choices as ``a” of “b``, or ``None``."""
    if not shown or kind not in ("enum", "extra_forbidden"):
        return None
    alike = [one for one in known if kind == "enum" and one.endswith(f"-{make_slug(shown)}")]
    if len(alike) < _TWO:
        alike = [one for one in known if one.isalpha() and re.search(rf"(?<!\w){one}(?!\w)", shown)]
    if kind == "enum" and len(alike) >= _TWO:
        return "” of “".join(alike)
    if kind == "enum" and any(map(str.isdigit, known[0])):  # another licence, or number, is no typo
        return None
    return (
        suggest_nearest(shown, known)
        or suggest_nearest(before_remark(shown), known)
        or next((one for one in known if not one.isdigit() and shown.casefold().startswith(f"{one} ")), None)
    )


def _say_elsewhere(key: str, holder: Sequence[Field], fields: Sequence[Field]) -> str:
    """Return what to do with what people give a key of its own, ``""`` for any other key."""
    words, slug = load_messages(), make_slug(before_remark(key))
    for known in (holder, fields):
        keys = {field.key for field in known}
        for other in words.elsewhere:
            if other.at in keys and slug in other.words:
                return other.message
    heading = find_headings().get(slug) if fields is holder is entry_fields(PRACTICES) else None
    return words.heading.format(heading=heading) if heading else ""


def _show_field(field: Field) -> str:
    """Return a key as it is written, with its label where that says more."""
    return _with_meaning(field.key, field.label)


def _show_choices(field: Field) -> list[str]:
    """Return the choices of a field as they are written, with their labels or meanings where those say more."""
    return [
        _with_meaning(choice.value, choice.label, choice.meaning)
        for form in field.every_form
        for choice in form.choices
    ]


def _with_meaning(written: str, *meanings: str) -> str:
    """Return what is written with the first short text that says more about it."""
    own = "" if written.isdigit() else make_slug(written)
    helpful = (text for text in meanings if 0 < len(text) <= _MOST_SHOWN and not (own and own in make_slug(text)))
    meaning = next(helpful, "").rstrip(".?")
    return f"{written} ({meaning[:1].lower()}{meaning[1:]})" if meaning else written


def _length(value: Any) -> str:
    words = load_messages()
    one, more = words.characters if isinstance(value, str) else words.values
    number = len(value.strip() if isinstance(value, str) else value) if isinstance(value, str | list | tuple) else 0
    return f"{number} {one if number == 1 else more}"


def _quote(value: Any) -> str:
    """Return a value as a message quotes it: on one line and not too long; ``""`` for a list or mapping."""
    return shorten(str(value), _LONGEST_QUOTE) if isinstance(value, str | int) else ""
