/**
 * Starts the form for a practice: from its data to a file that can be sent.
 *
 * What reads a file as it was written (`read-entry.js`) and what shows Markdown (`markdown.js`) are scripts of their own:
 * they are large, and the first is for who improves a practice, the second for who looks at the end.
 */
import { copier, element, fill } from "../lib/dom.js";
import { amendEntry } from "./amend-entry.js";
import { makeCheck } from "./check.js";
import { addChosen, chosenIn, startChooser } from "./chooser.js";
import { fold } from "./choices.js";
import { keepDraft } from "./draft.js";
import { cleanValues, isEmpty, writeEntry } from "./entry-text.js";
import { listProblems, showErrors, placeOf } from "./errors.js";
import { controlsIn, fieldsIn, fillField, fillFields, fillParts, readFields, readParts, showForm, switchSteps } from "./fields.js";
import * as words from "./messages.js";
import { makePersonFinder } from "./persons.js";
import { makePreview } from "./preview.js";
import { ADDED, addItem, itemsOf, REMOVED, removeItem } from "./repeated.js";
import { findProblems } from "./rules.js";
import { makeWays } from "./send.js";
import { makeFreeSlug, makeSlug } from "./slug.js";
import { startSteps } from "./steps.js";

/**
 * @typedef {import("./entry-text.js").Values} Values
 * @typedef {import("./entry-text.js").Part} Part
 * @typedef {import("./choices.js").Choice} Choice
 * @typedef {{ values: Values, parts: Part[], organisations: ({ slug: string } & Values)[] }} Content
 */

const PAUSE = 400; // milliseconds of rest after which the draft is kept

const root = document.querySelector("[data-module=contribute]");
if (root instanceof HTMLElement) {
  start(root).catch(() => fail(root, words.NO_DATA));
}

/**
 * @param {HTMLElement} root
 * @param {string} sentence
 */
function fail(root, sentence) {
  const failure = element(root, "[data-form-failure]", HTMLElement);
  fill(failure, "failure", sentence);
  failure.hidden = false;
  element(root, "[data-form-waiting]", HTMLElement).hidden = true;
}

/** @param {HTMLElement} root */
async function start(root) {
  const { formData = "", readEntryScript = "", markdownScript = "" } = root.dataset;
  const { base = "/", sourcePath = "", repository = "", forge = "", branch = "", mail = "" } = root.dataset;
  const form = element(root, "[data-form]", HTMLFormElement);
  const asked = new URLSearchParams(location.search);
  const improved = asked.get("verbeter") ?? "";
  const told = readTold(location.hash);
  const [data, source] = await Promise.all([
    load(formData).then((response) => response.json()),
    improved ? load(base + sourcePath.replace("*", makeSlug(improved)).slice(1)).then((response) => response.text(), () => "") : "",
  ]);
  if (improved && !source) return fail(root, words.NO_SOURCE);
  const written = improved ? await readWritten(readEntryScript, source) : null;
  if (improved && !written) return fail(root, words.NOT_EDITABLE);

  const { practice, partner, lists, facts, persons } = data;
  const { messages, rules } = inOwnWords(data);
  const today = localDay();
  const announcement = element(root, "[data-announcement]", HTMLElement);
  const announce = (/** @type {string} */ text) => {
    announcement.textContent = text;
  };
  const copy = (/** @type {string} */ name) => copier(root, name)();

  // What there is to choose, the organisations that the editor adds among it.
  const organisations = element(root, "[data-organisations]", HTMLElement);
  const organisationList = element(organisations, "[data-field=nieuw]", HTMLElement);
  const added = () =>
    /** @type {({ slug: string } & Values)[]} */ (itemsOf(organisationList).map((item) => {
      const values = readFields(item);
      return { ...values, slug: item.dataset["slug"] ?? "" };
    }));
  /** @type {Map<string, Choice[]>} */
  const known = new Map(
    Object.entries(lists).map(([name, rows]) => [name, /** @type {string[][]} */ (rows).map(([value = "", text = "", kind = "", other = ""]) => ({ value, text, kind, other }))]),
  );
  known.set("organisaties", [...(known.get("corporaties") ?? []), ...(known.get("partners") ?? [])]);
  const isOrganisations = (/** @type {string} */ list) => ["corporaties", "partners", "organisaties"].includes(list);
  const ownChoices = (/** @type {string} */ list) =>
    !isOrganisations(list)
      ? []
      : added()
          .filter(({ soort }) => list === "organisaties" || (soort === "woningcorporatie") === (list === "corporaties"))
          .map(({ slug, naam }) => ({ value: slug, text: String(naam ?? slug), kind: words.newOrganisation("").kind }));

  for (const field of form.querySelectorAll("[data-list]")) if (field instanceof HTMLElement) prepareChooser(field);
  form.addEventListener(ADDED, (event) => {
    const { item, name } = /** @type {CustomEvent} */ (event).detail;
    for (const field of item.querySelectorAll("[data-list]")) prepareChooser(field);
    if (document.activeElement?.matches("[data-add]")) announce(words.added(name));
  });
  form.addEventListener(REMOVED, (event) => {
    announce(words.removed(/** @type {CustomEvent} */ (event).detail.name));
    changed();
  });

  /** @param {HTMLElement} field */
  function prepareChooser(field) {
    startChooser(
      field,
      {
        choices: (list) => [...(known.get(list) ?? []), ...ownChoices(list)],
        extras: (list, name) => {
          if (!isOrganisations(list) || !makeSlug(name)) return [];
          const extra = { ...words.newOrganisation(name), value: name, action: "new" };
          return list === "organisaties" ? [extra] : [extra, { ...words.alsoInvolved(name), value: name, action: "also" }];
        },
        take: (holder, { action, value }) => (action === "also" ? mention(value) : addOrganisation(holder, value)),
        chip: () => copy("chip"),
      },
      announce,
    );
  }

  /** @param {string} name of somebody without a page */
  function mention(name) {
    const field = element(form, "[data-field=ook_betrokken]", HTMLElement);
    const item = itemsOf(field).find((item) => !controlsIn(item)[0]?.value) ?? addItem(field);
    const [control] = controlsIn(item);
    if (control) control.value = name;
    changed();
  }

  /**
   * @param {HTMLElement} holder the field in which it was named
   * @param {string} name
   */
  function addOrganisation(holder, name) {
    const taken = new Set([...(known.get("organisaties") ?? []).map(({ value }) => value), ...added().map(({ slug }) => slug)]);
    const item = addItem(organisationList);
    item.dataset["slug"] = makeFreeSlug(name, taken);
    fillFields(item, { naam: name, ...(holder.dataset["list"] === "corporaties" ? { soort: "woningcorporatie" } : {}) });
    organisations.hidden = false;
    addChosen(holder, item.dataset["slug"]);
  }

  // Content: what stands in the form.
  /** @returns {Content} */
  const read = () => {
    const { nieuw, ...values } = readFields(form);
    return { values: cleanValues(values), parts: readParts(form), organisations: added().filter(({ slug }) => slug) };
  };
  /** @param {Content} content */
  const fillForm = ({ values, parts, organisations: own }) => {
    itemsOf(organisationList).forEach((item) => item.remove());
    for (const { slug, ...inner } of own ?? []) {
      const item = addItem(organisationList);
      item.dataset["slug"] = slug;
      fillFields(item, inner);
    }
    organisations.hidden = !own?.length;
    for (const field of fieldsIn(form)) {
      if (field === organisationList) continue;
      fillField(field, values[field.dataset["field"] ?? ""] ?? "");
      const key = field.dataset["field"] ?? "";
      if (field.closest("[data-more]") && key !== "gepubliceerd" && !isEmpty(values[key])) openMore(field);
    }
    fillParts(form, parts);
    openFirstItems();
  };
  const openFirstItems = () => {
    for (const key of ["bronnen"]) {
      const field = element(form, `[data-field=${key}]`, HTMLElement);
      if (itemsOf(field).length === 0) addItem(field);
    }
  };

  /** @type {Content} */
  const blank = {
    values: written ? written.values : { gepubliceerd: today, gecontroleerd: today },
    parts: written ? written.sections.map(({ heading, text }) => ({ heading, text })) : [],
    organisations: [],
  };
  fillForm(blank);
  const before = read();
  if (asked.has("overgenomen")) {
    const field = element(form, "[data-field=overgenomen]", HTMLElement);
    openMore(field);
    const corporatie = known.get("organisaties")?.find(({ text }) => fold(text) === fold(told.association))?.value ?? "";
    fillFields(addItem(field), { corporatie, jaar: told.year });
    if (corporatie) told.association = "";
  }

  // The files that come of it.
  const taken = new Set((known.get("practices") ?? []).map(({ value }) => value));
  const slug = () => (written ? makeSlug(improved) : makeFreeSlug(String(read().values["titel"] ?? ""), taken));
  /** @param {Content} content @returns {string} */
  const practiceText = (content) => {
    const after = { values: withoutDefaults(content.values, written?.values ?? {}, practice.fields), parts: content.parts };
    return written ? amendEntry(written, practice.fields, before, after) : writeEntry(practice.fields, after.values, after.parts);
  };

  // Mistakes.
  const labels = labelsOf(practice.fields);
  const describe = (/** @type {(string | number)[]} */ path) => labels.get(path.filter((part) => typeof part === "string").join(".")) ?? { name: String(path.at(-1) ?? ""), meaning: "" };
  const check = makeCheck(practice.schema, messages, describe);
  const organisationLabels = labelsOf(partner.fields);
  const checkOrganisation = makeCheck(partner.schema, messages, (path) => organisationLabels.get(String(path[0])) ?? { name: String(path[0]), meaning: "" });
  /** @param {Values} values @returns {import("./check.js").Problem[]} one when there is a practice of that title already */
  const findTwin = ({ titel }) => {
    const title = fold(String(titel ?? ""));
    const isTwin = !written && title && known.get("practices")?.some(({ text }) => fold(text) === title);
    return isTwin ? [{ path: ["titel"], rule: "near-duplicate", message: rules.sentences["sameTitle"] ?? "", isWarning: true }] : [];
  };
  const findPersons = makePersonFinder(persons);
  /** @param {Content} content */
  const problemsIn = (content) => inOrder([
    ...check(content.values),
    ...findProblems(content, rules, today),
    ...findPersons(content),
    ...findTwin(content.values),
    ...content.organisations.flatMap(({ slug, ...values }, place) =>
      checkOrganisation({ ...values, gecontroleerd: today }).map((problem) => ({ ...problem, path: ["nieuw", place, ...problem.path] })),
    ),
  ]);
  /** @param {import("./check.js").Problem[]} problems @returns {import("./check.js").Problem[]} in the order of the form */
  const inOrder = (problems) => {
    const marks = [...form.querySelectorAll("[data-field], [data-part], [data-items] > li")];
    const rank = (/** @type {import("./check.js").Problem} */ problem) => marks.indexOf(/** @type {Element} */ (placeOf(form, problem)));
    return problems.map((problem) => ({ problem, rank: rank(problem) })).sort((a, b) => a.rank - b.rank).map(({ problem }) => problem);
  };
  const summary = element(root, "[data-error-summary]", HTMLElement);
  /** @type {Set<Element>} */
  const left = new Set();
  /** @type {Set<Element>} */
  const judged = new Set();
  const shownProblems = () =>
    problemsIn(read()).filter((problem) => {
      const place = placeOf(form, problem);
      if (!place) return false;
      const isJudged = [...judged].some((step) => step.contains(place));
      return isJudged || (!problem.isMissing && [...left].some((seen) => place.contains(seen) || seen.contains(place)));
    });
  const refresh = () => showErrors(form, shownProblems());
  /** @param {HTMLElement} holder @param {import("./check.js").Problem[]} problems */
  const showList = (holder, problems) => listProblems(holder, problems, form, () => copy("problem"), (target) => steps.reveal(target));

  form.addEventListener("focusout", ({ target }) => {
    if (!(target instanceof HTMLElement) || !target.matches("[data-control]")) return;
    const place = target.closest("li[class], [data-field], [data-part]");
    if (place) left.add(place);
    setTimeout(refresh); // after a click on what is near has been dealt with
  });

  // The draft.
  const draft = keepDraft(written ? improved : "", source);
  const kept = element(root, "[data-slot=kept]", HTMLElement);
  const eraseButton = element(root, "[data-erase]", HTMLButtonElement);
  /** @type {number | undefined} */
  let pause;
  const keep = () => {
    clearTimeout(pause);
    const isKept = draft.save(read());
    kept.textContent = isKept ? words.KEPT : words.NOT_KEPT;
    eraseButton.hidden = !isKept;
  };
  function changed() {
    clearTimeout(pause);
    pause = setTimeout(keep, PAUSE);
    refresh();
    if (steps.isLast()) showEnd();
  }
  form.addEventListener("input", ({ target }) => {
    if (target instanceof Element && target.closest("[data-combobox]") && target.matches("input")) return; // still searching
    if (target instanceof HTMLElement) showCount(target);
    changed();
  });
  window.addEventListener("pagehide", () => {
    if (pause !== undefined && !eraseButton.hidden) keep();
  });

  const notice = element(root, "[data-draft]", HTMLElement);
  const found = draft.load();
  const restore = () => {
    if (found) fillForm(/** @type {Content} */ (found.content));
    notice.hidden = true;
    eraseButton.hidden = false;
    refresh();
  };
  const forget = () => {
    draft.erase();
    notice.hidden = true;
    eraseButton.hidden = true;
    kept.textContent = "";
  };
  if (found) {
    const [entry] = performance.getEntriesByType("navigation");
    const isReturn = entry instanceof PerformanceNavigationTiming && entry.type !== "navigate";
    if (isReturn && !found.isOutdated) restore();
    else {
      fill(notice, "saved", words.describeSaved(found.saved));
      fill(notice, "outdated", found.isOutdated ? words.OUTDATED : "");
      notice.hidden = false;
    }
  }
  element(root, "[data-restore]", HTMLButtonElement).addEventListener("click", () => {
    restore();
    steps.go(1);
  });
  element(root, "[data-discard]", HTMLButtonElement).addEventListener("click", () => {
    forget();
    steps.go(1);
  });
  eraseButton.addEventListener("click", () => {
    if (!confirm(words.ERASE)) return;
    forget();
    left.clear();
    judged.clear();
    fillForm(blank);
    showErrors(form, []);
    summary.hidden = true;
    steps.go(1);
  });

  // Steps.
  const siteName = document.title.split(" | ").at(-1) ?? "";
  const steps = startSteps(root, (step, number) => {
    summary.hidden = true;
    const name = step.querySelector("h2")?.lastChild?.textContent?.trim() ?? "";
    document.title = words.stepTitle(name, number, root.querySelectorAll("[data-step]").length, siteName);
    if (step.querySelector("[data-sending]")) showEnd();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const step = steps.current();
    const everywhere = steps.isLast();
    for (const place of everywhere ? form.querySelectorAll("[data-step]") : [step]) judged.add(place);
    const problems = problemsIn(read()).filter((problem) => {
      const place = placeOf(form, problem);
      return place !== null && !problem.isWarning && (everywhere || step.contains(place));
    });
    refresh();
    showList(summary, problems);
    if (problems.length) summary.focus();
    else {
      const next = step.querySelector("[data-next]");
      if (next instanceof HTMLElement) steps.go(Number(next.dataset["next"]));
    }
  });

  // Buttons inside the form.
  form.addEventListener("click", ({ target }) => {
    const button = target instanceof Element ? target.closest("button") : null;
    const field = button?.closest(".mvo-repeated");
    if (!button) return;
    if (button.matches("[data-go]")) steps.go(Number(button.dataset["go"]));
    if (!(field instanceof HTMLElement)) return;
    if (button.matches("[data-add]")) controlsIn(addItem(field))[0]?.focus();
    if (button.matches("[data-remove]")) {
      const item = button.closest("[data-items] > li");
      if (item instanceof HTMLElement) {
        if (item.dataset["slug"]) dropOrganisation(item.dataset["slug"]);
        removeItem(field, item);
      }
    }
    if (button.matches("[data-steps-switch]")) {
      switchSteps(field);
      changed();
    }
  });
  form.addEventListener("change", ({ target }) => {
    if (!(target instanceof HTMLInputElement) || !target.matches("[data-form-choice]")) return;
    const field = target.closest("[data-kind=either]");
    if (field) showForm(field, target.value === "text");
    changed();
  });
  form.addEventListener("keydown", (event) => {
    const isLine = event.target instanceof HTMLInputElement && event.target.closest("[data-kind=texts]");
    const field = event.target instanceof Element ? event.target.closest(".mvo-repeated") : null;
    if (event.key !== "Enter" || !isLine || !(field instanceof HTMLElement) || !event.target.value) return;
    event.preventDefault(); // the next one of the list, not the end of the step
    controlsIn(addItem(field))[0]?.focus();
  });

  /** @param {string} slug */
  function dropOrganisation(slug) {
    for (const field of form.querySelectorAll("[data-list]")) {
      if (!(field instanceof HTMLElement) || !chosenIn(field).includes(slug)) continue;
      fillField(field, field.dataset["kind"] === "reference" ? "" : chosenIn(field).filter((value) => value !== slug));
    }
  }

  // The end: the preview, and the ways to send it.
  const names = namesOf(practice.fields, known);
  const preview = element(root, "[data-preview]", HTMLElement);
  /** @type {Promise<typeof import("./markdown.js")> | undefined} */
  let markdown;
  /** @param {Content} content */
  async function showPreview(content) {
    markdown ??= import(markdownScript);
    const { renderMarkdown } = await markdown;
    const own = new Map(content.organisations.map(({ slug, naam }) => [slug, String(naam ?? slug)]));
    const view = {
      nameOf: (/** @type {string} */ key, /** @type {import("./entry-text.js").Value} */ value) => own.get(String(value)) ?? names.get(key)?.get(String(value))?.text ?? String(value),
      meaningOf: (/** @type {string} */ key, /** @type {string} */ value) => names.get(key)?.get(value)?.kind ?? "",
      labelOf: (/** @type {string} */ key) => labels.get(key)?.name ?? key,
      facts,
      levels: rules.levels,
      htmlOf: (/** @type {string} */ text) => renderMarkdown(text, (file) => addressOf(base, file)),
    };
    const others = (written?.sections ?? []).filter(({ heading }) => content.parts.every((part) => part.heading !== heading));
    const isLead = (/** @type {Part} */ { heading }) => heading === "";
    const parts = [...others.filter(isLead), ...content.parts, ...others.filter((part) => !isLead(part))];
    preview.replaceChildren(makePreview(root, content.values, parts, view));
  }
  function showEnd() {
    const content = read();
    showPreview(content).catch(() => {
      markdown = undefined; // once more at the next change
      preview.textContent = words.NO_PREVIEW;
    });
    const problems = problemsIn(content);
    const isComplete = problems.every(({ isWarning }) => isWarning);
    showList(element(root, "[data-warnings]", HTMLElement), problems);
    element(root, "[data-incomplete]", HTMLElement).hidden = isComplete;
    element(root, "[data-ready]", HTMLElement).hidden = !isComplete;
    const text = isComplete ? practiceText(content) : "";
    const isSame = Boolean(written) && text === source;
    element(root, "[data-unchanged]", HTMLElement).hidden = !isSame;
    const files = isComplete && !isSame ? filesOf(content, text) : [];
    element(root, "[data-files]", HTMLElement).replaceChildren(...files.map((file) => makeWays(root, file, { repository, forge, branch, mail })));
  }
  /**
   * @param {Content} content
   * @param {string} text
   * @returns {import("./send.js").MadeFile[]}
   */
  function filesOf({ values, organisations: own }, text) {
    const title = String(values["titel"] ?? "");
    const used = own.filter(({ slug }) => text.includes(slug));
    return [
      ...used.map(({ slug, ...inner }) => ({
        path: `${partner.folder}${slug}.md`,
        text: writeEntry(partner.fields, cleanValues({ ...inner, gecontroleerd: today }), []),
        title: String(inner["naam"]),
        heading: words.WAYS.organisation(String(inner["naam"])),
        advice: words.WAYS.organisationAdvice,
        isNew: true,
      })),
      { path: `${practice.folder}${slug()}.md`, text, title, heading: words.WAYS.practice, advice: "", isNew: !written },
    ];
  }

  if (written) {
    const title = words.improveTitle(String(written.values["titel"] ?? improved));
    element(root, "[data-form-intro] h1", HTMLElement).textContent = title;
    element(root, "[data-form-intro] .mvo-page-intro__lead", HTMLElement).textContent = words.IMPROVE_LEAD;
  }
  form.hidden = false;
  element(root, "[data-form-waiting]", HTMLElement).hidden = true;
  if (asked.has("overgenomen")) {
    const control = element(form, "[data-field=overgenomen] [data-items] > li:last-child [data-control]", HTMLElement);
    steps.reveal(control);
    if (control instanceof HTMLInputElement && told.association) {
      control.value = told.association;
      control.dispatchEvent(new Event("input", { bubbles: true })); // it offers what can be done with an unknown name
    }
  } else if (location.hash) steps.current().scrollIntoView();
}

/**
 * @param {string} hash what "Kopieer deze aanpak" says of who copied a practice: behind the "#", so that it is sent to nobody
 * @returns {{ association: string, year: string }}
 */
function readTold(hash) {
  const told = new URLSearchParams(hash.slice(1));
  const year = told.get("jaar") ?? "";
  return { association: (told.get("corporatie") ?? "").slice(0, 120), year: /^\d{4}$/.test(year) ? year : "" };
}

/**
 * @param {string} address
 * @returns {Promise<Response>}
 */
async function load(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response;
}

/**
 * @param {string} script the address of `read-entry.js`
 * @param {string} source
 * @returns {Promise<import("./read-entry.js").WrittenEntry | null>} null when it is no entry that the form can change
 */
async function readWritten(script, source) {
  const { readEntry } = /** @type {typeof import("./read-entry.js")} */ (await import(script));
  return readEntry(source);
}

/** @param {Element} field */
function openMore(field) {
  const more = field.closest("details");
  if (more) more.open = true;
}

/** @param {HTMLElement} control */
function showCount(control) {
  const field = control.closest("[data-field]");
  const count = field?.querySelector("[data-count]");
  if (!(count instanceof HTMLElement) || !("value" in control)) return;
  const length = [...String(control.value).trim()].length;
  const left = Number(count.dataset["count"]) - length;
  count.hidden = left > Number(count.dataset["count"]) / 3;
  count.textContent = words.describeLeft(left);
}

/** @returns {string} the day of today where the reader is */
function localDay() {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}

/**
 * @param {Values} values
 * @param {Values} written
 * @param {readonly any[]} fields
 * @returns {Values} without what holds anyway, unless it was written
 */
function withoutDefaults(values, written, fields) {
  return Object.fromEntries(Object.entries(values).filter(([key, value]) => key in written || fields.find((field) => field.key === key)?.default !== value));
}

/**
 * @param {any} data
 * @returns {{ messages: import("./check.js").Messages, rules: import("./rules.js").Rules }} with the sentences that the
 *   form words differently
 */
function inOwnWords({ messages, rules, inTheForm }) {
  /** @type {[string, { regel: string, melding: string }][]} */
  const told = Object.entries(messages.meldingen);
  const meldingen = told.map(([kind, { regel, melding }]) => [kind, { regel, melding: inTheForm[kind] ?? melding }]);
  return {
    messages: { ...messages, meldingen: Object.fromEntries(meldingen) },
    rules: { ...rules, sentences: { ...rules.sentences, ...inTheForm } },
  };
}

/**
 * @param {readonly any[]} fields
 * @param {string} [before]
 * @returns {Map<string, { name: string, meaning: string }>} as the labels of the form have it
 */
function labelsOf(fields, before = "") {
  return new Map(fields.flatMap((field) => [[before + field.key, { name: field.label.replaceAll("'", "’"), meaning: field.meaning }], ...labelsOf(field.fields, `${before}${field.key}.`)]));
}

/**
 * @param {readonly any[]} fields
 * @param {Map<string, Choice[]>} known
 * @param {string} [before]
 * @returns {Map<string, Map<string, { text: string, kind: string }>>} how readers see the values of each key
 */
function namesOf(fields, known, before = "") {
  return new Map(
    fields.flatMap((field) => {
      const listed = known.get(field.list) ?? field.choices.map((/** @type {any} */ choice) => ({ value: choice.value, text: choice.label, kind: choice.meaning }));
      return [[before + field.key, new Map(listed.map((/** @type {Choice} */ choice) => [choice.value, choice]))], ...namesOf(field.fields, known, `${before}${field.key}.`)];
    }),
  );
}

/**
 * @param {string} base
 * @param {string} file "../partners/irado.md"
 * @returns {string | null}
 */
function addressOf(base, file) {
  const [, folder = "practices", name] = /(?:(practices|partners|themes|pages)\/)?([\w-]+)\.md/.exec(file) ?? [];
  const paths = new Map([["practices", "praktijken/"], ["partners", "partners/"], ["themes", "themas/"], ["pages", ""]]);
  return name && paths.has(folder) ? `${base}${paths.get(folder)}${name}/` : null;
}
