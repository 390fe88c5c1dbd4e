/** @type {(text: string) => string[]} the default analysis of `lunr_shards` */
export function splitWords(text) {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
