"""The forms in which a report is given: to people, and to the programs that show it beside a change."""
