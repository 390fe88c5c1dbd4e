/** The data of a small form: a practice with title, associations, source and phase, and an organisation with a name. */

const field = (key, more = {}) => ({ key, label: key.toUpperCase(), meaning: `Wat ${key} is.`, isQuoted: false, default: "", list: "", fields: [], choices: [], ...more });
const text = { type: "string", minLength: 1 };
const sentence = (regel, melding) => ({ regel, melding });

/** As `exports/form_data.py` gives it, but smaller. */
export const DATA = {
  practice: {
    folder: "content/practices/",
    fields: [
      field("titel"),
      field("corporaties", { list: "corporaties" }),
      field("fase", { default: "lopend", choices: [{ value: "lopend", label: "Loopt nu", meaning: "Het loopt." }] }),
      field("overgenomen", { fields: [field("corporatie", { label: "Wie 's", list: "organisaties" })] }),
    ],
    schema: {
      type: "object",
      required: ["titel"],
      properties: {
        titel: { type: "string", minLength: 4, maxLength: 12 },
        corporaties: { type: "array", minItems: 1, items: { type: "string", pattern: "^[a-z]+$" } },
        fase: { type: "string", enum: ["idee", "lopend"] },
        jaar: { anyOf: [{ type: "integer", minimum: 1900 }, { type: "string", enum: ["nu"] }], "x-melding": "year" },
        dag: { type: ["string", "integer"], pattern: "^[0-9-]+$", "x-melding": "day" },
        kosten: { type: "object", required: ["klasse"], properties: { klasse: { type: "integer", minimum: 0, maximum: 5 } } },
      },
    },
  },
  partner: { folder: "content/partners/", fields: [field("naam"), field("gecontroleerd")], schema: { type: "object", required: ["naam"], properties: { naam: text, gecontroleerd: text } } },
  messages: {
    gezegd: { waarde: "“{shown}” kan niet bij “{name}”.", zonder_waarde: "Bij “{name}” hoort één waarde." },
    aantal: { tekens: ["teken", "tekens"], waarden: ["waarde", "waarden"] },
    trefwoorden: { enum: "enum", minLength: "short", maxLength: "long", minItems: "few", minimum: "least", maximum: "most", "type: integer": "int", "type: array": "list", "type: object": "map" },
    meldingen: {
      missing: sentence("missing-key", "{name} ontbreekt."),
      missing_inside: sentence("missing-key", "{name} ontbreekt bij {within}."),
      enum: sentence("unknown-value", "{said} Kies uit: {allowed}."),
      short: sentence("wrong-length", "{length}, minstens {min_length}"),
      long: sentence("wrong-length", "{length}, hoogstens {max_length}"),
      few: sentence("wrong-length", "{length}, minstens {min_length}"),
      least: sentence("wrong-number", "minstens {ge}"),
      most: sentence("wrong-number", "hoogstens {le}"),
      int: sentence("wrong-number", "{said} Een getal."),
      list: sentence("wrong-type", "een lijst"),
      map: sentence("wrong-type", "velden: {fields}"),
      year: sentence("wrong-date", "een jaar of nu"),
      day: sentence("wrong-date", "een dag die bestaat"),
      other: sentence("wrong-value", "{said} Past niet."),
    },
  },
  rules: { figure: "\\d", levels: ["beschreven"], counted: [], leastAdoptions: 2, leastSteps: 1, headings: { approach: "Aanpak", results: "Resultaten", lessons: "Lessen" } },
  persons: { number: "\\d{9}", before: "kvk $", after: " euro", day: "20\\d{6}", context: 10, phone: "06\\d{8}", mailbox: "(\\w+\\.\\w+)@(\\w+\\.nl)", person: "\\w+\\.\\w+", host: "gmail\\.nl", function: "info" },
  texts: { longest: 40, leftOvers: [["TODO", "u", "placeholder", ""], ["Ã©", "u", "broken-characters", ""]], markup: "(\\*\\*\\w+\\*\\*)", quotes: "^“.*”$", several: ", .* en ", nothing: ["n.v.t"] },
  spellings: { around: " .\"" },
  ruleMessages: {
    "no-actor": { "": "Geen corporatie of partner." },
    "near-duplicate": { "": "Lijkt erop." },
    "citizen-number": { "": "Een nummer." },
    "personal-phone": { "": "Een telefoon." },
    "personal-mailbox": { "": "{address}" },
    placeholder: { "": "{found}?" },
    "broken-characters": { "": "{found}" },
    "plain-text": { markup: "{found}", capitals: "", quotes: "" },
    "empty-summary": { "": "" },
  },
  inTheForm: { missing: "Vul “{name}” in.", notChosen: "U typte {text}." },
  rulesInTheForm: { "no-actor": { "": "Wie?" } },
  lists: { themes: [["wonen", "Wonen"]] },
  facts: [],
};

/** As `exports/form_names.py` gives them. */
const NAMES = {
  "begin.json": { corporaties: [""], partners: ["", "d"], practices: [""] },
  "corporaties-.json": [["irado", "Irado", "corporatie", ["I"]]],
  "partners-.json": [["brug", "De Brug"]],
  "partners-d.json": [["brug", "De Brug"], ["dak", "Dak"]],
  "practices-.json": [["eerder", "Eerder gedaan"]],
};
export const fetchNames = async (name) => NAMES[name];

/** The content of a valid form. */
export const CONTENT = { values: { titel: "Iets nieuws", corporaties: ["irado"] }, parts: [{ heading: "Aanpak", text: "1. Een." }], organisations: [] };
