/** Other forms of a Dutch word, by rules without a word list. Many of them do not exist: the caller keeps those in the index. */

const INFLECTION = 0.8;
const DERIVATION = 0.5;

/** Endings to strip: of inflections, and of derived words. */
const ENDINGS = /** @type {[string, number][]} */ ([
  ["en e s es n je jes tje tjes t d de te den ten", INFLECTION],
  ["heid heden ing ingen end ende se", DERIVATION],
]);
/** Endings of loan words, which may replace each other: isoleren, isolatie. */
const FOREIGN = "eren eert eerd eerde ering atie aties".split(" ");
/** Separable prefixes of verbs: inrichten, ingericht. */
const SEPARABLE = "aan|af|bij|door|in|mee|na|om|op|over|samen|terug|toe|uit|voor|weg";
/** Irregular pairs. */
const ODD = "stad steden lid leden kind kinderen".split(" ");

/** @type {(stem: string) => string[]} the spelling before an ending with a vowel: school → schol, plek → plekk, brief → briev, huis → huiz */
function open(stem) {
  const found = [stem.replace(/([^aeou])([aeou])\2([^aeiou])$/, "$1$2$3")];
  if (/(^|[^aeiou])[aeiou][^aeiouwxj]$/.test(stem)) found.push(stem + stem.at(-1));
  return found.flatMap((form) => [form, form.replace(/f$/, "v").replace(/([^s])s$/, "$1z")]);
}

/** @type {(stem: string) => string[]} the spelling without that ending: schol → school, plekk → plek, briev → brief */
function close(stem) {
  const hard = stem.replace(/v$/, "f").replace(/z$/, "s");
  return [hard.replace(/([^aeiou])\1$/, "$1"), hard.replace(/([^aeou])([aeou])([^aeiou])$/, "$1$2$2$3"), stem];
}

/** @type {(form: string) => string} sloopt → gesloopt, inricht → ingericht */
export function participle(form) {
  return form.replace(new RegExp(`^(${SEPARABLE})?`), "$1ge");
}

/** @param {string} word @returns {Map<string, number>} possible other forms, each with a weight */
export function inflections(word) {
  const odd = ODD[ODD.indexOf(word) ^ 1];
  if (odd) return new Map([[odd, INFLECTION]]);
  /** @type {Map<string, number>} */
  const stems = new Map();
  /** @type {Map<string, number>} */
  const forms = new Map();
  /** @type {(into: Map<string, number>, form: string, weight: number) => void} */
  const add = (into, form, weight) => {
    if (form[2] && weight > (into.get(form) ?? 0)) into.set(form, weight);
  };
  for (const whole of [word, word.replace(new RegExp(`^(${SEPARABLE})?ge(?=.{4}.*[dt]e?$)`), "$1")]) {
    add(stems, whole, 1);
    for (const [endings, weight] of ENDINGS) {
      for (const ending of endings.split(" ")) {
        const stem = whole.slice(0, -ending.length);
        if (!whole.endsWith(ending) || (/^[dt]e?n?$/.test(ending) && !stem[3])) continue;
        for (const form of /^[ei]/.test(ending) ? close(stem) : [stem]) add(stems, form, weight);
      }
    }
    for (const ending of FOREIGN) {
      const stem = whole.slice(0, -ending.length);
      if (whole.endsWith(ending)) for (const other of FOREIGN) add(forms, stem + other, DERIVATION);
      if (whole.endsWith(ending)) add(forms, `ge${stem}eerd`, DERIVATION);
    }
  }
  for (const [stem, known] of stems) {
    add(forms, stem, known);
    if (known < 1 && !stem[3]) continue; // a stem this short is the beginning of too many words
    for (const ending of stem.endsWith("e") ? ["s", "n"] : ["s", "t", "d"]) add(forms, stem + ending, known * INFLECTION);
    for (const before of open(stem)) {
      for (const ending of ["e", "en"]) add(forms, before + ending, known * INFLECTION);
      for (const ending of ["ing", "ingen"]) add(forms, before + ending, known * DERIVATION);
    }
    if (/(zaam|baar|ig|lijk|loos|d)$/.test(stem)) add(forms, `${stem}heid`, known * DERIVATION);
  }
  forms.delete(word);
  return forms;
}
