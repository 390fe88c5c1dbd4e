"""Git with a fictitious name, for tests."""

GIT_IDENTITY = {
    f"GIT_{role}_{part}": f"{role.lower()}@example.nl" for role in ("AUTHOR", "COMMITTER") for part in ("NAME", "EMAIL")
}
"""The variables with the name of the committer."""
