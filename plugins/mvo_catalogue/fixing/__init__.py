"""Repair what has one right answer, and nothing else: what an entry says stays as it is."""
