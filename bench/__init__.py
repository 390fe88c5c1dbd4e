"""Benchmarks: one module per question, each run as ``make bench NAME=<module>``; timings live here, never in tests."""
