/** Show one step at a time; its number is in the address, so that Back goes to the previous step. */
import { elements, onPress } from "../lib/dom.js";

const STEP = /^#stap-(\d)$/;

/** @param {HTMLElement} root */
export function makeSteps(root) {
  const steps = elements(root, "[data-step]", HTMLElement);
  const links = elements(root, ".mvo-steps__link", HTMLAnchorElement);
  /** @type {(step: HTMLElement, number: number, count: number) => void} */
  let entered = () => {};
  let current = 1;
  let keepsFocus = false;

  /** @param {boolean} withFocus */
  function show(withFocus) {
    current = Math.min(Math.max(Number(STEP.exec(location.hash)?.[1] ?? 1), 1), steps.length);
    for (const [place, step] of steps.entries()) step.hidden = place + 1 !== current;
    for (const [place, link] of links.entries()) {
      if (place + 1 === current) link.setAttribute("aria-current", "step");
      else link.removeAttribute("aria-current");
    }
    const step = steps[current - 1];
    if (!step) return;
    entered(step, current, steps.length);
    if (!withFocus) return;
    root.querySelector(".mvo-steps")?.scrollIntoView({ block: "start" });
    step.querySelector("h2")?.focus({ preventScroll: true });
  }

  /** @param {number} number */
  function go(number) {
    if (number === current) show(true);
    else location.hash = `stap-${number}`;
  }

  return {
    go,
    number: () => current,
    isLast: () => current === steps.length,
    current: () => /** @type {HTMLElement} */ (steps[current - 1]),
    /** @param {typeof entered} act is called each time a step is shown, the first time at once */
    start(act) {
      entered = act;
      window.addEventListener("hashchange", () => {
        if (location.hash && !STEP.test(location.hash)) return; // an anchor in the page
        show(!keepsFocus);
        keepsFocus = false;
      });
      onPress(root, "[data-go]", (button) => go(Number(button.dataset["go"])));
      show(false);
    },
    /** @type {(target: HTMLElement) => void} shows the step with the target, unfolds it and focuses it */
    reveal(target) {
      const number = steps.findIndex((step) => step.contains(target)) + 1;
      if (number && number !== current) {
        keepsFocus = true;
        location.hash = `stap-${number}`;
        show(false); // hashchange comes later
      }
      for (let details = target.closest("details"); details; details = details.parentElement?.closest("details") ?? null) details.open = true;
      target.focus();
    },
  };
}
