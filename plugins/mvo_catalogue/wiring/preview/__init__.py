"""The site as an editor sees it while writing; nothing of this is ever published."""
