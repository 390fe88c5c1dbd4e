"""The MVO-praktijkcatalogus: Markdown entries in, a checked and searchable static site out."""
