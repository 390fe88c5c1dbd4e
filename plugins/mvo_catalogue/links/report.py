"""Say what is the matter with a link, at its line, with the way out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from mvo_catalogue.domain.diagnostic import Diagnostic, Severity
from mvo_catalogue.links.answer import Answer, Outcome
from mvo_catalogue.links.find import WebLink

ARCHIVE = "https://web.archive.org/"
_SHOWN = 200


def build_diagnostics(links: Sequence[WebLink], answers: Mapping[str, Answer]) -> list[Diagnostic]:
    """Return what is to be said of links, sorted; one whose address was not asked is left out."""
    asked = ((link, answers[link.address]) for link in links if link.address in answers)
    return sorted(found for link, answer in asked for found in _diagnose(link, answer))


def _diagnose(link: WebLink, answer: Answer) -> Iterator[Diagnostic]:
    def say(rule: str, message: str, severity: Severity | None = None) -> Diagnostic:
        return Diagnostic(link.path, link.line, link.column, rule, message, severity)

    why = answer.reason[:1].upper() + answer.reason[1:]
    if answer.outcome is Outcome.GONE and link.archive:
        message = f"Deze link werkt niet meer: {answer.reason}. Lezers zien de kopie die bij “archief” staat."
        yield say("link-gone", f"{message} Weet u een nieuw adres? Zet dat erin.", Severity.WARNING)
    elif answer.outcome is Outcome.GONE:
        yield say("link-gone", f"Deze link werkt niet meer: {answer.reason}. {_way_out(link.address)}")
    elif answer.outcome is Outcome.PRIVATE:
        yield say("link-private", f"Lezers kunnen deze link niet openen: {answer.reason}. Geef het openbare adres.")
    elif answer.outcome is Outcome.UNSURE:
        yield say("link-unsure", f"{why}. Open de link zelf om te zien of hij werkt.")
    elif answer.outcome is Outcome.MOVED:
        message = f"Deze pagina is verhuisd naar “{_clip(answer.moved_to)}”."
        yield say("link-moved", f"{message} Is het dezelfde pagina? Neem dat adres over.")


def _way_out(address: str) -> str:
    if address.startswith(ARCHIVE):
        return "Zoek een andere kopie van de bron, of haal het adres weg."
    copies = f"{ARCHIVE}web/*/{address}"
    return f"Zoek het nieuwe adres. Of kijk of er een kopie is op “{_clip(copies)}” en zet die bij “archief”."


def _clip(address: str) -> str:
    return address if len(address) <= _SHOWN else f"{address[: _SHOWN - 1]}…"
