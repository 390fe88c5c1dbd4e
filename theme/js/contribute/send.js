/** The ways to send the package with all files: mail, share, open an issue, copy, or download. */
import { copyText } from "../lib/clipboard.js";
import { copyTemplate, element, fill } from "../lib/dom.js";
import { issueAddress } from "../lib/forge.js";
import { mailAddress } from "../lib/mail.js";
import { NOT_COPIED, WAYS } from "./messages.js";

/**
 * @import { MadeFile } from "./made-files.js"
 *
 * @typedef {object} Project where proposals go; each is "" when there is none
 * @property {string} mail
 * @property {string} repository
 * @property {string} forge
 */

const LONGEST_TITLE = 60; // characters; an emoji takes twelve in an address

/** @param {readonly MadeFile[]} files the practice is the last @returns {string} */
export function subjectOf(files) {
  const { title = "", isNew = true } = files.at(-1) ?? {};
  const characters = [...title];
  return WAYS.subject(characters.length > LONGEST_TITLE ? `${characters.slice(0, LONGEST_TITLE - 1).join("")}…` : title, isNew);
}

/** @param {string} mail @param {readonly MadeFile[]} files @returns {string} a link that opens a mail to paste the package into */
export function proposalAddress(mail, files) {
  return mailAddress(mail, subjectOf(files), [WAYS.mail]).address;
}

/** @type {(files: readonly MadeFile[], text: string, project: Project) => HTMLElement} `text` is the package */
export function makeWays(files, text, project) {
  const made = copyTemplate("package");
  const name = `voorstel-${files.at(-1)?.path.split("/").at(-1)?.replace(/\.md$/, "") ?? ""}.txt`;
  const file = new File([text], name, { type: "text/plain" });
  fill(made, "contents", files.map(({ heading }) => heading).join(" en "));
  fill(made, "text", text);
  fill(made, "name", name);

  const copy = async (/** @type {string} */ then) => {
    const isCopied = await copyText(text, `<pre>${text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`)}</pre>`);
    fill(made, "status", isCopied ? then : NOT_COPIED);
    if (!isCopied) element(made, "details", HTMLDetailsElement).open = true;
  };
  element(made, "[data-copy]", HTMLButtonElement).addEventListener("click", () => void copy(project.mail ? WAYS.copiedFor(project.mail) : WAYS.copied));
  offerMail(made, project.mail && proposalAddress(project.mail, files), copy);
  offerShare(made, file, project.mail);
  offerIssue(made, project.repository && issueAddress(project, subjectOf(files), text, WAYS.pasteHere), project.forge, copy);

  const download = element(made, "[data-download]", HTMLAnchorElement);
  download.href = URL.createObjectURL(file);
  download.download = name;
  return made;
}

/** @type {(made: HTMLElement, address: string, copy: (then: string) => Promise<void>) => void} */
function offerMail(made, address, copy) {
  if (!address) return made.querySelector("[data-way=mail]")?.remove();
  const link = element(made, "[data-mail-link]", HTMLAnchorElement);
  link.href = address;
  link.addEventListener("click", async (event) => {
    event.preventDefault();
    await copy(WAYS.mailOpened); // before the mail program opens: a browser only copies while it has the focus
    location.href = address;
  });
}

/** @type {(made: HTMLElement, file: File, mail: string) => void} by the share menu, on touch devices */
function offerShare(made, file, mail) {
  const canShare = matchMedia("(pointer: coarse)").matches && navigator.canShare?.({ files: [file] });
  if (!canShare) return made.querySelector("[data-way=share]")?.remove();
  fill(made, "share-note", mail ? WAYS.shareTo(mail) : WAYS.share);
  element(made, "[data-share]", HTMLButtonElement).addEventListener("click", () => {
    navigator.share({ files: [file], title: file.name }).then(() => fill(made, "status", WAYS.shared), () => {}); // cancelled
  });
}

/** @type {(made: HTMLElement, door: { address: string, isFilled: boolean } | "", forge: string, copy: (then: string) => Promise<void>) => void} */
function offerIssue(made, door, forge, copy) {
  if (!door) return made.querySelector("[data-way=forge]")?.remove();
  const link = element(made, "[data-forge-link]", HTMLAnchorElement);
  Object.assign(link, { href: door.address, target: "_blank", rel: "noopener" });
  fill(made, "forge", WAYS.forges[forge] ?? WAYS.project);
  fill(made, "forge-note", door.isFilled ? WAYS.filled : WAYS.paste);
  if (!door.isFilled) link.addEventListener("click", () => void copy(WAYS.issueOpened));
}
