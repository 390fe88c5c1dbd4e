/**
 * @param {string} text
 * @param {string} html the same, for programs that would put it in a mail in another font and with other spaces; or ""
 * @returns {Promise<boolean>} whether it is on the clipboard now: a browser may refuse
 */
export async function copyText(text, html = "") {
  try {
    await (html && "ClipboardItem" in globalThis ? copyBoth(text, html) : navigator.clipboard.writeText(text));
    return true;
  } catch {
    return false; // not allowed, or a page without a secure connection
  }
}

/** @param {string} text @param {string} html @returns {Promise<void>} */
async function copyBoth(text, html) {
  const both = { "text/plain": new Blob([text], { type: "text/plain" }), "text/html": new Blob([html], { type: "text/html" }) };
  try {
    await navigator.clipboard.write([new ClipboardItem(both)]);
  } catch {
    await navigator.clipboard.writeText(text); // a browser that knows one of the two
  }
}
