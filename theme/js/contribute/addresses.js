/** The ways to send a text: a proposal at the project, or a letter. Both are addresses, and these have a limit. */
import { mailAddress, query } from "../lib/mail.js";

/**
 * @typedef {object} Project where the repository of the catalogue is
 * @property {string} repository the address of its page, "" when there is none
 * @property {string} forge "github", "gitlab" or "" when it is neither
 * @property {string} branch
 *
 * @typedef {object} Door an address at the project
 * @property {string} address
 * @property {boolean} isFilled whether the text comes along; otherwise it is pasted there
 */

/** What servers take at least; GitHub answers 414 from 8 kB on. */
export const LONGEST_ADDRESS = 7500;

/** @type {(project: Project, path: string, text: string) => Door | null} null when there is no such page */
export function newFileDoor({ repository, forge, branch }, path, text) {
  if (!repository || !forge) return null;
  if (forge === "gitlab") {
    // GitLab takes the name of a file from the address, and not its text.
    return { address: `${repository}/-/new/${branch}?${query({ file_name: path })}`, isFilled: false };
  }
  const empty = `${repository}/new/${branch}?${query({ filename: path })}`;
  const filled = `${empty}&${query({ value: text })}`;
  return filled.length <= LONGEST_ADDRESS ? { address: filled, isFilled: true } : { address: empty, isFilled: false };
}

/** @type {(project: Project, path: string) => Door | null} no forge takes the new text of a file from the address */
export function editDoor({ repository, forge, branch }, path) {
  if (!repository || !forge) return null;
  return { address: `${repository}/${forge === "gitlab" ? "-/" : ""}edit/${branch}/${path}`, isFilled: false };
}

/** @type {(mail: string, subject: string, text: string, instead: string) => Door | null} `instead` of what is too long */
export function mailDoor(mail, subject, text, instead) {
  if (!mail) return null;
  const { address, fits } = mailAddress(mail, subject, [text, instead]);
  return { address, isFilled: fits === 0 };
}
