/** The global that the source files of lunr.js add to; it must exist before they run. */
/** @type {any} */ (globalThis).lunr ??= {};
