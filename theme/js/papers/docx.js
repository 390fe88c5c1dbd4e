/** Write a paper as a Word document (Office Open XML), with the fewest parts that make a valid and accessible one. */
import { strToU8, zipSync } from "fflate";

import { BLANK, FONT, INK, LINE, LAYOUTS, NOTE, PINE, PINE_SOFT, SUBTLE, pageOf, textWidth } from "./layout.js";
import { keepsWithNext, titlesOf, writeBlocks } from "./paper.js";
import { escapeXml } from "./text.js";

/**
 * @import { Layout } from "./layout.js"
 * @import { Paper, Table } from "./paper.js"
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

/** @param {Paper} paper @returns {Uint8Array<ArrayBuffer>} the bytes of a .docx file */
export function writeDocx(paper) {
  /** @type {Map<string, string>} the ID of the relationship by address */
  const links = new Map();
  /** @type {string[]} the IDs of the numbered lists */
  const lists = [];
  const layout = LAYOUTS[paper.layout];
  const body = writeBody(paper, links, lists);
  const parts = {
    "[Content_Types].xml": contentTypes(),
    "_rels/.rels": relations([
      ["rId1", `${RELATIONS}/officeDocument`, "word/document.xml"],
      ["rId2", `${PACKAGE}/relationships/metadata/core-properties`, "docProps/core.xml"],
    ]),
    "docProps/core.xml": properties(paper),
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
    "word/styles.xml": styles(layout),
    "word/numbering.xml": numbering(lists),
    "word/settings.xml": `${HEAD}<w:settings ${MAIN}><w:defaultTabStop w:val="709"/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat><w:themeFontLang w:val="nl-NL"/></w:settings>`,
    "word/footer1.xml": footer(paper),
  };
  const files = Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)]));
  return zipSync(files, { mtime: `${paper.day}T12:00:00` });
}

/** @param {Paper} paper @param {Map<string, string>} links @param {string[]} lists @returns {string} */
function writeBody(paper, links, lists) {
  const layout = LAYOUTS[paper.layout];
  const write = (/** @type {string} */ style, /** @type {Text} */ text) => paragraph(style, writeText(text, links));
  const inner = [
    ...titlesOf(paper).map(([style, text]) => write(style, [{ text }])),
    ...writeBlocks(paper, {
      heading: ({ level, text }) => write(`Heading${level}`, [{ text }]),
      paragraph: ({ text }, isIntro) => write(isIntro ? "Introduction" : "", text),
      note: ({ text }) => write("Note", text),
      list: ({ items, isNumbered }) => {
        if (!isNumbered) return items.map((item) => write("ListBullet", item)).join("");
        lists.push(`${lists.length + 2}`);
        return items.map((item) => paragraph("ListNumber", writeText(item, links), `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${lists.at(-1)}"/></w:numPr>`)).join("");
      },
      table: (table) => writeTable(table, links, layout),
    }),
  ];
  const { orientation, ...size } = pageOf(layout);
  const [width, height, margin] = [size.width, size.height, layout.margin].map(twips);
  const section = `<w:sectPr><w:footerReference w:type="default" r:id="rId4"/><w:pgSz w:w="${width}" w:h="${height}" w:orient="${orientation}"/><w:pgMar w:top="${margin}" w:right="${margin}" w:bottom="${margin}" w:left="${margin}" w:header="709" w:footer="${twips(11)}" w:gutter="0"/></w:sectPr>`;
  return `${HEAD}<w:document ${MAIN}><w:body>${inner.join("")}${section}</w:body></w:document>`;
}

/** @param {Table} table @param {Map<string, string>} links @param {Layout} layout @returns {string} */
function writeTable({ title, head, widths, rows }, links, layout) {
  const columns = widths.map((width) => twips((textWidth(layout) * width) / 100));
  const cell = (/** @type {Text} */ text, /** @type {number} */ column, /** @type {boolean} */ isHead, isKept = false) => {
    const shade = isHead ? `<w:shd w:val="clear" w:color="auto" w:fill="${PINE_SOFT}"/>` : "";
    return `<w:tc><w:tcPr><w:tcW w:w="${columns[column]}" w:type="dxa"/>${shade}</w:tcPr>${paragraph(isHead ? "TableHead" : "TableText", writeText(text, links), isKept ? "<w:keepNext/>" : "")}</w:tc>`;
  };
  const headRow = head.length ? `<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${head.map((text, column) => cell([{ text }], column, true)).join("")}</w:tr>` : "";
  const bodyRows = rows.map((cells, place) => {
    const isKept = keepsWithNext(place, rows.length);
    return `<w:tr><w:trPr><w:cantSplit/></w:trPr>${cells.map((text, column) => cell(text, column, !head.length && column === 0, isKept)).join("")}</w:tr>`;
  });
  const parts = `<w:tblLook w:val="${head.length ? "0020" : "0080"}" w:firstRow="${head.length ? 1 : 0}" w:lastRow="0" w:firstColumn="${head.length ? 0 : 1}" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>`;
  const settings = `<w:tblPr><w:tblStyle w:val="Grid"/><w:tblW w:w="${columns.reduce((sum, width) => sum + width, 0)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>${parts}<w:tblCaption w:val="${escapeXml(title)}"/></w:tblPr>`;
  const grid = `<w:tblGrid>${columns.map((width) => `<w:gridCol w:w="${width}"/>`).join("")}</w:tblGrid>`;
  return `<w:tbl>${settings}${grid}${headRow}${bodyRows.join("")}</w:tbl>${paragraph("AfterTable", "")}`;
}

/** @param {string} style @param {string} inner @param {string} [own] properties in addition to those of the style @returns {string} */
function paragraph(style, inner, own = "") {
  return `<w:p>${style ? `<w:pPr><w:pStyle w:val="${style}"/>${own}</w:pPr>` : ""}${inner}</w:p>`;
}

/** @param {Text} text @param {Map<string, string>} links @returns {string} */
function writeText(text, links) {
  return text
    .map(({ text: words, href, isBlank, isStrong, isBreak }) => {
      if (isBreak) return "<w:r><w:br/></w:r>";
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

/** @param {Layout} layout @returns {string} */
function styles(layout) {
  const language = '<w:lang w:val="nl-NL" w:eastAsia="nl-NL" w:bidi="nl-NL"/>';
  const font = `<w:rFonts w:ascii="${FONT}" w:hAnsi="${FONT}" w:eastAsia="${FONT}" w:cs="${FONT}"/>`;
  const size = (/** @type {number} */ points) => `<w:sz w:val="${half(points)}"/><w:szCs w:val="${half(points)}"/>`;
  const color = (/** @type {string} */ value) => `<w:color w:val="${value}"/>`;
  const space = (/** @type {number} */ before, /** @type {number} */ after, line = layout.line) => `<w:spacing w:before="${Math.round(before * layout.spacing)}" w:after="${Math.round(after * layout.spacing)}" w:line="${Math.round(240 * line)}" w:lineRule="auto"/>`;
  const style = (/** @type {string} */ id, /** @type {string} */ name, /** @type {string} */ inParagraph, /** @type {string} */ inRun, next = "") =>
    `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/>${next ? `<w:next w:val="${next}"/>` : ""}<w:qFormat/><w:pPr>${inParagraph}</w:pPr><w:rPr>${inRun}</w:rPr></w:style>`;
  const inLine = (/** @type {string} */ id, /** @type {string} */ name, /** @type {string} */ inRun) =>
    `<w:style w:type="character" w:styleId="${id}"><w:name w:val="${name}"/><w:qFormat/><w:rPr>${inRun}</w:rPr></w:style>`;
  const line = (/** @type {string} */ side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="${LINE}"/>`;
  const cellMargin = (/** @type {string} */ side, /** @type {number} */ width) => `<w:${side} w:w="${width}" w:type="dxa"/>`;
  return [
    `${HEAD}<w:styles ${MAIN}><w:docDefaults><w:rPrDefault><w:rPr>${font}${size(layout.size.text)}${language}</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>`,
    `<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/><w:pPr>${space(0, 140)}</w:pPr><w:rPr>${color(INK)}</w:rPr></w:style>`,
    style("Subtitle", "Subtitle", `<w:keepNext/>${space(0, 60)}`, `${color(PINE)}${size(layout.size.subtitle)}`, "Title"),
    style("Title", "Title", `<w:keepNext/>${space(0, 240, 1.05)}`, `<w:b/><w:bCs/>${size(layout.size.title)}`, "Normal"),
    ...layout.size.heading.map((points, place) =>
      style(`Heading${place + 1}`, `heading ${place + 1}`, `<w:keepNext/><w:keepLines/>${space(place ? 200 : 400, place ? 60 : 120)}<w:outlineLvl w:val="${place}"/>`, `<w:b/><w:bCs/>${color(place ? INK : PINE)}${size(points)}`, "Normal"),
    ),
    style("ListBullet", "List Bullet", `<w:numPr><w:numId w:val="1"/></w:numPr>${space(0, 80)}`, ""),
    style("ListNumber", "List Number", space(0, 80), ""),
    style("Note", "Note", `<w:keepNext/><w:pBdr><w:left w:val="single" w:sz="24" w:space="8" w:color="${PINE}"/></w:pBdr><w:shd w:val="clear" w:color="auto" w:fill="${NOTE}"/>${space(80, 200)}<w:ind w:left="227"/>`, ""),
    style("Introduction", "Introduction", `<w:keepNext/>${space(0, 140)}`, ""),
    style("TableText", "Table Text", space(0, 0, 1.08), size(layout.size.table)),
    style("TableHead", "Table Head", `<w:keepNext/>${space(0, 0, 1.08)}`, `<w:b/><w:bCs/>${size(layout.size.table)}`),
    style("AfterTable", "After Table", space(0, 0, 0.83), size(6)),
    style("Footer", "footer", `<w:tabs><w:tab w:val="right" w:pos="${twips(textWidth(layout))}"/></w:tabs>${space(0, 0)}`, `${color(SUBTLE)}${size(layout.size.footer)}`),
    inLine("Strong", "Strong", "<w:b/><w:bCs/>"),
    inLine("Hyperlink", "Hyperlink", `${color(PINE)}<w:u w:val="single"/>`),
    inLine("Blank", "Blank", `<w:shd w:val="clear" w:color="auto" w:fill="${BLANK}"/>`),
    `<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>`,
    `<w:style w:type="table" w:styleId="Grid"><w:name w:val="Grid"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>${["top", "left", "bottom", "right", "insideH", "insideV"].map(line).join("")}</w:tblBorders><w:tblCellMar>${cellMargin("top", twips(layout.cell))}${cellMargin("left", 100)}${cellMargin("bottom", twips(layout.cell))}${cellMargin("right", 100)}</w:tblCellMar></w:tblPr></w:style>`,
    "</w:styles>",
  ].join("");
}

/** @param {string[]} lists the IDs of the numbered lists, each of which begins at 1 @returns {string} */
function numbering(lists) {
  const kind = (/** @type {number} */ id, /** @type {string} */ format, /** @type {string} */ mark, style = "") =>
    `<w:abstractNum w:abstractNumId="${id}"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${style}<w:lvlText w:val="${mark}"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="340" w:hanging="${id ? 340 : 255}"/></w:pPr></w:lvl></w:abstractNum>`;
  const numbered = lists.map((id) => `<w:num w:numId="${id}"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>`);
  return `${HEAD}<w:numbering ${MAIN}>${kind(0, "bullet", "•", '<w:pStyle w:val="ListBullet"/>')}${kind(1, "decimal", "%1.")}<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>${numbered.join("")}</w:numbering>`;
}

/** @param {Paper} paper @returns {string} */
function footer(paper) {
  const field = (/** @type {string} */ code) => `<w:fldSimple w:instr=" ${code} "><w:r><w:t>1</w:t></w:r></w:fldSimple>`;
  const words = (/** @type {string} */ text) => `<w:r><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;
  if (!paper.footer) return `${HEAD}<w:ftr ${MAIN}>${paragraph("Footer", "")}</w:ftr>`;
  return `${HEAD}<w:ftr ${MAIN}>${paragraph("Footer", `${words(paper.footer)}<w:r><w:tab/></w:r>${words("Pagina ")}${field("PAGE")}${words(" van ")}${field("NUMPAGES")}`)}</w:ftr>`;
}

/** @param {Paper} paper @returns {string} */
function properties({ title, kind, source, author, day }) {
  const moment = (/** @type {string} */ name) => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${day}T12:00:00Z</dcterms:${name}>`;
  return `${HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">${moment("created")}<dc:creator>${escapeXml(author)}</dc:creator><dc:description>${escapeXml(`Gemaakt uit ${source}`)}</dc:description><dc:language>nl-NL</dc:language>${moment("modified")}<dc:title>${escapeXml(`${kind}: ${title}`)}</dc:title></cp:coreProperties>`;
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
