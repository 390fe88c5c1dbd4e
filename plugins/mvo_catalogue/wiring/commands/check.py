"""``mvo check``: print everything that is wrong with the content, and repair what has one right answer."""

import argparse
import contextlib
import io
import os
import sys
from pathlib import Path

import mvo_catalogue
from mvo_catalogue.keeper import Keeper, digest_of
from mvo_catalogue.wiring.project import CACHE, CONTENT, read_today
from mvo_catalogue.wiring.reads import read_states

_NAME = "report"
_CODE = Path(mvo_catalogue.__file__).parent


class _Said(io.StringIO):
    """What is printed, as it would be where it goes: in colour on a terminal."""

    def isatty(self) -> bool:
        return bool(sys.__stdout__ and sys.__stdout__.isatty())


def run(options: argparse.Namespace) -> int:
    """Print the report on all content; 1 when something weighs as an error, 2 when the command makes no sense.

    Asked the same again it says the same when nothing changed, and nothing is loaded for it.
    """
    today = options.today or read_today()
    is_repeated = not (options.fix or options.output or options.format == "github")  # it writes nothing
    states = read_states(CONTENT, _CODE) if is_repeated else ""
    looks = _Said().isatty(), os.environ.get("NO_COLOR"), os.environ.get("TERM")
    keeper, made_of = Keeper(CACHE), digest_of(sys.version, repr((sorted(vars(options).items()), today, looks)), states)
    if states and (report := keeper.read(_NAME, made_of)):
        print(report[1:].decode(), end="")
        return report[0]
    from mvo_catalogue.wiring.checking import check  # noqa: PLC0415  # see above

    if not states:
        return check(options, today)
    with contextlib.redirect_stdout(_Said()) as said:
        code = check(options, today)
    print(said.getvalue(), end="")
    if code in {0, 1}:
        with contextlib.suppress(OSError):  # it may not, or there is no room: the next one looks again
            keeper.write(_NAME, made_of, bytes([code]) + said.getvalue().encode("utf-8", "replace"))
    return code
