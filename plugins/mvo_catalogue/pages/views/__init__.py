"""What pages show of entries: cards in lists, and what the page of an organisation, a topic or the form adds."""
