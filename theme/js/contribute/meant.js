/** What was meant with a date, an address or a number: the same as `domain/meant.py`, by the same examples. */
import { isDay } from "../lib/days.js";

const AROUND = ` \t\r\n,;.'"\`´“”„‘’«»<>*_•·–—`;
const LOOSE = ",;.<>'\"“”„‘’»`";
const MONTHS = [
  "januari january jan",
  "februari february feb",
  "maart march mrt mar",
  "april apr",
  "mei may",
  "juni june jun",
  "juli july jul",
  "augustus august aug",
  "september sept sep",
  "oktober october okt oct",
  "november nov",
  "december dec",
].map((names) => names.split(" "));
const NAME = `(?<name>${MONTHS.flat().join("|")})\\.?`;
const [DAY, MONTH, YEAR] = ["(?<day>\\d{1,2})", "(?<month>\\d{1,2})", "(?<year>\\d{4})"];
const WEEKDAY = "(?:(?:\\w{3,6}dag|ma|di|wo|do|vr|za|zo)\\.?,? )?";
const ORDINAL = "(?:e|de|ste|st|nd|rd|th)?";
const DATES = [
  `${YEAR}(?<sign>[-/.])${MONTH}(?:\\k<sign>${DAY})?(?:[t ]00:00(?::00(?:\\.0+)?)?z?)?`,
  `${YEAR}(?<month>\\d\\d)(?<day>\\d\\d)`,
  `${WEEKDAY}${DAY} ?[-.] ?${MONTH} ?[-.] ?${YEAR}`,
  `${MONTH}[-./]${YEAR}`,
  `${WEEKDAY}(?:${DAY}${ORDINAL}[ .-]{1,2})?${NAME}[ -]?(?:de )?${YEAR}`,
  `${NAME} ${DAY}(?:st|nd|rd|th)?,? ${YEAR}`,
  `${YEAR} ${NAME}(?: ${DAY})?`,
  `(?:in )?(?:het jaar |jaar )?${YEAR}`,
  `${NAME} ?[-'’](?<short>\\d\\d)`,
  "(?<excel>[34]\\d{4})",
].map((pattern) => new RegExp(`^(?:${pattern})$`));
const SCHEME = /^(?:h{0,2}t{1,3}p{1,2}s? ?[:;]? ?[/\\]{1,3} ?(?=[\p{L}\d_])|htp{1,2}s?:?\/\/(?=[\p{L}\d_])|\/\/(?=[\p{L}\d_]))/iu;
const HOST = /^(?:www\d?\.[\p{L}\d_-]+\.[\p{L}\d_]|[\p{L}\d_-]+(?:\.[\p{L}\d_-]+)*\.(?:nl|com|org|net|eu|info|be|gov|edu|amsterdam|frl)(?=[/:?#\\]|$))/iu;
const LINK = /^(?:\[([^[\]]*)\]\(<?([^()<>\s]+)>?\)|([^\s<>]+) ?<([^<>\s]+)>)$/;
const FILE = /^https?:\/\/[^\s/]+\/\S*(?: [^\s:]+)*\.(?:pdf|docx?|xlsx?|pptx?|html?)(?=$|[?#])$/i;
const URL_FORM = /^https?:\/\/[^\s/?#@:.<>"\\^`{|}]+(?:\.+[^\s/?#@:.<>"\\^`{|}]+)+\.*(?::\d*)?(?:[/?#][^\s<>"\\^`{|}]*)?$/i;
const MAILBOX = /^[\wÀ-ɏ.+-]+@[\wÀ-ɏ-]+(?:\.[\wÀ-ɏ-]+)+$/;
const AT = / ?(?:\[at\]|\(at\)|\{at\}|＠) ?| @ ?|@ /gi;
const REDIRECTS = /** @type {const} */ ([
  [/^\w+\.safelinks\.protection\.outlook\.com$/, "/", ["url"]],
  [/^(?:www\.)?google\.(?:com|nl)$/, "/url", ["url", "q"]],
  [/^lm?\.facebook\.com$/, "/l.php", ["u"]],
  [/^(?:www\.)?linkedin\.com$/, "/redir/redirect", ["url"]],
]);
const PROOFPOINT = /^https:\/\/urldefense\.com\/v3\/__(https?:\/{1,2}.+?)__;.*$/;
const TRACKING =
  /^(?:utm_\w+|(?:fb|g|dc?|y|tt|tw)clid|msclkid|[wg]braid|mc_[ce]id|mkt_tok|igshid|igsh|_hs(?:enc|mi)|li_fat_id|vero_id|wickedid|oly_(?:anon|enc)_id|_ga|_gl|pk_(?:campaign|kwd|source|medium)|mtm_\w+|dm_[it]|ecid|trk)$/i;

/** @type {Record<string, (text: string) => string | null>} by the type of the field */
const READERS = {
  day: (text) => [readDate(text)].find((date) => date?.length === 10) ?? null,
  "partial-date": readDate,
  number: (text) => /^(\d+)(?:[.,]0)?$/.exec(bare(text))?.[1] ?? null,
  boolean: (text) => ({ ja: "true", j: "true", yes: "true", y: "true", waar: "true", true: "true", wel: "true", nee: "false", neen: "false", n: "false", no: "false", onwaar: "false", false: "false", niet: "false" })[bare(text).toLowerCase()] ?? null,
  url: readAddress,
  "secure-url": (text) => [readAddress(text)].find((address) => address?.startsWith("https://")) ?? null,
  contact: readContact,
};

/** @type {(kind: string, text: string) => string | null} what was surely meant, when that is not what was written */
export function readMeant(kind, text) {
  const meant = text.length <= 2000 ? READERS[kind]?.(text) : null;
  return meant && meant !== text ? meant : null;
}

/** @param {string} text @param {string} signs @returns {string} without these at its ends */
function strip(text, signs) {
  let [start, end] = [0, text.length];
  while (start < end && signs.includes(text.charAt(start))) start += 1;
  while (end > start && signs.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

/** @param {string} text @returns {string} */
const oneLine = (text) => text.split(/\s+/).filter(Boolean).join(" ");

/** @param {string} text @returns {string} */
const bare = (text) => strip(oneLine(text.normalize("NFKC")), AROUND);

/** @param {string} text @returns {string | null} */
function readDate(text) {
  const plain = bare(text).toLowerCase().replace(/[\u2010-\u2015\u2212]/g, "-");
  const slashes = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(plain);
  if (slashes) {
    const [, first = "", second = "", year = ""] = slashes;
    const days = new Set([iso(year, second, first), iso(year, first, second)].filter(Boolean));
    return days.size === 1 ? ([...days][0] ?? null) : null;
  }
  const found = DATES.map((pattern) => pattern.exec(plain)?.groups).find(Boolean);
  if (!found) return null;
  if (found["excel"]) return new Date(Date.UTC(1899, 11, 30 + Number(plain))).toISOString().slice(0, 10);
  const named = MONTHS.findIndex((names) => names.includes(found["name"] ?? "")) + 1;
  return iso(found["year"] ?? `20${found["short"]}`, named ? String(named) : (found["month"] ?? ""), found["day"] ?? "");
}

/** @param {string} year @param {string} month "" when it is not known @param {string} day @returns {string | null} of one that exists */
function iso(year, month, day) {
  const parts = [year, ...(month ? [month.padStart(2, "0")] : []), ...(day ? [day.padStart(2, "0")] : [])];
  const date = parts.join("-");
  return year !== "0000" && isDay(`${date}-01-01`.slice(0, 10)) ? date : null;
}

/** @param {string} text @returns {string | null} a whole address, without what follows a reader about */
function readAddress(text) {
  const link = LINK.exec(text.trim());
  if (link) {
    const address = readAddress(link[2] ?? link[4] ?? "");
    return address && foldAddress(readAddress(link[1] ?? link[3] ?? "") ?? "") === foldAddress(address) ? address : null;
  }
  let whole = trim(text);
  const doi = /^(?:doi:? ?)?(10\.\d{4,9}\/[\w.;()/:-]+)$/i.exec(whole)?.[1];
  if (doi) return `https://doi.org/${doi}`;
  const scheme = SCHEME.exec(whole)?.[0];
  if (scheme) {
    const mark = /s/i.test(scheme) || scheme.startsWith("/") ? "https://" : "http://";
    if (!/^https?:\/\//i.test(scheme)) whole = mark + whole.slice(scheme.length);
    const inner = /^https?:\/\/(?=https?:\/)/i.exec(whole);
    if (inner) return readAddress(whole.slice(inner[0].length));
  } else if (HOST.test(whole)) whole = `https://${whole}`;
  whole = whole.replace(/\\/g, "/");
  if (whole.includes(" ") && FILE.test(whole)) whole = whole.replace(/ /g, "%20");
  return withoutTracking(follow(whole));
}

/** @param {string} address @returns {string} */
const foldAddress = (address) => address.toLowerCase().replace(/^https?:\/\/(?:www\.)?|\/$/g, "");

/** @param {string} text @returns {string} without the signs of the sentence around it */
function trim(text) {
  let rest = oneLine(text).replace(/^(?:url|link|website|webadres|bron): ?(?=\S)/i, "");
  while (rest && "<('\"“”„‘’«`[ ".includes(rest.charAt(0))) rest = rest.slice(1);
  const count = (/** @type {string} */ sign) => rest.split(sign).length;
  while (rest) {
    const last = rest.slice(-1);
    const isOpen = (last === ")" && count(")") > count("(")) || (last === "]" && count("]") > count("["));
    if (!LOOSE.includes(last) && !isOpen) break;
    rest = rest.slice(0, -1);
  }
  return rest;
}

/** @param {string} address @returns {string} where it leads, when a program put it in place of the real one */
function follow(address) {
  const proofpoint = PROOFPOINT.exec(address)?.[1];
  if (proofpoint) return proofpoint.replace(/^(https?):\/(?!\/)/, "$1://");
  if (!URL_FORM.test(address)) return address;
  const { host, pathname, searchParams } = new URL(address);
  const names = REDIRECTS.find(([pattern, path]) => pattern.test(host) && path === pathname)?.[2] ?? [];
  return names.map((name) => searchParams.get(name)).find(Boolean) ?? address;
}

/** @param {string} address @returns {string | null} null for no address */
function withoutTracking(address) {
  const [, before = "", query, hash = ""] = /^([^?]*)(?:\?([^#]*)(#.*)?)?$/s.exec(address) ?? [];
  const kept = (query ?? "").split("&").filter((part) => !TRACKING.test(part.split("=")[0] ?? "")).join("&");
  const made = query === undefined || kept === query ? address : `${before}${kept && "?"}${kept}${hash}`;
  return URL_FORM.test(made) ? made : null;
}

/** @param {string} text @returns {string | null} */
function readContact(text) {
  const mailbox = bare(text).replace(/^(?:mailto|e-?mail|mail|contact): ?|\?(?:subject|body|cc)=.*$/gi, "").replace(AT, "@");
  if (!mailbox.includes("@")) return readAddress(text);
  return MAILBOX.test(mailbox) ? mailbox : null;
}
