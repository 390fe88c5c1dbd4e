/** Preview the practice with the components of its page. */
import { describeDate } from "../lib/days.js";
import { copyTemplate, fill, make } from "../lib/dom.js";
import { parseHtml } from "../lib/parse-html.js";
import { isEmpty, isMap } from "./entry-text.js";
import { PREVIEW } from "./messages.js";
import { reviewDay } from "./rules.js";

/**
 * @import { Part, Value, Values } from "./entry-text.js"
 *
 * @typedef {(map: Record<string, string>) => [title: string, origin: string, remark: string]} Write
 *
 * @typedef {object} Words
 * @property {(key: string, value: Value) => string} nameOf the label of a value
 * @property {(key: string, value: string) => string} meaningOf
 * @property {readonly { key: string, label: string, meaning: string }[]} facts
 * @property {(text: string) => string} htmlOf renders Markdown; HTML in the text is escaped
 * @property {readonly string[]} levels of evidence, the lowest first
 * @property {(key: string) => string} labelOf
 */

const ADVICE = ["werkzaam", "aanpasbaar", "voorwaarden", "niet_geschikt"];

/** @type {(values: Values, parts: readonly Part[], words: Words) => HTMLElement} */
export function makePreview(values, parts, words) {
  const article = copyTemplate("preview");
  const text = (/** @type {string} */ key) => (typeof values[key] === "string" ? values[key] : "");
  fill(article, "title", text("titel") || PREVIEW.untitled);
  fill(article, "summary", text("samenvatting"));
  fill(article, "facts", ...facts(values, words));

  const sections = parts.filter((part) => part.text.trim()).map((part) => {
    const section = copyTemplate("section");
    fill(section, "heading", part.heading);
    if (!part.heading) section.querySelector("h5")?.remove();
    fill(section, "content", ...nodesOf(words.htmlOf(part.text)));
    return section;
  });
  const advice = ADVICE.filter((key) => !isEmpty(values[key])).map((key) => {
    const block = copyTemplate("advice");
    fill(block, "heading", words.labelOf(key));
    fill(block, "items", ...listOf(values[key]).map((item) => make("li", {}, String(item))));
    return block;
  });
  fill(
    article,
    "text",
    ...sections,
    ...partOf(PREVIEW.copy, advice.length ? [make("div", { class: "mvo-advice" }, ...advice)] : []),
    ...partOf(PREVIEW.adoptions, listed(values["overgenomen"], (map) => [
      `${words.nameOf("overgenomen.corporatie", map["corporatie"] ?? "")}, ${map["jaar"] ?? ""}`,
      map["aangepast"] ? PREVIEW.adapted + map["aangepast"] : "",
      [map["resultaat"] ? PREVIEW.result + map["resultaat"] : "", PREVIEW.again[/** @type {"true"} */ (map["opnieuw"])] ?? ""].filter(Boolean).join(" "),
    ])),
    ...partOf(PREVIEW.materials, listed(values["materialen"], (map) => [map["titel"] ?? "", words.nameOf("materialen.soort", map["soort"] ?? ""), ""], "url")),
    ...partOf(PREVIEW.sources, listed(values["bronnen"], (map) => [
      map["titel"] ?? "",
      [[map["uitgever"], map["datum"] && describeDate(map["datum"])].filter(Boolean).join(", "), words.nameOf("bronnen.soort", map["soort"] ?? "")].filter(Boolean).join(" · "),
      map["opmerking"] ?? "",
    ], "url")),
  );
  return article;
}

/** @param {Values} values @param {Words} words @returns {HTMLElement[]} */
function facts(values, words) {
  const fact = (/** @type {string} */ label, /** @type {string | Node} */ value, explanation = "") => {
    const made = copyTemplate("fact");
    fill(made, "label", label);
    fill(made, "value", value);
    if (explanation) fill(made, "explanation", explanation);
    else made.querySelector("[data-slot=explanation]")?.remove();
    return made;
  };
  const names = (/** @type {string} */ key) => listOf(values[key]).map((value) => words.nameOf(key, value)).join(", ");
  const made = [];
  const level = String(values["onderbouwing"] ?? "");
  if (level) {
    const evidence = copyTemplate("evidence");
    const rank = words.levels.indexOf(level) + 1;
    evidence.dataset["rank"] = String(rank);
    fill(evidence, "level", words.nameOf("onderbouwing", level) + (rank > 1 ? ` (${rank} van ${words.levels.length})` : ""));
    const wide = fact(words.facts[0]?.label ?? "", evidence, words.meaningOf("onderbouwing", level));
    wide.classList.add("mvo-facts__fact--wide");
    made.push(wide);
  }
  const [associations, partners] = [names("corporaties"), [names("partners"), names("ook_betrokken")].filter(Boolean).join(", ")];
  if (associations) made.push(fact(PREVIEW.by, associations));
  if (partners) made.push(fact(associations ? PREVIEW.with : PREVIEW.by, partners));
  for (const { key, label, meaning } of words.facts.slice(1)) {
    const value = wordsOf(key, values[key] ?? "", words);
    if (value) made.push(fact(label, value, meaning));
  }
  if (names("themas")) made.push(fact(PREVIEW.topics, names("themas")));
  const reviewed = reviewDay(values);
  if (reviewed) made.push(fact(PREVIEW.reviewed, describeDate(reviewed)));
  return made;
}

/** @param {string} key @param {Value} value @param {Words} words @returns {string} */
function wordsOf(key, value, words) {
  if (isEmpty(value)) return "";
  if (typeof value === "string") return words.nameOf(key, value);
  if (Array.isArray(value)) return value.map((item) => words.nameOf(key, item)).join(", ");
  if (key === "periode") return PREVIEW.since(String(value["start"] ?? ""), String(value["eind"] ?? ""));
  return Object.entries(value).map(([inner, item]) => words.nameOf(`${key}.${inner}`, item)).join(". ");
}

/** @type {(heading: string, content: HTMLElement[]) => HTMLElement[]} nothing without content */
function partOf(heading, content) {
  if (!content.length) return [];
  const part = copyTemplate("part");
  fill(part, "heading", heading);
  fill(part, "content", ...content);
  return [part];
}

/** @type {(value: Value | undefined, write: Write, address?: string) => HTMLElement[]} `address` is the key with the address */
function listed(value, write, address = "") {
  const items = listOf(value).map((item) => {
    const map = /** @type {Record<string, string>} */ (isMap(item) ? item : {});
    const [title, origin, remark] = write(map);
    const made = copyTemplate("source");
    const url = map[address] ?? "";
    fill(made, "title", /^https?:\/\/\S+$/.test(url) ? make("a", { class: "nl-link", href: url }, title) : title);
    for (const [slot, words] of [["origin", origin], ["remark", remark]]) {
      if (words) fill(made, String(slot), words);
      else made.querySelector(`[data-slot=${slot}]`)?.remove();
    }
    return made;
  });
  return items.length ? [make("ul", { class: "mvo-plain-list mvo-sources" }, ...items)] : [];
}

/** @param {Value | undefined} value @returns {Value[]} */
function listOf(value) {
  return Array.isArray(value) ? value : [];
}

/** @param {string} html rendered by us @returns {Node[]} its nodes */
function nodesOf(html) {
  return [...parseHtml(html).body.childNodes];
}
