"""Repair what has one right answer, and change entries on command; the meaning of an entry stays as it is."""
