"""The style of the front matter: keys in the order of the model, lists with dashes, quotes only around free text.

Each function returns a file that says the same; whoever calls it reads the result again to be sure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml
from pydantic import BaseModel

from mvo_catalogue.fixing.document import Document
from mvo_catalogue.fixing.fields import find_models, find_values
from mvo_catalogue.reading.yaml_values import read_yaml
from mvo_catalogue.validation.finding import Path
from mvo_catalogue.validation.schema_errors import known_keys

_INDENT = 2
_MOST_MAPPINGS = 1_000
_PLAIN_KEY = re.compile(r"\w+")


def order_keys(text: str, model: type[BaseModel]) -> str:
    """Return the file with the keys of every mapping in the order of its model; comments go with the key below them."""
    document = Document.cut(text)
    if document is None:
        return text
    fields = list(document.fields)
    data = read_yaml("\n".join(fields)).data
    for path, inner in list(find_models(model, data))[:_MOST_MAPPINGS]:
        place = _find_mapping(fields, path)
        if place is not None:
            fields = _reorder(fields, *place, list(known_keys(inner)), is_top=not path)
    return document.with_fields(fields)


def _find_mapping(fields: list[str], path: Path) -> tuple[yaml.MappingNode, int] | None:
    """Return the mapping at a path with the line after its last one, when it is written in lines of its own."""
    node = yaml.compose("\n".join(fields), Loader=yaml.CSafeLoader)
    stop = len(fields)
    for part in path:
        if isinstance(node, yaml.MappingNode) and not node.flow_style:
            keys = [key.value for key, _ in node.value]
            if keys.count(part) != 1:
                return None
            index = keys.index(part)
            stop = node.value[index + 1][0].start_mark.line if index + 1 < len(keys) else stop
            node = node.value[index][1]
        elif isinstance(node, yaml.SequenceNode) and not node.flow_style and isinstance(part, int):
            stop = node.value[part + 1].start_mark.line if part + 1 < len(node.value) else stop
            node = node.value[part]
    return (node, stop) if isinstance(node, yaml.MappingNode) and not node.flow_style and node.value else None


def _reorder(fields: list[str], node: yaml.MappingNode, stop: int, order: list[str], *, is_top: bool) -> list[str]:
    keys = [key.value for key, _ in node.value]
    if len(set(keys)) < len(keys) or not set(keys) <= set(order) or keys == sorted(keys, key=order.index):
        return fields
    starts = [key.start_mark.line for key, _ in node.value]
    lines, column = list(fields), node.value[0][0].start_mark.column
    if not is_top and any(not line.strip() or line.lstrip().startswith("#") for line in lines[starts[0] : stop]):
        return fields  # a comment inside a list belongs to nobody for certain
    for index in range(1, len(starts)):
        while lines[starts[index] - 1].startswith("#"):
            starts[index] -= 1
    if len(set(starts)) < len(starts):
        return fields
    lead, dash = lines[: starts[0]], lines[starts[0]][:column]
    lines[starts[0]] = " " * column + lines[starts[0]][column:]
    chunks = {key: lines[at:end] for key, at, end in zip(keys, starts, [*starts[1:], stop], strict=True)}
    ordered = sorted(keys, key=order.index)
    if ordered[0] != keys[0] and is_top and any(line.startswith("#") for line in lead):
        return fields  # the comment above the first key may be about that key or about the file
    if ordered[-1] != keys[-1] and any(line.startswith("#") for line in chunks[keys[-1]][-1:]):
        return fields  # the same below the last one
    moved = [line for key in ordered for line in chunks[key]]
    moved[0] = dash + moved[0][column:]
    return [*lead, *moved, *lines[stop:]]


def dash_lists(text: str) -> str:
    """Return the file with each list written as lines with a dash, two spaces further than its key."""
    document = Document.cut(text)
    root = document.node() if document else None
    if document is None or root is None:
        return text
    fields = list(document.fields)
    for key, node, stop in reversed(list(_sequences(root, len(fields)))):
        fields = _with_dashes(fields, key, node) if node.flow_style else _indented(fields, key, node, stop)
    return document.with_fields(fields)


def _sequences(node: yaml.Node, stop: int) -> Iterator[tuple[yaml.ScalarNode, yaml.SequenceNode, int]]:
    """Yield every list with its key and the line after its last one, from the first to the last, the outer first."""
    if isinstance(node, yaml.MappingNode) and not node.flow_style:
        nexts = [key.start_mark.line for key, _ in node.value[1:]]
        for (key, value), end in zip(node.value, [*nexts, stop], strict=True):
            if isinstance(value, yaml.SequenceNode):
                yield key, value, end
            yield from _sequences(value, end)
    elif isinstance(node, yaml.SequenceNode) and not node.flow_style:
        nexts = [item.start_mark.line for item in node.value[1:]]
        for item, end in zip(node.value, [*nexts, stop], strict=True):
            yield from _sequences(item, end)


def _with_dashes(fields: list[str], key: yaml.ScalarNode, node: yaml.SequenceNode) -> list[str]:
    start, end = node.start_mark, node.end_mark
    before, rest = fields[start.line][: start.column].rstrip(), fields[end.line][end.column :].strip()
    is_simple = all(
        isinstance(item, yaml.ScalarNode) and item.start_mark.line == item.end_mark.line for item in node.value
    )
    has_comment = start.line != end.line and any("#" in line for line in fields[start.line : end.line])
    if not node.value or not is_simple or has_comment or start.line != key.start_mark.line:
        return fields
    if rest and not rest.startswith("#"):
        return fields
    indent = " " * (key.start_mark.column + _INDENT)
    items = [indent + "- " + _source(fields, item) for item in node.value]
    return [*fields[: start.line], f"{before}  {rest}".rstrip(), *items, *fields[end.line + 1 :]]


def _source(fields: list[str], node: yaml.Node) -> str:
    return fields[node.start_mark.line][node.start_mark.column : node.end_mark.column]


def _indented(fields: list[str], key: yaml.ScalarNode, node: yaml.SequenceNode, stop: int) -> list[str]:
    start, column = node.start_mark.line, node.start_mark.column
    shift = key.start_mark.column + _INDENT - column
    while stop > start and (not fields[stop - 1].strip() or fields[stop - 1].startswith("#")):
        stop -= 1
    lines = fields[start:stop]
    if not shift or any(line.strip() and not line.startswith(" " * column) for line in lines):
        return fields
    indent = " " * (column + shift)
    return [*fields[:start], *(indent + line[column:] if line.strip() else line for line in lines), *fields[stop:]]


def plain_quotes(text: str, model: type[BaseModel]) -> str:
    """Return the file with double quotes around free text that has quotes, and none around slugs, dates and numbers."""
    document = Document.cut(text)
    root = document.node() if document else None
    if document is None or root is None:
        return text
    fields = list(document.fields)
    is_free = {
        value.path: value.is_free_text for value in find_values(model, read_yaml("\n".join(fields)).data) if value.value
    }
    for path, node, is_key in reversed(list(_scalars(root))):
        start, end = node.start_mark, node.end_mark
        if node.style not in ("'", '"') or start.line != end.line:
            continue
        written = _source(fields, node)
        if is_key:
            better = node.value if _PLAIN_KEY.fullmatch(node.value) else written
        elif not is_free.get(path, True):
            better = node.value if node.value == node.value.strip() else written
        else:
            better = written if node.style == '"' or re.search(r'["\\]', node.value) else f'"{node.value}"'
        line = fields[start.line]
        fields[start.line] = line[: start.column] + better + line[end.column :]
    return document.with_fields(fields)


def _scalars(node: yaml.Node, path: Path = ()) -> Iterator[tuple[Path, yaml.ScalarNode, bool]]:
    """Yield every scalar as it is written, with its path and whether it is a key."""
    if isinstance(node, yaml.ScalarNode):
        yield path, node, False
    elif isinstance(node, yaml.SequenceNode):
        for index, item in enumerate(node.value):
            yield from _scalars(item, (*path, index))
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield (*path, key.value), key, True
            yield from _scalars(value, (*path, key.value))
