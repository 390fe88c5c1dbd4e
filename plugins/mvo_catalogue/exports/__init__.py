"""What other programs read: feeds, the sitemap and robots.txt."""
