"""What pages, search and exports share: the addresses of the site, its name, and Dutch words for values."""
