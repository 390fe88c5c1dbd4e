"""The fields as one tree, by which values become typed models and references are found; all from the models."""
