/**
 * Where the list of the theme that an address asks for stands, seen from the page with all themes.
 *
 * @param {string} query of the address, with its question mark
 * @param {string[]} themes that there is a list of
 * @returns {string} a relative address, or nothing when it asks for none of them
 */
export function addressOf(query, themes) {
  const theme = new URLSearchParams(query).get("thema") ?? "";
  return themes.includes(theme) ? `${theme}/` : "";
}
