"""Whether the links to other sites still work: found in the content, asked politely, reported at their line."""
