/** The feedback form: fills in the page it is about, and makes a mail or a public issue of the message. Nothing is stored. */
import { copyText } from "../lib/clipboard.js";
import { element, fill } from "../lib/dom.js";
import { issueAddress } from "../lib/forge.js";
import { mailAddress } from "../lib/mail.js";
import { readSubject, writeMessage } from "./message.js";

const PASTE = "Plak hier uw bericht (Ctrl+V)."; // instead of a message that is too long for a link

const root = document.querySelector('[data-module="feedback"]');
if (root instanceof HTMLElement) start(root);

/** @param {HTMLElement} root */
function start(root) {
  const { site = "", notFound = "", repository = "", forge = "" } = root.dataset;
  const form = element(root, "[data-form]", HTMLFormElement);
  const kinds = element(form, "select", HTMLSelectElement);
  const page = element(form, "input", HTMLInputElement);
  const message = element(form, "textarea", HTMLTextAreaElement);
  const error = element(form, ".mvo-field__error", HTMLElement);
  const subject = readSubject(location.search, { site, notFound, referrer: document.referrer });
  if ([...kinds.options].some(({ value }) => value === subject.kind)) kinds.value = subject.kind;
  page.value ||= subject.page; // unless the browser restored what was filled in

  const show = () => {
    const [{ label, value, dataset } = new Option()] = kinds.selectedOptions;
    const text = writeMessage(page.value, message.value);
    const { mail = "", hint = "" } = dataset;
    offer("mail", mail && mailAddress(mail, label, [text, PASTE]).address);
    offer("public", dataset.public ? issueAddress({ repository, forge }, label, text, PASTE).address : "");
    fill(form, "hint", hint);
    fill(form, "where", mail ? `Plak het in een mail aan ${mail}.` : "Plak het in een melding op de projectpagina.");
    element(form, "[data-for]", HTMLElement).hidden = value !== "praktijk";
    if (message.value.trim()) refuse(false);
  };
  /** @param {string} way @param {string} address "" when it is not available */
  const offer = (way, address) => {
    const item = element(form, `[data-way="${way}"]`, HTMLElement);
    item.hidden = !address;
    element(item, "a", HTMLAnchorElement).href = address;
  };
  /** @param {boolean} isEmpty */
  const refuse = (isEmpty) => {
    error.hidden = !isEmpty;
    message.setAttribute("aria-invalid", String(isEmpty));
    message.parentElement?.classList.toggle("mvo-field--invalid", isEmpty);
  };
  form.addEventListener("input", show);
  form.addEventListener("submit", (event) => event.preventDefault());
  element(form, ".mvo-file__ways", HTMLElement).addEventListener("click", async (event) => {
    if (!(event.target instanceof Element) || !event.target.closest("a, button")) return;
    if (!message.value.trim()) {
      event.preventDefault();
      refuse(true);
      message.focus();
      return;
    }
    const isCopied = await copyText(writeMessage(page.value, message.value));
    fill(form, "status", isCopied ? "Uw bericht is gekopieerd." : "Kopiëren lukte niet. Selecteer uw bericht en kopieer het zelf.");
  });
  show();
  element(root, "[data-plain]", HTMLElement).hidden = true;
  form.hidden = false;
}
