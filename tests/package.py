"""Write a package as ``theme/js/contribute/package.js`` does; both are held to package_vectors.json."""

import re

from mvo_catalogue.reading.package import FIRST_LINE, NOTES, Package, sum_of

SHORT, WIDTH = 60, 72
"""How long a line is that no program for mail breaks, and one of the check at most."""


def write_package(package: Package) -> str:
    """Return the package as text."""
    pieces = [(name, package.notes[name], "") for name in NOTES if package.notes.get(name)]
    kinds = {True: "Nieuw bestand", False: "Verbetering van"}
    pieces += [(f"{kinds[file.is_new]}: {file.path}", file.text, file.base) for file in package.files]
    about = "Een beheerder leest dit in met “mvo import”. Laat de regels met ~~~~ staan."
    return "\n\n".join([f"{FIRST_LINE}\n{about}", *(_piece(*piece) for piece in pieces), "Einde van het pakket\n"])


def _piece(name: str, text: str, base: str) -> str:
    fence = "~" * max(4, 1 + max(map(len, re.findall("~+", text)), default=0))
    lengths = [f"{place}+{len(line)}" for place, line in enumerate(text.split("\n"), 1) if len(line) > SHORT]
    check = [f"Controle: {sum_of(text)}{base and f' was:{base}'}"]
    for length in lengths:
        if len(check[-1]) + 1 + len(length) > WIDTH:
            check.append(length)
        else:
            check[-1] += f" {length}"
    return "\n".join([name, fence, text.removesuffix("\n"), fence, *check])
