"""What the page of a practice shows beside its own text: its kin, the board note, the data for machines."""
