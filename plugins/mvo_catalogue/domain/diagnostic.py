"""Rules, their severity and messages, and the diagnostics that readers and checks make with them."""

from dataclasses import dataclass
from enum import StrEnum
from string import Formatter
from typing import Annotated

from pydantic import AfterValidator, Field

from mvo_catalogue.domain.patterns import printable
from mvo_catalogue.texts import Words, break_texts, load_texts

MOST_SHOWN = 100
"""At most so many diagnostics of one file are shown; the rest is counted, and needs no suggestions."""
_LONGEST_MESSAGE = 1_000
_SHOWN_START, _SHOWN_END = 400, 300


def _validate_template(text: str) -> str:
    """Return a template in which braces hold nothing but names."""
    for _, name, form, conversion in Formatter().parse(text):
        if name is not None and (not name.isidentifier() or form or conversion):
            raise ValueError(f"{{{name}}}")
    return text


_Text = Annotated[str, Field(min_length=1)]
_Template = Annotated[_Text, AfterValidator(_validate_template)]


class Severity(StrEnum):
    """How much a diagnostic weighs: an error stops the build, a warning only a strict check, a tip nothing."""

    ERROR = "fout"
    WARNING = "waarschuwing"
    TIP = "tip"


class Rule(Words):
    """What an editor can read about a rule with ``mvo regels`` and in ``docs/regels.md``, and what the check says.

    A rule says one thing (``message``) or several (``messages``, by what is the matter). One that ``may_wait`` until an
    entry is finished is a tip in a draft. ``in_the_form`` says that the form in the browser holds a practice to it too.
    ``hides`` names the rules that are not reported on the same line, since they follow from this one.
    """

    severity: Severity
    may_wait: bool = False
    in_the_form: bool = False
    hides: tuple[str, ...] = ()
    title: _Text
    explanation: _Text
    wrong: _Text
    right: _Text
    message: _Template | None = None
    messages: dict[str, _Template] = Field(default_factory=dict)

    def say(self, matter: str = "", /, **values: object) -> str:
        """Return the message of the rule, or the one about this matter, with values filled in.

        Raises:
            KeyError: there is no such sentence, or it asks for a value that is not given.
        """
        template = self.messages[matter] if matter else self.message
        if template is None:
            raise KeyError("message")
        return template.format(**values)


def load_rules() -> dict[str, Rule]:
    """Return every rule by its ID, from texts/rules.yaml."""
    return load_texts("rules", dict[str, Rule])


def get_rule(name: str) -> Rule:
    """Return the rule with this ID.

    Raises:
        BrokenTexts: texts/rules.yaml has no such rule.
    """
    rules = load_rules()
    if name not in rules:
        raise break_texts("rules", (), f"De regel “{name}” ontbreekt.")
    return rules[name]


@dataclass(frozen=True, slots=True, order=True, init=False)
class Diagnostic:
    """One error at one place: a friendly Dutch sentence that also says how to correct it.

    ``path`` is relative to the project (``content/practices/x.md``); ``line`` and ``column`` count from 1. Path and
    message are fit to be shown anywhere.
    """

    path: str
    line: int
    column: int
    rule: str
    message: str
    severity: Severity

    def __init__(
        self, path: str, line: int, column: int, rule: str, message: str, severity: Severity | None = None
    ) -> None:
        """Take the severity of the rule unless one is given, and make path and message printable."""
        severity = severity or get_rule(rule).severity
        values = (printable(path), line, column, rule, _shorten(printable(message)), severity)
        for name, value in zip(self.__slots__, values, strict=True):
            object.__setattr__(self, name, value)


def diagnose(path: str, line: int, column: int, rule: str, matter: str = "", /, **values: object) -> Diagnostic:
    """Return a diagnostic with the message of a rule, or the one about this matter, with values filled in.

    Raises:
        BrokenTexts: texts/rules.yaml has no such sentence, or one that asks for another value.
    """
    try:
        message = get_rule(rule).say(matter, **values)
    except KeyError as error:
        place = (rule, "messages", matter) if matter else (rule, "message")
        raise break_texts("rules", place, f"Bij “{rule}” ontbreekt {error}, of het heet anders.") from error
    return Diagnostic(path, line, column, rule, message)


def _shorten(message: str) -> str:
    """Return a message without the middle of a long quotation: how to correct it is at the end."""
    if len(message) <= _LONGEST_MESSAGE:
        return message
    return f"{message[:_SHOWN_START]} … {message[-_SHOWN_END:]}"
