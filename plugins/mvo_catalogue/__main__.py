"""The command ``mvo``, also as ``python -m mvo_catalogue``: one line when it is stopped, from its first moment on."""

import gc
import os
import signal
import sys
import traceback
from types import TracebackType
from typing import NoReturn


def main() -> int:
    """Run the command of this process; return its exit code: 130 or 143 when it was stopped."""
    signal.signal(signal.SIGTERM, _stop)
    sys.excepthook = _print_traceback
    gc.set_threshold(200_000)  # what a start makes stays: to look for garbage in it took a seventh of a check
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # it would look for some in all that is installed
    try:
        from mvo_catalogue.wiring import command_line  # noqa: PLC0415  # takes long enough to be stopped in

        return command_line.main()
    except KeyboardInterrupt as stop:
        print("\nGestopt.", *(stop.args or ["Wat er al was, is gebleven zoals het was."]), file=sys.stderr)
        return 128 + (signal.SIGTERM if isinstance(stop, _Ended) else signal.SIGINT)
    finally:
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, signal.SIG_IGN)  # there is nothing left to stop
        gc.freeze()  # or Python would look for garbage before it ends


def _print_traceback(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Print a traceback, which may quote untrusted text, without control characters and workflow commands."""
    from mvo_catalogue.domain.patterns import printable  # noqa: PLC0415  # the same

    lines = "".join(traceback.format_exception(kind, error, trace)).rstrip().split("\n")
    print(*map(printable, lines), sep="\n", file=sys.stderr)


class _Ended(KeyboardInterrupt):
    """Another process ends this one."""


def _stop(*_: object) -> NoReturn:
    raise _Ended


if __name__ == "__main__":
    sys.exit(main())
