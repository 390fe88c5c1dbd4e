/** Helpers for elements of the page. */

/** @type {<Kind extends Element>(root: ParentNode, selector: string, kind: new () => Kind) => Kind} */
export function element(root, selector, kind) {
  const found = root.querySelector(selector);
  if (!(found instanceof kind)) throw new Error(`no ${selector} on this page`);
  return found;
}

/** @param {string} name of a template in the page @returns {HTMLElement} a copy of its one element */
export function copyTemplate(name) {
  const { content } = element(document, `template[data-template="${name}"]`, HTMLTemplateElement);
  return /** @type {HTMLElement} */ (/** @type {HTMLElement} */ (content.firstElementChild).cloneNode(true));
}

/** @type {(root: EventTarget, selector: string, act: (pressed: HTMLElement) => void) => void} calls `act` when such an element is clicked, also one that is added later */
export function onPress(root, selector, act) {
  root.addEventListener("click", ({ target }) => {
    const pressed = target instanceof Element ? target.closest(selector) : null;
    if (pressed instanceof HTMLElement) act(pressed);
  });
}

/** @param {ParentNode} root @param {string} name @param {...(Node | string)} content for the slot of that name */
export function fill(root, name, ...content) {
  root.querySelector(`[data-slot="${name}"]`)?.replaceChildren(...content);
}

/** @type {<Kind extends Element>(root: ParentNode, selector: string, kind: new () => Kind) => Kind[]} */
export function elements(root, selector, kind) {
  return /** @type {any[]} */ ([...root.querySelectorAll(selector)].filter((found) => found instanceof kind));
}

/**
 * @typedef {Record<string, string | boolean>} Attributes `true` is an attribute without a value, `false` none
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
