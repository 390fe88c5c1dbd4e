/**
 * Let Lighthouse judge an address, as a phone on a slow line sees it, a number of times.
 *
 * `node judge.mjs '{"address": …, "runs": 3, "executable": …, "environment": {…}, "flags": […]}'` prints a list of what it found.
 */
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";

const KINDS = ["performance", "accessibility", "best-practices", "seo"];
const TIMES = { fcp: "first-contentful-paint", lcp: "largest-contentful-paint", tbt: "total-blocking-time", cls: "cumulative-layout-shift", si: "speed-index" };

const { address, runs, executable, environment, flags } = JSON.parse(process.argv[2]);

const found = [];
for (let run = 0; run < runs; run++) found.push(await judge());
console.log(JSON.stringify(found));

/** @returns one judgement, by a browser that has seen nothing: its settings are Lighthouse's own, those of a phone */
async function judge() {
  const chrome = await launch({
    chromePath: executable,
    chromeFlags: ["--headless", "--no-sandbox", ...flags], // root and containers have no sandbox; the pages are our own
    envVars: { ...process.env, ...environment },
  });
  try {
    const { lhr } = await lighthouse(address, { port: chrome.port, logLevel: "error", onlyCategories: KINDS });
    if (lhr.runtimeError) throw new Error(`${address}: ${lhr.runtimeError.message}`);
    return {
      scores: Object.fromEntries(KINDS.map((kind) => [kind, lhr.categories[kind].score])),
      times: Object.fromEntries(Object.entries(TIMES).map(([name, id]) => [name, lhr.audits[id].numericValue])),
      faults: KINDS.flatMap((kind) => faultsOf(kind, lhr)),
      requests: lhr.audits["network-requests"].details.items.map(({ url, transferSize, resourceType }) => ({ url, bytes: transferSize, kind: resourceType })),
    };
  } finally {
    await chrome.kill();
  }
}

/** What costs points, in words. */
function faultsOf(kind, { categories, audits }) {
  return categories[kind].auditRefs
    .filter(({ id, weight }) => weight > 0 && audits[id].score !== null && audits[id].score < 1)
    .map(({ id }) => `${kind}: ${audits[id].title} (${[audits[id].score, audits[id].displayValue].filter((part) => part !== undefined).join(", ")})`);
}
