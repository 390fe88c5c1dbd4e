/**
 * Rewrite a step of others for the reader's organisation: its name replaces that of the others, and blanks replace the names of
 * partners, places and numbers. Later sentences that name them are examples, and are left out.
 */
import { splitSentences } from "../lib/text.js";
import { clean } from "../papers/text.js";

/** @import { Practice } from "../practice-data.js" */

const NOUN = "(?:(\\p{Ll}*(?:bouwer|aannemer|sloper|bedrijf|bureau|adviseur|architect|partner|ontwikkelaar|organisatie|instelling|fonds|school|winkel|supermarkt|opdrachtgever)) )?";
const COUNTED = "\\p{Ll}*(?:corporaties|gemeenten|organisaties|bedrijven|partijen|winkels|huishoudens|woningen|appartementen|boeren|bewoners|huurders|kandidaten|leerlingen|medewerkers|jongeren|gezinnen|complexen|facilitators|studenten)";
const IN_WORDS = "drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|dertien|veertien|vijftien|zestien|zeventien|achttien|negentien|twintig|dertig|veertig|vijftig|honderd";
const PERIODS = "uur|uren|dagen|weken|maanden|jaar|minuten";
const YEARS = / (?:in|op|sinds|vanaf|eind|begin|medio)(?: \d{1,2})?(?: (?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|het voorjaar van|de zomer van|het najaar van))? (?:19|20)\d\d\b/gu;

/** @param {string} text @returns {string} */
const escape = (text) => text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
/** The start of a word; the oldest browsers that we support have no lookbehind. */
const BEFORE = "(^|[^\\p{L}\\p{N}-])";
/** @type {(names: readonly string[]) => string} a pattern for any of the names as a whole word, the longest first; it matches nothing without names */
const anyOf = (names) => `(?:${names.length ? [...names].sort((one, other) => other.length - one.length).map(escape).join("|") : "(?!)"})(?![\\p{L}\\p{N}-])`;
/** @param {string} text @returns {string} */
const withCapital = (text) => text.replace(/^(\[?)(\p{Ll})/u, (_, bracket, letter) => bracket + letter.toUpperCase());

/** @type {(task: string, practice: Practice, us: string) => string} `us` is the name of the corporatie that makes the plan, or "" */
export function sayOfUs(task, practice, us) {
  const places = placesOf(practice);
  const doers = practice.corporaties.flatMap(({ naam }) => [clean(naam), ...places.filter((place) => naam.endsWith(` ${place}`)).map((place) => clean(naam).slice(0, -place.length - 1))]);
  const theirs = new RegExp(BEFORE + anyOf([...rolesOf(practice).keys(), ...places, ...(practice.corporaties.length > 1 ? doers : [])]), "u");
  const example = new RegExp(`^Hier |\\b(?:doet|noemt) dat\\b|(?:^|\\P{L})(?:bij|in|volgens) ${anyOf([...doers, ...places])}`, "iu");
  const [first = "", ...more] = splitSentences(task);
  const kept = [first, ...more.filter((sentence) => !theirs.test(sentence) && !example.test(sentence))];
  return kept.map((sentence) => withCapital(withoutFigures(withoutNames(sentence, practice, doers, us || "onze corporatie")))).join(" ");
}

/** @type {(sentence: string, practice: Practice, doers: readonly string[], us: string) => string} */
function withoutNames(sentence, practice, doers, us) {
  const doer = anyOf(doers);
  let ours = sentence
    .replace(new RegExp(`${BEFORE}${doer}(?:, ${doer})*,? en ${doer}`, "gu"), "$1de corporaties")
    .replace(new RegExp(`${BEFORE}(?:(?:[Dd]e |[Ee]en )?(?:[Ww]oningcorporatie|[Cc]orporatie|[Oo]pdrachtgever) )?${doer}`, "gu"), (_, before) => before + us)
    .replace(/(^|[^\p{L}-])de corporatie(?![\p{L}\p{N}-])/giu, (_, before) => before + us)
    .replace(new RegExp(`${escape(us)}(?:(?:, | en )${escape(us)})+`, "gu"), () => us)
    .replace(/ \(\p{Lu}[\p{L}.-]*\p{Ll}[^)]*\)/gu, "");
  for (const [name, role] of rolesOf(practice)) {
    if (role === "gemeente") ours = ours.replace(new RegExp(`${BEFORE}(?:de )?${anyOf([name])}`, "giu"), "$1de gemeente");
    else ours = ours.replace(new RegExp(`${BEFORE}(?:(?:de|het|een) )?${NOUN}(?:(?:de|het) )?${anyOf([name])}(?: \\([^)]*\\))?`, "giu"), (_, before, noun) => `${before}[${noun?.toLowerCase() ?? role}]`);
  }
  ours = ours.replace(new RegExp(`(?:(?:de|het|een) )?${NOUN.slice(0, -1)}\\p{Lu}[\\p{L}-]+(?: \\p{Lu}[\\p{L}-]+)*`, "gu"), "[$1]");
  return placesOf(practice).reduce((text, place) => text.replace(new RegExp(`(^|[^\\p{L}-])${escape(place)}s?e (?=\\p{Ll})`, "gu"), "$1").replace(new RegExp(BEFORE + anyOf([place]), "gu"), "$1[plaats]"), ours);
}

/** @param {string} sentence @returns {string} with a blank for each number; durations stay as a proposal */
function withoutFigures(sentence) {
  return sentence
    .replace(YEARS, "")
    .replace(/ \((?:19|20)\d\d\)/g, "")
    .replace(/€ ?\d(?:[\d.,]*\d)?(?: (?:miljoen|ton))?/g, "€ [bedrag]")
    .replace(/(^|[^\d.,])\d[\d.,]*(?: miljoen)? euro/g, "$1[bedrag] euro")
    .replace(/(^|[^\p{L}\d-])\d+(?:[.,]\d+)?(?:%| procent)/gu, "$1[percentage] procent")
    .replace(new RegExp(`(^|[^\\p{L}\\d-])(\\d+(?: tot (?:en met )?\\d+)?)(?= (?:${PERIODS})(?!\\p{L}))`, "gu"), "$1[$2]")
    .replace(/((?:groep|label|fase|trede|artikel|met|dag|niveau(?: \d of)?) |^|[^\p{L}\d[/-])\d+(?:[.,]\d+)*(?![\p{L}\d\]/-]| tot en met)/gu, (all, before) => (before.length > 1 ? all : `${before}[aantal]`))
    .replace(/(\[\p{Ll}[^\]]*\])(?:, \1)*,? en \1/gu, "$1")
    .replace(new RegExp(`(^|\\P{L})(?:${IN_WORDS})(?= (?:\\p{L}+ ){0,2}${COUNTED}(?!\\p{L}))`, "giu"), "$1[aantal]");
}

/** @param {Practice} practice @returns {Map<string, string>} the role of each partner by the names that it has in a text, the longest name first */
function rolesOf({ partners, ook_betrokken }) {
  /** @type {[name: string, role: string][]} */
  const known = partners.flatMap(({ naam, soort }) => {
    const [name, short] = [clean(naam), clean(naam).replace(/^(?:de|het|stichting|nederlandse|nationaal|gemeente) /iu, "")];
    const role = soort.sleutel === "gemeente" && /^gemeente /i.test(name) ? "gemeente" : soort.heet;
    return [name, ...(role !== "gemeente" && short !== name ? [short] : [])].map((one) => /** @type {[string, string]} */ ([one, role]));
  });
  const also = ook_betrokken.map((text) => /^(\p{Lu}(?:[^(,;]* \p{Lu})?[^(,; ]*)(?:, [^(]*)?(?: \((\p{Ll}+)\))?$/u.exec(clean(text)));
  const named = also.flatMap((found) => (found ? [/** @type {[string, string]} */ ([found[1] ?? "", found[2] ?? "partner"])] : []));
  return new Map([...known, ...named].sort(([one], [other]) => other.length - one.length));
}

/** @param {Practice} practice @returns {string[]} its places, and the places that those are part of */
function placesOf({ plaatsen }) {
  return [...new Set(plaatsen.flatMap((place) => clean(place).split(/[(),]/)).map((place) => place.trim()).filter((place) => place.length > 2))];
}
