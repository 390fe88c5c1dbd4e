"""The command ``mvo``: what it takes, explained in Dutch. A module in ``commands/`` implements each, loaded on use.

Whatever takes time to load is loaded where it is needed: a command that finds nothing to do ends without it.
"""

import argparse
import datetime
import io
import os
import re
import sys
from collections.abc import Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any, NoReturn

from mvo_catalogue.refused import Refused

FORMATS = ("text", "github", "gitlab", "json")
"""The forms of a report; ``wiring.reporting`` makes them."""

KINDS = ("praktijk", "partner", "thema")
"""What can be begun: the words of ``schema.tree.KINDS_BY_NAME``."""

_LONGEST = 86_400.0
_SENTENCES = (
    (r"the following arguments are required: (.+)", r"er ontbreekt iets: \1"),
    (r"unrecognized arguments: (.+)", r"dit ken ik niet: \1"),
    (r"argument (\S+): invalid choice: (.+?) \(choose from (.+)\)", r"\2 kan niet bij \1; kies uit: \3"),
    (r"argument --today: invalid \S+ value: (.+)", r"\1 kan niet bij --today; schrijf een dag zoals 2026-11-21"),
    (r"argument (\S+): invalid \S+ value: (.+)", r"\2 kan niet bij \1; schrijf een getal"),
    (r"argument (\S+): expected (?:one|at least one) arguments?", r"bij \1 hoort een waarde"),
    (r"argument (\S+): ignored explicit argument (.+)", r"bij \1 hoort geen waarde"),
    (r"ambiguous option: (\S+) could match (.+)", r"\1 kan meer dan één ding zijn: \2"),
)
"""What argparse says about a wrong command, and how we say it."""

_WRONG_WORD = re.compile(r"(?:invalid choice|unrecognized arguments): '?([^\s'=]+)")


class _Help(argparse.RawDescriptionHelpFormatter):
    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, "gebruik: " if prefix is None else prefix)


class _DutchParser(argparse.ArgumentParser):
    def __init__(self, **options: Any) -> None:
        super().__init__(formatter_class=_Help, add_help=False, allow_abbrev=False, **options)
        self._positionals.title, self._optionals.title = "opdracht", "opties"
        self.add_argument("-h", "--help", action="help", help="toon deze uitleg")

    def error(self, message: str) -> NoReturn:
        from mvo_catalogue.domain.names import suggest_nearest  # noqa: PLC0415  # see the top of the module
        from mvo_catalogue.domain.patterns import printable  # noqa: PLC0415  # the same

        word = _WRONG_WORD.search(message)
        known = re.findall(r"[\w-]+", message.partition("(choose from")[2]) or self._option_string_actions
        near = suggest_nearest(word[1], known) if word else None
        for pattern, dutch in _SENTENCES:
            message = re.sub(pattern, dutch, message)
        hint = f". Bedoelde u “{near}”?" if near else ""
        self.exit(2, f"{self.format_usage()}{self.prog}: {printable(message)}{hint}\n")

    def format_help(self) -> str:
        """Show examples above what else the help ends with."""
        from mvo_catalogue.wiring.help import load_help  # noqa: PLC0415  # the same

        texts = load_help()[self.prog.removeprefix("mvo").strip() or "mvo"]
        shown = "".join(f"  {example}\n" for example in texts.examples)
        self.epilog = f"voorbeelden:\n{shown}\n{texts.ending}"
        return super().format_help()


class _Version(argparse.Action):
    """Prints the version, which takes time to find, and ends."""

    def __call__(self, parser: argparse.ArgumentParser, *_: Any) -> NoReturn:
        from importlib import metadata  # noqa: PLC0415  # the same

        print(f"mvo {metadata.version('mvo-praktijkcatalogus')}")
        parser.exit(0)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command with these arguments (those of the process by default); return its exit code."""
    if isinstance(sys.stdout, io.TextIOWrapper):  # an old system cannot write all of our characters
        sys.stdout.reconfigure(encoding=None if sys.stdout.isatty() else "utf-8", errors="replace")
    parser, commands = _make_parser()
    options, unknown = parser.parse_known_args(arguments)
    if unknown:
        commands[options.command].error(f"unrecognized arguments: {' '.join(unknown)}")
    try:
        code: int = import_module(f"mvo_catalogue.wiring.commands.{options.module or options.command}").run(options)
        sys.stdout.flush()
    except BrokenPipeError:  # who reads along has seen enough, as with `mvo regels | head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except Refused as refusal:
        return _say(str(refusal), refusal.exit_code)
    except OSError as error:
        from mvo_catalogue.wiring.project import explain_failure  # noqa: PLC0415  # the same

        return _say(explain_failure(error), 2)
    return code


def _say(message: str, exit_code: int) -> int:
    """Print why something is not done, as lines that nothing obeys; return ``exit_code``."""
    from mvo_catalogue.domain.patterns import printable  # noqa: PLC0415  # the same

    print(*map(printable, message.split("\n")), sep="\n", file=sys.stdout if exit_code == 1 else sys.stderr)
    return exit_code


def _make_parser() -> tuple[argparse.ArgumentParser, Mapping[str, argparse.ArgumentParser]]:
    """Return the parser of ``mvo``, and of each command by its name."""
    parser = _DutchParser(prog="mvo", description="Controleer, bouw en bekijk de MVO-praktijkcatalogus.")
    parser.add_argument("--version", action=_Version, nargs=0, help="toon welke versie dit is")
    parser.set_defaults(module="")
    commands = parser.add_subparsers(dest="command", metavar="opdracht", required=True)
    _add_checks(commands)
    overzicht = commands.add_parser("overzicht", help="toon wat oud wordt en wat ontbreekt, en tel alles")
    overzicht.add_argument("--alles", action="store_true", help="toon elk bestand, ook van een lange lijst")
    overzicht.add_argument(
        "--today", type=datetime.date.fromisoformat, metavar="DAG", help="dag vanaf welke het overzicht geldt"
    )

    regels = commands.add_parser("regels", help="toon de regels, of leg er één uit")
    regels.add_argument("regel", nargs="?", help="naam van de regel die u wilt lezen, zoals unknown-topic")

    nieuw = commands.add_parser("nieuw", help="begin een nieuwe praktijk, partner of thema")
    nieuw.add_argument("soort", choices=KINDS, help="wat u wilt toevoegen")
    nieuw.add_argument("titel", help="de titel of de naam, tussen aanhalingstekens")
    nieuw.add_argument(
        "--bestand", metavar="NAAM", help="naam van het bestand, zonder .md (anders komt die uit de titel)"
    )

    package = commands.add_parser("import", help="lees een pakket uit een mail, een issue of het klembord")
    package.add_argument("file", nargs="?", default="-", metavar="BESTAND", help="bewaarde mail of tekst; - is plakken")
    package.add_argument("--proef", "--dry-run", action="store_true", dest="dry_run", help="toon alleen wat verandert")
    package.add_argument("--vervang", action="store_true", dest="replaces", help="vervang ook wat er al is")

    _add_verbs(commands)

    schema = commands.add_parser("schema", help="maak de bestanden die uit de modellen komen")
    schema.add_argument("--check", action="store_true", help="verander niets; zeg alleen wat niet meer klopt")

    build = commands.add_parser("build", help="bouw de site")
    build.add_argument("--settings", type=Path, default=Path("pelicanconf.py"), help="instellingen van Pelican")
    build.add_argument("--output", type=Path, default=Path("output"), help="map die wordt vervangen")
    build.add_argument("--compress", action="store_true", help="zet .br en .gz naast elk tekstbestand")
    build.add_argument("--if-changed", action="store_true", help="doe niets als er niets is veranderd")

    serve = commands.add_parser("serve", help="toon de site zoals die nu is, met wat er nog mis is")
    serve.add_argument("--port", type=int, default=8000, help="poort op 127.0.0.1")
    return parser, commands.choices


def _add_checks(commands: Any) -> None:
    """Add the commands that give a report."""
    check = commands.add_parser(
        "check",
        help="controleer alle inhoud, en herstel wat maar op één manier goed kan",
    )
    check.add_argument(
        "paths", nargs="*", metavar="pad", help="toon alleen meldingen over deze bestanden of mappen in content/"
    )
    check.add_argument("--tips", action="store_true", help="toon ook tips (dat gebeurt al als u een pad noemt)")
    check.add_argument(
        "--fix", action="store_true", help="herstel wat maar op één manier goed kan, en toon wat er verandert"
    )
    check.add_argument(
        "--proef", "--dry-run", action="store_true", dest="dry_run", help="met --fix: verander niets, toon alleen"
    )
    _add_report_arguments(check)

    links = commands.add_parser("links", help="vraag andere sites of onze links nog werken")
    links.add_argument("paths", nargs="*", metavar="pad", help="kijk alleen in deze bestanden of mappen in content/")
    links.add_argument("--max-age", type=_days, default=14, metavar="DAGEN", help="zo lang geldt een goed antwoord")
    links.add_argument("--pause", type=_seconds, default=1.0, metavar="TIJD", help="seconden tussen twee vragen")
    links.add_argument("--deadline", type=_seconds, default=20.0, metavar="TIJD", help="seconden wachten op antwoord")
    links.add_argument("--limit", type=_seconds, default=2700.0, metavar="TIJD", help="seconden voor alles samen")
    links.add_argument("--own-network", action="store_true", help="vraag ook adressen binnen het eigen netwerk")
    _add_report_arguments(links)


def _add_verbs(commands: Any) -> None:
    """Add the commands that change entries and what refers to them in one step."""
    hernoem = commands.add_parser("hernoem", help="geef een bestand een andere naam, met alle verwijzingen")
    hernoem.add_argument("oud", help="hoe het bestand heet, zonder .md (praktijk, partner of thema)")
    hernoem.add_argument("nieuw", help="hoe het gaat heten")

    samenvoegen = commands.add_parser("samenvoegen", help="laat een partner opgaan in een andere")
    samenvoegen.add_argument("verdwijnt", help="naam van het bestand van de partner die verdwijnt")
    samenvoegen.add_argument("blijft", help="naam van het bestand van de partner die blijft")

    verwijder = commands.add_parser("verwijder", help="haal een praktijk, partner of thema van de site")
    verwijder.add_argument("naam", help="naam van het bestand, zonder .md")
    verwijder.add_argument("--reden", required=True, help="een zin voor lezers: waarom het weg is")
    verwijder.add_argument("--in-plaats-van", default="", metavar="NAAM", help="bestand waar lezers nu moeten zijn")

    waarde = commands.add_parser("waarde", help="verander een waarde van een waardelijst, of een thema")
    waarde.add_argument("actie", choices=("hernoem",), help="wat u wilt doen")
    waarde.add_argument("lijst", help="naam van de waardelijst, zoals doelgroepen, of themas")
    waarde.add_argument("oud", help="sleutel van de waarde")
    waarde.add_argument("nieuw", help="hoe die gaat heten")
    waarde.add_argument("--naam", default="", help="wat lezers voortaan zien")
    for verb in (hernoem, samenvoegen, verwijder, waarde):
        verb.add_argument("--ja", action="store_true", help="doe het zonder te vragen")
        verb.set_defaults(module="verbs")


def _add_report_arguments(parser: argparse.ArgumentParser) -> None:
    day, formats = datetime.date.fromisoformat, ", ".join(FORMATS)
    parser.add_argument("--toon", action="store_true", help="toon bij elke melding de regel, met ^ onder de plek")
    parser.add_argument("--streng", action="store_true", help="ook een waarschuwing is een fout")
    parser.add_argument(
        "--format", choices=FORMATS, default="text", metavar="VORM", help=f"vorm van de meldingen: {formats}"
    )
    parser.add_argument(
        "--output", type=Path, metavar="BESTAND", help="schrijf die vorm in een bestand, en toon hier tekst"
    )
    parser.add_argument("--today", type=day, metavar="DAG", help="dag waarmee datums worden vergeleken")


def _days(text: str) -> int:
    if (number := int(text)) < 0:
        raise ValueError
    return number


def _seconds(text: str) -> float:
    if not 0 <= (number := float(text)) <= _LONGEST:
        raise ValueError
    return number
