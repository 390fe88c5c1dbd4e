/** Debounce: act once, after a pause in repeated events such as typing. */

/** @type {(act: () => void, pause: number) => { start: () => void, cancel: () => void, flush: () => void }} `pause` is in milliseconds; `flush` acts at once if it is waiting */
export function debounce(act, pause) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  const cancel = () => {
    clearTimeout(timer);
    timer = undefined;
  };
  const finish = () => {
    cancel();
    act();
  };
  const start = () => {
    cancel();
    timer = setTimeout(finish, pause);
  };
  return { start, cancel, flush: () => timer !== undefined && finish() };
}
