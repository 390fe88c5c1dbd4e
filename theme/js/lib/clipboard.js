/** @param {string} text @returns {Promise<boolean>} whether it is on the clipboard now: a browser may refuse */
export async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false; // not allowed, or a page without a secure connection
  }
}
