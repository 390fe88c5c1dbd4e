/** The data of a practice, as docs/open-data.md describes it; only what our scripts use. */

export interface Choice {
  sleutel: string;
  naam: string;
}

export interface Organisation {
  naam: string;
  adres: string;
  soort: Choice & { heet: string };
  kernactiviteit: string;
  biedt: Choice[];
  /** With what is to be filled in between brackets. */
  vraag: string;
}

export interface Fact {
  naam: string;
  waarde: string;
  uitleg: string;
}

export interface Section {
  kop: string;
  blokken: { soort: string; punten: string[]; vanaf?: number }[];
}

export interface Adoption {
  corporatie: string;
  jaar: number;
  aangepast: string | null;
  resultaat: string | null;
  opnieuw: boolean | null;
}

export interface Source {
  titel: string;
  uitgever: string;
  adres: string | null;
  datum: string | null;
  archief: string | null;
}

export interface Practice {
  slug: string;
  adres: string;
  titel: string;
  samenvatting: string;
  uitkomst: string | null;
  wat_het_opleverde: string;
  themas: { naam: string; adres: string }[];
  doelgroepen: string[];
  corporaties: Organisation[];
  partners: Organisation[];
  ook_betrokken: string[];
  plaatsen: string[];
  /** Whom to ask, and where: a mailbox (`mailto:`) or a site, and its address in words. */
  contact: { naam: string; kop: string; woorden: string; adres: string };
  bellen: { naam: string; woorden: string; adres: string }[];
  /** Others who did something similar. */
  zoiets: { corporatie: string; praktijk: string; adres: string }[];
  onderbouwing: { naam: string; stap: number; van: number; betekenis: string };
  feiten: Fact[];
  /** The step of the lead time on its scale. */
  doorlooptijd: number | null;
  tekst: Section[];
  werkzaam: string[];
  aanpasbaar: string[];
  voorwaarden: string[];
  niet_geschikt: string[];
  overgenomen: Adoption[];
  risicos: { tekst: string; soort: string }[];
  materialen: { titel: string; adres: string; soort: string }[];
  bronnen: Source[];
  gecontroleerd: string;
  licentie: string;
}
