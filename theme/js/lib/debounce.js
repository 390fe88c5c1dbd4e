/** Debounce: act once, after a pause in what happens many times, such as typing. */

/** @type {(act: () => void, pause: number) => { start: () => void, cancel: () => void }} `pause` is in milliseconds */
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
