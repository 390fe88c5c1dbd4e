"""The entities of the catalogue as frozen, typed values; nothing here reads a file or writes a page."""
