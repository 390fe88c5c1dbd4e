"""From files to raw values with their places: find files, decode them, read front matter and body."""
