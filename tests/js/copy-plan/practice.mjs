/** A practice as its data file has it, for the tests of the plan. */

/** @param {Record<string, unknown>} [values] that differ */
export function makePractice(values = {}) {
  return {
    slug: "groepsapp-zwerfafval",
    adres: "https://voorbeeld.nl/praktijken/groepsapp-zwerfafval/",
    titel: "Bewoners melden zwerfafval",
    uitkomst: "12 meldingen per week.",
    samenvatting: "Er lag afval. Bewoners melden het nu in een groep.",
    doelgroepen: ["Huurders", "Jongeren"],
    corporaties: [organisation("Corporatie een", "woningcorporatie")],
    partners: [organisation("De Supermarkt", "landelijk-bedrijf", ["werkplekken", "uren"], "Supermarktketen"), organisation("Gemeente Ergens", "gemeente")],
    ook_betrokken: ["de wijkagent"],
    bellen: [{ naam: "Corporatie een", woorden: "een.nl", adres: "https://www.een.nl/" }],
    zoiets: [{ corporatie: "Corporatie drie", praktijk: "Bewoners ruimen op", adres: "https://voorbeeld.nl/praktijken/ruimen/" }],
    onderbouwing: { naam: "Beschreven", stap: 1, van: 5, betekenis: "Een bron beschrijft de aanpak." },
    feiten: [
      { naam: "Kosten", waarde: "Tot € 5.000 (1 van 5)", uitleg: "" },
      { naam: "Wat de bron over geld zegt", waarde: "645 euro eigen bijdrage. Prijspeil 2019", uitleg: "" },
      { naam: "Inzet", waarde: "", uitleg: "" },
      { naam: "Doorlooptijd", waarde: "", uitleg: "" },
    ],
    doorlooptijd: null,
    tekst: [
      { kop: "Aanleiding", blokken: [{ soort: "alinea", punten: ["Er lag afval."] }] },
      { kop: "Aanpak", blokken: [{ soort: "alinea", punten: ["Zo ging het."] }, { soort: "stappen", punten: ["Een groep maken.", "Melden.", "Opruimen."] }] },
      { kop: "Verloop", blokken: [{ soort: "alinea", punten: ["In 2018 kwamen er twee groepen bij."] }] },
      { kop: "Resultaten", blokken: [{ soort: "lijst", punten: ["12 meldingen per week."] }] },
      { kop: "Lessen", blokken: [{ soort: "lijst", punten: ["Begin met één straat."] }] },
    ],
    werkzaam: ["Snel opruimen."],
    aanpasbaar: ["De app."],
    voorwaarden: ["Iemand die opruimt."],
    niet_geschikt: ["Waar niemand een telefoon heeft."],
    plaatsen: ["Ergens", "Buurt (Elders)"],
    risicos: [{ tekst: "Niet iedereen leest mee.", soort: "Les van Corporatie een" }],
    overgenomen: [{ corporatie: "Corporatie twee", jaar: 2021, aangepast: null, resultaat: "30 meldingen.", opnieuw: true }],
    materialen: [{ titel: "Brief aan bewoners", adres: "https://voorbeeld.nl/brief", soort: "Brief" }],
    bronnen: [{ titel: "Groepsapp werkt", uitgever: "De Brug", adres: "https://voorbeeld.nl/bron?a=1&b=2", datum: "1998-05", archief: null }],
    gecontroleerd: "2026-11-21",
    licentie: "CC BY 4.0",
    ...values,
  };
}

/** @param {string} naam @param {string} soort @param {string[]} [biedt] @param {string} [kernactiviteit] @param {string} [heet] */
export function organisation(naam, soort, biedt = [], kernactiviteit = "", heet = soort) {
  return { naam, adres: "https://voorbeeld.nl/partners/x/", soort: { sleutel: soort, naam: soort, heet }, kernactiviteit, biedt: biedt.map((sleutel) => ({ sleutel, naam: sleutel })), vraag: `Kunt u [aantal] uur meedoen met ${soort}?` };
}

/** @param {Record<string, unknown>} [values] that differ */
export const makeAnswers = (values = {}) => ({ association: "", leader: "", start: null, weeks: null, dropped: new Set(), own: [], ...values });

export const APPROACH = "https://voorbeeld.nl/een-bedrijf-benaderen/";
