/** What the dialog says, in Dutch. */

export const NO_DAY = "Vul een hele datum in, of laat het veld leeg.";
export const NO_WEEKS = "Vul een heel getal in van 1 tot en met 520, of laat het veld leeg.";
export const COPIED = "Gekopieerd. U kunt de tekst nu ergens plakken.";
export const NOT_COPIED = "Kopiëren lukte niet. De tekst staat hieronder: selecteer en kopieer die zelf.";
export const NOT_MADE = "Het bestand kon niet worden gemaakt. Kopieer de tekst, of gebruik de pagina om af te drukken.";
