/** The address at which a project takes an issue; it can be filled in, as far as an address can be long. */
import { query } from "./mail.js";

/** What servers take at least; GitHub answers 414 from 8 kB on. */
export const LONGEST_ADDRESS = 7500;

/** @type {Record<string, { page: string, title: string, text: string }>} */
const FORMS = {
  github: { page: "/issues/new", title: "title", text: "body" },
  gitlab: { page: "/-/issues/new", title: "issue[title]", text: "issue[description]" },
};

/**
 * @param {{ repository: string, forge: string }} project the address of its page, and "github", "gitlab" or "" for another
 * @param {string} title
 * @param {string} text
 * @param {string} instead of a text that is too long
 * @returns {{ address: string, isFilled: boolean }} of another forge only the page of the project is known
 */
export function issueAddress({ repository, forge }, title, text, instead) {
  const form = FORMS[forge];
  if (!form) return { address: repository, isFilled: false };
  const make = (/** @type {string} */ body) => `${repository}${form.page}?${query({ [form.title]: title, [form.text]: body })}`;
  const filled = make(text);
  return filled.length <= LONGEST_ADDRESS ? { address: filled, isFilled: true } : { address: make(instead), isFilled: false };
}
