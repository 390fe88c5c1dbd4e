r"""How much work can one file cause? Each kind of file is as long as allowed, filled with the most expensive content.

``make bench NAME=floods``: CPU seconds of ``mvo check`` and, where that accepts the file, of
``mvo build`` (which checks too), minus those for the same catalogue without the file. Takes minutes; never fails.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from bench.harness import add_build_files, print_table
from mvo_catalogue.reading.files import MAX_BYTES
from mvo_catalogue.reading.front_matter import MAX_BODY, MAX_CHARACTERS
from mvo_catalogue.reading.pelican_markdown import find_excess
from mvo_catalogue.reading.yaml_values import MAX_VOCABULARY
from mvo_catalogue.wiring import building, checking, command_line
from tests.hostile.conftest import GOOD
from tests.hostile.test_floods import FLOODS, MANY
from tests.validation.conftest import CASES

LOADED = (building, checking)
"""Modules that are loaded before a process is measured."""
AIMS = {"accepted": 2.0, "refused": 5.0}
CHECK, BUILD = ("check", "--format", "json"), ("build",)
_HEAD, _, _BODY = GOOD.partition("\n---\n")
_PAGE = (CASES / "base/content/pages/over.md").read_text(encoding="utf-8")
_BODY_ROOM, _HEAD_ROOM, _PAGE_ROOM = MAX_BODY - len(_BODY) - 10, MAX_CHARACTERS - len(_HEAD) - 200, 14_000
_BODIES = r"""
a 1 . !?… ] < \ ` “ ."'” é ß ﬁ œ á 👩‍💻 & ~~ == -- a- a. a_ `a_ *a_ *a_b** 1._ A._ De_a._ d.m.v._ implementeren_ een_
woord_ woord{0}_ {0}huurdersorganisatie_ huurdersorganisatie huurdersorganisatie_ {{filename}} |filename| | a|b|¶ _ ¶ -¶
¶a¶ # twintig twintigtwintigx_ tig_ miljoen_ honderd honderdx_ 12%_ €_1.000_ 2020_ 01-02-2020_ (0 +31_6_ 06-12345678x_
123456782_ 12.345.678, a.b@ @ a@b.nl_ jan.jansen@gmail.com_ https://example.org/{0}_ www.a{0}.nl_ <a@b.c> <http://a
#_¶ ##_kop¶¶ ##_kop_{0}¶¶ ###_kop¶ a¶-¶ a\¶ a¶¶ ---¶ ***¶ -_a¶ -_a¶¶ 1)_a¶ -¶a¶ ____a¶ ```¶a¶ >_-_ >_a¶ <div>¶ <?a
<a_b='c'_ &#1234; &#0; [^1] [a]:_x¶ [a][a]_ [a](b_"c")_ [a](<b>)_ [Wijk](../partners/wijkwerk.md)_ ![a](b)_ ====¶
[x](../practices/warm-welkom.md#niks{0})_ [x](../practices/vloed.md#niks{0})_ [{0}](https://example.org/{0})_
"""
"""Pieces that fill a body, with ``_`` for a space, ``¶`` for the end of a line and ``{0}`` for a number."""
_KEYS = "titel samenvatting kernactiviteit contact bronnen periode kosten"
_LISTS = "themas partners corporaties doelgroepen plaatsen zoekwoorden provincies verwant bronnen"
_VALUES = 'onbekend-{0} wijkwerk "" *a [] {{}} {{titel:_x{0}}}'
_YAML = r"""
[ – ’ {{a:_ -_ ?_ a: *a,_ &a_ !!str_ <<:_{{a:_b}}¶ #¶ ---¶ _ " ' |¶ k{0}:_x¶ k{0}:_{{x:_y}}¶ k{0}:_"\u202e"¶
a:_"\u202e\u202e"¶ s{0}:_{{naam:_n{0},_woorden:_[w{0},_v{0}]}}¶ s{0}:_{{naam:_n,_woorden:_[w,_v{0}]}}¶
"""


def fill(piece: str, room: int) -> str:
    """Return a text of at most ``room`` characters that repeats one piece, each time with another number."""
    piece = piece.replace("_", " ").replace("¶", "\n")
    return "".join(map(piece.format, range(room // len(piece))))[:room]


def kinds() -> Iterator[tuple[str, str, str]]:
    """Yield the name of each kind of file, its path in ``content/``, and its text."""
    entry, page, words = "practices/vloed.md", "pages/over.md", "vocabularies/synoniemen.yaml"
    for name, text in ({name: fill(name, _BODY_ROOM) for name in _BODIES.split()} | FLOODS).items():
        yield f"entry: {name}", entry, f"{_HEAD}\n---\n{_BODY}\n{text}"
        pieces = [text[:_PAGE_ROOM]]
        if find_excess(pieces[0]):  # refused as one page, so it is split
            pieces = [text[start : start + 90] for start in range(0, _PAGE_ROOM, 92)]
        yield f"page: {name}", page, "\n\n".join([_PAGE, *pieces])
    for name, text in MANY.items():
        yield f"front matter: {name}", entry, f"---\n{text}---\n"
    for key in _KEYS.split():
        for piece in ("a", ".", "a._", "06-1_"):
            value = fill(piece, _HEAD_ROOM)
            yield f"{key}: {piece}", entry, f'{_HEAD.replace(f"{key}:", "x:")}\n{key}: "{value}"\n---\n{_BODY}'
    for key in _LISTS.split():
        for piece in _VALUES.split():
            values = fill(f"__-_{piece}¶", _HEAD_ROOM)
            yield f"{key}: {piece}", entry, f"{_HEAD.replace(f'{key}:', 'x:')}\n{key}:\n{values}---\n{_BODY}"
    for piece in _YAML.split():
        yield f"front matter: {piece}", entry, f"---\n{fill(piece, _HEAD_ROOM)}\n---\n{_BODY}"
        yield f"vocabulary: {piece}", words, fill(piece, MAX_VOCABULARY)
        yield f"megabyte: {piece}", entry, fill(piece, MAX_BYTES - 1_000)


def measure(project: Path, *words: str) -> tuple[int, float]:
    """Run ``mvo`` in a process that has everything loaded; return its exit code and CPU seconds."""
    child = os.fork()
    if not child:
        try:
            os.chdir(project)
            for descriptor in (1, 2):
                os.dup2(os.open(os.devnull, os.O_WRONLY), descriptor)
            os._exit(command_line.main(words))
        finally:
            os._exit(3)
    _, status, usage = os.wait4(child, 0)
    return os.waitstatus_to_exitcode(status), usage.ru_utime + usage.ru_stime


def measure_kind(project: Path, path: str, text: str, without: list[float]) -> tuple[str, list[float]]:
    """Return the result for a file, and the CPU seconds that it adds to the check and, if accepted, the build."""
    file = project / "content" / path
    before = file.read_bytes() if file.exists() else None
    file.write_text(text, encoding="utf-8", newline="\n")
    code, seconds = measure(project, *CHECK)
    added, answer = [seconds - without[0]], "refused" if code else "accepted"
    if not code:
        code, seconds = measure(project, *BUILD)
        added.append(seconds - without[1])
        answer = f"build ends with {code}" if code else answer
    if before is None:
        file.unlink()
    else:
        file.write_bytes(before)
    return answer, added


def main() -> None:
    """Print the time for each kind, the slowest first."""
    with tempfile.TemporaryDirectory() as temporary:
        project = Path(temporary)
        shutil.copytree(CASES / "base" / "content", project / "content")
        add_build_files(project)
        without = [[measure(project, *words)[1] for _ in range(2)][1] for words in (CHECK, BUILD)]
        found = {}
        for name, path, text in kinds():
            found[name] = measure_kind(project, path, text, without)
            print(f"{len(found)}: {name}: {found[name]}", file=sys.stderr, flush=True)
    slowest = sorted(found.items(), key=lambda item: -item[1][1][-1])
    print_table(
        [
            {"kind": name, "answer": answer, "CPU seconds": f"{added[-1]:.2f}", "aim": f"{AIMS.get(answer, 0)}"}
            for name, (answer, added) in slowest
        ]
    )


if __name__ == "__main__":
    main()
