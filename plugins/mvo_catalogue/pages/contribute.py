"""The forms: for a practice, the fields of the schema in short steps; and one to say something of a page."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from mvo_catalogue.domain.model import FORMER, FieldType
from mvo_catalogue.schema.tree import EntrySchema, Field, Part
from mvo_catalogue.texts import Words, load_texts, load_words


class _Step(Words):
    title: str
    intro: str = ""
    fields: tuple[str, ...] = ()
    more: tuple[str, ...] = ()
    has_text: bool = False
    has_rest: bool = False


class _Organisation(Words):
    label: str
    meaning: str
    hint: str
    fields: tuple[str, ...]


class FormTexts(Words):
    """The steps of the form; ``items`` says what one of a list is called, by the key of the list."""

    steps: tuple[_Step, ...]
    items: dict[str, str]
    organisation: _Organisation


@dataclass(frozen=True, slots=True)
class FormStep:
    """A step of the form: what is asked at once, and ``more`` that is folded away because few will know it."""

    title: str
    intro: str
    fields: tuple[Field, ...]
    parts: tuple[Part, ...] = ()
    more: tuple[Field, ...] = ()


def form_texts() -> FormTexts:
    """Return the words of the form."""
    return load_texts("form", FormTexts)


def build_form_steps(schema: EntrySchema) -> tuple[FormStep, ...]:
    """Return the steps of the form; a field that no step names stands folded away beside the sources."""
    steps = form_texts().steps
    asked = (key for step in steps for key in (*step.fields, *step.more))
    named = {FORMER, *asked}  # which `mvo hernoem` writes, and which stays when an entry is improved
    rest = tuple(field for field in schema.fields if field.key not in named and not _needs_file(field))

    def fields(keys: Iterable[str]) -> tuple[Field, ...]:
        return tuple(schema.field(key) for key in keys)

    return tuple(
        FormStep(
            step.title,
            step.intro,
            fields(step.fields),
            schema.text if step.has_text else (),
            (*fields(step.more), *(rest if step.has_rest else ())),
        )
        for step in steps
    )


def _needs_file(field: Field) -> bool:
    """Return whether nobody can fill it in without a file beside the entry; it stays when an entry is improved."""
    return any(inner.type is FieldType.FILE and inner.is_required for inner in field.inner)


def build_organisation_field(partners: EntrySchema) -> Field:
    """Return the group of fields in which an editor describes an organisation that is not in the catalogue yet."""
    words = form_texts().organisation
    fields = tuple(partners.field(key) for key in words.fields)
    return Field(
        key="nieuw",
        type=FieldType.LIST,
        label=words.label,
        meaning=words.meaning,
        hint=words.hint,
        item=Field(key="", type=FieldType.OBJECT, fields=fields),
    )


FEEDBACK_KINDS = ("fout", "overname", "organisatie", "praktijk", "weghalen")
"""What it can be about, as it stands in the address of the form; the last is not for the public."""


class FeedbackKind(Words):
    """What readers call what it is about, and what they are asked to say."""

    label: str
    hint: str


def feedback_kinds() -> Mapping[str, FeedbackKind]:
    """Return what it can be about, by its name in the address of the form."""
    return load_words("feedback", FeedbackKind, {"kinds": FEEDBACK_KINDS})["kinds"]
