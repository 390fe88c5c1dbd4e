"""The page about the rules (``docs/regels.md``), for an editor who wants to know why something is asked."""

from __future__ import annotations

from collections.abc import Iterator

from mvo_catalogue.domain.diagnostic import Rule, Severity, load_rules

_INTRODUCTION = """\
# De regels

De catalogus controleert elk bestand voordat het op de site komt. Zo kunnen lezers vertrouwen op wat zij lezen.
U kunt niets kapotmaken: wat niet klopt, krijgt een melding met de plek en de uitweg.

In elke melding staat de naam van de regel tussen rechte haken, zoals `[unknown-topic]`. Hieronder leest u bij elke
regel waarom hij er is, en ziet u een voorbeeld. Werkt u met de opdrachtregel? Dan toont `mvo regels` de lijst, en legt
`mvo regels unknown-topic` één regel uit.

Boven een voorbeeld staat soms `# content/…`: dat is het bestand waar de regels eronder in staan.
"""
_SEVERITIES = {
    Severity.ERROR: ("Fouten", "Zolang er een fout is, wordt de site niet opnieuw gemaakt. De oude site blijft staan."),
    Severity.WARNING: ("Waarschuwingen", "De site wordt wel gemaakt. Kijk of u er iets aan kunt doen."),
    Severity.TIP: ("Tips", "Hiermee wordt een goede tekst nog beter. U beslist zelf."),
}


def render_rules() -> str:
    """Return the page in Markdown: an overview by severity, then every rule with its reason and its two examples."""
    return "\n".join(_lines())


def _lines() -> Iterator[str]:
    yield _INTRODUCTION
    for severity, (heading, meaning) in _SEVERITIES.items():
        rules = {name: rule for name, rule in load_rules().items() if rule.severity is severity}
        if rules:
            yield f"## {heading}\n\n{meaning}\n\n| Regel | Wat er moet |\n|---|---|"
            yield from (f"| [{name}](#{name}) | {rule.title} |" for name, rule in rules.items())
            yield ""
    yield "## Alle regels met uitleg\n"
    for name, rule in load_rules().items():
        yield _explain(name, rule)


def _explain(name: str, rule: Rule) -> str:
    return (
        f"### {name}\n\n**{rule.title}** ({rule.severity})\n\n{rule.explanation}\n\n"
        f"Niet zo:\n\n```text\n{rule.wrong}\n```\n\nWel zo:\n\n```text\n{rule.right}\n```\n"
    )
