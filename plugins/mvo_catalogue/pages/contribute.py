"""The two forms: to contribute a practice, in steps, and to give feedback about a page."""

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
    """The steps of the form; ``items`` is the name of one item of a list, by the key of the list."""

    steps: tuple[_Step, ...]
    items: dict[str, str]
    organisation: _Organisation


@dataclass(frozen=True, slots=True)
class FormStep:
    """A step of the form: the fields that it shows, and ``more`` that are folded away because few know them."""

    title: str
    intro: str
    fields: tuple[Field, ...]
    parts: tuple[Part, ...] = ()
    more: tuple[Field, ...] = ()


def form_texts() -> FormTexts:
    """Return the texts of the form."""
    return load_texts("form", FormTexts)


def build_form_steps(schema: EntrySchema) -> tuple[FormStep, ...]:
    """Return the steps of the form; fields that no step names are folded away in the step that ``has_rest``."""
    steps = form_texts().steps
    asked = (key for step in steps for key in (*step.fields, *step.more))
    named = {FORMER, *asked}  # only `mvo hernoem` writes it; an improved entry keeps it
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
    """Return whether it needs a file, which the form cannot add; an improved entry keeps it."""
    return any(inner.type is FieldType.FILE and inner.is_required for inner in field.inner)


def build_organisation_field(partners: EntrySchema) -> Field:
    """Return the fields for an organisation that is not in the catalogue yet."""
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
"""The subjects of feedback, as in the address of the form; the last is never public."""


class FeedbackKind(Words):
    """The name of a subject of feedback, and what the form asks to write."""

    label: str
    hint: str


def feedback_kinds() -> Mapping[str, FeedbackKind]:
    """Return the subjects of feedback, by their name in the address of the form."""
    return load_words("feedback", FeedbackKind, {"kinds": FEEDBACK_KINDS})["kinds"]
