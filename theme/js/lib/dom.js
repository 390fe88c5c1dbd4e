/** Small helpers for the elements of a page. */

/**
 * @template {Element} Kind
 * @param {ParentNode} root
 * @param {string} selector
 * @param {new () => Kind} kind
 * @returns {Kind} the one element that the page must have
 */
export function element(root, selector, kind) {
  const found = root.querySelector(selector);
  if (!(found instanceof kind)) throw new Error(`no ${selector} on this page`);
  return found;
}

/**
 * @param {ParentNode} root
 * @param {string} name
 * @returns {() => HTMLElement} makes copies of the one element in the template of that name
 */
export function copier(root, name) {
  const { content } = element(root, `template[data-template="${name}"]`, HTMLTemplateElement);
  return () => /** @type {HTMLElement} */ (/** @type {HTMLElement} */ (content.firstElementChild).cloneNode(true));
}

/**
 * @param {ParentNode} root
 * @param {string} name
 * @param {...(Node | string)} content of the slot of that name
 */
export function fill(root, name, ...content) {
  root.querySelector(`[data-slot="${name}"]`)?.replaceChildren(...content);
}
