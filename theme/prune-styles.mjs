/**
 * Remove from a style sheet what the site does not use.
 *
 * NL Design System ships every state and variant of its components, and a theme of some 2,800 design tokens that refer
 * to each other. Here a rule is kept when the templates name all its classes, and a token with one value everywhere it is
 * used is replaced by that value. Custom properties remain only for values that change: with the colour scheme, in print, or
 * inside a component.
 */
import { transform } from "lightningcss";

/** The words that a file uses; a class name among them cannot be missed. */
const WORD = /[\w-]+/g;

/**
 * @param {string[]} texts
 * @returns {Set<string>} every word in them
 */
export function findWords(texts) {
  return new Set(texts.flatMap((text) => text.match(WORD) ?? []));
}

/**
 * @param {string[]} sheets style sheets that are used together, the first on every page; without nested rules
 * @param {Set<string>} words the words of all files in which class names stand
 * @param {string[]} [safe] classes below which every rule stays
 * @returns {string[]} the same, pruned; tokens mean in one what they mean in another
 */
export function pruneStyles(sheets, words, safe = []) {
  const parsed = sheets.map(parse);
  const isKept = (selector) => isUsed(selector, words, safe);
  for (const sheet of parsed) sheet.rules = pruneRules(sheet.rules, isKept);
  const rules = parsed.flatMap((sheet) => sheet.rules);
  dropOverwrittenTokens(rules);
  while (replaceConstantTokens(rules));
  dropUnusedTokens(rules);
  for (const sheet of parsed) sheet.rules = pruneRules(sheet.rules, () => true);
  return parsed.map(print);
}

function parse(css) {
  let parsed;
  transform({ filename: "site.css", code: Buffer.from(css), visitor: { StyleSheet: (sheet) => void (parsed = sheet) } });
  return parsed;
}

function print(sheet) {
  return transform({ filename: "site.css", code: Buffer.alloc(0), visitor: { StyleSheet: () => sheet } }).code.toString();
}

/** Filter the selectors of every style rule, and drop rules without selectors or content. */
function pruneRules(rules, keep) {
  return rules.flatMap((rule) => {
    if (rule.type === "style") {
      const selectors = rule.value.selectors.filter(keep);
      const size = [...listsOf(rule)].reduce((sum, list) => sum + list.length, 0);
      return selectors.length && size ? [{ ...rule, value: { ...rule.value, selectors } }] : [];
    }
    if (rule.type === "page" || !Array.isArray(rule.value?.rules)) return [rule]; // of a page the rules are its margin boxes
    const inner = pruneRules(rule.value.rules, keep);
    return inner.length ? [{ ...rule, value: { ...rule.value, rules: inner } }] : [];
  });
}

/** Attributes of fields whose values are in the templates, like class names. */
const FIELD_ATTRIBUTES = ["inputmode", "type"];

/** Whether a part of a selector is a state that never occurs: full screen, or another language. */
function isForeign(part, words) {
  if (part.type !== "pseudo-class") return false;
  return part.kind === "fullscreen" || (part.kind === "lang" && !part.languages.some((language) => words.has(language)));
}

/** Whether a selector can match: all its classes are known; of a list inside :is() or :where() one will do. */
function isUsed(selector, words, safe) {
  if (selector.some((part) => part.type === "class" && safe.includes(part.name))) return true;
  return selector.every((part) => {
    if (isForeign(part, words)) return false;
    if (part.type === "class") return words.has(part.name);
    if (part.type === "attribute" && FIELD_ATTRIBUTES.includes(part.name)) return words.has(part.operation?.value ?? part.name);
    if (part.type === "pseudo-class" && (part.kind === "is" || part.kind === "where")) {
      return part.selectors.some((inner) => isUsed(inner, words, safe));
    }
    return true;
  });
}

/**
 * Put the value in the place of each token that has only one.
 * @returns {boolean} whether there were such tokens; without them others may have come to have one value
 */
function replaceConstantTokens(rules) {
  const { constants, changing } = sortTokens(rules);
  const resolve = makeResolver(constants, changing);
  for (const list of declarationLists(rules)) {
    keepIn(list, (declaration) => !isToken(declaration) || !constants.has(declaration.value.name));
    for (const declaration of list.filter(hasParts)) {
      declaration.value.value = resolve(declaration.value.value) ?? (isToken(declaration) ? INITIAL : UNSET);
    }
  }
  return constants.size > 0;
}

/**
 * A token has one value when :root sets it and nothing sets it to another, or when every rule that uses it sets it to
 * that value.
 * @returns {{ constants: Map<string, object[]>, changing: Set<string> }} the values of such tokens, and the other names
 */
function sortTokens(rules) {
  const constants = new Map(); // at first those of :root
  const settings = new Map(); // elsewhere
  for (const { rule, conditional } of styleRules(rules)) {
    for (const { value } of declarationsOf(rule).filter(isToken)) {
      if (!conditional && isRoot(rule)) constants.set(value.name, value.value);
      else addTo(settings, value.name, { rule, value: value.value });
    }
  }
  const changing = new Set();
  const asking = rulesByToken(rules);
  for (const [name, places] of settings) {
    const [{ value }] = places;
    const isOne = places.every((place) => isEqual(place.value, value));
    const isSetWhereAsked = () => (asking.get(name) ?? []).every((rule) => places.some((place) => place.rule === rule));
    if (isOne && (constants.has(name) ? isEqual(constants.get(name), value) : isSetWhereAsked())) constants.set(name, value);
    else {
      constants.delete(name);
      changing.add(name);
    }
  }
  return { constants, changing };
}

/**
 * @param {Map<string, object[]>} constants
 * @param {Set<string>} changing tokens that stay
 * @returns {(parts: object[]) => object[] | undefined} a value with its constants filled in, or nothing when it needs a
 *   token that does not exist
 */
function makeResolver(constants, changing) {
  const resolved = new Map();
  const valueOf = (name) => {
    if (!resolved.has(name)) {
      resolved.set(name, undefined); // a token that refers to itself has no value
      if (constants.has(name) && !isEqual(constants.get(name), INITIAL)) resolved.set(name, resolve(constants.get(name)));
    }
    return resolved.get(name);
  };
  const resolvePart = (part) => {
    if (part.type === "function") {
      const inner = resolve(part.value.arguments);
      return inner && [{ ...part, value: { ...part.value, arguments: inner } }];
    }
    if (part.type !== "var") return [part];
    const name = part.value.name.ident;
    const fallback = part.value.fallback ? resolve(part.value.fallback) : undefined;
    if (changing.has(name)) return [{ type: "var", value: { name: { ident: name }, ...(fallback && { fallback }) } }];
    return valueOf(name) ?? fallback;
  };
  const resolve = (parts) => {
    const values = parts.map(resolvePart);
    return values.includes(undefined) ? undefined : values.flat();
  };
  return resolve;
}

/** The value that a browser computes for a declaration with an undefined token. */
const UNSET = [{ type: "token", value: { type: "ident", value: "unset" } }];
const INITIAL = [{ type: "token", value: { type: "ident", value: "initial" } }];

/** The rules that use a token, by its name. */
function rulesByToken(rules) {
  const asking = new Map();
  for (const { rule } of styleRules(rules)) {
    for (const name of new Set(declarationsOf(rule).filter(hasParts).flatMap(({ value }) => namesIn(value.value)))) {
      addTo(asking, name, rule);
    }
  }
  return asking;
}

/** Drop the values that a token is given on :root, and again further on. */
function dropOverwrittenTokens(rules) {
  const roots = [...styleRules(rules)].filter(({ rule, conditional }) => !conditional && isRoot(rule)).map(({ rule }) => rule);
  const last = new Map(roots.flatMap((rule) => declarationsOf(rule).filter(isToken).map((declaration) => [declaration.value.name, declaration])));
  for (const list of roots.flatMap(listsOf)) {
    keepIn(list, (declaration) => !isToken(declaration) || last.get(declaration.value.name) === declaration);
  }
}

/** Drop unused custom properties, also those that only unused ones use. */
function dropUnusedTokens(rules) {
  const used = new Set();
  const uses = new Map();
  for (const declaration of [...declarationLists(rules)].flat().filter(hasParts)) {
    const { name, value } = declaration.value;
    for (const other of namesIn(value)) {
      if (isToken(declaration)) addTo(uses, name, other);
      else used.add(other);
    }
  }
  for (const name of used) uses.get(name)?.forEach((other) => used.add(other)); // a Set also visits what is added
  for (const list of declarationLists(rules)) keepIn(list, (declaration) => !isToken(declaration) || used.has(declaration.value.name));
}

/** Every style rule, and whether it is inside @media, @supports and the like. */
function* styleRules(rules, conditional = false) {
  for (const rule of rules) {
    if (rule.type === "style") yield { rule, conditional };
    else if (Array.isArray(rule.value?.rules)) yield* styleRules(rule.value.rules, true);
  }
}

/** Every list of declarations, to be changed in place. */
function* declarationLists(rules) {
  for (const { rule } of styleRules(rules)) yield* listsOf(rule);
}

function listsOf(rule) {
  const { declarations, importantDeclarations } = rule.value.declarations ?? {};
  return [declarations, importantDeclarations].filter(Boolean);
}

function declarationsOf(rule) {
  return listsOf(rule).flat();
}

/** Whether the value of a declaration is a list of parts: it holds var(), or lightningcss has no model of it. */
function hasParts({ property }) {
  return property === "unparsed" || property === "custom";
}

/** Whether a declaration sets a custom property; a property that lightningcss does not know is "custom" as well. */
function isToken({ property, value }) {
  return property === "custom" && value.name.startsWith("--");
}

/** Leave in a list only what passes. */
function keepIn(list, isKept) {
  list.splice(0, list.length, ...list.filter(isKept));
}

/** Add to the list that a map has under a name. */
function addTo(map, name, item) {
  map.set(name, [...(map.get(name) ?? []), item]);
}

function isEqual(value, other) {
  return JSON.stringify(value) === JSON.stringify(other);
}

function isRoot(rule) {
  const [[part, ...others]] = rule.value.selectors;
  return rule.value.selectors.length === 1 && !others.length && part.type === "pseudo-class" && part.kind === "root";
}

/** The names of the custom properties that a value uses. */
function namesIn(parts) {
  return parts.flatMap((part) => {
    if (part.type === "function") return namesIn(part.value.arguments);
    if (part.type === "var") return [part.value.name.ident, ...namesIn(part.value.fallback ?? [])];
    return [];
  });
}
