/** The state of the comparison, which is in the address: which practices, in which order, and which rows. */
import { mailAddress } from "../lib/mail.js";
import { LIMIT, cleanSlugs, compareAddress } from "../selection/store.js";

const ONLY = "alleen";
const DIFFERENCES = "verschillen";

/**
 * @type {(search: string) => { slugs: string[], dropped: string[], onlyDifferences: boolean }}
 *   `dropped` are slugs that cannot be shown
 */
export function readAddress(search) {
  const parameters = new URLSearchParams(search);
  const asked = (parameters.get("p") ?? "").split(",").map((slug) => slug.trim()).filter(Boolean);
  const slugs = cleanSlugs(asked);
  const dropped = [...new Set(asked)].filter((slug) => !slugs.includes(slug));
  return { slugs, dropped, onlyDifferences: parameters.get(ONLY) === DIFFERENCES };
}

/** @param {string} path @param {readonly string[]} slugs @param {boolean} onlyDifferences @returns {string} */
export function writeAddress(path, slugs, onlyDifferences) {
  const address = compareAddress(path, slugs);
  return onlyDifferences && slugs.length > 0 ? `${address}&${ONLY}=${DIFFERENCES}` : address;
}

/** @type {(slugs: readonly string[], shown: readonly string[], slug: string, step: 1 | -1) => string[] | null} */
export function moveSlug(slugs, shown, slug, step) {
  const other = shown[shown.indexOf(slug) + step];
  return other === undefined ? null : slugs.map((one) => (one === slug ? other : one === other ? slug : one));
}

/** @type {(slugs: readonly string[], loaded: readonly import("./load.js").Loaded[]) => string[]} the current slugs of the practices */
export function currentSlugs(slugs, loaded) {
  return cleanSlugs(
    slugs.map((slug, at) => {
      const answer = loaded[at];
      return answer?.state === "found" ? answer.data.slug : slug;
    }),
  );
}

/** @param {readonly string[]} some @param {readonly string[]} others @returns {boolean} whether they are equal */
export function isSame(some, others) {
  return some.length === others.length && some.every((one, at) => one === others[at]);
}

/** @type {(missing: readonly string[], failed: readonly string[], dropped: readonly string[]) => string[]} */
export function describeProblems(missing, failed, dropped) {
  const unreadable = dropped.filter((slug) => cleanSlugs([slug]).length === 0);
  return [
    ...[...missing, ...unreadable].map((slug) => `De praktijk ‘${slug}’ staat niet of niet meer in de catalogus.`),
    ...(dropped.length > unreadable.length ? [`Er passen ${LIMIT} praktijken naast elkaar. De rest staat er niet bij.`] : []),
    ...failed.map((slug) => `De praktijk ‘${slug}’ kon niet worden geladen. Kijk of u verbinding hebt.`),
  ];
}

/** @param {number} count of practices @returns {string} "" below two */
export function describeComparison(count) {
  return count < 2 ? "" : `${count} praktijken naast elkaar.`;
}

/** @param {boolean} isHidden @param {number} count of rows without a difference @returns {string} */
export function describeSame(isHidden, count) {
  if (!isHidden) return "Alle rijen zijn te zien.";
  if (count === 0) return "Er zijn geen rijen zonder verschil.";
  return `${count === 1 ? "1 rij zonder verschil is" : `${count} rijen zonder verschil zijn`} verborgen.`;
}

/** @param {readonly string[]} titles @param {string} address @param {string} site @returns {string} a mail with the comparison */
export function mailComparison(titles, address, site) {
  const whole = ["Deze praktijken staan hier naast elkaar:", "", ...titles.map((title) => `- ${title}`), "", address].join("\n");
  return mailAddress("", `Praktijken vergelijken: ${site}`, [whole, address]).address;
}
