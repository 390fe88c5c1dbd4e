/**
 * Cut a text into terms as `lunr_shards` does when a site has no analysis of its own.
 * @param {string} text
 * @returns {string[]} its words in lower case
 */
export function splitWords(text) {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
