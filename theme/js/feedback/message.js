/** What the feedback is about, and the message that is sent. */

/**
 * @param {string} search the query of the address of the form
 * @param {{ site: string, notFound: string, referrer: string }} known the address of the site without a slash, the path of
 *   the page “not found”, and the page that the reader came from
 * @returns {{ kind: string, page: string }} what it is about, and which page; "" for unknown
 */
export function readSubject(search, { site, notFound, referrer }) {
  const given = new URLSearchParams(search);
  const path = given.get("pagina") ?? "";
  const kind = given.get("soort") ?? "";
  if (path === notFound) return { kind, page: referrer.startsWith(`${site}/`) ? referrer : "" };
  if (!/^\/(?![/\\])\S*$/.test(path)) return { kind, page: "" };
  return { kind, page: `${given.get("titel") ?? ""} ${site}${path}`.trim() };
}

/** @param {string} page @param {string} message @returns {string} what is sent */
export function writeMessage(page, message) {
  const said = message.trim();
  return page.trim() ? `Pagina: ${page.trim()}\n\n${said}` : said;
}
