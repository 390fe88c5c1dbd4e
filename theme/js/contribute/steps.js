/** One step at a time; which one stands in the address, so that Back goes to the step before. */

/**
 * @param {HTMLElement} root
 * @param {(step: HTMLElement, number: number) => void} entered
 */
export function startSteps(root, entered) {
  const steps = /** @type {HTMLElement[]} */ ([...root.querySelectorAll("[data-step]")]);
  const links = /** @type {HTMLAnchorElement[]} */ ([...root.querySelectorAll(".mvo-steps__link")]);
  let current = 1;
  let keepsFocus = false;

  /** @returns {number} the step that the address names */
  const asked = () => Number(/^#stap-(\d)$/.exec(location.hash)?.[1] ?? 1);

  /** @param {boolean} withFocus */
  function show(withFocus) {
    current = Math.min(Math.max(asked(), 1), steps.length);
    for (const [place, step] of steps.entries()) step.hidden = place + 1 !== current;
    for (const [place, link] of links.entries()) {
      if (place + 1 === current) link.setAttribute("aria-current", "step");
      else link.removeAttribute("aria-current");
    }
    const step = steps[current - 1];
    if (!step) return;
    entered(step, current);
    if (!withFocus) return;
    root.querySelector(".mvo-steps")?.scrollIntoView({ block: "start" });
    const heading = step.querySelector("h2");
    if (heading instanceof HTMLElement) heading.focus({ preventScroll: true });
  }

  window.addEventListener("hashchange", () => {
    if (location.hash && !/^#stap-\d$/.test(location.hash)) return; // a place in the page, not a step
    show(!keepsFocus);
    keepsFocus = false;
  });
  show(false);

  return {
    /** @returns {HTMLElement} */
    current: () => /** @type {HTMLElement} */ (steps[current - 1]),
    /** @returns {boolean} */
    isLast: () => current === steps.length,
    /** @param {number} number */
    go(number) {
      if (number === current) show(true);
      else location.hash = `stap-${number}`;
    },
    /**
     * Bring a field into sight, whatever step it is in, and put the focus there.
     *
     * @param {HTMLElement} target
     */
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
