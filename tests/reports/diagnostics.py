"""Messages to report on: ordinary ones, and one that attacks whatever shows it."""

from mvo_catalogue.domain.diagnostic import Diagnostic, Severity
from mvo_catalogue.validation.report import Report

ERROR = Diagnostic("content/practices/x.md", 4, 5, "unknown-topic", "“x” is geen bekend thema.")
WARNING = Diagnostic("content/practices/y.md", 1, 1, "stale-review", "Lang geleden.", Severity.WARNING)
TIP = Diagnostic("content/practices/y.md", 9, 1, "long-sentence", "Deze zin is lang.", Severity.TIP)
ATTACK = Diagnostic(
    "content/practices/a,line=9::x\n::error::|\x1b]0;x\x07.md",
    1,
    1,
    "file-name",
    "100%\r\n::set-output name=x::y <script>alert(1)</script> [x](javascript:x) ![i](https://example.org/i.png) "
    "| @iemand #12 `code` {0} www.example.org \x1b[31mrood \u202egespiegeld \udcff",
)
REPORT = Report((ATTACK, ERROR, WARNING, TIP), 12)
CLEAN = Report((), 12)
