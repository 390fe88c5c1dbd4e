/** The parts of the site that a page brings along when they are asked for: scripts and styles that lie beside this one. */

/** @typedef {keyof typeof PARTS} Part */

/**
 * @param {Part} name
 * @returns {string} its address
 */
export function addressOf(name) {
  return new URL(PARTS[name].file, import.meta.url).href;
}

/**
 * @param {Part} name
 * @param {number} [attempt] from 2 on under another address, as a browser does not ask again for a module that failed
 * @returns {Promise<unknown>} until it is there
 */
export function bring(name, attempt = 1) {
  const address = addressOf(name) + (attempt > 1 ? `?${attempt}` : "");
  const { integrity } = PARTS[name];
  const element = name.endsWith(".css")
    ? Object.assign(document.createElement("link"), { rel: "stylesheet", href: address, integrity })
    : Object.assign(document.createElement("script"), { type: "module", src: address, integrity });
  return new Promise((resolve, reject) => {
    element.onload = resolve;
    element.onerror = () => {
      element.remove();
      reject(new Error(`${name} was not loaded`));
    };
    document.head.append(element);
  });
}
