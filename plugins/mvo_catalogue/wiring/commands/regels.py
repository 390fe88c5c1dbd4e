"""``mvo regels``: list the rules, or explain one."""

import argparse
import shutil
import textwrap
from collections.abc import Iterator

from mvo_catalogue.domain.diagnostic import Rule, load_rules
from mvo_catalogue.domain.names import suggest_nearest
from mvo_catalogue.domain.patterns import printable

_LONGEST_LINE = 100
_INDENT = "    "


def run(options: argparse.Namespace) -> int:
    """Print all rules, or one in full; 1 when there is no rule of that name."""
    if options.regel:
        name = options.regel.strip("[]").lower()
        if name not in load_rules():
            print(_explain_unknown(name))
            return 1
        print("\n".join(_explain(name, load_rules()[name])))
    else:
        print("\n".join(_overview()))
    return 0


def _overview() -> Iterator[str]:
    rules = load_rules()
    names = max(map(len, rules))
    weights = max(len(rule.severity) for rule in rules.values())
    for name, rule in rules.items():
        yield f"{name:{names}}  {rule.severity:{weights}}  {rule.title}"
    yield ""
    yield "Meer over één regel: mvo regels " + next(iter(rules))


def _explain(name: str, rule: Rule) -> Iterator[str]:
    width = min(shutil.get_terminal_size().columns, _LONGEST_LINE)
    yield f"{name} ({rule.severity})"
    yield from textwrap.wrap(rule.title, width)
    yield ""
    yield from textwrap.wrap(rule.explanation, width)
    for heading, example in (("Niet zo:", rule.wrong), ("Wel zo:", rule.right)):
        yield f"\n{heading}\n"
        yield textwrap.indent(example, _INDENT)


def _explain_unknown(name: str) -> str:
    near = suggest_nearest(name, load_rules())
    hint = f"Bedoelde u “{near}”?" if near else "Alle regels ziet u met: mvo regels"
    return f"De regel “{printable(name)}” bestaat niet. {hint}"
