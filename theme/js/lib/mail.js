/** Links that open a mail program with a message; such programs limit the length of a link. */

export const LONGEST_MAIL = 1900;

/**
 * @type {(to: string, subject: string, texts: readonly string[]) => { address: string, fits: number }} with the first
 *   text that fits; `fits` is its index, or the number of texts when none fits: then there is only a subject
 */
export function mailAddress(to, subject, texts) {
  const addresses = texts.map((text) => `mailto:${to}?${query({ subject, body: text.replace(/\r?\n/g, "\r\n") })}`);
  const fits = addresses.findIndex((address) => address.length <= LONGEST_MAIL);
  return { address: addresses[fits] ?? `mailto:${to}?${query({ subject })}`, fits: fits < 0 ? texts.length : fits };
}

/** @param {Record<string, string>} values @returns {string} with %20 for spaces: mail programs show a plus sign as it is */
export function query(values) {
  return Object.entries(values)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join("&");
}
