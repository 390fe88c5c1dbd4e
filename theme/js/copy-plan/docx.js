/** A plan as a document for Word (Office Open XML): the smallest set of parts that makes a whole and accessible document. */
import { strToU8, zipSync } from "fflate";

import { BLANK, FONT, INK, LINE, NOTE, PAGE, PINE, PINE_SOFT, SIZE, SUBTLE, TEXT_WIDTH } from "./look.js";
import { writeBlocks } from "./plan.js";
import { escapeXml } from "./text.js";

/**
 * @import { Plan, Table } from "./plan.js"
 * @import { Text } from "./text.js"
 */

export const TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/** @param {number} length in millimetres @returns {number} in twentieths of a point */
const twips = (length) => Math.round((length * 1440) / 25.4);
/** @param {number} points @returns {number} in half points */
const half = (points) => Math.round(points * 2);

/** @param {Plan} plan @returns {Uint8Array<ArrayBuffer>} the bytes of a .docx file */
export function writeDocx(plan) {
  /** @type {Map<string, string>} the name of the relation by address */
  const links = new Map();
  const body = writeBody(plan, links);
  const parts = {
    "[Content_Types].xml": contentTypes(),
    "_rels/.rels": relations([
      ["rId1", `${RELATIONS}/officeDocument`, "word/document.xml"],
      ["rId2", `${PACKAGE}/relationships/metadata/core-properties`, "docProps/core.xml"],
    ]),
    "docProps/core.xml": properties(plan),
    "word/document.xml": body,
    "word/_rels/document.xml.rels": relations(
      [
        ["rId1", `${RELATIONS}/styles`, "styles.xml"],
        ["rId2", `${RELATIONS}/numbering`, "numbering.xml"],
        ["rId3", `${RELATIONS}/settings`, "settings.xml"],
        ["rId4", `${RELATIONS}/footer`, "footer1.xml"],
      ],
      links,
    ),
    "word/styles.xml": styles(),
    "word/numbering.xml": numbering(),
    "word/settings.xml": `${HEAD}<w:settings ${MAIN}><w:defaultTabStop w:val="709"/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat><w:themeFontLang w:val="nl-NL"/></w:settings>`,
    "word/footer1.xml": footer(plan),
  };
  const files = Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)]));
  return zipSync(files, { mtime: `${plan.day}T12:00:00` });
}

/** @param {Plan} plan @param {Map<string, string>} links @returns {string} */
function writeBody(plan, links) {
  const write = (/** @type {string} */ style, /** @type {Text} */ text) => paragraph(style, writeText(text, links));
  const inner = [
    write("Subtitle", [{ text: plan.subtitle }]),
    write("Title", [{ text: plan.title }]),
    ...writeBlocks(plan, {
      heading: ({ level, text }) => write(`Heading${level}`, [{ text }]),
      paragraph: ({ text }, isIntro) => write(isIntro ? "TableIntroduction" : "", text),
      note: ({ text }) => write("Note", text),
      list: ({ items }) => items.map((item) => write("ListBullet", item)).join(""),
      table: (table) => writeTable(table, links),
    }),
  ];
  const [width, height, margin] = [PAGE.width, PAGE.height, PAGE.margin].map(twips);
  const section = `<w:sectPr><w:footerReference w:type="default" r:id="rId4"/><w:pgSz w:w="${width}" w:h="${height}"/><w:pgMar w:top="${margin}" w:right="${margin}" w:bottom="${margin}" w:left="${margin}" w:header="709" w:footer="${twips(11)}" w:gutter="0"/></w:sectPr>`;
  return `${HEAD}<w:document ${MAIN}><w:body>${inner.join("")}${section}</w:body></w:document>`;
}

/** @param {Table} table @param {Map<string, string>} links @returns {string} */
function writeTable({ title, head, widths, rows, isWhole }, links) {
  const columns = widths.map((width) => twips((TEXT_WIDTH * width) / 100));
  const cell = (/** @type {Text} */ text, /** @type {number} */ column, /** @type {boolean} */ isHead, keepsWithNext = false) => {
    const shade = isHead ? `<w:shd w:val="clear" w:color="auto" w:fill="${PINE_SOFT}"/>` : "";
    return `<w:tc><w:tcPr><w:tcW w:w="${columns[column]}" w:type="dxa"/>${shade}</w:tcPr>${paragraph(isHead ? "TableHead" : "TableText", writeText(text, links), keepsWithNext)}</w:tc>`;
  };
  const headRow = head.length ? `<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${head.map((text, column) => cell([{ text }], column, true)).join("")}</w:tr>` : "";
  const bodyRows = rows.map((cells, place) => {
    const keepsWithNext = Boolean(isWhole) && place < rows.length - 1; // on the page of the next row
    return `<w:tr><w:trPr><w:cantSplit/></w:trPr>${cells.map((text, column) => cell(text, column, !head.length && column === 0, keepsWithNext)).join("")}</w:tr>`;
  });
  const look = `<w:tblLook w:val="${head.length ? "0020" : "0080"}" w:firstRow="${head.length ? 1 : 0}" w:lastRow="0" w:firstColumn="${head.length ? 0 : 1}" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>`;
  const settings = `<w:tblPr><w:tblStyle w:val="PlanTable"/><w:tblW w:w="${columns.reduce((sum, width) => sum + width, 0)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>${look}<w:tblCaption w:val="${escapeXml(title)}"/></w:tblPr>`;
  const grid = `<w:tblGrid>${columns.map((width) => `<w:gridCol w:w="${width}"/>`).join("")}</w:tblGrid>`;
  return `<w:tbl>${settings}${grid}${headRow}${bodyRows.join("")}</w:tbl>${paragraph("AfterTable", "")}`;
}

/** @param {string} style @param {string} inner @param {boolean} [keepsWithNext] whether it stays with what follows @returns {string} */
function paragraph(style, inner, keepsWithNext = false) {
  return `<w:p>${style ? `<w:pPr><w:pStyle w:val="${style}"/>${keepsWithNext ? "<w:keepNext/>" : ""}</w:pPr>` : ""}${inner}</w:p>`;
}

/** @param {Text} text @param {Map<string, string>} links @returns {string} */
function writeText(text, links) {
  return text
    .map(({ text: words, href, isBlank, isStrong }) => {
      const style = href ? "Hyperlink" : isBlank ? "Blank" : isStrong ? "Strong" : "";
      const run = `<w:r>${style ? `<w:rPr><w:rStyle w:val="${style}"/></w:rPr>` : ""}<w:t xml:space="preserve">${escapeXml(words)}</w:t></w:r>`;
      if (isBlank) return `<w:sdt><w:sdtPr><w:alias w:val="${escapeXml(words.replace(/[[\]]/g, ""))}"/><w:temporary/><w:showingPlcHdr/><w:richText/></w:sdtPr><w:sdtContent>${run}</w:sdtContent></w:sdt>`;
      if (!href) return run;
      const id = links.get(href) ?? `link${links.size + 1}`;
      links.set(href, id);
      return `<w:hyperlink r:id="${id}" w:history="1">${run}</w:hyperlink>`;
    })
    .join("");
}

function styles() {
  const language = '<w:lang w:val="nl-NL" w:eastAsia="nl-NL" w:bidi="nl-NL"/>';
  const font = `<w:rFonts w:ascii="${FONT}" w:hAnsi="${FONT}" w:eastAsia="${FONT}" w:cs="${FONT}"/>`;
  const size = (/** @type {number} */ points) => `<w:sz w:val="${half(points)}"/><w:szCs w:val="${half(points)}"/>`;
  const color = (/** @type {string} */ value) => `<w:color w:val="${value}"/>`;
  const space = (/** @type {number} */ before, /** @type {number} */ after, line = 276) => `<w:spacing w:before="${before}" w:after="${after}" w:line="${line}" w:lineRule="auto"/>`;
  const style = (/** @type {string} */ id, /** @type {string} */ name, /** @type {string} */ inParagraph, /** @type {string} */ inRun, next = "") =>
    `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/>${next ? `<w:next w:val="${next}"/>` : ""}<w:qFormat/><w:pPr>${inParagraph}</w:pPr><w:rPr>${inRun}</w:rPr></w:style>`;
  const inLine = (/** @type {string} */ id, /** @type {string} */ name, /** @type {string} */ inRun) =>
    `<w:style w:type="character" w:styleId="${id}"><w:name w:val="${name}"/><w:qFormat/><w:rPr>${inRun}</w:rPr></w:style>`;
  const line = (/** @type {string} */ side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="${LINE}"/>`;
  const cellMargin = (/** @type {string} */ side, /** @type {number} */ width) => `<w:${side} w:w="${width}" w:type="dxa"/>`;
  return [
    `${HEAD}<w:styles ${MAIN}><w:docDefaults><w:rPrDefault><w:rPr>${font}${size(SIZE.text)}${language}</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>`,
    `<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/><w:pPr>${space(0, 140)}</w:pPr><w:rPr>${color(INK)}</w:rPr></w:style>`,
    style("Subtitle", "Subtitle", `<w:keepNext/>${space(0, 60)}`, `${color(PINE)}${size(SIZE.subtitle)}`, "Title"),
    style("Title", "Title", `<w:keepNext/>${space(0, 240, 252)}`, `<w:b/><w:bCs/>${size(SIZE.title)}`, "Normal"),
    ...SIZE.heading.map((points, place) =>
      style(`Heading${place + 1}`, `heading ${place + 1}`, `<w:keepNext/><w:keepLines/>${space(place ? 200 : 400, place ? 60 : 120)}<w:outlineLvl w:val="${place}"/>`, `<w:b/><w:bCs/>${color(place ? INK : PINE)}${size(points)}`, "Normal"),
    ),
    style("ListBullet", "List Bullet", `<w:numPr><w:numId w:val="1"/></w:numPr>${space(0, 80)}`, ""),
    style("Note", "Note", `<w:keepNext/><w:pBdr><w:left w:val="single" w:sz="24" w:space="8" w:color="${PINE}"/></w:pBdr><w:shd w:val="clear" w:color="auto" w:fill="${NOTE}"/>${space(80, 200)}<w:ind w:left="227"/>`, ""),
    style("TableIntroduction", "Table Introduction", `<w:keepNext/>${space(0, 140)}`, ""),
    style("TableText", "Table Text", space(0, 0, 259), size(SIZE.table)),
    style("TableHead", "Table Head", `<w:keepNext/>${space(0, 0, 259)}`, `<w:b/><w:bCs/>${size(SIZE.table)}`),
    style("AfterTable", "After Table", space(0, 0, 200), size(6)),
    style("Footer", "footer", `<w:tabs><w:tab w:val="right" w:pos="${twips(TEXT_WIDTH)}"/></w:tabs>${space(0, 0)}`, `${color(SUBTLE)}${size(SIZE.footer)}`),
    inLine("Strong", "Strong", "<w:b/><w:bCs/>"),
    inLine("Hyperlink", "Hyperlink", `${color(PINE)}<w:u w:val="single"/>`),
    inLine("Blank", "Blank", `<w:shd w:val="clear" w:color="auto" w:fill="${BLANK}"/>`),
    `<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>`,
    `<w:style w:type="table" w:styleId="PlanTable"><w:name w:val="Plan Table"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>${["top", "left", "bottom", "right", "insideH", "insideV"].map(line).join("")}</w:tblBorders><w:tblCellMar>${cellMargin("top", 70)}${cellMargin("left", 100)}${cellMargin("bottom", 70)}${cellMargin("right", 100)}</w:tblCellMar></w:tblPr></w:style>`,
    "</w:styles>",
  ].join("");
}

function numbering() {
  return `${HEAD}<w:numbering ${MAIN}><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:pStyle w:val="ListBullet"/><w:lvlText w:val="•"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="340" w:hanging="255"/></w:pPr></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`;
}

/** @param {Plan} plan @returns {string} */
function footer(plan) {
  const field = (/** @type {string} */ code) => `<w:fldSimple w:instr=" ${code} "><w:r><w:t>1</w:t></w:r></w:fldSimple>`;
  const words = (/** @type {string} */ text) => `<w:r><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;
  return `${HEAD}<w:ftr ${MAIN}>${paragraph("Footer", `${words(plan.footer)}<w:r><w:tab/></w:r>${words("Pagina ")}${field("PAGE")}${words(" van ")}${field("NUMPAGES")}`)}</w:ftr>`;
}

/** @param {Plan} plan @returns {string} */
function properties({ title, subtitle, source, author, day }) {
  const moment = (/** @type {string} */ name) => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${day}T12:00:00Z</dcterms:${name}>`;
  return `${HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">${moment("created")}<dc:creator>${escapeXml(author)}</dc:creator><dc:description>${escapeXml(`Gemaakt uit ${source}`)}</dc:description><dc:language>nl-NL</dc:language>${moment("modified")}<dc:title>${escapeXml(`${subtitle}: ${title}`)}</dc:title></cp:coreProperties>`;
}

function contentTypes() {
  const parts = [
    ["/word/document.xml", `${WORD}.document.main+xml`],
    ["/word/styles.xml", `${WORD}.styles+xml`],
    ["/word/numbering.xml", `${WORD}.numbering+xml`],
    ["/word/settings.xml", `${WORD}.settings+xml`],
    ["/word/footer1.xml", `${WORD}.footer+xml`],
    ["/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"],
  ];
  const overrides = parts.map(([name, type]) => `<Override PartName="${name}" ContentType="${type}"/>`).join("");
  return `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides}</Types>`;
}

/** @param {string[][]} parts @param {Map<string, string>} [links] @returns {string} */
function relations(parts, links = new Map()) {
  const inside = parts.map(([id, type, target]) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`);
  const outside = [...links].map(([address, id]) => `<Relationship Id="${id}" Type="${RELATIONS}/hyperlink" Target="${escapeXml(address)}" TargetMode="External"/>`);
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${[...inside, ...outside].join("")}</Relationships>`;
}
