"""Which page, at which address, from which template, with which words."""
