/** The address of the form for a new issue, filled in as far as the length of an address allows. */
import { query } from "./mail.js";

/** The longest address that servers accept; GitHub answers 414 from 8 kB on. */
export const LONGEST_ADDRESS = 7500;

/** @type {Record<string, { page: string, title: string, text: string }>} */
const FORMS = {
  github: { page: "/issues/new", title: "title", text: "body" },
  gitlab: { page: "/-/issues/new", title: "issue[title]", text: "issue[description]" },
};

/**
 * @param {{ repository: string, forge: string }} project its address, and "github", "gitlab" or "" for any other forge
 * @param {string} title
 * @param {string} text
 * @param {string} instead replaces a text that is too long
 * @returns {{ address: string, isFilled: boolean }} of any other forge: the page of the project
 */
export function issueAddress({ repository, forge }, title, text, instead) {
  const form = FORMS[forge];
  if (!form) return { address: repository, isFilled: false };
  const make = (/** @type {string} */ body) => `${repository}${form.page}?${query({ [form.title]: title, [form.text]: body })}`;
  const filled = make(text);
  return filled.length <= LONGEST_ADDRESS ? { address: filled, isFilled: true } : { address: make(instead), isFilled: false };
}
