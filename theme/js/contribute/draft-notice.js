/** Save a draft while the form is filled in, and offer the stored draft when the page is opened. */
import { debounce } from "../lib/debounce.js";
import { element, fill } from "../lib/dom.js";
import { hasAllOf } from "./draft.js";
import { describeSaved, ERASE, ERASE_ASIDE, SAVED, NOT_SAVED, OUTDATED } from "./messages.js";

/**
 * @import { openDraft } from "./draft.js"
 * @import { Content } from "./form-store.js"
 */

const PAUSE = 400; // milliseconds without changes after which the draft is saved

/**
 * @typedef {object} Actions
 * @property {() => Content} content the current content of the form
 * @property {(content: Content) => void} restore fills the form with a draft
 * @property {() => void} reset restores the initial form
 * @property {() => void} begin goes to the first step
 */

/**
 * @param {HTMLElement} root
 * @param {ReturnType<typeof openDraft>} draft
 * @param {Actions} actions
 * @returns {{ saveSoon: () => void }}
 */
export function startDraft(root, draft, actions) {
  const status = element(root, "[data-slot=status]", HTMLElement);
  const notice = element(root, "[data-draft]", HTMLElement);
  const eraseButton = element(root, "[data-erase]", HTMLButtonElement);
  const saving = debounce(save, PAUSE);

  function save() {
    saving.cancel();
    const isSaved = draft.save(actions.content());
    status.textContent = isSaved ? SAVED : NOT_SAVED;
    eraseButton.hidden = !isSaved;
  }

  function erase() {
    draft.erase();
    saving.cancel();
    notice.hidden = true;
    eraseButton.hidden = true;
    status.textContent = "";
  }

  const found = draft.load();
  function restore() {
    notice.hidden = true;
    if (!found) return;
    try {
      actions.restore(found.content);
      eraseButton.hidden = false;
      if (hasAllOf(found.content, actions.content())) return;
      draft.setAside();
      save();
    } catch (error) {
      console.info(error);
      draft.setAside();
      actions.reset();
    }
    showAside(root, draft);
  }
  showAside(root, draft);
  if (found && isReturn() && !found.isOutdated) restore();
  else if (found) {
    fill(notice, "saved", describeSaved(found.saved));
    fill(notice, "outdated", found.isOutdated ? OUTDATED : "");
    notice.hidden = false;
  }

  element(root, "[data-restore]", HTMLButtonElement).addEventListener("click", () => {
    restore();
    actions.begin();
  });
  element(root, "[data-discard]", HTMLButtonElement).addEventListener("click", () => {
    erase();
    actions.begin();
  });
  eraseButton.addEventListener("click", () => {
    if (!confirm(ERASE)) return;
    erase();
    actions.reset();
    actions.begin();
  });
  window.addEventListener("pagehide", saving.flush);
  return { saveSoon: saving.start };
}

/** @param {HTMLElement} root @param {ReturnType<typeof openDraft>} draft whose text, if it was set aside, can be saved as a file */
function showAside(root, draft) {
  const text = draft.readAside();
  const aside = element(root, "[data-aside]", HTMLElement);
  if (text) {
    const href = URL.createObjectURL(new Blob([`${text}\n`], { type: "text/plain;charset=utf-8" }));
    Object.assign(element(aside, "a", HTMLAnchorElement), { href, download: "eerdere-tekst.txt" });
  }
  element(aside, "button", HTMLButtonElement).onclick = () => {
    if (!confirm(ERASE_ASIDE)) return;
    draft.eraseAside();
    aside.hidden = true;
  };
  aside.hidden = !text;
}

/** @returns {boolean} whether the page was reloaded or reached with Back */
function isReturn() {
  const [entry] = performance.getEntriesByType("navigation");
  return entry instanceof PerformanceNavigationTiming && entry.type !== "navigate";
}
