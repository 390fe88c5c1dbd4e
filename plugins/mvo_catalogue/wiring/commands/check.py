"""``mvo check``: print everything that is wrong with the content, and repair what has one right answer."""

import argparse
import contextlib
import io
import os
import sys
from pathlib import Path

import mvo_catalogue
from mvo_catalogue.build_cache import BuildCache, digest_of
from mvo_catalogue.wiring.input_tracker import digest_states
from mvo_catalogue.wiring.project import CACHE, CONTENT, read_today

_NAME = "report"
_CODE = Path(mvo_catalogue.__file__).parent


class _Said(io.StringIO):
    """The output, in colour on a terminal."""

    def isatty(self) -> bool:
        return bool(sys.__stdout__ and sys.__stdout__.isatty())


def run(options: argparse.Namespace) -> int:
    """Print the report on all content; 1 when something weighs as an error, 2 when the command makes no sense.

    If nothing has changed since the same command the report is repeated, and nothing is loaded for it.
    """
    today = options.today or read_today()
    is_repeated = not (options.fix or options.output or options.format == "github")  # it writes nothing
    states = digest_states(CONTENT, _CODE) if is_repeated else ""
    looks = _Said().isatty(), os.environ.get("NO_COLOR"), os.environ.get("TERM")
    request = repr((sorted(vars(options).items()), today, looks))
    build_cache, key = BuildCache(CACHE), digest_of(sys.version, request, states)
    if states and (report := build_cache.read(_NAME, key)):
        print(report[1:].decode(), end="")
        return report[0]
    from mvo_catalogue.wiring.checking import check  # noqa: PLC0415  # see above

    if not states:
        return check(options, today)
    with contextlib.redirect_stdout(_Said()) as said:
        code = check(options, today)
    print(said.getvalue(), end="")
    if code in {0, 1}:
        with contextlib.suppress(OSError):  # no rights or no room: the next check looks again
            build_cache.write(_NAME, key, bytes([code]) + said.getvalue().encode("utf-8", "replace"))
    return code
