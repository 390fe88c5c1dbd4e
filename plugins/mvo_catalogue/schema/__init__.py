"""What editors are told about the fields, as JSON Schema, reference, scaffold and issue form; all from the models."""
