"""Whether the links to other sites still work: found in the content, asked politely, told at their line."""
