"""Check links to other sites: found in the content, requested politely, reported at their line."""
