/**
 * @param {string} query of the address of /embed/
 * @param {string[]} themes that have a list
 * @returns {string} the address of the list that it asks for, relative to /embed/; "" for none
 */
export function addressOf(query, themes) {
  const theme = new URLSearchParams(query).get("thema") ?? "";
  return themes.includes(theme) ? `${theme}/` : "";
}
