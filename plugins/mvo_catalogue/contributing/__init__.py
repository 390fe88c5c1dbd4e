"""From what somebody filled in elsewhere to a file of the catalogue; everything in it is untrusted."""
