/** Debounce: act once, after a pause in what happens many times, such as typing. */

/**
 * @param {() => void} act
 * @param {number} pause in milliseconds
 * @returns {{ start: () => void, cancel: () => void }} `start` begins the pause again
 */
export function debounce(act, pause) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  const cancel = () => clearTimeout(timer);
  const start = () => {
    cancel();
    timer = setTimeout(act, pause);
  };
  return { start, cancel };
}
