/** Where the source files of lunr.js put what they define; it is there before they run. */
/** @type {any} */ (globalThis).lunr ??= {};
