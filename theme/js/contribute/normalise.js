/** Normalise dates, addresses and numbers to the form of the schema, like `domain/normalise.py` and with its words and examples. */
import { isDay } from "../lib/days.js";
import { bare, CITED, oneLine } from "../lib/text.js";

/**
 * @typedef {"link" | "file" | "comma" | "doi" | "proofpoint" | "tracking" | "url" | "mailbox"} Address
 *
 * @typedef {object} Spellings words and patterns of `texts/spellings.yaml`, from `exports/form_data.py`
 * @property {string} around characters to strip from both ends of a word
 * @property {string} loose characters to strip from the end of an address
 * @property {readonly string[][]} months the names of each
 * @property {readonly string[]} dates
 * @property {Record<Address, string>} addresses
 * @property {readonly { host: string, path: string, names: string[] }[]} redirects
 */

const LONGEST = 2000;
const SCHEME = /^(?:h{0,2}t{1,3}p{1,2}s? ?[:;]? ?[/\\]{1,3} ?(?=[\p{L}\d_])|htp{1,2}s?:?\/\/(?=[\p{L}\d_])|\/\/(?=[\p{L}\d_]))/iu;
const HOST = /^(?:www\d?\.[\p{L}\d_-]+\.[\p{L}\d_]|[\p{L}\d_-]+(?:\.[\p{L}\d_-]+)*\.(?:nl|com|org|net|eu|info|be|gov|edu|amsterdam|frl)(?=[/:?#\\]|$))/iu;
const AT = / ?(?:\[at\]|\(at\)|\{at\}|＠) ?| @ ?|@ /gi;

/** @param {string} source @returns {RegExp} for a whole text */
const whole = (source) => new RegExp(`^(?:${source})$`, "i");

export class Normaliser {
  /** @param {Spellings} words */
  constructor(words) {
    this.words = words;
    this.dates = words.dates.map(whole);
    this.redirects = words.redirects.map(({ host, ...site }) => ({ ...site, host: whole(host) }));
    this.address = /** @type {Record<Address, RegExp>} */ (Object.fromEntries(Object.entries(words.addresses).map(([name, source]) => [name, whole(source)])));
    /** @type {Record<string, (text: string) => string | null>} by the type of the field */
    this.readers = {
      day: (text) => [this.#date(text)].find((date) => date?.length === 10) ?? null,
      "partial-date": (text) => this.#date(text),
      number: (text) => /^(\d+)(?:[.,]0{1,2})?$/.exec(this.#bareNumber(text))?.[1] ?? null,
      url: (text) => this.#address(text),
      "secure-url": (text) => [this.#address(text)].find((address) => address?.startsWith("https://")) ?? null,
      contact: (text) => this.#contact(text),
    };
  }

  /** @type {(kind: string, text: string) => string | null} the normalised text, if it is certain and differs */
  read(kind, text) {
    const meant = text.length <= LONGEST ? this.readers[kind]?.(text) : null;
    return meant && meant !== text ? meant : null;
  }

  /** @param {string} text @returns {string} */
  #bare(text) {
    return bare(text, this.words.around);
  }

  /** @param {string} text @returns {string} what has digits, with a nought for each letter O beside them */
  #bareNumber(text) {
    return this.#bare(text).replace(/O+(?=\d)|\dO+/g, (found) => found.replaceAll("O", "0"));
  }

  /** @param {string} text @returns {string | null} */
  #date(text) {
    const plain = this.#bareNumber(text).toLowerCase().replace(/[\u2010-\u2015\u2212]/g, "-");
    const slashes = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(plain);
    if (slashes) {
      const [, first = "", second = "", year = ""] = slashes;
      const days = new Set([iso(year, second, first), iso(year, first, second)].filter(Boolean));
      return days.size === 1 ? ([...days][0] ?? null) : null;
    }
    const found = this.dates.map((pattern) => pattern.exec(plain)?.groups).find(Boolean);
    if (!found) return null;
    if (found["excel"]) return new Date(Date.UTC(1899, 11, 30 + Number(plain))).toISOString().slice(0, 10);
    const named = this.words.months.findIndex((names) => names.includes(found["name"] ?? "")) + 1;
    const [year, month, day] = [found["year"] ?? `20${found["short"]}`, named ? String(named) : (found["month"] ?? ""), found["day"] ?? ""];
    return iso(year, month, day) ?? (day && !named ? iso(year, day, month) : null);
  }

  /** @param {string} text @returns {string | null} a complete address, without tracking parameters */
  #address(text) {
    const link = this.address.link.exec(text.trim());
    if (link) {
      const address = this.#address(link[2] ?? link[4] ?? "");
      return address && fold(this.#address(link[1] ?? link[3] ?? "") ?? "") === fold(address) ? address : null;
    }
    if (/(?:\.{3}|…)\s*$/.test(text)) return null; // the end of it was cut off
    let address = this.#trim(text).replace(/^(https?:\/\/\S+?)\1$/, "$1").replace(this.address.comma, "$1.$2");
    const doi = this.address.doi.exec(address)?.[1];
    if (doi) return `https://doi.org/${doi}`;
    const scheme = SCHEME.exec(address)?.[0];
    if (scheme) {
      const mark = /s/i.test(scheme) || scheme.startsWith("/") ? "https://" : "http://";
      if (!/^https?:\/\//i.test(scheme)) address = mark + address.slice(scheme.length);
      const inner = /^https?:\/\/(?=https?:\/)/i.exec(address);
      if (inner) return this.#address(address.slice(inner[0].length));
    } else if (HOST.test(address)) address = `https://${address}`;
    address = address.replace(/\\/g, "/").replace(/&amp;/g, "&");
    if (address.includes(" ") && this.address.file.test(address)) address = address.replace(/ /g, "%20");
    return this.#withoutTracking(this.#follow(address));
  }

  /** @param {string} text @returns {string} without surrounding punctuation */
  #trim(text) {
    let rest = oneLine(text).replace(/^(?:url|link|website|webadres|bron): ?(?=\S)/i, "").replace(/^[<('"“”„‘’«`[ ]+/, "").replace(CITED, "");
    const count = (/** @type {string} */ sign) => rest.split(sign).length;
    while (rest) {
      const last = rest.slice(-1);
      const isOpen = (last === ")" && count(")") > count("(")) || (last === "]" && count("]") > count("["));
      if (!this.words.loose.includes(last) && !isOpen) break;
      rest = rest.slice(0, -1);
    }
    return rest;
  }

  /** @param {string} address @returns {string} the target of a redirect that a mail or search program put in its place */
  #follow(address) {
    const proofpoint = this.address.proofpoint.exec(address)?.[1];
    if (proofpoint) return proofpoint.replace(/^(https?):\/(?!\/)/, "$1://");
    if (!this.address.url.test(address)) return address;
    const { host, pathname, searchParams } = new URL(address);
    const names = this.redirects.find((site) => site.host.test(host) && site.path === pathname)?.names ?? [];
    return names.map((name) => searchParams.get(name)).find(Boolean) ?? address;
  }

  /** @param {string} address @returns {string | null} null if it is no address */
  #withoutTracking(address) {
    const [, before = "", query, hash = ""] = /^([^?]*)(?:\?([^#]*)(#.*)?)?$/s.exec(address) ?? [];
    const rest = (query ?? "").split("&").filter((part) => !this.address.tracking.test(part.split("=")[0] ?? "")).join("&");
    const made = query === undefined || rest === query ? address : `${before}${rest && "?"}${rest}${hash}`;
    return this.address.url.test(made) ? made : null;
  }

  /** @param {string} text @returns {string | null} */
  #contact(text) {
    const mailbox = this.#bare(text).replace(/^(?:mailto|e-?mail|mail|contact): ?|\?(?:subject|body|cc)=.*$/gi, "").replace(AT, "@").replace(this.address.comma, "$1.$2");
    if (!mailbox.includes("@")) return this.#address(text);
    return this.address.mailbox.test(mailbox) ? mailbox : null;
  }
}

/** @param {string} year @param {string} month "" when it is not known @param {string} day @returns {string | null} null if it does not exist */
function iso(year, month, day) {
  const parts = [year, ...(month ? [month.padStart(2, "0")] : []), ...(day ? [day.padStart(2, "0")] : [])];
  const date = parts.join("-");
  return year !== "0000" && isDay(`${date}-01-01`.slice(0, 10)) ? date : null;
}

/** @param {string} address @returns {string} */
const fold = (address) => address.toLowerCase().replace(/^https?:\/\/(?:www\.)?|\/$/g, "");
