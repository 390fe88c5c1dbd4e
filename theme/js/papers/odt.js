/** Write a paper as OpenDocument Text, for LibreOffice and others. */
import { strToU8, zipSync } from "fflate";

import { BLANK, FONT, INK, LINE, LAYOUTS, NOTE, PINE, PINE_SOFT, SUBTLE, pageOf, textWidth } from "./layout.js";
import { keepsWithNext, titlesOf, writeBlocks } from "./paper.js";
import { escapeXml } from "./text.js";

/**
 * @import { Layout } from "./layout.js"
 * @import { Paper, Table } from "./paper.js"
 * @import { Run, Text } from "./text.js"
 */

export const TYPE = "application/vnd.oasis.opendocument.text";

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';
const OASIS = "urn:oasis:names:tc:opendocument:xmlns";
const SPACES = [
  ...["office", "style", "text", "table", "meta", "config"].map((name) => `xmlns:${name}="${OASIS}:${name}:1.0"`),
  `xmlns:fo="${OASIS}:xsl-fo-compatible:1.0"`,
  `xmlns:svg="${OASIS}:svg-compatible:1.0"`,
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  'xmlns:xlink="http://www.w3.org/1999/xlink"',
  'office:version="1.3"',
].join(" ");

/** As in Word: table rows can be kept with the next, and fonts bring their own leading (without it headings come apart from their text). */
const SETTINGS = `${HEAD}<office:document-settings ${SPACES} xmlns:ooo="http://openoffice.org/2004/office"><office:settings><config:config-item-set config:name="ooo:configuration-settings">${["AddExternalLeading", "TableRowKeep"].map((name) => `<config:config-item config:name="${name}" config:type="boolean">true</config:config-item>`).join("")}</config:config-item-set></office:settings></office:document-settings>`;

/** @param {Paper} paper @returns {Uint8Array<ArrayBuffer>} the bytes of an .odt file */
export function writeOdt(paper) {
  return zipSync(
    {
      mimetype: [strToU8(TYPE), { level: 0 }], // first and uncompressed, as the format requires
      "META-INF/manifest.xml": strToU8(manifest()),
      "meta.xml": strToU8(meta(paper)),
      "settings.xml": strToU8(SETTINGS),
      "styles.xml": strToU8(styles(paper)),
      "content.xml": strToU8(content(paper)),
    },
    { mtime: `${paper.day}T12:00:00` },
  );
}

/** @param {Paper} paper @returns {string} */
function content(paper) {
  const layout = LAYOUTS[paper.layout];
  /** @type {string[]} */
  const tableStyles = [];
  const cell = (/** @type {string} */ name, more = "") =>
    `<style:style style:name="${name}" style:family="table-cell"><style:table-cell-properties fo:padding-top="${layout.cell}mm" fo:padding-bottom="${layout.cell}mm" fo:padding-left="1.8mm" fo:padding-right="1.8mm" fo:border="0.5pt solid #${LINE}"${more}/></style:style>`;
  const common = [cell("Cell"), cell("HeadCell", ` fo:background-color="#${PINE_SOFT}"`), '<style:style style:name="Row" style:family="table-row"><style:table-row-properties fo:keep-together="always"/></style:style>'];
  const inner = [
    ...titlesOf(paper).map(([style, text]) => `<text:p text:style-name="${style}">${escapeXml(text)}</text:p>`),
    ...writeBlocks(paper, {
      heading: ({ level, text }) => `<text:h text:style-name="Heading_20_${level}" text:outline-level="${level}">${escapeXml(text)}</text:h>`,
      paragraph: ({ text }, isIntro) => paragraph(isIntro ? "Introduction" : "Standard", text),
      note: ({ text }) => paragraph("Note", text),
      list: ({ items, isNumbered }) => `<text:list text:style-name="${isNumbered ? "Numbers" : "Bullets"}">${items.map((item) => `<text:list-item>${paragraph("List", item)}</text:list-item>`).join("")}</text:list>`,
      table: (table) => writeTable(table, tableStyles, layout),
    }),
  ];
  return `${HEAD}<office:document-content ${SPACES}><office:automatic-styles>${[...common, ...tableStyles].join("")}</office:automatic-styles><office:body><office:text>${inner.join("")}</office:text></office:body></office:document-content>`;
}

/** @param {Table} table @param {string[]} tableStyles @param {Layout} layout @returns {string} */
function writeTable({ title, head, widths, rows }, tableStyles, layout) {
  const name = `Table${tableStyles.length + 1}`;
  const columnStyles = widths.map((width, column) => `<style:style style:name="${name}.${column}" style:family="table-column"><style:table-column-properties style:column-width="${millimetres((textWidth(layout) * width) / 100)}"/></style:style>`);
  tableStyles.push(
    `<style:style style:name="${name}" style:family="table"><style:table-properties style:width="${millimetres(textWidth(layout))}" table:align="left" table:border-model="collapsing" fo:margin-bottom="${millimetres(4 * layout.spacing)}"/></style:style>${columnStyles.join("")}`,
  );
  const column = (/** @type {number} */ place) => `<table:table-column table:style-name="${name}.${place}"/>`;
  const columns = widths.map((_, place) => (place === 0 && !head.length ? `<table:table-header-columns>${column(place)}</table:table-header-columns>` : column(place)));
  const cell = (/** @type {Text} */ text, /** @type {boolean} */ isHead, isKept = false) =>
    `<table:table-cell table:style-name="${isHead ? "HeadCell" : "Cell"}" office:value-type="string">${paragraph(isHead ? "Table_20_Heading" : `Table_20_Contents${isKept ? "_20_Kept" : ""}`, text)}</table:table-cell>`;
  const row = (/** @type {string[]} */ cells) => `<table:table-row table:style-name="Row">${cells.join("")}</table:table-row>`;
  const headRow = head.length ? `<table:table-header-rows>${row(head.map((text) => cell([{ text }], true)))}</table:table-header-rows>` : "";
  const bodyRows = rows.map((cells, line) => row(cells.map((text, place) => cell(text, !head.length && place === 0, keepsWithNext(line, rows.length)))));
  return `<table:table table:name="${escapeXml(title)}" table:style-name="${name}"><table:title>${escapeXml(title)}</table:title>${columns.join("")}${headRow}${bodyRows.join("")}</table:table>`;
}

/** @param {string} style @param {Text} text @returns {string} */
function paragraph(style, text) {
  return `<text:p text:style-name="${style}">${text.map(writeRun).join("")}</text:p>`;
}

/** @param {Run} run @returns {string} */
function writeRun({ text, href, isBlank, isStrong, isBreak }) {
  if (isBreak) return "<text:line-break/>";
  const words = escapeXml(text).replace(/^ /, "<text:s/>").replace(/ $/, "<text:s/>"); // a space at either end would be dropped
  if (href) return `<text:a xlink:type="simple" xlink:href="${escapeXml(href)}" text:style-name="Internet_20_link">${words}</text:a>`;
  const style = isBlank ? "Blank" : isStrong ? "Strong_20_Emphasis" : "";
  return style ? `<text:span text:style-name="${style}">${words}</text:span>` : words;
}

/** @param {number} length @returns {string} */
function millimetres(length) {
  return `${Math.round(length * 100) / 100}mm`;
}

/** @param {Paper} paper @returns {string} */
function styles(paper) {
  const layout = LAYOUTS[paper.layout];
  const font = `style:font-name="${FONT}" fo:language="nl" fo:country="NL" style:language-asian="none" style:country-asian="none" style:language-complex="none" style:country-complex="none"`;
  const style = (/** @type {string} */ name, /** @type {string} */ inParagraph, /** @type {string} */ inText, extra = "", tabs = "") =>
    `<style:style style:name="${name.replaceAll(" ", "_20_")}" style:display-name="${name}" style:family="paragraph" style:parent-style-name="Standard" ${extra}><style:paragraph-properties ${inParagraph}>${tabs}</style:paragraph-properties><style:text-properties ${inText}/></style:style>`;
  const inLine = (/** @type {string} */ name, /** @type {string} */ inText) =>
    `<style:style style:name="${name.replaceAll(" ", "_20_")}" style:display-name="${name}" style:family="text"><style:text-properties ${inText}/></style:style>`;
  const space = (/** @type {number} */ before, /** @type {number} */ after, line = layout.line) => `fo:margin-top="${millimetres(before * layout.spacing)}" fo:margin-bottom="${millimetres(after * layout.spacing)}" fo:line-height="${Math.round(100 * line)}%"`;
  const size = (/** @type {number} */ points) => `fo:font-size="${points}pt"`;
  const bold = 'fo:font-weight="bold"';
  const listStyle = (/** @type {string} */ name, /** @type {string} */ kind, /** @type {string} */ mark) =>
    `<text:list-style style:name="${name}"><${kind} text:level="1" ${mark}><style:list-level-properties text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment text:label-followed-by="listtab" text:list-tab-stop-position="6mm" fo:text-indent="-${kind.endsWith("number") ? 6 : 4.5}mm" fo:margin-left="6mm"/></style:list-level-properties></${kind}></text:list-style>`;
  const named = [
    style("Subtitle", `${space(0, 1)} fo:keep-with-next="always"`, `${size(layout.size.subtitle)} fo:color="#${PINE}"`, 'style:class="chapter"'),
    style("Title", `${space(0, 4, 1.05)} fo:keep-with-next="always"`, `${size(layout.size.title)} ${bold}`, 'style:class="chapter"'),
    ...layout.size.heading.map((points, place) =>
      style(`Heading ${place + 1}`, `${space(place ? 3.5 : 7, place ? 1 : 2)} fo:keep-with-next="always"`, `${size(points)} ${bold} fo:color="#${place ? INK : PINE}"`, `style:default-outline-level="${place + 1}" style:next-style-name="Standard"`),
    ),
    style("List", space(0, 1.4), ""),
    style("Note", `${space(1.5, 3.5)} fo:keep-with-next="always" fo:background-color="#${NOTE}" fo:margin-left="3mm" fo:padding-left="3mm" fo:padding-right="2mm" fo:padding-top="1.5mm" fo:padding-bottom="1.5mm" fo:border-left="3pt solid #${PINE}" fo:border-top="none" fo:border-right="none" fo:border-bottom="none"`, ""),
    style("Introduction", `${space(0, 2.4)} fo:keep-with-next="always"`, ""),
    style("Table Contents", space(0, 0, 1.08), size(layout.size.table)),
    style("Table Contents Kept", `${space(0, 0, 1.08)} fo:keep-with-next="always"`, size(layout.size.table)),
    style("Table Heading", `${space(0, 0, 1.08)} fo:keep-with-next="always"`, `${size(layout.size.table)} ${bold}`),
    style("Footer", space(0, 0), `${size(layout.size.footer)} fo:color="#${SUBTLE}"`, "", `<style:tab-stops><style:tab-stop style:position="${millimetres(textWidth(layout))}" style:type="right"/></style:tab-stops>`),
    inLine("Strong Emphasis", bold),
    inLine("Internet link", `fo:color="#${PINE}" style:text-underline-style="solid" style:text-underline-width="auto" style:text-underline-color="font-color"`),
    inLine("Blank", `fo:background-color="#${BLANK}"`),
    listStyle("Bullets", "text:list-level-style-bullet", 'text:bullet-char="•"'),
    listStyle("Numbers", "text:list-level-style-number", 'style:num-format="1" style:num-suffix="."'),
  ];
  const sheet = pageOf(layout);
  const page = `<style:page-layout style:name="A4"><style:page-layout-properties fo:page-width="${sheet.width}mm" fo:page-height="${sheet.height}mm" style:print-orientation="${sheet.orientation}" fo:margin-top="${layout.margin}mm" fo:margin-bottom="11mm" fo:margin-left="${layout.margin}mm" fo:margin-right="${layout.margin}mm"/><style:footer-style><style:header-footer-properties fo:min-height="8mm" fo:margin-top="5mm"/></style:footer-style></style:page-layout>`;
  const footer = paper.footer && `<text:p text:style-name="Footer">${escapeXml(paper.footer)}<text:tab/>Pagina <text:page-number text:select-page="current">1</text:page-number> van <text:page-count>1</text:page-count></text:p>`;
  return [
    `${HEAD}<office:document-styles ${SPACES}><office:font-face-decls><style:font-face style:name="${FONT}" svg:font-family="${FONT}" style:font-family-generic="swiss" style:font-pitch="variable"/></office:font-face-decls>`,
    `<office:styles><style:default-style style:family="paragraph"><style:paragraph-properties fo:orphans="2" fo:widows="2" style:writing-mode="lr-tb"/><style:text-properties ${font} ${size(layout.size.text)} fo:color="#${INK}"/></style:default-style>`,
    `<style:style style:name="Standard" style:family="paragraph" style:class="text"><style:paragraph-properties ${space(0, 2.4)}/></style:style>${named.join("")}</office:styles>`,
    `<office:automatic-styles>${page}</office:automatic-styles>`,
    `<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="A4"><style:footer>${footer}</style:footer></style:master-page></office:master-styles></office:document-styles>`,
  ].join("");
}

/** @param {Paper} paper @returns {string} */
function meta({ title, kind, source, author, day }) {
  return `${HEAD}<office:document-meta ${SPACES}><office:meta><dc:title>${escapeXml(`${kind}: ${title}`)}</dc:title><dc:description>${escapeXml(`Gemaakt uit ${source}`)}</dc:description><dc:language>nl-NL</dc:language><meta:initial-creator>${escapeXml(author)}</meta:initial-creator><dc:creator>${escapeXml(author)}</dc:creator><meta:creation-date>${day}T12:00:00</meta:creation-date><dc:date>${day}T12:00:00</dc:date></office:meta></office:document-meta>`;
}

function manifest() {
  const file = (/** @type {string} */ path, type = "text/xml") => `<manifest:file-entry manifest:full-path="${path}" manifest:media-type="${type}"/>`;
  const root = `<manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="${TYPE}"/>`;
  return `${HEAD}<manifest:manifest xmlns:manifest="${OASIS}:manifest:1.0" manifest:version="1.3">${root}${["content.xml", "settings.xml", "styles.xml", "meta.xml"].map((path) => file(path)).join("")}</manifest:manifest>`;
}
