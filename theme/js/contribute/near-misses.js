/** Correct near misses of headings and lists, like `reading/near_misses.py` and with its patterns. What has more than one correction is reported. */

/**
 * @typedef {{ type: string, level: number, map: [number, number] | null, markup: string, attrGet: (name: string) => string | number | null }} Token
 * @typedef {(line: number, meant: string, matter?: string) => void} Tell `meant` is "" when only `matter` is known
 * @typedef {Record<"line" | "structure" | "row" | "first", RegExp>} Patterns for the start of a line, from `exports/form_data.py`
 * @typedef {Record<string, string | undefined>} Match what `line` found
 */

const ITEM = /^ *(?:[-*+]|\d{1,9}[.)])[ \t]+/;
const LEAST_QUOTED = 4;
const MARKED_HEADING = /^(?:>|[-*+] |\d{1,2}[.)] ) ?(?=#{2,6} )/;
const FENCE_END = /^ {0,3}(?:`{3,}|~{3,})[ \t]*$/;
const IN_LIST = ["bullet", "dash", "number", "bold", "run"];
const ANYWHERE = ["heading", "bullet", "admonition", "abbreviation", "definition", "table"];
const COUNTED = ["een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht"];
const ROMAN = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"];
const YEAR = 1000;
const MOST_ROUNDS = 5;

/** @typedef {(text: string, report?: (matter: string) => void) => string} CorrectMarkup keeps the number of lines */

/** @type {(sources: Record<keyof Patterns, string>, parse: (text: string) => Token[]) => CorrectMarkup} */
export function makeCorrectMarkup(sources, parse) {
  const patterns = /** @type {Patterns} */ (Object.fromEntries(Object.entries(sources).map(([name, source]) => [name, new RegExp(source, "u")])));
  return (text, report = () => {}) => {
    const lines = text.replace(/\r\n?/g, "\n").split("\n");
    const changed = new Set();
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      /** @type {Map<number, string>} */
      const meant = new Map();
      /** @type {Map<number, string>} */
      const matters = new Map();
      find(parse(lines.join("\n")), lines, patterns, (line, text, matter) => {
        if (matter) matters.set(line, matter);
        else if (text !== lines[line]) meant.set(line, text);
      });
      if (!meant.size) {
        for (const [line, matter] of matters) if (!changed.has(line)) report(matter);
        break;
      }
      for (const [line, text] of meant) {
        lines[line] = text;
        changed.add(line);
      }
    }
    return lines.join("\n");
  };
}

/** @param {Token[]} tokens @param {string[]} lines @param {Patterns} patterns @param {Tell} tell */
function find(tokens, lines, patterns, tell) {
  const filled = [...lines.entries()].filter(([, line]) => line.trim());
  if (filled.length >= LEAST_QUOTED && filled.every(([, line]) => line.startsWith(">"))) {
    for (const [number, line] of filled) tell(number, line.replace(/^> ?/, "") || " ");
    return;
  }
  for (const [at, token] of tokens.entries()) {
    const [start, end] = token.map ?? [0, 0];
    const line = lines[start] ?? "";
    if (token.type === "paragraph_open") inParagraph(lines, start, end, token.level, tokens[at - 1]?.type, patterns, tell);
    else if (token.type === "code_block") inCode(lines, start, end, token.level, patterns, tell);
    else if (token.type === "fence" && !token.level && !FENCE_END.test(lines[end - 1] ?? "")) tell(start, "", "open-code");
    else if (token.type === "heading_open" && token.markup === "-") {
      const isProse = /[.!?:;,)”’"'][ \t]*$/.test(lines[end - 2] ?? "");
      tell(end - 1, isProse ? "***" : "", isProse ? "" : "underlined");
    } else if (token.type === "heading_open" && token.level && /^\s/.test(line)) tell(start, line.trim());
    else if (token.type === "heading_open" && MARKED_HEADING.test(line)) tell(start, line.replace(MARKED_HEADING, ""));
    else if (token.type === "list_item_close" && tokens[at - 1]?.type === "list_item_open") tell(tokens[at - 1]?.map?.[0] ?? 0, "", "empty");
    else if (token.type === "ordered_list_open" && Number(token.attrGet("start") ?? 1) >= YEAR) {
      const isOne = tokens[at + 3]?.type === "inline" && tokens[at + 6]?.type === "ordered_list_close";
      tell(start, line.replace(/^( *[0-9]+)([.)])/, "$1\\$2"), isOne ? "" : "year");
    }
    if (token.type === "bullet_list_open" || token.type === "list_item_open") notFarEnough(tokens, lines, at, tell);
  }
}

/** @type {(lines: string[], start: number, end: number, level: number, before: string | undefined, patterns: Patterns, tell: Tell) => void} */
function inParagraph(lines, start, end, level, before, patterns, tell) {
  if (patterns.row.test(lines[start] ?? "")) {
    tell(start, "", "row");
    return;
  }
  const first = start + Number(before === "list_item_open");
  const mayCredit = end - first === 1 && before !== "list_item_open" && before !== "heading_close";
  const [item = ""] = (first > start && ITEM.exec(lines[start] ?? "")) || [];
  let step = numberOf(item);
  let [canBegin, base, depth] = [true, -1, 0];
  for (let number = first; number < end; number += 1) {
    const line = lines[number] ?? "";
    const match = patterns.line.exec(line)?.groups ?? {};
    const matter = Object.keys(match).find((name) => name !== "lead" && match[name] !== undefined);
    const isCredit = mayCredit && /^[—―]$/.test(match["dash"] ?? "");
    const isMeant = matter && match["rest"] && (canBegin || ANYWHERE.includes(matter));
    if (!isMeant || isCredit || isAlone(matter, lines, first, end, number, patterns)) {
      [canBegin, base] = [line.trimEnd().endsWith(":"), -1];
      continue;
    }
    const isNext = matter === "number" && step > 0 && numberOf(match["number"] ?? "") === step + 1;
    if (isNext) step += 1;
    const width = expand(isNext ? (/^ */.exec(item)?.[0] ?? "") : (match["lead"] ?? "")).length;
    [base, depth] = base < 0 ? [width, 0] : [base, Math.max(0, Math.min(width - base, depth + 3))];
    const meant = rewrite(matter, match, " ".repeat(level ? width : depth), level);
    if (meant === line) tell(number, "", "apart");
    else tell(number, meant, meant ? "" : matter === "run" ? "letter" : matter);
    canBegin = matter !== "heading";
  }
}

/** @type {(matter: string, lines: string[], start: number, end: number, at: number, patterns: Patterns) => boolean} whether a line only means something beside another of its kind, and there is none */
function isAlone(matter, lines, start, end, at, { line, first }) {
  const isStar = matter === "dash" && /^\s*\*\p{L}/u.test(lines[at] ?? "");
  if (!isStar && ((matter !== "run" && matter !== "table") || lines[at]?.startsWith("|"))) return false;
  const isParagraph = matter === "run" && end - start === 1 && lines.some((text) => first.test(text));
  const isFilled = (/** @type {string} */ text) => text.trim() !== "";
  const beside = isParagraph
    ? [...lines.slice(0, at).filter(isFilled).slice(-1), ...lines.slice(at + 1).filter(isFilled).slice(0, 1)]
    : [...lines.slice(Math.max(start, at - 1), at), ...lines.slice(at + 1, Math.min(end, at + 2))];
  const near = beside.map((text) => line.exec(text)?.groups?.[matter]);
  if (matter !== "run") return near.every((mark) => mark === undefined);
  const own = ordersOf(line.exec(lines[at] ?? "")?.groups?.["run"] ?? "");
  return near.every((mark) => !mark || ordersOf(mark).every((order, place) => Math.abs((own[place] ?? 0) - order) !== 1));
}

/** @param {string} mark @returns {number} the number in the mark of an item, 0 for a bullet */
function numberOf(mark) {
  return Number(mark.normalize("NFKC").replace(/[^0-9]/g, ""));
}

/** @param {string} mark @returns {number[]} its ordinal as a letter or number, and as a Roman number */
function ordersOf(mark) {
  const digits = mark.match(/[0-9]+/g)?.at(-1);
  const word = mark.replace(/\.+$/, "");
  const roman = ROMAN.includes(word) ? ROMAN.indexOf(word) : -9 - 9 * word.length;
  return [digits ? Number(digits) : word.length === 1 ? 1000 + word.charCodeAt(0) : -9, roman];
}

/** @type {(matter: string, match: Match, lead: string, level: number) => string} the corrected line, or "" when that is not certain */
function rewrite(matter, match, lead, level) {
  const { rest = "" } = match;
  const written = (match[matter] ?? "").normalize("NFKC");
  const digits = written.replace(/[^0-9]/g, "");
  if (matter === "heading") {
    const mark = written === "#" ? "##" : written;
    return `${level ? lead : ""}${mark} ${rest.replace(new RegExp(`([^#＃ ])[#＃]{${mark.length}}$`, "u"), `$1 ${mark}`)}`;
  }
  if (matter === "bold") return `${lead}${digits}. ${written.endsWith("**") ? rest : `**${rest}`}`;
  if (matter === "step") return rewriteStep(match, lead);
  if (matter === "run" && !/^[0-9]+\D*$/.test(written)) return "";
  if (matter === "number" || matter === "run") return `${lead}${digits}${written.endsWith(")") && written[0] !== "(" ? ")" : "."} ${rest}`;
  return IN_LIST.includes(matter) ? `${lead}- ${rest}` : "";
}

/** @type {(match: Match, lead: string) => string} replaces "Stap 1" at the start of a line by a list marker */
function rewriteStep({ step = "", rest = "" }, lead) {
  const word = /[\wé]+/.exec(step.replaceAll("*", "").toLowerCase().split(/\s+/)[1] ?? "")?.[0] ?? "";
  const number = Number(word) || COUNTED.indexOf(word.replaceAll("é", "e")) + 1;
  const isHalf = step.startsWith("**") && step.split("**").length === 2;
  const words = !isHalf ? rest : rest.startsWith("**") ? rest.slice(2).trimStart() : `**${rest}`;
  return words && `${lead}${number}. ${words}`;
}

/** @type {(lines: string[], start: number, end: number, level: number, patterns: Patterns, tell: Tell) => void} */
function inCode(lines, start, end, level, { structure }, tell) {
  const block = lines.slice(start, end).map(expand);
  if (level || !structure.test(block[0] ?? "")) {
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

/** @type {(tokens: Token[], at: number) => Token | null} the numbered item that ends right before a token */
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

/** @param {string} line @returns {string} with tabs expanded to spaces */
function expand(line) {
  let made = "";
  for (const sign of line) made += sign === "\t" ? " ".repeat(4 - (made.length % 4)) : sign;
  return made;
}

/** @param {string} line @returns {number} of spaces at its start */
function indent(line) {
  return expand(line).search(/[^ ]|$/);
}
