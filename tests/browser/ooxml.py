"""What Word requires of a document besides well-formed XML: the order of elements, and existing names.

The order is that of ECMA-376 (Part 1, WordprocessingML), for the elements in our documents. Word calls a
file damaged for one element out of order; LibreOffice accepts it.
"""

from collections.abc import Mapping
from xml.etree import ElementTree as ET

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"

_RUNS = "r|sdt|hyperlink|fldSimple"
_BORDERS = "top left bottom right insideH insideV"
ORDER = {
    "document": "body",
    "body": "p|tbl sectPr",
    "ftr": "p|tbl",
    "p": f"pPr {_RUNS}",
    "hyperlink": _RUNS,
    "fldSimple": _RUNS,
    "sdt": "sdtPr sdtContent",
    "sdtPr": "rPr alias tag id lock placeholder temporary showingPlcHdr dataBinding text|richText|date",
    "sdtContent": _RUNS,
    "r": "rPr t|tab|br",
    "pPr": (
        "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs"
        " suppressAutoHyphens spacing ind contextualSpacing mirrorIndents jc textDirection textAlignment outlineLvl"
        " divId cnfStyle rPr sectPr pPrChange"
    ),
    "rPr": (
        "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid"
        " vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em"
        " lang eastAsianLayout specVanish oMath"
    ),
    "numPr": "ilvl numId",
    "pBdr": "top left bottom right between bar",
    "tabs": "tab",
    "tbl": "tblPr tblGrid tr",
    "tblPr": (
        "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd"
        " tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription"
    ),
    "tblBorders": _BORDERS,
    "tblCellMar": "top left bottom right",
    "tblGrid": "gridCol",
    "tr": "trPr tc",
    "trPr": "cnfStyle|gridBefore|gridAfter|cantSplit|trHeight|tblHeader|jc|hidden",
    "tc": "tcPr p|tbl",
    "tcPr": "cnfStyle tcW gridSpan vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark",
    "sectPr": (
        "headerReference|footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType"
        " cols titlePg docGrid"
    ),
    "styles": "docDefaults latentStyles style",
    "docDefaults": "rPrDefault pPrDefault",
    "rPrDefault": "rPr",
    "pPrDefault": "pPr",
    "style": (
        "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked pPr rPr"
        " tblPr trPr tcPr tblStylePr"
    ),
    "numbering": "abstractNum num",
    "abstractNum": "nsid multiLevelType tmpl name styleLink numStyleLink lvl",
    "num": "abstractNumId lvlOverride",
    "lvlOverride": "startOverride lvl",
    "lvl": "start numFmt lvlRestart pStyle isLgl suff lvlText lvlJc pPr rPr",
    "settings": (
        "zoom mirrorMargins defaultTabStop autoHyphenation evenAndOddHeaders footnotePr endnotePr compat rsids mathPr"
        " themeFontLang clrSchemeMapping decimalSymbol listSeparator"
    ),
    "compat": "compatSetting",
}
"""The allowed children of an element, in order; those separated by a bar may be mixed. Others have none."""

REPEATED = {
    "abstractNum", "compatSetting", "fldSimple", "footerReference", "gridCol", "headerReference", "hyperlink", "lvl",
    "num", "p", "r", "sdt", "style", "t", "tab", "tbl", "tblStylePr", "tc", "tr",
}  # fmt: skip
NEEDED = {"tc": "p", "tbl": "tblGrid", "tr": "tc", "sdt": "sdtContent", "lvl": "lvlText", "style": "name"}


def find_order_errors(root: ET.Element) -> list[str]:
    """Return a line for each misplaced or missing element of a part."""
    faults = []
    for element in root.iter():
        name = _name(element)
        groups = [group.split("|") for group in ORDER.get(name, "").split()]
        place = 0
        seen: set[str] = set()
        for child in map(_name, element):
            found = next((at for at, group in enumerate(groups) if child in group), None)
            if found is None:
                faults.append(f"{child} does not belong in {name}")
            elif found < place:
                faults.append(f"{child} comes too late in {name}")
            elif child in seen and child not in REPEATED:
                faults.append(f"{child} stands twice in {name}")
            place = max(place, found or 0)
            seen.add(child)
        if name in NEEDED and NEEDED[name] not in seen:
            faults.append(f"{name} has no {NEEDED[name]}")
        if name == "tc" and len(element) and _name(element[-1]) != "p":
            faults.append("the last of tc is no p")
    return faults


def find_reference_errors(parts: Mapping[str, ET.Element]) -> list[str]:
    """Return a line for each part, style, list, relation or width in a document that is missing or inconsistent."""
    faults = []
    types = parts["[Content_Types].xml"]
    named = {one.get("PartName", "").lstrip("/") for one in types.iter(f"{TYPES}Override")}
    endings = {one.get("Extension") for one in types.iter(f"{TYPES}Default")}
    faults += [f"no such part: {name}" for name in named - set(parts)]
    faults += [f"no type: {name}" for name in parts if name not in named and name.rsplit(".")[-1] not in endings]
    for name in parts:
        if name.endswith(".rels"):
            faults += _faults_of_relations(name, parts)
    styles = [style.get(f"{W}styleId", "") for style in parts["word/styles.xml"].iter(f"{W}style")]
    faults += [f"style twice: {style}" for style in set(styles) if styles.count(style) > 1]
    numbers = {one.get(f"{W}numId") for one in parts["word/numbering.xml"].iter(f"{W}num")}
    relations = {one.get("Id") for one in parts["word/_rels/document.xml.rels"]}
    for part in (root for name, root in parts.items() if name.startswith("word/") and not name.endswith(".rels")):
        for element in part.iter():
            value = element.get(f"{W}val", "")
            if _name(element) in {"pStyle", "rStyle", "tblStyle", "basedOn", "next"} and value not in styles:
                faults.append(f"no such style: {value}")
            if _name(element) == "numId" and value not in numbers:
                faults.append(f"no such list: {value}")
            if element.get(f"{R}id", next(iter(relations))) not in relations:
                faults.append(f"no such relation: {element.get(f'{R}id')}")
        faults += [line for table in part.iter(f"{W}tbl") for line in _faults_of_widths(table)]
    return faults


def _faults_of_relations(name: str, parts: Mapping[str, ET.Element]) -> list[str]:
    folder = name.partition("_rels/")[0]
    identities = [relation.get("Id") for relation in parts[name].iter(RELATIONS)]
    faults = [f"relation twice in {name}"] if len(identities) != len(set(identities)) else []
    for relation in parts[name].iter(RELATIONS):
        target, is_outside = relation.get("Target", ""), relation.get("TargetMode") == "External"
        if not (target.startswith(("https://", "http://")) if is_outside else folder + target in parts):
            faults.append(f"{name} leads nowhere: {target}")
    return faults


def _faults_of_widths(table: ET.Element) -> list[str]:
    columns = [int(column.get(f"{W}w", "0")) for column in table.iter(f"{W}gridCol")]
    width = table.find(f"{W}tblPr/{W}tblW")
    faults = [] if width is not None and int(width.get(f"{W}w", "0")) == sum(columns) else ["a table of another width"]
    for row in table.iter(f"{W}tr"):
        cells = [int(cell.get(f"{W}w", "0")) for cell in row.findall(f"{W}tc/{W}tcPr/{W}tcW")]
        if cells != columns:
            faults.append("a row with cells of other widths")
    return faults


def _name(element: ET.Element) -> str:
    return element.tag.removeprefix(W)
