"""Small scripts that the Makefile and the tests use; run them as ``python -m tools.<name>``."""
