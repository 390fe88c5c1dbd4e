"""The pages of the site: their addresses, templates and content."""
