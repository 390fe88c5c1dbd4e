/**
 * Give Node local storage as a browser has it.
 *
 * @param {boolean} [refuses] whether it throws, as in a browser that stores nothing
 * @returns {Map<string, string>} what is in it
 */
export function installStorage(refuses = false) {
  const items = new Map();
  const refuse = () => {
    if (refuses) throw new DOMException("refused", "SecurityError");
  };
  globalThis.localStorage = {
    getItem: (name) => (refuse(), items.get(name) ?? null),
    setItem: (name, value) => (refuse(), void items.set(name, value)),
    removeItem: (name) => (refuse(), void items.delete(name)),
  };
  return items;
}
