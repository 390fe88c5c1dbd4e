"""Generated from the schema and the rules: JSON Schema, pages for editors, the text of a new entry."""
