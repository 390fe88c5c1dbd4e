/**
 * Run Lighthouse on an address a number of times, as a phone on a slow connection.
 *
 * `node judge.mjs '{"address": …, "runs": 3, "executable": …, "environment": {…}, "flags": […]}'` prints the median run.
 */
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";
import { computeMedianRun } from "lighthouse/core/lib/median-run.js";

const KINDS = ["performance", "accessibility", "best-practices", "seo"];
const BLOCKING = new Set(["Document", "Stylesheet"]); // what the first paint waits for
const TIMES = { fcp: "first-contentful-paint", lcp: "largest-contentful-paint", tbt: "total-blocking-time", cls: "cumulative-layout-shift" };

const { address, runs, executable, environment, flags } = JSON.parse(process.argv[2]);

const judgements = [];
for (let run = 0; run < runs; run++) judgements.push(await judge());
const { categories, audits } = computeMedianRun(judgements);
const requests = audits["network-requests"].details.items;
const weigh = (some) => some.reduce((sum, { transferSize }) => sum + transferSize, 0);
console.log(
  JSON.stringify({
    scores: Object.fromEntries(KINDS.map((kind) => [kind, categories[kind].score])),
    times: Object.fromEntries(Object.entries(TIMES).map(([name, id]) => [name, audits[id].numericValue])),
    faults: KINDS.flatMap((kind) => faultsOf(kind)),
    bytes: { all: weigh(requests), firstPaint: weigh(requests.filter(({ resourceType }) => BLOCKING.has(resourceType))) },
    requests: requests.length,
  }),
);

/** @returns one report, by a browser that has seen nothing: its settings are Lighthouse's own, those of a phone */
async function judge() {
  const chrome = await launch({
    chromePath: executable,
    chromeFlags: ["--headless", "--no-sandbox", ...flags], // root and containers have no sandbox; the pages are our own
    envVars: { ...process.env, ...environment },
  });
  try {
    const { lhr } = await lighthouse(address, { port: chrome.port, logLevel: "error", onlyCategories: KINDS });
    if (lhr.runtimeError) throw new Error(`${address}: ${lhr.runtimeError.message}`);
    return lhr;
  } finally {
    await chrome.kill();
  }
}

/** Return the audits that cost points, in words. */
function faultsOf(kind) {
  return categories[kind].auditRefs
    .filter(({ id, weight }) => weight > 0 && audits[id].score !== null && audits[id].score < 1)
    .map(({ id }) => `${kind}: ${audits[id].title} (${[audits[id].score, audits[id].displayValue].filter((part) => part !== undefined).join(", ")})`);
}
