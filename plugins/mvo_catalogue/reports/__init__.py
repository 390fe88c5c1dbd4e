"""Formats of a report: for people, and for programs that show it beside a change."""
