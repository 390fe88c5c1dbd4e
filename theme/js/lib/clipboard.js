/**
 * @param {string} text
 * @param {string} html the same with markup, for programs that paste that; or ""
 * @returns {Promise<boolean>} whether it was copied: a browser may refuse
 */
export async function copyText(text, html = "") {
  try {
    await (html && "ClipboardItem" in globalThis ? copyBoth(text, html) : navigator.clipboard.writeText(text));
    return true;
  } catch {
    return false; // not allowed, or no secure connection
  }
}

/** @param {string} text @param {string} html @returns {Promise<void>} */
async function copyBoth(text, html) {
  const both = { "text/plain": new Blob([text], { type: "text/plain" }), "text/html": new Blob([html], { type: "text/html" }) };
  try {
    await navigator.clipboard.write([new ClipboardItem(both)]);
  } catch {
    await navigator.clipboard.writeText(text); // the browser accepts only one of the two
  }
}
