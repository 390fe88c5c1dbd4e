/** The messages of the form. Messages about problems are not here: they come with the data of the form. */

const MOMENT = new Intl.DateTimeFormat("nl-NL", { day: "numeric", month: "long", hour: "2-digit", minute: "2-digit" });

export const SAVED = "Bewaard op dit apparaat.";
export const NOT_SAVED = "Uw browser kan niets bewaren. Verstuur uw tekst voor u deze pagina sluit.";
export const NOT_COPIED = "Kopiëren lukte niet. Selecteer de tekst hieronder en kopieer die zelf.";
export const NO_DATA = "Het formulier kon niet worden geladen.";
export const NO_SOURCE = "Deze praktijk staat niet in de catalogus.";
export const NOT_EDITABLE = "Deze praktijk kan niet in het formulier.";
export const NO_PREVIEW = "Het voorbeeld kon niet worden geladen. Versturen kan wel.";
export const OUTDATED = "Let op: deze praktijk is intussen veranderd. Gaat u verder met uw tekst, dan komt die in de plaats van de nieuwe.";
export const NOTHING = "Niets gevonden";
export const TYPE_NAME = "Typ de eerste letters";
export const NO_NAMES = "De namen konden niet worden geladen. Probeer het straks opnieuw.";
export const ERASE_ASIDE = "Weet u het zeker? Deze tekst gaat weg.";
export const ERASE = "Weet u het zeker? Alles wat u hebt ingevuld gaat weg.";

/** @param {string} moment ISO 8601 @returns {string} */
export function describeSaved(moment) {
  const time = new Date(moment);
  return Number.isNaN(time.getTime()) ? "" : ` van ${MOMENT.format(time)}`;
}

/** @param {string} title @returns {string} */
export const improveTitle = (title) => `Verbeter “${title}”`;

export const IMPROVE_LEAD = "Verander wat niet klopt, of vul aan wat u weet. De rest blijft zoals het was.";

/** @param {string} name @param {number} number @param {number} steps @param {string} site @returns {string} */
export const stepTitle = (name, number, steps, site) => `Stap ${number} van ${steps}: ${name} | ${site}`;

/** @param {number} left @returns {string} */
export function describeLeft(left) {
  const count = Math.abs(left);
  const characters = count === 1 ? "teken" : "tekens";
  return left >= 0 ? `Nog ${count} ${characters}.` : `${count} ${characters} te veel.`;
}

/** @param {string} name @returns {string} */
export const added = (name) => `${name} toegevoegd`;
/** @param {string} name @returns {string} */
export const removed = (name) => `${name} weggehaald`;

/** @param {string} name @returns {{ text: string, kind: string }} */
export const newOrganisation = (name) => ({ text: `“${name}” toevoegen`, kind: "nieuwe organisatie" });
/** @param {string} name @returns {{ text: string, kind: string }} */
export const alsoInvolved = (name) => ({ text: `“${name}” noemen`, kind: "zonder eigen pagina" });

/** Texts about the ways to send a proposal. */
export const WAYS = {
  /** @type {Record<string, string>} */
  forges: { github: "Stel voor op GitHub", gitlab: "Stel voor op GitLab" },
  project: "Ga naar de projectpagina",
  filled: "Daar staat uw voorstel klaar. Iedereen kan het lezen. U hebt er wel een account nodig.",
  paste: "Wij kopiëren uw voorstel. Plak het daar met Ctrl+V. Iedereen kan het lezen. U hebt er wel een account nodig.",
  pasteHere: "[plak hier (Ctrl+V)]",
  mail: "Hieronder staat mijn voorstel voor de catalogus.\n\n[plak hier (Ctrl+V)]\n",
  copied: "Gekopieerd.",
  copiedFor: (/** @type {string} */ mail) => `Gekopieerd. Plak het in een mail aan ${mail} en verstuur die.`,
  mailOpened: "Gekopieerd. Plak het nu in de mail (Ctrl+V) en verstuur die. Opent er geen mail? Gebruik dan uw mail op internet.",
  issueOpened: "Gekopieerd. Plak het nu in het grote vak (Ctrl+V).",
  share: "Kies de app waarmee u het verstuurt.",
  shareTo: (/** @type {string} */ mail) => `Kies uw mail en stuur het naar ${mail}.`,
  shared: "Gedeeld. Kijk in de app die u koos of het is verstuurd.",
  subject: (/** @type {string} */ title, /** @type {boolean} */ isNew) => (isNew ? `Nieuw voor de catalogus: ${title}` : `Verbetering: ${title}`),
  practice: "de praktijk",
  organisation: (/** @type {string} */ name) => `de organisatie ${name}`,
};

/** Texts of the preview, as on the page itself (`templates/practice.html`). */
export const PREVIEW = {
  untitled: "Nog zonder titel",
  by: "Door",
  with: "Met",
  topics: "Thema’s",
  reviewed: "Gecontroleerd",
  sources: "Bronnen",
  materials: "Materiaal",
  adoptions: "Overgenomen door",
  copy: "Zelf doen",
  adapted: "Anders gedaan: ",
  result: "Resultaat: ",
  again: { true: "Zou het weer zo doen.", false: "Zou het niet weer zo doen." },
  since: (/** @type {string} */ start, /** @type {string} */ end) => (end === "lopend" ? `sinds ${start}, loopt nu` : end && end !== start ? `${start} tot en met ${end}` : end ? start : `vanaf ${start}`),
};
