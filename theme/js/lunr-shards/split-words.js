/** @type {(text: string) => string[]} as `lunr_shards` does when a site has no analysis of its own */
export function splitWords(text) {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
