"""What other programs read: the data of the catalogue, feeds, the sitemap, robots.txt and headers."""
