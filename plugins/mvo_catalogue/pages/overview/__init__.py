"""The catalogue in pictures: what is counted, and how each count is drawn and where it leads."""
