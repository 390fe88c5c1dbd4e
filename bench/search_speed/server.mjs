/**
 * A server on this machine that sends folders with brotli, and counts what it sends.
 *
 * `node server.mjs '{"/ours/": "folder", …}'` prints its port. `/` is an empty page; `/sent` returns and forgets the
 * bytes and requests since the last time. Compressed as `make publish` does, and kept: nobody waits for it twice.
 */
import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import path from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const TYPES = { ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".json": "application/json", ".css": "text/css" };
const LARGE = 200_000; // compressed files are kept on disk too from here on

const folders = Object.entries(JSON.parse(process.argv[2]));
const kept = new Map();
let sent = { bytes: 0, requests: 0, files: [] };

function compress(file) {
  const stored = `${file}.br`;
  if (existsSync(stored) && statSync(stored).mtimeMs >= statSync(file).mtimeMs) return readFileSync(stored);
  const body = brotliCompressSync(readFileSync(file), { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
  if (statSync(file).size > LARGE) writeFileSync(stored, body);
  return body;
}

/** @returns the body and its encoding; Pagefind's own files are compressed as they are. */
function load(file) {
  let answer = kept.get(file);
  if (!answer) {
    const isText = path.extname(file) in TYPES;
    answer = isText ? { body: compress(file), encoding: "br" } : { body: readFileSync(file) };
    kept.set(file, answer);
  }
  return answer;
}

const server = createServer((request, response) => {
  const { pathname } = new URL(request.url, "http://localhost");
  if (pathname === "/sent") {
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify(sent));
    sent = { bytes: 0, requests: 0, files: [] };
    return;
  }
  if (pathname === "/") {
    response.setHeader("content-type", TYPES[".html"]);
    response.end('<!doctype html><html lang="nl"><title>Meting</title><link rel="icon" href="data:,">');
    return;
  }
  const [prefix, folder] = folders.find(([start]) => pathname.startsWith(start)) ?? [];
  const file = folder && path.join(folder, decodeURIComponent(pathname.slice(prefix.length)));
  if (!file || !existsSync(file)) {
    response.statusCode = 404;
    response.end();
    return;
  }
  const { body, encoding } = load(file);
  response.setHeader("content-type", TYPES[path.extname(file)] ?? "application/octet-stream");
  if (encoding) response.setHeader("content-encoding", encoding);
  response.setHeader("content-length", body.length);
  response.setHeader("cache-control", "max-age=600");
  sent.bytes += body.length;
  sent.requests += 1;
  sent.files.push([pathname, body.length]);
  response.end(body);
});
server.keepAliveTimeout = 60_000;
// Compressing a whole index takes minutes, in which nobody could be answered: that is done first.
for (const [, folder] of folders) {
  const whole = path.join(folder, "index.json");
  if (existsSync(whole)) load(whole);
}
server.listen(0, "127.0.0.1", () => console.log(server.address().port));
