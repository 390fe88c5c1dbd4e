"""Files for other programs: open data, feeds, the sitemap, robots.txt and host settings."""
