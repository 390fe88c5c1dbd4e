"""The field reference (``docs/velden.md``): every field with its meaning, what fits in it, and why it is asked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from mvo_catalogue.derived.entry_text import quote
from mvo_catalogue.domain.model import PARTNERS, PRACTICES, TOPICS
from mvo_catalogue.schema.tree import Choice, EntrySchema, Field, FieldType, Part

_INTRODUCTION = """\
# De velden

Een praktijk, een partner en een thema zijn elk één tekstbestand. Bovenaan staan de gegevens, tussen twee regels met
drie streepjes. Op elke regel staat de naam van een veld, een dubbele punt en een waarde. Daaronder staat de tekst.

Hieronder leest u bij elk veld wat u schrijft en waarom het wordt gevraagd. Alleen velden waar **verplicht** bij staat
moeten erin. Weet u iets niet? Laat het veld dan weg. Wat niet bekend is, hoeft u niet te bedenken.

`mvo nieuw praktijk "Titel"` maakt een bestand waar de verplichte velden al in staan. `mvo check` zegt wat er nog niet
klopt.

<!-- Gemaakt door `make schema` uit domain/ en texts/; verander het daar. -->
"""
_FIXED_WORDS = {
    FieldType.DAY: "een dag, als jaar-maand-dag",
    FieldType.PARTIAL_DATE: "een jaar, een maand of een dag",
    FieldType.BOOLEAN: "`true` (ja) of `false` (nee)",
    FieldType.URL: "een volledig webadres",
    FieldType.SECURE_URL: "een volledig webadres dat met `https://` begint",
    FieldType.CONTACT: "een e-mailadres of een volledig webadres",
}
_REFERENCE_WORDS = {
    TOPICS: "de naam van een bestand in [`content/themes/`](../content/themes/), zonder `.md`",
    PARTNERS: "de naam van een bestand in [`content/partners/`](../content/partners/), zonder `.md`",
    PRACTICES: "de naam van een bestand in [`content/practices/`](../content/practices/), zonder `.md`",
}
_EXAMPLES_OF = {FieldType.TEXT, FieldType.LONG_TEXT}


def build_reference(schemas: Sequence[EntrySchema]) -> str:
    """Return the page in Markdown; the schemas were built without a catalogue, so that it follows from the software."""
    return "\n".join([_INTRODUCTION, *_contents(schemas), *(line for schema in schemas for line in _entry(schema))])


def _contents(schemas: Iterable[EntrySchema]) -> Iterator[str]:
    for schema in schemas:
        yield f"- [{_heading(schema)}](#{_heading(schema).lower().replace(' ', '-')})"
    yield ""


def _heading(schema: EntrySchema) -> str:
    return f"Een {schema.name}"


def _entry(schema: EntrySchema) -> Iterator[str]:
    yield f"## {_heading(schema)}\n"
    yield (
        f"Het bestand staat in `content/{schema.kind}/`. De naam van het bestand heeft alleen kleine letters, cijfers"
        " en streepjes, en eindigt op `.md`.\n"
    )
    yield "| Veld | Op de site | Verplicht |\n|---|---|---|"
    for field in schema.fields:
        required = "ja" if field.is_required else ""
        yield f"| [`{field.key}`](#{_anchor(schema, field.key)}) | {field.label} | {required} |"
    yield ""
    for field in schema.fields:
        yield from _field(schema, field, (field.key,))
    yield from _text(schema)


def _anchor(schema: EntrySchema, *keys: str) -> str:
    return "-".join((schema.name, *keys))


def _field(schema: EntrySchema, field: Field, path: tuple[str, ...]) -> Iterator[str]:
    level = "#" * (2 + len(path))
    yield f'<a id="{_anchor(schema, *path)}"></a>\n'
    yield f"{level} {' → '.join(f'`{key}`' for key in path)}\n"
    yield f"{field.meaning}{_requirement(field, path)}\n"
    yield f"- **Wat u schrijft:** {describe_value(field)}."
    if field.hint:
        yield f"- **Let op:** {field.hint}"
    yield f"- **Waarom:** {field.why}"
    yield from _example(field)
    yield ""
    yield from _choices(field)
    for inner in field.inner:
        yield from _field(schema, inner, (*path, inner.key))


def _requirement(field: Field, path: tuple[str, ...]) -> str:
    if not field.is_required:
        return f" Laat u het weg, dan geldt `{field.default}`." if field.default is not None else ""
    return f" **Verplicht** bij `{path[-2]}`." if len(path) > 1 else " **Verplicht.**"


def _example(field: Field) -> Iterator[str]:
    if not field.examples:
        return
    is_text = any(form.type in _EXAMPLES_OF for form in field.every_form)
    written = [quote(example) if is_text else example for example in field.examples]
    if field.item is None:
        yield f"- **Voorbeeld:** {', of '.join(f'`{field.key}: {example}`' for example in written)}"
    else:
        yield f"- **Voorbeeld:**\n\n  ```yaml\n  {field.key}:"
        yield from (f"    - {example}" for example in written)
        yield "  ```"


def _choices(field: Field) -> Iterator[str]:
    choices = next((form.choices for form in field.every_form if len(form.choices) > 1), ())
    if not choices:
        return
    yield "| Waarde | Op de site | Betekenis |\n|---|---|---|"
    yield from map(_row, choices)
    yield ""


def _row(choice: Choice) -> str:
    return f"| `{choice.value}` | {choice.label} | {choice.meaning} |"


def _text(schema: EntrySchema) -> Iterator[str]:
    yield f"### De tekst van een {schema.name}\n"
    if any(part.heading for part in schema.text):
        yield "De tekst heeft deze koppen, in deze volgorde. Andere koppen mogen daarna.\n"
    for part in schema.text:
        yield from _part(part)


def _part(part: Part) -> Iterator[str]:
    if part.heading:
        yield f"#### `## {part.heading}`\n"
    form = f"- **Wat u schrijft:** een lijst van minstens {part.least_items} stappen." if part.least_items else ""
    form = form or ("- **Wat u schrijft:** een lijst met streepjes of nummers." if part.is_list else "")
    yield f"{part.meaning}{' **Verplicht.**' if part.is_required else ''}\n"
    if form:
        yield form
    yield f"- **Let op:** {part.hint}\n- **Waarom:** {part.why}\n- **Voorbeeld:**\n\n  ```markdown"
    yield from (f"  {line}" for line in part.example.split("\n"))
    yield "  ```\n"


def describe_value(field: Field) -> str:
    """Return what an editor writes in a field: ``tekst van 5 tot 110 tekens``, ``een lijst, met op elke regel …``."""
    if field.type is FieldType.EITHER:
        return ", of ".join(map(describe_value, field.forms))
    if field.type is FieldType.OBJECT:
        return f"eigen velden die inspringen: {', '.join(f'`{inner.key}`' for inner in field.fields)}"
    if field.item is not None:
        return _describe_list(field, field.item)
    if field.type is FieldType.CHOICE:
        return f"`{field.choices[0].value}`" if len(field.choices) == 1 else "één waarde uit de lijst"
    if field.reference is not None and field.reference.vocabulary:
        name = field.reference.vocabulary
        return f"één waarde uit [`{name}.yaml`](../content/vocabularies/{name}.yaml)"
    if field.reference is not None:
        return _REFERENCE_WORDS[field.reference.kind]
    if field.type is FieldType.NUMBER:
        return f"een heel getal{describe_limits(field.minimum, field.maximum)}"
    return _FIXED_WORDS.get(field.type) or f"tekst{describe_limits(field.min_length, field.max_length, 'tekens')}"


def _describe_list(field: Field, item: Field) -> str:
    limits = describe_limits(field.min_items, field.max_items, "regels")
    if item.type is FieldType.OBJECT:
        keys = ", ".join(f"`{inner.key}`" for inner in item.fields)
        return f"een lijst{limits}, met per onderdeel deze velden: {keys}"
    return f"een lijst{limits}, met op elke regel {describe_value(item)}"


def describe_limits(least: int | None, most: int | None, unit: str = "") -> str:
    """Return ``" van 5 tot 110 tekens"``; ``""`` when there is no limit that an editor would notice."""
    least = None if unit == "tekens" and least == 1 else least
    unit = f" {unit}" if unit else ""
    if least is not None and most is not None:
        return f" van {least} tot {most}{unit}"
    if least is not None:
        return f" van minstens {least}{_one(unit, least)}"
    return f" van hoogstens {most}{unit}" if most is not None else ""


def _one(unit: str, number: int) -> str:
    return {" regels": " regel"}.get(unit, unit) if number == 1 else unit
