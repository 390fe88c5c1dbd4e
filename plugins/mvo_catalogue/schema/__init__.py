"""The fields of the models as one tree, by which values are parsed and corrected, and references found."""
