"""The prose of the software as YAML; each file is read when it is first needed.

Texts are validated like content: a missing or unused one is a message with the file, the line
and the column. Every scalar is text, so that ``nee`` and ``2026`` are never guessed at.
"""

from collections.abc import Collection, Mapping
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

from mvo_catalogue.refused import Refused

T = TypeVar("T")
_Path = tuple[str | int, ...]

FOLDER = Path(__file__).resolve().parent
_SHOWN_FOLDER = "plugins/mvo_catalogue/texts"
_MISTAKES = {
    "missing": "Het veld “{name}” ontbreekt.",
    "extra_forbidden": "Het veld “{name}” bestaat niet.",
    "string_type": "Bij “{name}” hoort tekst.",
    "string_too_short": "Bij “{name}” hoort tekst.",
}
_OTHER_MISTAKE = "De waarde bij “{name}” past niet ({reason})."


class Words(BaseModel):
    """The texts about one thing, by field."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class BrokenTexts(Refused):
    """A file with texts that cannot be used; the message is one line with its place."""

    exit_code = 2

    def __init__(self, file: Path, mark: yaml.Mark | None, message: str) -> None:
        """Return the message with its place; without a mark that is the start of the file."""
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        super().__init__(f"{_SHOWN_FOLDER}/{file.name}:{line}:{column}: fout [texts] {message}")


def load_texts(name: str, shape: type[T]) -> T:
    """Return the texts in ``<name>.yaml``, which is read once.

    Raises:
        BrokenTexts: see ``read_texts``.
    """
    texts: T = _load(name, shape)  # type: ignore[arg-type]  # a type can be hashed
    return texts


@cache
def _load(name: str, shape: type[Any]) -> Any:
    return read_texts(FOLDER / f"{name}.yaml", shape)


def load_words(name: str, shape: type[T], expected: Mapping[str, Collection[str]]) -> Mapping[str, Mapping[str, T]]:
    """Return the words in ``<name>.yaml``, in the groups and under the keys that the software expects.

    Raises:
        BrokenTexts: see ``read_texts``; a group or key is missing or unused.
    """
    groups: Mapping[str, Mapping[str, T]] = load_texts(name, dict[str, dict[str, shape]])  # type: ignore[valid-type]
    _check_keys(name, (), groups, expected)
    for group, keys in expected.items():
        _check_keys(name, (group,), groups[group], keys)
    return groups


def _check_keys(name: str, path: _Path, found: Collection[str], expected: Collection[str]) -> None:
    for key in (*(key for key in found if key not in expected), *(key for key in expected if key not in found)):
        message = _MISTAKES["extra_forbidden" if key in found else "missing"].format(name=key)
        raise break_texts(name, (*path, key), message)


def break_texts(name: str, path: _Path, message: str) -> BrokenTexts:
    """Return what is wrong with the text at this path in ``<name>.yaml``, at its place."""
    file = FOLDER / f"{name}.yaml"
    return BrokenTexts(file, _find_mark(_read_yaml(file)[1], path), message)


def read_texts(file: Path, shape: type[T]) -> T:
    """Return the texts in a file as ``shape``: anything that pydantic can check, such as ``dict[str, Rule]``.

    Raises:
        BrokenTexts: the file cannot be read, is not YAML, or its texts have another shape.
    """
    values, marks = _read_yaml(file)
    try:
        return TypeAdapter(shape).validate_python(values)
    except ValidationError as error:
        detail = error.errors(include_url=False)[0]
        path = tuple(part for part in detail["loc"] if part != "[key]")
        named = next((part for part in reversed(path) if isinstance(part, str)), file.stem)
        message = _MISTAKES.get(detail["type"], _OTHER_MISTAKE).format(name=named, reason=detail["msg"])
        raise BrokenTexts(file, _find_mark(marks, path), message) from error


def _find_mark(marks: Mapping[_Path, yaml.Mark], path: _Path) -> yaml.Mark | None:
    """Return the position of a text; for a missing one, that of the nearest parent."""
    while path not in marks and path:
        path = path[:-1]
    return marks.get(path)


def _read_yaml(file: Path) -> tuple[Any, dict[_Path, yaml.Mark]]:
    try:
        root = yaml.CBaseLoader(file.read_text(encoding="utf-8")).get_single_node()
    except yaml.MarkedYAMLError as error:
        raise BrokenTexts(file, error.problem_mark, "Dit is geen goede YAML.") from error
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise BrokenTexts(file, None, f"Dit bestand kan niet worden gelezen ({type(error).__name__}).") from error
    marks: dict[_Path, yaml.Mark] = {}
    return _read_node(file, root, (), marks), marks


def _read_node(file: Path, node: yaml.Node | None, path: _Path, marks: dict[_Path, yaml.Mark]) -> Any:
    """Return the value of a node, and put its position and those of all that it holds in ``marks``."""
    if node is None:
        return None
    marks.setdefault(path, node.start_mark)
    if isinstance(node, yaml.SequenceNode):
        return [_read_node(file, item, (*path, index), marks) for index, item in enumerate(node.value)]
    if not isinstance(node, yaml.MappingNode):
        return node.value
    values: dict[str, Any] = {}
    for key, value in node.value:
        name = str(key.value)
        if name in values:
            raise BrokenTexts(file, key.start_mark, f"“{name}” staat er twee keer.")
        marks[*path, name] = key.start_mark
        values[name] = _read_node(file, value, (*path, name), marks)
    return values


def count_words(number: int, singular: str, plural: str) -> str:
    """Return ``1 fout`` or ``2.000 fouten``."""
    return f"{number:,} {singular if number == 1 else plural}".replace(",", ".")
