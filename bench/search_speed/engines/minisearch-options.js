/** Of the index of MiniSearch, the same where it is made and where it is read. */
export const options = {
  idField: "ref",
  fields: ["titel", "samenvatting", "aanpak", "resultaten", "lessen", "aanleiding", "zoekwoorden", "themas", "partners", "plaatsen"],
  storeFields: ["titel", "samenvatting"],
};
