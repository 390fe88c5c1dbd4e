// The source files of lunr.js that lunr-parts.js imports for what they add to the object `lunr`; they have no types.
export {};
