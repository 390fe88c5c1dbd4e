/** The ways out: each file that was made, with a proposal, a letter, a download and a copy. */
import { copyText } from "../lib/clipboard.js";
import { copier, fill } from "../lib/dom.js";
import { editDoor, mailDoor, newFileDoor } from "./addresses.js";
import { COPIED, NOT_COPIED, WAYS } from "./messages.js";

/** @import { MadeFile } from "./made-files.js" */

/**
 * @param {ParentNode} root
 * @param {MadeFile} file
 * @param {import("./addresses.js").Project & { mail: string }} project
 * @returns {HTMLElement}
 */
export function makeWays(root, file, project) {
  const made = copier(root, "file")();
  const name = file.path.split("/").at(-1) ?? "";
  fill(made, "heading", file.heading);
  fill(made, "advice", file.advice);
  fill(made, "text", file.text);
  fill(made, "name", name);
  if (!file.advice) made.querySelector("[data-slot=advice]")?.remove();

  const copy = async () => {
    const isCopied = await copyText(file.text);
    fill(made, "copied", isCopied ? COPIED : NOT_COPIED);
    const details = made.querySelector("details");
    if (!isCopied && details) details.open = true;
  };
  made.querySelector("[data-copy]")?.addEventListener("click", () => void copy());

  const door = file.isNew ? newFileDoor(project, file.path, file.text) : editDoor(project, file.path);
  const link = made.querySelector("[data-forge-link]");
  if (door && link instanceof HTMLAnchorElement) {
    link.href = door.address;
    link.target = "_blank";
    link.rel = "noopener";
    fill(made, "forge", project.forge === "gitlab" ? WAYS.gitlab : WAYS.github);
    fill(made, "forge-note", door.isFilled ? WAYS.filled : file.isNew ? WAYS.paste : WAYS.replace);
    if (!door.isFilled) link.addEventListener("click", () => void copy());
  } else made.querySelector("[data-way=forge]")?.remove();

  const letter = mailDoor(project.mail, WAYS.subject(file.title, file.isNew), file.text, WAYS.attached(name));
  const mail = made.querySelector("[data-mail-link]");
  if (letter && mail instanceof HTMLAnchorElement) {
    mail.href = letter.address;
    fill(made, "mail-note", letter.isFilled ? WAYS.mailFilled : WAYS.mailAttach);
  } else made.querySelector("[data-way=mail]")?.remove();

  const download = made.querySelector("[data-download]");
  if (download instanceof HTMLAnchorElement) {
    download.href = URL.createObjectURL(new Blob([file.text], { type: "text/markdown;charset=utf-8" }));
    download.download = name;
  }
  return made;
}
