/** The ways out: each file that was made, with a proposal, a letter, a download and a copy. */
import { copyText } from "../lib/clipboard.js";
import { copier, element, fill } from "../lib/dom.js";
import { editDoor, mailDoor, newFileDoor } from "./addresses.js";
import { COPIED, NOT_COPIED, WAYS } from "./messages.js";

/**
 * @import { Project } from "./addresses.js"
 * @import { MadeFile } from "./made-files.js"
 */

/** @type {(root: ParentNode, file: MadeFile, project: Project & { mail: string }) => HTMLElement} */
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
    if (!isCopied) element(made, "details", HTMLDetailsElement).open = true;
  };
  element(made, "[data-copy]", HTMLButtonElement).addEventListener("click", () => void copy());

  const door = file.isNew ? newFileDoor(project, file.path, file.text) : editDoor(project, file.path);
  if (door) {
    const link = element(made, "[data-forge-link]", HTMLAnchorElement);
    Object.assign(link, { href: door.address, target: "_blank", rel: "noopener" });
    fill(made, "forge", project.forge === "gitlab" ? WAYS.gitlab : WAYS.github);
    fill(made, "forge-note", door.isFilled ? WAYS.filled : file.isNew ? WAYS.paste : WAYS.replace);
    if (!door.isFilled) link.addEventListener("click", () => void copy());
  } else made.querySelector("[data-way=forge]")?.remove();

  const letter = mailDoor(project.mail, WAYS.subject(file.title, file.isNew), file.text, WAYS.attached(name));
  if (letter) {
    element(made, "[data-mail-link]", HTMLAnchorElement).href = letter.address;
    fill(made, "mail-note", letter.isFilled ? WAYS.mailFilled : WAYS.mailAttach);
  } else made.querySelector("[data-way=mail]")?.remove();

  const download = element(made, "[data-download]", HTMLAnchorElement);
  download.href = URL.createObjectURL(new Blob([file.text], { type: "text/markdown;charset=utf-8" }));
  download.download = name;
  return made;
}
