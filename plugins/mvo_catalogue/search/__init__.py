"""From the catalogue to what the browser searches: documents, terms and a Lunr index."""
