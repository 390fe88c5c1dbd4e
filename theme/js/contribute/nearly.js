/** What nearly is a heading or a list, written as what was meant: the same as `reading/nearly.py`, by the same examples. What can be meant in more ways is told. */

/**
 * @typedef {{ type: string, level: number, map: [number, number] | null, markup: string, attrGet: (name: string) => string | number | null }} Token
 * @typedef {(line: number, meant: string, matter?: string) => void} Tell `meant` is "" when only `matter` is known
 */

const ODD = "\\xa0\\u1680\\u2000-\\u200a\\u202f\\u205f\\u3000";
const GAP = `[ \\t${ODD}]`;
const BULLETS = "•‣◦▪▫●○■□∙·\u2043➢➤►▶→⇒❖◆★☐☑☒✓✔√✅➡👉⭐🔹🔸\uf020-\uf0ff";
const DASHES = "–—―−‐－";
const DIGIT = "[0-9０-９]";
const LINE = new RegExp(
  `^(?<lead>${GAP}*)(?:(?<heading>[#＃]{2,6}(?![#＃])|[#＃](?=[${ODD}]|(?:Aanleiding|Aanpak|Verloop|Resultaten|Lessen)$))|(?<bullet>[${BULLETS}]\ufe0f?|[-=]{1,2}>(?=${GAP})|[§Øü»](?=${GAP}+\\p{L}))` +
    `|(?<dash>[${DASHES}](?=${GAP}|\\p{L})|o(?=\\t)|[\\-*+＊＋](?=${GAP})|[\\-+](?=\\p{L})|\\*(?=\\p{L}[^*]*$)|\\\\[\\-*+](?=${GAP}))` +
    `|(?<number>\\(${DIGIT}{1,2}\\)|${DIGIT}{1,3}[.)．）](?=${GAP}|\\p{L}(?![.0-9]))|${DIGIT}{1,2}(?: \\.|:)(?=${GAP}\\p{L})|[①-⑳]|[0-9]\\ufe0f?\\u20e3)` +
    `|(?<bold>\\*\\*${DIGIT}{1,2}[.):](?:\\*\\*(?=${GAP})|(?=${GAP}*[^\\s*][^*]*\\*\\*)))` +
    `|(?<run>${DIGIT}{1,2}(?:[/°º]|\\\\[.)]|${GAP}[${DASHES}\\-])?(?=${GAP}+(?!jan|feb|maart|apr|mei|jun|jul|aug|sep|okt|nov|dec)\\p{L}))` +
    `|(?<letter>(?:[a-z]|[ivx]{2,4})[.)]${GAP}|[A-Z]\\)${GAP}|\\([a-zA-Z]\\))` +
    `|(?<step>\\*{0,2}(?:[Ss]tap|[Ff]ase) (?:${DIGIT}{1,2}|[eé]én|twee|drie|vier|vijf|zes)\\*{0,2}${GAP}?[:.)${DASHES}\\-])` +
    `|(?<admonition>!!!|\\?\\?\\?|:::)|(?<abbreviation>\\*\\[[^\\]]{1,80}\\]:)|(?<definition>: +(?=\\S))|(?<table>\\|(?=[^|]+\\|[^|]*\\|$))` +
    `)${GAP}*(?<rest>\\S.*)`,
  "u",
);
const STRUCTURE = new RegExp(`^${GAP}*(?:[#＃]{2,6}|[\\-*+${BULLETS}${DASHES}]|${DIGIT}{1,3}[.)])${GAP}*\\S`, "u");
const ITEM = /^ *(?:[-*+]|\d{1,9}[.)])[ \t]+/;
const TOLD = ["letter", "step", "admonition", "abbreviation", "definition", "table"];
const ANYWHERE = ["heading", "bullet", "admonition", "abbreviation", "definition", "table"];
const YEAR = 1000;
const MOST_ROUNDS = 5;

/** @type {(text: string, parse: (text: string) => Token[], told?: (matter: string) => void) => string} with as many lines */
export function readMeant(text, parse, told = () => {}) {
  const lines = text.replace(/\r\n?/g, "\n").split("\n");
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    /** @type {Map<number, string>} */
    const meant = new Map();
    const matters = new Set();
    find(parse(lines.join("\n")), lines, (line, text, matter) => (matter ? matters.add(matter) : text !== lines[line] && meant.set(line, text)));
    if (!meant.size) {
      matters.forEach(told);
      break;
    }
    for (const [line, text] of meant) lines[line] = text;
  }
  return lines.join("\n");
}

/** @param {Token[]} tokens @param {string[]} lines @param {Tell} tell */
function find(tokens, lines, tell) {
  for (const [at, token] of tokens.entries()) {
    const [start, end] = token.map ?? [0, 0];
    const line = lines[start] ?? "";
    if (token.type === "paragraph_open") inParagraph(lines, start + Number(tokens[at - 1]?.type === "list_item_open"), end, token.level, tell);
    else if (token.type === "code_block") inCode(lines, start, end, token.level, tell);
    else if (token.type === "heading_open" && token.markup === "-" && /[.!?:;,)”’"'][ \t]*$/.test(lines[end - 2] ?? "")) tell(end - 1, "***");
    else if (token.type === "heading_open" && /^[-=]/.test(token.markup)) tell(start, "", "underlined");
    else if (token.type === "heading_open" && token.level && token.markup[0] === "#" && /^\s/.test(line)) tell(start, line.trim());
    else if (token.type === "ordered_list_open" && Number(token.attrGet("start") ?? 1) >= YEAR) {
      const isOne = tokens[at + 3]?.type === "inline" && tokens[at + 6]?.type === "ordered_list_close";
      tell(start, line.replace(/^( *[0-9]+)([.)])/, "$1\\$2"), isOne ? "" : "year");
    }
    if (token.type === "bullet_list_open" || token.type === "list_item_open") notFarEnough(tokens, lines, at, tell);
  }
}

/** @param {string[]} lines @param {number} start @param {number} end @param {number} level @param {Tell} tell */
function inParagraph(lines, start, end, level, tell) {
  let [canBegin, base, depth] = [true, -1, 0];
  for (let number = start; number < end; number += 1) {
    const line = lines[number] ?? "";
    const match = LINE.exec(line)?.groups;
    const isCredit = end - start === 1 && /^[—―]$/.test(match?.["dash"] ?? "");
    const isAlone = match?.["run"] && ![number - 1, number + 1].some((near) => near >= start && near < end && goesOn(match["run"], lines[near]));
    const told = TOLD.find((name) => match?.[name]);
    const isAnywhere = match && ANYWHERE.some((name) => match[name]);
    if (!match || isAlone || !(canBegin || isAnywhere) || isCredit) {
      [canBegin, base] = [line.trimEnd().endsWith(":"), -1];
      continue;
    }
    if (told) {
      tell(number, "", told);
      canBegin = true;
      continue;
    }
    const width = expand(match["lead"] ?? "").length;
    [base, depth] = base < 0 ? [width, 0] : [base, Math.max(0, Math.min(width - base, depth + 3))];
    tell(number, rewrite(match, " ".repeat(level ? width : depth), level));
    canBegin = !match["heading"];
  }
}

/** @type {(run: string | undefined, near: string | undefined) => boolean} whether a line beside it has the number before or after */
function goesOn(run = "", near = "") {
  const other = LINE.exec(near)?.groups?.["run"];
  return other !== undefined && Math.abs(parseInt(run.normalize("NFKC"), 10) - parseInt(other.normalize("NFKC"), 10)) === 1;
}

/** @type {(match: Record<string, string>, lead: string, level: number) => string} */
function rewrite({ heading, number, run, bold, rest = "" }, lead, level) {
  const written = (heading ?? number ?? run ?? "").normalize("NFKC");
  if (bold) return `${lead}${bold.normalize("NFKC").replace(/[^0-9]/g, "")}. ${bold.endsWith("**") ? rest : `**${rest}`}`;
  const mark = written === "#" ? "##" : written;
  if (heading) return `${level ? lead : ""}${mark} ${rest.replace(new RegExp(`([^#＃ ])[#＃]{${mark.length}}$`, "u"), `$1 ${mark}`)}`;
  if (number || run) return `${lead}${mark.replace(/[^0-9]/g, "")}${mark.endsWith(")") && mark[0] !== "(" ? ")" : "."} ${rest}`;
  return `${lead}- ${rest}`;
}

/** @param {string[]} lines @param {number} start @param {number} end @param {number} level @param {Tell} tell */
function inCode(lines, start, end, level, tell) {
  const block = lines.slice(start, end).map(expand);
  if (level || !STRUCTURE.test(block[0] ?? "")) {
    tell(start, "", "indented");
    return;
  }
  const margin = Math.min(...block.filter((line) => line.trim()).map(indent));
  block.forEach((line, place) => line.trim() && tell(start + place, line.slice(margin)));
}

/** @param {Token[]} tokens @param {string[]} lines @param {number} at @param {Tell} tell */
function notFarEnough(tokens, lines, at, tell) {
  const token = /** @type {Token} */ (tokens[at]);
  const [start, end] = token.map ?? [0, 0];
  const stepLine = lines[stepBefore(tokens, at)?.map?.[0] ?? -1];
  if (stepLine === undefined || /^\s*>/.test(stepLine)) return;
  const width = expand(ITEM.exec(stepLine)?.[0] ?? "").length;
  const [own, first] = [indent(lines[start] ?? ""), indent(stepLine)];
  if (!(first < own && own < width && (token.type === "bullet_list_open" || own > first + 1))) return;
  for (let number = start; number < end; number += 1) {
    const line = lines[number] ?? "";
    if (line.trim()) tell(number, " ".repeat(width - own) + expand(line));
  }
}

/** @type {(tokens: Token[], at: number) => Token | null} the numbered item that ends where a token begins */
function stepBefore(tokens, at) {
  let { level, type } = /** @type {Token} */ (tokens[at]);
  if (type === "bullet_list_open") {
    if (tokens[at - 1]?.type !== "ordered_list_close") return null;
    level += 1;
  }
  for (let place = at - 1; place >= 0; place -= 1) {
    const earlier = /** @type {Token} */ (tokens[place]);
    if (earlier.level < level && earlier.type !== "ordered_list_close") return null;
    if (earlier.type === "list_item_open" && earlier.level === level) return /^[.)]$/.test(earlier.markup) ? earlier : null;
  }
  return null;
}

/** @param {string} line @returns {string} with spaces for its tabs */
function expand(line) {
  let made = "";
  for (const sign of line) made += sign === "\t" ? " ".repeat(4 - (made.length % 4)) : sign;
  return made;
}

/** @param {string} line @returns {number} of spaces at its start */
function indent(line) {
  return expand(line).search(/[^ ]|$/);
}
