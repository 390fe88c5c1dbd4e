/** Small helpers for the elements of a page. */

/** @type {<Kind extends Element>(root: ParentNode, selector: string, kind: new () => Kind) => Kind} */
export function element(root, selector, kind) {
  const found = root.querySelector(selector);
  if (!(found instanceof kind)) throw new Error(`no ${selector} on this page`);
  return found;
}

/** @type {(root: ParentNode, name: string) => () => HTMLElement} copies the one element of a template */
export function copier(root, name) {
  const { content } = element(root, `template[data-template="${name}"]`, HTMLTemplateElement);
  return () => /** @type {HTMLElement} */ (/** @type {HTMLElement} */ (content.firstElementChild).cloneNode(true));
}

/** @param {ParentNode} root @param {string} name @param {...(Node | string)} content of the slot of that name */
export function fill(root, name, ...content) {
  root.querySelector(`[data-slot="${name}"]`)?.replaceChildren(...content);
}

/** @type {<Kind extends Element>(root: ParentNode, selector: string, kind: new () => Kind) => Kind[]} */
export function elements(root, selector, kind) {
  return /** @type {any[]} */ ([...root.querySelectorAll(selector)].filter((found) => found instanceof kind));
}

/**
 * @typedef {Record<string, string | boolean>} Attributes `true` sets one without a value, `false` leaves it out
 * @typedef {HTMLElementTagNameMap} Tags
 */

/** @type {<Tag extends keyof Tags>(tag: Tag, attributes?: Attributes, ...content: (Node | string)[]) => Tags[Tag]} */
export function make(tag, attributes = {}, ...content) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== false) made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...content);
  return made;
}
