"""From raw values to typed entries: the schema, the rules and the report."""
