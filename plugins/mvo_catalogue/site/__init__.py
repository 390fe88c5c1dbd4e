"""What pages, search and exports share: paths, the settings of the site, and values as Dutch text."""
